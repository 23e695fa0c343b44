"""How the reading process reads a dictionary (a `engine.safely.child.Reader`)."""

from __future__ import annotations

import codecs
import io
import json
import pickletools
import zipfile
from collections.abc import Iterable
from pathlib import Path

from engine.safely.packet import packed_header
from engine.text.tokenizers.handover import packed
from engine.text.tokenizers.reading import read_tokenizer

ENCODINGS = ("utf-8-sig", "utf-16", "cp949", "cp437", "raw-unicode-escape", "latin-1", "ascii")
"""What texts in such files are in; Python imports each when it is first used."""


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


def hand_over(path: Path) -> Iterable[bytes | memoryview]:
    """Read the dictionary, then give out its packet: the data are `handover.packed`.

    Raises:
        TextError: see `engine.text.tokenizers.reading.read_tokenizer`.
    """
    data = packed(read_tokenizer(path))
    return [packed_header({"bytes": len(data)}), data]
