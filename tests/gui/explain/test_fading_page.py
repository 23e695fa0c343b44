"""The fading map: what stands in it, what moves in it, and the sentence above it."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from engine.explain.fading import Felt
from engine.explain.left_over import LeftOver
from engine.sequence import Sequence
from engine.session.pane import Shade
from gui.explain.fading_page import FadingPage
from gui.explain.fading_sentence import sample_sentence, sign_test, verdict
from gui.look.theme import theme
from gui.window.main_window import MainWindow
from tests.engine.explain.jacobians import Jacobians
from tests.gui.conftest import (
    MakeWindow,
    click,
    drawn_texts,
    hover,
    hovered,
    is_near,
    pixels,
    settle,
    spot,
    without_markup,
)
from tests.gui.explain.conftest import wait
from tests.networks import text_network

STEPS = 24


def some_ids(seed: int, steps: int = STEPS) -> Sequence:
    """A sequence that is long enough for the sentence, of which two steps are padding."""
    inputs = np.random.default_rng(seed).integers(4, 40, steps).astype(np.int32)
    inputs[:2] = 0
    return Sequence(inputs, tuple(map(str, inputs)), inputs == 0)


def percent(share: float) -> str:
    """As a sentence says it: a little is not nothing."""
    if round(100 * share) >= 1:
        return f"{100 * share:.0f}"
    return f"{100 * share:.1f}" if share >= 0.001 else "<0.1"


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
        low, middle, high = map(percent, np.percentile(left, (25, 50, 75)))
        said = page.sentence.text()
        pattern = rf"{middle}\u00a0% in {re.escape(network.name)} \((half of the words )?{low} to {high}\u00a0%"
        assert re.search(pattern, said), said
    assert "Over 2 reviews" in page.sentence.text()


def test_a_sample_that_is_given_up_says_so_until_the_page_is_chosen_again(
    page: FadingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    explaining, gate = page.explaining, threading.Event()
    drawn = explaining.sample
    explaining.page = ""
    explaining.samples.keep_only([])
    with monkeypatch.context() as slowly:
        slowly.setattr(explaining, "sample", lambda *asked: gate.wait(5) and drawn(*asked))
        explaining.page = "fading"
        assert explaining.samples.is_busy
        page.give_sample_up()
        gate.set()
    assert "Given up" in page.sentence.text() and not explaining.samples.is_busy
    page.session.focus = 0
    settle()
    assert not explaining.samples.is_busy, "it is not begun again by itself"
    explaining.page = ""
    explaining.page = "fading"
    wait(page.window(), qtbot)
    assert "Over 2 reviews" in page.sentence.text()


def test_of_networks_that_read_little_half_of_it_is_said(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And of one whose weights are no numbers it is said once."""
    short = replace(text_network("SimpleRNN", 2), length=12)
    embedding, simple, dense = short.layers
    no_number = {**simple.weights, "recurrent_kernel": np.full((2, 2), np.inf, np.float32)}
    broken = replace(short, layers=(embedding, replace(simple, weights=no_number), dense))
    window = make_window(short, broken, length=12)
    explaining = window.services.explaining
    sample = [some_ids(1, 12), some_ids(2, 12)]
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: sample)
    explaining.page = "fading"
    wait(window, qtbot)
    page = window.pages.page
    assert isinstance(page, FadingPage)
    assert "is left after 6 steps" in page.sentence.text()
    left = page.over_sample(0)
    assert isinstance(left, LeftOver) and left.steps == 6
    assert "not all finite" not in page.sentence.text()
    assert "not all finite" in page.maps[1].problem.text()


def left(low: float, middle: float, high: float, medians: list[float]) -> LeftOver:
    return LeftOver(
        *("", "", 20, int(np.isfinite(medians).sum()), 9),
        np.array([low, middle, high]),
        np.array(medians),
    )


LITTLE = (0.4, 0.5, 0.6)
APART = "Over all words the median is larger in LSTM than in RNN; review by review it is in"

SENTENCES = {
    "the spread": ((0.27, 0.62, 1.21), (0.44, 0.52, 0.63), [0.6] * 9, [0.5] * 9),
    "in all reviews": ((0.01, 0.05, 0.09), LITTLE, [0.1] * 9, [0.5, 0.4, 0.3] * 3),
    "in most": ((0.2, 0.3, 0.4), (0.7, 0.8, 0.9), [0.5] * 9, [0.9] * 8 + [0.1]),
    "no more than by chance": ((0.01, 0.05, 0.2), LITTLE, [0.1, 0.2, 0.9], [0.5] * 3),
    "the other way round": ((0.1, 0.2, 0.3), LITTLE, [0.9] * 9, [0.5] * 9),
    "of other samples": ((0.1, 0.2, 0.3), LITTLE, [0.9] * 9, [0.5] * 8),
    "some without": ((0.1, 0.2, 0.3), LITTLE, [*[0.1] * 9, np.nan], [np.nan, *[0.5] * 9]),
    "both grow": ((1.1, 1.5, 3.0), (1.2, 1.3, 1.4), [1.5] * 9, [1.3] * 9),
    "as good as nothing": ((2e-6, 1e-5, 1e-4), (2e-9, 1e-8, 1e-7), [1e-5] * 9, [1e-8] * 9),
    "nothing": (LITTLE, (0.4, 0.52, 0.63), [0.5] * 9, [0.52] * 9),
}
"""Quartiles and medians by review, of both networks."""

