"""Where to write, and saying in place what became of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from functools import partial
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import GatescopeError
from engine.progress import Progress
from engine.replay.trace import Trace
from engine.session.session import Session
from engine.text.review import Review
from gui.i18n.context import translator
from gui.i18n.percent import percent_text
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.kit.work import Make, ShouldStop, Work, start
from gui.naming import pane_titles
from gui.settings import Settings

_tr = translator("Export")

APART = (".csv", ".npz")
"""What is written beside the window: plain rows and arrays, of which there may be millions.  Pages and pictures
are Qt's, and are written in its thread."""

PATIENCE = 500
"""Milliseconds after which it is said that a table is still being written."""


def export_trace(
    window: QWidget, settings: Settings, session: Session, notice: Notice
) -> QFileDialog | None:
    """Ask for a file and write the focused pane's trace into it, as NPZ or CSV."""
    pane = session.focused
    if pane is None or pane.trace is None:
        notice.show_error(_tr("There is no trace to export yet. Open a review first."))
        return None
    trace = pane.trace
    title = _tr("Export the trace of {name}").format(name=pane_titles(session)[session.focus])
    filters = {
        ".npz": _tr("NumPy archive (*.npz)"),
        ".csv": _tr("Table, one row a step (*.csv)"),
    }
    write = partial(write_trace, window, trace, notice=notice)
    return ask_where(window, settings, title, _name(trace), filters, write, notice)


def write_trace(window: QWidget, trace: Trace, path: Path, notice: Notice) -> None:
    """Write a trace beside the window; the suffix says the format."""

    def write(at: Path) -> None:
        from engine.replay.export import write_csv, write_npz

        (write_csv if at.suffix.lower() == ".csv" else write_npz)(trace, at)

    write_apart(window, write, path, notice)


def export_picture(
    window: QWidget, settings: Settings, widget: QWidget, notice: Notice
) -> QFileDialog:
    """Ask for a file and write a picture of the widget into it, as PNG, SVG or PDF."""
    write = partial(save_picture, widget, notice=notice)
    title = _tr("Export picture")
    return ask_where(window, settings, title, "gatescope", picture_filters(), write, notice)


def export_page(
    window: QWidget,
    settings: Settings,
    page: QWidget,
    documents: Mapping[str, tuple[str, Callable[[Path], None]]],
    name: str,
    notice: Notice,
) -> QFileDialog:
    """Ask for a file and write a page into it: a picture or, by the ending, one of ``documents``
    (what it is called, and what writes it)."""
    others = {suffix: title for suffix, (title, _) in documents.items()}

    def write(path: Path) -> None:
        if (document := documents.get(path.suffix.lower())) is None:
            save_picture(page, path, notice=notice)
            return
        if path.suffix.lower() in APART:
            write_apart(page, document[1], path, notice)
            return
        try:
            document[1](path)
        except GatescopeError as error:
            notice.show_error(error)
        else:
            tell_written(notice, path)

    title = _tr("Export this page")
    filters = {
        **others,
        **{each: text for each, text in picture_filters().items() if each not in others},
    }
    if set(others) <= {".csv", ".npz"}:  # a picture is what is wanted most of a page that is one
        filters = {**picture_filters(), **others}
    return ask_where(window, settings, title, name, filters, write, notice)


def write_apart(owner: QWidget, write: Callable[[Path], None], path: Path, notice: Notice) -> Work:
    """Write a table beside the window, see `write_beside`."""

    def work(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        yield Progress(0, 0, "Writing the table")
        write(path)

    def tell(_: object) -> None:
        tell_written(notice, path)

    return write_beside(owner, work, path, notice, tell, can_stop=False)


def write_beside(
    owner: QWidget,
    make: Make[Any],
    path: Path,
    notice: Notice,
    done: Callable[[Any], object],
    *,
    can_stop: bool = True,
) -> Work:
    """Write a file beside the window; of what takes longer than `PATIENCE` it is said how far it
    has come, and it can be given up if it asks whether to stop."""
    share, told = "", ""

    def say() -> str:
        return _tr("{path} is being written…").format(path=path) + share

    def give_up() -> None:
        under_way.cancel()
        notice.show_info(lambda: _tr("{path} is not written: it was cancelled.").format(path=path))

    def tell() -> None:
        nonlocal told
        if under_way.cancelled:  # which it also is once it has answered
            return
        if can_stop:
            notice.show_offer(say, lambda: _tr("Cancel"), give_up, stays=True)
        else:
            notice.show_info(say)
        told = say()

    def progress(come: Progress) -> None:
        nonlocal share
        is_told = bool(told) and notice.text == told
        if come.total:
            share = f" {percent_text(str(100 * come.done // come.total))}"
        if is_told:
            tell()

    under_way = start(owner, make, done=done, failed=notice.show_error, progressed=progress)
    QTimer.singleShot(PATIENCE, owner, tell)
    return under_way


def picture_filters() -> dict[str, str]:
    """What the formats of pictures are called, by the suffix of their files."""
    return {
        ".png": _tr("Picture (*.png)"),
        ".svg": _tr("Drawing (*.svg)"),
        ".pdf": _tr("Page (*.pdf)"),
    }


def save_picture(widget: QWidget, path: Path, notice: Notice) -> None:
    """Write the picture and say so; a message on the screen does not get into it."""
    from gui.export.picture import SCALE, of_widget
    from gui.export.picture_writer import writing

    notice.hide()  # until it says what became of it
    if (layout := widget.layout()) is not None:
        layout.activate()
    try:
        drawing = of_widget(widget)
    except GatescopeError as error:
        notice.show_error(error)
        return
    write_beside(widget, writing(drawing, path, SCALE), path, notice, partial(tell_written, notice))


def ask_where(
    window: QWidget,
    settings: Settings,
    title: str,
    name: str,
    filters: dict[str, str],
    write: Callable[[Path], None],
    notice: Notice,
) -> QFileDialog:
    """Open the dialog; it calls ``write`` when a file was chosen.  A format that is not among the
    ``filters`` is refused in the notice."""
    suffixes = {text: suffix for suffix, text in filters.items()}

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(suffixes.get(chosen, "").lstrip("."))

    def accept(path: Path) -> None:
        if path.suffix.lower() not in filters:
            if guess_type(path.name)[0] is not None:
                notice.show_error(
                    GatescopeError(
                        "{name} would have another format than its ending says. Choose one of: "
                        "{formats}.",
                        name=path.name,
                        formats=", ".join(filters),
                    )
                )
                return
            path = path.with_name(path.name + suffixes.get(dialog.selectedNameFilter(), ""))
        settings.window.folders["export"] = str(path.parent)
        write(path)

    dialog = ask_for_file(
        window,
        title,
        accept,
        filters=filters.values(),
        folder=settings.window.folders.get("export"),
        mode=QFileDialog.FileMode.AnyFile,
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.filterSelected.connect(follow)
    follow(dialog.selectedNameFilter())
    dialog.selectFile(name + next(iter(filters)))
    return dialog


def tell_written(notice: Notice, path: Path) -> None:
    """Say that a file has been written, and offer its folder."""
    notice.show_info(
        lambda: _tr("Written: {path}").format(path=path),
        lambda: _tr("Show folder"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
    )


def _name(trace: Trace) -> str:
    """What the file of a trace may be called."""
    sequence = trace.sequence
    number = sequence.number if isinstance(sequence, Review) else None
    what = "text" if number is None else f"review-{number}"
    network = re.sub(r"[^\w]+", "-", trace.network.name).strip("-").lower()
    return f"{network or 'network'}-{what}"
