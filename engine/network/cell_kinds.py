"""What a cell is, as its weights and its configuration have it: one row a kind.

Formats, kinds of layers, recipes, verification and the inspector read the rows; what a cell
computes stands in `engine.replay.cells`, in the module that is named as the row's ``module``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class CellKind:
    """One kind of recurrent layer.

    Attributes:
        name: the Keras class name.
        module: what Keras calls the first layer of the kind (``lstm``); also the module of
            `engine.replay.cells` that computes it.
        gates: the blocks of columns of kernel, recurrent kernel and bias, in Keras's order,
            by the keys of their series.
        candidate: the one of them that goes through ``activation``; the others go through
            ``recurrent_activation``.
        states: what is handed on from step to step, in Keras's order; the first is the output.
        keeper: the gate that decides how much of the state before is kept, "" without one.
        options: the Keras options that not every recurrent layer has.
        blocks: a weight's blocks of columns, where they are not those of all ``gates``; a
            weight that only this kind has, from units to units, stands here too.
        extra: weights of one number a unit and gate that only few files have, with the gates.
        is_in_keras: whether Keras has such a layer, and so it can be trained here.
        axes: along how many axes a state lies besides its units: 0 for a vector, 1 for a line, 2
            for a picture.
    """

    name: str
    module: str
    gates: tuple[str, ...]
    candidate: str
    states: tuple[str, ...] = ("h",)
    keeper: str = ""
    options: tuple[str, ...] = ()
    blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_in_keras: bool = True
    axes: int = 0

    @property
    def kernels(self) -> tuple[str, ...]:
        """The names of the weights but the bias, in the order of a file."""
        usual = ("kernel", "recurrent_kernel")
        return (*usual, *(name for name in self.blocks if name not in (*usual, "bias")))

    def blocks_of(self, weight: str) -> tuple[str, ...]:
        """The gates that have a block of columns in a weight, in order."""
        return self.blocks.get(weight, self.extra.get(weight, self.gates))

    def parameters(self, features: int, units: int) -> int:
        """Weights of one layer that reads ``features`` numbers a step, as Keras makes it by default;
        the same for every number of steps.

        Source: ``keras/src/layers/rnn`` of Keras 3.15: a kernel ``(F, G*U)``, a recurrent kernel
        ``(U, G*U)`` and the bias, of which a GRU has two rows (``reset_after``).
        """
        return len(self.gates) * units * (features + units + self.bias_rows(reset_after=True))

    def bias_rows(self, *, reset_after: bool) -> int:
        """How many rows of ``len(gates) * units`` numbers the bias has: 1 or 2.

        Two where the reset gate comes after the recurrent kernel (cuDNN's form), which then
        has a bias of its own; other cells than a GRU do not mind ``reset_after``.
        """
        return 1 + (reset_after and "reset_after" in self.options)


PEEPHOLES = "peepholes"
"""The weight by which an LSTM's gates see its cell state, ``(3 U,)``."""

INITIAL = {"h": "initial_h", "c": "initial_c"}
"""The weights ``(U,)`` in which a state begins, by its key, where a file has it as a constant."""

BEYOND_KERAS = ("clip", "cell_activation", "input_forget")
"""Options that no layer of Keras has, and some of ONNX: the sums inside gates and candidates are
cut off at so much below and above 0; the function of an LSTM's cell state is another than that of
its candidate; its forget gate is 1 less its input gate."""

CELL_KINDS: Mapping[str, CellKind] = {
    kind.name: kind
    for kind in (
        CellKind("SimpleRNN", "simple_rnn", gates=("h",), candidate="h"),
        CellKind(
            "LSTM",
            "lstm",
            gates=("i", "f", "g", "o"),
            candidate="g",
            states=("h", "c"),
            keeper="f",
            options=("recurrent_activation",),
            extra={PEEPHOLES: ("i", "f", "o")},
        ),
        CellKind(
            "GRU",
            "gru",
            gates=("z", "r", "n"),
            candidate="n",
            keeper="z",
            options=("recurrent_activation", "reset_after"),
        ),
    )
}
"""By name: those whose state is a vector."""

MAP_KINDS: Mapping[str, CellKind] = {
    name: replace(CELL_KINDS["LSTM"], name=name, module="conv_lstm", axes=axes)
    for name, axes in (("ConvLSTM1D", 1), ("ConvLSTM2D", 2))
}
"""Those whose state is a map, of which a trace has the means too."""

STATEFUL: Mapping[str, CellKind] = {**CELL_KINDS, **MAP_KINDS}
"""All that have a trace."""
