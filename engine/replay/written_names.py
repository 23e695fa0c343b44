"""What the ids are called that a network writes in a vocabulary of its own, as a decoder does."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from engine.errors import Note
from engine.network.network import Network

SUFFIX = ".writes.json"
"""Of the file beside the model's, by its name: a JSON list of texts, the first for id 0."""

MAX_BYTES = 4_000_000


def written_names(network: Network) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """What each id is called, none where no file says it, and what is wrong with the file."""
    if network.path is None:
        return (), ()
    path = network.path.with_name(network.path.stem + SUFFIX)
    try:
        when = path.stat().st_mtime_ns
    except OSError:
        return (), ()
    return _read(path, when)


@lru_cache(maxsize=16)
def _read(path: Path, when: int) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    try:
        content = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
        names = json.loads(content)
    except (OSError, ValueError, RecursionError):
        names = None
    if isinstance(names, list) and names and all(isinstance(name, str) for name in names):
        return tuple(names), ()
    note = Note(
        "{name} is no JSON list of texts, the first for id 0: what is written is shown as ids.",
        name=path.name,
    )
    return (), (note,)
