"""Where do two networks disagree that read the same corpus?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, Note, ReplayError
from engine.progress import ShouldStop, check
from engine.survey.corpus_inputs import CorpusInputs
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


def in_common(first: Survey, second: Survey) -> tuple[Survey, Survey]:
    """The sequences that both have read: one may have left some out, of which it knows no word."""
    if np.array_equal(first.inputs.numbers, second.inputs.numbers):
        return first, second
    return first.of_numbers(second.inputs.numbers), second.of_numbers(first.inputs.numbers)


def disagreement(
    first: Survey, second: Survey, should_stop: ShouldStop | None = None
) -> Disagreement:
    """Compare two surveys of the same sequences, step by step.

    Where they are of other lengths, or padded otherwise, an answer is compared with that of the other
    network at the same word.

    Raises:
        ReplayError: they are of other sequences, or one has no answer that is a probability.
        Cancelled: ``should_stop`` became true.
    """
    for each in (first, second):
        if not each.judges:
            raise ReplayError(
                "The answer of {network} is not the probability of positive; where it disagrees "
                "with another cannot be said.",
                network=each.network.name,
            )
    one, other = first.inputs, second.inputs
    if not np.array_equal(one.numbers, other.numbers):
        raise ReplayError(
            "{first} and {second} did not read the same sequences of one corpus. Let them read the "
            "same.",
            first=first.network.name,
            second=second.network.name,
        )
    ahead = [each.network.name for each in (first, second) if each.looks_ahead]
    count = len(one)
    gaps, largest = np.zeros(count, np.float32), np.zeros(count, np.float32)
    steps, parted = np.zeros(count, np.intp), np.zeros(count, np.intp)
    ends = np.stack([each.answers.ends[:, -1] for each in (first, second)])
    ends_differ, ends_known = _differ(ends)
    alike, otherwise = True, np.zeros(count, bool)
    for some in one.blocks(first.answers.at_steps, second.answers.at_steps, other.padding):
        check(should_stop)
        read = ~one.padding[some]
        answers, is_alike, otherwise[some] = _side_by_side(first, second, some)
        alike &= is_alike
        at_end = otherwise[some] | bool(ahead)
        # An answer before the end is no answer to what was read until then.
        answers[:, at_end, :-1], answers[:, at_end, -1] = np.nan, ends[:, some][:, at_end]
        read[at_end] = False
        read[at_end, -1] = True
        distance = np.where(read, np.abs(answers[0] - answers[1]), np.float32(np.nan))
        filled = np.where(np.isfinite(distance), distance, np.float32(-1))
        steps[some] = filled.argmax(axis=1)
        gaps[some] = np.take_along_axis(distance, steps[some, None], axis=1)[:, 0]
        largest[some] = filled.max(axis=1)
        differ, known = _differ(answers)
        later = np.arange(one.steps) > _last_true(known & ~differ)[:, None]
        apart = known & differ & later
        begins = np.where(apart.any(axis=1), apart.argmax(axis=1), -1)
        parted[some] = np.where(ends_known[some] & ends_differ[some], begins, -1)
    judged = first.judged & second.judged
    right = _right(first, judged), _right(second, judged)
    return Disagreement(
        gaps,
        steps,
        parted,
        np.argsort(-largest, kind="stable"),
        int((right[0] & right[1]).sum()),
        int((right[0] & ~right[1]).sum()),
        int((~right[0] & right[1]).sum()),
        int((~right[0] & ~right[1]).sum()),
        share_of(~ends_differ[ends_known]),
        (
            *(() if alike else _aligned(first, second, 0 if ahead else int(otherwise.sum()))),
            *_notes(ahead, int((~ends_known).sum()), (one.not_judged, other.not_judged)),
        ),
    )


def _side_by_side(first: Survey, second: Survey, some: slice) -> tuple[Singles, bool, Bools]:
    """The answers of both at the steps of the first, ``(2, B, T)``, NaN where the second does not
    read the same word; whether the two read the same steps; and of which sequences ``(B,)`` the
    words of the two are others."""
    one, other = first.inputs, second.inputs
    mine, theirs = first.answers.at_steps[some], second.answers.at_steps[some]
    paddings = one.padding[some], other.padding[some]
    ways = [(_cuts_in_front(each), _marks(each)) for each in (one, other)]
    if ways[0] == ways[1] and np.array_equal(*paddings):
        return np.stack([mine, theirs]), True, np.zeros(len(mine), bool)
    # From the word of a step of the first to the step of the second that reads it.
    at = np.arange(one.steps) - _first_word(one, some)[:, None] + _first_word(other, some)[:, None]
    inside = (at >= 0) & (at < other.steps)
    at = np.where(inside, at, 0)
    inside &= ~np.take_along_axis(paddings[1], at, axis=1) & ~paddings[0]
    there = np.where(inside, np.take_along_axis(theirs, at, axis=1), np.float32(np.nan))
    words = [each.lengths[some] - _marks(each) for each in (one, other)]
    return np.stack([mine, there]), False, words[0] != words[1]


def _first_word(inputs: CorpusInputs, some: slice) -> Ints:
    """``(B,)``, the step at which the first word of each whole sequence is, or would be."""
    read = ~inputs.padding[some]
    begins, counts = read.argmax(axis=1), np.count_nonzero(read, axis=1)
    cut = inputs.lengths[some] - counts if _cuts_in_front(inputs) else 0
    result: Ints = begins - cut + _marks(inputs)
    return result


def _cuts_in_front(inputs: CorpusInputs) -> bool:
    return inputs.encoding is None or inputs.encoding.truncating == "pre"


def _marks(inputs: CorpusInputs) -> int:
    """How many steps before the first word are none of the text: its start mark."""
    return int(inputs.encoding is not None and inputs.encoding.start_char is not None)


def _aligned(first: Survey, second: Survey, otherwise: int) -> list[Note]:
    """How the two are compared that did not read the same steps."""
    names = {"first": first.network.name, "second": second.network.name}
    steps = {"one": first.inputs.steps, "other": second.inputs.steps}
    how = Note(
        "{first} reads {one} steps and {second} {other}, each with its own padding: their answers "
        "are compared at the words that both read, counted from the end of the review; steps are "
        "those of the first.",
        **names,
        **steps,
    )
    if not _cuts_in_front(first.inputs) or not _cuts_in_front(second.inputs):
        how = Note(
            "{first} reads {one} steps and {second} {other}, each with its own padding: their "
            "answers are compared at the words that both read, counted from the beginning of the "
            "review; steps are those of the first.",
            **names,
            **steps,
        )
    notes = [
        how,
        Note(
            "A review that is opened in the window is read in one encoding by both: its answers "
            "there are others."
        ),
    ]
    if otherwise:
        notes.append(
            Note(
                "Compared at the end alone, as the two part them into words otherwise: {count} "
                "reviews.",
                count=f"{otherwise:,}",
            )
        )
    return notes


def _notes(
    ahead: list[str], unknown: int, not_judged: Iterable[GatescopeError | None]
) -> list[Note]:
    notes = [
        Note("Which of them is right is not said. {reason}", reason=each)
        for each in not_judged
        if each is not None
    ]
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
    result: Bools = (survey.answers.ends[judged, -1] > SURE) == (survey.inputs.labels[judged] == 1)
    return result


def _last_true(flags: Bools) -> Ints:
    """The last true place of each row ``(N, T)``; -1 where there is none."""
    last: Ints = flags.shape[1] - 1 - flags[:, ::-1].argmax(axis=1)
    return np.where(flags.any(axis=1), last, -1)
