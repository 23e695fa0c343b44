"""Memory: how much of a step is still felt later, in gradients and in gates.

Sources: Bengio et al., Learning Long-Term Dependencies with Gradient Descent is Difficult
(1994); Pascanu et al., On the difficulty of training recurrent neural networks (2013); the
lecture's picture of the input that fades (RNN) or is kept (LSTM).  Norms are Frobenius's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, ReplayError
from engine.explain.backward import GradientRules
from engine.explain.target import ExplainedReading, Target, check_read_at_once, read_for
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.network.refusal import no_layer
from engine.replay.backward_in_time import InTime, in_time, layer_gradient
from engine.replay.edits import LayerEdit, of_layers
from engine.replay.timeline import LayerRecord
from engine.replay.trace import Trace
from engine.replay.value import Bools
from engine.sequence import Sequence

Floats = npt.NDArray[np.float64]
Stop = Callable[[], bool] | None

LEFT = 0.01
"""What is left at the horizon."""

_NUMBERS = 2**19
"""Numbers of gradients that are held at once for the fading map: 4 MB, which a cache holds."""

_TARGETS = 8
"""Steps that are gone back from at once, at least: the Jacobian of a step is made for all of them."""

_NOTHING = 1e-154
"""Gradients below have squares that are no normal numbers: their norms are given as 0."""

_LOOKS = 32
"""Steps between two looks at what has come to nothing."""

_ONE_THREAD = 2**18
"""Multiplications in a product of matrices beyond which OpenBLAS shares it among threads, which
takes small ones many times as long where the processor is busy."""


@dataclass(frozen=True, eq=False)
class Memory:
    """What one recurrent layer remembers of one reading, step by step of its own.

    Norms that grow beyond what a number can hold are inf or NaN.

    Attributes:
        layer: the name of its trace.
        answer: ``(T,)`` by state key, the norm of ``d(answer)/d(state_t)``, the other state being
            held; empty where the network has no answer.
        state: ``(T,)`` by state key, the norm of ``d(h_T)/d(state_t)``.
        gate_product: ``(T, U)``, the product of the gate that keeps (LSTM: f, GRU: z) from the step
            after t to the last; None for a cell without one.
        half_life: ``(U,)``, the steps in which that product halves, by its mean logarithm; inf
            where nothing is lost.
        horizon: how many steps back no more than `LEFT` is left of the norm of
            ``d(h_T)/d(state)``, there and further back; None if it is never so.
        backwards: whether the layer reads the last step first.
    """

    layer: str
    answer: Mapping[str, Floats]
    state: Mapping[str, Floats]
    gate_product: Floats | None
    half_life: Floats | None
    horizon: int | None
    backwards: bool = False

    @property
    def felt(self) -> Floats:
        """The norm of ``d(h_T)/d(state_t)``, all states together, ``(T,)``."""
        return _together(self.state)

    @property
    def left(self) -> Floats:
        """`felt` from the last step that is read back to the first, as a share of what is felt of
        the last, ``(T,)``; without the steps where the layer has no value."""
        felt = self.felt if self.backwards else self.felt[::-1]
        felt = felt[np.isfinite(felt)]
        return felt / felt[:1]

    @property
    def steps_before(self) -> int:
        """How many steps lie before the last one that is read: no horizon is farther."""
        return int(np.isfinite(self.felt).sum()) - 1

    @property
    def felt_by_answer(self) -> Floats:
        """The norm of ``d(answer)/d(state_t)``, all states together, ``(T,)``; ``(0,)`` without
        an answer."""
        return _together(self.answer) if self.answer else np.zeros(0)

    @property
    def answer_horizon(self) -> int | None:
        """`horizon` of ``d(answer)/d(state)``."""
        return horizon(self.answer, backwards=self.backwards) if self.answer else None

    def step_of(self, horizon: int) -> int:
        """The step that lies so many before the last one that is read."""
        return horizon if self.backwards else len(self.felt) - 1 - horizon


def memory_of_trace(trace: Trace, layer: str, should_stop: Stop = None) -> Memory:
    """What one layer remembers of what has been read, with the edits it was read with; see
    `memory_of`."""
    check_read_at_once(trace)
    return memory_of(trace.network, trace.sequence, layer, should_stop, of_layers(trace.edits))


def memory_of(
    network: Network,
    sequence: Sequence,
    layer: str,
    should_stop: Stop = None,
    edits: tuple[LayerEdit, ...] = (),
) -> Memory:
    """What one layer remembers of a sequence, on the time steps of the reading; NaN before the
    layer's first step.

    Raises:
        ReplayError: there is no such layer, or its states are not finite.
        Cancelled: ``should_stop`` became true.
    """
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    target = Target() if network.answers else Target(layer=layer)
    reading = read_for(network, sequence.inputs[None], auxiliary, target, should_stop, edits)
    record = record_of(reading, layer)
    memory = memories(reading)[layer]
    if not np.isfinite(memory.felt).all():
        raise ReplayError(
            "The states of {layer} are not finite numbers, and have no gradients.", layer=layer
        )
    return on_time(memory, record, len(sequence))


def on_time(memory: Memory, record: LayerRecord, steps: int) -> Memory:
    """A memory on the so many time steps of the reading: where a layer has no step of its own, its
    last one; NaN before its first."""
    times = record.times
    if np.array_equal(times, np.arange(steps)):
        return memory
    at = record.rows_on(steps)

    def placed(rows: Floats) -> Floats:
        result: Floats = rows[np.maximum(at, 0)].astype(np.float64)
        result[at < 0] = np.nan
        return result

    back = memory.horizon
    if back is not None:
        own = back if memory.backwards else len(times) - 1 - back
        back = abs(int(times[0 if memory.backwards else -1]) - int(times[own]))
    return replace(
        memory,
        answer={key: placed(rows) for key, rows in memory.answer.items()},
        state={key: placed(rows) for key, rows in memory.state.items()},
        gate_product=None if memory.gate_product is None else placed(memory.gate_product),
        horizon=back,
        backwards=record.reads_last_first,
    )


def memories(reading: ExplainedReading) -> dict[str, Memory]:
    """The memory of every recurrent layer, of the first sequence, by the name of its trace.

    A layer that reads backwards remembers towards the front: its last step is the first.

    Raises:
        ReplayError: a layer's weights are not finite.
        UnsupportedError: a layer on the way has no gradient.
        Cancelled: the reading's ``should_stop`` became true.
    """
    rules = GradientRules(reading.should_stop)
    records = reading.passed.records
    rules.state_gradients = {name: {} for name in records}
    if not reading.target.layer:
        reading.back(rules)
    found = {}
    for name, record in records.items():
        _check_finite(record)
        passed = in_time(_first(record))
        gradients: dict[str, Floats] = {}
        units = passed.cell.units
        with np.errstate(all="ignore"):  # what explodes is inf
            layer_gradient(passed, None, {"h": np.eye(units)}, reading.should_stop, gradients)
        state = {key: _norm(rows.swapaxes(0, 1)) for key, rows in gradients.items()}
        answer = {
            key: _norm(rows[:1].swapaxes(0, 1)) for key, rows in rules.state_gradients[name].items()
        }
        product, half = _gate_product(record)
        found[name] = Memory(
            *(name, answer, state, product, half),
            horizon(state, backwards=record.backwards),
            record.backwards,
        )
    return found


def horizon(state: Mapping[str, Floats], *, backwards: bool = False) -> int | None:
    """How many steps before the last no more than `LEFT` of the norm of ``d(h_T)/d(state_t)``
    is left, over all states ``(T,)`` together, there and further back; None if never."""
    total = _together(state)
    order = total if backwards else total[::-1]  # from the last step that was read
    much = np.flatnonzero(~(order <= LEFT * order[0]))
    first = int(much[-1]) + 1 if len(much) else 0
    return first if first < len(order) else None


def fading(
    record: LayerRecord,
    should_stop: Stop = None,
    progress: Callable[[float], None] | None = None,
) -> Floats:
    """``M[s, t]``, the norm of ``d(h_t)/d(x_s)`` in one layer, of the first sequence.

    Args:
        record: what the layer did.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1.

    Returns:
        ``(T, T)``: row s, the input of step s, felt at every t; 0 where t comes before s in the
        order of reading.

    Raises:
        ReplayError: its weights are not finite.
        Cancelled: ``should_stop`` became true.
    """
    reading, kernel, size = _ready(record)
    steps = reading.steps
    result = np.zeros((steps, steps))
    for first in range(0, steps, size):
        last = min(first + size, steps)
        result[:last, first:last] = _felt(reading, kernel, (first, last), 0, should_stop)
        if progress is not None:
            progress((last / steps) ** 2)  # a later piece goes back over more steps
    return result[::-1, ::-1] if record.backwards else result


def faded(
    record: LayerRecord, after: int, asked: Bools | None = None, should_stop: Stop = None
) -> tuple[Floats, Floats]:
    """Two diagonals of `fading`, without the rest of it.

    Args:
        record: what the layer did.
        after: how many steps later.
        asked: ``(T,)``, of which steps it is asked, in the order of reading; None for all.
        should_stop: asked now and then.

    Returns:
        ``M[s, s]`` and ``M[s, s + after]`` of every step s that is asked and has so many after it,
        ``(n,)`` each, in the order of reading.

    Raises:
        ReplayError: its weights are not finite.
        Cancelled: ``should_stop`` became true.
    """
    reading, kernel, most = _ready(record)
    steps = reading.steps
    size = min(most, 2 * after + _TARGETS)
    places = np.arange(max(0, steps - after))
    if asked is not None:
        places = places[asked[: len(places)]]
    wanted = np.zeros(steps, bool)
    wanted[places] = wanted[places + after] = True
    own, later = np.zeros(steps), np.zeros(steps)
    for first in range(0, steps, size):
        last, lowest = min(first + size, steps), max(0, first - after)
        if not wanted[first:last].any():
            continue
        piece = _felt(reading, kernel, (first, last), lowest, should_stop)
        own[first:last] = np.diagonal(piece, lowest - first)
        reached = np.arange(max(first, after), last)
        later[reached] = piece[reached - after - lowest, reached - first]
    return own[places], later[places + after]


def _ready(record: LayerRecord) -> tuple[InTime, Floats, int]:
    """A layer's reading, its kernel, and from how many steps at once is gone back."""
    _check_finite(record)
    reading = in_time(_first(record))
    kernel = np.asarray(reading.cell.kernel, np.float64)
    if len(kernel) > kernel.shape[1]:
        # |G K'| of a gradient G by the sums is |G R'| with K = Q R, which is narrower.
        kernel = np.asarray(np.linalg.qr(kernel, mode="r"), np.float64)
    numbers = 2 * reading.cell.units**2 * len(reading.states)
    return reading, kernel, max(_TARGETS, _NUMBERS // numbers)


def _felt(
    reading: InTime, kernel: Floats, targets: tuple[int, int], lowest: int, should_stop: Stop
) -> Floats:
    """The columns of some targets ``(first, last)``, and the rows from ``lowest`` to the last of
    them.

    All targets go back over a step by the same Jacobian, which is made once by taking the cell's
    step back from every state by itself.
    """
    cell, units, (first, last) = reading.cell, reading.cell.units, targets
    width = units * len(reading.states)
    one = np.eye(width)
    few = max(16, _ONE_THREAD // cell.kernel.shape[1] // units)
    each = [
        {key: some[:, k * units : (k + 1) * units] for k, key in enumerate(reading.states)}
        for some in np.split(one, range(few, width, few))
    ]
    held, spare = np.empty((2, (last - first) * units, width))
    shares = np.empty(((last - first) * units, len(kernel)))
    piece = max(16, _ONE_THREAD // width**2)
    live = None if reading.mask is None else reading.mask[0]
    result = np.zeros((last - lowest, last - first))
    gone = 0
    for s in range(last - 1, lowest - 1, -1):
        if should_stop is not None and s % 16 == 0 and should_stop():
            raise Cancelled
        # The latest target comes first, so that those that have begun are one piece.
        begun = last - max(s, first)
        if s >= first:
            held[(begun - 1) * units : begun * units] = one[:units]
        if live is not None and not live[s]:
            continue
        with np.errstate(all="ignore"):  # what explodes is inf
            jacobian = [cell.step(s, some) for some in each]
            felt = np.concatenate([sums @ kernel.T for sums, _ in jacobian])
            back = np.concatenate(
                [np.hstack([before[key] for key in reading.states]) for _, before in jacobian]
            )
            for start in range(gone * units, begun * units, piece):
                rows = slice(start, min(start + piece, begun * units))
                np.matmul(held[rows], felt, out=shares[rows])
                np.matmul(held[rows], back, out=spare[rows])
            share = shares[gone * units : begun * units].reshape(begun - gone, -1)
            norms = np.sqrt(np.einsum("nf,nf->n", share, share))
        result[s - lowest, max(s, first) - first : last - first - gone] = norms[::-1]
        held, spare = spare, held
        if s % _LOOKS == 0:
            most = np.abs(held[gone * units : begun * units]).reshape(begun - gone, -1).max(axis=1)
            much = np.flatnonzero(~(most < _NOTHING))
            gone = gone + int(much[0]) if len(much) else begun
            if gone == begun and s <= first:
                break
    return result


def record_of(reading: ExplainedReading, layer: str) -> LayerRecord:
    """What a layer did.

    Raises:
        ReplayError: there is no such layer.
    """
    records = reading.passed.records
    if layer not in records:
        raise no_layer(reading.network, layer, records)
    return records[layer]


def _check_finite(record: LayerRecord) -> None:
    if not all(np.isfinite(weight).all() for weight in record.layer.weights.values()):
        raise ReplayError(
            "The weights of the layer {layer} are not all finite numbers, so nothing can be said "
            "of its memory.",
            layer=record.layer.name,
        )
    if not np.isfinite(record.inputs).all():
        raise ReplayError(
            "What the layer {layer} reads are not all finite numbers, so nothing can be said of its "
            "memory.",
            layer=record.layer.name,
        )
    states = STATEFUL[record.layer.kind].states
    if not all(np.isfinite(record.series[key]).all() for key in states):
        raise ReplayError(
            "The states of {layer} are not finite numbers, and have no gradients.",
            layer=record.layer.name,
        )


def _first(record: LayerRecord) -> LayerRecord:
    return replace(
        record,
        series={key: rows[:1] for key, rows in record.series.items()},
        inputs=record.inputs[:1],
        mask=None if record.mask is None else record.mask[:1],
        start={key: rows[:1] for key, rows in record.start.items()},
    )


def _together(state: Mapping[str, Floats]) -> Floats:
    squares: Floats = np.sum([np.square(norms) for norms in state.values()], axis=0)
    return np.sqrt(squares)


def _norm(rows: Floats) -> Floats:
    """Of ``(T, N, U)``, one a step, ``(T,)``."""
    with np.errstate(over="ignore"):
        result: Floats = np.sqrt(np.square(rows).sum(axis=(1, 2)))
    return result


def _gate_product(record: LayerRecord) -> tuple[Floats | None, Floats | None]:
    keeper = STATEFUL[record.layer.kind].keeper
    if not keeper:
        return None, None
    order = slice(None, None, -1) if record.backwards else slice(None)
    gate = np.asarray(record.series[keeper][0, order], np.float64)
    if record.mask is not None:
        gate = np.where(record.mask[0, order, None], gate, 1.0)  # a masked step keeps everything
    after = np.concatenate([gate[1:], np.ones((1, gate.shape[1]))])
    product = np.cumprod(after[::-1], axis=0)[::-1]
    counted = np.ones(len(gate), bool) if record.mask is None else record.mask[0, order]
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = -np.log(np.maximum(gate[counted], 0)).mean(axis=0) if counted.any() else np.zeros(1)
        half = np.where(rate > 0, np.log(2) / rate, np.inf)
    return product[order], half
