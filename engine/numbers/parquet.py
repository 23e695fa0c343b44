"""Parquet files, through pyarrow.

pyarrow is asked for only when a Parquet file is opened: with 55 MB to download and 170 MB
on the disk it would be the largest thing after TensorFlow, for one format of five.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.numbers.table import Table, check_size, no_rows, not_finite, unique
from engine.numbers.text_layout import time_by_name
from engine.progress import Progress, ShouldStop, check

_CHUNK = 50_000
"""Rows between two reports of progress."""

_INDEX = "__index_level_"
"""What pandas calls an index without a name."""


def read_parquet(
    path: Path, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Table]:
    """The flat columns of numbers, booleans and times; yields progress in rows.

    Raises:
        Cancelled: ``should_stop`` became true.
        OSError: it cannot be read.
        TextError: pyarrow is missing, or the file is damaged or has no numbers.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped, import-not-found, unused-ignore]
        from pyarrow import parquet
    except ImportError as error:
        raise TextError(
            "{name} is a Parquet file. To read it, install pyarrow: pip install 'pyarrow>=18'",
            name=path.name,
        ) from error
    try:
        with parquet.ParquetFile(path) as file:
            return (yield from _read(path.name, file, pa.types, should_stop))
    except (pa.ArrowException, KeyError, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the disk; pyarrow's own, for what is damaged, has no number
        raise TextError(
            "{path} does not hold a table of numbers: {reason}.",
            path=path.name,
            reason=(str(error).splitlines() or [type(error).__name__])[0].rstrip("."),
        ) from error


def _read(
    title: str, file: Any, types: Any, should_stop: ShouldStop | None
) -> Generator[Progress, None, Table]:
    fields = list(file.schema_arrow)
    check_size(title, file.metadata.num_rows, len(fields))
    numbers = [
        field.name
        for field in fields
        if any(test(field.type) for test in (types.is_integer, types.is_floating, types.is_boolean))
        or types.is_decimal(field.type)
    ]
    time = next((field.name for field in fields if types.is_temporal(field.type)), None)
    time = time or next(
        (field.name for field in fields if field.name.startswith(_INDEX)),
        time_by_name([field.name for field in fields]),
    )
    if not numbers:
        raise TextError(
            "{name} does not hold a table of numbers: none of its columns has numbers.", name=title
        )
    wanted = numbers if time is None or time in numbers else [*numbers, time]
    values: list[npt.NDArray[np.float64]] = []
    times: list[str] = []
    done, total = 0, int(file.metadata.num_rows)
    for batch in file.iter_batches(_CHUNK, columns=wanted, use_threads=False):
        check(should_stop)
        yield Progress(done, total, "Reading the numbers")
        values.append(_values(batch, numbers))
        if time is not None:
            times.extend(map(_time_text, batch.column(time).to_pylist()))
        done += batch.num_rows
    if not done:
        raise no_rows(title)
    table = np.concatenate(values)
    infinite = np.isinf(table)
    if infinite.any():
        row, column = np.argwhere(infinite)[0]
        raise not_finite(title, int(row) + 1, numbers[int(column)])
    return Table(
        title,
        unique(numbers),
        table,
        times=None if time is None else tuple(times),
        time=time or "",
        left_out=tuple(
            field.name for field in fields if field.name not in numbers and field.name != time
        ),
    )


def _values(batch: Any, names: list[str]) -> npt.NDArray[np.float64]:
    values = np.empty((batch.num_rows, len(names)))
    for place, name in enumerate(names):
        cells = batch.column(name).to_pylist() if batch.column(name).null_count else None
        if cells is None and not str(batch.column(name).type).startswith("decimal"):
            values[:, place] = batch.column(name).to_numpy(zero_copy_only=False)
        else:
            cells = batch.column(name).to_pylist()
            values[:, place] = [np.nan if cell is None else float(cell) for cell in cells]
    return values


def _time_text(cell: object) -> str:
    """A time as it is written; midnight is left out."""
    return ("" if cell is None else str(cell)).removesuffix(" 00:00:00")
