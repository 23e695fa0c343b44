"""`Survey`: a network's reading of a whole corpus, as reductions, never as one giant tensor."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, ReplayError
from engine.network.cell_kinds import STATEFUL
from engine.network.closing import SIGMOIDS, SOFTMAX, closes_with
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.cells.registry import CELLS
from engine.replay.cells.series import is_signed
from engine.replay.edits import LayerEdit
from engine.survey.collectors import Answers, Ends, Moments, classes_of
from engine.survey.corpus_inputs import Bools, CorpusInputs
from engine.survey.passes import Collector, Workers, pass_over

Floats = npt.NDArray[np.float64]

SURE = 0.5
"""An answer above it says positive."""


@dataclass(frozen=True, eq=False)
class Survey:
    """What is kept of a reading of a corpus.

    Attributes:
        network: what read.
        inputs: what it read.
        answers: its answers at every step.
        moments: of every series, by the layer's name and the series' key; none of `rows`.
        ends: the states at the end, by the layer's name.
        edits: what was changed in every sequence.
        notes: what went otherwise than asked.
    """

    network: Network
    inputs: CorpusInputs
    answers: Answers
    moments: Mapping[str, Mapping[str, Moments]]
    ends: Mapping[str, Ends]
    edits: tuple[LayerEdit, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def judges(self) -> bool:
        """Whether the answer is the probability of positive, so that it can be right or wrong: one
        number out of a sigmoid, or two out of a softmax."""
        closing = {1: SIGMOIDS, 2: SOFTMAX}.get(self.answers.classes)
        return closing is not None and closes_with(self.network, closing)

    @property
    def unanswered(self) -> int:
        """How many labelled sequences have no finite answer, and are not judged."""
        if not self.judges or self.inputs.not_judged is not None:
            return 0
        return int(self.inputs.labelled.sum() - self.judged.sum())

    @property
    def looks_ahead(self) -> bool:
        """Whether an answer before the end depends on steps that come after it."""
        return self.answers.looks_ahead

    @property
    def judged(self) -> Bools:
        """``(N,)``, the sequences that have a label and a finite answer, if the network judges and
        may be judged by them."""
        none: Bools = np.zeros(len(self.inputs), bool)
        is_judged = self.judges and self.inputs.not_judged is None
        return self._answered if is_judged else none

    @property
    def _answered(self) -> Bools:
        """``(N,)``, the sequences that have a label and a finite answer."""
        return self.inputs.labelled & np.isfinite(self.answers.ends).all(axis=1)

    @property
    def right(self) -> Bools:
        """``(M,)``, whether the answer says the label, of the `judged`."""
        judged = self.judged
        result: Bools = (self.answers.ends[judged, -1] > SURE) == (self.inputs.labels[judged] == 1)
        return result

    @property
    def losses(self) -> Floats:
        """``(M,)``, the binary cross-entropy of the `judged`, as Keras clips it."""
        judged = self.judged
        likely = np.clip(self.answers.ends[judged, -1].astype(np.float64), 1e-7, 1 - 1e-7)
        result: Floats = -np.log(np.where(self.inputs.labels[judged] == 1, likely, 1 - likely))
        return result

    def rows(self, chosen: npt.ArrayLike) -> Survey:
        """The same of some of the sequences, ``(M,)`` places or ``(N,)`` flags, without moments,
        which are kept of all together."""
        where = np.arange(len(self.inputs))[np.asarray(chosen)]
        return replace(
            self,
            inputs=self.inputs.rows(where),
            answers=self.answers.rows_of(where),
            moments={},
            ends={name: each.rows_of(where) for name, each in self.ends.items()},
        )

    def of_numbers(self, numbers: npt.ArrayLike) -> Survey:
        """`rows` of those whose numbers in their corpus are among ``numbers (M,)``.

        Raises:
            ReplayError: none of them was read.
        """
        chosen = np.isin(self.inputs.numbers, numbers)
        if not chosen.any():
            raise ReplayError(
                "{network} has read none of the selected sequences of {corpus}.",
                network=self.network.name,
                corpus=self.inputs.title,
            )
        return self.rows(chosen)

    def check_judged(self) -> None:
        """Raise ReplayError unless its answers can be right or wrong."""
        if not self.network.answers:
            raise ReplayError(
                "{network} has no answer that can be computed, hence no accuracy.",
                network=self.network.name,
            )
        if self.inputs.dictionary is None and not self.inputs.labelled.any():
            raise ReplayError(
                "No window of {corpus} has a label; there is no accuracy without.",
                corpus=self.inputs.title,
            )
        if not self.inputs.labelled.any():
            raise ReplayError(
                "No review of {corpus} has a label of two classes; there is no accuracy without.",
                corpus=self.inputs.title,
            )
        several = self.answers.classes > 2 and closes_with(self.network, SIGMOIDS | SOFTMAX)
        if several:
            raise ReplayError(
                "{network} answers with {classes} classes and {corpus} has labels of two, positive "
                "and negative: no answer is right or wrong.",
                network=self.network.name,
                classes=f"{self.answers.classes:,}",
                corpus=self.inputs.title,
            )
        if not self.judges:
            raise ReplayError(
                "The answer of {network} is not the probability of positive; it is neither right "
                "nor wrong about a label.",
                network=self.network.name,
            )
        if not self._answered.any():
            raise ReplayError(
                "{network} has no finite answer about a review with a label.",
                network=self.network.name,
            )
        if self.inputs.not_judged is not None:
            raise self.inputs.not_judged.anew()


def survey(
    network: Network,
    inputs: CorpusInputs,
    workers: Workers | None = None,
    edits: tuple[LayerEdit, ...] = (),
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Survey]:
    """Let a network read a corpus, with every gate, in one pass.

    Raises:
        ReplayError: the sequences do not fit the network, or it has no recurrent layer.
        EditError: the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    if not network.recurrent:
        raise ReplayError(
            "{network} has no recurrent layer that can be watched.", network=network.name
        )
    empty = empty_survey(network, inputs, edits)
    collectors: list[Any] = [empty.answers, *empty.ends.values()]
    collectors += [each for by_key in empty.moments.values() for each in by_key.values()]
    passed = yield from pass_over(network, inputs, collectors, workers, edits, should_stop)
    return with_notes(empty, passed.notes)


