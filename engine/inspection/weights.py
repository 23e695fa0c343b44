"""The weights of a layer as matrices that can be drawn: gate by gate where it is recurrent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer

Array = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class GateWeights:
    """The share of one gate, candidate or state in a layer's weights: views, not copies.

    Attributes:
        kernel: ``(F, U)``, from the F numbers of the input to the U units.
        recurrent: ``(U, U)``, from the hidden state before (rows) to the units (columns).
        bias: ``(U,)``, None without one.
        recurrent_bias: ``(U,)``, of a GRU with ``reset_after``; None elsewhere.
    """

    kernel: Array
    recurrent: Array
    bias: Array | None = None
    recurrent_bias: Array | None = None


def gate_weights(layer: Layer) -> Mapping[str, GateWeights]:
    """The weights of a recurrent layer by series key, in Keras's order of columns.

    ``i f g o`` of an LSTM, ``z r n`` of a GRU, ``h`` of a SimpleRNN.  Empty for another
    layer, and for one whose weights do not have that form, as a refused one's may not.
    """
    kind = CELL_KINDS.get(layer.kind)
    keys = () if kind is None else kind.gates
    kernel, recurrent = layer.weights.get("kernel"), layer.weights.get("recurrent_kernel")
    if not keys or kernel is None or recurrent is None or recurrent.ndim != 2:
        return {}
    units = recurrent.shape[0]
    if kernel.ndim != 2 or not kernel.shape[1] == recurrent.shape[1] == len(keys) * units:
        return {}
    bias = layer.weights.get("bias")
    if bias is not None and (bias.ndim not in (1, 2) or bias.shape[-1] != len(keys) * units):
        return {}
    gates = {}
    for place, key in enumerate(keys):
        columns = slice(place * units, (place + 1) * units)
        rows = [] if bias is None else [bias[columns]] if bias.ndim == 1 else list(bias[:, columns])
        gates[key] = GateWeights(
            kernel[:, columns],
            recurrent[:, columns],
            rows[0] if rows else None,
            rows[1] if len(rows) > 1 else None,
        )
    return gates


def matrices(layer: Layer) -> Mapping[str, Mapping[str, Array]]:
    """All weights of a layer as matrices: by the weight's name, then by gate.

    A recurrent layer's names are ``kernel``, ``recurrent_kernel``, ``bias`` and, of a GRU
    with ``reset_after``, ``recurrent_bias``; another layer's are Keras's own, with the one
    gate ``""``.  A vector is a matrix of one row; of more than two axes (a convolution's
    kernel ``(K, C, U)``) all but the last are rows, the first changing slowest.
    """
    gates = gate_weights(layer)
    if not gates:
        return {
            name: {"": _flat(weight)} for name, weight in layer.weights.items() if weight.size > 0
        }
    by_name: dict[str, dict[str, Array]] = {
        "kernel": {key: each.kernel for key, each in gates.items()},
        "recurrent_kernel": {key: each.recurrent for key, each in gates.items()},
        "bias": {key: each.bias[None] for key, each in gates.items() if each.bias is not None},
        "recurrent_bias": {
            key: each.recurrent_bias[None]
            for key, each in gates.items()
            if each.recurrent_bias is not None
        },
    }
    return {name: each for name, each in by_name.items() if each}


def _flat(weight: Array) -> Array:
    return weight.reshape(1, -1) if weight.ndim < 2 else weight.reshape(-1, weight.shape[-1])
