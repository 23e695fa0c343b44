"""Model files written by hand, without Keras, so that anything can be wrong in them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import h5py
import numpy as np

WORDS, STEPS, WIDTH, UNITS = 20, 10, 4, 3

Config = dict[str, Any]
Weights = dict[str, list[np.ndarray]]

CONFIG: Config = {
    "module": "keras",
    "class_name": "Sequential",
    "config": {
        "name": "sequential",
        "layers": [
            {
                "class_name": "InputLayer",
                "config": {"batch_shape": [None, STEPS], "dtype": "float32", "name": "words"},
            },
            {
                "class_name": "Embedding",
                "config": {"name": "embedding", "input_dim": WORDS, "output_dim": WIDTH},
            },
            {
                "class_name": "LSTM",
                "config": {
                    "name": "lstm",
                    "units": UNITS,
                    "activation": "tanh",
                    "recurrent_activation": "sigmoid",
                    "use_bias": True,
                    "return_sequences": False,
                },
            },
            {
                "class_name": "Dense",
                "config": {"name": "dense", "units": 1, "activation": "sigmoid"},
            },
        ],
    },
}


def config() -> Config:
    """The configuration of a small valid model, to be spoiled."""
    return deepcopy(CONFIG)


def weights() -> Weights:
    """Its weights, by layer."""
    random = np.random.default_rng(9)
    shapes = {
        "embedding": [(WORDS, WIDTH)],
        "lstm": [(WIDTH, 4 * UNITS), (UNITS, 4 * UNITS), (4 * UNITS,)],
        "dense": [(UNITS, 1), (1,)],
    }
    return {
        name: [random.standard_normal(shape).astype(np.float32) for shape in each]
        for name, each in shapes.items()
    }


def layer(model: Config, kind: str) -> Config:
    """The entry of the first layer of that kind."""
    entry: Config = next(e for e in model["config"]["layers"] if e["class_name"] == kind)
    return entry


def functional(model: Config) -> Config:
    """The same layers as a functional model of Keras 2's spelling."""
    model["class_name"] = "Functional"
    before = None
    for entry in model["config"]["layers"]:
        entry["name"] = entry["config"]["name"]
        entry["inbound_nodes"] = [[[before, 0, 0, {}]]] if before else []
        before = entry["name"]
    return model


Fill = Callable[[h5py.File], None]


def write_h5(
    path: Path,
    model: Config | str | None = None,
    arrays: Weights | None = None,
    fill: Fill | None = None,
) -> Path:
    """An ``.h5`` file; ``fill`` may add to it or spoil it."""
    with h5py.File(path, "w") as file:
        text = model if isinstance(model, str) else json.dumps(model or config())
        file.attrs["model_config"] = text
        file.attrs["keras_version"] = "2.13.1"
        top = file.create_group("model_weights")
        for name, each in (weights() if arrays is None else arrays).items():
            group = top.create_group(name)
            names = [f"{name}/{place}:0" for place in range(len(each))]
            group.attrs["weight_names"] = [text.encode() for text in names]
            for place, array in zip(names, each, strict=True):
                group[place] = array
        if fill:
            fill(file)
    return path


def write_keras(
    path: Path,
    model: Config | str | None = None,
    arrays: Weights | None = None,
    fill: Fill | None = None,
    members: Mapping[str, bytes | None] | None = None,
) -> Path:
    """A ``.keras`` file; ``members`` replaces parts of the zip, None leaves one out."""
    stored = io.BytesIO()
    with h5py.File(stored, "w") as file:
        for name, each in (weights() if arrays is None else arrays).items():
            inner = "cell/vars" if name == "lstm" else "vars"
            group = file.create_group(f"layers/{name}/{inner}")
            for place, array in enumerate(each):
                group[str(place)] = array
        if fill:
            fill(file)
    text = model if isinstance(model, str) else json.dumps(model or config())
    content: dict[str, bytes | None] = {
        "metadata.json": json.dumps({"keras_version": "3.15.1"}).encode(),
        "config.json": text.encode(),
        "model.weights.h5": stored.getvalue(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (content | dict(members or {})).items():
            if data is not None:
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path
