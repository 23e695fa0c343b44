"""What the fading map says in a sentence: how much of a word is left, over a sample of reviews.

The words follow the numbers, whatever the lecture says: how far the medians are apart, and how
far the quartiles are.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from engine.counting import filled
from engine.explain.left_over import LeftOver

Known = list[tuple[str, LeftOver]]
"""What is left, by the name of the network."""

MUCH_MORE = 1.5
"""Medians that differ less by this factor are much the same."""

MUCH_WIDER = 2.0
"""The same of the distance of the quartiles."""


def sample_sentence(known: Known) -> str:
    """How much of a word is left in each network, and what differs."""
    first = known[0][1]
    parts = ", ".join(
        share_in(name, each.quartiles, first=not place) for place, (name, each) in enumerate(known)
    )
    count = max(each.reviews for _, each in known)
    said = filled(
        _tr("Over {count} reviews, this much of a word is left after {steps} steps: {parts}."),
        {"steps": first.steps, "count": count, "parts": parts},
    )
    return f"{said} {_difference(known)}".rstrip()


def share_in(name: str, quartiles: npt.NDArray[np.float64], *, first: bool) -> str:
    """The median and the quartiles ``(3,)`` of one network; the first one says what they are."""
    low, middle, high = (f"{100 * share:.0f}" for share in quartiles)
    text = _tr("{middle} % in {network} ({low} to {high} %)")
    if first:
        text = _tr("{middle} % in {network} (half of the words {low} to {high} %)")
    return text.format(middle=middle, network=name, low=low, high=high)


def _difference(known: Known) -> str:
    """What differs most between networks, "" of a single one."""
    if len(known) < 2:
        return ""
    by_median = sorted(known, key=lambda each: float(each[1].quartiles[1]))
    by_width = sorted(known, key=lambda each: _width(each[1]))
    (less, low), (more, high) = by_median[0], by_median[-1]
    (narrow, thin), (wide, broad) = by_width[0], by_width[-1]
    said = []
    if high.quartiles[1] > MUCH_MORE * low.quartiles[1]:
        text = _tr("The median word keeps more in {more} than in {less}.")
        if len(high.medians) == len(low.medians):  # the same reviews
            text = _tr(
                "The median word keeps more in {more} than in {less}, in {part} of {count} reviews."
            )
            part = int((high.medians > low.medians).sum())
            text = text.replace("{part}", str(part)).replace("{count}", str(len(high.medians)))
        said.append(text.format(more=more, less=less))
    if _width(broad) > MUCH_WIDER * _width(thin):
        text = _tr("The spread differs: it is wide in {wide} and narrow in {narrow}.")
        if broad.quartiles[2] > 1:
            text = _tr(
                "The spread differs: {wide} lets some words fade and makes others grow; in "
                "{narrow} they fade alike."
            )
        said.append(text.format(wide=wide, narrow=narrow))
    return " ".join(said) or _tr("They differ little.")


def _width(left: LeftOver) -> float:
    return float(left.quartiles[2] - left.quartiles[0])


def _tr(text: str) -> str:
    return QCoreApplication.translate("FadingPage", text)
