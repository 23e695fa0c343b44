"""View files: a session that was saved, to be opened again here or elsewhere."""

from __future__ import annotations

from pathlib import Path

from engine.atomic import write_json
from engine.digest import open_regular
from engine.errors import Note, SessionError
from engine.session.references import relative_to
from engine.session.state import FORMAT, SessionState, from_json, to_plain

SUFFIX = ".gatescope"
"""How the names of view files end."""

MAX_BYTES = 16 * 1024**2
"""The largest view file that is read."""


def save(state: SessionState, path: Path) -> None:
    """Write a view file, whole or not at all; files below or beside it by relative paths.

    Raises:
        SessionError: it cannot be written.
    """
    try:
        write_json(path, to_plain(relative_to(state, path.absolute().parent)))
    except (OSError, ValueError) as error:
        raise SessionError(
            "{path} cannot be written: {reason}. Choose a folder of yours.",
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def load(path: Path) -> tuple[SessionState, list[Note]]:
    """Read a view file; its paths are as they stand there.

    Raises:
        SessionError: it cannot be read, or is no view.
    """
    try:
        with open_regular(path) as file:
            content = file.read(MAX_BYTES + 1)
    except ValueError as error:
        raise SessionError(
            "{name} is a pipe or a folder, not a file. Open a file that Save view wrote.",
            name=path.name,
        ) from error
    except OSError as error:
        raise SessionError(
            "{path} cannot be read: {reason}. Check that it is there and may be opened.",
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
    if len(content) > MAX_BYTES:
        raise SessionError(
            "{name} is too large for a view. Open a file that Save view wrote.", name=path.name
        )
    try:
        return from_json(content.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError:
        state, notes = from_json(content.decode("utf-8-sig", errors="replace"), path.name)
        note = Note(
            "It is not written in UTF-8: letters that cannot be read have become �. Save it as "
            "UTF-8 in your editor, and open it again."
        )
        return state, [note, *notes]


def is_view(path: Path) -> bool:
    """Whether a file is a view, by its name; a ``.json`` by how it begins."""
    if path.suffix.lower() != ".json":
        return path.suffix.lower() == SUFFIX
    try:
        with open_regular(path) as file:
            return FORMAT.encode() in file.read(200)
    except (OSError, ValueError):
        return False
