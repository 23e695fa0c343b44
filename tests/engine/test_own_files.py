"""What Gatescope saves is told apart, and says what it is wherever it is opened as something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import GatescopeError, SessionError
from engine.lessons import answers, class_task
from engine.lessons.answers import AnswerSheet
from engine.lessons.class_task import ClassTask
from engine.named_file import named_file
from engine.network.opening import open_network
from engine.own_files import ANSWERS, EDITS, OWN_FILES, TASK, VIEW, OwnFile, kind_of
from engine.replay.edit_texts import parse_all
from engine.session import edits_file, view_file
from engine.session.state import PaneState, ReviewState, SessionState

STATE = SessionState(panes=(PaneState(bundled="lstm"),), review=ReviewState(text="good"))
SAVE: dict[OwnFile, Callable[[Path], None]] = {
    VIEW: lambda path: view_file.save(STATE, path),
    TASK: lambda path: class_task.save(ClassTask("T", "Q?", "value", {}, STATE), path),
    ANSWERS: lambda path: answers.save(AnswerSheet("Kim"), path),
    EDITS: lambda path: edits_file.save(parse_all(["lstm[1]=off"]), path),
}
LOAD: dict[OwnFile | None, Callable[[Path], object]] = {
    VIEW: view_file.load,
    TASK: class_task.load,
    ANSWERS: answers.load,
    EDITS: edits_file.load,
    None: open_network,
}


def test_every_kind_is_saved_and_loaded_here() -> None:
    assert set(SAVE) == set(OWN_FILES) == set(LOAD) - {None}


@pytest.mark.parametrize("saved", OWN_FILES, ids=lambda kind: kind.suffix)
@pytest.mark.parametrize("opened_as", LOAD, ids=lambda kind: getattr(kind, "suffix", "model"))
def test_what_is_opened_the_wrong_way_says_what_it_is(
    tmp_path: Path, saved: OwnFile, opened_as: OwnFile | None
) -> None:
    path = tmp_path / f"a{saved.suffix}"
    SAVE[saved](path)
    if opened_as is saved:
        LOAD[opened_as](path)
        return
    with pytest.raises(GatescopeError) as caught:
        LOAD[opened_as](path)
    assert str(caught.value).endswith(saved.says.template.format(name=path.name))


@pytest.mark.parametrize("kind", OWN_FILES, ids=lambda kind: kind.suffix)
def test_a_kind_is_known_by_its_name_and_in_json_by_how_it_begins(
    tmp_path: Path, kind: OwnFile
) -> None:
    SAVE[kind](tmp_path / f"A{kind.suffix.upper()}")
    SAVE[kind](tmp_path / "sent by mail.json")
    for name in (f"A{kind.suffix.upper()}", "sent by mail.json"):
        assert kind_of(tmp_path / name) is kind
    (tmp_path / "other.json").write_text('{"note": "a Gatescope view"}')
    assert kind_of(tmp_path / "other.json") is kind_of(tmp_path / "none.json") is None
    cut = tmp_path / "cut.edits.json"
    cut.write_text('{"form')
    assert kind_of(cut) is EDITS, "what is damaged is what its name says, and is refused as such"
    with pytest.raises(SessionError, match="has no edits"):
        edits_file.load(cut)


def test_a_file_is_named_as_people_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert named_file("~/a model.keras") == tmp_path / "a model.keras"
    assert named_file((tmp_path / "a model.keras").as_uri()) == tmp_path / "a model.keras"
    (tmp_path / "odd\\name.h5").write_text("")
    assert named_file(str(tmp_path / "odd\\name.h5")).name.endswith("name.h5")
    assert named_file("~nobody-of-this-name/a.h5").name == "a.h5"
