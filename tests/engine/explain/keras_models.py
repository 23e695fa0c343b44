"""Small models of Keras of every shape that can be explained, and what `tf.GradientTape` says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.network.opening import open_network

Array = npt.NDArray[Any]

BATCH, STEPS, FEATURES, WORDS = 3, 7, 3, 40


@dataclass(frozen=True, eq=False)
class Opened:
    """A model, the network that its file is opened as, and a batch for it.

    Attributes:
        model: Keras's.
        network: ours.
        inputs: of the main input, ids ``(B, T)`` or numbers ``(B, T, F)``.
        auxiliary: of the others, ``(B, ...)`` by name.
    """

    model: Any
    network: Network
    inputs: Array
    auxiliary: Mapping[str, Array]

    def given(self, inputs: Array) -> Any:
        """What Keras's model is called with, the first rows of the auxiliary inputs beside."""
        import tensorflow as tf

        if not self.auxiliary:
            return inputs
        return [
            tf.convert_to_tensor(inputs),
            *(tf.constant(rows[: len(inputs)]) for rows in self.auxiliary.values()),
        ]

    def logits(self, inputs: Any) -> Any:
        """What the last layer sums up, before its sigmoid or softmax: ``(B, ..., C)``."""
        last = self.model.layers[-1]
        last = getattr(last, "layer", last)
        usual, last.activation = last.activation, lambda values: values
        try:
            return self.model(self.given(inputs))
        finally:
            last.activation = usual

    def tape_gradient(self, channel: int, at: int | None = None) -> Array:
        """By numbers ``(B, T, F)``; by the rows of the Embedding, every id of which stands at one
        place alone, but for the padding, which has the gradients of all its places in each."""
        import tensorflow as tf

        embedding = next((each for each in self.model.layers if hasattr(each, "embeddings")), None)
        with tf.GradientTape() as tape:
            if embedding is None:
                watched = tf.constant(self.inputs)
                tape.watch(watched)
                answer = self.logits(watched)
            else:
                watched = embedding.embeddings.value
                answer = self.logits(self.inputs)
            answer = answer[:, -1 if at is None else at] if len(answer.shape) == 3 else answer
            total = tf.reduce_sum(answer[:, channel])
        gradient = np.asarray(tf.convert_to_tensor(tape.gradient(total, watched)))
        return gradient if embedding is None else gradient[self.inputs]


def opened(keras: Any, name: str, folder: Path) -> Opened:
    """The model of a row of `MODELS`, weights drawn from a seed."""
    keras.utils.set_random_seed(7)
    model = MODELS[name](keras)
    random = np.random.default_rng(3)
    for weight in model.weights:
        drawn = random.standard_normal(weight.shape) * 0.5 / max(1, weight.shape[0]) ** 0.3
        weight.assign(np.abs(drawn) + 0.3 if "variance" in weight.name else drawn)
    path = folder / "model.keras"
    model.save(path)
    first, *others = model.inputs
    if first.dtype == "int32":
        inputs = 1 + random.permutation(WORDS - 1)[: BATCH * STEPS].reshape(BATCH, STEPS)
        inputs = inputs.astype(np.int32)
        if "masked" in name:
            for row, padded in enumerate((0, 2, STEPS - 1)):
                inputs[row, :padded] = 0
    else:
        inputs = random.standard_normal((BATCH, STEPS, FEATURES)).astype(np.float32)
        if "masked" in name:
            inputs[1, :2], inputs[2, 3:5], inputs[0, -1] = 0, 0, 0
    auxiliary = {
        other.name: random.standard_normal((BATCH, *other.shape[1:])).astype(np.float32)
        for other in others
    }
    return Opened(model, open_network(path), inputs, auxiliary)


Build = Callable[[Any], Any]


def _numbers(*layers: Callable[[Any], Any], masked: bool = False, classes: int = 1) -> Build:
    """A chain that reads numbers."""

    def build(keras: Any) -> Any:
        made = [keras.Input((STEPS, FEATURES))]
        made += [keras.layers.Masking()] if masked else []
        made += [layer(keras) for layer in layers]
        return keras.Sequential([*made, _head(keras, classes)])

    return build


