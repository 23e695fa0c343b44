"""Models that hold what is not replayed: refused by name, and what stands before it is not."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import (
    CANNOT,
    KERAS2,
    KERAS3,
    STEPS,
    UNITS,
    add,
    numbers,
    words,
    zoo,
)

CUSTOM = (
    "The layer {} is a {}, a class of its author's own. Only its code could run it, and "
    "Gatescope runs nothing from a file."
)


@zoo("before", refused=CANNOT.format("odd", "Lambda"))
def a_lambda(k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, return_sequences=True, name="before"),
        k.layers.Lambda(lambda x: x * 2, name="odd", output_shape=(STEPS, UNITS)),
        k.layers.LSTM(UNITS, name="behind"),
    ]
    return k.Sequential(layers)


@zoo("before", refused=CANNOT.format("odd", "Lambda"))
def a_lambda_in_a_branch(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="before")(first)
    odd = k.layers.Lambda(lambda x: x * 2, name="odd", output_shape=(STEPS, UNITS))(tensor)
    fine = k.layers.Dense(2, name="fine")(tensor)
    return k.Model(first, [k.layers.Dense(1, name="answer")(odd), fine])


@zoo("deep", "before", refused=CANNOT.format("fold", "Conv3D"))
def conv_lstm_autoencoder(k: Any) -> Any:
    layers = [
        k.Input((3, 6, 6, 1)),
        k.layers.ConvLSTM2D(2, 3, padding="same", return_sequences=True, name="deep"),
        k.layers.BatchNormalization(),
        k.layers.ConvLSTM2D(2, 3, padding="same", return_sequences=True, name="before"),
        k.layers.Conv3D(1, 3, padding="same", name="fold"),
        k.layers.MaxPooling3D((1, 2, 2)),
    ]
    return k.Sequential(layers)


@zoo(
    "before",
    refused="The layer heads uses attention_mask='a tensor', which cannot be replayed yet.",
)
def many_heads_with_a_mask_of_its_own(k: Any) -> Any:
    first, mask = k.Input((STEPS, 3)), k.Input((STEPS, STEPS), dtype="bool")
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="before")(first)
    tensor = k.layers.MultiHeadAttention(2, 2, name="heads")(tensor, tensor, attention_mask=mask)
    return k.Model([first, mask], k.layers.Dense(1)(tensor))


def _own(k: Any, *, registered: bool, name: str) -> Any:
    class Layer(k.layers.Layer):  # type: ignore[misc,name-defined]
        def build(self, shape: Any) -> None:
            self.table = self.add_weight(name="table", shape=(int(shape[-1]), 2))

        def call(self, x: Any) -> Any:
            return x @ self.table

        def compute_output_shape(self, shape: Any) -> Any:
            return (*shape[:-1], 2)

    Layer.__name__ = Layer.__qualname__ = name
    if registered:
        save = getattr(k, "saving", None) or k.utils
        save.register_keras_serializable("mine")(Layer)
    layers = [
        *words(k),
        k.layers.LSTM(UNITS, return_sequences=True, name="before"),
        Layer(name="odd"),
        k.layers.GlobalMaxPooling1D(),
    ]
    return k.Sequential(layers)


for _name in ("Own", "LSTM"):
    _kind3 = f"mine>{_name}"
    add(f"a registered class {_name}", partial(_own, registered=True, name=_name), "before",
        refused=CUSTOM.format("odd", _name), writers=KERAS3[:1], listed=False)  # fmt: skip
    add(f"a registered class {_name} in HDF5", partial(_own, registered=True, name=_name),
        "before", refused=CUSTOM.format("odd", f"mine>{_name}"),
        writers=(KERAS3[1], *KERAS2[:1]), listed=False)  # fmt: skip
    add(f"a class {_name}", partial(_own, registered=False, name=_name), "before",
        refused=CUSTOM.format("odd", _name), writers=KERAS3[:1], listed=False)  # fmt: skip
add("a class Own in HDF5", partial(_own, registered=False, name="Own"), "before",
    refused=CANNOT.format("odd", "Own"), writers=(KERAS3[1], *KERAS2[:1]),
    listed=False)  # fmt: skip


@zoo(refused="This model has no recurrent layer, so there is no state to watch. Open a model "
     "with one: SimpleRNN, LSTM, GRU, ConvLSTM1D, ConvLSTM2D.")  # fmt: skip
def nothing_recurrent(k: Any) -> Any:
    return k.Sequential([*numbers(k), k.layers.Flatten(), k.layers.Dense(1)])


@zoo("before", refused=CUSTOM.format("odd", "RNN(Own)"), writers=KERAS3[:1], listed=False)
def a_cell_of_the_authors_own(k: Any) -> Any:
    class Own(k.layers.SimpleRNNCell):  # type: ignore[misc,name-defined]
        pass

    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, return_sequences=True, name="before"),
        k.layers.RNN(Own(3), name="odd"),
    ]
    return k.Sequential(layers)


@zoo("before", refused=CANNOT.format("norm", "GroupNormalization"))
def a_layer_that_is_not_known(k: Any) -> Any:
    layers = [
        *numbers(k),
        k.layers.LSTM(UNITS, return_sequences=True, name="before"),
        k.layers.GroupNormalization(2, name="norm"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)
