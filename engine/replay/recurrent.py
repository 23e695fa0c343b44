"""The loop over the steps: recurrent layers, forwards, backwards and both ways.

Sources: ``keras/src/backend/tensorflow/rnn.py`` (``rnn``) and
``keras/src/layers/rnn/bidirectional.py`` of Keras 3.15.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.network.cell_kinds import INITIAL, STATEFUL
from engine.network.network import Layer
from engine.progress import check
from engine.replay.cells.cell import Cell
from engine.replay.cells.change import Change
from engine.replay.cells.registry import CELLS
from engine.replay.context import Context, End
from engine.replay.edits import GateEdit, LayerEdit, UnitOff
from engine.replay.timeline import LayerRecord
from engine.replay.value import Array, Bools, Times, Value

_STEPS_BETWEEN_STOPS = 64
"""Steps between two looks at ``should_stop``."""


@dataclass(frozen=True, eq=False)
class Recurrence:
    """What one layer did with a batch, in the order of its input; where its states are maps, each
    ``U`` is ``..., U``.

    Attributes:
        series: ``(B, T, U)`` by key; at a masked step they repeat the step before.
        output: ``(B, T, U)``, what the layer hands on at each step.
        start: the initial state ``(B, U)`` by key; empty where it is zero.
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
    table: Array | None = None,
    backwards: bool = False,
    changes: tuple[Change, ...] = (),
    output_before: Array | None = None,
) -> Recurrence:
    """Let one recurrent layer read a batch.

    A step that the mask leaves out keeps state and output, as in Keras; before the first
    step that is read the output is 0.

    Args:
        layer: the one that reads.
        inputs: ``(B, T, F)``, or ids ``(B, T)``.
        mask: ``(B, T)``, false at the steps to be passed over; each sequence has its own.
        dtype: the precision.
        should_stop: asked now and then.
        start: the initial state ``(B, U)`` by key, zero without.
        table: ``(V, F)``, the rows that ids stand for; None for one-hot rows.
        backwards: whether it reads the last step first; series and output stand in the
            order of the input all the same.
        changes: what is changed by hand, by the steps in the order of the input.  A masked step
            computes nothing, and so nothing is changed there.
        output_before: the output ``(B, U)`` before the first step that is read; 0 without.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    if backwards:
        result = read_layer(
            layer,
            inputs[:, ::-1],
            None if mask is None else mask[:, ::-1],
            dtype,
            should_stop,
            start,
            table=table,
            changes=tuple(change.turned() for change in changes),
            output_before=output_before,
        )
        series = {key: values[:, ::-1] for key, values in result.series.items()}
        return Recurrence(series, result.output[:, ::-1], result.start)
    first = {key: np.asarray(value, dtype) for key, value in (start or {}).items()}
    if mask is None or mask.all():
        cell = CELLS[layer.kind](layer, inputs, dtype, first, table, changes)
        series = _every_step(cell, should_stop)
        return Recurrence(series, series["h"], first)
    # Each sequence's live steps, one after the other; a sequence with fewer of them than
    # another takes some steps more, which nobody sees.
    live = np.argsort(~mask, axis=1, kind="stable")[:, : int(mask.sum(axis=1).max())]
    inputs = inputs[np.arange(len(inputs))[:, None], live]
    changes = tuple(change.packed(live) for change in changes)
    cell = CELLS[layer.kind](layer, inputs, dtype, first, table, changes)
    series = _every_step(cell, should_stop)
    output = _repeated(series["h"], mask, output_before)
    if layer.options.get("zero_output_for_mask"):
        output = _zeroed(output, mask)
    series = {key: _repeated(values, mask, first.get(key)) for key, values in series.items()}
    return Recurrence(series, output, first)


def _every_step(cell: Cell, should_stop: Callable[[], bool] | None) -> dict[str, Array]:
    """Take every step of a cell; its series."""
    step, steps = cell.step, cell.steps
    for begin in range(0, steps, _STEPS_BETWEEN_STOPS):
        check(should_stop)
        for t in range(begin, min(begin + _STEPS_BETWEEN_STOPS, steps)):
            step(t)
    return cell.series()


def _repeated(values: Array, mask: Bools, start: Array | None) -> Array:
    """The live steps' values at all steps: a masked step has those of the one before."""
    first = np.zeros((len(values), 1, *values.shape[2:]), values.dtype)
    if start is not None:
        first[:, 0] = start
    known = np.concatenate([first, values], axis=1)
    return known[np.arange(len(values))[:, None], np.cumsum(mask, axis=1)]


