"""The drawer of reviews: browsing, searching, sources, encoding."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled
from engine.library import MODELS
from engine.network.opening import open_network
from engine.progress import Progress
from engine.session.session import Session
from engine.text.encoding import Encoding
from engine.text.sources.reference import SourceReference
from gui.kit.work import ShouldStop, stop_all
from gui.look.dressing import apply_theme
from gui.review.browser import BROWSE, ReviewsPanel
from gui.review.listing import NUMBER
from gui.review.reading import Reading
from gui.settings import Settings
from tests.gui.conftest import settle, texts

ROWS = [
    ("a wonderful film with a <br /><br />great cast", 1),
    ("boring and far too long", 0),
    ("not bad at all , a great surprise", 1),
    ("the plot is bad", 0),
    ("É great!" + " and it goes on" * 60, 1),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    lines = [f'"{text}",{label}' for text, label in ROWS]
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    return path


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
def panel(qtbot: QtBot, session: Session, reading: Reading, table: Path) -> Iterator[ReviewsPanel]:
    """The panel on a table of five reviews, the first of which is read."""
    panel = ReviewsPanel(session, Settings(), reading)
    panel.resize(300, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        reading.open_source(table)
    panel.activateWindow()
    settle()
    yield panel
    panel.stop()
    panel.close()
    panel.deleteLater()
    settle()


def listed(panel: ReviewsPanel) -> list[int]:
    return panel.browse.reviews.numbers.tolist()


# -- browsing -----------------------------------------------------------------------------------


def test_the_list_shows_every_review(panel: ReviewsPanel, reading: Reading) -> None:
    assert listed(panel) == [0, 1, 2, 3, 4]
    assert panel.browse.count.text() == "5 reviews"
    assert panel.browse.source.button.text().startswith("mine.csv")
    model = panel.browse.reviews
    first = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert first == "Review 0, positive, 9 words, a wonderful film with a great cast"
    assert reading.number == 0
    assert panel.browse.list.currentIndex().row() == 0


def test_a_click_and_the_arrows_open_reviews(panel: ReviewsPanel, session: Session) -> None:
    view = panel.browse.list
    where = view.visualRect(panel.browse.reviews.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert session.review is not None
    assert session.review.text == ROWS[2][0]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert session.review.text == ROWS[3][0]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert session.review.text == ROWS[0][0]


def test_buttons_go_through_what_matches(panel: ReviewsPanel, reading: Reading) -> None:
    browse = panel.browse
    QTest.mouseClick(browse.filters.labels["positive"], Qt.MouseButton.LeftButton)
    assert listed(panel) == [0, 2, 4]
    assert browse.count.text() == "3 of 5"
    numbers = []
    for button in (browse.next, browse.next, browse.next, browse.previous):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        numbers.append(reading.number)
    assert numbers == [2, 4, 0, 4]
    QTest.mouseClick(browse.filters.labels["negative"], Qt.MouseButton.LeftButton)
    assert not browse.list.currentIndex().isValid()
    QTest.mouseClick(browse.previous, Qt.MouseButton.LeftButton)
    assert reading.number == 3
    assert browse.list.currentIndex().data(NUMBER) == 3
    for _ in range(8):
        QTest.mouseClick(browse.random, Qt.MouseButton.LeftButton)
        assert reading.number in (1, 3)


def test_a_search_waits_for_the_last_key(qtbot: QtBot, panel: ReviewsPanel) -> None:
    panel.focus_search()
    QTest.keyClicks(panel.browse.filters.query, "GREAT")
    assert listed(panel) == [0, 1, 2, 3, 4]
    qtbot.waitUntil(lambda: listed(panel) == [0, 2, 4], timeout=5000)
    assert panel.browse.count.text() == "3 of 5"
    QTest.keyClick(panel.browse.filters.query, Qt.Key.Key_Down)
    assert panel.browse.list.hasFocus()


def test_a_search_for_other_letters(qtbot: QtBot, panel: ReviewsPanel) -> None:
    panel.browse.filters.query.setText("é")
    qtbot.waitUntil(lambda: listed(panel) == [4], timeout=5000)


def test_nothing_found_offers_a_way_back(qtbot: QtBot, panel: ReviewsPanel) -> None:
    panel.browse.filters.query.setText("zyzzyva")
    QTest.keyClick(panel.browse.filters.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(panel) == [], timeout=5000)
    assert "No review matches." in texts(panel.browse.empty)
    QTest.mouseClick(panel.browse.clear, Qt.MouseButton.LeftButton)
    assert listed(panel) == [0, 1, 2, 3, 4]
    assert panel.browse.filters.query.text() == ""


def test_lengths_are_in_words(panel: ReviewsPanel) -> None:
    filters = panel.browse.filters
    assert filters.longest.text() == "any"
    filters.shortest.setValue(5)
    filters.longest.setValue(8)
    # "br" is a word, as it is for Keras.
    assert listed(panel) == [
        n for n in range(5) if 5 <= panel.browse._reading.corpus.lengths[n] - 1 <= 8
    ]  # type: ignore[union-attr]
    filters.longest.setValue(0)
    assert 4 in listed(panel)


def test_a_review_is_read_before_any_is_prepared(
    qtbot: QtBot, session: Session, reading: Reading
) -> None:
    panel = ReviewsPanel(session, Settings(), reading)
    qtbot.addWidget(panel)
    panel.show()
    assert "No reviews are ready." in texts(panel.browse.empty)
    assert panel.browse.clear.text() == "Prepare the IMDB reviews"
    reading.open_number(3)
    assert session.review is not None
    QTest.mouseClick(panel.browse.next, Qt.MouseButton.LeftButton)
    assert reading.number == 4
    panel.stop()
    panel.close()


def test_preparing_shows_progress_and_can_be_cancelled(
    qtbot: QtBot, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    stopped: list[bool] = []

    def prepare(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        for done in range(10_000):
            time.sleep(0.002)
            if should_stop():
                stopped.append(True)
                raise Cancelled
            yield Progress(done, 10_000, "Preparing the reviews")

    review = session.review
    source = panel.browse.source
    reading.use_source(SourceReference(), prepare)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: source.waiting.bar.value() > 5, timeout=5000)
    assert source.waiting.what.text().startswith("Preparing the reviews · ")
    assert source.waiting.isVisible()
    QTest.mouseClick(source.waiting.cancel, Qt.MouseButton.LeftButton)
    assert not source.waiting.isVisible()
    assert stop_all()
    assert session.review is review
    assert listed(panel) == [0, 1, 2, 3, 4]


def test_the_offline_reviews_take_the_place(
    qtbot: QtBot,
    panel: ReviewsPanel,
    reading: Reading,
    prepared_reviews: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    source = panel.browse.source
    source.menu.aboutToShow.emit()
    titles = [action.text() for action in source.menu.actions() if action.text()]
    assert titles[0] == "IMDB reviews, offline"
    assert titles[-2:] == ["Open CSV or TSV…", "Open folder of texts…"]
    with qtbot.waitSignal(reading.corpus_changed, timeout=60_000):
        source.menu.actions()[0].trigger()
    assert panel.browse.count.text() == "25,000 reviews"
    assert source.button.text().startswith("IMDB reviews")
    panel.browse.filters.query.setText("not bad")
    QTest.keyClick(panel.browse.filters.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 0 < len(listed(panel)) < 1000, timeout=20_000)
    corpus = reading.corpus
    assert corpus is not None
    assert all("not bad" in corpus.text(n).lower() for n in listed(panel))


# -- encoding ------------------------------------------------------------------------------------


def test_encoding_takes_effect_at_once(
    panel: ReviewsPanel, session: Session, reading: Reading
) -> None:
    view = panel.browse.encoding
    QTest.mouseClick(view.head, Qt.MouseButton.LeftButton)
    reading.open_number(4)
    assert session.review is not None
    view.length.setValue(30)
    assert session.steps == 30
    assert session.review.span[0] > 0
    view.cutting.setCurrentIndex(1)
    view.cutting.activated.emit(1)
    assert session.review.span == (0, 30)
    view.length.setValue(500)
    assert session.review.padding[0]
    view.padding.setCurrentIndex(1)
    view.padding.activated.emit(1)
    assert session.review.padding[-1]
    assert not session.review.padding[0]
    assert view.words.text() == "as the network"
    view.words.setValue(50)
    assert session.review.encoding.num_words == 50
    assert int(session.review.inputs.max()) < 50
    assert view.head.text() == "Encoding: 500 steps, 50 ids"
    QTest.mouseClick(view.reset, Qt.MouseButton.LeftButton)
    assert reading.encoding == Encoding()
    assert view.words.text() == "as the network"


def test_tabs_and_names(panel: ReviewsPanel) -> None:
    panel.focus_search()
    assert panel.tabs.currentIndex() == BROWSE
    assert panel.browse.filters.query.hasFocus()
    browse = panel.browse
    for control in (
        browse.filters.query,
        browse.filters.shortest,
        browse.filters.longest,
        browse.list,
        browse.previous,
        browse.random,
        browse.next,
        browse.source.button,
        browse.source.waiting.cancel,
        browse.encoding.head,
        browse.encoding.words,
        browse.encoding.length,
        browse.encoding.padding,
        browse.encoding.cutting,
        panel.compose.box,
        panel.tabs,
    ):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


class Numbers(np.ndarray):
    """Counts how often the list asks how many there are."""

    asked = 0

    def __len__(self) -> int:
        Numbers.asked += 1
        return int(self.shape[0])


def test_another_theme_does_not_lay_the_rows_out_again_and_again(panel: ReviewsPanel) -> None:
    listed, rows = panel.browse.reviews, panel.browse.list
    listed.show(listed.corpus, np.zeros(3000, np.int64).view(Numbers))
    settle()
    assert Numbers.asked > 3000  # of every row, when they are laid out
    Numbers.asked = 0
    apply_theme("light")
    settle()
    assert Numbers.asked < 9000  # one layout where the room changes: two questions a row
    height = rows.visualRect(listed.index(0)).height()
    assert rows.visualRect(listed.index(2999)).top() > 2900 * height
    listed.show(listed.corpus, np.arange(2))
    settle()
    assert not rows.visualRect(listed.index(1)).isEmpty()
    assert rows.verticalScrollBar().maximum() == 0


def test_the_state_is_carried_from_review_to_review(
    panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    def began() -> bool:
        trace = session.panes[1].trace
        assert trace is not None
        return bool(trace.layers["lstm"].before("h", 0).any())

    view = panel.browse.encoding
    view.carry.click()
    assert view.head.text().endswith(", state carried")
    assert not began()
    reading.go(1)
    assert began() and session.carried == 1
    reading.set_encoding(0, 60, "pre", "pre")  # the same review
    assert began() and session.carried == 1 and reading.choices.carries
    session.begin_anew()
    assert not began()
    reading.read_text("a fine film")
    assert began()
    reading.restore()  # as a view is shown: it begins anew, and carries where the view does
    assert not began() and not session.carries and not view.carry.isChecked()
