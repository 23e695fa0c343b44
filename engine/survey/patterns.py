"""Pattern search: where else are the same units on?

Source of the idea: Strobelt et al., LSTMVis (2018).  A *pattern* is a set of units of one series
that are on, beyond a threshold.  A *stretch* is a run of steps of one sequence at every one of which
at least a share of them is on, as long as it can be.  Stretches are ranked by the Jaccard index of the
pattern and of all units that are on throughout the stretch, then by how near their length is to that
which was selected.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.paged import let_go
from engine.progress import Progress, ShouldStop, check
from engine.survey.card import check_unit, reader_of
from engine.survey.collectors import Bits, Values
from engine.survey.passes import Workers, pass_over
from engine.survey.storage import blocks, room
from engine.survey.survey import Survey
from engine.survey.unit_words import changes

Bools = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.intp]

SHUFFLES = 10
"""How often units are shuffled to say what is expected by chance."""

_ONES = np.array([byte.bit_count() for byte in range(256)], np.uint16)


@dataclass(frozen=True)
class Pattern:
    """What is looked for.

    Attributes:
        layer, key: of which series.
        units: that are on, from 0.
        threshold: beyond which.
        is_below: whether on is below it.
        share: of the units that must be on at every step of a stretch, above 0 to 1.
        steps: how long the selected stretch was; 0 where none was selected.
        shortest: stretches of fewer steps are none.
    """

    layer: str
    key: str
    units: tuple[int, ...]
    threshold: float
    is_below: bool = False
    share: float = 1.0
    steps: int = 0
    shortest: int = 1


@dataclass(frozen=True, eq=False)
class Matches:
    """Stretches, the best first.

    Attributes:
        rows, firsts, lasts: ``(M,)``, the sequence, the first and the last step of each.
        jaccard: ``(M,)``, 0 to 1; of conditions without a pattern 1.
        total: how many stretches there are; ``M`` of them are listed.
        by_chance: the mean number where each unit's sequences are shuffled, over `SHUFFLES`; None
            of one unit or condition, whose number does not change.
        positive, labelled: of all stretches with a label, how many are in a positive sequence.
        notes: what went otherwise than asked.
    """

    rows: Ints
    firsts: Ints
    lasts: Ints
    jaccard: npt.NDArray[np.float64]
    total: int
    by_chance: float | None
    positive: int
    labelled: int
    notes: tuple[Note, ...] = ()


def units_on(
    values: npt.NDArray[np.floating[Any]],
    first: int,
    last: int,
    threshold: float,
    is_below: bool = False,
) -> tuple[tuple[int, ...], bool]:
    """The units that are on from one step of a sequence to another, ``values (T, U)``, and whether
    they are off just before and after it.

    Of those that are on throughout, the ones that are off before and after are what the stretch has
    of its own; where there is none, all that are on throughout.  Steps without a value, NaN, are
    off.
    """
    with np.errstate(invalid="ignore"):
        on = values < threshold if is_below else values > threshold
    throughout = on[first : last + 1].all(axis=0)
    around = [step for step in (first - 1, last + 1) if 0 <= step < len(on)]
    own = throughout & ~on[around].any(axis=0)
    chosen = own if own.any() else throughout
    return tuple(np.flatnonzero(chosen).tolist()), bool(own.any())


def bits_of(
    survey: Survey,
    pattern: Pattern,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, tuple[Bytes, tuple[Note, ...]]]:
    """Which units of the pattern's series are on at every step, packed: ``(N, T, U / 8) uint8``;
    and what went otherwise than asked.

    Raises:
        ReplayError: there is no such series or unit.
        Cancelled: ``should_stop`` became true.
    """
    for unit in pattern.units or (0,):
        check_unit(survey.network, pattern.layer, pattern.key, unit)
    units = survey.network.layer(pattern.layer).units
    rows, steps = len(survey.inputs), survey.inputs.steps
    bits = Bits(pattern.layer, pattern.key, pattern.threshold, units, rows, steps, pattern.is_below)
    network, edits = reader_of(survey, pattern.layer)
    passed = yield from pass_over(network, survey.inputs, [bits], workers, edits, should_stop)
    return bits.packed, passed.notes


def search(
    survey: Survey,
    pattern: Pattern,
    count: int = 50,
    seed: int = 0,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Matches]:
    """The stretches of the whole corpus at which the units of a pattern are on.

    Args:
        survey: of which network and corpus.
        pattern: what is looked for.
        count: how many are listed.
        seed: of the shuffles.
        workers: who reads.
        should_stop: asked now and then.

    Raises:
        ReplayError: the pattern has no unit, or there is no such series or unit.
        Cancelled: ``should_stop`` became true.
    """
    if not pattern.units:
        raise ReplayError(
            "No unit is on in this stretch. Choose a lower threshold or another stretch."
        )
    packed, notes = yield from bits_of(survey, pattern, workers, should_stop)
    matches = yield from search_bits(survey, pattern, packed, count, seed, should_stop)
    return replace(matches, notes=notes)


def search_bits(
    survey: Survey,
    pattern: Pattern,
    packed: Bytes,
    count: int,
    seed: int = 0,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Matches]:
    """`search` in bits ``(N, T, U / 8)`` that are there already.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    units, steps = np.array(pattern.units), packed.shape[1]
    tracks = room((len(packed), len(units), -(-steps // 8)), np.uint8)
    for some in blocks(packed, tracks):
        check(should_stop)
        for place, unit in enumerate(pattern.units):
            on = (packed[some, :, unit // 8] >> np.uint8(7 - unit % 8)) & np.uint8(1)
            tracks[some, place] = np.packbits(on, axis=1)
    needed = max(1, int(np.ceil(pattern.share * len(units) - 1e-9)))
    wanted = np.zeros(packed.shape[2], np.uint8)
    np.bitwise_or.at(wanted, units // 8, (128 >> (units % 8)).astype(np.uint8))
    listed = _Listed(survey, count)
    for some in blocks(packed, tracks):
        check(should_stop)
        rows, firsts, lasts = _runs(_together(tracks[some], needed), steps, pattern.shortest)
        throughout = _throughout(packed[some], rows, firsts, lasts)
        both = _ONES[throughout & wanted].sum(axis=1)
        jaccard = both / np.maximum(_ONES[throughout | wanted].sum(axis=1), 1)
        off = np.abs(lasts - firsts + 1 - pattern.steps) if pattern.steps else firsts - lasts
        listed.add(some.start + rows, firsts, lasts, jaccard, off)
    by_chance = yield from _by_chance(tracks, needed, steps, pattern.shortest, seed, should_stop)
    return listed.matches(by_chance)


class _Listed:
    """The best stretches so far, and how many there are."""

    def __init__(self, survey: Survey, count: int) -> None:
        self._survey, self._count = survey, count
        self._total = self._positive = self._labelled = 0
        self._best: tuple[npt.NDArray[Any], ...] = tuple(np.zeros((5, 0), np.intp))

    def add(
        self, rows: Ints, firsts: Ints, lasts: Ints, jaccard: npt.NDArray[Any], off: Ints
    ) -> None:
        """Take in stretches, ``(M,)`` each: the more alike the better, then the less ``off``."""
        self._total += len(rows)
        labels = self._survey.inputs.labels[rows]
        self._positive += int((labels == 1).sum())
        self._labelled += int(((labels == 0) | (labels == 1)).sum())
        every = [
            np.concatenate(each)
            for each in zip(self._best, (rows, firsts, lasts, jaccard, off), strict=True)
        ]
        rows, firsts, lasts, jaccard, off = every
        best = np.lexsort((firsts, rows, off, -jaccard))[: self._count]
        self._best = tuple(each[best] for each in every)

    def matches(self, by_chance: float | None, notes: Sequence[Note] = ()) -> Matches:
        """What was found."""
        rows, firsts, lasts, jaccard, _ = self._best
        counted = self._total, by_chance, self._positive, self._labelled
        alike = jaccard.astype(np.float64)
        return Matches(rows, firsts, lasts, alike, *counted, tuple(dict.fromkeys(notes)))


@dataclass(frozen=True)
class Condition:
    """Something that is true of a step.

    Attributes:
        layer, key, unit: of which value, the unit from 0.
        is_below: whether the value is below ``threshold``; else above.
        threshold: of the value.
        is_change: whether the size of its change from the step before is meant.

    Its text is what the shell takes, units from 1.
    """

    layer: str
    key: str
    unit: int
    is_below: bool
    threshold: float
    is_change: bool = False

    def __str__(self) -> str:
        change, sign = "Δ" if self.is_change else "", "<" if self.is_below else ">"
        return f"{change}{self.layer}/{self.key}/{self.unit + 1} {sign} {self.threshold:g}"


def where(
    survey: Survey,
    conditions: Sequence[Condition],
    count: int = 50,
    shortest: int = 1,
    seed: int = 0,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Matches]:
    """The stretches at every step of which all conditions hold, the longest first.

    Raises:
        ReplayError: there is no condition, or no such unit.
        Cancelled: ``should_stop`` became true.
    """
    if not conditions:
        raise ReplayError("There is no condition to search for, such as lstm/f/1 < 0.2.")
    for each in conditions:
        check_unit(survey.network, each.layer, each.key, each.unit)
    shape = len(survey.inputs), survey.inputs.steps
    tracks = room((shape[0], len(conditions), -(-shape[1] // 8)), np.uint8)
    notes: list[Note] = []
    for layer in dict.fromkeys(each.layer for each in conditions):  # a pass a layer
        asked = [place for place, each in enumerate(conditions) if each.layer == layer]
        units = dict.fromkeys((conditions[place].key, conditions[place].unit) for place in asked)
        kept = {which: Values(layer, *which, *shape) for which in units}
        network, edits = reader_of(survey, layer)
        passed = yield from pass_over(
            network, survey.inputs, list(kept.values()), workers, edits, should_stop
        )
        notes += passed.notes
        for place in asked:
            each = conditions[place]
            check(should_stop)
            _hold(each, kept[each.key, each.unit], tracks[:, place])
    steps, needed = shape[1], len(conditions)
    listed = _Listed(survey, count)
    for some in blocks(tracks):
        check(should_stop)
        rows, firsts, lasts = _runs(_together(tracks[some], needed), steps, shortest)
        listed.add(some.start + rows, firsts, lasts, np.ones(len(rows)), firsts - lasts)
    by_chance = yield from _by_chance(tracks, needed, steps, shortest, seed, should_stop)
    return listed.matches(by_chance, notes)


def _hold(condition: Condition, kept: Values, track: Bytes) -> None:
    """Set the steps at which a condition holds, packed: ``(N, T / 8)``."""
    values, threshold = kept.values, condition.threshold
    if condition.is_change:
        values = changes(kept.raw, kept.read, kept.start, condition.layer.endswith("/backward"))
    for some in blocks(values, track):
        here = np.abs(values[some]) if condition.is_change else values[some]
        with np.errstate(invalid="ignore"):
            held = here < threshold if condition.is_below else here > threshold
        track[some] = np.packbits(held, axis=1)


def runs(flags: Bools, shortest: int = 1) -> tuple[Ints, Ints, Ints]:
    """The runs of true flags ``(N, T)`` of at least so many steps: rows, first and last steps."""
    wide = np.zeros((flags.shape[0], flags.shape[1] + 2), np.int8)
    wide[:, 1:-1] = flags
    turns = np.diff(wide, axis=1)
    rows, firsts = np.nonzero(turns == 1)
    _, ends = np.nonzero(turns == -1)
    long_enough = ends - firsts >= shortest
    return rows[long_enough], firsts[long_enough], ends[long_enough] - 1


def _throughout(packed: Bytes, rows: Ints, firsts: Ints, lasts: Ints) -> Bytes:
    """The units that are on at every step of each stretch, ``(M, U / 8)``."""
    if not len(rows):
        return np.zeros((0, packed.shape[2]), np.uint8)
    count, steps, width = packed.shape
    rows_of_steps = packed.reshape(count * steps, width)
    begins = rows * steps + firsts
    # Every other part is a stretch; what lies between two stretches is of no interest, and a row more
    # lets the last of them end at the end.
    places = np.stack([begins, rows * steps + lasts + 1], axis=1).ravel()
    wide = np.concatenate([rows_of_steps, np.zeros((1, width), np.uint8)])
    return np.bitwise_and.reduceat(wide, places, axis=0)[::2]


def enough(tracks: Sequence[Bytes], needed: int) -> Bytes:
    """The steps at which so many of the tracks are on, all packed: ``(N, T / 8)``.

    The tracks are counted in binary, a plane of bits a digit, eight steps a byte.
    """
    if needed == len(tracks):
        together: Bytes = tracks[0].copy()
        for track in tracks[1:]:
            together &= track
        return together
    planes = [np.zeros_like(tracks[0]) for _ in range(len(tracks).bit_length())]
    for track in tracks:
        carry = track
        for place, plane in enumerate(planes):
            planes[place], carry = plane ^ carry, plane & carry
    more, equal = np.zeros_like(tracks[0]), np.full_like(tracks[0], 255)
    for place in reversed(range(len(planes))):
        if needed >> place & 1:
            equal &= planes[place]
        else:
            more |= equal & planes[place]
            equal &= ~planes[place]
    return more | equal


def _together(tracks: Bytes, needed: int) -> Bytes:
    """`enough` of tracks ``(N, K, T / 8)``."""
    return enough([tracks[:, place] for place in range(tracks.shape[1])], needed)


def _runs(packed: Bytes, steps: int, shortest: int) -> tuple[Ints, Ints, Ints]:
    """`runs` of packed flags ``(N, T / 8)``, whose last byte may be longer than the sequence."""
    return runs(np.unpackbits(packed, axis=1, count=steps).astype(bool), shortest)


def _by_chance(
    tracks: Bytes,
    needed: int,
    steps: int,
    shortest: int,
    seed: int,
    should_stop: ShouldStop | None,
) -> Generator[Progress, None, float | None]:
    """The mean number of stretches where the sequences of each of the tracks ``(N, K, T / 8)`` are
    shuffled; None of one alone, whose number does not change."""
    if tracks.shape[1] == 1:
        return None
    random = np.random.default_rng(seed)
    counts, shuffled = [], room(tracks.shape, np.uint8)
    for done in range(SHUFFLES):
        yield Progress(done, SHUFFLES, "Shuffling units")
        for place in range(tracks.shape[1]):
            check(should_stop)
            drawn = random.permutation(len(tracks))
            for some in blocks(shuffled):
                shuffled[some, place] = tracks[drawn[some], place]
                let_go(tracks)
        counts.append(0)
        for some in blocks(shuffled):
            check(should_stop)
            counts[-1] += len(_runs(_together(shuffled[some], needed), steps, shortest)[0])
    return float(np.mean(counts))
