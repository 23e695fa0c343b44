"""`python main.py` in a real window on a screen of its own, driven by keys and a pointer.

Nothing of the app is imported by what drives it: keys and clicks go through the X server,
and what is checked is what the server shows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.e2e.conftest import (
    HEIGHT,
    ROOT,
    WIDTH,
    Picture,
    Running,
    Screen,
    needs_a_screen,
    read_png,
    wait_until,
)

# Colours of both looks, as in gui/look/theme.py; this test looks at a screen, not at the code.
ACCENT, SURFACE = (242, 193, 78), (27, 30, 36)
LIGHT_ACCENT, LIGHT_SURFACE = (168, 106, 18), (255, 255, 255)

pytestmark = needs_a_screen


# -- what is on the screen --------------------------------------------------------------------


def near(picture: Picture, colour: tuple[int, int, int], off: int = 10) -> npt.NDArray[np.bool_]:
    """Which pixels have this colour."""
    found: npt.NDArray[np.bool_] = (np.abs(picture - np.array(colour)) <= off).all(axis=-1)
    return found


def cursor(picture: Picture) -> float:
    """Where the cursor of the prediction stands: the column that is accented from top to
    foot of a plot, and furthest up."""
    return _line(picture)[0]


def _line(picture: Picture) -> tuple[float, int, int]:
    accent = near(picture, ACCENT)[:, 80:]  # right of the rail
    found: list[tuple[int, int, int]] = []
    for x in np.flatnonzero(accent.sum(axis=0) >= 40):
        column = np.flatnonzero(np.diff(np.concatenate([[0], accent[:, x].astype(int), [0]])))
        for top, foot in zip(column[::2], column[1::2], strict=True):
            if foot - top >= 40:
                found.append((int(top), int(foot), int(x) + 80))
    assert found, "no cursor is on the screen"
    top, foot, _ = min(found)
    columns = [x for above, _, x in found if abs(above - top) <= 2]
    return float(np.mean(columns)) + 0.5, top, foot


def frame(picture: Picture) -> tuple[int, int, int, int]:
    """The box of the current word: left, top, right, foot of the frame above the plots."""
    _, top, _ = _line(picture)
    # Above the title of the prediction, between the rail and the cell.
    accent = near(picture, ACCENT, 40)[: top - 34, 80 : WIDTH - 350]
    rows = np.flatnonzero(accent.sum(axis=1) >= 5)
    assert len(rows), "no word is framed"
    columns = np.flatnonzero(accent[rows[0] : rows[-1] + 1].any(axis=0)) + 80
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def foot(picture: Picture) -> Picture:
    """The playback bar, where the step and its word are said."""
    return picture[-48:]


# -- tests --------------------------------------------------------------------------------------

TEXT = (
    "this movie was very good and i liked the acting of everyone in it but then the ending "
    "came and it was the worst ending i have ever seen so do not watch this boring film"
)


def test_a_review_is_stepped_through_with_keys_and_pointer(
    start: Callable[..., Running], screen: Screen
) -> None:
    size = f"{WIDTH}x{HEIGHT}"
    running = start("--size", size, "--theme", "dark", "--text", TEXT, "--step", "70")
    first = screen.settled()
    assert near(first, SURFACE).mean() > 0.15

    screen.key(*["Right"] * 5)
    after = screen.settled()
    assert cursor(after) > cursor(first) + 10
    assert not np.array_equal(foot(after), foot(first)), "another step is said"
    left, top, right, below = frame(after)
    assert frame(first) != (left, top, right, below)

    screen.key("End")
    end = screen.settled()
    screen.key("Home")
    home = screen.settled()
    width = (cursor(end) - cursor(home)) / 99
    assert cursor(first) - cursor(home) == pytest.approx(69 * width, abs=2)
    assert cursor(after) - cursor(home) == pytest.approx(74 * width, abs=2)

    # A click on the word that was framed after five steps brings that picture back.
    screen.click((left + right) // 2, (top + below) // 2)
    screen.do("mousemove", str(WIDTH - 2), str(HEIGHT - 2))
    clicked = screen.settled()
    assert cursor(clicked) == cursor(after) and frame(clicked) == (left, top, right, below)
    np.testing.assert_array_equal(foot(clicked), foot(after))

    # A click in the prediction goes to its step; a drag takes the cursor along.
    _, above, under = _line(clicked)
    at = int(cursor(home) + 30 * width)
    screen.click(at, (above + under) // 2)
    assert cursor(screen.settled()) == pytest.approx(at, abs=width / 2 + 2)
    screen.do("mousemove", str(at), str((above + under) // 2), "mousedown", "1")
    for k in range(1, 11):
        screen.do("mousemove", str(int(at + k * 2 * width)), str(above + 5))
    screen.do("mouseup", "1")
    dragged = cursor(screen.settled())
    assert dragged == pytest.approx(at + 20 * width, abs=width / 2 + 2)

    # A click in a heat map of the left pane frames its row and its step.
    x, y = int(cursor(home)) + 100, under + 190
    before = screen.settled()
    screen.click(x, y)
    screen.do("mousemove", str(WIDTH - 2), str(HEIGHT - 2))
    mapped = screen.settled()
    assert cursor(mapped) != cursor(before)
    changed = (np.abs(mapped - before).sum(axis=-1) > 0)[y - 30 : y + 30, x - 90 : x + 90]
    rows = changed.mean(axis=1)
    assert rows.max() > 0.9, "a whole row is framed"

    # It plays by itself, and pauses.
    screen.key("space")
    time.sleep(1.0)
    screen.key("space")
    played = screen.settled()
    assert cursor(played) > cursor(mapped) + width
    running.quit()


def test_keys_of_a_real_keyboard_in_the_very_first_window(
    start: Callable[..., Running], screen: Screen
) -> None:
    """Two networks stand there at once; signs that need Shift do what they say."""
    running = start("--size", f"{WIDTH}x{HEIGHT}", "--theme", "dark")
    before = screen.settled()
    for network in ((90, 162, 240), ACCENT):
        assert near(before, network).sum() > 200
    screen.key("plus")
    assert not np.array_equal(foot(screen.settled()), foot(before)), "faster"
    screen.key("minus")
    np.testing.assert_array_equal(foot(screen.settled()), foot(before))
    screen.key("f")
    whole = screen.settled()
    assert (np.abs(whole - before).sum(axis=-1) > 0).mean() > 0.01
    screen.key("f")

    def windows() -> set[str]:
        return set(screen.do("search", "--onlyvisible", "--name", ".+").split())

    only = windows()
    screen.key("question")
    wait_until("the window of keys", lambda: len(windows() - only) == 1)
    (keys,) = windows() - only
    screen.do("windowfocus", "--sync", keys)  # no window manager does it here
    screen.key("Escape")
    wait_until("its end", lambda: windows() == only)
    screen.do("windowfocus", "--sync", next(iter(only)))
    running.quit()


def test_the_next_start_goes_on_where_it_was_left(
    start: Callable[..., Running], screen: Screen
) -> None:
    arguments = ("--size", f"{WIDTH}x{HEIGHT}", "--theme", "dark")
    running = start(*arguments, "--text", TEXT)
    screen.key("End", "Left", "Left", "Left", "p")
    left = screen.settled()
    running.quit()
    again = start(*arguments)
    picture = screen.settled()
    assert cursor(picture) == cursor(left) and frame(picture) == frame(left)
    again.quit()


def test_a_picture_is_taken_at_twice_the_scale(tmp_path: Path) -> None:
    """Without a screen: what a machine without one is asked for."""
    path = tmp_path / "window.png"
    found = subprocess.run(
        [
            *(sys.executable, str(ROOT / "main.py"), "--screenshot", str(path)),
            *("--size", "1024x700", "--text", TEXT, "--step", "80", "--theme", "light"),
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (found.returncode, found.stdout) == (0, f"Written: {path}\n"), found.stderr
    picture = read_png(path)
    assert picture.shape == (1400, 2048, 3)
    assert near(picture, LIGHT_SURFACE).mean() > 0.15
    assert near(picture, LIGHT_ACCENT).sum() > 1000


def test_a_picture_for_paper_is_written_and_nothing_remembered(tmp_path: Path) -> None:
    path = tmp_path / "figure.pdf"
    found = subprocess.run(
        [
            *(sys.executable, str(ROOT / "main.py"), "--export-picture", str(path)),
            *("--text", TEXT, "--step", "80"),
        ],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "GATESCOPE_CONFIG": str(tmp_path / "config"),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (found.returncode, found.stdout) == (0, f"Written: {path}\n"), found.stderr
    assert path.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "config").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--size", "big"), "--size takes WxH"),
        (("--export-picture", "a.bmp"), "takes a file that ends in .png, .svg, .pdf"),
        (("--screenshot", "a.png", "--save-view", "a.gatescope"), "not allowed with"),
        (("--lang", "fr"), "invalid choice"),
        (("--nonsense",), "unrecognized arguments"),
    ],
)
def test_arguments_that_make_no_sense(arguments: tuple[str, ...], says: str) -> None:
    found = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert found.returncode == 2 and says in found.stderr and "Traceback" not in found.stderr
