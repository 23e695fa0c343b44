"""The masks that go through a network by themselves are those of Keras 3, and of Keras 2."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.errors import ModelError
from engine.network.network import Layer
from engine.replay.functions.masks import mask_of
from tests.engine.replay.functions_oracle import Case, called, made, ours
from tests.engine.replay.test_functions import CASES

TWO = ((6, 4), (6, 4))

MASKED = [
    # One input with a mask, for every kind that takes one; attention has its own below.
    *(
        Case(case.kind, case.options, case.shapes, 0, (True,), case.keras)
        for case in CASES
        if len(case.shapes) == 1
        and len(case.shapes[0]) == 2
        and not case.ids
        and case.kind != "Softmax"
        and case.keras
        and not (case.kind == "BatchNormalization" and case.options.get("axis") == 1)
    ),
    *(
        Case(case.kind, case.options, case.shapes, case.ids, (), case.keras)
        for case in CASES
        if case.ids
    ),
    *(case for case in CASES if len(case.shapes) > 1 and any(case.masked)),
    *(
        Case("Concatenate", options, shapes, masked=masked)
        for options, shapes in (
            ({}, ((6, 4), (6, 4))),
            ({"axis": 1}, ((6, 4), (6, 4))),
            ({}, ((6, 4), (6, 3), (6, 4))),
        )
        for masked in ((True, True, True), (True, False, True), (False, True, False))
        if options == {} or masked[:2] == (True, True)  # Keras 2 cannot join them
    ),
    Case("Concatenate", {"axis": 1}, ((6, 4), (6, 4)), masked=(True, False), keras=(3,)),
    Case("Dot", {"axes": 1}, TWO, masked=(True, True)),
    Case("GlobalMaxPooling1D", {}, masked=(True,)),
    Case("Softmax", {}, ((6,),), masked=(True,)),
    Case("Masking", {}, masked=(True,)),
    Case("Normalization", {"axis": None}, masked=(True,)),
]


def _check(library: Any, case: Case, tensor: Any, keras2: bool) -> None:
    layer = made(library, case, "float32")
    inputs, masks = case.inputs("float32"), case.masks()
    tensors = []
    for values, mask in zip(inputs, masks, strict=True):
        one = tensor(values)
        if mask is not None:
            one._keras_mask = tensor(mask)
        tensors.append(one)
    answer = called(layer, case, tensors)
    wanted = getattr(answer, "_keras_mask", None)
    found = mask_of(ours(layer, case, keras2), inputs, masks, keras2)
    if wanted is None:
        assert found is None
    else:
        assert found is not None
        assert found.dtype == bool
        np.testing.assert_array_equal(found, np.asarray(wanted))


@pytest.mark.filterwarnings("ignore:Layer .* does not support masking:UserWarning")
@pytest.mark.parametrize("case", [case for case in MASKED if 3 in case.keras], ids=str)
def test_equals_keras_3(keras: Any, case: Case) -> None:
    _check(keras, case, keras.ops.convert_to_tensor, keras2=False)


@pytest.mark.filterwarnings("ignore:Layer .* does not support masking:UserWarning")
@pytest.mark.parametrize("case", [case for case in MASKED if 2 in case.keras], ids=str)
def test_equals_keras_2(keras: Any, case: Case) -> None:
    tf_keras = pytest.importorskip("tf_keras", reason="tf-keras, Keras 2, is not installed")
    import tensorflow as tf

    _check(tf_keras, case, tf.constant, keras2=True)


@pytest.mark.parametrize("keras2", [False, True])
def test_time_distributed_hands_on_its_mask(keras: Any, keras2: bool) -> None:
    library = pytest.importorskip("tf_keras") if keras2 else keras
    x = library.Input((6, 4))
    masked = library.layers.TimeDistributed(library.layers.Dense(3))(library.layers.Masking()(x))
    pooled = library.layers.GlobalAveragePooling1D()(masked)
    values = np.random.default_rng(1).standard_normal((2, 6, 4)).astype(np.float32)
    values[0, :3] = 0
    before = np.asarray(library.Model(x, masked)(values))
    live = (values != 0).any(axis=-1)
    found = mask_of(Layer("t", "TimeDistributed", {}, {}, ()), [values], [live], keras2)
    assert found is live
    wanted = (before * live[..., None]).sum(axis=1) / live.sum(axis=1)[:, None]
    np.testing.assert_allclose(library.Model(x, pooled)(values), wanted, atol=1e-6)


def test_masks_that_do_not_fit_together_are_refused() -> None:
    layer = Layer("add", "Add", {}, {}, ())
    narrow, wide = np.ones((2, 6), bool), np.ones((2, 6, 4), bool)
    values = np.zeros((2, 6, 4), np.float32)
    with pytest.raises(ModelError, match="layer add cannot take inputs of the shapes"):
        mask_of(layer, [values, values], [narrow, wide], keras2=False)
