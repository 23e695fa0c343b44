"""The HDF5 format of Keras 2 (and Keras 3's ``.h5``).

Attribute ``model_config``; the weights in ``model_weights/LAYER``, in the order of that
group's attribute ``weight_names``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.formats.configuration import network_of
from engine.network.formats.keras3 import MOST_CONFIG
from engine.network.formats.stored import DAMAGE, damaged, item, weight
from engine.network.network import Network

SIGNATURE = b"\x89HDF\r\n\x1a\n"


def match(path: Path) -> bool:
    """Whether the file is HDF5."""
    with path.open("rb") as file:
        return file.read(8) == SIGNATURE


def open_file(path: Path, digest: str) -> Network:
    """Read an ``.h5`` file.

    Raises:
        ModelError: it is damaged, or holds what is not supported.
    """
    import h5py

    try:
        with h5py.File(path, "r") as file:
            text = file.attrs.get("model_config")
            if text is None:
                raise ModelError(
                    "{name} holds weights without a model: it was written by save_weights. "
                    "Save the whole model with model.save('name.keras').",
                    name=path.name,
                )
            raw = text if isinstance(text, (str, bytes)) else str(text)
            if len(raw) > MOST_CONFIG:
                raise ModelError("The model's configuration is larger than Gatescope reads.")
            config = json.loads(raw)
            if not isinstance(config, Mapping):
                raise ModelError("The model's configuration is damaged: it is no object.")
            version = file.attrs.get("keras_version", "")
            version = version.decode() if isinstance(version, bytes) else str(version)
            groups = item(file, "model_weights")

            def fetch(name: str, kind: str, count: int) -> list[Any]:
                group = item(groups, name)
                if not isinstance(group, h5py.Group):
                    return []
                names = [_text(each) for each in list(_names(group))[: count + 1]]
                return [weight(group, each) for each in names]

            return network_of(config, fetch, version, path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def _names(group: Any) -> list[Any]:
    """The attribute ``weight_names``, which Keras cuts in pieces where it is long."""
    whole = group.attrs.get("weight_names")
    if whole is not None:
        return list(whole)
    found: list[Any] = []
    while (piece := group.attrs.get(f"weight_names{len(found)}")) is not None:
        found.append(piece)
    return [name for piece in found for name in piece]


def _text(name: Any) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
