"""Every kind of model, written by every Keras: its layers, its table, every gate, its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.network import MAPS, Layer, Network
from engine.network.opening import open_network
from engine.network.refusal import why_not
from engine.network.summary import summary
from engine.verification.verify import compared, verify
from tests.engine.network.zoo.case import CLOSE, FEW, Case, save, with_weights
from tests.engine.network.zoo.drawn import drawn
from tests.engine.network.zoo.table import TABLE

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.timeout(600),
]

KEYS = {"SimpleRNN": set("h"), "LSTM": set("hcfigo"), "GRU": set("hzrn")}
KEYS |= dict.fromkeys(MAPS, KEYS["LSTM"])


@pytest.mark.parametrize(
    ("case", "writer"), TABLE, ids=[f"{case.name}-{writer}" for case, writer in TABLE]
)
def test_the_zoo(
    made: Callable[[Case, str], Any],
    tmp_path: Path,
    case: Case,
    writer: str,
    short_sequences: None,
) -> None:
    model = made(case, writer)
    path = save(model, writer, tmp_path)
    network = open_network(path)
    assert tuple(layer.name for layer in network.recurrent) == case.traced
    reason = why_not(network) or network.refusal
    assert (str(reason) if reason else "") == case.refused
    if case.listed:
        check_table(network, model)
    if not network.recurrent:
        return
    found = differences(case, writer, path, model, network)
    if not case.refused:
        assert len(found["output"]) == len(network.outputs)
    for layer in network.recurrent:
        assert set(found[layer.name]) == KEYS[layer.kind]
    assert max(max(each.values()) for each in found.values()) <= case.close, found


@pytest.fixture(scope="module")
def made(keras: Any, tf_keras: Any) -> Callable[[Case, str], Any]:
    """Keras's model of a case; one that a Keras writes in two formats is made once."""
    last: tuple[Case, Any, Any] | None = None

    def make(case: Case, writer: str) -> Any:
        nonlocal last
        library = keras if writer.startswith("keras3") else tf_keras
        if last is None or last[:2] != (case, library):
            fresh_names(library)
            last = case, library, with_weights(case.make(library))
        model = last[2]
        if case.refused or case.unopened:
            last = None  # it is listened to itself, and not what is read from its file
        return model

    return make


@pytest.fixture(scope="module", autouse=True)
def begun_with_zeros(keras: Any, tf_keras: Any) -> Iterator[None]:
    """Weights that are drawn take longer than the rest of a layer, and none of them stays: models
    are given theirs, or read them.  One that was forgotten is zero, where the file's is not."""
    with pytest.MonkeyPatch.context() as patch:
        for library in (keras, tf_keras):
            for name in ("GlorotUniform", "Orthogonal", "RandomUniform"):
                patch.setattr(getattr(library.initializers, name), "__call__", _zeros)
        yield


def _zeros(self: Any, shape: Any, dtype: Any = None, **kwargs: Any) -> Any:
    import tensorflow as tf

    return tf.zeros(shape, dtype or "float32")


def fresh_names(library: Any) -> None:
    """Layers are counted from the beginning: the first LSTM is called lstm."""
    if hasattr(library, "ops"):
        library.utils.clear_session(free_memory=False)  # collecting garbage takes long
    else:
        library.backend.clear_session()


def differences(
    case: Case, writer: str, path: Path, model: Any, network: Network
) -> dict[str, dict[str, float]]:
    """From Keras's model of the file; where no Keras opens it, from that which wrote it."""
    proof = verify(path, 3, network)
    # A part of a model is as nothing, and yet what there is has to be Keras's.
    assert proof.verdict == ("partial" if case.refused else "same"), proof.text()
    if case.refused or writer in case.unopened:
        return compared(model, network, 3)
    assert proof.by == ("keras" if writer.startswith("keras3") else "tf-keras")
    return {name: dict(each) for name, each in proof.differences.items()}


