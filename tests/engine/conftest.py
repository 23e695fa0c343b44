"""Keras 3 and Keras 2, imported once and only where a test asks for them."""

from __future__ import annotations

import gc
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
    shapes; there one step says as much as a loop over all, or as a function that could be swapped
    for another processor's, which take long to make."""
    import tensorflow as tf
    from tf_keras.src import backend
    from tf_keras.src.layers.rnn import gru, lstm

    def is_thrown_away() -> bool:
        graph = tf.compat.v1.get_default_graph() if not tf.executing_eagerly() else None
        while graph is not None and not str(getattr(graph, "name", "")).endswith("_scratch_graph"):
            graph = getattr(graph, "outer_graph", None)
        return graph is not None

    real = backend.rnn

    def over_time(last: Any, inputs: Any, *, all_steps: bool) -> Any:
        outputs = tf.expand_dims(last, 1)
        if all_steps:
            outputs = tf.repeat(outputs, tf.shape(inputs)[1], axis=1)
            outputs.set_shape([last.shape[0], inputs.shape[1], *last.shape[1:]])
        return outputs

    def rnn(step: Any, inputs: Any, states: Any, **options: Any) -> Any:
        is_other = options.get("time_major") or tf.nest.is_nested(inputs) or not states
        if is_other or not is_thrown_away():
            return real(step, inputs, states, **options)
        constants = list(options.get("constants") or [])
        last, after = step(inputs[:, 0], tuple(states) + tuple(constants))
        all_steps = options.get("return_all_outputs", True)
        return last, over_time(last, inputs, all_steps=all_steps), after

    def fused(real: Any) -> Any:
        """What an LSTM or a GRU makes has the shape of its state."""

        def call(*, inputs: Any, init_h: Any, return_sequences: bool, **given: Any) -> Any:
            given |= {"init_h": init_h, "return_sequences": return_sequences}
            if given["time_major"] or not is_thrown_away():
                return real(inputs=inputs, **given)
            states = [given[name] for name in ("init_h", "init_c") if name in given]
            outputs = over_time(init_h, inputs, all_steps=return_sequences)
            return init_h, outputs, *states, tf.constant(0.0)

        return call

    backend.rnn = rnn
    gru.gru_with_backend_selection = fused(gru.gru_with_backend_selection)
    lstm.lstm_with_backend_selection = fused(lstm.lstm_with_backend_selection)
