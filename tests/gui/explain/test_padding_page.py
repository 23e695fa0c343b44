"""The padding lab in the window: answers, accuracies, the sentence, opening a variant, files."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.explain.padding_lab import VariantReading, VariantScore
from engine.network.network import Network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from gui.explain.padding_page import PaddingPage
from gui.explain.padding_shown import ShownCell
from gui.explain.padding_texts import MOVED
from gui.look.numbers_text import number
from gui.window.main_window import MainWindow
from tests.engine.explain.test_padding_lab import flattened
from tests.gui.conftest import MakeWindow, pixels, settle
from tests.gui.explain.conftest import wait
from tests.networks import Weights, text_network

WORDS = ["this", "film", "was", "great", "but", "the", "story", "is", "bad", "and", "not", "good"]


def sample(network: Network, count: int, seed: int) -> list[Sequence]:
    random = np.random.default_rng(1)
    made = []
    for place in range(12):
        text = " ".join(random.choice(WORDS, random.integers(3, 80)))
        made.append(replace(encode(text, imdb(), Encoding(num_words=500)), label=place % 2))
    return list(made)


def opened(window: MainWindow, qtbot: QtBot) -> PaddingPage:
    window.services.explaining.sample = sample
    window.services.explaining.page = "padding"
    page = window.pages.page
    assert isinstance(page, PaddingPage)
    wait(window, qtbot)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PaddingPage:
    return opened(window, qtbot)


def test_every_cell_has_the_answer_of_its_encoding_and_its_accuracy(
    window: MainWindow, page: PaddingPage
) -> None:
    for place, pane in enumerate(window.session.panes):
        for variant, cells in zip(page.variants, page.cells, strict=True):
            reading, score = cells[place].reading, cells[place].score
            assert isinstance(reading, VariantReading) and isinstance(score, VariantScore)
            assert (reading.variant, score.variant) == (variant, variant)
            if not variant.masked:
                again = replay(pane.network, reading.review)
                assert reading.answer == pytest.approx(float(again.prediction[-1]), abs=1e-6)
            assert cells[place].answer_text().startswith(f"{reading.answer:.2f}")
            assert score.count == 12


def test_a_step_moves_the_cursor_over_readings_that_stay(
    window: MainWindow, page: PaddingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reading may have thousands of steps: twelve drawn at each step held it for half a second."""
    settle()
    drawn: list[ShownCell] = []
    paint = ShownCell.paint_reading

    def paint_noting(shown: ShownCell, painter: QPainter, size: QSizeF) -> None:
        drawn.append(shown)
        paint(shown, painter, size)

    monkeypatch.setattr(ShownCell, "paint_reading", paint_noting)
    cells = [cell for row in page.cells for cell in row]
    before = [pixels(cell) for cell in cells]
    window.session.step -= 1
    window.services.explaining.answered.emit()
    settle()
    after = [pixels(cell) for cell in cells]
    assert not drawn
    assert any((old != new).any() for old, new in zip(before, after, strict=True))
    for cell, seen in zip(cells, after, strict=True):
        cell._picture.forget()
        assert (pixels(cell) == seen).all()
    drawn.clear()
    window.commands.all["theme_light"].trigger()
    settle()
    assert len(drawn) == len(cells)


def test_the_sentence_says_what_padding_behind_did(window: MainWindow, page: PaddingPage) -> None:
    said = page.sentence.text()
    behind = page.cells[1][1].reading
    assert behind is not None and behind.through is not None
    before, after = behind.through
    assert f"({before:.2f} → {after:.2f})" in said
    assert ("LSTM(8) holds" in said) == (abs(after - before) < MOVED)
    score, front = page.cells[1][1].score, page.cells[0][1].score
    assert score is not None and front is not None
    assert f"LSTM(8) {score.accuracy:.2f} instead of {front.accuracy:.2f}" in said


def test_a_length_and_a_way_to_cut_are_chosen(
    window: MainWindow, page: PaddingPage, qtbot: QtBot
) -> None:
    page.lengths.buttons["50"].click()
    page.cuts.buttons["post"].click()
    wait(window, qtbot)
    for reading in (cells[0].reading for cells in page.cells):
        assert reading is not None and len(reading.answers) == 50
        assert reading.variant.truncating == "post" and reading.review.span[0] == 0


def test_a_click_reads_the_review_so(window: MainWindow, page: PaddingPage, qtbot: QtBot) -> None:
    page.lengths.buttons["200"].click()
    wait(window, qtbot)
    before = page.cells[1][0].reading
    qtbot.mouseClick(page.cells[1][0], Qt.MouseButton.LeftButton)
    wait(window, qtbot)
    review, trace = window.session.review, window.session.panes[0].trace
    assert review is not None and before is not None and trace is not None
    assert (trace.sequence.inputs == before.review.inputs).all()
    assert review.encoding.padding == "post" and len(review) == 200
    assert float(trace.prediction[-1]) == pytest.approx(before.answer, abs=1e-6)
    assert [cells[0].is_open for cells in page.cells] == [False, True, False, False]
    page.cells[0][1].setFocus()
    qtbot.keyClick(page.cells[0][1], Qt.Key.Key_Return)
    assert window.session.review.encoding.padding == "pre"  # type: ignore[union-attr]


def test_the_word_at_the_cursor_is_marked_wherever_it_is_read(
    window: MainWindow, page: PaddingPage
) -> None:
    review = window.session.review
    assert review is not None
    words = np.flatnonzero(~review.padding)
    for step in (int(words[3]), int(words[-1])):
        window.session.step = step
        for cell in (each for cells in page.cells for each in cells):
            assert cell.reading is not None and cell.at is not None
            assert cell.reading.review.steps[cell.at] == review.steps[step]


