"""Opening a dictionary: foreign files are read in a process of their own (`engine.safely`).

Both ends are here: `open_tokenizer` starts the process and checks what comes back; `prepare`
and `hand_over` are what the process does (a `engine.safely.child.Reader`).
"""

from __future__ import annotations

import codecs
import io
import json
import pickletools
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields, replace
from pathlib import Path
from typing import Any

from engine.errors import TextError
from engine.safely.limits import SECONDS
from engine.safely.packet import MAX_TEXT, packed_header
from engine.text import sheets
from engine.text.sheets import is_workbook
from engine.text.tokenizers.hashing import Buckets, checked_buckets
from engine.text.tokenizers.reading import read_tokenizer
from engine.text.tokenizers.rules import Rules, checked_ngrams, checked_steps
from engine.text.tokenizers.tokenizer import KINDS, LARGEST, MAX_WORDS, Pieces, Tokenizer
from engine.written_in import rehearse

ENCODINGS = ("cp437", "raw-unicode-escape", "latin-1", "ascii")
"""What texts in such files are in besides; Python imports each when it is first used."""


def open_tokenizer(
    path: Path | str,
    timeout: float = SECONDS,
    should_stop: Callable[[], bool] | None = None,
) -> Tokenizer:
    """Read a dictionary in a process with limits of time (seconds), memory and output.

    Raises:
        TextError: as `engine.text.tokenizers.reading.read_tokenizer`.
        ModelError: a limit was hit, or the process failed.
        Cancelled: ``should_stop`` became true.
    """
    from engine.safely.process import read_safely  # the reading process itself starts no other

    path = Path(path)
    return received(bytes(read_safely(__name__, path, timeout, should_stop).data), path)


def prepare(path: Path) -> None:
    """Import what reading a dictionary needs, by reading what is of our own making."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a\u00e9", b"a" * 100)
    with zipfile.ZipFile(stored) as archive:
        archive.read(archive.namelist()[0])
    json.loads(json.dumps({"a": 1}))
    list(pickletools.genops(b"."))
    codecs.escape_decode(b"a")
    for encoding in ENCODINGS:
        "a".encode(encoding).decode(encoding)
    rehearse()
    if is_workbook(path):
        sheets.prepare(path)


def hand_over(path: Path) -> Iterable[bytes | memoryview]:
    """Read the dictionary, then give out its packet: the data are `packed`.

    Raises:
        TextError: see `engine.text.tokenizers.reading.read_tokenizer`.
    """
    data = packed(read_tokenizer(path))
    return [packed_header({"bytes": len(data)}), data]


def packed(tokenizer: Tokenizer) -> bytes:
    """JSON in ASCII; a word is at most six times as long as in its file."""
    content = {each.name: getattr(tokenizer, each.name) for each in fields(Tokenizer)}
    del content["path"]
    buckets = None if tokenizer.buckets is None else astuple(tokenizer.buckets)
    content |= {"numbers": dict(tokenizer.numbers), "rules": astuple(tokenizer.rules)}
    content["buckets"] = buckets
    content["pieces"] = None if tokenizer.pieces is None else astuple(tokenizer.pieces)
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def received(data: bytes, path: Path) -> Tokenizer:
    """What `packed` wrote; every field is checked, for the process may have been misled.

    Raises:
        TextError: it is not what `packed` writes.
    """
    try:
        return replace(_checked(json.loads(data)), path=path)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise TextError(
            "{name} could not be read: what reading it gave is no dictionary.", name=path.name
        ) from error


def _checked(content: Any) -> Tokenizer:
    numbers, kind = content["numbers"], content["kind"]
    if not isinstance(numbers, dict) or not 0 < len(numbers) <= MAX_WORDS or kind not in KINDS:
        raise ValueError("no dictionary")
    if not all(type(number) is int and 0 <= number <= LARGEST for number in numbers.values()):
        raise ValueError("a number that is none")
    parts = {
        "rules": _rules(content["rules"]),
        "buckets": _buckets(content["buckets"]),
        "pieces": _pieces(content["pieces"]),
    }
    for name in ("unknown", "limit", "length"):
        value = content[name]
        if value is not None and (type(value) is not int or not 0 <= value <= LARGEST):
            raise ValueError("a number that is none")
    if content["side"] not in (None, "pre", "post") or not isinstance(content["title"], str):
        raise ValueError("a side that is none")
    if not isinstance(content["read_as"], str) or not isinstance(content["sheet"], str):
        raise ValueError("a name that is none")
    if type(content["fills"]) is not bool:
        raise ValueError("a choice that is none")
    if not isinstance(content["form"], str) or len(content["form"]) > MAX_TEXT:
        raise ValueError("a form that is none")
    return Tokenizer(**content | parts)


def _pieces(found: Any) -> Pieces | None:
    if found is None:
        return None
    prefix, longest = found
    if not isinstance(prefix, str) or type(longest) is not int:
        raise ValueError("pieces that are none")
    return Pieces(prefix, longest)


def _rules(found: Any) -> Rules:
    lower, filters, removes, split, characters, whole, ngrams, steps = found
    texts = isinstance(filters, str) and isinstance(split, str)
    flags = all(type(flag) is bool for flag in (removes, characters, whole))
    if lower not in ("no", "ascii", "unicode") or not texts or not flags:
        raise ValueError("rules that are none")
    counts, own = checked_ngrams(ngrams), checked_steps(steps)
    return Rules(lower, filters, removes, split, characters, whole, counts, own)


def _buckets(found: Any) -> Buckets | None:
    if found is None:
        return None
    count, salt = found
    return checked_buckets(count, salt)
