"""One trace of many windows: the first, then the last step of each other one."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import STATEFUL
from engine.replay.timeline import frozen
from engine.replay.trace import LayerTrace, Trace
from engine.replay.value import Array
from engine.sequence import Sequence


def end_of(trace: Trace) -> Trace:
    """The last step of a trace alone, so that the rest of it need not be kept."""

    def end(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return array[-1:].copy()

    layers = {
        name: replace(
            layer,
            series={key: end(values) for key, values in layer.series.items()},
            inputs=end(layer.inputs),
            masked=end(layer.masked),
            idle=end(_idle(layer)),
            states_before={
                key: layer.before(key, len(trace) - 1)[None].copy() for key in _states(layer)
            },
        )
        for name, layer in trace.layers.items()
    }
    outputs = {key: end(values) for key, values in trace.outputs.items()}
    return replace(
        trace, layers=layers, prediction=end(trace.prediction), outputs=outputs, attention={}
    )


def side_by_side(first: Trace, ends: list[Trace], sequence: Sequence) -> Trace:
    """One trace: the first window, then the ends of the others."""
    layers = {
        name: _joined(layer, [end.layers[name] for end in ends])
        for name, layer in first.layers.items()
    }
    outputs = {
        key: _frozen_row(values, [end.outputs[key] for end in ends])
        for key, values in first.outputs.items()
    }
    return replace(
        first,
        sequence=sequence,
        layers=MappingProxyType(layers),
        prediction=_frozen_row(first.prediction, [end.prediction for end in ends]),
        outputs=MappingProxyType(outputs),
        steps=sequence.steps,
        attention={},  # each window has weights of its own
    )


def _joined(first: LayerTrace, ends: list[LayerTrace]) -> LayerTrace:
    steps = range(len(first.masked))
    series = {
        key: _frozen_row(values, [end.series[key] for end in ends])
        for key, values in first.series.items()
    }
    before = {
        key: _frozen_row(
            np.stack([first.before(key, step) for step in steps]),
            [end.states_before[key] for end in ends],
        )
        for key in _states(first)
    }
    return replace(
        first,
        series=MappingProxyType(series),
        inputs=_frozen_row(first.inputs, [end.inputs for end in ends]),
        masked=_frozen_row(first.masked, [end.masked for end in ends]),
        last=first.last + len(ends) if first.last >= 0 else -1,
        idle=_frozen_row(_idle(first), [end.idle for end in ends]),
        states_before=MappingProxyType(before),
    )


def _states(layer: LayerTrace) -> tuple[str, ...]:
    return STATEFUL[layer.layer.kind].states


def _idle(layer: LayerTrace) -> npt.NDArray[np.bool_]:
    return np.zeros(len(layer.masked), bool) if layer.idle is None else layer.idle


def _frozen_row(first: Array, ends: list[Any]) -> Array:
    return frozen(np.concatenate([first, *ends]))
