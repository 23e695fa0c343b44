"""What-if with real keys and a real pointer: words and a gate are changed, taken back, and kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.e2e.conftest import HEIGHT, WIDTH, Picture, Running, Screen, needs_a_screen
from tests.e2e.test_main import ACCENT, TEXT, _line, cursor, foot, near

FORGET = (238, 136, 73)
"""The colour of f's box in the cell, as in engine/replay/cells/series.py."""

CELL = WIDTH - 290
"""Right of here stands the cell."""

pytestmark = needs_a_screen


def away(screen: Screen) -> Picture:
    """What is seen with the pointer where it lights nothing up."""
    screen.do("mousemove", str(WIDTH - 2), str(HEIGHT - 2))
    return screen.settled()


def runs(row: npt.NDArray[np.bool_], least: int) -> list[tuple[int, int]]:
    """Where so many pixels in a row are of a colour: first, and one after the last."""
    ends = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
    return [(int(a), int(b)) for a, b in zip(ends[::2], ends[1::2], strict=True) if b - a >= least]


def middle_of_word(picture: Picture) -> tuple[int, int]:
    """The middle of the word at the cursor: the first frame of the accent, from above."""
    accent = near(picture, ACCENT, 40)[:, 80:CELL]
    for y in range(90, HEIGHT // 2):
        for left, right in runs(accent[y], 8):
            below = accent[y + 17 : y + 30, left:right].all(axis=1)
            if below.any():
                return 80 + (left + right) // 2, y + 9 + int(below.argmax()) // 2
    pytest.fail("no word is framed")


def type_word(screen: Screen, word: str) -> None:
    """Type into the line that is open, over what is there."""
    screen.key("ctrl+a")
    screen.do("type", "--delay", "10", word)
    screen.key("Return")


def gate_box(picture: Picture) -> tuple[int, int]:
    """The middle of the forget gate: where its colour frames a box."""
    found = near(picture, FORGET, 30)[:420, CELL:]
    rows = np.flatnonzero(found.sum(axis=1) >= 20)
    assert len(rows), "no forget gate is seen"
    columns = np.flatnonzero(found[rows[0]]) + CELL
    return int(columns.mean()), int(rows[0] + 10)


def handle(picture: Picture) -> tuple[int, int]:
    """The middle of the slider's handle: a round spot of the accent, as wide as it is high."""
    accent = near(picture, ACCENT)[:, CELL:]
    for y in np.flatnonzero(accent.sum(axis=1) >= 9):
        if y < 250:
            continue
        columns = np.flatnonzero(accent[y])
        for x in columns.tolist():
            spot = accent[y : y + 14, max(0, x - 7) : x + 8]
            if spot.shape == (14, 15) and spot.mean() > 0.6:
                block = np.argwhere(accent[y : y + 18, max(0, x - 18) : x + 19])
                return CELL + max(0, x - 18) + int(block[:, 1].mean()), int(y + block[:, 0].mean())
    pytest.fail("no slider is seen")


def last_chip(picture: Picture) -> tuple[int, int]:
    """The middle of the chip furthest right: several stand in a row."""
    accent = near(picture, ACCENT, 30)[:, 80:CELL]
    for y in range(90, HEIGHT // 2):
        chips = runs(accent[y], 40)
        if len(chips) >= 3:
            return 80 + sum(chips[-1]) // 2, y + 12
    pytest.fail("no chip is seen")


def prediction(picture: Picture) -> Picture:
    """The prediction: its numbers, and its curves with their ghosts."""
    _, top, below = _line(picture)
    return picture[top - 20 : below, 80:CELL]


def cell(picture: Picture) -> Picture:
    """The cell and its equations, every number of them."""
    return picture[:-60, CELL + 12 :]


def plots(picture: Picture) -> Picture:
    """The lower half left of the cell, without the playback bar: the networks."""
    return picture[HEIGHT // 2 : -60, 80:CELL]


def test_words_and_a_gate_are_changed_taken_back_and_kept(
    start: Callable[..., Running], screen: Screen, tmp_path: Path
) -> None:
    arguments = ("--size", f"{WIDTH}x{HEIGHT}", "--theme", "dark")
    running = start(*arguments, "--text", TEXT, "--step", "75")
    first = away(screen)

    # A double click replaces a word; undo brings it back, redo makes it again.
    x, y = middle_of_word(first)
    screen.do("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")
    screen.settled()
    type_word(screen, "awful")
    replaced = away(screen)
    assert not np.array_equal(foot(replaced), foot(first)), "another word is said"
    assert not np.array_equal(plots(replaced), plots(first)), "it is read anew"
    screen.key("ctrl+z")
    np.testing.assert_array_equal(away(screen), first)
    screen.key("ctrl+shift+z")
    np.testing.assert_array_equal(away(screen), replaced)

    # A word is typed before it, and the one after that is left out.
    screen.key("Insert")
    screen.settled()
    type_word(screen, "not")
    inserted = away(screen)
    assert not np.array_equal(plots(inserted), plots(replaced))
    screen.key("Right", "Delete")
    deleted = away(screen)
    assert not np.array_equal(plots(deleted), plots(inserted))

    # The word of the cursor is dragged onto that of three steps before.
    from_x, from_y = middle_of_word(deleted)
    screen.key("Left", "Left", "Left")
    before = away(screen)
    to_x, to_y = middle_of_word(before)
    screen.do("mousemove", str(from_x), str(from_y), "mousedown", "1")
    for share in (0.3, 0.6, 1.0):
        x, y = from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)
        screen.do("mousemove", str(round(x)), str(round(y)))
    screen.do("mouseup", "1")
    moved = away(screen)
    assert cursor(moved) < cursor(deleted)
    assert not np.array_equal(plots(moved), plots(before)), "it is read anew"

    # The forget gate is held at 0 by the slider.
    screen.click(*gate_box(moved))
    open_ = away(screen)
    x, y = handle(open_)
    screen.do("mousemove", str(x), str(y), "mousedown", "1")
    for k in range(1, 9):
        screen.do("mousemove", str(x - 45 * k), str(y))
    screen.do("mouseup", "1")
    held = away(screen)
    assert not np.array_equal(plots(held), plots(open_))

    # Its chip lets it go, and holds it again; the attribution follows.
    chip = last_chip(held)
    screen.key("2")
    explained = away(screen)
    screen.click(*chip)
    let_go = away(screen)
    assert not np.array_equal(plots(let_go), plots(explained))
    strip = slice(chip[1] + 40, HEIGHT // 2 - 60)
    assert not np.array_equal(let_go[strip, 80:CELL], explained[strip, 80:CELL])
    screen.click(*chip)
    np.testing.assert_array_equal(plots(away(screen)), plots(explained))
    screen.key("1")
    screen.click(*gate_box(away(screen)))  # puts its slider away
    left = away(screen)
    running.quit()

    settings = Path(os.environ["GATESCOPE_CONFIG"]) / "settings.json"
    kept = json.loads(settings.read_text(encoding="utf-8"))["session"]
    edits = kept["edits"]
    kinds = [each.split()[0] for each in edits[:-1]]
    assert kinds == ["word", "insert", "delete", "move"], edits
    assert edits[0] == "word 75=awful"
    assert edits[-1].startswith("lstm.f=0@"), edits

    # Opened again, it shows the same numbers and curves, and keeps the same.
    again = start(*arguments)
    back = away(screen)
    np.testing.assert_array_equal(prediction(back), prediction(left))
    np.testing.assert_array_equal(cell(back), cell(left))
    again.quit()
    assert json.loads(settings.read_text(encoding="utf-8"))["session"] == kept
