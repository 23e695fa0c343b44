"""Shapes and weights of every kind, and what they make of options that cannot be."""

from __future__ import annotations

import json
import time
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.errors import ModelError, UnsupportedError
from engine.network.kinds.checks import MAX_COMPUTED
from engine.network.kinds.registry import KINDS, REFUSED
from engine.network.network import INACTIVE, MAPS, RECURRENT, Layer
from engine.replay.functions.registry import FUNCTIONS, WITHOUT_GRADIENT, computed

IMAGE, VIDEO, VOLUME = (None, 8, 9, 4), (None, 5, 8, 9, 4), (None, 8, 9, 7, 4)
FILM = (None, 5, 8, 9, 7, 4)
SEQUENCE = (None, 6, 4)

Options = dict[str, Any]

LAYERS: list[tuple[str, Options, tuple[Any, ...]]] = [
    ("SimpleRNN", {"units": 5}, SEQUENCE),
    ("LSTM", {"units": 5, "return_sequences": True}, SEQUENCE),
    ("LSTM", {"units": 5, "use_bias": False}, (None, None, 4)),
    ("GRU", {"units": 5}, SEQUENCE),
    ("GRU", {"units": 5, "reset_after": False, "return_sequences": True}, SEQUENCE),
    ("Conv2D", {"filters": 6, "kernel_size": 3}, IMAGE),
    ("Conv2D", {"filters": 6, "kernel_size": (3, 2), "padding": "same", "strides": 2}, IMAGE),
    ("Conv2D", {"filters": 6, "kernel_size": 2, "groups": 2, "dilation_rate": (2, 1)}, IMAGE),
    ("Conv2D", {"filters": 6, "kernel_size": 3}, (None, None, None, 3)),
    ("Conv2D", {"filters": 6, "kernel_size": 3, "data_format": "channels_first"}, IMAGE),
    ("Conv3D", {"filters": 6, "kernel_size": 3, "use_bias": False}, VOLUME),
    ("MaxPooling2D", {}, IMAGE),
    ("MaxPooling2D", {"pool_size": 3, "strides": (2, 1), "padding": "same"}, IMAGE),
    ("MaxPooling3D", {"pool_size": (1, 2, 2)}, VOLUME),
    ("AveragePooling2D", {"pool_size": 2, "data_format": "channels_first"}, IMAGE),
    ("AveragePooling3D", {"pool_size": 3}, VOLUME),
    ("GlobalMaxPooling2D", {}, IMAGE),
    ("GlobalMaxPooling3D", {"keepdims": True}, VOLUME),
    ("GlobalAveragePooling2D", {"data_format": "channels_first", "keepdims": True}, IMAGE),
    ("GlobalAveragePooling3D", {}, VOLUME),
    ("ConvLSTM1D", {"filters": 6, "kernel_size": 3}, IMAGE),
    ("ConvLSTM2D", {"filters": 6, "kernel_size": 3, "return_sequences": True}, VIDEO),
    ("ConvLSTM2D", {"filters": 6, "kernel_size": (3, 2), "padding": "same"}, VIDEO),
    ("ConvLSTM3D", {"filters": 6, "kernel_size": 2, "strides": 2}, FILM),
    ("DepthwiseConv2D", {"kernel_size": 3, "depth_multiplier": 2}, IMAGE),
    ("SeparableConv2D", {"filters": 6, "kernel_size": 3, "depth_multiplier": 2}, IMAGE),
    ("Conv2DTranspose", {"filters": 6, "kernel_size": (3, 2), "strides": 2}, IMAGE),
    ("Conv2DTranspose", {"filters": 6, "kernel_size": 3, "padding": "same"}, (None, None, 5, 3)),
]
"""Those that have no function; the shapes of the others are held against Keras with them."""


def _written(layer: Any) -> Options:
    def plain(value: Any) -> Any:
        return value.tolist() if hasattr(value, "tolist") else list(value)

    result: Options = json.loads(json.dumps(layer.get_config(), default=plain))
    return result


def _check(library: Any, kind: str, options: Options, shape: tuple[Any, ...]) -> None:
    layer = getattr(library.layers, kind)(**options)
    layer.build(shape)
    written = {**_written(layer), "name": "x"}
    assert KINDS[kind].shape(written, (shape,)) == tuple(layer.compute_output_shape(shape))
    weights = KINDS[kind].weights(written, (shape,))
    assert list(weights.values()) == [tuple(weight.shape) for weight in layer.weights]
    assert [name.replace("depthwise_kernel", "kernel") for name in weights][-1:] == [
        weight.name.split("/")[-1].split(":")[0].replace("depthwise_kernel", "kernel")
        for weight in layer.weights
    ][-1:]
    assert set(written) & {"units", "filters", "pool_size", "kernel_size"} <= set(
        KINDS[kind].options
    )


