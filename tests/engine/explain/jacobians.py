"""Jacobians of a recurrent layer's steps by central differences in the replay."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.recurrent import read_layer

Array = npt.NDArray[np.float64]
STEP = 1e-6


class Jacobians:
    """Of every step of a layer, by central differences: by the states before, ``(S, S)``, and
    by the input, ``(S, F)``, of all states one after the other; in the order of reading."""

    def __init__(self, layer: Layer, inputs: Array, mask: npt.NDArray[np.bool_] | None) -> None:
        self.layer, self.keys = layer, CELL_KINDS[layer.kind].states
        self.units = len(layer.weights["recurrent_kernel"])
        state = np.zeros(len(self.keys) * self.units)
        self.by_state, self.by_input = [], []
        for t, x in enumerate(inputs):
            if mask is not None and not mask[t]:
                self.by_state.append(np.eye(len(state)))
                self.by_input.append(np.zeros((len(state), len(x))))
                continue
            self.by_state.append(_difference(lambda s, x=x: self._step(s, x), state))
            self.by_input.append(_difference(lambda x, s=state: self._step(s, x), x))
            state = self._step(state, x)

    def _step(self, state: Array, x: Array) -> Array:
        parts = np.split(state, len(self.keys))
        start = {key: part[None] for key, part in zip(self.keys, parts, strict=True)}
        series = read_layer(self.layer, x[None, None], None, np.float64, start=start).series
        return np.concatenate([series[key][0, 0] for key in self.keys])

    def between(self, first: int, last: int) -> Array:
        """``d(state after last)/d(state after first)``."""
        product = np.eye(len(self.by_state[0]))
        for t in range(first + 1, last + 1):
            product = self.by_state[t] @ product
        return product

    def felt(self) -> Array:
        """``M[s, t]``."""
        steps = len(self.by_state)
        result = np.zeros((steps, steps))
        for s in range(steps):
            for t in range(s, steps):
                by_input = self.between(s, t) @ self.by_input[s]
                result[s, t] = np.linalg.norm(by_input[: self.units])
        return result


def _difference(function: Any, at: Array) -> Array:
    columns = []
    for place in range(len(at)):
        moved = np.zeros(len(at))
        moved[place] = STEP
        columns.append((function(at + moved) - function(at - moved)) / (2 * STEP))
    return np.stack(columns, axis=1)
