"""Encoding, padding and cutting; `pad` against Keras's own function."""

from __future__ import annotations

import tracemalloc
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import TextError
from engine.text.dictionary import ranked
from engine.text.encoding import Encoding, pad
from engine.text.review import encode, from_ids

Side = Literal["pre", "post"]
SIDES = st.sampled_from(["pre", "post"])
SMALL = ranked(["the", "film", "is", "good", "bad"])
TEXT = "The film, the FILM is good; Zork!"

ENCODINGS = st.builds(
    Encoding,
    num_words=st.none() | st.integers(1, 12),
    skip_top=st.integers(0, 8),
    start_char=st.none() | st.integers(0, 3),
    oov_char=st.none() | st.integers(0, 9),
    index_from=st.integers(0, 5),
    length=st.none() | st.integers(1, 12),
    padding=SIDES,
    truncating=SIDES,
)
TEXTS = st.lists(
    st.sampled_from(["the", "film", "is", "good", "bad", "zork", "qux"]), min_size=1
).map(" ".join)


@given(
    st.lists(st.integers(-5, 2**31 - 1), max_size=30),
    st.integers(1, 20),
    SIDES,
    SIDES,
)
def test_pad_is_that_of_keras(
    keras: Any, ids: list[int], length: int, padding: Side, truncating: Side
) -> None:
    padded, (first, last) = pad(ids, length, padding, truncating)
    (expected,) = keras.utils.pad_sequences([ids], length, padding=padding, truncating=truncating)
    assert padded.dtype == np.int32
    np.testing.assert_array_equal(padded, expected)
    kept = ids[first:last]
    at = 0 if padding == "post" else length - len(kept)
    assert padded[at : at + len(kept)].tolist() == kept


def test_pad_without_a_length() -> None:
    padded, kept = pad([3, 1], None)
    assert padded.tolist() == [3, 1]
    assert kept == (0, 2)
    with pytest.raises(ValueError, match="at least one step"):
        pad([3, 1], 0)


def test_a_review() -> None:
    review = encode(TEXT, SMALL, Encoding(length=10))
    assert review.inputs.tolist() == [0, 0, 1, 4, 5, 4, 5, 6, 7, 2]
    assert review.steps == ("", "", "<start>", "the", "film", "the", "film", "is", "good", "zork")
    assert review.padding.tolist() == [True] * 2 + [False] * 8
    assert review.unknown.tolist() == [False] * 9 + [True]
    assert review.tokens == review.steps[2:]
    assert review.token_ids.tolist() == review.inputs.tolist()[2:]
    assert review.token_unknown.tolist() == [False] * 7 + [True]
    assert review.span == (0, 8)
    assert review.text == TEXT
    assert not review.all_unknown
    assert len(review) == 10


@pytest.mark.parametrize(
    ("truncating", "steps", "kept"),
    [("pre", ("is", "good", "zork"), (5, 8)), ("post", ("<start>", "the", "film"), (0, 3))],
)
def test_cut(truncating: Side, steps: tuple[str, ...], kept: tuple[int, int]) -> None:
    review = encode(TEXT, SMALL, Encoding(length=3, truncating=truncating))
    assert review.steps == steps
    assert review.span == kept
    assert len(review.tokens) == len(review.token_ids) == 8


@given(TEXTS, ENCODINGS)
def test_parts_fit(text: str, encoding: Encoding) -> None:
    try:
        review = encode(text, SMALL, encoding)
    except TextError as error:
        assert encoding.oov_char is None, error  # noqa: PT017  # either outcome is right, but no other error
        return
    first, last = review.span
    kept = ~review.padding
    assert len(review.steps) == len(review.inputs) == len(review.unknown) == len(review.padding)
    assert len(review.inputs) == (encoding.length or len(review.token_ids))
    np.testing.assert_array_equal(review.inputs[kept], review.token_ids[first:last])
    assert tuple(np.array(review.steps, object)[kept]) == tuple(review.tokens[first:last])
    assert not review.unknown[review.padding].any()
    assert (review.inputs[review.padding] == 0).all()
    for step, id, unknown in zip(review.steps, review.inputs, review.unknown, strict=True):
        if step not in ("", "<start>"):
            assert id == SMALL.id_of(step, encoding)
        if unknown:
            assert id == encoding.oov_char


