"""The files that a saved session names: written relative to it, looked for, replaced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

from engine.library import bundled
from engine.session.state import PaneState, ReviewState, SessionState
from engine.text.sources.keras_cache import cached_path

Kind = Literal["model", "dictionary", "reviews", "numbers"]


@dataclass(frozen=True)
class Reference:
    """A file that a state names.

    Attributes:
        kind: what it is to be.
        name: what a person would call it.
        file: as the state has it; of a bundled model that is not there, its file's name.
        sha256: of the file, in hex; "" if unknown.
        place: the pane, None where it is not about one.
    """

    kind: Kind
    name: str
    file: str
    sha256: str = ""
    place: int | None = None


def relative_to(state: SessionState, folder: Path) -> SessionState:
    """Files below the folder, or beside it, named from there; others stay absolute."""

    def name(reference: Reference) -> str:
        path = Path(reference.file)
        for parent, prefix in ((folder, ""), (folder.parent, "../")):
            if path.is_absolute() and parent != parent.parent and path.is_relative_to(parent):
                return prefix + path.relative_to(parent).as_posix()
        return reference.file

    return _with_files(state, name)


def named_alone(state: SessionState) -> SessionState:
    """Files by their names alone: what is handed in says nothing of its writer's folders."""
    return _with_files(state, lambda reference: _base_name(reference.file))


def located(state: SessionState, folder: Path) -> tuple[SessionState, list[Reference]]:
    """Look for the files of a state: where it says, then beside the view by their names alone; so
    is a bundled model that is unknown here.

    Returns:
        the state with absolute paths, and what is not there.
    """
    missing: list[Reference] = []

    def find(reference: Reference) -> str:
        for path in (folder / reference.file, folder / _base_name(reference.file)):
            if _exists(path):
                return str(path.resolve())
        missing.append(reference)
        return reference.file

    state = _with_files(state, find)
    library = {entry.name for entry in bundled()}
    beside: dict[Reference, Path] = {}
    for place, pane in enumerate(state.panes):
        if pane.bundled and pane.bundled not in library:
            name, file = pane.name or pane.bundled, f"{pane.bundled}.keras"
            reference = Reference("model", name, file, pane.sha256, place)
            if _exists(folder / _base_name(file)):
                beside[reference] = (folder / _base_name(file)).resolve()
            else:
                missing.append(reference)
        elif not pane.bundled and not pane.file:
            missing.append(Reference("model", pane.name, "", pane.sha256, place))
    return replaced(state, beside), missing


def replaced(state: SessionState, files: Mapping[Reference, Path]) -> SessionState:
    """Other files in place of those that are missing."""

    def change(reference: Reference) -> str:
        path = files.get(reference)
        return reference.file if path is None else str(path.absolute())

    state = _with_files(state, change)
    panes = list(state.panes)
    for reference, path in files.items():
        if reference.kind == "model" and reference.place is not None:
            pane = panes[reference.place]
            panes[reference.place] = replace(pane, bundled="", file=str(path.absolute()))
    return replace(state, panes=tuple(panes))


def without(state: SessionState, references: Collection[Reference]) -> SessionState:
    """The state without what is missing: its panes are closed, the rest is as by default.  Where
    what it reads is missing, so are step, edits and selection: they were of that."""
    gone = {reference.place for reference in references if reference.kind == "model"}
    no_dictionary = {each.place for each in references if each.kind == "dictionary"}
    kinds = {reference.kind for reference in references}
    panes = tuple(
        replace(pane, dictionary=None) if place in no_dictionary else pane
        for place, pane in enumerate(state.panes)
        if place not in gone
    )
    colours = state.colours
    if colours.pane >= len(state.panes):
        pass  # which is said as it stands in the file
    elif colours.pane in gone:
        colours = replace(colours, pane=0, key="", unit=None)
    else:
        colours = replace(colours, pane=_moved(colours.pane, gone))
    focus = state.focus
    if focus is not None:
        focus = None if focus in gone else _moved(focus, gone)
    if ("numbers" if state.reads == "numbers" else "reviews") in kinds:
        state = replace(state, step=None, edits=(), selected="", carried=0)
    return replace(
        state,
        panes=panes,
        focus=focus,
        colours=colours,
        review=ReviewState() if "reviews" in kinds else state.review,
        numbers=replace(state.numbers, source="", file="", sha256="")
        if "numbers" in kinds
        else state.numbers,
    )


def _moved(place: int, gone: Collection[int | None]) -> int:
    """Where a pane stands when others before it are gone."""
    return place - sum(1 for other in gone if other is not None and other < place)


def _with_files(state: SessionState, change: Callable[[Reference], str]) -> SessionState:
    """The state with every file that it needs named otherwise."""

    def pane_with_files(place: int, pane: PaneState) -> PaneState:
        file, dictionary = pane.file, pane.dictionary
        if file and not pane.bundled:
            file = change(Reference("model", pane.name, file, pane.sha256, place))
        if dictionary is not None and dictionary.path:
            reference = Reference(
                "dictionary", pane.name, dictionary.path, dictionary.sha256, place
            )
            dictionary = replace(dictionary, path=change(reference))
        return replace(pane, file=file, dictionary=dictionary)

    panes = tuple(pane_with_files(place, pane) for place, pane in enumerate(state.panes))
    review, numbers = state.review, state.numbers
    file = review.source.path
    if not file and review.source.kind == "keras" and cached_path() is None:
        file = "imdb.npz"
    if file:
        reference = Reference("reviews", _base_name(file), file, review.sha256)
        review = replace(review, source=replace(review.source, path=change(reference)))
    if numbers.source == "file" and numbers.file:
        reference = Reference("numbers", _base_name(numbers.file), numbers.file, numbers.sha256)
        numbers = replace(numbers, file=change(reference))
    return replace(state, panes=panes, review=review, numbers=numbers)


def _base_name(file: str) -> str:
    """The name of a file, whichever system its path is from."""
    return (PureWindowsPath(file) if "\\" in file else PurePosixPath(file)).name


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have, or a folder that is closed
        return False
