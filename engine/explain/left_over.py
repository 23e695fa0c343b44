"""How much of a word is left after some steps, over a sample of reviews."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import ReplayError
from engine.explain.memory import faded
from engine.explain.target import Floats, Stop, Target, read_for
from engine.network.network import Network
from engine.progress import check
from engine.sequence import Sequence as Steps

STEPS = 20
"""After so many, where nothing else is asked."""


@dataclass(frozen=True, eq=False)
class LeftOver:
    """What is left of words in one recurrent layer: shares of what was felt at once.

    Attributes:
        network: its name.
        layer: the name of the trace.
        steps: after how many.
        reviews: how many had a word with so many steps after it.
        words: how many words there were in them.
        quartiles: of all words, ``(3,)``: a quarter, half and three quarters have less left.
        medians: of each review's words, ``(N,)``, one a review of the sample, so that networks can
            be compared review by review; NaN where it had no such word.
        of_words: whether it was reviews; else windows of a series, whose steps take the words'
            place, and which share rows.
    """

    network: str
    layer: str
    steps: int
    reviews: int
    words: int
    quartiles: Floats
    medians: Floats
    of_words: bool = True


def left_over(
    networks: Sequence[Network],
    reviews: Sequence[Sequence[Steps]],
    steps: int = STEPS,
    should_stop: Stop = None,
    progress: Callable[[float], None] | None = None,
) -> list[LeftOver]:
    """What is left of words after some steps, ``|d(h_s+steps)/d(x_s)|`` by ``|d(h_s)/d(x_s)|``.

    Args:
        networks: what reads.
        reviews: of each network, the sample as it reads it.
        steps: after how many.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1.

    Returns:
        One for every recurrent layer, network by network.

    Raises:
        ReplayError: no review has a word with so many steps after it.
        Cancelled: ``should_stop`` became true.
    """
    found: list[LeftOver] = []
    total, done = sum(map(len, reviews)), 0
    for network, sample in zip(networks, reviews, strict=True):
        left: dict[str, list[Floats]] = {layer.name: [] for layer in network.recurrent}
        for review in sample:
            check(should_stop)
            for name, shares in _of_one(network, review, steps, should_stop).items():
                left[name].append(shares)
            done += 1
            if progress is not None:
                progress(done / total)
        found += [_summed_up(network, name, steps, shares) for name, shares in left.items()]
    return found


def _of_one(network: Network, review: Steps, steps: int, should_stop: Stop) -> dict[str, Floats]:
    auxiliary = {name: rows[None] for name, rows in review.auxiliary_inputs.items()}
    if not network.recurrent:
        return {}
    target = Target(layer=network.recurrent[-1].name, unit=0)
    reading = read_for(network, review.inputs[None], auxiliary, target, should_stop)
    result = {}
    for name, record in reading.passed.records.items():
        words = None  # what is left of padding is not asked
        if len(record.times) == len(review):
            words = ~review.padding[record.times][:: -1 if record.backwards else 1]
        own, later = faded(record, steps, words, should_stop)
        result[name] = later[own > 0] / own[own > 0]
    return result


def _summed_up(network: Network, layer: str, steps: int, shares: list[Floats]) -> LeftOver:
    if not (some := [each for each in shares if len(each)]):
        raise ReplayError(
            "No review of the sample has a word with {steps} steps after it."
            if network.reads_words
            else "No window of the sample has a step with {steps} more after it.",
            steps=steps,
        )
    words = np.concatenate(some)
    return LeftOver(
        network.name,
        layer,
        steps,
        len(some),
        len(words),
        np.quantile(words, (0.25, 0.5, 0.75)),
        np.array([np.median(each) if len(each) else np.nan for each in shares]),
        network.reads_words,
    )
