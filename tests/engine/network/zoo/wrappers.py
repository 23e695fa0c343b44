"""Bidirectional and TimeDistributed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.engine.network.zoo.case import (
    KERAS2,
    STEPS,
    UNITS,
    WRITERS,
    add,
    numbers,
    words,
    zoo,
)

BOTH = ("both/forward", "both/backward")


def _both(kind: str, mode: str | None, sequences: bool, masked: bool, k: Any) -> Any:
    start = words(k, mask_zero=True) if masked else numbers(k)
    tensor = start[0]
    for layer in start[1:]:
        tensor = layer(tensor)
    inner = getattr(k.layers, kind)(UNITS, return_sequences=sequences)
    made = k.layers.Bidirectional(inner, merge_mode=mode, name="both")(tensor)
    answer = k.layers.Concatenate()(made) if mode is None else made
    return k.Model(start[0], k.layers.Dense(2)(answer))


for _kind in ("LSTM", "GRU", "SimpleRNN"):
    for _mode in ("concat", "sum", "mul", "ave", None):
        for _sequences in (False, True):
            name = f"Bidirectional {_kind} {_mode}{' sequences' if _sequences else ''}"
            # Every other writer for every other one: each pair occurs.
            half = WRITERS[::2] if (_mode in ("concat", "mul")) == _sequences else WRITERS[1::2]
            add(name, partial(_both, _kind, _mode, _sequences, False), *BOTH, writers=half)
    add(f"Bidirectional {_kind} masked", partial(_both, _kind, "concat", False, True), *BOTH)
    add(f"Bidirectional {_kind} masked sequences", partial(_both, _kind, "sum", True, True), *BOTH)


def _two_layers(units: int, k: Any) -> Any:
    forward = k.layers.LSTM(UNITS, return_sequences=True, name="ahead")
    backward = k.layers.GRU(
        units, return_sequences=True, go_backwards=True, activation="relu", name="back"
    )
    both = k.layers.Bidirectional(forward, backward_layer=backward, name="both")
    return k.Sequential([*numbers(k), both, k.layers.Dense(1)])


add("a backward layer of its own", partial(_two_layers, UNITS), *BOTH, writers=WRITERS)
# Keras 3 takes both ways to be as wide, and cannot run such a model itself.
add("a backward layer of other width", partial(_two_layers, 3), *BOTH, writers=KERAS2)


@zoo(*BOTH, "lstm")
def bidirectional_sequential(k: Any) -> Any:
    layers = [
        *words(k),
        k.layers.Bidirectional(k.layers.LSTM(UNITS, return_sequences=True), name="both"),
        k.layers.LSTM(3, name="lstm"),
        k.layers.Dense(1, "sigmoid"),
    ]
    return k.Sequential(layers)


@zoo("one/forward", "one/backward", "two/forward", "two/backward")
def two_bidirectionals(k: Any) -> Any:
    layers = [
        *words(k, None, mask_zero=True),
        k.layers.Bidirectional(k.layers.GRU(UNITS, return_sequences=True), name="one"),
        k.layers.Dropout(0.2),
        k.layers.Bidirectional(k.layers.GRU(UNITS, reset_after=False), name="two"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@zoo(*BOTH)
def a_frozen_bidirectional(k: Any) -> Any:
    both = k.layers.Bidirectional(k.layers.LSTM(UNITS), name="both", trainable=False)
    return k.Sequential([*numbers(k), both])


@zoo(*BOTH, writers=KERAS2)
def a_bidirectional_that_begins_backwards(k: Any) -> Any:
    inner = k.layers.LSTM(UNITS, go_backwards=True, return_sequences=True)
    return k.Sequential([*numbers(k), k.layers.Bidirectional(inner, name="both")])


@zoo(*BOTH)
def a_stateful_bidirectional(k: Any) -> Any:
    start = (
        k.Input(batch_shape=(1, STEPS, 3))
        if hasattr(k, "ops")
        else k.Input(batch_input_shape=(1, STEPS, 3))
    )
    both = k.layers.Bidirectional(k.layers.LSTM(UNITS, stateful=True), name="both")
    return k.Sequential([start, both])


INSIDE: dict[str, Callable[[Any], Any]] = {
    "Dense": lambda k: k.layers.Dense(4, "tanh"),
    "Flatten": lambda k: k.layers.Flatten(),
    "Activation": lambda k: k.layers.Activation("tanh"),
    "Dropout": lambda k: k.layers.Dropout(0.4),
    "BatchNormalization": lambda k: k.layers.BatchNormalization(),
    "LayerNormalization": lambda k: k.layers.LayerNormalization(),
}


def _every_step(which: str, k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.TimeDistributed(INSIDE[which](k)),
        k.layers.LSTM(UNITS, name="rnn"),
    ]
    return k.Sequential(layers)


for _which in INSIDE:
    add(f"TimeDistributed {_which}", partial(_every_step, _which), "rnn")


@zoo("rnn")
def a_cnn_at_every_step(k: Any) -> Any:
    """The CNN-LSTM of the tutorials: windows of windows."""
    layers = [
        k.Input((4, 6, 1)),
        k.layers.TimeDistributed(k.layers.Conv1D(3, 2, activation="relu")),
        k.layers.TimeDistributed(k.layers.MaxPooling1D(2)),
        k.layers.TimeDistributed(k.layers.Flatten()),
        k.layers.LSTM(UNITS, name="rnn"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)
