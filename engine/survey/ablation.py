"""Switch it off: how right a network is without one of its units, with a gate held, or as edited."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from engine.errors import Cancelled, GatescopeError, Note, ReplayError
from engine.explain.padding_lab import with_mask
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.progress import Progress, ShouldStop, finish
from engine.replay.edits import GateEdit, LayerEdit, UnitOff
from engine.survey.intervals import Share, paired, share_of
from engine.survey.passes import Workers
from engine.survey.survey import Survey, answers_only

Refused = tuple[str, GatescopeError]
"""What was to be changed, and why the network cannot be read so."""


@dataclass(frozen=True)
class Ablation:
    """What one change costs.

    Attributes:
        what: ``unit``, ``gate``, ``mask`` or ``edits``.
        layer, key: of which series; "" for the mask and for edits.
        unit: from 0; None for all.
        value: what the gate is held at, ``0``, ``1`` or ``mean``; the texts of edits; "" for others.
        right: how many are judged rightly then.
        loss: the mean binary cross-entropy then.
        change: of the accuracy, against the untouched network.
        low, high: its interval of 95 %, Newcombe's over pairs.
        loss_change: of the loss.
    """

    what: str
    layer: str
    key: str
    unit: int | None
    value: str
    right: Share
    loss: float
    change: float
    low: float
    high: float
    loss_change: float

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves 0 out; of many ablations see `Ablations.by_chance`."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, eq=False)
class Ablations:
    """A table of ablations, what costs most first.

    Attributes:
        right, loss: of the untouched network.
        rows: one a change.
        notes: what went otherwise than asked.
        refused: those that the network cannot be read with, and why.
    """

    right: Share
    loss: float
    rows: tuple[Ablation, ...]
    refused: tuple[Refused, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def by_chance(self) -> float:
        """How many would be sure if none changed anything: one in twenty."""
        return len(self.rows) / 20


Trial = tuple[str, str, str, int | None, str, tuple[LayerEdit, ...]]
"""One change: what, of which layer, series and unit, the value as a text, and the edits."""

Tried = tuple[Ablation | Refused, tuple[Note, ...]]
"""The row of one change, or why there is none; and what went otherwise than asked."""

TrialCache = dict[Trial, Tried]
"""What is known of changes of one survey."""


def ablate(
    survey: Survey,
    units: bool = True,
    gates: bool = True,
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
    cache: TrialCache | None = None,
) -> Generator[Progress, None, Ablations]:
    """Read the corpus once for every unit that is off, every gate that is held at 0, 1 or the mean
    of each unit, and with padding masked.

    What is in ``cache``, of the same survey, is not read again, and what was read is put there at
    once: work that was given up goes on where it was.

    Raises:
        ReplayError: the answers cannot be right or wrong.
        Cancelled: ``should_stop`` became true.
    """
    survey.check_judged()
    if survey.edits:
        raise ReplayError("Ablations are of an untouched network. Take the edits off.")
    network = survey.network
    trials = [*(_units(network) if units else ()), *(_gates(survey) if gates else ())]
    masked = _masked(survey)
    total = len(trials) + (masked is not None)
    rows: list[Ablation] = []
    refused: list[Refused] = []
    notes = [_meanless(survey, *each) for each in _without_mean(survey)] if gates else []
    for done, trial in enumerate([*trials, None] if masked is not None else trials):
        yield Progress(done, total, "Switching units off")
        reader = masked if trial is None and masked is not None else network
        asked = trial or _MASK
        row, said = yield from _quietly(_once(survey, reader, asked, workers, should_stop, cache))
        notes += said
        if isinstance(row, Ablation):
            rows.append(row)
        else:
            refused.append(row)
    return Ablations(
        share_of(survey.right),
        float(survey.losses.mean()),
        _sorted(rows),
        tuple(refused),
        tuple(dict.fromkeys(notes)),
    )


def with_edits(
    ablations: Ablations,
    survey: Survey,
    edits: tuple[LayerEdit, ...],
    workers: Workers | None = None,
    should_stop: ShouldStop | None = None,
    cache: TrialCache | None = None,
) -> Generator[Progress, None, Ablations]:
    """The same table with a row for edits of one's own, all of them together in every sequence.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    trial: Trial = ("edits", "", "", None, ", ".join(map(str, edits)), edits)
    row, notes = yield from _once(survey, survey.network, trial, workers, should_stop, cache)
    notes = tuple(dict.fromkeys((*ablations.notes, *notes)))
    if isinstance(row, Ablation):
        return replace(ablations, rows=_sorted([*ablations.rows, row]), notes=notes)
    return replace(ablations, refused=(*ablations.refused, row), notes=notes)


