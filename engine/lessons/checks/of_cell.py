"""What is asked of a cell: its gates and states, its weights, its functions."""

from __future__ import annotations

import math

import numpy as np

from engine.errors import LessonError, Note, ReplayError
from engine.lessons.digits import told_apart, with_digits
from engine.lessons.question import EQUAL, About, Answer, AskedQuestion, Stop, channel_of, last_of
from engine.lessons.reread import reread
from engine.lessons.step_sum import step_sum
from engine.network.activations import activation
from engine.network.cell_kinds import STATEFUL
from engine.network.derivatives import derivative
from engine.replay.edits import GateEdit, StateSet

STILL = 0.0005
"""The same of what is written with three."""

WORDS = 4
"""Words among which is chosen."""


def ask_gate(about: About) -> AskedQuestion:
    """What a gate or state does at a word: the mean of its units, against the step before."""
    key = about.key(STATEFUL[about.kind].keeper or "h")
    step, note = about.word()
    if not np.isfinite(about.read.series[key][[step - 1, step]]).all():
        raise ReplayError(
            "At “{word}” the {series} begins: there is nothing before it. Choose a later word.",
            word=about.name(step),
            series=key,
        )

    def answer(should_stop: Stop = None) -> Answer:
        before, after = about.mean(key, step - 1), about.mean(key, step)
        was, now = told_apart((before, after))
        return Answer(
            2 if abs(after - before) < STILL else 0 if after > before else 1,
            Note(
                "On the mean of {units} units it goes from {before} to {after}.",
                units=about.read.series[key].shape[1],
                before=was,
                after=now,
            ),
        )

    text = Note(
        "At “{word}”: what does the {series} do, on the mean of all units?",
        word=about.name(step),
        series=key,
    )
    choices = (Note("It rises"), Note("It falls"), Note("It stays, to three digits"))
    return AskedQuestion(text, choices, answer, note)


