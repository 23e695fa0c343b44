"""The lessons of the data and of the training, driven; their numbers against the engine's own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.lessons.last_layer import Epoch, last_states, learn
from engine.lessons.stopping import act_out
from engine.library import MODELS, entry_of
from engine.training.preparation import prepare, training_review
from engine.training.recipes import RECIPES
from gui.lessons.context import LECTURE
from gui.lessons.data_cards import DataCards
from gui.lessons.early_stopping import EarlyStopping
from gui.lessons.model_table import ModelTable
from gui.lessons.question import QuestionCard
from gui.lessons.settings_played import SettingsPlayed
from gui.lessons.word_plane import WordPlane
from gui.places import LESSONS, TRAIN
from gui.training.cards.drawing import Drawing
from gui.training.cards.padded import PaddedCard
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network

WORDS = ["the", "movie", "was", "good", "and", "bad", "zyzzyva"]


@pytest.fixture
def reviews(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window with a table of thirty reviews."""
    path = tmp_path / "mine.csv"
    lines = [
        f'"{" ".join(WORDS[(n + k) % len(WORDS)] for k in range(n + 3))}",{n % 2}'
        for n in range(30)
    ]
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    reading = window.services.reading
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        reading.open_source(path)
    return window


def _show(window: MainWindow, name: str) -> object:
    panel = open_lessons(window)
    panel.show_lesson(name)
    settle()
    return panel.view.picture


@pytest.mark.parametrize(("name", "share"), [("10a-imdb-data", 1 / 7), ("10c-lengths", 0.0)])
def test_a_question_counts_the_reviews_that_the_picture_shows(
    reviews: MainWindow, name: str, share: float, qtbot: QtBot
) -> None:
    """Of 2,000 words one of `WORDS` is none; none of the reviews is longer than 200."""
    picture = _show(reviews, name)
    assert isinstance(picture, DataCards)
    (card,) = reviews.findChildren(QuestionCard)
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.answer is not None)
    preparation = picture._preparation
    assert preparation is not None
    if share:  # counted by hand
        texts = [reviews.services.reading.corpus.review(n).text for n in preparation.learned]  # type: ignore[union-attr]
        words = " ".join(texts).split()
        share = words.count("zyzzyva") / len(words)
    assert f"{100 * share:.1f}\u00a0%" in card.says.text()
    assert "24 training reviews" in card.says.text()


def test_the_review_of_the_card_is_opened_in_the_main_window(
    reviews: MainWindow, qtbot: QtBot
) -> None:
    picture = _show(reviews, "10d-padding")
    assert isinstance(picture, DataCards) and isinstance(picture.card, PaddedCard)
    picture.card.nth_asked.emit(5)
    picture.card.step_asked.emit(98)
    panel = reviews.drawers.panel(LESSONS)
    assert panel is not None
    panel.view.view_asked.emit("10d-padding")
    restoring, session = reviews.dialogs.views.restoring, reviews.session
    qtbot.waitUntil(lambda: not restoring.is_arriving() and not session.busy)
    preparation = picture._preparation
    assert preparation is not None and reviews.services.explaining.page == "padding"
    assert reviews.services.reading.number == preparation.learned[5] and session.step == 98


@pytest.mark.parametrize(
    "name", ["10a-imdb-data", "10b-split", "10c-lengths", "10d-padding", "10e-one-hot"]
)
def test_the_print_outs_are_those_of_the_reviews_that_are_open(
    reviews: MainWindow, name: str
) -> None:
    picture = _show(reviews, name)
    assert isinstance(picture, DataCards)
    corpus = reviews.services.reading.corpus
    assert corpus is not None
    preparation = prepare(corpus, LECTURE)
    first = corpus.ids(int(preparation.learned[0]))
    first = np.where(first < LECTURE.num_words, first, 2)
    lengths = [len(corpus.ids(int(n))) for n in preparation.learned]
    row = [0] * (LECTURE.length - len(first)) + first.tolist()
    expected = {
        "train_input.shape": "(30,)",
        "print(train_input.shape, val_input.shape)": "(24,) (6,)",
        "print(np.mean(lengths), np.median(lengths))": (
            f"{float(np.mean(lengths))!r} {float(np.median(lengths))!r}"
        ),
        "print(train_seq.shape)": "(24, 100)",
        "print(train_input[0][-10:])": str(first[-10:].tolist()),
        "print(train_seq[0])": (
            f"[{' '.join(map(str, row[:8]))} ... {' '.join(map(str, row[-4:]))}]"
        ),
        "print(np.sum(train_oh[0][0]))": "1.0",
        "print(train_oh.shape)": "(24, 100, 500)",
    }
    lines = {line.code: line for line in picture.printed.lines}
    known = lines.keys() & expected.keys()
    assert known
    for code in known:
        assert lines[code].ours == expected[code]
        assert lines[code].is_equal == (lines[code].lecture == expected[code])
    assert picture.card.isVisible() and picture.order is not None
    assert not picture.order.isVisible(), "only of the offline reviews"


