"""View files: relative paths, what is looked for, and what is missing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from engine.errors import GatescopeError, SessionError
from engine.lessons import answers, class_task
from engine.own_files import VIEW, kind_of
from engine.session import edits_file, view_file
from engine.session.references import Kind, Reference, located, replaced, without
from engine.session.saved_file import MAX_BYTES
from engine.session.state import (
    ColourState,
    DictionaryState,
    NumbersState,
    PaneState,
    ReviewState,
    SessionState,
)
from engine.session.view_file import load, save
from engine.text.sources.reference import SourceReference


def state_of(folder: Path) -> SessionState:
    """A state that needs a file of each kind, all of which are in one folder."""
    for name in ("mine.keras", "words.json", "reviews.csv", "wind.csv"):
        (folder / name).write_text("x")
    return SessionState(
        panes=(
            PaneState("LSTM(8)", bundled="lstm"),
            PaneState(
                "mine",
                file=str(folder / "mine.keras"),
                sha256="ab",
                dictionary=DictionaryState(str(folder / "words.json"), 3),
            ),
        ),
        review=ReviewState(SourceReference("table", str(folder / "reviews.csv")), 5),
        numbers=NumbersState("file", str(folder / "wind.csv")),
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the files are."""
    folder = tmp_path / "work" / "data"
    folder.mkdir(parents=True)
    return folder


def test_files_near_the_view_are_named_from_there(data: Path, tmp_path: Path) -> None:
    state = state_of(data)
    views = {}
    for name, folder in (("in", data), ("above", data.parent), ("beside", data.parent / "views")):
        folder.mkdir(exist_ok=True)
        save(state, folder / f"{name}.gatescope")
        views[name] = json.loads((folder / f"{name}.gatescope").read_text(encoding="utf-8"))
    assert views["in"]["panes"][1]["file"] == "mine.keras"
    assert views["in"]["panes"][1]["dictionary"] == {"path": "words.json", "offset": 3}
    assert views["above"]["review"]["source"]["path"] == "data/reviews.csv"
    assert views["beside"]["numbers"]["file"] == "../data/wind.csv"
    assert "file" not in views["in"]["panes"][0]


def test_a_view_that_moves_with_its_files_finds_them(data: Path, tmp_path: Path) -> None:
    state = state_of(data)
    save(state, data.parent / "my.gatescope")
    moved = tmp_path / "elsewhere"
    data.parent.rename(moved)
    read, notes = load(moved / "my.gatescope")
    found, missing = located(read, moved)
    assert notes == [] and missing == []
    assert found == state_of(moved / "data")


def test_what_is_not_where_it_was_is_looked_for_beside_the_view(tmp_path: Path) -> None:
    (tmp_path / "mine.keras").write_text("x")
    for file in ("/home/her/models/mine.keras", "C:\\models\\mine.keras", "models/mine.keras"):
        found, missing = located(SessionState((PaneState("mine", file=file),)), tmp_path)
        assert missing == []
        assert found.panes[0].file == str(tmp_path / "mine.keras")


def test_what_is_missing_is_named(data: Path, tmp_path: Path) -> None:
    state = state_of(data)
    for path in data.iterdir():
        path.unlink()
    unknown = PaneState("new", bundled="transformer", sha256="cd")
    state = SessionState((*state.panes, unknown), review=state.review, numbers=state.numbers)
    _, missing = located(state, tmp_path)
    assert missing == [
        Reference("model", "mine", str(data / "mine.keras"), "ab", 1),
        Reference("dictionary", "mine", str(data / "words.json"), "", 1),
        Reference("reviews", "reviews.csv", str(data / "reviews.csv")),
        Reference("numbers", "wind.csv", str(data / "wind.csv")),
        Reference("model", "new", "transformer.keras", "cd", 2),
    ]


