"""The kinds of question of a lesson, one row each: the engine answers them on what is read.

A question is asked of one layer's reading.  Its choices are computed from the network too; which
of them is right is computed when the answer is wanted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import LessonError, Note, ReplayError
from engine.explain.memory import memory_of_trace
from engine.lessons.asked import EQUAL, About, Answer, Asked, Stop, channel_of, last_of
from engine.lessons.digits import told_apart
from engine.lessons.ending import ending
from engine.lessons.reread import reread
from engine.lessons.static_mapping import shuffled_order
from engine.lessons.step_sum import step_sum
from engine.network.activations import activation
from engine.network.cell_kinds import STATEFUL
from engine.network.derivatives import derivative
from engine.replay.edits import GateEdit, StateSet
from engine.sequence import Sequence
from engine.text.encoding import Flags

STILL = 0.0005
"""The same of what is written with three."""

HALF = 0.5
"""Of an answer: below it is the one class, above it the other."""

PADDING = 20
"""Steps of padding that `padding` lets the network read."""

SHORT = 20
"""Words of a review that `padded` pads."""

WORDS = 4
"""Words among which is chosen."""


def _two(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _three(value: float) -> str:
    return f"{value:.3f}".replace("-", "−")


# -- the kinds -------------------------------------------------------------------


def _gate(about: About) -> Asked:
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
    return Asked(text, choices, answer, note)


def _most(about: About) -> Asked:
    """Which word moves the answer, or a series of the chosen unit, most."""
    steps = about.steps()
    key = about.options.get("series", "")
    if key:
        values = np.asarray(about.read.series[about.key(key)], np.float64)[:, about.unit]
    else:
        values = np.asarray(about.trace.prediction, np.float64)
        values = values if values.ndim == 1 else values[:, channel_of(about.trace)]
    steps = [step for step in steps if np.isfinite(values[[step - 1, step]]).all()]
    if not steps:
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
    text = of_unit if key else of_answer
    return Asked(text, choices, answer)


def _parameters(about: About) -> Asked:
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
    return Asked(as_it_is if times == 1 else with_more, choices, answer)


def _wider(name: str, shape: tuple[int, ...], times: int) -> tuple[int, ...]:
    """The shape of weights when the layer has ``times`` as many units."""
    rows = shape[0] * times if name == "recurrent_kernel" else shape[0]
    return (*((rows,) if len(shape) > 1 else ()), *shape[1:-1], shape[-1] * times)


def _shuffle(about: About) -> Asked:
    """Whether the answer is the same when the words stand in another order."""
    about.last()
    seed = about.whole("seed", 1)

    def answer(should_stop: Stop = None) -> Answer:
        sequence = about.trace.sequence
        order = shuffled_order(sequence, seed)
        mixed = Sequence(
            sequence.inputs[order],
            tuple(sequence.steps[at] for at in order),
            sequence.padding,
            auxiliary_inputs=sequence.auxiliary_inputs,
        )
        shuffled = reread(about.trace, sequence=mixed, should_stop=should_stop)
        before, after = about.last(), last_of(shuffled, channel_of(about.trace))
        was, now = told_apart((before, after))
        return Answer(
            0 if abs(after - before) < EQUAL else 1,
            Note("In its order {before}, shuffled {after}.", before=was, after=now),
        )

    text = (
        Note("The words are shuffled. Is the answer the same to two digits?")
        if about.trace.network.reads_words
        else Note("The steps are shuffled. Is the answer the same to two digits?")
    )
    return Asked(text, (Note("The same"), Note("Another")), answer)


def _padding(about: About) -> Asked:
    """What a state is when nothing but padding has been read."""
    network = about.trace.network
    if not network.reads_words:
        raise ReplayError("{network} reads numbers, which have no padding.", network=network.name)
    key = about.key("h")

    def answer(should_stop: Stop = None) -> Answer:
        zeros = Sequence(np.zeros(PADDING, np.int32), ("",) * PADDING, np.ones(PADDING, bool))
        read = reread(about.trace, sequence=zeros, should_stop=should_stop)
        values = read.layers[about.layer].series[key][-1]
        largest = float(np.abs(np.asarray(values, np.float64)).max())
        return Answer(
            0 if largest == 0 else 1,
            Note(
                "After {steps} steps of padding its largest unit is {value} away from 0.",
                steps=PADDING,
                value=_three(largest),
            ),
        )

    text = Note(
        "{steps} steps of padding stand in front. What is the {series} after them?",
        steps=PADDING,
        series=key,
    )
    choices = (Note("0, as at the start: padding is skipped"), Note("Not 0: padding is read too"))
    return Asked(text, choices, answer)


def _padded(about: About) -> Asked:
    """Whether it matters for the answer on which side of the words padding stands."""
    network, sequence = about.trace.network, about.trace.sequence
    if not network.reads_words:
        raise ReplayError("{network} reads numbers, which have no padding.", network=network.name)
    about.last()
    length, ids = len(sequence), sequence.inputs[~sequence.padding]
    words = max(1, min(about.whole("words", SHORT), len(ids), length - 1))
    channel = channel_of(about.trace)

    def answer_to(padded: list[npt.NDArray[Any]], padding: Flags, should_stop: Stop) -> float:
        inputs, others = np.concatenate(padded), sequence.auxiliary_inputs
        read = Sequence(inputs, ("",) * length, padding, auxiliary_inputs=others)
        return last_of(reread(about.trace, sequence=read, should_stop=should_stop), channel)

    def answer(should_stop: Stop = None) -> Answer:
        zeros, is_zero = np.zeros(length - words, ids.dtype), np.arange(length) >= words
        front = answer_to([zeros, ids[:words]], is_zero[::-1].copy(), should_stop)
        behind = answer_to([ids[:words], zeros], is_zero, should_stop)
        before, after = told_apart((front, behind))
        return Answer(
            0 if abs(front - behind) < EQUAL else 1 if (front > HALF) == (behind > HALF) else 2,
            Note("Padded in front {front}, behind {behind}.", front=before, behind=after),
        )

    text = Note(
        "The first {count} of the words and marks that are read here are padded to {steps} steps: "
        "in front, or behind. What is the answer to the second against the first?",
        count=words,
        steps=length,
    )
    choices = (
        Note("The same, to two digits"),
        Note("Another, on the same side of 0.5"),
        Note("On the other side of 0.5"),
    )
    return Asked(text, choices, answer)


def _slope(about: About) -> Asked:
    """How steep an activation function is at a place."""
    name, at = about.options.get("function", "sigmoid"), about.number("at", 0)
    slope_of = derivative(name) if name in ("sigmoid", "tanh", "relu") else None
    if slope_of is None:
        raise LessonError("There is no function “{name}” here.", name=name)
    x = np.array([at])
    slope, value = float(slope_of(x)[0]), float(activation(name)(x)[0])
    shown = sorted({_two(slope), _two(value), _two(slope_of(np.array([at + 2]))[0]), "1.00"})

    def answer(should_stop: Stop = None) -> Answer:
        return Answer(
            shown.index(_two(slope)),
            Note(
                "The slope is {slope}, and {function}({at}) itself {value}.",
                slope=_three(slope),
                function=name,
                at=f"{at:g}",
                value=_three(value),
            ),
        )

    text = Note("How steep is {function} at {at}?", function=name, at=f"{at:g}")
    return Asked(text, tuple(Note("{count}", count=each) for each in shown), answer)


def _fades(about: About) -> Asked:
    """How much of the gradient is left some steps before the end; of what is shorter, at its
    first step."""
    asked, beside = max(1, about.whole("steps", 20)), about.beside
    reach = min(_reach(each) for each in (about, beside) if each is not None)
    if reach < 1:
        raise ReplayError("One step is read here: nothing comes before its end. Read more.")
    steps = min(asked, reach)

    def left_of(each: About, should_stop: Stop) -> float:
        return float(memory_of_trace(each.trace, each.layer, should_stop).left[steps])

    def answer(should_stop: Stop = None) -> Answer:
        left = left_of(about, should_stop)
        values = {"left": f"{left:.3g}", "factor": f"{left ** (1 / steps):.3f}"}
        says = Note("{left} of it is left: {factor} a step.", **values)
        if beside is not None:
            other = left_of(beside, should_stop)
            says = Note(
                "Of the gradient from the end of this review: in {other} {other_left} is left, "
                "{other_factor} a step; in {network} {left}, {factor} a step. The fading map "
                "measures something else, a word’s share.",
                **values,
                network=about.trace.network.name,
                other=beside.trace.network.name,
                other_left=f"{other:.3g}",
                other_factor=f"{other ** (1 / steps):.3f}",
            )
        return Answer(int(np.searchsorted([0.01, 0.5, 1.0], left, side="right")), says)

    text = Note(
        "How much of the gradient is left in {layer} {steps} steps before the end?",
        layer=about.read.layer.name,
        steps=steps,
    )
    choices = (
        Note("Less than a hundredth"),
        Note("A hundredth to a half"),
        Note("A half to all"),
        Note("More than all: it grows"),
    )
    note = Note(
        "{steps} steps before the end are asked for; what is read here has no more than {count}.",
        steps=asked,
        count=reach,
    )
    return Asked(text, choices, answer, note if reach < asked else None)


def _reach(about: About) -> int:
    """How many steps back the layer's reading goes from its end."""
    return len(about.trace) - 1 - about.read.first


