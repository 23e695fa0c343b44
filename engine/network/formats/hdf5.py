"""The HDF5 format of Keras 1 and 2 (and Keras 3's ``.h5``).

Attribute ``model_config``; the weights in ``model_weights/LAYER``, in the order of that
group's attribute ``weight_names``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.formats.configuration import network_of
from engine.network.formats.entries import Place
from engine.network.formats.stored import (
    DAMAGE,
    MAX_CONFIG,
    attribute,
    count_numbers,
    damaged,
    h5py_group,
    item,
    weight,
)
from engine.network.network import Network

SIGNATURE = b"\x89HDF\r\n\x1a\n"
MAX_VERSION = 1000

ENDS = {"_running_mean": "moving_mean", "_running_std": "moving_variance"}
"""What Keras 1 called the weights that training does not change."""


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
            if (text := attribute(file, "model_config", MAX_CONFIG)) is None:
                raise ModelError(
                    "{name} holds weights without a model: it was written by save_weights. Put the "
                    "architecture (model.to_json(), or config.json) beside it under the same name, "
                    "or save the whole model with model.save('name.keras').",
                    name=path.name,
                )
            raw = text if isinstance(text, (str, bytes)) else str(text)
            if len(raw) > MAX_CONFIG:
                raise ModelError("The model's configuration is larger than Gatescope reads.")
            config = json.loads(raw)
            if not isinstance(config, Mapping):
                raise ModelError("The model's configuration is damaged: it is no object.")
            version = attribute(file, "keras_version", MAX_VERSION) or ""
            version = version.decode() if isinstance(version, bytes) else str(version)
            store = HDF5Store(item(file, "model_weights"))
            # A file that does not say who wrote it is older than Keras 1.2.
            return network_of(config, store, version or "1", path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    import h5py
    import numpy as np

    stored = io.BytesIO()
    with h5py.File(stored, "w") as file:
        file.attrs["text"] = "{}"
        file.attrs["names"] = np.array([b"a"])
        file.create_dataset("a/b", data=np.ones((2, 2), np.float32), compression="gzip")
        file["a/h"] = np.ones(2, np.float16)
    with h5py.File(stored, "r") as file:
        [file.attrs[name] for name in file.attrs]
        [file["a"].get(name, getlink=True) for name in file["a"]]
        np.isfinite(np.array(file["a/b"][()], np.float64)).sum()
        np.isfinite(file["a/h"][()].astype(np.float32)).sum()


class HDF5Store:
    """The weights of an HDF5 file: one list for each layer of the outermost model."""

    def __init__(self, groups: Any) -> None:
        self._groups = groups
        self._left: dict[str, list[str]] = {}

    def share(self, name: str, places: tuple[Place, ...]) -> None:
        """Every layer has its list, shared or not."""

    def weights(self, places: tuple[Place, ...], wanted: Sequence[str]) -> list[Any]:
        """See `engine.network.formats.store.Store`.

        A layer inside another has no list of its own: what is inside stands one after the
        other in the outer layer's, the trained weights first.  It takes those that bear its
        name, and its direction if it is one way of a Bidirectional.  Of a wrapper that stands
        alone the order tells; elsewhere weights that cannot be told apart are refused.

        Raises:
            ModelError: see `Store`; or its weights cannot be told from those of others.
        """
        if (group := self._group(places)) is None:
            return []
        if len(places) == 1:
            return [weight(group, name) for name in _names(group)[: len(wanted) + 1]]
        left = self._left.setdefault(places[0].name, _names(group))
        own = [name for name in left if _bears(name, places)]
        alone = len(places) == 2 and bool(places[1].role)
        result = []
        for short in wanted:
            fits = [name for name in own if _short(name) == short]
            if not fits:
                fits = [name for name in left if _short(name) == short] or left
                if len(fits) > 1 and not alone:
                    raise ModelError(
                        "The weights of the layer {layer} cannot be told from those of other "
                        "layers in this file. Save the model again with model.save('name.keras').",
                        layer="/".join(place.name for place in places)[:80],
                    )
            if not fits:
                break
            taken = fits[0]
            left.remove(taken)
            own = [name for name in own if name != taken]
            result.append(weight(group, taken))
        return result

    def first(self, places: tuple[Place, ...]) -> Any:
        """See `engine.network.formats.store.Store`."""
        if (group := self._group(places)) is None:
            return None
        names = _names(group)
        if len(places) > 1:
            names = self._left.get(places[0].name, names)
        return weight(group, names[0]) if names else None

    def numbers(self, places: tuple[Place, ...]) -> int:
        """See `engine.network.formats.store.Store`."""
        group = self._group(places)
        return 0 if group is None or len(places) > 1 else count_numbers(group)

    def _group(self, places: tuple[Place, ...]) -> Any:
        result = None if self._groups is None else item(self._groups, places[0].name)
        return result if isinstance(result, h5py_group()) else None


def _bears(name: str, places: tuple[Place, ...]) -> bool:
    """Whether the path of a weight names the layer at these places.

    A wrapper's weights bear the wrapper's name: ``both/forward_lstm/lstm_cell/kernel:0``.
    """
    parts = name.split("/")[:-1]
    owner = next((place.name for place in reversed(places) if not place.role), "")
    if owner not in parts:
        return False
    after = parts[parts.index(owner) + 1 :]
    ways = [place.role.removesuffix("layer") for place in places if place.role.endswith("layer")]
    cells = [place.name for place in places if place.role.startswith("cell/")]
    begun = all(any(part.startswith(way) for part in after) for way in ways if way)
    return begun and all(cell in after for cell in cells)


def _short(name: str) -> str:
    """``kernel`` of ``lstm/lstm_cell/kernel:0``; Keras 1 wrote ``dense_1_W``."""
    short = name.rsplit("/", 1)[-1].split(":", maxsplit=1)[0]
    return next((new for end, new in ENDS.items() if short.endswith(end)), short)


def _names(group: Any) -> list[str]:
    """The attribute ``weight_names``, which Keras cuts in pieces where it is long."""
    if (whole := attribute(group, "weight_names", MAX_CONFIG)) is not None:
        return [_text(name) for name in whole]
    pieces: list[Any] = []
    while (piece := attribute(group, f"weight_names{len(pieces)}", MAX_CONFIG)) is not None:
        pieces.append(piece)
    return [_text(name) for piece in pieces for name in piece]


def _text(name: Any) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
