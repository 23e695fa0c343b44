"""A `Tokenizer` as bytes of JSON, for a process that reads it for another."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.rules import Rules
from engine.text.tokenizers.tokenizer import KINDS, LARGEST, MOST_WORDS, Tokenizer


def packed(tokenizer: Tokenizer) -> bytes:
    """JSON in ASCII; a word is at most six times as long as in its file."""
    rules = tokenizer.rules
    return json.dumps(
        {
            "numbers": dict(tokenizer.numbers),
            "kind": tokenizer.kind,
            "rules": [rules.lower, rules.filters, rules.removes, rules.split, rules.characters],
            "title": tokenizer.title,
            "unknown": tokenizer.unknown,
            "limit": tokenizer.limit,
            "length": tokenizer.length,
            "side": tokenizer.side,
        },
        separators=(",", ":"),
    ).encode("ascii")


def received(data: bytes, path: Path) -> Tokenizer:
    """What `packed` wrote; every field is checked, for the process may have been misled.

    Raises:
        TextError: it is not what `packed` writes.
    """
    try:
        found = json.loads(data)
        made = _made(found)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise TextError(
            "{name} could not be read: what reading it gave is no dictionary.", name=path.name
        ) from error
    return replace(made, path=path)


def _made(found: Any) -> Tokenizer:
    numbers, kind = found["numbers"], found["kind"]
    if not isinstance(numbers, dict) or not 0 < len(numbers) <= MOST_WORDS or kind not in KINDS:
        raise ValueError("no dictionary")
    if not all(type(number) is int and 0 <= number <= LARGEST for number in numbers.values()):
        raise ValueError("a number that is none")
    lower, filters, removes, split, characters = found["rules"]
    texts = isinstance(filters, str) and isinstance(split, str)
    flags = type(removes) is bool and type(characters) is bool
    if lower not in ("no", "ascii", "unicode") or not texts or not flags:
        raise ValueError("rules that are none")
    for name in ("unknown", "limit", "length"):
        value = found[name]
        if value is not None and (type(value) is not int or not 0 <= value <= LARGEST):
            raise ValueError("a number that is none")
    if found["side"] not in (None, "pre", "post") or not isinstance(found["title"], str):
        raise ValueError("a side that is none")
    return Tokenizer(
        numbers,
        kind,
        Rules(lower, filters, removes, split, characters),
        found["title"],
        found["unknown"],
        found["limit"],
        found["length"],
        found["side"],
    )
