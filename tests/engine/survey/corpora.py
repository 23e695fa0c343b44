"""Small corpora made in memory."""

from __future__ import annotations

import numpy as np

from engine.sequence import Sequence
from engine.survey.corpus_inputs import CorpusInputs
from engine.text.dictionary import imdb
from engine.text.encoding import DEFAULT


def ids(
    rows: int, steps: int, seed: int = 0, words: int = 60, longest_padding: int = 4
) -> CorpusInputs:
    """Random ids, padded in front, with labels of 0, 1 and, of every seventh, none."""
    random = np.random.default_rng(seed)
    inputs = random.integers(1, words, (rows, steps)).astype(np.int32)
    added = random.integers(0, min(longest_padding, steps - 1) + 1, rows)
    padding = np.arange(steps) < added[:, None]
    inputs[padding] = 0
    labels = random.integers(0, 2, rows).astype(np.int8)
    labels[6::7] = -1
    return CorpusInputs(
        inputs,
        padding,
        (inputs == 2) & ~padding,
        labels,
        (steps - added).astype(np.int32),
        np.arange(rows) + 100,
        lambda row: Sequence(inputs[row], tuple(map(str, inputs[row])), padding[row]),
        "a made corpus",
        imdb(),
        DEFAULT,
    )
