"""`verify` on models that were made a moment ago, and on all that come with the app."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import GatescopeError
from engine.library import MODELS, TITLES
from engine.network.network import Network
from engine.network.opening import open_network
from engine.verification.proof import FARTHER, TOLERANCE, Proof
from engine.verification.rounding import Distance
from engine.verification.verify import verify

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning"),
]

WORDS = 60
SUMMED = 2e-6
"""What float32 leaves between two programs after a hundred steps; far below the tolerance."""


def _layers(k: Any, name: str) -> list[Any]:
    words = [k.Input((40,)), k.layers.Embedding(WORDS, 5)]
    masked = [k.Input((40,)), k.layers.Embedding(WORDS, 5, mask_zero=True)]
    numbers = [k.Input((30, 3)), k.layers.Masking()]
    answer = k.layers.Dense(1, "sigmoid")
    return {
        "SimpleRNN": [*words, k.layers.SimpleRNN(6), answer],
        "GRU": [*words, k.layers.GRU(6), answer],
        "GRU reset before": [*words, k.layers.GRU(6, reset_after=False), answer],
        "stacked": [
            *words,
            k.layers.LSTM(6, return_sequences=True),
            k.layers.Dropout(0.5),
            k.layers.GRU(5, return_sequences=True),
            k.layers.SimpleRNN(4, use_bias=False),
            answer,
        ],
        "mask_zero": [*masked, k.layers.LSTM(6, return_sequences=True), k.layers.GRU(4), answer],
        "numbers": [*numbers, k.layers.LSTM(6, activation="relu"), k.layers.Dense(4, "softmax")],
        "any length": [k.Input((None,)), k.layers.Embedding(WORDS, 5), k.layers.LSTM(4), answer],
        "one-hot": [k.Input((40, 80)), k.layers.SimpleRNN(6), answer],
    }[name]


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize(
    "name",
    [
        "SimpleRNN",
        "GRU",
        "GRU reset before",
        "stacked",
        "mask_zero",
        "numbers",
        "any length",
        "one-hot",
    ],
)
def test_a_fresh_model_is_proved(keras: Any, tmp_path: Path, name: str, suffix: str) -> None:
    model = keras.Sequential(_layers(keras, name))
    path = tmp_path / f"model{suffix}"
    model.save(path)
    proof = verify(path, 3)
    assert (proof.by, proof.version, proof.sequences) == ("keras", keras.__version__, 3)
    assert proof.ok
    assert proof.largest <= SUMMED, proof.text()
    recurrent = [layer.name for layer in open_network(path).recurrent]
    assert list(proof.differences) == [*recurrent, "output"]


@pytest.mark.parametrize("name", TITLES)
def test_what_comes_with_the_app_is_proved(keras: Any, name: str) -> None:
    path = MODELS / f"{name}.keras"
    if not path.is_file():
        pytest.skip(f"assets/models/{name}.keras has not been trained yet")
    proof = verify(path, 2)
    assert proof.by == "keras"
    assert proof.ok, proof.text()


def test_no_keras_opens_it(keras: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then Keras's layers get the weights that Gatescope read, and the proof says so."""
    tf_keras = pytest.importorskip("tf_keras", reason="tf-keras is not installed")
    path = tmp_path / "model.keras"
    keras.Sequential(_layers(keras, "stacked")).save(path)

    def refuse(*arguments: Any, **options: Any) -> None:
        raise ValueError("Unrecognized keyword arguments")

    monkeypatch.setattr(keras.models, "load_model", refuse)
    monkeypatch.setattr(tf_keras.models, "load_model", refuse)
    proof = verify(path, 2)
    assert (proof.by, proof.version) == ("rebuilt", keras.__version__)
    assert proof.ok, proof.text()
    # Rebuilt layers prove the computation; they share our weights, so they cannot see those.
    network = open_network(path)
    weights = dict(network.layers[0].weights)
    weights["embeddings"] = weights["embeddings"] + np.float32(1)
    spoiled = replace(network.layers[0], weights=weights)
    assert verify(path, 2, replace(network, layers=(spoiled, *network.layers[1:]))).ok


