"""An architecture and its weights, which Keras and TensorFlow.js keep in files of their own.

A zip, as `engine.network.together` makes it: ``architecture/NAME`` in JSON or YAML
(``model.to_json()``), and ``weights/NAME`` (``save_weights``) or ``shards/NAME``
(TensorFlow.js: the names, shapes and order of the weights stand in its ``model.json``).
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ModelError, Note
from engine.network.formats import hdf5, keras3
from engine.network.formats.archive import Archive, names_in
from engine.network.formats.configuration import network_of
from engine.network.formats.hdf5 import HDF5Store
from engine.network.formats.keras3 import MAX_WEIGHTS, KerasStore
from engine.network.formats.store import Store
from engine.network.formats.stored import DAMAGE, MAX_CONFIG, attribute, damaged, item
from engine.network.kinds.checks import check_weight_size
from engine.network.network import Network
from engine.network.together import IN_ARCHITECTURE, IN_SHARDS, IN_WEIGHTS

_DTYPES = {"float32": "<f4", "float16": "<f2", "int32": "<i4", "uint8": "u1", "uint16": "<u2"}
_MAX_TENSORS = 20_000


def match(path: Path) -> bool:
    """Whether the file is a zip with an architecture in it."""
    return any(name.startswith(IN_ARCHITECTURE) for name in names_in(path))


def open_file(path: Path, digest: str) -> Network:
    """Read an architecture and its weights.

    Raises:
        ModelError: one of them is damaged, missing, or holds what is not supported.
    """
    import h5py

    try:
        with zipfile.ZipFile(path) as archive:
            members = Archive(path, archive)
            name = _only(members, IN_ARCHITECTURE)
            config = _parsed(members.read(name, MAX_CONFIG), name)
            if "weightsManifest" in config or config.get("format") == "graph-model":
                stored, config = _of_tensorflow_js(members, config, path.name)
            else:
                stored = io.BytesIO(members.read(_only(members, IN_WEIGHTS), MAX_WEIGHTS))
            with h5py.File(stored, "r") as file:
                store, version = _store(file, config)
                network = network_of(config, store, version, path, digest)
    except DAMAGE as error:
        raise damaged(path.name, error) from error
    files = [one.partition("/")[2] for one in members.names if one != name]
    shown = ", ".join(files[:4]) + (", …" if len(files) > 4 else "")
    note = Note(
        "{architecture} has no weights of its own: those in {files} are read with it.",
        architecture=name.partition("/")[2],
        files=shown,
    )
    return replace(network, notes=(*network.notes, note))


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    keras3.rehearse()
    with _written(io.BytesIO()) as file:
        _put(file, [("a/b", np.ones((2, 2), np.float32))])
    hdf5.rehearse()
    try:
        import yaml
    except ImportError:  # JSON is read without it
        return
    yaml.load("a: [1, 2.5, null, true, 'b']\nc: 2001-01-01\n", yaml.SafeLoader)


def _only(members: Archive, start: str) -> str:
    names = [name for name in members.names if name.startswith(start)]
    if len(names) != 1:
        raise ValueError(f"it has {len(names)} files in {start}")
    return names[0]


def _parsed(raw: bytes, name: str) -> Mapping[str, Any]:
    if name.lower().endswith(".json"):
        config = json.loads(raw)
        if isinstance(config, str):  # json.dump(model.to_json(), file) wraps it twice
            config = json.loads(config)
    else:
        config = _from_yaml(raw)
    if not isinstance(config, Mapping):
        raise ModelError("The model's configuration is damaged: it is no object.")
    return config


def _from_yaml(raw: bytes) -> Any:
    try:
        import yaml
    except ImportError as error:
        raise ModelError(
            "Architectures in YAML are read with the package PyYAML, which is not installed. Install "
            "it, or save the architecture with model.to_json()."
        ) from error
    if b"&" in raw or b"!" in raw:  # an alias makes much of little, a tag makes objects
        raise ModelError(
            "An architecture in YAML with anchors or tags is not opened. Save it with "
            "model.to_json()."
        )
    try:
        return yaml.load(raw.decode("utf-8"), yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _store(file: Any, config: Mapping[str, Any]) -> tuple[Store, str]:
    """The weights of a file that ``save_weights`` or ``save`` wrote, and the version of Keras."""
    if "layers" in file or "_layer_checkpoint_dependencies" in file:
        return KerasStore(file), "3"
    inside = item(file, "model_weights") if "model_weights" in file else file
    version = config.get("keras_version") or attribute(file, "keras_version", hdf5.MAX_VERSION)
    if inside is not file and not version:
        version = attribute(inside, "keras_version", hdf5.MAX_VERSION)
    text = version.decode() if isinstance(version, bytes) else str(version or "")
    new = "module" in config
    return HDF5Store(inside), text or ("3" if new else "2")


# -- TensorFlow.js -----------------------------------------------------------------


def _of_tensorflow_js(
    members: Archive, content: Mapping[str, Any], name: str
) -> tuple[io.BytesIO, Mapping[str, Any]]:
    """Its weights as an HDF5 file in memory, and the configuration."""
    topology, manifest = content.get("modelTopology"), content.get("weightsManifest")
    config = topology.get("model_config", topology) if isinstance(topology, Mapping) else None
    if content.get("format") == "graph-model" or not isinstance(config, Mapping):
        raise ModelError(
            "{name} is a graph model of TensorFlow.js, a program that has no layers any more. Open "
            "the Keras model that it was converted from, or convert that one as a layers model.",
            name=name,
        )
    if not isinstance(config, Mapping) or "class_name" not in config:
        raise ModelError("The model's configuration is damaged: it is no object.")
    if isinstance(topology, Mapping) and topology.get("keras_version"):
        config = {**config, "keras_version": str(topology["keras_version"]).removeprefix("tfjs-")}
    tensors: list[tuple[str, Any]] = []
    for group in manifest if isinstance(manifest, list) else []:
        raw = b"".join(_shard(members, str(place), name) for place in group["paths"])
        at = 0
        for described in group["weights"]:
            array, at = _tensor(described, raw, at)
            tensors.append((str(described["name"]), array))
    if len(tensors) > _MAX_TENSORS:
        raise ModelError("The file has more than 20,000 tensors, more than Gatescope opens.")
    made = io.BytesIO()
    with _written(made) as file:
        _put(file, tensors)
    return made, config


def _shard(members: Archive, place: str, name: str) -> bytes:
    member = f"{IN_SHARDS}{place.removeprefix('./')}"
    if member not in members.names:
        raise ModelError(
            "{name} names {shard}, which does not lie beside it. Put all files of the model in one "
            "folder.",
            name=name,
            shard=place[:80],
        )
    return members.read(member, MAX_WEIGHTS)


def _tensor(described: Mapping[str, Any], raw: bytes, at: int) -> tuple[Any, int]:
    """A weight that begins at a byte, and where the next begins."""
    name, shape = str(described["name"]), described["shape"]
    if len(shape) > 8 or not all(type(size) is int and 0 <= size < 2**31 for size in shape):
        raise ValueError(f"the weight {name[:80]} has no shape")
    count = math.prod(shape)
    check_weight_size(name, count)
    packing = described.get("quantization")
    kind = _DTYPES[str((packing or described)["dtype"])]
    end = at + count * np.dtype(kind).itemsize
    if end > len(raw):
        raise ValueError(f"the weight {name[:80]} is cut off")
    array = np.frombuffer(raw[at:end], kind).reshape(shape).astype(np.float32)
    if packing and "scale" in packing:
        array = array * np.float32(packing["scale"]) + np.float32(packing["min"])
    return array, end


def _written(made: io.BytesIO) -> Any:
    import h5py

    return h5py.File(made, "w")


def _put(file: Any, tensors: Sequence[tuple[str, Any]]) -> None:
    """Weights by their names, filed as Keras 2 does: a list for each layer."""
    names: dict[str, list[str]] = {}
    for name, array in tensors:
        layer = name.split("/", 1)[0]
        if not layer or "." in (layer, name) or ".." in name.split("/"):
            raise ValueError("a weight without a name")
        names.setdefault(layer, []).append(name)
        group = file.require_group(layer)
        if group.get(name, getlink=True) is not None:
            raise ValueError(f"the weight {name[:80]} is there twice")
        group.create_dataset(name, data=array)
    for layer, own in names.items():
        file[layer].attrs["weight_names"] = np.array([one.encode() for one in own])
