"""Tables written as text, read in a process of their own (`engine.safely`).

Both ends are here: `open_delimited` starts the process and checks what comes back; `prepare` and
`hand_over` are what the process does (a `engine.safely.child.Reader`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import Note
from engine.numbers.delimited import Plain, read_delimited
from engine.numbers.table import MAX_COLUMNS, MAX_ROWS, Table
from engine.numbers.text_layout import UNSPECIFIED, Head
from engine.progress import finish
from engine.safely.limits import MAX_HEADER
from engine.safely.packet import BadPacket, count_in, error_in, error_out, list_in, packed_header
from engine.written_in import rehearse

SECONDS, SPEED = 30.0, 2e6
"""Time on the clock for any table, and how many bytes a second are read at least."""

LARGE = 4 * 2**20
"""Bytes from which pandas reads: importing it takes as long as reading so many without."""


def open_delimited(
    path: Path, should_stop: Callable[[], bool] | None = None, head: Head = UNSPECIFIED
) -> Table:
    """Read a table in a process with limits of time, memory and output.

    Raises:
        TextError: as `engine.numbers.delimited.read_delimited`.
        ModelError: a limit was hit, or the process failed.
        Cancelled: ``should_stop`` became true.
    """
    from engine.safely.process import failed, read_safely  # the reading process starts no other

    seconds = SECONDS + path.stat().st_size / SPEED
    asked = json.dumps(astuple(head))
    answer = read_safely(f"{__name__}?{asked}", path, seconds, should_stop, MAX_HEADER)
    try:
        return received(answer.header, answer.data, path)
    except BadPacket as error:
        raise failed(path) from error


def prepare(path: Path) -> None:
    """Import what reading a table needs, by reading what is of our own making."""
    rehearse()
    sys.modules.setdefault("pyarrow", None)  # type: ignore[arg-type]  # pandas loads 170 MB of it
    if (plain := _plain(path)) is not None:
        plain("1,2,a\n", ",", [0, 1], 2)


def hand_over(path: Path, asked: str = "[]") -> Iterable[bytes | memoryview]:
    """Read the table, whose `Head` is ``asked`` for, then give out its packet: values, numbers of
    rows, times.

    Raises:
        TextError: see `engine.numbers.delimited.read_delimited`.
    """
    table = finish(read_delimited(path, plain=_plain(path), head=Head(*json.loads(asked))))
    times = b"" if table.times is None else json.dumps(table.times).encode("ascii")
    values, rows = table.values.tobytes(), table.rows.tobytes()
    header = {
        "columns": table.columns,
        "count": len(table),
        "time": table.time,
        "times": None if table.times is None else len(times),
        "left_out": table.left_out,
        "notes": [error_out(note) for note in table.notes],
        "bytes": len(values) + len(rows) + len(times),
    }
    return [packed_header(header), values, rows, times]


def _plain(path: Path) -> Plain | None:
    try:
        is_large = path.stat().st_size >= LARGE
    except OSError:  # reading it says why
        return None
    if not is_large:
        return None
    from engine.numbers.pandas_rows import typed

    return typed


def received(header: dict[str, Any], data: bytes | bytearray, path: Path) -> Table:
    """What `hand_over` packed; every field is checked, for the process may have been misled.

    Raises:
        BadPacket: it is no table.
    """
    try:
        return _checked(header, memoryview(data), path)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadPacket("no table") from error


def _checked(header: dict[str, Any], data: memoryview, path: Path) -> Table:
    columns, count = _names(header["columns"]), count_in(header["count"])
    if not 0 < count <= MAX_ROWS or not 0 < len(columns) <= MAX_COLUMNS:
        raise BadPacket("no size of a table")
    if len(set(columns)) < len(columns):
        raise BadPacket("a name twice")
    written = 0 if header["times"] is None else count_in(header["times"])
    ends = 8 * count * len(columns), 8 * count * (len(columns) + 1)
    if len(data) != ends[1] + written:
        raise BadPacket("another size")
    values = np.frombuffer(data[: ends[0]], np.float64).reshape(count, len(columns))
    rows = np.frombuffer(data[ends[0] : ends[1]], np.int64)
    if np.isinf(values).any() or (np.diff(rows) <= 0).any() or rows[0] < 1:
        raise BadPacket("numbers that none of ours are")
    times = None
    if header["times"] is not None:
        times = tuple(_names(json.loads(bytes(data[ends[1] :]))))
        if len(times) != count:
            raise BadPacket("other times than rows")
    return Table(
        title=path.name,
        columns=columns,
        values=values,
        times=times,
        time=_names([header["time"]])[0],
        rows=rows,
        left_out=_names(header["left_out"]),
        notes=tuple(_note(entry) for entry in list_in(header["notes"])),
    )


def _names(value: Any) -> tuple[str, ...]:
    names = list_in(value)
    if not all(isinstance(name, str) for name in names):
        raise BadPacket("a name that is no text")
    if any("\ud800" <= letter <= "\udfff" for letter in "".join(names)):
        raise BadPacket("a text that is no UTF-8")
    return tuple(names)


def _note(entry: Any) -> Note:
    error = error_in(entry)
    return Note(error.template, **error.values)
