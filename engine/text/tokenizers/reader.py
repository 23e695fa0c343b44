"""How the reading process reads a dictionary (a `engine.safely.child.Reader`)."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from collections.abc import Iterable
from pathlib import Path

from engine.safely.packet import packed_header
from engine.text.tokenizers.handover import packed
from engine.text.tokenizers.reading import read_tokenizer


def prepare(path: Path) -> None:
    """Import what reading a dictionary needs, by reading what is of our own making."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a\u00e9", b"a" * 100)
    with zipfile.ZipFile(stored) as archive:
        archive.read(archive.namelist()[0])
    json.loads(json.dumps({"a": 1}))
    pickle.loads(pickle.dumps({"a": 1}))
    for encoding in ("ascii", "latin-1", "cp437", "utf-8-sig", "utf-16", "cp949", "unicode_escape"):
        "a".encode(encoding).decode(encoding)


def hand_over(path: Path) -> Iterable[bytes | memoryview]:
    """Read the dictionary, then give out its packet: the data are `handover.packed`.

    Raises:
        TextError: see `engine.text.tokenizers.reading.read_tokenizer`.
    """
    data = packed(read_tokenizer(path))
    return [packed_header({"bytes": len(data)}), data]
