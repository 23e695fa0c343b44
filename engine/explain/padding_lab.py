"""The padding lab: one review padded and cut in other ways, and what that does to a network.

A variant is what ``keras.utils.pad_sequences`` and ``mask_zero`` leave to choose: the length, the
side of the padding, the side that is cut, and whether padding is masked.  `read_variants` reads
one review in every variant, `score_variants` a sample of labelled reviews.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, GatescopeError, ReplayError
from engine.network.cell_kinds import STATEFUL
from engine.network.closing import SIGMOIDS, SOFTMAX, closes_with, is_probability
from engine.network.network import INACTIVE, INDEXING, Network
from engine.progress import check
from engine.replay.carried import without_begins
from engine.replay.replay import replay_batch, replay_chunks
from engine.sequence import Sequence as Steps
from engine.text.encoding import Side, pad
from engine.text.review import Review, with_tokens

Floats = npt.NDArray[np.float64]
Stop = Callable[[], bool] | None
Progress = Callable[[float], None] | None

LENGTHS = (50, 100, 200, 400)
"""Lengths that are offered."""

SURE = 0.5
"""An answer above it says positive."""


class WrongLength(ReplayError):
    """A network reads reviews of one length only, and that is another."""


@dataclass(frozen=True)
class PaddingVariant:
    """One way to bring a review to a length; the names mean what they mean in Keras.

    Attributes:
        length: in steps, at least 1.
        padding, truncating: the side on which is padded and cut.
        masked: whether the Embedding masks padding (``mask_zero``).
    """

    length: int
    padding: Side = "pre"
    truncating: Side = "pre"
    masked: bool = False


@dataclass(frozen=True, eq=False)
class VariantReading:
    """What one layer of a network did as it read a review in one variant.

    Attributes:
        variant: how the review was padded and cut.
        review: the review so padded and cut, ``T`` steps.
        states: ``h``, and ``c`` where there is one, ``(T, U)``.
        answers: ``(T,)``, the answer had the reading ended there, of the class ``channel``; NaN
            without one.
        channel: which of several classes; of two the second, of more the likeliest at the end.
        classes: how many numbers the answer has.
        is_probability: whether the answers are such.
    """

    variant: PaddingVariant
    review: Review
    states: Mapping[str, npt.NDArray[np.floating]]
    answers: Floats
    channel: int
    classes: int
    is_probability: bool

    @property
    def answer(self) -> float:
        """The answer at the end, NaN without one."""
        return float(self.answers[-1])

    @property
    def is_right(self) -> bool | None:
        """Whether the answer is the review's label; None where nobody can say."""
        known = self.review.label in (0, 1) and self.classes <= 2 and self.is_probability
        if not known or np.isnan(self.answer):
            return None
        return bool((self.answer > SURE) == (self.review.label == 1))

    @property
    def padded(self) -> tuple[int, int] | None:
        """The first and the last step of padding, None where there is none."""
        steps = np.flatnonzero(self.review.padding)
        return (int(steps[0]), int(steps[-1])) if len(steps) else None

    @property
    def through(self) -> tuple[float, float] | None:
        """The answers before and after the padding; where it stands in front, those at its first
        and its last step; None without padding."""
        if self.padded is None:
            return None
        first, last = self.padded
        return float(self.answers[max(0, first - 1)]), float(self.answers[last])

    def drift(self, key: str) -> float:
        """The Euclidean distance of a state at the last step of padding from that at its first; 0
        without padding."""
        if self.padded is None:
            return 0.0
        first, last = np.asarray(self.states[key], np.float64)[list(self.padded)]
        return float(np.linalg.norm(last - first))


@dataclass(frozen=True)
class VariantScore:
    """How often a network is right about a sample in one variant.

    Attributes:
        variant: how the reviews were padded and cut.
        count: reviews with a label.
        right: those whose label it said.
        padded, cut: those that were padded, and that were cut.
        alone: the answer to a review of nothing but padding.
        alone_right: the reviews about which that answer is right.
    """

    variant: PaddingVariant
    count: int
    right: int
    padded: int
    cut: int
    alone: float
    alone_right: int

    @property
    def accuracy(self) -> float:
        """The share that is right, 0 to 1."""
        return self.right / self.count

    @property
    def alone_accuracy(self) -> float:
        """The share about which the answer to padding alone is right, 0 to 1."""
        return self.alone_right / self.count


