"""Starting the window, in the order in which a person sees it come up."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtWidgets import QApplication

from engine.errors import GatescopeError, Note, WantsNumbers
from engine.network.named_model import named_model
from engine.network.network import Network
from engine.network.opening import open_safely
from engine.network.refusal import naming_file, why_not
from engine.network.together import opened_together
from engine.own_files import ANSWERS, EDITS, TASK, VIEW, kind_of
from engine.session.pane import MAX_PANES
from engine.session.references import located
from engine.session.state import ReviewState, SessionState
from engine.session.view_file import load
from gui.i18n.languages import install_language
from gui.kit.garbage import collect_here
from gui.look.dressing import apply_theme, undressed
from gui.look.scale import use_scale
from gui.look.typefaces import load_fonts
from gui.paths import ASSETS
from gui.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.no_display import SAID, has_display
from gui.window.placing import show_inside
from gui.window.remembering import Remembering
from gui.window.restoring import no_step
from gui.window.shell_pictures import (
    is_picture,
    save_view,
    take_screenshot,
    when_arrived,
    write_picture,
)
from gui.window.views import no_pane_for, one_alone


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
        collect_here(app)
    return app


def make_window(
    arguments: argparse.Namespace, settings: Settings, told: Sequence[Note] = ()
) -> MainWindow:
    """The window, with networks and a trace in it, not yet shown; ``told`` is to be said of the
    settings."""
    app = make_application()
    use_scale(settings.window.scale)
    apply_theme(arguments.theme or settings.window.theme)
    install_language(app, arguments.lang or settings.window.language)
    files, refused = _files(arguments.models)
    in_window = _opened_in_window(files)
    views = [path for path in files if kind_of(path) is VIEW and path not in in_window]
    opened_later = _use_view(settings, views[0]) if views else None
    with undressed():
        window = MainWindow(settings)
        remembering = Remembering(window)
        window.resize(1440, 900)
        remembering.restore_geometry()
        if arguments.size:
            window.resize(*map(int, arguments.size.lower().split("x")))
        remembering.restore_layout()
        restoring = window.dialogs.views.restoring
        report = window.dialogs.views.report
        if views:
            window.dialogs.views.remember_name(views[0])
        report.begin(views[0].name if views and opened_later is None else "")
        for note in told:  # where something is named, that is shown all the same
            report.tell(Note(note.template, **note.values) if files else note)
        for error in refused:
            report.tell(error)
        apart = {*views, *in_window}
        named = [path.absolute() for path in files if path not in apart]
        networks = _open_models(named, window)
        if networks and not views:
            window.session.set_networks(networks)
        else:
            if (named or refused) and not views and not in_window:
                report.tell(_instead(settings.session))
            settings.session = restoring.show_networks(settings.session, leaves_out=bool(views))
            # Beside those of a view, as if they were dropped with it.
            _add_networks(window, networks)
        _read(window, arguments)
        restoring.show_choices(SessionState() if networks and not views else settings.session)
        _introduce(window, networks)
        for view in views[1:]:
            report.tell(one_alone(view))
    report.end_if_arrived()
    if in_window:
        QTimer.singleShot(0, window, lambda: window.opening.open_files(in_window))
    if opened_later is not None:
        _open_later(window, opened_later, networks, arguments)
    return window


def _open_later(
    window: MainWindow, view: Path, networks: list[Network], arguments: argparse.Namespace
) -> None:
    """Open a view before the user's eyes; then give the networks that were named panes beside its."""
    is_seen = is_asked = False  # perhaps for files that are missing, before it is shown

    def seen(state: SessionState) -> SessionState:
        nonlocal is_seen
        is_seen = True
        if is_asked:
            QTimer.singleShot(0, window, lambda: _add_networks(window, networks))
        return _as_asked(state, arguments)

    def show() -> None:
        nonlocal is_asked
        with window.dialogs.views.report.together():
            window.dialogs.views.open(view, seen=seen)
            if is_seen:
                _add_networks(window, networks)
            is_asked = not is_seen

    QTimer.singleShot(0, window, show)