def test_other_files_take_the_place_of_those_that_are_missing(tmp_path: Path) -> None:
    state = SessionState(
        (PaneState("new", bundled="transformer"), PaneState("mine", file="gone.keras")),
        numbers=NumbersState("file", "gone.csv"),
    )
    _, missing = located(state, tmp_path)
    files = {each: tmp_path / f"there{n}" for n, each in enumerate(missing)}
    there = replaced(state, files)
    assert [pane.bundled for pane in there.panes] == ["", ""]
    by_kind = {each.name: str(path) for each, path in files.items()}
    assert [pane.file for pane in there.panes] == [by_kind["new"], by_kind["mine"]]
    assert there.numbers.file == by_kind["gone.csv"]


def test_an_unknown_bundled_model_is_found_beside_the_view(tmp_path: Path) -> None:
    """Where a person is told to put it."""
    (tmp_path / "transformer.keras").write_text("x")
    state = SessionState((PaneState("new", bundled="transformer"), PaneState(bundled="lstm")))
    found, missing = located(state, tmp_path)
    assert missing == [] and found.panes[1] == state.panes[1]
    assert found.panes[0] == PaneState("new", file=str(tmp_path / "transformer.keras"))


@pytest.mark.parametrize("reads", ["review", "numbers"])
def test_what_was_of_a_missing_reading_goes_with_it(reads: str) -> None:
    state = SessionState(
        reads=reads, step=97, edits=("word 5=great",), selected="0-3", carried=2, focus=0
    )
    kinds: dict[str, Kind] = {"review": "reviews", "numbers": "numbers"}
    for kind in ("review", "numbers"):
        left = without(state, [Reference(kinds[kind], "x.csv", "x.csv")])
        assert left == (SessionState(reads=reads, focus=0) if kind == reads else state)


def test_the_place_of_colours_that_is_not_there_stays_as_it_stands() -> None:
    panes = (PaneState(file="gone.keras"), PaneState(bundled="lstm"))
    left = without(
        SessionState(panes, colours=ColourState(7)), [Reference("model", "", "", place=0)]
    )
    assert left.colours == ColourState(7)


def test_data_has_its_digest_as_it_is_asked_for(tmp_path: Path) -> None:
    words = PaneState(bundled="lstm", dictionary=DictionaryState("words.json", sha256="ab"))
    state = SessionState(
        (words,),
        review=ReviewState(SourceReference("table", "r.csv"), 1, sha256="cd"),
        numbers=NumbersState("file", "n.csv", sha256="ef"),
    )
    _, missing = located(state, tmp_path)
    assert [(each.kind, each.sha256) for each in missing] == [
        ("dictionary", "ab"),
        ("reviews", "cd"),
        ("numbers", "ef"),
    ]


def test_without_what_is_missing_the_rest_stays(data: Path) -> None:
    state = state_of(data)
    panes = (state.panes[1], state.panes[0], PaneState("GRU(8)", bundled="gru"))
    state = SessionState(
        panes, 2, review=state.review, numbers=state.numbers, colours=ColourState(1, "f", 2)
    )
    lost = [Reference("model", "mine", "", "", 0), Reference("numbers", "wind.csv", "")]
    left = without(state, lost)
    assert left.panes == panes[1:]
    assert left.focus == 1 and left.colours == ColourState(0, "f", 2)
    assert left.numbers == NumbersState() and left.review == state.review
    left = without(state, [Reference("model", "LSTM(8)", "", "", 1)])
    assert left.focus == 1 and left.colours == ColourState(0, "", None)
    left = without(state, [Reference("model", "GRU(8)", "", "", 2)])
    assert left.focus is None and left.colours == state.colours
    left = without(
        state, [Reference("dictionary", "mine", "", "", 0), Reference("reviews", "x", "")]
    )
    assert left.panes[0].dictionary is None and left.review == ReviewState()
    assert left.panes[1:] == panes[1:] and left.numbers == state.numbers


