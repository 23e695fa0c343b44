"""`lexicon_of`: which words praise and which complain, by logistic regression on TF-IDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.tasks.tagger import REACH, STRONGEST, is_negation, polarity_of
from engine.text.dictionary import imdb
from engine.training.data import Data
from engine.training.lecture_baseline import MAX_ROUNDS, counts_of


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words by what they say.

    Attributes:
        polarity: ``(V,)``, 1 praise, -1 complaint, 0 neither, by id.
        negations: ``(K,)``, the ids of words that turn round what follows.
        words: what each id is called, ``V`` of them.
    """

    polarity: npt.NDArray[np.int8]
    negations: npt.NDArray[np.int32]
    words: tuple[str, ...]

    def facts(self) -> dict[str, Any]:
        """What a record says of it."""
        praise, complaint = (np.flatnonzero(self.polarity == sign).tolist() for sign in (1, -1))
        negations = self.negations.tolist()
        return {
            "rule": f"A word is praise or complaint if its coefficient in a logistic regression "
            f"(TF-IDF) on the training reviews is among the {STRONGEST} strongest of its sign; "
            f"the other way round up to {REACH} words after not, no or a word that ends with "
            f"n't. Nobody tagged the words by hand.",
            "praise": praise,
            "complaint": complaint,
            "negations": negations,
            "words": {str(id): self.words[id] for id in (*praise, *complaint, *negations)},
        }


def lexicon_of(data: Data, size: int) -> Lexicon:
    """The lexicon of so many ids, from the reviews that are learned from."""
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.linear_model import LogisticRegression

    counts = counts_of(list(data.training.ids), size)
    model = LogisticRegression(max_iter=MAX_ROUNDS)
    model.fit(TfidfTransformer().fit_transform(counts), data.training.labels)
    dictionary = imdb()
    words = tuple(dictionary.word_of(id) for id in range(size))
    negations = [id for id, word in enumerate(words) if is_negation(word)]
    polarity = polarity_of(model.coef_[0], dict(enumerate(words)))
    return Lexicon(polarity, np.array(negations, np.int32), words)
