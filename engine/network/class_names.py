"""What the classes of an answer are called: a small file beside the model, or a chosen one.

A text file of one name a line, a JSON list, a JSON object (name to number, as Keras's
``class_indices``, or number to name), or a CSV whose rows are ``number,name`` or a name each.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import TextError, unreadable
from engine.plain_json import parse_json

MAX_BYTES = 4 * 2**20
MAX_NAMES = 100_000
LONGEST = 80

STEMS = ("labels", "classes", "class_names", "class_indices", "label_map", "categories")
SUFFIXES = (".txt", ".json", ".csv")


def names_beside(model: Path) -> Path | None:
    """The file of class names that stands beside a model, None if there is none.

    ``MODEL_labels.txt`` comes before ``labels.txt``.
    """
    stems = [f"{model.stem}_{stem}" for stem in STEMS] + [f"{model.stem}.{STEMS[0]}", *STEMS]
    for stem in stems:
        for suffix in SUFFIXES:
            path = model.with_name(stem + suffix)
            if path.is_file():
                return path
    return None


def read_names(path: Path) -> tuple[str, ...]:
    """The names, by the place of their class.

    Raises:
        TextError: the file cannot be read, or holds no names.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TextError(
                "{name} is larger than a list of class names can be. Choose a file of one name "
                "a line.",
                name=path.name,
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise TextError(
            "{name} is no list of class names: it is not UTF-8 text. Choose a file of one name "
            "a line.",
            name=path.name,
        ) from error
    names = _from_json(text) if text.lstrip()[:1] in ("[", "{") else _from_lines(text)
    if not names or len(names) > MAX_NAMES:
        raise TextError(
            "{name} is no list of class names. Choose a text file of one name a line, or a JSON "
            "list.",
            name=path.name,
        )
    return tuple(name[:LONGEST] for name in names)


def _from_json(text: str) -> list[str]:
    try:
        result = parse_json(text)
    except ValueError:
        return []
    if isinstance(result, list):
        return [str(name) for name in result if isinstance(name, (str, int, float))]
    return _by_place(result) if isinstance(result, Mapping) else []


def _by_place(found: Mapping[str, Any]) -> list[str]:
    """An object either way round: ``{"drama": 0}`` or ``{"0": "drama"}``."""
    if all(isinstance(place, int) for place in found.values()):
        pairs = [(place, name) for name, place in found.items()]
    else:
        pairs = [(int(place), str(name)) for place, name in found.items() if place.isdecimal()]
    places = [place for place, _ in pairs]
    if not places or min(places) < 0 or max(places) >= MAX_NAMES:
        return []
    names = [""] * (max(places) + 1)
    for place, name in pairs:
        names[place] = name
    return names


def _from_lines(text: str) -> list[str]:
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if rows and all(len(row) == 2 and row[0].strip().isdecimal() for row in rows):
        return _by_place({row[0].strip(): row[1].strip() for row in rows})
    return [line.strip() for line in text.splitlines() if line.strip()]
