"""The questions of the lessons, as kinds of task."""

from __future__ import annotations

from dataclasses import replace

from engine.lessons.checks.kind import CheckKind
from engine.lessons.lesson_checks.lesson_about import LECTURE, LessonAbout
from engine.lessons.lesson_checks.registry import LessonCheck
from engine.lessons.neighbours import table_of_words
from engine.lessons.question import About, AskedQuestion
from engine.lessons.task_kinds.put import Put, Stop, TaskQuestion, Verdict, choice_of
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.session.jobs import within
from engine.session.pane import Pane
from engine.training.preparation import prepare
from engine.training.recipes import RECIPES

BUNDLED = {"SimpleRNN": "simple_rnn", "LSTM": "lstm", "GRU": "gru"}
"""The bundled network of a kind, which is asked where the view shows none."""


def put_lesson_question(kind: CheckKind, put: Put) -> TaskQuestion:
    """A question of the lessons; of a kind of cell that the view does not show, a bundled network
    has read the same, as in the lesson."""
    pane = _pane_of_kind(put, put.options.get("kind", kind.kind))
    assert pane.trace is not None
    unit = put.whole("unit", 1, pane.shown.units, pane.units[0] + 1)
    options = {name: value for name, value in put.options.items() if name in kind.options}
    beside = None
    if "beside" in options:
        other = _pane_of_kind(put, options["beside"])
        assert other.trace is not None
        beside = About(other.trace, other.layer, other.units[0], options)
    about = About(pane.trace, pane.layer, unit - 1, options, beside)
    return _of_choices(kind.ask(about), put.should_stop)


def _of_choices(asked: AskedQuestion, should_stop: Stop) -> TaskQuestion:
    """A question of the lessons as one of a task."""
    right = asked.answer(should_stop)

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        return Verdict(choice_of(answer, len(asked.choices)) == right.right, right.says)

    choice = asked.choices[right.right]
    return TaskQuestion(asked.text, "choice", check, choice, asked.choices, asked.note)


def _pane_of_kind(put: Put, kind: str) -> Pane:
    panes, focus = put.reading.panes, put.place
    for pane in sorted(panes, key=lambda each: each is not panes[focus]):
        if (not kind or pane.shown.kind == kind) and pane.trace is not None:
            return pane
    if kind not in BUNDLED:
        return put.pane
    network = open_network(MODELS / f"{BUNDLED[kind]}.keras")
    prepared = within(network, put.reading.prepare(network, put.reading.sequence))
    return replace(Pane.of(network), trace=replay(network, prepared, should_stop=put.should_stop))


def put_lesson_check(kind: LessonCheck, put: Put) -> TaskQuestion:
    """A question about a lesson's own model, or about the reviews that are learned from."""
    reading = put.reading
    words = table_of_words([pane.network for pane in reading.panes])
    about = LessonAbout(
        put.options,
        _bundled,
        words=None if words is None else lambda: (words, reading.words(words)),
        prepared=lambda: prepare(reading.corpus(put.should_stop), RECIPES[LECTURE]),
    )
    return _of_choices(kind.ask(about), put.should_stop)


def _bundled(name: str) -> Network:
    return open_network(MODELS / f"{name}.keras")
