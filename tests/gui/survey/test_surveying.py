"""What is read, when, and how long it is remembered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QTextBrowser
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.replay.edit_texts import parse_all
from engine.survey import passes as engine_passes
from engine.survey import remembered
from engine.survey import survey as module
from gui.kit.kept_bytes import bytes_of
from gui.places import NUMBERS, SURVEY
from gui.settings import Settings
from gui.survey import surveying as surveying_module
from gui.survey.card_page import CardPage
from gui.survey.page import SurveyPage
from gui.survey.pages import SURVEY_PAGES
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import LENGTH, MakeWindow, case, settle, texts
from tests.gui.survey.conftest import REVIEWS, Opened, open_corpus, wait, write_corpus
from tests.networks import text_network


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The networks that have read a corpus, in their order."""
    read: list[str] = []
    survey = module.survey

    def counted(network, *others):  # type: ignore[no-untyped-def]
        read.append(network.name)
        return survey(network, *others)

    monkeypatch.setattr(module, "survey", counted)
    return read


def test_nothing_is_read_before_it_is_asked_for(
    window: MainWindow, qtbot: QtBot, passes: list[str]
) -> None:
    window.services.explaining.page = "survey_card"
    wait(window, qtbot)
    page = window.pages.page
    assert isinstance(page, SurveyPage) and page.answer is None and passes == []
    assert page.invitation.text() == f"Let LSTM(4) read {REVIEWS} sequences of reviews.csv."
    assert page.read.isVisible()
    page.read.click()
    wait(window, qtbot)
    assert page.answer is not None and passes == ["LSTM(4)"]


def test_a_reading_is_kept_while_network_corpus_and_encoding_are_the_same(
    opened: Opened, window: MainWindow, qtbot: QtBot, passes: list[str], tmp_path: Path
) -> None:
    page = opened("survey_card")
    window.session.choose_unit(1, 1)
    wait(window, qtbot)
    assert passes == ["LSTM(4)"]
    for focus in (0, 1):
        window.session.focus = focus
        wait(window, qtbot)
    assert passes == ["LSTM(4)", "SimpleRNN(3)"] and page.answer is not None
    window.services.reading.set_encoding(0, 30, "pre", "pre")
    wait(window, qtbot)
    assert passes[2:] == ["LSTM(4)"] and page.answer[0].inputs.steps == 30
    open_corpus(window, qtbot, write_corpus(tmp_path / "others.csv", seed=1))
    assert page.answer is None and not window.services.surveying.is_begun
    assert "others.csv" in page.invitation.text()


def test_some_are_drawn_and_it_is_said(opened: Opened, window: MainWindow, qtbot: QtBot) -> None:
    window.services.surveying.choose(25, "threads")
    page = opened("survey_card")
    assert len(page.answer[0].inputs) == 25
    assert (
        f"25 of {REVIEWS} sequences of reviews.csv are read, drawn by seed 0."
        in page.sentence.text()
    )


def test_cancelled_it_asks_again(window: MainWindow, qtbot: QtBot) -> None:
    surveying = window.services.surveying
    window.services.explaining.page = "survey_card"
    surveying.begin()
    page = window.pages.page
    assert isinstance(page, SurveyPage) and surveying.is_busy
    assert not page.read.isVisible()
    page.waiting.cancelled.emit()
    settle()
    assert not surveying.is_busy and page.answer is None and page.read.isVisible()
    page.read.click()
    wait(window, qtbot)
    assert page.answer is not None


