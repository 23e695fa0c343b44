"""`Target`: what is to be explained, and `ExplainedReading`: a reading in float64, ready for it.

What is explained is the logit, the number before a closing sigmoid or softmax, because that
is what the words push up and down; without one it is the output itself.  Where a network has
no answer it is the hidden state of a unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.backward import BackwardRules, GradientRules, backward, leaves_of, with_leaves
from engine.network.network import Layer, Network, Tensor
from engine.network.refusal import no_layer
from engine.replay.edits import LayerEdit
from engine.replay.forward import ForwardPass, forward
from engine.replay.trace import Trace
from engine.replay.value import Array, Value, last_row

Floats = npt.NDArray[np.float64]
Stop = Callable[[], bool] | None

_CLOSING = ("sigmoid", "softmax")


@dataclass(frozen=True)
class Target:
    """What is to be explained.  Counted from 0, as everything in code; in the shell, in its files
    and in the window steps, units and classes are counted from 1.

    Attributes:
        at: the time step, None for the end.
        channel: the class or the number of the output; None for the one that is largest.
        layer: the name of a recurrent layer whose hidden state is explained instead of the
            answer, "" for the answer.
        unit: its unit; None for the one that is farthest from 0.
    """

    at: int | None = None
    channel: int | None = None
    layer: str = ""
    unit: int | None = None


@dataclass(frozen=True, eq=False)
class ExplainedReading:
    """A batch that was read in float64, up to the step that is asked about.

    Attributes:
        network: the one that computes the logit.
        inputs: ``(B, T, ...)``, up to that step.
        auxiliary: the other inputs, ``(B, ...)`` by name.
        passed: every tensor.
        leaves: where what was read is numbers, ``(B, T, F)``.
        target: with its choices made.
        explains: what the answer is: a logit, an output, or a hidden state.
        edits: of recurrent layers, in force.
    """

    network: Network
    inputs: Array
    auxiliary: Mapping[str, Array]
    passed: ForwardPass
    leaves: tuple[Tensor, ...]
    target: Target
    explains: Literal["logit", "output", "h"]
    should_stop: Stop = field(default=None, repr=False)
    edits: tuple[LayerEdit, ...] = ()

    def numbers(self) -> dict[Tensor, Floats]:
        """What was read, ``(B, T, F)`` by leaf."""
        return {
            leaf: np.asarray(self.passed.values[leaf].numbers(np.float64).array, np.float64)
            for leaf in self.leaves
        }

    def answers(self) -> Floats:
        """The number that is explained, of each sequence, ``(B,)``."""
        target = self.target
        if target.layer:
            rows = self.passed.records[target.layer].series["h"]
            return np.asarray(rows[:, self._own_step(), target.unit], np.float64)
        return _answers(self.passed.values[self.network.outputs[0]], target)[:, target.channel]

    @property
    def several(self) -> bool:
        """Whether the answer is one of several numbers, such as classes; the sign of a single
        one says what it is for."""
        if self.target.layer:
            return False
        return len(_answers(self.passed.values[self.network.outputs[0]], self.target)[0]) > 1

    def again(self, numbers: Mapping[Tensor, Floats]) -> ExplainedReading:
        """The same reading with other numbers in the leaves, ``(N, T, F)``; masks stay."""
        count = len(next(iter(numbers.values())))
        inputs = _repeated(self.inputs, count)
        auxiliary = {name: _repeated(rows, count) for name, rows in self.auxiliary.items()}
        passed = forward(
            self.network,
            inputs,
            auxiliary,
            np.float64,
            self.should_stop,
            keep=True,
            known=with_leaves(self.passed.values, numbers),
            edits=self.edits,
        )
        return replace(self, inputs=inputs, auxiliary=auxiliary, passed=passed)

    def back(
        self, rules: BackwardRules | None = None, asked: Floats | None = None
    ) -> dict[Tensor, Floats]:
        """Gradients of the answers by what was read, ``(B, T, F)`` by leaf; or what other rules
        send back of ``asked (B,)``."""
        target, count = self.target, len(self.inputs)
        amounts = np.ones(count) if asked is None else asked
        seeds: dict[Tensor, Array] = {}
        states: dict[str, Array] = {}
        if target.layer:
            rows = np.zeros(self.passed.records[target.layer].series["h"].shape)
            rows[:, self._own_step(), target.unit] = amounts
            states[target.layer] = rows
        else:
            tensor = self.network.outputs[0]
            seeds[tensor] = _seed(self.passed.values[tensor], target, amounts)
        rules = rules or GradientRules(self.should_stop)
        return backward(self.network, self.passed, seeds, self.leaves, rules, states)

    def _own_step(self) -> int:
        """The layer's own step that is shown at the time step."""
        assert self.target.at is not None
        times = self.passed.records[self.target.layer].times
        return _place(times, self.target.at, self.target.layer)


