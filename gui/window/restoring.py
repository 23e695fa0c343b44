"""`Restoring`: the session of the window as a `SessionState`, and back."""

from __future__ import annotations

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
        self._awaited: dict[int, PaneState] = {}  # by the network that keeps their place

    # -- the snapshot ------------------------------------------------------------

    def state(self) -> SessionState:
        """A snapshot of the session."""
        services = self._services
        session, shade = services.session, services.session.shade
        return SessionState(
            panes=tuple(map(self._pane_state, session.panes)),
            focus=session.focus if session.panes else None,
            reads="numbers" if session.reads_numbers else "review",
            review=services.reading.state,
            encoding=services.reading.choices,
            numbers=services.numbers.choices,
            step=session.step,
            colours=ColourState(
                shade.pane,
                shade.key,
                shade.unit,
                services.display.stretched,
                services.display.shows_future,
            ),
        )

    def _pane_state(self, pane: Pane) -> PaneState:
        network = pane.network
        if id(network) in self._awaited:
            return self._awaited[id(network)]
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

    def _dictionary_state(self, network: Network) -> DictionaryState | None:
        entry = self._services.settings.models.dictionaries.get(network.digest)
        if not network.reads_words or entry is None:
            return None
        return DictionaryState(
            entry.get("path", ""), entry.get("offset"), entry.get("start"), entry.get("unknown")
        )

    # -- and back ----------------------------------------------------------------

    def show(self, state: SessionState) -> list[GatescopeError]:
        """Show a snapshot; what went wrong."""
        self._services.settings.session = state
        problems = self.show_networks(state)
        self.show_choices(state)
        numbers = self._services.numbers
        numbers.choices = state.numbers
        if state.reads != "numbers" or not numbers.restore(state.step):
            self._services.reading.restore()
        return problems

    def show_networks(self, state: SessionState) -> list[GatescopeError]:
        """Open the networks of a snapshot, or the first ones; what went wrong.

        A file from elsewhere is read beside the window, once that is there; a bundled
        model keeps its place.
        """
        library = {entry.name: entry.path for entry in bundled()}
        first = [library[pane.bundled] for pane in FIRST_PANES if pane.bundled in library]
        networks, problems = [], []
        later: list[tuple[int, PaneState]] = []
        for place, pane in enumerate(state.panes or FIRST_PANES):
            path = library.get(pane.bundled)
            self._use_dictionary(pane)
            if path is None:
                later.append((place, pane))
                if not first:
                    continue
                path = first[min(place, len(first) - 1)]
            try:
                networks.append(open_network(path))
            except GatescopeError as error:
                problems.append(error)
        self._services.session.set_networks(networks)
        for place, pane in later:
            if pane.file:
                self._open_later(place, pane)
        return problems

    def _open_later(self, place: int, pane: PaneState) -> None:
        """Read a model of a snapshot beside the window.

        Should it not open, its error is shown, and the snapshot is taken with it again.
        """
        services, file = self._services, Path(pane.file)
        session, focus = services.session, services.settings.session.focus
        if place < len(session.panes):
            self._awaited[id(session.panes[place].network)] = pane

        def arrived(network: Network) -> None:
            if network.path == file:
                before = session.focus
                services.opener.opened.disconnect(arrived)
                self._show_pane(pane, place)
                session.focus = before if focus is None else focus
                if pane.sha256 not in ("", network.digest):
                    self.noted.emit(
                        Note(
                            "{name} is another file than the one that was saved: what it shows "
                            "may differ.",
                            name=file.name,
                        )
                    )

        services.opener.opened.connect(arrived)
        QTimer.singleShot(0, self, lambda: services.opener.open(file, place=place))

    def _use_dictionary(self, pane: PaneState) -> None:
        """Let a network have the dictionary that was chosen for it, once it is opened."""
        chosen = pane.dictionary
        if chosen is not None and pane.sha256:
            entry: dict[str, object] = {"path": chosen.path}
            if chosen.offset is not None:
                entry |= {
                    "offset": chosen.offset,
                    "start": chosen.start,
                    "unknown": chosen.unknown,
                }
            self._services.settings.models.dictionaries[pane.sha256] = entry
            self._services.reading.dictionaries.forget(pane.sha256)

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