def test_a_scheduler_that_is_not_there_is_named(
    opened: Opened, window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.drawers.open(SURVEY)
    assert not panel.address.isVisible()
    panel.workers.setCurrentIndex(2)
    panel.workers.activated.emit(2)
    assert panel.address.isVisible()
    panel.read.click()  # not by threads, in silence
    assert "address" in panel.summary.text() and not window.services.surveying.is_begun
    settle()
    assert not panel.summary.visibleRegion().isEmpty(), "it may stand below the foot of the drawer"
    panel.address.setText("tcp://127.0.0.1:9")
    panel.address.editingFinished.emit()
    page = opened("survey_card")
    assert page.answer is None
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in page.invitation.text()
    assert page.read.isVisible() and page.read.text() == "Try again"
    window.services.surveying.choose(0, "threads")
    assert page.read.isVisible() and page.read.text() == "Read the corpus"
    page.read.click()
    wait(window, qtbot)
    assert page.answer is not None


def test_what_failed_is_tried_again(
    opened: Opened, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = module.survey

    def failing(*_):  # type: ignore[no-untyped-def]
        raise GatescopeError("The disk was away for a moment.")
        yield

    monkeypatch.setattr(module, "survey", failing)
    page = opened("survey_card")
    assert page.invitation.text() == "The disk was away for a moment."
    assert page.read.isVisible() and page.read.text() == "Try again"
    monkeypatch.setattr(module, "survey", survey)
    page.read.click()
    wait(window, qtbot)
    assert page.answer is not None


def test_corpora_are_remembered_by_every_pane_and_back(
    make_window: MakeWindow, qtbot: QtBot, passes: list[str], tmp_path: Path
) -> None:
    window = make_window(*(text_network(kind, 2) for kind in ("SimpleRNN", "LSTM", "GRU")))
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    window.services.explaining.page = "survey_right"
    window.services.surveying.begin()
    wait(window, qtbot)
    for length, count in ((30, 6), (40, 6), (30, 6), (20, 9), (30, 9), (40, 12)):
        window.services.reading.set_encoding(0, length, "pre", "pre")
        wait(window, qtbot)
        assert len(passes) == count, length


def test_readings_have_room_by_their_bytes(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for those that are asked of, which would be read again and again."""
    window = make_window(*(text_network(kind, 2) for kind in ("SimpleRNN", "LSTM")))
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    surveying = window.services.surveying
    window.services.explaining.page = "survey_right"
    surveying.begin()
    wait(window, qtbot)
    two = bytes_of(*surveying._readings.values())
    assert two > 10 * REVIEWS * LENGTH, "ids, what is padding, and answers"
    kept = []
    for most in (100 * two, two, 0):
        monkeypatch.setattr(surveying_module, "MAX_READING_BYTES", most)
        for length in range(LENGTH - 6, LENGTH):
            window.services.reading.set_encoding(0, length, "pre", "pre")
            wait(window, qtbot)
            assert isinstance(page := window.pages.page, SurveyPage) and page.answer is not None
        kept.append(list(surveying._readings.values()))
        assert bytes_of(*kept[-1][:-2]) <= most
    assert [len(readings) for readings in kept][::2] == [surveying_module.MAX_READINGS, 2]
    assert 2 < len(kept[1]) < surveying_module.MAX_READINGS


def test_answers_have_room_by_their_bytes(
    opened: Opened, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened("survey_card")
    opened("survey_ends")
    answers = window.services.surveying._answers
    assert len(answers) == 2
    monkeypatch.setattr(surveying_module, "MAX_ANSWER_BYTES", 0)
    page = opened("survey_saturation")
    assert len(answers) == 1 and page.answer is not None


def test_another_corpus_is_not_read_unasked(
    make_window: MakeWindow, qtbot: QtBot, passes: list[str], tmp_path: Path
) -> None:
    """Also in place of the offline reviews that were never prepared."""
    window = make_window(text_network("LSTM", 4))
    surveying = window.services.surveying
    assert window.services.reading.corpus is None
    surveying.begin()  # no page is seen: nothing is asked
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
    assert not surveying.is_begun
    window.services.explaining.page = "survey_card"
    wait(window, qtbot)
    assert passes == []


def test_edits_change_nothing_and_it_is_said(
    opened: Opened, window: MainWindow, qtbot: QtBot
) -> None:
    page = opened("survey_card")
    page.lists.buttons["top"].click()
    place = page.rows.rows[0]
    assert not page.untouched.isVisible()
    window.services.edits.change(parse_all(["lstm.f=0", "lstm.o=1"]))
    wait(window, qtbot)
    assert page.untouched.isVisible() and page.rows.rows[0].value == place.value
    page.rows.opened.emit(place)
    qtbot.waitUntil(lambda: not window.session.busy)
    ghost = window.session.panes[1].layer_ghost
    assert ghost is not None and ghost.series["h"][place.step, 0] == pytest.approx(place.value)
    window.services.edits.change(())
    wait(window, qtbot)
    assert not page.untouched.isVisible()


def test_the_panel_reads_and_says_what_was_read(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.drawers.open(SURVEY)
    assert panel.corpus.text() == f"reviews.csv\n{REVIEWS} reviews"
    assert panel.read.isVisible()
    places = [panel.pages.geometry().top()]
    panel.read.click()
    panel.waiting.show()
    settle()
    places.append(panel.pages.geometry().top())
    wait(window, qtbot)
    places.append(panel.pages.geometry().top())
    assert len(set(places)) == 1, "a click would land on another page"
    assert (
        isinstance(window.pages.page, CardPage) and panel.pages.buttons["survey_card"].isChecked()
    )
    right = window.pages.page.answer[0].right.mean()
    assert f"{100 * right:.1f}\u00a0% of {REVIEWS} with a label" in panel.summary.text()
    panel.networks.activated.emit(0)
    assert window.session.focus == 0
    panel.other.click()
    assert window.drawers.place is not None and window.drawers.place.name == "reviews"


def test_a_network_of_numbers_reads_the_numbers_that_are_open(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(numbers_network(1, 5), text_network("LSTM", 4), text="")
    surveying = window.services.surveying
    window.services.explaining.page = "survey_card"
    settle()
    page = window.pages.page
    assert isinstance(page, SurveyPage)
    assert "reads numbers" in page.invitation.text() and page.read.isVisible()
    page.read.click()
    settle()
    assert window.drawers.place is NUMBERS and not surveying.is_begun, (
        "it leads there, and reads not"
    )
    window.services.numbers.use("sine")
    wait(window, qtbot)
    surveying.begin()
    wait(window, qtbot)
    assert len(page.answer[0].inputs) == surveying.size > 1
    for row in SURVEY_PAGES:
        with case(row.name):
            window.services.explaining.page = row.name
            wait(window, qtbot)
            page = window.pages.page
            assert isinstance(page, SurveyPage)
            said = [*texts(page), *(each.toPlainText() for each in page.findChildren(QTextBrowser))]
            said += [tab.text() for tab in page.findChildren(QAbstractButton) if tab.isVisible()]
            assert any(said) and not [
                text for text in said if re.search("(?i)review|these words|0 words", text)
            ]
            if isinstance(page, CardPage):
                assert page.rows.rows, "a list of words would be empty"


def test_the_window_closes_in_the_midst_of_a_reading(window: MainWindow) -> None:
    window.services.explaining.page = "survey_ablation"
    window.services.surveying.begin()
    assert window.services.surveying.is_busy
    window.close()
    assert not window.services.surveying.is_busy


def test_a_page_is_remembered_and_asks_before_it_reads(
    window: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window.services.explaining.page = "survey_right"
    window.services.surveying.choose(500, "processes")
    window.close()
    settings = Settings.load()
    assert settings.session.page == "survey_right"
    assert (settings.survey.count, settings.survey.workers) == (500, "processes")
    again = make_window(text_network("LSTM", 4), settings=settings)
    again.services.explaining.page = settings.session.page
    wait(again, qtbot)
    assert isinstance(again.pages.page, SurveyPage) and again.pages.page.read.isVisible()


def test_the_next_window_answers_at_once_what_took_long(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "SLOW", 0.0)
    chunks: list[object] = []
    read = engine_passes.read_part
    monkeypatch.setattr(
        engine_passes, "read_part", lambda *args: chunks.append(args) or read(*args)
    )
    path = write_corpus(tmp_path / "reviews.csv")
    said = []
    for count in (1, 1):
        window = make_window(text_network("LSTM", 4))
        open_corpus(window, qtbot, path)
        window.services.explaining.page = "survey_right"
        window.services.surveying.begin()
        wait(window, qtbot)
        assert len(chunks) == count
        page = window.pages.page
        assert isinstance(page, SurveyPage) and page.answer is not None
        said.append(page.sentence.text())
    assert said[0] == said[1]
