"""What is not opened, and exactly what is said then: a file that is wrong, and its error."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.opening import open_network, open_safely

Make = Callable[[Path], Path]


def _entry(kind: str, name: str, **config: Any) -> dict[str, Any]:
    return {"class_name": kind, "module": "keras.layers", "config": {"name": name, **config}}


def _layers(**lstm: Any) -> list[dict[str, Any]]:
    return [
        _entry("InputLayer", "input", batch_shape=[None, 5]),
        _entry("Embedding", "embedding", input_dim=6, output_dim=2),
        _entry("LSTM", "lstm", **({"units": 3} | lstm)),
        _entry("Dense", "dense", units=1, activation="sigmoid"),
    ]


WEIGHTS = {
    "layers/embedding/vars/0": (6, 2),
    "layers/lstm/cell/vars/0": (2, 12),
    "layers/lstm/cell/vars/1": (3, 12),
    "layers/lstm/cell/vars/2": (12,),
    "layers/dense/vars/0": (3, 1),
    "layers/dense/vars/1": (1,),
}


def keras_file(
    path: Path,
    layers: list[dict[str, Any]] | None = None,
    weights: dict[str, Any] | None = None,
    kind: str = "Sequential",
    compression: int = zipfile.ZIP_STORED,
    **more: Any,
) -> Path:
    """A ``.keras`` file made by hand; ``weights`` replaces some, None leaves one out."""
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        for place, shape in WEIGHTS.items():
            value = (weights or {}).get(place, np.zeros(shape, np.float32))
            if isinstance(value, (h5py.ExternalLink, h5py.SoftLink)):
                file[place] = value
            elif value is not None:
                file.create_dataset(place, data=value)
    config = {"class_name": kind, "config": {"layers": layers or _layers(), **more}}
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": "3.15.1"}))
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("model.weights.h5", memory.getvalue())
    return path


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _nan(shape: tuple[int, ...]) -> np.ndarray:
    values = np.zeros(shape, np.float32)
    values[0, 0], values[1, 1] = np.nan, np.inf
    return values


def _folder(at: Path) -> Path:
    (at / "model").mkdir()
    return at / "model"


def _truncated(at: Path) -> Path:
    whole = keras_file(at / "whole.keras").read_bytes()
    return _written(at / "model.keras", whole[: len(whole) // 2])


def _other_zip(at: Path) -> Path:
    with zipfile.ZipFile(at / "model.keras", "w") as archive:
        archive.writestr("word/document.xml", "<xml/>")
    return at / "model.keras"


def _bomb(at: Path) -> Path:
    path = keras_file(at / "model.keras")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        pytest.warns(UserWarning, match="Duplicate"),
    ):
        archive.writestr("config.json", b" " * (65 << 20))
    return path


def _weights_only(at: Path) -> Path:
    with h5py.File(at / "model.h5", "w") as file:
        file.create_dataset("layers/lstm/vars/0", data=np.zeros((2, 2)))
    return at / "model.h5"


def _branching(at: Path) -> Path:
    layers = _layers()
    sources = [None, "input", "embedding", "embedding"]
    for layer, source in zip(layers, sources, strict=True):
        layer["inbound_nodes"] = [[[source, 0, 0, {}]]] if source else []
    return keras_file(at / "model.keras", layers, kind="Functional")


def _with(place: int, layer: dict[str, Any]) -> list[dict[str, Any]]:
    layers = _layers()
    layers[place] = layer
    return layers


SUPPORTED = (
    "InputLayer, Embedding, CategoryEncoding, Masking, SimpleRNN, LSTM, GRU, Dense, "
    "TimeDistributed, Activation, ReLU, LeakyReLU, ELU, Softmax, Dropout, SpatialDropout1D, "
    "GaussianNoise, GaussianDropout, AlphaDropout, ActivityRegularization"
)

DAMAGED = "The file is damaged, or two models are mixed up in it."

REFUSALS: dict[str, tuple[Make, str]] = {
    "missing": (lambda at: at / "model.keras", "There is no file {path}."),
    "a folder": (
        _folder,
        "model is a folder, not a model file. Choose a .keras or .h5 file.",
    ),
    "empty": (
        lambda at: _written(at / "model.keras", b""),
        "model.keras is empty. Copy or save it again.",
    ),
    "text": (
        lambda at: _written(at / "model.h5", b"hello, this is a text"),
        (
            "model.h5 is not a Keras model: it is neither a .keras nor an .h5 file. Save the model "
            "with model.save('name.keras')."
        ),
    ),
    "a Git LFS pointer": (
        lambda at: _written(at / "model.h5", b"version https://git-lfs.github.com/spec/v1\noid"),
        "model.h5 is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.",
    ),
    "truncated": (
        _truncated,
        "model.keras is damaged or cut off: File is not a zip file. Copy or save it again.",
    ),
    "another zip": (
        _other_zip,
        (
            "This zip file is not a Keras model: it has no config.json, model.weights.h5. Save the "
            "model with model.save('name.keras')."
        ),
    ),
    "a zip bomb": (
        _bomb,
        "The config.json in this file would unpack to 68,157,440 bytes, more than Gatescope opens.",
    ),
    "weights only": (
        _weights_only,
        (
            "model.h5 holds weights without a model: it was written by save_weights. Save the whole "
            "model with model.save('name.keras')."
        ),
    ),
    "NaN weights": (
        lambda at: keras_file(
            at / "model.keras", weights={"layers/lstm/cell/vars/1": _nan((3, 12))}
        ),
        (
            "The recurrent_kernel of the layer lstm has 2 values that are not finite numbers (NaN or "
            "infinity). The training of this model diverged; open an earlier checkpoint."
        ),
    ),
    "a shape that does not fit": (
        lambda at: keras_file(at / "model.keras", _layers(units=4)),
        (
            "The kernel of the layer lstm has the shape (2, 12), but its configuration asks for "
            f"(2, 16). {DAMAGED}"
        ),
    ),
    "a missing weight": (
        lambda at: keras_file(at / "model.keras", weights={"layers/lstm/cell/vars/2": None}),
        (
            "The layer lstm should have 3 weights, but the file has 2. It is damaged, or its "
            "configuration belongs to another model."
        ),
    ),
    "text for a weight": (
        lambda at: keras_file(at / "model.keras", weights={"layers/dense/vars/1": [b"one"]}),
        "The bias of the layer dense does not hold numbers.",
    ),
    "a billion units": (
        lambda at: keras_file(at / "model.keras", _layers(units=10**9)),
        (
            "The layer lstm asks for 4,000,000,000,000,000,000 numbers in one weight, more than "
            "Gatescope opens."
        ),
    ),
    "units that are no number": (
        lambda at: keras_file(at / "model.keras", _layers(units="many")),
        "The layer lstm has no usable units in its configuration: many.",
    ),
    "no recurrent layer": (
        lambda at: keras_file(
            at / "model.keras", [_entry("InputLayer", "input", batch_shape=[None, 5]), _layers()[1]]
        ),
        (
            "This model has no recurrent layer, so there is no state to watch. Open a model with a "
            "SimpleRNN, LSTM or GRU layer."
        ),
    ),
    "a layer that is not supported": (
        lambda at: keras_file(at / "model.keras", _with(2, _entry("Conv1D", "conv1d", filters=3))),
        f"The layer conv1d is a Conv1D, which cannot be replayed yet. Supported are {SUPPORTED}.",
    ),
    "code in the file": (
        lambda at: keras_file(at / "model.keras", _with(2, _entry("Lambda", "lambda_1"))),
        f"The layer lambda_1 is a Lambda, which cannot be replayed yet. Supported are {SUPPORTED}.",
    ),
    "a convolution at every step": (
        lambda at: keras_file(
            at / "model.keras",
            _with(2, _entry("TimeDistributed", "each", layer=_entry("Conv2D", "conv2d"))),
        ),
        (
            "The layer each is a TimeDistributed(Conv2D), which cannot be replayed yet. Supported are "
            f"{SUPPORTED}."
        ),
    ),
    "a subclassed model": (
        lambda at: keras_file(at / "model.keras", kind="MyModel"),
        (
            "The model is a MyModel, which only its own code can run. Save it as a Sequential or a "
            "functional model."
        ),
    ),
    "branches": (
        _branching,
        (
            "The model branches at the layer dense. Gatescope opens models whose layers follow one "
            "another."
        ),
    ),
    "backwards": (
        lambda at: keras_file(at / "model.keras", _layers(go_backwards=True)),
        "The layer lstm uses go_backwards=True, which cannot be replayed yet.",
    ),
    "half precision": (
        lambda at: keras_file(
            at / "model.keras",
            _layers(dtype={"class_name": "DTypePolicy", "config": {"name": "mixed_float16"}}),
        ),
        "The layer lstm uses dtype='mixed_float16', which cannot be replayed yet.",
    ),
    "a vector where a sequence should be": (
        lambda at: keras_file(at / "model.keras", [*_layers()[:3], _entry("GRU", "gru", units=2)]),
        (
            "The layer gru does not get a sequence but (None, 3), so it has no steps. The file is "
            "damaged, or its layers are not in order."
        ),
    ),
    "a weight in another file": (
        lambda at: keras_file(
            at / "model.keras",
            weights={"layers/dense/vars/0": h5py.ExternalLink("/etc/other.h5", "/secret")},
        ),
        "A weight in this file lies outside of it; such files are not opened.",
    ),
    "an endless link": (
        lambda at: keras_file(
            at / "model.keras", weights={"layers/dense/vars/0": h5py.SoftLink("/layers/dense")}
        ),
        "A weight in this file lies outside of it; such files are not opened.",
    ),
    "no list of layers": (
        lambda at: keras_file(at / "model.keras", layers={"not": "a list"}),  # type: ignore[arg-type]
        "The model's configuration is damaged: it has no list of layers.",
    ),
    "nested a thousand deep": (
        lambda at: keras_file(at / "model.keras", [_entry("LSTM", f"l{k}") for k in range(1001)]),
        "The model has 1001 layers; Gatescope opens models of at most 1000.",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_refusal(tmp_path: Path, name: str) -> None:
    make, text = REFUSALS[name]
    path = make(tmp_path)
    with pytest.raises(ModelError) as caught:
        open_network(path)
    assert str(caught.value) == text.replace("{path}", str(path))


def test_an_activation_of_one_s_own(tmp_path: Path) -> None:
    own = {"class_name": "function", "config": "swoosh", "registered_name": "Mine>swoosh"}
    path = keras_file(tmp_path / "model.keras", _layers(activation=own))
    with pytest.raises(ModelError, match=r"layer lstm uses the activation Mine>swoosh, which is"):
        open_network(path)


def test_a_file_made_by_hand_opens(tmp_path: Path) -> None:
    network = open_network(keras_file(tmp_path / "anything.bin"))
    assert (network.name, network.length, network.parameters) == ("LSTM(3)", 5, 12 + 72 + 4)


def test_hostile_members_of_the_zip_are_never_unpacked(tmp_path: Path) -> None:
    path = keras_file(tmp_path / "model.keras")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../escaped.txt", "out")
        archive.writestr("/assets/absolute.txt", "out")
    assert open_network(path).name == "LSTM(3)"
    assert [found.name for found in tmp_path.iterdir()] == ["model.keras"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = keras_file(tmp_path / "model.keras")
    path.chmod(0)
    with pytest.raises(ModelError, match="may not be read"):
        open_network(path)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = keras_file(tmp_path / "model.keras")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ModelError) as caught:
        open_network(path)
    assert str(caught.value) == (
        f"{path} may not be read. Change its permissions, or copy it to a folder of yours."
    )


@pytest.mark.parametrize("name", ["NaN weights", "truncated", "missing"])
def test_the_child_process_says_the_same(tmp_path: Path, name: str) -> None:
    make, text = REFUSALS[name]
    path = make(tmp_path)
    with pytest.raises(ModelError) as caught:
        open_safely(path)
    assert str(caught.value) == text.replace("{path}", str(path))
    assert "{" in caught.value.template  # so that the window can translate it


def test_the_child_process_hands_over_the_same_network(tmp_path: Path) -> None:
    path = keras_file(tmp_path / "model.keras")
    ours, theirs = open_network(path), open_safely(path)
    assert (ours.name, ours.length, ours.features, ours.keras_version, ours.digest) == (
        theirs.name,
        theirs.length,
        theirs.features,
        theirs.keras_version,
        theirs.digest,
    )
    for one, other in zip(ours.layers, theirs.layers, strict=True):
        assert (one.name, one.kind, dict(one.options), one.output_shape) == (
            other.name,
            other.kind,
            dict(other.options),
            other.output_shape,
        )
        for key, weight in one.weights.items():
            assert not other.weights[key].flags.writeable
            np.testing.assert_array_equal(weight, other.weights[key])


def test_a_file_that_hangs_the_library_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """h5py never comes back from some damaged files; a child that sleeps stands for it."""
    (tmp_path / "sitecustomize.py").write_text(
        "import h5py, time\nh5py.File = lambda *a, **k: time.sleep(60)\n"
    )
    path = keras_file(tmp_path / "model.keras")
    from engine.network import opening

    monkeypatch.setattr(opening, "ROOT", _root_before(tmp_path, opening.ROOT))
    with pytest.raises(ModelError) as caught:
        open_safely(path, timeout=1.0)
    assert str(caught.value) == (
        "model.keras could not be read within 1 seconds and was given up. The file is probably "
        "damaged; copy or save it again."
    )


def _root_before(folder: Path, root: Path) -> Path:
    """A root whose engine is the real one, and whose site customisation is the test's."""
    (folder / "engine").symlink_to(root / "engine", target_is_directory=True)
    return folder
