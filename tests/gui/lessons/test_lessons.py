"""The place of the lessons: their list, the one that is open, and what every lesson is."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QRawFont, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from engine.lessons.code import CODE
from engine.lessons.lesson import TEXT, Lesson
from engine.lessons.parse import load_folder
from gui.help.guide import pages
from gui.help.page_view import PageView
from gui.i18n.languages import LANGUAGES, install_language
from gui.lessons.panel import FOLDER, LessonsPanel, lesson_names
from gui.look.typefaces import typeface
from gui.panes.pane import PaneView
from gui.places import LESSONS
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.networks import text_network


def open_lessons(window: MainWindow) -> LessonsPanel:
    """Open the place, as its key does."""
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    settle()
    panel = window.drawers.panel(LESSONS)
    assert panel is not None and panel.isVisible()
    return panel


def test_the_place_has_the_window_and_gives_it_back(window: MainWindow) -> None:
    panel = open_lessons(window)
    assert not window.centre.isVisible() and not window.cell_side.isVisible()
    assert not window.cell.isVisible()  # a panel of its own, wherever its side is
    assert panel.view.isVisible() and panel.view.width() > 700
    step = window.session.step
    QTest.mouseClick(panel.close_lessons, Qt.MouseButton.LeftButton)
    settle()
    assert window.centre.isVisible() and not panel.isVisible()
    assert window.session.step == step


def test_a_lesson_is_remembered(window: MainWindow) -> None:
    panel = open_lessons(window)
    last = panel.lessons[-1].name
    panel.show_lesson(last)
    assert window.services.settings.window.lesson == last
    install_language(QApplication.instance(), "ko")  # type: ignore[arg-type]
    settle()
    assert panel.view.lesson is not None and panel.view.lesson.name == last
    assert panel.view.lesson.path.parent.name == "ko"


def test_the_lessons_of_all_languages_are_the_same() -> None:
    """Of the same names, with the same pictures, questions, code and sections of the lecture."""
    first, *others = (load_folder(FOLDER / each.code, lesson_names())[0] for each in LANGUAGES)
    kinds = ("picture", "open", "check", "code", "lecture")
    for lessons in others:
        assert [lesson.name for lesson in lessons] == [lesson.name for lesson in first]
        for one, other in zip(first, lessons, strict=True):
            for kind in kinds:
                assert [(b.name, b.options) for b in one.of(kind)] == [
                    (b.name, b.options) for b in other.of(kind)
                ], one.name


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_every_lesson_has_all_that_a_lesson_has(code: str) -> None:
    """A picture, two to five sentences, one thing to try, the same in the main window, a question,
    the lines of Keras, and notes; a heading of the lecture."""
    lessons, errors = load_folder(FOLDER / code, lesson_names())
    assert lessons and not errors
    for lesson in lessons:
        kinds = Counter(block.kind for block in lesson.blocks)
        assert all(kinds[kind] == 1 for kind in ("picture", "try", "open", "code", "notes"))
        assert kinds["check"] >= 1 and lesson.lecture, lesson.name
        text = " ".join(block.text for block in lesson.blocks if block.kind == TEXT)
        without_code = re.sub(r"`[^`]*`|\$[^$]*\$", "x", text)
        sentences = re.findall(r"[.!?](?=\s|$)", without_code)
        assert 2 <= len(sentences) <= 5, f"{code}/{lesson.name}: {len(sentences)} sentences"


def test_notes_are_shown_on_request(window: MainWindow) -> None:
    window.resize(1024, 600)
    panel = open_lessons(window)
    assert panel.view.lesson is not None and panel.view.lesson.only("notes") is not None
    assert not panel.view.notes.isVisible()
    QTest.mouseClick(panel.notes, Qt.MouseButton.LeftButton)
    settle()
    assert panel.view.notes.isVisible()
    top = panel.view.notes.mapTo(panel.view._scroll.viewport(), QPoint())
    assert 0 <= top.y() < panel.view._scroll.viewport().height(), "they are scrolled to"
    panel.go(1)
    settle()
    assert panel.view.notes.isVisible() and QApplication.activeWindow() is window


def test_a_lesson_that_is_wrong_is_named(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "01-mine.md").write_text("# Mine\n@picture nothing", encoding="utf-8")
    monkeypatch.setattr("gui.lessons.panel.FOLDER", tmp_path)
    panel = open_lessons(make_window(text_network("LSTM")))
    assert panel.problem.isVisible()
    assert "01-mine.md, line 2: there is no picture “nothing”." in panel.problem.text()


def test_a_button_opens_the_same_in_the_main_window(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(text_network("LSTM"))
    panel = open_lessons(window)
    window.dialogs.views.save(tmp_path / "mine.gatescope")
    opened: list[Path] = []
    panel.view_asked.connect(lambda path, _: opened.append(path))
    panel.view.view_asked.emit("mine")
    assert [path.name for path in opened] == ["mine.gatescope"]
    assert not panel.isVisible() and window.centre.isVisible()


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_no_title_in_the_list_is_elided(make_window: MakeWindow, code: str) -> None:
    panel = open_lessons(make_window(text_network("LSTM"), size=(1024, 700)))
    install_language(QApplication.instance(), code)  # type: ignore[arg-type]
    settle()
    titles = panel.list
    for at in range(titles.count()):
        item = titles.item(at)
        room = titles.visualItemRect(item)
        inner = room.adjusted(8, 6, -8, -6)  # the style sheet's padding
        inner.setWidth(min(inner.width(), titles.viewport().width() - 16))
        words = titles.fontMetrics().boundingRect(inner, Qt.TextFlag.TextWordWrap, item.text())
        assert words.height() <= inner.height() and words.width() <= inner.width(), item.text()


def test_what_stands_out_has_a_typeface_of_its_own(make_window: MakeWindow) -> None:
    """Qt smears the boldest typeface that there is to make one that is bolder."""
    bold = typeface(15, bold=True)
    assert QRawFont.fromFont(bold).weight() == bold.weight() == QFont.Weight.DemiBold
    panel = open_lessons(make_window(text_network("LSTM")))
    heaviest = 0
    for lesson in panel.lessons:
        panel.view.show_lesson(_without_picture(lesson))
        for each in panel.view.findChildren(QLabel):
            document = QTextDocument()
            if each.textFormat() == Qt.TextFormat.MarkdownText:
                document.setMarkdown(each.text())
            else:
                document.setHtml(each.text())
            heaviest = max(heaviest, *_weights(document), 0)
    page = PageView()
    page.show_page(pages("ko")[0].path)
    heaviest = max(heaviest, *_weights(page.document()))
    assert heaviest == QFont.Weight.DemiBold
    page.deleteLater()


def _without_picture(lesson: Lesson) -> Lesson:
    kinds = ("picture", "check")
    return replace(lesson, blocks=tuple(each for each in lesson.blocks if each.kind not in kinds))


def _weights(document: QTextDocument) -> list[int]:
    block, weights = document.begin(), []
    while block.isValid():
        weights += [each.format.fontWeight() for each in block.textFormats()]
        block = block.next()
    return weights


def test_all_of_the_code_is_in_sight_and_copied_it_is_as_it_was(make_window: MakeWindow) -> None:
    panel = open_lessons(make_window(text_network("LSTM"), size=(1440, 900)))
    for lesson in panel.lessons:
        block = lesson.only("code")
        if block is None:
            continue
        panel.view.show_lesson(_without_picture(lesson))
        settle()
        view = panel.view.code
        lines = view.toPlainText().splitlines()
        room = view.viewport().width()
        assert max(map(view.fontMetrics().horizontalAdvance, lines)) <= room, lesson.name
        shown, code = view.toPlainText(), CODE[block.name]
        assert ast.dump(ast.parse(shown)) == ast.dump(ast.parse(code))
        panel.view.copy.click()
        assert QGuiApplication.clipboard().text() == code


def test_what_is_let_go_twice_says_nothing(window: MainWindow) -> None:
    """As when a window is closed, and its language changes before it is gone."""
    panel = open_lessons(window)
    for name in ("10c-lengths", "11b-settings"):
        panel.show_lesson(name)
        assert panel.view.picture is not None
        views = [panel.view.picture, *panel.view.questions, *window.panes.findChildren(PaneView)]
        assert len(views) >= 4
        for view in (*views, *views):
            view.unsubscribe()
