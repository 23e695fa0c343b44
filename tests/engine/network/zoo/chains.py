"""Chains: the commonest models, and every option of a recurrent layer."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import (
    KERAS2,
    KERAS3,
    STEPS,
    UNITS,
    WORDS,
    WRITERS,
    add,
    everywhere,
    functional,
    numbers,
    with_weights,
    words,
    zoo,
)

Options = dict[str, Any]


@everywhere("lstm")
def embedding_lstm_dense(k: Any) -> Any:
    layers = [*words(k), k.layers.LSTM(UNITS), k.layers.Dense(1, "sigmoid")]
    return k.Sequential(layers)


@everywhere("simple_rnn")
def simple_rnn_dense(k: Any) -> Any:
    return k.Sequential([*numbers(k), k.layers.SimpleRNN(UNITS), k.layers.Dense(1)])


@everywhere("lower", "gru", "upper")
def stacked(k: Any) -> Any:
    layers = [
        *words(k),
        k.layers.LSTM(5, return_sequences=True, name="lower"),
        k.layers.Dropout(0.3),
        k.layers.GRU(UNITS, return_sequences=True),
        k.layers.SimpleRNN(3, name="upper"),
        k.layers.Dense(4, "softmax"),
    ]
    return k.Sequential(layers)


@everywhere("lstm")
def functional_chain(k: Any) -> Any:
    return functional(k, [*words(k), k.layers.LSTM(UNITS), k.layers.Dense(1, "sigmoid")])


@everywhere("lstm")
def of_any_length(k: Any) -> Any:
    layers = [*words(k, None), k.layers.LSTM(UNITS, return_sequences=True), k.layers.Dense(2)]
    return k.Sequential(layers)


@everywhere("lstm")
def a_single_unit_and_a_single_step(k: Any) -> Any:
    return k.Sequential([*numbers(k, 1, 1), k.layers.LSTM(1), k.layers.Dense(1)])


@everywhere("lstm")
def one_hot_of_500(k: Any) -> Any:
    layers = [*numbers(k, STEPS, 500), k.layers.LSTM(UNITS), k.layers.Dense(1, "sigmoid")]
    return k.Sequential(layers)


@zoo("gru", writers=KERAS3)
def category_encoding(k: Any) -> Any:
    layers = [
        k.Input((STEPS,), dtype="int32"),
        k.layers.CategoryEncoding(WORDS, output_mode="one_hot"),
        k.layers.GRU(UNITS),
        k.layers.Dense(1, "sigmoid"),
    ]
    return k.Sequential(layers)


@everywhere("lstm")
def a_vector_whose_numbers_are_the_steps(k: Any) -> Any:
    layers = [k.Input((30,)), k.layers.Reshape((30, 1)), k.layers.LSTM(UNITS), k.layers.Dense(1)]
    return k.Sequential(layers)


@everywhere("lstm")
def a_vector_cut_in_steps(k: Any) -> Any:
    layers = [k.Input((12,)), k.layers.Dense(8), k.layers.Reshape((4, 2)), k.layers.LSTM(UNITS)]
    return k.Sequential(layers)


@everywhere("lstm")
def answers_of_a_sequence(k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, return_sequences=True),
        k.layers.LayerNormalization(),
        k.layers.Dense(6, "relu"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@everywhere("encoder", "decoder")
def autoencoder(k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, name="encoder"),
        k.layers.RepeatVector(STEPS),
        k.layers.LSTM(UNITS, return_sequences=True, name="decoder"),
        k.layers.TimeDistributed(k.layers.Dense(3)),
    ]
    return k.Sequential(layers)


def _one(kind: str, options: Options, k: Any) -> Any:
    layers = [
        *numbers(k),
        getattr(k.layers, kind)(UNITS, name="rnn", **options),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


OPTIONS: dict[str, Options] = {
    "reset before": {"reset_after": False},
    "no bias": {"use_bias": False},
    "relu": {"activation": "relu"},
    "elu": {"activation": "elu"},
    "hard_sigmoid": {"recurrent_activation": "hard_sigmoid"},
    "linear gates": {"recurrent_activation": "linear"},
    "dropout": {"dropout": 0.4, "recurrent_dropout": 0.3},
    "unroll": {"unroll": True},
    "backwards": {"go_backwards": True},
    "backwards, sequences": {"go_backwards": True, "return_sequences": True},
    "frozen": {"trainable": False},
    "no unit_forget_bias": {"unit_forget_bias": False},
    "regularised": {"kernel_regularizer": "l2", "recurrent_constraint": "max_norm"},
}
ONLY = {
    "reset before": ("GRU",),
    "no unit_forget_bias": ("LSTM",),
    "hard_sigmoid": ("LSTM", "GRU"),
    "linear gates": ("LSTM",),
}

for _name, _options in OPTIONS.items():
    _kinds = ONLY.get(_name, ("SimpleRNN", "LSTM", "GRU"))
    for _kind in _kinds:
        add(f"{_kind} {_name}", partial(_one, _kind, _options), "rnn")

for _number in (0, 1, 2):
    for _kind in ("SimpleRNN", "LSTM", "GRU"):
        if _kind == "SimpleRNN" and _number:
            continue
        _options = {} if _kind == "SimpleRNN" else {"implementation": _number}
        add(f"{_kind} implementation {_number}", partial(_one, _kind, _options), "rnn",
            writers=KERAS2)  # fmt: skip


@everywhere("rnn")
def an_activation_layer_as_activation(k: Any) -> Any:
    leaky = k.layers.LeakyReLU()
    return k.Sequential([*numbers(k), k.layers.SimpleRNN(UNITS, leaky, name="rnn")])


@everywhere("a", "b", "c")
def leaky_elu_relu_softmax_layers(k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, return_sequences=True, name="a"),
        k.layers.LeakyReLU(),
        k.layers.LSTM(UNITS, return_sequences=True, name="b"),
        k.layers.ELU(0.7),
        k.layers.BatchNormalization(),
        k.layers.LSTM(UNITS, name="c"),
        k.layers.ReLU(max_value=0.5, negative_slope=0.1, threshold=0.05),
        k.layers.PReLU(),
        k.layers.Dense(3),
        k.layers.Activation("tanh"),
        k.layers.Softmax(),
    ]
    return k.Sequential(layers)


def _stateful(kind: str, sequences: bool, k: Any) -> Any:
    start = (
        k.Input(batch_shape=(1, STEPS, 3))
        if hasattr(k, "ops")
        else k.Input(batch_input_shape=(1, STEPS, 3))
    )
    recurrent = getattr(k.layers, kind)
    layers = [
        start,
        recurrent(UNITS, stateful=True, return_sequences=sequences, name="rnn"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


for _kind in ("SimpleRNN", "LSTM", "GRU"):
    for _sequences in (False, True):
        add(
            f"stateful {_kind}{' of sequences' if _sequences else ''}",
            partial(_stateful, _kind, _sequences),
            "rnn",
        )


@everywhere("lstm")
def everything_in_float64(k: Any) -> Any:
    layers = [
        k.Input((STEPS, 3), dtype="float64"),
        k.layers.LSTM(UNITS, dtype="float64"),
        k.layers.Dense(1, dtype="float64"),
    ]
    return k.Sequential(layers)


def _pooled(kind: str, mask: bool, k: Any) -> Any:
    layers = [
        *words(k, mask_zero=mask),
        k.layers.GRU(UNITS, return_sequences=True),
        getattr(k.layers, kind)(),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


for _kind in ("GlobalAveragePooling1D", "GlobalMaxPooling1D", "Flatten"):
    add(f"{_kind} after it", partial(_pooled, _kind, False), "gru")
    add(f"{_kind} after it, masked", partial(_pooled, _kind, True), "gru")


def _trained(k: Any) -> Any:
    model = with_weights(embedding_lstm_dense(k))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    import numpy as np

    model.train_on_batch(np.ones((2, STEPS), np.int32), np.ones((2, 1)))
    return model


add("compiled and trained for one step", _trained, "lstm", writers=WRITERS)


@zoo("part/lstm", writers=KERAS2)
def names_of_all_sorts_in_keras_2(k: Any) -> Any:
    layers = [
        k.Input((STEPS,), dtype="int32", name="words.in"),
        k.layers.Embedding(WORDS, 5, name="my-embedding"),
        k.layers.LSTM(UNITS, name="part/lstm"),
        k.layers.Dense(1, name="part/answer>1"),
    ]
    return k.Sequential(layers)


@zoo("한국어 층", writers=KERAS3)
def names_of_all_sorts_in_keras_3(k: Any) -> Any:
    layers = [
        k.Input((STEPS,), dtype="int32", name="words in"),
        k.layers.Embedding(WORDS, 5, name="my embedding"),
        k.layers.LSTM(UNITS, name="한국어 층"),
        k.layers.Dense(1, name="answer:0"),
    ]
    return k.Sequential(layers)


@zoo(*(f"a_layer_with_a_name_of_many_letters_{n:03}" for n in range(3)), writers=WRITERS[1:3])
def more_than_64_kb_of_names(k: Any) -> Any:
    """HDF5 keeps 64 kB in an attribute; Keras cuts the list of names in pieces."""
    inner = [
        k.Input((STEPS, UNITS)),
        *(k.layers.Dense(UNITS, name=f"{'d' * 980}_{n:02}") for n in range(34)),
    ]
    model = k.Sequential(inner, name="many")
    layers = [
        *numbers(k),
        *(
            k.layers.LSTM(
                UNITS, return_sequences=True, name=f"a_layer_with_a_name_of_many_letters_{n:03}"
            )
            for n in range(3)
        ),
        model,
    ]
    return k.Sequential(layers)


def _vectorized(k: Any) -> Any:
    layer = k.layers.TextVectorization(
        output_sequence_length=STEPS, vocabulary=[f"word{n}" for n in range(WORDS - 2)]
    )
    layers = [
        k.Input((1,), dtype="string"),
        layer,
        k.layers.Embedding(WORDS, 5, mask_zero=True),
        k.layers.LSTM(UNITS),
        k.layers.Dense(1, "sigmoid"),
    ]
    return k.Sequential(layers)


# Keras's text layer is read past: the network is given ids, the proof gives Keras the words.
add("text in words", _vectorized, "lstm", writers=WRITERS[::3])
