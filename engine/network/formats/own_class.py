"""Whether a class in a Keras configuration is Keras's or its author's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OURS = ("keras", "tf_keras", "tensorflow", "tf.keras")
"""Where the classes of Keras itself live."""


def is_custom(entry: Mapping[str, Any]) -> bool:
    """Whether the class of an entry is the user's own, whatever it is called."""
    registered, module = entry.get("registered_name"), entry.get("module")
    kind = str(entry.get("class_name"))
    if ">" in kind:
        return True
    if isinstance(registered, str) and ">" in registered and not registered.startswith("keras"):
        return True
    return isinstance(module, str) and bool(module) and not module.startswith(OURS)
