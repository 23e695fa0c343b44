"""The padding lab against plain replays and an independent count."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from engine.errors import Cancelled, GatescopeError, ReplayError
from engine.explain.padding_lab import (
    PaddingVariant,
    VariantReading,
    VariantScore,
    in_variant,
    read_variants,
    score_variants,
    variants_at,
    with_mask,
)
from engine.network.network import Layer, Network
from engine.replay.replay import replay
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding, Side
from engine.text.review import Review, encode
from tests.networks import text_network

TEXT = "this film is great and good but the end of the story is bad and the actors are not"
SIDES: tuple[Side, ...] = ("pre", "post")
ALL = [
    PaddingVariant(length, padding, truncating, masked)
    for length, padding, truncating, masked in product((9, 30), SIDES, SIDES, (False, True))
]


def reviews(count: int = 24) -> list[Review]:
    random = np.random.default_rng(3)
    words = TEXT.split()
    made = []
    for place in range(count):
        text = " ".join(random.choice(words, random.integers(3, 40)))
        review = encode(text, imdb(), Encoding(num_words=500, length=20))
        made.append(replace(review, label=place % 2))
    return made


def one(label: int | None = 1) -> Review:
    return replace(encode(TEXT, imdb(), Encoding(num_words=500, length=12)), label=label)


def with_option(network: Network, masked: bool) -> Network:
    """The same weights, with the option set by hand."""
    first = network.layers[0]
    first = replace(first, options={**first.options, "mask_zero": masked})
    return replace(network, layers=(first, *network.layers[1:]))


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_every_variant_is_a_plain_replay_of_that_encoding(kind: str) -> None:
    network, review = text_network(kind, layers=2), one()
    layer = network.recurrent[1].name
    for variant, reading in zip(ALL, read_variants(network, review, layer, ALL), strict=True):
        encoding = Encoding(None, 0, 1, 2, 3, variant.length, variant.padding, variant.truncating)
        again = encode(TEXT, imdb(), replace(encoding, num_words=500))
        trace = replay(with_option(network, variant.masked), again)
        assert isinstance(reading, VariantReading) and reading.variant == variant
        assert (reading.review.inputs == again.inputs).all()
        assert reading.review.steps == again.steps
        assert reading.answers == pytest.approx(trace.prediction, abs=1e-6)
        h = trace.layers[layer].series["h"]
        assert reading.states["h"] == pytest.approx(h, abs=1e-6)
        assert ("c" in reading.states) == (kind == "LSTM")
        steps = np.flatnonzero(again.inputs == 0)
        far = np.linalg.norm(h[steps[-1]] - h[steps[0]]) if len(steps) else 0.0
        assert reading.drift("h") == pytest.approx(far, abs=1e-5)
        if len(steps) and variant.padding == "post":
            before, after = trace.prediction[steps[0] - 1], trace.prediction[-1]
            assert reading.through == pytest.approx((before, after), abs=1e-6)
        assert reading.is_right == (trace.prediction[-1] > 0.5)


def test_masked_padding_moves_nothing_and_its_side_does_not_matter() -> None:
    front, behind, masked_front, masked_behind = read_variants(
        text_network("LSTM"), one(), "lstm", variants_at(30, "pre")
    )
    assert isinstance(front, VariantReading) and isinstance(behind, VariantReading)
    assert isinstance(masked_front, VariantReading) and isinstance(masked_behind, VariantReading)
    assert front.drift("c") > 0.1 < behind.drift("c")
    assert masked_front.drift("c") == masked_behind.drift("h") == 0
    assert masked_front.answer == pytest.approx(masked_behind.answer, abs=1e-6)
    assert abs(front.answer - behind.answer) > 1e-4


def test_accuracies_are_an_independent_count() -> None:
    network, sample = text_network("GRU", seed=11), reviews()
    told: list[float] = []
    scores = score_variants(network, sample, ALL, progress=told.append)
    assert told == [(place + 1) / len(ALL) for place in range(len(ALL))]
    shares = set()
    for variant, score in zip(ALL, scores, strict=True):
        assert isinstance(score, VariantScore)
        right = 0
        alone = replay(with_option(network, variant.masked), _padding(variant.length)).prediction[
            -1
        ]
        for each in sample:
            answer = replay(with_option(network, variant.masked), in_variant(each, variant))
            right += round(float(answer.prediction[-1])) == each.label
        assert (score.right, score.count) == (right, len(sample))
        assert score.alone == pytest.approx(float(alone), abs=1e-6)
        assert score.alone_right == sum((alone > 0.5) == bool(each.label) for each in sample)
        assert score.padded == sum(len(each.token_ids) < variant.length for each in sample)
        assert score.cut == sum(len(each.token_ids) > variant.length for each in sample)
        shares.add(score.accuracy)
    assert len(shares) > 1  # else nothing was told apart


def _padding(length: int) -> Review:
    review = one()
    return replace(
        review,
        inputs=np.zeros(length, np.int32),
        steps=("",) * length,
        padding=np.ones(length, bool),
    )


def test_reviews_without_a_label_do_not_count() -> None:
    sample = [*reviews(6), one(None)]
    (score,) = score_variants(text_network(), sample, [PaddingVariant(20)])
    assert isinstance(score, VariantScore) and score.count == 6
    with pytest.raises(ReplayError, match="No review of the sample has a label"):
        score_variants(text_network(), [one(None)], [PaddingVariant(20)])


def test_a_network_of_a_fixed_length_is_read_at_that_alone() -> None:
    network = flattened(12)
    fits, fails = read_variants(network, one(), "lstm", [PaddingVariant(12), PaddingVariant(30)])
    assert isinstance(fits, VariantReading)
    assert isinstance(fails, GatescopeError) and "reads reviews of 12 steps only" in str(fails)
    scores = score_variants(network, reviews(4), [PaddingVariant(12), PaddingVariant(30)])
    assert isinstance(scores[0], VariantScore) and "12 steps only" in str(scores[1])


def flattened(length: int) -> Network:
    network = text_network("LSTM", units=2)
    recurrent = network.layers[1]
    recurrent = replace(
        recurrent,
        options={**recurrent.options, "return_sequences": True},
        output_shape=(None, length, 2),
    )
    dense = network.layers[2]
    kernel = np.random.default_rng(0).standard_normal((2 * length, 1)).astype(np.float32)
    dense = replace(dense, weights={**dense.weights, "kernel": kernel})
    flat = Layer("flatten", "Flatten", {}, {}, (None, 2 * length))
    return Network("Flat", (network.layers[0], recurrent, flat, dense), length)


def test_what_cannot_be_masked_or_judged_is_said() -> None:
    network = text_network()
    assert with_mask(network, False) is network
    assert with_mask(with_mask(network, True), True).layers[0].options["mask_zero"] is True
    assert network.layers[0].options["mask_zero"] is False
    one_hot = replace(network, layers=network.layers[1:], features=16, calls=(), inputs=())
    with pytest.raises(ReplayError, match="no Embedding"):
        with_mask(one_hot, True)
    dense = network.layers[-1]
    linear = replace(dense, options={**dense.options, "activation": "linear"})
    shifted = {**dense.weights, "bias": np.full(1, 9.0, np.float32)}
    network = replace(network, layers=(*network.layers[:-1], replace(linear, weights=shifted)))
    (score,) = score_variants(network, reviews(4), [PaddingVariant(20)])
    assert isinstance(score, ReplayError) and "not the probability" in str(score)
    (reading,) = read_variants(network, one(), "lstm", [PaddingVariant(20)])
    assert isinstance(reading, VariantReading) and reading.is_right is None


def test_it_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        score_variants(text_network(), reviews(4), ALL, lambda: True)
    with pytest.raises(Cancelled):
        read_variants(text_network(), one(), "lstm", ALL, lambda: True)


@pytest.mark.parametrize(
    ("activation", "said"), [("softmax", "3 classes"), ("tanh", "probability")]
)
def test_only_classes_are_called_so(activation: str, said: str) -> None:
    network = text_network()
    dense = network.layers[-1]
    weights = {key: np.repeat(value, 3, axis=-1) for key, value in dense.weights.items()}
    options = {**dense.options, "units": 3, "activation": activation}
    several = replace(dense, options=options, weights=weights, output_shape=(None, 3))
    network = replace(network, layers=(*network.layers[:-1], several))
    (score,) = score_variants(network, reviews(4), [PaddingVariant(20)])
    assert isinstance(score, ReplayError) and said in str(score)
