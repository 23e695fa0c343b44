"""View files: a session that was saved, to be opened again here or elsewhere."""

from __future__ import annotations

from pathlib import Path

from engine.errors import Instead, Note
from engine.own_files import VIEW
from engine.session import saved_file
from engine.session.references import relative_to
from engine.session.state import SessionState, from_json, to_plain

SUFFIX = VIEW.suffix
"""How the names of view files end."""


def save(state: SessionState, path: Path) -> None:
    """Write a view file, whole or not at all; files below or beside it by relative paths.

    Raises:
        SessionError: it cannot be written.
    """
    saved_file.write(path, to_plain(relative_to(state, path.absolute().parent)))


def load(path: Path) -> tuple[SessionState, list[Note]]:
    """Read a view file; its paths are as they stand there.

    Raises:
        SessionError: it cannot be read, or is no view.
    """
    content = saved_file.read(path)
    try:
        return from_json(content.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError:
        state, notes = from_json(content.decode("utf-8-sig", errors="replace"), path.name)
        note = Instead(
            "It is not written in UTF-8: letters that cannot be read have become �. Save it as "
            "UTF-8 in your editor, and open it again."
        )
        return state, [note, *notes]
