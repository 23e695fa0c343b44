"""Every kind of layer without a state, with its options: numbers and shapes are Keras's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.errors import UnsupportedError
from engine.network.kinds.core import STEPS_READ
from engine.network.kinds.merging import check_heads
from engine.network.kinds.registry import KINDS, REFUSED
from engine.network.network import MAPS, RECURRENT
from engine.replay.functions.masks import masks_used
from engine.replay.functions.registry import FUNCTIONS, attended, computed
from tests.engine.network.zoo import pictures
from tests.engine.replay.functions_oracle import Case, called, distance, made, ours

TWO = ((6, 4), (6, 4))
THREE = ((6, 4), (6, 4), (6, 4))
QUERY = ((5, 4), (6, 4))
HEADS = {"num_heads": 2, "key_dim": 4}
"""Keras scales by a root of the width in float32, which is exact for 4 alone."""
MOMENTS = {"mean": [0.5, -1.0, 2.0, 0.0], "variance": [1.0, 0.25, 4.0, 0.0]}
SAME = {"filters": 5, "strides": 2, "padding": "same"}
IMAGE = ((6, 5, 4),)

CASES = [
    Case("Dense", {"units": 3}),
    Case("Dense", {"units": 3, "activation": "relu", "use_bias": False}, ((7,),)),
    Case("Dense", {"units": 3, "activation": "softmax"}, IMAGE),
    Case("Embedding", {"input_dim": 9, "output_dim": 3}, ((6,),), ids=9),
    Case("Embedding", {"input_dim": 9, "output_dim": 3, "mask_zero": True}, ((6, 2),), ids=9),
    Case("CategoryEncoding", {"num_tokens": 9, "output_mode": "one_hot"}, ((6,),), 9, keras=(3,)),
    Case("CategoryEncoding", {"num_tokens": 9, "output_mode": "one_hot"}, ((1,),), ids=9),
    Case("CategoryEncoding", {"num_tokens": 9, "output_mode": "multi_hot"}, ((6,),), ids=9),
    Case("CategoryEncoding", {"num_tokens": 9, "output_mode": "count"}, ((6,),), ids=9),
    Case("Masking"),
    Case("Masking", {"mask_value": 0.5}),
    *(
        Case(kind, {"rate": 0.5})
        for kind in ("Dropout", "SpatialDropout1D", "GaussianDropout", "AlphaDropout")
    ),
    Case("SpatialDropout2D", {"rate": 0.5}, IMAGE),
    Case("SpatialDropout3D", {"rate": 0.5}, ((6, 5, 4, 2),)),
    Case("GaussianNoise", {"stddev": 0.5}),
    Case("ActivityRegularization", {"l2": 0.5}),
    Case("Identity"),
    Case("Activation", {"activation": "tanh"}),
    Case("ReLU"),
    Case("ReLU", {"max_value": 0.75, "negative_slope": 0.125, "threshold": 0.25}),
    Case("LeakyReLU"),
    Case("ELU", {"alpha": 0.7}),
    Case("ThresholdedReLU", {"theta": 0.4}, keras=(2,)),
    Case("PReLU"),
    Case("PReLU", {"shared_axes": [1]}),
    Case("Softmax"),
    Case("Softmax", {"axis": 1}),
    Case("Softmax", {"axis": [1, 2]}),
    Case("Softmax", {}, ((6,),), masked=(True,)),
    Case("BatchNormalization"),
    Case("BatchNormalization", {"axis": 1, "epsilon": 0.01, "scale": False}),
    Case("BatchNormalization", {"center": False}, ((5,),)),
    Case("BatchNormalization", {"renorm": True}),
    Case("LayerNormalization"),
    Case("LayerNormalization", {"axis": [1, 2], "epsilon": 0.01}),
    Case("LayerNormalization", {"axis": [2, 1]}, keras=(3,)),
    Case("LayerNormalization", {"axis": 1, "scale": False}),
    Case("LayerNormalization", {"center": False}, ((5,),)),
    Case("LayerNormalization", {"rms_scaling": True}, keras=(3,)),
    Case("UnitNormalization"),
    Case("UnitNormalization", {"axis": [1, 2]}),
    Case("Normalization"),
    Case("Normalization", {"axis": [1, 2]}),
    Case("Normalization", {"axis": None}),
    Case("Normalization", MOMENTS),
    Case("Normalization", {**MOMENTS, "invert": True}),
    Case("Normalization", {"mean": 0.5, "variance": 2.0}),
    Case("Rescaling", {"scale": 1 / 256, "offset": -1.0}),
    Case("Rescaling", {"scale": [1.0, 2.0, 3.0, 4.0], "offset": 0.5}, keras=(3,)),
    Case("Conv1D", {"filters": 5, "kernel_size": 3}),
    Case("Conv1D", {"filters": 5, "kernel_size": 3, "padding": "same", "activation": "relu"}),
    Case("Conv1D", {"filters": 5, "kernel_size": 4, "padding": "same", "strides": 2}),
    Case("Conv1D", {"filters": 5, "kernel_size": 3, "padding": "causal", "use_bias": False}),
    Case("Conv1D", {"filters": 5, "kernel_size": 2, "padding": "causal", "dilation_rate": 3}),
    Case("Conv1D", {"filters": 5, "kernel_size": 2, "padding": "causal", "strides": 2}),
    Case("Conv1D", {"filters": 5, "kernel_size": 2, "dilation_rate": 2}),
    Case("Conv1D", {"filters": 5, "kernel_size": 3, "padding": "same", "dilation_rate": 2}),
    Case("Conv1D", {"filters": 6, "kernel_size": 3, "groups": 2}),
    Case("Conv1D", {"filters": 4, "kernel_size": 1, "groups": 4, "strides": 3}),
    Case("SeparableConv1D", {"filters": 5, "kernel_size": 3}),
    Case("SeparableConv1D", {"filters": 5, "kernel_size": 3, "padding": "causal"}, keras=(2,)),
    Case(
        "SeparableConv1D",
        {
            "filters": 5,
            "kernel_size": 4,
            "padding": "same",
            "strides": 2,
            "depth_multiplier": 2,
            "activation": "tanh",
        },
    ),
    Case("SeparableConv1D", {"filters": 5, "kernel_size": 2, "dilation_rate": 2}),
    Case("DepthwiseConv1D", {"kernel_size": 3, "depth_multiplier": 2}),
    Case("DepthwiseConv1D", {"kernel_size": 4, "padding": "same", "strides": 3}),
    Case("DepthwiseConv1D", {"kernel_size": 2, "padding": "same", "dilation_rate": 2}),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 3}),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 3, "strides": 2, "padding": "same"}),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 2, "strides": 3}),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 4, "strides": 2, "padding": "same"}),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 3, "strides": 2, "output_padding": 1}),
    *(
        Case("Conv1DTranspose", {**SAME, "kernel_size": size, "output_padding": extra})
        for size, extra in ((3, 0), (3, 1), (4, 1))
    ),
    Case("Conv1DTranspose", {"filters": 5, "kernel_size": 3, "dilation_rate": 2}, keras=()),
    *(
        Case(kind, options, ((7, 4),))
        for kind in ("MaxPooling1D", "AveragePooling1D")
        for options in (
            {"pool_size": 2},
            {"pool_size": 3},
            {"pool_size": 3, "strides": 1, "padding": "same"},
            {"pool_size": 3, "strides": 2, "padding": "same"},
            {"pool_size": 2, "strides": 3},
        )
    ),
    Case("GlobalMaxPooling1D"),
    Case("GlobalMaxPooling1D", {"keepdims": True}),
    Case("GlobalAveragePooling1D"),
    Case("GlobalAveragePooling1D", {}, masked=(True,)),
    Case("GlobalAveragePooling1D", {"keepdims": True}, masked=(True,), keras=(3,)),
    Case("Flatten"),
    Case("Flatten", {"data_format": "channels_first"}),
    Case("Flatten", {}, ((6,),)),
    Case("Reshape", {"target_shape": (4, 6)}),
    Case("Reshape", {"target_shape": (3, -1)}),
    Case("Reshape", {"target_shape": (-1,)}),
    Case("Permute", {"dims": (2, 1)}),
    Case("Permute", {"dims": (3, 1, 2)}, IMAGE),
    Case("RepeatVector", {"n": 3}, ((4,),)),
    Case("ZeroPadding1D", {"padding": 2}),
    Case("ZeroPadding1D", {"padding": (3, 0)}),
    Case("Cropping1D", {"cropping": 2}),
    Case("Cropping1D", {"cropping": (3, 0)}),
    Case("UpSampling1D", {"size": 3}),
    *(
        Case(kind, {}, shapes)
        for kind in ("Add", "Multiply", "Average", "Maximum", "Minimum")
        for shapes in (TWO, THREE, ((6, 4), (4,)), ((6, 4), (1, 4)), ((6, 4), (5, 6, 4)))
    ),
    *(
        Case(kind, {}, shapes, masked=masked)
        for kind in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")
        for shapes, masked in (
            (TWO, (True, True)),
            (TWO, (True, False)),
            (TWO, (False, True)),
            (THREE, (True, True, True)),
            (THREE, (True, False, True)),
        )
        if kind != "Subtract" or len(shapes) == 2
    ),
    Case("Concatenate", {}, THREE),
    Case("Concatenate", {"axis": 1}, ((6, 4), (2, 4))),
    Case("Concatenate", {"axis": -1}, ((6, 4), (6, 1))),
    Case("Dot", {"axes": -1}, TWO),
    Case("Dot", {"axes": (2, 1), "normalize": True}, ((6, 4), (4, 3))),
    Case("Dot", {"axes": 1}, ((6,), (6,))),
    Case("Dot", {"axes": 1, "normalize": True}, ((6,), (6, 4))),
    Case("Dot", {"axes": (2, 1)}, ((6, 4), (4,))),
    Case("Dot", {"axes": (1, 2)}, ((6, 4, 2), (3, 6, 5))),
    *(
        Case(kind, {**options, "use_scale": scaled}, shapes, masked=masked)
        for kind, options in (
            ("Attention", {}),
            ("Attention", {"score_mode": "concat"}),
            ("AdditiveAttention", {}),
        )
        for scaled in (True, False)
        for shapes, masked in (
            (QUERY, ()),
            (QUERY, (True, True)),
            (QUERY, (False, True)),
            ((*QUERY, (6, 4)), (True, False, False)),
        )
    ),
    *(
        Case("MultiHeadAttention", {**HEADS, **options}, shapes, masked=masked, keras=keras)
        for options, keras in (
            ({}, (2, 3)),
            ({"dropout": 0.3, "value_dim": 5, "output_shape": 3}, (2, 3)),
            ({"use_bias": False, "output_shape": (2, 3), "attention_axes": 1}, (2, 3)),
            ({"sliding_window": 2}, (3,)),
            ({"softmax_robust_masking": True}, (2,)),
        )
        for shapes, masked in (
            (QUERY, ()),
            (QUERY, (True, True)),
            (((5, 4), (6, 3), (6, 2)), (False, True, True)),
        )
    ),
]


def test_every_kind_can_be_computed_or_is_refused_and_every_one_is_tested() -> None:
    assert set(FUNCTIONS) == set(KINDS) - set(REFUSED) - set(RECURRENT) - set(MAPS)
    layers = {name for name in FUNCTIONS if not name.startswith("ops.")}
    pictured = {kind for kind, _, _ in (*pictures.LAYERS.values(), *pictures.FILMS.values())}
    # ONNX's own is held against onnxruntime, with the layers that it is for.
    assert {case.kind for case in CASES} | pictured | {STEPS_READ} == layers | set(MAPS)


def _mark(library: Any, values: Any, mask: Any) -> Any:
    """A tensor of Keras with a mask of its own."""
    tensor = library.ops.convert_to_tensor(values) if hasattr(library, "ops") else values
    if not hasattr(library, "ops"):
        import tensorflow as tf

        tensor = tf.constant(values)
    if mask is not None:
        tensor._keras_mask = mask
    return tensor


def _check(library: Any, case: Case, dtype: str, bound: float, keras2: bool) -> None:
    layer = made(library, case, dtype)
    mine = ours(layer, case, keras2)
    inputs, masks = case.inputs(dtype), case.masks()
    tensors = [_mark(library, *pair) for pair in zip(inputs, masks, strict=True)]
    wanted = np.asarray(called(layer, case, tensors))
    found = computed(mine, inputs, masks_used(mine, masks, keras2))
    if not case.ids:
        assert found.dtype == dtype
    assert distance(found, wanted) <= bound
    assert mine.output_shape[1:] == wanted.shape[1:]
    _check_shape(layer, case, mine.output_shape, mine.options)


def _check_shape(layer: Any, case: Case, shape: Any, options: Any) -> None:
    """Keras's shape, and Keras's where the length is not known."""
    shapes = [(None, *one) for one in case.shapes]
    if "Attention" not in case.kind:  # Keras 2 tells the query's
        wanted = layer.compute_output_shape(shapes if len(shapes) > 1 else shapes[0])
        assert tuple(shape) == tuple(wanted)
    kind = KINDS[case.kind]
    for place, one in enumerate(case.shapes):
        if len(one) > 1 and "Attention" not in case.kind:  # and of any length
            opened = [*shapes[:place], (None, None, *one[1:]), *shapes[place + 1 :]]
            wanted = layer.compute_output_shape(opened if len(opened) > 1 else opened[0])
            found = kind.shape({**options, "name": "x"}, tuple(opened))
            assert tuple(found) == tuple(wanted)
    assert kind.shape({**options, "name": "x"}, tuple(() for _ in shapes)) is not None
    assert kind.shape({**options, "name": "x"}, ((3, *case.shapes[0]), *shapes[1:]))[0] == 3
    if "Attention" in case.kind:
        opened = tuple((None, None, one[-1]) for one in case.shapes)
        assert kind.shape({**options, "name": "x"}, opened) == (None, None, *shape[2:])


@pytest.mark.parametrize("case", [case for case in CASES if 3 in case.keras], ids=str)
@pytest.mark.parametrize(("dtype", "bound"), [("float32", 1e-6), ("float64", 1e-12)])
def test_equals_keras_3(keras: Any, case: Case, dtype: str, bound: float) -> None:
    _check(keras, case, dtype, bound, keras2=False)


@pytest.mark.parametrize("case", [case for case in CASES if 2 in case.keras], ids=str)
def test_equals_keras_2(tf_keras: Any, case: Case) -> None:
    _check(tf_keras, case, "float32", 1e-6, keras2=True)


def test_a_transposed_convolution_with_gaps_equals_keras_in_float32(keras: Any) -> None:
    """TensorFlow has none in float64."""
    (case,) = (case for case in CASES if not case.keras)
    from tensorflow.errors import InvalidArgumentError

    try:
        _check(keras, case, "float32", 1e-6, keras2=False)
    except InvalidArgumentError as error:
        if "do not yet support dilation" not in str(error):
            raise
        pytest.skip("TensorFlow computes it only with oneDNN, which it leaves off on this CPU")


def test_attention_over_many_steps_is_made_in_parts(keras: Any) -> None:
    """More pairs than are laid side by side at once."""
    for kind, options in (("AdditiveAttention", {}), ("Attention", {"score_mode": "concat"})):
        case = Case(kind, options, ((300, 32), (250, 32)), masked=(False, True))
        _check(keras, case, "float64", 1e-12, keras2=False)


@pytest.mark.parametrize(
    ("kind", "options"),
    [("Attention", {}), ("AdditiveAttention", {}), ("MultiHeadAttention", HEADS)],
)
@pytest.mark.parametrize("masked", [(), (True, True)])
@pytest.mark.parametrize("option", ["causal", "use_causal_mask"])
def test_attention_that_looks_back_only(
    keras: Any, kind: str, options: Any, masked: Any, option: str
) -> None:
    case = Case(kind, options, ((6, 4), (6, 4)), masked=masked)
    layer = made(keras, case, "float32")
    mine = ours(layer, case)
    mine = replace(mine, options={**mine.options, option: True})
    inputs, masks = case.inputs("float32"), case.masks()
    tensors = [_mark(keras, *pair) for pair in zip(inputs, masks, strict=True)]
    wanted = np.asarray(called(layer, case, tensors, use_causal_mask=True))
    assert distance(computed(mine, inputs, masks), wanted) <= 1e-6
    assert distance(computed(ours(layer, case), inputs, masks), wanted) > 1e-2


@pytest.mark.parametrize("masked", [(), (True, True)])
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("Attention", {"use_scale": True}),
        ("Attention", {"score_mode": "concat"}),
        ("AdditiveAttention", {}),
        ("MultiHeadAttention", {**HEADS, "dropout": 0.1}),
    ],
)
def test_weights_are_those_that_keras_returns(
    keras: Any, tf_keras: Any, kind: str, options: Any, masked: Any
) -> None:
    case = Case(kind, options, QUERY, masked=masked)
    for library, keras2 in ((keras, False), (tf_keras, True)):
        layer = made(library, case, "float32")
        inputs, masks = case.inputs("float32"), case.masks()
        tensors = [_mark(library, *pair) for pair in zip(inputs, masks, strict=True)]
        _, wanted = called(layer, case, tensors, return_attention_scores=True)
        _, found = attended(ours(layer, case, keras2), inputs, masks)
        wanted = np.asarray(wanted)
        assert distance(found if wanted.ndim == 4 else found[:, 0], wanted) <= 1e-6


@pytest.mark.parametrize(
    ("options", "shapes", "said"),
    [
        ({"attention_axes": 2}, ((6, 4), (6, 4)), "attention_axes=2"),
        ({"use_gate": True}, ((6, 4), (6, 4)), "use_gate=True"),
        ({}, ((2, 6, 4), (2, 6, 4)), "shapes"),
    ],
)
def test_heads_that_attend_otherwise_are_refused_by_name(
    options: Any, shapes: Any, said: str
) -> None:
    with pytest.raises(UnsupportedError, match=said):
        check_heads({**HEADS, **options, "name": "x"}, tuple((None, *each) for each in shapes))
