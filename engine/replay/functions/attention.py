"""Attention: every query a mixture of the values whose keys are like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from engine.network.derivatives import pulled_through_softmax
from engine.network.kinds.checks import choice
from engine.network.kinds.merging import looks_back
from engine.network.network import Layer
from engine.replay.functions.activation import softmax
from engine.replay.functions.function import Array, Function, Mask, weight
from engine.replay.functions.gradient import Gradient

Score = Callable[[Layer, Array, Array], Array]

_MAX_PAIRS = 2**22
"""Numbers that are made at once where every query is laid beside every key."""


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
        scores: Array = query @ key.swapaxes(-2, -1) * scale
        return scores
    times = weight(layer, "concat_score_weight", query)
    return _paired(query, key, lambda pairs: times * np.tanh(scale * pairs).sum(axis=-1))


def _additive_scores(layer: Layer, query: Array, key: Array) -> Array:
    """``(B, Tq, Tv)``; source: ``layers/attention/additive_attention.py``."""
    width = query.shape[-1]
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.ones(width)
    scale = scale.astype(query.dtype, copy=False)
    return _paired(query, key, lambda pairs: np.tanh(pairs) @ scale)


def _attended(score: Score, layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """``(B, Tq, D)``, ``(B, Tv, D)`` and perhaps keys to ``(B, Tq, D)``: the values by their
    shares; masked values have none, masked queries are 0."""
    result = _shares(score(layer, inputs[0], inputs[-1]), layer, masks) @ inputs[1]
    if masks[0] is not None:
        result = np.where(masks[0][..., None], result, result.dtype.type(0))
    return result


def _shares(scores: Array, layer: Layer, masks: list[Mask]) -> Array:
    """What each query takes of each value, ``(B, Tq, Tv)``."""
    seen = None if masks[1] is None else masks[1][:, None]
    if looks_back(layer.options):
        past = np.tri(*scores.shape[-2:], dtype=np.bool_)[None]
        seen = past if seen is None else seen & past
    if seen is not None:
        scores = np.where(seen, scores, scores - scores.dtype.type(1e9))
    return softmax(scores, (-1,))


FUNCTIONS: Mapping[str, Function] = {
    "Attention": partial(_attended, _scores),
    "AdditiveAttention": partial(_attended, _additive_scores),
}

ScoreBack = Callable[[Layer, Array, Array, Array], "tuple[Array, Array]"]
"""From the gradient by the scores to those by queries and keys."""


def _scores_back(layer: Layer, query: Array, key: Array, scores: Array) -> tuple[Array, Array]:
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.float64(1)
    if choice(layer.options, "score_mode", ("dot", "concat")) == "dot":
        return scores @ key * scale, scores.swapaxes(-2, -1) @ query * scale
    times = weight(layer, "concat_score_weight", query)
    return _pairs_back(query, key, scores, scale, np.full(query.shape[-1], times * scale))


def _additive_back(layer: Layer, query: Array, key: Array, scores: Array) -> tuple[Array, Array]:
    width = query.shape[-1]
    scale = weight(layer, "scale", query) if "scale" in layer.weights else np.ones(width)
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


GRADIENTS: Mapping[str, Gradient] = {
    "Attention": partial(_attended_back, _scores, _scores_back),
    "AdditiveAttention": partial(_attended_back, _additive_scores, _additive_back),
}
