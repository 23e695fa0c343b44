"""Dictionaries as plain text: JSON, one word a line, words and ids in columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.keras_tokenizer import from_config
from engine.text.tokenizers.rules import IMDB_RULES, Rules
from engine.text.tokenizers.tokenizer import Kind, Tokenizer, checked, in_order

WORD_COLUMNS = ("word", "token", "term", "key")
ID_COLUMNS = ("id", "index", "idx", "number", "rank", "value")
_IMDB = ("the", "and", "a", "of", "to")
"""The first words of Keras's IMDB index."""


def from_json(text: str, name: str) -> Tokenizer:
    """A tokenizer's ``to_json()``, an object of words and ids, or an array of words.

    Raises:
        TextError: it is no JSON, or JSON of something else.
    """
    try:
        found = json.loads(text)
        if isinstance(found, str):  # json.dump(tokenizer.to_json(), file) wraps it twice
            found = json.loads(found)
    except (ValueError, RecursionError) as error:
        raise TextError(
            "{name} begins like JSON but is damaged. Copy or save it again.", name=name
        ) from error
    return from_plain(found, name)


def from_plain(found: object, name: str) -> Tokenizer:
    """A dictionary made of plain dicts and lists, as JSON or a pickle has them.

    Raises:
        TextError: it is something else.
    """
    if isinstance(found, list):
        if found and all(type(pair) is list and len(pair) == 2 for pair in found):
            return from_numbers(_pairs(found, name), name)
        return Tokenizer(in_order(found, name), "list", title=name)
    if not isinstance(found, Mapping):
        raise _no_dictionary(name)
    config = found.get("config")
    if isinstance(config, Mapping) and "word_index" in config:
        return from_config(config, name)
    if isinstance(found.get("word_index"), str | Mapping):
        return from_config(found, name)
    if isinstance(config, Mapping) or isinstance(found.get("layers"), list):
        raise _no_dictionary(name)
    return from_numbers(found, name)


def from_numbers(found: Mapping[Any, Any], name: str) -> Tokenizer:
    """Words to ids, or ids to words.

    Raises:
        TextError: it is neither, or two words have one id.
    """
    if found and all(type(word) is str for word in found.values()):
        found = _turned(found, name)
    numbers = checked(found, name)
    if len(set(numbers.values())) < len(numbers):
        seen: dict[int, str] = {}
        for word, number in numbers.items():
            if number in seen:
                raise TextError(
                    "{name} gives “{first}” and “{second}” the same id {number}. If the numbers "
                    "are counts, save a list of the words instead.",
                    name=name,
                    first=seen[number][:40],
                    second=word[:40],
                    number=number,
                )
            seen[number] = word
    imdb = all(numbers.get(word) == place for place, word in enumerate(_IMDB, 1))
    kind: Kind = "imdb" if imdb and len(numbers) > 1_000 else "numbers"
    return Tokenizer(numbers, kind, IMDB_RULES if kind == "imdb" else Rules(), name)


def _turned(found: Mapping[Any, Any], name: str) -> dict[Any, Any]:
    """Words by ids turned round; where both are texts, the ones that are whole numbers are ids."""
    if all(_whole(id) is not None for id in found):
        turned = {word: _whole(id) for id, word in found.items()}
        if len(turned) < len(found):
            raise TextError("{name} gives one word several ids.", name=name)
        return turned
    return {word: _whole(id) for word, id in found.items()}


def _whole(found: object) -> int | None:
    """A whole number from 0, as JSON's keys have it."""
    if type(found) is int:
        return found
    if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 11:
        return int(found)
    return None


def _pairs(found: list[Any], name: str) -> dict[Any, Any]:
    try:
        return dict(found)
    except TypeError as error:
        raise _no_dictionary(name) from error


def from_text(text: str, name: str) -> Tokenizer:
    """One word a line, or columns of words and ids parted by comma, tab, semicolon or space.

    Raises:
        TextError: it is neither.
    """
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    lines = [line.removesuffix("\r") for line in lines]
    rows = columns_of(lines)
    if rows is not None:
        return from_numbers(_numbered(rows, name), name)
    # A line that is empty is a word only where TextVectorization puts it: first.
    words = [line for place, line in enumerate(lines) if line or place == 0]
    if words and words[0].lower() in WORD_COLUMNS:
        del words[0]
    wide = next((word for word in words if len(word.split()) > 1), None)
    if wide is not None:
        raise TextError(
            "{name} is not a dictionary: the line “{line}” is neither one word nor a word with "
            "its id.",
            name=name,
            line=wide[:40],
        )
    return Tokenizer(in_order(list(words), name), "list", title=name)


def columns_of(lines: list[str]) -> list[tuple[str, int]] | None:
    """Words with their ids from the lines of a table, or None where it is no such table."""
    for delimiter in ("\t", ",", ";", " "):
        if lines and delimiter in lines[0]:
            rows = _rows(lines, delimiter)
            if rows is not None:
                return rows
    return None


def _rows(lines: list[str], delimiter: str) -> list[tuple[str, int]] | None:
    try:
        if delimiter in "\t ":
            cells = [line.split(delimiter) for line in lines if line]
        else:
            reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)
            cells = [row for row in reader if row]
    except csv.Error:
        return None
    width = len(cells[0]) if cells else 0
    if not 2 <= width <= 4 or any(len(row) != width for row in cells):
        return None
    head = [cell.strip().lower() for cell in cells[0]]
    word = next((at for at, cell in enumerate(head) if cell in WORD_COLUMNS), None)
    id = next((at for at, cell in enumerate(head) if cell in ID_COLUMNS and at != word), None)
    if word is not None and id is not None:
        cells = cells[1:]
    elif width == 2:
        sample = cells[1:] or cells
        word = 1 if all(_whole(row[0].strip()) is not None for row in sample) else 0
        id = 1 - word
        if _whole(cells[0][id].strip()) is None:
            cells = cells[1:]
    else:
        return None
    found = [(row[word], _whole(row[id].strip())) for row in cells]
    whole = [(cell, number) for cell, number in found if number is not None]
    return whole if whole and len(whole) == len(found) else None


def _numbered(rows: list[tuple[str, int]], name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word, number in rows:
        if found.setdefault(word, number) != number:
            raise TextError(
                "{name} gives the word “{word}” two ids, {first} and {second}.",
                name=name,
                word=word[:40],
                first=found[word],
                second=number,
            )
    return found


def _no_dictionary(name: str) -> TextError:
    return TextError(
        "{name} is not a dictionary. Gatescope reads a tokenizer's to_json(), an object of "
        "words and ids, a list of words, and tables of words and ids.",
        name=name,
    )
