"""How right a network is: accuracy by what is read, by kind of sequence, and calibration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.progress import ShouldStop, check
from engine.survey.intervals import Share, bootstrap, share_of, wilson
from engine.survey.storage import blocks, room
from engine.survey.survey import SURE, Survey

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

SHARES = tuple(round(0.05 * k, 2) for k in range(1, 21))
"""Of a review, where its answer is looked at."""

BUCKETS = 5
"""Groups of one size by length, padding and unknown words."""

BINS = 10
"""Of calibration, each a tenth wide."""


@dataclass(frozen=True)
class Bucket:
    """A group of sequences.

    Attributes:
        low, high: between which, both included, what groups them lies.
        right: how many of them are judged rightly.
    """

    low: float
    high: float
    right: Share


@dataclass(frozen=True)
class Bin:
    """Answers of one size.

    Attributes:
        mean: of the answers.
        positive: how many of these sequences are positive.
    """

    mean: float
    positive: Share


@dataclass(frozen=True, eq=False)
class Judging:
    """How right a network is.

    Attributes:
        right: over all labelled sequences.
        loss: the mean binary cross-entropy.
        always: the share of the more frequent label, 0 to 1.
        by_share: ``(share, right)``, had the review ended after that share of its words; empty
            where an answer before the end says nothing of that, which `notes` say.
        by_length, by_padding, by_unknown: in groups of one size.
        calibration: by the size of the answer, tenth by tenth.
        error: the expected calibration error, the mean distance of answer and share of positive
            ones over the bins (Guo et al., On Calibration of Modern Neural Networks, 2017).
        error_low, error_high: its interval of 95 %, by drawing sequences anew.
        notes: what is left out, and why.
    """

    right: Share
    loss: float
    always: float
    by_share: tuple[tuple[float, Share], ...]
    by_length: tuple[Bucket, ...]
    by_padding: tuple[Bucket, ...]
    by_unknown: tuple[Bucket, ...]
    calibration: tuple[Bin, ...]
    error: float
    error_low: float
    error_high: float
    notes: tuple[Note, ...] = ()


def judging(survey: Survey, should_stop: ShouldStop | None = None) -> Judging:
    """How right the network of a survey is.

    Raises:
        ReplayError: its answers cannot be right or wrong.
        Cancelled: ``should_stop`` became true.
    """
    survey.check_judged()
    judged = survey.judged
    inputs, right = survey.inputs, survey.right
    bins, error, low, high = _calibration(survey, should_stop)
    by_share, notes = _by_share(survey, should_stop)
    positive = float((inputs.labels[judged] == 1).mean())
    return Judging(
        share_of(right),
        float(survey.losses.mean()),
        max(positive, 1 - positive),
        by_share,
        buckets(inputs.lengths[judged], right),
        buckets(inputs.padded[judged], right),
        buckets(inputs.unknown_words[judged], right),
        bins,
        error,
        low,
        high,
        (*notes, *unanswered(survey)),
    )


def steps_read(padding: npt.NDArray[np.bool_], shares: Sequence[float]) -> Iterator[Places]:
    """Share by share ``(B,)``, the time step at which that share of each sequence has been read: of
    its steps that are no ``padding (B, T)``, at least one."""
    read = ~padding
    counts = np.count_nonzero(read, axis=1)
    steps = np.append(np.nonzero(read)[1], 0)
    begins = np.cumsum(counts) - counts
    for share in shares:
        wanted = np.maximum(1, np.ceil(share * counts - 1e-9)).astype(np.int64)
        yield np.where(counts > 0, steps[begins + wanted - 1], 0)


def buckets(by: npt.NDArray[np.integer], right: npt.NDArray[np.bool_]) -> tuple[Bucket, ...]:
    """Groups of about one size, by rising ``by (M,)``; what is equal is in one group."""
    upper = np.quantile(by, np.linspace(0, 1, BUCKETS + 1)[1:], method="inverted_cdf")
    groups = np.searchsorted(np.unique(upper), by, side="left")
    result = []
    for group in np.unique(groups).tolist():
        members = groups == group
        result.append(
            Bucket(float(by[members].min()), float(by[members].max()), share_of(right[members]))
        )
    return tuple(result)


def unanswered(survey: Survey) -> list[Note]:
    """How many are not judged because their answer is no number, if any."""
    if not survey.unanswered:
        return []
    count = f"{survey.unanswered:,}"
    return [Note("Not judged, for want of a finite answer: {count} reviews.", count=count)]


def _by_share(
    survey: Survey, should_stop: ShouldStop | None
) -> tuple[tuple[tuple[float, Share], ...], list[Note]]:
    if survey.looks_ahead:
        return (), [
            Note(
                "{network} knows what comes later at every step; accuracy by the share that was "
                "read is left out.",
                network=survey.network.name,
            )
        ]
    judged = survey.judged
    answers, ends = survey.answers.at_steps, survey.answers.ends[:, -1]
    count, moved = int(judged.sum()), 0
    right, known = np.zeros(len(SHARES), np.int64), np.ones(len(SHARES), bool)
    for some in survey.inputs.blocks(answers):
        check(should_stop)
        of = judged[some]
        here, positive = answers[some][of], survey.inputs.labels[some][of] == 1
        for k, step in enumerate(steps_read(survey.inputs.padding[some][of], SHARES)):
            at = np.take_along_axis(here, step[:, None], axis=1)[:, 0]
            known[k] &= np.isfinite(at).all()
            right[k] += int(((at > SURE) == positive).sum())
            if k == len(SHARES) - 1:
                moved += int((np.isfinite(at) & ((at > SURE) != (ends[some][of] > SURE))).sum())
    result = [(share, wilson(int(right[k]), count)) for k, share in enumerate(SHARES) if known[k]]
    notes = []
    if len(result) < len(SHARES):
        notes.append(
            Note(
                "Not every review has an answer before its end; accuracy by the share that was read "
                "is left out where one has none."
            )
        )
    if moved:
        notes.append(
            Note(
                "Padding behind the last word changes what is said of {count} reviews; accuracy by "
                "the share that was read is of reviews that end with their words.",
                count=f"{moved:,}",
            )
        )
    return tuple(result), notes


def _calibration(
    survey: Survey, should_stop: ShouldStop | None
) -> tuple[tuple[Bin, ...], float, float, float]:
    judged = survey.judged
    answers = survey.answers.ends[judged, -1].astype(np.float64)
    positive = survey.inputs.labels[judged] == 1
    places = np.minimum((answers * BINS).astype(np.int64), BINS - 1)
    bins, error = [], 0.0
    for place in np.unique(places).tolist():
        members = places == place
        share = wilson(int(positive[members].sum()), int(members.sum()))
        mean = float(answers[members].mean())
        bins.append(Bin(mean, share))
        error += abs(mean - share.value) * share.total / len(answers)
    # How far the answers in each bin are from the labels, a column a bin.
    apart = room((len(answers), BINS), np.float64)
    for some in blocks(apart):
        apart[some][np.arange(some.stop - some.start), places[some]] = (answers - positive)[some]

    def errors(sums: Floats) -> Floats:
        """Of what is drawn anew, without what drawing alone adds to a sum of sizes."""
        drawn: Floats = np.abs(sums).sum(axis=1) / len(answers)
        about: Floats = drawn - drawn.mean() + error
        return about

    low, high = bootstrap(apart, errors, should_stop=should_stop)
    return tuple(bins), error, float(np.maximum(0.0, low)), float(high)
