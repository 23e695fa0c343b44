"""Attention: every query a mixture of the values whose keys are like it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.kinds.reading import choice, flag
from engine.network.network import Layer
from engine.replay.functions.activation import softmax
from engine.replay.functions.function import Array, Function, Mask, weight


def _scores(layer: Layer, query: Array, key: Array) -> Array:
    """``(B, Tq, Tv)``; source: ``layers/attention/attention.py``."""
    scale = weight(layer, "scale", query) if "scale" in layer.weights else None
    if choice(layer.options, "score_mode", ("dot", "concat")) == "dot":
        scores: Array = query @ key.swapaxes(-2, -1)
        return scores if scale is None else scores * scale
    pairs = query[:, :, None] + key[:, None]
    pairs = pairs if scale is None else pairs * scale
    result: Array = np.tanh(pairs).sum(axis=-1) * weight(layer, "concat_score_weight", query)
    return result


def _additive_scores(layer: Layer, query: Array, key: Array) -> Array:
    """``(B, Tq, Tv)``; source: ``layers/attention/additive_attention.py``."""
    pairs: Array = np.tanh(query[:, :, None] + key[:, None])
    if "scale" in layer.weights:
        return pairs @ weight(layer, "scale", query)
    result: Array = pairs.sum(axis=-1)
    return result


def _mixed(layer: Layer, scores: Array, value: Array, masks: list[Mask]) -> Array:
    """The values by their shares; masked values have none, masked queries are 0."""
    seen = None if masks[1] is None else masks[1][:, None]
    if flag(layer.options, "causal", False):
        past = np.tri(*scores.shape[-2:], dtype=np.bool_)[None]
        seen = past if seen is None else seen & past
    if seen is not None:
        scores = np.where(seen, scores, scores - scores.dtype.type(1e9))
    result = softmax(scores, (-1,)) @ value
    if masks[0] is not None:
        result = np.where(masks[0][..., None], result, result.dtype.type(0))
    return result


def _attention(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """``(B, Tq, D)``, ``(B, Tv, D)`` and perhaps keys to ``(B, Tq, D)``."""
    return _mixed(layer, _scores(layer, inputs[0], inputs[-1]), inputs[1], masks)


def _additive(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    """As `_attention`, with other scores."""
    return _mixed(layer, _additive_scores(layer, inputs[0], inputs[-1]), inputs[1], masks)


FUNCTIONS: Mapping[str, Function] = {"Attention": _attention, "AdditiveAttention": _additive}
