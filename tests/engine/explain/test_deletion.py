"""Deletion curves, and how alike methods rank: by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import Cancelled, ReplayError
from engine.explain.agreement import agreement
from engine.explain.deletion import RANDOM, SHARES, Deletion, deletion
from engine.explain.methods import METHODS, explain
from engine.explain.target import Target
from engine.network.network import Network
from engine.sequence import Sequence
from tests.engine.explain.networks import KINDS, ids, numbers, rows, text

ALL = tuple(METHODS)


def _answer(network: Network, row: list[int]) -> float:
    array = np.array(row, np.int32)
    return explain(network, Sequence(array, ("",) * len(row), array == 0), "gradxinput").answer


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("padded", ["in front", "behind", "not"])
def test_the_answers_are_those_without_the_words(kind: str, padded: str) -> None:
    """Rebuilt from the attribution: the words that helped most go first."""
    network = text(kind, scale=2)
    review = ids(9, padded=0 if padded == "not" else 2, behind=padded == "behind")
    found = deletion(network, [review], ["ig"], words=[0, 1, 3], seed=5)
    words = [int(word) for word in review.inputs if word]
    scores = explain(network, review, "ig").scores[~review.padding]
    answer = _answer(network, list(map(int, review.inputs)))
    sign = 1 if answer >= 0 else -1
    order = np.argsort(-sign * scores)
    lots = np.random.default_rng(5).permutation(np.flatnonzero(~review.padding))
    first = np.flatnonzero(~review.padding)[0]
    for name, places in (("ig", order), (RANDOM, lots - first)):
        for at, count in enumerate((0, 1, 3)):
            rest = [word for place, word in enumerate(words) if place not in places[:count]]
            filler = [] if padded == "not" else [0] * (9 - len(rest))
            row = rest + filler if padded == "behind" else filler + rest
            assert found.answers[name][0, at] == pytest.approx(sign * _answer(network, row))
    assert found.answers["ig"][0, 0] == pytest.approx(abs(answer))


def test_no_single_word_lets_it_fall_further_than_occlusions_first() -> None:
    network = text("LSTM", scale=3)
    reviews = [ids(12, padded=1, seed=seed) for seed in range(4)]
    found = deletion(network, reviews, ["occlusion"], words=[0, 1])
    for place, review in enumerate(reviews):
        result = explain(network, review, "occlusion")
        sign = 1 if result.answer >= 0 else -1
        fall = found.answers["occlusion"][place, 0] - found.answers["occlusion"][place, 1]
        assert fall == pytest.approx((sign * result.scores).max())


def test_the_area_and_its_error_by_hand() -> None:
    after = np.array([0.0, 0.5, 1.0])
    answers = {
        RANDOM: np.array([[4.0, 4.0, 0.0], [2.0, 2.0, 0.0]]),
        "ig": np.array([[4.0, 0.0, 0.0], [2.0, 1.0, 0.0]]),
    }
    found = Deletion(after, False, answers, 2, 0, "removed")
    np.testing.assert_array_equal(found.curve("ig"), [3.0, 0.5, 0.0])
    # Reviews: 4 * 1/2 and 1 * 1/2; their mean, and the standard error of two.
    assert found.area("ig") == pytest.approx((1.25, 0.75))
    assert found.area(RANDOM) == (0.0, 0.0)
    alone = Deletion(
        after, False, {key: rows[:1] for key, rows in answers.items()}, 1, 0, "removed"
    )
    assert np.isnan(alone.area("ig")[1])


def test_methods_beat_chance_on_a_network_that_listens_to_single_words() -> None:
    reviews = [ids(20, seed=seed) for seed in range(6)]
    found = deletion(text("GRU", scale=2), reviews, ALL)
    assert found.reviews == 6
    assert found.after.tolist() == list(SHARES)
    for method in ALL:
        area, error = found.area(method)
        assert area > error > 0


@pytest.mark.parametrize("target", [Target(at=5), Target(at=5, layer="lstm", unit=2)])
def test_at_a_step_it_is_that_of_what_was_read_by_then(target: Target) -> None:
    """As if the reviews had ended there; those that are shorter do not count."""
    network, long = text("LSTM", scale=2), ids(9, seed=3)
    found = deletion(network, [long, ids(4)], ["gradxinput"], target=target)
    assert (found.reviews, found.target) == (1, target)
    cut = replace(long, inputs=long.inputs[:6], steps=long.steps[:6], padding=long.padding[:6])
    ended = deletion(network, [cut], ["gradxinput"], target=replace(target, at=None))
    for name in ("gradxinput", RANDOM):
        np.testing.assert_allclose(found.answers[name], ended.answers[name])
    with pytest.raises(ReplayError, match="No review"):
        deletion(network, [ids(4)], ["gradxinput"], target=target)


def test_a_seed_tells_the_lots() -> None:
    first, again, other = (
        deletion(text("LSTM"), [ids(9)], [], seed=seed).answers[RANDOM] for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_numbers_and_classes() -> None:
    found = deletion(numbers("LSTM"), [rows(8)], ["gradxinput"])
    assert found.answers["gradxinput"].shape == (1, len(SHARES))


def test_padding_alone_is_left_out_of_the_sample() -> None:
    nothing = ids(4, padded=4)
    found = deletion(text("LSTM"), [nothing, ids(4)], ["gradxinput"])
    assert found.reviews == 1
    with pytest.raises(ReplayError, match="No review"):
        deletion(text("LSTM"), [nothing], ["gradxinput"])


def test_it_says_how_far_it_is_and_can_be_stopped() -> None:
    shares: list[float] = []
    deletion(text("LSTM"), [ids(5), ids(6)], [], progress=shares.append)
    assert shares == [0.5, 1.0]
    with pytest.raises(Cancelled):
        deletion(text("LSTM"), [ids(5)], [], should_stop=lambda: True)


def test_agreement_is_spearmans() -> None:
    random = np.random.default_rng(0)
    scores = list(random.standard_normal((3, 30)).round(1))  # rounded: some are equal
    counted = random.random(30) < 0.8
    from scipy.stats import spearmanr

    wanted = spearmanr(np.stack(scores)[:, counted], axis=1).statistic
    np.testing.assert_allclose(agreement(scores, counted), wanted)


def test_agreement_where_there_is_nothing_to_rank() -> None:
    alike, flat = np.arange(4.0), np.zeros(4)
    found = agreement([alike, flat, alike], np.ones(4, bool))
    assert found[0, 2] == pytest.approx(1)
    assert np.isnan(found[0, 1])
    assert np.isnan(agreement([alike, flat], np.array([True, False, False, False]))).all()