def _words(*layers: Callable[[Any], Any], masked: bool = False) -> Build:
    """A chain that reads ids."""

    def build(keras: Any) -> Any:
        embedding = keras.layers.Embedding(WORDS, 4, mask_zero=masked)
        first = [keras.Input((STEPS,), dtype="int32"), embedding]
        return keras.Sequential([*first, *(layer(keras) for layer in layers), _head(keras, 1)])

    return build


def _head(keras: Any, classes: int) -> Any:
    return keras.layers.Dense(classes, activation="sigmoid" if classes == 1 else "softmax")


def _layer(kind: str, *values: Any, **options: Any) -> Callable[[Any], Any]:
    return lambda keras: getattr(keras.layers, kind)(*values, **options)


def _both(kind: str, mode: str, **options: Any) -> Callable[[Any], Any]:
    return lambda keras: keras.layers.Bidirectional(
        getattr(keras.layers, kind)(4, **options), merge_mode=mode
    )


def _every_step(keras: Any) -> Any:
    x = given = keras.Input((STEPS, FEATURES))
    x = keras.layers.GRU(4, return_sequences=True)(x)
    dense = keras.layers.Dense(3, activation="softmax")
    return keras.Model(given, keras.layers.TimeDistributed(dense)(x))


def _attended(keras: Any, additive: bool) -> Any:
    given = keras.Input((STEPS, FEATURES))
    steps = keras.layers.LSTM(4, return_sequences=True)(given)
    kind = keras.layers.AdditiveAttention if additive else keras.layers.Attention
    context = keras.layers.GlobalAveragePooling1D()(kind()([steps, steps]))
    joined = keras.layers.Concatenate()([context, keras.layers.GlobalMaxPooling1D()(steps)])
    return keras.Model(given, _head(keras, 1)(joined))


def _heads(keras: Any, masked: bool) -> Any:
    """A block of a transformer before a recurrent layer, and the layer's steps asked once more."""
    heads = partial(keras.layers.MultiHeadAttention, 2, 3)
    given = keras.Input((STEPS,), dtype="int32")
    x = keras.layers.Embedding(WORDS, 4, mask_zero=masked)(given)
    y = keras.layers.LayerNormalization()(keras.layers.Add()([x, heads()(x, x)]))
    y = keras.layers.LSTM(4, return_sequences=True)(y)
    y = heads(value_dim=2, output_shape=3)(y, y, use_causal_mask=True)
    return keras.Model(given, _head(keras, 1)(keras.layers.Flatten()(y)))


def _handed_on(keras: Any, kind: str) -> Any:
    """An encoder's states are a decoder's first, both reading the same."""
    given = keras.Input((STEPS, FEATURES))
    cell = getattr(keras.layers, kind)
    _, *states = cell(4, return_state=True)(given)
    after = cell(4)(given, initial_state=states)
    return keras.Model(given, _head(keras, 1)(after))


def _both_states(keras: Any) -> Any:
    given = keras.Input((STEPS, FEATURES))
    both = keras.layers.Bidirectional(keras.layers.LSTM(4, return_state=True))
    _, *states = both(given)
    return keras.Model(given, _head(keras, 1)(keras.layers.Concatenate()(states)))


def _two_inputs(keras: Any) -> Any:
    given, beside = keras.Input((STEPS, FEATURES)), keras.Input((2,), name="beside")
    h = keras.layers.GRU(4)(given)
    joined = keras.layers.Concatenate()([h, beside])
    return keras.Model([given, beside], _head(keras, 1)(joined))


def _residual(keras: Any) -> Any:
    given = keras.Input((STEPS,), dtype="int32")
    x = keras.layers.Embedding(WORDS, 4)(given)
    y = keras.layers.LSTM(4, return_sequences=True)(x)
    y = keras.layers.LayerNormalization()(keras.layers.Add()([x, y]))
    y = keras.layers.Multiply()([y, keras.layers.GRU(4, return_sequences=True)(y)])
    return keras.Model(given, _head(keras, 1)(keras.layers.Flatten()(y)))


