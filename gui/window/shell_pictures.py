"""What the command line asks for instead of a window: a screenshot, a picture for paper, a view.

They are made once everything that is on its way has arrived: models and their dictionaries, reviews,
numbers, traces, tasks.  Keras's proof is not waited for: it takes up to a minute, and its badge says so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from engine.errors import GatescopeError
from engine.session.view_file import save
from gui.window.main_window import MainWindow

TURN = 50
"""Milliseconds between two looks; what arrived at one has been laid out and drawn by the next."""

PATIENCE = 120_000
"""Milliseconds after which a picture is made of what is there."""


def has_arrived(window: MainWindow) -> bool:
    """Whether nothing that the window is to show is still on its way."""
    services, restoring = window.services, window.dialogs.views.restoring
    reading, numbers = services.reading, services.numbers
    return not (
        window.session.busy
        or reading.is_awaiting
        or reading.is_preparing
        or numbers.is_awaited
        or services.opener.is_busy
        or restoring.is_arriving()
        or window.dialogs.task_files.is_opening
    )


def when_arrived(window: MainWindow, call: Callable[[], object], patience: int = PATIENCE) -> None:
    """Call something once everything has arrived, and was seen to be there twice; where that
    takes too long, it is said on stderr and called all the same."""

    def look(left: int, was_there: bool) -> None:
        is_there = has_arrived(window)
        if left <= 0 and not is_there:
            print("gatescope: not all had arrived when it was taken", file=sys.stderr)
            report = window.dialogs.views.report
            report.has_failed = report.shows_less = True
        if (is_there and was_there) or left <= 0:
            call()
        else:
            QTimer.singleShot(TURN, window, lambda: look(left - TURN, is_there))

    QTimer.singleShot(0, window, lambda: look(patience, False))


def _unasked(window: MainWindow, call: Callable[[], object]) -> None:
    """The same where nobody sees the window, and so nobody is asked for what a view lacks."""
    window.dialogs.views.asks = False
    when_arrived(window, call)


def take_screenshot(window: MainWindow, name: str | Path) -> None:
    """Write what the window looks like, and quit."""

    def take() -> None:
        written = window.grab().save(str(name))
        if not written:
            problem = f"{name} cannot be written; name a .png in a folder of yours"
            print(f"gatescope: {problem}", file=sys.stderr)
        else:
            _tell_written(Path(name))
        _end(window, 0 if written else 2)

    _unasked(window, take)


def _tell_written(path: Path) -> None:
    print(f"Written: {path}")


def _end(window: MainWindow, code: int) -> None:
    """Quit; with 2 also where the picture was made, but not of all that was asked for."""
    QApplication.exit(code or 2 * window.dialogs.views.report.has_failed)


def is_picture(name: str) -> bool:
    """Whether a file can be a picture by its name; else it is said which can."""
    from gui.export.picture import WRITERS

    if Path(name).suffix.lower() in WRITERS:
        return True
    endings = ", ".join(WRITERS)
    print(
        f"gatescope: --export-picture takes a file that ends in {endings}, not {name}",
        file=sys.stderr,
    )
    return False


def save_view(window: MainWindow, path: Path) -> None:
    """Write a view of what would be shown, and quit; nothing is written where that is less than was
    asked for, as a view that is replaced is lost, which a picture shows."""

    def write() -> None:
        views, code = window.dialogs.views, 2
        state = views.state_to_save()
        try:
            if views.report.shows_less:
                what = f"not written: {path}; not all that was asked for is shown"
                print(f"gatescope: {what}", file=sys.stderr)
            elif state is not None:
                save(state, path)
                _tell_written(path)
                code = 0
        except GatescopeError as error:
            print(f"gatescope: {error}", file=sys.stderr)
        _end(window, code)

    _unasked(window, write)


def write_picture(window: MainWindow, path: Path) -> None:
    """Write a picture as it was chosen last, and quit."""

    def write() -> None:
        from gui.pictures.picture_dialog import export_picture

        code = 0
        try:
            says = export_picture(window.services, path)
        except GatescopeError as error:
            says, code = [str(error)], 2
        else:
            _tell_written(path)
        for sentence in says:
            print(f"gatescope: {sentence}", file=sys.stderr)
        QTimer.singleShot(0, window, lambda: _end(window, code))

    def explain() -> None:
        from gui.pictures.picture_dialog import when_explained

        when_explained(window.services, write)

    _unasked(window, explain)
