"""Words, ranks and ids; the asset against Keras's index."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import TextError
from engine.text.review import Encoding
from engine.text.vocabulary import Vocabulary

SMALL = Vocabulary([b"the", b"and", "caf\u00e9".encode(), b"1\r"])


def test_the_asset_has_the_order_of_keras(reference: dict[str, int]) -> None:
    words = list(Vocabulary.imdb())
    assert len(words) == 10_000
    assert words == sorted(reference, key=reference.__getitem__)[:10_000]


def test_the_asset_is_read_once() -> None:
    assert Vocabulary.imdb() is Vocabulary.imdb()
    assert Vocabulary.imdb().rank_of("the") == 1


def test_ranks() -> None:
    assert SMALL.rank_of("café") == 3
    assert SMALL.rank_of("film") is None
    assert "and" in SMALL and "film" not in SMALL
    assert [SMALL.word_at(rank) for rank in (0, 1, 4, 5, -1)] == [None, "the", "1\r", None, None]
    assert SMALL.ranks(b"  and the  film ").tolist() == [2, 1, 0]


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
    SMALL.write(tmp_path / "words.txt")
    assert Vocabulary.read(tmp_path / "words.txt").undecoded == SMALL.undecoded


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="cannot be read"):
        Vocabulary.read(tmp_path / "none.txt")