def test_it_is_exported_as_a_table_and_as_a_picture(
    window: MainWindow, page: PaddingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("lab.csv", "lab.png"):
        page.export.click()
        dialog = window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        qtbot.waitUntil((tmp_path / name).exists)
    rows = list(csv.DictReader((tmp_path / "lab.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 4 * len(window.session.panes)
    cell = page.cells[1][0]
    assert cell.reading is not None and cell.score is not None
    assert float(rows[1]["answer"]) == cell.reading.answer
    assert float(rows[1]["accuracy"]) == cell.score.accuracy
    assert float(rows[1]["drift/h"]) == cell.reading.drift("h")


def test_three_networks_and_one_that_cannot_be_masked(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), text_network("GRU"))
    page = opened(window, qtbot)
    assert [len(cells) for cells in page.cells] == [3] * 4
    assert all(cell.answer_text() for cells in page.cells for cell in cells)
    for step in (0, 5):
        assert page.cells[1][0].describe(step)


def test_without_words_there_is_a_calm_message(make_window: MakeWindow, qtbot: QtBot) -> None:
    network = text_network("LSTM")
    network = replace(network, layers=network.layers[1:], features=16, calls=(), inputs=())
    window = make_window(network)
    page = opened(window, qtbot)
    numbers = Sequence(np.ones((9, 16), np.float32), ("",) * 9, np.zeros(9, bool))
    window.session.read(numbers)
    wait(window, qtbot)
    assert page._problem.isVisible() and "for words" in page._problem.text()
    assert not any(cell.isVisible() for cells in page.cells for cell in cells)
    assert page.sentence.text() == ""


@pytest.mark.parametrize(("words", "length"), [(20, 400), (300, 400), (450, 800), (900, 1600)])
def test_it_opens_at_a_length_at_which_the_rows_differ(
    make_window: MakeWindow, qtbot: QtBot, words: int, length: int
) -> None:
    window = make_window(replace(text_network("LSTM"), length=100))  # reads others, too
    text = " ".join(WORDS[place % len(WORDS)] for place in range(words))
    window.session.read(encode(text, imdb(), Encoding(num_words=40, length=100)))
    page = opened(window, qtbot)
    assert page.variants[0].length == length
    assert page.lengths.buttons["longer"].isVisibleTo(page) == (length > 400)
    rows = [tuple(cells[0].reading.answers) for cells in page.cells if cells[0].reading]
    assert len(rows) == 4 and len({*rows}) > 2
    assert f"{length:,} steps are chosen so that there is padding" in page.sentence.text()
    page.lengths.buttons["50"].click()
    wait(window, qtbot)
    assert page.variants[0].length == 50 and "are chosen" not in page.sentence.text()


@pytest.mark.parametrize("beside", [[], ["LSTM"]])
def test_a_network_of_a_fixed_length_opens_at_that_one(
    make_window: MakeWindow, qtbot: QtBot, beside: list[str]
) -> None:
    window = make_window(flattened(40), *map(text_network, beside))
    window.session.read(encode(" ".join(WORDS), imdb(), Encoding(num_words=40, length=40)))
    page = opened(window, qtbot)
    assert page.variants[0].length == 40
    assert all(cell.reading is not None for cells in page.cells for cell in cells)
    assert "400" not in page.sentence.text()


def of_classes(count: int, length: int | None = None) -> Network:
    """An Embedding, an LSTM(5) and a softmax; it reads any length, whatever its own is."""
    weights = Weights(3)
    layers = (
        weights.embedding("embedding", 500, 4),
        weights.recurrent("lstm", "LSTM", 5, 4),
        weights.dense(5, count, "softmax", steps=False),
    )
    return Network("LSTM(5)", layers, length=length)


@pytest.mark.parametrize("length", [None, 40])
def test_of_several_classes_it_says_which_and_why_nothing_is_judged(
    length: int | None, make_window: MakeWindow, qtbot: QtBot
) -> None:
    page = opened(make_window(of_classes(5, length)), qtbot)
    for cells in page.cells:
        reading = cells[0].reading
        assert reading is not None and reading.is_right is None
        assert cells[0].answer_text() == f"{number(reading.answer)} · class {reading.channel + 1}"
    behind = page.cells[1][0].reading
    assert behind is not None
    assert f"LSTM(5) · class {behind.channel + 1} holds" in page.sentence.text() or (
        f"LSTM(5) · class {behind.channel + 1} drifts" in page.sentence.text()
    )
    assert "positive" not in page.sentence.text() and "Accuracy" not in page.sentence.text()
    assert "answers with 5 classes" in page._alone[0].text()
    assert page._foot.isVisible() and "Bar" not in page._foot.text()
    assert f"class {behind.channel + 1}" in page._say(1, 0, 3)


def test_of_two_classes_the_second_is_meant(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = opened(make_window(of_classes(2, 12)), qtbot)
    assert all("class" not in cells[0].answer_text() for cells in page.cells)
    assert "Accuracy over 12 reviews" in page.sentence.text()


def test_a_review_that_fills_the_only_length_has_nothing_to_choose(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(flattened(8))
    window.session.read(encode(" ".join(WORDS), imdb(), Encoding(num_words=40, length=8)))
    page = opened(window, qtbot)
    assert "the only length that is read" in page.sentence.text()
    assert "choose a greater length" not in page.sentence.text()
    free = make_window(text_network())
    free.session.read(encode(" ".join(WORDS), imdb(), Encoding(num_words=40, length=8)))
    page = opened(free, qtbot)
    page.lengths.buttons["own"].click()
    wait(free, qtbot)
    assert "choose a greater length" in page.sentence.text()
