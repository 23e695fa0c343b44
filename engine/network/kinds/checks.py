"""What the kinds of layers may believe of an untrusted configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import ModelError, UnsupportedError

MOST_NUMBERS = 2**28
"""Numbers in one weight: a gigabyte of float32."""

MOST_STEPS = 1_000_000
"""Time steps of one sequence."""


def layer_name(options: Mapping[str, Any]) -> str:
    """The layer's name, for a message."""
    return str(options.get("name", "?"))[:80]


def whole(options: Mapping[str, Any], option: str, least: int = 1) -> int:
    """An option that must be a whole number from ``least`` to 2^31.

    Raises:
        ModelError: it is none.
    """
    value = options.get(option)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 2**31:
        raise ModelError(
            "The layer {layer} has no usable {option} in its configuration: {value}.",
            layer=layer_name(options),
            option=option,
            value=str(value)[:40],
        )
    return value


def bounded(options: Mapping[str, Any], numbers: int) -> None:
    """A weight of so many numbers may be made.

    Raises:
        ModelError: it is too large.
    """
    if numbers > MOST_NUMBERS:
        raise ModelError(
            "The layer {layer} asks for {numbers} numbers in one weight, more than "
            "Gatescope opens.",
            layer=layer_name(options),
            numbers=f"{numbers:,}",
        )


def unsupported(options: Mapping[str, Any], option: str, value: Any) -> UnsupportedError:
    """What to raise where an option would change the numbers and is not replayed."""
    return UnsupportedError(
        "The layer {layer} uses {option}, which cannot be replayed yet.",
        layer=layer_name(options),
        option=f"{option}={value!r}"[:60],
    )
