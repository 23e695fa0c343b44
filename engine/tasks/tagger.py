"""Praise, complaint or neither for each word of a review, by a rule that is written down.

Nobody has tagged these reviews.  A word is praise or complaint by the sign of its
coefficient in a logistic regression (TF-IDF) on the training reviews, if it is among the
strongest; and the other way round where "not", "no" or a word that ends with "n't" stands up
to `REACH` words before it.  So the network learns this rule, and not what people feel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from engine.tasks.task import Array, Measured, Sample, Task, Variant, scores

NEITHER, PRAISE, COMPLAINT = 0, 1, 2
TAGS = ("neither", "praise", "complaint")

STRONGEST = 40
"""Words of each polarity."""

REACH = 3
"""Words after a negation that it turns round."""

FIRST_WORD = 4


def is_negation(word: str) -> bool:
    """Whether a word turns round what follows."""
    return word in ("not", "no") or word.endswith("n't")


def polarity_of(coefficients: Array, words: Mapping[int, str]) -> npt.NDArray[np.int8]:
    """1, -1 or 0 for each id ``(V,)``, from the coefficients ``(V,)`` and what ids are called."""
    values = np.array(coefficients, np.float64)
    values[:FIRST_WORD] = 0
    values[[id for id, word in words.items() if id < len(values) and is_negation(word)]] = 0
    order, polarity = np.argsort(values, kind="stable"), np.zeros(len(values), np.int8)
    polarity[order[:STRONGEST]] = -1
    polarity[order[-STRONGEST:]] = 1
    return polarity


def polarity_from(praise: Sequence[int], complaint: Sequence[int], size: int) -> Array:
    """1, -1 or 0 for each of so many ids, ``(V,)``, from a record's lists of ids."""
    polarity = np.zeros(size, np.int8)
    polarity[list(praise)], polarity[list(complaint)] = 1, -1
    return polarity


def turned(ids: Array, negations: Array) -> npt.NDArray[np.bool_]:
    """Where a negation stands up to `REACH` words before; of ids ``(N, T)`` and the ids of
    negations ``(K,)``."""
    negates = np.isin(ids, negations)
    result = np.zeros(ids.shape, bool)
    for back in range(1, min(REACH, ids.shape[1] - 1) + 1):
        result[:, back:] |= negates[:, :-back]
    return result


def lexicon_tags(ids: Array, polarity: Array) -> npt.NDArray[np.int32]:
    """The tags ``(N, T)`` of ids ``(N, T)`` without their context, by polarity ``(V,)``."""
    return np.array([NEITHER, PRAISE, COMPLAINT], np.int32)[polarity[ids]]


def of_reviews(ids: Array, polarity: Array, negations: Array) -> Sample:
    """Reviews ``(N, T)`` with a tag for each word ``(N, T)``, by polarity ``(V,)`` and the ids of
    negations ``(K,)``; padding is not judged."""
    plain = lexicon_tags(ids, polarity)
    other = np.array([NEITHER, COMPLAINT, PRAISE], np.int32)[plain]
    return Sample(ids, np.where(turned(ids, negations), other, plain), counts=ids != 0, plain=plain)


def measure_tags(tags: Array, sample: Sample) -> Measured:
    """Which tags ``(N, T)`` are right: of all words, of those that are praise or complaint, and
    of those of them that a negation turns round."""
    assert sample.counts is not None
    assert sample.plain is not None
    right = (tags == sample.targets).astype(np.float64)
    polar = sample.counts & (sample.targets != NEITHER)
    return {
        "accuracy": right[sample.counts],
        "polar accuracy": right[polar],
        "turned accuracy": right[polar & (sample.targets != sample.plain)],
    }


def measure(answers: Array, sample: Sample) -> Measured:
    """The same of probabilities ``(N, T, 3)``."""
    return measure_tags(answers.argmax(axis=-1), sample)


def baseline(variant: Variant, sample: Sample) -> dict[str, float]:
    """The lexicon without context, which never turns a word round."""
    assert sample.plain is not None
    return scores(measure_tags(sample.plain, sample))


TASK = Task(
    "tagger",
    "Praise and complaint, word by word",
    "many to many",
    (Variant("tagger", "LSTM", 16),),
    "polar accuracy",
    False,
    measure,
    baseline,
)
