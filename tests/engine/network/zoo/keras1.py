"""HDF5 as Keras 1.2 wrote it, by hand, and the same layers in tf-keras as its oracle.

The configurations follow ``get_config`` of Keras 1.2; the weights go the way that tf-keras has
for them (``preprocess_weights_for_loading`` with ``original_keras_version="1"``).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Config = dict[str, Any]
Arrays = dict[str, list[tuple[str, Array]]]

WORDS, STEPS, WIDTH, UNITS = 20, 7, 4, 3


@dataclass
class Old:
    """A file of Keras 1.

    Attributes:
        config: ``model_config``.
        arrays: the weights by layer.
        make: the same layers in tf-keras; their names are those of ``arrays``.
        traced: the recurrent layers that can be watched.
    """

    config: Config
    arrays: Arrays
    make: Callable[[Any], Any]
    traced: tuple[str, ...]
    random: np.random.Generator = field(default_factory=lambda: np.random.default_rng(2))

    def write(self, path: Path) -> Path:
        """The file."""
        with h5py.File(path, "w") as file:
            file.attrs["keras_version"] = b"1.2.2"
            file.attrs["model_config"] = json.dumps(self.config).encode()
            top = file.create_group("model_weights")
            top.attrs["layer_names"] = [name.encode() for name in self.arrays]
            for name, each in self.arrays.items():
                group = top.create_group(name)
                group.attrs["weight_names"] = [key.encode() for key, _ in each]
                for key, array in each:
                    group[key] = array
        return path

    def oracle(self, k: Any) -> Any:
        """tf-keras's model with the weights converted by tf-keras."""
        from tf_keras.src.saving.legacy.hdf5_format import preprocess_weights_for_loading

        model = self.make(k)
        for name, each in self.arrays.items():
            if each:
                layer = model.get_layer(name)
                arrays = [array.copy() for _, array in each]
                layer.set_weights(preprocess_weights_for_loading(layer, arrays, "1", "tensorflow"))
        return model


_RANDOM = np.random.default_rng(4)


def _array(*shape: int) -> Array:
    return (_RANDOM.standard_normal(shape) * 0.5).astype(np.float32)


def lstm_arrays(name: str, inputs: int, units: int = UNITS) -> list[tuple[str, Array]]:
    """Twelve: W, U and b of the gates i, c, f, o."""
    shapes = {"W": (inputs, units), "U": (units, units), "b": (units,)}
    return [(f"{name}_{w}_{g}", _array(*shapes[w])) for g in "icfo" for w in "WUb"]


def gru_arrays(name: str, inputs: int, units: int = UNITS) -> list[tuple[str, Array]]:
    """Nine: W, U and b of z, r, h."""
    shapes = {"W": (inputs, units), "U": (units, units), "b": (units,)}
    return [(f"{name}_{w}_{g}", _array(*shapes[w])) for g in "zrh" for w in "WUb"]


def joined_arrays(name: str, inputs: int, gates: int, units: int = UNITS) -> list[Any]:
    """Three, as SimpleRNN always, and the others with ``consume_less="gpu"``."""
    shapes = {"W": (inputs, gates * units), "U": (units, gates * units), "b": (gates * units,)}
    return [(f"{name}_{w}", _array(*shapes[w])) for w in "WUb"]


def dense_arrays(name: str, inputs: int, units: int) -> list[tuple[str, Array]]:
    return [(f"{name}_W", _array(inputs, units)), (f"{name}_b", _array(units))]


def recurrent(kind: str, name: str, **options: Any) -> Config:
    """The configuration of a recurrent layer."""
    config = {
        "name": name,
        "trainable": True,
        "output_dim": UNITS,
        "init": "glorot_uniform",
        "inner_init": "orthogonal",
        "activation": "tanh",
        "W_regularizer": None,
        "U_regularizer": None,
        "b_regularizer": None,
        "dropout_W": 0.2,
        "dropout_U": 0.1,
        "return_sequences": False,
        "go_backwards": False,
        "stateful": False,
        "unroll": False,
        "consume_less": "cpu",
        "input_dim": WIDTH,
        "input_length": None,
    }
    if kind != "SimpleRNN":
        config["inner_activation"] = "hard_sigmoid"
    if kind == "LSTM":
        config["forget_bias_init"] = "one"
    return {"class_name": kind, "config": config | options}


