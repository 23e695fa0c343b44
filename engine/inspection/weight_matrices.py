"""The weights of a layer as matrices that can be drawn: gate by gate where it is recurrent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS, INITIAL
from engine.network.network import Layer

Array = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class GateWeights:
    """The share of one gate, candidate or state in a layer's weights: views, not copies.

    Attributes:
        kernel: ``(F, U)``, from the F numbers of the input to the U units; without rows for
            a gate that does not read the input.
        recurrent: ``(U, U)``, from the hidden state before (rows) to the units (columns);
            without rows for a gate that does not read that.
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
    if not (blocks := _blocks(layer)):
        return {}
    none = layer.weights["recurrent_kernel"][:0, : layer.weights["recurrent_kernel"].shape[0]]
    gates = {}
    for key in CELL_KINDS[layer.kind].gates:
        kernel, recurrent = (blocks[name].get(key, none) for name in ("kernel", "recurrent_kernel"))
        gates[key] = GateWeights(kernel, recurrent, *blocks.get("bias", {}).get(key, ())[:2])
    return gates


def matrices(layer: Layer) -> Mapping[str, Mapping[str, Array]]:
    """All weights of a layer as matrices: by the weight's name, then by gate.

    A recurrent layer's names are ``kernel``, ``recurrent_kernel``, ``bias`` and, of a GRU
    with ``reset_after``, ``recurrent_bias``; another layer's are Keras's own, with the one
    gate ``""``.  A vector is a matrix of one row; of more than two axes (a convolution's
    kernel ``(K, C, U)``) all but the last are rows, the first changing slowest.
    """
    if not (by_name := _blocks(layer)):
        return {
            name: {"": _flat(weight)} for name, weight in layer.weights.items() if weight.size > 0
        }
    bias = by_name.pop("bias", {})
    by_name["bias"] = {key: rows[:1] for key, rows in bias.items()}
    by_name["recurrent_bias"] = {key: rows[1:] for key, rows in bias.items() if len(rows) > 1}
    known = {name: each for name, each in by_name.items() if each}
    own = (name for name in INITIAL.values() if name in layer.weights)
    return known | {name: {"": _flat(layer.weights[name])} for name in own}


def _blocks(layer: Layer) -> dict[str, dict[str, Array]]:
    """The columns of each gate, ``(rows, U)``, by the weight's name; see `gate_weights`."""
    kind, recurrent = CELL_KINDS.get(layer.kind), layer.weights.get("recurrent_kernel")
    if kind is None or recurrent is None or recurrent.ndim != 2:
        return {}
    units = recurrent.shape[0]
    blocks = {}
    single = ("bias", *kind.extra)
    for name in (*kind.kernels, *single):
        keys, weight = kind.blocks_of(name), layer.weights.get(name)
        if weight is None and name in single:
            continue
        axes = (1, 2) if name == "bias" else (1,) if name in single else (2,)
        if weight is None or weight.ndim not in axes or weight.shape[-1] != len(keys) * units:
            return {}
        rows = np.atleast_2d(weight)
        blocks[name] = {
            key: rows[:, place * units : (place + 1) * units] for place, key in enumerate(keys)
        }
    return blocks


def _flat(weight: Array) -> Array:
    return weight.reshape(1, -1) if weight.ndim < 2 else weight.reshape(-1, weight.shape[-1])
