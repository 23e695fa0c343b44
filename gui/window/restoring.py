"""`Restoring`: the session of the window as a `SessionState`, and back."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import GatescopeError, Note
from engine.library import bundled, entry_of
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.cells.registry import default_series
from engine.session.pane import Pane, Shade
from engine.session.state import ColourState, DictionaryState, PaneState, SessionState
from gui.services import Services

FIRST_PANES = (PaneState(bundled="simple_rnn"), PaneState(bundled="lstm"))
"""What stands side by side on the very first launch."""


class Restoring(QObject):
    """Takes snapshots of the session, and shows them again; a model that is another than the
    snapshot was taken of is `noted`."""

    noted = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._stand_ins: list[tuple[Network, PaneState]] = []  # and what they stand in for
        services.session.panes_changed.connect(self._drop_stand_ins)

    # -- the snapshot ------------------------------------------------------------

    def state(self, *, remembers: bool = False) -> SessionState:
        """A snapshot of the session.

        Args:
            remembers: for the next launch, which is to look again for models that did not open.
        """
        services = self._services
        session, shade = services.session, services.session.shade
        reading, awaits_numbers = services.reading, services.numbers.is_awaited
        stands_in = not session.reads_numbers and (awaits_numbers or reading.is_awaiting)
        return SessionState(
            panes=tuple(self._pane_state(pane, remembers) for pane in session.panes),
            focus=session.focus if session.panes else None,
            reads="numbers" if session.reads_numbers or awaits_numbers else "review",
            review=reading.state,
            encoding=reading.choices,
            numbers=services.numbers.choices,
            step=services.settings.session.step if stands_in else session.step,
            colours=ColourState(
                shade.pane,
                shade.key,
                shade.unit,
                services.display.stretched,
                services.display.shows_future,
            ),
        )

    def _pane_state(self, pane: Pane, remembers: bool) -> PaneState:
        network = pane.network
        if remembers:
            for stand_in, awaited in self._stand_ins:
                if stand_in is network:
                    return awaited
        entry = entry_of(network.path)
        return PaneState(
            name=network.name,
            bundled="" if entry is None else entry.name,
            file="" if entry is not None or network.path is None else str(network.path.absolute()),
            sha256="" if entry is not None else network.digest,
            layer=pane.layer,
            units=pane.units,
            dictionary=self._dictionary_state(network),
        )

    def _drop_stand_ins(self) -> None:
        """Forget about those that have left their panes."""
        self._stand_ins = [each for each in self._stand_ins if self._place_of(each[0]) is not None]

    def _place_of(self, network: Network) -> int | None:
        panes = enumerate(self._services.session.panes)
        return next((place for place, pane in panes if pane.network is network), None)

    def _dictionary_state(self, network: Network) -> DictionaryState | None:
        entry = self._services.reading.dictionaries.chosen(network.digest)
        if not network.reads_words or entry is None:
            return None
        return DictionaryState(
            entry.get("path", ""), entry.get("offset"), entry.get("start"), entry.get("unknown")
        )

    # -- and back ----------------------------------------------------------------

    def show(self, state: SessionState) -> list[GatescopeError]:
        """Show a view; what went wrong."""
        state = state.over(self.state())
        self._services.settings.session = state
        problems = self.show_networks(state, as_found=True)
        self.show_choices(state)
        numbers = self._services.numbers
        numbers.cancel()
        numbers.choices = state.numbers
        if state.reads != "numbers" or not numbers.restore(state.step):
            self._services.reading.restore()
        return problems

    def show_networks(self, state: SessionState, *, as_found: bool = False) -> list[GatescopeError]:
        """Open the networks of a snapshot, or the first ones; what went wrong.

        A file from elsewhere is read beside the window, once that is there; a bundled
        model keeps its place.  ``as_found``: where the snapshot has no dictionary, that of the
        model is taken, whatever the user once chose for it.
        """
        self._services.opener.stop()
        library = {entry.name: entry.path for entry in bundled()}
        first = [library[pane.bundled] for pane in FIRST_PANES if pane.bundled in library]
        networks, problems = [], []
        later: dict[str, list[tuple[Network, PaneState]]] = {}
        for place, pane in enumerate(state.panes or FIRST_PANES):
            path = library.get(pane.bundled)
            self._use_dictionary(pane, as_found)
            if path is None and not first:
                continue
            try:
                network = open_network(path or first[min(place, len(first) - 1)])
            except GatescopeError as error:
                problems.append(error)
                continue
            networks.append(network)
            if path is None and pane.file:
                later.setdefault(pane.file, []).append((network, pane))
        self._services.session.set_networks(networks)
        self._stand_ins = [each for group in later.values() for each in group]
        for file, group in later.items():
            QTimer.singleShot(0, self, partial(self._open_later, Path(file), group))
        return problems

    def _open_later(self, file: Path, group: list[tuple[Network, PaneState]]) -> None:
        """Read a model of a snapshot beside the window, once for all its panes.

        Should it not open, its error is shown, and what stands in for it stays.
        """
        services, focus = self._services, self._services.settings.session.focus
        session, (first, pane) = services.session, group[0]

        def arrived(network: Network) -> None:
            before = session.focus
            panes = [(self._place_of(network), pane)]
            panes += [(self._place_of(stand_in), other) for stand_in, other in group[1:]]
            for place, other in panes:
                if place is not None:
                    if session.panes[place].network is not network:
                        session.replace_network(place, network)
                    self._show_pane(other, place)
            session.focus = before if focus is None else focus
            if pane.sha256 not in ("", network.digest):
                self.noted.emit(
                    Note(
                        "{name} is another file than the one that was saved: what it shows "
                        "may differ.",
                        name=file.name,
                    )
                )

        place = self._place_of(first)
        if place is not None:
            services.opener.open(file, place=place, then=arrived)

    def _use_dictionary(self, pane: PaneState, as_found: bool) -> None:
        """Let a network have the dictionary that was chosen for it, once it is opened."""
        chosen = pane.dictionary
        if pane.sha256 and (chosen is not None or as_found):
            entry: dict[str, object] | None = None if chosen is None else asdict(chosen)
            self._services.reading.dictionaries.borrow(pane.sha256, entry)

    def show_choices(self, state: SessionState) -> None:
        """Show the layers, units and colours of a snapshot."""
        session, display, colours = self._services.session, self._services.display, state.colours
        for place, pane in enumerate(state.panes):
            if pane.bundled or not pane.file:  # else once it is there
                self._show_pane(pane, place)
        session.focus = len(session.panes) - 1 if state.focus is None else state.focus
        display.stretched, display.shows_future = colours.stretched, colours.future
        focused = session.focused
        if colours.key:
            session.shade = Shade(colours.pane, colours.key, colours.unit)
        elif focused is not None:
            session.shade = Shade(session.focus, default_series(focused.shown))

    def _show_pane(self, pane: PaneState, place: int) -> None:
        """The layer and the units that were chosen in a pane."""
        session = self._services.session
        if place >= len(session.panes):
            return
        if pane.layer in [layer.name for layer in session.panes[place].network.recurrent]:
            session.show_layer(place, pane.layer)
        for unit in reversed(pane.units):
            session.choose_unit(place, unit, extend=unit != pane.units[-1])
