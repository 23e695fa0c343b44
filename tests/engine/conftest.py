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
    return pytest.importorskip("tf_keras", reason="tf-keras, the oracle of Keras 2, is missing")
