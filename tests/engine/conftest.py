"""Keras 3 and Keras 2, imported once and only where a test asks for them."""

from __future__ import annotations

import builtins
import gc
import inspect
import os
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module", autouse=True)
def seldom_collected(little_to_collect: None) -> Iterator[None]:
    """Models of Keras are made of so many objects that Python looks for garbage a thousand times in
    forty tests, for 4 % of their time; it still does, after many more.  Windows have their own way
    (`gui.kit.garbage`), and so the tests of windows."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    yield
    gc.set_threshold(*before)


@pytest.fixture(scope="module", autouse=True)
def imported_by_python() -> Iterator[None]:
    """PySide6 has each import of the process ask whether its features are wanted.  TensorFlow's
    functions import others more than a million times while the models of the zoo are made."""
    with pytest.MonkeyPatch.context() as patch:
        real = getattr(builtins, "__orig_import__", builtins.__import__)
        patch.setattr(builtins, "__import__", real)
        yield


@pytest.fixture(scope="session")
def keras() -> Any:
    """The module ``keras`` on TensorFlow."""
    pytest.importorskip("tensorflow", reason="TensorFlow, the oracle, is not installed")
    from engine.training.keras_model import quiet_keras

    library = quiet_keras()
    _kernels_are_kept()
    return library


def _kernels_are_kept() -> None:
    """Whoever clears a session, so that layers are named from the first again, would let TensorFlow
    forget each operation that was ever run: finding them all anew takes two fifths of a test."""
    from tensorflow.python.eager import context

    context.Context.clear_kernel_cache = lambda self: None


@pytest.fixture(scope="session")
def tf_keras(keras: Any) -> Any:
    """The module ``tf_keras``: Keras 2."""
    os.environ.setdefault("TF_USE_LEGACY_KERAS", "0")
    library = pytest.importorskip("tf_keras", reason="tf-keras, the oracle of Keras 2, is missing")
    # For each LSTM and GRU it would also make the graph of cuDNN's kernel and of its gradient,
    # which no processor runs, and that takes longer than everything else.
    from tf_keras.src.layers.rnn import gru_lstm_utils

    gru_lstm_utils.function_register = lambda *args, **kwargs: None
    _only_shapes_where_nothing_is_computed(library)
    return library


def _only_shapes_where_nothing_is_computed(library: Any) -> None:
    """As a model is put together, tf-keras calls each layer in a graph that it throws away, for the
    shapes; a recurrent layer knows them, and to make its steps, its loop and a function that could
    be swapped for another processor's takes long.  So does a Dense, whose product over the last of
    three axes is made of a dozen operations."""
    import tensorflow as tf
    from tf_keras.src.layers.core import dense
    from tf_keras.src.layers.rnn import base_conv_rnn, base_rnn, gru, lstm

    def is_thrown_away() -> bool:
        graph = tf.compat.v1.get_default_graph() if not tf.executing_eagerly() else None
        while graph is not None and not str(getattr(graph, "name", "")).endswith("_scratch_graph"):
            graph = getattr(graph, "outer_graph", None)
        return graph is not None

    def shaped(real: Any) -> Any:
        def call(self: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
            first = inputs[0] if isinstance(inputs, (list, tuple)) else inputs
            if not is_thrown_away() or (hasattr(self.cell, "cells") and self.return_state):
                return real(self, inputs, *args, **kwargs)
            shape = self.compute_output_shape(tuple(first.shape))
            made = [
                tf.compat.v1.placeholder(self.compute_dtype, each)
                for each in (shape if self.return_state else [shape])
            ]
            return made if self.return_state else made[0]

        vars(call)["__signature__"] = inspect.signature(real)
        return call

    multiplied = dense.Dense.call

    def product(self: Any, inputs: Any) -> Any:
        if not is_thrown_away():
            return multiplied(self, inputs)
        return tf.compat.v1.placeholder(self.compute_dtype, self.compute_output_shape(inputs.shape))

    dense.Dense.call = product
    for layer in (base_rnn.RNN, base_conv_rnn.ConvRNN, gru.GRU, lstm.LSTM):
        layer.call = shaped(layer.call)
