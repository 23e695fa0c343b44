"""The split of the lecture: ``sklearn.model_selection.train_test_split``, indices only.

The same numbers as scikit-learn's, without the second that importing it takes.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from engine.errors import TextError

Indices = npt.NDArray[np.int64]


def train_test_split(
    n: int, test_size: float = 0.2, random_state: int = 42
) -> tuple[Indices, Indices]:
    """Shuffle ``arange(n)`` and split it as scikit-learn does with this seed.

    ``test_size`` is the share of the second part (a float between 0 and 1) or its number ``k``.
    Returns the first part, ``(n - k,) int64``, and the second, ``(k,) int64``, both shuffled.

    Raises:
        TextError: a part would be empty.
    """
    tested = math.ceil(test_size * n) if isinstance(test_size, float) else test_size
    if not 0 < tested < n:
        raise TextError(
            "{count} reviews cannot be split so that {share} of them are held out. "
            "Both parts need at least one review.",
            count=n,
            share=test_size,
        )
    order = np.random.RandomState(random_state).permutation(n)
    return order[tested:].astype(np.int64), order[:tested].astype(np.int64)
