"""The bundled models keep what their training records say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.digest import digest_of
from engine.library import MODELS, TITLES, bundled
from engine.network.opening import open_network
from engine.progress import finish
from engine.training.data import Data, load
from engine.training.outline import outline
from engine.training.recipes import RECIPES, Recipe
from tests.engine.training.measuring import measure

MIN_ACCURACY = {
    "simple_rnn_one_hot": 0.73,
    "simple_rnn": 0.75,
    "lstm": 0.79,
    "lstm_dropout": 0.79,
    "two_lstm": 0.78,
    "gru": 0.79,
}
"""The published level: validation accuracy."""


def _record(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_all_are_there() -> None:
    assert [entry.name for entry in bundled()] == list(TITLES) == list(MIN_ACCURACY)


@pytest.mark.parametrize("name", MIN_ACCURACY)
def test_the_record(name: str) -> None:
    record, recipe = _record(name), RECIPES[name]
    assert record["sha256"] == digest_of(MODELS / f"{name}.keras")
    assert Recipe.from_dict(record["recipe"]) == recipe
    assert record["seed"] == recipe.seed
    assert record["parameters"] == outline(recipe).total
    assert record["data"]["reviews"] == 25_000
    assert len(record["history"]) == record["epochs"]
    best = record["history"][record["best_epoch"] - 1]
    assert best["val_loss"] == min(epoch["val_loss"] for epoch in record["history"])
    assert record["validation"] == {
        "loss": best["val_loss"],
        "accuracy": best["val_accuracy"],
        "reviews": 5_000,
    }
    assert record["proof"]["ok"] is True
    assert record["proof"]["largest"] <= 1e-5


@pytest.mark.parametrize("name", MIN_ACCURACY)
def test_reaches_the_published_level_by_our_own_replay(
    name: str, prepared_reviews: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All 5,000 held-out reviews, read again in numpy."""
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    data: Data = finish(load(RECIPES[name]))
    network = open_network(MODELS / f"{name}.keras")
    assert network.parameters == outline(RECIPES[name]).total
    loss, accuracy = measure(network, data.held_out)
    record = _record(name)
    assert record["data"]["sha256"] == data.source["sha256"]
    assert loss == pytest.approx(record["validation"]["loss"], abs=1e-5)
    # A prediction within rounding of 0.5 may fall on the other side: one review at most.
    assert accuracy == pytest.approx(record["validation"]["accuracy"], abs=1.5 / 5_000)
    assert accuracy >= MIN_ACCURACY[name]


def test_the_baseline_is_of_the_same_split() -> None:
    baseline = _record("baseline")
    assert baseline["data"] == _record("lstm")["data"]
    for part in (baseline, baseline["full_text"]):
        assert part["validation"]["reviews"] == 5_000
        assert 0.7 < part["validation"]["accuracy"] < 0.95
