"""Dictionaries as plain text: JSON, one word a line, words and ids in columns.

What is none of these is a TextError.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.hugging_face import from_hugging_face, is_hugging_face
from engine.text.tokenizers.keras_tokenizer import from_config
from engine.text.tokenizers.rules import IMDB_RULES, Rules
from engine.text.tokenizers.tokenizer import Kind, Tokenizer, checked, in_order

WORD_COLUMNS = ("word", "token", "term", "key")
ID_COLUMNS = ("id", "index", "idx", "number", "rank", "value")
PAIRS = (
    ("word2idx", "word2id", "word_to_idx", "word_to_id", "word2index", "stoi", "w2i"),
    ("idx2word", "id2word", "idx_to_word", "id_to_word", "index2word", "itos", "i2w"),
)
"""What the two halves of a pair of dictionaries are called."""

_MANY = 20
_COUNTS = re.compile(r"\d+ \d+")
_VECTOR = re.compile(r"(\S+)(?: -?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?){4,}\s*")
_IMDB = ("the", "and", "a", "of", "to")
"""The first words of Keras's IMDB index."""


def from_json(text: str, name: str) -> Tokenizer:
    """A tokenizer's ``to_json()``, an object of words and ids, or an array of words."""
    try:
        content = json.loads(text)
        if isinstance(content, str):  # json.dump(tokenizer.to_json(), file) wraps it twice
            content = json.loads(content)
    except (ValueError, RecursionError) as error:
        if (library := _of_library(text.split("\n"), name)) is not None:
            return library
        raise TextError(
            "{name} begins like JSON but is damaged. Copy or save it again.", name=name
        ) from error
    return from_plain(content, name)


def from_plain(content: object, name: str) -> Tokenizer:
    """A dictionary made of plain dicts and lists, as JSON or a pickle has them."""
    if isinstance(content, list) and not any(isinstance(each, Mapping) for each in content):
        if content and all(type(pair) is list and len(pair) == 2 for pair in content):
            return from_numbers(_pairs(content, name), name)
        return Tokenizer(in_order(content, name), "list", title=name)
    if isinstance(content, tuple | list) and content:  # pickled pairs
        pair = [each for each in content if isinstance(each, Mapping)]
        if len(pair) == len(content) == 2:
            return _of_pair(pair[0], pair[1], name)
    if not isinstance(content, Mapping):
        raise _no_dictionary(name)
    if is_hugging_face(content):
        return from_hugging_face(content, name)
    there, back = (next((content[key] for key in keys if key in content), None) for keys in PAIRS)
    if isinstance(there, Mapping) and isinstance(back, Mapping | list):
        return _of_pair(there, back, name)
    config = content.get("config")
    if isinstance(config, Mapping) and "word_index" in config:
        return from_config(config, name)
    if isinstance(content.get("word_index"), str | Mapping):
        return from_config(content, name)
    if isinstance(config, Mapping) or isinstance(content.get("layers"), list):
        raise _no_dictionary(name)
    return from_numbers(content, name)


def _of_pair(one: Mapping[Any, Any], other: Mapping[Any, Any] | list[Any], name: str) -> Tokenizer:
    """Words to ids, and ids to words, in either order; the two have to agree.

    Raises:
        TextError: they do not.
    """
    if isinstance(other, list):
        other = dict(enumerate(other))
    first, second = (from_numbers(each, name) for each in (one, other))
    if first.words != second.words:
        raise TextError(
            "{name} holds two dictionaries that do not agree: one gives words their ids, and the "
            "other gives other words back. Save one of them alone.",
            name=name,
        )
    return replace(first, form="word2idx, idx2word")


def from_numbers(content: Mapping[Any, Any], name: str) -> Tokenizer:
    """Words to ids, or ids to words. Two words may not have one id."""
    if content and all(type(word) is str for word in content.values()):
        content = _turned(content, name)
    numbers = checked(content, name)
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


def _turned(content: Mapping[Any, Any], name: str) -> dict[Any, Any]:
    """Words by ids turned round; where both are texts, the ones that are whole numbers are ids."""
    if all(_whole_number(id) is not None for id in content):
        turned = {word: _whole_number(id) for id, word in content.items()}
        if len(turned) < len(content):
            raise TextError("{name} gives one word several ids.", name=name)
        return turned
    return {word: _whole_number(id) for word, id in content.items()}


