"""A question is predicted, then the engine answers on the window's own reading."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsTextItem, QLabel
from pytestqt.qtbot import QtBot

from engine.errors import TextError
from engine.explain.memory import memory_of_trace
from engine.lessons import answer_table, answers
from engine.lessons.lesson_checks.lesson_about import SAMPLE, SEED
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.progress import Progress
from engine.session.pane import Pane
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from engine.text.sources.reference import SourceReference
from engine.text.split import train_test_split
from gui.i18n.languages import install_language
from gui.i18n.texts import explain, network_title
from gui.lessons.context import LECTURE, LessonContext
from gui.lessons.date_writer import DateWriter
from gui.lessons.early_stopping import EarlyStopping
from gui.lessons.panel import LessonsPanel
from gui.lessons.picture import Picture
from gui.lessons.question import QuestionCard
from gui.lessons.wave_writer import WaveWriter
from gui.lessons.word_plane import WordPlane
from gui.look.meanings import said
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.gui.survey.conftest import open_corpus
from tests.networks import text_network

OF_NO_NETWORK = {*("slope", "unknown", "held_out", "cut", "ones", "updates", "total", "stopped")}
"""Questions about a function, the reviews, or a recipe, which their text names."""


def _card(window: MainWindow, name: str) -> QuestionCard:
    return _card_of(open_lessons(window), name)


def _card_of(panel: LessonsPanel, name: str) -> QuestionCard:
    panel.show_lesson(name)
    settle()
    (card,) = panel.view.questions
    assert card.isVisible() and not card.problem.isVisible()
    return card


def _choose(card: QuestionCard, place: int, qtbot: QtBot) -> None:
    reading = card.context.reading
    if reading is not None:  # it is not answered before the reviews are there
        qtbot.waitUntil(lambda: not reading.is_preparing)
    QTest.mouseClick(card.buttons[place], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.answer is not None)


def test_predict_then_reveal(window: MainWindow, qtbot: QtBot) -> None:
    card, pane = _card(window, "08a-forget-gate"), window.session.panes[1]
    assert pane.layer_trace is not None and not card.says.isVisible()
    gate = np.asarray(pane.layer_trace.series["f"], float).mean(axis=1)
    step = next(i for i, name in enumerate(window.session.step_names) if name == "but")
    right = 0 if gate[step] > gate[step - 1] else 1
    assert "forget gate f" in card.text.text() and "“but”" in card.text.text()
    _choose(card, 1 - right, qtbot)
    assert card.buttons[right].text().startswith("✓ ")
    assert card.buttons[1 - right].text().startswith("✗ ")
    assert "Otherwise than you said." in card.says.text()
    assert f"{gate[step]:.3f}" in card.says.text()
    QTest.mouseClick(card.buttons[right], Qt.MouseButton.LeftButton)
    assert "As you said." in card.says.text()


def test_another_review_asks_anew(window: MainWindow, qtbot: QtBot) -> None:
    card = _card(window, "08a-forget-gate")
    _choose(card, 0, qtbot)
    window.services.reading.read_text("a film without that word " * 6)
    settle()
    assert card.chosen is None and not card.says.isVisible()
    assert card.note.isVisible() and "“but” is not in what is read" in card.note.text()


def test_it_speaks_the_language_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    panel = open_lessons(window)
    panel.show_lesson("08a-forget-gate")
    install_language(QApplication.instance(), "ko")  # type: ignore[arg-type]
    settle()
    (card,) = panel.view.questions
    _choose(card, 0, qtbot)
    assert "망각 게이트" in card.text.text()
    for text in (card.head, card.text, card.says, *card.buttons):
        assert any("가" <= letter <= "힣" for letter in text.text()), text.text()


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> list[Network]:
    """The networks that pictures and questions ask for, as they do."""
    result: list[Network] = []
    pane, bundled, words = LessonContext.pane, LessonContext.bundled, LessonContext.words

    def note_pane(context: LessonContext, kind: str) -> Pane:
        found = pane(context, kind)
        result.append(found.network)
        return found

    def note_bundled(context: LessonContext, path: Path) -> Network:
        found = bundled(context, path)
        if threading.current_thread() is threading.main_thread():  # else it is measured beside
            result.append(found)
        return found

    def note_words(context: LessonContext) -> tuple[Network, Dictionary]:
        result.append(words(context)[0])
        return words(context)

    monkeypatch.setattr(LessonContext, "pane", note_pane)
    monkeypatch.setattr(LessonContext, "bundled", note_bundled)
    monkeypatch.setattr(LessonContext, "words", note_words)
    return result


def test_every_lesson_asks_and_is_answered(
    make_window: MakeWindow, qtbot: QtBot, used: list[Network], tmp_path: Path
) -> None:
    """And asks about a network that its picture shows, which it names; and no picture says the
    right answer as the lesson opens."""
    sizes = (1024, 700), (1440, 900)
    networks = text_network("SimpleRNN"), text_network("LSTM")
    window = make_window(*networks, size=sizes[0], length=LECTURE.length)
    text = f"the film {imdb().word_of(1000)} zyzzyva zyzzyva "  # one of 2,000 words, not of 500
    lines = [f'"{text * (10 + 3 * n)}",{n % 2}' for n in range(30)]
    path = tmp_path / "mine.csv"
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    open_corpus(window, qtbot, path)
    panel = open_lessons(window)
    told = []
    for lesson in panel.lessons:
        assert lesson.of("check"), lesson.name
        panel.show_lesson(lesson.name)
        settle()
        assert panel.view.picture is not None
        seen = "\n".join(_texts(panel.view.picture))
        shown = _shown(panel.view.picture, used)
        for card in panel.view.questions:
            assert not card.problem.isVisible(), (lesson.name, card.problem.text())
            assert card.asked is not None
            assert bool(card.asked.networks) != (card._kind.name in OF_NO_NETWORK), lesson.name
            for network in card.asked.networks:
                assert network_title(network.name) in card.head.text(), lesson.name
                assert not shown or network in shown, (lesson.name, network.name)
            if card._kind.name == "stopped":
                assert isinstance(panel.view.picture, EarlyStopping)
                assert card.options["model"] == panel.view.picture.entry.name
            _choose(card, 0, qtbot)
            told += [f"{lesson.name}: {each}" for each in _answers_in(seen, card)]
        for size in sizes:
            window.resize(*size)
            settle()
            for card in panel.view.questions:
                assert card.answer is not None and card.says.isVisible(), (lesson.name, size)
                for button in card.buttons:
                    assert button.width() >= button.minimumSizeHint().width(), (lesson.name, size)
    assert not told, "\n".join(told)


def _answers_in(seen: str, card: QuestionCard) -> list[str]:
    """What the right answer says that stood in the picture before."""
    assert card.asked is not None and card.answer is not None
    right = said(card.asked.choices[card.answer.right]).strip("“”")
    shares = re.findall(r"\d+\.\d\u00a0%", said(card.answer.says))
    found = [share for share in shares if share in seen]
    is_told = re.search(rf"(?<![\w.,]){re.escape(right)}(?![\w]|[.,]\d)", seen)
    return [right, *found] if is_told else found


def _shown(picture: Picture | None, used: list[Network]) -> set[Network]:
    assert picture is not None
    if isinstance(picture, WaveWriter | DateWriter):
        picture._asked = None  # or it shows again what it has read
    used.clear()
    picture.show_all()
    return {*used}


def test_the_nearest_word_is_asked_of_the_table_that_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    card = _card(window, "10f-embedding")
    (picture,) = window.findChildren(WordPlane)
    assert card.asked is not None
    assert card.asked.networks == (window.session.panes[0].network,)
    _choose(card, 0, qtbot)
    picture.edit.setText(card.options["word"])
    picture.show_all()
    word, cosine = picture.near[0]
    assert f"{word} {cosine:.2f}" in card.says.text().replace("−", "-")


def test_who_forgets_is_said_of_both(window: MainWindow, qtbot: QtBot) -> None:
    card = _card(window, "04-rnn-against-lstm")
    _choose(card, 0, qtbot)
    for at, name in ((1, "LSTM"), (0, "SimpleRNN")):
        pane = window.session.panes[at]
        assert pane.trace is not None and pane.shown.kind == name
        left = memory_of_trace(pane.trace, pane.layer).left[20]
        assert f"{left:.3g}" in card.says.text()
    assert window.session.panes[0].network.name in card.says.text()


def _texts(picture: Picture) -> list[str]:
    """What is to be read in it."""
    labels = [each.text() for each in picture.findChildren(QLabel)]
    items = [
        item.toPlainText()
        for plot in picture.findChildren(pg.PlotWidget)
        for item in plot.items()
        if isinstance(item, QGraphicsTextItem)
    ]
    return [re.sub(r"<[^>]*>", "", text) for text in (*labels, *items)]


def _corpus_of_two_lengths(path: Path) -> Path:
    """Long and short reviews: of those that are learned from more than three quarters are cut, of a
    drawn sample fewer."""
    count = 200
    training, _ = train_test_split(count, 0.2)
    drawn = np.random.default_rng(SEED).permutation(count)[:SAMPLE]
    is_long = np.zeros(count, bool)
    is_long[training] = True
    is_long[drawn[: SAMPLE // 2]] = False
    assert is_long[training].mean() > 0.75 > is_long[drawn].mean() + 0.1
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("text", "label"))
        for number, long in enumerate(is_long):
            writer.writerow(("good film and story " * (40 if long else 3), number % 2))
    return path


@pytest.mark.parametrize("reads", ["a review", "a text"])
def test_a_question_about_the_reviews_is_computed_again_on_the_same_reviews(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, reads: str
) -> None:
    """On those of the table that are learned from, whatever is read beside."""
    window = make_window(open_network(MODELS / "lstm.keras"))
    open_corpus(window, qtbot, _corpus_of_two_lengths(tmp_path / "mixed.csv"))
    if reads == "a text":
        window.services.reading.read_text("a film of no table")
    else:
        window.services.reading.open_number(0)
    settle()
    panel, said = open_lessons(window), {}
    for lesson in ("10a-imdb-data", "10c-lengths"):
        card = _card_of(panel, lesson)
        _choose(card, 0, qtbot)
        said[card._kind.name] = card.says.text()
    path = tmp_path / "kim.gatescope-answers"
    answers.save(replace(window.services.tasks.sheet, student="Kim"), path)
    given = answers.load(path)[0].answers
    assert {each.task.kind for each in given} == {"cut", "unknown"}
    for each in given:
        again = answer_table.check_again(each, tmp_path)
        assert again.state == "agrees", str(again.says)
        assert explain(again.says) in said[each.task.kind]


@pytest.mark.parametrize("arrives", [True, False])
def test_a_question_about_the_reviews_waits_for_them(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, arrives: bool
) -> None:
    """What is answered early is answered of all of them, not of a sample; or, where they cannot be
    had, of the sample, which it says."""
    window = make_window(open_network(MODELS / "lstm.keras"))
    reading, path = window.services.reading, _corpus_of_two_lengths(tmp_path / "mixed.csv")
    source, may_go = SourceReference("table", str(path)), threading.Event()

    def prepare(should_stop: Callable[[], bool]) -> Generator[Progress, None, Corpus]:
        yield Progress(1, 4, "Reading the reviews")
        while not may_go.wait(0.01) and not should_stop():
            yield Progress(1, 4, "Reading the reviews")
        if not arrives:
            raise TextError("There are none.")
        return (yield from source.prepare(should_stop))

    reading.use_source(source, prepare)
    card = _card(window, "10c-lengths")
    if not arrives:  # the offline reviews, drawn one by one, are not wanted here
        drawn = [encode(text, imdb(), Encoding()) for text in ("good " * 400, "good film")] * 20
        card.context.sample = lambda network, count, seed: drawn
        reading.prepare = lambda: None  # type: ignore[method-assign]
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.waiting.isVisible)
    assert card.answer is None and card.buttons[0].isChecked()
    may_go.set()
    qtbot.waitUntil(lambda: card.answer is not None)
    assert card.buttons[0].isChecked() and not card.waiting.isVisible()
    said = "Of 160 training reviews" if arrives else f"Of {SAMPLE} reviews (seed {SEED})"
    assert said in card.says.text()


def test_waiting_for_the_reviews_can_be_given_up(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(open_network(MODELS / "lstm.keras"))
    path, may_go = _corpus_of_two_lengths(tmp_path / "mixed.csv"), threading.Event()
    source = SourceReference("table", str(path))

    def prepare(should_stop: Callable[[], bool]) -> Generator[Progress, None, Corpus]:
        yield Progress(1, 4, "Reading the reviews")
        while not may_go.wait(0.01) and not should_stop():
            yield Progress(1, 4, "Reading the reviews")
        return (yield from source.prepare(should_stop))

    window.services.reading.use_source(source, prepare)
    card = _card(window, "10c-lengths")
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.waiting.isVisible)
    QTest.mouseClick(card.waiting.cancel, Qt.MouseButton.LeftButton)
    assert not card.waiting.isVisible() and not card.buttons[0].isChecked()
    with qtbot.waitSignal(window.services.reading.corpus_changed):
        may_go.set()
    settle()
    assert card.answer is None and card.chosen is None


def test_a_question_that_can_no_longer_be_asked_is_not_shown(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Nor when it is dressed again, as for another theme."""
    window = make_window(text_network("LSTM"), text_network("SimpleRNN"))
    card = _card(window, "10f-embedding")
    window.session.set_networks([text_network("GRU", words=12)])
    settle()
    for _ in range(2):
        assert card.problem.isVisible() and "does not know “worst”" in card.problem.text()
        assert not card.body.isVisible()
        card.restyle()
        settle()
