"""What is seen in the padding lab, in a sentence that is computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.counting import filled
from engine.explain.padding_lab import PaddingVariant, VariantReading, VariantScore
from gui.i18n.context import translator
from gui.look.numbers_text import number
from gui.naming import PART

_tr = translator("PaddingLab")

MOVED = 0.1
"""An answer that moves by less in the padding holds."""


class Seen(NamedTuple):
    """What is known of a network.

    Attributes:
        name: its own.
        readings, scores: in the order of the variants; what is not known yet, or cannot be, is
            something else.
        classes: what its classes are called; empty where nobody knows.
        is_fixed: whether it reads one length only.
    """

    name: str
    readings: Sequence[object]
    scores: Sequence[object]
    classes: tuple[str, ...] = ()
    is_fixed: bool = False


def sentence(seen: Sequence[Seen], length: int) -> str:
    """What padding behind does to the answers to this review, and to the accuracy over the sample;
    "" while nothing is known."""
    said = [_through(seen, length), _costs(seen)]
    return " ".join(each for each in said if each)


def class_name(reading: VariantReading, classes: tuple[str, ...]) -> str:
    """Which of several classes an answer is of; "" of one answer, or two classes."""
    if reading.classes <= 2:
        return ""
    if len(classes) == reading.classes:
        return classes[reading.channel]
    known = reading.answers[np.isfinite(reading.answers)]
    text = QCoreApplication.translate("PredictionView", "class {number}")
    if len(known) and not 0 <= known.min() <= known.max() <= 1:
        text = QCoreApplication.translate("PredictionView", "output {number}")
    return text.format(number=reading.channel + 1)


def variant_name(variant: PaddingVariant) -> str:
    """How a variant pads."""
    return {
        ("pre", False): _tr("padded in front"),
        ("post", False): _tr("padded behind"),
        ("pre", True): _tr("in front, masked"),
        ("post", True): _tr("behind, masked"),
    }[variant.padding, variant.masked]


def _through(seen: Sequence[Seen], length: int) -> str:
    parts, has_padding = [], None
    for each_network in seen:
        readings = each_network.readings
        behind = next((each for each in readings if _is(each, "post", False)), None)
        if not isinstance(behind, VariantReading):
            continue
        has_padding = behind.through is not None
        if behind.through is None or not np.isfinite(behind.through).all():
            continue
        before, after = behind.through
        name = PART.join(
            filter(None, (each_network.name, class_name(behind, each_network.classes)))
        )
        values = {"network": name, "before": number(before), "after": number(after)}
        moved = after - before
        if abs(moved) < MOVED:
            parts.append(filled(_tr("{network} holds ({before} → {after})"), values))
        elif behind.classes > 2 or not 0 <= min(before, after) <= max(before, after) <= 1:
            parts.append(filled(_tr("{network} drifts ({before} → {after})"), values))
        elif moved > 0:
            parts.append(filled(_tr("{network} drifts to positive ({before} → {after})"), values))
        else:
            parts.append(filled(_tr("{network} drifts to negative ({before} → {after})"), values))
    if has_padding is False and all(each.is_fixed for each in seen):
        said = _tr(
            "This review fills {count} steps, the only length that is read: open a shorter one to "
            "see padding."
        )
        return filled(said, {"count": f"{length:,}"})
    if has_padding is False:
        said = _tr("This review fills {count} steps, there is no padding: choose a greater length.")
        return filled(said, {"count": f"{length:,}"})
    if not parts:
        return ""
    said = _tr("This review, padded behind to {count} steps: {parts}.")
    return filled(said, {"count": f"{length:,}", "parts": ", ".join(parts)})


def _costs(seen: Sequence[Seen]) -> str:
    parts, count = [], 0
    for name, _, scores, *_ in seen:
        known = {
            (each.variant.padding, each.variant.masked): each
            for each in scores
            if isinstance(each, VariantScore)
        }
        front, behind = known.get(("pre", False)), known.get(("post", False))
        if front is None or behind is None:
            continue
        count = front.count
        values = {
            "network": name,
            "front": f"{front.accuracy:.2f}",
            "behind": f"{behind.accuracy:.2f}",
        }
        masked = known.get(("post", True))
        if masked is None:
            parts.append(_tr("{network} {behind} instead of {front}").format(**values))
        else:
            values["masked"] = f"{masked.accuracy:.2f}"
            parts.append(
                _tr("{network} {behind} instead of {front}, masked {masked}").format(**values)
            )
    if not parts:
        return ""
    said = _tr("Accuracy over {count} reviews, padded behind instead of in front: {parts}.")
    return filled(said, {"count": count, "parts": "; ".join(parts)})


def _is(reading: object, padding: str, masked: bool) -> bool:
    return isinstance(reading, VariantReading) and (
        reading.variant.padding,
        reading.variant.masked,
    ) == (padding, masked)
