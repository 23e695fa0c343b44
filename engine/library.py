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
        return self._whole("validation", "reviews") or self._whole("samples", "held_out")

    @property
    def epochs(self) -> int | None:
        """How many were trained."""
        return self._whole("epochs")

    @property
    def best_epoch(self) -> int | None:
        """The epoch, from 1, whose weights were kept."""
        return self._whole("best_epoch")

    @property
    def seed(self) -> int | None:
        """What the training began from."""
        return self._whole("seed")

    @property
    def parameters(self) -> int | None:
        """The number of trained numbers."""
        return self._whole("parameters")

    @property
    def digest(self) -> str:
        """SHA-256 of the model file, "" if it is not written down."""
        return self._text("sha256") or self._text("digest")

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions of what trained it, by name."""
        found = self.data.get("versions")
        if not isinstance(found, dict):
            return {}
        return {str(name): str(version) for name, version in found.items()}

    @property
    def proof(self) -> Mapping[str, Any]:
        """The comparison with Keras that was made with this very file, empty if none."""
        found = self.data.get("proof")
        return found if isinstance(found, dict) else {}

    def _at(self, *keys: str) -> Any:
        found: Any = self.data
        for key in keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def _number(self, *keys: str) -> float | None:
        found = self._at(*keys)
        is_number = isinstance(found, (int, float)) and not isinstance(found, bool)
        return float(found) if is_number and math.isfinite(found) else None

    def _whole(self, *keys: str) -> int | None:
        found = self._number(*keys)
        return None if found is None or found != int(found) else int(found)

    def _text(self, key: str) -> str:
        found = self.data.get(key)
        return found if isinstance(found, str) else ""


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
    found = []
    for name, title in TITLES.items():
        path = folder / f"{name}.keras"
        if path.is_file():
            found.append(Entry(name, path, title, Record(_read(path.with_suffix(".json")))))
    return tuple(found)


def entry_of(path: Path | None) -> Entry | None:
    """The bundled model of that path, None for a file from elsewhere."""
    return next((entry for entry in bundled() if entry.path == path), None)


@lru_cache(maxsize=1)
def baseline(folder: Path = MODELS) -> Record:
    """What TF-IDF with logistic regression reaches on the same held-out reviews."""
    return Record(_read(folder / "baseline.json"))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("the training record %s cannot be read: %s", path, error)
        return {}
    return found if isinstance(found, dict) else {}
