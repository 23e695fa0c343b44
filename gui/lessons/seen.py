"""What a lesson's view shows in the main window: the file's networks, and what stands in the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from engine.lessons.task_kinds.of_lessons import BUNDLED
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edit, GateEdit, ReadOn, StateSet, UnitOff
from engine.session.state import ColourState, PaneState, SessionState
from gui.lessons.context import LessonContext

Seen = Callable[[SessionState, SessionState], SessionState]
"""A lesson's view, from its file, and a snapshot of the window: what the view is to show."""

_KINDS = {name: kind for kind, name in BUNDLED.items()}


def what_is_read(
    context: LessonContext, view: SessionState, window: SessionState, edits: Iterable[Edit] = ()
) -> SessionState:
    """The view with what the window reads, its step and its edits, and with the window's own network
    wherever the picture shows that in place of a bundled one.  As it is in its file where the window
    reads numbers and a bundled network is left, as these read words.

    Args:
        context: of the picture.
        view: the lesson's, from its file.
        window: a snapshot of the window.
        edits: what the picture changes beyond those.
    """
    taken = [_taken(context, pane, window) for pane in view.panes]
    panes = tuple(now or pane for now, pane in zip(taken, view.panes, strict=True))
    own = [now for now in taken if now is not None]
    if window.reads == "numbers" and len(own) < len(panes):
        return view
    colours = view.colours
    if colours.unit is not None and colours.pane < len(panes):
        colours = replace(colours, unit=panes[colours.pane].units[0])
    return replace(
        _reading(view, window),
        panes=panes,
        colours=colours,
        edits=_kept(context, window, own) + tuple(map(str, edits)),
    )


def what_is_focused(view: SessionState, window: SessionState) -> SessionState:
    """The view with the window's own networks, as the picture is of the focused one."""
    focus = len(window.panes) - 1 if window.focus is None else window.focus
    pane = window.panes[focus]
    is_of_view = any(pane.bundled and pane.bundled == each.bundled for each in view.panes)
    colours = ColourState()
    if is_of_view:
        colours = replace(view.colours, pane=focus, unit=pane.units[0])
    return replace(
        _reading(view, window),
        panes=window.panes,
        focus=focus,
        colours=colours,
        edits=window.edits,
    )


def _reading(view: SessionState, window: SessionState) -> SessionState:
    return replace(
        view,
        reads=window.reads,
        review=window.review,
        encoding=window.encoding,
        numbers=window.numbers,
        step=window.step,
    )


def _taken(context: LessonContext, pane: PaneState, window: SessionState) -> PaneState | None:
    """The window's own pane of the same kind of cell, which the picture shows; None for none."""
    kind = _KINDS.get(pane.bundled)
    shown = None if kind is None else context.own_pane(kind)
    own = zip(context.session.panes, window.panes, strict=True)
    return next((state for each, state in own if each is shown), None)


def _kept(context: LessonContext, window: SessionState, own: list[PaneState]) -> tuple[str, ...]:
    """The edits of the window that act on what the view shows: on what is read, and on the window's
    own networks."""
    shown = {
        layer.name
        for pane, state in zip(context.session.panes, window.panes, strict=True)
        if state in own
        for layer in pane.network.recurrent
    }
    return tuple(
        str(edit)
        for edit in parse_all(window.edits)
        if not isinstance(edit, GateEdit | StateSet | UnitOff | ReadOn)
        or (isinstance(edit, ReadOn) and bool(own))
        or (not isinstance(edit, ReadOn) and edit.layer in shown)
    )