def dense(name: str, units: int, inputs: int | None = None, **options: Any) -> Config:
    config = {
        "name": name,
        "trainable": True,
        "output_dim": units,
        "init": "glorot_uniform",
        "activation": "linear",
        "W_regularizer": None,
        "b_regularizer": None,
        "activity_regularizer": None,
        "W_constraint": None,
        "b_constraint": None,
        "bias": True,
        "input_dim": inputs,
    }
    return {"class_name": "Dense", "config": config | options}


def embedding(name: str, **options: Any) -> Config:
    config = {
        "name": name,
        "trainable": True,
        "batch_input_shape": [None, STEPS],
        "input_dtype": "int32",
        "input_dim": WORDS,
        "output_dim": WIDTH,
        "init": "uniform",
        "input_length": STEPS,
        "mask_zero": False,
        "activity_regularizer": None,
        "W_regularizer": None,
        "W_constraint": None,
        "dropout": 0.0,
    }
    return {"class_name": "Embedding", "config": config | options}


def plain(kind: str, name: str, **options: Any) -> Config:
    return {"class_name": kind, "config": {"name": name, "trainable": True} | options}


def sequential(*layers: Config) -> Config:
    return {"class_name": "Sequential", "config": list(layers)}


OLD: dict[str, Callable[[], Old]] = {}


def old(make: Callable[[], Old]) -> Callable[[], Old]:
    OLD[make.__name__] = make
    return make


HARD = {"recurrent_activation": "hard_sigmoid"}


@old
def words_lstm() -> Old:
    table = [("embedding_1_W", _array(WORDS, WIDTH))]
    return Old(
        sequential(
            embedding("embedding_1"),
            recurrent("LSTM", "lstm_1"),
            plain("Dropout", "dropout_1", p=0.5),
            dense("dense_1", 1),
            plain("Activation", "activation_1", activation="sigmoid"),
        ),
        {
            "embedding_1": table,
            "lstm_1": lstm_arrays("lstm_1", WIDTH),
            "dropout_1": [],
            "dense_1": dense_arrays("dense_1", UNITS, 1),
            "activation_1": [],
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS,)),
                k.layers.Embedding(WORDS, WIDTH, name="embedding_1"),
                k.layers.LSTM(UNITS, name="lstm_1", **HARD),
                k.layers.Dropout(0.5, name="dropout_1"),
                k.layers.Dense(1, name="dense_1"),
                k.layers.Activation("sigmoid", name="activation_1"),
            ]
        ),
        ("lstm_1",),
    )


@old
def masked_stack() -> Old:
    return Old(
        sequential(
            embedding("embedding_1", mask_zero=True),
            recurrent("LSTM", "lstm_1", return_sequences=True),
            recurrent("GRU", "gru_1", return_sequences=True, input_dim=UNITS),
            recurrent("SimpleRNN", "simplernn_1", input_dim=UNITS),
            dense("dense_1", 2, activation="softmax"),
        ),
        {
            "embedding_1": [("embedding_1_W:0", _array(WORDS, WIDTH))],
            "lstm_1": [(f"{name}:0", array) for name, array in lstm_arrays("lstm_1", WIDTH)],
            "gru_1": gru_arrays("gru_1", UNITS),
            "simplernn_1": joined_arrays("simplernn_1", UNITS, 1),
            "dense_1": dense_arrays("dense_1", UNITS, 2),
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS,)),
                k.layers.Embedding(WORDS, WIDTH, mask_zero=True, name="embedding_1"),
                k.layers.LSTM(UNITS, return_sequences=True, name="lstm_1", **HARD),
                k.layers.GRU(UNITS, return_sequences=True, reset_after=False, name="gru_1", **HARD),
                k.layers.SimpleRNN(UNITS, name="simplernn_1"),
                k.layers.Dense(2, "softmax", name="dense_1"),
            ]
        ),
        ("lstm_1", "gru_1", "simplernn_1"),
    )


@old
def numbers_with_input_dim() -> Old:
    """The shape is in ``input_dim`` and ``input_length`` alone; weights in three arrays."""
    return Old(
        sequential(
            recurrent("LSTM", "lstm_1", input_length=STEPS, consume_less="gpu"),
            dense("dense_1", 1, UNITS),
        ),
        {
            "lstm_1": joined_arrays("lstm_1", WIDTH, 4),
            "dense_1": dense_arrays("dense_1", UNITS, 1),
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS, WIDTH)),
                k.layers.LSTM(UNITS, name="lstm_1", **HARD),
                k.layers.Dense(1, name="dense_1"),
            ]
        ),
        ("lstm_1",),
    )