@pytest.mark.parametrize("file", ["a\0b.keras", "x" * 5000, "/root/../../..", ""])
def test_names_that_no_file_can_have_are_missing(file: str, tmp_path: Path) -> None:
    _, missing = located(SessionState((PaneState("m", file=file),)), tmp_path / "none")
    assert [each.kind for each in missing] in (["model"], [])


def test_views_are_told_from_other_files(data: Path) -> None:
    save(SessionState(), data / "a.gatescope")
    save(SessionState(), data / "b.json")
    (data / "c.json").write_text('{"class_name": "Tokenizer"}')
    (data / "d.keras").write_text("Gatescope view")
    names = ("a.gatescope", "b.json", "c.json", "d.keras", "gone.json", "gone.gatescope")
    assert [kind_of(data / name) is VIEW for name in names] == [
        True,
        True,
        False,
        False,
        False,
        True,
    ]


def test_what_cannot_be_read_or_written_is_said(data: Path) -> None:
    with pytest.raises(SessionError, match="cannot be read"):
        load(data / "gone.gatescope")
    with pytest.raises(SessionError, match="cannot be written"):
        save(SessionState(), data / "no folder" / "x.gatescope")
    large = data / "large.gatescope"
    large.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(SessionError, match="too large"):
        load(large)
    large.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SessionError, match="no view of Gatescope"):
        load(large)


@pytest.mark.parametrize("kind", [view_file, edits_file, class_task, answers])
def test_where_a_file_stops_being_json_is_said(tmp_path: Path, kind: ModuleType) -> None:
    (tmp_path / "own").write_text('{\n "version": 1,,\n}')
    with pytest.raises(GatescopeError, match=r"^own is damaged .* at line 2, column \d+\. [CS]"):
        kind.load(tmp_path / "own")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes on Windows")
@pytest.mark.parametrize("kind", [view_file, edits_file, class_task, answers])
@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, kind: ModuleType, content: str) -> None:
    """As a model is: it is not damaged, and of no kind."""
    (tmp_path / "own").write_text(content)
    with pytest.raises(GatescopeError, match=r"^own is empty\. Copy or save it again\.$"):
        kind.load(tmp_path / "own")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    for name in ("pipe.gatescope", "pipe.json"):
        os.mkfifo(tmp_path / name)
        with pytest.raises(SessionError, match="not a file"):
            load(tmp_path / name)
    assert kind_of(tmp_path / "pipe.json") is not VIEW


def test_half_a_surrogate_pair_is_kept_and_other_letters_stay_readable(tmp_path: Path) -> None:
    path = tmp_path / "v.gatescope"
    state = SessionState(
        (PaneState(file="/tmp/a\udcff.keras"),), review=ReviewState(text="글 \ud83d!")
    )
    save(state, path)
    assert load(path) == (state, [])
    assert "글" in path.read_text(encoding="utf-8")


def test_reviews_of_keras_that_are_not_in_the_cache_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    state = SessionState(review=ReviewState(SourceReference("keras", split="test"), 3))
    save(state, tmp_path / "v.gatescope")
    found, missing = located(load(tmp_path / "v.gatescope")[0], tmp_path)
    assert missing == [Reference("reviews", "imdb.npz", "imdb.npz")]
    there = replaced(found, {missing[0]: tmp_path / "other.npz"})
    assert there.review.source == SourceReference("keras", str(tmp_path / "other.npz"), "test")
    (tmp_path / "keras" / "datasets").mkdir(parents=True)
    (tmp_path / "keras" / "datasets" / "imdb.npz").write_bytes(b"")
    assert located(state, tmp_path) == (state, [])


def test_letters_that_are_not_utf_8_are_said(tmp_path: Path) -> None:
    path = tmp_path / "v.gatescope"
    save(SessionState(review=ReviewState(text="좋은 영화")), path)
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp949"))
    state, notes = load(path)
    assert "�" in state.review.text and "UTF-8" in str(notes[0]) and len(notes) == 1
