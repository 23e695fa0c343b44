"""ConvLSTM over one and two axes: an LSTM whose sums are convolutions, and whose states are maps.

Source: ``layers/rnn/conv_lstm.py`` of Keras 3.15.  What is read goes through the layer's own
convolution, the state through one with stride 1 that keeps its size; columns i, f, c, o.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.network.activations import activation
from engine.network.kinds.windows import Window, windows
from engine.network.network import Layer
from engine.replay.functions.function import Array, Function, Mask, biased, weight
from engine.replay.functions.pictures import convolved


def every_step(layer: Layer, values: Array, mask: Mask) -> Array:
    """The hidden state after each step, ``(B, T, rows, columns, filters)``, or without the columns;
    in the order in which the layer reads, the channels where it has them."""
    options = layer.options
    first, flat = options.get("data_format") == "channels_first", layer.kind == "ConvLSTM1D"
    if first:
        values = np.moveaxis(values, 2, -1)
    if flat:
        values = values[:, :, :, None]
    if options.get("go_backwards"):
        values = values[:, ::-1]
        mask = None if mask is None else mask[:, ::-1]
    states = _states(layer, values, mask)
    if flat:
        states = states[:, :, :, 0]
    return np.moveaxis(states, -1, 2) if first else states


def _states(layer: Layer, values: Array, mask: Mask) -> Array:
    found = windows(layer.options, "kernel_size", 1 if layer.kind == "ConvLSTM1D" else 2)
    kernel, inner = (weight(layer, name, values) for name in ("kernel", "recurrent_kernel"))
    if len(found) == 1:
        found, kernel, inner = (found[0], Window(1)), kernel[:, None], inner[:, None]
    around = (Window(inner.shape[0], padding="same"), Window(inner.shape[1], padding="same"))
    batch, steps = values.shape[:2]
    sums = convolved(values.reshape(batch * steps, *values.shape[2:]), kernel, found)
    sums = biased(layer, sums)
    sums = sums.reshape(batch, steps, *sums.shape[1:])
    act = activation(str(layer.options.get("activation", "tanh")))
    gate = activation(str(layer.options.get("recurrent_activation", "sigmoid")))
    filters = inner.shape[2]
    h = np.zeros((*sums[:, 0].shape[:-1], filters), values.dtype)
    c = h
    result = np.empty((batch, steps, *h.shape[1:]), values.dtype)
    for t in range(steps):
        total = sums[:, t] + convolved(h, inner, around)
        i, f, g, o = np.split(total, 4, axis=-1)
        new_c = gate(f) * c + gate(i) * act(g)
        new_h = gate(o) * act(new_c)
        if mask is None:
            h, c = new_h, new_c
        else:
            live = mask[:, t, None, None, None]
            h, c = np.where(live, new_h, h), np.where(live, new_c, c)
        result[:, t] = h
    return result


def _conv_lstm(layer: Layer, inputs: list[Array], masks: list[Mask]) -> Array:
    states = every_step(layer, inputs[0], masks[0])
    return states if layer.options.get("return_sequences") else states[:, -1]


FUNCTIONS: Mapping[str, Function] = dict.fromkeys(("ConvLSTM1D", "ConvLSTM2D"), _conv_lstm)
