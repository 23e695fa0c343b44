"""The questions that views ask of the traces, one function a kind."""

from __future__ import annotations

from functools import partial

from engine.errors import GatescopeError
from engine.explain.attribution import Attribution
from engine.explain.fading import Felt, felt_in
from engine.explain.memory import Memory, memory_of
from engine.explain.methods import Settings, explain
from engine.explain.target import Target
from engine.progress import ShouldStop
from engine.replay.edits import of_layers
from engine.replay.trace import Trace
from engine.session.session import Session
from gui.explain.explaining import Asker, Explaining, Question, Tell


def fading(trace: Trace, layer: str) -> Question:
    """How much of each word is felt later; a `Felt`."""
    work = partial(_fading, trace, layer)
    return Question(("fading", trace, layer), "Computing how words fade", work, trace)


def find_fading(asker: Asker, trace: Trace, layer: str) -> Felt | GatescopeError | None:
    """The answer to `fading`."""
    answer: Felt | GatescopeError | None = asker.find(("fading", trace, layer))
    return answer


def attribution(trace: Trace, method: str, target: Target, settings: Settings) -> Question:
    """What each step did for the answer; an `Attribution`."""
    key = ("attribution", trace, method, target, settings)
    work = partial(_attribution, trace, method, target, settings)
    return Question(key, "Computing what each word did", work, trace)


def attribution_in(
    session: Session, explaining: Explaining, place: int, method: str
) -> Question | None:
    """What is asked of a pane; None where it has no trace.

    Of a network without an answer it is the hidden state of the chosen unit.
    """
    pane = session.panes[place]
    if pane.trace is None:
        return None
    target = explaining.target()
    if not pane.network.answers:
        target = Target(target.at, layer=pane.layer, unit=pane.units[0])
    return attribution(pane.trace, method, target, explaining.settings_for(method))


def memory(trace: Trace, layer: str) -> Question:
    """What a layer remembers; a `Memory`."""
    work = partial(_memory, trace, layer)
    return Question(("memory", trace, layer), "Computing what is remembered", work, trace)


def _memory(trace: Trace, layer: str, should_stop: ShouldStop, tell: Tell) -> Memory:
    return memory_of(trace.network, trace.sequence, layer, should_stop, of_layers(trace.edits))


def _fading(trace: Trace, layer: str, should_stop: ShouldStop, tell: Tell) -> Felt:
    return felt_in(trace.network, trace.sequence, layer, should_stop, tell, of_layers(trace.edits))


def _attribution(
    trace: Trace,
    method: str,
    target: Target,
    settings: Settings,
    should_stop: ShouldStop,
    tell: Tell,
) -> Attribution:
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
