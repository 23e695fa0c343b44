"""Which of the networks are right about the review."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np

from engine.errors import Note, ReplayError
from engine.lessons.task_kinds.put import Put, Stop, TaskQuestion, Verdict, choice_of


def put_right_network(put: Put) -> TaskQuestion:
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
        return Verdict(sets[choice_of(answer, len(sets))] == right, says)

    choices = tuple(
        Note("{count}", count=" + ".join(names[at] for at in each))
        if each
        else Note("None of them")
        for each in sets
    )
    text = Note("Which networks are right about this review?")
    return TaskQuestion(text, "choice", check, choices[sets.index(right)], choices)
