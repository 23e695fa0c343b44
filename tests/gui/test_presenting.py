"""A lesson alone on the screen: one key, large letters, and everything given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.lessons.test_lessons import open_lessons


def _begin(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    settle()


def test_a_key_gives_a_lesson_the_screen_and_escape_gives_it_back(window: MainWindow) -> None:
    panel = open_lessons(window)
    _begin(window)
    assert window.isFullScreen() and not window.rail.isVisible() and not panel.list.isVisible()
    lesson = panel.view.lesson
    QTest.keyClick(panel.view, Qt.Key.Key_PageDown)
    assert panel.view.lesson is panel.lessons[1] is not lesson
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    settle()
    assert not window.isFullScreen() and window.rail.isVisible() and panel.list.isVisible()
    assert panel.isVisible(), "the lesson stays"
    assert window.services.settings.window.scale == 100


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("in_list", [False, True])
def test_escape_leaves_the_full_screen_first_and_then_the_lesson(
    window: MainWindow, alone: bool, in_list: bool
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    panel = open_lessons(window)
    if alone:
        _begin(window)
    assert window.isFullScreen()
    QTest.keyClick(panel.list if in_list else panel.view, Qt.Key.Key_Escape)
    settle()
    assert not window.isFullScreen() and not window.commands.presenting.is_on
    assert panel.isVisible(), "the lesson stays"
    QTest.keyClick(panel.list if in_list else panel.view, Qt.Key.Key_Escape)
    settle()
    assert not panel.isVisible()


def test_letters_grow_with_the_room_and_shrink_again(window: MainWindow) -> None:
    open_lessons(window)
    _begin(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1920, 1080)  # as a window system gives the whole screen a while later
    settle()
    assert window.services.settings.window.scale == 150
    window.commands.presenting.end()
    assert window.services.settings.window.scale == 100


def test_another_place_ends_it(window: MainWindow) -> None:
    _begin(window)
    window.drawers.show_place("models")
    settle()
    assert not window.commands.presenting.is_on and not window.isFullScreen()
    assert window.rail.isVisible() and window.drawers.place is not None
    assert window.drawers.place.name == "models"


def test_what_is_larger_for_the_moment_is_not_remembered(window: MainWindow) -> None:
    open_lessons(window)
    _begin(window)
    window.commands.appearance.use_scale(175)
    window.close()
    assert window.services.settings.window.scale == 100


def test_drawers_are_as_wide_as_before_it(window: MainWindow) -> None:
    """With other letters the drawer of a lesson, which has all the room, was kept as wide."""
    window.resize(1440, 900)
    settle()
    window.drawers.open(EXPLAIN)
    settle()
    before = window.across.sizes()
    open_lessons(window)
    _begin(window)
    window.resize(1920, 1080)
    settle()
    assert window.services.settings.window.scale > 100
    window.commands.presenting.end()
    window.resize(1440, 900)
    settle()
    window.drawers.open(EXPLAIN)
    settle()
    assert abs(window.across.sizes()[0] - before[0]) < 40
