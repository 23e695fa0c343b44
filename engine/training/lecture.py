"""What the lecture prints of Keras's own reviews, where the offline ones give other numbers.

``imdb.load_data(num_words=500)``, then ``train_test_split(test_size=0.2, random_state=42)``:
which reviews are in which part depends on the order within a class, which only Keras's own
file has.
"""

from __future__ import annotations

from engine.training.recipes import RECIPES, Recipe

MEAN, MEDIAN = 239.00925, 178.0
"""``np.mean(lengths), np.median(lengths)`` of the 20,000 training reviews."""

FIRST_LOADED = (218, (1, 14, 22, 16, 43))
"""``len(train_input[0])`` and its first ids as they are loaded, before the split."""

FIRST_LEARNED = 259
"""``len(train_input[0])`` after the split."""

FIRST_ROW = (10, 4, 20, 9, 2, 364, 352, 5)
"""How ``train_seq[0]`` begins, with ``maxlen=100``."""

_LECTURES = RECIPES["lstm"]


def splits_as_lecture(recipe: Recipe, limit: int | None) -> bool:
    """Whether the same places are learned from as in the lecture."""
    return limit is None and (recipe.test_size, recipe.split_seed) == (
        _LECTURES.test_size,
        _LECTURES.split_seed,
    )


def pads_as_lecture(recipe: Recipe) -> bool:
    """Whether ids and rows are made as in the lecture."""
    fields = ("num_words", "length", "padding", "truncating")
    return all(getattr(recipe, name) == getattr(_LECTURES, name) for name in fields)
