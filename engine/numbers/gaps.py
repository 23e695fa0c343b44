"""What becomes of missing values, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from engine.errors import Note

Floats = npt.NDArray[np.float64]

GAPS = ("refuse", "drop", "fill", "zero", "linear", "mean")
"""Refuse the table; leave rows out; or read in place of a missing value the one before it, 0, what
stands on the line between its neighbours, or the mean of its column."""


def filled(column: Floats, how: str, block: int = 0) -> Floats:
    """A column with its gaps filled, ``(N,)``; NaN where there is nothing to fill one with.

    Args:
        column: ``(N,)``, NaN where a value is missing.
        how: one of `GAPS`; "refuse" and "drop" fill nothing.
        block: the rows of a sequence, beyond which no value is looked for; 0 for one series.
    """
    missing = np.isnan(column)
    if how == "zero":
        return np.where(missing, 0.0, column)
    if how == "mean" and not missing.all():
        return np.where(missing, column[~missing].mean(), column)
    if how in _WAYS and missing.any():
        return np.concatenate([_WAYS[how](one) for one in column.reshape(-1, block or len(column))])
    return column


def _before(column: Floats) -> Floats:
    at = np.where(np.isnan(column), -1, np.arange(len(column)))
    last = np.maximum.accumulate(at)
    return np.where(last < 0, np.nan, column[last])


def _between(column: Floats) -> Floats:
    present = np.flatnonzero(~np.isnan(column))
    if not len(present):
        return column
    return np.interp(np.arange(len(column)), present, column[present], left=np.nan, right=np.nan)


_WAYS: dict[str, Callable[[Floats], Floats]] = {
    "fill": _before,
    "linear": _between,
}
"""Those for which a gap's neighbours matter."""


def gap_notes(
    name: str,
    rows: npt.NDArray[np.int64],
    holes: npt.NDArray[np.bool_],
    keep: npt.NDArray[np.bool_],
    how: str,
) -> tuple[Note, ...]:
    """What was done about the gaps of a table.

    Args:
        name: the table's title.
        rows: the numbers of its rows in the file, ``(N,)``.
        holes: in which of them a value is missing, ``(N,)``.
        keep: which of them are read, ``(N,)``.
        how: one of `GAPS`.
    """
    notes = []
    done = holes & keep
    if done.any():
        values = {
            "name": name,
            "count": f"{int(done.sum()):,}",
            "row": int(rows[int(done.argmax())]),
        }
        notes.append(_filled_note(how, values))
    left = np.flatnonzero(~keep)
    if len(left):
        values = {"name": name, "count": f"{len(left):,}", "row": int(rows[left[0]])}
        notes.append(_left_note(how, values))
    return tuple(notes)


def _filled_note(how: str, values: dict[str, object]) -> Note:
    if how == "zero":
        return Note(
            "{count} rows of {name} lack a value, and 0 is read in its place; the first is row "
            "{row}.",
            **values,
        )
    if how == "linear":
        return Note(
            "{count} rows of {name} lack a value, and what lies on the line between its neighbours "
            "is read in its place; the first is row {row}.",
            **values,
        )
    if how == "mean":
        return Note(
            "{count} rows of {name} lack a value, and the mean of its column is read in its place; "
            "the first is row {row}.",
            **values,
        )
    return Note(
        "{count} rows of {name} lack a value, and the one before it is read in its place; the "
        "first is row {row}.",
        **values,
    )


def _left_note(how: str, values: dict[str, object]) -> Note:
    if how == "fill":
        return Note(
            "{count} rows of {name} are left out, as no value comes before their gap; the first is "
            "row {row}.",
            **values,
        )
    if how == "linear":
        return Note(
            "{count} rows of {name} are left out, as their gap has a value on one side only; the "
            "first is row {row}.",
            **values,
        )
    return Note(
        "{count} rows of {name} are left out, as they lack a value; the first is row {row}, and "
        "what stands around each is read as if nothing lay between.",
        **values,
    )
