"""`CellGradient`: what all cells share on the way back through time.

A cell's gradient is ONE step back; the loop and the mask are
`engine.replay.backward_in_time`'s.  The local derivatives of all steps are computed at once
when it is made, from what a reading kept.  Gradients are ``(N, U)``: of ``N = B`` sequences,
or of any ``N`` numbers that are asked of a single one.

Source: Werbos, Backpropagation through time (1990); the equations are the cells' own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np

from engine.network.cell_kinds import CELL_KINDS
from engine.network.derivatives import derivative, pull
from engine.network.network import Layer
from engine.replay.cells.cell import Array, Cell
from engine.replay.cells.change import Change, by_key


class Slopes:
    """The way back at every step through one activation, whose value ``y`` a product ``y k`` has
    as a factor.

    Args:
        name: of the activation.
        sums: what went into it, ``(B, T, U)``.
        factor: ``k (B, T, U)``, None for 1.
        clip: where the sums were cut off, below and above 0; None where they were not.  What is
            cut off hands nothing back.
    """

    def __init__(
        self, name: str, sums: Array, factor: Array | None = None, clip: float | None = None
    ) -> None:
        inside = None if clip is None else 1.0 * (np.abs(sums) < clip)
        slope = derivative(name)
        self._pull = pull(name) if slope is None else None  # it looks at all units
        if slope is not None:
            slopes = slope(sums)
            for each in (factor, inside):
                slopes = slopes if each is None else slopes * each
            sums, factor, inside = slopes, None, None
        self._rows = by_step(sums)
        self._factors = None if factor is None else by_step(factor)
        self._inside = None if inside is None else by_step(inside)

    def into(self, t: int, gradient: Array, out: Array) -> None:
        """Write the gradient ``(N, U)`` by what went in at step ``t`` into ``out``, from that by
        the product."""
        if self._pull is None:
            np.multiply(gradient, self._rows[t], out=out)
            return
        if self._factors is not None:
            gradient = gradient * self._factors[t]
        out[:] = self._pull(self._rows[t], gradient)
        if self._inside is not None:
            out *= self._inside[t]


class CellGradient(ABC):
    """One layer's cell, about to go back over what it did.

    Args:
        cell: the cell's class.
        layer: the recurrent layer.
        inputs: ``(B, T, F)``, or ids ``(B, T)`` that stand for one-hot rows.
        series: what it computed, ``(B, T, U)`` by key, in the order in which it read.
        before: the states that each step began with, ``(B, T, U)`` by key.
        changes: what was changed by hand, at the steps ``(T,)`` in the order in which it read.
    """

    def __init__(
        self,
        cell: type[Cell],
        layer: Layer,
        inputs: Array,
        series: Mapping[str, Array],
        before: Mapping[str, Array],
        changes: Sequence[Change] = (),
    ) -> None:
        options = layer.options
        self.units = int(layer.weights["recurrent_kernel"].shape[0])
        self.kernel = np.asarray(layer.weights["kernel"], np.float64)
        self._recurrent = np.asarray(layer.weights["recurrent_kernel"], np.float64)
        self._activation = str(options.get("activation", "tanh"))
        gate = str(options.get("recurrent_activation", "sigmoid"))
        series = {key: np.asarray(values, np.float64) for key, values in series.items()}
        before = {key: np.asarray(values, np.float64) for key, values in before.items()}
        sums = cell.pre_activations(layer, inputs, before, series)
        kind = CELL_KINDS[layer.kind]
        self._turned = np.ascontiguousarray(self._recurrent.T)
        factors = dict(self._prepare(layer, series, before))
        steps = before["h"].shape[1]
        self._left: dict[str, list[Array]] = {}
        left = {key: left_of(group, steps, self.units) for key, group in by_key(changes).items()}
        self._couple(factors, left)
        for key, rows in left.items():
            if key in kind.gates:
                factors[key] = factors.get(key, 1.0) * rows
            else:
                self._left[key] = list(rows)
        self._slopes: dict[str, Slopes] = {}
        for key, each in sums.items():
            name = self._activation if key == kind.candidate else gate
            self._slopes[key] = Slopes(name, each.total, factors.get(key), each.clip)

    @abstractmethod
    def _prepare(
        self, layer: Layer, series: Mapping[str, Array], before: Mapping[str, Array]
    ) -> Mapping[str, Array]:
        """Make ready what a step wants, from float64 ``(B, T, U)``; what each gate and candidate
        is multiplied by, by its key."""

    def _couple(self, factors: dict[str, Array], left: Mapping[str, Array]) -> None:  # noqa: B027
        """Put into the factors that a gate is made of another, where the layer has such gates;
        ``left`` is what the changes by hand leave of the gradient by a gate, ``(T, U)``."""

    def changed(self, key: str, t: int, gradient: Array) -> Array:
        """From the gradient ``(N, U)`` by a state that was set by hand to that by what the cell
        had computed: a value that was set hands nothing on."""
        if key not in self._left:
            return gradient
        return gradient * self._left[key][t]

    @abstractmethod
    def step(self, t: int, gradient: Mapping[str, Array]) -> tuple[Array, dict[str, Array]]:
        """Go back over step ``t``.

        Args:
            t: the step, in the order in which the layer read.
            gradient: by the states after it, ``(N, U)`` by key.

        Returns:
            The gradient by ``x W + b``, ``(N, columns)`` in Keras's order, and that by the
            states before it.
        """


def by_step(values: Array) -> list[Array]:
    """``(B, T, U)`` as a list of ``T`` arrays ``(B, U)``."""
    return list(np.ascontiguousarray(values.swapaxes(0, 1)))


def left_of(changes: Sequence[Change], steps: int, units: int) -> Array:
    """What the changes of one series leave of a gradient, ``(T, U)``: 0 where a value was set, the
    factor where it was scaled, 1 elsewhere."""
    left = np.ones((steps, units))
    for change in changes:
        at = np.ix_(np.flatnonzero(change.at), change.units)
        left[at] = left[at] * change.factor if change.value is None else 0.0
    return left
