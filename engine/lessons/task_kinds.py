"""What a task may ask, one row each: the engine computes the answer on the view of the task.

The questions of the lessons (`engine.lessons.checks`) are kinds of task, too.  Networks, units and
steps are counted from 1, as a person sees them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.errors import EditError, LessonError, Note, ReplayError
from engine.explain.methods import METHODS, explain
from engine.explain.target import Target, check_read_at_once
from engine.lessons.asked import About, Asked
from engine.lessons.checks import CHECKS, CheckKind
from engine.lessons.lesson_checks import LECTURE, LESSON_CHECKS, LessonAbout, LessonCheck
from engine.lessons.neighbours import table_of_words
from engine.lessons.view_reading import ViewReading
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.edit_texts import parse_all
from engine.replay.edits import Edits, SequenceEdit, in_force, of_layers, reading_on
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.session.jobs import within
from engine.session.pane import Pane
from engine.session.signals import answer_of
from engine.training.preparation import prepare
from engine.training.recipes import RECIPES

Options = Mapping[str, str]
Stop = Callable[[], bool] | None
Form = Literal["choice", "number", "word", "edits"]
"""How a task is answered: one of several; a number; a word that was read; edits of the reading."""

BUNDLED = {"SimpleRNN": "simple_rnn", "LSTM": "lstm", "GRU": "gru"}
"""The bundled network of a kind, which is asked where the view shows none."""

MAX_EDITS = 100
"""Edits that a task may allow."""

MAX_STEPS = 5_000
"""Steps that a task may be asked about: what a method of attribution does with more takes minutes."""

_TIE = 1e-9
"""Words whose shares differ by less are both right."""


@dataclass(frozen=True)
class Verdict:
    """What the engine says of an answer.

    Attributes:
        right: whether it is right.
        says: how that was computed, with the numbers.
    """

    right: bool
    says: Note


@dataclass(frozen=True)
class TaskQuestion:
    """A task, put for the reading of its view.

    Attributes:
        text: what is asked, as the engine says it.
        form: how it is answered.
        check: judges an answer, as a person writes it.
        right: the right answer, for the teacher; for edits what is to be reached.
        choices: what there is to choose, for that form; the answer is a number from 1.
        note: what was done otherwise than the task asks, None if nothing.
    """

    text: Note
    form: Form
    check: Callable[[str, Stop], Verdict]
    right: Note
    choices: tuple[Note, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, eq=False)
class Put:
    """What is asked about.

    Attributes:
        reading: that of the task's view.
        options: what the task says.
        should_stop: asked now and then while the answer is computed.
    """

    reading: ViewReading
    options: Options
    should_stop: Stop = None

    def whole(self, option: str, low: int, high: int, usual: int | None = None) -> int:
        """A whole number of the task's, from 1, within bounds."""
        text = self.options.get(option, "")
        if not text and usual is not None:
            return usual
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise LessonError(
                "The task asks for {option} “{text}”; there are {low} to {high}. Change it with "
                "Save task.",
                option=option,
                text=text,
                low=low,
                high=high,
            )
        return number

    def number(self, option: str, usual: float, low: float = -math.inf) -> float:
        """A number of the task's, not below ``low``."""
        text = self.options.get(option, "")
        value = usual if not text else _number(text)
        if value is None or value < low:
            raise LessonError("{option}={text} is no number.", option=option, text=text)
        return value

    @property
    def place(self) -> int:
        """The place of the network that is asked, from 0: that of the task's, else the focused."""
        panes = self.reading.panes
        return self.whole("network", 1, len(panes), self.reading.focus + 1) - 1

    @property
    def pane(self) -> Pane:
        """Its pane, which has read.

        Raises:
            GatescopeError: it has not.
        """
        pane = self.reading.panes[self.place]
        if pane.problem is not None:
            raise pane.problem.anew()
        return pane

    @property
    def trace(self) -> Trace:
        """Its reading."""
        trace = self.pane.trace
        assert trace is not None, "a pane without a trace has a problem"
        return trace

    def step(self, trace: Trace) -> int:
        """The step, from 0; the last one where the task names none."""
        return self.whole("step", 1, len(trace), len(trace)) - 1

    def words(self, trace: Trace) -> list[int]:
        """The steps that are read, from 0: no padding."""
        padding = trace.sequence.padding
        count = len(trace.sequence)
        return [step for step in range(count) if step >= len(padding) or not padding[step]]

    def values(self) -> tuple[npt.NDArray[np.float64], Note]:
        """A number a step, ``(T,)``, and what it is: a series of a unit, or the answer p(t)."""
        key, pane, trace = self.options.get("series", ""), self.pane, self.trace
        if not key:
            values = np.asarray(answer_of(trace), np.float64)
            return values, Note("p(t) of {network}", network=pane.network.name)
        series = trace.layers[pane.layer].series
        if key not in series:
            raise LessonError(
                "{kind} has no series “{key}”. It has: {keys}.",
                kind=pane.shown.kind,
                key=key,
                keys=", ".join(series),
            )
        unit = self.whole("unit", 1, pane.shown.units, pane.units[0] + 1)
        what = Note(
            "{series} of unit {unit} in {layer} ({network})",
            series=key,
            unit=unit,
            layer=pane.layer,
            network=pane.network.name,
        )
        return np.asarray(series[key][:, unit - 1], np.float64), what


