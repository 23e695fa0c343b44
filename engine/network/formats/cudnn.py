"""CuDNNLSTM and CuDNNGRU: their weights, in the order of LSTM and GRU.

Source: ``_convert_rnn_weights`` in ``tf_keras/src/saving/legacy/hdf5_format.py``.  CuDNN keeps
each gate's kernel transposed in memory and a second bias for the recurrent kernel, which an
LSTM adds to the first and a GRU with ``reset_after`` keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS

Array = npt.NDArray[Any]

KINDS = {"CuDNNLSTM": "LSTM", "CuDNNGRU": "GRU"}
"""What they are."""

_FIXED = {"activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True}
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "CuDNNLSTM": _FIXED,
    "CuDNNGRU": {**_FIXED, "reset_after": True},
}
"""What CuDNN can compute, and nothing else."""


def converted(kind: str, stored: Mapping[str, Array]) -> dict[str, Array]:
    """The weights in Keras's order: ``kernel (F, G U)``, ``recurrent_kernel``, ``bias``."""
    cell = CELL_KINDS[KINDS[kind]]
    gates = len(cell.gates)
    kernel = np.concatenate(
        [
            gate.reshape(gate.shape[1], gate.shape[0]).T
            for gate in np.split(stored["kernel"], gates, axis=1)
        ],
        axis=1,
    )
    recurrent = np.concatenate(
        [gate.T for gate in np.split(stored["recurrent_kernel"], gates, axis=1)], axis=1
    )
    both = stored["bias"].reshape(2, -1)
    bias = both.copy() if cell.bias_rows(reset_after=True) > 1 else both.sum(axis=0)
    return {
        "kernel": np.ascontiguousarray(kernel),
        "recurrent_kernel": np.ascontiguousarray(recurrent),
        "bias": bias,
    }
