"""Reading once more what has been read, with something changed besides."""

from __future__ import annotations

from collections.abc import Callable

from engine.explain.target import check_read_at_once
from engine.replay.edits import LayerEdit, of_layers
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence


def reread(
    trace: Trace,
    *edits: LayerEdit,
    sequence: Sequence | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Trace:
    """A network's reading of the same, or of another sequence, with the edits that it was read with
    and these.

    Raises:
        ReplayError: each of its written steps stands in a window of its own, or the sequence does
            not fit.
        EditError: the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    check_read_at_once(trace)
    read = trace.sequence if sequence is None else sequence
    every = (*of_layers(trace.edits), *edits)
    return replay(trace.network, read, should_stop=should_stop, edits=every)