def name_of(trace: Trace, step: int) -> str:
    """What a step is called; its number where it has no name."""
    return trace.steps[step] if step < len(trace.steps) and trace.steps[step] else str(step + 1)


def _number(text: str) -> float | None:
    """A number as people write it; None for what is none."""
    plain = text.strip().replace("−", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _asked_number(text: str) -> float:
    value = _number(text)
    if value is None:
        raise LessonError("“{text}” is no number. Write one like 0.25.", text=text.strip()[:40])
    return value


def _short(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")


# -- the kinds -------------------------------------------------------------------


def _value(put: Put) -> TaskQuestion:
    """A series of a unit, or the answer p(t), at a step."""
    values, what = put.values()
    step = put.step(put.trace)
    right, tolerance = float(values[step]), put.number("tolerance", 0.01, 0)
    if not math.isfinite(right):
        raise ReplayError(
            "{what} has no value at step {step}. Choose another step.", what=what, step=step + 1
        )
    word = name_of(put.trace, step)

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        given = _asked_number(answer)
        says = Note(
            "At step {step} (“{word}”) {what} is {value}; ±{tolerance} counts as right.",
            step=step + 1,
            word=word,
            what=what,
            value=_short(right),
            tolerance=f"{tolerance:g}",
        )
        return Verdict(abs(given - right) <= tolerance, says)

    text = Note("What is {what} at step {step} (“{word}”)?", what=what, step=step + 1, word=word)
    return TaskQuestion(text, "number", check, Note("{count}", count=_short(right)))


def _crossing(put: Put) -> TaskQuestion:
    """The step at which a series, or p(t), first crosses a level."""
    values, what = put.values()
    level, tolerance = put.number("level", 0.5), put.whole("tolerance", 0, 10_000, 0)
    words = put.words(put.trace)
    above = values > level
    crossed = [
        step
        for before, step in pairwise(words)
        if np.isfinite(values[[before, step]]).all() and above[before] != above[step]
    ]
    if not crossed:
        raise ReplayError(
            "{what} never crosses {level} in what is read. Choose another level.",
            what=what,
            level=f"{level:g}",
        )
    right = crossed[0]

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        given = _asked_number(answer)
        says = Note(
            "At step {step} (“{word}”) {what} goes from {before} to {after}.",
            step=right + 1,
            word=name_of(put.trace, right),
            what=what,
            before=_short(float(values[right - 1])),
            after=_short(float(values[right])),
        )
        return Verdict(abs(given - (right + 1)) <= tolerance, says)

    text = Note("At which step does {what} first cross {level}?", what=what, level=f"{level:g}")
    return TaskQuestion(text, "number", check, Note("{count}", count=str(right + 1)))


def _strongest(put: Put) -> TaskQuestion:
    """The word that did most for the answer, by a method of attribution."""
    method, trace = put.options.get("method", "") or "ig", put.trace
    check_read_at_once(trace)
    step = put.step(trace)
    at = Target(None if step == len(trace) - 1 else step)
    edits = of_layers(trace.edits)
    found = explain(trace.network, trace.sequence, method, at, None, put.should_stop, None, edits)
    shares = np.abs(found.scores)
    words = [each for each in put.words(trace) if each <= step]
    most = max(float(shares[each]) for each in words) if words else 0.0
    if not most > 0:
        raise ReplayError("No word did anything for the answer here. Choose another step.")
    right = [each for each in words if shares[each] >= most * (1 - _TIE)]
    names = {name_of(trace, each).casefold() for each in right}
    first = right[0]

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        given = answer.strip().strip("“”\"'")
        is_step = given.isdecimal() and int(given) - 1 in right
        says = Note(
            "By {method} “{word}” (step {step}) did most: {share}.",
            method=METHODS[method].title,
            word=name_of(trace, first),
            step=first + 1,
            share=f"{float(found.scores[first]):+.4f}".replace("-", "−"),
        )
        return Verdict(is_step or given.casefold() in names, says)

    text = Note(
        "Which word did most for the answer of {network} at step {step}, by {method}?",
        network=trace.network.name,
        step=step + 1,
        method=METHODS[method].title,
    )
    return TaskQuestion(text, "word", check, Note("{count}", count=name_of(trace, first)))


def _right_network(put: Put) -> TaskQuestion:
    """Which of the networks are right about the review."""
    label, panes = put.reading.label, put.reading.panes
    if label is None:
        raise ReplayError("What is read has no label. Choose a review of the corpus.")
    names = [f"{place}: {pane.network.name}" for place, pane in enumerate(panes, 1)]
    answers = []
    for place, pane in enumerate(panes, 1):
        trace = replace(put, options={"network": str(place)}).trace
        answer = np.atleast_1d(np.asarray(trace.answer, np.float64))
        if answer.shape != (1,) or not 0 <= answer[0] <= 1:
            raise ReplayError("{network} has no answer p(t).", network=pane.network.name)
        answers.append(float(answer[0]))
    sets = [
        each for size in range(len(panes) + 1) for each in combinations(range(len(panes)), size)
    ]
    right = tuple(at for at, answer in enumerate(answers) if (answer > 0.5) == bool(label))

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        said = ", ".join(
            f"{name}: {answer:.3f}" for name, answer in zip(names, answers, strict=True)
        )
        if label:
            says = Note("The review praises, and at the end p is {answers}.", answers=said)
        else:
            says = Note("The review complains, and at the end p is {answers}.", answers=said)
        return Verdict(sets[_place(answer, len(sets))] == right, says)

    choices = tuple(
        Note("{count}", count=" + ".join(names[at] for at in each))
        if each
        else Note("None of them")
        for each in sets
    )
    text = Note("Which networks are right about this review?")
    return TaskQuestion(text, "choice", check, choices[sets.index(right)], choices)


def _reach(put: Put) -> TaskQuestion:
    """A state of the session that is to be reached: edits with which the answer is beyond a level."""
    side, level = put.options.get("side", "") or "below", put.number("level", 0.5)
    most = put.whole("edits", 1, MAX_EDITS, 1)
    only = put.options.get("only", "")
    if side not in SIDES or only not in ONLY:
        raise LessonError(
            "The task has {option} “{text}”. There are: {names}.",
            option="side" if side not in SIDES else "only",
            text=side if side not in SIDES else only,
            names=", ".join(filter(None, SIDES if side not in SIDES else ONLY)),
        )
    given = in_force(put.reading.edits)
    now = _last(put.trace)
    sign = "<" if side == "below" else ">"

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        parts = answer.split("\n" if "\n" in answer else ";")
        edits = in_force(parse_all(filter(None, map(str.strip, parts))))
        own = _own_edits(edits, given, only)
        if own is None:
            return Verdict(False, Note("The edits that the task begins with must stay."))
        if len(own) > most:
            says = Note(
                "There are {count} edits, and the task allows {most}.", count=len(own), most=most
            )
            return Verdict(False, says)
        read = replace(put, reading=put.reading.with_edits(edits, should_stop))
        unfit = list(read.pane.unfit_edits.values())
        if unfit:
            return Verdict(False, Note("An edit changes nothing here: {reason}", reason=unfit[0]))
        reached = _last(read.trace)
        says = Note(
            "With these edits p at the end is {after}; without them it is {before}, and the task "
            "asks for p {sign} {level}.",
            after=f"{reached:.4f}",
            before=f"{now:.4f}",
            sign=sign,
            level=f"{level:g}",
        )
        return Verdict(reached < level if side == "below" else reached > level, says)

    values = {"network": put.trace.network.name, "sign": sign, "level": f"{level:g}", "most": most}
    if only == "words":
        text = Note(
            "Change at most {most} words, so that p of {network} at the end is {sign} {level}.",
            **values,
        )
    elif only == "gates":
        text = Note(
            "Change gates, states or units with at most {most} edits, so that p of {network} at the "
            "end is {sign} {level}.",
            **values,
        )
    else:
        text = Note(
            "With at most {most} edits, reach p {sign} {level} of {network} at the end.", **values
        )
    right = Note("p is now {count}", count=f"{now:.4f}")
    return TaskQuestion(text, "edits", check, right)


SIDES, ONLY = ("below", "above"), ("", "words", "gates")


def _own_edits(edits: Edits, given: Edits, only: str) -> Edits | None:
    """The edits of who answers, beside those of the task; None where one of the task's is gone.

    Raises:
        EditError: one of them is of a sort that the task does not allow.
    """
    own = list(edits)
    for each in given:
        if each not in own:
            return None
        own.remove(each)
    if reading_on(own):
        raise EditError("In a task a network does not read on. Take that edit away.")
    for each in own:
        is_word = isinstance(each, SequenceEdit)
        if only and is_word != (only == "words"):
            raise EditError("The task does not allow “{edit}”. Take it away.", each)
    return tuple(own)


def _last(trace: Trace) -> float:
    answer = float(answer_of(trace)[-1])
    if not math.isfinite(answer):
        raise ReplayError("{network} has no answer of one number.", network=trace.network.name)
    return answer


def _place(answer: str, count: int) -> int:
    """A choice by its number, from 0."""
    text = answer.strip()
    if not text.isdecimal() or not 1 <= int(text) <= count:
        raise LessonError(
            "“{text}” is none of the choices. Give its number, 1 to {count}.",
            text=text[:40],
            count=count,
        )
    return int(text) - 1


def _lesson_question(kind: CheckKind, put: Put) -> TaskQuestion:
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


def _of_choices(asked: Asked, should_stop: Stop) -> TaskQuestion:
    """A question of the lessons as one of a task."""
    right = asked.answer(should_stop)

    def check(answer: str, should_stop: Stop = None) -> Verdict:
        return Verdict(_place(answer, len(asked.choices)) == right.right, right.says)

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


def _lesson_check(kind: LessonCheck, put: Put) -> TaskQuestion:
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


# -- the table -------------------------------------------------------------------


@dataclass(frozen=True)
class TaskKind:
    """One kind of task.

    Attributes:
        name: in the file.
        title: for people, in English.
        put: asks it of a reading.
        options: what a task may say of it, in the order of a form.
    """

    name: str
    title: Note
    put: Callable[[Put], TaskQuestion]
    options: tuple[str, ...]


def _rows() -> Iterator[TaskKind]:
    yield TaskKind(
        "value",
        Note("A value at a step"),
        _value,
        ("network", "series", "unit", "step", "tolerance"),
    )
    yield TaskKind(
        "crossing",
        Note("The step at which a level is crossed"),
        _crossing,
        ("network", "series", "unit", "level", "tolerance"),
    )
    yield TaskKind(
        "strongest",
        Note("The word that did most for the answer"),
        _strongest,
        ("network", "step", "method"),
    )
    yield TaskKind("right", Note("Which networks are right"), _right_network, ())
    yield TaskKind(
        "reach",
        Note("An answer to be reached by edits"),
        _reach,
        ("network", "side", "level", "edits", "only"),
    )
    titles = {
        "gate": Note("What a gate or state does at a word"),
        "most": Note("Which word changes it most"),
        "parameters": Note("How many weights a layer has"),
        "shuffle": Note("Whether the answer changes when words are shuffled"),
        "padded": Note("Whether the side of the padding changes the answer"),
        "padding": Note("What a state is after padding"),
        "slope": Note("How steep an activation function is"),
        "fades": Note("How much of the gradient is left"),
        "held": Note("What the answer does if a gate is held"),
        "halfway": Note("What the answer is after half of the words"),
        "alone": Note("One to one: whether a word before changes the answer"),
        "turns": Note("One to many: how often the wave turns"),
        "tag": Note("Many to many: what a word is tagged as"),
        "date": Note("Many to many: how a date is written"),
        "unknown": Note("How many words are unknown"),
        "held_out": Note("How many reviews are learned from"),
        "cut": Note("How many reviews are cut"),
        "ones": Note("How many ones there are in one-hot"),
        "nearest": Note("Which word is nearest in the embedding"),
        "total": Note("How many weights a model has in all"),
        "updates": Note("How often an epoch changes the weights"),
        "stopped": Note("Where early stopping ends a training"),
        "adds": Note("Whether the word or the memory adds more"),
    }
    for kind in CHECKS.values():
        names = ("network", "unit", *sorted(kind.options))
        title = titles.get(kind.name, Note("{count}", count=kind.name))
        yield TaskKind(kind.name, title, partial(_lesson_question, kind), names)

    for each in LESSON_CHECKS.values():
        title = titles.get(each.name, Note("{count}", count=each.name))
        yield TaskKind(each.name, title, partial(_lesson_check, each), tuple(sorted(each.options)))


KINDS: Mapping[str, TaskKind] = {row.name: row for row in _rows()}
"""By name; first what only tasks ask, then the questions of the lessons."""


def known(kind: str, options: Options) -> TaskKind:
    """The row of a kind that has these options.

    Raises:
        LessonError: there is no such kind, or it has no such option.
    """
    if kind not in KINDS:
        raise LessonError(
            "There is no kind of task “{kind}”. There are: {names}.",
            kind=kind[:40],
            names=", ".join(KINDS),
        )
    for option in options:
        if option not in KINDS[kind].options:
            raise LessonError(
                "The task “{kind}” has no option “{option}”. It has: {options}.",
                kind=kind,
                option=option[:40],
                options=", ".join(KINDS[kind].options) or "–",
            )
    return KINDS[kind]


def put(
    kind: str, options: Options, reading: ViewReading, should_stop: Stop = None
) -> TaskQuestion:
    """A question for the reading of a view.

    Raises:
        GatescopeError: see `known`, or the answer cannot be computed.
        Cancelled: ``should_stop`` became true.
    """
    row, steps = known(kind, options), len(reading.sequence)
    if steps > MAX_STEPS:
        raise LessonError(
            "The view reads {count} steps, and a task is asked about at most {most}. Save it again "
            "with less to read.",
            count=f"{steps:,}",
            most=f"{MAX_STEPS:,}",
        )
    return row.put(Put(reading, options, should_stop))
