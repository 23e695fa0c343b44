"""Keras, imported once and only where a test asks for it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(scope="session")
def keras() -> Any:
    """The module ``keras`` on TensorFlow."""
    pytest.importorskip("tensorflow", reason="TensorFlow, the oracle, is not installed")
    from engine.training.network import quiet_keras

    return quiet_keras()
