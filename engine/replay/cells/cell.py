"""`Cell`: what all cells share.  A cell is ONE step; the loop and the mask are
`engine.replay.recurrent`'s.

Everything works on a batch: ``B`` sequences side by side, of ``T`` steps each; one review is
``B = 1``.  What does not depend on the state before, ``x W + b``, is summed for all steps at
once when a cell is made; a step adds ``h R`` and turns the sums into gates where they stand.
Inside a cell they lie step by step with the batch last, ``(T, U, B)``, so that a gate at a
step is one piece of memory; of a single sequence ``(T, U)``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from engine.network.activations import Activation, activation
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Layer
from engine.replay.cells.change import Change, by_key
from engine.replay.cells.series import Bounds, Meaning

Array = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]

_ONE_THREAD = 2**18
"""Numbers in a matrix beyond which OpenBLAS shares its product with a vector among threads.

A step is too short for that: where another program uses a core, each step waits for the
thread that did not get one, and 512 units take 45 to 105 ms for 500 steps instead of 23.
"""


class Product:
    """``h R`` for a fixed ``R (U, columns)``; with a single vector in blocks that BLAS does
    not share out among threads."""

    def __init__(self, matrix: Array, batch: int) -> None:
        self._turned = None if batch == 1 else np.ascontiguousarray(matrix.T)
        rows, columns = matrix.shape
        width = max(1, _ONE_THREAD // rows)
        cuts = [slice(at, min(at + width, columns)) for at in range(0, columns, width)]
        self._blocks = [(cut, np.ascontiguousarray(matrix[:, cut])) for cut in cuts]
        self._matrix = self._blocks[0][1] if len(self._blocks) == 1 else None

    def into(self, h: Array, out: Array) -> None:
        """Write the product of ``h (U,)`` into ``out (columns,)``; with a batch, of
        ``h (U, B)`` into ``out (columns, B)``."""
        if self._turned is not None:
            np.dot(self._turned, h, out=out)
        elif self._matrix is not None:
            np.dot(h, self._matrix, out=out)
        else:
            for cut, block in self._blocks:
                np.dot(h, block, out=out[cut])


@dataclass(frozen=True, eq=False)
class PreActivation:
    """The sum inside one gate or candidate, before its activation; ``N`` units of it.

    Attributes:
        input: the input's share ``x W``, ``(..., N)``.
        recurrent: the share of the hidden state before, ``h R``, ``(..., N)``.
        bias: the constant ``(N,)``, None without one.
        reset: what the recurrent share is multiplied by, ``(..., N)``: the reset gate of a
            GRU's candidate with ``reset_after``; None elsewhere.
        cell: the share of the cell state through a peephole, ``(..., N)``; None without one.
        clip: where the sum is cut off, below and above 0; None where it is not.
    """

    input: Array
    recurrent: Array
    bias: Array | None
    reset: Array | None = None
    cell: Array | None = None
    clip: float | None = None

    @property
    def sum(self) -> Array:
        """All shares together, ``(..., N)``."""
        weighed = self.recurrent if self.reset is None else self.recurrent * self.reset
        shares: Array = self.input + weighed + (0.0 if self.bias is None else self.bias)
        return shares if self.cell is None else shares + self.cell

    @property
    def total(self) -> Array:
        """What goes into the activation, ``(..., N)``."""
        return self.sum if self.clip is None else np.clip(self.sum, -self.clip, self.clip)


class Cell(ABC):
    """One layer's cell, in one precision, about to read a batch.

    Attributes:
        EQUATIONS: how a step computes each series, by key, in the order in which series are
            shown; in the small TeX of `engine.replay.cells.series`.
        MEANINGS: what each series is called, and what it means, by key.
        COMPUTED: the keys in the order in which a step computes them.
        RANKED: the keys, the one that says most first: where there is no room for all, the
            last are folded.
        SHOWN: the series whose curves are shown at first; the first of them colours words.
        steps: how many there are to take.

    Args:
        layer: the recurrent layer.
        inputs: ``(B, T, F)``, or ids ``(B, T)`` that stand for rows.
        dtype: float32 or float64.
        start: the initial state ``(B, U)`` by key, ``h`` and ``c``; zero without.
        table: ``(V, F)``, the rows that ids stand for; None for one-hot rows: a one-hot row
            times a kernel is a row of the kernel.
        changes: what is changed by hand as the steps are taken, in order.
    """

    EQUATIONS: ClassVar[Mapping[str, str]]
    MEANINGS: ClassVar[Mapping[str, Meaning]]
    COMPUTED: ClassVar[tuple[str, ...]]
    RANKED: ClassVar[tuple[str, ...]]
    SHOWN: ClassVar[tuple[str, ...]]

    def __init__(
        self,
        layer: Layer,
        inputs: Array | Ids,
        dtype: npt.DTypeLike,
        start: Mapping[str, Array] | None = None,
        table: Array | None = None,
        changes: Iterable[Change] = (),
    ) -> None:
        self.changes = by_key(changes)
        self.units = int(layer.weights["recurrent_kernel"].shape[0])
        self.dtype = np.dtype(dtype)
        self._batch, self.steps = inputs.shape[:2]
        self._last = () if self._batch == 1 else (self._batch,)
        self._start = {} if start is None else start
        self.activate = self._clipped(layer, self._activation(layer, "activation", "tanh"))
        self.gate = self._clipped(layer, self._activation(layer, "recurrent_activation", "sigmoid"))
        weights = {key: np.asarray(value, self.dtype) for key, value in layer.weights.items()}
        kernel, recurrent, bias = self._prepare(
            layer, weights["kernel"], weights["recurrent_kernel"], weights.get("bias")
        )
        self._product = Product(recurrent, self._batch)
        self._inner = np.empty((recurrent.shape[1], *self._last), self.dtype)
        self._sums = self._projected(inputs, kernel, table)
        if bias is not None:
            self._sums += self._column(bias)
        self._rows: list[Array] = list(self._sums)
        self._h = self._state("h")
        self._h_rows = list(self._h)

    def _prepare(
        self, layer: Layer, kernel: Array, recurrent: Array, bias: Array | None
    ) -> tuple[Array, Array, Array | None]:
        """The weights as the steps want them; the recurrent kernel may lose columns.  What else
        the steps need is made ready here too."""
        return kernel, recurrent, bias

    def _state(self, key: str) -> Array:
        """Room for a state: row 0 is the one before the first step, row ``t + 1`` after t."""
        room = np.zeros((self.steps + 1, self.units, *self._last), self.dtype)
        if key in self._start:
            room[0] = self._start[key].T if self._last else self._start[key][0]
        return room

    def _activation(self, layer: Layer, option: str, usual: str) -> Activation:
        """A function of ``(U,)`` or ``(U, B)``; softmax and its kin are over the units."""
        function = activation(str(layer.options.get(option, usual)))
        if not self._last:
            return function

        def over_units(values: Array) -> Array:
            return function(values.T).T

        return over_units

    def _clipped(self, layer: Layer, function: Activation) -> Activation:
        """A function of a sum that is cut off first, where the layer says so."""
        most = clip_of(layer)
        return function if most is None else lambda sums: function(np.clip(sums, -most, most))

    def _column(self, vector: Array) -> Array:
        """One number a unit or column, to be laid beside ``(columns,)`` or ``(columns, B)``."""
        return vector[:, None] if self._last else vector

    def _projected(self, inputs: Array | Ids, kernel: Array, table: Array | None) -> Array:
        """``x W`` of all steps, ``(T, columns)`` or ``(T, columns, B)``, in memory of its own."""
        if inputs.dtype.kind != "i":
            product: Array
            product = kernel.T @ inputs.transpose(1, 2, 0) if self._last else inputs[0] @ kernel
            return product
        rows: Array = kernel if table is None else table @ kernel
        if not self._last:
            looked_up: Array = rows[inputs[0]]
            return looked_up
        columns, ids = np.ascontiguousarray(rows.T), np.ascontiguousarray(inputs.T, np.intp)
        sums = np.empty((len(ids), len(columns), self._batch), self.dtype)
        for t, at in enumerate(ids):
            np.take(columns, at, axis=1, out=sums[t], mode="clip")
        return sums

    @abstractmethod
    def step(self, t: int) -> None:
        """Take step ``t``; every step from 0 has to be taken, in order.

        Where there are `changes`, each series goes through `change` as soon as it is computed.
        """

    def change(self, t: int, key: str, row: Array) -> None:
        """Make the changes of a series at step ``t``, ``(U,)`` or ``(U, B)``, where it stands."""
        for each in self.changes.get(key, ()):
            each.apply(t, row)

    @abstractmethod
    def series(self) -> dict[str, Array]:
        """After the last step: ``(B, T, U)`` by key, in the order of `EQUATIONS`; views."""

    def _block(self, place: int) -> Array:
        """One block of columns of the sums at all steps, ``(T, U)`` or ``(T, U, B)``."""
        return self._sums[:, place * self.units : (place + 1) * self.units]

    def _by_sequence(self, values: Array) -> Array:
        """What lies step by step, ``(T, U)`` or ``(T, U, B)``, as ``(B, T, U)``; a view."""
        return values.transpose(2, 0, 1) if self._last else values[None]

    @classmethod
    def equation(cls, key: str, layer: Layer) -> str:
        """The equation of a series, as the options of the layer have it."""
        return cls.EQUATIONS[key]

    @staticmethod
    @abstractmethod
    def state_bounds(inner: Bounds, gate: Bounds) -> Mapping[str, Bounds]:
        """The lowest and highest value of each state, by key, None where it is unbounded, from
        the bounds of ``activation`` (``inner``) and of ``recurrent_activation`` (``gate``)."""

    @classmethod
    def pre_activations(
        cls,
        layer: Layer,
        inputs: Array | Ids,
        before: Mapping[str, Array],
        series: Mapping[str, Array],
        units: slice = slice(None),
    ) -> dict[str, PreActivation]:
        """The sums inside the gates, for any number of steps at once.

        Args:
            layer: the recurrent layer.
            inputs: ``(..., F)``, or ids ``(...)`` that stand for one-hot rows.
            before: the states that each step began with, ``(..., U)`` by key.
            series: what the steps computed, ``(..., U)`` by key.
            units: which units the sums are wanted of.

        Returns:
            By the key of the gate or candidate, in Keras's order, without a gate that is no
            function of a sum; in the precision of ``before`` or of the weights, whichever is
            higher.
        """
        sums, hidden, clip = {}, before["h"], clip_of(layer)
        for key in CELL_KINDS[layer.kind].gates:
            kernel = cls.block(layer, "kernel", key, units)
            recurrent = cls.block(layer, "recurrent_kernel", key, units)
            bias = None
            if "bias" in layer.weights:
                bias = np.atleast_2d(cls.block(layer, "bias", key, units)).sum(axis=0)
            with np.errstate(invalid="ignore", over="ignore"):  # weights may be infinite
                share = kernel[inputs] if inputs.dtype.kind == "i" else inputs @ kernel
                sums[key] = PreActivation(share, hidden @ recurrent, bias, clip=clip)
        return sums

    @staticmethod
    def block(layer: Layer, weight: str, key: str, units: slice = slice(None)) -> Array:
        """The columns of one gate in a weight, ``(..., N)``."""
        width = layer.weights["recurrent_kernel"].shape[0]
        first = CELL_KINDS[layer.kind].blocks_of(weight).index(key) * width
        return layer.weights[weight][..., first : first + width][..., units]


def clip_of(layer: Layer) -> float | None:
    """Where the sums inside a layer's gates are cut off; None where they are not."""
    clip = layer.options.get("clip")
    return None if clip is None else float(clip)


def cell_activation(layer: Layer) -> str:
    """The name of the function of an LSTM's cell state: its candidate's, but in ONNX."""
    return str(layer.options.get("cell_activation") or layer.options.get("activation", "tanh"))
