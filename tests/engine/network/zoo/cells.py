"""``RNN`` around Keras's cells: one, several one on the other, and both ways."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import (
    KERAS2,
    KERAS3,
    STEPS,
    UNITS,
    WRITERS,
    add,
    everywhere,
    numbers,
    words,
    zoo,
)

CELLS = ("LSTMCell", "GRUCell", "SimpleRNNCell")


def _one(kind: str, k: Any) -> Any:
    cell = getattr(k.layers, kind)(UNITS)
    return k.Sequential([*numbers(k), k.layers.RNN(cell, name="read"), k.layers.Dense(1)])


for _kind in CELLS:
    add(f"an RNN of a {_kind}", partial(_one, _kind), "read", writers=WRITERS)


@everywhere("read")
def a_cell_with_options(k: Any) -> Any:
    cell = k.layers.GRUCell(
        UNITS, activation="relu", recurrent_activation="hard_sigmoid", reset_after=False
    )
    read = k.layers.RNN(cell, return_sequences=True, go_backwards=True, name="read")
    return k.Sequential([*words(k, mask_zero=True), read, k.layers.GlobalMaxPooling1D()])


@everywhere("both/forward", "both/backward")
def a_cell_both_ways(k: Any) -> Any:
    read = k.layers.RNN(k.layers.LSTMCell(UNITS), return_sequences=True)
    layers = [*words(k, mask_zero=True), k.layers.Bidirectional(read, name="both")]
    return k.Sequential([*layers, k.layers.Dense(2)])


def _cells(k: Any) -> list[Any]:
    layers = k.layers
    return [
        layers.LSTMCell(UNITS, name="low"),
        layers.GRUCell(3, name="middle"),
        layers.LSTMCell(2, name="high"),
    ]


STACK = ("stack/low", "stack/middle", "stack/high")


def _stacked(masked: bool, backwards: bool, sequences: bool, k: Any) -> Any:
    read = k.layers.RNN(_cells(k), return_sequences=sequences, go_backwards=backwards, name="stack")
    start = words(k, mask_zero=True) if masked else numbers(k)
    return k.Sequential([*start, read, k.layers.Dense(2)])


for _masked in (False, True):
    for _backwards in (False, True):
        for _sequences in (False, True):
            told = [
                *(["masked"] if _masked else []),
                *(["backwards"] if _backwards else []),
                *(["sequences"] if _sequences else []),
            ]
            add(
                " ".join(["cells on cells", *told]),
                partial(_stacked, _masked, _backwards, _sequences),
                *STACK,
                listed=False,
                writers=WRITERS[::2] if _masked == _sequences else WRITERS[1::2],
            )


# Neither Keras can write these to HDF5.
@zoo("stack/low", "stack/low 2", listed=False, writers=(KERAS3[0], KERAS2[1]))
def cells_of_one_name(k: Any) -> Any:
    cells = [k.layers.GRUCell(UNITS, name="low"), k.layers.GRUCell(UNITS, name="low")]
    return k.Sequential([*numbers(k), k.layers.RNN(cells, name="stack")])


@zoo("stack/only", listed=False)
def a_stack_of_one(k: Any) -> Any:
    cells = k.layers.StackedRNNCells([k.layers.SimpleRNNCell(UNITS, name="only")])
    return k.Sequential([*numbers(k), k.layers.RNN(cells, name="stack")])


def _both_ways(mode: str | None, masked: bool, sequences: bool, k: Any) -> Any:
    start = words(k, mask_zero=True) if masked else numbers(k)
    tensor = start[0]
    for layer in start[1:]:
        tensor = layer(tensor)
    read = k.layers.RNN(_cells(k), return_sequences=sequences)
    made = k.layers.Bidirectional(read, merge_mode=mode, name="both")(tensor)
    answer = k.layers.Concatenate()(made) if mode is None else made
    return k.Model(start[0], k.layers.Dense(2)(answer))


_BOTH = tuple(
    f"both/{way}/{cell}" for way in ("forward", "backward") for cell in ("low", "middle", "high")
)
for _mode in ("concat", "sum", "mul", "ave", None):
    for _masked in (False, True):
        for _sequences in (False, True):
            told = [*(["masked"] if _masked else []), *(["sequences"] if _sequences else [])]
            add(
                " ".join(["cells on cells both ways", str(_mode), *told]),
                partial(_both_ways, _mode, _masked, _sequences),
                *_BOTH,
                listed=False,
                writers=WRITERS[::2] if _masked == _sequences else WRITERS[1::2],
                unopened=("keras3.h5",),
            )


def _handed_on(k: Any) -> Any:
    """An encoder of cells on cells, whose states a decoder begins with."""
    first = k.Input((STEPS, 3))
    second = k.Input((4, 2))
    read = k.layers.RNN(_cells(k), return_state=True, name="stack")
    _, *states = read(first)
    write = k.layers.RNN(_cells(k), return_sequences=True, name="write")
    return k.Model([first, second], k.layers.Dense(2)(write(second, initial_state=states)))


_WRITE = ("write/low", "write/middle", "write/high")
add("cells on cells hand on their states", _handed_on, *STACK, *_WRITE, listed=False,
    writers=(KERAS3[0], KERAS2[0]))  # fmt: skip


def _begun(kind: str, both: bool, k: Any) -> Any:
    """An encoder and a decoder of one cell each."""
    layers, first, second = k.layers, k.Input((STEPS, 3)), k.Input((4, 2))

    def reading(name: str, **options: Any) -> Any:
        cell = getattr(layers, kind)(UNITS)
        if not both:
            return layers.RNN(cell, return_state=True, name=name, **options)
        return layers.Bidirectional(layers.RNN(cell, return_state=True, **options), name=name)

    _, *states = reading("read")(first)
    made, *_ = reading("write", return_sequences=True)(second, initial_state=states)
    return k.Model([first, second], layers.Dense(2)(made))


for _kind in CELLS:
    for _ways in (False, True):
        _names = ("/forward", "/backward") if _ways else ("",)
        add(
            f"a {_kind} begins another{' both ways' * _ways}",
            partial(_begun, _kind, _ways),
            *(f"{name}{way}" for name in ("read", "write") for way in _names),
            writers=(KERAS3[0], KERAS2[0]),
        )


@zoo("both/forward", "both/backward", "write", writers=(KERAS3[0], KERAS2[0]))
def both_ends_begin_one(k: Any) -> Any:
    """The states of both ways, side by side, begin a decoder as wide as both."""
    layers, first, second = k.layers, k.Input((STEPS, 3)), k.Input((4, 2))
    read = layers.RNN(layers.LSTMCell(UNITS), return_state=True)
    _, h, c, back_h, back_c = layers.Bidirectional(read, name="both")(first)
    states = [layers.Concatenate()([h, back_h]), layers.Concatenate()([c, back_c])]
    write = layers.RNN(layers.LSTMCell(2 * UNITS), return_sequences=True, name="write")
    return k.Model([first, second], layers.Dense(2)(write(second, initial_state=states)))