WANTED = {
    "the spread": [
        "quartiles are 94 points apart in RNN, 19 in LSTM",
        "felt more than at first in RNN.",
    ],
    "in all reviews": [
        "keeps more in LSTM than in RNN: in 9 of 9 reviews, by +30 points (half of them +20 to +40)",
        "quartiles are 20 points apart in LSTM, 8 in RNN",
    ],
    "in most": ["keeps more in LSTM than in RNN: in 8 of 9 reviews, by +40 points"],
    "no more than by chance": [
        f"{APART} 2 of 3 (half of the differences −5 to +35 points). That may be chance."
    ],
    "the other way round": [f"{APART} 0 of 9 (half of the differences −40 to −40 points)."],
    "of other samples": [
        "Over 8 to 9 reviews",
        "Over all words the median is larger in LSTM than in RNN.",
    ],
    "some without": ["keeps more in LSTM than in RNN: in 8 of 8 reviews"],
    "both grow": [
        "felt more than at first in RNN, LSTM.",
        "190 points apart in RNN, 20 in LSTM",
    ],
    "as good as nothing": ["<0.1\u00a0% in RNN", "They differ little"],
    "nothing": ["They differ little: the medians by a factor of no more than 1.5"],
}
"""What has to be said of them."""

ALL_SAID = (
    "felt more than at first",
    "points apart",
    "keeps more",
    "That may be chance",
    "differ little",
)
"""What can be said of differences."""


@pytest.mark.parametrize("name", SENTENCES)
def test_the_words_follow_the_numbers(name: str) -> None:
    rnn, lstm, of_rnn, of_lstm = SENTENCES[name]
    sentence = sample_sentence([("RNN", left(*rnn, of_rnn)), ("LSTM", left(*lstm, of_lstm))])
    wanted = WANTED[name]
    for said in wanted:
        assert said in sentence
    for said in ALL_SAID:
        assert (said in sentence) == any(said in each for each in wanted), (said, sentence)


SHORT = {
    "the spread": "Over 9 reviews of the corpus: the spread is 4.9 times as wide in RNN as in LSTM.",
    "in all reviews": "LSTM keeps more in 9 of them; the spread is 2.5 times as wide in LSTM as in "
    "RNN.",
    "in most": "Over 9 reviews of the corpus: LSTM keeps more in 8 of them.",
    "no more than by chance": "Over 3 reviews of the corpus: that LSTM keeps more may be chance.",
    "the other way round": "Over 9 reviews of the corpus: RNN keeps more in 9 of them.",
    "of other samples": "Over 8–9 reviews of the corpus: LSTM keeps more.",
    "nothing": "Over 9 reviews of the corpus: they differ little.",
}
"""The same in short."""


@pytest.mark.parametrize("name", SHORT)
def test_the_short_sentence_says_the_same(name: str) -> None:
    rnn, lstm, of_rnn, of_lstm = SENTENCES[name]
    said = verdict([("RNN", left(*rnn, of_rnn)), ("LSTM", left(*lstm, of_lstm))])
    assert said.endswith(SHORT[name])


def test_two_short_lines_are_shown_and_the_rest_on_hover(page: FadingPage) -> None:
    lines = page.sentence.text().split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("This much of a word is left after 20 steps: ")
    assert lines[1].startswith("Over 2 reviews of the corpus: ")
    whole = without_markup(page.sentence.toolTip())
    assert "In what is read now: This much of a word is left" in whole
    assert len(whole) > 2 * len(page.sentence.text())


def test_of_a_single_network_nothing_is_compared() -> None:
    sentence = sample_sentence([("LSTM", left(0.4, 0.5, 0.6, [0.5] * 9))])
    assert sentence.endswith("50\u00a0% in LSTM (half of the words 40 to 60\u00a0%).")


def test_the_sign_test_is_that_of_scipy() -> None:
    from scipy.stats import binomtest

    for larger, smaller in ((0, 0), (1, 0), (3, 3), (5, 0), (9, 1), (22, 18), (0, 40)):
        count = larger + smaller
        expected = binomtest(larger, count).pvalue if count else 1.0
        assert sign_test(larger, smaller) == pytest.approx(expected)


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


