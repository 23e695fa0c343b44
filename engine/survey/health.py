"""A health report: what is measured of a network over a corpus, what it means, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.counting import percent
from engine.errors import Cancelled, GatescopeError, Note
from engine.explain.memory import memories
from engine.explain.target import Target, read_for
from engine.progress import Progress, ShouldStop, check, finish
from engine.survey.intervals import paired, share_of
from engine.survey.judging import judging, unanswered
from engine.survey.padding_sides import masks, padded_on
from engine.survey.saturation import MIN_SEQUENCES, idle_units, saturation
from engine.survey.survey import SURE, Survey, answers_only
from engine.survey.words_alone import bag_of_words_is_right
from engine.text.encoding import Side

Level = Literal["good", "look", "bad", "unknown"]

REMEMBERED = 30
"""Sequences whose memory is measured."""

COMPARED = 50_000
"""Reviews that are judged by their words, at most: the baseline has all of them in memory."""

PADDED = 500
"""Short reviews that are padded in other ways, at most."""

MIN_PADDED = 20
"""Fewer say nothing."""


@dataclass(frozen=True)
class Finding:
    """One thing that was measured.

    Attributes:
        name: of the measure.
        value: None where it could not be measured.
        level: whether it is as it should be.
        says: what was measured, on what.
        means: why it matters.
        advice: what to do; None where nothing is to be done.
    """

    name: str
    value: float | None
    level: Level
    says: GatescopeError
    means: Note
    advice: Note | None = None


@dataclass(frozen=True, eq=False)
class Health:
    """All findings, in the order in which they are asked for, and ``notes`` of what is left out."""

    findings: tuple[Finding, ...]
    notes: tuple[Note, ...] = ()

    @property
    def measures(self) -> dict[str, float | None]:
        """The values by their names."""
        return {each.name: each.value for each in self.findings}


def health(
    survey: Survey, seed: int = 0, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Health]:
    """Measure a network that has read a corpus.

    Args:
        survey: its reading.
        seed: of samples.
        should_stop: asked now and then.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    steps: tuple[Callable[[], Iterable[Finding]], ...] = (
        lambda: _judged(survey, should_stop),
        lambda: [_against_words(survey, seed, should_stop)],
        lambda: [_saturated(survey)],
        lambda: _idle(survey),
        lambda: [_remembers(survey, seed, should_stop)],
        lambda: [_padded(survey, seed, should_stop)],
    )
    findings: list[Finding] = []
    for done, step in enumerate(steps):
        check(should_stop)
        yield Progress(done, len(steps), "Examining the network")
        findings += step()
    return Health(tuple(findings), tuple(unanswered(survey)))


_ACCURACY = Note("How often the answer is the label, on sequences that it may have learned from.")
_CALIBRATION = Note(
    "How far answers are from what happens: of sequences that are called 90 % positive, 90 % should "
    "be."
)
_WORDS = Note(
    "Counting words, without their order, is the usual baseline of reviews. It is judged on reviews "
    "that it has not learned from; the network may have learned from these, which favours it."
)
_NO_WORDS = Note("Counting words is a baseline of texts; windows of numbers have none.")
_SATURATION = Note(
    "A gate near 0 or 1 hardly moves and hardly learns; all gates saturated over all steps are "
    "switches, none saturated forget a little at every step."
)
_DEAD = Note("A unit whose hidden state stays 0 is read by nobody.")
_CONSTANT = Note("A unit whose hidden state stays the same is a bias.")
_DUPLICATES = Note(
    "Two units that go along at the end of every sequence say one thing twice there."
)
_HORIZON = Note(
    "How many steps back 1 % of the gradient of the last hidden state is left: what lies farther "
    "back moves it by less."
)
_PADDING = Note(
    "What it costs to pad on the side on which the network was not trained: a state drifts through "
    "padding that is not masked."
)


def _judged(survey: Survey, should_stop: ShouldStop | None) -> Iterable[Finding]:
    try:
        found = judging(survey, should_stop)
    except Cancelled:
        raise
    except GatescopeError as error:
        yield Finding("accuracy", None, "unknown", error, _ACCURACY)
        yield Finding("calibration_error", None, "unknown", error, _CALIBRATION)
        return
    right = found.right
    says = Note(
        "{right} of {total} reviews are judged rightly: {share} ({low} to {high}); always the more "
        "frequent label would be right about {always}.",
        always=percent(found.always),
        right=f"{right.count:,}",
        total=f"{right.total:,}",
        share=percent(right.value),
        low=percent(right.low),
        high=percent(right.high),
    )
    level: Level = "good" if right.low > found.always else "bad"
    advice = None if level == "good" else Note("Check labels, dictionary and encoding first.")
    if found.always == 1:  # there is nothing to tell apart
        level, advice = "unknown", Note("Let the network read reviews of both labels.")
    yield Finding("accuracy", right.value, level, says, _ACCURACY, advice)
    off = found.error
    says = Note(
        "Answers are {error} off on average ({low} to {high}; expected calibration error, bins: "
        "{bins}).",
        error=percent(off),
        low=percent(found.error_low),
        high=percent(found.error_high),
        bins=len(found.calibration),
    )
    if np.isnan(found.error_low):
        one = Note("One review has no interval: its answer is {error} off.", error=percent(off))
        yield Finding("calibration_error", off, "unknown", one, _CALIBRATION)
        return
    calibrated = off <= 0.05
    advice = None if calibrated else Note("Scale the logits by a temperature, or train for less.")
    yield Finding(
        "calibration_error", off, "good" if calibrated else "look", says, _CALIBRATION, advice
    )


