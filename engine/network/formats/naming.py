"""How Keras turns the name of a class into the name of a group."""

from __future__ import annotations

import re


def snake(name: str) -> str:
    """``keras.src.utils.naming.to_snake_case``: ``LSTM`` is ``lstm``, ``Conv1D`` ``conv1d``."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()