def test_words_light_up_by_what_is_still_felt_of_them(page: FadingPage, qtbot: QtBot) -> None:
    session, plot = page.session, page.maps[1].map
    session.focus = 1
    click(page.colours, QPointF(page.colours.rect().center()))
    assert session.shade == Shade(1, "felt")
    click(plot.viewport(), spot(plot, 20, share=(6 + 0.5) / session.steps))
    settle()
    answer, shading = page.answer(1), session.shading()
    assert isinstance(answer, Felt) and shading is not None
    np.testing.assert_allclose(shading[6:21], np.clip(answer.share[6:21, 20], 0, 1), atol=1e-6)
    click(page.colours, QPointF(page.colours.rect().center()))
    assert session.shade == Shade()
    session.shade = Shade(0, "felt")  # chosen elsewhere
    assert page.colours.isChecked()


def test_it_moves_with_the_step_and_closes(page: FadingPage, qtbot: QtBot) -> None:
    page.session.step = 17
    assert {page.curves.step, *(each.map.step for each in page.maps)} == {17}
    page.close_page.click()
    assert page.explaining.page == ""
    assert not page.isVisible()


def test_of_several_layers_the_sentence_names_the_one_that_is_shown(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the map above does."""
    window = make_window(text_network("LSTM", 2, layers=2), length=30)
    explaining, session = window.services.explaining, window.session
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: [some_ids(1)])
    explaining.page = "fading"
    for layer in session.panes[0].network.recurrent:
        session.show_layer(0, layer.name)
        wait(window, qtbot)
        page = window.pages.page
        assert isinstance(page, FadingPage)
        assert f"% in {session.panes[0].network.name} · {layer.name} (" in page.sentence.text()


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


def test_the_chosen_row_is_traced_over_the_whole_map_and_both_axes_are_named(
    page: FadingPage,
) -> None:
    for each in page.maps:
        plot = each.map
        size = plot.viewport().size()
        row = size.height() / plot.units
        near = is_near(pixels(plot.viewport()), theme().accent, 40)
        middle = (page.source + 0.5) * row
        band = near[int(middle - row) : int(middle + row) + 2]
        assert band.any(axis=0).mean() > 0.95
        assert each.rows.name == "step s, read"
        assert "step t, where it is felt" in drawn_texts(each)


def test_of_very_many_steps_means_are_drawn_where_their_steps_are(
    page: FadingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.explain.fading.MAX_DRAWN", 8)
    norms = np.triu(np.random.default_rng(0).uniform(0.1, 1.0, (30, 30)))
    felt, each = Felt(norms, False, np.zeros(30, bool)), page.maps[0]
    felt.norms[np.tril_indices(30, -1)] = np.nan
    each.show_answer(felt, 30)
    for row, column in ((0, 0), (0, 7), (3, 5), (7, 7)):
        block = felt.share[4 * row : 4 * row + 4, 4 * column : 4 * column + 4]
        assert each.map.image.image[row, column] == pytest.approx(np.nanmean(block))
    assert np.isnan(each.map.image.image[5, 3])
    drawn = each.map.image.mapRectToParent(each.map.image.boundingRect())
    assert (drawn.width(), drawn.height()) == (32, 32)  # four steps a value, the last of two
    assert (each.map.steps, each.map.units) == (30, 30)


@pytest.mark.parametrize(("factor", "end"), [(0.5, "1"), (3.0, "≥ 1")])
def test_the_colour_bar_says_where_the_colours_end(
    page: FadingPage, factor: float, end: str
) -> None:
    norms = np.triu(np.full((30, 30), factor)) + (1.0 - factor) * np.eye(30)
    each = page.maps[0]
    each.show_answer(Felt(norms, False, np.zeros(30, bool)), 30)
    assert each.bar.texts == ("0", end)
    assert f"{max(factor, 1.0):.0f}" in each.bar.toolTip()


def test_at_the_last_step_there_is_a_curve_and_no_dot(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing comes after it: the first word is shown; whoever chooses the last row is told."""
    window = make_window(text_network("SimpleRNN", 2), text_network("LSTM", 2), length=30)
    explaining, session = window.services.explaining, window.session
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: [some_ids(1)])
    session.step = session.steps - 1
    explaining.page = "fading"
    wait(window, qtbot)
    page = window.pages.page
    assert isinstance(page, FadingPage) and session.sequence is not None
    assert page.source == int(np.flatnonzero(~session.sequence.padding)[0])
    for values, _ in page.curves.lines:
        assert np.isfinite(values).sum() > 1
    assert "at each later step" in page.caption.text()
    plot = page.maps[0].map
    click(plot.viewport(), spot(plot, 20, share=(session.steps - 0.5) / session.steps))
    settle()
    assert page.source == session.steps - 1
    assert "nothing is read after" in page.caption.text()
    session.step = 5
    session.show_layer(0, session.panes[0].layer)
    assert page.source == session.steps - 1, "it stays until something else is read"


def test_panes_that_go_while_the_page_is_closed_are_no_harm(page: FadingPage) -> None:
    session = page.session
    page.close_page.click()
    session.focus = 1
    session.remove_pane(1)
    session.focus = 0
    assert len(session.panes) == 1
    page.explaining.page = "fading"
    settle()
    assert len(page.maps) == 1
