"""The loop back over the steps of a recurrent layer: gradients through time, with masks.

The counterpart of `engine.replay.recurrent`.  Source: Werbos, Backpropagation through time
(1990).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from engine.errors import Cancelled, UnsupportedError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.cells.gradient import CellGradient
from engine.replay.cells.registry import CELLS, GRADIENTS
from engine.replay.timeline import LayerRecord
from engine.replay.value import Array, Bools

STEPS_BETWEEN_STOPS = 16
"""Steps between two looks at ``should_stop``."""


@dataclass(frozen=True, eq=False)
class InTime:
    """A layer's reading in the order in which it read, ready to go back over.

    Attributes:
        record: what the layer did; arrays in the order of its input.
        cell: its cell, on the way back.
        mask: ``(B, T)``, None where every step was read.
        states: the keys of the states, the output first.
    """

    record: LayerRecord
    cell: CellGradient
    mask: Bools | None
    states: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How many there are."""
        return len(self.record.times)


def no_way_back(layer: Layer) -> UnsupportedError:
    """What to raise where a kind has no gradient."""
    return UnsupportedError(
        "The layer {layer} is a {kind}, which has no gradient here. Explain the hidden state "
        "of a layer before it instead.",
        layer=layer.name,
        kind=layer.kind,
    )


def in_time(record: LayerRecord) -> InTime:
    """What one layer did, ready to go back over it.

    Raises:
        UnsupportedError: its states are maps.
    """
    if record.layer.kind not in GRADIENTS:
        raise no_way_back(record.layer)
    order = slice(None, None, -1) if record.backwards else slice(None)
    layer, kind = record.layer, record.layer.kind
    series = {key: values[:, order] for key, values in record.series.items()}
    mask = None if record.mask is None or record.mask.all() else record.mask[:, order]
    before = {}
    for key in CELL_KINDS[kind].states:
        first = np.zeros((len(series[key]), 1, series[key].shape[2]))
        if key in record.start:
            first[:, 0] = record.start[key]
        before[key] = np.concatenate([first, series[key][:, :-1]], axis=1)
    changes = [each.turned() if record.backwards else each for each in record.changes]
    with np.errstate(over="ignore", invalid="ignore"):  # as it was read
        cell = GRADIENTS[kind](CELLS[kind], layer, record.inputs[:, order], series, before, changes)
    return InTime(record, cell, mask, CELL_KINDS[kind].states)


def layer_gradient(
    reading: InTime,
    output: Array | None,
    last: Mapping[str, Array],
    should_stop: Callable[[], bool] | None = None,
    by_state: dict[str, Array] | None = None,
) -> tuple[Array, dict[str, Array]]:
    """Gradients back through one recurrent layer.

    Args:
        reading: what it did.
        output: the gradient ``(N, T, U)`` by what it handed on at each step, in the order of
            its input; None for none.
        last: that by its states ``(N, U)`` after the last step that it read, by key.
        should_stop: asked now and then.
        by_state: filled with the gradients by the states after every step, ``(N, T, U)`` by key in
            the order of the input; each state by itself, the others being held.

    Returns:
        The gradient by its input, ``(N, T, F)`` in the order of the input, and that by the
        states before its first step, ``(N, U)`` by key.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    cell, mask, steps = reading.cell, reading.mask, reading.steps
    order = slice(None, None, -1) if reading.record.backwards else slice(None)
    asked = [each for each in (output, *last.values()) if each is not None]
    count = len(asked[0])
    zero = np.zeros((count, cell.units))
    states: dict[str, Array] = {
        key: np.asarray(last.get(key, zero), np.float64) for key in reading.states
    }
    rows = None if output is None else list(output[:, order].swapaxes(0, 1))
    sums = np.zeros((steps, count, cell.kernel.shape[1]))
    silent = bool(reading.record.layer.options.get("zero_output_for_mask"))
    if by_state is not None:
        by_state.update({key: np.zeros((count, steps, cell.units)) for key in reading.states})
    carried = zero  # by the output that masked steps repeat
    for t in range(steps - 1, -1, -1):
        if should_stop is not None and t % STEPS_BETWEEN_STOPS == 0 and should_stop():
            raise Cancelled
        if mask is None:
            if rows is not None:
                states["h"] = states["h"] + rows[t]
            if by_state is not None:
                _keep(by_state, states, t)
            sums[t], states = cell.step(t, states)
            continue
        live = mask[:, t, None]
        if rows is not None:
            carried = carried + (np.where(live, rows[t], 0) if silent else rows[t])
        own = {**states, "h": states["h"] + carried}
        if by_state is not None:
            _keep(by_state, own, t)
        sums_here, before = cell.step(t, own)
        # A masked step hands on state and output as they were.
        sums[t] = np.where(live, sums_here, 0)
        states = {key: np.where(live, before[key], states[key]) for key in states}
        carried = np.where(live, 0.0, carried)
    inputs = (sums @ cell.kernel.T).swapaxes(0, 1)[:, order]
    if by_state is not None:
        by_state.update({key: gradients[:, order] for key, gradients in by_state.items()})
    return inputs, states


def _keep(by_state: dict[str, Array], states: Mapping[str, Array], t: int) -> None:
    for key, gradient in states.items():
        by_state[key][:, t] = gradient