def test_the_data_tab_is_opened(reviews: MainWindow) -> None:
    picture = _show(reviews, "10b-split")
    assert isinstance(picture, DataCards)
    QTest.mouseClick(picture.train, Qt.MouseButton.LeftButton)
    settle()
    panel = reviews.drawers.panel(TRAIN)
    assert panel is not None and panel.data.isVisible() and not picture.isVisible()


@pytest.mark.parametrize("name", ["10a-imdb-data", "10d-padding", "10e-one-hot"])
def test_the_data_tab_is_at_the_review_and_step_of_the_card(reviews: MainWindow, name: str) -> None:
    picture = _show(reviews, name)
    assert isinstance(picture, DataCards)
    picture._choose_review(2)
    picture._choose_step(7)
    shown = picture.card.shown
    assert shown is not None and shown.nth == 2
    QTest.mouseClick(picture.train, Qt.MouseButton.LeftButton)
    settle()
    panel = reviews.drawers.panel(TRAIN)
    assert panel is not None
    there = getattr(panel.data, picture.name).shown
    assert there.review.number == shown.review.number
    assert name.startswith("10a") or there.step == shown.step == 7


def test_words_have_neighbours(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    picture = _show(window, "10f-embedding")
    assert isinstance(picture, WordPlane)
    network = window.session.panes[0].network
    table = np.asarray(network.layers[0].weights["embeddings"], np.float64)
    dictionary = window.services.reading.dictionaries.of(network).dictionary
    for word in ("good", "bad"):
        picture.edit.clear()
        QTest.keyClicks(picture.edit, word)
        id = dictionary.id_of(word)
        assert id is not None
        units = table / np.linalg.norm(table, axis=1, keepdims=True)
        cosines = units @ units[id]
        cosines[[*range(4), id]] = -2
        nearest = int(np.argmax(cosines))
        assert picture.near[0][0] == dictionary.word_of(nearest)
        assert picture.near[0][1] == pytest.approx(cosines[nearest])
        np.testing.assert_array_equal(picture.numbers.values, table[id])
    QTest.keyClicks(picture.edit, "zyzzyva")
    assert not picture.near and "zyzzyva" in picture.said.text()
    assert not picture.numbers.isVisible()


def test_the_tables_say_the_lectures_sums_and_train_it_here(window: MainWindow) -> None:
    picture = _show(window, "11a-model")
    assert isinstance(picture, ModelTable)
    assert "500×8 + 8×8 + 8 = 4,072" in picture.sums["simple_rnn_one_hot"].text()
    assert "16×8 + 8×8 + 8 = 200" in picture.sums["simple_rnn"].text()
    QTest.mouseClick(picture.train["simple_rnn"], Qt.MouseButton.LeftButton)
    settle()
    panel = window.drawers.panel(TRAIN)
    assert panel is not None and panel.model.isVisible()
    assert panel.editor.base == "simple_rnn"


def test_the_settings_are_the_recipes(window: MainWindow) -> None:
    picture = _show(window, "11b-settings")
    assert isinstance(picture, SettingsPlayed)
    table = picture.table
    values = {name: label.text() for name, label in table.values.items()}
    assert values["learning_rate"] == "0.0001" and values["batch"] == "64"
    assert values["patience"] == "3" and values["split_seed"] == "42"
    assert all(label.text() for label in table.tips.values())


def test_a_setting_is_tried_and_the_last_layer_learns_anew(
    reviews: MainWindow, qtbot: QtBot
) -> None:
    """What is drawn is what the engine computes; what was drawn before stays pale behind it."""
    picture = _show(reviews, "11b-settings")
    assert isinstance(picture, SettingsPlayed)
    qtbot.waitUntil(lambda: picture._is_whole, timeout=20_000)
    prepared = picture.context.prepared()
    assert prepared is not None
    network, recipe = picture.context.bundled_named("lstm"), RECIPES["lstm"]
    (*_, (_, states)) = last_states(network, prepared, recipe, lambda: False)
    assert states is not None

    def computed() -> list[float]:
        rate, batch, patience = picture.chosen
        epochs = list(learn(states, rate, batch, 100, recipe.seed, lambda: False))
        return [e.val_loss for e in epochs][: len(act_out([e.val_loss for e in epochs], patience))]

    first = computed()
    np.testing.assert_allclose(picture._validation.getData()[1], first)
    assert picture._pale.getData()[0] is None or not len(picture._pale.getData()[0])
    picture.rate.setCurrentIndex(picture.rate.findText("0.1"))
    qtbot.waitUntil(lambda: picture._is_whole, timeout=20_000)
    second = computed()
    assert second != first
    np.testing.assert_allclose(picture._validation.getData()[1], second)
    np.testing.assert_allclose(picture._pale.getData()[1], first)
    best = int(np.argmin(second))
    assert f"Epoch {best + 1} was the best: val_loss {second[best]:.4f}" in picture.said.text()
    assert f"on {len(prepared.learned)} training reviews" in picture.key.text()


def test_a_training_that_is_given_up_begins_again_with_another_setting(
    reviews: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slowly(*given: Any) -> Iterator[Epoch]:
        for epoch in learn(*given):
            yield epoch
            gate.wait(20)

    monkeypatch.setattr("gui.lessons.settings_played.learn", slowly)
    picture = _show(reviews, "11b-settings")
    assert isinstance(picture, SettingsPlayed)
    try:
        qtbot.waitUntil(lambda: picture.said.text().startswith("Epoch 1:"), timeout=20_000)
        assert picture.waiting.isVisible()
        QTest.mouseClick(picture.waiting.cancel, Qt.MouseButton.LeftButton)
        assert not picture.waiting.isVisible() and not picture._work.is_busy
    finally:
        gate.set()
    picture.batch.setCurrentIndex(0)
    qtbot.waitUntil(lambda: picture._is_whole, timeout=20_000)


def test_early_stopping_is_acted_out_on_a_run(window: MainWindow) -> None:
    picture = _show(window, "11c-early-stopping")
    assert isinstance(picture, EarlyStopping)
    picture.choice.setCurrentIndex(picture.choice.findData("lstm"))
    entry = entry_of(MODELS / "lstm.keras")
    assert entry is not None
    record = entry.record
    assert picture.now.stops and picture.now.epoch == record.epochs
    assert picture.now.best == record.best_epoch
    QTest.mouseClick(picture.epoch, Qt.MouseButton.LeftButton, pos=picture.epoch.rect().center())
    losses = [float(each["val_loss"]) for each in record.history]
    epoch = picture.epoch.value()
    assert picture.now.epoch == epoch < (record.epochs or 0)
    assert picture.now.best == 1 + int(np.argmin(losses[:epoch]))
    assert f"{losses[epoch - 1]:.4f}" in picture.said.text()
    picture.patience.setValue(1)
    worse = next(n for n in range(1, len(losses)) if losses[n] >= min(losses[:n]))
    assert picture.now.epoch == worse + 1 and picture.now.stops


def test_the_drawings_of_the_cards_are_as_high_as_the_scale_wants(window: MainWindow) -> None:
    """They draw in the pixels of the moment: in the height of 100 % the last row would be cut."""
    panel = open_lessons(window)
    window.commands.appearance.use_scale(200)
    seen = set()
    for lesson in panel.lessons:
        block = lesson.only("picture")
        if block is None or block.name != "data":
            continue
        panel.show_lesson(lesson.name)
        assert panel.view.picture is not None
        for drawing in panel.view.picture.findChildren(Drawing):
            if drawing.fixed_height:
                assert drawing.heightForWidth(300) == 2 * drawing.fixed_height
                seen.add(type(drawing).__name__)
    assert {"IdWords", "OneHotStrip"} <= seen
    window.commands.appearance.use_scale(100)


def test_the_padded_review_is_chosen_in_its_card(reviews: MainWindow) -> None:
    """Of these reviews all are padded; the card, its row and its print-outs are of the one asked."""
    picture = _show(reviews, "10d-padding")
    assert isinstance(picture, DataCards) and isinstance(picture.card, PaddedCard)
    preparation = picture._preparation
    assert preparation is not None
    for nth in (3, 0):
        picture.card.nth.setValue(nth)
        settle()
        review = training_review(preparation, LECTURE, nth)
        assert f"train_seq[{nth}]" in picture.card.code.text()
        padded = len(review) - len(review.token_ids)
        assert f"{len(review.token_ids)} ids, and {padded} of padding" in picture.card.effect.text()
