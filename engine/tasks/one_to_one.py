"""One word in, praise or complaint out: a plain classifier, without time.

It learns from pairs: a word of a review, and whether that review is positive.  Most words
say nothing of that, so no classifier of single words is right much more often than not;
`POLAR` words are judged apart.
"""

from __future__ import annotations

import numpy as np

from engine.tasks.static import majority
from engine.tasks.task import Array, Measured, Sample, Task, Variant, binary

FIRST_WORD = 4
"""Ids below are padding, start mark, unknown words, and one that is nobody's."""


def of_reviews(ids: Array, labels: Array, polarity: Array) -> Sample:
    """Pairs from reviews ``(N, T)`` with labels ``(N,)``: each word of a review once, ``(M, 1)``.

    ``polarity (V,)``, 1, -1 or 0 for each id, says which pairs are judged apart.
    """
    words, targets = [], []
    for row, label in zip(ids, labels, strict=True):
        known = np.unique(row[row >= FIRST_WORD])
        words.append(known)
        targets.append(np.full(len(known), label, np.float32))
    inputs = np.concatenate(words).astype(np.int32)[:, None]
    return Sample(inputs, np.concatenate(targets), counts=polarity[inputs] != 0)


def measure(answers: Array, sample: Sample) -> Measured:
    """Cross-entropy and accuracy of probabilities ``(M,)``, of all words and of polar ones."""
    assert sample.counts is not None
    measured = dict(binary(answers, sample))
    return measured | {"polar accuracy": measured["accuracy"][sample.counts[:, 0]]}


def baseline(variant: Variant, sample: Sample) -> dict[str, float]:
    """Always giving the more frequent of two answers."""
    assert sample.counts is not None
    polar = Sample(sample.inputs, sample.targets[sample.counts[:, 0]])
    return majority(variant, sample) | {"polar accuracy": majority(variant, polar)["accuracy"]}


TASK = Task(
    "one_to_one",
    "One word in, praise or complaint out",
    "one to one",
    (Variant("one_to_one"),),
    "polar accuracy",
    False,
    measure,
    baseline,
)
