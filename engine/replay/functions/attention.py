"""Attention: every query a mixture of the values whose keys are like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from engine.network.derivatives import pulled_through_softmax
from engine.network.kinds.checks import choice, integer
from engine.network.kinds.merging import MASKINGS, check_heads, looks_back, sliding_window
from engine.network.network import Layer
from engine.replay.functions.activation import softmax
from engine.replay.functions.function import Array, Function, Mask, weight
from engine.replay.functions.gradient import Gradient

Score = Callable[[Layer, Array, Array], Array]

Attention = Callable[[Layer, "list[Array]", "list[Mask]"], "tuple[Array, Array]"]
"""``attention(layer, inputs, masks)``: the output ``(B, Tq, D)``, and what each query takes of each
value, ``(B, heads, Tq, Tv)``."""

_MAX_PAIRS = 2**22
"""Numbers that are made at once where every query is laid beside every key."""

_FAR = 1e9


def _paired(query: Array, key: Array, score: Callable[[Array], Array]) -> Array:
    """The scores of every query with every key, some queries at a time.

    Args:
        query: ``(B, Tq, D)``.
        key: ``(B, Tv, D)``.
        score: from their sums ``(B, some, Tv, D)`` to ``(B, some, Tv)``.
    """
    each = max(1, max(len(query), len(key)) * key[0].size)
    count = max(1, _MAX_PAIRS // each)
    starts = range(0, query.shape[1], count)
    parts = [score(query[:, start : start + count, None] + key[:, None]) for start in starts]
    return np.concatenate(parts, axis=1)


def _scores(layer: Layer, query: Array, key: Array) -> Array:
    """``(B, Tq, Tv)``; source: ``layers/attention/attention.py``."""
    scale = weight(layer, "scale", query) if "scale" in layer.weights else query.dtype.type(1)
    if choice(layer.options, "score_mode", ("dot", "concat")) == "dot":
        return query @ key.swapaxes(-2, -1) * scale
    times = weight(layer, "concat_score_weight", query)
    return _paired(query, key, lambda pairs: times * np.tanh(scale * pairs).sum(axis=-1))


def _additive_scores(layer: Layer, query: Array, key: Array) -> Array:
    """``(B, Tq, Tv)``; source: ``layers/attention/additive_attention.py``."""
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.ones(query.shape[-1])
    scale = scale.astype(query.dtype, copy=False)
    return _paired(query, key, lambda pairs: np.tanh(pairs) @ scale)


def _attended(
    score: Score, layer: Layer, inputs: list[Array], masks: list[Mask]
) -> tuple[Array, Array]:
    """``(B, Tq, D)``, ``(B, Tv, D)`` and perhaps keys to ``(B, Tq, D)``: the values by their
    shares; masked values have none, masked queries are 0."""
    shares = _shares(score(layer, inputs[0], inputs[-1]), layer, masks)
    result = shares @ inputs[1]
    if masks[0] is not None:
        result = np.where(masks[0][..., None], result, result.dtype.type(0))
    return result, shares[:, None]


def _shares(scores: Array, layer: Layer, masks: list[Mask]) -> Array:
    """What each query takes of each value, ``(B, Tq, Tv)``."""
    seen = None if masks[1] is None else masks[1][:, None]
    if looks_back(layer.options):
        past = np.tri(*scores.shape[-2:], dtype=np.bool_)[None]
        seen = past if seen is None else seen & past
    if seen is not None:
        scores = np.where(seen, scores, scores - scores.dtype.type(_FAR))
    return softmax(scores, (-1,))


# -- of many heads -----------------------------------------------------------------


def _projected(layer: Layer, part: str, values: Array) -> Array:
    """A part of every head, ``(B, H, T, K)``."""
    result: Array = np.tensordot(values, weight(layer, f"{part}/kernel", values), axes=1)
    if f"{part}/bias" in layer.weights:
        result += weight(layer, f"{part}/bias", values)
    return result.swapaxes(1, 2)


def _parts(layer: Layer, inputs: list[Array]) -> tuple[Array, Array, Array]:
    """The queries, keys and values of every head, ``(B, H, T, K)``."""
    check_heads({**layer.options, "name": layer.name}, tuple(one.shape for one in inputs))
    ways = (("query", inputs[0]), ("key", inputs[-1]), ("value", inputs[1]))
    query, key, value = (_projected(layer, part, values) for part, values in ways)
    return query, key, value


def _seen(layer: Layer, shape: tuple[int, int], masks: list[Mask]) -> Mask:
    """Which value a query may see, ``(B or 1, 1, Tq, Tv)``; None for all."""
    parts = [None if masks[0] is None else masks[0][:, None, :, None]]
    parts += [None if mask is None else mask[:, None, None] for mask in masks[1:]]
    if looks_back(layer.options):
        parts.append(np.tri(*shape, dtype=np.bool_)[None, None])
    if (reach := sliding_window(layer.options)) is not None:
        apart = np.abs(np.arange(shape[0])[:, None] - np.arange(shape[1]))
        parts.append((apart < reach)[None, None])
    seen: Mask = None
    for part in parts:
        if part is not None:
            seen = part if seen is None else seen & part
    return seen


def _scale(layer: Layer, like: Array) -> Array:
    return np.asarray(1 / np.sqrt(integer(layer.options, "key_dim")), like.dtype)


def _shares_of_heads(
    layer: Layer, query: Array, key: Array, masks: list[Mask]
) -> tuple[Array, Mask]:
    """What each query takes of each value, ``(B, H, Tq, Tv)``, and which it may see.

    Source: ``layers/attention/multi_head_attention.py``; the ways to mask: `MASKINGS`.
    """
    scores = query @ key.swapaxes(-2, -1) * _scale(layer, query)
    if (seen := _seen(layer, (query.shape[2], key.shape[2]), masks)) is None:
        return softmax(scores, (-1,)), None
    way, number = choice(layer.options, "masking", MASKINGS), scores.dtype.type
    low = number(-0.7 * np.finfo(scores.dtype).max) if way == "lowest" else number(-_FAR)
    scores = np.where(seen, scores, scores + low if way == "added" else low)
    shares = softmax(scores, (-1,))
    return (np.where(seen, shares, number(0)) if way == "zeroed" else shares), seen


def _heads(layer: Layer, inputs: list[Array], masks: list[Mask]) -> tuple[Array, Array]:
    """``(B, Tq, D)``, ``(B, Tv, D)`` and perhaps keys to ``(B, Tq, ...)``."""
    query, key, value = _parts(layer, inputs)
    shares, _ = _shares_of_heads(layer, query, key, masks)
    context = (shares @ value).swapaxes(1, 2)
    result = np.tensordot(context, weight(layer, "attention_output/kernel", context), axes=2)
    if "attention_output/bias" in layer.weights:
        result += weight(layer, "attention_output/bias", context)
    return result, shares


def _output(attention: Attention) -> Function:
    """Without the weights, ``(B, Tq, D)``."""
    return lambda layer, inputs, masks: attention(layer, inputs, masks)[0]


ATTENTION: Mapping[str, Attention] = {
    "Attention": partial(_attended, _scores),
    "AdditiveAttention": partial(_attended, _additive_scores),
    "MultiHeadAttention": _heads,
}

FUNCTIONS: Mapping[str, Function] = {kind: _output(each) for kind, each in ATTENTION.items()}

# -- the way back ------------------------------------------------------------------

ScoreBack = Callable[[Layer, Array, Array, Array], "tuple[Array, Array]"]
"""From the gradient by the scores to those by queries and keys."""


def _scores_back(layer: Layer, query: Array, key: Array, scores: Array) -> tuple[Array, Array]:
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.float64(1)
    if choice(layer.options, "score_mode", ("dot", "concat")) == "dot":
        return scores @ key * scale, scores.swapaxes(-2, -1) @ query * scale
    times = weight(layer, "concat_score_weight", query)
    return _pairs_back(query, key, scores, scale, np.full(query.shape[-1], times * scale))


def _additive_back(layer: Layer, query: Array, key: Array, scores: Array) -> tuple[Array, Array]:
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.ones(query.shape[-1])
    return _pairs_back(query, key, scores, np.float64(1), scale)


def _pairs_back(
    query: Array, key: Array, scores: Array, inner: Array | np.float64, outer: Array
) -> tuple[Array, Array]:
    """Of scores ``tanh(inner (q + k)) . outer``, one query at a time."""
    queries, keys = [], np.zeros((len(scores), *key.shape[1:]))
    for place in range(query.shape[1]):
        bent = np.tanh(inner * (query[:, place, None] + key))
        pairs = scores[:, place, :, None] * ((1 - bent**2) * outer)
        queries.append(pairs.sum(axis=1))
        keys += pairs
    return np.stack(queries, axis=1), keys


def _attended_back(
    score: Score,
    back: ScoreBack,
    layer: Layer,
    inputs: list[Array],
    masks: list[Mask],
    output: Array,
) -> list[Array | None]:
    query, value, key = inputs[0], inputs[1], inputs[-1]
    if masks[0] is not None:
        output = np.where(masks[0][..., None], output, 0.0)
    shares = _shares(score(layer, query, key), layer, masks)
    values = shares.swapaxes(-2, -1) @ output
    scores = pulled_through_softmax(shares, output @ value.swapaxes(-2, -1))
    queries, keys = back(layer, query, key, scores)
    return [queries, values + keys] if len(inputs) == 2 else [queries, values, keys]


def _heads_back(
    layer: Layer, inputs: list[Array], masks: list[Mask], output: Array
) -> list[Array | None]:
    query, key, value = _parts(layer, inputs)
    shares, seen = _shares_of_heads(layer, query, key, masks)
    kernel = weight(layer, "attention_output/kernel", output)
    over = kernel.ndim - 2
    flat = kernel.reshape(*kernel.shape[:2], -1)
    context = np.tensordot(output.reshape(*output.shape[:-over], -1), flat, axes=([-1], [-1]))
    context = context.swapaxes(1, 2)
    scores = pulled_through_softmax(shares, context @ value.swapaxes(-2, -1))
    if seen is not None and layer.options.get("masking") != "added":
        scores = np.where(seen, scores, 0.0)  # what is put in place of a score does not move
    scores = scores * _scale(layer, query)
    queries = _unprojected(layer, "query", scores @ key)
    keys = _unprojected(layer, "key", scores.swapaxes(-2, -1) @ query)
    values = _unprojected(layer, "value", shares.swapaxes(-2, -1) @ context)
    return [queries, values + keys] if len(inputs) == 2 else [queries, values, keys]


def _unprojected(layer: Layer, part: str, gradient: Array) -> Array:
    """From the gradient by a part of every head, ``(N, H, T, K)``, to that by its input."""
    kernel = weight(layer, f"{part}/kernel", gradient)
    return np.tensordot(gradient.swapaxes(1, 2), kernel, axes=([2, 3], [1, 2]))


GRADIENTS: Mapping[str, Gradient] = {
    "Attention": partial(_attended_back, _scores, _scores_back),
    "AdditiveAttention": partial(_attended_back, _additive_scores, _additive_back),
    "MultiHeadAttention": _heads_back,
}
