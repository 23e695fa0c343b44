"""The files that Gatescope itself saves for people, one row a kind: how they are told apart, and where
they are opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.digest import open_regular
from engine.errors import GatescopeError, Note

_START = 200
"""Bytes in which a file says its format."""


_FORMAT = re.compile(rb'"format"\s*:\s*"([^"]*)"')


@dataclass(frozen=True)
class OwnFile:
    """One kind of file.

    Attributes:
        format: what its ``"format"`` says.
        suffix: how its names end.
        says: what it is and where it is opened; the name is still to be filled in.
    """

    format: str
    suffix: str
    says: Note

    def is_in(self, start: bytes) -> bool:
        """Whether a file that begins so is one."""
        named = _FORMAT.search(start[:_START])
        return named is not None and named[1] == self.format.encode()


VIEW = OwnFile(
    "Gatescope view",
    ".gatescope",
    Note("{name} is a saved view. Drop it on the window, or open it there with Open view."),
)
TASK = OwnFile(
    "Gatescope task",
    ".gatescope-task",
    Note(
        "{name} is a task. Drop it on the window, or open it there with Open task; in the shell: "
        "python -m engine task {name}."
    ),
)
ANSWERS = OwnFile(
    "Gatescope answers",
    ".gatescope-answers",
    Note(
        "{name} has the answers of a student. Drop it on the window, or open it there with Open "
        "answers; in the shell: python -m engine answers {name}."
    ),
)
EDITS = OwnFile(
    "gatescope-edits",
    ".edits.json",
    Note("{name} has edits of a reading. Drop it on the window, or open it there with Open edits."),
)
OWN_FILES = (VIEW, TASK, ANSWERS, EDITS)


def kind_of(path: Path) -> OwnFile | None:
    """Which kind a file is: a ``.json`` by how it begins, all others, and one that says nothing, by
    their names; None if it is none."""
    name = path.name.lower()
    named = next((kind for kind in OWN_FILES if name.endswith(kind.suffix)), None)
    if not name.endswith(".json"):
        return named
    try:
        with open_regular(path) as file:
            start = file.read(_START)
    except (OSError, ValueError):
        return None
    return next((kind for kind in OWN_FILES if kind.is_in(start)), named)


def naming_kind(error: GatescopeError, data: Any, name: str) -> GatescopeError:
    """Why a file is not of the kind that was asked for, and what its JSON says that it is instead."""
    format_ = data.get("format") if isinstance(data, dict) else None
    if (kind := next((kind for kind in OWN_FILES if kind.format == format_), None)) is None:
        return error
    instead = Note(kind.says.template, name=name)
    return type(error)("{reason} {instead}", reason=error, instead=instead)