@pytest.fixture
def short_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random ids read as well as reviews, and need no preparation."""
    from engine.verification import verify

    monkeypatch.setattr(verify, "_reviews", lambda size, steps, count: [])
    monkeypatch.setattr(verify, "STEPS", 9)


def check_table(network: Network, model: Any) -> None:
    """The layers, their shapes and the totals are those of Keras's own summary."""
    table = summary(network)
    assert table.total == model.count_params()
    assert sum(layer.size for layer in network.layers) == sum(map(_bytes, model.weights))
    still = sum(int(_size(weight)) for weight in model.non_trainable_weights)
    assert table.total - table.trainable == still
    ours = {layer.name: layer for layer in network.layers if not _is_operation(layer)}
    theirs = dict(_leaves(model, ""))
    assert set(ours) == set(theirs)
    for name, shape in theirs.items():
        if network.refusal is not None and not ours[name].output_shape:
            continue  # what a refused layer makes only its own code knows
        assert shape is None or ours[name].output_shape == shape, name


def _bytes(weight: Any) -> int:
    return int(np.asarray(weight).nbytes)


def _size(weight: Any) -> int:
    size = 1
    for length in weight.shape:
        size *= int(length)
    return size


def _is_operation(layer: Layer) -> bool:
    return layer.kind.startswith("ops.")


def _leaves(model: Any, prefix: str) -> Any:
    """The layers of a Keras model and of those inside it, with the shapes of their outputs."""
    for layer in model.layers:
        kind, name = type(layer).__name__, f"{prefix}{layer.name}"
        if kind in ("InputLayer", "TFOpLambda", "SlicingOpLambda"):
            continue
        if hasattr(layer, "layers"):
            yield from _leaves(layer, f"{name}/")
        else:
            yield name, _shape(layer)


def _shape(layer: Any) -> Any:
    """The shape of a layer's (first) output; None where it has several uses."""
    try:
        output = layer.output
    except (AttributeError, ValueError):
        return None
    first = output[0] if isinstance(output, (list, tuple)) else output
    return tuple(first.shape)


def test_two_bidirectionals_side_by_side_in_a_nested_model(tf_keras: Any, tmp_path: Path) -> None:
    """Their weights lie in one list, in another order than that in which they are called."""
    layers = tf_keras.layers
    read = layers.Input((6, 4))
    first = layers.Bidirectional(layers.LSTM(2, return_sequences=True), name="first")(read)
    other = layers.Conv1D(4, 1)(read)
    other = layers.Bidirectional(layers.LSTM(2, return_sequences=True), name="second")(other)
    other = layers.TimeDistributed(layers.Dense(4), name="each")(other)
    inner = tf_keras.Model(read, layers.Concatenate()([first, other]), name="inner")
    given = layers.Input((6, 4))
    model = tf_keras.Model(given, layers.LSTM(3)(inner(given)))
    path = tmp_path / "model.h5"
    model.save(path)
    network = open_network(path)
    for name in ("first", "second"):
        theirs = inner.get_layer(name)
        ours = network.layer(f"inner/{name}").inner
        for layer, way in zip(ours, (theirs.forward_layer, theirs.backward_layer), strict=True):
            np.testing.assert_array_equal(layer.weights["kernel"], way.get_weights()[0])
    proof = verify(path, 3)
    assert (proof.by, proof.ok) == ("tf-keras", True), proof.text()


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("writer", FEW)
def test_models_drawn_by_lot(
    keras: Any, tf_keras: Any, tmp_path: Path, writer: str, seed: int, short_sequences: None
) -> None:
    """Whatever stands behind whatever: masks, steps that are moved, two ways, decoders."""
    library = keras if writer.startswith("keras3") else tf_keras
    fresh_names(library)
    model = with_weights(drawn(library, seed))
    network = open_network(save(model, writer, tmp_path))
    assert network.refusal is None
    assert summary(network).total == model.count_params()
    found = compared(model, network, 3)
    assert max(max(each.values()) for each in found.values()) <= CLOSE, found
