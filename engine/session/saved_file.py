"""Small files of JSON that a person saved and opens again: views, and sets of edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from engine.atomic import write_atomically, write_json
from engine.digest import open_regular
from engine.errors import SessionError

MAX_BYTES = 16 * 1024**2
"""The largest file that is read."""


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write plain data, whole or not at all.

    Raises:
        SessionError: it cannot be written.
    """
    _written(path, lambda: write_json(path, content))


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8, whole or not at all.

    Raises:
        SessionError: it cannot be written.
    """
    content = text.encode("utf-8", "replace")
    _written(path, lambda: write_atomically(path, lambda at: at.write_bytes(content)))


def _written(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except (OSError, ValueError) as error:
        raise SessionError(
            "{path} cannot be written: {reason}. Choose a folder of yours.",
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def read(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        SessionError: it cannot be read, is larger than `MAX_BYTES`, or has nothing in it.
    """
    try:
        with open_regular(path) as file:
            content = file.read(MAX_BYTES + 1)
    except ValueError as error:
        raise SessionError(
            "{name} is a pipe or a folder, not a file. Open a file that Gatescope saved.",
            name=path.name,
        ) from error
    except OSError as error:
        raise SessionError(
            "{path} cannot be read: {reason}. Check that it is there and may be opened.",
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
    if len(content) > MAX_BYTES:
        raise SessionError("{name} is too large. Open a file that Gatescope saved.", name=path.name)
    if not content.strip():
        raise SessionError("{name} is empty. Copy or save it again.", name=path.name)
    return content
