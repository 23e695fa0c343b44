"""`parse_json`: JSON that Gatescope or a person wrote, as data that any code may go through."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from engine.errors import Note

MAX_DEPTH = 64
"""Lists and objects in each other; those of Gatescope's own files are fewer than ten deep."""


class TooDeepError(ValueError):
    """The data is nested deeper than `MAX_DEPTH`."""


def parse_json(content: str | bytes, parse_int: Callable[[str], Any] | None = None) -> Any:
    """The data of a text, or of bytes in any encoding of Unicode.

    What is nested a thousand deep Python can read, but not show or compare: such data is refused
    here, for whoever goes through it.

    Raises:
        ValueError: it is no JSON, or nested deeper than `MAX_DEPTH`.
    """
    try:
        data = json.loads(content, parse_int=parse_int)
    except RecursionError as error:
        raise TooDeepError(f"nested more than {MAX_DEPTH} deep") from error
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [each for each in level if isinstance(each, (dict, list))]
        if not level:
            return data
        level = list(chain.from_iterable(map(_parts, level)))
    raise TooDeepError(f"nested more than {MAX_DEPTH} deep")


def _parts(data: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return data.values() if isinstance(data, dict) else data


def not_json(error: ValueError) -> Note:
    """Where a file stops being JSON, as a part of a sentence; ``error`` is what `parse_json` raised."""
    if isinstance(error, json.JSONDecodeError):
        return Note(
            "it is not JSON at line {line}, column {column}", line=error.lineno, column=error.colno
        )
    if isinstance(error, TooDeepError):
        return Note("its lists and objects lie more than {most} deep in each other", most=MAX_DEPTH)
    return Note("it is not JSON")
