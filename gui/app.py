"""Starting the window, in the order in which a person sees it come up."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtWidgets import QApplication

from engine.errors import GatescopeError
from engine.library import bundled
from engine.network.network import Network
from engine.network.opening import open_network, open_safely
from engine.network.refusal import why_not
from engine.session.session import Shade
from gui.i18n.languages import install_language
from gui.look.theme import apply_theme
from gui.look.typefaces import load_fonts
from gui.paths import ASSETS
from gui.settings import Settings
from gui.window.main_window import MainWindow

FIRST_MODELS = ("simple_rnn", "lstm")
"""What stands side by side on the very first launch."""

_log = logging.getLogger(__name__)


def make_application() -> QApplication:
    """The Qt application with its typefaces; one a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("gatescope")
        app.setApplicationDisplayName("Gatescope")
        app.setStyle("Fusion")
        app.setWindowIcon(QIcon(str(ASSETS / "icons" / "gatescope.svg")))
        load_fonts()
    return app


def make_window(arguments: argparse.Namespace, settings: Settings) -> MainWindow:
    """The window, with networks and a trace in it, not yet shown."""
    app = make_application()
    apply_theme(arguments.theme or settings.theme)
    install_language(app, arguments.lang or settings.language)
    window = MainWindow(settings)
    window.resize(1440, 900)
    window.restore_geometry()
    if arguments.size:
        width, height = (int(part) for part in arguments.size.lower().split("x"))
        window.resize(width, height)
    window.restore_layout()
    problems = _open_networks(window, arguments, settings)
    window.reading.failed.connect(problems.append)
    _read(window, arguments)
    window.reading.failed.disconnect(problems.append)
    _restore_choices(window, Settings() if arguments.models else settings)
    focused = window.session.focused
    if arguments.models and focused is not None and not window.notice.kind:
        window.arrivals.greet(focused.network)
    for network, reason in window.refused[:1]:
        window.arrivals.refuse(network, reason)
    for problem in problems[:1]:
        window.show_error(problem)
    return window


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed.

    Returns:
        0, or 2 where an argument makes no sense.
    """
    if arguments.size and not _is_size(arguments.size):
        print(
            f"gatescope: --size takes WxH, such as 1440x900, not {arguments.size}", file=sys.stderr
        )
        return 2
    app = make_application()
    settings = Settings.load()
    window = make_window(arguments, settings)
    window.show()
    window.work_in_background()
    QTimer.singleShot(0, window, window.reading.prepare)
    if arguments.screenshot:
        window.remembers = False
        QCursor.setPos(window.geometry().bottomRight())  # nothing below it lights up
        QTimer.singleShot(400, window, lambda: _picture(window, arguments.screenshot))
    code = app.exec()
    window.close_now()
    window.deleteLater()
    app.processEvents()
    return code


def _open_networks(
    window: MainWindow, arguments: argparse.Namespace, settings: Settings
) -> list[GatescopeError]:
    library = {entry.name: entry.path for entry in bundled()}
    own = {str(path) for path in library.values()}
    networks, problems = [], []
    refused: list[tuple[Network, GatescopeError]] = []
    for name in arguments.models:
        try:
            network = open_safely(Path(name))
            reason = why_not(network)
            if reason is None:
                networks.append(network)
            else:
                refused.append((network, reason))
        except GatescopeError as error:
            problems.append(error)
    later: list[tuple[int, Path]] = []
    first = [str(library[name]) for name in FIRST_MODELS if name in library]
    wanted = [] if networks else settings.panes or first
    for place, path in enumerate(wanted):
        if path not in own:
            # A file from elsewhere is read beside the window, once it is there.
            later.append((place, Path(path)))
            if not first:
                continue
        shown = path if path in own else first[min(place, len(first) - 1)]
        try:
            networks.append(open_network(Path(shown)))
        except GatescopeError as error:
            problems.append(error)
    window.session.set_networks(networks)
    window.refused = refused
    for place, file in later:
        _open_later(window, place, file, settings)
    return problems


def _open_later(window: MainWindow, place: int, file: Path, settings: Settings) -> None:
    """Read a model of the last session beside the window; a bundled one keeps its place.

    Should it not open, its error is shown, and its name is kept for the next session.
    """
    session = window.session
    if place < len(session.panes):
        window.promised[id(session.panes[place].network)] = str(file)

    def arrived(network: Network) -> None:
        if network.path == file:
            focus = session.focus
            window.opener.opened.disconnect(arrived)
            _restore_pane(window, settings, place)
            session.focus = settings.focus if settings.focus >= 0 else focus

    window.opener.opened.connect(arrived)
    QTimer.singleShot(0, window, lambda: window.opener.open(file, place=place))


def _read(window: MainWindow, arguments: argparse.Namespace) -> None:
    step = None if arguments.step is None else arguments.step - 1
    if arguments.text is not None:
        window.reading.read_text(arguments.text, step)
    elif arguments.review is not None:
        window.reading.open_number(arguments.review, step)
    focused = window.session.focused
    if focused is not None and not focused.network.reads_words:
        window.read_for(focused.network)
    if window.session.sequence is None:
        window.reading.restore()
    if step is not None:
        window.session.step = step


def _restore_choices(window: MainWindow, settings: Settings) -> None:
    session = window.session
    for place in range(len(session.panes)):
        _restore_pane(window, settings, place)
    session.focus = settings.focus if settings.focus >= 0 else len(session.panes) - 1
    match settings.shade:
        case [int(place), str(key), unit] if unit is None or isinstance(unit, int):
            session.shade = Shade(place, key, unit)
        case _:
            focused = session.focused
            if focused is not None:
                key = "c" if focused.shown.kind == "LSTM" else "h"
                session.shade = Shade(session.focus, key)


def _restore_pane(window: MainWindow, settings: Settings, place: int) -> None:
    """The layer and the units that were chosen in a pane."""
    session = window.session
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


def _is_size(text: str) -> bool:
    parts = text.lower().split("x")
    return len(parts) == 2 and all(part.isdigit() and 0 < int(part) <= 16384 for part in parts)


def _picture(window: MainWindow, name: str) -> None:
    if not window.grab().save(name):
        print(
            f"gatescope: {name} cannot be written; name a .png in a folder of yours",
            file=sys.stderr,
        )
        QApplication.exit(2)
        return
    QApplication.exit(0)