@old
def stateful_of_any_length() -> Old:
    return Old(
        sequential(
            recurrent(
                "GRU", "gru_1", batch_input_shape=[1, None, WIDTH], stateful=True,
                return_sequences=True,
            ),
            plain("TimeDistributedDense", "timedistributeddense_1", output_dim=2, bias=True,
                  activation="linear", init="glorot_uniform", input_dim=None, input_length=None),
        ),
        {
            "gru_1": gru_arrays("gru_1", WIDTH),
            "timedistributeddense_1": dense_arrays("timedistributeddense_1", UNITS, 2),
        },
        lambda k: k.Sequential(
            [
                k.Input((None, WIDTH)),
                k.layers.GRU(UNITS, return_sequences=True, reset_after=False, name="gru_1", **HARD),
                k.layers.Dense(2, name="timedistributeddense_1"),
            ]
        ),
        ("gru_1",),
    )  # fmt: skip


def _convolved(kernel: Array) -> Old:
    return Old(
        sequential(
            embedding("embedding_1"),
            plain("Convolution1D", "convolution1d_1", nb_filter=5, filter_length=3,
                  border_mode="same", subsample_length=1, activation="relu", bias=True,
                  init="uniform", input_dim=WIDTH, input_length=None),
            plain("MaxPooling1D", "maxpooling1d_1", pool_length=2, stride=2, border_mode="valid"),
            recurrent("LSTM", "lstm_1", input_dim=5),
            dense("dense_1", 1, activation="sigmoid"),
        ),
        {
            "embedding_1": [("embedding_1_W", _array(WORDS, WIDTH))],
            "convolution1d_1": [("convolution1d_1_W", kernel), ("convolution1d_1_b", _array(5))],
            "maxpooling1d_1": [],
            "lstm_1": lstm_arrays("lstm_1", 5),
            "dense_1": dense_arrays("dense_1", UNITS, 1),
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS,)),
                k.layers.Embedding(WORDS, WIDTH, name="embedding_1"),
                k.layers.Conv1D(5, 3, padding="same", activation="relu", name="convolution1d_1"),
                k.layers.MaxPooling1D(2, 2, name="maxpooling1d_1"),
                k.layers.LSTM(UNITS, name="lstm_1", **HARD),
                k.layers.Dense(1, "sigmoid", name="dense_1"),
            ]
        ),
        ("lstm_1",),
    )  # fmt: skip


@old
def a_convolution_of_1_2() -> Old:
    return _convolved(_array(3, 1, WIDTH, 5))


@old
def a_convolution_of_1_1() -> Old:
    return _convolved(_array(5, WIDTH, 3, 1))


@old
def both_ways() -> Old:
    inner = recurrent("LSTM", "lstm_1", return_sequences=True)
    return Old(
        sequential(
            embedding("embedding_1", mask_zero=True),
            plain("Bidirectional", "bidirectional_1", layer=inner, merge_mode="concat"),
            plain("Bidirectional", "bidirectional_2", merge_mode="sum",
                  layer=recurrent("GRU", "gru_1", input_dim=2 * UNITS)),
            dense("dense_1", 1),
        ),
        {
            "embedding_1": [("embedding_1_W", _array(WORDS, WIDTH))],
            "bidirectional_1": [
                *lstm_arrays("forward_lstm_1", WIDTH), *lstm_arrays("backward_lstm_1", WIDTH)
            ],
            "bidirectional_2": [
                *gru_arrays("forward_gru_1", 2 * UNITS), *gru_arrays("backward_gru_1", 2 * UNITS)
            ],
            "dense_1": dense_arrays("dense_1", UNITS, 1),
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS,)),
                k.layers.Embedding(WORDS, WIDTH, mask_zero=True, name="embedding_1"),
                k.layers.Bidirectional(
                    k.layers.LSTM(UNITS, return_sequences=True, **HARD), name="bidirectional_1"
                ),
                k.layers.Bidirectional(
                    k.layers.GRU(UNITS, reset_after=False, **HARD),
                    merge_mode="sum",
                    name="bidirectional_2",
                ),
                k.layers.Dense(1, name="dense_1"),
            ]
        ),
        ("bidirectional_1/forward", "bidirectional_1/backward", "bidirectional_2/forward",
         "bidirectional_2/backward"),
    )  # fmt: skip


