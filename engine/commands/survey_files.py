"""What ``survey`` found, in files: NPZ, CSV, Parquet; and as JSON knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.commands.outputs import check_out
from engine.commands.survey_questions import Rows
from engine.errors import GatescopeError
from engine.replay.export import harmless, write_arrays, write_export, write_table


def check_file(path: Path | None) -> None:
    """Raise GatescopeError unless rows can be written there; before anything is read."""
    wrong = GatescopeError(
        "survey writes NPZ, CSV or Parquet; name {path} .npz, .csv or .parquet.", path=str(path)
    )
    check_out(path, _WRITERS, wrong)
    if path is not None and path.suffix.lower() == ".parquet" and find_spec("pyarrow") is None:
        raise _no_parquet()


def write(rows: Rows, path: Path) -> None:
    """Write rows as the name of the file says.

    Raises:
        GatescopeError: it cannot be written.
    """
    _WRITERS[path.suffix.lower()](rows, path)


def plain(value: Any) -> Any:
    """The same without what JSON does not know: numbers that are not finite become None."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _columns(rows: Rows) -> dict[str, npt.NDArray[Any]]:
    names = list(rows[0]) if rows else []
    return {name: _column([row[name] for row in rows]) for name in names}


def _column(values: list[Any]) -> npt.NDArray[Any]:
    """Numbers, where None is NaN, or texts; no objects."""
    if all(value is None or isinstance(value, int | float) for value in values):
        if any(value is None or isinstance(value, float) for value in values):
            return np.array([np.nan if value is None else value for value in values], np.float64)
        return np.array(values, np.int64)
    return np.array(["" if value is None else str(value) for value in values], np.str_)


def _npz(rows: Rows, path: Path) -> None:
    write_arrays(_columns(rows), path)


def _csv(rows: Rows, path: Path) -> None:
    write_table(rows[0] if rows else (), (map(harmless, row.values()) for row in rows), path)


def _no_parquet() -> GatescopeError:
    return GatescopeError(
        "Parquet needs pyarrow, which is not installed. Install it with: pip install pyarrow, or "
        "write a CSV."
    )


def _parquet(rows: Rows, path: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise _no_parquet() from error
    columns = {name: column.tolist() for name, column in _columns(rows).items()}
    write_export(path, lambda at: parquet.write_table(pa.table(columns), at))


_WRITERS: Mapping[str, Callable[[Rows, Path], None]] = {
    ".npz": _npz,
    ".csv": _csv,
    ".parquet": _parquet,
}
