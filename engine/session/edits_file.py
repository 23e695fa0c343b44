"""Edits files: a set of edits that was saved, to be applied to another review or network.

``{"format": "gatescope-edits", "version": 1, "edits": ["lstm.f=0@10-", "off: delete 7"]}``, each
edit as `engine.replay.edit_texts` has it.
"""

from __future__ import annotations

import json
from pathlib import Path

from engine.atomic import write_json
from engine.digest import open_regular
from engine.errors import SessionError
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edits

FORMAT, VERSION = "gatescope-edits", 1

SUFFIX = ".edits.json"
"""How the names of edits files end."""

MAX_BYTES = 16 * 1024**2
"""The largest edits file that is read."""


def save(edits: Edits, path: Path) -> None:
    """Write an edits file, whole or not at all.

    Raises:
        SessionError: it cannot be written.
    """
    content = {"format": FORMAT, "version": VERSION, "edits": list(map(str, edits))}
    try:
        write_json(path, content)
    except (OSError, ValueError) as error:
        raise SessionError(
            "{path} cannot be written: {reason}. Choose a folder of yours.",
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def load(path: Path) -> Edits:
    """Read an edits file.

    Raises:
        SessionError: it cannot be read, or is no edits file.
        EditError: one of its texts is no edit.
    """
    try:
        with open_regular(path) as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SessionError(
            "{path} cannot be read: {reason}. Check that it is there and may be opened.",
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    try:
        found = json.loads(content) if len(content) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise SessionError(
            "{name} has no edits. Open a file that Save the edits wrote.", name=path.name
        )
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


def is_edits(path: Path) -> bool:
    """Whether a file has edits, by its name and how it begins."""
    if path.suffix.lower() != ".json":
        return False
    try:
        with open_regular(path) as file:
            return FORMAT.encode() in file.read(200)
    except (OSError, ValueError):
        return False
