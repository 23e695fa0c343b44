"""Models that turn words into ids themselves, in ways that cannot be done here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.engine.network import files

WORDS = ["", "[UNK]", "good", "film", "bad"]

VECTORIZATION: dict[str, Any] = {
    "standardize": "lower_and_strip_punctuation",
    "split": "whitespace",
    "ngrams": None,
    "output_mode": "int",
    "output_sequence_length": files.STEPS,
    "vocabulary": WORDS,
}
LOOKUP: dict[str, Any] = {
    "num_oov_indices": 1,
    "mask_token": "",
    "oov_token": "[UNK]",
    "invert": False,
    "output_mode": "int",
    "vocabulary": WORDS[2:],
}

Refused = tuple[str, dict[str, Any], str]
"""Class, configuration, and what the refusal says."""


def _vectorization(said: str, **options: Any) -> Refused:
    return "TextVectorization", VECTORIZATION | options, said


def _lookup(said: str, **options: Any) -> Refused:
    return "StringLookup", LOOKUP | options, said


REFUSED: dict[str, Refused] = {
    "ngrams of no words": _vectorization("ngrams = [0]", ngrams=[0]),
    "standardize of one's own": _vectorization(
        "(standardize = mine)", standardize={"class_name": "function", "config": "mine"}
    ),
    "split of one's own": _vectorization(
        "(split = mine)", split={"class_name": "function", "config": "mine"}
    ),
    "never adapted": _vectorization("has no words", vocabulary=None),
    "a word twice": _vectorization("twice", vocabulary=[*WORDS, "good"]),
    "counts": _vectorization("output_mode", output_mode="count"),
    "no number of ids for unknown words": _lookup("num_oov_indices = -1", num_oov_indices=-1),
    "a salt that is none": _lookup("salt = [1]", num_oov_indices=2, salt=[1]),
    "back to words": _lookup("invert = True", invert=True),
    "lookup of many at once": _lookup("output_mode", output_mode="multi_hot"),
    "hashing": ("Hashing", {"num_bins": files.WORDS}, "Hashing"),
    "ids of ids": ("IntegerLookup", {"vocabulary": [1, 2, 3]}, "IntegerLookup"),
}
"""Every preprocessing of words that Keras has and that cannot be done here."""


def write_model(folder: Path, kind: str, options: dict[str, Any]) -> Path:
    """A small network behind such a layer, with somebody else's vocabulary beside it."""
    model = files.config()
    layers = model["config"]["layers"]
    shape = [None, 1] if kind == "TextVectorization" else [None, files.STEPS]
    layers[0]["config"] |= {"batch_shape": shape, "dtype": "string"}
    layers.insert(1, {"class_name": kind, "config": options | {"name": "own"}})
    (folder / "vocab.csv").write_text("word,id\ngood,2\nfilm,3\nbad,4\n")
    return files.write_keras(folder / "own.keras", model, files.weights())
