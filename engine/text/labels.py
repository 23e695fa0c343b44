"""What people write where they mean positive or negative."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[str, str]
"""The word for positive and that for negative."""

_KNOWN: tuple[Pair, ...] = (
    ("1", "0"),
    ("1.0", "0.0"),
    ("pos", "neg"),
    ("positive", "negative"),
    ("긍정", "부정"),
)
_TOGETHER: tuple[Pair, ...] = (
    ("1", "-1"),
    ("good", "bad"),
    ("yes", "no"),
    ("true", "false"),
    ("좋음", "나쁨"),
)
"""Pairs that mean it where a column has no other word."""

_NONE = frozenset(("", "-1", "none", "nan", "unsup", "neutral", "중립"))
_MEANINGS = {
    **dict.fromkeys(_NONE, -1),
    **{word: meaning for pair in _KNOWN for word, meaning in zip(pair, (1, 0), strict=True)},
}

LABEL_PAIRS = ", ".join("/".join(pair) for pair in (*_KNOWN, *_TOGETHER))
"""All pairs, for messages."""


def read_label(written: str, pair: Pair | None = None) -> int | None:
    """1 positive, 0 negative, -1 none; None where it means nothing known.  The words of the
    ``pair`` mean what `pair_of` found."""
    word = written.strip().lower()
    if pair is not None and word in pair:
        return 1 if word == pair[0] else 0
    return _MEANINGS.get(word)


def pair_of(column: Iterable[str]) -> Pair | None:
    """The pair that a column has alone, beside what means no label; None where each of its words
    is known by itself, or one is not known."""
    words = {written.strip().lower() for written in column}
    return next((pair for pair in _TOGETHER if words - (_NONE - set(pair)) == set(pair)), None)