def _against_words(survey: Survey, seed: int, should_stop: ShouldStop | None) -> Finding:
    means = _NO_WORDS if survey.inputs.dictionary is None else _WORDS
    try:
        survey.check_judged()
        judged = np.flatnonzero(survey.judged)
        some = np.sort(np.random.default_rng(seed).permutation(judged)[:COMPARED])
        compared = survey.rows(some if len(judged) > COMPARED else judged)
        words = share_of(bag_of_words_is_right(compared.inputs, seed, should_stop))
    except Cancelled:
        raise
    except GatescopeError as error:
        return Finding("baseline_gap", None, "unknown", error, means)
    right = share_of(compared.right)
    gap = right.value - words.value
    says = Note(
        "{share}, where words alone reach {words} ({low} to {high}), each half of {total} reviews "
        "judged by what was learned from the other.",
        total=f"{words.total:,}",
        share=percent(right.value),
        words=percent(words.value),
        low=percent(words.low),
        high=percent(words.high),
    )
    good = right.low > words.high
    level: Level = "good" if good else "look"
    advice = None if good else Note("Train on more reviews, or take the simpler model.")
    return Finding("baseline_gap", gap, level, says, means, advice)


def _saturated(survey: Survey) -> Finding:
    if not (gates := saturation(survey)):
        none = Note("{network} has no gate.", network=survey.network.name)
        return Finding("saturated", None, "unknown", none, _SATURATION)
    if not (known := [gate for gate in gates if np.isfinite(gate.saturated)]):
        none = Note("No gate of {network} has finite numbers.", network=survey.network.name)
        return Finding("saturated", None, "unknown", none, _SATURATION)
    worst = max(known, key=lambda gate: gate.saturated)
    says = Note(
        "The gate {gate} is saturated most: {share} of steps and units are below 0.1 or above 0.9.",
        gate=f"{worst.layer}/{worst.key}",
        share=percent(worst.saturated),
    )
    good = worst.saturated <= 0.9
    advice = None if good else Note("Scale the inputs, or begin with smaller weights.")
    level: Level = "good" if good else "bad"
    return Finding("saturated", worst.saturated, level, says, _SATURATION, advice)


def _idle(survey: Survey) -> Iterable[Finding]:
    units = idle_units(survey)
    examined = {each.layer for each in units}
    total = sum(layer.units for layer in survey.network.recurrent if layer.name in examined)
    dead = [f"{each.layer}[{unit + 1}]" for each in units for unit in each.dead]
    constant = [f"{each.layer}[{unit + 1}]" for each in units for unit in each.constant]
    pairs = [
        f"{each.layer}[{first + 1}, {second + 1}]"
        for each in units
        for first, second in each.duplicates or ()
    ]
    unknown = [f"{each.layer}[{unit + 1}]" for each in units for unit in each.unknown]
    no_number = Note(
        "The hidden state of {count} of {total} units is no finite number at some step: {names}.",
        count=len(unknown),
        total=total,
        names=_listed(unknown),
    )
    too_few = Note(
        "Of {total} sequences units go along by chance; it takes {count}.",
        total=len(survey.inputs),
        count=MIN_SEQUENCES,
    )
    fewer = Note("Train with fewer units, or with another seed.")
    for name, names, means in (
        ("dead", dead, _DEAD),
        ("constant", constant, _CONSTANT),
        ("duplicates", pairs, _DUPLICATES),
    ):
        if unknown:
            yield Finding(name, None, "unknown", no_number, means)
            continue
        if name == "duplicates" and any(each.duplicates is None for each in units):
            yield Finding(name, None, "unknown", too_few, means)
            continue
        says = Note("None of {total} units.", total=total)
        if names:
            says = Note(
                "{count} of {total} units: {names}.",
                count=len(names),
                total=total,
                names=_listed(names),
            )
        level: Level = "look" if names else "good"
        yield Finding(name, float(len(names)), level, says, means, fewer if names else None)


def _listed(names: list[str]) -> str:
    """The first ten."""
    return ", ".join(names[:10]) + (" …" if len(names) > 10 else "")


