"""The honest baseline: TF-IDF with logistic regression on the same split.

Keras's own LSTM example notes that IMDB is too small for an LSTM to beat it.  Measured
twice: on what the networks read (the last 100 words, 500 known ones), and on the whole
texts with every word.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.progress import finish
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.training.data import Data, load
from engine.training.recipes import RECIPES
from engine.training.record import versions

MAX_ROUNDS = 1000
"""Of the solver; it needs far fewer."""

PADDING = 0

Ids = npt.NDArray[np.int32]


def measure() -> dict[str, Any]:
    """Fit both; the record, with ``validation`` as in a training record."""
    recipe = RECIPES["lstm"]
    data: Data = finish(load(recipe))
    corpus = finish(ImdbReviews().prepare())
    full_text_encoding = Encoding(length=None)
    parts = (data.training, data.held_out)
    seen = fit([list(part.ids) for part in parts], data)
    return {
        "format": "gatescope baseline",
        "version": 1,
        "name": "baseline",
        "title": "TF-IDF with logistic regression",
        "settings": {
            "tokens": "ids, padding left out, start mark and unknown words kept",
            "tf_idf": {"ngrams": 1, "smooth_idf": True, "sublinear_tf": False, "norm": "l2"},
            "logistic_regression": {"penalty": "l2", "C": 1.0, "max_iter": MAX_ROUNDS},
        },
        "view": {"num_words": recipe.num_words, "length": recipe.length},
        **seen,
        "full_text": {
            "view": {
                "num_words": full_text_encoding.num_words,
                "length": full_text_encoding.length,
            },
            **fit([[corpus.ids(n) for n in part.numbers.tolist()] for part in parts], data),
        },
        "versions": versions() | {"scikit-learn": version("scikit-learn")},
        "data": data.source,
    }


def fit(texts: Sequence[Sequence[Ids]], data: Data) -> dict[str, Any]:
    """Fit on the first part, measure on the second.

    ``texts`` are the ids of each review, ``(T,)``, in a list for each part of ``data``.  Returns
    ``words``, the number of different ids, and ``validation``.
    """
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import log_loss

    words = 1 + max(int(ids.max(initial=0)) for part in texts for ids in part)
    training, held_out = (counts_of(part, words) for part in texts)
    weighting = TfidfTransformer()
    model = LogisticRegression(max_iter=MAX_ROUNDS)
    model.fit(weighting.fit_transform(training), data.training.labels)
    predictions = model.predict_proba(weighting.transform(held_out))[:, 1]
    right = (predictions > 0.5) == (data.held_out.labels > 0.5)
    return {
        "words": int(np.count_nonzero(training.sum(axis=0))),
        "validation": {
            "loss": round(float(log_loss(data.held_out.labels, predictions)), 4),
            "accuracy": round(float(right.mean()), 4),
            "reviews": len(predictions),
        },
    }


def counts_of(texts: Sequence[Ids], words: int) -> Any:
    """How often each id stands in each text: a sparse matrix ``(n, words)``, padding 0."""
    from scipy.sparse import csr_matrix

    rows = np.repeat(np.arange(len(texts)), [len(ids) for ids in texts])
    columns = np.concatenate(texts)
    real = columns != PADDING
    ones = np.ones(int(real.sum()), np.float64)
    return csr_matrix((ones, (rows[real], columns[real])), shape=(len(texts), words))
