"""What the reading process hands over: a JSON header, then plain bytes.  No pickle.

The form: the length of the header (8 bytes, little-endian), the header (a JSON object in
UTF-8, filled up with spaces to a multiple of `ALIGN`), then as many bytes as its field
``bytes`` says.  An error is a header with the field ``error``: its kind, its template and
its values.

A file may have got the better of the process that read it, so the taker believes nothing:
it checks every field before it uses it.
"""

from __future__ import annotations

import json
import string
import struct
from collections.abc import Mapping
from typing import Any

from engine.errors import Alarm, GatescopeError, LiesBeside, ModelError, TextError, UnsupportedError

ALIGN = 64
MAX_TEXT = 4096
"""Letters in one text: a name, or a value of an error."""

MAX_VALUE = 400
"""Letters in one value of an error: a path, or what is supported."""

ERRORS: dict[str, type[GatescopeError]] = {
    "alarm": Alarm,
    "unsupported": UnsupportedError,
    "beside": LiesBeside,
    "model": ModelError,
    "text": TextError,
}
"""What readers raise, the narrower class first."""


class BadPacket(Exception):
    """What was handed over is not what we write; the message says where."""


def packed_header(header: Mapping[str, Any]) -> bytes:
    """The first part of a packet: length and header, in which numpy's numbers become Python's."""
    # Names that are not UTF-8 get question marks here: no window can show them.
    text = json.dumps(header, default=_plain, ensure_ascii=False).encode("utf-8", "replace")
    text += b" " * (-(8 + len(text)) % ALIGN)
    return struct.pack("<Q", len(text)) + text


def packed_error(error: GatescopeError) -> bytes:
    """An error as a packet."""
    return packed_header({"error": error_out(error)})


def header_in(text: bytes | bytearray) -> dict[str, Any]:
    """The header of a packet, parsed.

    Raises:
        GatescopeError: the packet is an error, which is raised as it was there.
        BadPacket: it is no JSON object, or the error is none that we write.
    """
    try:
        header = json.loads(text.decode())
    except (ValueError, RecursionError) as error:
        raise BadPacket("the header is no JSON") from error
    if not isinstance(header, dict):
        raise BadPacket("the header is no object")
    if "error" in header:
        raise error_in(header["error"])
    return header


def error_out(error: GatescopeError) -> list[Any]:
    """An error as plain data: kind, template, values."""
    values = {
        key: value if isinstance(value, (int, float)) else _cut(str(value))
        for key, value in error.values.items()
    }
    kind = next((kind for kind, each in ERRORS.items() if isinstance(error, each)), "model")
    return [kind, error.template, values]


def _cut(text: str) -> str:
    """A value short enough for a sentence; names in damaged files have any length."""
    return text if len(text) <= MAX_VALUE else f"{text[: MAX_VALUE - 1]}…"


def error_in(entry: Any) -> GatescopeError:
    """The error that was packed; its template may do no more than name its values.

    Raises:
        BadPacket: it is none that we write.
    """
    if not isinstance(entry, list) or len(entry) != 3:
        raise BadPacket("an error has the wrong fields")
    kind, template, values = entry
    if kind not in list(ERRORS) or not isinstance(values, dict) or len(values) > 32:
        raise BadPacket("an error of no known kind")
    for key, value in values.items():
        if not key.isidentifier() or key in ("self", "template"):
            raise BadPacket("an error has impossible fields")
        if not isinstance(value, (int, float)):
            text_in(value)
    try:
        parts = list(string.Formatter().parse(text_in(template)))
    except ValueError as error:
        raise BadPacket("an error's text is broken") from error
    for _, field, form, conversion in parts:
        if field is not None and (field not in values or form or conversion):
            raise BadPacket("an error's text asks for what is not there")
    return ERRORS[kind](template, **values)


def text_in(value: Any) -> str:
    """A text of at most `MAX_TEXT` letters that a window can show.

    Raises:
        BadPacket: it is none.
    """
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise BadPacket("no text, or one that is too long")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadPacket("a text that is no UTF-8")
    return value


def count_in(value: Any) -> int:
    """A whole number from 0 to 2**63 - 1.

    Raises:
        BadPacket: it is none.
    """
    if type(value) is not int or not 0 <= value < 2**63:
        raise BadPacket("a count that is none")
    return value


def list_in(value: Any) -> list[Any]:
    """A list.

    Raises:
        BadPacket: it is none.
    """
    if not isinstance(value, list):
        raise BadPacket("no list where one belongs")
    return value


def _plain(value: object) -> object:
    """What json does not know: numpy's numbers, which is no reason to load numpy here."""
    if (item := getattr(value, "item", None)) is not None and getattr(value, "shape", None) == ():
        return item()
    raise TypeError(f"{type(value).__name__} is no plain data")
