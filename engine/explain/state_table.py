"""State spaces as a file.

CSV: one row a point of each network's plane, ``x`` and ``y``: ``what`` is ``path`` (the reading,
``step`` from 1 and its ``name``), ``end`` (of a sequence of the sample, with ``label``, empty where
there is none, and ``answer``), ``step`` (of one of them, with its ``answer``) or ``fixed`` (a fixed
point, whose input is the ``name``; padding has none).

NPZ: by network ``NETWORK/mean (U,)``, ``/axes (2, U)``, ``/shares (2,)``; ``/path (T, 2)``, ``/ends
(N, 2)``, ``/labels (N,)``, -1 for none, ``/answers (N,)``, ``/steps (M, 2)``, ``/step_answers (M,)``,
``/readout (2,)``, ``/fixed (K, 2)`` and ``/fixed_names (K,) str``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.explain.state_space import StateSpace
from engine.replay.export import harmless, write_arrays, write_table

HEAD = ("network", "state", "what", "step", "name", "x", "y", "label", "answer")

Row = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Drawn:
    """One network's state space, and the reading in it.

    Attributes:
        network: what it is called.
        space: the plane and what stands in it.
        path: ``(T, 2)``, the states of the reading.
        steps: what was read, ``T`` words or names of rows.
    """

    network: str
    space: StateSpace
    path: npt.NDArray[np.float64]
    steps: Sequence[str]


def write_states(drawn: Sequence[Drawn], path: Path) -> None:
    """Write state spaces, whole or not at all; the suffix says the format, see above.

    Raises:
        GatescopeError: the file cannot be written.
    """
    if path.suffix.lower() == ".npz":
        write_arrays({k: v for each in drawn for k, v in _arrays(each).items()}, path)
    else:
        write_table(HEAD, (row for each in drawn for row in _rows(each)), path)


def _arrays(drawn: Drawn) -> dict[str, npt.NDArray[Any]]:
    space = drawn.space
    named: dict[str, npt.NDArray[Any]] = {
        "mean": space.plane.mean,
        "axes": space.plane.axes,
        "shares": space.plane.shares,
        "path": drawn.path,
        "ends": space.ends,
        "labels": space.labels,
        "answers": space.answers,
        "steps": space.steps,
        "step_answers": space.step_answers,
        "fixed": np.array([each.point for each in space.fixed]).reshape(-1, 2),
        "fixed_names": np.array([each.name for each in space.fixed], np.str_),
    }
    if space.readout is not None:
        named["readout"] = space.readout
    return {f"{drawn.network}/{name}": rows for name, rows in named.items()}


def _rows(drawn: Drawn) -> Iterator[Row]:
    space = drawn.space
    of = drawn.network, space.key
    for step, (name, (x, y)) in enumerate(zip(drawn.steps, drawn.path.tolist(), strict=False), 1):
        yield *of, "path", step, harmless(name), x, y, "", ""
    ends = zip(space.ends.tolist(), space.labels.tolist(), space.answers.tolist(), strict=True)
    for (x, y), label, answer in ends:
        yield *of, "end", "", "", x, y, "" if label < 0 else label, answer
    for (x, y), answer in zip(space.steps.tolist(), space.step_answers.tolist(), strict=True):
        yield *of, "step", "", "", x, y, "", answer
    for each in space.fixed:
        yield *of, "fixed", "", harmless(each.name), *each.point, "", ""
