"""Masks, and their way through the graph."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.engine.network.zoo.case import STEPS, UNITS, WORDS, add, functional, numbers, words, zoo

Layers = Callable[[Any], list[Any]]

THROUGH: dict[str, Layers] = {
    "nothing": lambda k: [],
    "Dropout": lambda k: [k.layers.Dropout(0.5), k.layers.SpatialDropout1D(0.2)],
    "noise": lambda k: [k.layers.GaussianNoise(0.5), k.layers.GaussianDropout(0.2)],
    "Dense": lambda k: [k.layers.Dense(4, "tanh")],
    "BatchNormalization": lambda k: [k.layers.BatchNormalization()],
    "LayerNormalization": lambda k: [k.layers.LayerNormalization()],
    "Activation": lambda k: [k.layers.Activation("relu"), k.layers.LeakyReLU()],
    "TimeDistributed": lambda k: [k.layers.TimeDistributed(k.layers.Dense(4, "tanh"))],
    "Conv1D": lambda k: [k.layers.Conv1D(4, 3)],
    "Reshape": lambda k: [k.layers.Reshape((STEPS, -1))],
    "a recurrent layer": lambda k: [k.layers.GRU(4, return_sequences=True, name="first")],
    "Bidirectional": lambda k: [
        k.layers.Bidirectional(k.layers.GRU(3, return_sequences=True), name="first")
    ],
    "a layer backwards": lambda k: [
        k.layers.GRU(4, return_sequences=True, go_backwards=True, name="first")
    ],
}
FIRST = {
    "a recurrent layer": ("first",),
    "a layer backwards": ("first",),
    "Bidirectional": ("first/forward", "first/backward"),
}


def _through(ids: bool, which: str, k: Any) -> Any:
    start = words(k, mask_zero=True) if ids else [*numbers(k), k.layers.Masking()]
    layers = [*start, *THROUGH[which](k), k.layers.LSTM(UNITS, name="rnn"), k.layers.Dense(1)]
    return k.Sequential(layers)


for _which in THROUGH:
    for _ids in (True, False):
        start = "mask_zero" if _ids else "Masking"
        add(f"{start} through {_which}", partial(_through, _ids, _which),
            *FIRST.get(_which, ()), "rnn")  # fmt: skip


def _zeroed(kind: str, k: Any) -> Any:
    layers = [
        *words(k, mask_zero=True),
        getattr(k.layers, kind)(
            UNITS, return_sequences=True, zero_output_for_mask=True, name="rnn"
        ),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


for _kind in ("SimpleRNN", "LSTM", "GRU"):
    add(f"{_kind} zero_output_for_mask", partial(_zeroed, _kind), "rnn")


def _backwards(kind: str, sequences: bool, k: Any) -> Any:
    layers = [
        *words(k, mask_zero=True),
        getattr(k.layers, kind)(UNITS, go_backwards=True, return_sequences=sequences, name="rnn"),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


for _kind in ("SimpleRNN", "LSTM", "GRU"):
    for _sequences in (False, True):
        name = f"{_kind} backwards, masked{', sequences' if _sequences else ''}"
        add(name, partial(_backwards, _kind, _sequences), "rnn")


@zoo("lstm")
def mask_value(k: Any) -> Any:
    return k.Sequential([*numbers(k), k.layers.Masking(-1.0), k.layers.LSTM(UNITS)])


@zoo("gru", unopened=("keras3.h5",))
def masked_of_any_length(k: Any) -> Any:
    layers = [*words(k, None, mask_zero=True), k.layers.GRU(UNITS), k.layers.Dense(1)]
    return functional(k, layers)


def _merged(kind: str, both: bool, k: Any) -> Any:
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((STEPS,), dtype="int32")
    a = k.layers.Embedding(WORDS, 4, mask_zero=True)(one)
    b = k.layers.Embedding(WORDS, 4, mask_zero=both)(two)
    merge = getattr(k.layers, kind)()([a, b])
    return k.Model([one, two], k.layers.LSTM(UNITS, name="rnn")(merge))


for _kind in ("Concatenate", "Add", "Multiply", "Average", "Maximum", "Subtract"):
    for _both in (True, False):
        name = f"{_kind} of {'two masks' if _both else 'a mask and none'}"
        add(name, partial(_merged, _kind, _both), "rnn")


@zoo("rnn", unopened=("keras3.h5",))
def concatenated_over_time(k: Any) -> Any:
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((STEPS,), dtype="int32")
    a = k.layers.Embedding(WORDS, 4, mask_zero=True)(one)
    b = k.layers.Embedding(WORDS, 4, mask_zero=True)(two)
    merge = k.layers.Concatenate(axis=1)([a, b])
    return k.Model([one, two], k.layers.LSTM(UNITS, name="rnn")(merge))


@zoo("rnn")
def a_mask_given_by_name(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    mask = k.Input((STEPS,), dtype="bool")
    return k.Model([first, mask], k.layers.LSTM(UNITS, name="rnn")(first, mask=mask))


@zoo("rnn")
def a_masked_answer_of_a_sequence(k: Any) -> Any:
    layers = [
        *words(k, mask_zero=True),
        k.layers.LSTM(UNITS, return_sequences=True, name="rnn"),
        k.layers.TimeDistributed(k.layers.Dense(3, "softmax")),
    ]
    return k.Sequential(layers)
