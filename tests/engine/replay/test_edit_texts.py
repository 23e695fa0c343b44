"""The text of an edit says all of it, and what is no edit is said calmly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import EditError
from engine.replay.edit_texts import parse, parse_all
from engine.replay.edits import (
    STATES,
    Delete,
    Edit,
    GateEdit,
    Insert,
    Move,
    ReadOn,
    Replace,
    StateSet,
    UnitOff,
)

STEP = st.integers(0, 99_999)
SPAN = st.tuples(STEP, st.none() | STEP).map(
    lambda span: (span[0], None if span[1] is None else span[0] + span[1])
)
UNITS = st.none() | st.lists(st.integers(0, 600), min_size=1, unique=True).map(tuple)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
LAYER = st.sampled_from(
    ["lstm", "lstm_1", "both/forward", "rnn.lstm", "encoder/gru", "층 1", "a b"]
)
GATE = st.sampled_from(["f", "i", "o", "g", "z", "r", "n"])
ON = st.booleans()
CONTENT = (
    st.text(min_size=1).filter(str.strip)
    | st.integers(0, 2**31 - 1)
    | st.lists(NUMBER, min_size=1).map(tuple)
)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        lambda layer, key, units, span, value, on: GateEdit(
            layer, key, units, value, None, *span, on=on
        ),
        *(LAYER, GATE, UNITS, SPAN, NUMBER, ON),
    ),
    st.builds(
        lambda layer, key, units, span, factor, on: GateEdit(
            layer, key, units, None, factor, *span, on=on
        ),
        *(LAYER, GATE, UNITS, SPAN, NUMBER, ON),
    ),
    st.builds(
        lambda layer, key, units, span, value, on: StateSet(layer, key, units, value, *span, on=on),
        *(LAYER, st.sampled_from(sorted(STATES)), UNITS, SPAN, NUMBER, ON),
    ),
    st.builds(
        lambda layer, units, span, on: UnitOff(layer, units, *span, on=on),
        *(LAYER, UNITS, SPAN, ON),
    ),
    st.builds(Replace, STEP, CONTENT, on=ON),
    st.builds(Insert, STEP, CONTENT, on=ON),
    st.builds(Delete, STEP, on=ON),
    st.builds(Move, STEP, STEP, on=ON),
    st.builds(
        ReadOn,
        st.integers(1, 10_000),
        st.floats(0, 100),
        st.integers(0, 10**9 - 1),
        st.none() | st.integers(0, 1000),
        on=ON,
    ),
)


@given(EDITS)
def test_what_is_written_is_read_as_the_same(edit: Edit) -> None:
    assert parse(str(edit)) == edit
    assert hash(parse(str(edit))) == hash(edit)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("lstm.f=0@10-20", GateEdit("lstm", "f", None, 0.0, None, 9, 19)),
        ("lstm.f[3]*0.5@10-", GateEdit("lstm", "f", (2,), None, 0.5, 9, None)),
        ("lstm[3]=off", UnitOff("lstm", (2,))),
        ("lstm=off", UnitOff("lstm", None)),
        ("lstm.c=0@12", StateSet("lstm", "c", None, 0.0, 11, 11)),
        (" gru . z ", None),
        ("gru.z [1, 3-5] = -1e-3 @ 2 - 4", GateEdit("gru", "z", (0, 2, 3, 4), -0.001, None, 1, 3)),
        ("word 5=great", Replace(4, "great")),
        ("word 5= a = b ", Replace(4, "a = b")),
        ("id 5=17", Replace(4, 17)),
        ("row 5=0.5, 1", Replace(4, (0.5, 1.0))),
        ("insert 5=not", Insert(4, "not")),
        ("insert id 5=17", Insert(4, 17)),
        ("delete 7", Delete(6)),
        ("move 7>3", Move(6, 2)),
        ("off: delete 7", Delete(6, on=False)),
    ],
)
def test_texts(text: str, edit: Edit | None) -> None:
    if edit is None:
        with pytest.raises(EditError, match="is no edit"):
            parse(text)
    else:
        assert parse(text) == edit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no edit. Write one like lstm.f=0@10-20"),
        ("off:", "is no edit"),
        ("lstm", "is no edit"),
        ("lstm.f", "is no edit"),
        ("lstm.f=", "is no edit"),
        ("lstm.f=one", "is no edit"),
        ("lstm.f[]=1", "is no edit"),
        ("lstm.f[a]=1", "is no edit"),
        ("lstm.f=0@", "is no edit"),
        ("lstm.f=0@-3", "is no edit"),
        ("lstm.f=0@1-2-3", "is no edit"),
        ("insert 5", "is no edit"),
        ("delete x", "is no edit"),
        ("move 7", "is no edit"),
        ("id 5=x", "is no edit"),
        ("row 5=1,,2", "is no edit"),
        ("lstm.f=nan", "finite"),
        ("lstm.f*inf", "finite"),
        ("lstm.f=0@0", "counted from 1"),
        ("lstm.f=0@5-4", "first step comes before its last"),
        ("lstm.f[0]=0", "from 1"),
        ("lstm.f[5-4]=0", "units 5-4 are none"),
        ("lstm.f[1-999999999]=0", "are none"),
        ("lstm.c*0.5", "c is a state"),
        ("word 0=good", "counted from 1"),
        ("word 5= ", "no word in this edit"),
        ("id 5=9999999999", "cannot be the id"),
        ("move 0>1", "counted from 1"),
        ("word 5=" + "x" * 5000, "at most 4096 characters"),
    ],
)
def test_what_is_no_edit_is_said(text: str, said: str) -> None:
    with pytest.raises(EditError, match=said) as raised:
        parse(text)
    assert len(str(raised.value)) < 300


@given(st.text() | st.text("lstm.f[]=*@-0123456789off: word", max_size=20))
def test_any_text_is_an_edit_or_an_error(text: str) -> None:
    try:
        edit = parse(text)
    except EditError:
        return
    assert parse(str(edit)) == edit


def test_texts_in_order() -> None:
    assert parse_all(["delete 7", "lstm[1]=off"]) == (Delete(6), UnitOff("lstm", (0,)))
    with pytest.raises(EditError, match="more than 10,000"):
        parse_all(["delete 7"] * 10_001)
