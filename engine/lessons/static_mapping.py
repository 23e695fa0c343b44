"""Does the order of the words matter?  A review whose words are shuffled, and what a convolution
with pooling found in it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Several
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.replay.forward import forward
from engine.replay.replay import replay_chunks
from engine.sequence import Sequence
from engine.text.review import Review

Floats = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]
Stop = Callable[[], bool] | None


def shuffled_order(sequence: Sequence, seed: int) -> npt.NDArray[np.intp]:
    """``(T,)``, which step stands at each place after its words are shuffled; padding stays, and
    the start mark, which is no word."""
    order = np.arange(len(sequence))
    is_word = ~sequence.padding
    if isinstance(sequence, Review) and sequence.encoding.start_char is not None:
        is_word &= sequence.inputs != sequence.encoding.start_char
    words = np.flatnonzero(is_word)
    order[words] = np.random.default_rng(seed).permutation(words)
    return order


def answers(network: Network, inputs: npt.NDArray[Any], should_stop: Stop = None) -> Floats:
    """The answers at the end ``(N,)`` to ids ``(N, T)``; of several numbers the first."""
    result = np.empty(len(inputs))
    for chunk in replay_chunks(network, inputs, should_stop=should_stop):
        last = chunk.prediction[:, -1]
        result[chunk.rows] = last if last.ndim == 1 else last[:, 0]
    return result


@dataclass(frozen=True, eq=False)
class Shuffled:
    """Answers of one network to reviews as they are and with their words shuffled, ``(N,)``, and
    the labels ``(N,)`` of those reviews, 1 positive; NaN where nobody knows."""

    before: Floats
    after: Floats
    labels: Floats

    @property
    def changes(self) -> Floats:
        """How far each answer moved, ``(N,)``."""
        return np.abs(self.after - self.before)

    @property
    def accuracies(self) -> tuple[float, float]:
        """The share of labelled reviews that are judged right, before and after; NaN without any."""
        known = np.isfinite(self.labels)
        if not known.any():
            return np.nan, np.nan
        right = self.labels[known] > 0.5
        before, after = ((each[known] > 0.5) == right for each in (self.before, self.after))
        return float(before.mean()), float(after.mean())

    @property
    def turned(self) -> float:
        """The share of reviews whose answer came to the other side of 0.5."""
        return float(np.mean((self.before > 0.5) != (self.after > 0.5)))


def shuffle(
    network: Network, reviews: Several[Sequence], seed: int, should_stop: Stop = None
) -> Shuffled:
    """Let a network read reviews ``(N, T)`` of one length, and the same with their words shuffled: the k-th
    by the seed ``seed + k``.

    Raises:
        ReplayError: they do not fit the network.
        Cancelled: ``should_stop`` became true.
    """
    inputs = np.stack([review.inputs for review in reviews])
    orders = np.stack([shuffled_order(each, seed + k) for k, each in enumerate(reviews)])
    mixed = np.take_along_axis(inputs, orders, axis=1)
    labels = np.array([np.nan if each.label is None else each.label for each in reviews], float)
    return Shuffled(
        answers(network, inputs, should_stop), answers(network, mixed, should_stop), labels
    )


STAYED = 0.05
"""How far an answer of a static network may move and count as the same."""


def where_order_shows(dynamic: Several[Shuffled], static: Several[Shuffled]) -> int | None:
    """Of reviews that several networks read, the place of the one at which shuffling moves the
    answers of all dynamic networks most, of those at which no static one's moves by `STAYED`; None
    if there is none."""
    moved = np.min([each.changes for each in dynamic], axis=0)
    stays = np.max([each.changes for each in static], axis=0) < STAYED
    return int(np.where(stays, moved, -1.0).argmax()) if stays.any() else None


@dataclass(frozen=True)
class FilterWindow:
    """What one filter of a convolution found.

    Attributes:
        filter: which, from 0.
        first: the step where its strongest window begins.
        steps: how many steps the window has.
        value: what the pooling took from there.
        added: what the answer's sum gains by it: the value times the weight behind it.
    """

    filter: int
    first: int
    steps: int
    value: float
    added: float


def filter_values(network: Network, ids: Ids) -> npt.NDArray[np.float64]:
    """What the Conv1D of an Embedding, Conv1D, GlobalMaxPooling1D and Dense answers to each of its
    windows over ids ``(T,) int32``: ``(W, F) float64``."""
    convolution = next(layer for layer in network.layers if layer.kind == "Conv1D")
    passed = forward(network, ids[None], keep=True)
    call = next(call for call in network.calls if call.layer == convolution.name)
    return np.asarray(passed.values[(call.name, 0)].array[0], np.float64)


def strongest_windows(
    network: Network, values: npt.NDArray[np.float64]
) -> tuple[FilterWindow, ...]:
    """What the pooling keeps of `filter_values` ``(W, F) float64``: the strongest window of every
    filter, those first that move the answer most."""
    convolution = next(layer for layer in network.layers if layer.kind == "Conv1D")
    dense = next(layer for layer in network.layers if layer.kind == "Dense")
    weights = np.asarray(dense.weights["kernel"], np.float64)[:, 0]
    at = values.argmax(axis=0)
    found = [
        FilterWindow(
            k,
            int(at[k]),
            int(convolution.weights["kernel"].shape[0]),
            float(values[at[k], k]),
            float(values[at[k], k] * weights[k]),
        )
        for k in range(values.shape[1])
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.added)))
