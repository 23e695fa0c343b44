"""`out_of_scale`: whether a network seems to be given numbers that are far from what it learned from."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.network.network import Network
from engine.replay.cells.registry import series_of
from engine.replay.replay import replay
from engine.replay.trace import LayerTrace, Trace
from engine.sequence import Sequence

FAR = 10.0
"""Scaled numbers lie within 0 to 1 or -1 to 1, or a few deviations from 0; beyond this they are not
scaled."""

EDGE = 0.05
"""A value is saturated within this share of its range from an end: a gate below 0.05 or above 0.95."""

MAX_SHARE = 0.5
"""Where more of a layer's values than this are saturated, it can hardly tell its inputs apart."""


def scale_notes(network: Network, sequence: Sequence) -> tuple[Note, ...]:
    """What `out_of_scale` says of a sequence before anything is done with it; it is read for that
    where its numbers reach far."""
    if not _far(sequence).any():
        return ()
    try:
        note = out_of_scale(replay(network, sequence))
    except ReplayError:  # which whoever reads it will be told
        return ()
    return () if note is None else (note,)


def out_of_scale(trace: Trace) -> Note | None:
    """What to say of numbers that reach beyond `FAR` and saturate more than `MAX_SHARE` of the gates of
    the first recurrent layer; of a cell without gates, of its hidden state.  None where there is
    nothing to say: of ids, of numbers within bounds, and where a network copes with them.  Of a trace
    with edits it would say what the edits do: give it that without."""
    sequence, far = trace.sequence, _far(trace.sequence)
    if not far.any() or not trace.layers:
        return None
    read = sequence.inputs[~sequence.padding]
    layer = next(iter(trace.layers.values()))
    share, is_of_gates = _saturated(layer, sequence.padding)
    if share <= MAX_SHARE:
        return None
    what = {
        "network": trace.network.name,
        "count": f"{int(far.sum()):,}",
        "columns": f"{len(far):,}",
        "low": f"{read[:, far].min():,.4g}",
        "high": f"{read[:, far].max():,.4g}",
        "share": f"{100 * share:.0f}",
        "layer": layer.layer.name,
    }
    if is_of_gates:
        return Note(
            "{network} reads numbers from {low} to {high} ({count} of {columns} columns), and "
            "{share} % of the gate values of {layer} are saturated, below 0.05 or above 0.95: "
            "it was probably trained on scaled numbers. Choose a Scale under Numbers, in the "
            "shell --scale.",
            **what,
        )
    return Note(
        "{network} reads numbers from {low} to {high} ({count} of {columns} columns), and {share} % "
        "of the hidden state of {layer} is saturated, at an end of its range: it was "
        "probably trained on scaled numbers. Choose a Scale under Numbers, in the shell --scale.",
        **what,
    )


def _far(sequence: Sequence) -> npt.NDArray[np.bool_]:
    """``(F,)``, the columns with a number beyond `FAR`; none of ids."""
    read = sequence.inputs[~sequence.padding]
    if read.ndim != 2 or not read.size:
        return np.zeros(0, bool)
    far: npt.NDArray[np.bool_] = np.abs(read).max(axis=0) > FAR
    return far


def _saturated(layer: LayerTrace, padding: npt.NDArray[np.bool_]) -> tuple[float, bool]:
    """The share of the values of its gates that are saturated, over its units and the steps that it
    read, but for padding ``(T,)``, and whether there are gates; where there are none, of its bounded states."""
    counts = ~layer.masked
    counts[: len(padding)] &= ~padding[: len(counts)]
    every = series_of(layer.layer)
    gates = [series for series in every if series.role == "gate"]
    shares = []
    for series in gates or every:
        if series.low is None or series.high is None or series.key not in layer.series:
            continue
        values = layer.series[series.key][counts]
        edge = EDGE * (series.high - series.low)
        known = np.isfinite(values)
        at_end = (values < series.low + edge) | (values > series.high - edge)
        if known.any():
            shares.append(float(at_end[known].mean()))
    return (float(np.mean(shares)) if shares else 0.0), bool(gates)
