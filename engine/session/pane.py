"""`Pane`: one network's place in the window; `Shade`: what colours the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import GatescopeError
from engine.network.by_hand import spreading
from engine.network.network import Layer, Network
from engine.replay.edits import Edit, ReadOn
from engine.replay.trace import LayerTrace, Trace, Written

MAX_PANES = 3
"""Networks that fit side by side."""

MAX_UNITS = 8
"""Units whose curves can be told apart at once."""


@dataclass(frozen=True, eq=False)
class Pane:
    """One network's place in the window.  Equal only to itself.

    Attributes:
        layer: the name of the recurrent layer that is shown.
        units: one to `MAX_UNITS`, in the order of choosing; the first is in the diagram.
        trace: its reading of the review, None before the first or where it failed.
        problem: why there is no trace, None if there is one.
        ghost: its reading of the same without edits, where ``trace`` has any; else None.
        unfit_edits: the edits in force that change nothing here, and why.
        key: the same object while the pane is open, whatever it shows next; another network
            opens another pane, the same with another choice (`Session.replace_network`) does not.
    """

    network: Network
    layer: str
    units: tuple[int, ...] = (0,)
    trace: Trace | None = None
    problem: GatescopeError | None = None
    ghost: Trace | None = None
    unfit_edits: Mapping[Edit, GatescopeError] = field(default_factory=dict)
    key: object = field(default_factory=object)

    @classmethod
    def of(cls, network: Network, layer: str = "") -> Pane:
        """A pane that has read nothing yet; without a layer's name it shows the main one."""
        return cls(network, layer or main_layer(network))

    @property
    def shown(self) -> Layer:
        """The recurrent layer that is shown."""
        return self.network.layer(self.layer)

    @property
    def layer_trace(self) -> LayerTrace | None:
        """The trace of the layer that is shown."""
        return None if self.trace is None else self.trace.layers[self.layer]

    @property
    def layer_ghost(self) -> LayerTrace | None:
        """The same of the reading without edits."""
        return None if self.ghost is None else self.ghost.layers[self.layer]

    @property
    def written(self) -> Written | None:
        """What the network wrote itself after it had read."""
        return None if self.trace is None else self.trace.written

    @property
    def only_reads_on(self) -> bool:
        """Whether nothing was changed of what it read: it only read on."""
        edits = () if self.trace is None else self.trace.edits
        return bool(edits) and all(isinstance(edit, ReadOn) for edit in edits)

    @property
    def untouched(self) -> Trace | None:
        """Its reading without edits, if there is one."""
        return self.trace if self.ghost is None else self.ghost


LENT = ("attribution", "felt", "attention")
"""Signals that are computed elsewhere, and lent to the session."""


@dataclass(frozen=True)
class Shade:
    """The signal that colours the words.

    Attributes:
        pane: whose signal, by its place.
        key: a series key, ``"change"`` for the change of the prediction from the step
            before, one of `LENT`, or ``"none"``.
        unit: the unit, or None to follow the chosen one.
    """

    pane: int = 0
    key: str = "none"
    unit: int | None = None

    @property
    def is_series(self) -> bool:
        """Whether it is a series of the layer that is shown."""
        return self.key not in ("none", "change", *LENT)


def main_layer(network: Network) -> str:
    """The layer that is shown first: the last one that reads the sequence forwards."""
    names = [layer.name for layer in network.recurrent]
    late = _late_calls(network)
    forward = [name for name in names if not name.endswith("/backward")]
    reading = [name for name in forward if name.removesuffix("/forward") not in late]
    return (reading or forward or names)[-1]


def _late_calls(network: Network) -> set[str]:
    """The calls that begin when all has been read: a decoder and what follows it."""
    late: set[str] = set()
    weights = spreading(network)
    for call in network.calls:
        repeats = network.layer_of(call).kind == "RepeatVector" and call.name not in weights
        if call.states or repeats or any(name in late for name, _ in call.sources):
            late.add(call.name)
    return late
