"""The methods of attribution: one row each, and `explain`, which carries one out.

Whoever keeps a choice of them imports this, so a method is imported when it is carried out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import Note, ReplayError
from engine.explain.choices import BASELINES, MAX_CHOSEN, REPLACEMENTS, Baseline
from engine.network.network import Network
from engine.replay.edits import LayerEdit
from engine.sequence import Sequence
from engine.text.review import Review

if TYPE_CHECKING:
    from engine.explain.attribution import Attribution, Floats, Shares
    from engine.explain.target import ExplainedReading, Stop, Target

Progress = Callable[[float], None] | None


@dataclass(frozen=True)
class MethodSettings:
    """What a method may be told; each takes what it knows.

    Attributes:
        baseline: integrated gradients': what stands for nothing; occlusion's: what stands in a
            word's place; None for the method's own.
        steps: points of integrated gradients; None for 64, and more where they do not do.
        bias_factor: how much of biases and epsilon LRP shares out, 0 to 1.
    """

    baseline: str | None = None
    steps: int | None = None
    bias_factor: float = 1.0


@dataclass(frozen=True)
class Method:
    """One way to explain.

    Attributes:
        name: in the shell and in files.
        title: for people, in English.
        run: see `explain`.
        baselines: what ``MethodSettings.baseline`` may be, the default first; empty without.
        source: the paper.
    """

    name: str
    title: Note
    run: Callable[[ExplainedReading, Sequence, MethodSettings, Progress], Shares]
    baselines: tuple[str, ...]
    source: str


def unknown_id(sequence: Sequence) -> int | None:
    """The id for unknown words in the dictionary of a review; None without one."""
    return sequence.dictionary.unknown if isinstance(sequence, Review) else None


def _gradient_input(
    reading: ExplainedReading, sequence: Sequence, settings: MethodSettings, progress: Progress
) -> Shares:
    from engine.explain.gradient_input import gradient_input

    return gradient_input(reading)


def _integrated(
    reading: ExplainedReading, sequence: Sequence, settings: MethodSettings, progress: Progress
) -> Shares:
    from engine.explain.baseline import baseline_numbers
    from engine.explain.integrated import integrated

    default: Baseline = "padding" if reading.inputs.ndim == 2 else "zero"
    chosen = next((each for each in BASELINES if each == settings.baseline), default)
    nothing = baseline_numbers(reading, chosen, unknown_id=unknown_id(sequence))
    return integrated(reading, nothing, settings.steps, progress)


def _relevance(
    reading: ExplainedReading, sequence: Sequence, settings: MethodSettings, progress: Progress
) -> Shares:
    from engine.explain.lrp import relevance

    return relevance(reading, settings.bias_factor)


def _occlusion(
    reading: ExplainedReading, sequence: Sequence, settings: MethodSettings, progress: Progress
) -> Shares:
    from engine.explain.occlusion import occlusion

    chosen = next((each for each in REPLACEMENTS if each == settings.baseline), REPLACEMENTS[0])
    return occlusion(reading, sequence.padding, chosen, 0, unknown_id(sequence), progress)


METHODS: Mapping[str, Method] = {
    method.name: method
    for method in (
        Method(
            "gradxinput", Note("gradient × input"), _gradient_input, (), "Shrikumar et al. 2016"
        ),
        Method(
            "ig",
            Note("integrated gradients"),
            _integrated,
            ("padding", "zero", "unknown"),
            "Sundararajan et al. 2017",
        ),
        Method("lrp", Note("relevance (LRP)"), _relevance, (), "Arras et al. 2017"),
        Method("occlusion", Note("occlusion"), _occlusion, REPLACEMENTS, "Zeiler and Fergus 2014"),
    )
}
"""By name."""


def explain(
    network: Network,
    sequence: Sequence,
    method: str,
    target: Target | None = None,
    settings: MethodSettings | None = None,
    should_stop: Stop = None,
    progress: Progress = None,
    edits: tuple[LayerEdit, ...] = (),
) -> Attribution:
    """How much each step of a sequence did for an answer.

    Args:
        network: what reads.
        sequence: what it reads, of ``T`` steps.
        method: a name of `METHODS`.
        target: what is to be explained; the answer at the end without one.
        settings: of the method.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1, where it may take long.
        edits: of recurrent layers, in force while it reads.

    Raises:
        ReplayError: there is no such step, class, unit, method or baseline, or the answer or
            the scores are not finite.
        UnsupportedError: a layer on the way has no gradient, or no relevance rule.
        Cancelled: ``should_stop`` became true.
    """
    from engine.explain.attribution import Attribution
    from engine.explain.target import read_for

    settings = settings or MethodSettings()
    if method not in METHODS:
        raise ReplayError(
            "There is no method {method}. There are: {known}.",
            method=method,
            known=", ".join(METHODS),
        )
    row = METHODS[method]
    if settings.baseline is not None and settings.baseline not in row.baselines:
        raise ReplayError(
            "The method {method} has no baseline {baseline}. It has: {known}.",
            method=method,
            baseline=settings.baseline,
            known=", ".join(row.baselines) or "-",
        )
    if settings.steps is not None and not 1 <= settings.steps <= MAX_CHOSEN:
        raise ReplayError(
            "Integrated gradients need at least one point on the way, and at most {most}.",
            most=f"{MAX_CHOSEN:,}",
        )
    begun = time.perf_counter()
    auxiliary = {name: rows[None] for name, rows in sequence.auxiliary_inputs.items()}
    reading = read_for(network, sequence.inputs[None], auxiliary, target, should_stop, edits)
    answer = float(reading.answers()[0])
    if not np.isfinite(answer):
        raise ReplayError(
            "The answer of {network} is not a finite number, and cannot be explained.",
            network=network.name,
        )
    with np.errstate(all="ignore"):  # what is not finite is told below
        found = row.run(reading, sequence, settings, progress)
    if not np.isfinite(found.scores).all():
        raise ReplayError(
            "The scores of {method} for {network} are not finite numbers: weights are infinite, "
            "or gradients grow beyond what a number can hold. Choose occlusion, or an earlier "
            "step.",
            method=row.title,
            network=network.name,
        )
    steps = len(sequence)
    return Attribution(
        method,
        _filled(found.scores, steps),
        None if found.by_feature is None else _filled(found.by_feature, steps),
        answer,
        found.baseline_answer,
        reading.explains,
        reading.target,
        found.checks,
        time.perf_counter() - begun,
        found.settings,
        reading.several,
    )


def _filled(rows: Floats, steps: int) -> Floats:
    """With rows of 0 for the steps after the one that was asked about."""
    if len(rows) == steps:
        return rows
    return np.concatenate([rows, np.zeros((steps - len(rows), *rows.shape[1:]))])
