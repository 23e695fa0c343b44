"""Makes the files ``keras_*.onnx`` in this folder: models of Keras as tf2onnx exports them.

It needs tf2onnx beside TensorFlow and tf-keras, which the tests do not:

    pip install --no-deps --target elsewhere tf2onnx
    PYTHONPATH=elsewhere python tests/engine/network/reference/make_keras.py

SimpleRNN, Keras 3's GRU and layers under a mask become loops there, in which no format
knows a recurrent layer any more: ``keras_loop.onnx``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import onnx
import tensorflow as tf
import tf2onnx
import tf_keras

HERE = Path(__file__).parent
WORDS, WIDTH, UNITS, STEPS = 11, 3, 4, 6


def write(
    name: str, kind: Any, layers: list[Any], shape: tuple[int | None, ...], ids: bool
) -> None:
    """Export a Sequential model of ``keras`` or ``tf_keras``."""
    dtype = tf.int32 if ids else tf.float32
    model = kind.Sequential([kind.layers.InputLayer(shape, dtype=dtype.name), *layers])
    signature = [tf.TensorSpec((None, *shape), dtype, name="x")]
    function = tf.function(model, input_signature=signature)
    made, _ = tf2onnx.convert.from_function(function, input_signature=signature, opset=15)
    onnx.save(made, HERE / f"keras_{name}.onnx")


def main() -> None:
    """Write everything."""
    keras.utils.set_random_seed(20261125)
    old, new = tf_keras.layers, keras.layers
    numbers = (STEPS, WIDTH)
    write("lstm", tf_keras, [old.LSTM(UNITS), old.Dense(2, activation="softmax")], numbers, False)
    stacked = [old.LSTM(UNITS, return_sequences=True), old.LSTM(UNITS), old.Dense(1, "sigmoid")]
    write("stacked", tf_keras, stacked, (None, WIDTH), False)
    every = [old.GRU(UNITS, return_sequences=True), old.TimeDistributed(old.Dense(2))]
    write("gru", tf_keras, every, numbers, False)
    both = [
        old.Embedding(WORDS, WIDTH),
        old.Bidirectional(old.LSTM(UNITS)),
        old.Dense(1, "sigmoid"),
    ]
    write("both", tf_keras, both, (STEPS,), True)
    summed = old.Bidirectional(old.GRU(UNITS, return_sequences=True), merge_mode="sum")
    write("summed", tf_keras, [summed, old.Flatten(), old.Dense(2, "relu")], numbers, False)
    write("three", keras, [new.LSTM(UNITS), new.Dense(1)], numbers, False)
    write("loop", keras, [new.GRU(UNITS), new.Dense(1)], numbers, False)


if __name__ == "__main__":
    main()