def _remembers(survey: Survey, seed: int, should_stop: ShouldStop | None) -> Finding:
    inputs = survey.inputs
    random = np.random.default_rng(seed)
    rows = np.sort(random.permutation(len(inputs))[:REMEMBERED])
    if not (counting := [name for name, by_key in survey.moments.items() if by_key["h"].count]):
        none = Note("No layer of {network} has a step that counts.", network=survey.network.name)
        return Finding("horizon", None, "unknown", none, _HORIZON)
    last = counting[-1]
    horizons: list[float] = []
    try:
        for row in rows.tolist():
            check(should_stop)
            target = Target(layer=last, unit=0)
            reading = read_for(
                survey.network, inputs.inputs[row : row + 1], {}, target, should_stop
            )
            horizon = memories(reading)[last].horizon
            horizons.append(np.inf if horizon is None else horizon)
    except Cancelled:
        raise
    except GatescopeError as error:
        return Finding("horizon", None, "unknown", error, _HORIZON)
    middle = float(np.median(horizons))
    length = inputs.steps
    if np.isinf(middle):
        says = Note(
            "{layer}: more than 1 % is left after all {steps} steps, in most of {count} sequences.",
            layer=last,
            steps=length,
            count=len(horizons),
        )
        return Finding("horizon", float(length), "good", says, _HORIZON)
    says = Note(
        "{layer}: 1 % is left after {steps} steps of {length} (median of {count} sequences).",
        layer=last,
        steps=round(middle),
        length=length,
        count=len(horizons),
    )
    good = middle >= length / 4
    advice = None if good else Note("Shorten what is read, or try a cell that keeps more.")
    return Finding("horizon", middle, "good" if good else "look", says, _HORIZON, advice)


def _padded(survey: Survey, seed: int, should_stop: ShouldStop | None) -> Finding:
    inputs = survey.inputs
    try:
        survey.check_judged()
    except GatescopeError as error:
        return Finding("padding_cost", None, "unknown", error, _PADDING)
    random = np.random.default_rng(seed)
    short = inputs.labelled & (inputs.padded > 0)  # else nothing is padded
    rows = np.sort(random.permutation(np.flatnonzero(short))[:PADDED])
    if len(rows) < MIN_PADDED:
        few = Note(
            "Only {count} of {total} reviews are shorter than {steps} steps and padded.",
            count=f"{len(rows):,}",
            total=f"{len(inputs):,}",
            steps=inputs.steps,
        )
        return Finding("padding_cost", None, "unknown", few, _PADDING)
    own: Side = "pre" if inputs.encoding is None else inputs.encoding.padding
    other: Side = "post" if own == "pre" else "pre"
    try:
        sample = inputs.rows(rows)
        by_side = {}
        for side in (own, other):
            reader = answers_only(
                survey.network,
                padded_on(sample, side),
                edits=survey.edits,
                should_stop=should_stop,
            )
            by_side[side] = finish(reader)
    except Cancelled:
        raise
    except GatescopeError as error:
        return Finding("padding_cost", None, "unknown", error, _PADDING)
    both = by_side[own].judged & by_side[other].judged
    right = {side: _is_right(read)[both] for side, read in by_side.items()}
    if not both.any():
        none = Note("{network} has no finite answer then.", network=survey.network.name)
        return Finding("padding_cost", None, "unknown", none, _PADDING)
    cost = float(right[own].mean() - right[other].mean())
    low, high = paired(right[other], right[own])
    says = Note(
        "{front} padded in front, {behind} padded behind ({count} reviews that are shorter); as "
        "they were read against the other side {cost} points ({low} to {high}).",
        front=percent(right["pre"].mean()),
        behind=percent(right["post"].mean()),
        count=f"{int(both.sum()):,}",
        cost=f"{100 * cost:+.1f}",
        low=f"{100 * low:+.1f}",
        high=f"{100 * high:+.1f}",
    )
    level: Level = "good" if abs(cost) <= 0.05 else "look" if low > 0 or high < 0 else "unknown"
    advice = None
    if level == "look" and cost < 0:
        advice = Note("Pad on the other side: these reviews are judged better there.")
    elif level == "look" and masks(survey.network):
        advice = Note("Pad always on the same side.")
    elif level == "unknown":
        advice = Note("Let the network read more reviews: these are too few to say.")
    elif level == "look":
        advice = Note("Mask padding (mask_zero), or pad always on the same side.")
    return Finding("padding_cost", cost, level, says, _PADDING, advice)


def _is_right(survey: Survey) -> npt.NDArray[np.bool_]:
    """``(N,)``, whether the answer is the label."""
    says = survey.answers.ends[:, -1] > SURE
    result: npt.NDArray[np.bool_] = says == (survey.inputs.labels == 1)
    return result
