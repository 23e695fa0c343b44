"""Keras's ConvLSTM, driven step by step: every gate and state as maps.

Runs in the verification process only.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import MAP_KINDS

Array = npt.NDArray[Any]

_GATES = next(iter(MAP_KINDS.values())).gates


def series_of_maps(
    layer: Any, inputs: Array, mask: Array | None, states: list[Array], *, backwards: bool = False
) -> dict[str, Array]:
    """Every series of a ConvLSTM.

    States come from the cell's own ``call``; gates from its convolutions and its activations.

    Args:
        layer: Keras's.
        inputs: ``(N, T, ...)``, as the layer is given them.
        mask: ``(N, T)`` or None.
        states: the initial ones; none for zeros.
        backwards: whether it reads the last step first.

    Returns:
        ``(N, T, ..., U)`` each, in the order of the input, the channels last.
    """
    cell, way = layer.cell, slice(None, None, -1 if backwards else 1)
    inputs, mask = inputs[:, way], None if mask is None else mask[:, way]
    kernels, inner = (
        [_tensor(each) for each in np.split(np.asarray(weight), 4, axis=-1)]
        for weight in (cell.kernel, cell.recurrent_kernel)
    )
    biases = np.split(np.asarray(cell.bias), 4) if cell.use_bias else [None] * 4
    rows: list[dict[str, Array]] = []
    for t in range(inputs.shape[1]):
        x = _tensor(inputs[:, t])
        sums = [
            cell.input_conv(x, kernel, bias, padding=cell.padding)
            for kernel, bias in zip(kernels, biases, strict=True)
        ]
        states = states or [np.zeros_like(np.asarray(sums[0]))] * 2
        h = _tensor(states[0])
        now = {
            key: np.asarray(
                (cell.activation if key == "g" else cell.recurrent_activation)(
                    total + cell.recurrent_conv(h, weight)
                )
            )
            for key, total, weight in zip(_GATES, sums, inner, strict=True)
        }
        _, after = cell.call(x, [_tensor(state) for state in states], training=False)
        now |= {key: np.asarray(state) for key, state in zip("hc", after, strict=True)}
        if mask is not None:
            before = rows[-1] if rows else {"h": states[0], "c": states[1]}
            live = mask[:, t].reshape(-1, *(1,) * (h.ndim - 1))
            now = {
                key: np.where(live, new, before.get(key, np.zeros_like(new)))
                for key, new in now.items()
            }
        rows.append(now)
        states = [now["h"], now["c"]]
    series = {key: np.stack([row[key] for row in rows], axis=1)[:, way] for key in rows[0]}
    first = cell.data_format == "channels_first"
    return {key: np.moveaxis(each, 2, -1) if first else each for key, each in series.items()}


def _tensor(values: Array) -> Any:
    import tensorflow as tf

    return tf.convert_to_tensor(values)
