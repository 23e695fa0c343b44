"""The Keras model of a recipe.  Only the training process calls what is in here.

TensorFlow is imported inside the functions: importing this module costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.training.recipes import Recipe


def quiet_keras() -> Any:
    """The module ``keras`` on TensorFlow, without what TensorFlow prints as it starts."""
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _stderr_closed():
        import keras

    return keras


@contextmanager
def _stderr_closed() -> Iterator[None]:
    """Nothing reaches stderr, from C++ neither.

    TensorFlow tells of its options and of missing GPU drivers before it looks at any
    setting; on stderr an error of ours is to stand alone.
    """
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def build(recipe: Recipe) -> tuple[Any, Any]:
    """The lecture's model, and the one that is trained in its place.

    They are one and the same, but for a recipe that reads one-hot rows.  There the
    trained one takes ids, and makes the rows of a batch inside the step: 64 x 100 x 500
    numbers at a time instead of the lecture's 20,000 x 100 x 500 (4 GB, and copies of
    them).  It is made of the lecture's own layers, so what it learns is in them.

    Returns:
        ``(lecture, trained)``, not compiled.
    """
    keras = quiet_keras()
    layers: list[Any] = []
    if recipe.embedding is None:
        layers.append(keras.Input((recipe.length, recipe.num_words)))
    else:
        layers.append(keras.Input((recipe.length,)))
        layers.append(
            keras.layers.Embedding(recipe.num_words, recipe.embedding, mask_zero=recipe.mask)
        )
    cell = getattr(keras.layers, recipe.cell)
    for place in range(recipe.layers):
        above = place < recipe.layers - 1
        layers.append(cell(recipe.units, dropout=recipe.dropout, return_sequences=above))
    layers.append(keras.layers.Dense(1, activation="sigmoid"))
    lecture = keras.Sequential(layers)
    if recipe.embedding is not None:
        return lecture, lecture
    ids = keras.Input((recipe.length,), dtype="int32")
    # Id 0, the padding, gives a 1 in column 0, as ``to_categorical`` does.
    rows = keras.layers.Lambda(lambda batch: keras.ops.one_hot(batch, recipe.num_words))(ids)
    return lecture, keras.Model(ids, lecture(rows))