def empty_survey(
    network: Network, inputs: CorpusInputs, edits: tuple[LayerEdit, ...] = ()
) -> Survey:
    """One of which nothing has been read."""
    rows, steps = len(inputs), inputs.steps
    answers = Answers(rows, steps, classes_of(network))
    moments: dict[str, dict[str, Moments]] = {}
    ends: dict[str, Ends] = {}
    for layer in network.recurrent:
        kind = STATEFUL[layer.kind]
        keys = tuple(CELLS[layer.kind].EQUATIONS)
        moments[layer.name] = {
            key: Moments(layer.name, key, is_signed(key), layer.units) for key in keys
        }
        ends[layer.name] = Ends(layer.name, kind.states, layer.units, rows)
    return Survey(network, inputs, answers, moments, ends, edits)


def with_notes(read: Survey, notes: tuple[Note, ...] = ()) -> Survey:
    """One that has been read, with what is to be said of it, and more."""
    own = (*read.inputs.notes, *_left_empty(read.network), *_not_read(read.moments))
    return replace(read, notes=(*own, *notes))


def _left_empty(network: Network) -> Iterator[Note]:
    """That a corpus fills only the input that is read step by step."""
    others = [
        each.name
        for place, each in enumerate(network.inputs)
        if place != network.main and not each.counts_steps
    ]
    if others:
        yield Note(
            "{network} has other inputs too, which are 0 for the whole corpus: {names}.",
            network=network.name,
            names=", ".join(others),
        )


def _not_read(moments: Mapping[str, Mapping[str, Moments]]) -> Iterator[Note]:
    """That nothing is known of layers without a step that counts, such as a decoder's."""
    if none := [layer for layer, by_key in moments.items() if not by_key["h"].count]:
        yield Note(
            "Nothing is said of the units of {names}: no step counts that reads the corpus itself.",
            names=", ".join(none),
        )


def answers_only(
    network: Network,
    inputs: CorpusInputs,
    workers: Workers | None = None,
    edits: tuple[LayerEdit, ...] = (),
    should_stop: ShouldStop | None = None,
) -> Generator[Progress, None, Survey]:
    """As `survey`, of which only the answers at the end are kept."""
    answers = Answers(len(inputs), 0, classes_of(network))
    kept: list[Collector] = [answers]
    passed = yield from pass_over(network, inputs, kept, workers, edits, should_stop)
    return Survey(network, inputs, answers, {}, {}, edits, passed.notes)
