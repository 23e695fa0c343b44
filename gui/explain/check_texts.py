"""Why a method's own check does not hold, and what to do about it: one row a check."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.errors import Note
from engine.explain.attribution import Attribution
from gui.i18n.texts import explain

FLAT = 1e-9
"""Scores are all but zero below this share of what is explained: only rounding is left of them."""

CHECK_SAYS: Mapping[str, Note] = {
    "central differences step by step": Note(
        "A small change of the input, tried out, moves the answer otherwise than the gradient says: "
        "there is a kink here, such as ReLU's, or the network amplifies rounding. Compare with "
        "occlusion.",
    ),
    "completeness gap": Note(
        "The bars do not add up to the difference of the answers: the answer bends too sharply on "
        "the way from the baseline, or that difference is next to nothing. Choose more points or "
        "another baseline.",
    ),
    "relevance lost": Note(
        "What is shared out is not all of the answer: an answer near 0, or sums near 0 on the way, "
        "leave a part that belongs to no step. Compare with another method.",
    ),
    "relevance kept by biases": Note(
        "The biases keep a part of the answer, which belongs to no step. Compare with another "
        "method.",
    ),
    "steps taken out one by one": Note(
        "Read alone, the sequence without a step has another answer than among others: the network "
        "amplifies rounding, and small bars say nothing.",
    ),
}
"""By the name of the check in the engine."""

SATURATED = Note(
    "Hardly any gradient is left here: where gates and candidates are saturated, a small change of "
    "the input changes nothing, and what is shown is rounding. Compare with occlusion; numbers that "
    "are too large want scaling.",
)


def is_flat(answer: Attribution) -> bool:
    """Whether nothing but rounding is left of the gradients that a method adds up."""
    if answer.method not in ("gradxinput", "ig"):
        return False
    most = float(np.abs(answer.scores).max(initial=0.0))
    return most <= FLAT * max(1.0, abs(answer.answer))


def why_in_doubt(answer: Attribution) -> list[str]:
    """Why not to believe an attribution: nothing is left of it, or its checks do not hold."""
    if is_flat(answer):
        return [explain(SATURATED)]
    failed = [check.name for check in answer.checks if not check.holds]
    return [explain(CHECK_SAYS[name]) for name in failed if name in CHECK_SAYS]
