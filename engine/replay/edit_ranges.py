"""What is said of an edit that holds a series where its activation never takes it."""

from __future__ import annotations

from collections.abc import Iterable

from engine.errors import Note
from engine.network.network import Network
from engine.replay.cells.registry import series_of
from engine.replay.edits import Edit, GateEdit, StateSet, of_layers


def held_beyond(network: Network, edits: Iterable[Edit]) -> list[Note]:
    """A note for each edit in force that holds a gate, candidate or state outside the range which
    it can have in this network.  It is computed all the same: the question is the user's.  Edits
    of what the network does not have are left to `engine.replay.edit_checks.check`."""
    layers = {layer.name: layer for layer in network.recurrent}
    found: list[Note] = []
    for edit in of_layers(edits):
        value = edit.value if isinstance(edit, GateEdit | StateSet) else None
        layer = layers.get(edit.layer)
        if value is None or layer is None:
            continue
        series = next((each for each in series_of(layer) if each.key == edit.key), None)
        if series is None:
            continue
        low, high = series.low, series.high
        if (low is not None and value < low) or (high is not None and value > high):
            ends = ["…" if end is None else f"{end:g}" for end in (low, high)]
            found.append(
                Note(
                    "“{edit}” holds {key} at {value}, which the network never reaches by itself: "
                    "it goes from {low} to {high}. What follows is computed from it all the same.",
                    edit=edit,
                    key=edit.key,
                    value=f"{value:g}",
                    low=ends[0],
                    high=ends[1],
                )
            )
    return found