def variants_at(length: int, truncating: Side) -> tuple[PaddingVariant, ...]:
    """Padded in front and behind, not masked and masked, of one length and one way to cut."""
    return tuple(
        PaddingVariant(length, padding, truncating, masked)
        for masked in (False, True)
        for padding in ("pre", "post")
    )


def in_variant(review: Review, variant: PaddingVariant) -> Review:
    """The whole text of a review, padded and cut as a variant says."""
    encoding = replace(
        review.encoding,
        length=variant.length,
        padding=variant.padding,
        truncating=variant.truncating,
    )
    blank = replace(review, encoding=encoding)
    return with_tokens(blank, review.tokens, review.token_ids, review.token_unknown)


def with_mask(network: Network, masked: bool) -> Network:
    """The network with ``mask_zero`` on, or off, in the Embedding that it reads through; itself
    where it is so already.

    Raises:
        ReplayError: it reads through no Embedding, and is to mask.
    """
    through, ids = set(), {(network.input.name, 0)}
    for call in network.calls:
        if not ids.intersection(call.inputs):
            continue
        layer = network.layer_of(call)
        if layer.kind == "Embedding":
            through.add(layer.name)
        elif layer.kind in (*INDEXING, *INACTIVE):
            ids.add((call.name, 0))
    if not through and masked:
        raise ReplayError(
            "{network} reads through no Embedding, which could mask padding (mask_zero).",
            network=network.name,
        )
    layers = tuple(
        replace(layer, options={**layer.options, "mask_zero": masked})
        if layer.name in through and bool(layer.options.get("mask_zero")) != masked
        else layer
        for layer in network.layers
    )
    changed = any(new is not old for new, old in zip(layers, network.layers, strict=True))
    return replace(network, layers=layers) if changed else network


