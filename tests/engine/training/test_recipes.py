"""The recipes against the lecture and the book that it follows."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import TrainingError
from engine.library import TITLES
from engine.training.outline import outline
from engine.training.recipes import RECIPES, Recipe, recipe_named


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("simple_rnn_one_hot", 4_081),
        ("simple_rnn", 8_209),
        ("lstm", 8_809),
        ("lstm_dropout", 8_809),
        ("two_lstm", 9_353),
        ("gru", 8_633),
    ],
)
def test_parameters_are_those_that_keras_prints(name: str, parameters: int) -> None:
    assert outline(recipe_named(name)).total == parameters


def test_the_settings_of_the_lecture() -> None:
    assert list(RECIPES) == list(TITLES)
    for recipe in RECIPES.values():
        settings = recipe.as_dict()
        assert settings["optimizer"] == "rmsprop"
        assert settings["loss"] == "binary_crossentropy"
        assert (recipe.learning_rate, recipe.batch, recipe.epochs) == (1e-4, 64, 100)
        assert (recipe.patience, recipe.units) == (3, 8)
        assert (recipe.num_words, recipe.length) == (500, 100)
        assert (recipe.test_size, recipe.split_seed) == (0.2, 42)
    assert RECIPES["lstm_dropout"].dropout == RECIPES["two_lstm"].dropout == 0.3
    assert RECIPES["simple_rnn_one_hot"].embedding is None


def test_other_epochs_and_another_seed() -> None:
    recipe = recipe_named("lstm")
    assert recipe.with_options() == recipe
    other = recipe.with_options(epochs=2, seed=0)
    assert (other.epochs, other.seed) == (2, 0)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("cell", "RNN"),
        ("units", 0),
        ("layers", 0),
        ("embedding", 0),
        ("dropout", 1.0),
        ("dropout", -0.1),
        ("num_words", 3),
        ("length", 0),
        ("learning_rate", 0.0),
        ("learning_rate", float("nan")),
        ("batch", 0),
        ("epochs", 0),
        ("patience", 0),
        ("seed", -1),
        ("seed", 2**32),
        ("test_size", 1.0),
    ],
)
def test_what_makes_no_sense(option: str, value: Any) -> None:
    options: dict[str, Any] = {"name": "mine", "title": "Mine", "cell": "LSTM", option: value}
    with pytest.raises(TrainingError):
        Recipe(**options)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(TrainingError, match=r"no recipe lstn\. There are .*lstm_dropout"):
        recipe_named("lstn")
