"""`backward`: from what is asked of a network back to what it read, call by call.

The counterpart of `engine.replay.forward`.  What goes back is a gradient, or the relevance of
another method: a `BackwardRules` says how it passes through a recurrent layer and through one without
a state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from engine.errors import UnsupportedError
from engine.network.cell_kinds import STATEFUL
from engine.network.network import INACTIVE, Call, Layer, Network, Tensor
from engine.network.paths import downstream
from engine.replay.backward_in_time import InTime, in_time, layer_gradient, no_way_back
from engine.replay.forward import ForwardPass
from engine.replay.functions.function import Mask
from engine.replay.functions.gradient import Gradient
from engine.replay.functions.masks import masks_used, within_steps
from engine.replay.functions.registry import GRADIENTS
from engine.replay.timeline import LayerRecord
from engine.replay.value import Array, Value


class BackwardRules(Protocol):
    """How something goes back through layers."""

    def through_time(
        self, reading: InTime, output: Array | None, last: Mapping[str, Array]
    ) -> tuple[Array, dict[str, Array]]:
        """Through a recurrent layer; ``(N, T, F)`` and ``(N, U)`` by state."""

    def begun(self, states: Collection[Array | None]) -> None:
        """What came back to states ``(N, U)`` that a layer began with and no other layer made:
        zeros, what a file has as a constant, and what was carried; None where nothing came."""

    def through(self, layer: Layer) -> Gradient:
        """Through a layer without a state; raises UnsupportedError where there is no way."""

    def parted(self, layer: Layer, ends: list[Array], output: Array) -> list[Array]:
        """Through the merge of a Bidirectional, other than by ``concat``: to what each of the
        two ways handed on, ``ends``, from the merged ``output``, all ``(N, ..., U)``; raises
        UnsupportedError where there is no way."""


@dataclass(eq=False)
class GradientRules:
    """Exact gradients.

    Attributes:
        should_stop: asked now and then.
        state_gradients: gradients by the states of recurrent layers, ``(N, T, U)`` by the name of the
            trace and by key; filled where it is given the name of a layer.
    """

    should_stop: Callable[[], bool] | None = None
    state_gradients: dict[str, dict[str, Array]] = field(default_factory=dict)

    def through_time(
        self, reading: InTime, output: Array | None, last: Mapping[str, Array]
    ) -> tuple[Array, dict[str, Array]]:
        """See `layer_gradient`, ``(N, T, F)``."""
        gradients = self.state_gradients.get(reading.record.layer.name)
        return layer_gradient(reading, output, last, self.should_stop, gradients)

    def begun(self, states: Collection[Array | None]) -> None:
        """Nobody asks for them, ``(N, U)``."""

    def through(self, layer: Layer) -> Gradient:
        """The row of the kind."""
        if layer.kind not in GRADIENTS:
            raise no_way_back(layer)
        return GRADIENTS[layer.kind]

    def parted(self, layer: Layer, ends: list[Array], output: Array) -> list[Array]:
        """By the two ways, ``(N, ..., U)``."""
        mode = layer.options["merge_mode"]
        if mode == "mul":
            return [output * ends[1], output * ends[0]]
        share = output * (0.5 if mode == "ave" else 1.0)
        return [share, share]


def backward(
    network: Network,
    passed: ForwardPass,
    asked: Mapping[Tensor, Array],
    leaves: Collection[Tensor],
    rules: BackwardRules,
    states: Mapping[str, Array] | None = None,
) -> dict[Tensor, Array]:
    """Go back through a network.

    Args:
        network: what read.
        passed: its reading in float64, every tensor kept.
        asked: what is asked of, with the gradient ``(N, ...)`` by it.
        leaves: where to stop.
        rules: how to go back through a layer.
        states: gradients ``(N, T, U)`` by the hidden states of recurrent layers, by the names of
            their traces, in the order of their input.

    Returns:
        The gradients by the leaves, ``(N, ...)``; 0 where nothing came back.

    Raises:
        UnsupportedError: a layer between has no way back.
        Cancelled: the rules' ``should_stop`` became true.
    """
    states = states or {}
    behind = downstream(network, leaves, masks=False)
    coming: dict[Tensor, Array] = dict(asked)
    with np.errstate(all="ignore"):
        for call in reversed(network.calls):
            if call.name not in behind or (call.name, 0) in leaves:
                continue
            names = _traces(network.layer_of(call), call.name)
            outputs = {place: grad for (name, place), grad in coming.items() if name == call.name}
            if not outputs and not any(name in states for name in names):
                continue
            for tensor, gradient in _Step(network, passed, call, rules, states).back(outputs):
                if gradient is not None and (tensor in leaves or tensor[0] in behind):
                    known = coming.get(tensor)
                    coming[tensor] = gradient if known is None else known + gradient
    count = len(next(iter((*asked.values(), *states.values()))))
    return {
        leaf: coming[leaf]
        if leaf in coming
        else np.zeros((count, *_numbers(passed.values[leaf]).shape[1:]))
        for leaf in leaves
    }


def _traces(layer: Layer, name: str) -> tuple[str, ...]:
    if layer.kind == "Bidirectional":
        return f"{name}/forward", f"{name}/backward"
    return (name,)


def _numbers(value: Value) -> Array:
    """All of a value, ``(B, ...)``, in float64."""
    return np.asarray(value.at_end().numbers(np.float64).array, np.float64)


@dataclass(eq=False)
class _Step:
    """The way back through one call."""

    network: Network
    passed: ForwardPass
    call: Call
    rules: BackwardRules
    states: Mapping[str, Array]

    def back(self, outputs: Mapping[int, Array]) -> list[tuple[Tensor, Array | None]]:
        """What the call was called with, and the gradients by it."""
        call, layer = self.call, self.network.layer_of(self.call)
        if layer.kind == "Bidirectional":
            input_, states = self._both_ways(layer, outputs)
        elif layer.kind in STATEFUL:
            input_, states = self._in_time(call.name, layer, outputs)
        else:
            return list(zip(call.inputs, self._without_state(layer, outputs), strict=True))
        if not call.states:
            self.rules.begun(states)
        return [(call.inputs[0], input_), *zip(call.states, states, strict=False)]

    def _in_time(
        self, name: str, layer: Layer, outputs: Mapping[int, Array]
    ) -> tuple[Array, list[Array | None]]:
        record = self.passed.records[name]
        reading = in_time(record)
        sequence, last = self._output_gradients(record, reading, layer, outputs)
        if name in self.states:
            sequence = self.states[name] if sequence is None else sequence + self.states[name]
        input_, first = self.rules.through_time(reading, sequence, last)
        return input_, [first[key] for key in reading.states]

    def _output_gradients(
        self, record: LayerRecord, reading: InTime, layer: Layer, outputs: Mapping[int, Array]
    ) -> tuple[Array | None, dict[str, Array]]:
        """By the steps, in the order of the input, and by the states after the last."""
        output = outputs.get(0)
        last = {
            key: outputs[place] for place, key in enumerate(reading.states, 1) if place in outputs
        }
        if output is None:
            return None, last
        if layer.options.get("return_sequences"):
            # Keras hands the steps on in the order in which the layer took them.
            turned = record.backwards and not layer.options.get("keeps_order")
            return output[:, ::-1] if turned else output, last
        rows = np.zeros((len(output), reading.steps, output.shape[1]))
        rows[:, 0 if record.backwards else -1] = output
        return rows, last

    def _both_ways(
        self, layer: Layer, outputs: Mapping[int, Array]
    ) -> tuple[Array, list[Array | None]]:
        mode = layer.options.get("merge_mode", "concat")
        forward_, backward_ = layer.inner
        half = 1 if mode is not None else 2
        states = len(in_time(self.passed.records[f"{self.call.name}/forward"]).states)
        parts = self._parted(layer, outputs)
        total: Array | None = None
        firsts: list[Array | None] = []
        for way, inner in enumerate((forward_, backward_)):
            part = parts[way]
            own = {} if part is None else {0: part}
            for place in range(states):
                at = half + way * states + place
                if at in outputs:
                    own[1 + place] = outputs[at]
            name = f"{self.call.name}/{('forward', 'backward')[way]}"
            if not own and name not in self.states:
                firsts += [None] * states  # nothing is asked of this way
                continue
            input_, first = self._in_time(
                f"{self.call.name}/{('forward', 'backward')[way]}", inner, own
            )
            total = input_ if total is None else total + input_
            firsts += first
        assert total is not None
        return total, firsts

    def _parted(self, layer: Layer, outputs: Mapping[int, Array]) -> list[Array | None]:
        """The gradient by each way's output, in the order in which it read."""
        mode, forward_ = layer.options.get("merge_mode", "concat"), layer.inner[0]
        sequences = bool(forward_.options.get("return_sequences"))

        def turned(rows: Array) -> Array:
            return rows[:, ::-1] if sequences else rows

        if mode is None:
            second = outputs.get(1)
            return [outputs.get(0), None if second is None else turned(second)]
        if 0 not in outputs:
            return [None, None]
        output, first = outputs[0], forward_.units
        if mode == "concat":
            both = [output[..., :first], output[..., first:]]
        else:
            both = self.rules.parted(layer, self._ends(sequences), output)
        return [both[0], turned(both[1])]

    def _ends(self, sequences: bool) -> list[Array]:
        """What the two ways handed on, in the order of the input."""
        ends = []
        for way in ("forward", "backward"):
            record = self.passed.records[f"{self.call.name}/{way}"]
            rows = np.asarray(record.series["h"], np.float64)
            ends.append(rows if sequences else rows[:, 0 if record.backwards else -1])
        return ends

    def _without_state(self, layer: Layer, outputs: Mapping[int, Array]) -> list[Array | None]:
        call = self.call
        if any(outputs):
            raise no_way_back(layer)  # from the weights of an attention
        output = outputs[0]
        arrays = [_numbers(self.passed.values[source]) for source in call.inputs]
        if layer.kind == "TimeDistributed":
            mask = self.passed.masks[call.name][0]
            return [self._each_step(layer.inner[0], arrays[0], mask, output)]
        used = masks_used(layer, self.passed.masks[call.name], self.network.keras2)
        return self.rules.through(layer)(layer, arrays, used, output)

    def _each_step(self, inner: Layer, values: Array, mask: Mask, output: Array) -> Array | None:
        if inner.kind in INACTIVE:
            return output
        count, steps = output.shape[:2]
        wide = np.broadcast_to(values, (count, *values.shape[1:]))
        if mask is not None:
            mask = within_steps(np.broadcast_to(mask, (count, *mask.shape[1:])))
        back = self.rules.through(inner)(
            inner,
            [wide.reshape(-1, *values.shape[2:])],
            masks_used(inner, [mask], self.network.keras2),
            output.reshape(-1, *output.shape[2:]),
        )[0]
        return None if back is None else back.reshape(count, steps, *back.shape[1:])


