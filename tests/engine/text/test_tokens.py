"""The tokeniser, against a second one that is written differently."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from engine.text.tokens import START, Tokens, normalise, tokenize

ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates too


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
def test_tokens_are_the_words(text: str) -> None:
    words = tokenize(text)
    tokens = Tokens.split(normalise(text))
    assert len(tokens) == len(words)
    assert tokens == words
    assert tokens == tuple(words)
    assert tokens[:] == tuple(words)
    assert tokens[-3:1] == tuple(words)[-3:1]
    assert tokens.with_start() == [START, *words]
    for at in range(-len(words), len(words)):
        assert tokens[at] == words[at]
    for word in words:
        word.encode()  # can be drawn and written: no lone surrogate is left


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


def test_tokens_behave_like_a_tuple() -> None:
    tokens = Tokens.split(normalise("one two three"))
    assert list(tokens) == ["one", "two", "three"]
    assert "two" in tokens
    assert tokens != ["one", "two"]
    assert tokens != 3
    assert "one two three" in repr(tokens)
