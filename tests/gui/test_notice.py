"""Messages lie over the lower edge and move nothing; what asks for nothing goes by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from engine.errors import Note
from gui.i18n.languages import install_language
from gui.kit.message import KINDS, Message
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.networks import text_network

LONG = "a sentence that is said at some length " * 12


def say(window: MainWindow, kind: str, text: str = LONG) -> Message:
    """Show a message of a kind."""
    notice = window.notice
    {
        "error": lambda: notice.show_error(text),
        "warning": lambda: notice.show_warning(lambda: text),
        "info": lambda: notice.show_offer(lambda: text, lambda: "Do it", lambda: None),
        "good": lambda: notice.show_info(lambda: text),
    }[kind]()
    settle()
    return next(each for each in notice.findChildren(Message) if each.kind == kind)


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Where everything lies."""
    parts = (window.reading_view, window.prediction, *window.panes.views, window.cell)
    return {part: QRect(part.mapTo(window, QPoint()), part.size()) for part in parts}


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_moves_nothing_and_lies_within(window: MainWindow, kind: str) -> None:
    before = places(window)
    message = say(window, kind)
    assert places(window) == before
    notice, centre = window.notice, window.centre
    assert centre.rect().contains(notice.geometry())
    assert message.label.height() >= message.label.heightForWidth(message.label.width())
    window.resize(900, 640)
    settle()
    assert centre.rect().contains(notice.geometry())
    assert message.label.height() >= message.label.heightForWidth(message.label.width())


@pytest.mark.parametrize("kind", KINDS)
def test_what_asks_for_nothing_goes_by_itself(window: MainWindow, kind: str) -> None:
    message = say(window, kind)
    assert message.timer.isActive() == (kind in ("info", "good"))
    if not message.timer.isActive():
        return
    message.close_button.setFocus()
    message.timer.timeout.emit()
    assert message.kind == kind and message.timer.isActive(), "somebody is about to press it"
    window.reading_view.take_focus()
    message.timer.timeout.emit()
    assert not message.isVisible() and not window.notice.isVisible()


def test_news_do_not_hide_a_problem(window: MainWindow) -> None:
    say(window, "warning", "Half of it is there.")
    news = say(window, "good", "It is saved.")
    assert window.notice.problem == "Half of it is there." and window.notice.text == "It is saved."
    assert all(message.isVisible() for message in window.notice.findChildren(Message))
    news.timer.timeout.emit()
    assert window.notice.text == "Half of it is there."
    window.notice.clear()
    assert not window.notice.isVisible()


def test_a_message_in_another_language_has_its_room(window: MainWindow, qapp: QApplication) -> None:
    texts = iter(("short", LONG))
    window.notice.show_warning(lambda: next(texts, LONG))
    settle()
    height = window.notice.height()
    install_language(qapp, "ko")
    settle()
    assert window.notice.height() > height


def test_all_notes_of_a_network_are_said_together(make_window: MakeWindow) -> None:
    notes = (Note("The first note."), Note("The second note."))
    window = make_window(replace(text_network("LSTM"), notes=notes))
    window.arrivals.introduce(0)
    assert window.notice.text == "The first note.\nThe second note."
