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
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
from numpy.lib.format import (
    header_data_from_array_1_0,
    read_array_header_1_0,
    read_array_header_2_0,
    read_magic,
    write_array_header_2_0,
)

from engine.atomic import write_atomically
from engine.errors import Note
from engine.network.network import Network
from engine.progress import Progress
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.storage import blocks, folder
from engine.survey.survey import Survey, empty_survey, with_notes

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


def key_of(network: Network, inputs: CorpusInputs) -> str:
    """What tells this network's reading of these sequences from every other."""
    digest = hashlib.sha256()

    def take(value: npt.NDArray[Any] | object) -> None:
        if isinstance(value, np.ndarray) and value.ndim:
            digest.update(f"{value.dtype.str}{value.shape}".encode())
            for some in blocks(value):
                digest.update(np.ascontiguousarray(value[some]).data)
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

    def write(self, archive: ZipFile) -> None:
        """Write it as `numpy.savez` does, a few rows at a time."""
        array = np.atleast_1d(self.array)
        with archive.open(f"{self.name}.npy", "w", force_zip64=True) as file:
            write_array_header_2_0(file, header_data_from_array_1_0(self.array))
            for some in blocks(array):
                file.write(np.ascontiguousarray(array[some]).data)

    def read(self, archive: ZipFile) -> None:
        """Fill it with what was written, which has the same shape and type.

        Raises:
            ValueError: it has not.
        """
        own = self.array
        with archive.open(f"{self.name}.npy") as file:
            version = read_magic(file)
            read = read_array_header_1_0 if version == (1, 0) else read_array_header_2_0
            if read(file) != (own.shape, False, own.dtype):
                raise ValueError(f"{self.name} has another shape or type")
            array = np.atleast_1d(own)
            for some in blocks(array):
                here = array[some]
                array[some] = np.frombuffer(file.read(here.nbytes), own.dtype).reshape(here.shape)
            if not own.ndim:
                setattr(self.owner, self.key, array[0].item())


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
        with ZipFile(path) as archive:
            for each in slots:
                each.read(archive)
        os.utime(path)
    except Exception as error:  # noqa: BLE001 (zip and numpy raise many kinds for a damaged file)
        note = Note(
            "What was kept of an earlier reading is damaged and was read again: {reason}.",
            reason=(str(error) or type(error).__name__).rstrip("."),
        )
        return None, (note,)
    return with_notes(found), ()


def _keep(path: Path, survey: Survey) -> tuple[Note, ...]:
    """Write a reading; where that is not possible, what is to be said."""
    size = sum(each.array.nbytes for each in _slots(survey))
    try:
        if size > MAX_BYTES:
            raise OSError(f"{size / 1e6:,.0f} MB are more than {MAX_BYTES / 1e6:,.0f} MB")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, lambda at: _write(survey, at))
        _let_go(path.parent)
    except OSError as error:
        return (
            Note(
                "This reading is not kept for the next start, which will take as long: {reason}.",
                reason=(error.strerror or str(error)).rstrip("."),
            ),
        )
    return ()


def _write(survey: Survey, path: Path) -> None:
    with ZipFile(path, "w") as archive:
        for each in _slots(survey):
            each.write(archive)


def _let_go(place: Path) -> None:
    """Remove what was used longest ago, until what is left is within the bound."""
    files = sorted((each for each in place.glob("*.npz")), key=lambda each: each.stat().st_mtime)
    total = sum(each.stat().st_size for each in files)
    for each in files:
        if total <= MAX_BYTES:
            return
        total -= each.stat().st_size
        each.unlink(missing_ok=True)
