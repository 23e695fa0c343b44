"""Layer-wise relevance propagation: the answer is shared out backwards, and none is lost.

Source: Arras et al., Explaining Recurrent Neural Network Predictions in Sentiment Analysis
(2017), whose rules for an LSTM are followed: a sum shares its relevance out by what each
summand gave; in a product of a gate and a signal *the signal takes all*; an activation hands
relevance on as it is.  The counterpart for the other cells, by the same three rules:

- SimpleRNN: ``h = act(x W + h R + b)`` is one sum, over input, state and bias.
- GRU: ``h = z h' + (1 - z) n`` is a sum of two products of which h' and n are the signals; the
  sum inside n is over ``x W``, ``r (h' R)`` (signal: h') and the bias.

A sum's denominator is kept from 0 by `EPSILON` with its sign.  With the bias factor 1 the
bias and epsilon are shared out too, in equal parts, and relevance is conserved; with 0 they
keep theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from engine.errors import Cancelled, ReplayError, UnsupportedError
from engine.explain.attribution import Check, Floats, Shares, shares_of
from engine.explain.target import ExplainedReading
from engine.network.network import INACTIVE, Layer
from engine.replay.backward_in_time import STEPS_BETWEEN_STOPS, InTime
from engine.replay.cells.registry import CELLS
from engine.replay.functions.function import Mask, biased, weight
from engine.replay.functions.gradient import Gradient
from engine.replay.functions.registry import FUNCTIONS, GRADIENTS
from engine.replay.value import Array

EPSILON = 0.001

_TINY = 1e-9
"""Epsilon where a sum has no weights; it gets lost."""

MAX_LOST = 1e-6
"""The share of the answer that may be lost."""


@dataclass(frozen=True, eq=False)
class Sum:
    """``inputs @ weights + ... = output``, whose relevance is shared out.

    Attributes:
        output: ``(B, U)``.
        bias: ``(U,)`` or ``(B, U)``, or 0.
        summands: how many there are, among which bias and epsilon are shared.
        factor: how much of those is.
    """

    output: Floats
    bias: Floats | float
    summands: int
    factor: float

    def share(self, inputs: Floats, weights: Floats | None, relevance: Floats) -> Floats:
        """The inputs' shares ``(B, F)`` of the relevance ``(B, U)``; without weights each input
        is the summand of one output."""
        sign = np.where(self.output >= 0, 1.0, -1.0)
        portion = relevance / (self.output + EPSILON * sign)
        constant = self.factor * (self.bias + EPSILON * sign) / self.summands * portion
        if weights is None:
            return inputs * portion + constant
        result: Floats = inputs * (portion @ weights.T) + constant.sum(axis=-1, keepdims=True)
        return result


RULED = ("SimpleRNN", "LSTM", "GRU")
"""The cells that have a rule."""


class _StepBack:
    """One layer's relevance, step by step; arrays ``(B, T, U)`` in the order of reading."""

    def __init__(self, reading: InTime, factor: float) -> None:
        record, layer = reading.record, reading.record.layer
        if layer.kind not in RULED:
            raise UnsupportedError(
                "There is no relevance rule for the cell {kind}.", kind=layer.kind
            )
        order = slice(None, None, -1) if record.backwards else slice(None)
        self.factor, self.kind, self.units = factor, layer.kind, reading.cell.units
        self.series = {
            key: np.asarray(rows[:, order], np.float64) for key, rows in record.series.items()
        }
        self.before = {}
        for key in reading.states:
            first = np.zeros((len(self.series[key]), 1, self.units))
            if key in record.start:
                first[:, 0] = record.start[key]
            self.before[key] = np.concatenate([first, self.series[key][:, :-1]], axis=1)
        inputs = record.inputs[:, order]
        self.one_hot = inputs.dtype.kind == "i"
        self.width = len(layer.weights["kernel"])
        self.inputs = inputs if self.one_hot else np.asarray(inputs, np.float64)
        cell = CELLS[layer.kind]
        self.sums = cell.pre_activations(layer, inputs, self.before, self.series)
        self.kernels = {
            key: np.asarray(cell.block(layer, "kernel", key), np.float64) for key in self.sums
        }
        self.recurrent = {
            key: np.asarray(cell.block(layer, "recurrent_kernel", key), np.float64)
            for key in self.sums
        }
        self.reset_after = bool(layer.options.get("reset_after", True))

    def input(self, t: int) -> Floats:
        """``(B, F)``."""
        rows: Floats = self.inputs[:, t]
        return np.eye(self.width)[rows] if self.one_hot else rows

    def signal(self, t: int, key: str, relevance: Floats) -> tuple[Floats, Floats]:
        """The shares of input and state before in the sum inside a candidate."""
        parts, before = self.sums[key], self.before["h"][:, t]
        recurrent: Floats = self.recurrent[key]
        bias = np.zeros(1) if parts.bias is None else np.asarray(parts.bias, np.float64)
        # A clip belongs to the activation, which hands relevance on as it is.
        total = np.asarray(parts.sum[:, t], np.float64)
        share = before @ recurrent
        if self.kind == "GRU" and not self.reset_after:
            before = self.series["r"][:, t] * before
            share = before @ recurrent
        if parts.reset is not None:  # the bias inside the reset gate is what is left over
            reset = np.asarray(parts.reset[:, t], np.float64)
            bias = total - np.asarray(parts.input[:, t], np.float64) - reset * share
            sum_ = Sum(total, bias, self.width + self.units, self.factor)
            of_input = sum_.share(self.input(t), self.kernels[key], relevance)
            # The weights of one sequence are those that its reset gate has left.
            sign = np.where(total >= 0, 1.0, -1.0)
            portion = relevance / (total + EPSILON * sign)
            constant = self.factor * (bias + EPSILON * sign) / sum_.summands * portion
            of_state = before * ((portion * reset) @ recurrent.T)
            return of_input, of_state + constant.sum(axis=-1, keepdims=True)
        sum_ = Sum(total, bias, self.width + self.units, self.factor)
        return (
            sum_.share(self.input(t), self.kernels[key], relevance),
            sum_.share(before, recurrent, relevance),
        )

    def back(self, t: int, relevance: Mapping[str, Floats]) -> tuple[Floats, dict[str, Floats]]:
        """What step ``t`` gives to its input ``(B, F)`` and to the states before it ``(B, U)``."""
        series, units = {key: rows[:, t] for key, rows in self.series.items()}, self.units
        if self.kind == "SimpleRNN":
            of_input, of_state = self.signal(t, "h", relevance["h"])
            return of_input, {"h": of_state}
        if self.kind == "LSTM":
            cell = relevance["c"] + relevance["h"]
            sum_ = Sum(series["c"], 0.0, 2 * units, self.factor)
            kept = sum_.share(series["f"] * self.before["c"][:, t], None, cell)
            added = sum_.share(series["i"] * series["g"], None, cell)
            kept, added = self._spread(sum_, cell, kept, added)
            of_input, of_state = self.signal(t, "g", added)
            return of_input, {"h": of_state, "c": kept}
        sum_ = Sum(series["h"], 0.0, 2 * units, self.factor)
        whole = relevance["h"]
        kept = sum_.share(series["z"] * self.before["h"][:, t], None, whole)
        added = sum_.share((1 - series["z"]) * series["n"], None, whole)
        kept, added = self._spread(sum_, whole, kept, added)
        of_input, of_state = self.signal(t, "n", added)
        return of_input, {"h": kept + of_state}

    def _spread(
        self, sum_: Sum, relevance: Floats, kept: Floats, added: Floats
    ) -> tuple[Floats, Floats]:
        """Epsilon is shared among all inputs of the two identity matrices, as the paper's code
        has it, not only by each unit with itself."""
        sign = np.where(sum_.output >= 0, 1.0, -1.0)
        own = self.factor * EPSILON * sign / sum_.summands
        own = own * relevance / (sum_.output + EPSILON * sign)
        shared = own.sum(axis=-1, keepdims=True) - own
        return kept + shared, added + shared


