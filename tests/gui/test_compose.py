"""Writing a review: read while it is typed, whatever is typed or pasted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.opening import open_network
from engine.sequence import Sequence
from engine.session.session import Session
from gui.kit.work import stop_all
from gui.review.browser import WRITE, ReviewsPanel
from gui.review.reading import LONG_TEXT, Reading
from gui.settings import Settings
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import settle


@pytest.fixture
def session() -> Session:
    session = Session()
    session.set_networks(
        [open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm")]
    )
    return session


@pytest.fixture
def reading(session: Session, qapp: QApplication) -> Iterator[Reading]:
    reading = Reading(session, Settings())
    yield reading
    reading.stop()
    stop_all()
    settle()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, reading: Reading) -> Iterator[ReviewsPanel]:
    """The panel while the first of the offline reviews is read."""
    reading.open_number(0)
    panel = ReviewsPanel(session, Settings(), reading)
    panel.resize(300, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    yield panel
    panel.stop()
    panel.close()
    panel.deleteLater()
    settle()


@pytest.fixture
def box(panel: ReviewsPanel):  # type: ignore[no-untyped-def]
    panel.focus_writing()
    settle()
    return panel.compose.box


def test_typing_is_read_at_once(qtbot: QtBot, panel: ReviewsPanel, session: Session, box) -> None:  # type: ignore[no-untyped-def]
    assert panel.tabs.currentIndex() == WRITE
    QTest.keyClicks(box, "good film")
    qtbot.waitUntil(lambda: session.review is not None and session.review.text == "good film")
    trace = session.panes[1].trace
    assert trace is not None
    assert trace.sequence.steps[-2:] == ("good", "film")
    assert panel.compose.says.text() == "97 padding + start mark + 2 words = 100 steps"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() != "good film"


def test_what_was_said_stays_until_there_is_more_to_say(
    qtbot: QtBot, panel: ReviewsPanel, session: Session, box: QPlainTextEdit
) -> None:
    """ "Reading…" between two keys would only flicker, and lay the drawer out twice a key."""
    QTest.keyClicks(box, "good")
    settle()
    before = panel.compose.says.text()
    assert before == "98 padding + start mark + 1 word = 100 steps"
    late: list[Callable[[], None]] = []
    with ThreadPoolExecutor(1) as executor:
        session.use(executor, late.append)
        QTest.keyClicks(box, " film")
        qtbot.waitUntil(lambda: len(late) > 0)
        assert panel.compose.says.text() == before
        qtbot.waitUntil(lambda: panel.compose.says.text() == "Reading…")
        for call in late:
            call()
        session.use(None, None)
    assert panel.compose.says.text() == "97 padding + start mark + 2 words = 100 steps"


@pytest.mark.usefixtures("box")
def test_a_text_carries_no_state_into_itself_as_it_is_written(
    panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    box = panel.compose.box

    def type_in(keys: str, count: int, text: str) -> None:
        for key in keys:
            QTest.keyClicks(box, key)
            settle()
        assert session.review is not None
        assert (session.review.text, session.carried) == (text, count)

    reading.set_carry(True)
    type_in("a film", 1, "a film")  # after the review that was shown
    type_in("s", 1, "a films")
    box.selectAll()
    type_in("so", 2, "so")
    panel.compose.examples[0].click()
    settle()
    assert session.carried == 3
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    settle()
    assert session.carried == 3


def test_an_empty_box_invites(qtbot: QtBot, panel: ReviewsPanel, session: Session, box) -> None:  # type: ignore[no-untyped-def]
    before = session.review
    assert panel.compose.examples[0].isVisible()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClicks(box, "...!")
    QTest.qWait(40)
    assert session.review is before
    assert panel.compose.says.text() == "There is no word yet, only punctuation."
    panel.compose.clear()
    QTest.mouseClick(panel.compose.examples[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "boring" in (session.review.text if session.review else ""))
    assert not panel.compose.examples[0].isVisible()
    box.undo()
    assert box.toPlainText() == ""
    assert panel.compose.examples[0].isVisible()


@pytest.mark.parametrize("left", ["", "  ", "..."])
def test_a_box_without_a_word_says_what_is_still_shown(
    qtbot: QtBot,
    panel: ReviewsPanel,
    session: Session,
    box,  # type: ignore[no-untyped-def]
    left: str,
) -> None:
    box.setPlainText("good film")
    qtbot.waitUntil(lambda: session.review is not None and session.review.text == "good film")
    box.setPlainText(left)
    qtbot.waitUntil(
        lambda: panel.compose.says.text().endswith("The text before it is still shown.")
    )
    panel.browse.go(1)
    assert "still shown" not in panel.compose.says.text(), "a review, which the header names"


def test_a_long_text_is_read_again_by_its_button(
    qtbot: QtBot, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    text = "good film " * (LONG_TEXT // 5)
    panel.compose.show_long(text)
    qtbot.waitUntil(lambda: session.review is not None and session.review.text == text)
    assert not panel.compose.reread.isVisibleTo(panel)
    assert ". This text is too long to be edited here" in panel.compose.says.text()
    reading.open_number(2)
    says = "too long to be edited here: the box shows its beginning."
    assert panel.compose.box.isReadOnly() and panel.compose.says.text().endswith(says)
    assert panel.compose.says.text().startswith("Another review is shown. ")
    panel.compose.reread.click()
    qtbot.waitUntil(lambda: session.review is not None and session.review.text == text)
    assert reading.number is None
    panel.compose.again.click()
    assert not panel.compose.box.isReadOnly() and "too long" not in panel.compose.says.text()


def test_only_unknown_words_are_read_and_explained(
    qtbot: QtBot,
    panel: ReviewsPanel,
    session: Session,
    box,  # type: ignore[no-untyped-def]
) -> None:
    box.setPlainText("재미있는 영화 zyzzyva")
    qtbot.waitUntil(lambda: session.review is not None and "zyzzyva" in session.review.text)
    assert "None of these words is in the vocabulary" in panel.compose.says.text()
    box.setPlainText("the zyzzyva")
    expected = "97 padding + start mark + 2 words = 100 steps, 1 unknown"
    qtbot.waitUntil(lambda: panel.compose.says.text() == expected)


@pytest.mark.parametrize(
    "text",
    [
        "good 🎬 film 👩‍👩‍👧‍👦 \U0001f468\U0001f3fd",
        "فيلم رائع good film",
        "שלום \u202egood film\u202c",
        "good\0film and\x01more\x7f",
        "a\u0300\u0301\u0302" * 200 + " good",
        "good\u2028film\u2029end",
    ],
)
def test_strange_letters_are_read(
    qtbot: QtBot,
    session: Session,
    box,
    text: str,  # type: ignore[no-untyped-def]
) -> None:
    data = QMimeData()
    data.setText(text)
    before = session.review
    box.insertFromMimeData(data)
    qtbot.waitUntil(lambda: session.review is not before)
    trace = session.panes[0].trace
    assert trace is not None
    assert np.isfinite(trace.prediction).all()


def test_a_million_words_are_pasted_without_a_halt(
    qtbot: QtBot,
    panel: ReviewsPanel,
    session: Session,
    box,  # type: ignore[no-untyped-def]
) -> None:
    text = "wonderful film " * 500_000
    data = QMimeData()
    data.setText(text)
    begun = time.perf_counter()
    box.insertFromMimeData(data)
    assert time.perf_counter() - begun < 0.5
    held = 0.0
    while session.review is None or len(session.review.text) < len(text):
        before = time.perf_counter()
        QApplication.processEvents()
        held = max(held, time.perf_counter() - before)
        assert time.perf_counter() - begun < 20
    assert held < 0.5
    settle()
    cut = "999,900 of 1,000,000 words cut in front"
    assert panel.compose.says.text().startswith(f"100 words = 100 steps, {cut}. This text is")
    assert len(box.toPlainText()) < LONG_TEXT
    assert box.isReadOnly()
    QTest.mouseClick(panel.compose.again, Qt.MouseButton.LeftButton)
    assert box.toPlainText() == ""
    assert not box.isReadOnly()


def test_what_was_written_comes_back(session: Session, reading: Reading, qtbot: QtBot) -> None:
    reading.read_text("a film of my own")
    panel = ReviewsPanel(session, Settings(), reading)
    qtbot.addWidget(panel)
    assert panel.tabs.currentIndex() == WRITE
    assert panel.compose.box.toPlainText() == "a film of my own"
    assert panel.compose.says.text().startswith("94 padding + start mark + 5 words")
    reading.open_number(2)
    assert panel.compose.says.text() == "Another review is shown."
    panel.compose.reread.click()
    assert reading.number is None and session.review is not None
    assert session.review.text == "a film of my own"
    assert not panel.compose.reread.isVisibleTo(panel)
    panel.stop()


def test_it_says_what_is_shown_in_its_place(panel: ReviewsPanel, session: Session) -> None:
    session.set_networks([open_network(MODELS / "lstm.keras"), numbers_network(1, 5)])
    panel.tabs.setCurrentIndex(WRITE)
    written = panel.compose
    written.box.setPlainText("a film")
    settle()
    session.read(Sequence(np.zeros((5, 1), np.float32), ("",) * 5, np.zeros(5, bool)))
    settle()
    assert "Numbers are shown" in written.says.text() and not written.reread.isHidden()
