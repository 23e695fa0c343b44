"""What cannot be explained is a sentence; what is only unusual is explained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import Cancelled, GatescopeError, ReplayError, UnsupportedError
from engine.explain.deletion import deletion
from engine.explain.left_over import left_over
from engine.explain.memory import fading, memories, record_of
from engine.explain.methods import METHODS, MethodSettings, explain
from engine.explain.padding_lab import score_variants, variants_at
from engine.explain.state_space import state_space
from engine.explain.target import Target, read_for
from engine.network.network import Layer, Network
from engine.replay.backward_in_time import STEPS_BETWEEN_STOPS
from engine.sequence import Sequence
from tests.engine.explain.networks import KINDS, both_ways, classes, ids, numbers, rows, text

QUICK = ("gradxinput", "ig", "lrp")


def _refused_behind(network: Network) -> Network:
    """A layer that cannot be replayed comes after the recurrent one."""
    refusal = UnsupportedError("The layer strange is a Strange.")
    strange = Layer("strange", "Strange", {}, {}, (None, 4), refused=refusal)
    return Network("strange", (*network.layers[:2], strange, network.layers[2]))


@pytest.mark.parametrize("method", METHODS)
def test_behind_a_refused_layer_the_hidden_state_is_explained(method: str) -> None:
    network = _refused_behind(text("LSTM"))
    with pytest.raises(ReplayError, match=r"no answer .* Explain the hidden state"):
        explain(network, ids(6), method)
    result = explain(network, ids(6), method, Target(layer="lstm", unit=2))
    assert result.explains == "h"
    assert result.checks[0].holds
    assert result.scores.any()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", METHODS)
def test_of_one_step(kind: str, method: str) -> None:
    settings = MethodSettings("padding") if method == "occlusion" else None
    result = explain(text(kind), ids(1), method, settings=settings)
    assert result.scores.shape == (1,)
    assert result.checks[0].holds
    reading = read_for(text(kind), ids(1).inputs[None])
    assert fading(record_of(reading, kind.lower())).shape == (1, 1)
    assert memories(reading)[kind.lower()].horizon is None


@pytest.mark.parametrize("method", QUICK)
@pytest.mark.parametrize("kind", KINDS)
def test_of_five_thousand_steps(kind: str, method: str) -> None:
    """Early steps are forgotten to the last digit, and nothing overflows on the way."""
    result = explain(numbers(kind, units=2), rows(5000), method, settings=MethodSettings(steps=4))
    assert result.scores.shape == (5000,)
    assert np.isfinite(result.scores).all()
    assert abs(result.scores[:100]).max() < 1e-6 * abs(result.scores).max()


def test_the_memory_of_five_thousand_steps() -> None:
    memory = memories(read_for(numbers("LSTM", units=2), rows(5000).inputs[None]))["lstm"]
    assert memory.horizon is not None
    assert 1 < memory.horizon < 100
    assert memory.state["h"][0] < 1e-100


def test_what_explodes_is_told() -> None:
    """Half as much again at each of 3,000 steps is beyond what a number can hold."""
    network = numbers("SimpleRNN")
    cell, dense = network.layers
    still = np.zeros(4, np.float32)
    growing = 1.5 * np.eye(4, dtype=np.float32)
    cell = replace(cell, weights={**cell.weights, "recurrent_kernel": growing, "bias": still})
    network = replace(network, layers=(cell, dense))
    sequence = replace(rows(3000), inputs=np.zeros((3000, 3), np.float32))
    with pytest.raises(ReplayError, match="grow beyond what a number can hold"):
        explain(network, sequence, "gradxinput")
    memory = memories(read_for(network, sequence.inputs[None]))["simplernn"]
    assert not np.isfinite(memory.state["h"][0])
    assert memory.horizon is None


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("wrong", [np.inf, -np.inf, np.nan])
def test_weights_that_are_not_finite(method: str, wrong: float) -> None:
    network = numbers("LSTM")
    lstm, dense = network.layers
    weights = {**lstm.weights, "kernel": np.full_like(lstm.weights["kernel"], wrong)}
    broken = replace(network, layers=(replace(lstm, weights=weights), dense))
    with pytest.raises(ReplayError, match=r"not (a )?finite number"):
        explain(broken, rows(5), method)
    reading = read_for(broken, rows(5).inputs[None], target=Target(layer="lstm", unit=0))
    for measure in (memories, lambda each: fading(record_of(each, "lstm"))):
        with pytest.raises(ReplayError, match="weights of the layer lstm are not all finite"):
            measure(reading)


@pytest.mark.parametrize("method", QUICK)
@pytest.mark.parametrize("masked", [False, True])
def test_padding_alone(method: str, masked: bool) -> None:
    """Unmasked padding is read, and everything falls on it; masked, nothing is read at all."""
    nothing = ids(4, padded=4)
    network = text("GRU", mask_zero=masked)
    settings = MethodSettings("zero") if method == "ig" else None
    result = explain(network, nothing, method, settings=settings)
    assert result.on_padding(nothing.padding) == (0.0 if masked else 1.0)
    found = memories(read_for(network, nothing.inputs[None]))["gru"]
    assert np.isfinite(found.state["h"]).all()


@pytest.mark.parametrize("each_step", [False, True])
def test_of_several_classes_each_has_a_logit_of_its_own(each_step: bool) -> None:
    """Rebuilt from the states; without a choice it is the likeliest."""
    network, sequence = classes(5, each_step=each_step), rows(6)
    h = read_for(network, sequence.inputs[None]).passed.records["lstm"].series["h"][0, 3]
    weights = network.layer("dense").weights
    logits = h @ weights["kernel"] + weights["bias"]
    for channel in (None, *range(5)):
        result = explain(network, sequence, "gradxinput", Target(at=3, channel=channel))
        wanted = int(logits.argmax()) if channel is None else channel
        assert (result.explains, result.several) == ("logit", True)
        assert result.target.channel == wanted
        assert result.answer == pytest.approx(float(logits[wanted]))
    assert not explain(text("LSTM"), ids(4), "gradxinput").several


TARGETS = {
    "There is no step 8": Target(at=7),
    "There is no step 0": Target(at=-1),
    "There is no class 2": Target(channel=1),
    "There is no class 0": Target(channel=-1),
    "no recurrent layer gru": Target(layer="gru"),
    "no unit 5": Target(layer="lstm", unit=4),
}


@pytest.mark.parametrize("said", TARGETS)
def test_what_is_not_there(said: str) -> None:
    with pytest.raises(GatescopeError, match=said):
        explain(text("LSTM"), ids(5), "gradxinput", TARGETS[said])


def test_no_answer_before_the_end() -> None:
    with pytest.raises(ReplayError, match="only at the end"):
        explain(both_ways("LSTM"), ids(5), "ig", Target(at=2))


@pytest.mark.parametrize(
    ("method", "settings", "said"),
    [
        ("guess", MethodSettings(), "no method guess"),
        ("ig", MethodSettings("removed"), "no baseline removed"),
        ("gradxinput", MethodSettings("zero"), "no baseline zero"),
        ("ig", MethodSettings(steps=0), "at least one point"),
        ("ig", MethodSettings("unknown"), "no mark for unknown words"),
    ],
)
def test_a_method_is_told_what_it_does_not_know(
    method: str, settings: MethodSettings, said: str
) -> None:
    with pytest.raises(ReplayError, match=said):
        explain(text("LSTM"), ids(5), method, settings=settings)


def test_what_does_not_fit_the_network() -> None:
    with pytest.raises(GatescopeError):
        explain(text("LSTM"), rows(5), "ig")
    too_large = Sequence(np.array([1, 900], np.int32), ("a", "b"), np.zeros(2, bool))
    with pytest.raises(GatescopeError, match="0 to 49"):
        explain(text("LSTM"), too_large, "ig")


@pytest.mark.parametrize("method", METHODS)
def test_it_can_be_stopped(method: str) -> None:
    with pytest.raises(Cancelled):
        explain(text("LSTM"), ids(20), method, should_stop=lambda: True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", METHODS)
def test_it_asks_on_the_whole_way_back_whether_to_stop(kind: str, method: str) -> None:
    """Not only while it reads: of many steps the way back is the longest."""
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return False

    steps, settings = 320, MethodSettings("padding") if method == "occlusion" else None
    row = np.random.default_rng(0).integers(1, 50, steps).astype(np.int32)
    read_for(text(kind), row[None], should_stop=should_stop)
    reading, asked = asked, 0
    sequence = Sequence(row, ("",) * steps, row == 0)
    explain(text(kind), sequence, method, settings=settings, should_stop=should_stop)
    assert asked >= reading + steps // STEPS_BETWEEN_STOPS


SAMPLED: dict[str, Callable[[Network, list[Sequence]], object]] = {
    "state space": lambda network, sample: state_space(network, sample, "lstm", "c"),
    "deletion": lambda network, sample: deletion(network, sample, ["gradxinput"]),
    "left over": lambda network, sample: left_over([network], [sample]),
    "padding lab": lambda network, sample: score_variants(network, sample, variants_at(6, "pre")),
}


@pytest.mark.parametrize("question", SAMPLED)
@pytest.mark.parametrize("steps", [1, 6])
def test_a_sample_of_nothing_but_padding_is_refused(question: str, steps: int) -> None:
    """A mean of no steps is no number, and numpy only warns of it."""
    nothing = Sequence(np.zeros(steps, np.int32), ("",) * steps, np.ones(steps, bool))
    with pytest.raises(ReplayError, match=r"^No (sequence|review) of the sample"):
        SAMPLED[question](text("LSTM"), [nothing] * 3)
