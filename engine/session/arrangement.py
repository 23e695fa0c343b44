"""`Arrangement`: the panes side by side, which one is looked at, and what colours the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.replay.cells.registry import default_series, series_of
from engine.replay.edits import Edit
from engine.sequence import Sequence
from engine.session.pane import MAX_PANES, MAX_UNITS, Pane, Shade

Panes = tuple[Pane, ...]


@dataclass(frozen=True, eq=False)
class Arrangement:
    """One state of the row of panes.

    Attributes:
        panes: left to right.
        focus: the place of the pane whose cell the diagram shows.
        shade: the signal that colours the words.
    """

    panes: Panes = ()
    focus: int = 0
    shade: Shade = field(default_factory=Shade)

    @property
    def focused(self) -> Pane | None:
        """The pane whose cell the diagram shows."""
        return self.panes[self.focus] if self.panes else None

    @cached_property
    def writer(self) -> Pane | None:
        """The pane whose network read on, and whose steps are shown: the focused one, or else the
        first; None where nobody wrote."""
        panes = [self.panes[self.focus], *self.panes] if self.panes else []
        return next((pane for pane in panes if pane.written is not None), None)

    def step_names(self, sequence: Sequence) -> tuple[str, ...]:
        """What each time step of a sequence is called, and of what is written after it."""
        names, writer = sequence.steps, self.writer
        if writer is not None and writer.trace is not None:
            names = writer.trace.steps
        for pane in self.panes:
            if pane.trace is not None:
                names += pane.trace.steps[len(names) :]
        return names

    @property
    def unfit_edits(self) -> Mapping[Edit, GatescopeError]:
        """The edits in force that change nothing in any pane, and why; empty before a reading."""
        if not (panes := [pane for pane in self.panes if pane.trace is not None]):
            return {}
        said = self.panes[self.focus] if self.panes[self.focus] in panes else panes[0]
        return {
            edit: error
            for edit, error in said.unfit_edits.items()
            if all(edit in pane.unfit_edits for pane in panes)
        }

    # -- others of it --------------------------------------------------------------

    def put(self, place: int, pane: Pane) -> Arrangement:
        """The same with another pane in that place."""
        return replace(self, panes=self._with(place, pane))

    def _with(self, place: int, *panes: Pane) -> Panes:
        return (*self.panes[:place], *panes, *self.panes[place + 1 :])

    def with_network(self, place: int, network: Network) -> Panes:
        """The panes, with a new one for a network in that place."""
        return self._with(place, Pane.of(network))

    def with_layers(self, place: int, layers: list[str]) -> tuple[Panes, range]:
        """The panes with those layers of a network, its own pane first, and their places.

        Those that it does not have are left out.  Other networks keep their panes where there is
        room, the ones on the right give way.
        """
        mine = self.panes[place]
        network = mine.network
        others = [
            pane
            for at, pane in enumerate(self.panes)
            if at != place and pane.network is not network
        ]
        there = [each.name for each in network.recurrent]
        layers = [layer for layer in layers if layer in there] or [mine.layer]
        known = {pane.layer: pane for pane in self.panes if pane.network is network}
        shown = [
            known.get(layer) or replace(mine, layer=layer, units=(0,), key=object())
            for layer in layers[:MAX_PANES]
        ]
        before = others[: max(0, min(place, MAX_PANES - len(shown)))]
        after = others[len(before) :][: MAX_PANES - len(shown) - len(before)]
        return (*before, *shown, *after), range(len(before), len(before) + len(shown))

    def arranged(
        self, panes: Panes, focus: int | None = None
    ) -> tuple[Arrangement, tuple[int | None, ...]]:
        """With these panes instead, where focus and colour stay with theirs; and by the place that
        a pane had, where it is now, or None where it is gone."""
        place_of = {id(pane.key): place for place, pane in enumerate(panes)}
        places = tuple(place_of.get(id(pane.key)) for pane in self.panes)
        if focus is None and self.focus < len(places):
            focus = places[self.focus]
        focus = max(0, min(self.focus if focus is None else focus, len(panes) - 1))
        coloured = places[self.shade.pane] if self.coloured is not None else None
        row = Arrangement(panes, focus, self.shade)
        return replace(row, shade=row.fitting(coloured)), places

    @property
    def coloured(self) -> Pane | None:
        """The pane whose signal colours the words."""
        return self.panes[self.shade.pane] if 0 <= self.shade.pane < len(self.panes) else None

    # -- units and colours ---------------------------------------------------------

    def units_with(self, place: int, unit: int, *, extend: bool) -> tuple[int, ...]:
        """The units of a pane when one is chosen, see `Session.choose_unit`."""
        pane = self.panes[place]
        unit = max(0, min(unit, pane.shown.units - 1))
        if not extend:
            return (unit,)
        if unit in pane.units:
            return tuple(other for other in pane.units if other != unit) or pane.units
        return (unit, *pane.units)[:MAX_UNITS]

    def has(self, shade: Shade) -> bool:
        """Whether a pane has such a signal."""
        if shade.key == "none":
            return True
        if not 0 <= shade.pane < len(self.panes):
            return False
        known = {series.key for series in series_of(self.panes[shade.pane].shown)}
        return not shade.is_series or shade.key in known

    def fitting(self, place: int | None) -> Shade:
        """The colour of the words, of the pane that is now in that place; None is the one that
        has taken its place, or the focused one.  The default where a cell has no such series."""
        if not self.panes:
            return Shade()
        if place is None:
            place = self.shade.pane if self.coloured is not None else self.focus
        shade = replace(self.shade, pane=place)
        return shade if self.has(shade) else Shade(place, default_series(self.panes[place].shown))
