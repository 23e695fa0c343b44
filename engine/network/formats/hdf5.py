"""The HDF5 format of Keras 2 (and Keras 3's ``.h5``).

Attribute ``model_config``; the weights in ``model_weights/LAYER``, in the order of that
group's attribute ``weight_names``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy.typing as npt

from engine.errors import ModelError
from engine.network.formats.configuration import network_of
from engine.network.formats.keras3 import MOST_CONFIG, _array
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
            groups = file.get("model_weights")

            def fetch(name: str, kind: str, count: int) -> list[npt.NDArray[Any]]:
                group = groups.get(name) if groups is not None else None
                if not isinstance(group, h5py.Group):
                    return []
                names = group.attrs.get("weight_names", [])
                texts = [_text(each) for each in list(names)[: count + 1]]
                return [_array(group[each]) for each in texts]

            return network_of(config, fetch, version, path, digest)
    except (OSError, KeyError, RuntimeError, ValueError, TypeError) as error:
        raise ModelError(
            "{name} is damaged or cut off: {reason}. Copy or save it again.",
            name=path.name,
            reason=str(error)[:120] or type(error).__name__,
        ) from error


def _text(name: Any) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