@given(TEXTS, ENCODINGS, st.integers(1, 12))
def test_within_is_a_smaller_num_words(text: str, encoding: Encoding, size: int) -> None:
    limit = min(size, encoding.num_words or size)
    smaller = Encoding(**{**vars(encoding), "num_words": limit})
    if encoding.oov_char is not None and encoding.oov_char >= size:
        return  # such a network cannot read unknown words at all
    try:
        review = encode(text, SMALL, encoding)
        expected = encode(text, SMALL, smaller)
    except TextError:
        return
    within = review.within(size)
    np.testing.assert_array_equal(within.inputs, expected.inputs)
    np.testing.assert_array_equal(within.token_ids, expected.token_ids)
    np.testing.assert_array_equal(within.unknown, expected.unknown)
    assert within.steps == expected.steps
    assert within.span == expected.span
    assert list(within.tokens) == list(expected.tokens)
    assert within.within(size) is within


def test_within_changes_nothing() -> None:
    review = encode(TEXT, SMALL)
    assert review.within(8) is review
    assert review.within(10_000) is review
    with pytest.raises(TextError, match="drops unknown"):
        encode("good", SMALL, Encoding(oov_char=None)).within(5)


def test_arrays_are_read_only() -> None:
    review = encode(TEXT, SMALL)
    for array in (review.inputs, review.padding, review.unknown, review.token_ids):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_a_review_can_be_a_key() -> None:
    one, other = encode(TEXT, SMALL), encode(TEXT, SMALL)
    assert one == one and one != other
    assert len({one, other}) == 2


# -- ids as they stand -------------------------------------------------------------


def test_ids_as_they_stand() -> None:
    review = from_ids([1, 4, 2, 99], SMALL, Encoding(num_words=5, length=6))
    assert review.inputs.tolist() == [0, 0, 1, 4, 2, 99]
    assert review.steps == ("", "", "<start>", "the", "<unknown>", "#99")
    assert review.unknown.tolist() == [False] * 4 + [True, False]
    assert review.text == ""


@pytest.mark.parametrize(
    ("ids", "words"), [([], "no ids"), ([3, -1], "-1 cannot"), ([2**31], "2147483648 cannot")]
)
def test_ids_that_are_none(ids: list[int], words: str) -> None:
    with pytest.raises(TextError, match=words):
        from_ids(ids, SMALL)


# -- bad input ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_empty(text: str) -> None:
    with pytest.raises(TextError, match=r"no text to read\. Type or paste"):
        encode(text, SMALL)


def test_no_word() -> None:
    with pytest.raises(TextError, match="only punctuation"):
        encode("?!... --", SMALL)


def test_only_unknown_words() -> None:
    review = encode("zork qux", SMALL, Encoding(length=5))
    assert review.all_unknown
    assert review.inputs.tolist() == [0, 0, 1, 2, 2]
    with pytest.raises(TextError, match="drops unknown"):
        encode("zork qux", SMALL, Encoding(oov_char=None))


@pytest.mark.parametrize(
    "text",
    [
        "👍🏽 good 👩‍👩‍👧",
        "فيلم رائع جدا",
        "a\0b \x00",
        "\x01\x02\x7f\x1b[31m",
        "\ud800 good",
        "ﷺ\u202e",
    ],
)
def test_strange_text(text: str) -> None:
    review = encode(text, SMALL, Encoding(length=20))
    assert len(review) == 20
    assert review.text == text
    "".join(review.steps).encode()


def test_a_million_words() -> None:
    text = "The film is zork and good " * 166_667
    review = encode(text, SMALL)
    assert len(review.tokens) == 1_000_003
    assert review.steps[-1] == "good"
    assert review.tokens[500_000] == "film"
    tracemalloc.start()
    encode(text, SMALL)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100e6


def test_one_endless_word() -> None:
    assert encode("a" * 5_000_000, SMALL).all_unknown
