"""Whether methods rank the words alike.

Source: Spearman, The proof and measurement of association between two things (1904).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.explain.attribution import Floats


def agreement(scores: Sequence[Floats], counted: npt.NDArray[np.bool_]) -> Floats:
    """Spearman's rank correlation of attributions with each other.

    Args:
        scores: ``M`` attributions of one sequence, ``(T,)`` each.
        counted: ``(T,)``, which steps are compared: those that are no padding.

    Returns:
        ``(M, M)``, -1 to 1; NaN where one has the same score for every step, or fewer than two
        steps are compared.
    """
    from scipy.stats import rankdata  # half a second, and nobody else wants it

    count = len(scores)
    if counted.sum() < 2:
        return np.full((count, count), np.nan)
    ranks = np.stack([rankdata(each[counted]) for each in scores])
    with np.errstate(invalid="ignore", divide="ignore"):
        result: Floats = np.atleast_2d(np.corrcoef(ranks))
    return result
