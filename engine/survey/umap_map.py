"""UMAP, where umap-learn is installed, in a process of its own.

It is optional.  Its compiled code lets nobody else in the same process run, and cannot be asked to
stop: a window would stand still for half a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_all_start_methods, get_context, set_start_method
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, ReplayError
from engine.progress import Progress, ShouldStop, check
from engine.survey.storage import NUMBERS

Floats = npt.NDArray[np.float64]

MODULE = "umap"

MIN_STATES = 4
"""States that UMAP lays out, at least."""

NEAREST = 5
"""States among which another is placed."""

POLL = 0.1
"""Seconds between two questions whether to stop."""


@dataclass(frozen=True, eq=False)
class Neighbours:
    """A map that is known at some states, and between them by the nearest.

    Attributes:
        states: ``(M, U)``, those that were laid out.
        points: ``(M, 2)``, where they are.
    """

    states: Floats
    points: Floats

    def project(self, states: npt.ArrayLike) -> Floats:
        """States ``(..., U)`` as points ``(..., 2)``: the mean of the points of the `NEAREST`
        states, the nearer the heavier; a state that was laid out stands at its own point.  NaN
        where a state is not finite."""
        wanted = np.asarray(states, np.float64)
        if wanted is self.states or np.array_equal(wanted, self.states):
            return self.points
        flat = wanted.reshape(-1, wanted.shape[-1])
        result = np.full((len(flat), 2), np.nan)
        known = np.isfinite(flat).all(axis=1)
        near = np.zeros((int(known.sum()), min(NEAREST, len(self.states))), np.intp)
        at_once = max(1, NUMBERS // len(self.states))
        for first in range(0, len(near), at_once):
            some = slice(first, first + at_once)
            near[some] = self._nearest(flat[known][some], near.shape[1])
        far = np.linalg.norm(flat[known][:, None] - self.states[near], axis=2)
        weights = 1.0 / np.maximum(far, 1e-9)
        weights /= weights.sum(axis=1, keepdims=True)
        result[known] = np.einsum("nk,nkd->nd", weights, self.points[near])
        return result.reshape(*wanted.shape[:-1], 2)

    @cached_property
    def _squares(self) -> Floats:
        result: Floats = np.square(self.states).sum(axis=1)
        return result

    def _nearest(self, states: Floats, count: int) -> npt.NDArray[np.intp]:
        """The places of the nearest to each of some states ``(B, U)``, ``(B, count)``.  Not by a tree
        of SciPy, which would have to be imported: that holds a window for seconds."""
        far = self._squares - 2 * states @ self.states.T
        near = np.zeros((len(states), count), np.intp)
        for nth in range(count):  # five times the least is found sooner than the least five
            near[:, nth] = far.argmin(axis=1)
            far[np.arange(len(far)), near[:, nth]] = np.inf
        return near


def has_umap() -> bool:
    """Whether umap-learn is installed; it is not imported."""
    return find_spec(MODULE) is not None


def umap_of(
    states: Floats, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Neighbours]:
    """States ``(M, U)`` as UMAP lays them out, by the seed 0: the same every time.

    Raises:
        GatescopeError: umap-learn is not installed.
        ReplayError: there are fewer than `MIN_STATES` states, or UMAP failed.
        Cancelled: ``should_stop`` became true.
    """
    if not has_umap():
        raise GatescopeError(
            "UMAP needs umap-learn, which is not installed. Install it with: pip install "
            "umap-learn, or choose the principal components."
        )
    if len(states) < MIN_STATES:
        raise ReplayError("UMAP needs at least {count} sequences.", count=MIN_STATES)
    context = get_context("spawn")  # not forked: a window's threads would leave locks behind
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_lay_out, args=(states, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        answer: Any = (0, 0)
        while isinstance(answer, tuple):
            done, total = answer
            yield Progress(done, total, "Laying the states out with UMAP")
            while not ours.poll(POLL):
                check(should_stop)
            check(should_stop)
            answer = _answer(ours)
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, str) or answer.shape != (len(states), 2):
        reason = answer if isinstance(answer, str) else f"{answer.shape}"
        raise ReplayError("UMAP could not lay the states out: {reason}.", reason=reason)
    return Neighbours(states, answer.astype(np.float64))


def _answer(connection: Connection) -> Floats | str | tuple[int, int]:
    """The points, or why there are none; or how many epochs of how many are done."""
    try:
        answer: Floats | str | tuple[int, int] = connection.recv()
    except EOFError:
        return "its process ended without an answer"
    return answer


@dataclass(frozen=True)
class _Bar:
    """A file into which a progress bar writes ``done total``, to be passed on."""

    connection: Connection

    def write(self, text: str) -> None:
        """Pass on what is written."""
        counts = text.split()
        if len(counts) == 2 and all(each.isdecimal() for each in counts):
            self.connection.send((int(counts[0]), int(counts[1])))

    def flush(self) -> None:
        """Nothing waits here."""


def _lay_out(states: Floats, connection: Connection) -> None:
    """What the process runs."""
    sys.modules["tensorflow"] = None  # type: ignore[assignment]  # loaded for what is not used
    if "fork" in get_all_start_methods():
        # Nothing is forked: with "spawn" the lock of a progress bar has a name in the system, which
        # a process that is killed leaves behind.
        set_start_method("fork", force=True)
    try:
        umap = import_module(MODULE)
        neighbours = min(15, len(states) - 1)
        bar = {"file": _Bar(connection), "bar_format": "{n} {total}", "disable": False}
        mapper = umap.UMAP(n_neighbors=neighbours, random_state=0, n_jobs=1, tqdm_kwds=bar)
        connection.send(np.asarray(mapper.fit_transform(states.astype(np.float32))))
    except Exception as error:  # noqa: BLE001 (whatever goes wrong in there is said here)
        connection.send((str(error) or type(error).__name__).rstrip("."))