@old
def an_autoencoder() -> Old:
    inner = dense("dense_1", 2, activation="tanh")
    return Old(
        sequential(
            plain("Masking", "masking_1", batch_input_shape=[None, STEPS, WIDTH], mask_value=0.0,
                  input_dtype="float32"),
            recurrent("LSTM", "lstm_1"),
            plain("RepeatVector", "repeatvector_1", n=STEPS),
            recurrent("LSTM", "lstm_2", input_dim=UNITS, return_sequences=True),
            plain("TimeDistributed", "timedistributed_1", layer=inner),
            plain("BatchNormalization", "batchnormalization_1", epsilon=1e-3, mode=0, axis=-1,
                  momentum=0.99, beta_init="zero", gamma_init="one"),
        ),
        {
            "masking_1": [],
            "lstm_1": lstm_arrays("lstm_1", WIDTH),
            "repeatvector_1": [],
            "lstm_2": lstm_arrays("lstm_2", UNITS),
            "timedistributed_1": dense_arrays("dense_1", UNITS, 2),
            "batchnormalization_1": [
                ("batchnormalization_1_gamma", _array(2)),
                ("batchnormalization_1_beta", _array(2)),
                ("batchnormalization_1_running_mean", _array(2)),
                ("batchnormalization_1_running_std", np.abs(_array(2)) + 0.5),
            ],
        },
        lambda k: k.Sequential(
            [
                k.Input((STEPS, WIDTH)),
                k.layers.Masking(name="masking_1"),
                k.layers.LSTM(UNITS, name="lstm_1", **HARD),
                k.layers.RepeatVector(STEPS, name="repeatvector_1"),
                k.layers.LSTM(UNITS, return_sequences=True, name="lstm_2", **HARD),
                k.layers.TimeDistributed(
                    k.layers.Dense(2, "tanh"), name="timedistributed_1"
                ),
                k.layers.BatchNormalization(name="batchnormalization_1"),
            ]
        ),
        ("lstm_1", "lstm_2"),
    )  # fmt: skip


def _node(entry: Config, *inputs: str) -> Config:
    """A layer of a functional model: references are lists of three."""
    nodes = [[[name, 0, 0] for name in inputs]] if inputs else []
    return {**entry, "name": entry["config"]["name"], "inbound_nodes": nodes}


def _input(name: str, shape: list[int | None], dtype: str) -> Config:
    config = {"batch_input_shape": shape, "input_dtype": dtype, "sparse": False, "name": name}
    return _node({"class_name": "InputLayer", "config": config})


def _merged(mode: str, kind: str) -> Old:
    layers = [
        _input("text", [None, STEPS], "int32"),
        _input("facts", [None, UNITS], "float32"),
        _node(embedding("embedding_1"), "text"),
        _node(recurrent("LSTM", "lstm_1"), "embedding_1"),
        _node(plain("Merge", "merge_1", mode=mode, mode_type="raw", concat_axis=-1, dot_axes=-1,
                    output_shape=None, output_shape_type="raw", arguments={}, output_mask=None,
                    output_mask_type="raw"), "lstm_1", "facts"),
        _node(dense("dense_1", 1, activation="sigmoid"), "merge_1"),
    ]  # fmt: skip
    config = {
        "name": "model_1",
        "layers": layers,
        "input_layers": [["text", 0, 0], ["facts", 0, 0]],
        "output_layers": [["dense_1", 0, 0]],
    }
    width = 2 * UNITS if mode == "concat" else UNITS

    def make(k: Any) -> Any:
        text, facts = k.Input((STEPS,), name="text"), k.Input((UNITS,), name="facts")
        read = k.layers.Embedding(WORDS, WIDTH, name="embedding_1")(text)
        read = k.layers.LSTM(UNITS, name="lstm_1", **HARD)(read)
        both = getattr(k.layers, kind)(name="merge_1")([read, facts])
        return k.Model([text, facts], k.layers.Dense(1, "sigmoid", name="dense_1")(both))

    return Old(
        {"class_name": "Model", "config": config},
        {
            "text": [],
            "facts": [],
            "embedding_1": [("embedding_1_W", _array(WORDS, WIDTH))],
            "lstm_1": lstm_arrays("lstm_1", WIDTH),
            "merge_1": [],
            "dense_1": dense_arrays("dense_1", width, 1),
        },
        make,
        ("lstm_1",),
    )


@old
def functional_concatenated() -> Old:
    return _merged("concat", "Concatenate")


@old
def functional_multiplied() -> Old:
    return _merged("mul", "Multiply")


@old
def functional_averaged() -> Old:
    return _merged("ave", "Average")


@old
def parameters_by_number() -> Old:
    """Before 1.0 the arrays had no names."""
    result = words_lstm()
    result.arrays = {
        name: [(f"param_{place}", array) for place, (_, array) in enumerate(each)]
        for name, each in result.arrays.items()
    }
    return result
