"""The largest or the mean of windows, or of everything."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from engine.network.kinds.checks import flag, unusable
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.kinds.window_sizes import counted, joined, parted, windows
from engine.network.network import Shape


def _shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    result = windows(options, "pool_size", rank)
    if result[0].padding == "causal":
        raise unusable(options, "padding")
    lengths, channels = parted(options, shapes, rank)
    if not lengths:
        return ()
    return joined(options, shapes, counted(options, shapes, result, lengths), channels)


def _global_shape(rank: int, options: Options, shapes: Shapes) -> Shape:
    kept = flag(options, "keepdims", False)
    lengths, channels = parted(options, shapes, rank)
    if not lengths:
        return ()
    return joined(options, shapes, (1,) * rank, channels) if kept else (shapes[0][0], channels)


def _kinds(rank: int) -> dict[str, Kind]:
    window = Kind(partial(_shape, rank), options=("pool_size", "strides", "padding", "data_format"))
    whole = Kind(partial(_global_shape, rank), options=("data_format", "keepdims"))
    return {
        f"MaxPooling{rank}D": window,
        f"AveragePooling{rank}D": window,
        f"GlobalMaxPooling{rank}D": whole,
        f"GlobalAveragePooling{rank}D": whole,
    }


KINDS: Mapping[str, Kind] = {**_kinds(1), **_kinds(2), **_kinds(3)}
