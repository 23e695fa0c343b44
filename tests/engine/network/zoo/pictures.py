"""Layers over two axes before a recurrent layer: films, and pictures that are read in rows."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import KERAS2, KERAS3, UNITS, add, everywhere, zoo

FILM = (4, 8, 6, 2)
"""Steps, rows, columns, channels."""

LAYERS: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "Conv2D": ("Conv2D", (3, 3), {}),
    "Conv2D same": ("Conv2D", (3, 3), {"padding": "same", "activation": "relu"}),
    "Conv2D strides": ("Conv2D", (4, (3, 2)), {"strides": (2, 1), "use_bias": False}),
    "Conv2D same strides": ("Conv2D", (3, (3, 2)), {"strides": 2, "padding": "same"}),
    "Conv2D dilation": ("Conv2D", (3, 2), {"dilation_rate": (2, 1)}),
    "Conv2D groups": ("Conv2D", (4, 3), {"groups": 2}),
    "DepthwiseConv2D": ("DepthwiseConv2D", ((3, 2),), {"depth_multiplier": 2}),
    "DepthwiseConv2D same": ("DepthwiseConv2D", (3,), {"padding": "same", "strides": 2}),
    "SeparableConv2D": ("SeparableConv2D", (5, 3), {"padding": "same", "activation": "tanh"}),
    "MaxPooling2D": ("MaxPooling2D", (2,), {}),
    "MaxPooling2D same": ("MaxPooling2D", ((3, 2),), {"padding": "same", "strides": (2, 1)}),
    "AveragePooling2D": ("AveragePooling2D", ((2, 3),), {}),
    "AveragePooling2D same": ("AveragePooling2D", (3,), {"padding": "same", "strides": 2}),
    "GlobalMaxPooling2D": ("GlobalMaxPooling2D", (), {}),
    "GlobalAveragePooling2D": ("GlobalAveragePooling2D", (), {"keepdims": True}),
    "UpSampling2D": ("UpSampling2D", ((2, 3),), {}),
    "UpSampling2D bilinear": ("UpSampling2D", ((2, 3),), {"interpolation": "bilinear"}),
    "UpSampling2D bicubic": ("UpSampling2D", ((3, 2),), {"interpolation": "bicubic"}),
    "UpSampling2D lanczos3": ("UpSampling2D", (2,), {"interpolation": "lanczos3"}),
    "UpSampling2D lanczos5": ("UpSampling2D", ((1, 2),), {"interpolation": "lanczos5"}),
    "Conv2DTranspose": ("Conv2DTranspose", (3, 3), {}),
    "Conv2DTranspose strides": ("Conv2DTranspose", (3, (3, 2)), {"strides": (2, 3)}),
    "Conv2DTranspose same": (
        "Conv2DTranspose",
        (2, (4, 3)),
        {"padding": "same", "strides": 2, "activation": "relu"},
    ),
    "Conv2DTranspose more": (
        "Conv2DTranspose",
        (2, 3),
        {"strides": 2, "output_padding": (1, 0), "use_bias": False},
    ),
    "SeparableConv2D dilation": (
        "SeparableConv2D",
        (3, 2),
        {"dilation_rate": 2, "depth_multiplier": 2},
    ),
    "DepthwiseConv2D dilation": ("DepthwiseConv2D", (2,), {"dilation_rate": 2, "padding": "same"}),
    "Conv2D same dilation": (
        "Conv2D",
        (3, (3, 2)),
        {"dilation_rate": (2, 3), "padding": "same"},
    ),
    "MaxPooling2D strides": ("MaxPooling2D", (3,), {"strides": (1, 2)}),
    "GlobalMaxPooling2D keepdims": ("GlobalMaxPooling2D", (), {"keepdims": True}),
    "Cropping2D both": ("Cropping2D", ((2, 1),), {}),
    "ZeroPadding2D": ("ZeroPadding2D", (((1, 2), (0, 3)),), {}),
    "ZeroPadding2D both": ("ZeroPadding2D", ((1, 2),), {}),
    "Cropping2D": ("Cropping2D", (((1, 0), (2, 1)),), {}),
}


def _film(which: str, k: Any) -> Any:
    kind, values, options = LAYERS[which]
    inner = getattr(k.layers, kind)(*values, **options)
    layers = [
        k.Input(FILM),
        k.layers.TimeDistributed(inner),
        k.layers.TimeDistributed(k.layers.Flatten()),
        k.layers.LSTM(UNITS, name="rnn"),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


def _rows(which: str, k: Any) -> Any:
    kind, values, options = LAYERS[which]
    inner = getattr(k.layers, kind)(*values, **options)
    first = k.Input(FILM[1:])
    made = inner(first)
    if len(made.shape) == 4:
        made = k.layers.Reshape((int(made.shape[1]), -1))(made)
    else:
        made = k.layers.RepeatVector(3)(made)
    answer = k.layers.Dense(2)(k.layers.GRU(UNITS, name="rnn")(made))
    return k.Model(first, answer)


for _which in LAYERS:
    add(f"a film of {_which}", partial(_film, _which), "rnn")
    add(f"rows of {_which}", partial(_rows, _which), "rnn")


def _eye(k: Any, *, functional: bool) -> Any:
    if not functional:
        layers = [
            k.Input(FILM[1:]),
            k.layers.Conv2D(3, 3, activation="relu"),
            k.layers.BatchNormalization(),
            k.layers.Conv2D(2, 2),
            k.layers.MaxPooling2D(2),
            k.layers.Flatten(),
            k.layers.Dense(5, "tanh"),
        ]
        return k.Sequential(layers, name="eye")
    first = k.Input(FILM[1:])
    left = k.layers.Conv2D(3, 3, padding="same")(first)
    right = k.layers.Conv2D(3, 1)(first)
    both = k.layers.Add()([left, right])
    wide = k.layers.Concatenate()([both, left])
    made = k.layers.GlobalAveragePooling2D()(wide)
    return k.Model(first, k.layers.Dense(5)(made), name="eye")


def _seen(functional: bool, k: Any) -> Any:
    layers = [
        k.Input(FILM),
        k.layers.TimeDistributed(_eye(k, functional=functional), name="each"),
        k.layers.LSTM(UNITS, name="rnn"),
        k.layers.Dense(2),
    ]
    return k.Sequential(layers)


for _functional in (False, True):
    kind = "functional" if _functional else "sequential"
    add(f"a {kind} model at every step", partial(_seen, _functional), "rnn", listed=False)


INSIDE = {
    "LSTM": lambda k: k.layers.LSTM(UNITS),
    "GRU sequences": lambda k: k.layers.GRU(UNITS, return_sequences=True),
    "SimpleRNN backwards": lambda k: k.layers.SimpleRNN(UNITS, go_backwards=True),
    "Bidirectional": lambda k: k.layers.Bidirectional(k.layers.LSTM(UNITS)),
}


def _sentences(which: str, k: Any) -> Any:
    """A recurrent layer at every step of another."""
    first = k.Input((3, 5, 2))
    made = k.layers.TimeDistributed(INSIDE[which](k), name="each")(first)
    if len(made.shape) == 4:
        made = k.layers.TimeDistributed(k.layers.Flatten())(made)
    return k.Model(first, k.layers.Dense(1)(k.layers.LSTM(UNITS, name="rnn")(made)))


for _inside in INSIDE:
    add(f"{_inside} at every step", partial(_sentences, _inside), "rnn")


def _masked_sentences(which: str, k: Any) -> Any:
    """The same behind a mask of the words of each sentence."""
    first = k.Input((3, 5, 2))
    made = k.layers.TimeDistributed(INSIDE[which](k), name="each")(k.layers.Masking()(first))
    made = k.layers.Reshape((3, -1))(made)  # Keras 3 hands their masks on to the next layer
    return k.Model(first, k.layers.Dense(1)(k.layers.LSTM(UNITS, name="rnn")(made)))


INSIDE["GlobalAveragePooling1D"] = lambda k: k.layers.GlobalAveragePooling1D()
for _inside in ("LSTM", "Bidirectional", "GlobalAveragePooling1D"):
    add(f"masks within {_inside} at every step", partial(_masked_sentences, _inside), "rnn")


@zoo("rnn", writers=KERAS2)
def a_sentence_of_which_all_is_masked(k: Any) -> Any:
    """Keras 2 passes over a step within which all is masked."""
    layers = [
        k.Input((3, 5, 2)),
        k.layers.Masking(),
        k.layers.TimeDistributed(k.layers.LSTM(UNITS), name="each"),
        k.layers.LSTM(UNITS, name="rnn"),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@everywhere("both/forward", "both/backward")
def pictures_read_in_rows(k: Any) -> Any:
    """The reading of handwriting: convolutions, then a Bidirectional over the columns."""
    layers = [
        k.Input((8, 6, 1)),
        k.layers.Conv2D(4, 3, padding="same", name="look"),
        k.layers.MaxPooling2D((1, 2)),
        k.layers.Reshape((8, 12)),
        k.layers.Bidirectional(k.layers.LSTM(UNITS), name="both"),
        k.layers.Dense(3, "softmax"),
    ]
    return k.Sequential(layers)


@zoo("lstm")
def a_model_that_looks(k: Any) -> Any:
    """In HDF5 the convolutions of a model inside are not filed by themselves."""
    eye = k.Sequential(
        [
            k.Input((8, 6, 1)),
            k.layers.Conv2D(4, 3, padding="same", name="look"),
            k.layers.BatchNormalization(),
            k.layers.MaxPooling2D((1, 2)),
            k.layers.Reshape((8, 12)),
        ],
        name="eye",
    )
    layers = [k.Input((8, 6, 1)), eye, k.layers.LSTM(UNITS, name="lstm"), k.layers.Dense(1)]
    return k.Sequential(layers)


FILMS: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "1D": ("ConvLSTM1D", (3, 3), {}),
    "1D same sequences": ("ConvLSTM1D", (3, 2), {"padding": "same", "return_sequences": True}),
    "2D": ("ConvLSTM2D", (3, (3, 2)), {}),
    "2D same sequences": ("ConvLSTM2D", (2, 3), {"padding": "same", "return_sequences": True}),
    "2D strides": ("ConvLSTM2D", (2, 3), {"strides": 2, "use_bias": False}),
    "2D dilation": ("ConvLSTM2D", (2, 2), {"dilation_rate": 2, "activation": "relu"}),
    "2D backwards": ("ConvLSTM2D", (2, 3), {"go_backwards": True, "return_sequences": True}),
    "2D hard": ("ConvLSTM2D", (2, 3), {"recurrent_activation": "hard_sigmoid"}),
}


def _maps(which: str, k: Any) -> Any:
    kind, values, options = FILMS[which]
    first = k.Input(FILM if kind.endswith("2D") else FILM[:3])
    made = getattr(k.layers, kind)(*values, **options, name="maps")(first)
    if options.get("return_sequences"):
        made = k.layers.BatchNormalization()(made)
        made = k.layers.TimeDistributed(k.layers.Flatten())(made)
    else:
        made = k.layers.RepeatVector(3)(k.layers.Flatten()(made))
    made = k.layers.GRU(UNITS, name="rnn")(made)
    return k.Model(first, k.layers.Dense(2)(made))


for _which in FILMS:
    add(f"ConvLSTM{_which}", partial(_maps, _which), "maps", "rnn")


@zoo("maps", "deep")
def maps_on_maps(k: Any) -> Any:
    """A model whose only states are maps, with an answer at every end."""
    layers = [
        k.Input((3, 6, 6, 1)),
        k.layers.ConvLSTM2D(3, 3, padding="same", return_sequences=True, name="maps"),
        k.layers.BatchNormalization(),
        k.layers.ConvLSTM2D(2, 3, name="deep"),
        k.layers.GlobalAveragePooling2D(),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@zoo("encoder", "decoder", writers=KERAS3)
def next_frames(k: Any) -> Any:
    """The states of an encoder of films begin a decoder."""
    first, second = k.Input((4, 5, 5, 1)), k.Input((3, 5, 5, 2))
    encoder = k.layers.ConvLSTM2D(2, 3, padding="same", return_state=True, name="encoder")
    _, *states = encoder(first)
    decoder = k.layers.ConvLSTM2D(2, 3, padding="same", return_sequences=True, name="decoder")
    made = decoder(second, initial_state=states)
    return k.Model(
        [first, second], k.layers.TimeDistributed(k.layers.Conv2D(1, 1), name="frame")(made)
    )


@zoo("rnn", listed=False)
def steps_inside_steps(k: Any) -> Any:
    """A layer at every step of every step, and a model with one."""
    layers = k.layers
    inside = k.Input((4, 3))
    made = layers.LSTM(3, return_sequences=True)(inside)
    made = layers.TimeDistributed(layers.Dense(2), name="deep")(made)
    both = k.Model(inside, layers.Flatten()(made), name="both")
    first = k.Input((3, 4, 3))
    made = layers.TimeDistributed(layers.TimeDistributed(layers.Dense(3)), name="each")(first)
    made = layers.TimeDistributed(both, name="whole")(made)
    return k.Model(first, layers.Dense(1)(layers.LSTM(UNITS, name="rnn")(made)))


def _both_ways(mode: str, sequences: bool, k: Any) -> Any:
    maps = k.layers.ConvLSTM2D(2, 3, padding="same", return_sequences=sequences)
    layers = [k.Input((4, 5, 4, 1)), k.layers.Bidirectional(maps, merge_mode=mode, name="both")]
    return k.Sequential([*layers, k.layers.Flatten(), k.layers.Dense(1)])


for _mode, _sequences in (("concat", False), ("sum", True)):
    add(
        f"maps both ways {_mode}",
        partial(_both_ways, _mode, _sequences),
        *("both/forward", "both/backward"),
    )
