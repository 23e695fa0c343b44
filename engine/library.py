"""The models that come with the app, and what was measured when they were trained.

Only the JSON records are read here, no weights: the library is listed before a model is
opened.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.plain_json import parse_json

MODELS = Path(__file__).resolve().parent.parent / "assets" / "models"

LESSONS = MODELS / "lessons"
"""The models of the lessons, which the library does not list: `engine.tasks.bundled`."""

TITLES: Mapping[str, str] = {
    "simple_rnn_one_hot": "SimpleRNN(8), one-hot",
    "simple_rnn": "SimpleRNN(8)",
    "lstm": "LSTM(8)",
    "lstm_dropout": "LSTM(8), dropout 0.3",
    "two_lstm": "2×LSTM(8), dropout 0.3",
    "gru": "GRU(8)",
}
"""The bundled models in the order of the lecture; the window translates the titles."""

_log = logging.getLogger(__name__)


class Record:
    """What a training record says; a number that is missing or no number is None.

    Attributes:
        data: the record as it stands in the file.
        validation_accuracy, validation_loss: on the held-out reviews; the accuracy is 0 to 1.
        validation_reviews: how many were held out.
        epochs: how many were trained.
        best_epoch: the epoch, from 1, whose weights were kept.
        seed: what the training began from.
        parameters: the number of trained numbers.
        digest: SHA-256 of the model file, "" if it is not written down.
        scores, baseline: what it measures on what is held out, and what a rule that learns
            nothing does, by name; empty but for a task's model.
        versions: those of what trained it, by name.
        history: an object an epoch, as `engine.training.run.Run` has it; empty if it is not
            written down.
        proof: the comparison with Keras that was made with this very file, empty if none.
    """

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        self.data = data or {}
        self.validation_accuracy = self._number("validation", "accuracy")
        self.validation_loss = self._number("validation", "loss")
        held_out = self._count("samples", "held_out")
        self.validation_reviews = self._count("validation", "reviews") or held_out
        self.epochs = self._count("epochs")
        self.best_epoch = self._count("best_epoch")
        self.seed = self._count("seed")
        self.parameters = self._count("parameters")
        self.digest = self._text("sha256") or self._text("digest")
        versions = self._entries("versions")
        self.scores = self._numbers("scores")
        self.baseline = self._numbers("baseline")
        self.versions = {str(name): str(version) for name, version in versions.items()}
        self.proof = self._entries("proof")
        self.history = self._history()

    def _at(self, *keys: str) -> Any:
        value: Any = self.data
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def _number(self, *keys: str) -> float | None:
        value = self._at(*keys)
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return float(value) if is_number and math.isfinite(value) else None

    def _count(self, *keys: str) -> int | None:
        number = self._number(*keys)
        return None if number is None or number != int(number) else int(number)

    def _text(self, key: str) -> str:
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def _numbers(self, key: str) -> Mapping[str, float]:
        numbers = {str(name): self._number(key, name) for name in self._entries(key)}
        return {name: number for name, number in numbers.items() if number is not None}

    def _history(self) -> tuple[Mapping[str, float], ...]:
        epochs = self.data.get("history")
        return tuple(
            {
                str(key): float(value)
                for key, value in epoch.items()
                if isinstance(value, (int, float))
            }
            for epoch in (epochs if isinstance(epochs, list) else [])
            if isinstance(epoch, dict) and isinstance(epoch.get("epoch"), int)
        )

    def _entries(self, key: str) -> Mapping[str, Any]:
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}


@dataclass(frozen=True)
class LibraryEntry:
    """A bundled model.

    Attributes:
        name: the stem of its file.
        path: the model file.
        title: how the library lists it, in English.
        record: its training record, empty where that cannot be read.
    """

    name: str
    path: Path
    title: str
    record: Record


@lru_cache(maxsize=4)
def bundled(folder: Path = MODELS) -> tuple[LibraryEntry, ...]:
    """The bundled models that are there, in the order of the lecture."""
    entries = []
    for name, title in TITLES.items():
        path = folder / f"{name}.keras"
        if path.is_file():
            entries.append(
                LibraryEntry(name, path, title, Record(_read(path.with_suffix(".json"))))
            )
    return tuple(entries)


def entry_of(path: Path | None) -> LibraryEntry | None:
    """The bundled model of that path, None for a file from elsewhere."""
    return next((entry for entry in bundled() if entry.path == path), None)


@lru_cache(maxsize=1)
def baseline(folder: Path = MODELS) -> Record:
    """What TF-IDF with logistic regression reaches on the same held-out reviews."""
    return Record(_read(folder / "baseline.json"))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        record = parse_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("the training record %s cannot be read: %s", path, error)
        return {}
    return record if isinstance(record, dict) else {}
