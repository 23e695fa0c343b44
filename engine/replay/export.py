"""A trace as a file: the contract of ``python -m engine trace``.

NPZ: ``words (T,) str``, ``ids (T,) int32`` (or ``values (T, F) float32``), ``mask (T,)
bool``, ``prediction (T,)`` or ``(T, C)``, and one array a series, ``LAYER/SERIES (T, U)``.
Where states are maps, as those of a ConvLSTM2D, ``LAYER/SERIES`` is their mean over space, and
``LAYER/SERIES/map (T, rows, columns, U)``, or ``(T, length, U)``, the maps themselves; of a layer
that attends ``LAYER/attention (heads, Tq, Tv)``, what each query takes of each value.
``mask`` is true where the step is a real one and false where it is padding.  Steps that a
network writes after what it has read, as a decoder does, are called "→ 1"; ``ids`` and
``values`` have none there.  Of several outputs each is there as ``output/NAME`` too.  What had
to be assumed of the network stands in ``notes (N,) str``, with ``partial () bool``: whether
weights of its file were left out.  What was changed by hand stands in ``edits (N,) str``, as
`engine.replay.edit_texts` has it.  Where the network read on, ``written`` is what it wrote, ids
``(N,)`` or numbers ``(N, F)``, and ``written_first ()`` the step at which it began, from 0.  No
pickles.

CSV: one row a step: ``step`` (from 1), ``word``, ``id``, ``mask`` (1 or 0),
``prediction`` (``prediction (partial)`` where weights were left out, ``(edited)`` where something
was changed by hand), then
``LAYER/SERIES/UNIT`` (from 0) for every unit of every series, and behind those of a layer
``LAYER/SERIES/ROW/COLUMN/UNIT``, or ``LAYER/SERIES/PLACE/UNIT``, for every point of its maps.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.atomic import write_atomically
from engine.errors import GatescopeError
from engine.replay.known_after import forecast_of
from engine.replay.trace import Trace


def arrays(trace: Trace) -> dict[str, npt.NDArray[Any]]:
    """Everything in a trace, by its name in the file: series ``(T, U)``, ids ``(T,)`` or
    numbers ``(T, F)``, the prediction ``(S,)`` or ``(S, C)``."""
    sequence = trace.sequence
    named: dict[str, npt.NDArray[Any]] = {
        "words": np.array(_names(trace), dtype=np.str_),
        "ids" if sequence.inputs.ndim == 1 else "values": sequence.inputs,
        "mask": _real(trace),
        "prediction": trace.prediction,
    }
    for name, layer in trace.layers.items():
        for key, values in layer.series.items():
            named[f"{name}/{key}"] = values
        for key, values in layer.maps.items():
            named[f"{name}/{key}/map"] = values
    for name, attended in trace.attention.items():
        named[f"{name}/attention"] = attended.weights
    if trace.network.notes:
        named["notes"] = np.array([str(note) for note in trace.network.notes], dtype=np.str_)
        named["partial"] = np.array(trace.network.is_partial)
    if trace.edits:
        named["edits"] = np.array([str(edit) for edit in trace.edits], dtype=np.str_)
    if trace.written is not None:
        named["written"] = trace.written.values
        named["written_first"] = np.array(trace.written.first)
        if (forecast := forecast_of(trace)) is not None:
            named["written_true"] = forecast.true
    if len(trace.outputs) > 1:
        named |= {f"output/{name}": values for name, values in trace.outputs.items()}
    return named


def _names(trace: Trace) -> tuple[str, ...]:
    """What the steps are called, those that are written included."""
    return trace.steps or trace.sequence.steps


def _real(trace: Trace) -> npt.NDArray[np.bool_]:
    """``(T,)``, false where a step is padding."""
    written = len(_names(trace)) - len(trace.sequence)
    return np.concatenate([~trace.sequence.padding, np.ones(written, bool)])


def write_npz(trace: Trace, path: Path) -> None:
    """Write the NPZ file, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """
    write_arrays(arrays(trace), path)


def write_arrays(named: dict[str, npt.NDArray[Any]], path: Path) -> None:
    """Write arrays of any shape, by name, as NPZ, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """

    def write(at: Path) -> None:
        with at.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **named)

    write_export(path, write)


def write_csv(trace: Trace, path: Path) -> None:
    """Write the CSV file, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """
    write_table(_head(trace), _rows(trace), path)


def write_table(head: Iterable[object], rows: Iterable[Iterable[object]], path: Path) -> None:
    """Write a table as CSV, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """

    def write(at: Path) -> None:
        with at.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(head)
            writer.writerows(rows)

    write_export(path, write)


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: a text that begins as one is quoted."""
    if not isinstance(cell, str) or not cell.lstrip().startswith(("=", "+", "-", "@")):
        return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("\t", "\r", "\n") else cell
    try:
        is_number = math.isfinite(float(cell))
    except ValueError:
        is_number = False
    return cell if is_number else f"'{cell}"


def _head(trace: Trace) -> list[str]:
    inputs = trace.sequence.inputs
    head = ["step", "word"]
    head += ["id"] if inputs.ndim == 1 else [f"value/{k}" for k in range(inputs.shape[1])]
    head.append("mask")
    marks = ["partial"] * trace.network.is_partial + ["edited"] * bool(trace.edits)
    name = f"prediction ({', '.join(marks)})" if marks else "prediction"
    classes = trace.prediction.ndim > 1
    head += [f"{name}/{k}" for k in range(trace.prediction.shape[1])] if classes else [name]
    for name, layer in trace.layers.items():
        for key, values in layer.series.items():
            head += [f"{name}/{key}/{unit}" for unit in range(values.shape[1])]
        for key, values in layer.maps.items():
            points = np.ndindex(values.shape[1:])
            head += ["/".join((name, key, *map(str, point))) for point in points]
    return head


def _rows(trace: Trace) -> Any:
    inputs, names, real = trace.sequence.inputs, _names(trace), _real(trace)
    blank = [""] * (1 if inputs.ndim == 1 else inputs.shape[1])
    for t in range(len(names)):
        row: list[Any] = [t + 1, names[t]]
        row += np.atleast_1d(inputs[t]).tolist() if t < len(inputs) else blank
        row.append(int(real[t]))
        row += np.atleast_1d(trace.prediction[t]).tolist()
        for layer in trace.layers.values():
            for values in layer.series.values():
                row += values[t].tolist()
            for values in layer.maps.values():
                row += values[t].ravel().tolist()
        yield row


def write_export(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file by a function that is given where, whole or not at all.

    Raises:
        GatescopeError: it cannot be written.
    """
    try:
        write_atomically(path.absolute(), write)
    except (OSError, ValueError) as error:  # "/" is no name of a file
        raise unwritable_file(path, error) from error


def unwritable_file(path: Path, error: Exception) -> GatescopeError:
    """The error where a file cannot be written."""
    return GatescopeError(
        "{path} cannot be written: {reason}. Choose another folder, or free some space.",
        path=str(path),
        reason=getattr(error, "strerror", None) or str(error),
    )
