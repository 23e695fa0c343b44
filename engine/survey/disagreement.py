"""Where do two networks disagree that read the same corpus?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.survey.intervals import Share, share_of
from engine.survey.survey import SURE, Survey

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.intp]
Singles = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Disagreement:
    """How two networks differ, sequence by sequence.

    Attributes:
        gaps: ``(N,)``, the largest distance of their answers at a step that one of them reads;
            where an answer before the end says nothing of itself, at the end.  NaN where at no
            such step both have an answer.
        steps: ``(N,)``, the step of it.
        disagree_from: ``(N,)``, the step from which on they say different things, to the end; -1
            where they end alike, or where one has no answer at the end.
        order: ``(N,)``, the sequences by falling gap.
        both, first_only, second_only, neither: how many of the labelled are judged rightly by
            whom.
        agree: the share that ends alike, of those with two answers at the end.
        notes: what went otherwise than asked.
    """

    gaps: Singles
    steps: Ints
    disagree_from: Ints
    order: Ints
    both: int
    first_only: int
    second_only: int
    neither: int
    agree: Share
    notes: tuple[Note, ...] = ()


def disagreement(first: Survey, second: Survey) -> Disagreement:
    """Compare two surveys of the same sequences, step by step.

    Raises:
        ReplayError: they are of other sequences, of other lengths or padded otherwise, or one has
            no answer that is a probability.
    """
    for each in (first, second):
        if not each.judges:
            raise ReplayError(
                "The answer of {network} is not the probability of positive; where it disagrees "
                "with another cannot be said.",
                network=each.network.name,
            )
    one, other = first.inputs, second.inputs
    if not np.array_equal(one.padding, other.padding) or not np.array_equal(
        one.numbers, other.numbers
    ):
        raise ReplayError(
            "{first} and {second} did not read the same steps of the same corpus. Let them read "
            "sequences of one length that are padded on the same side.",
            first=first.network.name,
            second=second.network.name,
        )
    ends = np.stack([each.answers.ends[:, -1] for each in (first, second)])
    at_steps = np.stack([each.answers.at_steps for each in (first, second)])
    ahead = [each.network.name for each in (first, second) if each.looks_ahead]
    read = ~one.padding
    if ahead:  # an answer before the end is no answer to what was read until then
        at_steps[:, :, :-1], at_steps[:, :, -1] = np.nan, ends
        read = np.zeros_like(read)
        read[:, -1] = True
    distance = np.where(read, np.abs(at_steps[0] - at_steps[1]), np.float32(np.nan))
    filled = np.where(np.isfinite(distance), distance, np.float32(-1))
    steps = filled.argmax(axis=1)
    gaps = np.take_along_axis(distance, steps[:, None], axis=1)[:, 0]
    differ, known = _differ(at_steps)
    ends_differ, ends_known = _differ(ends)
    later = np.arange(one.steps) > _last_true(known & ~differ)[:, None]
    apart = known & differ & later
    parted = ends_known & ends_differ & apart.any(axis=1)
    judged = first.judged & second.judged
    right = _right(first, judged), _right(second, judged)
    return Disagreement(
        gaps,
        steps,
        np.where(parted, apart.argmax(axis=1), -1),
        np.argsort(-filled.max(axis=1), kind="stable"),
        int((right[0] & right[1]).sum()),
        int((right[0] & ~right[1]).sum()),
        int((~right[0] & right[1]).sum()),
        int((~right[0] & ~right[1]).sum()),
        share_of(~ends_differ[ends_known]),
        tuple(_notes(ahead, int((~ends_known).sum()))),
    )


def _notes(ahead: list[str], unknown: int) -> list[Note]:
    notes = []
    if ahead:
        notes.append(
            Note(
                "At every step what comes later is known to {networks}; only answers at the end are "
                "compared.",
                networks=", ".join(ahead),
            )
        )
    if unknown:
        notes.append(
            Note(
                "Not compared, because one of the two has no finite answer: {count} sequences.",
                count=f"{unknown:,}",
            )
        )
    return notes


def _differ(answers: Singles) -> tuple[Bools, Bools]:
    """Of two answers ``(2, ...)``: whether they say different things, and whether both say one."""
    says = answers > SURE
    known: Bools = np.isfinite(answers[0]) & np.isfinite(answers[1])
    differ: Bools = says[0] != says[1]
    return differ, known


def _right(survey: Survey, judged: Bools) -> Bools:
    says = survey.answers.ends[judged, -1] > SURE
    result: Bools = says == (survey.inputs.labels[judged] == 1)
    return result


def _last_true(flags: Bools) -> Ints:
    """The last true place of each row ``(N, T)``; -1 where there is none."""
    steps = flags.shape[1]
    last: Ints = steps - 1 - flags[:, ::-1].argmax(axis=1)
    return np.where(flags.any(axis=1), last, -1)