def leaves_of(network: Network, passed: ForwardPass) -> tuple[Tensor, ...]:
    """The tensors in which what was read is numbers a step, ``(B, T, F)``: rows of an Embedding,
    one-hot rows, or what was given.  A mask is made before them, and stays.

    Raises:
        UnsupportedError: there is none.
    """
    given = {(network.input.name, 0)}
    leaves: list[Tensor] = []
    for call in network.calls:
        sources = [source for source in call.inputs if source in given]
        if not sources or call.name not in network.reached:
            continue
        layer, made = network.layer_of(call), (call.name, 0)
        value = passed.values[made]
        if layer.kind in ("Embedding", "Masking"):
            leaves.append(made)
        elif passed.values[sources[0]].array.dtype.kind == "i" and (
            value.width or value.array.dtype.kind == "i"
        ):
            given.add(made)  # still ids
        else:
            leaves += [source for source in sources if source not in leaves]
    if not (found := [leaf for leaf in leaves if _numbers(passed.values[leaf]).ndim >= 3]):
        raise UnsupportedError(
            "{network} does not read step by step, so there is nothing to be explained by steps.",
            network=network.name,
        )
    return tuple(found)


def with_leaves(
    values: Mapping[Tensor, Value], arrays: Mapping[Tensor, Array]
) -> dict[Tensor, Value]:
    """Leaves with other numbers, ``(N, T, F)``, and the masks and times that they have."""
    known = {}
    for leaf, array in arrays.items():
        value = values[leaf]
        mask = value.mask
        if mask is not None and len(mask) != len(array):
            mask = np.broadcast_to(mask, (len(array), *mask.shape[1:]))
        known[leaf] = replace(value, array=array, mask=mask, width=0, lookup=None)
    return known
