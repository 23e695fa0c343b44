"""Layers of several inputs."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.network.kinds.checks import (
    all_known,
    check_size,
    choice,
    computable,
    flag,
    integer,
    integers,
    is_integer,
    misfit,
    unsupported,
    unusable,
    unwrapped,
)
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.network import Shape

_CALL = ("causal", "use_causal_mask", "dropout", "return_attention_scores")

ELEMENTWISE = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")


def _size(options: Options, shapes: Shapes, one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return None
    if one != other and 1 not in (one, other):
        raise misfit(options, shapes)
    return max(one, other)


def elementwise(options: Options, shapes: Shapes) -> Shape:
    """One shape for all, axes that one lacks put in after that of the batch.

    Source: ``Merge.compute_output_shape`` in ``layers/merging/base_merge.py``.
    """
    if not all_known(options, shapes):
        return ()
    rank = max(len(shape) for shape in shapes)
    result: Shape = shapes[0][:1] + (1,) * (rank - len(shapes[0])) + shapes[0][1:]
    for shape in shapes[1:]:
        wide = shape[:1] + (1,) * (rank - len(shape)) + shape[1:]
        rest = zip(result[1:], wide[1:], strict=True)
        batch = wide[0] if result[0] is None else result[0]
        result = (batch, *(_size(options, shapes, one, other) for one, other in rest))
    return computable(options, result)


def _difference(options: Options, shapes: Shapes) -> Shape:
    all_known(options, shapes, 2, 2)
    return elementwise(options, shapes)


def one_axis(options: Options, rank: int, default: int = -1) -> int:
    """The axis that is named, counted from 0; never that of the batch.

    Raises:
        ModelError: it is none.
    """
    value = unwrapped(options.get("axis", default))
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not is_integer(value, -rank) or value >= rank or value % rank == 0:
        raise unusable(options, "axis")
    return int(value) % rank


def concatenated(options: Options, shapes: Shapes) -> Shape:
    """One after the other along an axis."""
    if not all_known(options, shapes):
        return ()
    rank = len(shapes[0])
    if any(len(shape) != rank for shape in shapes):
        raise misfit(options, shapes)
    along = one_axis(options, rank)
    result = []
    for axis, sizes in enumerate(zip(*shapes, strict=True)):
        known = {size for size in sizes if size is not None}
        if axis != along and len(known) > 1:
            raise misfit(options, shapes)
        result.append(sizes[0])
    lengths = [shape[along] for shape in shapes]
    result[along] = None if None in lengths else sum(size or 0 for size in lengths)
    return computable(options, tuple(result))


def dot_axes(options: Options, ranks: tuple[int, int]) -> tuple[int, int]:
    """The axes of both inputs that are summed over, counted from 0.

    Raises:
        ModelError: they are not there, or those of the batch.
    """
    found = integers(options, "axes", 2, least=-8)
    if any(not -rank <= axis < rank for axis, rank in zip(found, ranks, strict=True)):
        raise unusable(options, "axes")
    first, second = (axis % rank for axis, rank in zip(found, ranks, strict=True))
    if not first or not second:
        raise unusable(options, "axes")
    return first, second


def _dot_shape(options: Options, shapes: Shapes) -> Shape:
    flag(options, "normalize", False)
    if not all_known(options, shapes, 2, 2):
        return ()
    one, other = shapes
    if len(one) < 2 or len(other) < 2:
        raise misfit(options, shapes)
    first, second = dot_axes(options, (len(one), len(other)))
    sizes = (one[first], other[second])
    if None not in sizes and sizes[0] != sizes[1]:
        raise misfit(options, shapes)
    result = one[:first] + one[first + 1 :] + other[1:second] + other[second + 1 :]
    return computable(options, result if len(result) > 1 else (*result, 1))


def _attention(options: Options, shapes: Shapes) -> Shape:
    if not all_known(options, shapes, 2, 3):
        return ()
    query, value = shapes[0], shapes[1]
    key = shapes[2] if len(shapes) > 2 else value
    if any(len(shape) != 3 for shape in shapes):
        raise unsupported(options, "shapes", list(shapes))
    for one, other in ((query[-1], key[-1]), (value[1], key[1])):
        if None not in (one, other) and one != other:
            raise misfit(options, shapes)
    computable(options, (None, query[1], value[1]))
    return computable(options, (*query[:-1], value[-1]))


def looks_back(options: Options) -> bool:
    """Whether a step sees none that come after it.

    ``causal`` was an option of the layer until Keras 2.9; ``use_causal_mask`` is an argument of
    the call since.

    Raises:
        ModelError: it is neither true nor false.
    """
    return flag(options, "causal", False) or flag(options, "use_causal_mask", False)


def _attention_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    result: dict[str, Shape] = {}
    if flag(options, "use_scale", False):
        result["scale"] = ()
    if choice(options, "score_mode", ("dot", "concat")) == "concat":
        result["concat_score_weight"] = ()
    return result


def _attention_shape(options: Options, shapes: Shapes) -> Shape:
    looks_back(options)
    _attention_weights(options, shapes)
    return _attention(options, shapes)


def _additive_shape(options: Options, shapes: Shapes) -> Shape:
    looks_back(options)
    flag(options, "use_scale", True)
    return _attention(options, shapes)


def _additive_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    width = shapes[0][-1] if shapes and shapes[0] else None
    return {"scale": (width,)} if flag(options, "use_scale", True) else {}


ATTENDING = ("Attention", "AdditiveAttention", "MultiHeadAttention")
"""Kinds that lay every step beside every other, ``T x T``."""


def weights_shape(options: Options, shapes: Shapes) -> Shape:
    """The shape of the attention weights, which a call may return as its second output; ``()`` where
    it is not known."""
    if not all(shapes) or len(shapes) < 2:
        return ()
    heads = (integer(options, "num_heads"),) if "num_heads" in options else ()
    return (None, *heads, shapes[0][1], shapes[1][1])


MASKINGS = ("lowest", "zeroed", "added", "replaced")
"""How `MultiHeadAttention` keeps queries from masked values, which shows where a query sees none:

