"""Three models that are not of the lecture, really trained, for pictures.

``python -m tests.trained_models both|weather|attends FILE``; a process of its own, with TensorFlow.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

DAYS = 60


def both(path: Path) -> None:
    """A Bidirectional LSTM(16) on 8,000 reviews, three epochs, seed 7."""
    from engine.progress import finish
    from engine.training.data import load
    from engine.training.recipes import RECIPES

    recipe = RECIPES["lstm"]
    data = finish(load(recipe, 8000))
    keras = _keras()
    model = keras.Sequential(
        [
            keras.Input((recipe.length,)),
            keras.layers.Embedding(recipe.num_words, 16),
            keras.layers.Bidirectional(keras.layers.LSTM(16), name="both"),
            keras.layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile("adam", "binary_crossentropy")
    model.fit(data.training.ids, data.training.labels, batch_size=64, epochs=3, verbose=0)
    model.save(path)


def attends(path: Path) -> None:
    """An LSTM(8) whose steps look at each other with two heads, on 8,000 reviews, three epochs, seed
    7."""
    from engine.progress import finish
    from engine.training.data import load
    from engine.training.recipes import RECIPES

    recipe = RECIPES["lstm"]
    data = finish(load(recipe, 8000))
    keras = _keras()
    layers = keras.layers
    read = keras.Input((recipe.length,), dtype="int32")
    steps = layers.Embedding(recipe.num_words, 16, mask_zero=True)(read)
    steps = layers.LSTM(8, return_sequences=True, name="reads")(steps)
    steps = layers.MultiHeadAttention(2, 8, name="heads")(steps, steps)
    mean = layers.GlobalAveragePooling1D()(steps)
    model = keras.Model(read, layers.Dense(1, "sigmoid")(mean))
    model.compile("adam", "binary_crossentropy")
    model.fit(data.training.ids, data.training.labels, batch_size=64, epochs=3, verbose=0)
    model.save(path)


def weather(path: Path) -> None:
    """An LSTM(16) that reads 60 days of Seattle's weather and says tomorrow's highest
    temperature, by mean and deviation; twelve epochs, seed 7."""
    from engine.numbers.weather import read_weather
    from engine.progress import finish

    values = finish(read_weather()).values[:, :4]
    values = ((values - values.mean(0)) / values.std(0)).astype(np.float32)
    inputs = np.stack([values[k : k + DAYS] for k in range(len(values) - DAYS)])
    targets = values[DAYS:, 1]
    keras = _keras()
    model = keras.Sequential(
        [
            keras.Input((DAYS, 4)),
            keras.layers.LSTM(16, name="reads"),
            keras.layers.Dense(1, name="tomorrow"),
        ]
    )
    model.compile("adam", "mse")
    model.fit(inputs, targets, batch_size=32, epochs=12, verbose=0)
    model.save(path)


def _keras():  # type: ignore[no-untyped-def]
    from engine.training.keras_model import quiet_keras

    keras = quiet_keras()
    keras.utils.set_random_seed(7)
    return keras


if __name__ == "__main__":
    {"both": both, "weather": weather, "attends": attends}[sys.argv[1]](Path(sys.argv[2]))
