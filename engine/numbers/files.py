"""Files of numbers, told apart by what is in them: NPY, Parquet, a workbook, or text."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from engine.errors import TextError, unreadable
from engine.network.formats.registry import EXTENSIONS
from engine.numbers.delimited import read_pasted, sample_text
from engine.numbers.table import MAX_BYTES, Table
from engine.numbers.text_layout import SAMPLE, UNSPECIFIED, Head, layout_of
from engine.pointers import LOOKED, is_pointer
from engine.progress import Progress, ShouldStop
from engine.text.sheets import is_workbook, open_sheet
from engine.text.sources.table import guess
from engine.written_in import encoding_in

NPY, PARQUET, ZIP = b"\x93NUMPY", b"PAR1", b"PK\x03\x04"


def read_table(
    path: Path, should_stop: ShouldStop | None = None, head: Head = UNSPECIFIED
) -> Generator[Progress, None, Table]:
    """The numbers of a file; yields progress.  ``head`` says how a text or a sheet begins.

    Raises:
        Cancelled: ``should_stop`` became true.
        TextError: it cannot be read, is too large, or holds no table of numbers.
        ModelError: reading it took too much time or memory.
    """
    try:
        with path.open("rb") as file:
            start = file.read(LOOKED)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise TextError(
                "{name} is too large: {size} GB. Files of at most {most} GB are read. Cut it first.",
                name=path.name,
                size=f"{size / 1024**3:.1f}",
                most=f"{MAX_BYTES / 1024**3:.0f}",
            )
        if is_pointer(start):
            raise TextError(
                "{name} is only a Git LFS pointer to what it should hold. Fetch the file itself "
                "with git lfs pull.",
                name=path.name,
            )
        if start.startswith(NPY):
            _refuse(path, head)
            from engine.numbers.npy import read_npy

            return (yield from read_npy(path, should_stop))
        if start.startswith(PARQUET):
            _refuse(path, head)
            from engine.numbers.parquet import read_parquet

            return (yield from read_parquet(path, should_stop))
        yield Progress(0, 0, "Reading the numbers")
        if is_workbook(path):
            sheet = open_sheet(path, should_stop)
            table = read_pasted(sheet.text, path.name, head)
            return replace(table, notes=(*sheet.notes(path.name), *table.notes))
        if start.startswith(ZIP):
            raise TextError(
                "{name} is an archive (NPZ, or a spreadsheet), not a table. Save one array with "
                "numpy.save, or the sheet as CSV UTF-8.",
                name=path.name,
            )
        from engine.numbers.locked import open_delimited

        return open_delimited(path, should_stop, head)
    except OSError as error:
        raise unreadable(path, error) from error


def _refuse(path: Path, head: Head) -> None:
    """What says how a text begins is of no use to a file of another kind."""
    if head.row is not None or head.skip:
        raise TextError(
            "{name} is no text and no workbook: it has no row of names that could be chosen, and "
            "no rows that could be skipped.",
            name=path.name,
        )


def is_numbers(path: Path) -> bool:
    """Whether a file holds numbers rather than texts, by a look at its beginning."""
    try:
        with path.open("rb") as file:
            start = file.read(SAMPLE)
    except OSError:
        return False
    if start.startswith((NPY, PARQUET)):
        return True
    if is_pointer(start):  # who reads numbers says so, of what is not called as a model
        return not path.name.lower().endswith(EXTENSIONS)
    encoding = encoding_in(start)
    try:
        text = sample_text(start, encoding or "utf-8")
    except UnicodeDecodeError:
        return False
    if "\0" in text or not text.strip():
        return False
    layout = layout_of(text)
    if layout is None or layout.prose:
        return False
    texts = guess(layout.names)[0]  # a column that is called as the texts of reviews are
    return layout.share > 0.5 and (texts is None or layout.numeric[texts])
