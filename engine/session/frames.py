"""What is seen at each step: the pictures that a network of films reads and answers with, the maps
of its states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer, Network
from engine.replay.trace import LayerTrace, Trace
from engine.session.pane import Pane

Values = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Frames:
    """Pictures, one a step.

    Attributes:
        values: ``(T, rows, columns, C)``, as they are given or answered; NaN where there is none.
        low, high: the least and the greatest of them.
    """

    values: Values
    low: float
    high: float

    @property
    def is_coloured(self) -> bool:
        """Whether a picture has the three colours of a screen."""
        return bool(self.values.shape[-1] == 3)

    def has(self, step: int) -> bool:
        """Whether there is one at a step."""
        return step < len(self.values) and bool(np.isfinite(self.values[step]).any())

    def shares(self, step: int) -> Values:
        """One picture from 0 to 1: ``(rows, columns, 3)`` where it is coloured, else the mean of
        its channels, ``(rows, columns)``."""
        picture = (self.values[step] - self.low) / ((self.high - self.low) or 1.0)
        shares: Values = picture if self.is_coloured else picture.mean(axis=-1)
        return shares


def _cached_with_trace(make: Callable[[Trace], Frames | None]) -> Callable[[Trace], Frames | None]:
    """Made once a trace, and gone with it: a trace of films is large."""
    frames: WeakKeyDictionary[Trace, Frames | None] = WeakKeyDictionary()

    @wraps(make)
    def cached(trace: Trace) -> Frames | None:
        if trace not in frames:
            frames[trace] = make(trace)
        return frames[trace]

    return cached


@_cached_with_trace
def frames_of(trace: Trace) -> Frames | None:
    """The pictures of a sequence that is read; None where a step is no picture, or a line that no
    layer sees as one."""
    network, inputs = trace.network, trace.sequence.inputs
    shape = network.input.shape[2:]
    has_lines = any(layer.kind == "ConvLSTM1D" for layer in network.recurrent)
    if inputs.ndim != 2 or not len(inputs) or len(shape) != (2 if has_lines else 3):
        return None
    known = [int(size) for size in shape if size is not None]
    if len(known) != len(shape) or np.prod(known) != inputs.shape[1]:
        return None
    return _frames(network, inputs.reshape(len(inputs), *known).astype(np.float32, copy=False))


@_cached_with_trace
def answers_of(trace: Trace) -> Frames | None:
    """The pictures that a network answers with, as one does that says what comes next; None where
    an answer is no picture."""
    network, answers = trace.network, trace.prediction
    calls = {call.name: network.layer_of(call) for call in network.calls}
    layer = calls.get(next(iter(network.outputs), ("", 0))[0])
    shape = () if layer is None else layer.output_shape[-3:]
    is_picture = layer is not None and len(layer.output_shape) > 3 and answers.ndim == 2
    known = [int(size) for size in shape if size is not None]
    if not is_picture or len(known) != 3 or np.prod(known) != answers.shape[1]:
        return None
    return _frames(network, answers.reshape(len(answers), *known))


def point_of(trace: Trace, nth: int) -> tuple[int, int, int] | None:
    """Row, column and channel, from 0, of a number of an answer that is a picture; None where it
    is none."""
    if (frames := answers_of(trace)) is None:
        return None
    rows, columns, channels = frames.values.shape[1:]
    if _channels_first(trace.network):
        channel, row, column = np.unravel_index(nth, (channels, rows, columns))
    else:
        row, column, channel = np.unravel_index(nth, (rows, columns, channels))
    return int(row), int(column), int(channel)


def _frames(network: Network, values: Values) -> Frames | None:
    """Of pictures as they lie in memory, ``(T, ...)``."""
    if values.ndim == 3:  # lines
        values = values[:, None]
    elif _channels_first(network):
        values = np.moveaxis(values, 1, -1)
    known = values[np.isfinite(values)]
    return Frames(values, float(known.min()), float(known.max())) if known.size else None


def _channels_first(network: Network) -> bool:
    def is_so(layer: Layer) -> bool:
        own: bool = layer.options.get("data_format") == "channels_first"
        return own or any(is_so(inner) for inner in layer.inner)

    return any(is_so(layer) for layer in network.layers)


def map_at(trace: LayerTrace, key: str, step: int) -> Values:
    """What the filters of a layer hold at a step, ``(rows, columns, U)``; a line is one row."""
    values = trace.maps[key][step]
    found: Values = values[None] if values.ndim == 2 else values
    return found


def maps_of(panes: Iterable[Pane], key: str) -> list[Values]:
    """The maps of a series of every pane that has it, each ``(T, ..., U)``."""
    traces = [pane.layer_trace for pane in panes]
    return [trace.maps[key] for trace in traces if trace is not None and key in trace.maps]