def recurrent(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """A call of a recurrent layer: its output, then its states if it returns them."""
    return read_steps(context, layer, name, _sequence(value), states)


def read_steps(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """The same of steps of any shape, ``(B, T, ...)``."""
    value = _with_times(value, states)
    backwards, result = _recorded(context, layer, name, value, states)
    return _outputs(layer, value, result, backwards=backwards)


def _sequence(value: Value) -> Value:
    if not value.is_sequence:
        raise ReplayError(
            "A recurrent layer is given {shape}, which is no sequence.",
            shape=str(value.array.shape[1 + value.running :]),
        )
    return value


def _recorded(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> tuple[bool, Recurrence]:
    """Let it read, and note what it did under a name; whether it went backwards."""
    backwards = bool(layer.options.get("go_backwards"))
    keys, axes = STATEFUL[layer.kind].states, STATEFUL[layer.kind].axes
    start = {
        key: np.repeat(layer.weights[INITIAL[key]][None], len(value.array), axis=0)
        for key in keys
        if INITIAL[key] in layer.weights
    }
    wired = {key: state.array for key, state in zip(keys, states, strict=False)}
    start |= wired or dict(context.carried.get(name, {}))
    units = int(layer.weights["recurrent_kernel"].shape[-2])
    for state in start.values():
        if state.shape[1 + axes :] != (units,):
            raise ReplayError(
                "The layer {layer} is given an initial state of the shape {found}; it has "
                "{units} units.",
                layer=name,
                found=str(state.shape[1:]),
                units=units,
            )
    assert value.times is not None
    edits = tuple(edit for edit in context.edits if edit.layer == name)
    begin = context.begins.get(name)
    start = dict(begin.states) if begin is not None else _switched_off(start, edits, value.times)
    inputs, table = value.array, None
    # Each row of a small table is multiplied once, not each step that looks it up.
    if value.lookup is not None and len(value.lookup.table) < value.lookup.ids.size:
        inputs, table = value.lookup.ids, np.asarray(value.lookup.table, context.dtype)
    changes = tuple(_change(edit, units, value.times) for edit in edits)
    if name in context.fixed_series:
        result = _with_fixed_series(
            layer, context.fixed_series[name], value.mask, start, context.dtype
        )
    else:
        result = read_layer(
            layer,
            inputs,
            value.mask,
            context.dtype,
            context.should_stop,
            start,
            table=table,
            backwards=backwards,
            changes=changes,
            output_before=None if begin is None else begin.output,
        )
    last = 0 if backwards else -1
    context.ends[name] = End(
        {key: result.series[key][:, last] for key in keys}, result.output[:, last]
    )
    context.records[name] = LayerRecord(
        layer if layer.name == name else replace(layer, name=name),
        {key: _mean(values, axes) for key, values in result.series.items()},
        value.array,
        value.mask,
        value.times,
        {key: _mean(values[:, None], axes)[:, 0] for key, values in result.start.items()},
        backwards,
        changes,
        result.series if axes else {},
    )
    return backwards, result


def _mean(values: Array, axes: int) -> Array:
    """``(B, T, U)`` of maps along so many axes, ``(B, T, ..., U)``."""
    for _ in range(axes):
        values = values.mean(axis=2)
    return values


def _change(edit: LayerEdit, units: int, times: Times) -> Change:
    """What an edit does to a layer of so many units whose steps are made at these times."""
    at = times >= edit.first
    if edit.last is not None:
        at &= times <= edit.last
    places = np.arange(units) if edit.units is None else np.array(edit.units, np.intp)
    if isinstance(edit, UnitOff):
        return Change(edit.key, places, at, 0.0)
    if isinstance(edit, GateEdit) and edit.factor is not None:
        return Change(edit.key, places, at, None, edit.factor)
    return Change(edit.key, places, at, edit.value)


def _switched_off(
    start: dict[str, Array], edits: tuple[LayerEdit, ...], times: Times
) -> dict[str, Array]:
    """The initial state ``(B, ..., U)`` by key, 0 in the units that are off when the layer begins."""
    before = max(0, int(times.min()) - 1)
    for edit in edits:
        is_begun = edit.first <= before and (edit.last is None or edit.last >= before)
        if isinstance(edit, UnitOff) and is_begun and edit.key in start:
            state = start[edit.key].copy()
            state[..., slice(None) if edit.units is None else list(edit.units)] = 0
            start = {**start, edit.key: state}
    return start


def _with_fixed_series(
    layer: Layer,
    fixed_series: Mapping[str, Array],
    mask: Bools | None,
    start: dict[str, Array],
    dtype: npt.DTypeLike,
) -> Recurrence:
    """What a layer did, as somebody else computed it."""
    series = {key: np.asarray(values, dtype) for key, values in fixed_series.items()}
    output = series["h"]
    if mask is not None and layer.options.get("zero_output_for_mask"):
        output = _zeroed(output, mask)
    return Recurrence(series, output, start)


def _zeroed(output: Array, mask: Bools) -> Array:
    """What is handed on, ``(B, T, ...)``, 0 at masked steps."""
    live = mask.reshape(*mask.shape, *(1,) * (output.ndim - 2))
    return np.where(live, output, output.dtype.type(0))


def _with_times(value: Value, states: list[Value]) -> Value:
    """The input with the times at which its steps can be read.

    Steps without times of their own (after a Reshape, say) come once all is known that they
    are made of; a decoder reads nothing before its initial state is there.
    """
    times = value.times
    if times is None:
        times = value.ready + 1 + np.arange(value.array.shape[1], dtype=np.int32)
    ready = max([state.ready for state in states], default=-1)
    late = ready + 1 - int(times.min())
    if late > 0 and states:
        times = times + np.int32(late)
    times = times.astype(np.int32, copy=False)
    return replace(value, times=times, ready=max(value.ready, int(times.max()), ready))


def _outputs(layer: Layer, value: Value, result: Recurrence, *, backwards: bool) -> list[Value]:
    times = value.times
    assert times is not None
    # Keras hands the steps on in the order in which the layer took them; a cell that another
    # stands on, in the order of the input.
    order = slice(None, None, -1) if backwards else slice(None)
    rows, taken = result.output[:, order], times[order]
    if layer.options.get("return_sequences"):
        causal = value.causal and not backwards
        kept = backwards and bool(layer.options.get("keeps_order"))
        made = (result.output, times) if kept else (rows, taken)
        output = Value(*made, value.ready, value.mask, False, causal)
    else:
        output = _vector(rows, taken, value, running=not backwards)
    outputs = [output]
    if layer.options.get("return_state"):
        for key in STATEFUL[layer.kind].states:
            states = result.series[key][:, order]
            outputs.append(_vector(states, taken, value, running=not backwards))
    return outputs


def _vector(rows: Array, times: Times, value: Value, *, running: bool) -> Value:
    """The last row; with a row for every end that the reading might have had, if it could."""
    increasing = len(times) < 2 or times[0] < times[-1]
    # What looks ahead has no answer before the end: had the reading ended, it would be another.
    if running and increasing and value.causal:
        return Value(rows, times, value.ready, None, True)
    return Value(rows[:, -1], None, value.ready, None, False, False)


def bidirectional(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """A call of a Bidirectional: both ways over the same steps, merged in their order."""
    return both_ways(context, layer, name, _sequence(value), states)


def both_ways(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """The same of steps of any shape, ``(B, T, ...)``."""
    half = len(states) // 2
    value = _with_times(value, states)
    arrays, ends = [], []
    for way, inner, first in zip(
        ("forward", "backward"), layer.inner, (states[:half], states[half:]), strict=True
    ):
        backwards, result = _recorded(context, inner, f"{name}/{way}", value, first)
        output, *last = _outputs(inner, value, result, backwards=backwards)
        arrays.append(output.at_end().array)
        ends += [state.at_end() for state in last]
    sequences = bool(layer.options.get("return_sequences"))
    if sequences:
        arrays[1] = arrays[1][:, ::-1]
    mode = layer.options.get("merge_mode", "concat")
    merged = arrays if mode is None else [MERGES[str(mode)](*arrays)]
    mask = value.mask if sequences else None
    times = value.times if sequences else None
    return [*(Value(array, times, value.ready, mask, False, False) for array in merged), *ends]


MERGES: Mapping[str, Callable[[Array, Array], Array]] = {
    "concat": lambda a, b: np.concatenate([a, b], axis=-1),
    "sum": lambda a, b: a + b,
    "ave": lambda a, b: (a + b) / 2,
    "mul": lambda a, b: a * b,
}
"""Bidirectional's merge modes."""
