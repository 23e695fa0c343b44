"""The masks that Keras makes and hands on by itself.

A layer hands on the mask of its first input if it ``supports_masking`` (``Layer.__call__`` and
``_set_mask_metadata`` in ``keras/src/layers/layer.py`` of Keras 3.15; ``engine/base_layer.py`` of
tf-keras 2.21), unless its own ``compute_mask`` says otherwise; any other layer destroys it.

- Embedding (``mask_zero``) and Masking make one.
- Add, Subtract, Multiply, Average, Maximum, Minimum (``merging/base_merge.py``): Keras 3 passes
  over a step that *all* inputs mask, and has no mask as soon as one input has none.  Keras 2
  passes over a step that *any* input masks, and leaves out inputs without a mask.
- Concatenate (``merging/concatenate.py``): along the numbers of a step, "all" and "any" as above,
  an input without a mask masking nothing; along the steps, one mask after the other.
- Attention, AdditiveAttention and MultiHeadAttention: that of the query.
- Dot, the convolutions, poolings, Flatten, Reshape, Permute, RepeatVector, ZeroPadding1D,
  Cropping1D, UpSampling1D, CategoryEncoding and the operations: none.
- TimeDistributed gives the layer inside the masks within the steps (``layers/rnn/
  time_distributed.py``).
- Keras 2 does not hand it on through Normalization, Rescaling and Identity; Keras 3 does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.kinds.checks import misfit
from engine.network.kinds.merging import ATTENDING, ELEMENTWISE, one_axis
from engine.network.network import INACTIVE, Layer
from engine.replay.functions.core import mask_value
from engine.replay.functions.function import Array, Mask

Bools = npt.NDArray[np.bool_]
Rule = Callable[[Layer, list[Array], list[Mask], bool], Mask]

USES_MASKS = ("Multiply", "Maximum", "Minimum")
"""The kinds that take masks into account in Keras 3, and do not in Keras 2."""


def mask_of(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    """The mask of a layer's output, ``(B, T)``; None where all steps count.

    Args:
        layer: one without a state.
        inputs, masks: what it is called with, batch first; ids for an Embedding.
        keras2: whether Keras 1 or 2 computes it.

    Raises:
        ModelError: the masks do not fit together.
    """
    rule = None if keras2 and layer.kind in _LOST_IN_KERAS_2 else _RULES.get(layer.kind)
    return None if rule is None else rule(layer, inputs, masks, keras2)


def masks_used(layer: Layer, masks: list[Mask], keras2: bool) -> list[Mask]:
    """The inputs' masks, ``(B, T)`` each, as far as the layer heeds them in this Keras."""
    return [None] * len(masks) if keras2 and layer.kind in USES_MASKS else masks


def within_steps(mask: Mask) -> Mask:
    """What of a mask ``(B, T, S, ...)`` the layer inside a TimeDistributed sees, ``(B T, S, ...)``;
    None of one of the steps alone, which only what stands behind it heeds."""
    return None if mask is None or mask.ndim < 3 else mask.reshape(-1, *mask.shape[2:])


def _first(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    return masks[0]


def _embedding(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    return inputs[0] != 0 if layer.options.get("mask_zero") else None


def _masking(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    return np.asarray((inputs[0] != mask_value(layer, inputs[0])).any(axis=-1))


def _merged(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    known = [mask for mask in masks if mask is not None]
    if not known or (len(known) < len(masks) and not keras2):
        return None
    if len({mask.ndim for mask in known}) > 1:
        raise _apart(layer, inputs)
    return reduce(np.logical_and if keras2 else np.logical_or, known)


def _concatenated(layer: Layer, inputs: list[Array], masks: list[Mask], keras2: bool) -> Mask:
    if all(mask is None for mask in masks):
        return None
    wide = [_widened(layer, values, mask) for values, mask in zip(inputs, masks, strict=True)]
    joined = np.concatenate(wide, axis=one_axis(layer.options, inputs[0].ndim))
    return np.asarray(joined.all(axis=-1) if keras2 else joined.any(axis=-1))


def _widened(layer: Layer, values: Array, mask: Mask) -> Bools:
    """A mask for each number of an input."""
    if mask is None:
        return np.ones(values.shape, bool)
    if mask.ndim not in (values.ndim - 1, values.ndim):
        raise _apart(layer, [values])
    return np.broadcast_to(mask[..., None] if mask.ndim < values.ndim else mask, values.shape)


def _apart(layer: Layer, inputs: list[Array]) -> ModelError:
    return misfit({"name": layer.name}, [values.shape for values in inputs])


_HANDED_ON = (
    *INACTIVE,
    *("Dense", "TimeDistributed", "Activation", "ReLU", "LeakyReLU", "ELU", "PReLU"),
    *("Softmax", "ThresholdedReLU", "BatchNormalization", "LayerNormalization"),
    *("UnitNormalization", "Normalization", "Rescaling", *ATTENDING),
)
_LOST_IN_KERAS_2 = ("Normalization", "Rescaling", "Identity")

_RULES: Mapping[str, Rule] = {
    **dict.fromkeys(_HANDED_ON, _first),
    **dict.fromkeys(ELEMENTWISE, _merged),
    "Concatenate": _concatenated,
    "Embedding": _embedding,
    "Masking": _masking,
}