def test_values_that_are_no_numbers_are_no_proof(keras: Any, tmp_path: Path) -> None:
    path = tmp_path / "model.keras"
    keras.Sequential(_layers(keras, "GRU")).save(path)
    network = open_network(path)
    dense = network.layers[-1]
    broken = replace(dense, weights={**dense.weights, "bias": np.array([np.nan], np.float32)})
    proof = verify(path, 2, replace(network, layers=(*network.layers[:-1], broken)))
    assert not proof.ok
    assert proof.differences["output"]["prediction"] == float("inf")


def test_random_ids_where_the_reviews_are_not_installed(
    keras: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.text.sources import offline

    def none(*arguments: Any) -> None:
        raise GatescopeError("The reviews are not installed.")

    monkeypatch.setattr(offline, "review_of", none)
    path = tmp_path / "model.keras"
    keras.Sequential(_layers(keras, "mask_zero")).save(path)
    assert verify(path, 4).ok


DIFFERENCES = {"lstm": {"h": 2e-7, "f": 3e-6}, "output": {"prediction": 1e-8}}


def test_what_a_proof_says() -> None:
    proof = Proof("tf-keras", "2.21.0", 16, DIFFERENCES)
    assert proof.ok
    assert (proof.largest, proof.worst) == (3e-6, ("lstm", "f"))
    data = json.loads(json.dumps(proof.data()))
    wanted = {
        "ok": True,
        "largest": 3e-6,
        "tolerance": TOLERANCE,
        "keras": "2.21.0",
        "by": "tf-keras",
        "sequences": 16,
        "layers": DIFFERENCES,
    }
    assert data | wanted == data
    text = proof.text().splitlines()
    assert text[0] == "compared with tf-keras 2.21.0 over 16 sequences"
    assert text[-1] == "largest difference 3.0e-06 (as Keras; tolerance 1e-05)"
    assert [line.split() for line in text[1:-1]] == [
        ["lstm/h", "2.0e-07"],
        ["lstm/f", "3.0e-06"],
        ["output/prediction", "1.0e-08"],
    ]


def test_what_a_failed_proof_says() -> None:
    proof = Proof("keras", "3.15.1", 1, {"gru": {"h": 1e-9, "z": 0.5}})
    assert not proof.ok
    assert proof.data()["ok"] is False
    assert "NOT as Keras: see gru/z" in proof.text()


def test_the_tolerance_itself_is_rounding() -> None:
    assert Proof("keras", "3", 1, {"gru": {"h": TOLERANCE}}).ok
    assert not Proof("keras", "3", 1, {"gru": {"h": TOLERANCE * 1.01}}).ok


@pytest.mark.timeout(600)
def test_a_model_with_its_dictionary_inside(keras: Any, tmp_path: Path) -> None:
    """Keras is given words, Gatescope the ids that Keras makes of them."""
    vectorize = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=9)
    vectorize.adapt(["the cat sat on the mat", "a film that i loved", "a bad film"])
    layers = [
        keras.Input((1,), dtype="string"),
        vectorize,
        keras.layers.Embedding(20, 4, mask_zero=True),
        keras.layers.LSTM(5),
        keras.layers.Dense(1),
    ]
    path = tmp_path / "words.keras"
    keras.Sequential(layers).save(path)
    network = open_network(path)
    assert (network.input.vocabulary, network.length) == (20, 9)
    proof = verify(path, 3)
    assert proof.by == "keras"
    assert proof.largest <= SUMMED, proof.text()