def _whole_number(value: object) -> int | None:
    """A whole number from 0, as JSON's keys have it."""
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 11:
        return int(value)
    return None


def _pairs(content: list[Any], name: str) -> dict[Any, Any]:
    try:
        return dict(content)
    except TypeError as error:
        raise _no_dictionary(name) from error


def _of_library(lines: list[str], name: str) -> Tokenizer | None:
    """The dictionary that gensim or spaCy wrote, or the words of word vectors; None for no such."""
    if rows := _of_gensim(lines):
        numbers = _numbered([(row[1], int(row[0])) for row in rows if len(row[0]) < 11], name)
        return replace(from_numbers(numbers, name), form="gensim Dictionary")
    if lines and lines[0].startswith("{"):
        try:
            entries = [json.loads(line) for line in lines if line]
        except (ValueError, RecursionError):
            return None
        words = [one["orth"] for one in entries if isinstance(one, Mapping) and "orth" in one]
        listed = in_order(words, name)
        return Tokenizer(listed, "list", title=name, form="spaCy lexemes") if words else None
    words = _of_vectors(lines)
    if words:
        return Tokenizer(in_order([*words], name), "list", title=name, form="word vectors")
    return None


def _of_gensim(lines: list[str]) -> list[list[str]]:
    """Its rows of an id, a word and a count, below one that may hold their number; else none."""
    counted = lines[1:] if lines and lines[0].strip().isdigit() else lines
    rows = [line.split("\t") for line in counted if line]
    is_its = all(len(row) == 3 and row[0].isdigit() and row[2].isdigit() for row in rows)
    return rows if is_its else []


def _of_vectors(lines: list[str]) -> list[str]:
    """The words before the numbers of word vectors; none where a line is another."""
    vectors = lines[1:] if lines and _COUNTS.fullmatch(lines[0].strip()) else lines
    found = [_VECTOR.fullmatch(line) for line in vectors if line]
    return [match[1] for match in found if match is not None] if all(found) else []


def words_of_library(lines: list[str]) -> list[str] | None:
    """The words of lines as gensim or word vectors have them; None for no such.

    Vectors are told from a table whose rows have names by a first line that counts them, or by
    four numbers and more in each of many rows.
    """
    if rows := _of_gensim(lines):
        return [row[1] for row in rows]
    words = _of_vectors(lines)
    is_counted = bool(lines) and _COUNTS.fullmatch(lines[0].strip()) is not None
    return words if words and (is_counted or len(words) >= _MANY) else None


def from_text(text: str, name: str) -> Tokenizer:
    """One word a line, or columns of words and ids parted by comma, tab, semicolon or space."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    lines = [line.removesuffix("\r") for line in lines]
    if (library := _of_library(lines, name)) is not None:
        return library
    if (rows := columns_of(lines)) is not None:
        return from_numbers(_numbered(rows, name), name)
    # A line that is empty is a word only where TextVectorization puts it: first.
    words = [line for place, line in enumerate(lines) if line or place == 0]
    if words and words[0].lower() in WORD_COLUMNS:
        del words[0]
    if (wide := next((word for word in words if len(word.split()) > 1), None)) is not None:
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
        if lines and delimiter in lines[0] and (rows := _rows(lines, delimiter)) is not None:
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
        word = 1 if all(_whole_number(row[0].strip()) is not None for row in sample) else 0
        id = 1 - word
        if _whole_number(cells[0][id].strip()) is None:
            cells = cells[1:]
    else:
        return None
    pairs = [(row[word], _whole_number(row[id].strip())) for row in cells]
    complete = [(cell, number) for cell, number in pairs if number is not None]
    return complete if complete and len(complete) == len(pairs) else None


def _numbered(rows: list[tuple[str, int]], name: str) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for word, number in rows:
        if numbers.setdefault(word, number) != number:
            raise TextError(
                "{name} gives the word “{word}” two ids, {first} and {second}.",
                name=name,
                word=word[:40],
                first=numbers[word],
                second=number,
            )
    return numbers


def _no_dictionary(name: str) -> TextError:
    return TextError(
        "{name} is not a dictionary. Gatescope reads a tokenizer's to_json(), an object of "
        "words and ids, a list of words, and tables of words and ids.",
        name=name,
    )
