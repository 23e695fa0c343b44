"""A teacher's own lesson stands at the end of the list; keys turn the pages; the guide says how."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit

from engine.lessons.lesson import BLOCKS
from engine.lessons.lesson_checks.registry import ALL_CHECKS
from gui.i18n.languages import LANGUAGES
from gui.lessons.data_cards import CARDS
from gui.lessons.memory_tasks import SHOWN
from gui.lessons.pictures import PICTURES
from gui.lessons.wave_writer import STARTS
from gui.paths import GUIDE
from gui.places import LESSONS
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network

MINE = "# Mine\n@picture activations function=tanh\nText.\n@check gate word=good kind=LSTM\n"


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.opening.open_dropped(data)
    settle()


def test_it_is_dropped_shown_last_and_remembered(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(text_network("LSTM"))
    path = tmp_path / "01-activations.md"  # the name of one of ours
    path.write_text(MINE, encoding="utf-8")
    _drop(window, path)
    panel = window.drawers.panel(LESSONS)
    assert panel is not None and panel.isVisible() and panel.lessons[-1].path == path
    assert panel.view.title.text() == "Mine" and len(panel.view.questions) == 1
    assert not panel.after.isEnabled() and panel.before.isEnabled()
    again = make_window(text_network("LSTM"), settings=window.services.settings)
    assert [lesson.title for lesson in again.drawers.open(LESSONS).lessons][-1] == "Mine"


def test_one_that_is_wrong_is_named_and_forgotten(window: MainWindow, tmp_path: Path) -> None:
    panel = open_lessons(window)
    path = tmp_path / "mine.md"
    path.write_text("# Mine\n\n@check gates word=but", encoding="utf-8")
    panel.open_lesson(path)
    assert "mine.md, line 3: there is no check “gates”. There are: gate." in panel.problem.text()
    assert panel.problem.isVisible() and panel.lessons[-1].path != path
    assert str(path) not in window.services.settings.window.own_lessons


def test_no_option_is_replaced_by_another(window: MainWindow, tmp_path: Path) -> None:
    """Of what an option takes, the picture's own table says what there is; a series is of the cell."""
    assert [*PICTURES["data"].options["card"]] == [*CARDS]
    assert [*PICTURES["one_to_many"].options["start"]] == [*STARTS]
    assert [*PICTURES["memory_tasks"].options["task"]] == [*SHOWN]
    panel, path = open_lessons(window), tmp_path / "mine.md"
    for line in (
        "@picture data card=reviews",
        "@picture gate kind=SimpleRNN",
        "@picture early_stopping model=lsmt",
        "@check gate word=but kind=RNN",
        "@check fades beside=RNN",
    ):
        path.write_text(f"# Mine\n\n{line}\n", encoding="utf-8")
        panel.open_lesson(path)
        assert "mine.md, line 3: " in panel.problem.text(), line
        assert "is not known. There are: " in panel.problem.text(), line
    path.write_text("# Mine\n@picture gate kind=LSTM series=z\n", encoding="utf-8")
    panel.open_lesson(path)
    picture = panel.view.picture
    assert picture is not None and not panel.problem.isVisible()
    settle()
    assert picture.problem.text() == "LSTM has no series “z”. It has: h, c, f, i, g, o."


@pytest.mark.parametrize("focus", ["list", "close_lessons"])
def test_keys_turn_the_lessons_and_leave(window: MainWindow, focus: str) -> None:
    window.resize(1024, 600)
    panel, read = open_lessons(window), window.session.sequence
    panel.show_lesson(panel.lessons[0].name)
    keys = getattr(panel, focus)
    keys.setFocus()
    bar = panel.view._scroll.verticalScrollBar()
    for key, place in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1)):
        settle()
        bar.setValue(bar.maximum())
        assert bar.value() > 0, "there is something below"
        QTest.keyClick(keys, key)
        assert panel.view.lesson is panel.lessons[place]
        settle()
        assert bar.value() == 0, "it is read from its beginning"
    assert window.session.sequence is read, "no review was turned"
    QTest.keyClick(keys, Qt.Key.Key_Escape)
    settle()
    assert not panel.isVisible() and window.centre.isVisible()


@pytest.mark.parametrize("name", ["03-what-an-rnn-is", "07-vanishing-gradient", "10f-embedding"])
def test_keys_turn_the_lessons_whatever_of_a_lesson_has_them(window: MainWindow, name: str) -> None:
    panel = open_lessons(window)
    names = [lesson.name for lesson in panel.lessons]
    count = 0
    while True:
        panel.show_lesson(name)
        settle()
        assert panel.view.picture is not None
        kinds = (QAbstractSlider, QLineEdit, QAbstractButton)
        widgets = [
            each
            for kind in kinds
            for each in panel.view.picture.findChildren(kind)
            if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        if count == len(widgets):
            break
        widgets[count].setFocus()
        QTest.keyClick(widgets[count], Qt.Key.Key_PageDown)
        settle()
        assert panel.view.lesson is not None
        assert panel.view.lesson.name == names[names.index(name) + 1], widgets[count]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
        settle()
        assert panel.view.lesson.name == name
        count += 1
    assert count


GUIDES = [language.code for language in LANGUAGES if (GUIDE / language.code).is_dir()]
"""The languages that have a guide of their own; the others read the English one."""


def test_english_and_korean_have_a_guide() -> None:
    assert {"en", "ko"} <= set(GUIDES)


@pytest.mark.parametrize("code", GUIDES)
def test_the_guide_names_every_block_picture_and_question(code: str) -> None:
    page = (GUIDE / code / "lessons.md").read_text(encoding="utf-8")
    for block in BLOCKS:
        assert f"`@{block}" in page, block
    lines = page.splitlines()
    for rows in (PICTURES, ALL_CHECKS):
        for name, each in rows.items():
            named = [line for line in lines if line.startswith(f"| `{name}` |")]
            assert any(all(f"`{option}`" in line for option in each.options) for line in named), (
                name
            )
