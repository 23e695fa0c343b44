"""What a pass over a corpus can keep: moments, answers, values, states, bits."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.replay.replay import BatchTrace
from engine.survey.passes import counted
from engine.survey.storage import blocks, put, room, taken

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Counts = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

LOW, HIGH = 0.1, 0.9
"""A gate below or above is saturated (Karpathy et al., Visualizing and Understanding Recurrent
Networks, 2015)."""


BINS = 20
"""Of the histogram of a gate."""

_IN_CACHE = 2**17
"""Numbers that are asked for everything at once: 512 KB."""

_COUNTED = 255
"""Steps that a byte can count."""


@dataclass(eq=False)
class Moments:
    """The values of one series over all steps that count, unit by unit.

    Attributes:
        layer, key: of which series.
        count: steps.
        total, squares: ``(U,)``, the sums of the values and of their squares.
        min, max: ``(U,)``, of those that are numbers.
        below, above: ``(U,)``, steps below `LOW` and above `HIGH`; of a series that is signed, by
            size.
        signed: whether sizes are asked for.
    """

    layer: str
    key: str
    signed: bool
    units: int
    count: int = 0
    total: Floats = field(init=False)
    squares: Floats = field(init=False)
    min: Singles = field(init=False)
    max: Singles = field(init=False)
    below: Counts = field(init=False)
    above: Counts = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        units = self.units
        self.total, self.squares = np.zeros(units), np.zeros(units)
        self.min = np.full(units, np.inf, np.float32)
        self.max = np.full(units, -np.inf, np.float32)
        self.below, self.above = np.zeros(units, np.int64), np.zeros(units, np.int64)

    def empty(self, rows: int) -> Moments:
        """See `engine.survey.passes.Collector`."""
        return Moments(self.layer, self.key, self.signed, self.units)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``.

        A few steps of some units at a time, which stay in the cache of the processor while they are
        asked for everything; sequences stand innermost in memory, ``(T, U, B)``, as cells lay them
        out.
        """
        steps = padding.shape[1]
        read = counted(batch, self.layer, padding).T
        trace = batch.layers[self.layer]
        values = trace.series[self.key][:, :steps].transpose(1, 2, 0)
        unknown = bool(trace.masked.any() or trace.idle.any())  # where there may be no number
        self.count += int(np.count_nonzero(read))
        whole: Bools = np.asarray(read.all(axis=1))
        at_once = min(_COUNTED, max(1, _IN_CACHE // max(1, self.units * len(batch))))
        for first in range(0, steps, at_once):
            here = slice(first, first + at_once)
            if read[here].any():
                self._take(values[here], None if whole[here].all() else read[here, None], unknown)

    def _take(self, values: Singles, read: Bools | None, unknown: bool) -> None:
        """Some steps: ``values (T, U, B)``, of which those count where ``read (T, 1, B)``, all where
        None; there may be ``unknown`` ones elsewhere."""
        summed = known = values
        if read is not None:  # no number is neither least nor most, and lies beyond no bound
            known = np.where(read, values, np.float32(np.nan))
            summed = np.where(read, values, np.float32(0)) if unknown else values * read
        ones = np.ones(values.shape[2], np.float32)
        self.total += np.matmul(summed, ones).sum(axis=0, dtype=np.float64)
        squares = np.multiply(summed, summed)
        self.squares += np.matmul(squares, ones).sum(axis=0, dtype=np.float64)
        # Step by step first, where whatever is compared stands side by side in memory.
        least = np.fmin.reduce(np.fmin.reduce(known, axis=0), axis=1)
        most = np.fmax.reduce(np.fmax.reduce(known, axis=0), axis=1)
        self.min, self.max = np.fmin(self.min, least), np.fmax(self.max, most)
        sizes = np.abs(known, out=squares) if self.signed else known
        if self.signed or (least < LOW).any():
            self.below += _steps_where(sizes < LOW)
        if max(np.fmax.reduce(most), -np.fmin.reduce(least)) > HIGH:
            self.above += _steps_where(sizes > HIGH)

    def merge(self, part: Moments, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        self.count += part.count
        self.total += part.total
        self.squares += part.squares
        self.min = np.minimum(self.min, part.min)
        self.max = np.maximum(self.max, part.max)
        self.below += part.below
        self.above += part.above

    @property
    def is_finite(self) -> Bools:
        """``(U,)``, whether there was a finite number at every step."""
        return np.isfinite(self.total)

    @property
    def mean(self) -> Floats:
        """``(U,)``, NaN without a step, or where one had no number."""
        return self.total / self.count if self.count else np.full(self.units, np.nan)

    @property
    def deviation(self) -> Floats:
        """The standard deviation, ``(U,)``; NaN without a step."""
        if not self.count:
            return np.full(self.units, np.nan)
        return np.sqrt(np.maximum(self.squares / self.count - self.mean**2, 0))

    @property
    def share_below(self) -> Floats:
        """The share of steps below `LOW`, ``(U,)``, 0 to 1; NaN as that of `mean`."""
        return np.where(self.is_finite, self.below / (self.count or np.nan), np.nan)

    @property
    def share_above(self) -> Floats:
        """The share of steps above `HIGH`, ``(U,)``, 0 to 1; NaN as that of `mean`."""
        return np.where(self.is_finite, self.above / (self.count or np.nan), np.nan)


@dataclass(eq=False)
class Answers:
    """What the network would have answered, had the reading ended at each step.

    Attributes:
        rows, steps: ``N`` and ``T``.
        classes: how many numbers an answer has.
        at_steps: ``(N, T)``, of one number, or of the last of two; NaN where there is none.
        ends: ``(N, C)``, all numbers at the last step.
        looks_ahead: whether an answer before the end depends on steps that come after it.
    """

    rows: int
    steps: int
    classes: int = 1
    looks_ahead: bool = False
    at_steps: Singles = field(init=False)
    ends: Singles = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.at_steps = room((self.rows, self.steps), np.float32, np.nan)
        self.ends = room((self.rows, self.classes), np.float32, np.nan)

    def rows_of(self, where: npt.NDArray[np.intp]) -> Answers:
        """Those of some sequences, by their places ``(M,)``."""
        kept = Answers(len(where), self.steps, self.classes, self.looks_ahead)
        kept.at_steps, kept.ends = taken(self.at_steps, where), taken(self.ends, where)
        return kept

    def empty(self, rows: int) -> Answers:
        """See `engine.survey.passes.Collector`."""
        return Answers(rows, self.steps, self.classes)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        answers = batch.prediction.reshape(*batch.prediction.shape[:2], -1)
        self.at_steps[batch.rows] = answers[:, : self.steps, answers.shape[2] - 1]
        self.ends[batch.rows] = answers[:, -1]
        self.looks_ahead |= batch.looks_ahead

    def merge(self, part: Answers, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        put(self.at_steps, first, part.at_steps)
        put(self.ends, first, part.ends)
        self.looks_ahead |= part.looks_ahead


@dataclass(eq=False)
class Ends:
    """The states of a layer when each sequence has been read, ``(N, U)`` by key in ``states``.

    Of a layer that reads the last step first they are those at the first step.
    """

    layer: str
    keys: tuple[str, ...]
    units: int
    rows: int
    states: dict[str, Singles] = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.states = {key: room((self.rows, self.units), np.float32) for key in self.keys}

    def rows_of(self, where: npt.NDArray[np.intp]) -> Ends:
        """Those of some sequences, by their places ``(M,)``."""
        kept = Ends(self.layer, self.keys, self.units, len(where))
        kept.states = {key: taken(states, where) for key, states in self.states.items()}
        return kept

    def empty(self, rows: int) -> Ends:
        """See `engine.survey.passes.Collector`."""
        return Ends(self.layer, self.keys, self.units, rows)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        layer = batch.layers[self.layer]
        for key, states in self.states.items():
            states[batch.rows] = layer.series[key][:, 0 if layer.backwards else -1]

    def merge(self, part: Ends, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        for key, states in self.states.items():
            put(states, first, part.states[key])


@dataclass(eq=False)
class StatesAt:
    """A state of a layer at one step of every sequence.

    Attributes:
        layer, key: of which state.
        step: from 0.
        states: ``(N, U)``; 0 where the step does not count.
        read: ``(N,)``, whether the step counts.
    """

    layer: str
    key: str
    step: int
    units: int
    rows: int
    states: Singles = field(init=False)
    read: Bools = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.states = room((self.rows, self.units), np.float32)
        self.read = np.zeros(self.rows, bool)

    def empty(self, rows: int) -> StatesAt:
        """See `engine.survey.passes.Collector`."""
        return StatesAt(self.layer, self.key, self.step, self.units, rows)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        read = counted(batch, self.layer, padding)[:, self.step]
        values = batch.layers[self.layer].series[self.key][:, self.step]
        self.read[batch.rows] = read
        self.states[batch.rows] = np.where(read[:, None], values, np.float32(0))

    def merge(self, part: StatesAt, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        put(self.states, first, part.states)
        put(self.read, first, part.read)


@dataclass(eq=False)
class Values:
    """The values of one unit at every step.

    Attributes:
        layer, key, unit: which.
        raw: ``(N, T)``, also at padding; NaN where the layer does not read.
        read: ``(N, T)``, the steps that count.
        start: ``(N,)``, before the first step; NaN of what is no state.
    """

    layer: str
    key: str
    unit: int
    rows: int
    steps: int
    raw: Singles = field(init=False)
    read: Bools = field(init=False)
    start: Singles = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.raw = room((self.rows, self.steps), np.float32, np.nan)
        self.read = room((self.rows, self.steps), bool)
        self.start = np.full(self.rows, np.nan, np.float32)

    @property
    def values(self) -> Singles:
        """``(N, T)``; NaN at steps that do not count."""
        result: Singles = room(self.raw.shape, np.float32)
        for some in blocks(result, self.raw, self.read):
            result[some] = np.where(self.read[some], self.raw[some], np.float32(np.nan))
        return result

    def empty(self, rows: int) -> Values:
        """See `engine.survey.passes.Collector`."""
        return Values(self.layer, self.key, self.unit, rows, self.steps)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        trace = batch.layers[self.layer]
        values = trace.series[self.key][:, : self.steps, self.unit]
        kept = trace.masked[:, : self.steps] | trace.idle[: self.steps]
        self.raw[batch.rows] = np.where(kept, np.float32(np.nan), values)
        self.read[batch.rows] = counted(batch, self.layer, padding)
        if self.key in STATEFUL[trace.layer.kind].states:
            start = trace.start.get(self.key)
            self.start[batch.rows] = 0 if start is None else start[:, self.unit]

    def merge(self, part: Values, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        put(self.raw, first, part.raw)
        put(self.read, first, part.read)
        put(self.start, first, part.start)


@dataclass(eq=False)
class Bits:
    """Which units of a series are on at every step: beyond a threshold.

    Attributes:
        layer, key: of which series.
        threshold: a unit is on above it, or below it where ``is_below``.
        packed: ``(N, T, ceil(U / 8)) uint8``, eight units a byte, the first in the highest bit;
            none at steps that do not count.
    """

    layer: str
    key: str
    threshold: float
    units: int
    rows: int
    steps: int
    is_below: bool = False
    packed: npt.NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.packed = room((self.rows, self.steps, -(-self.units // 8)), np.uint8)

    def empty(self, rows: int) -> Bits:
        """See `engine.survey.passes.Collector`."""
        return Bits(
            self.layer, self.key, self.threshold, self.units, rows, self.steps, self.is_below
        )

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        values = batch.layers[self.layer].series[self.key][:, : self.steps]
        on = values < self.threshold if self.is_below else values > self.threshold
        on &= counted(batch, self.layer, padding)[..., None]
        self.packed[batch.rows] = np.packbits(on, axis=2)

    def merge(self, part: Bits, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        put(self.packed, first, part.packed)


@dataclass(eq=False)
class Histograms:
    """How often each unit of a gate is how open, over all steps that count and have a finite number.

    Attributes:
        layer, key: of which series, whose values lie between 0 and 1; what lies outside counts
            as the end.
        counts: ``(U, 20) int64``, steps in equal bins.
    """

    layer: str
    key: str
    units: int
    counts: Counts = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.counts = np.zeros((self.units, BINS), np.int64)

    @property
    def edges(self) -> Floats:
        """``(21,)``, of the bins."""
        return np.linspace(0.0, 1.0, BINS + 1)

    def empty(self, rows: int) -> Histograms:
        """See `engine.survey.passes.Collector`."""
        return Histograms(self.layer, self.key, self.units)

    def add(self, batch: BatchTrace, padding: Bools) -> None:
        """See `engine.survey.passes.Collector`; ``padding (B, T)``."""
        values = batch.layers[self.layer].series[self.key][:, : padding.shape[1]]
        read = values[counted(batch, self.layer, padding)]
        known = np.isfinite(read)
        read = np.where(known, read, np.float32(0))
        places = np.clip(read * np.float32(BINS), 0, BINS - 1).astype(np.intp)
        places += np.arange(self.units) * BINS
        self.counts += np.bincount(places[known], minlength=self.counts.size).reshape(
            self.counts.shape
        )

    def merge(self, part: Histograms, first: int) -> None:
        """See `engine.survey.passes.Collector`."""
        self.counts += part.counts


def _steps_where(holds: Bools) -> Counts:
    """``(U,)``, at how many steps something ``holds (T, U, B)``; ``T`` is at most `_COUNTED`."""
    by_sequence = holds.view(np.uint8).sum(axis=0, dtype=np.uint8)
    result: Counts = by_sequence.sum(axis=1, dtype=np.int64)
    return result


def classes_of(network: Network) -> int:
    """How many numbers an answer of a network has."""
    if not network.outputs:
        return 1
    name, _ = network.outputs[0]
    call = next((each for each in network.calls if each.name == name), None)
    shape = network.layer_of(call).output_shape if call is not None else ()
    return int(shape[-1] or 1) if shape else 1
