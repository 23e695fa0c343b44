"""Which encoding a text is in, where no mark says so."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.written_in import encoding_in, encoding_note

LETTERS = st.characters(codec="ascii", exclude_categories=["C"]) | st.characters(
    min_codepoint=ord("가"), max_codepoint=ord("힣")
)
LINES = st.lists(st.lists(st.text(LETTERS), max_size=4), max_size=9)


@given(LINES, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_a_table_in_utf_16_without_a_mark_is_known(rows: list[list[str]], name: str) -> None:
    text = "name,value,text\n" + "".join(f"{','.join(row)},1,\n" for row in rows)
    narrow = sum(letter.isascii() for letter in text)
    rare = sum(ord(letter) % 256 == 0 for letter in text)  # its other byte is the one of zero
    assume(narrow > 0.3 * len(text) and 4 * rare <= narrow)
    assert encoding_in(text.encode(name)) == name
    note = encoding_note("t.csv", name)
    assert note is not None and name.upper() in str(note)


def _npy() -> bytes:
    file = io.BytesIO()
    np.save(file, np.arange(50, dtype=np.int16))
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n\xff\0,1\n",
        np.arange(200, dtype="<i2").tobytes(),
        np.arange(200, dtype=">i2").tobytes(),
        np.linspace(0, 1, 50).tobytes(),
        struct.pack("<40h", *range(40)),
        b"\0" * 64,
        b"a\0" * 8 + b"\x01\0" * 8,
        "a,b\n1,2\n".encode("utf-32-le"),
        _npy(),
    ],
)
def test_numbers_are_no_text(data: bytes) -> None:
    assert encoding_in(data) not in ("utf-16-le", "utf-16-be")


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"])))
def test_what_is_in_utf_8_stays_so(text: str) -> None:
    assert encoding_in(text.encode()) == "utf-8-sig"