def _amplifying(keras: Any, path: Path) -> Network:
    """A GRU(256) that hands on all of its state, through a kernel of the spectral radius 1.5."""
    keras.utils.set_random_seed(1)
    units, random = 256, np.random.default_rng(0)
    model = keras.Sequential(
        [keras.Input((200, 2)), keras.layers.GRU(units, name="gru"), keras.layers.Dense(1)]
    )
    kernel, recurrent, bias = model.get_layer("gru").get_weights()
    candidate = random.standard_normal((units, units))
    candidate *= 1.5 / np.abs(np.linalg.eigvals(candidate)).max()
    recurrent[:, 2 * units :] = candidate
    bias[0, :units], bias[0, units : 2 * units] = -4, 4  # nothing is kept, nothing is reset
    model.get_layer("gru").set_weights([kernel, recurrent, bias])
    model.save(path)
    return open_network(path)


def test_a_network_that_amplifies_rounding_is_no_fault_of_the_replay(
    keras: Any, tmp_path: Path
) -> None:
    """Both are far from exact at the end, and neither farther; single steps agree."""
    network = _amplifying(keras, tmp_path / "model.keras")
    proof = verify(tmp_path / "model.keras", 1, network)
    assert proof.largest > 100 * TOLERANCE
    assert (proof.verdict, proof.ok) == ("amplifies", True), proof.text()
    exact, found = proof.exact, proof.amplification
    assert exact is not None and found is not None
    assert exact.ours <= FARTHER * exact.keras and exact.keras <= FARTHER * exact.ours
    assert proof.steps["gru"].keras <= TOLERANCE >= proof.steps["output"].keras
    assert found.layer == "gru" and 10 < found.reliable < found.steps == 200
    assert 1.05 < found.factor < 1.5
    data = json.loads(json.dumps(proof.data()))
    assert data["amplification"]["reliable_steps"] == found.reliable
    assert data["exact"]["gru"]["h"] == proof.distances["gru"]["h"].data()
    assert "the network amplifies rounding" in proof.text() and "(as Keras" not in proof.text()

    # What is really other is found however far both are from exact at the end.
    layer = network.layers[0]
    kernel = layer.weights["recurrent_kernel"].copy()
    kernel[3, 5] += 0.01
    wrong = replace(layer, weights={**layer.weights, "recurrent_kernel": kernel})
    other = verify(
        tmp_path / "model.keras", 1, replace(network, layers=(wrong, *network.layers[1:]))
    )
    assert (other.verdict, other.ok) == ("other", False)
    assert other.worst[0] == "gru"
    head = network.layers[-1]
    bias = replace(head, weights={**head.weights, "bias": head.weights["bias"] + 0.01})
    other = verify(tmp_path / "model.keras", 1, replace(network, layers=(layer, bias)))
    assert (other.verdict, other.worst[0]) == ("other", "output")


def test_the_verdict_of_distances() -> None:
    """Green is no farther from exact than Keras; red is what one step already shows."""

    def verdict(exact: Distance | None, step: Distance | None = None, gap: float = 0.1) -> str:
        distances = {} if exact is None else {"gru": {"h": exact}}
        steps = {} if step is None else {"gru": step}
        differences = {"gru": {"h": gap}}
        return Proof("keras", "3", 1, differences, distances=distances, steps=steps).verdict

    rounded, wrong = Distance(1e-7, 1e-7), Distance(1e-2, 1e-7)
    assert verdict(None) == "other", "nothing speaks for it"
    assert verdict(None, gap=TOLERANCE) == "same"
    assert verdict(Distance(0.1, 0.1), rounded) == "same"
    assert verdict(Distance(0.1, 0.1), wrong) == "other"
    assert verdict(Distance(0.1, 1e-9), rounded) == "same", "nearer than Keras"
    assert verdict(Distance(1e-9, 0.1), rounded) == "other", "farther than Keras"
    assert verdict(Distance(0.1, 0.1)) == "same", "an output, as far as Keras's"
    assert verdict(Distance(0.1, 1e-7)) == "other", "an output that rounding does not explain"
    assert verdict(Distance(math.inf, math.inf), rounded) == "other"
    assert verdict(Distance(1e-3, 1e-3), Distance(3e-4, 2e-4)) == "same", "large numbers round"
