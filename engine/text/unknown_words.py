"""Whether a dictionary knows the words of texts that it was not made for, said in a `Note`."""

from __future__ import annotations

from collections.abc import Iterable

from engine.counting import percent
from engine.errors import Note
from engine.text.dictionary import START, Dictionary
from engine.text.review import Review

MAX_UNKNOWN = 0.5
"""The share of words that may be unknown, 0 to 1: with more of them a network reads hardly anything
of a text.  The lecture's 500 words leave nearly a third of the reviews unknown."""


def unknown_notes(network: str, unknown: int, words: int, title: str) -> tuple[Note, ...]:
    """What is said where a network, by its name, does not know more than `MAX_UNKNOWN` of the
    ``words`` of ``title``; nothing where it knows them."""
    if unknown <= MAX_UNKNOWN * words:
        return ()
    return (
        Note(
            "{network} does not know {share} of the words of {corpus}: what is found here says "
            "little about texts in words that it knows.",
            network=network,
            share=percent(unknown / words, 0),
            corpus=title,
        ),
    )


def known_in(review: Review, dictionary: Dictionary, size: int | None) -> tuple[int, int]:
    """How many words of the whole text a network that knows ``size`` ids, or all of them, finds in
    another dictionary, and how many words there are."""
    words = dictionary.split(review.text)
    if not review.text:  # only ids are known, and what they are called
        marks = int(review.tokens[:1] == (START,))
        words = list(map(dictionary.tokenizer.rules.fold, review.tokens[marks:]))
    numbers, unknown = dictionary.numbers(words)
    if size is not None:
        unknown = unknown | (numbers + dictionary.offset >= size)
    return len(words) - int(unknown.sum()), len(words)


def unknown_in(reviews: Iterable[Review]) -> tuple[int, int]:
    """How many words of the whole texts a network reads as unknown or leaves out, and how many
    words there are; start marks and padding are no words."""
    unknown = words = 0
    for each in reviews:
        marks = int(each.tokens[:1] == (START,))
        kept = len(each.tokens) - marks
        left_out = 0
        if each.encoding.oov_char is None and each.text:
            left_out = max(0, len(each.dictionary.split(each.text)) - kept)
        unknown += int(each.token_unknown[marks:].sum()) + left_out
        words += kept + left_out
    return unknown, words
