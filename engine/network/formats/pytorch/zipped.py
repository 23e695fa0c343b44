"""State dicts as ``torch.save`` writes them since PyTorch 1.6: a zip of a pickle and numbers.

``ROOT/data.pkl`` describes the tensors (`records`), ``ROOT/data/KEY`` holds the numbers of a
storage.  Whole models, which are pickled classes, and TorchScript are refused by name.
"""

from __future__ import annotations

import pickletools
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError, Note
from engine.network.formats.archive import Archive, names_in, rehearse_zip
from engine.network.formats.pytorch.chain import chained
from engine.network.formats.pytorch.modules import recurrent_modules
from engine.network.formats.pytorch.records import STORAGES, RecordUnpickler, TensorRecord
from engine.network.formats.pytorch.state import MAX_TENSORS, StateDict, nonlinearity_in
from engine.network.formats.stored import DAMAGE, damaged
from engine.network.kinds.checks import check_weight_size
from engine.network.network import Network
from engine.safely.pickles import DAMAGE as PICKLE_DAMAGE

PICKLE, SCRIPT = "data.pkl", "constants.pkl"
MAX_PICKLE = 64 * 2**20
MAX_STORAGE = 2**31
_DEPTH = 8
"""Dicts inside dicts that are looked through."""


def match(path: Path) -> bool:
    """Whether the file is a zip with PyTorch's pickle in it."""
    return _root(names_in(path)) is not None


def _root(names: Sequence[str]) -> str | None:
    """The folder in which the pickle lies, "" for none; None if there is no such pickle."""
    inside = (name for name in names if f"/{name}".endswith(f"/{PICKLE}"))
    found = min(inside, key=len, default=None)
    return None if found is None else found.removesuffix(PICKLE)


def open_file(path: Path, digest: str) -> Network:
    """Read a file of ``torch.save``.

    Raises:
        ModelError: it is damaged, holds more than tensors, or no recurrent weights.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return chained(opened(path, archive), path, digest)
    except (*DAMAGE, *PICKLE_DAMAGE) as error:
        raise damaged(path.name, error) from error


def opened(path: Path, archive: zipfile.ZipFile) -> StateDict:
    """The tensors of an open file of ``torch.save``.

    Raises:
        ModelError: it holds more than tensors, or none.
        Exception: one of `DAMAGE`.
    """
    members = Archive(path, archive)
    if (root := _root(members.names)) is None:
        raise ValueError("it has no data.pkl")
    if f"{root}{SCRIPT}" in members.names:
        raise ModelError(
            "{name} is a TorchScript model, a program that Gatescope does not run. Load it "
            "with torch.jit.load and save its weights with "
            "torch.save(model.state_dict(), 'name.pt').",
            name=path.name,
        )
    content = RecordUnpickler(members.read(f"{root}{PICKLE}", MAX_PICKLE), path.name).load()
    return _ZipTensors(members, root, content, path.name)


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    rehearse_zip()
    list(pickletools.genops(b"."))


class _ZipTensors:
    """The tensors of an open zip (`engine.network.formats.pytorch.state.StateDict`)."""

    def __init__(self, members: Archive, root: str, content: object, name: str) -> None:
        self._members, self._root = members, root
        dicts = _state_dicts(content)
        with_steps = [key for key, found in dicts.items() if recurrent_modules(_shapes(found))]
        if (chosen := next(iter(with_steps), next(iter(dicts), None))) is None:
            raise ModelError(
                "{name} has no tensors with names. Save the state dict of a model with an RNN, "
                "LSTM or GRU: torch.save(model.state_dict(), 'name.pt').",
                name=name,
            )
        self._records = dicts[chosen]
        if len(self._records) > MAX_TENSORS:
            raise ModelError("The file has more than 20,000 tensors, more than Gatescope opens.")
        for tensor, record in self._records.items():
            check_weight_size(tensor, int(np.prod(record.shape, dtype=object)))
        self.nonlinearity = nonlinearity_in(content)
        others = with_steps[1:]
        self.left_out = tuple(others)
        self.notes: tuple[Note, ...] = ()
        if others:
            note = Note(
                "The file has several state dicts: {chosen} is read, and {others} left out.",
                chosen=chosen[:80] or "-",
                others=", ".join(one[:80] for one in others[:6]),
            )
            self.notes = (note,)
        order = f"{root}byteorder"
        big = order in members.names and members.read(order, 16).strip() == b"big"
        self._order = ">" if big else "<"

    @property
    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """See `StateDict`."""
        return _shapes(self._records)

    def read(self, name: str) -> npt.NDArray[Any]:
        """See `StateDict`."""
        record = self._records[name]
        kind, size = STORAGES[record.storage.kind]
        raw = self._members.read(f"{self._root}data/{record.storage.key}", MAX_STORAGE)
        if len(raw) < record.storage.count * size:
            raise ValueError(f"the tensor {name[:80]} is cut off")
        numbers = np.frombuffer(raw, f"{self._order}{'u2' if kind == 'bf16' else kind}")
        if kind == "bf16":  # the upper half of a float32
            numbers = (numbers.astype(np.uint32) << 16).view(np.float32)
        shown = np.lib.stride_tricks.as_strided(
            numbers[record.start :],
            record.shape,
            [by * numbers.itemsize for by in record.strides],
            writeable=False,
        )
        return np.array(shown, np.float64 if kind == "f8" else np.float32)


def _shapes(records: Mapping[str, TensorRecord]) -> dict[str, tuple[int, ...]]:
    return {name: record.shape for name, record in records.items() if record.is_real}


def _state_dicts(content: object, place: str = "", depth: int = _DEPTH) -> dict[str, Any]:
    """The dicts of tensors in what was saved, by their place in it (``model``, ``nets.encoder``)."""
    if not isinstance(content, dict) or not depth:
        return {}
    own = {
        name: value
        for name, value in content.items()
        if type(name) is str and type(value) is TensorRecord
    }
    found = {place: own} if own else {}
    for name, value in content.items():
        inside = f"{place}.{name}" if place else str(name)
        found |= _state_dicts(value, inside[:200], depth - 1)
    return found
