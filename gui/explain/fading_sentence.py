"""What the fading map says in a sentence: how much of a word is left, over a sample of reviews.

The words follow the numbers, whatever the lecture says.  Words of one review depend on each other,
so networks are compared review by review: by the differences of the medians, and by a sign test of
whether they are larger in one network more often than chance would have it.  Windows of a series
share rows, so nothing is said of chance there.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

import numpy as np
import numpy.typing as npt

from engine.counting import filled
from engine.explain.left_over import LeftOver
from gui.i18n.context import translator

_tr = translator("FadingPage")

NamedLeftOvers = list[tuple[str, LeftOver]]
"""What is left, by the name of the network."""

MUCH_MORE = 1.5
"""Medians that differ less by this factor are much the same."""

MUCH_WIDER = 2.0
"""The same of the distance of the quartiles."""

TINY = 1e-3
"""Shares, and distances of quartiles, that are less are all the same: as good as nothing."""

CHANCE = 0.05
"""What chance does at least as often is not said to be a difference."""


def sample_sentence(named: NamedLeftOvers) -> str:
    """How much of a word is left in each network, and what differs."""
    first = named[0][1]
    words = first.of_words
    parts = ", ".join(
        share_in(name, each.quartiles, first=not place, words=words)
        for place, (name, each) in enumerate(named)
    )
    counts = sorted({each.reviews for _, each in named})
    text = _tr("Over {count} reviews, this much of a word is left after {steps} steps: {parts}.")
    if not words:
        text = _tr("Over {count} windows, this much of a step is left after {steps} more: {parts}.")
    elif len(counts) > 1:
        text = _tr(
            "Over {least} to {count} reviews, this much of a word is left after {steps} steps: "
            "{parts}."
        )
    values = {"steps": first.steps, "least": counts[0], "count": counts[-1], "parts": parts}
    return " ".join(filter(None, (filled(text, values), *_growing(named), *_differences(named))))


def result(parts: Sequence[tuple[str, npt.NDArray[np.float64]]], steps: int, words: bool) -> str:
    """How much of a step is left, of each network by its name the quartiles ``(3,)``; "" of none."""
    if not parts:
        return ""
    text = _tr("This much of a word is left after {steps} steps: {parts}.")
    if not words:
        text = _tr("This much of a step is left after {steps} more: {parts}.")
    said = ", ".join(
        share_in(name, each, first=not place, words=words)
        for place, (name, each) in enumerate(parts)
    )
    return filled(text, {"steps": steps, "parts": said})


def verdict(named: NamedLeftOvers) -> str:
    """Over how many reviews, and what differs, shortly; `sample_sentence` says more."""
    counts = sorted({each.reviews for _, each in named})
    said = _short_differences(named)
    count = str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    if named[0][1].of_words:
        alone = _tr("Over {count} reviews of the corpus.")
        with_more = _tr("Over {count} reviews of the corpus: {said}.")
    else:
        alone = _tr("Over {count} windows of the table.")
        with_more = _tr("Over {count} windows of the table: {said}.")
    return filled(with_more if said else alone, {"count": count, "said": "; ".join(said)})


def share_in(
    name: str, quartiles: npt.NDArray[np.float64], *, first: bool, words: bool = True
) -> str:
    """The median and the quartiles ``(3,)`` of one network; the first one says what they are."""
    low, middle, high = map(_little, quartiles)
    text = _tr("{middle}\u00a0% in {network} ({low} to {high}\u00a0%)")
    if first and words:
        text = _tr("{middle}\u00a0% in {network} (half of the words {low} to {high}\u00a0%)")
    elif first:
        text = _tr("{middle}\u00a0% in {network} (half of the steps {low} to {high}\u00a0%)")
    return text.format(middle=middle, network=name, low=low, high=high)


def sign_test(larger: int, smaller: int) -> float:
    """How often chance alone has one of two sides ahead at least so far, 0 to 1; of pairs that are
    not equal, each as likely to be the one as the other."""
    if not (count := larger + smaller):
        return 1.0
    tail = sum(comb(count, k) for k in range(max(larger, smaller), count + 1))
    return min(1.0, 2 * tail / (1 << count))


def _growing(named: NamedLeftOvers) -> list[str]:
    names = [name for name, each in named if each.quartiles[2] > 1]
    text = _tr("A quarter of the words or more is felt more than at first in {networks}.")
    if not named[0][1].of_words:
        text = _tr("A quarter of the steps or more is felt more than at first in {networks}.")
    return [text.format(networks=", ".join(names))] if names else []


def _differences(named: NamedLeftOvers) -> list[str]:
    """What differs between networks, those that are farthest apart; nothing of a single one."""
    if len(named) < 2:
        return []
    (less, more), ((narrow, thin), (wide, broad)) = _by_median(named), _by_width(named)
    said = []
    if _is_much_more(less, more):
        said.append(_medians(less, more))
    if _is_much_wider(thin, broad):
        text = _tr(
            "The spread differs: the quartiles are {broad} points apart in {wide}, {thin} in "
            "{narrow}."
        )
        said.append(
            text.format(
                broad=_percent(_width(broad)), wide=wide, thin=_percent(_width(thin)), narrow=narrow
            )
        )
    close = _tr(
        "They differ little: the medians by a factor of no more than {medians}, the distances of the "
        "quartiles of no more than {widths}."
    )
    return said or [close.format(medians=MUCH_MORE, widths=f"{MUCH_WIDER:.0f}")]


def _short_differences(named: NamedLeftOvers) -> list[str]:
    if len(named) < 2:
        return []
    (less, more), ((narrow, thin), (wide, broad)) = _by_median(named), _by_width(named)
    said = []
    if _is_much_more(less, more):
        differences, larger, is_chance = _by_review(less[1], more[1])
        text = _tr("{network} keeps more in {part} of them")
        if is_chance:
            text = _tr("that {network} keeps more may be chance")
        elif not len(differences):
            text = _tr("{network} keeps more")
        name, part = more[0], larger
        smaller = int((differences < 0).sum())
        if smaller > larger and not is_chance:  # the median of all words says otherwise
            name, part = less[0], smaller
        said.append(filled(text, {"network": name, "part": part}))
    if _is_much_wider(thin, broad):
        text = _tr("the spread is {times} times as wide in {network} as in {other}")
        times = f"{_width(broad) / max(_width(thin), TINY):.1f}"
        said.append(filled(text, {"network": wide, "other": narrow, "times": times}))
    return said or [_tr("they differ little")]


def _by_median(named: NamedLeftOvers) -> tuple[tuple[str, LeftOver], tuple[str, LeftOver]]:
    """The networks with the least and the largest median."""
    ordered = sorted(named, key=lambda each: float(each[1].quartiles[1]))
    return ordered[0], ordered[-1]


def _by_width(named: NamedLeftOvers) -> tuple[tuple[str, LeftOver], tuple[str, LeftOver]]:
    """The networks with the narrowest and the widest spread."""
    ordered = sorted(named, key=lambda each: _width(each[1]))
    return ordered[0], ordered[-1]


def _is_much_more(less: tuple[str, LeftOver], more: tuple[str, LeftOver]) -> bool:
    return bool(more[1].quartiles[1] > MUCH_MORE * max(less[1].quartiles[1], TINY))


def _is_much_wider(thin: LeftOver, broad: LeftOver) -> bool:
    return _width(broad) > MUCH_WIDER * max(_width(thin), TINY)


def _by_review(low: LeftOver, high: LeftOver) -> tuple[npt.NDArray[np.float64], int, bool]:
    """The differences of the medians review by review, ``(n,)``, none where the samples are not the
    same, or windows; in how many the second is larger, and whether that may be chance."""
    differences = np.zeros(0)
    if high.of_words and len(high.medians) == len(low.medians):  # of the same sample
        differences = high.medians - low.medians
        differences = differences[np.isfinite(differences)]
    larger, smaller = int((differences > 0).sum()), int((differences < 0).sum())
    return differences, larger, bool(len(differences)) and sign_test(larger, smaller) >= CHANCE


def _medians(less: tuple[str, LeftOver], more: tuple[str, LeftOver]) -> str:
    """That the median of all words is larger in one, and whether that is so review by review."""
    (low_name, low), (high_name, high) = less, more
    names = {"more": high_name, "less": low_name}
    differences, larger, is_chance = _by_review(low, high)
    if not len(differences):
        text = _tr("Over all words the median is larger in {more} than in {less}.")
        if not high.of_words:
            text = _tr("Over all steps the median is larger in {more} than in {less}.")
        return text.format(**names)
    text = _tr(
        "The median word keeps more in {more} than in {less}: in {part} of {count} reviews, by "
        "{middle} points (half of them {low} to {high})."
    )
    if 2 * larger <= int((differences != 0).sum()) or is_chance:
        text = _tr(
            "Over all words the median is larger in {more} than in {less}; review by review it is "
            "in {part} of {count} (half of the differences {low} to {high} points)."
        )
    if is_chance:
        text += " " + _tr("That may be chance.")
    points = _points(np.percentile(differences, (25, 50, 75)).tolist())
    return text.format(**names, **{"part": str(larger), "count": str(len(differences)), **points})


def _points(quartiles: Sequence[float]) -> dict[str, str]:
    """Percentage points, with the sign."""
    return {
        name: f"{100 * each:+.0f}".replace("-", "−")
        for name, each in zip(("low", "middle", "high"), quartiles, strict=True)
    }


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _little(share: float) -> str:
    """As `_percent`, but what is no more than nothing is not called 0."""
    if round(100 * share) >= 1 or share <= 0:
        return _percent(share)
    return f"{100 * share:.1f}" if share >= TINY else f"<{100 * TINY:g}"


def _width(left: LeftOver) -> float:
    return float(left.quartiles[2] - left.quartiles[0])