@pytest.mark.parametrize(("kind", "options", "shape"), LAYERS, ids=str)
def test_equals_keras_3(keras: Any, kind: str, options: Options, shape: tuple[Any, ...]) -> None:
    _check(keras, kind, options, shape)


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize(("kind", "options", "shape"), LAYERS, ids=str)
def test_equals_keras_2(keras: Any, kind: str, options: Options, shape: tuple[Any, ...]) -> None:
    tf_keras = pytest.importorskip("tf_keras", reason="tf-keras, Keras 2, is not installed")
    _check(tf_keras, kind, options, shape)


@pytest.mark.parametrize("more", [{}, {"value_dim": 5}, {"output_shape": [6]}, {"use_bias": False}])
@pytest.mark.parametrize("count", [2, 3])
def test_attention_of_many_heads(keras: Any, more: Options, count: int) -> None:
    shapes = [(None, 6, 4), (None, 7, 3), (None, 7, 2)][:count]
    layer = keras.layers.MultiHeadAttention(2, 8, **more)
    layer.build(*shapes)
    written = {**_written(layer), "name": "x"}
    kind = KINDS["MultiHeadAttention"]
    assert kind.shape(written, tuple(shapes)) == layer.compute_output_shape(*shapes)
    weights = kind.weights(written, tuple(shapes))
    assert list(weights.values()) == [tuple(weight.shape) for weight in layer.weights]


def test_what_is_refused_is_known() -> None:
    replayed = {kind for kind, _, _ in LAYERS if kind in WITHOUT_GRADIENT}
    named = {kind for kind, _, _ in LAYERS} - replayed
    assert named == {*REFUSED, *RECURRENT, *MAPS}
    assert set(REFUSED) <= set(KINDS)
    assert not set(REFUSED) & set(FUNCTIONS)
    assert set(INACTIVE) <= set(KINDS)


def test_the_channels_come_last() -> None:
    options = {"name": "c", "filters": 3, "kernel_size": 2, "data_format": "channels_first"}
    with pytest.raises(UnsupportedError, match="layer c uses data_format='channels_first'"):
        KINDS["Conv1D"].shape(options, (SEQUENCE,))


@pytest.mark.parametrize(
    ("kind", "options", "shapes", "message"),
    [
        ("Dense", {"units": 0}, (SEQUENCE,), "no usable units in its configuration: 0"),
        ("Dense", {"units": 2**27}, (SEQUENCE,), "asks for 536,870,912 numbers in one weight"),
        ("Dense", {"units": 3}, (SEQUENCE, SEQUENCE), r"inputs of the shapes \(\?, 6, 4\), \("),
        ("RepeatVector", {"n": 2**30}, ((None, 4),), "makes 4,294,967,296 numbers"),
        ("UpSampling1D", {"size": 2**30}, (SEQUENCE,), "numbers of one sequence"),
        ("ZeroPadding1D", {"padding": 2**30}, (SEQUENCE,), "numbers of one sequence"),
        (
            "Conv1D",
            {"filters": 1, "kernel_size": 2, "padding": "causal", "dilation_rate": 2**30},
            (SEQUENCE,),
            "numbers of one sequence",
        ),
        ("Conv1D", {"filters": 4, "kernel_size": 9}, (SEQUENCE,), "cannot take inputs"),
        ("Conv1D", {"filters": 4, "kernel_size": 3, "groups": 3}, (SEQUENCE,), "usable groups"),
        ("MaxPooling1D", {"pool_size": 7}, (SEQUENCE,), "cannot take inputs"),
        ("Cropping1D", {"cropping": [3, 3]}, (SEQUENCE,), "cannot take inputs"),
        ("Reshape", {"target_shape": [-1, -1]}, (SEQUENCE,), "cannot take inputs"),
        ("Reshape", {"target_shape": [5, -1]}, (SEQUENCE,), "cannot take inputs"),
        ("Permute", {"dims": [1, 1]}, (SEQUENCE,), "usable dims"),
        ("Add", {}, (SEQUENCE, (None, 5, 4)), "cannot take inputs"),
        ("Subtract", {}, (SEQUENCE,), "cannot take inputs"),
        ("Concatenate", {"axis": 0}, (SEQUENCE, SEQUENCE), "usable axis"),
        ("Concatenate", {"axis": 1}, (SEQUENCE, (None, 6, 5)), "cannot take inputs"),
        ("Dot", {"axes": [0, 1]}, (SEQUENCE, SEQUENCE), "usable axes"),
        ("Dot", {"axes": [1, 2]}, (SEQUENCE, SEQUENCE), "cannot take inputs"),
        ("BatchNormalization", {"axis": 3}, (SEQUENCE,), "usable axis"),
        ("LayerNormalization", {"epsilon": "small"}, (SEQUENCE,), "usable epsilon"),
        ("Normalization", {"mean": [1, 2], "variance": [1]}, (SEQUENCE,), "usable variance"),
        ("Rescaling", {"scale": [1, 2]}, (SEQUENCE,), "usable scale"),
        ("Masking", {"mask_value": [1, 2]}, (SEQUENCE,), "usable mask_value"),
        ("PReLU", {"shared_axes": [3]}, (SEQUENCE,), "usable shared_axes"),
        ("LSTM", {"units": 3}, ((None, 4),), "cannot take inputs"),
        ("LSTM", {"units": 2**30}, (SEQUENCE,), "numbers in one weight"),
        ("Attention", {}, (SEQUENCE, (None, 6, 5)), "cannot take inputs"),
        ("Embedding", {"input_dim": 2**20, "output_dim": 2**20}, ((None, 6),), "in one weight"),
    ],
)
def test_what_cannot_be_is_said(
    kind: str, options: Options, shapes: tuple[Any, ...], message: str
) -> None:
    options = {"name": "the_layer", **options}
    with pytest.raises(ModelError, match=message) as found:
        KINDS[kind].weights(options, shapes)
        KINDS[kind].shape(options, shapes)
    assert "layer the_layer" in str(found.value)


