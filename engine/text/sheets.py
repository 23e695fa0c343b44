"""Workbooks (XLSX, XLS, XLSB, ODS): the rows of their first sheet, as text.

They are read by calamine in a process of their own (`engine.safely`).  Both ends are here:
`open_sheet` starts the process and checks what comes back; `prepare` and `hand_over` are what
the process does (a `engine.safely.child.Reader`).  Of formulas the values are read that were
saved with them; macros and links are not looked at.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import Note, TextError, unreadable
from engine.safely.packet import BadPacket, count_in, packed_header, text_in

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
"""How XLS begins, and how the others do."""

SECONDS = 60.0
"""For one workbook; a hundred thousand rows take two."""

MAX_CELLS = 20_000_000

_MEMBERS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
"""What a zip holds that is a workbook."""

_NAME = 120
"""Letters of a sheet's name that are handed over; Excel allows 31."""


@dataclass(frozen=True)
class Sheet:
    """What is read of a workbook.

    Attributes:
        name: of the sheet.
        count: how many sheets there are.
        text: its rows as CSV, with commas; one line a row, from the first of the sheet.
    """

    name: str
    count: int
    text: str

    def notes(self, title: str) -> tuple[Note, ...]:
        """That there are other sheets, which are not read."""
        if self.count < 2:
            return ()
        return (
            Note(
                "{name} has {count} sheets; the first with something in it, “{sheet}”, is read.",
                name=title,
                count=self.count,
                sheet=self.name,
            ),
        )


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook, by what is in it; never raises."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if start == OLE:
            return True
        if not start.startswith(ZIP):
            return False
        with zipfile.ZipFile(path) as archive:
            return any(member in archive.NameToInfo for member in _MEMBERS)
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False


def open_sheet(path: Path, should_stop: Callable[[], bool] | None = None) -> Sheet:
    """The first sheet of a workbook with something in it.

    Raises:
        TextError: it is damaged, locked by a password, or too large.
        ModelError: a limit was hit, or the process failed.
        Cancelled: ``should_stop`` became true.
    """
    from engine.safely.process import failed, read_safely  # the reading process starts no other

    answer = read_safely(__name__, path, SECONDS, should_stop)
    try:
        return received(answer.header, bytes(answer.data), path)
    except BadPacket as error:
        raise failed(path) from error


def prepare(path: Path) -> None:
    """Import what reading a workbook needs, by reading what is none."""
    import python_calamine

    with contextlib.suppress(Exception):  # there is nothing in it
        python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(b""))
    _text(iter([[1.5, dt.date(2020, 1, 1), dt.time(1), dt.timedelta(1), True]]))


def hand_over(path: Path) -> Iterable[bytes | memoryview]:
    """Read the sheet, then give out its packet: the data are its CSV.

    Raises:
        TextError: as `open_sheet`.
    """
    sheet = sheet_in(path)
    data = sheet.text.encode("utf-8", "replace")
    return [packed_header({"sheet": sheet.name, "sheets": sheet.count, "bytes": len(data)}), data]


def received(header: dict[str, Any], data: bytes, path: Path) -> Sheet:
    """What `hand_over` packed, checked.

    Raises:
        BadPacket: it is no sheet.
    """
    name, count = text_in(header.get("sheet")), count_in(header.get("sheets"))
    try:
        return Sheet(name, count, data.decode())
    except UnicodeDecodeError as error:
        raise BadPacket(f"the rows of {path.name} are no UTF-8") from error


def sheet_in(path: Path) -> Sheet:
    """The sheet, read here; only in a process with limits.

    Raises:
        TextError: as `open_sheet`.
    """
    import python_calamine

    try:
        with path.open("rb") as file:
            workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
        names = list(workbook.sheet_names)
        for name in names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.start is None or sheet.end is None:
                continue
            cells = (sheet.end[0] - sheet.start[0] + 1) * (sheet.end[1] - sheet.start[1] + 1)
            if cells > MAX_CELLS:
                raise TextError(
                    "{name} is too large: its sheet “{sheet}” has {count} cells, and at most "
                    "{most} are read. Cut it first.",
                    name=path.name,
                    sheet=name[:_NAME],
                    count=f"{cells:,}",
                    most=f"{MAX_CELLS:,}",
                )
            text = _text(iter(sheet.to_python(skip_empty_area=True)))
            return Sheet(name[:_NAME], len(names), "\n" * int(sheet.start[0]) + text)
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, error) from error
        raise unreadable(path, error) from error
    except python_calamine.PasswordError as error:
        raise TextError(
            "{name} is locked with a password. Save it without one.", name=path.name
        ) from error
    except (python_calamine.CalamineError, ValueError, OverflowError) as error:
        raise _damaged(path, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; no module has the class
            raise
        raise _damaged(path, ValueError("no sheet can be read")) from error
    return Sheet("", len(names), "")


def _damaged(path: Path, error: Exception) -> TextError:
    return TextError(
        "{name} is damaged: {reason}. Copy or save it again.",
        name=path.name,
        reason=(str(error).splitlines() or [type(error).__name__])[0].rstrip("."),
    )


def _text(rows: Iterator[list[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    """A cell as a text: dates as ISO writes them, whole numbers without a point; one line."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        plain = value.time() == dt.time()
        return value.date().isoformat() if plain else value.isoformat(" ")
    return " ".join(str(value).split("\n")).replace("\r", " ")
