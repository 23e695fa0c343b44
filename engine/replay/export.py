"""A trace as a file: the contract of ``python -m engine trace``.

NPZ: ``words (T,) str``, ``ids (T,) int32`` (or ``values (T, F) float32``), ``mask (T,)
bool``, ``prediction (T,)`` or ``(T, C)``, and one array a series, ``LAYER/SERIES (T, U)``.
``mask`` is true where the step is a real one and false where it is padding.  No pickles.

CSV: one row a step: ``step`` (from 1), ``word``, ``id``, ``mask`` (1 or 0),
``prediction``, then ``LAYER/SERIES/UNIT`` (from 0) for every unit of every series.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError
from engine.replay.trace import Trace


def arrays(trace: Trace) -> dict[str, npt.NDArray[Any]]:
    """Everything in a trace, by its name in the file."""
    sequence = trace.sequence
    inputs = "ids" if sequence.inputs.ndim == 1 else "values"
    found: dict[str, npt.NDArray[Any]] = {
        "words": np.array(sequence.steps, dtype=np.str_),
        inputs: sequence.inputs,
        "mask": ~sequence.padding,
        "prediction": trace.prediction,
    }
    for name, layer in trace.layers.items():
        for key, values in layer.series.items():
            found[f"{name}/{key}"] = values
    return found


def write_npz(trace: Trace, path: Path) -> None:
    """Write the NPZ file, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """

    def write(file: IO[bytes]) -> None:
        np.savez_compressed(file, allow_pickle=False, **arrays(trace))

    _write(path, write)


def write_csv(trace: Trace, path: Path) -> None:
    """Write the CSV file, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """

    def write(file: IO[bytes]) -> None:
        import io

        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(_head(trace))
        writer.writerows(_rows(trace))
        text.detach()  # the caller closes the file

    _write(path, write)


def _head(trace: Trace) -> list[str]:
    inputs = trace.sequence.inputs
    head = ["step", "word"]
    head += ["id"] if inputs.ndim == 1 else [f"value/{k}" for k in range(inputs.shape[1])]
    head.append("mask")
    classes = trace.prediction.ndim > 1
    head += (
        [f"prediction/{k}" for k in range(trace.prediction.shape[1])] if classes else ["prediction"]
    )
    for name, layer in trace.layers.items():
        for key, values in layer.series.items():
            head += [f"{name}/{key}/{unit}" for unit in range(values.shape[1])]
    return head


def _rows(trace: Trace) -> Any:
    sequence = trace.sequence
    for t in range(len(sequence)):
        row: list[Any] = [t + 1, sequence.steps[t]]
        row += np.atleast_1d(sequence.inputs[t]).tolist()
        row.append(int(not sequence.padding[t]))
        row += np.atleast_1d(trace.prediction[t]).tolist()
        for layer in trace.layers.values():
            for values in layer.series.values():
                row += values[t].tolist()
        yield row


def _write(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb", closefd=True) as file:
            write(file)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)  # mkstemp's own is for the user alone
        os.replace(name, path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise GatescopeError(
            "{path} cannot be written: {reason}. Choose another folder, or free some space.",
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
