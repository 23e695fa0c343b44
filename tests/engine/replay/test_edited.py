"""Edits of a sequence: words edited are the text typed so; rows of numbers likewise."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import EditError, TextError
from engine.replay.edit_texts import parse
from engine.replay.edited import edited
from engine.replay.edits import Delete, Edit, Insert, Move, Replace
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.dictionary import START, ranked
from engine.text.encoding import Encoding
from engine.text.review import Review, encode, from_ids
from tests.networks import text_network

WORDS = ("the", "film", "is", "good", "bad")
SMALL = ranked(WORDS)
SIDES = st.sampled_from(["pre", "post"])
ENCODINGS = st.builds(
    Encoding,
    num_words=st.none() | st.integers(6, 12),
    start_char=st.none() | st.just(1),
    oov_char=st.none() | st.just(2),
    length=st.none() | st.integers(1, 12),
    padding=SIDES,
    truncating=SIDES,
)
TEXTS = st.lists(st.sampled_from([*WORDS, "zork"]), min_size=1, max_size=9).map(" ".join)


def read(text: str, length: int | None = 8, **options: Any) -> Review:
    return encode(text, SMALL, Encoding(length=length, **options))


def words_of(review: Review) -> list[str]:
    """The words of the whole text, without the start mark."""
    return [token for token in review.tokens if token != START]


def assert_equal(one: Review, other: Review) -> None:
    for name in ("inputs", "padding", "unknown", "token_ids", "token_unknown"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
        assert getattr(one, name).dtype == getattr(other, name).dtype
    assert (one.steps, one.tokens, one.span) == (other.steps, other.tokens, other.span)


@given(TEXTS, ENCODINGS, st.data())
def test_words_edited_are_the_text_typed_so(
    text: str, encoding: Encoding, data: st.DataObject
) -> None:
    try:
        review = encode(text, SMALL, encoding)
    except TextError:
        return  # every word of it was dropped
    for _ in range(data.draw(st.integers(1, 3))):
        steps = [
            step
            for step, word in enumerate(review.steps)
            if word != START and not review.padding[step]
        ]
        if not steps:
            return  # only the start mark is read
        words = words_of(review)
        skipped = len(words) - len(steps) if encoding.truncating == "pre" else 0
        step, to = (data.draw(st.sampled_from(steps)) for _ in range(2))
        place, new = step - steps[0] + skipped, data.draw(TEXTS)
        change: Edit = data.draw(
            st.sampled_from(
                (Replace(step, new), Insert(step, new), Insert(steps[-1] + 1, new))
                + ((Delete(step),) if len(words) > 1 else ())
                + (Move(step, to),)
            )
        )
        if isinstance(change, Replace):
            words[place : place + 1] = new.split()
        elif isinstance(change, Insert):
            at = change.step - steps[0] + skipped
            words[at:at] = new.split()
        elif isinstance(change, Delete):
            del words[place]
        else:
            words.insert(to - steps[0] + skipped, words.pop(place))
        try:
            result = edited(review, (change,))
        except EditError as error:
            assert "cut off" in str(error) or encoding.oov_char is None  # noqa: PT017
            if "cut off" in str(error) and isinstance(change, Insert):
                assert encode(" ".join(words), SMALL, encoding).steps == review.steps
            return
        assert isinstance(result, Review)
        assert_equal(result, encode(" ".join(words), SMALL, encoding))
        review = result


def test_each_edit_acts_on_what_those_before_it_left() -> None:
    review = read("the film is good")  # 3 steps of padding, the start mark, words at 4 to 7
    edits = (Insert(7, "not"), Replace(7, "bad"), Move(6, 4), Delete(5, on=False))
    result = edited(review, edits)
    assert result.steps == ("", "", START, "the", "not", "film", "is", "bad")
    assert result.padding.tolist() == [True] * 2 + [False] * 6
    assert edited(review, ()) is review
    assert edited(review, (Delete(5, on=False),)) is review


def test_a_word_that_was_cut_comes_in() -> None:
    review = read("bad the film is good", length=3)
    assert edited(review, (Delete(2),)).steps == ("the", "film", "is")
    behind = read("bad the film is good", length=3, truncating="post")
    assert edited(behind, (Delete(1),)).steps == (START, "the", "film")


def test_an_id_is_read_as_it_stands() -> None:
    result = edited(read("the film"), (Replace(7, 7), Insert(6, 2)))
    assert result.inputs.tolist() == [0, 0, 0, 0, 1, 2, 4, 7]
    assert result.steps[-3:] == ("<unknown>", "the", "good")
    assert isinstance(result, Review)
    assert result.unknown.tolist() == [False] * 5 + [True, False, False]


def test_ids_that_were_given_as_padding_stay_padding() -> None:
    given_ids = from_ids([0, 0, 4, 5], SMALL, Encoding(length=None))
    shell = Review(**{**vars(given_ids), "padding": given_ids.inputs == 0})  # as the shell reads
    result = edited(shell, (Insert(2, "good"), Delete(0)))
    assert result.inputs.tolist() == [0, 7, 4, 5]
    assert result.padding.tolist() == [True, False, False, False]


def test_replay_carries_them_out_first() -> None:
    network = text_network("LSTM", 3, words=20, embedding=4)
    review = read("the film is good")
    edits = (parse("insert 8=not"), parse("lstm.f=0@8"))
    trace = replay(network, review, edits=edits)
    wanted = replay(network, read("the film is not good"), edits=edits[1:])
    assert trace.edits == edits
    assert trace.sequence.steps == trace.steps == wanted.steps
    np.testing.assert_array_equal(trace.prediction, wanted.prediction)
    assert not trace.layers["lstm"].series["f"][7].any()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delete 1", "no word at step 1. The words are at the steps 5 to 8"),
        ("delete 4", "no word at step 4"),  # the start mark
        ("word 9=good", "no word at step 9"),
        ("insert 4=good", "no word at step 4"),
        ("insert 10=good", "no word at step 10"),
        ("move 5>9", "no word at step 9"),
        ("move 3>5", "no word at step 3"),
        ("word 5=!?", "no word in it that can be read"),
        ("row 5=0.5", "a review has words"),
    ],
)
def test_what_is_not_there_in_a_review(text: str, said: str) -> None:
    with pytest.raises(EditError, match=said) as raised:
        edited(read("the film is good"), (parse(text),))
    assert f"“{text}”" in str(raised.value)


def test_the_only_word_and_one_that_nobody_would_read() -> None:
    with pytest.raises(EditError, match="only word"):
        edited(read("good"), (Delete(7),))
    full = read("the film is good", length=5)
    with pytest.raises(EditError, match="cut off, for all 5 steps are taken"):
        edited(read("bad the film is good", length=5), (Insert(0, "film"),))
    assert edited(full, (Insert(1, "bad"),)).steps == ("bad", "the", "film", "is", "good")


# -- numbers -------------------------------------------------------------------------------------


def numbers() -> Sequence:
    rows = np.arange(8, dtype=np.float32).reshape(4, 2)
    return Sequence(rows, ("a", "b", "c", "d"), np.zeros(4, bool), title="numbers")


def test_rows_are_replaced_inserted_deleted_and_moved() -> None:
    edits = tuple(map(parse, ("row 1=9,8", "insert row 5=7,6", "delete 2", "move 3>1")))
    result = edited(numbers(), edits)
    assert result.inputs.tolist() == [[6, 7], [9, 8], [4, 5], [7, 6]]
    assert result.inputs.dtype == np.float32
    assert result.steps == ("d", "a", "c", "+")
    assert len(result.padding) == 4
    assert result.title == "numbers"
    with pytest.raises(ValueError, match="read-only"):
        result.inputs[0] = 0
    assert numbers().inputs[0].tolist() == [0, 1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delete 5", "no step 5. There are 4"),
        ("insert row 6=1,2", "no step 6"),
        ("move 1>5", "no step 5"),
        ("row 1=1", "2 numbers a step. Name as many, as in row 5=0.5,0.5"),
        ("word 1=good", "2 numbers a step"),
    ],
)
def test_what_is_not_there_among_numbers(text: str, said: str) -> None:
    with pytest.raises(EditError, match=said):
        edited(numbers(), (parse(text),))


def test_ids_without_words() -> None:
    ids = Sequence(np.array([3, 4], np.int32), ("3", "4"), np.zeros(2, bool))
    assert edited(ids, (parse("id 2=9"), parse("insert id 3=5"))).inputs.tolist() == [3, 9, 5]
    with pytest.raises(EditError, match="ids without words"):
        edited(ids, (parse("word 1=good"),))
    with pytest.raises(EditError, match="only step"):
        edited(ids, (Delete(0), Delete(0)))
