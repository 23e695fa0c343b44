"""Keras 3 and Keras 2, imported once and only where a test asks for them."""

from __future__ import annotations

import os
from typing import Any

import pytest


@pytest.fixture(scope="session")
def keras() -> Any:
    """The module ``keras`` on TensorFlow."""
    pytest.importorskip("tensorflow", reason="TensorFlow, the oracle, is not installed")
    from engine.training.network import quiet_keras

    return quiet_keras()


@pytest.fixture(scope="session")
def tf_keras(keras: Any) -> Any:
    """The module ``tf_keras``: Keras 2."""
    os.environ.setdefault("TF_USE_LEGACY_KERAS", "0")
    library = pytest.importorskip("tf_keras", reason="tf-keras, the oracle of Keras 2, is missing")
    # For each LSTM and GRU it would also make the graph of cuDNN's kernel and of its gradient,
    # which no processor runs, and that takes longer than everything else.
    from tf_keras.src.layers.rnn import gru_lstm_utils

    gru_lstm_utils.function_register = lambda *args, **kwargs: None
    return library
