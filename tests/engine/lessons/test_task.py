"""Tasks: what they ask is computed on their view, anew and by plain numpy; what cannot be is refused
by name."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.__main__ import main
from engine.errors import Cancelled, GatescopeError
from engine.explain.methods import explain
from engine.lessons.class_task import ClassTask, ask, from_data, load, save, to_data, with_files
from engine.lessons.lesson_checks.registry import ALL_CHECKS
from engine.lessons.task_kinds.put import TaskQuestion
from engine.lessons.task_kinds.registry import KINDS, MAX_STEPS, put
from engine.lessons.view_reading import ViewReading, read_view
from engine.library import LESSONS, MODELS
from engine.own_files import TASK, kind_of
from engine.session.state import NumbersState, PaneState, ReviewState, SessionState

VIEW = SessionState(
    panes=(PaneState(bundled="simple_rnn"), PaneState(bundled="lstm", units=(2,))),
    review=ReviewState(number=14_880),
)


def asked(kind: str, view: SessionState = VIEW, **options: str) -> tuple[ViewReading, TaskQuestion]:
    """A question about the view."""
    return ask(ClassTask("Title", "TaskQuestion?", kind, options, view))


def verdict(question: TaskQuestion, answer: str) -> bool:
    """Whether an answer is right."""
    return question.check(answer, None).right


def test_a_value_is_that_of_the_trace_within_its_tolerance() -> None:
    reading, question = asked("value", series="f", step="60", tolerance="0.02")
    trace = reading.panes[1].trace
    assert trace is not None and question.form == "number"
    right = float(trace.layers["lstm"].series["f"][59, 2])  # the unit that the view shows
    assert verdict(question, f"{right + 0.019}") and not verdict(question, f"{right + 0.021}")
    assert verdict(question, f"{right:.4f}".replace(".", ",")), "a decimal comma is understood"
    _, of_first = asked("value", network="1", step="60")
    first = reading.panes[0].trace
    assert first is not None and verdict(of_first, str(first.prediction[59]))
    with pytest.raises(GatescopeError, match="is no number"):
        question.check("much", None)


def test_a_crossing_is_the_first_after_a_word() -> None:
    reading, question = asked("crossing", level="0.5")
    trace = reading.panes[1].trace
    assert trace is not None
    above = np.asarray(trace.prediction) > 0.5
    words = np.flatnonzero(~trace.sequence.padding).tolist()
    first = next(step for before, step in pairwise(words) if above[before] != above[step])
    assert verdict(question, str(first + 1)) and not verdict(question, str(first + 2))
    _, loose = asked("crossing", level="0.5", tolerance="1")
    assert verdict(loose, str(first + 2)) and not verdict(loose, str(first + 3))


def test_the_strongest_word_is_that_of_the_method() -> None:
    reading, question = asked("strongest", method="gradxinput")
    trace = reading.panes[1].trace
    assert trace is not None
    scores = np.abs(explain(trace.network, trace.sequence, "gradxinput").scores)
    step = int(scores.argmax())
    word = trace.steps[step]
    assert question.form == "word"
    for text in (question.text, question.check(word, None).says):
        assert "by gradient × input" in str(text).lower() and "gradxinput" not in str(text)
    assert verdict(question, f" “{word.upper()}” ") and verdict(question, str(step + 1))
    assert not verdict(question, trace.steps[int(scores.argmin())])


def test_which_networks_are_right() -> None:
    reading, question = asked("right")
    answers = [float(pane.trace.answer) for pane in reading.panes if pane.trace is not None]
    assert reading.label is not None and len(question.choices) == 4
    right = [(answer > 0.5) == bool(reading.label) for answer in answers]
    place = {(False, False): 1, (True, False): 2, (False, True): 3, (True, True): 4}[tuple(right)]
    assert [verdict(question, str(n)) for n in range(1, 5)] == [n == place for n in range(1, 5)]
    with pytest.raises(GatescopeError, match="has no label"):
        asked("right", replace(VIEW, review=ReviewState(text="a good film")))


def test_a_state_is_reached_by_edits_of_the_sort_and_number_that_are_allowed() -> None:
    _, question = asked("reach", side="above", level="0.5", edits="1", only="gates")
    assert question.form == "edits"
    assert verdict(question, "lstm.f=1") and not verdict(question, "lstm.f=0.5@100")
    assert "allows 1" in str(question.check("lstm.f=1; lstm.i=1", None).says)
    for wrong, why in (
        ("word 99=great", "does not allow “word 99=great”"),
        ("read on 3", "does not read on"),
        ("lstm.q=1", "has no series|q"),
        ("nonsense", "is no edit"),
    ):
        with pytest.raises(GatescopeError, match=why) as error:
            said = question.check(wrong, None)
            assert not said.right
            raise GatescopeError(str(said.says))
        assert error.value
    begun = replace(VIEW, edits=("lstm.f=0",))
    _, held = asked("reach", begun, side="below", level="0.99", edits="1")
    assert not verdict(held, "word 99=bad"), "the task's own edit is taken away"
    assert verdict(held, "lstm.f=0; word 99=bad")


def test_every_question_of_the_lessons_is_a_task_and_one_choice_is_right(
    prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    assert ALL_CHECKS.keys() < KINDS.keys()
    for name in ALL_CHECKS:
        _, question = asked(name, **({"series": "h"} if name == "gate" else {}))
        places = range(1, len(question.choices) + 1)
        assert sum(verdict(question, str(place)) for place in places) == 1, name
        assert str(KINDS[name].title) != name, "people are told what it is"
        with pytest.raises(GatescopeError, match=f"1 to {len(question.choices)}"):
            question.check("0", None)


def test_a_question_about_a_cell_that_is_not_shown_asks_a_bundled_one() -> None:
    only = replace(VIEW, panes=VIEW.panes[1:])
    _, question = asked("adds", only)
    assert "SimpleRNN" not in str(question.text) and len(question.choices) == 2


@pytest.mark.parametrize(
    ("kind", "options", "why"),
    [
        ("value", {"step": "101"}, r"step “101”; there are 1 to 100"),
        ("value", {"network": "3"}, r"network “3”; there are 1 to 2"),
        ("value", {"series": "z"}, r"LSTM has no series “z”"),
        ("value", {"series": "f", "unit": "9"}, r"unit “9”; there are 1 to 8"),
        ("value", {"tolerance": "wide"}, r"tolerance=wide is no number"),
        ("crossing", {"level": "2"}, r"never crosses 2"),
        ("strongest", {"method": "guess"}, r"no method guess"),
        ("reach", {"side": "beside"}, r"below, above"),
        ("reach", {"edits": "0"}, r"edits “0”; there are 1 to 100"),
        ("gate", {"series": "q"}, r"LSTM has no series “q”"),
        ("sing", {}, r"no kind of task “sing”"),
        ("value", {"colour": "red"}, r"no option “colour”"),
    ],
)
def test_what_cannot_be_computed_is_refused_by_name(
    kind: str, options: dict[str, str], why: str
) -> None:
    with pytest.raises(GatescopeError, match=why):
        asked(kind, **options)


def test_a_task_is_saved_and_found_elsewhere(tmp_path: Path) -> None:
    model = tmp_path / "class" / "mine.keras"
    model.parent.mkdir()
    shutil.copy(MODELS / "gru.keras", model)
    view = replace(VIEW, panes=(*VIEW.panes, PaneState("mine", file=str(model))))
    task = ClassTask(
        "Gate", "What is z?", "value", {"series": "z", "unit": "1", "step": "50"}, view
    )
    path = model.parent / "one.gatescope-task"
    save(task, path)
    assert (
        kind_of(path) is TASK and json.loads(path.read_text("utf-8"))["answer"]["asks"] == "value"
    )
    other = tmp_path / "student"
    shutil.copytree(model.parent, other)
    again, notes = load(other / path.name)
    assert not notes and again.key == task.key
    assert again.view.panes[2].file == "mine.keras"
    reading, question = ask(with_files(again, other))
    trace = reading.panes[2].trace
    assert trace is not None
    assert verdict(question, str(trace.layers["gru"].series["z"][49, 0]))
    (other / "mine.keras").unlink()
    with pytest.raises(GatescopeError, match=r"mine\.keras is not here, which the task needs"):
        with_files(again, other)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"format": "Gatescope view"}, "is no task of Gatescope"),
        ({"version": 2}, "another version of Gatescope"),
        ({"title": ""}, "title is no text of 1 to 200"),
        ({"question": "x" * 4001}, "question is no text of 1 to 4,000"),
        ({"answer": "0.5"}, "does not say what counts as an answer"),
        ({"answer": {"asks": "value", "step": ["1"]}}, "step is neither a number nor a short text"),
        ({"answer": {"asks": "exec"}}, "no kind of task “exec”"),
        ({"view": None}, "is no view of Gatescope"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_name(change: dict[str, object], why: str) -> None:
    data = to_data(ClassTask("Title", "TaskQuestion?", "value", {"step": "3"}, VIEW))
    assert from_data(data, "t")[0].options == {"step": "3"}
    with pytest.raises(GatescopeError, match=why):
        from_data(data | change, "t")


def test_numbers_are_read_as_the_view_has_them() -> None:
    view = SessionState(
        panes=(PaneState(file=str(LESSONS / "sine.keras")),),
        reads="numbers",
        numbers=NumbersState("sine", length=30, window=2, period=20.0),
    )
    reading = read_view(view)
    trace = reading.panes[0].trace
    assert trace is not None, reading.panes[0].problem
    rows = np.asarray(trace.sequence.inputs, float)[:, 0]
    wave = np.sin(2 * np.pi * np.arange(2, 2 + len(rows)) / 20)
    np.testing.assert_allclose(rows, wave, atol=1e-6)


def test_the_shell_asks_and_judges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.gatescope-task"
    save(ClassTask("Step", "When does it turn?", "crossing", {}, VIEW), path)
    assert main(["task", str(path)]) == 0
    assert "When does it turn?" in capsys.readouterr().out
    _, question = asked("crossing")
    assert main(["task", str(path), "--answer", str(question.right)]) == 0
    assert capsys.readouterr().out.startswith("right: At step ")
    assert main(["task", str(path), "--answer", "1", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["right"] is False and said["form"] == "number" and said["says"]
    assert main(["task", str(path), "--answer", "soon"]) == 2
    assert "“soon” is no number" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (5.0, "5"),
        (0.123456789, "0.123456789"),
        (1234567.25, "1234567.25"),
        (1e-7, "1e-07"),
    ],
)
def test_a_number_of_the_teachers_keeps_its_digits(value: float, text: str) -> None:
    data = to_data(ClassTask("Title", "Question?", "value", {}, VIEW))
    data["answer"]["tolerance"] = value
    assert from_data(json.loads(json.dumps(data)), "t")[0].options == {"tolerance": text}


@pytest.mark.parametrize("number", ["1" + "0" * 400, "1e400", "-1e400", "NaN"])
def test_a_number_that_is_none_is_refused_by_name(tmp_path: Path, number: str) -> None:
    path = tmp_path / "one.gatescope-task"
    save(ClassTask("Title", "Question?", "value", {"step": "7777"}, VIEW), path)
    path.write_text(path.read_text("utf-8").replace('"7777"', number), "utf-8")
    with pytest.raises(GatescopeError, match="step"):
        ask(load(path)[0])


def test_an_answer_that_takes_long_can_be_given_up() -> None:
    reading = read_view(VIEW)
    for kind, options in (("strongest", {"method": "ig"}), ("shuffle", {}), ("held", {})):
        assert put(kind, options, reading).right
        with pytest.raises(Cancelled):
            put(kind, options, reading, lambda: True)


def test_a_task_is_not_asked_about_more_steps_than_can_be_explained() -> None:
    sine = (PaneState(file=str(LESSONS / "sine.keras")),)
    numbers = NumbersState("sine", length=MAX_STEPS + 1, period=20.0)
    view = SessionState(panes=sine, reads="numbers", numbers=numbers)
    with pytest.raises(GatescopeError, match="reads 5,001 steps, and a task"):
        asked("strongest", view)
