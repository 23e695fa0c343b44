"""What is left of a word: against differences in the replay, and the figures that were measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, ReplayError
from engine.explain.left_over import left_over
from engine.library import bundled
from engine.network.opening import open_network
from engine.sequence import Sequence
from tests.engine.explain.jacobians import Jacobians
from tests.engine.explain.networks import both_ways, ids, text


def test_the_sentences_numbers_computed_another_way() -> None:
    """All words of all reviews that are long enough, padding left out."""
    networks = [text("SimpleRNN", scale=2), text("LSTM")]
    sample = [ids(9, seed=1), ids(9, padded=3, seed=2), ids(9, padded=9), ids(3)]
    found = left_over(networks, [sample, sample], steps=4)
    for network, summed_up in zip(networks, found, strict=True):
        of_reviews = []
        for review in sample[:2]:
            table = network.layers[0].weights["embeddings"].astype(np.float64)
            felt = Jacobians(network.layers[1], table[review.inputs], None).felt()
            words = [s for s in range(len(review) - 4) if not review.padding[s]]
            of_reviews.append([felt[s, s + 4] / felt[s, s] for s in words])
        every = [share for review in of_reviews for share in review]
        np.testing.assert_allclose(
            summed_up.quartiles, np.quantile(every, (0.25, 0.5, 0.75)), rtol=1e-6
        )
        medians = [*(np.median(review) for review in of_reviews), np.nan, np.nan]
        np.testing.assert_allclose(summed_up.medians, medians, rtol=1e-6)
        assert (summed_up.reviews, summed_up.words) == (2, 7)
        assert (summed_up.network, summed_up.layer) == (network.name, network.layers[1].name)


def test_a_layer_that_reads_backwards_counts_its_own_way() -> None:
    (there, back) = left_over([both_ways("GRU")], [[ids(8)]], steps=3)
    assert (there.layer, back.layer) == ("both/forward", "both/backward")
    assert back.words == there.words == 5
    assert (back.quartiles > 0).all()


def test_nothing_long_enough_and_stopped() -> None:
    with pytest.raises(ReplayError, match="20 steps after it"):
        left_over([text("LSTM")], [[ids(9)]])
    with pytest.raises(Cancelled):
        left_over([text("LSTM")], [[ids(9)]], should_stop=lambda: True)
    shares: list[float] = []
    left_over([text("LSTM"), text("GRU")], [[ids(9)], [ids(9)]], 2, progress=shares.append)
    assert shares == [0.5, 1.0]


@pytest.fixture
def reviews(prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence]:
    """Forty of the offline reviews, as the lecture's models read them."""
    from engine.text.dictionary import imdb
    from engine.text.encoding import Encoding
    from engine.text.sources.offline import review_of

    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    encoding = Encoding(num_words=500, length=100)
    return [review_of(place, encoding, imdb(), 500) for place in range(40)]


def test_the_bundled_models(reviews: list[Sequence]) -> None:
    """Measured on other forty by other code: SimpleRNN(8) 0.62 (0.27, 1.21), LSTM(8) 0.52 (0.44,
    0.63).  The SimpleRNN's median is another in every sample (0.35 to 0.62); its spread is not."""
    paths = {entry.path.stem: entry.path for entry in bundled()}
    networks = [open_network(paths[name]) for name in ("simple_rnn", "lstm")]
    simple, lstm = left_over(networks, [reviews, reviews])
    np.testing.assert_allclose(lstm.quartiles, (0.44, 0.52, 0.63), atol=0.03)
    np.testing.assert_allclose(simple.quartiles, (0.27, 0.62, 1.21), atol=0.2)
    spread = [float(each.quartiles[2] - each.quartiles[0]) for each in (simple, lstm)]
    assert spread[0] > 3 * spread[1]
