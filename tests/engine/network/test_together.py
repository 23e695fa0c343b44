"""Models of several files: an unzipped folder, an architecture and its weights, TensorFlow.js."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from engine.__main__ import main
from engine.errors import ModelError
from engine.network import together
from engine.network.network import Network
from engine.network.opening import open_safely
from engine.network.together import apart, members_of
from engine.replay.replay import replay
from engine.sequence import Sequence
from tests.engine.network import files

X = np.random.default_rng(3).normal(size=(7, 2)).astype(np.float32)


def build(k: Any) -> Any:
    """A small model of several kinds of layer, whose weights are all drawn."""
    layers = k.layers
    model = k.Sequential(
        [
            layers.Input((7, 2)),
            layers.Bidirectional(layers.GRU(3, return_sequences=True), name="both"),
            layers.BatchNormalization(name="norm"),
            layers.LSTM(4, name="lstm"),
            layers.Dense(2, activation="softmax", name="out"),
        ]
    )
    random = np.random.default_rng(1)
    model.set_weights([random.uniform(0.1, 0.9, each.shape) for each in model.get_weights()])
    return model


def check(network: Network, model: Any) -> None:
    sequence = Sequence(X, tuple(map(str, range(7))), np.zeros(7, bool))
    expected = np.asarray(model(X[None]))[0]
    np.testing.assert_allclose(replay(network, sequence).answer, expected, atol=1e-6)


@pytest.fixture(scope="module")
def keras_3() -> Any:
    return build(pytest.importorskip("keras"))


@pytest.fixture(scope="module")
def keras_2() -> Any:
    return build(pytest.importorskip("tf_keras"))


pytestmark = pytest.mark.tensorflow


def test_an_unzipped_folder(keras_3: Any, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    keras_3.save(folder, zipped=False)
    for path in (folder, folder / "config.json", folder / "model.weights.h5"):
        network = open_safely(path)
        check(network, keras_3)
        assert network.path == path and network.keras_version.startswith("3")
    (folder / "metadata.json").unlink()
    check(open_safely(folder), keras_3)
    (folder / "model.weights.h5").unlink()
    with pytest.raises(ModelError, match="model is a folder, not a model file"):
        open_safely(folder)
    with pytest.raises(ModelError, match="holds only the architecture of a Keras model"):
        open_safely(folder / "config.json")


@pytest.mark.parametrize("kind", ["keras_3", "keras_2"])
@pytest.mark.parametrize(
    ("form", "end"),
    [("json", ".weights.h5"), ("yaml", ".h5"), ("json twice", "_weights.h5"), ("json", ".hdf5")],
)
def test_an_architecture_and_its_weights(
    form: str, kind: str, end: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    model = request.getfixturevalue(kind)
    written = model.to_json()
    if form == "json twice":
        written = json.dumps(written)
    architecture = tmp_path / f"net.{'yaml' if form == 'yaml' else 'json'}"
    if form == "yaml":
        written = yaml.dump(json.loads(written))
    architecture.write_text(written)
    model.save_weights(tmp_path / "any.weights.h5")
    weights = tmp_path / f"net{end}"
    (tmp_path / "any.weights.h5").rename(weights)
    for path in (architecture, weights):
        network = open_safely(path)
        check(network, model)
        assert str(network.notes[-1]) == (
            f"{architecture.name} has no weights of its own: those in {weights.name} are read "
            "with it."
        )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    moved = weights.rename(elsewhere / "other.h5")
    check(open_safely(architecture, weights=moved), model)
    check(open_safely(moved, weights=architecture), model)
    with pytest.raises(ModelError, match="Put the file of the weights beside it"):
        open_safely(architecture)
    with pytest.raises(ModelError, match="Put the architecture"):
        open_safely(moved)


def test_a_whole_model_beside_an_architecture_is_opened_alone(keras_2: Any, tmp_path: Path) -> None:
    (tmp_path / "net.json").write_text("{}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it would rather have another format
        keras_2.save(tmp_path / "net.h5")
    network = open_safely(tmp_path / "net.h5")
    check(network, keras_2)
    assert not network.notes


# -- TensorFlow.js -----------------------------------------------------------------


def write_tensorflow_js(model: Any, folder: Path, quantized: bool = False) -> Path:
    """As ``tensorflowjs_converter --output_format tfjs_layers_model`` writes it, in two shards."""
    described, raw = [], b""
    for each in model.weights:
        array, name = np.asarray(each), each.name.split(":")[0]
        entry: dict[str, Any] = {"name": name, "shape": list(array.shape), "dtype": "float32"}
        if quantized:
            low, scale = float(array.min()), float(np.ptp(array)) / 65_535 or 1.0
            entry["quantization"] = {"dtype": "uint16", "scale": scale, "min": low}
            raw += np.round((array - low) / scale).astype("<u2").tobytes()
        else:
            raw += array.astype("<f4").tobytes()
        described.append(entry)
    names = ["group1-shard1of2.bin", "group1-shard2of2.bin"]
    folder.mkdir(exist_ok=True)
    for name, piece in zip(names, (raw[:50], raw[50:]), strict=True):
        (folder / name).write_bytes(piece)
    config = json.loads(model.to_json())
    topology = {"keras_version": "tfjs-layers 2.15.0", "backend": "tensorflow"}
    topology["model_config"] = {key: config[key] for key in ("class_name", "config")}
    content = {
        "format": "layers-model", "generatedBy": "keras v2.15.0", "modelTopology": topology,
        "weightsManifest": [{"paths": names, "weights": described}],
    }  # fmt: skip
    (folder / "model.json").write_text(json.dumps(content))
    return folder


@pytest.mark.parametrize("quantized", [False, True])
def test_tensorflow_js(quantized: bool, keras_2: Any, tmp_path: Path) -> None:
    folder = write_tensorflow_js(keras_2, tmp_path / "web", quantized)
    for path in (folder, folder / "model.json", folder / "group1-shard2of2.bin"):
        network = open_safely(path)
        if not quantized:
            check(network, keras_2)
        stored = network.layers[-1].weights["kernel"]
        np.testing.assert_allclose(stored, keras_2.get_weights()[-2], atol=2e-5)
    (folder / "group1-shard1of2.bin").unlink()
    with pytest.raises(ModelError, match=r"names group1-shard1of2\.bin, which does not lie"):
        open_safely(folder / "model.json")


def test_a_graph_model_of_tensorflow_js(tmp_path: Path) -> None:
    content = {"format": "graph-model", "modelTopology": {"node": []}, "weightsManifest": []}
    (tmp_path / "model.json").write_text(json.dumps(content))
    (tmp_path / "group1-shard1of1.bin").write_bytes(b"1")
    with pytest.raises(ModelError, match=r"is a graph model of TensorFlow\.js, a program"):
        open_safely(tmp_path / "model.json")


@pytest.mark.parametrize(
    "spoil",
    [
        {"shape": [99, 99]}, {"shape": [-1]}, {"shape": None}, {"dtype": "string"}, {"name": "../x"},
        {"name": ""}, {"name": "out/kernel"}, {"shape": [2**20, 2**20]}, {"dtype": None},
    ],
)  # fmt: skip
def test_a_damaged_manifest(spoil: dict[str, Any], keras_2: Any, tmp_path: Path) -> None:
    folder = write_tensorflow_js(keras_2, tmp_path / "web")
    content = json.loads((folder / "model.json").read_text())
    content["weightsManifest"][0]["weights"][-1] |= spoil
    (folder / "model.json").write_text(json.dumps(content))
    with pytest.raises(ModelError):
        open_safely(folder)


# -- which belong together ---------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["a: &a [1]\nb: *a", "!!python/object/apply:os.system ['true']", "a: [", "- 1", "\x00"]
)
def test_yaml_that_is_no_plain_data(text: str, tmp_path: Path) -> None:
    (tmp_path / "net.yaml").write_text(text)
    files.write_h5(tmp_path / "net.h5", files.config(), fill=_without_config)
    with pytest.raises(ModelError, match=r"not opened|damaged"):
        open_safely(tmp_path / "net.yaml")


def _without_config(file: Any) -> None:
    del file.attrs["model_config"]


def test_several_that_belong_together_are_one(tmp_path: Path) -> None:
    for name in ("net.json", "net.weights.h5", "other.h5", "config.json", "model.weights.h5"):
        (tmp_path / name).write_bytes(b"x")
    paths = [tmp_path / name for name in ("net.json", "other.h5", "net.weights.h5")]
    assert apart(paths) == paths[:2]
    assert apart(paths[::-1]) == [paths[2], paths[1]]
    both = [tmp_path / "model.weights.h5", tmp_path / "config.json"]
    assert apart(both) == both[:1]
    assert not members_of(tmp_path / "other.h5") and not members_of(tmp_path / "nothing.json")
    assert not members_of(tmp_path / "nowhere")


def test_what_the_zip_has_is_called_so_in_one_place() -> None:
    folder, here = Path(together.__file__).parent, Path(together.__file__)
    names = [together.IN_ARCHITECTURE, together.IN_WEIGHTS, together.IN_SHARDS, together.IN_ONNX]
    names += [together.IN_DATA, together.METADATA]
    others = [path.read_text("utf-8") for path in folder.rglob("*.py") if path != here]
    assert not [name for name in names for text in others if f'"{name}' in text]


def test_the_shell_takes_two_files(
    keras_2: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text(keras_2.to_json())
    keras_2.save_weights(tmp_path / "b.h5")
    assert main(["summary", str(tmp_path / "a.json"), str(tmp_path / "b.h5")]) == 0
    heard = capsys.readouterr()
    assert "lstm (LSTM)" in heard.out and "those in b.h5 are read with it" in heard.err
    assert main(["summary", str(tmp_path / "a.json")]) == 2
    assert main(["summary", str(tmp_path / "a.json"), str(tmp_path / "none.h5")]) == 2
    assert "none.h5" in capsys.readouterr().err


def test_nothing_is_left_behind(keras_2: Any, tmp_path: Path, monkeypatch: Any) -> None:
    folder, temporary = write_tensorflow_js(keras_2, tmp_path / "web"), tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    before = sorted(folder.iterdir())
    open_safely(folder)
    (folder / "model.json").write_text("{")
    with pytest.raises(ModelError):
        open_safely(folder)
    assert sorted(folder.iterdir()) == before and not list(temporary.iterdir())
