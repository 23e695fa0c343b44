"""Dictionaries that lie beside a model."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

from engine.text.tokenizers.reading import is_tokenizer

PATTERNS = (
    "*tokenizer*.json",
    "*tokenizer*.pickle",
    "*tokenizer*.pkl",
    "*tokenizer*.p",
    "*word_index*.json",
    "*word_index*.pickle",
    "*word_index*.pkl",
    "*word2id*.json",
    "*word2idx*.json",
    "*vocab*.json",
    "*vocab*.txt",
    "*vocab*.csv",
    "*vocab*.tsv",
    "*vocab*.pkl",
    "*vocab*.pickle",
    "*dictionary*.json",
)
"""What such files are called, in small letters; the likeliest first."""

MAX_ENTRIES = 2_000
"""Entries of a folder; more are not looked at."""

MAX_RESULTS = 8


def dictionaries_beside(model: Path) -> list[Path]:
    """The dictionaries beside a model, the likeliest first.

    A file in the same folder counts if it is called like one and begins like one; those
    with the model's own name in theirs come before others.  Never raises.
    """
    paths: list[Path] = []
    named: list[tuple[tuple[bool, int, str], Path]] = []
    try:
        with os.scandir(model.parent) as entries:
            for count, entry in enumerate(entries):
                if count >= MAX_ENTRIES:
                    break
                name = entry.name.lower()
                rank = next((at for at, like in enumerate(PATTERNS) if fnmatch(name, like)), None)
                if rank is not None and entry.is_file():
                    order = (model.stem.lower() not in name, rank, name)
                    named.append((order, Path(entry.path)))
    except OSError:
        return paths
    named.sort()
    for _, path in named[: 2 * MAX_RESULTS]:
        if len(paths) < MAX_RESULTS and is_tokenizer(path):
            paths.append(path)
    return paths