def ask_most(about: About) -> AskedQuestion:
    """Which word moves the answer, or a series of the chosen unit, most."""
    steps = about.steps()
    key = about.options.get("series", "")
    if key:
        values = np.asarray(about.read.series[about.key(key)], np.float64)[:, about.unit]
    else:
        values = np.asarray(about.trace.prediction, np.float64)
        values = values if values.ndim == 1 else values[:, channel_of(about.trace)]
    if not (steps := [step for step in steps if np.isfinite(values[[step - 1, step]]).all()]):
        raise ReplayError(
            "{network} has no value here before the end, so that no word changes it.",
            network=about.trace.network.name,
        )
    moved = np.nan_to_num(np.abs(np.diff(values, prepend=values[:1])))
    order = sorted(steps, key=lambda step: (-moved[step], step))
    names: dict[str, int] = {}
    for step in (order[0], *order[len(order) // 6 :: max(1, len(order) // 6)]):
        names.setdefault(about.name(step), step)
    chosen = sorted(list(names.values())[:WORDS])

    def answer(should_stop: Stop = None) -> Answer:
        step = max(chosen, key=lambda step: float(moved[step]))
        before, after = told_apart(map(float, values[[step - 1, step]]))
        return Answer(
            chosen.index(step),
            Note(
                "At “{word}” it goes from {before} to {after}.",
                word=about.name(step),
                before=before,
                after=after,
            ),
        )

    if about.trace.network.reads_words:
        of_unit = Note(
            "Which of these words changes the {series} of unit {unit} most?",
            series=key,
            unit=about.unit + 1,
        )
        of_answer = Note("Which of these words changes the answer p(t) most?")
        choices = tuple(Note("{step}: “{word}”", step=s + 1, word=about.name(s)) for s in chosen)
    else:
        of_unit = Note(
            "Which of these steps changes the {series} of unit {unit} most?",
            series=key,
            unit=about.unit + 1,
        )
        of_answer = Note("Which of these steps changes the answer p(t) most?")
        choices = tuple(Note("step {step}", step=s + 1) for s in chosen)
    return AskedQuestion(of_unit if key else of_answer, choices, answer)


def ask_parameters(about: About) -> AskedQuestion:
    """How many weights the layer has, or would have with more units on more steps; the wrong
    choices leave out what is often forgotten."""
    layer, times = about.read.layer, max(1, about.whole("times", 1))
    steps = about.whole("steps", len(about.trace)) or len(about.trace)
    shapes = {name: _wider(name, values.shape, times) for name, values in layer.weights.items()}
    counts_of = {name: math.prod(shape) for name, shape in shapes.items()}
    right = sum(counts_of.values())
    wrong = [
        layer.parameters * times,
        right - counts_of.get("bias", 0),
        right - counts_of.get("recurrent_kernel", 0),
        right * steps,
        2 * right,
    ]
    others = dict.fromkeys(count for count in wrong if 0 < count != right)
    counts = sorted({right, *list(others)[:3]})

    def answer(should_stop: Stop = None) -> Answer:
        parts = " + ".join(
            f"{' × '.join(map(str, shape))} ({name})" for name, shape in shapes.items()
        )
        return Answer(
            counts.index(right),
            Note(
                "{parts} = {count}; the same at every step, so that it does not grow with their "
                "number.",
                parts=parts,
                count=f"{right:,}",
            ),
        )

    as_it_is = Note(
        "How many weights has {layer}, which reads {steps} steps?", layer=layer.name, steps=steps
    )
    with_more = Note(
        "With {units} units instead of {fewer}, and {steps} steps to read: how many weights would "
        "{layer} have?",
        units=layer.units * times,
        fewer=layer.units,
        steps=steps,
        layer=layer.name,
    )
    choices = tuple(Note("{count}", count=f"{each:,}") for each in counts)
    return AskedQuestion(as_it_is if times == 1 else with_more, choices, answer)


def _wider(name: str, shape: tuple[int, ...], times: int) -> tuple[int, ...]:
    """The shape of weights when the layer has ``times`` as many units."""
    rows = shape[0] * times if name == "recurrent_kernel" else shape[0]
    return (*((rows,) if len(shape) > 1 else ()), *shape[1:-1], shape[-1] * times)


def ask_slope(about: About) -> AskedQuestion:
    """How steep an activation function is at a place."""
    name, at = about.options.get("function", "sigmoid"), about.number("at", 0)
    slope_of = derivative(name) if name in ("sigmoid", "tanh", "relu") else None
    if slope_of is None:
        raise LessonError("There is no function “{name}” here.", name=name)
    x = np.array([at])
    slope, value = float(slope_of(x)[0]), float(activation(name)(x)[0])
    shown = sorted(
        {
            with_digits(slope, 2),
            with_digits(value, 2),
            with_digits(slope_of(np.array([at + 2]))[0], 2),
            "1.00",
        }
    )

    def answer(should_stop: Stop = None) -> Answer:
        return Answer(
            shown.index(with_digits(slope, 2)),
            Note(
                "The slope is {slope}, and {function}({at}) itself {value}.",
                slope=with_digits(slope, 3),
                function=name,
                at=f"{at:g}",
                value=with_digits(value, 3),
            ),
        )

    text = Note("How steep is {function} at {at}?", function=name, at=f"{at:g}")
    return AskedQuestion(text, tuple(Note("{count}", count=each) for each in shown), answer)


def ask_held(about: About) -> AskedQuestion:
    """Where the answer goes if a gate is held, or a state set, at every step."""
    key = about.key(STATEFUL[about.kind].keeper or "h")
    value = about.number("value", 0)
    channel = channel_of(about.trace)
    about.last()

    def answer(should_stop: Stop = None) -> Answer:
        is_state = key in STATEFUL[about.kind].states
        edit = (
            StateSet(about.layer, key, None, value)
            if is_state
            else GateEdit(about.layer, key, None, value)
        )
        held = reread(about.trace, edit, should_stop=should_stop)
        before, after = about.last(), last_of(held, channel)
        change = after - before
        was, now = told_apart((before, after))
        return Answer(
            2 if abs(change) < EQUAL else 0 if change > 0 else 1,
            Note("It was {before} and is then {after}.", before=was, after=now),
        )

    text = Note(
        "The {series} is held at {value} at every step. What does the answer at the end do?",
        series=key,
        value=f"{value:g}",
    )
    choices = (Note("It rises"), Note("It falls"), Note("It stays, to two digits"))
    return AskedQuestion(text, choices, answer)


def ask_adds(about: About) -> AskedQuestion:
    """What adds more to a unit's sum: the word, or what is remembered."""
    if about.kind != "SimpleRNN":
        raise LessonError("This is asked of a SimpleRNN.")
    step, note = about.word()

    def answer(should_stop: Stop = None) -> Answer:
        sums = step_sum(about.read, step, about.unit)
        row = int(np.flatnonzero(sums.units == about.unit)[0])
        weights = np.asarray(about.read.layer.weights["recurrent_kernel"], np.float64)
        before = np.asarray(about.read.before("h", step), np.float64)
        memory = float(before @ weights[:, about.unit])
        word = float(sums.total[row] - sums.bias[row]) - memory
        added, kept = told_apart((word, memory))
        return Answer(
            0 if abs(word) >= abs(memory) else 1,
            Note("The word adds {word}, what is remembered {memory}.", word=added, memory=kept),
        )

    text = Note(
        "At “{word}”: which is larger in the sum of unit {unit}, without its sign?",
        word=about.name(step),
        unit=about.unit + 1,
    )
    return AskedQuestion(
        text, (Note("What the word adds"), Note("What is remembered")), answer, note
    )
