"""`SessionState`: what is written is read again, and nothing that is damaged does harm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.checked import checked, plain
from engine.errors import Note, SessionError
from engine.numbers.generated import GENERATED
from engine.replay.edit_texts import MAX_EDITS
from engine.session.field_names import FIELD_NAMES, field_name
from engine.session.pane import MAX_PANES, MAX_UNITS
from engine.session.selected import selected_numbers, selected_text
from engine.session.state import (
    FORMAT,
    SCALES,
    VERSION,
    ColourState,
    DictionaryState,
    EncodingState,
    NumbersState,
    PaneState,
    ReviewState,
    SessionState,
    from_json,
    to_plain,
)
from engine.text.sources.reference import SourceReference
from tests.engine.replay.test_edit_texts import EDITS

names = st.text(st.characters(codec="utf-8"), max_size=20)
sides = st.sampled_from(("pre", "post"))
wholes = st.integers(0, 2**31 - 1)
optional_wholes = st.none() | wholes

states = st.builds(
    SessionState,
    panes=st.lists(
        st.builds(
            PaneState,
            name=names,
            bundled=names,
            file=names,
            sha256=names,
            layer=names,
            units=st.lists(st.integers(0, 1_000_000), max_size=MAX_UNITS).map(tuple),
            dictionary=st.none()
            | st.builds(
                DictionaryState,
                path=names,
                offset=st.none() | st.integers(-(2**31), 2**31 - 1),
                start=optional_wholes,
                unknown=optional_wholes,
            ),
        ),
        max_size=MAX_PANES,
    ).map(tuple),
    focus=st.none() | st.integers(0, MAX_PANES - 1),
    reads=st.sampled_from(("review", "numbers")),
    review=st.builds(
        ReviewState,
        source=st.builds(
            SourceReference,
            kind=st.sampled_from(("imdb", "keras", "table", "folder")),
            path=names,
            text=st.none() | names | wholes,
            header=st.booleans(),
        ),
        number=optional_wholes,
        text=names,
    ),
    encoding=st.builds(
        EncodingState,
        num_words=wholes,
        length=st.integers(1, 1000),
        padding=sides,
        truncating=sides,
    ),
    numbers=st.builds(
        NumbersState,
        source=st.sampled_from(("", "file", *GENERATED)),
        file=names,
        columns=st.lists(names, max_size=4).map(tuple),
        scale=st.sampled_from(("none", "minmax", "signed", "standard")),
        part=st.floats(0.01, 1.0),
        missing=st.sampled_from(("refuse", "drop", "fill")),
        length=st.integers(1, 100_000),
        stride=st.integers(1, 1_000_000),
        window=wholes,
        period=st.floats(2.0, 100_000.0),
        noise=st.floats(0.0, 10.0),
        seed=wholes,
    ),
    step=optional_wholes,
    colours=st.builds(
        ColourState,
        pane=st.integers(0, MAX_PANES - 1),
        key=names,
        unit=optional_wholes,
        scale=st.sampled_from(SCALES),
        future=st.booleans(),
    ),
    edits=st.lists(EDITS.map(str), max_size=3).map(tuple),
    carried=wholes,
    selected=st.sets(wholes, max_size=9).map(
        lambda them: selected_text(np.array([*them], np.int64))
    ),
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.sets(st.integers(0, 40)))
def test_selected_numbers_are_written_as_ranges(chosen: set[int]) -> None:
    text = selected_text(np.array([*chosen], np.int64))
    assert selected_numbers(text).tolist() == sorted(chosen)
    if chosen and len(chosen) == max(chosen) - min(chosen) + 1 > 1:
        assert text == f"{min(chosen)}-{max(chosen)}"


def test_as_many_as_a_snapshot_holds_are_selected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.session.selected.MAX_SELECTED", 3)
    assert selected_numbers("1-2, 4").tolist() == [1, 2, 4]
    with pytest.raises(ValueError, match="1-3"):
        selected_numbers("1-3, 9")


@pytest.mark.parametrize("text", ["a", "1,,2", "-3", "1-2-3", "0-4000000000", 7, None])
def test_what_selects_nothing_is_left_out(text: Any) -> None:
    state, notes = read(view(focus=1, selected=text))
    assert state == SessionState(focus=1) and "elected" in notes[0]


def read(data: Any) -> tuple[SessionState, list[str]]:
    """A state from plain data, and what is said about it."""
    state, notes = from_json(json.dumps(data), "a view")
    return state, [str(note) for note in notes]


def view(**parts: Any) -> dict[str, Any]:
    """A view file with these parts."""
    return {"format": FORMAT, "version": VERSION, **parts}


@settings(deadline=None)
@given(states)
def test_what_is_written_is_read_again_with_nothing_to_say(state: SessionState) -> None:
    assert read(to_plain(state)) == (state, [])


@settings(deadline=None)
@given(st.text() | anything.map(json.dumps))
def test_what_is_no_view_is_refused_with_a_sentence(content: str) -> None:
    with pytest.raises(SessionError, match=r"a view\.x .*\. [A-Z].*\.$"):
        from_json(content, "a view.x")


@settings(deadline=None)
@given(states, st.data())
def test_each_damaged_part_is_repaired_alone_and_named(state: SessionState, data: Any) -> None:
    part = data.draw(st.sampled_from([each.name for each in fields(SessionState)]))
    # Something is good: a view of which nothing is, is refused.
    state = replace(state, panes=(PaneState("x"),)) if part == "step" else replace(state, step=3)
    written = to_plain(state)
    written[part] = data.draw(anything)
    others = [each.name for each in fields(SessionState) if each.name != part]
    repaired, notes = read(written)
    for name in others:
        assert getattr(repaired, name) == getattr(state, name)
    assert read(to_plain(repaired)) == (repaired, []), "what was repaired is right"
    assert all(NAMED.match(note) for note in notes)


NAMED = re.compile(
    "|".join(
        re.escape(name.template).replace(re.escape("{place}"), r"\d+")
        for name in FIELD_NAMES.values()
    )
    + "|“|None of its networks"
)
"""How a note about a value begins: with what the window calls it."""


def paths(kind: Any, above: str = "") -> Iterator[str]:
    """Where the values of a dataclass stand in a view file."""
    hints = get_type_hints(kind)
    for each in fields(kind):
        path = f"{above}{each.name}"
        yield path
        inner = [hints[each.name], *get_args(hints[each.name])]
        holds_many = get_origin(hints[each.name]) is tuple and get_args(hints[each.name])
        if holds_many:
            path += ".#"
            yield path
        for hint in inner:
            if is_dataclass(hint):
                yield from paths(hint, f"{path}.")


def test_every_field_of_a_view_has_a_name_that_the_window_says() -> None:
    assert set(FIELD_NAMES) == set(paths(SessionState))
    for path in FIELD_NAMES:
        said = str(field_name(path.replace("#", "2")))
        assert "." not in said and "_" not in said.replace("num_words", "") and "{" not in said
        assert said[0].isupper()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_guide_has_every_field_of_a_view(language: str) -> None:
    page = Path(__file__).parents[3] / "docs" / "guide" / language / "window.md"
    row = re.compile(r"^\|(.+?)\|(.+)\|$", re.MULTILINE)
    rows = {
        name: set(re.findall(r"`(\w+)`", said))
        for fields_of, said in row.findall(page.read_text(encoding="utf-8"))
        for name in re.findall(r"`(\w+)`", fields_of)
    }
    for path in FIELD_NAMES:
        name, *below = [part for part in path.split(".") if part != "#"]
        assert name in rows and rows[name] >= set(below), path


def test_what_no_field_has_is_quoted_where_it_stands() -> None:
    assert str(field_name("lens")) == "“lens”"
    assert str(field_name("panes.3.tint")) == "Network 3: “tint”"
    assert str(field_name("a.b..7")) == "“a”: “b”: “”: “7”"


def test_a_view_of_which_nothing_can_be_used_says_so_and_why() -> None:
    newer = {**view(step=4, networks=[1]), "version": 99}
    with pytest.raises(SessionError, match=r"Nothing in a view .* newer Gatescope\. Update"):
        read(newer)
    with pytest.raises(SessionError, match=r"Nothing in a view .*Time step: “x” does not fit"):
        read(view(step="x"))
    state, notes = read(view(step=4, panes=7))
    assert state == SessionState(step=4)
    assert notes[0].startswith("Networks: 7 does not fit") and "stand in" in notes[1]
    assert read(view()) == (SessionState(), [])


def test_a_damaged_source_of_reviews_is_named_part_by_part() -> None:
    state, notes = read(
        view(review={"number": 2, "source": {"kind": "table", "header": "no", "sheet": 1}})
    )
    assert state.review == ReviewState(SourceReference("table"), 2)
    assert notes == [
        "First row of the table: “no” does not fit, and was left out.",
        "Source of the reviews: “sheet”: 1 does not fit, and was left out.",
    ]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "[" * 100_000, '{"format": "view"}'])
def test_a_damaged_file_is_refused(content: str) -> None:
    with pytest.raises(SessionError, match="no view of Gatescope"):
        from_json(content, "x")


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (None, "without a version"),
        (0, "of version 0,"),
        (-1, "of version -1,"),
        ("one", "of version “one”, and views have version 1. Write that"),
        (True, "of version true,"),
        (1.0, "of version 1.0,"),
    ],
)
def test_a_view_has_a_version(version: object, said: str) -> None:
    with pytest.raises(SessionError, match=re.escape(said)):
        read({"format": FORMAT, "version": version})


def test_where_a_view_stops_being_json_is_said() -> None:
    with pytest.raises(SessionError, match=r"not JSON at line 3, column \d+\. Correct it there"):
        from_json('{"format": "Gatescope view",\n "step": 4,\n "focus": 1,, }', "x")


def test_what_is_used_in_place_of_what_does_not_fit_is_said_as_it_stands_in_the_file() -> None:
    odd = view(step=-3, reads="both", encoding={"carries": None}, numbers={"skip": {"a": True}})
    state, notes = read({**odd, "focus": 9})
    assert state == SessionState(step=0)
    assert notes == [
        "Time step: -3 does not fit, and 0 is used.",
        "Whether a review or numbers are read: “both” does not fit, and “review” is used.",
        "Whether the state is carried from review to review: null does not fit, and false is used.",
        'Rows that are skipped: {"a": true} does not fit, and 0 is used.',
        "Network in focus: 9 does not fit, and was left out.",
    ]


def test_a_digest_of_data_is_no_part_of_what_a_view_must_have() -> None:
    digests = view(
        panes=[{"file": "a.keras", "dictionary": {"path": "w.json", "sha256": "ab"}}],
        review={"sha256": "cd"},
        numbers={"sha256": "ef"},
    )
    state, notes = read(digests)
    assert notes == [] and to_plain(state) == digests
    assert state.panes[0].dictionary == DictionaryState("w.json", sha256="ab")


def test_of_a_newer_version_what_is_unknown_is_named() -> None:
    state, notes = read(
        {
            **view(step=4, lens="wide", panes=[{"name": "x", "tint": 3}], edits=[{"gate": "f"}]),
            "version": VERSION + 1,
        }
    )
    assert state == SessionState(panes=(PaneState("x"),), step=4)
    said = "\n".join(notes)
    assert "newer version" in said and "“lens”" in said and "Network 1: “tint”" in said
    assert "Edit 1 of the reading was left out. “{'gate': 'f'}” is no edit" in said
    assert len(notes) == 4


def test_edits_are_texts_and_one_that_is_none_is_left_out_alone() -> None:
    state, notes = read(view(edits=["lstm.f = 0 @ 10-20", "lstm.f=0@0", 7, "off: move 7>3"]))
    assert state.edits == ("lstm.f=0@10-20", "off: move 7>3")
    assert [note.split(".")[0] for note in notes] == [
        "Edit 2 of the reading was left out",
        "Edit 3 of the reading was left out",
    ]
    assert "counted from 1" in notes[0]
    state, notes = read(view(edits=["delete 7"] * (MAX_EDITS + 1)))
    assert len(state.edits) == MAX_EDITS and f"the first {MAX_EDITS} are used" in notes[0]


@pytest.mark.parametrize("kind", [SessionState, PaneState, DictionaryState])
def test_a_field_admits_what_it_is_by_default(kind: type) -> None:
    notes: list[Note] = []
    written = json.loads(json.dumps(asdict(kind())))
    assert checked(kind, written, notes) == kind() and not notes


def test_numbers_beyond_their_bounds_are_brought_to_them() -> None:
    state, notes = read(
        view(
            encoding={"length": 5000, "num_words": -3},
            numbers={"part": 10**400, "period": float("nan"), "noise": -1, "stride": 2.0},
        )
    )
    assert state.encoding == EncodingState(length=1000)
    assert state.numbers == NumbersState()
    assert [note.split(":")[0] for note in notes] == [
        "Length of the review",
        "Size of the vocabulary",
        "Share of the rows that scaling looks at",
        "Period of the series",
        "Noise of the series",
        "Rows from window to window",
    ]
    assert "5000" in notes[0] and "1000" in notes[0]


def test_a_whole_number_may_stand_for_a_fraction_but_no_truth_for_a_number() -> None:
    state, notes = read(view(numbers={"period": 30, "noise": True}, step=True))
    assert state.numbers.period == 30.0 and type(state.numbers.period) is float
    assert state.step is None and len(notes) == 2


def test_units_and_panes_beyond_what_fits_are_left_out_and_said() -> None:
    state, notes = read(
        view(panes=[{"units": [*range(9)]}, {"units": [3, -1, "x"]}, 7, {"name": "fourth"}])
    )
    assert [pane.units for pane in state.panes] == [tuple(range(8)), (3,)]
    assert len(notes) == 5


def test_the_file_is_short_and_readable() -> None:
    state = SessionState(
        panes=(PaneState("LSTM(8)", bundled="lstm", units=(2, 0)),),
        review=ReviewState(number=14),
        step=44,
    )
    assert to_plain(state) == view(
        panes=[{"name": "LSTM(8)", "bundled": "lstm", "units": [2, 0]}],
        review={"number": 14},
        step=44,
    )
    assert plain(SessionState()) == {}
    assert replace(state, edits=()) == state


@pytest.mark.parametrize(("stretched", "scale"), [(True, "stretched"), (False, "fixed")])
def test_a_view_from_before_there_were_three_scales(stretched: bool, scale: str) -> None:
    content = json.dumps({"format": FORMAT, "version": 1, "colours": {"stretched": stretched}})
    state, notes = from_json(content, "old.gatescope")
    assert state.colours.scale == scale and notes == []