def read_for(
    network: Network,
    inputs: Array,
    auxiliary: Mapping[str, Array] | None = None,
    target: Target | None = None,
    should_stop: Stop = None,
    edits: tuple[LayerEdit, ...] = (),
) -> ExplainedReading:
    """Read a batch so that it can be explained.

    Args:
        network: what reads.
        inputs: ids ``(B, T)`` or numbers ``(B, T, F)``.
        auxiliary: for the other inputs, ``(B, ...)`` by name.
        target: what is to be explained; the answer at the end without one.
        should_stop: asked now and then.
        edits: of recurrent layers, in force while it reads: a gate that is clamped hands no
            gradient on.

    Raises:
        ReplayError: there is no such step, class, layer or unit, or no answer there.
        UnsupportedError: a layer on the way has no gradient.
        Cancelled: ``should_stop`` became true.
    """
    target, steps = target or Target(), inputs.shape[1]
    at = steps - 1 if target.at is None else target.at
    if not 0 <= at < steps:
        raise ReplayError(
            "There is no step {step}: the sequence has the steps 1 to {count}.",
            step=at + 1,
            count=steps,
        )
    if not target.layer and not network.answers:
        raise ReplayError(
            "{network} has no answer that can be computed. Explain the hidden state of a "
            "recurrent layer instead.",
            network=network.name,
        )
    auxiliary = dict(auxiliary or {})
    asked, explains = (network, False) if target.layer else _before_closing(network)

    def passed_to(inputs: Array) -> ForwardPass:
        return forward(asked, inputs, auxiliary, np.float64, should_stop, keep=True, edits=edits)

    passed = passed_to(inputs)
    target = replace(target, at=at)
    if target.layer:
        target = _with_unit(network, passed, target)
        kind: Literal["logit", "output", "h"] = "h"
    else:
        answer = passed.values[asked.outputs[0]]
        if answer.times is None and at < steps - 1:
            raise ReplayError(
                "{network} answers only at the end of what it reads. Ask at the last step.",
                network=network.name,
            )
        if answer.running and at < steps - 1:
            if answer.times is not None:
                _place(answer.times, at, "")  # there is one by then
            inputs = inputs[:, : at + 1]  # had the reading ended here
            passed = passed_to(inputs)
        target = _with_channel(_answers(passed.values[asked.outputs[0]], target), target)
        kind = "logit" if explains else "output"
    return ExplainedReading(
        asked, inputs, auxiliary, passed, leaves_of(asked, passed), target, kind, should_stop, edits
    )


def _before_closing(network: Network) -> tuple[Network, bool]:
    """The network without the sigmoid or softmax that closes it, and whether it had one."""
    name, place = network.outputs[0]
    call = next((call for call in network.calls if call.name == name), None)
    if call is None or place:
        return network, False
    layer = network.layer_of(call)
    if (opened := _opened(layer)) is None:
        return network, False
    opened = replace(opened, name=f"{layer.name} (logit)")
    calls = tuple(
        replace(each, layer=opened.name) if each is call else each for each in network.calls
    )
    return replace(network, layers=(*network.layers, opened), calls=calls), True


def _opened(layer: Layer) -> Layer | None:
    if layer.kind == "TimeDistributed":
        inner = _opened(layer.inner[0])
        return None if inner is None else replace(layer, inner=(inner,))
    if layer.kind in ("Dense", "Activation") and layer.options.get("activation") in _CLOSING:
        return replace(layer, options={**layer.options, "activation": "linear"})
    if layer.kind in ("Softmax", "ops.Softmax", "ops.Sigmoid"):
        return replace(layer, kind="Identity", options={})
    return None


def _answers(value: Value, target: Target) -> Floats:
    """The answer at the step, ``(B, C)``."""
    array = np.asarray(value.array, np.float64)
    if value.running:
        array = array[:, -1]
    elif value.times is not None and array.ndim > 2:
        assert target.at is not None
        array = array[:, _place(value.times, target.at, "")]
    return array.reshape(len(array), -1)


def _seed(value: Value, target: Target, amounts: Floats) -> Floats:
    """``amounts (N,)`` at the number that is asked about, 0 elsewhere."""
    shape = value.at_end().array.shape[1:]
    seed = np.zeros((len(amounts), *shape))
    if not value.running and value.times is not None and len(shape) > 1:
        assert target.at is not None
        rows = seed[:, _place(value.times, target.at, "")]
        rows.reshape(len(seed), -1)[:, target.channel] = amounts
    else:
        seed.reshape(len(seed), -1)[:, target.channel] = amounts
    return seed


def _place(times: npt.NDArray[np.int32], at: int, layer: str) -> int:
    """The row that is shown at a time step: the last that was made by then."""
    row = last_row(times, at)
    if row is None:
        raise ReplayError(
            "At step {step} there is nothing to be explained yet.", step=at + 1, layer=layer
        )
    return row


def _with_channel(answers: Floats, target: Target) -> Target:
    count = answers.shape[1]
    channel = int(answers[0].argmax()) if target.channel is None else target.channel
    if count == 1 and channel:
        raise ReplayError(
            "There is no class {channel}: the answer is one number.", channel=channel + 1
        )
    if not 0 <= channel < count:
        raise ReplayError(
            "There is no class {channel}: the answer has the classes 1 to {count}.",
            channel=channel + 1,
            count=count,
        )
    return replace(target, channel=channel)


def _with_unit(network: Network, passed: ForwardPass, target: Target) -> Target:
    if target.layer not in passed.records:
        raise no_layer(network, target.layer, passed.records)
    record = passed.records[target.layer]
    assert target.at is not None
    h = record.series["h"][0, _place(record.times, target.at, target.layer)]
    unit = int(np.abs(h).argmax()) if target.unit is None else target.unit
    if not 0 <= unit < len(h):
        raise ReplayError(
            "The layer {layer} has no unit {unit}: it has the units 1 to {count}.",
            layer=target.layer,
            unit=unit + 1,
            count=len(h),
        )
    return replace(target, unit=unit)


def _repeated(rows: Array, count: int) -> Array:
    return rows if len(rows) == count else np.repeat(rows, count, axis=0)


def check_read_at_once(trace: Trace) -> None:
    """Whether the steps of a trace were read one after the other.

    Raises:
        ReplayError: each written step is the last of a window of its own.
    """
    if trace.written is not None and trace.written.windows is not None:
        raise ReplayError(
            "{network} wrote each step in a window of its own, which cannot be explained together. "
            "Switch reading on off.",
            network=trace.network.name,
        )
