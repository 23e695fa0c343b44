"""Edits files: a set of edits that was saved, to be applied to another review or network.

``{"format": "gatescope-edits", "version": 1, "edits": ["lstm.f=0@10-", "off: delete 7"]}``, each
edit as `engine.replay.edit_texts` has it.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import SessionError
from engine.own_files import EDITS, naming_kind
from engine.plain_json import not_json, parse_json
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edits
from engine.session import saved_file

FORMAT, VERSION = EDITS.format, 1

SUFFIX = EDITS.suffix
"""How the names of edits files end."""


def save(edits: Edits, path: Path) -> None:
    """Write an edits file, whole or not at all.

    Raises:
        SessionError: it cannot be written.
    """
    saved_file.write(path, {"format": FORMAT, "version": VERSION, "edits": list(map(str, edits))})


def load(path: Path) -> Edits:
    """Read an edits file.

    Raises:
        SessionError: it cannot be read, or is no edits file.
        EditError: one of its texts is no edit.
    """
    try:
        found = parse_json(saved_file.read(path))
    except ValueError as broken:
        raise SessionError(
            "{name} is damaged or has no edits: {reason}. Correct it there, or open a file that Save "
            "the edits wrote.",
            name=path.name,
            reason=not_json(broken),
        ) from broken
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        error = SessionError(
            "{name} has no edits. Open a file that Save the edits wrote.", name=path.name
        )
        raise naming_kind(error, found, path.name)
    if found.get("version") != VERSION:
        raise SessionError(
            "{name} was written by another version of Gatescope, which saves edits otherwise.",
            name=path.name,
        )
    texts = found.get("edits")
    if not isinstance(texts, list):
        raise SessionError(
            "{name} has no list of edits. Open a file that Save the edits wrote.", name=path.name
        )
    return parse_all(texts)
