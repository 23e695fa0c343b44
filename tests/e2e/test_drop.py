"""A model's file, dragged with the pointer onto the real window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e import drag_source
from tests.e2e.conftest import HEIGHT, ROOT, WIDTH, Running, Screen, needs_a_screen, wait_until
from tests.engine.network import files

pytestmark = needs_a_screen

ROOM = WIDTH - drag_source.WIDTH - 10
"""The width of Gatescope's window, beside which files are dragged from."""


@pytest.fixture
def drag(screen: Screen) -> Iterator[Callable[[Path, tuple[int, int]], None]]:
    """Drags a file from a window of its own to a place on the screen, and lets it go."""
    started: list[subprocess.Popen[str]] = []

    def carry(path: Path, place: tuple[int, int]) -> None:
        left = ROOM + 5
        source = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.drag_source", str(left), "20", str(path)],
            cwd=ROOT,
            env=screen.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(source)
        screen.do("search", "--sync", "--onlyvisible", "--name", "drag source")
        x, y = left + drag_source.WIDTH // 2, 20 + drag_source.HEIGHT // 2
        screen.do("mousemove", str(x), str(y), "mousedown", "1")
        for share in (0.02, 0.3, 0.6, 0.9, 1.0, 1.0):  # a hand, not a jump
            time.sleep(0.15)
            at = [round(a + share * (b - a)) for a, b in zip((x, y), place, strict=True)]
            screen.do("mousemove", str(at[0]), str(at[1]))
        time.sleep(0.3)
        screen.do("mouseup", "1")
        assert source.stdout is not None
        assert source.stdout.readline().strip() == "dropped"
        # The source lives on: what is dropped is fetched from it afterwards.
        # No window manager gives the keys back to the window that is left.
        window = screen.do("search", "--onlyvisible", "--name", "Gatescope").split()[0]
        screen.do("windowfocus", "--sync", window)

    yield carry
    for source in started:
        _end(source)


def _end(source: subprocess.Popen[str]) -> None:
    if source.poll() is None:
        source.kill()
    source.wait(10)
    if source.stdout is not None:
        source.stdout.close()


def _settings() -> dict[str, Any]:
    path = Path(os.environ["GATESCOPE_CONFIG"]) / "settings.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_a_dropped_model_takes_the_pane_and_reads(
    start: Callable[..., Running],
    screen: Screen,
    drag: Callable[[Path, tuple[int, int]], None],
    tmp_path: Path,
) -> None:
    model = files.write_keras(tmp_path / "mine.keras")
    running = start("--size", f"{ROOM}x{HEIGHT}", "--theme", "dark")
    before = screen.settled()
    drag(model, (ROOM // 2, HEIGHT // 2))
    wait_until("the model in its pane", lambda: _changed(screen, before) > 0.05)
    screen.settled()
    running.quit()
    settings = _settings()
    assert settings["models"]["recent"] == [str(model)]
    assert str(model) in [pane.get("file") for pane in settings["session"]["panes"]]


def test_a_dropped_file_that_is_no_model_changes_nothing_but_says_so(
    start: Callable[..., Running],
    screen: Screen,
    drag: Callable[[Path, tuple[int, int]], None],
    tmp_path: Path,
) -> None:
    pointer = tmp_path / "mine.keras"
    pointer.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 104\n")
    running = start("--size", f"{ROOM}x{HEIGHT}", "--theme", "dark")
    before = screen.settled()
    drag(pointer, (ROOM // 2, HEIGHT // 2))
    wait_until("the notice", lambda: _changed(screen, before) > 0.005)
    screen.key("Escape")
    running.quit()
    settings = _settings()
    assert settings["models"]["recent"] == []
    assert str(pointer) not in [pane.get("file") for pane in settings["session"]["panes"]]


def _changed(screen: Screen, before: Any) -> float:
    """The share of the window's pixels that are other than before."""
    now = screen.picture()
    return float((now[:, :ROOM] != before[:, :ROOM]).any(axis=-1).mean())
