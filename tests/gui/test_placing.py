"""Where the window opens: on a screen that is there; and what is said where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.window import no_display
from gui.window.placing import inside, show_inside

ROOT = Path(__file__).resolve().parents[2]

rectangles = st.builds(
    QRect,
    st.integers(-4000, 4000),
    st.integers(-4000, 4000),
    st.integers(1, 4000),
    st.integers(1, 4000),
)


@given(rectangles, st.lists(rectangles, min_size=1, max_size=3))
def test_a_window_lies_in_one_screen_and_keeps_its_size_if_it_can(
    wanted: QRect, screens: list[QRect]
) -> None:
    place = inside(wanted, screens)
    around = [screen for screen in screens if screen.contains(place)]
    assert around
    assert any(place.size() == wanted.size().boundedTo(screen.size()) for screen in around)
    if any(screen.contains(wanted) for screen in screens):
        assert place == wanted


@pytest.mark.parametrize("fills", [False, True], ids=["normal", "maximised"])
def test_a_window_of_a_larger_screen_comes_back_in_sight(qtbot: QtBot, fills: bool) -> None:
    """With room for its title bar; maximised it stays so, and is restored into the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(2200, 1300, 1900, 1200)
    if fills:
        window.setWindowState(Qt.WindowState.WindowMaximized)
    show_inside(window)
    assert window.isMaximized() == fills
    if fills:
        window.showNormal()
    room = QApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.geometry().top() > room.top()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
@pytest.mark.parametrize(
    ("environment", "is_there"),
    [
        ({}, False),
        ({"DISPLAY": ":9173"}, False),
        ({"WAYLAND_DISPLAY": "wayland-9"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_whether_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert no_display.has_display() == is_there


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
@pytest.mark.e2e
def test_without_a_display_one_line_says_what_to_do_and_a_picture_is_taken_all_the_same(
    tmp_path: Path,
) -> None:
    out = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in out}

    def start(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "main.py", *arguments],
            check=False,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        return done.returncode, done.stderr

    assert start() == (2, f"gatescope: {no_display.SAID}\n")
    code, said = start("--text", "a good film", "--screenshot", str(tmp_path / "picture.png"))
    assert code == 0
    assert said.startswith("gatescope: there is no display")
    assert (tmp_path / "picture.png").is_file()
