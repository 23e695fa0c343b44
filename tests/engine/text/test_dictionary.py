"""Words, ranks and ids of a list by rank; the asset against Keras's index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import TextError
from engine.text.dictionary import imdb, ranked, read_ranked, write_ranked
from engine.text.encoding import Encoding

SMALL = ranked(["the", "and", "caf\u00e9", "1\r"])


def test_the_asset_has_the_order_of_keras(reference: dict[str, int]) -> None:
    words = list(imdb().tokenizer.numbers)
    assert len(words) == 10_000
    assert words == sorted(reference, key=reference.__getitem__)[:10_000]


def test_the_asset_is_read_once() -> None:
    assert imdb() is imdb()
    assert imdb().tokenizer.numbers["the"] == 1


def test_numbers_are_ranks() -> None:
    numbers, unknown = SMALL.numbers(SMALL.split("  And THE\tfilm, caf\u00e9"))
    assert numbers.tolist() == [2, 1, 0, 3]
    assert unknown.tolist() == [False, False, True, False]
    assert SMALL.is_imdb and not replace(SMALL, offset=2).is_imdb
    assert SMALL.agrees_with(imdb()) and not SMALL.agrees_with(replace(SMALL, start=None))


@pytest.mark.parametrize(
    ("encoding", "ids"),
    [
        (Encoding(), [4, 5, 6, 2]),
        (Encoding(num_words=6), [4, 5, 2, 2]),
        (Encoding(skip_top=5), [2, 5, 6, 2]),
        (Encoding(oov_char=None, num_words=6), [4, 5, None, None]),
        (Encoding(index_from=0, oov_char=9), [1, 2, 3, 9]),
    ],
)
def test_ids(encoding: Encoding, ids: list[int | None]) -> None:
    assert [SMALL.id_of(word, encoding) for word in ("the", "and", "café", "film")] == ids


def test_words_of_ids() -> None:
    names = [SMALL.word_of(id, Encoding()) for id in (0, 1, 2, 3, 4, 7, 8, 400)]
    assert names == ["", "<start>", "<unknown>", "#3", "the", "1\r", "#8", "#400"]


def test_a_file_comes_back(tmp_path: Path) -> None:
    words = SMALL.tokenizer.numbers
    write_ranked(words, tmp_path / "words.txt")
    assert read_ranked(tmp_path / "words.txt").tokenizer.numbers == words
    write_ranked([], tmp_path / "words.txt")
    assert not read_ranked(tmp_path / "words.txt").tokenizer.numbers


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="cannot be read"):
        read_ranked(tmp_path / "none.txt")
