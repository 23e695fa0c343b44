"""Training in a real window: choose a recipe, train three epochs, scrub through them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.training.lock import LOCK, is_held
from tests.e2e.conftest import HEIGHT, WIDTH, Picture, Running, Screen, needs_a_screen, wait_until

pytestmark = [*needs_a_screen, pytest.mark.timeout(400)]

# Where things are in a window of 1280x860, in English.
REVIEWS_FIELD = (143, 272)
MODEL_TAB, RUNS_TAB = (152, 60), (203, 60)
GRU_CHIP = (357, 177)
EPOCHS_FIELD = (360, 539)
TRAIN_BUTTON = (424, 779)

PANES = (
    slice(425, 640),
    slice(480, WIDTH),
)  # above are badges, below messages: both change by themselves
CURVES = (slice(200, 560), slice(90, 465))


def read(path: Path) -> dict[str, Any]:
    """A JSON file of a run; empty before it is there."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return found


def away(screen: Screen) -> Picture:
    """The screen at rest, with the pointer where nothing lights up below it."""
    screen.do("mousemove", str(WIDTH - 2), str(HEIGHT - 2))
    return screen.settled()


def changed(screen: Screen, before: Picture) -> Picture:
    """The screen as soon as its panes are other than before, and at rest."""
    end = time.monotonic() + 20
    while np.array_equal((now := away(screen))[PANES], before[PANES]):
        assert time.monotonic() < end, "the panes did not change"
    return now


def assert_comes_to(screen: Screen, wanted: Picture) -> None:
    """The panes look like this again, sooner or later."""
    end = time.monotonic() + 20
    while not np.array_equal(away(screen)[PANES], wanted[PANES]):
        assert time.monotonic() < end, "the panes do not come back to what they were"


def test_a_recipe_is_chosen_trained_and_scrubbed(
    start: Callable[..., Running], screen: Screen, tmp_path: Path, prepared_reviews: Path
) -> None:
    runs = tmp_path / "runs"
    running = start(
        *("--size", f"{WIDTH}x{HEIGHT}", "--theme", "dark", "--lang", "en"),
        GATESCOPE_RUNS=str(runs),
        GATESCOPE_CACHE=str(prepared_reviews),
    )
    screen.key("ctrl+3")
    time.sleep(1.0)
    away(screen)
    screen.click(*REVIEWS_FIELD)
    screen.key("ctrl+a")
    screen.do("type", "--delay", "40", "400")
    screen.click(*MODEL_TAB)
    away(screen)
    screen.click(*GRU_CHIP)
    screen.click(*EPOCHS_FIELD)
    screen.key("ctrl+a")
    screen.do("type", "--delay", "40", "3")
    before = away(screen)
    screen.click(*TRAIN_BUTTON)

    def folder() -> list[Path]:
        return [path for path in runs.glob("2*") if (path / "config.json").is_file()]

    wait_until("the run's folder", lambda: len(folder()) == 1)
    (path,) = folder()
    plan = read(path / "config.json")["plan"]
    assert (plan["recipe"]["cell"], plan["recipe"]["epochs"], plan["limit"]) == ("GRU", 3, 400)
    wait_until("three epochs", lambda: len(read(path / "history.json").get("epochs", [])) == 3, 120)
    wait_until("the end", lambda: read(path / "status.json")["state"] == "finished", 30)
    wait_until("nobody at work", lambda: not is_held(path / LOCK))
    # The window looks a few times a second; the last epoch is there once nothing moves.
    newest = changed(screen, before)
    time.sleep(1.0)
    newest = away(screen)
    pictures = [newest]
    for _ in range(3):
        screen.key("bracketleft")
        pictures.append(changed(screen, pictures[-1]))
    assert len({picture[PANES].tobytes() for picture in pictures}) == 4
    screen.key("bracketright", "bracketright", "bracketright")
    assert_comes_to(screen, newest)

    # A click into the curves goes to an epoch as well, and the time-lapse comes back.
    middle = (CURVES[1].start + CURVES[1].stop) // 2, (CURVES[0].start + CURVES[0].stop) // 2 - 60
    screen.click(*middle)
    changed(screen, newest)
    screen.key("t")
    assert_comes_to(screen, newest)
    running.quit()
