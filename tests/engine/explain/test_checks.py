"""The methods' own checks: each fails where what it proves is wrong, and only there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from engine.explain import gradient_input, occlusion
from engine.explain.attribution import Shares, by_rank
from engine.explain.choices import MAX_STEPS
from engine.explain.integrated import IN_A_HALF
from engine.explain.methods import MethodSettings, explain
from engine.explain.target import ExplainedReading, Target
from engine.network.network import Network
from engine.sequence import Sequence
from tests.engine.explain.networks import KINDS, both_ways, ids, numbers, rows, text

Steps = npt.NDArray[np.intp]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("at", [None, 4])
def test_they_hold(kind: str, masked: bool, at: int | None) -> None:
    network = text(kind, mask_zero=masked, layers=2)
    layer = network.recurrent[-1].name
    for sequence in (ids(9, padded=2), ids(9, padded=2, behind=True), ids(9)):
        for method in ("gradxinput", "occlusion"):
            for target in (Target(at=at), Target(at=at, layer=layer, unit=1)):
                (check,) = explain(network, sequence, method, target).checks
                assert check.holds, (method, target, check)


@pytest.mark.parametrize("network", [numbers("LSTM"), both_ways("GRU")], ids=["numbers", "both"])
def test_a_gradient_at_the_wrong_step_is_found_though_the_sum_is_right(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    sequence = rows(8) if network.features else ids(8)
    assert explain(network, sequence, "gradxinput").checks[0].holds
    right = gradient_input.shares_of

    def turned(*parts: Any) -> Shares:
        shares = right(*parts)
        return replace(shares, scores=np.roll(shares.scores, 1))

    monkeypatch.setattr(gradient_input, "shares_of", turned)
    (check,) = explain(network, sequence, "gradxinput").checks
    assert (check.name, check.tolerance) == ("central differences step by step", 1e-6)
    assert not check.holds


def test_a_gradient_that_is_a_little_too_large_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    right = ExplainedReading.back

    def larger(self: ExplainedReading) -> Any:
        return {leaf: 1.00001 * each for leaf, each in right(self).items()}

    monkeypatch.setattr(ExplainedReading, "back", larger)
    assert not explain(text("GRU"), ids(8), "gradxinput").checks[0].holds


NEIGHBOUR = {
    "the next word": lambda self, steps: np.minimum(steps + 1, len(self.inputs) - 1),
    "nothing": lambda self, steps: steps[:0],
}


@pytest.mark.parametrize("wrong", NEIGHBOUR)
@pytest.mark.parametrize("replacement", ["removed", "padding"])
def test_another_word_taken_out_is_found(
    wrong: str, replacement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sequence, settings = ids(9, padded=3), MethodSettings(replacement)
    assert explain(text("LSTM"), sequence, "occlusion", settings=settings).checks[0].holds
    right = occlusion.Without.without

    def without(self: occlusion.Without, steps: Steps) -> Any:
        return right(self, NEIGHBOUR[wrong](self, steps))

    monkeypatch.setattr(occlusion.Without, "without", without)
    (check,) = explain(text("LSTM"), sequence, "occlusion", settings=settings).checks
    assert (check.name, check.tolerance) == ("steps taken out one by one", 1e-9)
    assert not check.holds


def test_answers_that_change_places_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    right = occlusion.answers_without
    monkeypatch.setattr(occlusion, "answers_without", lambda *each: right(*each)[::-1])
    assert not explain(text("LSTM"), ids(9), "occlusion").checks[0].holds


def test_what_is_looked_at_is_spread_by_rank() -> None:
    scores = np.array([0.0, -9, 3, 8, 1, 7, 6, 5])
    assert by_rank(scores, np.arange(8), 4).tolist() == [1, 5, 7, 4]
    assert by_rank(scores, np.array([2, 4]), 4).tolist() == [2, 4]
    assert by_rank(scores, np.array([4]), 4).tolist() == [4]
    assert len(by_rank(scores, np.arange(8), 3)) == 3


def test_integrated_gradients_keep_to_their_bound_and_say_what_is_left() -> None:
    """Weights this large bend the way at more places than can be afforded."""
    found = [
        explain(numbers("SimpleRNN", units=16, scale=scale, seed=seed), rows(60, seed=seed), "ig")
        for scale, seed in ((8, 0), (8, 2), (12, 0), (16, 1))
    ]
    points = [int(str(each.settings["points"])) for each in found]
    assert max(points) <= MAX_STEPS
    assert any(most > MAX_STEPS - 2 * IN_A_HALF for most in points)  # all that was affordable
    for each, used in zip(found, points, strict=True):
        (check,) = each.checks
        total = each.answer - each.baseline_answer
        gap = abs(each.scores.sum() - total) / abs(total)
        assert check.value == pytest.approx(gap, rel=1e-6)
        if used > MAX_STEPS - 2 * IN_A_HALF:
            assert not check.holds


@pytest.mark.parametrize("chosen", [1, 64, 128, 129, 257, 300])
def test_a_chosen_number_of_points_is_that_number(chosen: int) -> None:
    result = explain(text("GRU"), ids(6), "ig", settings=MethodSettings(steps=chosen))
    assert result.settings["points"] == chosen
    if chosen > 1:
        assert result.checks[0].holds


def test_padding_alone_has_no_slope() -> None:
    nothing = Sequence(np.zeros((3, 3), np.float32), ("",) * 3, np.zeros(3, bool))
    result = explain(numbers("LSTM"), nothing, "gradxinput")
    assert not result.scores.any()
    assert result.checks[0].holds
