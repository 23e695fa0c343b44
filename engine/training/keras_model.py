"""The Keras model of a recipe.  Only the training process calls what is in here.

TensorFlow is imported inside the functions: importing this module costs nothing.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.network.cell_kinds import CELL_KINDS
from engine.training.recipes import Recipe

MAX_AT_ONCE = 16
"""Batches; more gain nothing."""

AT_ONCE_SECONDS = 0.1
"""What the batches of one call may take, as `batches_at_once` guesses it.  It guesses high,
and a slow or busy machine has room left to the second within which a training is to stop."""

STEP_SECONDS = 50e-6
"""What a layer takes for a step, however small it is."""

PRODUCTS_A_SECOND = 3e9
"""Multiplications and additions, of small layers; large ones reach ten times as many."""

MIN_COMPILED_STEPS = 60_000
"""Steps of a layer, over all batches, that take as much longer uncompiled as XLA takes to
compile them: 5 to 9 seconds of a processor against 0.1 milliseconds a step."""

WRAPPED = ("sklearn", "pandas", "scipy")
"""What Keras and TensorFlow import where it is installed, to take what people have made with it."""


def quiet_keras() -> Any:
    """The module ``keras`` on TensorFlow, without what TensorFlow prints as it starts."""
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _stderr_closed(), _without_wrapped():
        import keras

    return keras


@contextmanager
def _without_wrapped() -> Iterator[None]:
    """Keras wraps its models for scikit-learn and takes pandas's tables, TensorFlow SciPy's sparse
    matrices, if those are installed: nothing here needs it, and to import them takes as long as a
    third of everything else."""
    absent = [name for name in WRAPPED if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # as one that is not installed
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


@contextmanager
def _stderr_closed() -> Iterator[None]:
    """Nothing reaches stderr, from C++ neither.

    TensorFlow tells of its options and of missing GPU drivers before it looks at any
    setting; on stderr an error of ours is to stand alone.
    """
    sys.stderr.flush()
    stderr, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)
        os.close(nowhere)


def build(recipe: Recipe) -> tuple[Any, Any]:
    """``(lecture, trained)``, not compiled: the lecture's model, and what is trained in its place.

    They are one and the same, but for a recipe that reads one-hot rows.  There the
    trained one takes ids, so that the lecture's 20,000 x 100 x 500 numbers (8 GB, and
    copies of them) never are: see `_reading_ids`.  It has the lecture's own weights, so
    what it learns is in them.
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
        layers.append(cell(recipe.units, **recipe.layer_options, return_sequences=above))
    layers.append(keras.layers.Dense(1, activation="sigmoid"))
    lecture = keras.Sequential(layers)
    if recipe.embedding is not None:
        return lecture, lecture
    return lecture, _reading_ids(keras, lecture, recipe)


def _reading_ids(keras: Any, lecture: Any, recipe: Recipe) -> Any:
    """The lecture's model for one-hot rows, with ids for its input.

    A one-hot row times a kernel is a row of the kernel.  So the kernel's rows are taken
    for all steps at once, and what is left of the first layer reads them.  Against one-hot
    rows made inside the step that takes a tenth of the time.
    """
    ops = keras.ops
    first = lecture.layers[0]

    class KernelRows(keras.layers.Layer):  # type: ignore[misc]
        """For each id the kernel's row; id 0, the padding, has one as in ``to_categorical``."""

        def __init__(self, cell: Any) -> None:
            super().__init__()
            self.cell = cell

        def call(self, ids: Any, training: bool = False) -> Any:
            kernel = self.cell.kernel
            # The reshape changes nothing but the gradient's form.  That of a bare `take`
            # is a list of rows, and Keras's optimizers square each of them by itself,
            # where the lecture's squares the sum of all that are of one id.
            rows = ops.take(ops.reshape(kernel, kernel.shape), ids, axis=0)
            if not recipe.dropout:
                return rows
            # One mask a review, for all of its steps; the cell draws it in validation too.
            ones = ops.ones((ops.shape(ids)[0], recipe.num_words))
            mask = keras.random.dropout(ones, recipe.dropout, seed=self.cell.seed_generator)
            if not training:
                return rows
            return rows * ops.expand_dims(ops.take_along_axis(mask, ids, axis=1), -1)

    class Recurrence(keras.layers.Layer):  # type: ignore[misc]
        """What a SimpleRNN's cell does with a row of its kernel.

        There is so little to a step of it that the identity, which does for the other
        cells, would take a tenth of the epoch.
        """

        def __init__(self, cell: Any) -> None:
            super().__init__()
            self.cell = cell
            self.state_size = self.output_size = cell.units

        def build(self, shape: Any) -> None:
            """The weights are the cell's."""

        def call(self, row: Any, states: Any) -> tuple[Any, Any]:
            before = ops.matmul(states[0], self.cell.recurrent_kernel)
            state = self.cell.activation(row + self.cell.bias + before)
            return state, [state]

    others = {name for name, value in recipe.layer_options.items() if value} - {"dropout"}
    if recipe.cell == "SimpleRNN" and not others:
        reading = keras.layers.RNN(Recurrence(first.cell), return_sequences=first.return_sequences)
    else:
        # The same layer of Keras with the same weights, but with the identity for its kernel.
        reading = type(first).from_config(first.get_config() | {"dropout": 0.0})
        reading.cell.kernel = ops.eye(first.cell.kernel.shape[-1])
        reading.cell.recurrent_kernel = first.cell.recurrent_kernel
        reading.cell.bias = first.cell.bias
        reading.cell.built = True
    ids = keras.Input((recipe.length,), dtype="int32")
    outputs = reading(KernelRows(first.cell)(ids))
    for layer in lecture.layers[1:]:
        outputs = layer(outputs)
    return keras.Model(ids, outputs)


def is_compiled(recipe: Recipe, reviews: int) -> bool:
    """Whether XLA compiles a training with so many reviews in an epoch.

    Compiled, an epoch of the lecture's LSTM takes a third of the time; but a training of a few
    hundred reviews would be over before the compiler is.
    """
    batches = recipe.epochs * math.ceil(reviews / recipe.batch)
    return batches * recipe.layers * recipe.length >= MIN_COMPILED_STEPS


def batches_at_once(recipe: Recipe, every: int = 0) -> int:
    """How many batches Keras carries out in one call: ``steps_per_execution``.

    Between two calls lies a millisecond of Python, as long as a batch of the lecture's
    first model takes.  But only between them is progress told, and training stopped: a
    large network has its batches one by one.  What is learned is the same.  After every so
    many batches, ``every``, the weights are kept; a call ends there.
    """
    width = recipe.embedding or 0  # one-hot rows are not multiplied
    products = 0
    for _ in range(recipe.layers):
        products += len(CELL_KINDS[recipe.cell].gates) * recipe.units * (width + recipe.units)
        width = recipe.units
    products *= 3 * recipe.batch * recipe.length  # forwards once, backwards twice
    seconds = recipe.layers * recipe.length * STEP_SECONDS + products / PRODUCTS_A_SECOND
    most = max(1, min(MAX_AT_ONCE, int(AT_ONCE_SECONDS / seconds)))
    return max(count for count in range(1, most + 1) if every % count == 0)
