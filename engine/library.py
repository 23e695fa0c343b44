"""The models that come with the app, and what was measured when they were trained.

Only the JSON records are read here, no weights: the library is listed before a model is
opened.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

MODELS = Path(__file__).resolve().parent.parent / "assets" / "models"

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


@dataclass(frozen=True)
class Record:
    """What a training record says; a number that is missing or no number is None.

    Attributes:
        data: the record as it stands in the file.
    """

    data: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def validation_accuracy(self) -> float | None:
        """On the held-out reviews, 0 to 1."""
        return self._number("validation", "accuracy")

    @property
    def validation_loss(self) -> float | None:
        """On the held-out reviews."""
        return self._number("validation", "loss")

    @property
    def validation_reviews(self) -> int | None:
        """How many reviews were held out."""
        return self._count("validation", "reviews") or self._count("samples", "held_out")

    @property
    def epochs(self) -> int | None:
        """How many were trained."""
        return self._count("epochs")

    @property
    def best_epoch(self) -> int | None:
        """The epoch, from 1, whose weights were kept."""
        return self._count("best_epoch")

    @property
    def seed(self) -> int | None:
        """What the training began from."""
        return self._count("seed")

    @property
    def parameters(self) -> int | None:
        """The number of trained numbers."""
        return self._count("parameters")

    @property
    def digest(self) -> str:
        """SHA-256 of the model file, "" if it is not written down."""
        return self._text("sha256") or self._text("digest")

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions of what trained it, by name."""
        versions = self.data.get("versions")
        if not isinstance(versions, dict):
            return {}
        return {str(name): str(version) for name, version in versions.items()}

    @property
    def proof(self) -> Mapping[str, Any]:
        """The comparison with Keras that was made with this very file, empty if none."""
        proof = self.data.get("proof")
        return proof if isinstance(proof, dict) else {}

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


@dataclass(frozen=True)
class Entry:
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
def bundled(folder: Path = MODELS) -> tuple[Entry, ...]:
    """The bundled models that are there, in the order of the lecture."""
    entries = []
    for name, title in TITLES.items():
        path = folder / f"{name}.keras"
        if path.is_file():
            entries.append(Entry(name, path, title, Record(_read(path.with_suffix(".json")))))
    return tuple(entries)


def entry_of(path: Path | None) -> Entry | None:
    """The bundled model of that path, None for a file from elsewhere."""
    return next((entry for entry in bundled() if entry.path == path), None)


@lru_cache(maxsize=1)
def baseline(folder: Path = MODELS) -> Record:
    """What TF-IDF with logistic regression reaches on the same held-out reviews."""
    return Record(_read(folder / "baseline.json"))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("the training record %s cannot be read: %s", path, error)
        return {}
    return record if isinstance(record, dict) else {}