@dataclass(eq=False)
class RelevanceRules:
    """Relevance instead of gradients; see the module.

    Attributes:
        factor: how much of bias and epsilon is shared out, 0 to 1.
        start: what fell on initial states that no other layer made, ``(B,)``; filled on the way.
        should_stop: asked now and then.
    """

    factor: float = 1.0
    start: Floats | float = 0.0
    should_stop: Callable[[], bool] | None = None

    def through_time(
        self, reading: InTime, output: Array | None, last: Mapping[str, Array]
    ) -> tuple[Array, dict[str, Array]]:
        """Back through a recurrent layer, ``(B, T, F)`` and ``(B, U)`` by state.

        Raises:
            Cancelled: ``should_stop`` became true.
        """
        steps, mask = _StepBack(reading, self.factor), reading.mask
        order = slice(None, None, -1) if reading.record.backwards else slice(None)
        batch = len(steps.series["h"])
        states = {
            key: np.asarray(last.get(key, np.zeros((batch, steps.units)))) for key in reading.states
        }
        rows = None if output is None else output[:, order]
        inputs = np.zeros((batch, reading.steps, steps.width))
        for t in range(reading.steps - 1, -1, -1):
            if self.should_stop is not None and t % STEPS_BETWEEN_STOPS == 0 and self.should_stop():
                raise Cancelled
            if rows is not None:
                states = {**states, "h": states["h"] + rows[:, t]}
            of_input, before = steps.back(t, states)
            if mask is None:
                inputs[:, t], states = of_input, before
                continue
            live = mask[:, t, None]
            inputs[:, t] = np.where(live, of_input, 0)
            states = {key: np.where(live, before[key], states[key]) for key in states}
        return inputs[:, order], states

    def begun(self, states: Collection[Array | None]) -> None:
        """Count what fell on initial states ``(B, U)``."""
        for rows in states:
            if rows is not None:
                self.start = self.start + rows.sum(axis=1)

    def through(self, layer: Layer) -> Gradient:
        """Back through a layer without a state."""
        if layer.kind == "Dense":
            return self._dense
        if layer.kind in _AS_IT_IS:
            return lambda layer, inputs, masks, output: [output]
        if layer.kind in _HANDED_OUT:
            return GRADIENTS[layer.kind]
        if layer.kind in _SUMS:
            return self._sum
        raise _no_rule(layer, layer.kind)

    def parted(self, layer: Layer, ends: list[Array], output: Array) -> list[Array]:
        """To the two ways, ``(N, ..., U)``: a sum or mean by what each gave."""
        mode = layer.options["merge_mode"]
        if mode == "mul":
            raise _no_rule(layer, "Bidirectional with merge_mode mul")
        total = ends[0] + ends[1]
        portion = output / (total + _TINY * np.where(total >= 0, 1, -1))
        return [end * portion for end in ends]

    def _dense(
        self, layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
    ) -> list[Array | None]:
        values = inputs[0]
        kernel = weight(layer, "kernel", values)
        total = biased(layer, values @ kernel)
        flat = values.reshape(-1, values.shape[-1])
        sums = Sum(
            total.reshape(-1, total.shape[-1]),
            weight(layer, "bias", values) if "bias" in layer.weights else 0.0,
            flat.shape[-1],
            self.factor,
        )
        shares = sums.share(flat, kernel, output.reshape(-1, output.shape[-1]))
        return [shares.reshape(values.shape)]

    def _sum(
        self, layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
    ) -> list[Array | None]:
        """Of a sum or mean without weights: each number by what it gave."""
        total = FUNCTIONS[layer.kind](layer, inputs, masks)
        portion = output / (total + _TINY * np.where(total >= 0, 1, -1))
        back = GRADIENTS[layer.kind](layer, inputs, masks, portion)
        return [
            None if gradient is None else values * gradient
            for values, gradient in zip(inputs, back, strict=True)
        ]


