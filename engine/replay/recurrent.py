"""The loop over the steps: recurrent layers, forwards, backwards and both ways.

Sources: ``keras/src/backend/tensorflow/rnn.py`` (``rnn``) and
``keras/src/layers/rnn/bidirectional.py`` of Keras 3.15.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, ReplayError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.cells.registry import CELLS
from engine.replay.timeline import Reading
from engine.replay.value import Array, Bools, Value

if TYPE_CHECKING:
    from engine.replay.calls import Context

_ASK = 64
"""Steps between two looks at ``should_stop``."""


@dataclass(frozen=True, eq=False)
class Read:
    """One layer's reading of one sequence, in the order of its input.

    Attributes:
        series: ``(T, U)`` by key; at a masked step they repeat the step before.
        output: ``(T, U)``, what the layer hands on at each step.
        start: the initial state by key.
    """

    series: dict[str, Array]
    output: Array
    start: dict[str, Array]


def read_layer(
    layer: Layer,
    inputs: Array,
    mask: Bools | None,
    dtype: npt.DTypeLike,
    should_stop: Callable[[], bool] | None = None,
    start: Mapping[str, Array] | None = None,
    *,
    backwards: bool = False,
) -> Read:
    """Let one recurrent layer read.

    A step that the mask leaves out keeps state and output, as in Keras; before the first
    step that is read the output is 0.

    Args:
        layer: it.
        inputs: ``(T, F)``, or ids ``(T,)`` for one-hot rows.
        mask: ``(T,)``, false at the steps to be passed over.
        dtype: the precision.
        should_stop: asked now and then.
        start: the initial state, zero without.
        backwards: whether it reads the last step first; series and output stand in the
            order of the input all the same.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    if backwards:
        turned = None if mask is None else mask[::-1]
        read = read_layer(layer, inputs[::-1], turned, dtype, should_stop, start)
        series = {key: values[::-1] for key, values in read.series.items()}
        return Read(series, read.output[::-1], read.start)
    live = None if mask is None or mask.all() else np.flatnonzero(mask)
    first = {key: np.asarray(value, dtype) for key, value in (start or {}).items()}
    batch = (inputs if live is None else inputs[live])[None]
    cell = CELLS[layer.kind](layer, batch, dtype, first)
    steps = len(inputs) if live is None else len(live)
    for begin in range(0, steps, _ASK):
        if should_stop is not None and should_stop():
            raise Cancelled
        for t in range(begin, min(begin + _ASK, steps)):
            cell.step(t)
    series = {key: np.ascontiguousarray(values[0]) for key, values in cell.series().items()}
    output = series["h"]
    if mask is not None and live is not None:
        output = _repeated(output, mask, None)
        series = {key: _repeated(values, mask, first.get(key)) for key, values in series.items()}
    if mask is not None and layer.options.get("zero_output_for_mask"):
        output = np.where(mask[:, None], output, output.dtype.type(0))
    return Read(series, output, first)


def _repeated(values: Array, mask: Bools, start: Array | None) -> Array:
    """The live steps' values at all steps: a masked step has those of the one before."""
    last = np.cumsum(mask)
    first = np.zeros((1, values.shape[1]), values.dtype) if start is None else start[None]
    repeated: Array = np.concatenate([first, values])[last]
    return repeated


def recurrent(
    context: Context, layer: Layer, name: str, given: Value, states: list[Value]
) -> list[Value]:
    """A call of a recurrent layer: its output, then its states if it returns them."""
    given = _with_times(given, states)
    way, read = _way(context, layer, name, given, states)
    return _outputs(layer, given, read, backwards=way)