def test_wrapped_lists_and_numbers_are_read() -> None:
    """As Keras 3 writes a tuple, and as Keras 2 writes a number now and then."""
    tuple_ = {"class_name": "__tuple__", "items": [3, -1]}
    assert KINDS["Reshape"].shape({"target_shape": tuple_}, (SEQUENCE,)) == (None, 3, 8)
    number = {"type": "ndarray", "value": 0.5}
    assert KINDS["ThresholdedReLU"].shape({"theta": number}, (SEQUENCE,)) == SEQUENCE
    tensor = {"class_name": "__tensor__", "config": {"value": [1.0] * 4, "dtype": "float32"}}
    assert KINDS["Rescaling"].shape({"scale": tensor}, (SEQUENCE,)) == SEQUENCE


_SIZES = st.sampled_from([-(10**30), -2, -1, 0, 1, 2, 3, 6, 7, 2**20, 2**31 - 1, 2**31, 10**30])
_LEAVES = st.one_of(
    _SIZES,
    st.none(),
    st.booleans(),
    st.floats(),
    st.sampled_from(["same", "valid", "causal", "channels_first", "one_hot", "concat", "", "\0"]),
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=10),
        st.fixed_dictionaries({"class_name": st.just("__tuple__"), "items": inner}),
        st.fixed_dictionaries({"class_name": st.just("__slice__"), "config": inner}),
        st.fixed_dictionaries({"config": st.fixed_dictionaries({"value": inner})}),
    ),
    max_leaves=6,
)
_SHAPES = st.lists(
    st.one_of(
        st.just(()),
        st.lists(st.sampled_from([None, 1, 2, 4, 6, 10**12]), min_size=1, max_size=6).map(tuple),
    ),
    max_size=4,
).map(tuple)


@st.composite
def _layer(draw: st.DrawFn) -> tuple[str, Options]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    options = {name: draw(_VALUES) for name in KINDS[kind].options if draw(st.booleans())}
    return kind, {"name": "x", **options}


@pytest.mark.slow
@given(_layer(), _SHAPES)
@settings(max_examples=1500, deadline=None)
@example(("Reshape", {"target_shape": [10**30]}), ((None, 6, 4),))
@example(("Conv1D", {"filters": 1, "kernel_size": [2**31 - 1]}), ((None, None, None),))
def test_bad_options_are_only_ever_a_model_error(layer: Any, shapes: Any) -> None:
    kind, options = layer
    begun = time.perf_counter()
    for rule in (KINDS[kind].weights, KINDS[kind].shape):
        try:
            made = rule(options, shapes)
        except ModelError:
            continue
        for sizes in made.values() if isinstance(made, dict) else (made,):
            assert isinstance(sizes, tuple)
            assert all(size is None or isinstance(size, int) for size in sizes)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.slow
@given(_layer(), st.sampled_from([((6, 4),), ((6, 4), (6, 4)), ((6,),), ((4,), (6, 4))]))
@settings(max_examples=600, deadline=None)
def test_what_the_kind_admits_can_be_computed(layer: Any, shapes: Any) -> None:
    kind, options = layer
    if kind not in FUNCTIONS or isinstance(options.get("activation"), (list, dict, int, float)):
        return
    known = tuple((None, *shape) for shape in shapes)
    options = {**options, **({"activation": "relu"} if "activation" in options else {})}
    try:
        wanted = KINDS[kind].weights(options, known)
        shape = KINDS[kind].shape(options, known)
    except ModelError:
        return
    sizes = [np.prod([size or 1 for size in one], dtype=float) for one in (*wanted.values(), shape)]
    if max(sizes) > 10**6:
        assert max(sizes) <= max(MAX_COMPUTED, 2**28)
        return
    weights = {key: np.ones(tuple(one), np.float32) for key, one in wanted.items()}  # type: ignore[arg-type]
    ids = kind in ("Embedding", "CategoryEncoding")
    inputs = [np.zeros((2, *one), np.int32 if ids else np.float32) for one in shapes]
    made = computed(Layer("x", kind, options, weights, shape), inputs, [None] * len(inputs))
    assert made.shape == (2, *shape[1:])
