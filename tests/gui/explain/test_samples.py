"""What a sample is drawn from: the windows of a table, the reviews on screen; and that it is said."""

from __future__ import annotations

import gc
import re
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.explain.deletion import Deletion, deletion
from engine.explain.left_over import left_over
from engine.explain.state_space import StateSpace
from engine.replay.edit_texts import parse_all
from gui.explain import page_questions
from gui.explain.pages import PAGES
from gui.explain.states_page import StatesPage
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.explain.conftest import wait
from tests.gui.explain.test_fading_page import percent
from tests.gui.explain.test_padding_page import sample
from tests.gui.survey.conftest import REVIEWS, open_corpus, write_corpus
from tests.networks import text_network, writing_network


def read_numbers(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.services.numbers.paste(text)
    qtbot.waitUntil(lambda: window.services.numbers.cut.windows is not None)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()


def table(rows: int, columns: int = 2) -> str:
    values = np.random.default_rng(3).standard_normal((rows, columns)).round(3)
    return "\n".join("\t".join(map(str, row)) for row in values.tolist())


def opened(window: MainWindow, qtbot: QtBot, name: str = "states") -> StatesPage:
    window.services.explaining.page = name
    wait(window, qtbot)
    settle()
    return window.pages.page  # type: ignore[return-value]


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
@pytest.mark.parametrize("length", [None, 20])
def test_the_cloud_of_numbers_is_of_the_windows_of_the_same_table(
    kind: str, length: int | None, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(writing_network(kind, length=length))
    read_numbers(window, qtbot, table(60))
    window.services.numbers.set_steps(20, 1)
    qtbot.waitUntil(lambda: not window.session.busy)
    page = opened(window, qtbot)
    space, trace = page.answer(0), window.session.panes[0].layer_trace
    assert isinstance(space, StateSpace) and trace is not None
    windows = window.services.numbers.cut.windows
    assert windows is not None and len(space.ends) == len(windows) == 41
    # the window that is read is one of them: its end lies in the cloud
    path = page.plots[0].plot.path
    assert path == pytest.approx(space.plane.project(trace.series["h"]))
    assert np.linalg.norm(space.ends - path[-1], axis=1).min() < 1e-5
    assert "41 windows of pasted numbers" in page.legend.text()
    assert page.colours.isHidden(), "windows have no labels"
    for step in (15, 2):
        window.session.step = step
        (x,), (y,) = page.plots[0].plot._here.getData()
        assert (x, y) == pytest.approx(tuple(path[step]))


def test_answers_that_are_no_probabilities_have_their_own_scale(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(writing_network("LSTM"))
    read_numbers(window, qtbot, table(80))
    window.services.numbers.set_steps(20, 1)
    qtbot.waitUntil(lambda: not window.session.busy)
    page = opened(window, qtbot)
    space = page.answer(0)
    assert isinstance(space, StateSpace)
    assert space.step_answers.min() < 0 or space.step_answers.max() > 1
    colours = {brush.color().rgb() for brush in page.plots[0].plot._ends.data["brush"]}
    assert len(colours) > len(space.ends) / 2, "not all at the ends of the scale"
    assert "</span> 0 " not in page.legend.text()
    image = page.grab().toImage()
    assert isinstance(image, QImage) and not image.isNull()


def test_another_table_has_another_cloud(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(writing_network("GRU", length=10))
    read_numbers(window, qtbot, table(30))
    page = opened(window, qtbot)
    first = page.answer(0)
    read_numbers(window, qtbot, table(50))
    qtbot.waitUntil(lambda: "41 windows" in page.legend.text(), timeout=20_000)
    second = page.answer(0)
    assert isinstance(first, StateSpace) and isinstance(second, StateSpace)
    assert (len(first.ends), len(second.ends)) == (21, 41)


def test_fading_and_deleting_are_measured_on_windows_of_the_table(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """As the engine measures the very same windows."""
    window = make_window(writing_network("SimpleRNN"), writing_network("LSTM"))
    read_numbers(window, qtbot, table(40))
    window.services.numbers.set_steps(24, 2)
    qtbot.waitUntil(lambda: not window.session.busy)
    page = opened(window, qtbot, "fading")
    windows = window.services.numbers.cut.windows
    assert windows is not None and len(windows) == 9
    sample = [windows.window(number).sequence for number in range(9)]
    networks = [pane.network for pane in window.session.panes]
    said = page.sentence.text()
    for known in left_over(networks, [sample, sample]):
        low, middle, high = map(percent, known.quartiles)
        pattern = rf"{middle}\u00a0% in {re.escape(known.network)} \((half of the steps )?{low} to {high}\u00a0%"
        assert re.search(pattern, said), said
    assert "Over 9 windows" in said and "chance" not in said
    assert not re.search("word|review", said + page.sentence.toolTip())
    section = window.drawers.open(EXPLAIN).deletion
    assert "The steps of 20 windows" in section._says.text()
    section._measure()
    wait(window, qtbot)
    answer = section.answer(1)
    assert isinstance(answer, Deletion) and not answer.of_words
    ours = deletion(networks[1], sample, ["gradxinput"])
    np.testing.assert_allclose(
        sorted(answer.answers["gradxinput"][:, 0]), sorted(ours.answers["gradxinput"][:, 0])
    )
    assert "9 windows, seed 0" in section.results[1].text()
    assert section.plots[1].isVisible()
    assert "of the steps deleted" in section.plots[1].say(0.5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "reads numbers, and none are open"),
        (table(8), "at least two sequences"),
        (table(30, 1), "reads 2 numbers a step"),
    ],
    ids=["none", "one window", "other columns"],
)
def test_why_there_is_no_cloud_of_numbers(
    text: str, said: str, make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(writing_network("GRU", length=10))
    if text:
        window.services.numbers.paste(text)
        qtbot.waitUntil(lambda: window.services.numbers.cut.table is not None)
    page = opened(window, qtbot)
    problem = page.answer(0)
    assert isinstance(problem, GatescopeError) and said in str(problem)
    assert page.plots[0].plot.isHidden() and said in page.plots[0]._problem.text()


def test_the_padding_lab_says_calmly_why_numbers_have_none(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(writing_network("GRU", length=10))
    read_numbers(window, qtbot, table(30))
    page = opened(window, qtbot, "padding")
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any("Numbers are read in windows of one length" in text for text in said)
    assert not any(text in ("…", "padded behind", "Length") for text in said)
    words = make_window(writing_network("GRU"), text_network())
    words.services.explaining.sample = sample
    page = opened(words, qtbot, "padding")
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert not any("Numbers are read in windows" in text for text in said)


def test_the_cloud_of_words_is_of_the_corpus_on_screen(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(text_network("SimpleRNN", 3), text_network("LSTM", 4, words=6))
    open_corpus(window, qtbot, write_corpus(tmp_path / "mine.csv"))
    page = opened(window, qtbot)
    spaces = [page.answer(place) for place in range(2)]
    assert [len(each.ends) for each in spaces] == [REVIEWS, REVIEWS]  # type: ignore[union-attr]
    assert f"cloud: {REVIEWS} reviews of mine.csv" in page.legend.text()
    knows, does_not = (each._caption.text() for each in page.plots)
    assert "0\u00a0% of the cloud's words unknown" in knows
    share = window.services.explaining.sampled.share_unknown(
        window.session.panes[1].network,
        page_questions.STATE_REVIEWS,
        window.services.explaining.rules(),
    )
    assert share is not None and share > 0.5
    assert f"{100 * share:.0f}\u00a0% of the cloud's words unknown" in does_not


@pytest.mark.parametrize("name", ["fading", "padding"])
def test_a_page_with_a_sample_says_that_hardly_a_word_is_known(
    name: str, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(text_network("SimpleRNN", 3), text_network("LSTM", 4, words=6))
    open_corpus(window, qtbot, write_corpus(tmp_path / "mine.csv"))
    page = opened(window, qtbot, name)
    said = page.sentence.text()
    assert said.count("does not know") == 1 and "LSTM(4) does not know" in said
    assert "of the words of mine.csv" in said


def test_deleting_says_that_hardly_a_word_is_known(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(text_network("SimpleRNN", 3), text_network("LSTM", 4, words=6))
    open_corpus(window, qtbot, write_corpus(tmp_path / "mine.csv", 6))
    section = window.drawers.open(EXPLAIN).deletion
    section._measure()
    wait(window, qtbot)
    first, second = (each.text() for each in section.results[:2])
    assert "reviews, seed 0" in first and "does not know" not in first
    assert "does not know" in second


@pytest.mark.parametrize("name", [row.name for row in PAGES] + ["deletion"])
def test_whoever_has_numbers_of_a_sample_says_that_no_edit_is_in_them(
    name: str, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Beside a picture of the edited reading; and what is left of a word in that is said, too."""
    window = make_window(text_network("SimpleRNN", 3), text_network("LSTM", 4))
    open_corpus(window, qtbot, write_corpus(tmp_path / "mine.csv", 6))
    samples = window.services.explaining.samples
    if name == "deletion":
        section = window.drawers.open(EXPLAIN).deletion
        section._measure()
        wait(window, qtbot)
    else:
        page = opened(window, qtbot, name)

    def said() -> str:
        if name == "deletion":
            return " ".join(each.text() for each in section.results[:2])
        return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())

    is_of_sample = samples.is_asked_by(name)
    assert is_of_sample == (name != "attention")
    assert "edited" not in said()
    window.session.edits = parse_all([f"{window.session.panes[1].layer}.h=0@3-"])
    wait(window, qtbot)
    settle()
    assert ("edited" in said()) == is_of_sample, said()
    if name == "fading":
        assert "In what is read now: This much of a word is left" in said()
    window.session.edits = ()
    wait(window, qtbot)
    settle()
    assert "edited" not in said()


def test_a_table_that_was_read_before_is_let_go(make_window: MakeWindow, qtbot: QtBot) -> None:
    """What is noted of its sample, as long as the network is open, does not hold it."""
    window = make_window(writing_network("GRU"))
    cuts = []
    for rows in (40, 50, 60):
        read_numbers(window, qtbot, table(rows))
        qtbot.waitUntil(lambda rows=rows: len(window.services.numbers.cut.windows.table) == rows)
        opened(window, qtbot)
        cuts.append(weakref.ref(window.services.numbers.cut.windows))
    gc.collect()
    assert [cut() is not None for cut in cuts] == [False, False, True]