def _introduce(window: MainWindow, networks: list[Network]) -> None:
    """Say what there is to know about the networks that were named."""
    for place, pane in enumerate(window.session.panes):
        if pane.network in networks:
            window.arrivals.introduce(place)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed.

    Returns:
        0, or 2 where an argument makes no sense or there is no display, or a picture is not of
        all that was asked for.
    """
    if arguments.size and not _is_size(arguments.size):
        print(
            f"gatescope: --size takes WxH, such as 1440x900, not {arguments.size}", file=sys.stderr
        )
        return 2
    if arguments.export_picture and not is_picture(arguments.export_picture):
        return 2
    if arguments.save_view and kind_of(Path(arguments.save_view)) is not VIEW:
        name = arguments.save_view
        print(
            f"gatescope: --save-view takes a file that ends in {VIEW.suffix}, not {name}",
            file=sys.stderr,
        )
        return 2
    is_seen = not (arguments.screenshot or arguments.export_picture or arguments.save_view)
    if not has_display():
        if is_seen:
            print(f"gatescope: {SAID}", file=sys.stderr)
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("gatescope: there is no display; the window is drawn without one", file=sys.stderr)
    app = make_application()
    told: list[Note] = []
    settings = Settings.load(told)
    window = make_window(arguments, settings, told)
    if is_seen:
        show_inside(window)
    else:
        QCursor.setPos(window.geometry().bottomRight())  # nothing below it lights up
        window.show()  # as large as was asked for, whatever the screen
    window.services.work_in_background()
    QTimer.singleShot(0, window, window.services.reading.begin)
    if not settings.window.welcomed and is_seen:
        window.welcome()
    window.remembers = is_seen
    if arguments.screenshot:
        take_screenshot(window, arguments.screenshot)
    elif arguments.export_picture:
        settings.picture.look = arguments.theme or settings.picture.look
        write_picture(window, Path(arguments.export_picture))
    elif arguments.save_view:
        save_view(window, Path(arguments.save_view))
    code = app.exec()
    window.close_now()
    window.deleteLater()
    app.processEvents()
    return code


def _files(names: list[str]) -> tuple[list[Path], list[GatescopeError]]:
    """The files that the command line names, and why what it names otherwise is none."""
    files, refused = [], []
    for name in names:
        try:
            files.append(named_model(name))
        except GatescopeError as error:
            refused.append(error)
    return files, refused


def _opened_in_window(files: list[Path]) -> list[Path]:
    """Those that the window opens once it is there; with a task all, of which it says that they are
    left out."""
    kinds = [kind_of(path) for path in files]
    if TASK in kinds and ANSWERS not in kinds:
        return files
    of_window = (TASK, ANSWERS, EDITS)
    return [path for path, kind in zip(files, kinds, strict=True) if kind in of_window]


def _use_view(settings: Settings, path: Path) -> Path | None:
    """Begin with a saved view, in place of the last session.

    Returns:
        the view, if something is wrong with it or something it needs is not there: it is to
        be opened again before the user's eyes.
    """
    try:
        state, notes = load(path)
    except GatescopeError:
        return path
    state, missing = located(state, path.absolute().parent)
    if missing or notes:
        return path
    settings.session = state.over(settings.session)
    return None


def _open_models(paths: list[Path], window: MainWindow) -> list[Network]:
    """Read the models that the command line names; of each that is not shown it is said why."""
    networks: list[Network] = []
    report = window.dialogs.views.report
    models = window.services.settings.models
    for path, weights in opened_together(paths):
        if len(networks) == MAX_PANES:
            report.tell(no_pane_for(path))
            continue
        if weights is None and (error := window.opening.no_model(path)) is not None:
            report.tell(error)
            continue
        try:
            network = open_safely(path, weights=weights or models.weights_of(path))
        except GatescopeError as error:
            report.tell(naming_file(path, error))
            continue
        reason = why_not(network)
        if reason is None:
            models.remember_weights(path, weights)
            networks.append(network)
        else:
            window.arrivals.refuse(network, naming_file(path, reason))
    return networks


def _add_networks(window: MainWindow, networks: list[Network]) -> None:
    """Give each a pane of its own, as long as there is room."""
    for network in networks:
        if len(window.session.panes) < MAX_PANES:
            window.session.add_network(network)
        elif network.path is not None:
            window.dialogs.views.report.tell(no_pane_for(network.path))


def _instead(last: SessionState) -> Note:
    """What is shown when none of the models that were named can be."""
    if last.panes:
        return Note("No model that was named is open; what was open last is shown instead.")
    return Note("No model that was named is open; bundled models are shown instead.")


def _read(window: MainWindow, arguments: argparse.Namespace) -> None:
    """Read what the command line asks for, or what was read last."""
    step, reading = None if arguments.step is None else arguments.step - 1, window.services.reading
    focused, asks_words = window.session.focused, arguments.text is not None
    asks_words |= arguments.review is not None
    last, numbers = window.services.settings.session, window.services.numbers
    if step is not None:  # of what is read last, too, which may have to wait for its words or file
        window.services.settings.session = replace(last, step=step)
    if asks_words and focused is not None and reading.lead is None:
        window.dialogs.views.report.tell(
            WantsNumbers("{network} reads numbers, not words.", network=focused.network.name)
        )
        asks_words = False
    elif arguments.text is not None:
        reading.read_text(arguments.text, step)
    elif arguments.review is not None:
        reading.open_number(arguments.review, step)
    if focused is not None and not focused.network.reads_words and not asks_words:
        window.opening.read_for(focused.network)
    if window.session.sequence is None and not reading.is_awaiting:
        window.dialogs.views.restoring.read(last, step)
        if numbers.is_awaited and reading.lead is not None:
            reading.stand_in()
    if step is None:
        return
    asked = step

    def compare() -> None:
        if window.session.steps and not 0 <= asked < window.session.steps:
            window.dialogs.views.report.tell(no_step(asked, window.session.steps))

    window.session.step = asked
    if window.session.steps and not (reading.is_awaiting or numbers.is_awaited):
        compare()
    else:  # the words of its first network, or a file, are still being looked for
        when_arrived(window, compare)


def _as_asked(view: SessionState, arguments: argparse.Namespace) -> SessionState:
    """A view that is opened before the user's eyes, with what the command line asks to be read."""
    if arguments.text is not None:
        view = replace(view, reads="review", review=ReviewState(text=arguments.text), step=None)
    elif arguments.review is not None:
        review = replace(view.review, number=arguments.review, text="")
        view = replace(view, reads="review", review=review, step=None)
    return view if arguments.step is None else replace(view, step=arguments.step - 1)


def _is_size(text: str) -> bool:
    parts = text.lower().split("x")
    return len(parts) == 2 and all(part.isdigit() and 0 < int(part) <= 16384 for part in parts)
