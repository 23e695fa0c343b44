"""`Trace`: everything a network did while it read one sequence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.network.network import Layer, Network
from engine.replay.attended import Attended
from engine.replay.edits import Edits
from engine.sequence import Sequence

Float = npt.NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class LayerTrace:
    """What one recurrent layer did, on the time steps of the whole reading.

    Attributes:
        layer: the layer, under the name of its call.
        series: read-only arrays ``(T, U)`` by key: ``h`` for SimpleRNN; ``h c f i g
            o`` for LSTM; ``h z r n`` for GRU.  At a masked or idle step they repeat the
            step before, as Keras does with state and output; before the first step that is read
            gates and candidates are NaN, states as they began.
        inputs: what came in: ``(T, F)`` floats, or ids ``(T,) int32`` where the
            input is one-hot.
        masked: ``(T,) bool``, true where the mask made the layer skip the step.
        start: the state before its first step, by key, ``(U,)``.
        first, last: the time steps between which it read.
        backwards: whether it read the last step first.
        idle: ``(T,) bool``, true where it has no step of its own: it stands behind a pooling,
            has not begun, or has ended; None if it never is.
        maps: where states are maps, as those of a ConvLSTM2D, read-only arrays
            ``(T, rows, columns, U)`` by key, ``(T, length, U)`` where they are lines; ``series``
            are their means over space, and ``inputs`` are ``(T, rows, columns, C)``.
        states_before: ``(T, U)`` by key, the states that each step began with, where they are
            not those after the step before; empty where they are.
    """

    layer: Layer
    series: Mapping[str, Float]
    inputs: Float | npt.NDArray[np.int32]
    masked: npt.NDArray[np.bool_]
    start: Mapping[str, Float] = field(default_factory=dict)
    first: int = 0
    last: int = -1
    backwards: bool = False
    idle: npt.NDArray[np.bool_] | None = None
    states_before: Mapping[str, Float] = field(default_factory=dict)
    maps: Mapping[str, Float] = field(default_factory=dict)

    def is_idle(self, step: int) -> bool:
        """Whether the layer has no step of its own there."""
        return self.idle is not None and bool(self.idle[step])

    def before(self, key: str, step: int) -> Float:
        """The state ``h`` or ``c`` that step ``step`` began with, ``(U,)``."""
        if key in self.states_before:
            began: Float = self.states_before[key][step]
            return began
        values = self.series[key]
        last = self.last if self.last >= 0 else len(values) - 1
        begins = step >= last if self.backwards else step <= self.first
        if begins:
            start = self.start.get(key)
            zero: Float = np.zeros(values.shape[1], values.dtype)
            return zero if start is None else start
        at = step - 1
        if self.backwards:
            at = step + 1
            while at < last and self.is_idle(at):  # shows a step of its own that came earlier
                at += 1
        row: Float = values[at]
        return row


@dataclass(frozen=True, eq=False)
class Written:
    """What a network wrote after it had read (`engine.replay.read_on`).

    Attributes:
        first: the time step at which it began to write; all from there on are written.
        values: what it wrote, ids ``(N,) int32`` or rows of numbers ``(N, F) float32``.
        notes: what had to be assumed.
        windows: how many steps it reads at a time, where each written step is the last of a
            window of its own, read from the start; None where it went on from where it stood.
    """

    first: int
    values: npt.NDArray[np.int32] | Float
    notes: tuple[Note, ...] = ()
    windows: int | None = None


@dataclass(frozen=True, eq=False)
class Trace:
    """A network's reading of a sequence.

    Attributes:
        network: what read.
        sequence: what was read.
        layers: one `LayerTrace` for each recurrent layer, by its name, in order.
        prediction: the first output: ``(T,)`` for one number, ``(T, C)`` for several.  The
            answer had the sequence ended at that step, or what is said of that step by a
            network that answers at every one; NaN where there is no answer yet, or none.
        outputs: all outputs likewise, by their names (`engine.network.network.output_name`).
        looks_ahead: whether an answer before the end depends on steps that come after it.
        steps: what each time step is called: those of the sequence, then those of what is
            written after it ("→ 1").
        edits: what was changed by hand, those of the sequence too; empty for the untouched
            reading.
        written: what the network wrote itself; None where it did not read on.
        attention: the attention weights of every call that attends, by its name, in order.
    """

    network: Network
    sequence: Sequence
    layers: Mapping[str, LayerTrace]
    prediction: Float
    outputs: Mapping[str, Float] = field(default_factory=dict)
    looks_ahead: bool = False
    steps: tuple[str, ...] = ()
    edits: Edits = ()
    written: Written | None = None
    attention: Mapping[str, Attended] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.prediction)

    @property
    def answer(self) -> Float:
        """The first output when all is read, ``()`` or ``(C,)``."""
        last: Float = self.prediction[-1]
        return last
