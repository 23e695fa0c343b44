"""All kinds of layers, by their Keras class names; operations as ``ops.NAME``."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds import (
    activation,
    convolution,
    core,
    merging,
    normalisation,
    pooling,
    recurrent,
    shaping,
)
from engine.network.kinds.kind import Kind
from engine.network.kinds.operations.registry import KINDS as OPERATIONS

KINDS: Mapping[str, Kind] = {
    **core.KINDS,
    **activation.KINDS,
    **normalisation.KINDS,
    **convolution.KINDS,
    **pooling.KINDS,
    **merging.KINDS,
    **shaping.KINDS,
    **recurrent.KINDS,
    **OPERATIONS,
}
"""What each class wants of its file, and what shape it makes."""

REFUSED: tuple[str, ...] = (
    "Conv3D",
    "ConvLSTM3D",
    *(f"{what}Pooling3D" for what in ("Max", "Average", "GlobalMax", "GlobalAverage")),
)
"""The classes whose shapes are known, so that a summary can show them, and nothing more."""
