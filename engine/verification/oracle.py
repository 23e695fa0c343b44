"""Keras itself, asked for every number: its layers, its cells, its activations.

Runs in the verification process only.
"""

from __future__ import annotations

import warnings
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.activations import with_settings
from engine.network.formats.functions import ACTIVATION_LAYERS
from engine.network.network import RECURRENT, Layer, Network
from engine.training.network import quiet_keras

Array = npt.NDArray[np.floating[Any]]


def load(path: Path, network: Network) -> tuple[Any, str, str]:
    """The model in a Keras that opens it.

    Returns:
        its layers without the input layer; by what ("keras", "tf-keras", "rebuilt"); the
        version of that.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of options that Keras 2 had and Keras 3 has not
        keras = quiet_keras()
        try:
            model = keras.models.load_model(path, compile=False, safe_mode=True)
            return _layers(model), "keras", keras.__version__
        except Exception:  # noqa: BLE001  # Keras raises whatever it meets in such a file
            pass
        try:
            import tf_keras

            model = tf_keras.models.load_model(path, compile=False, safe_mode=True)
            return _layers(model), "tf-keras", tf_keras.__version__
        except Exception:  # noqa: BLE001  # likewise; it is not installed everywhere either
            made = [rebuilt(layer, network) for layer in network.layers]
            return made, "rebuilt", keras.__version__


def _layers(model: Any) -> list[Any]:
    return [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]


def rebuilt(layer: Layer, network: Network, dtype: str = "float32") -> Any:
    """Keras 3's own layer with the weights of ours."""
    import keras

    options = {
        key: value
        for key, value in layer.options.items()
        if key not in ("trainable", "input_length") and value is not None
    }
    for key in ("activation", "recurrent_activation"):
        if key in options:
            options[key] = _function(keras, str(options[key]))
    kind = layer.kind
    if kind in ACTIVATION_LAYERS:
        kind, options = "Activation", {"activation": options["activation"]}
    # At every step, a Dense is what TimeDistributed makes of it.
    kind = "Dense" if kind == "TimeDistributed" else kind
    made = getattr(keras.layers, kind)(**options, name=layer.name, dtype=dtype)
    if layer.weights:
        kernel = layer.weights.get("kernel")
        made.build((None, None, 1 if kernel is None else kernel.shape[0]))
        made.set_weights(list(layer.weights.values()))
    return made


def _function(keras: Any, name: str) -> Any:
    """Keras's function of one of our names, settings and all."""
    if name == "hard_sigmoid_keras2":
        return lambda x: keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)
    plain, settings = with_settings(name)
    return partial(keras.activations.get(plain), **settings) if settings else plain


def series_of(layer: Any, inputs: Any, mask: npt.NDArray[np.bool_] | None) -> dict[str, Array]:
    """Every series of a recurrent layer, by driving Keras's cell step by step.

    States come from the cell's own ``call``; gates from its weights and its activations.

    Args:
        layer: a Keras layer, built.
        inputs: ``(N, T, F)``.
        mask: ``(N, T) bool`` or None.

    Returns:
        ``(N, T, U)`` each; ``whole`` is the layer's own output with return_sequences.
    """
    kind = type(layer).__name__
    cell = layer.cell
    values = np.asarray(inputs)
    count, steps, _ = values.shape
    units = int(cell.units)
    h = np.zeros((count, units), values.dtype)
    c = np.zeros((count, units), values.dtype)
    keys = {"SimpleRNN": "h", "LSTM": "hcfigo", "GRU": "hzrn"}[kind]
    found: dict[str, list[Array]] = {key: [] for key in keys}
    for t in range(steps):
        x = values[:, t]
        now = _gates(kind, cell, x, h)
        states = [h, c] if kind == "LSTM" else [h]
        _, after = cell.call(_tensor(x), [_tensor(state) for state in states], training=False)
        after = list(after) if isinstance(after, (list, tuple)) else [after]
        now["h"] = np.asarray(after[0])
        if kind == "LSTM":
            now["c"] = np.asarray(after[1])
        if mask is not None:
            live = mask[:, t, None]
            for key in keys:
                before = found[key][-1] if t else np.zeros_like(now[key])
                now[key] = np.where(live, now[key], before)
        for key in keys:
            found[key].append(now[key])
        h = now["h"]
        c = now.get("c", c)
    whole = {key: np.stack(rows, axis=1) for key, rows in found.items()}
    whole["whole"] = _sequences(layer, values, mask)
    return whole


def _tensor(values: npt.NDArray[Any]) -> Any:
    import tensorflow as tf

    return tf.convert_to_tensor(values)


def _sequences(layer: Any, values: Array, mask: npt.NDArray[np.bool_] | None) -> Array:
    """The layer's own output at every step."""
    marks = None if mask is None else _tensor(mask)
    before, layer.return_sequences = layer.return_sequences, True
    try:
        return np.asarray(layer(_tensor(values), mask=marks, training=False))
    finally:
        layer.return_sequences = before


def _gates(kind: str, cell: Any, x: Array, h: Array) -> dict[str, Array]:
    """The gates, from the cell's weights in Keras's order and its own activations."""
    if kind == "SimpleRNN":
        return {}
    kernel, recurrent = np.asarray(cell.kernel), np.asarray(cell.recurrent_kernel)
    bias = np.asarray(cell.bias) if cell.use_bias else None
    units = int(cell.units)

    def act(function: Any, value: Array) -> Array:
        return np.asarray(function(_tensor(value)))

    def part(value: Array, place: int) -> Array:
        piece: Array = value[..., place * units : (place + 1) * units]
        return piece

    if kind == "LSTM":
        total = x @ kernel + h @ recurrent + (0 if bias is None else bias)
        return {
            "i": act(cell.recurrent_activation, part(total, 0)),
            "f": act(cell.recurrent_activation, part(total, 1)),
            "g": act(cell.activation, part(total, 2)),
            "o": act(cell.recurrent_activation, part(total, 3)),
        }
    two = bias is not None and bias.ndim == 2
    outer = x @ kernel + (0 if bias is None else bias[0] if two else bias)
    inner = h @ recurrent + (bias[1] if two and bias is not None else 0)
    z = act(cell.recurrent_activation, part(outer, 0) + part(inner, 0))
    r = act(cell.recurrent_activation, part(outer, 1) + part(inner, 1))
    if cell.reset_after:
        n = act(cell.activation, part(outer, 2) + r * part(inner, 2))
    else:
        n = act(cell.activation, part(outer, 2) + (r * h) @ part(recurrent, 2))
    return {"z": z, "r": r, "n": n}


def is_recurrent(layer: Any) -> bool:
    """Whether a Keras layer has a state."""
    return type(layer).__name__ in RECURRENT
