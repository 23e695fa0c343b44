"""`Remembering`: how the window is left, written down; and put back when it opens again."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer

from engine.errors import GatescopeError
from engine.library import bundled
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.cells.registry import default_series
from engine.session.pane import Shade
from gui.settings import Settings
from gui.window.main_window import MainWindow

FIRST_MODELS = ("simple_rnn", "lstm")
"""What stands side by side on the very first launch."""


class Remembering(QObject):
    """Writes down the layout and the session when a window closes, and restores them.

    Args:
        window: whose settings are read and written.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._promised: dict[int, str] = {}  # placeholders, and the files whose place they keep
        window.closing.connect(self.remember)

    def remember(self) -> None:
        """Write down the layout and the session."""
        window = self._window
        settings, session = window.services.settings, window.session
        settings.geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode()
        settings.splitters = settings.splitters | {
            "across": window.across.sizes(),
            "middle": window.middle.sizes(),
        }
        settings.speed = window.services.player.speed
        settings.whole = window.services.display.whole
        settings.stretched = window.services.display.stretched
        settings.panes = [
            self._promised.get(id(pane.network)) or str(pane.network.path or "")
            for pane in session.panes
        ]
        settings.layers = [pane.layer for pane in session.panes]
        settings.units = [list(pane.units) for pane in session.panes]
        settings.focus = session.focus
        shade = session.shade
        settings.shade = [shade.pane, shade.key, shade.unit]
        settings.step = session.step
        settings.followed = [str(path) for path in window.services.runs.foreign]
        window.services.reading.remember()
        settings.save()

    # -- the layout --------------------------------------------------------------

    def restore_geometry(self) -> None:
        """Put the window back where it was, as large as it was."""
        if self._window.services.settings.geometry:
            try:
                raw = base64.b64decode(self._window.services.settings.geometry, validate=True)
            except ValueError:
                return
            self._window.restoreGeometry(QByteArray(raw))

    def restore_layout(self) -> None:
        """Put the layout back, or make one that suits the window's height."""
        window = self._window
        room = window.height() - 110
        words, prediction = (122, 70) if room < 700 else (148, 100)
        window.middle.setSizes([words, prediction, room - words - prediction])
        for name, splitter in (("across", window.across), ("middle", window.middle)):
            sizes = window.services.settings.splitters.get(name, [])
            if len(sizes) == splitter.count():
                splitter.setSizes(sizes)
        if window.services.settings.drawer:
            QTimer.singleShot(
                0, window, lambda: window.drawers.show_place(window.services.settings.drawer)
            )

    # -- the session -------------------------------------------------------------

    def restore_networks(self) -> list[GatescopeError]:
        """Open the networks of the last session, or the first ones; what went wrong.

        A file from elsewhere is read beside the window, once that is there; a bundled
        model keeps its place.
        """
        window = self._window
        library = {entry.name: entry.path for entry in bundled()}
        own = {str(path) for path in library.values()}
        first = [str(library[name]) for name in FIRST_MODELS if name in library]
        networks, problems = [], []
        later: list[tuple[int, Path]] = []
        for place, path in enumerate(window.services.settings.panes or first):
            if path not in own:
                later.append((place, Path(path)))
                if not first:
                    continue
            shown = path if path in own else first[min(place, len(first) - 1)]
            try:
                networks.append(open_network(Path(shown)))
            except GatescopeError as error:
                problems.append(error)
        window.session.set_networks(networks)
        for place, file in later:
            self._open_later(place, file)
        return problems

    def _open_later(self, place: int, file: Path) -> None:
        """Read a model of the last session beside the window.

        Should it not open, its error is shown, and its name is kept for the next session.
        """
        window, settings = self._window, self._window.services.settings
        session = window.session
        if place < len(session.panes):
            self._promised[id(session.panes[place].network)] = str(file)

        def arrived(network: Network) -> None:
            if network.path == file:
                focus = session.focus
                window.services.opener.opened.disconnect(arrived)
                self._restore_pane(settings, place)
                session.focus = settings.focus if settings.focus >= 0 else focus

        window.services.opener.opened.connect(arrived)
        QTimer.singleShot(0, window, lambda: window.services.opener.open(file, place=place))

    def restore_choices(self, settings: Settings) -> None:
        """Show the layers, units and colours that were chosen."""
        session = self._window.session
        for place in range(len(session.panes)):
            self._restore_pane(settings, place)
        session.focus = settings.focus if settings.focus >= 0 else len(session.panes) - 1
        match settings.shade:
            case [int(place), str(key), unit] if unit is None or isinstance(unit, int):
                session.shade = Shade(place, key, unit)
            case _:
                focused = session.focused
                if focused is not None:
                    key = default_series(focused.shown)
                    session.shade = Shade(session.focus, key)

    def _restore_pane(self, settings: Settings, place: int) -> None:
        """The layer and the units that were chosen in a pane."""
        session = self._window.session
        if place >= len(session.panes):
            return
        if place < len(settings.layers):
            layers = [layer.name for layer in session.panes[place].network.recurrent]
            if settings.layers[place] in layers:
                session.show_layer(place, settings.layers[place])
        if place < len(settings.units) and isinstance(settings.units[place], list):
            units = [unit for unit in settings.units[place] if isinstance(unit, int)]
            for unit in reversed(units):
                session.choose_unit(place, unit, extend=unit != units[-1])
