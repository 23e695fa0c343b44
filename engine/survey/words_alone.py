"""What words alone say of the same reviews: TF-IDF with logistic regression, by two halves.

Every review is judged by a model that was fitted on the other half of the corpus, drawn by seed,
so that no review is judged by one that has seen it.  It reads the words that the network reads.
scikit-learn is optional here.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.progress import ShouldStop, check
from engine.survey.corpus_inputs import CorpusInputs

MAX_ROUNDS = 1000
"""Of the solver; it needs far fewer."""

MIN_REVIEWS = 5000
"""Of fewer labelled reviews the baseline learns too little to be compared: how right it is then says
how many reviews there are (61.8 % with 500 of IMDB, 79.2 % with 25,000)."""


def bag_of_words_is_right(
    inputs: CorpusInputs, seed: int = 0, should_stop: ShouldStop | None = None
) -> npt.NDArray[np.bool_]:
    """Whether the baseline says the label, ``(N,)``, of reviews that all have one.

    Raises:
        ReplayError: scikit-learn is not installed, there are no words, or too few reviews of
            either label.
        Cancelled: ``should_stop`` became true, between two fits.
    """
    labels = inputs.labels
    if inputs.inputs.ndim != 2:
        raise ReplayError("A baseline of words needs words.")
    rarer = int(min((labels == 0).sum(), (labels == 1).sum()))
    if len(labels) < MIN_REVIEWS or rarer < MIN_REVIEWS / 10:
        raise ReplayError(
            "A baseline of words learns too little from fewer than {count} reviews with labels, or "
            "fewer than {each} of one label. Let the network read more reviews.",
            count=f"{MIN_REVIEWS:,}",
            each=f"{MIN_REVIEWS // 10:,}",
        )
    try:
        from scipy.sparse import csr_matrix
        from sklearn.feature_extraction.text import TfidfTransformer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise ReplayError(
            "The baseline of words needs scikit-learn, which is not installed. Install it with: "
            "pip install scikit-learn"
        ) from error
    ids, read = inputs.inputs, ~inputs.padding
    rows = np.nonzero(read)[0]
    shape = (len(ids), int(ids.max(initial=0)) + 1)
    counts = csr_matrix((np.ones(len(rows)), (rows, ids[read])), shape)
    right = np.zeros(len(labels), bool)
    first_half = np.random.default_rng(seed).permutation(len(labels)) % 2 == 0
    for half in (first_half, ~first_half):
        check(should_stop)
        weighting = TfidfTransformer()
        model = LogisticRegression(max_iter=MAX_ROUNDS)
        check(should_stop)
        model.fit(weighting.fit_transform(counts[~half]), labels[~half])
        right[half] = model.predict(weighting.transform(counts[half])) == labels[half]
    return right