def _held(about: About) -> Asked:
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
    return Asked(text, choices, answer)


def _adds(about: About) -> Asked:
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
    return Asked(text, (Note("What the word adds"), Note("What is remembered")), answer, note)


def _halfway(about: About) -> Asked:
    """Whether the answer was on the same side when half of the words were read."""
    found, network = ending(about.trace), about.trace.network.name
    values, end = found.on_the_way, found.answer
    step = about.steps()[(len(about.steps()) - 1) // 2]
    if found.count > 2:
        raise ReplayError(
            "{network} answers with {count} classes. This is asked of two.",
            network=network,
            count=found.count,
        )
    if not np.isfinite(values[step]):
        raise ReplayError("{network} answers only when all has been read.", network=network)
    if values.min(where=np.isfinite(values), initial=0) < 0 or end > 1:
        raise ReplayError("{network} answers with no probability.", network=network)

    def answer(should_stop: Stop = None) -> Answer:
        half = float(values[step])
        there, then = told_apart((half, end))
        return Answer(
            0 if (half > HALF) == (end > HALF) else 1,
            Note("There it is {half}, at the end {end}.", half=there, end=then),
        )

    text = Note(
        "Had the review ended at “{word}”, after half of its words: would the answer lie on the "
        "same side of 0.5?",
        word=about.name(step),
    )
    return Asked(text, (Note("On the same side"), Note("On the other side")), answer)


@dataclass(frozen=True)
class CheckKind:
    """One kind of question.

    Attributes:
        name: behind ``@check`` in a lesson.
        ask: puts it.
        options: what a lesson may say of it; every kind takes ``kind``, the cell it is asked of.
        kind: the cell where a lesson names none; "" for the one that is shown.
        is_of_network: whether the answer depends on the network.
    """

    name: str
    put: Callable[[About], Asked]
    options: frozenset[str] = field(default_factory=frozenset)
    kind: str = ""
    is_of_network: bool = True

    def ask(self, about: About) -> Asked:
        """Put it, with the network that it is about."""
        asked = self.put(about)
        return replace(asked, networks=(about.trace.network,)) if self.is_of_network else asked


CELLS = "SimpleRNN", "LSTM", "GRU"
FUNCTIONS = "sigmoid", "tanh", "relu"
VALUES: Mapping[str, tuple[str, ...]] = {"kind": CELLS, "beside": CELLS, "function": FUNCTIONS}
"""What options of these names take, of whatever question; the others take what the question says."""

CHECKS: Mapping[str, CheckKind] = {
    kind.name: replace(kind, options=kind.options | {"kind"})
    for kind in (
        CheckKind("gate", _gate, frozenset({"series", "word"})),
        CheckKind("most", _most, frozenset({"series"})),
        CheckKind("parameters", _parameters, frozenset({"times", "steps"})),
        CheckKind("shuffle", _shuffle, frozenset({"seed"})),
        CheckKind("padding", _padding, frozenset({"series"})),
        CheckKind("padded", _padded, frozenset({"words"})),
        CheckKind("slope", _slope, frozenset({"function", "at"}), is_of_network=False),
        CheckKind("fades", _fades, frozenset({"steps", "beside"})),
        CheckKind("held", _held, frozenset({"series", "value"})),
        CheckKind("halfway", _halfway),
        CheckKind("adds", _adds, frozenset({"word"}), "SimpleRNN"),
    )
}
"""By name."""
