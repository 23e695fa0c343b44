"""Ids of a text in a decoder's own list of names."""

from __future__ import annotations

import pytest

from engine.errors import TextError
from engine.text.named_ids import ids_by_names, start_of

WORDS = ("", "<start>", "<end>", "<unk>", "le", "film", "Paris")
LETTERS = ("\t", "\n", "a", "b", " ")


@pytest.mark.parametrize(
    ("names", "text", "ids"),
    [
        (WORDS, "le film", [1, 4, 5]),
        (WORDS, "<start> Le Paris", [1, 4, 6]),
        (WORDS, "un film <end>", [1, 3, 5, 2]),
        (WORDS, "", [1]),
        (LETTERS, "ab a", [0, 2, 3, 4, 2]),
        (LETTERS, "\tA", [0, 2]),
        (("start", "0", "1", "-"), "1-0", [0, 2, 3, 1]),
        (("a", "b"), "ba", [1, 0]),
    ],
)
def test_words_and_letters_behind_the_start_mark(
    names: tuple[str, ...], text: str, ids: list[int]
) -> None:
    assert ids_by_names(text, names).tolist() == ids


def test_a_word_that_is_none_is_named() -> None:
    with pytest.raises(TextError, match="“c” is none of the 5 words"):
        ids_by_names("ac", LETTERS)
    assert start_of(("a", "b", "c", "d", "start")) is None