- "lowest": a score as low as can be, so that such a query takes as much of every value; Keras 3
  (``ops.dot_product_attention``).
- "zeroed": -1e9, and 0 after the softmax; Keras 3 with a dropout, or asked for its weights.
- "added": 1e9 less; Keras 2.
- "replaced": -1e9; Keras 2 with ``softmax_robust_masking``.
"""


def sliding_window(options: Options) -> int | None:
    """How many steps on either side a query sees, its own counted; None for all.

    Raises:
        ModelError: it is no whole number.
    """
    return None if options.get("sliding_window") is None else integer(options, "sliding_window")


def _heads_shape(options: Options, shapes: Shapes) -> Shape:
    looks_back(options)
    sliding_window(options)
    if not all_known(options, shapes, 1, 3):
        return ()
    results = shapes[0][-1:]
    if options.get("output_shape") is not None:
        results = integers(options, "output_shape")
    return computable(options, (*shapes[0][:-1], *results))


def check_heads(options: Options, shapes: Shapes) -> None:
    """What is replayed of ``MultiHeadAttention``: attention over the steps.

    Raises:
        UnsupportedError: it attends over other axes, has a gate, or gets no three axes.
        ModelError: its inputs do not fit together, or are too long.
    """
    over = unwrapped(options.get("attention_axes"))
    if over not in (None, 1, [1], (1,), [], ()):
        raise unsupported(options, "attention_axes", over)
    if options.get("use_gate"):
        raise unsupported(options, "use_gate", options["use_gate"])
    if not all_known(options, shapes, 2, 3):
        return
    if any(len(shape) != 3 for shape in shapes):
        raise unsupported(options, "shapes", list(shapes))
    query, value, key = shapes[0], shapes[1], shapes[-1]
    if None not in (value[1], key[1]) and value[1] != key[1]:
        raise misfit(options, shapes)
    computable(options, (None, integer(options, "num_heads"), query[1], value[1]))


def _heads_weights(options: Options, shapes: Shapes) -> dict[str, Shape]:
    """As ``MultiHeadAttention.build`` has them."""
    heads, width = integer(options, "num_heads"), integer(options, "key_dim")
    value = width if options.get("value_dim") is None else integer(options, "value_dim")
    known = all_known(options, shapes, 1, 3)
    query = shapes[0][-1] if known else None
    ends = [shape[-1] for shape in shapes] if known else [None]
    values = ends[1] if len(ends) > 1 else query
    keys = ends[2] if len(ends) > 2 else values
    results: Shape = (query,)
    if options.get("output_shape") is not None:
        results = integers(options, "output_shape")
    parts: dict[str, tuple[Shape, Shape]] = {
        "query": ((query, heads, width), (heads, width)),
        "key": ((keys, heads, width), (heads, width)),
        "value": ((values, heads, value), (heads, value)),
        "attention_output": ((heads, value, *results), results),
    }
    biased = flag(options, "use_bias", True)
    result: dict[str, Shape] = {}
    for part, (kernel, bias) in parts.items():
        check_size(options, math.prod(size or 1 for size in kernel))
        result[f"{part}/kernel"] = kernel
        if biased:
            result[f"{part}/bias"] = bias
    if options.get("use_gate"):
        raise unsupported(options, "use_gate", options["use_gate"])
    return result


KINDS: Mapping[str, Kind] = {
    **{name: Kind(elementwise) for name in ELEMENTWISE},
    "Subtract": Kind(_difference),
    "Concatenate": Kind(concatenated, options=("axis",)),
    "Dot": Kind(_dot_shape, options=("axes", "normalize")),
    "Attention": Kind(_attention_shape, _attention_weights, ("use_scale", "score_mode", *_CALL)),
    "AdditiveAttention": Kind(_additive_shape, _additive_weights, ("use_scale", *_CALL)),
    "MultiHeadAttention": Kind(
        _heads_shape,
        _heads_weights,
        (
            *("num_heads", "key_dim", "value_dim", "use_bias", "output_shape"),
            *("attention_axes", "sliding_window", "masking"),
            *("use_causal_mask", "return_attention_scores"),
        ),
    ),
}
