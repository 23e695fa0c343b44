"""What a report says of a network: levels, numbers and advice, against what was put in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import Cancelled
from engine.network.network import Network
from engine.numbers.table import Table
from engine.numbers.windows import Cut, Windows
from engine.progress import finish
from engine.replay.replay import replay
from engine.survey import health, words_alone
from engine.survey.collectors import Answers
from engine.survey.corpus_inputs import CorpusInputs, of_windows
from engine.survey.health import Finding
from engine.survey.judging import judging
from engine.survey.survey import Survey, survey
from tests.engine.numbers.networks import numbers_network
from tests.engine.survey import corpora
from tests.networks import decoding_network, text_network


def findings(read: Survey) -> dict[str, Finding]:
    return {each.name: each for each in finish(health.health(read)).findings}


def answering(read: Survey, likely: np.ndarray) -> Survey:
    """The same with other answers."""
    answers = Answers(len(likely), read.inputs.steps)
    answers.ends[:, 0] = likely
    return replace(read, answers=answers)


def labelled(rows: int, positive: int, steps: int = 6, **more: int) -> CorpusInputs:
    inputs = corpora.ids(rows, steps, **more)
    inputs.labels[:] = np.arange(rows) < positive
    return inputs


@pytest.fixture(scope="module")
def read() -> Survey:
    return finish(survey(text_network(words=60), labelled(200, 190)))


def test_always_the_more_frequent_label_is_no_good_accuracy(read: Survey) -> None:
    found = findings(answering(read, np.full(200, 0.9)))["accuracy"]
    assert (found.value, found.level) == (0.95, "bad")
    assert "about 95.0 %" in str(found.says) and found.advice is not None
    found = findings(answering(read, np.where(read.inputs.labels == 1, 0.9, 0.1)))["accuracy"]
    assert (found.value, found.level, found.advice) == (1.0, "good", None)


def test_of_windows_of_a_series_nothing_is_said_of_reviews() -> None:
    table = Table("t", ("a",), np.sin(np.arange(60.0))[:, None])
    windows = Windows(table, Cut((0,), length=6))
    network = numbers_network(1, 6)
    read = finish(survey(network, finish(of_windows(windows, network))))
    found = findings(read)
    assert "No window of t has a label" in str(found["padding_cost"].says)
    texts = [str(text) for each in found.values() for text in (each.says, each.means, each.advice)]
    assert not [text for text in texts if "review" in text.lower()]


def test_of_one_review_nothing_is_called_good_or_bad(read: Survey) -> None:
    found = findings(answering(read, np.full(200, 0.9)).rows([0]))
    assert {found[name].level for name in ("accuracy", "calibration_error")} == {"unknown"}
    assert not any(
        "nan" in str(each.says) or "1 review were" in str(each.says) for each in found.values()
    )


@pytest.mark.parametrize(("likely", "error", "level"), [(0.95, 0.0, "good"), (0.6, 0.35, "look")])
def test_calibration_has_an_interval(read: Survey, likely: float, error: float, level: str) -> None:
    found = findings(answering(read, np.full(200, likely)))["calibration_error"]
    assert found.value == pytest.approx(error, abs=1e-6) and found.level == level
    low, high = str(found.says).split("(")[1].split(";")[0].split(" to ")
    assert float(low[:-1]) <= 100 * error <= float(high[:-1]) and low != high


def test_a_baseline_of_few_reviews_is_not_compared(read: Survey) -> None:
    found = findings(read)["baseline_gap"]
    assert (found.value, found.level) == (None, "unknown")
    assert "fewer than 5,000 reviews" in str(found.says)


def test_words_alone_are_found_where_they_say_the_label(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    monkeypatch.setattr(words_alone, "MIN_REVIEWS", 300)
    inputs = labelled(300, 150, steps=8, longest_padding=0)
    inputs.inputs[:, 0] = np.where(inputs.labels == 1, 58, 59)
    inputs.inputs[:, 1:] %= 50
    blank = finish(survey(text_network(words=60), inputs))
    found = findings(answering(blank, np.full(300, 0.9)))["baseline_gap"]
    assert found.value == pytest.approx(-0.5, abs=0.03) and found.level == "look"
    assert found.advice is not None and "may have learned from these" in str(found.means)
    with pytest.raises(Cancelled):
        words_alone.bag_of_words_is_right(inputs, should_stop=lambda: True)


def undecided(network: Network, inputs: CorpusInputs) -> Network:
    """The same that says positive of half of the reviews, so that padding can tip it."""
    ends = np.sort(finish(survey(network, inputs)).answers.ends[:, 0].astype(np.float64))
    middle = ends[len(ends) // 2 - 1 : len(ends) // 2 + 1].mean()
    dense = network.layer("dense")
    bias = dense.weights["bias"] - np.float32(np.log(middle / (1 - middle)))
    changed = replace(dense, weights={**dense.weights, "bias": bias})
    layers = (changed if each is dense else each for each in network.layers)
    return replace(network, layers=tuple(layers))


def padded_by_hand(network: Network, inputs: CorpusInputs, side: str) -> float:
    right = []
    for row, label in enumerate(inputs.labels.tolist()):
        words = inputs.inputs[row][~inputs.padding[row]]
        blank = np.zeros(inputs.steps - len(words), np.int32)
        ids = np.concatenate([blank, words] if side == "pre" else [words, blank])
        flags = np.isin(np.arange(len(ids)), np.flatnonzero(ids == 0))
        sequence = replace(inputs.sequence(row), inputs=ids, padding=flags)
        right.append((float(replay(network, sequence).answer) > 0.5) == (label == 1))
    return float(np.mean(right))


@pytest.mark.parametrize("mask_zero", [False, True])
def test_the_cost_of_padding_is_the_networks_own(mask_zero: bool) -> None:
    inputs = corpora.ids(120, 12, longest_padding=9)
    network = undecided(text_network(words=60, mask_zero=mask_zero, seed=3), inputs)
    answers = finish(survey(network, inputs)).answers.ends[:, 0]
    inputs.labels[:] = answers > 0.5  # in front it is always right
    inputs = inputs.rows(inputs.padding.any(axis=1))
    found = findings(finish(survey(network, inputs)))["padding_cost"]
    wanted = padded_by_hand(network, inputs, "pre") - padded_by_hand(network, inputs, "post")
    assert found.value == pytest.approx(wanted)
    if mask_zero:
        assert (found.value, found.level, found.advice) == (0.0, "good", None)
    else:
        assert found.value > 0.05 and found.level == "look"
        assert "mask_zero" in str(found.advice)


def test_where_the_other_side_is_better_it_is_said() -> None:
    inputs = corpora.ids(120, 12, longest_padding=9)
    other_side = health.padded_on(inputs, "post")
    network = undecided(text_network(words=60, seed=3), other_side)
    behind = finish(survey(network, other_side)).answers.ends[:, 0]
    inputs.labels[:] = behind > 0.5
    found = findings(finish(survey(network, inputs)))["padding_cost"]
    assert found.value is not None and found.value < -0.05 and found.level == "look"
    assert "other side" in str(found.advice)


def test_few_reviews_have_no_duplicates(read: Survey) -> None:
    few = findings(finish(survey(text_network(words=60), labelled(99, 50))))["duplicates"]
    assert (few.value, few.level) == (None, "unknown")
    assert findings(read)["duplicates"].value == 0


def test_a_constant_unit_is_found() -> None:
    network = text_network("SimpleRNN", 4, words=60)
    layer = network.layer("simplernn")
    weights = {name: array.copy() for name, array in layer.weights.items()}
    weights["kernel"][:, 1], weights["recurrent_kernel"][:, 1], weights["bias"][1] = 0, 0, 1.0
    layers = tuple(
        replace(layer, weights=weights) if each is layer else each for each in network.layers
    )
    found = findings(finish(survey(replace(network, layers=layers), labelled(120, 60))))
    assert (found["constant"].value, found["constant"].level) == (1.0, "look")
    assert "simplernn[2]" in str(found["constant"].says)


def test_nothing_is_said_of_the_units_of_a_decoder() -> None:
    read = finish(survey(decoding_network("LSTM"), corpora.ids(120, 4, words=7)))
    for moments in read.moments["decoder"].values():
        assert np.isnan(moments.share_below).all() and np.isnan(moments.share_above).all()
    found = findings(read)
    assert "encoder/" in str(found["saturated"].says)
    assert "of 5 units" in str(found["dead"].says)
    assert any("units of decoder" in str(note) for note in read.notes)


def test_what_has_no_answer_is_said(read: Survey) -> None:
    likely = np.where(read.inputs.labels == 1, 0.9, 0.1)
    likely[3:6] = np.nan
    found = finish(health.health(answering(read, likely)))
    assert found.measures["accuracy"] == 1
    assert "3 reviews" in str(found.notes[0])


def kept(network: Network, weight: float) -> Network:
    """A simple cell of one unit whose gradient is multiplied by a weight at every step."""
    layer = network.layer("simplernn")
    weights = {name: np.zeros_like(array) for name, array in layer.weights.items()}
    weights["recurrent_kernel"][:] = weight
    layers = (replace(layer, weights=weights) if each is layer else each for each in network.layers)
    return replace(network, layers=tuple(layers))


@pytest.mark.parametrize(
    ("weight", "horizon", "level"),
    [(0.09, 2, "look"), (0.6, 10, "good"), (1.0, 20, "good")],  # 0.09**2 and 0.6**10 <= 0.01
)
def test_the_horizon_is_where_a_hundredth_is_left(weight: float, horizon: int, level: str) -> None:
    network = kept(text_network("SimpleRNN", 1, words=60), weight)
    found = findings(finish(survey(network, labelled(40, 20, steps=20, longest_padding=0))))
    assert (found["horizon"].value, found["horizon"].level) == (horizon, level)
    assert (found["horizon"].advice is None) == (level == "good")
    assert "learn from nothing" not in str(found["horizon"].means)


def test_a_cost_of_few_reviews_is_not_sure() -> None:
    inputs = corpora.ids(200, 12, longest_padding=9)
    network = undecided(text_network(words=60, seed=3), inputs)
    ends = [
        finish(survey(network, health.padded_on(inputs, side))).answers.ends[:, 0] > 0.5
        for side in ("pre", "post")
    ]
    same, other = (np.flatnonzero((ends[0] == ends[1]) == alike) for alike in (True, False))
    padded = inputs.padding.any(axis=1)
    few = inputs.rows(np.r_[same[padded[same]][:24], other[padded[other]][:2]])
    few.labels[:] = finish(survey(network, few)).answers.ends[:, 0] > 0.5
    found = findings(finish(survey(network, few)))["padding_cost"]
    assert found.value == pytest.approx(2 / 26) and found.level == "unknown"
    assert "more reviews" in str(found.advice)


def test_the_interval_of_a_calibration_error_is_about_it() -> None:
    blank = finish(survey(text_network(words=60), labelled(400, 200)))
    random = np.random.default_rng(1)
    likely = random.random(400)
    blank.inputs.labels[:] = random.random(400) < likely  # calibrated: what is left is chance
    found = judging(answering(blank, likely))
    assert 0 <= found.error_low < found.error < found.error_high
    assert found.error_high - found.error < 0.06