def _sorted(rows: list[Ablation]) -> tuple[Ablation, ...]:
    return tuple(sorted(rows, key=lambda row: (row.change, -row.loss_change)))


_MASK: Trial = ("mask", "", "", None, "", ())


def _once(
    survey: Survey,
    reader: Network,
    trial: Trial,
    workers: Workers | None,
    should_stop: ShouldStop | None,
    cache: TrialCache | None,
) -> Generator[Progress, None, Tried]:
    """`_tried`, but for what is cached."""
    known = None if cache is None else cache.get(trial)
    if known is None:
        known = yield from _tried(survey, reader, trial, workers, should_stop)
        if cache is not None:
            cache[trial] = known
    return known


def _tried(
    survey: Survey,
    reader: Network,
    trial: Trial,
    workers: Workers | None,
    should_stop: ShouldStop | None,
) -> Generator[Progress, None, Tried]:
    """The row of one change, or why there is none; and what went otherwise than asked."""
    what, layer, key, unit, value, edits = trial
    nth = "" if unit is None else unit + 1
    named = " ".join(f"{layer} {key} {nth} {value}".split()) or what
    before, losses = survey.right, survey.losses
    try:
        other = yield from answers_only(reader, survey.inputs, workers, edits, should_stop)
    except Cancelled:
        raise
    except GatescopeError as error:
        return (named, error), ()
    if (other.judged != survey.judged).any():  # what it answers then is no number any more
        none = ReplayError("{network} has no finite answer then.", network=survey.network.name)
        return (named, none), other.notes
    right, loss = other.right, float(other.losses.mean())
    low, high = paired(before, right)
    change = float(right.mean() - before.mean())
    more = loss - float(losses.mean())
    row = Ablation(what, layer, key, unit, value, share_of(right), loss, change, low, high, more)
    return row, other.notes


def _units(network: Network) -> Iterator[Trial]:
    for layer in network.recurrent:
        for unit in range(layer.units):
            yield "unit", layer.name, "h", unit, "", (UnitOff(layer.name, (unit,)),)


def _without_mean(survey: Survey) -> list[tuple[str, str]]:
    """The layers and gates that have no finite mean: all they read is padding, or no number."""
    return [
        (layer.name, key)
        for layer in survey.network.recurrent
        for key in STATEFUL[layer.kind].gates
        if key != STATEFUL[layer.kind].candidate
        and not np.isfinite(survey.moments[layer.name][key].mean).all()
    ]


def _meanless(survey: Survey, layer: str, key: str) -> Note:
    return Note(
        "{layer} {key} has no finite mean over {corpus}, and is not held there.",
        layer=layer,
        key=key,
        corpus=survey.inputs.title,
    )


def _gates(survey: Survey) -> Iterator[Trial]:
    for layer in survey.network.recurrent:
        kind = STATEFUL[layer.kind]
        for key in kind.gates:
            if key == kind.candidate:
                continue
            for value in (0.0, 1.0):
                edit = GateEdit(layer.name, key, None, value)
                yield "gate", layer.name, key, None, f"{value:g}", (edit,)
            means = survey.moments[layer.name][key].mean
            if not np.isfinite(means).all():
                continue  # see `_without_mean`
            held = tuple(
                GateEdit(layer.name, key, (unit,), float(mean)) for unit, mean in enumerate(means)
            )
            yield "gate", layer.name, key, None, "mean", held


def _masked(survey: Survey) -> Network | None:
    """The network with ``mask_zero``; None where nothing is padded, or it has no Embedding, or
    masks already."""
    if not survey.inputs.padding.any() or survey.network.input.vocabulary is None:
        return None
    try:
        masked = with_mask(survey.network, masked=True)
    except ReplayError:
        return None
    return None if masked is survey.network else masked


Result = TypeVar("Result")


def _quietly(work: Generator[Progress, None, Result]) -> Generator[Progress, None, Result]:
    """The work without its own progress, which would run from 0 to 1 again and again."""
    yield from ()
    return finish(work)
