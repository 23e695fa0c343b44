"""The ``.keras`` format: a zip of ``metadata.json``, ``config.json`` and ``model.weights.h5``.

Source: ``keras/src/saving/saving_lib.py`` of Keras 3.15.  Weights lie under the layers'
class names, counted (``layers/lstm/cell/vars/0``, ``layers/lstm_1/...``).
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.formats.chain import chain
from engine.network.formats.configuration import MOST_LAYERS, network_of
from engine.network.formats.stored import DAMAGE, damaged, item, weight
from engine.network.network import Network

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
MOST_CONFIG = 64 * 2**20
MOST_WEIGHTS = 2**31


def match(path: Path) -> bool:
    """Whether the file is a zip."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def open_file(path: Path, digest: str) -> Network:
    """Read a ``.keras`` file.

    Raises:
        ModelError: it is damaged, or holds what is not supported.
    """
    import h5py

    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            missing = {CONFIG, WEIGHTS} - names
            if missing:
                raise ModelError(
                    "This zip file is not a Keras model: it has no {missing}. Save the model "
                    "with model.save('name.keras').",
                    missing=", ".join(sorted(missing)),
                )
            config = _json(archive, CONFIG)
            metadata = _json(archive, METADATA) if METADATA in names else {}
            raw = _bounded(archive, WEIGHTS, MOST_WEIGHTS)
        with h5py.File(io.BytesIO(raw), "r") as file:
            store = _Store(file, config)
            return network_of(
                config, store.fetch, str(metadata.get("keras_version") or ""), path, digest
            )
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def _bounded(archive: zipfile.ZipFile, member: str, most: int) -> bytes:
    size = archive.getinfo(member).file_size
    if size > most:
        raise ModelError(
            "The {member} in this file would unpack to {size} bytes, more than Gatescope opens.",
            member=member,
            size=f"{size:,}",
        )
    with archive.open(member) as file:
        return file.read(size + 1)


def _json(archive: zipfile.ZipFile, member: str) -> Mapping[str, Any]:
    found = json.loads(_bounded(archive, member, MOST_CONFIG))
    if not isinstance(found, dict):
        raise ModelError(
            "The model's configuration is damaged: {member} is no object.", member=member
        )
    return found


class _Store:
    """The weights, by the names under which Keras files them."""

    def __init__(self, file: Any, config: Mapping[str, Any]) -> None:
        self._file = file
        self._groups: dict[str, str] = {}
        counted: Counter[str] = Counter()
        inner = config.get("config")
        entries = inner.get("layers", []) if isinstance(inner, Mapping) else []
        if config.get("class_name") not in ("Sequential", "Functional", "Model"):
            chain(config, MOST_LAYERS)  # raises with the reason
        for entry in entries if isinstance(entries, list) else []:
            if not isinstance(entry, Mapping):
                continue
            kind = _snake(str(entry.get("class_name")))
            options = entry.get("config")
            name = str(options.get("name")) if isinstance(options, Mapping) else ""
            self._groups[name] = f"{kind}_{counted[kind]}" if counted[kind] else kind
            counted[kind] += 1

    def fetch(self, name: str, kind: str, count: int) -> list[Any]:
        """A layer's weights, in the order in which the layer made them, not read yet."""
        import h5py

        inner = "layer/vars" if kind == "TimeDistributed" else "vars"
        for top in ("layers", "_layer_checkpoint_dependencies"):
            for group in (self._groups.get(name, ""), name):
                for place in ("cell/vars", inner):
                    found = item(self._file, f"{top}/{group}/{place}") if group else None
                    if isinstance(found, h5py.Group) and len(found):
                        wanted = min(len(found), count + 1)
                        return [weight(found, str(k)) for k in range(wanted)]
        return []


def _snake(name: str) -> str:
    """``keras.src.utils.naming.to_snake_case``."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()
