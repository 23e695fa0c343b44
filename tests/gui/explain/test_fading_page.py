"""The fading map: what stands in it, what moves in it, and the sentence above it."""

from __future__ import annotations

import re

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.explain.fading import Felt
from engine.explain.left_over import LeftOver
from engine.sequence import Sequence
from gui.explain.fading_page import FadingPage
from gui.explain.fading_sentence import sample_sentence
from gui.window.main_window import MainWindow
from tests.engine.explain.jacobians import Jacobians
from tests.gui.conftest import MakeWindow, click, hover, hovered, settle, spot
from tests.gui.explain.conftest import wait
from tests.networks import text_network

STEPS = 24


def some_ids(seed: int, steps: int = STEPS) -> Sequence:
    """A sequence that is long enough for the sentence, of which two steps are padding."""
    inputs = np.random.default_rng(seed).integers(4, 40, steps).astype(np.int32)
    inputs[:2] = 0
    return Sequence(inputs, tuple(map(str, inputs)), inputs == 0)


@pytest.fixture
def page(make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FadingPage:
    """The page of two tiny networks, with a sample of two sequences."""
    window = make_window(text_network("SimpleRNN", 2), text_network("LSTM", 2), length=30)
    explaining = window.services.explaining
    sample = [some_ids(1), some_ids(2)]
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: sample)
    explaining.page = "fading"
    wait(window, qtbot)
    shown = window.pages.page
    assert isinstance(shown, FadingPage)
    return shown


def test_the_sentence_says_numbers_that_were_computed_another_way(page: FadingPage) -> None:
    """Of Jacobians by differences, step by step."""
    for pane in page.session.panes:
        network, left = pane.network, []
        table = network.layers[0].weights["embeddings"].astype(np.float64)
        for seed in (1, 2):
            ids = some_ids(seed).inputs
            felt = Jacobians(network.layers[1], table[ids], None).felt()
            left += [felt[s, s + 20] / felt[s, s] for s in range(2, STEPS - 20)]
        low, middle, high = (f"{100 * share:.0f}" for share in np.percentile(left, (25, 50, 75)))
        said = page.sentence.text()
        pattern = (
            rf"{middle} % in {re.escape(network.name)} \((half of the words )?{low} to {high} %"
        )
        assert re.search(pattern, said), said
    assert "Over 2 reviews" in page.sentence.text()


def left(low: float, middle: float, high: float, medians: list[float]) -> LeftOver:
    return LeftOver("", "", 20, len(medians), 9, np.array([low, middle, high]), np.array(medians))


@pytest.mark.parametrize(
    ("rnn", "lstm", "said"),
    [
        ((0.27, 0.62, 1.21), (0.44, 0.52, 0.63), "The spread differs: RNN lets some words fade"),
        ((0.01, 0.05, 0.09), (0.4, 0.5, 0.6), "keeps more in LSTM than in RNN, in 2 of 3 reviews"),
        ((0.7, 0.8, 0.9), (0.2, 0.3, 0.4), "keeps more in RNN than in LSTM"),
        ((0.1, 0.5, 0.9), (0.4, 0.5, 0.6), "it is wide in RNN and narrow in LSTM"),
        ((0.4, 0.5, 0.6), (0.4, 0.52, 0.63), "They differ little"),
    ],
)
def test_the_words_follow_the_numbers(
    rnn: tuple[float, float, float], lstm: tuple[float, float, float], said: str
) -> None:
    of_rnn, of_lstm = left(*rnn, [0.1, 0.2, 0.9]), left(*lstm, [0.5, 0.5, 0.5])
    sentence = sample_sentence([("RNN", of_rnn), ("LSTM", of_lstm)])
    assert said in sentence
    if said != "They differ little":
        assert "They differ little" not in sentence


def test_a_click_chooses_the_word_and_the_curves_follow(page: FadingPage) -> None:
    place, plot = 1, page.maps[1].map
    click(plot.viewport(), spot(plot, 20, share=(6 + 0.5) / page.session.steps))
    settle()
    assert page.source == 6
    assert page.session.step == 20
    answer = page.answer(place)
    assert isinstance(answer, Felt)
    np.testing.assert_array_equal(page.curves.lines[place][0], answer.share[6])
    hover(plot.viewport(), spot(plot, 12, share=(6 + 0.5) / page.session.steps))
    assert f"{100 * answer.share[6, 12]:.0f} %" in hovered()


def test_it_moves_with_the_step_and_closes(page: FadingPage, qtbot: QtBot) -> None:
    page.session.step = 17
    assert {page.curves.step, *(each.map.step for each in page.maps)} == {17}
    page.close_page.click()
    assert page.explaining.page == ""
    assert not page.isVisible()


def test_a_sample_that_is_not_there_is_said_and_the_map_stays(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    explaining = window.services.explaining
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: [some_ids(1, 5)])
    explaining.page = "fading"
    wait(window, qtbot)
    page = window.pages.page
    assert isinstance(page, FadingPage)
    assert isinstance(page.answer(0), Felt)
    assert "20 steps after it" in page.sentence.text()
