"""Files as other versions wrote them: those of tf-keras and Keras 3, rewritten by hand."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py

Config = dict[str, Any]
Rewrite = Callable[[Path], Path]

REWRITES: dict[str, Rewrite] = {}


def rewrite(change: Rewrite) -> Rewrite:
    REWRITES[change.__name__] = change
    return change


def change_config(path: Path, change: Callable[[Config], Config | list[Any]]) -> Path:
    """Another ``model_config`` in an HDF5 file."""
    with h5py.File(path, "r+") as file:
        config = json.loads(file.attrs["model_config"])
        file.attrs["model_config"] = json.dumps(change(config))
    return path


def rename_weights(path: Path, change: Callable[[str, int, str], str]) -> Path:
    """Other paths of the weights, from the layer's name, the place, and the name."""
    with h5py.File(path, "r+") as file:
        for layer, group in file["model_weights"].items():
            names = [
                name.decode() if isinstance(name, bytes) else str(name)
                for name in group.attrs["weight_names"]
            ]
            new = [change(layer, place, name) for place, name in enumerate(names)]
            arrays = [group[name][()] for name in names]
            for key in list(group):
                del group[key]
            for name, array in zip(new, arrays, strict=True):
                group[name] = array
            group.attrs["weight_names"] = [name.encode() for name in new]
    return path


def layers_of(config: Config) -> list[Config]:
    result: list[Config] = config["config"]["layers"]
    return result


@rewrite
def the_list_of_layers_before_keras_2_2_3(path: Path) -> Path:
    """No input layer, and the shape in the first layer's own options."""

    def change(config: Config) -> Config:
        first, *layers = layers_of(config)
        layers[0]["config"]["batch_input_shape"] = first["config"]["batch_input_shape"]
        for layer in layers:
            for key in ("module", "registered_name", "build_config"):
                layer.pop(key, None)
            layer["config"].pop("time_major", None)
        return {"class_name": "Sequential", "config": layers}

    return change_config(path, change)


@rewrite
def a_shape_in_the_first_layer_only(path: Path) -> Path:
    def change(config: Config) -> Config:
        first, *layers = layers_of(config)
        layers[0]["config"]["batch_input_shape"] = first["config"]["batch_input_shape"]
        config["config"]["layers"] = layers
        return config

    return change_config(path, change)


@rewrite
def input_length_instead_of_a_shape(path: Path) -> Path:
    def change(config: Config) -> Config:
        first, *layers = layers_of(config)
        layers[0]["config"]["input_length"] = first["config"]["batch_input_shape"][1]
        layers[0]["config"].pop("batch_input_shape", None)
        layers[0].pop("build_config", None)
        config["config"]["layers"] = layers
        return config

    return change_config(path, change)


@rewrite
def never_built(path: Path) -> Path:
    """No shape anywhere."""

    def change(config: Config) -> Config:
        config["config"]["layers"] = layers_of(config)[1:]
        config["config"].pop("build_input_shape", None)
        for layer in layers_of(config):
            layer.pop("build_config", None)
            layer["config"].pop("batch_input_shape", None)
            layer["config"].pop("input_length", None)
        return config

    return change_config(path, change)


@rewrite
def cells_in_the_paths(path: Path) -> Path:
    def change(layer: str, place: int, name: str) -> str:
        kind = layer.split("_", maxsplit=1)[0]
        return f"{layer}/{kind}_cell_3/{name.rsplit('/', 1)[-1]}"

    return rename_weights(path, change)


@rewrite
def short_paths(path: Path) -> Path:
    return rename_weights(path, lambda layer, place, name: f"{layer}/{name.rsplit('/', 1)[-1]}")


@rewrite
def paths_without_an_end(path: Path) -> Path:
    return rename_weights(path, lambda layer, place, name: name.removesuffix(":0"))


@rewrite
def paths_of_other_layers(path: Path) -> Path:
    """As after a model was made anew in one session."""
    return rename_weights(path, lambda layer, place, name: f"{layer}_7_2/{name.rsplit('/', 1)[-1]}")


@rewrite
def numbered_parameters(path: Path) -> Path:
    return rename_weights(path, lambda layer, place, name: f"param_{place}")


@rewrite
def flat_names(path: Path) -> Path:
    return rename_weights(path, lambda layer, place, name: f"{layer}_{'WUb'[place % 3]}_{place}")


@rewrite
def time_major_is_false(path: Path) -> Path:
    def change(config: Config) -> Config:
        for layer in layers_of(config):
            if layer["class_name"] in ("LSTM", "GRU", "SimpleRNN"):
                layer["config"]["time_major"] = False
        return config

    return change_config(path, change)


@rewrite
def without_the_options_of_later_versions(path: Path) -> Path:
    """Keras 2.0 had no ``reset_after``; nor had its files types."""

    def change(config: Config) -> Config:
        for layer in layers_of(config):
            for key in ("time_major", "zero_output_for_mask", "implementation", "dtype"):
                layer["config"].pop(key, None)
            for key in ("module", "registered_name", "build_config"):
                layer.pop(key, None)
        return config

    return change_config(path, change)


@rewrite
def weight_names_in_pieces(path: Path) -> Path:
    with h5py.File(path, "r+") as file:
        for group in file["model_weights"].values():
            names = list(group.attrs["weight_names"])
            if names:
                del group.attrs["weight_names"]
                for place, name in enumerate(names):
                    group.attrs[f"weight_names{place}"] = [name]
    return path


@rewrite
def named_keras(path: Path) -> Path:
    """HDF5 under the name of the other format."""
    return Path(shutil.copy(path, path.with_name("other.keras")))


@rewrite
def named_nothing(path: Path) -> Path:
    return Path(shutil.copy(path, path.with_name("other")))


def change_zip(path: Path, target: Path, change: Callable[[h5py.File], None]) -> Path:
    """Other weights in a ``.keras`` file."""
    weights = target.with_name("weights.h5")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    weights.write_bytes(members["model.weights.h5"])
    with h5py.File(weights, "r+") as file:
        change(file)
    members["model.weights.h5"] = weights.read_bytes()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


def as_checkpoint_dependencies(file: h5py.File) -> None:
    """The place of the layers in ``.keras`` files of Keras 2.12."""
    file.move("layers", "_layer_checkpoint_dependencies")
