"""Messages cover nothing and move nothing; what asks for nothing goes by itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import Note
from gui.i18n.languages import install_language
from gui.kit.message import KINDS, Message
from gui.kit.notice import READ
from gui.window.main_window import MainWindow
from tests.engine.network import files
from tests.gui.conftest import MakeWindow, case, settle
from tests.networks import text_network

LONG = "a sentence that is said at some length " * 12


def say(window: MainWindow, kind: str, text: str = LONG) -> Message:
    """Show a message of a kind."""
    notice = window.notice
    {
        "error": lambda: notice.show_error(text),
        "warning": lambda: notice.show_warning(lambda: text),
        "info": lambda: notice.show_offer(lambda: text, lambda: "Do it", lambda: None),
        "offer": lambda: notice.show_offer(lambda: text, lambda: "Do it", lambda: None, stays=True),
        "good": lambda: notice.show_info(lambda: text),
    }[kind]()
    settle()
    return next(each for each in notice.findChildren(Message) if each.kind == kind)


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Where everything lies."""
    parts = (window.reading_view, window.prediction, *window.panes.views, window.cell)
    return {part: QRect(part.mapTo(window, QPoint()), part.size()) for part in parts}


def seen(window: MainWindow, widget: QWidget) -> QRect:
    """Where a widget is seen in the window, as far as what it is in does not clip it."""
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        area &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    return area


def covered(window: MainWindow) -> list[str]:
    """What is seen and lies under the message, other than what it stands on."""
    notice = window.notice
    over = seen(window, notice)
    return [
        type(each).__name__
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.window() is window
        and each is not notice
        and not notice.isAncestorOf(each)
        and not each.isAncestorOf(notice)
        and over.intersects(seen(window, each))
    ]


def shown_of(message: Message) -> QRect:
    """Where the lines of a message are drawn, in its label."""
    metrics = message.label.fontMetrics()
    return metrics.boundingRect(QRect(0, 0, 10_000, 10_000), 0, message.label.text())


@pytest.mark.parametrize("percent", [100, 200])
def test_a_message_covers_nothing_and_moves_nothing(make_window: MakeWindow, percent: int) -> None:
    sizes = (1280, 720), (1366, 768), (1024, 768), (760, 520)
    window = make_window(text_network("LSTM"), text_network("GRU"), size=sizes[0])
    window.commands.appearance.use_scale(percent)
    for size in sizes:
        with case(size):
            window.resize(*size)
            settle()
            before, bar = places(window), window.playback.height()
            slides = window.playback.slider.isVisible()
            assert slides or size == (760, 520)
            for kind in KINDS:  # one beside the other in the end
                message = say(window, kind)
                assert places(window) == before and window.playback.height() == bar
                assert not covered(window), kind
                assert window.notice.geometry().right() < window.playback.width()
                label = message.label
                assert shown_of(message).width() <= label.width() or not label.width()
                assert shown_of(message).height() <= label.height()
                assert message.more.isVisible(), "all of it is a press away"
                assert message.more.width() >= message.more.sizeHint().width()
                message.more.click()
                settle()
                whole = message.whole
                assert whole.isVisible() and whole.label.text() == LONG
                assert whole.label.height() >= whole.label.heightForWidth(whole.label.width())
                assert whole.label.height() <= whole.label.heightForWidth(whole.label.width()) + 1
                assert window.frameGeometry().contains(whole.geometry())
                message.timer.timeout.emit()
                assert message.kind == kind, "somebody reads it"
                whole.hide()
            window.notice.clear()
            settle()
            assert places(window) == before and window.playback.slider.isVisible() == slides


def test_what_fits_is_said_whole(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), size=(1280, 720))
    message = say(window, "info", "The network has two layers that can be shown.")
    assert " ".join(message.label.text().split()) == message.text
    assert message.action.isVisible() and not message.more.isVisible()
    window.notice.clear()
    message = say(window, "warning", "A sentence of two lines, " * 4)
    both = message.label.text()
    assert "\n" in both and "…" not in both and " ".join(both.split()) == message.text.strip()
    assert window.playback.slider.width() >= window.playback.slider.minimumWidth()


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


@pytest.mark.parametrize("width", range(1024, 1921, 128))
def test_of_two_messages_each_can_be_read_or_the_newest_alone_is_seen(
    make_window: MakeWindow, width: int
) -> None:
    """Two of them were "No wor… more" and "… more"."""
    window = make_window(size=(width, 700))
    older = say(window, "warning")
    news = say(window, "good", "The file a_name_of_some_length.csv has 40 reviews.")
    settle()
    assert news.isVisible() and news.label.width() >= min(READ, news.label.sizeHint().width())
    assert not older.isVisible() or older.label.width() >= READ
    news.clear()
    settle()
    assert older.isVisible()


