"""`NetworkStepper`: a network that has read goes on a step at a time, without reading all again.

The work of a step does not depend on how much was read before: recurrent layers go on from where
they stand, convolutions keep the steps that their window still sees, and what is not fed stays as
it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.kinds.merging import ATTENDING, looks_back, sliding_window
from engine.network.kinds.operations.indexing import item_key
from engine.network.kinds.window_sizes import windows
from engine.network.network import INACTIVE, RECURRENT, Call, Layer, Network, Tensor
from engine.network.paths import downstream, upstream
from engine.progress import ShouldStop
from engine.replay.attending import unmasked
from engine.replay.calls import carry_out, fitting
from engine.replay.context import Context
from engine.replay.edits import LayerEdit
from engine.replay.forward import ForwardPass
from engine.replay.value import Array, Value

_EACH_STEP = frozenset(
    (
        *INACTIVE,
        *("Embedding", "Dense", "TimeDistributed", "CategoryEncoding", "Masking"),
        *("Activation", "ReLU", "LeakyReLU", "ELU", "ThresholdedReLU", "Rescaling"),
        *("Add", "Subtract", "Average", "Multiply", "Maximum", "Minimum"),
        *("ops.Add", "ops.Subtract", "ops.Multiply", "ops.Divide", "ops.TrueDivide"),
        *("ops.Tanh", "ops.Sigmoid", "ops.Relu", "ops.Cast"),
    )
)
"""Kinds that make of each step one, whatever the others are."""

_LAST_AXIS = frozenset(
    (
        *("Softmax", "LayerNormalization", "UnitNormalization", "BatchNormalization"),
        *("Concatenate", "ops.Softmax", "ops.LogSoftmax"),
    )
)
"""Kinds that do so along the last axis alone."""

_CONVOLUTIONS = ("Conv1D", "SeparableConv1D", "DepthwiseConv1D")


def can_step(network: Network, fed: str) -> bool:
    """Whether it can go on a step at a time from what it has read: nothing behind the input of
    that name looks ahead, or at all the steps at once."""
    behind = downstream(network, {(fed, 0)}) | {fed}
    calls = [call for call in network.calls if call.name in behind]
    return all(_goes_on(network.layer_of(call), call, behind) for call in calls)


def _goes_on(layer: Layer, call: Call, behind: frozenset[str]) -> bool:
    if call.mask is not None:
        return False
    if layer.kind in RECURRENT:
        is_given = any(name in behind for name, _ in call.states)
        return not layer.options.get("go_backwards") and not is_given
    if layer.kind in ATTENDING:  # a query of its own beside what was read before
        counts = looks_back(layer.options) or sliding_window(layer.options) is not None
        return not counts and not any(name in behind for name, _ in call.inputs[1:])
    if layer.kind in _LAST_AXIS:
        return layer.options.get("axis", -1) in (-1, [-1], len(layer.output_shape) - 1)
    if layer.kind in _CONVOLUTIONS:
        (window,) = windows(layer.options, "kernel_size", 1)
        return window.stride == 1 and window.padding in ("valid", "causal")
    if layer.kind == "ops.GetItem":
        key = item_key(layer.options)
        last = key[:1] == (slice(None),) and key[1:2] == (-1,)
        return last and all(part in (slice(None), Ellipsis) for part in key[2:])
    return layer.kind in _EACH_STEP


class NetworkStepper:
    """A network that goes on from a forward pass of which every tensor was kept, ``B = 1``.

    Args:
        network: one that `can_step`.
        fed: the name of the input that is given what comes next.
        passed: what it has read.
        dtype: the precision.
        edits: of recurrent layers.
        should_stop: asked now and then.
    """

    def __init__(
        self,
        network: Network,
        fed: str,
        passed: ForwardPass,
        dtype: npt.DTypeLike = np.float32,
        edits: tuple[LayerEdit, ...] = (),
        should_stop: ShouldStop | None = None,
    ) -> None:
        self._network, self._fed, self._dtype = network, fed, np.dtype(dtype)
        self._edits, self._should_stop = edits, should_stop
        behind = downstream(network, {(fed, 0)})
        needed = upstream(network, network.outputs[0][0])
        self._calls = [call for call in network.calls if call.name in behind & needed]
        inside = behind | {fed}
        self._rest = {
            tensor: value.at_end()
            for tensor, value in passed.values.items()
            if tensor[0] not in inside
        }
        self._ends, self._unmasked = passed.ends, unmasked(network)
        self._seen = self._windows(passed.values, self._dtype)

    def _windows(self, values: Mapping[Tensor, Value], dtype: np.dtype[Any]) -> dict[str, Array]:
        """What the windows of convolutions still see, ``(1, span - 1, C)`` by call."""
        seen = {}
        for call in self._calls:
            layer = self._network.layer_of(call)
            if layer.kind in _CONVOLUTIONS:
                (window,) = windows(layer.options, "kernel_size", 1)
                array = values[call.inputs[0]].numbers(dtype).array
                room = ((0, 0), (max(0, window.span - 1 - array.shape[1]), 0), (0, 0))
                padded = np.pad(array, room)
                seen[call.name] = padded[:, padded.shape[1] - (window.span - 1) :]
        return seen

    def step(self, value: Value) -> Array:
        """Give it the next step, one step of the fed input; the first output there, ``(C,)``.

        Raises:
            ReplayError, ModelError: a layer cannot take what it is called with.
            Cancelled: ``should_stop`` became true.
        """
        network = self._network
        values = {**self._rest, (self._fed, 0): value}
        context = Context(
            self._dtype,
            network.keras2,
            self._should_stop,
            edits=self._edits,
            begins=self._ends,
            unmasked=self._unmasked,
        )
        with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
            for call in self._calls:
                layer = network.layer_of(call)
                with fitting(network, call, value.ready + 1):
                    if call.name in self._seen:
                        outputs = [self._convolved(context, layer, call, values)]
                    else:
                        outputs = carry_out(context, layer, call, values)
                values.update(((call.name, place), each) for place, each in enumerate(outputs))
        self._ends = {**self._ends, **context.ends}
        return values[network.outputs[0]].array.reshape(-1)

    def _convolved(
        self, context: Context, layer: Layer, call: Call, values: Mapping[Tensor, Value]
    ) -> Value:
        value = values[call.inputs[0]].numbers(context.dtype)
        array = np.concatenate([self._seen[call.name], value.array], axis=1)
        self._seen[call.name] = array[:, 1:]
        bare = replace(layer, options={**layer.options, "padding": "valid"})
        times = np.repeat(value.times, array.shape[1]) if value.times is not None else None
        wide = replace(value, array=array, times=times, mask=None, lookup=None)
        (result,) = carry_out(context, bare, call, {call.inputs[0]: wide})
        return replace(result, mask=value.mask)
