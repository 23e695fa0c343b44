"""The bundled models: their records are read, whatever is in them, and nothing else is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.digest import digest_of
from engine.library import MODELS, TITLES, Record, baseline, bundled, entry_of
from engine.network.opening import open_network
from engine.training.recipes import RECIPES


def test_the_six_models_of_the_lecture_are_listed_in_its_order() -> None:
    assert [entry.name for entry in bundled()] == list(TITLES)
    assert {name: recipe.title for name, recipe in RECIPES.items()} == dict(TITLES)


@pytest.mark.parametrize("entry", bundled(), ids=lambda entry: entry.name)
def test_a_record_belongs_to_its_file(entry) -> None:  # type: ignore[no-untyped-def]
    record = entry.record
    assert record.digest == digest_of(entry.path)
    assert record.parameters == open_network(entry.path).parameters
    assert 0.7 < record.validation_accuracy < 0.9
    assert 0.3 < record.validation_loss < 0.6
    assert record.validation_reviews == 5000
    assert 1 <= record.best_epoch <= record.epochs <= 100
    assert record.seed == RECIPES[entry.name].seed
    assert record.versions["keras"]
    assert record.proof["ok"] is True


def test_the_baseline_is_measured_on_the_same_reviews() -> None:
    assert baseline().validation_reviews == 5000
    whole = Record(baseline().data["full_text"]).validation_accuracy
    assert 0.7 < baseline().validation_accuracy < whole < 0.95


def test_an_entry_is_found_by_its_path() -> None:
    assert entry_of(MODELS / "gru.keras").name == "gru"
    assert entry_of(MODELS / "other.keras") is None
    assert entry_of(None) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "null",
        '{"validation": 3, "epochs": "many", "versions": [1], "proof": "yes"}',
        '{"validation": {"accuracy": NaN, "loss": true, "reviews": 1.5}, "sha256": 4}',
        "\ud800",
    ],
)
def test_a_damaged_record_says_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "lstm.keras").write_bytes(b"")
    (tmp_path / "lstm.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    (entry,) = bundled(tmp_path)
    record = entry.record
    assert entry.title == "LSTM(8)"
    assert record.validation_accuracy is None
    assert record.validation_loss is None
    assert record.validation_reviews is None
    assert record.epochs is None
    assert record.digest == ""
    assert record.versions == {}
    assert record.proof == {}


def test_a_model_without_a_record_is_still_listed(tmp_path: Path) -> None:
    (tmp_path / "gru.keras").write_bytes(b"")
    (tmp_path / "notes.json").write_text(json.dumps({}))
    assert [entry.name for entry in bundled(tmp_path)] == ["gru"]


def test_listing_loads_neither_qt_nor_weights() -> None:
    code = (
        "import sys, engine.library as library; library.bundled();"
        "print([name for name in ('PySide6', 'h5py', 'numpy', 'tensorflow') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
