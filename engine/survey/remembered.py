"""Readings of a corpus on disk, so that the next start need not read again what took long.

A file ``<cache>/surveys/<key>.npz`` holds the arrays of one `Survey`; the key is the SHA-256 of the
network and of what it read, so that nothing can be out of date.  Nothing is pickled.  A file that is
damaged is as none; where none can be written the reading is all the same there, and it is said.

Only what took `SLOW` seconds or more is kept.  Measured on 2,500 reviews of 100 words (2026-11-29), of
processor time: LSTM(8) 0.19 s, LSTM(32) 0.66 s, LSTM(128) 2.2 s; of 25,000 that is 1, 3 and 11 s on two
cores, while the 12 to 40 MB that are kept of them are read in a tenth of a second.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.atomic import write_atomically
from engine.errors import Note
from engine.network.network import Network
from engine.progress import Progress
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.survey import Survey, empty_survey, with_notes
from engine.text.cache import cache_dir

VERSION = 1
"""Raised whenever the arrays, or how they are computed, change."""

SLOW = 2.0
"""Seconds from which on a reading is kept."""

MAX_BYTES = 500_000_000
"""Of all that is kept together; what was used longest ago goes first."""

_MOMENTS = ("total", "squares", "min", "max", "below", "above")

Reading = Generator[Progress, None, Survey]


def remembered(network: Network, inputs: CorpusInputs, read: Callable[[], Reading]) -> Reading:
    """A reading from the disk, or that of ``read``, which is kept if it took long.

    Raises:
        Whatever ``read`` raises; nothing for the sake of the disk.
    """
    path = folder() / f"{key_of(network, inputs)}.npz"
    known, notes = _load(path, network, inputs)
    if known is not None:
        return known
    begun = time.perf_counter()
    found = yield from read()
    if time.perf_counter() - begun >= SLOW:
        notes += _keep(path, found)
    return replace(found, notes=(*found.notes, *notes))


def folder() -> Path:
    """Where they lie."""
    return cache_dir() / "surveys"


def key_of(network: Network, inputs: CorpusInputs) -> str:
    """What tells this network's reading of these sequences from every other."""
    digest = hashlib.sha256()

    def take(value: npt.NDArray[Any] | object) -> None:
        if isinstance(value, np.ndarray):
            digest.update(f"{value.dtype.str}{value.shape}".encode())
            digest.update(np.ascontiguousarray(value).data)
        else:
            digest.update(f"{value!r}\n".encode(errors="backslashreplace"))

    take(VERSION)
    for layer in network.layers:
        take((layer.name, layer.kind, layer.options))
        for name, weights in sorted(layer.weights.items()):
            take(name)
            take(weights)
    take((network.calls, network.inputs, network.outputs, network.main))
    take(inputs.inputs)
    take(inputs.padding)
    return digest.hexdigest()


@dataclass(frozen=True, eq=False)
class _Slot:
    """One array of a survey, by the object that has it."""

    name: str
    owner: Any
    key: str

    @property
    def array(self) -> npt.NDArray[Any]:
        owner = self.owner
        return np.asarray(owner[self.key] if isinstance(owner, dict) else getattr(owner, self.key))

    def fill(self, array: npt.NDArray[Any]) -> None:
        """Take an array of the same shape and type; a number where it was one."""
        own = self.array
        if array.shape != own.shape or array.dtype != own.dtype:
            raise ValueError(f"{self.name} has another shape or type")
        value = array if own.ndim else array.item()
        if isinstance(self.owner, dict):
            self.owner[self.key] = value
        else:
            setattr(self.owner, self.key, value)


def _slots(survey: Survey) -> Iterator[_Slot]:
    """Every array of a survey, layers by their places."""
    for key in ("at_steps", "ends", "looks_ahead"):
        yield _Slot(f"answers.{key}", survey.answers, key)
    for at, name in enumerate(survey.ends):
        states = survey.ends[name].states
        for key in states:
            yield _Slot(f"ends.{at}.{key}", states, key)
    for at, by_key in enumerate(survey.moments.values()):
        for key, moments in by_key.items():
            for each in ("count", *_MOMENTS):
                yield _Slot(f"moments.{at}.{key}.{each}", moments, each)


def _load(
    path: Path, network: Network, inputs: CorpusInputs
) -> tuple[Survey | None, tuple[Note, ...]]:
    """What is kept there, and what is to be said of it; None where there is none that can be used."""
    if not path.is_file():
        return None, ()
    found = empty_survey(network, inputs)
    slots = list(_slots(found))
    try:
        wanted = sum(each.array.nbytes for each in slots)
        if path.stat().st_size > 2 * wanted + 1_000_000:
            raise ValueError("it is too large")
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            for each in slots:
                each.fill(arrays[each.name])
        os.utime(path)
    except Exception as error:  # noqa: BLE001 (zip and numpy raise many kinds for a damaged file)
        reason = (str(error) or type(error).__name__).rstrip(".")
        note = Note(
            "What was kept of an earlier reading is damaged and was read again: {reason}.",
            reason=reason,
        )
        return None, (note,)
    return with_notes(found), ()


def _keep(path: Path, found: Survey) -> tuple[Note, ...]:
    """Write a reading; where that is not possible, what is to be said."""
    arrays: dict[str, Any] = {each.name: each.array for each in _slots(found)}
    size = sum(each.nbytes for each in arrays.values())
    try:
        if size > MAX_BYTES:
            raise OSError(f"{size / 1e6:,.0f} MB are more than {MAX_BYTES / 1e6:,.0f} MB")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, lambda at: np.savez(at, **arrays))
        _let_go(path.parent)
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        return (
            Note(
                "This reading is not kept for the next start, which will take as long: {reason}.",
                reason=reason,
            ),
        )
    return ()


def _let_go(place: Path) -> None:
    """Remove what was used longest ago, until what is left is within the bound."""
    files = sorted((each for each in place.glob("*.npz")), key=lambda each: each.stat().st_mtime)
    total = sum(each.stat().st_size for each in files)
    for each in files:
        if total <= MAX_BYTES:
            return
        total -= each.stat().st_size
        each.unlink(missing_ok=True)
