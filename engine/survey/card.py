"""A unit's card: what one unit of one series does over a whole corpus."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.network.paths import only_to
from engine.network.refusal import no_layer
from engine.paged import let_go
from engine.progress import Progress, ShouldStop, check
from engine.replay.cells.registry import CELLS
from engine.replay.edits import LayerEdit
from engine.survey.collectors import Values
from engine.survey.contexts import WordContext, extremes
from engine.survey.correlates import NAMES, Correlate, correlates
from engine.survey.distribution import distribution
from engine.survey.intervals import median_duration
from engine.survey.passes import Workers, pass_over
from engine.survey.storage import blocks
from engine.survey.survey import Survey
from engine.survey.unit_words import WordMean, changes, word_means

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

BINS = 64
QUANTILES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)
WORDS, CONTEXTS = 12, 10
"""How many are listed at either end."""

_NAMED = 3
"""Words in the sentence."""

_RISES = 500
"""The largest rises, whose fading is looked at."""


@dataclass(frozen=True, eq=False)
class UnitCard:
    """What a unit does.

    Attributes:
        layer, key, unit: which; units are counted from 0.
        count: steps that count.
        mean, deviation: of its values.
        quantiles: at `QUANTILES`.
        histogram: steps in each of `BINS` equal bins.
        edges: ``(BINS + 1,)``.
        highest, lowest: the words at which it is highest and lowest on average.
        rising, falling: the words at which it rises and falls most on average; of a gate the
            same as ``highest`` and ``lowest``.
        top, bottom: the places at which it is highest and lowest.
        correlates: what it goes along with.
        half_life: the median number of steps after which half of a large change is gone, by
            Kaplan and Meier; None where half of them are not known to fade.
        changes_looked_at: how many changes that is of.
        changes_cut_off: of how many of those the sequence ends before half is gone.
        summary: in a sentence.
        notes: what went otherwise than asked.
        words_compared: how many words were compared, from which the ends are shown.
    """

    layer: str
    key: str
    unit: int
    count: int
    mean: float
    deviation: float
    quantiles: Floats
    histogram: npt.NDArray[np.int64]
    edges: Floats
    highest: tuple[WordMean, ...]
    lowest: tuple[WordMean, ...]
    rising: tuple[WordMean, ...]
    falling: tuple[WordMean, ...]
    top: tuple[WordContext, ...]
    bottom: tuple[WordContext, ...]
    correlates: tuple[Correlate, ...]
    half_life: int | None
    changes_looked_at: int
    changes_cut_off: int
    words_compared: int
    summary: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()


def check_unit(network: Network, layer: str, key: str, unit: int) -> None:
    """Raise ReplayError unless the network has that unit of that series."""
    by_name = {each.name: each for each in network.recurrent}
    if layer not in by_name:
        raise no_layer(network, layer, by_name)
    keys = tuple(CELLS[by_name[layer].kind].EQUATIONS)
    if key not in keys:
        raise ReplayError(
            "{layer} has no series {key}. It has: {known}.",
            layer=layer,
            key=key,
            known=", ".join(keys),
        )
    if not 0 <= unit < by_name[layer].units:
        raise ReplayError(
            "{layer} has no unit {unit}. It has the units 1 to {count}.",
            layer=layer,
            unit=unit + 1,
            count=by_name[layer].units,
        )


def reader_of(survey: Survey, layer: str) -> tuple[Network, tuple[LayerEdit, ...]]:
    """What has to read again for one layer: the network as far as that, and the edits in it."""
    network = only_to(survey.network, layer)
    names = {each.name for each in network.recurrent}
    return network, tuple(edit for edit in survey.edits if edit.layer in names)


def values_of(
    survey: Survey,
    layer: str,
    key: str,
    unit: int,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, tuple[Values, tuple[Note, ...]]]:
    """The values of a unit at every step, and what went otherwise than asked.

    Raises:
        ReplayError: there is no such unit.
        Cancelled: ``should_stop`` became true.
    """
    check_unit(survey.network, layer, key, unit)
    inputs = survey.inputs
    values = Values(layer, key, unit, len(inputs), inputs.steps)
    network, edits = reader_of(survey, layer)
    passed = yield from pass_over(network, inputs, [values], workers, edits, should_stop)
    return values, passed.notes


def card(
    survey: Survey,
    layer: str,
    key: str,
    unit: int,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, UnitCard]:
    """What a unit does over the corpus of a survey.

    Raises:
        ReplayError: there is no such unit, or no step counts.
        Cancelled: ``should_stop`` became true.
    """
    kept, notes = yield from values_of(survey, layer, key, unit, workers, should_stop)
    values = kept.values
    inputs, described = survey.inputs, survey.network.layer(layer)
    read = yield from _asked(lambda: distribution(values, QUANTILES, BINS), should_stop)
    if not read.count:
        raise ReplayError(
            "{layer} reads no step of {corpus} that is no padding.",
            layer=layer,
            corpus=inputs.title,
        )
    backwards = layer.endswith("/backward")
    is_state = key in STATEFUL[described.kind].states
    means = yield from _asked(lambda: word_means(values, inputs), should_stop)
    moved = changes(kept.raw, kept.read, kept.start, backwards)
    by_change = means
    fading: tuple[int | None, int, int] = (None, 0, 0)
    if is_state:
        by_change = yield from _asked(lambda: word_means(moved, inputs), should_stop)
        fading = yield from _asked(lambda: _half_life(moved, values, backwards), should_stop)
    found = yield from _asked(
        lambda: correlates(values, inputs, survey.answers.at_steps, should_stop=should_stop),
        should_stop,
    )
    result = UnitCard(
        layer,
        key,
        unit,
        read.count,
        read.mean,
        read.deviation,
        read.quantiles,
        read.histogram,
        read.edges,
        means[:WORDS],
        means[::-1][:WORDS],
        by_change[:WORDS],
        by_change[::-1][:WORDS],
        extremes(values, inputs, CONTEXTS, highest=True),
        extremes(values, inputs, CONTEXTS, highest=False),
        found,
        *fading,
        len(means),
        notes=notes,
    )
    return replace(result, summary=tuple(_summary(result, is_state)))


Result = TypeVar("Result")


def _asked(
    work: Callable[[], Result], should_stop: ShouldStop | None
) -> Generator[Progress, None, Result]:
    """A part of a card, and before it a chance to stop."""
    check(should_stop)
    yield Progress(1, 1, "Summing up what the unit does")
    return work()


def _half_life(moved: Singles, values: Singles, backwards: bool) -> tuple[int | None, int, int]:
    """The median number of steps in which half of a large change is gone, of how many changes, and
    how many of those are cut off by the end of their sequence."""
    if backwards:
        moved, values = moved[:, ::-1], values[:, ::-1]
    largest, places = np.zeros(0, np.float32), np.zeros(0, np.int64)
    for some in blocks(moved):
        sizes = np.nan_to_num(np.abs(moved[some])).ravel()
        count = min(_RISES, int((sizes > 0).sum()))
        if count:
            here = _largest(sizes, count)  # places of all are twice as large as they are
            largest = np.concatenate([largest, sizes[here]])
            places = np.concatenate([places, here + some.start * moved.shape[1]])
            kept = _largest(largest, min(_RISES, len(largest)))
            largest, places = largest[kept], places[kept]
    if not (count := len(places)):
        return None, 0, 0
    rows, steps = np.unravel_index(places, moved.shape)
    after, ended = [], []
    for row, step in zip(rows.tolist(), steps.tolist(), strict=True):
        jump = moved[row, step]
        base = values[row, step] - jump
        rest = (values[row, step + 1 :] - base) / jump
        gone = np.flatnonzero(rest <= 0.5)  # a step without a value is none
        known = np.flatnonzero(np.isfinite(rest))
        let_go(moved, values)  # a system may have mapped 2 MB for the sake of one row
        ended.append(bool(len(gone)))
        last = gone[0] if len(gone) else known[-1] if len(known) else -1
        after.append(int(last) + 1)
    return median_duration(np.array(after), np.array(ended)), count, count - sum(ended)


def _largest(sizes: Singles, count: int) -> npt.NDArray[np.intp]:
    """The places of the largest so many of ``sizes (M,)``, rising; of equal ones the first."""
    least = np.partition(sizes, -count)[-count]
    larger = np.flatnonzero(sizes > least)
    return np.sort(np.concatenate([larger, np.flatnonzero(sizes == least)[: count - len(larger)]]))


def _summary(card: UnitCard, is_state: bool) -> list[Note]:
    """What stands out, computed; nothing is said of what the corpus does not show."""
    rising = _apart(card.rising)
    falling = _apart(card.falling)
    sentences = []
    values = {"up": ", ".join(rising), "down": ", ".join(falling)}
    if rising and falling and is_state:
        sentences.append(Note("Rises at {up}; falls at {down}.", **values))
    elif rising and falling:
        sentences.append(Note("Highest at {up}; lowest at {down}.", **values))
    if card.half_life is not None:
        sentences.append(
            Note(
                "Half of a large change is gone after {steps} steps (median of {count}; the end "
                "cuts off {cut}).",
                steps=card.half_life,
                count=card.changes_looked_at,
                cut=card.changes_cut_off,
            )
        )
    elif card.changes_looked_at:
        sentences.append(
            Note(
                "Of its {count} largest changes {cut} are not half gone when the sequence ends; how "
                "long a change lasts cannot be said.",
                count=card.changes_looked_at,
                cut=card.changes_cut_off,
            )
        )
    strongest = next(
        (each for each in card.correlates if each.low > 0 or each.high < 0),
        None,
    )
    if strongest is not None:
        sentences.append(
            Note(
                "Goes along most with: {name} (r = {r}, {low} to {high}; the strongest of "
                "{count}).",
                name=NAMES[strongest.name],
                r=f"{strongest.r:+.2f}",
                low=f"{strongest.low:+.2f}",
                high=f"{strongest.high:+.2f}",
                count=len(card.correlates),
            )
        )
    return sentences


def _apart(means: tuple[WordMean, ...]) -> list[str]:
    """The first words with a name."""
    return [each.word for each in means if each.word][:_NAMED]
