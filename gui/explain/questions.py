"""The questions that views ask of the traces, one function a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError
from engine.explain.choices import REPLACEMENTS
from engine.explain.methods import MethodSettings, explain
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.replay.attended import Attended
from engine.replay.edits import of_layers
from engine.replay.trace import Trace
from engine.session.asked import Asked
from engine.session.session import Session
from gui.explain.explaining import SEED, Asker, Explaining, Question, Tell

if TYPE_CHECKING:  # imported by what answers: a window that explains nothing has no need of it
    from engine.explain.attribution import Attribution
    from engine.explain.deletion import Deletion
    from engine.explain.fading import Felt
    from engine.explain.left_over import LeftOver
    from engine.explain.memory import Memory
    from engine.explain.target import Target

DELETED_REVIEWS, FADING_REVIEWS = 20, 40
"""How many reviews, or windows of numbers, are in a sample."""

LATER = 20
"""The steps after which is said how much of a word is left, where networks read more."""


def reading_places(session: Session) -> list[int]:
    """The panes that read what is shown, or are about to: a pane says itself why it does not.  All
    of them, where none does."""
    places = range(len(session.panes))
    return [place for place in places if session.panes[place].problem is None] or [*places]


def fading(trace: Trace, layer: str) -> Question:
    """How much of each word is felt later; a `Felt`."""
    work = partial(_fading, trace, layer)
    return Question(("fading", trace, layer), "Computing how steps fade", work, trace)


def attention(trace: Trace) -> list[Question]:
    """What attended while a trace was read, which is known already; an `Attended` each."""
    return [
        Question(("attention", trace, name), "Reading attention", partial(_known, attended), trace)
        for name, attended in trace.attention.items()
    ]


def find_fading(asker: Asker, trace: Trace, layer: str) -> Felt | GatescopeError | None:
    """The answer to `fading`."""
    return asker.find(("fading", trace, layer))


def attribution(trace: Trace, method: str, target: Target, settings: MethodSettings) -> Question:
    """What each step did for the answer; an `Attribution`."""
    key = ("attribution", trace, method, target, settings)
    work = partial(_attribution, trace, method, target, settings)
    return Question(key, "Computing what each step did", work, trace)


def attribution_in(
    session: Session, explaining: Explaining, place: int, method: str
) -> Question | None:
    """What is asked of a pane; None where it has no trace."""
    if (trace := session.panes[place].trace) is None:
        return None
    target = target_in(session, explaining, place)
    return attribution(trace, method, target, explaining.settings_for(method))


def answer_before(
    session: Session, explaining: Explaining, place: int, answer: Attribution
) -> Question | None:
    """What a pane had answered of the same without edits, a `float`: the number that an attribution
    explains; None where nothing was edited."""
    pane = session.panes[place]
    if pane.ghost is None or pane.trace is None:
        return None
    target = replace(answer.target, at=explaining.target().at)  # the end may be another step
    key = ("answer", pane.trace, pane.ghost, target)
    work = partial(_answer, pane.ghost, target)
    return Question(key, "Computing the answer before", work, pane.trace)


def target_in(session: Session, explaining: Explaining, place: int) -> Target:
    """What is explained in a pane: of a network without an answer the hidden state of the chosen
    unit."""
    pane, target = session.panes[place], explaining.target()
    if not pane.network.answers:
        from engine.explain.target import Target

        target = Target(target.at, layer=pane.layer, unit=pane.units[0])
    return target


def agreement(parts: list[tuple[Question, Attribution]]) -> Question | None:
    """Whether attributions of what is read rank its words alike, an ``(M, M)`` of Spearman's
    correlation; None where they are not of the same steps."""
    traces = [question.of for question, _ in parts if isinstance(question.of, Trace)]
    if len({len(trace.sequence) for trace in traces}) != 1:
        return None
    counted = ~np.any([trace.sequence.padding for trace in traces], axis=0)
    for _, each in parts:
        if each.target.at is not None:
            counted[each.target.at + 1 :] = False  # nothing is said of what comes after
    key = ("agreement", *(question.key for question, _ in parts))
    work = partial(_agreement, [each.scores for _, each in parts], counted)
    return Question(key, "Comparing the methods", work, traces[0])


def deletion(session: Session, explaining: Explaining, place: int) -> Question:
    """What deleting words of a sample in each method's order does to what is explained in a pane, at
    the end of each review or at the step of the cursor; a `Deletion`."""
    asked, network = explaining.asked, session.panes[place].network
    target = target_in(session, explaining, place)
    settings = {name: explaining.settings_for(name) for name in asked.methods}
    key = ("deletion", network, explaining.rules(), target, asked.replacement)
    work = partial(_deletion, explaining, network, asked, target, settings)
    return Question((*key, *settings.items()), "Deleting steps of a sample", work, network)


def later(session: Session) -> int:
    """The steps after which is said how much of a word is left: half of what the network reads that
    reads least, where that is no more than `LATER`."""
    least = min([pane.network.length or LATER + 1 for pane in session.panes], default=LATER + 1)
    return LATER if least > LATER else max(1, least // 2)


def left_over(explaining: Explaining, network: Network, steps: int) -> Question:
    """How much of a word is left so many steps later, over a sample; a list of `LeftOver`, one a
    layer."""
    key = ("left over", network, explaining.rules(), steps)
    work = partial(_left_over, explaining, network, steps)
    return Question(key, "Computing how steps fade in a sample", work, network)


def memory(trace: Trace, layer: str) -> Question:
    """What a layer remembers; a `Memory`."""
    work = partial(_memory, trace, layer)
    return Question(("memory", trace, layer), "Computing what is remembered", work, trace)


def _known(attended: Attended, should_stop: ShouldStop, tell: Tell) -> Attended:
    return attended


def _answer(trace: Trace, target: Target, should_stop: ShouldStop, tell: Tell) -> float:
    from engine.explain.target import check_read_at_once, read_for

    check_read_at_once(trace)
    sequence = trace.sequence
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    reading = read_for(trace.network, sequence.inputs[None], auxiliary, target, should_stop)
    return float(reading.answers()[0])


def _memory(trace: Trace, layer: str, should_stop: ShouldStop, tell: Tell) -> Memory:
    from engine.explain.memory import memory_of_trace

    return memory_of_trace(trace, layer, should_stop)


def _agreement(
    scores: list[npt.NDArray[np.float64]],
    counted: npt.NDArray[np.bool_],
    should_stop: ShouldStop,
    tell: Tell,
) -> npt.NDArray[np.float64]:
    from engine.explain.agreement import agreement  # brings scipy

    return agreement(scores, counted)


def _deletion(
    explaining: Explaining,
    network: Network,
    asked: Asked,
    target: Target,
    settings: Mapping[str, MethodSettings],
    should_stop: ShouldStop,
    tell: Tell,
) -> Deletion:
    from engine.explain.deletion import deletion

    replacement = next(each for each in REPLACEMENTS if each == asked.replacement)
    return deletion(
        network,
        explaining.draw(network, DELETED_REVIEWS),
        asked.methods,
        replacement=replacement,
        seed=SEED,
        target=target,
        settings=settings,
        should_stop=should_stop,
        progress=tell,
    )


def _left_over(
    explaining: Explaining, network: Network, steps: int, should_stop: ShouldStop, tell: Tell
) -> list[LeftOver]:
    from engine.explain.left_over import left_over

    sample = explaining.draw(network, FADING_REVIEWS)
    return left_over([network], [sample], steps, should_stop, tell)


def _fading(trace: Trace, layer: str, should_stop: ShouldStop, tell: Tell) -> Felt:
    from engine.explain.fading import felt_in
    from engine.explain.target import check_read_at_once

    check_read_at_once(trace)
    felt = felt_in(trace.network, trace.sequence, layer, should_stop, tell, of_layers(trace.edits))
    _ = felt.most, felt.drawn  # of thousands of steps they take long, and the window would wait
    return felt


def _attribution(
    trace: Trace,
    method: str,
    target: Target,
    settings: MethodSettings,
    should_stop: ShouldStop,
    tell: Tell,
) -> Attribution:
    from engine.explain.target import check_read_at_once

    check_read_at_once(trace)
    return explain(
        trace.network,
        trace.sequence,
        method,
        target,
        settings,
        should_stop,
        tell,
        of_layers(trace.edits),
    )