def _no_rule(layer: Layer, kind: str) -> UnsupportedError:
    return UnsupportedError(
        "The layer {layer} is a {kind}, which has no relevance rule here. Choose gradient x "
        "input, integrated gradients or occlusion.",
        layer=layer.name,
        kind=kind,
    )


_AS_IT_IS = (*INACTIVE, "Activation", "ReLU", "LeakyReLU", "ELU", "PReLU")
_HANDED_OUT = (
    *("Flatten", "Reshape", "Permute", "Concatenate", "Cropping1D", "ZeroPadding1D"),
    *("MaxPooling1D", "GlobalMaxPooling1D", "ops.GetItem", "ops.Reshape", "ops.ExpandDims"),
    *("ops.Squeeze", "ops.Concatenate"),
)
_SUMS = ("Add", "Subtract", "Average", "AveragePooling1D", "GlobalAveragePooling1D")


def relevance(reading: ExplainedReading, factor: float = 1.0) -> Shares:
    """Scores ``(T,)``, and the check: what is lost of the answer, as a share of it.  What falls
    on initial states that no other layer made is counted."""
    if reading.edits:
        raise ReplayError(
            "Relevance is shared out only through a reading that was not changed by hand. Choose "
            "another method, or switch the edits off."
        )
    answer, rules = reading.answers(), RelevanceRules(factor, should_stop=reading.should_stop)
    parts = reading.back(rules, answer)
    shared = float(sum(part.sum() for part in parts.values()) + np.sum(rules.start))
    lost = abs(shared - float(answer[0])) / max(abs(float(answer[0])), 1e-12)
    check = Check("relevance lost", lost, MAX_LOST)
    if factor != 1:
        check = Check("relevance kept by biases", lost, MAX_LOST)
    return shares_of(reading, parts, (check,))
