"""Lessons at every size: no picture lies over the text, and the list is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from engine.library import MODELS
from engine.network.opening import open_network
from gui.i18n.languages import LANGUAGES, install_language
from gui.lessons.panel import LessonsPanel
from tests.gui.conftest import MakeWindow, settle
from tests.gui.layout_checks import in_window, overlapping, shortened_texts
from tests.gui.lessons.test_lessons import open_lessons


def text_of(panel: LessonsPanel) -> QWidget:
    """The column of text."""
    return panel.view._scroll


NARROW, USUAL = (760, 520), (1024, 700)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "percent"), [(NARROW, 100), ((1280, 720), 200)])
def test_no_picture_lies_over_the_text(
    make_window: MakeWindow, size: tuple[int, int], percent: int
) -> None:
    """And no text reaches beyond its column, once the window is of a usual size."""
    window = make_window(size=size)
    window.commands.appearance.use_scale(percent)
    panel = open_lessons(window)
    found = []
    for lesson in panel.lessons:
        panel.show_lesson(lesson.name)
        settle()
        view, picture = panel.view, panel.view.picture
        texts = [f"{lesson.name}: {each}" for each in (*overlapping(view), *shortened_texts(view))]
        found += texts
        if picture is not None:
            if in_window(picture).intersects(in_window(text_of(panel))):
                found.append(f"{lesson.name}: over the text")
            least = picture.layout().totalMinimumSize().width()
            if picture.width() < least:
                found.append(f"{lesson.name}: {picture.width()} of {least} pixels")
        if size == NARROW:
            window.resize(*USUAL)
            settle()
            found += _beyond(panel)
            window.resize(*size)
    assert not found, "\n".join(found)


def _beyond(panel: LessonsPanel) -> list[str]:
    """One long line would widen all that stands in the column, and cut it off at its edge."""
    room = panel.view._scroll.viewport().width()
    is_beyond = panel.view._words.width() > room
    return [f"{panel.view.title.text()}: beyond its column"] if is_beyond else []


@pytest.mark.slow
@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.code != "en"])
def test_no_text_reaches_beyond_its_column(
    make_window: MakeWindow, qapp: QApplication, code: str
) -> None:
    install_language(qapp, code)
    window = make_window(size=USUAL)
    panel = open_lessons(window)
    found = []
    for lesson in panel.lessons:
        panel.show_lesson(lesson.name)
        settle()
        found += _beyond(panel)
    install_language(qapp, "en")
    assert not found, "\n".join(found)


def test_where_there_is_no_room_for_both_the_list_is_a_click_away(make_window: MakeWindow) -> None:
    window = make_window(size=(1280, 720))
    panel = open_lessons(window)
    assert panel.choice.isVisible() and panel.lesson.isVisible() and not panel.choose.isVisible()
    window.commands.appearance.use_scale(200)
    settle()
    assert not panel.choice.isVisible() and panel.lesson.isVisible()
    panel.choose.click()
    settle()
    assert panel.choice.isVisible() and not panel.lesson.isVisible() and panel.list.hasFocus()
    item = panel._items[2]
    at = panel.list.visualItemRect(item).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert panel.view.lesson == panel.lessons[2]
    assert not panel.choice.isVisible() and panel.lesson.isVisible()
    window.commands.appearance.use_scale(100)
    settle()
    assert panel.choice.isVisible() and panel.lesson.isVisible()


def test_what_has_no_room_in_a_lesson_can_be_scrolled_to(make_window: MakeWindow) -> None:
    window = make_window(size=(760, 520))
    window.commands.appearance.use_scale(200)
    panel = open_lessons(window)
    settle()
    picture = panel.view.picture
    assert picture is not None
    around = next(
        each for each in panel.view.findChildren(QScrollArea) if each is not text_of(panel)
    )
    around.ensureWidgetVisible(picture, 0, 0)
    bar = around.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    corner = picture.mapTo(around.viewport(), QPoint(picture.width(), 0))
    assert QRect(QPoint(), around.viewport().size()).right() + 1 == corner.x()


@pytest.mark.parametrize("name", ["08a-forget-gate", "09-gru"])
def test_a_picture_that_is_lower_where_it_is_narrower_comes_to_rest(
    make_window: MakeWindow, name: str
) -> None:
    """Its scroll bar and its height asked for each other until the stack ended."""
    window = make_window(*[open_network(MODELS / f"{each}.keras") for each in ("gru", "lstm")])
    panel = open_lessons(window)
    panel.show_lesson(name)
    settle()
    for height in range(500, 572, 12):
        for width in range(1330, 1378, 6):
            window.resize(width, height)
            settle()
            picture = panel.view.picture
            assert picture is not None
            layout = picture.layout()
            assert layout is not None
            assert picture.height() >= layout.minimumHeightForWidth(picture.width())


def test_a_picture_that_stands_otherwise_in_another_width_keeps_no_height_of_before(
    make_window: MakeWindow,
) -> None:
    """One that fell once is no alternation: it stayed as high as it had been for a moment."""
    window = make_window(*[open_network(MODELS / f"{each}.keras") for each in ("gru", "lstm")])
    panel = open_lessons(window)
    panel.show_lesson("08a-forget-gate")
    for width in (780, 800, 820, 840, 820, 800):
        window.resize(width, 700)
        for _ in range(3):
            settle()
        picture = panel.view.picture
        assert picture is not None
        layout = picture.layout()
        assert layout is not None
        least = layout.minimumHeightForWidth(picture.width())
        assert picture.height() <= max(least, panel.view._around.viewport().height()), width