_SEQUENCES = {"return_sequences": True}


def _cells(*, both: bool = False, **options: Any) -> Build:
    """An RNN of two cells, one on the other."""

    def build(keras: Any) -> Any:
        cells = [keras.layers.LSTMCell(4), keras.layers.GRUCell(3)]
        layer = keras.layers.RNN(cells, **options)
        return keras.layers.Bidirectional(layer) if both else layer

    return build


MODELS: Mapping[str, Build] = {
    "simple rnn": _numbers(_layer("SimpleRNN", 4)),
    "lstm": _numbers(_layer("LSTM", 4)),
    "gru": _numbers(_layer("GRU", 4)),
    "gru reset before": _numbers(_layer("GRU", 4, reset_after=False)),
    "relu and hard gates": _numbers(
        _layer("LSTM", 4, activation="relu", recurrent_activation="hard_sigmoid")
    ),
    "softmax in the cell": _numbers(_layer("GRU", 4, activation="softmax")),
    "words": _words(_layer("LSTM", 4)),
    "words masked": _words(_layer("SimpleRNN", 4, **_SEQUENCES), _layer("GRU", 4), masked=True),
    "words masked both ways": _words(_both("LSTM", "concat"), masked=True),
    "numbers masked": _numbers(_layer("LSTM", 4, **_SEQUENCES), _layer("LSTM", 4), masked=True),
    "stacked": _numbers(
        _layer("SimpleRNN", 4, **_SEQUENCES), _layer("LSTM", 5, **_SEQUENCES), _layer("GRU", 3)
    ),
    **{f"both ways {mode}": _numbers(_both("GRU", mode)) for mode in ("concat", "sum", "mul")},
    "both ways ave": _numbers(_both("LSTM", "ave", **_SEQUENCES), _layer("SimpleRNN", 4)),
    "both ways mul": _numbers(_both("LSTM", "mul", **_SEQUENCES), _layer("LSTM", 4)),
    "cells on cells": _numbers(_cells(**_SEQUENCES), _layer("GRU", 3)),
    "cells on cells backwards masked": _numbers(
        _cells(go_backwards=True, **_SEQUENCES), _layer("GRU", 3), masked=True
    ),
    "cells on cells both ways": _numbers(_cells(both=True, **_SEQUENCES), _layer("LSTM", 4)),
    "backwards": _numbers(
        _layer("LSTM", 4, go_backwards=True, **_SEQUENCES), _layer("GRU", 4, go_backwards=True)
    ),
    "backwards masked": _numbers(_layer("GRU", 4, go_backwards=True), masked=True),
    "convolved": _words(
        _layer("Conv1D", 4, 3, padding="same", activation="relu"),
        _layer("MaxPooling1D", 2),
        _layer("LSTM", 4, **_SEQUENCES),
        _layer("GlobalAveragePooling1D"),
    ),
    "normalised": _numbers(
        _layer("LSTM", 4, **_SEQUENCES),
        _layer("BatchNormalization"),
        _layer("Dropout", 0.5),
        _layer("LayerNormalization"),
        _layer("GRU", 4),
    ),
    "many classes": _numbers(_layer("LSTM", 4), _layer("Dense", 5, activation="tanh"), classes=4),
    "every step": _every_step,
    "attention": partial(_attended, additive=False),
    "additive attention": partial(_attended, additive=True),
    "words through heads": partial(_heads, masked=False),
    "words through heads masked": partial(_heads, masked=True),
    "lstm states handed on": partial(_handed_on, kind="LSTM"),
    "gru states handed on": partial(_handed_on, kind="GRU"),
    "states of both ways": _both_states,
    "two inputs": _two_inputs,
    "residual words": _residual,
}
"""By what is in them."""
