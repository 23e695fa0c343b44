"""How IMDB's reviews are cut, against a second way that is written differently."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from engine.text.tokenizers.rules import IMDB_RULES

ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates too


tokenize = IMDB_RULES.words


def plain_tokenize(text: str) -> list[str]:
    """Character by character, as the rule reads."""
    words = [""]
    for character in text:
        if character in '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n ':
            words.append("")
        else:
            words[-1] += character.lower() if character in string.ascii_uppercase else character
    return [word for word in words if word]


@given(st.text())
def test_agrees_with_the_rule(text: str) -> None:
    assert tokenize(text) == plain_tokenize(text)


@given(ANY_TEXT)
def test_every_word_can_be_drawn_and_written(text: str) -> None:
    words = tokenize(text)
    assert len(words) == len(plain_tokenize(text))
    for word in words:
        word.encode()  # no lone surrogate is left


@given(ANY_TEXT)
def test_whether_there_is_a_word(text: str) -> None:
    assert IMDB_RULES.has_word(text) == any(word.strip() for word in tokenize(text))


def test_examples() -> None:
    assert tokenize("It's GREAT -- isn't it?<br />10/10") == [
        "it's",
        "great",
        "isn't",
        "it",
        "br",
        "10",
        "10",
    ]
    assert tokenize("É\rÉ a\0b\x08 \u202bשלום\u202c 👍🏽") == [
        "É\rÉ",
        "a\0b\x08",
        "\u202bשלום\u202c",
        "👍🏽",
    ]
    assert tokenize("") == tokenize(" \t\n...") == []
