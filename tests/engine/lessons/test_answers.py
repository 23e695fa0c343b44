"""Answers are handed in as a file and computed once more; no file is believed."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.__main__ import main
from engine.errors import Cancelled, GatescopeError
from engine.lessons import answer_table
from engine.lessons.answer_table import check_again, table, to_csv
from engine.lessons.answers import AnswerSheet, StudentAnswer, load, networks_of, save
from engine.lessons.class_task import ClassTask, ask
from engine.lessons.class_task import save as save_task
from engine.lessons.task_kinds import registry
from engine.lessons.task_kinds.put import TaskQuestion
from engine.library import MODELS
from engine.progress import finish
from engine.replay.export import harmless
from engine.session.state import PaneState, ReviewState, SessionState

VIEW = SessionState(panes=(PaneState(bundled="lstm"),), review=ReviewState(number=14_880))
TASK = ClassTask("When", "When does it turn?", "crossing", {}, VIEW)
LESSON = ClassTask("Padding", "Padding?", "padding", {}, VIEW)


def given(task: ClassTask, answer: str, lesson: str = "") -> StudentAnswer:
    """An answer as the window writes it down."""
    reading, question = ask(task)
    right = question.check(answer, None).right
    return StudentAnswer(task, answer, answer, right, 1, "2026-11-29", lesson, networks_of(reading))


def right_step() -> str:
    """The answer to `TASK`."""
    return str(ask(TASK)[1].right)


def test_answers_are_written_and_read(tmp_path: Path) -> None:
    sheet = AnswerSheet("김하늘", (given(TASK, "7"), given(LESSON, "2", "10d-padding")))
    path = tmp_path / "a.gatescope-answers"
    save(sheet, path)
    assert "김하늘" in path.read_text("utf-8")
    again, notes = load(path)
    assert not notes and again == sheet


def test_the_latest_answer_stands_and_counts_the_tries() -> None:
    sheet = AnswerSheet().with_answer(given(TASK, "7")).with_answer(given(LESSON, "1", "10d"))
    sheet = sheet.with_answer(given(TASK, right_step()))
    assert [(each.right, each.tries) for each in sheet.answers] == [(True, 2), (False, 1)]
    elsewhere = replace(VIEW, review=ReviewState(number=3))
    sheet = sheet.with_answer(given(replace(LESSON, view=elsewhere), "2", "10d"))
    assert len(sheet.answers) == 2 and sheet.answers[1].tries == 2, "one question of a lesson"
    sheet = sheet.with_answer(given(replace(TASK, view=elsewhere), "1"))
    assert len(sheet.answers) == 3, "another task"


def test_what_a_file_says_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.gatescope-answers"
    wrong = given(TASK, "7")
    save(AnswerSheet("A", (replace(wrong, right=True), given(LESSON, "2", "10d"))), path)
    sheet, _ = load(path)
    forged, honest = (check_again(each, tmp_path) for each in sheet.answers)
    assert (forged.right, forged.state) == (False, "differs")
    assert (honest.right, honest.state) == (True, "agrees")
    other = replace(wrong, networks=(replace(wrong.networks[0], sha256="00"),))
    assert check_again(other, tmp_path).state == "other networks"


def test_a_model_that_is_not_there_leaves_the_answer_as_it_is(tmp_path: Path) -> None:
    model = tmp_path / "home" / "mine.keras"
    model.parent.mkdir()
    shutil.copy(MODELS / "gru.keras", model)
    view = replace(VIEW, panes=(PaneState("mine", file=str(model)),))
    path = tmp_path / "a.gatescope-answers"
    save(AnswerSheet("A", (given(replace(TASK, view=view), "7"),)), path)
    assert str(model.parent) not in path.read_text("utf-8"), "no folder of the writer's"
    (each,) = load(path)[0].answers
    checked = check_again(each, tmp_path)
    assert checked.state == "unchecked" and "mine.keras is not here" in str(checked.says)
    shutil.copy(model, tmp_path)
    assert check_again(each, tmp_path).state == "agrees"


def test_the_answers_of_a_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name, answer in (("Ann", right_step()), ("=1+1", "7")):
        path = tmp_path / f"{len(files)}.gatescope-answers"
        save(AnswerSheet(name, (given(TASK, answer), given(LESSON, "2", "10d"))), path)
        files.append(path)
    found = table((path, load(path)[0]) for path in files)
    assert [row.right for row in found.rows] == [2, 1] and len(found.questions) == 2
    head, ann, formula = csv.reader(io.StringIO(to_csv(found)))
    assert head[:4] == ["name", "file", "right", "answered"] and head[4] == "When"
    assert ann[:5] == ["Ann", files[0].name, "2", "2", right_step()]
    assert formula[0] == "'=1+1" and formula[4:8] == ["7", "0", "1", "agrees"]
    assert main(["answers", *map(str, files), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [row["right"] for row in data] == [2, 1] and data[1]["answers"][0]["tries"] == 1
    assert main(["answers", *map(str, files), "--csv"]) == 0
    assert capsys.readouterr().out.replace("\r", "") == to_csv(found).replace("\r", "")
    forged = replace(given(TASK, "7"), right=True)
    save(AnswerSheet("Eve", (forged,)), files[0])
    assert main(["answers", str(files[0])]) == 1
    assert "wrong  When: 7  (differs)" in capsys.readouterr().out


@pytest.mark.parametrize("cell", ["=1", "+A1", "-cmd|x", "@x", " =1", "\t=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("-0.25") == "-0.25" and harmless(3) == 3 and harmless("a=b") == "a=b"


def test_what_is_wrong_in_a_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.gatescope-answers"
    path.write_text("[]")
    with pytest.raises(GatescopeError, match=r"a\.gatescope-answers has no answers"):
        load(path)
    save(AnswerSheet("A", (given(TASK, "7"), given(LESSON, "2", "10d"))), path)
    data = json.loads(path.read_text("utf-8"))
    data["answers"][0]["task"]["answer"]["asks"] = "sing"
    data["answers"][1]["tries"] = -3
    path.write_text(json.dumps(data))
    sheet, notes = load(path)
    assert [each.lesson for each in sheet.answers] == ["10d"] and sheet.answers[0].tries == 1
    assert "answers.1 was left out. There is no kind of task “sing”" in str(notes[0])
    assert "tries" in str(notes[1])
    path.write_text(json.dumps(data | {"version": 9}))
    with pytest.raises(GatescopeError, match="another version"):
        load(path)


def test_what_was_not_checked_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    view = replace(VIEW, panes=(PaneState("mine", file="mine.keras"),))
    made_up = [
        StudentAnswer(replace(TASK, title=f"T{n}", view=view), "1", "1", True) for n in "123"
    ]
    path = tmp_path / "a.gatescope-answers"
    save(AnswerSheet("Eve", (*made_up, given(TASK, right_step()))), path)
    found = table([(path, load(path)[0])])
    (row,) = found.rows
    assert (row.right, row.checked, len(row.answers)) == (1, 1, 4)
    assert [each.right for each in row.answers.values()] == [None, None, None, True]
    head, cells = csv.reader(io.StringIO(to_csv(found)))
    assert cells[2] == "1" and cells[head.index("T1") + 1] == "" and cells[-1] == "3"
    assert main(["answers", str(path)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Eve: 1 of 1 right, 3 not checked") and said.count("  ?  ") == 3
    assert main(["answers", str(path), "--json"]) == 1
    (data,) = json.loads(capsys.readouterr().out)
    assert data["checked"] == 1 and data["answers"][0]["right"] is None


def test_what_a_file_asks_cannot_lose_the_answers_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = replace(TASK, title="Bad", kind="date", options={"text": "3 March"})
    worse = replace(TASK, title="Worse", kind="value")
    sheets = [
        (
            tmp_path / "bad",
            AnswerSheet("B", tuple(StudentAnswer(t, "1", "1", True) for t in (bad, worse))),
        ),
        (tmp_path / "good", AnswerSheet("G", (given(TASK, right_step()),))),
    ]
    usual = registry.put

    def broken(kind: str, *rest: Any) -> TaskQuestion:
        if kind == "value":
            raise ZeroDivisionError("nobody thought of it")
        return usual(kind, *rest)

    monkeypatch.setattr("engine.lessons.class_task.put", broken)
    evil, good = table(sheets).rows
    assert [each.state for each in evil.answers.values()] == ["unchecked"] * 2
    assert "nobody thought of it" in str(list(evil.answers.values())[1].says)
    assert "is no date" in str(next(iter(evil.answers.values())).says)
    assert evil.right == 0 and good.right == 1


def test_only_the_tasks_that_are_given_beside_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    easier = replace(TASK, options={"level": "0.4"})
    called_lesson = given(replace(easier, title="L"), right_step(), "08a")
    lesson = given(LESSON, "2", "10d")
    theirs = given(TASK, right_step()), given(easier, right_step()), called_lesson, lesson
    sheet = AnswerSheet("A", theirs)
    path, beside = tmp_path / "a.gatescope-answers", tmp_path / "one.gatescope-task"
    save(sheet, path)
    save_task(TASK, beside)
    assert main(["answers", str(path), str(beside)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("A: 2 of 2 right, 2 not checked")
    assert "answers another task than those" in said.err


def test_no_more_is_taken_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_table, "MAX_SHEETS", 2)
    monkeypatch.setattr(answer_table, "MAX_QUESTIONS", 1)
    other = replace(TASK, title="Another")
    one = (Path("a"), AnswerSheet("A", (given(TASK, "7"), given(other, "7"))))
    steps, found = [], None
    work = answer_table.tabled([one, one])
    while found is None:
        try:
            steps.append(next(work))
        except StopIteration as end:
            found = end.value
    assert [(each.done, each.total) for each in steps] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert len(found.questions) == 1 and "left out: 2" in str(found.notes[0])
    with pytest.raises(GatescopeError, match="There are 3 files"):
        table([one] * 3)
    with pytest.raises(Cancelled):
        finish(answer_table.tabled([one], (), lambda: True))


def test_once_the_answer_is_shown_no_other_takes_its_place(tmp_path: Path) -> None:
    wrong = given(TASK, "7")
    sheet = AnswerSheet().with_answer(wrong).with_shown(TASK.key)
    sheet = sheet.with_answer(given(TASK, right_step()))
    (kept,) = sheet.answers
    assert (kept.answer, kept.right, kept.tries, kept.shown) == ("7", False, 2, True)
    path = tmp_path / "a.gatescope-answers"
    save(sheet, path)
    assert load(path)[0] == sheet
    head, cells = csv.reader(io.StringIO(to_csv(table([(path, sheet)]))))
    assert cells[head.index("answer shown")] == "1"