def test_a_message_in_another_language_has_its_room(window: MainWindow, qapp: QApplication) -> None:
    texts = iter(("short", LONG))
    window.notice.show_warning(lambda: next(texts, LONG))
    settle()
    width = window.notice.width()
    install_language(qapp, "ko")
    settle()
    assert window.notice.width() > width


def test_all_notes_of_a_network_are_said_together(make_window: MakeWindow) -> None:
    notes = (Note("The first note."), Note("The second note."))
    window = make_window(replace(text_network("LSTM"), notes=notes))
    window.arrivals.introduce(0)
    assert window.notice.text == "The first note.\nThe second note."


def test_what_was_dropped_is_named(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """Of reviews one is shown, which has no name; a network goes from its pane."""
    table = tmp_path / "mine.csv"
    table.write_text("text,label\na good film,1\na bad film,0\n")
    with qtbot.waitSignal(window.services.reading.corpus_changed):
        window.opening.open_files([table])
    assert window.notice.text == "mine.csv: 2 reviews"
    install_language(qapp, "ko")
    settle()
    assert window.notice.text == "mine.csv: 리뷰 2개"
    install_language(qapp, "en")
    models = [files.write_keras(tmp_path / f"{name}.keras") for name in ("first", "second")]
    with qtbot.waitSignals([window.services.opener.opened] * 2, timeout=20_000):
        window.opening.open_files(models)  # the second has a pane of its own
    settle()
    names = [pane.network.name for pane in window.session.panes]
    assert len(names) == 3
    assert window.notice.text == f"{names[0]} has taken the place of SimpleRNN(8)."


@pytest.mark.parametrize("reads", ["a review", "hardly any of its words", "nothing"])
def test_a_dictionary_that_was_dropped_is_named_with_what_it_knows_of_the_text(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, tmp_path: Path, reads: str
) -> None:
    """All others become padding or the unknown word, which is hardly seen."""
    words = tmp_path / "w1.json"
    words.write_text(json.dumps({"one": 1, "two": 2, "three": 3, "four": 4, "beyond": 5_000}))
    name = window.session.panes[0].network.name
    text = "One beyond two one" if reads == "a review" else "this film has one word of it"
    window.services.reading.read_text(text)
    if reads == "nothing":
        window.session.leave_reading()
    settle()
    with qtbot.waitSignal(window.services.reading.dictionaries.changed, timeout=20_000):
        window.opening.open_files([words])
    settle()
    said = f"{name} reads by the words of w1.json now"
    known = {"a review": "3 of the 4", "hardly any of its words": "1 of the 7"}
    if reads in known:
        assert window.notice.text == f"{said}: they are {known[reads]} words of this text."
    else:
        assert window.notice.text == f"{said}."
    install_language(qapp, "ko")
    settle()
    assert "w1.json" in window.notice.text and said not in window.notice.text


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_what_is_said_takes_no_control_out_of_the_hand(
    make_window: MakeWindow, percent: int
) -> None:
    window = make_window(text_network("LSTM"), text_network("GRU"), size=(1280, 720))
    window.commands.appearance.use_scale(percent)
    bar, tried = window.playback, 0
    for size in ((1280, 720), (1024, 700), (853, 480), (760, 440)):
        window.resize(*size)
        for control in bar.controls:
            settle()
            if not control.isVisible():
                continue
            control.setFocus() if control is bar.speed else control.setProperty("down", True)
            if control is bar.slider:
                bar.slider.setSliderDown(True)
            before = QRect(control.mapTo(window, QPoint()), control.size())
            for kind in KINDS:
                say(window, kind)
                with case(size, kind, control.accessibleName()):
                    assert control.isVisible() and not covered(window)
                    after = QRect(control.mapTo(window, QPoint()), control.size())
                    assert after.right() < bar.width()
                    if control is not bar.speed and control is not bar.slider:
                        assert after == before, "it stays below the pointer"
            tried += 1
            bar.slider.setSliderDown(False)
            control.setProperty("down", False)
            control.clearFocus()
            for part in bar.controls:
                if isinstance(part, QAbstractButton):
                    part.released.emit()
            settle()
            assert window.notice.width() > 0 or not window.notice.isVisible(), "it waited"
            window.notice.clear()
    assert tried > 12
