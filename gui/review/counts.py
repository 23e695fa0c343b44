"""How words and steps are counted: one way, wherever a review is described."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.counting import filled
from engine.text.review import Review


def words_text(count: int) -> str:
    """A number of words; start mark and padding are none."""
    return filled(QCoreApplication.translate("Counts", "{count} words"), {"count": f"{count:,}"})


def steps_text(review: Review) -> str:
    """What a review's steps are, in their order: ``3 padding + start mark + 96 words = 100
    steps``."""
    counts = review.counts
    parts = [words_text(counts.words)]
    if counts.marks:
        parts.insert(0, QCoreApplication.translate("Counts", "start mark"))
    if counts.padding:
        text = QCoreApplication.translate("Counts", "{count} padding")
        at = 0 if review.padding[0] else len(parts)
        parts.insert(at, filled(text, {"count": f"{counts.padding:,}"}))
    text = QCoreApplication.translate("Counts", "{parts} = {steps} steps")
    return filled(text, {"parts": " + ".join(parts), "steps": f"{len(review):,}"})


def steps_texts(review: Review) -> tuple[str, ...]:
    """The same, and how it is said where there is less room, the longest first: no number is ever
    cut."""
    steps = filled(
        QCoreApplication.translate("Counts", "{steps} steps"), {"steps": f"{len(review):,}"}
    )
    short = " · ".join((words_text(review.counts.words), steps))
    full, cut = steps_text(review), cut_text(review)
    if not cut:
        return full, short, steps
    return f"{full} · {cut}", f"{short} · {cut}", cut, short, steps


def cut_text(review: Review) -> str:
    """How many words of the text are not read, and where they stood; "" where all are."""
    counts = review.counts
    if not counts.cut:
        return ""
    in_front = QCoreApplication.translate("Counts", "{cut} of {words} words cut in front")
    at_end = QCoreApplication.translate("Counts", "{cut} of {words} words cut at the end")
    text = in_front if review.span[0] else at_end
    return filled(text, {"cut": f"{counts.cut:,}", "words": f"{counts.words + counts.cut:,}"})
