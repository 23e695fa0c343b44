"""The numbers that the lessons' texts state of the bundled models are what the engine measures."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from engine.lessons.last_layer import LastStates, last_states, learn
from engine.lessons.static_mapping import shuffle, where_order_shows
from engine.lessons.stopping import act_out
from engine.library import LESSONS, MODELS
from engine.network.opening import open_network
from engine.progress import finish
from engine.tasks.adding import TASK, draw
from engine.tasks.task import scores
from engine.text.corpus import Corpus
from engine.text.encoding import Encoding
from engine.text.sources.imdb_package import ImdbReviews
from engine.training.preparation import prepare
from engine.training.recipes import RECIPES

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "lessons"
LANGUAGES = ("en", "ko")


def _text(code: str, name: str) -> str:
    return (FOLDER / code / f"{name}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def corpus(prepared_reviews: Path) -> Corpus:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
        return finish(ImdbReviews().prepare())


def test_the_adding_problem_at_length_100() -> None:
    variants = {each.cell: each for each in TASK.variants if each.length == 100}
    for cell, variant in variants.items():
        sample = draw(variant, 500, 1)
        network = open_network(LESSONS / f"{variant.name}.keras")
        found = scores(TASK.measure(TASK.answer(network, sample), sample))["mse"]
        for code in LANGUAGES:
            assert f"{cell} {found:.4f}" in _text(code, "04-rnn-against-lstm")
        assert found > 1 / 6 if cell == "SimpleRNN" else 70 < 1 / 6 / found < 150


@pytest.mark.slow
def test_what_shuffling_costs(corpus: Corpus) -> None:
    """500 reviews by the seed 0, and the one that is found among them."""
    numbers = np.random.default_rng(0).permutation(len(corpus))[:500].tolist()
    reviews = [corpus.review(n, Encoding(num_words=500, length=100)) for n in numbers]
    paths = {
        "SimpleRNN": MODELS / "simple_rnn.keras",
        "LSTM": MODELS / "lstm.keras",
        "Conv1D": LESSONS / "conv1d.keras",
        "bag of words": LESSONS / "bag.keras",
    }
    found = {name: shuffle(open_network(path), reviews, 0) for name, path in paths.items()}
    english, korean = (_text(code, "02-static-and-dynamic") for code in LANGUAGES)
    for name, each in found.items():
        before, after = (f"{100 * share:.1f}" for share in each.accuracies)
        assert f"{name} {before} and {after}\u00a0%" in english
        called = "단어 주머니" if name == "bag of words" else name
        assert re.search(rf"{called} {before}%[와과] {after}%", korean)
    place = where_order_shows(list(found.values())[:2], list(found.values())[2:])
    assert place is not None
    view = (FOLDER / "views" / "02-static-and-dynamic.gatescope").read_text(encoding="utf-8")
    assert f'"number": {numbers[place]}' in view, "the view of the lesson is of that review"
    moved = [each.changes[place] for each in found.values()]
    assert min(moved[:2]) > 0.25 and max(moved[2:]) < 0.05


@pytest.mark.slow
def test_what_the_settings_do(corpus: Corpus) -> None:
    recipe = RECIPES["lstm"]
    network = open_network(MODELS / "lstm.keras")
    (*_, (_, states)) = last_states(network, prepare(corpus, recipe), recipe, lambda: False)
    assert isinstance(states, LastStates)
    for rate in (1e-5, 1e-4, 1e-3):
        losses = [
            each.val_loss for each in learn(states, rate, 64, 100, recipe.seed, lambda: False)
        ]
        end = act_out(losses, 3)[-1]
        written = np.format_float_positional(rate)
        least = f"{losses[end.best - 1]:.4f}"
        for code in LANGUAGES:
            text = _text(code, "11b-settings")
            assert end.stops == (rate > 1e-5)
            assert {written, least, str(end.epoch)} <= set(re.findall(r"\d+(?:\.\d+)?", text))
