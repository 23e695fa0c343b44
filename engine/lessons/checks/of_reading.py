"""What is asked of a reading: its order, its padding, its length."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.explain.memory import memory_of_trace
from engine.lessons.digits import told_apart, with_digits
from engine.lessons.ending import ending
from engine.lessons.question import EQUAL, About, Answer, AskedQuestion, Stop, channel_of, last_of
from engine.lessons.reread import reread
from engine.lessons.static_mapping import shuffled_order
from engine.sequence import Sequence
from engine.text.encoding import Flags

HALF = 0.5
"""Of an answer: below it is the one class, above it the other."""

PADDING = 20
"""Steps of padding that `padding` lets the network read."""

SHORT = 20
"""Words of a review that `padded` pads."""


def ask_shuffle(about: About) -> AskedQuestion:
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
    return AskedQuestion(text, (Note("The same"), Note("Another")), answer)


def ask_padding(about: About) -> AskedQuestion:
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
                value=with_digits(largest, 3),
            ),
        )

    text = Note(
        "{steps} steps of padding stand in front. What is the {series} after them?",
        steps=PADDING,
        series=key,
    )
    choices = (Note("0, as at the start: padding is skipped"), Note("Not 0: padding is read too"))
    return AskedQuestion(text, choices, answer)


def ask_padded(about: About) -> AskedQuestion:
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
    return AskedQuestion(text, choices, answer)


def ask_fades(about: About) -> AskedQuestion:
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
    return AskedQuestion(text, choices, answer, note if reach < asked else None)


def _reach(about: About) -> int:
    """How many steps back the layer's reading goes from its end."""
    return len(about.trace) - 1 - about.read.first


def ask_halfway(about: About) -> AskedQuestion:
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
    return AskedQuestion(text, (Note("On the same side"), Note("On the other side")), answer)
