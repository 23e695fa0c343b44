"""The word that did most for the answer, by a method of attribution."""

from __future__ import annotations

import numpy as np

from engine.errors import Note, ReplayError
from engine.explain.methods import METHODS, explain
from engine.explain.target import Target, check_read_at_once
from engine.lessons.task_kinds.put import Put, Stop, TaskQuestion, Verdict, name_of
from engine.replay.edits import of_layers

_TIE = 1e-9
"""Words whose shares differ by less are both right."""


def put_strongest(put: Put) -> TaskQuestion:
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