def _way(
    context: Context, layer: Layer, name: str, given: Value, states: list[Value]
) -> tuple[bool, Read]:
    """Let it read, and note what it did under a name."""
    backwards = bool(layer.options.get("go_backwards"))
    start = {
        key: state.array[-1]
        for key, state in zip(CELL_KINDS[layer.kind].states, states, strict=False)
    }
    units = int(layer.weights["recurrent_kernel"].shape[0])
    for value in start.values():
        if value.shape != (units,):
            raise ReplayError(
                "The layer {layer} is given an initial state of the shape {found}; it has "
                "{units} units.",
                layer=name,
                found=str(value.shape),
                units=units,
            )
    mask = None if given.mask is None else given.mask[0]
    inputs = given.array[0]
    read = read_layer(
        layer, inputs, mask, context.dtype, context.should_stop, start, backwards=backwards
    )
    assert given.times is not None
    context.readings[name] = Reading(
        layer if layer.name == name else replace(layer, name=name),
        read.series,
        inputs,
        mask,
        given.times,
        read.start,
        backwards,
    )
    return backwards, read


def _with_times(given: Value, states: list[Value]) -> Value:
    """The input with the times at which its steps can be read.

    Steps without times of their own (after a Reshape, say) come once all is known that they
    are made of; a decoder reads nothing before its initial state is there.
    """
    if not given.is_sequence:
        raise ReplayError(
            "A recurrent layer is given {shape}, which is no sequence.",
            shape=str(given.array.shape[1:]),
        )
    times = given.times
    if times is None:
        times = given.ready + 1 + np.arange(given.array.shape[1], dtype=np.int32)
    ready = max([state.ready for state in states], default=-1)
    late = ready + 1 - int(times.min())
    if late > 0 and states:
        times = times + np.int32(late)
    times = times.astype(np.int32, copy=False)
    return replace(given, times=times, ready=max(given.ready, int(times.max()), ready))


def _outputs(layer: Layer, given: Value, read: Read, *, backwards: bool) -> list[Value]:
    times = given.times
    assert times is not None
    # Keras hands the steps on in the order in which the layer took them.
    order = slice(None, None, -1) if backwards else slice(None)
    rows, taken = read.output[order], times[order]
    forward = not backwards and given.exact
    if layer.options.get("return_sequences"):
        whole = Value(rows[None], taken, given.ready, given.mask, False, forward)
    else:
        whole = _vector(rows, taken, given, running=not backwards)
    made = [whole]
    if layer.options.get("return_state"):
        for key in CELL_KINDS[layer.kind].states:
            states = read.series[key][order]
            made.append(_vector(states, taken, given, running=not backwards))
    return made


def _vector(rows: Array, times: Any, given: Value, *, running: bool) -> Value:
    """The last row; with a row for every end that the reading might have had, if it could."""
    increasing = len(times) < 2 or times[0] < times[-1]
    # What looks ahead has no answer before the end: had the reading ended, it would be another.
    if running and increasing and given.exact:
        return Value(rows, times, given.ready, None, True)
    return Value(rows[-1:], None, given.ready, None, False, False)


def bidirectional(
    context: Context, layer: Layer, name: str, given: Value, states: list[Value]
) -> list[Value]:
    """A call of a Bidirectional: both ways over the same steps, merged in their order."""
    half = len(states) // 2
    given = _with_times(given, states)
    outputs, ends = [], []
    for way, inner, first in zip(
        ("forward", "backward"), layer.inner, (states[:half], states[half:]), strict=True
    ):
        backwards, read = _way(context, inner, f"{name}/{way}", given, first)
        made = _outputs(inner, given, read, backwards=backwards)
        outputs.append(made[0].whole())
        ends += [value.whole() for value in made[1:]]
    arrays = [value.array for value in outputs]
    if layer.options.get("return_sequences"):
        arrays[1] = arrays[1][:, ::-1]
    mode = layer.options.get("merge_mode", "concat")
    sequences = bool(layer.options.get("return_sequences"))
    mask = given.mask if sequences else None
    times = given.times if sequences else None
    merged = [arrays] if mode is None else [[MERGES[str(mode)](*arrays)]]
    whole = [
        Value(array, times, given.ready, mask, False, False) for one in merged for array in one
    ]
    return [*whole, *ends]


MERGES: Mapping[str, Callable[[Array, Array], Array]] = {
    "concat": lambda a, b: np.concatenate([a, b], axis=-1),
    "sum": lambda a, b: a + b,
    "ave": lambda a, b: (a + b) / 2,
    "mul": lambda a, b: a * b,
}
"""Bidirectional's merge modes."""
