"""The questions of the state space and of the padding lab, as they are chosen on their pages."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt

from engine.explain.padding_lab import (
    LENGTHS,
    PaddingVariant,
    read_variants,
    score_variants,
    variants_at,
)
from engine.explain.state_space import StateSpace, state_space
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.session.pane import Pane
from engine.session.session import Session
from engine.text.review import Review
from gui.explain.explaining import Explaining, Question, Tell
from gui.explain.sampled import without_steps

STATE_REVIEWS, PADDING_REVIEWS = 200, 300
"""How many sequences are in the samples of the cloud and of the accuracies."""

HELD = ("the", "good", "bad", "not", "great")
"""Words whose fixed points are marked where the dictionary has them; all are frequent."""

OWN, LONGER = "own", "longer"
"""The length in which the review is read now, and one for a review that fills all `LENGTHS`."""


def state_key(explaining: Explaining, pane: Pane) -> str:
    """The cell state only where there is one."""
    wanted = explaining.choices.state
    return wanted if wanted == "h" or has_cell_state(pane) else "h"


def has_cell_state(pane: Pane) -> bool:
    """Whether the layer of a pane keeps ``c`` beside ``h``, as an LSTM does."""
    return "c" in STATEFUL[pane.shown.kind].states


def states(session: Session, explaining: Explaining, pane: Pane) -> Question:
    """Where the states of a sample lie; a `StateSpace`."""
    key = state_key(explaining, pane)
    review = session.review
    held: dict[str, npt.NDArray[np.int32]] = {}
    if review is not None and pane.network.reads_words:
        held[""] = np.int32(0)  # type: ignore[assignment]
        limit = pane.network.vocabulary_size or 0
        for word in HELD:
            id = review.dictionary.id_of(word)
            if id is not None and id < limit and id != review.dictionary.unknown:
                held[word] = np.int32(id)  # type: ignore[assignment]
    return Question(
        (
            *("states", pane.network, pane.layer, key, explaining.rules()),
            *((word, int(id)) for word, id in held.items()),
        ),
        "Reading a sample for the state space",
        partial(_space, explaining, pane.network, pane.layer, key, held),
        pane.network,
    )


def own_length(session: Session) -> int:
    """The length in which the review is read."""
    review = session.review
    return max(1, len(review)) if review is not None else LENGTHS[1]


def length_name(session: Session, explaining: Explaining) -> str:
    """The user's choice; before there is one, the longest that leaves room for padding, as without
    any all rows are alike."""
    chosen, review = explaining.choices.length, session.review
    if chosen and (chosen != LONGER or longer_length(session) is not None):
        return chosen
    if review is None:
        return OWN
    return LONGER if longer_length(session) is not None else str(max(LENGTHS))


def longer_length(session: Session) -> int | None:
    """A length with padding for a review that fills all `LENGTHS`: half as long again, or more; None
    where one of those has room."""
    review = session.review
    if review is None or len(review.token_ids) < max(LENGTHS):
        return None
    length = max(LENGTHS)
    while length < 1.5 * len(review.token_ids):
        length *= 2
    return length


def length_of(session: Session, name: str) -> int:
    """The length that a name stands for."""
    if name == LONGER:
        return longer_length(session) or own_length(session)
    return own_length(session) if name == OWN else int(name)


def variants(session: Session, explaining: Explaining) -> tuple[PaddingVariant, ...]:
    """The rows of the padding lab, from the top."""
    name = length_name(session, explaining)
    return variants_at(length_of(session, name), explaining.choices.truncating)


def readings(session: Session, explaining: Explaining, pane: Pane) -> Question | None:
    """The review in every variant, a `VariantReading` each; None where no words are read."""
    trace = pane.trace
    if trace is None or not isinstance(trace.sequence, Review):
        return None
    wanted = variants(session, explaining)
    return Question(
        ("padding", trace, pane.layer, wanted),
        "Reading the review in other encodings",
        partial(_readings, trace.network, trace.sequence, pane.layer, wanted),
        trace,
    )


def scores(session: Session, explaining: Explaining, pane: Pane) -> Question:
    """How often a network is right about a sample in every variant, a `VariantScore` each."""
    wanted, rules = variants(session, explaining), without_steps(explaining.rules())
    return Question(
        ("padding scores", pane.network, wanted, rules),
        "Reading a sample in other encodings",
        partial(_scores, explaining, rules, pane.network, wanted),
        pane.network,
    )


def _space(
    explaining: Explaining,
    network: Network,
    layer: str,
    key: str,
    held: dict[str, npt.NDArray[np.int32]],
    should_stop: ShouldStop,
    tell: Tell,
) -> StateSpace:
    sequences = explaining.draw(network, STATE_REVIEWS)
    return state_space(network, sequences, layer, key, held, should_stop, tell)


def _readings(
    network: Network,
    review: Review,
    layer: str,
    wanted: tuple[PaddingVariant, ...],
    should_stop: ShouldStop,
    tell: Tell,
) -> tuple[object, ...]:
    return read_variants(network, review, layer, wanted, should_stop)


def _scores(
    explaining: Explaining,
    rules: object,
    network: Network,
    wanted: tuple[PaddingVariant, ...],
    should_stop: ShouldStop,
    tell: Tell,
) -> tuple[object, ...]:
    known = explaining.padded.get(network)
    if known is None or known[0] != rules:
        known = rules, explaining.draw_reviews(network, PADDING_REVIEWS)
        explaining.padded[network] = known
    return score_variants(network, known[1], wanted, should_stop, tell)