def read_variants(
    network: Network,
    review: Review,
    layer: str,
    variants: Sequence[PaddingVariant],
    should_stop: Stop = None,
) -> tuple[VariantReading | GatescopeError, ...]:
    """One review in every variant, those of one length and mask side by side.

    Args:
        network: what reads.
        review: as the network reads it.
        layer: the name of the trace whose states are kept.
        variants: how it is padded and cut.
        should_stop: asked now and then.

    Returns:
        a reading a variant, in order, or why the network cannot read it so.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    results: dict[PaddingVariant, VariantReading | GatescopeError] = {}
    for (masked, _), group in _grouped(variants).items():
        reviews = [in_variant(review, each) for each in group]
        try:
            batch = replay_batch(
                with_mask(network, masked),
                np.stack([each.inputs for each in reviews]),
                {name: np.stack([rows] * len(group)) for name, rows in _auxiliary(review)},
                should_stop=should_stop,
            )
        except Cancelled:
            raise
        except GatescopeError as error:
            results |= {each: _why_not(network, each, error) for each in group}
            continue
        record, steps = batch.layers[layer], group[0].length
        kind = network.layer(layer).kind
        for row, (variant, padded) in enumerate(zip(group, reviews, strict=True)):
            answers = np.asarray(batch.prediction[row], np.float64).reshape(
                len(batch.prediction[row]), -1
            )
            classes = answers.shape[1]
            channel = classes - 1 if classes <= 2 else int(np.nan_to_num(answers[-1]).argmax())
            results[variant] = VariantReading(
                variant,
                padded,
                {key: record.series[key][row, :steps] for key in STATEFUL[kind].states},
                answers[:steps, channel],
                channel,
                classes,
                is_probability([network], answers[:steps, channel]),
            )
    return tuple(results[each] for each in variants)


def score_variants(
    network: Network,
    reviews: Iterable[Steps],
    variants: Sequence[PaddingVariant],
    should_stop: Stop = None,
    progress: Progress = None,
) -> tuple[VariantScore | GatescopeError, ...]:
    """How often a network is right about a sample, in every variant.

    Args:
        network: what reads.
        reviews: the sample, as the network reads it; those without a label do not count.
        variants: how they are padded and cut.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1.

    Returns:
        a score a variant, in order, or why the network has none.

    Raises:
        ReplayError: no review has a label, or the answer is not one of two classes.
        Cancelled: ``should_stop`` became true.
    """
    known = [each for each in reviews if isinstance(each, Review) and each.label in (0, 1)]
    if not known:
        raise ReplayError(
            "No review of the sample has a label; there is no accuracy without. Open reviews with "
            "labels."
        )
    if not network.answers:
        raise ReplayError(
            "{network} has no answer that can be computed, hence no accuracy.",
            network=network.name,
        )
    results: list[VariantScore | GatescopeError] = []
    for place, variant in enumerate(variants):
        check(should_stop)
        try:
            results.append(_score(network, known, variant, should_stop))
        except Cancelled:
            raise
        except GatescopeError as error:
            results.append(_why_not(network, variant, error))
        if progress is not None:
            progress((place + 1) / len(variants))
    return tuple(results)


def _score(
    network: Network, reviews: Sequence[Review], variant: PaddingVariant, should_stop: Stop
) -> VariantScore:
    """The last row of the batch is a review of padding alone."""
    ids = np.zeros((len(reviews) + 1, variant.length), np.int32)
    for row, review in enumerate(reviews):
        ids[row], _ = pad(review.token_ids, variant.length, variant.padding, variant.truncating)
    auxiliary = {
        name: np.stack([*(each.auxiliary_inputs[name] for each in reviews), rows])
        for name, rows in _auxiliary(reviews[0])
    }
    answers = np.zeros(len(ids))
    for batch in replay_chunks(
        with_mask(network, variant.masked), ids, auxiliary, should_stop=should_stop
    ):
        ends = np.asarray(batch.prediction[:, -1], np.float64).reshape(len(batch), -1)
        if ends.shape[1] > 2 and closes_with(network, SIGMOIDS | SOFTMAX):
            raise ReplayError(
                "{network} answers with {classes} classes, and the sample has labels of two: no "
                "answer is right or wrong.",
                network=network.name,
                classes=f"{ends.shape[1]:,}",
            )
        if ends.shape[1] > 2 or np.isnan(ends).any() or not is_probability([network], ends):
            raise ReplayError(
                "The answer of {network} is not the probability of positive; it is neither right "
                "nor wrong about a label.",
                network=network.name,
            )
        answers[batch.rows] = ends[:, -1]
    labels = np.array([each.label for each in reviews]) == 1
    says = answers > SURE
    lengths = np.array([len(each.token_ids) for each in reviews])
    return VariantScore(
        variant,
        len(labels),
        int((says[:-1] == labels).sum()),
        int((lengths < variant.length).sum()),
        int((lengths > variant.length).sum()),
        float(answers[-1]),
        int((says[-1] == labels).sum()),
    )


def _why_not(network: Network, variant: PaddingVariant, error: GatescopeError) -> GatescopeError:
    """Why a network cannot read a variant, or is not judged in it: where it reads its own length
    and not this one, that is why."""
    if network.length in (None, variant.length):
        return error
    asked = with_mask(network, variant.masked)
    if _reads(asked, variant.length) or not _reads(asked, network.length):
        return error
    return WrongLength(
        "{network} reads reviews of {length} steps only.",
        network=network.name,
        length=network.length,
    )


def _reads(network: Network, length: int) -> bool:
    """Whether a network reads so many steps, of padding."""
    try:
        replay_batch(network, np.zeros((1, length), np.int32))
    except GatescopeError:
        return False
    return True


def _auxiliary(review: Steps) -> list[tuple[str, npt.NDArray[np.generic]]]:
    # A state that is carried into this review is into no other.
    return list(without_begins(review.auxiliary_inputs).items())


def _grouped(variants: Sequence[PaddingVariant]) -> dict[tuple[bool, int], list[PaddingVariant]]:
    """Those that can be read side by side."""
    groups: dict[tuple[bool, int], list[PaddingVariant]] = {}
    for each in dict.fromkeys(variants):
        groups.setdefault((each.masked, each.length), []).append(each)
    return groups
