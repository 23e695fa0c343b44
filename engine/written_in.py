"""Which encoding a text file is written in: UTF-8, or a guess, which is said."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from engine.errors import Note

_LOOKED = 1 << 16
"""Bytes from which an encoding is guessed."""

_CHUNK = 1 << 20

_PLAIN = 0.2
"""The share of characters that are ASCII in a text that is plainly UTF-16: separators and the ends
of lines are, in a Korean table too."""

_MIN_PLAIN = 4
"""How many there have to be."""

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
"""What no text has."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FIRST = ("cp949", "cp1252")
"""What spreadsheets in Korean and in the West write; others are guessed where neither fits: a few
letters say too little to choose between all of them."""

_OTHERS = ("cp932", "euc_jp", "gb18030", "big5", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254")


def encoding_of(path: Path) -> str | None:
    """The name of the encoding of a text file, as Python calls it; None where none fits.

    All of the file is looked at, in pieces; what is UTF-8 throughout is UTF-8.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_LOOKED)
        if (marked := _marked(start)) is not None:
            return marked
        decoder = codecs.getincrementaldecoder("utf-8")()
        chunk = start
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return _guessed(_lines_around(chunk, error.start) or start)
    return "utf-8-sig"


def encoding_in(data: bytes) -> str | None:
    """The same of bytes; a beginning may end within a character."""
    if (marked := _marked(data)) is not None:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError as error:
        return _guessed(_lines_around(data, error.start) or data)
    return "utf-8-sig"


def rehearse() -> None:
    """Import all that guessing and decoding needs, for a process that imports nothing later."""
    for name in (
        *_FIRST,
        *_OTHERS,
        "euc_kr",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
    ):
        codecs.getincrementaldecoder(name)().decode("a".encode(name))
    for sample in ("가,b\n1,2\n".encode("cp949"), "Größe °C\n".encode("cp1252"), b"\x81\x81\n\xff"):
        encoding_in(sample)


def encoding_note(name: str, encoding: str) -> Note | None:
    """That a file is not in UTF-8, and how it is read; None where there is nothing to say."""
    if encoding.startswith("utf-8"):
        return None
    return Note(
        "{name} is not written in UTF-8: it is read as {encoding}.",
        name=name,
        encoding=encoding.upper().replace("_", "-"),
    )


def _marked(start: bytes) -> str | None:
    """What a mark at the beginning says; without one UTF-16, where that is plain."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None) or _wide(start)


def _wide(start: bytes) -> str | None:
    """UTF-16 without a mark: every character that is ASCII has a byte of zero, always on the same
    side; and what comes out of it is text."""
    if b"\0" not in start:
        return None
    start = start[: len(start) // 2 * 2]
    zeros = start[::2].count(0), start[1::2].count(0)
    if 4 * min(zeros) > max(zeros):
        return None
    name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    try:
        text = codecs.getincrementaldecoder(name)().decode(start)
    except UnicodeDecodeError:
        return None
    narrow = [letter for letter in text if letter < "\x80"]
    is_plain = len(narrow) >= max(_MIN_PLAIN, _PLAIN * len(text))
    return name if is_plain and not _CONTROL.search(text) else None


def _lines_around(chunk: bytes, place: int) -> bytes:
    """Whole lines about a place, as a character that is cut in two is none."""
    begin = chunk.rfind(b"\n", 0, place) + 1
    piece = chunk[begin : begin + _LOOKED]
    return piece[: piece.rfind(b"\n") + 1] or piece


def _guessed(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    from charset_normalizer import from_bytes

    found = next(
        (
            best
            for names in (_FIRST, _OTHERS)
            if (best := from_bytes(data, cp_isolation=list(names)).best()) is not None
        ),
        None,
    )
    if found is None:
        return None
    return "cp1252" if found.encoding == "cp949" and _is_western(data) else found.encoding


def _is_western(data: bytes) -> bool:
    """Whether the Korean syllables of a text are such as nobody uses: "°C" is one of them.

    They are those that CP949 has beyond EUC-KR, whose second byte is mostly a letter.
    """
    far = [letter for letter in data.decode("cp949", "ignore") if not letter.isascii()]
    rare = sum(not _is_common(letter) for letter in far)
    return 2 * rare > len(far)


def _is_common(letter: str) -> bool:
    try:
        return len(letter.encode("euc_kr")) == 2  # others are put together from four
    except UnicodeEncodeError:
        return False
