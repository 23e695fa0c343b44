"""Dense, Embedding, and the layers that hand on what they get."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.kinds.checks import (
    check_size,
    choice,
    computable,
    flag,
    integer,
    is_integer,
    misfit,
    number,
    only_shape,
    unsupported,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.network import INACTIVE, Shape


def _dense_shape(options: Options, shapes: Shapes) -> Shape:
    shape, units = only_shape(options, shapes, least=2), integer(options, "units")
    return computable(options, (*shape[:-1], units)) if shape else ()


def _dense_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    shape, units = only_shape(options, shapes, least=2), integer(options, "units")
    width = shape[-1] if shape else None
    check_size(options, units * (width or 1))
    result: dict[str, Shape] = {"kernel": (width, units)}
    return result | ({"bias": (units,)} if flag(options, "use_bias", True) else {})


def _embedding_shape(options: Options, shapes: Shapes) -> Shape:
    shape, width = only_shape(options, shapes), integer(options, "output_dim")
    declared = options.get("input_length")
    if len(shape) == 2 and shape[1] is None and is_integer(declared, 1):
        shape = (shape[0], declared)  # Keras 2 says here how long the sequences are
    return computable(options, (*shape, width)) if shape else ()


def _embedding_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    rows, columns = integer(options, "input_dim"), integer(options, "output_dim")
    flag(options, "mask_zero", False)
    check_size(options, rows * columns)
    return {"embeddings": (rows, columns)}


def encoding_mode(options: Options) -> str:
    """How a CategoryEncoding encodes: ``one_hot``, ``multi_hot`` or ``count``.

    Raises:
        ModelError: in no way that Keras has.
    """
    mode = choice(options, "output_mode", ("multi_hot", "binary", "one_hot", "count"))
    return "multi_hot" if mode == "binary" else mode


def _encoding_shape(options: Options, shapes: Shapes) -> Shape:
    shape, tokens = only_shape(options, shapes), integer(options, "num_tokens")
    mode = encoding_mode(options)
    if options.get("sparse"):
        raise unsupported(options, "sparse", True)
    if not shape:
        return ()
    if mode == "one_hot" and (len(shape) == 1 or shape[-1] != 1):
        return computable(options, (*shape, tokens))
    if mode != "one_hot" and len(shape) > 2:
        # Keras tells one shape for these and computes another.
        raise unsupported(options, "output_mode", mode)
    return computable(options, (*(shape[:-1] or shape), tokens))


STEPS_READ = "onnx.Mask"
"""From a sequence, and how many of its steps are read (or the option ``length``), to the mask
``(B, T)`` of an ONNX node's ``sequence_lens``."""


def _steps_read_shape(options: Options, shapes: Shapes) -> Shape:
    if options.get("length") is not None:
        integer(options, "length", 0)
    elif len(shapes) != 2 or shapes[1][1:] not in ((), (1,)) or not shapes[1]:
        raise misfit(options, shapes)
    return computable(options, shapes[0][:2]) if shapes and shapes[0] else ()


def _masking_shape(options: Options, shapes: Shapes) -> Shape:
    number(options, "mask_value", 0.0)
    return only_shape(options, shapes, least=2)


KINDS: Mapping[str, Kind] = {
    "Dense": Kind(_dense_shape, _dense_weights, ("units", "activation", "use_bias")),
    "Embedding": Kind(
        _embedding_shape,
        _embedding_weights,
        ("input_dim", "output_dim", "mask_zero", "input_length"),
    ),
    "CategoryEncoding": Kind(_encoding_shape, options=("num_tokens", "output_mode", "sparse")),
    STEPS_READ: Kind(_steps_read_shape, options=("length",)),
    "Masking": Kind(_masking_shape, options=("mask_value",)),
    **{name: Kind(only_shape, options=("rate", "stddev", "noise_shape")) for name in INACTIVE},
}
