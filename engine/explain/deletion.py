"""Deletion curves: does the answer fall when the words that an attribution calls important go?

Source: Samek et al., Evaluating the Visualization of What a Deep Neural Network Has Learned
(2017).  Of each review of a sample the words are deleted, as `engine.explain.occlusion` does, in
the order of their attribution, the one that supported the answer most first; and in an order
drawn by lot.  What is looked at is the logit in favour of what the network said.  A method that
finds what mattered makes it fall faster than chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.choices import Replacement
from engine.explain.methods import METHODS, MethodSettings, explain, unknown_id
from engine.explain.occlusion import answers_without, without_of
from engine.explain.target import Floats, Stop, Target, read_for
from engine.network.network import Network
from engine.progress import check
from engine.sequence import Sequence as Steps

RANDOM = "random"
"""The name of the order that is drawn by lot."""

SHARES = tuple(round(0.05 * k, 2) for k in range(21))
"""How much is deleted, where nothing else is asked: every twentieth of the words."""


@dataclass(frozen=True, eq=False)
class Deletion:
    """What deleting words of a sample did.

    Attributes:
        after: ``(S,)``, how much was deleted: words, or shares of them from 0 to 1.
        in_words: whether it was words.
        answers: ``(R, S)`` by the name of the method, and by `RANDOM`: the logit in favour of
            what the network said of each review.
        reviews: ``R``, how many had a word to delete.
        seed: of the order drawn by lot.
        replacement: how words were deleted.
        target: what was explained, as it was asked.
        of_words: whether it was reviews; else windows of a series, whose steps take the words'
            place.
    """

    after: Floats
    in_words: bool
    answers: dict[str, Floats]
    reviews: int
    seed: int
    replacement: Replacement
    target: Target = field(default_factory=Target)
    of_words: bool = True

    def curve(self, method: str) -> Floats:
        """The mean answer over the reviews, ``(S,)``."""
        result: Floats = self.answers[method].mean(axis=0)
        return result

    def area(self, method: str) -> tuple[float, float]:
        """The area between chance's curve and the method's, as a mean difference of the answer,
        positive where the method makes it fall faster; and its standard error over reviews, NaN
        of a single one."""
        between = self.answers[RANDOM] - self.answers[method]
        widths = np.diff(self.after)
        means = (between[:, 1:] + between[:, :-1]) / 2
        areas = means @ widths / widths.sum() if widths.sum() else between[:, 0]
        count = len(areas)
        error = float(areas.std(ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
        return float(areas.mean()), error


def deletion(
    network: Network,
    reviews: Sequence[Steps],
    methods: Sequence[str] = tuple(METHODS),
    *,
    words: Sequence[int] | None = None,
    replacement: Replacement = "removed",
    seed: int = 0,
    target: Target | None = None,
    settings: Mapping[str, MethodSettings] | None = None,
    should_stop: Stop = None,
    progress: Callable[[float], None] | None = None,
) -> Deletion:
    """Delete the words of a sample of reviews in the order of each method's attribution.

    Args:
        network: what reads.
        reviews: the sample.
        methods: names of `METHODS`.
        words: after how many words to look; None for `SHARES` of them.
        replacement: how a word is deleted, as occlusion does.
        seed: of the order drawn by lot, anew for each review.
        target: what is to be explained; the answer at the end without one.  A review that has no
            such step does not count, and of what comes after the step nothing is deleted.
        settings: of the methods, by their names.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1.

    Raises:
        ReplayError: no review has a word that could be deleted, or a method or its settings are
            not there; and what `explain` raises.
        UnsupportedError: a layer has no gradient, or no relevance rule.
        Cancelled: ``should_stop`` became true.
    """
    random = np.random.default_rng(seed)
    rows: dict[str, list[Floats]] = {name: [] for name in (*methods, RANDOM)}
    for place, review in enumerate(reviews):
        check(should_stop)
        one = _SampleReview(network, review, target or Target(), replacement, should_stop)
        found = one.answers(methods, words, random, settings or {})
        for name, curve in found.items():
            rows[name].append(curve)
        if progress is not None:
            progress((place + 1) / len(reviews))
    if not (count := len(rows[RANDOM])):
        raise ReplayError(
            "No review of the sample has a word that could be deleted."
            if network.reads_words
            else "No window of the sample has a step that could be deleted."
        )
    after = np.asarray(SHARES if words is None else words, np.float64)
    answers = {name: np.stack(each) for name, each in rows.items()}
    how = seed, replacement, target or Target(), network.reads_words
    return Deletion(after, words is not None, answers, count, *how)


@dataclass(frozen=True, eq=False)
class _SampleReview:
    """One review of the sample."""

    network: Network
    review: Steps
    target: Target
    replacement: Replacement
    should_stop: Stop

    def answers(
        self,
        methods: Sequence[str],
        words: Sequence[int] | None,
        random: np.random.Generator,
        settings: Mapping[str, MethodSettings],
    ) -> dict[str, Floats]:
        """The answers ``(S,)`` by order; nothing of a review without words."""
        network, review = self.network, self.review
        if self.target.at is not None and self.target.at >= len(review):
            return {}
        auxiliary = {name: rows[None] for name, rows in review.auxiliary_inputs.items()}
        reading = read_for(network, review.inputs[None], auxiliary, self.target, self.should_stop)
        rule = without_of(reading, review.padding, self.replacement, 0, unknown_id(review))
        places = np.flatnonzero(~rule.padding)
        most = len(places) - int(rule.shorter)  # something has to be read
        if most < 1:
            return {}
        shares = [round(share * len(places)) for share in SHARES]
        counts = [min(most, count) for count in (shares if words is None else words)]
        said = 1.0 if reading.several or reading.answers()[0] >= 0 else -1.0
        orders: dict[str, npt.NDArray[np.intp]] = {}
        for name in methods:
            own = settings.get(name)
            scores = explain(network, review, name, reading.target, own, self.should_stop).scores
            orders[name] = places[np.argsort(-said * scores[places], kind="stable")]
        orders[RANDOM] = random.permutation(places)
        deleted = [order[:count] for order in orders.values() for count in counts]
        answers = said * answers_without(reading, rule, deleted)
        return dict(zip(orders, answers.reshape(len(orders), -1), strict=True))
