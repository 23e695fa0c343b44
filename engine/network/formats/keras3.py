"""The ``.keras`` format: a zip of ``metadata.json``, ``config.json`` and ``model.weights.h5``.

Source: ``keras/src/saving/saving_lib.py`` of Keras 3.15.  Weights lie under the layers'
class names, counted (``layers/lstm/cell/vars/0``, ``layers/lstm_1/...``).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.formats import hdf5
from engine.network.formats.archive import SIGNATURE, Archive, names_in, rehearse_zip
from engine.network.formats.configuration import network_of
from engine.network.formats.entries import Place
from engine.network.formats.stored import (
    DAMAGE,
    MAX_CONFIG,
    count_numbers,
    damaged,
    h5py_group,
    item,
    weight,
)
from engine.network.network import Network
from engine.network.sniff import not_a_model_zip
from engine.network.together import CONFIG, METADATA, WEIGHTS

MAX_WEIGHTS = 2**31


def match(path: Path) -> bool:
    """Whether the file is a zip with a member of Keras's, or one whose members cannot be told."""
    with path.open("rb") as file:
        is_zip = file.read(4) == SIGNATURE
    names = names_in(path)
    return is_zip and (not names or not {CONFIG, WEIGHTS, METADATA}.isdisjoint(names))


def open_file(path: Path, digest: str) -> Network:
    """Read a ``.keras`` file.

    Raises:
        ModelError: it is damaged, or holds what is not supported.
    """
    import h5py

    try:
        with zipfile.ZipFile(path) as archive:
            members = Archive(path, archive)
            if missing := {CONFIG, WEIGHTS} - set(members.names):
                raise not_a_model_zip(path, members.names, ", ".join(sorted(missing)))
            config = _json(members, CONFIG)
            metadata = _json(members, METADATA) if METADATA in members.names else {}
            raw = members.read(WEIGHTS, MAX_WEIGHTS)
        with h5py.File(io.BytesIO(raw), "r") as file:
            version = str(metadata.get("keras_version") or "")
            return network_of(config, KerasStore(file), version, path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    rehearse_zip()
    hdf5.rehearse()


def _json(archive: Archive, member: str) -> Mapping[str, Any]:
    result = json.loads(archive.read(member, MAX_CONFIG))
    if not isinstance(result, dict):
        raise ModelError(
            "The model's configuration is damaged: {member} is no object.", member=member
        )
    return result


class KerasStore:
    """The weights of a ``.keras`` file, by the names under which Keras files them."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._shared: dict[str, list[tuple[Place, ...]]] = {}

    def share(self, name: str, places: tuple[Place, ...]) -> None:
        """See `engine.network.formats.store.Store`."""
        self._shared.setdefault(name, []).append(places)

    def weights(self, places: tuple[Place, ...], wanted: Sequence[str]) -> list[Any]:
        """See `engine.network.formats.store.Store`."""
        result = self._weights(places, wanted)
        if not result and wanted:
            for other in self._shared.get(places[-1].name, ()):
                result = result or self._weights(other, wanted)
        return result

    def _weights(self, places: tuple[Place, ...], wanted: Sequence[str]) -> list[Any]:
        if (group := self._group(places)) is None:
            return []
        for where in ("cell/vars", "vars"):
            result = item(group, where)
            if isinstance(result, h5py_group()) and len(result):
                return [weight(result, str(k)) for k in range(min(len(result), len(wanted) + 1))]
        return []

    def first(self, places: tuple[Place, ...]) -> Any:
        """See `engine.network.formats.store.Store`."""
        return next(iter(self._weights(places, ("0",))), None)

    def numbers(self, places: tuple[Place, ...]) -> int:
        """See `engine.network.formats.store.Store`."""
        group = self._group(places)
        return 0 if group is None else count_numbers(group)

    def _group(self, places: tuple[Place, ...]) -> Any:
        at = self._file
        for place in places:
            tops = ("layers", "_layer_checkpoint_dependencies")
            filed = [f"{top}/{name}" for top in tops for name in (place.group, place.name) if name]
            # Keras 2 files the parts of a MultiHeadAttention under private names.
            names = [place.role, f"_{place.role}"] if place.role else filed
            at = next((found for name in names if (found := item(at, name)) is not None), None)
            if at is None:
                return None
        return at
