"""What the ids are called that a network writes in a vocabulary of its own, as a decoder does."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from engine.errors import Note
from engine.network.network import Network
from engine.network.nonlinearity import file_digest
from engine.plain_json import parse_json

SUFFIX = ".writes.json"
"""Of the file beside the model's, by its name: a JSON list of texts, the first for id 0."""

MAX_BYTES = 4_000_000


_chosen: dict[str, tuple[str, ...]] = {}
"""By the digest of a model's file, what the user chose."""


def choose_names(network: Network, names: tuple[str, ...] | None) -> None:
    """Call the ids that a model writes so, whatever lies beside it; None takes that again."""
    if names is None:
        _chosen.pop(file_digest(network), None)
    else:
        _chosen[file_digest(network)] = names


def written_names(network: Network) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """What each id is called: as it was chosen, else as a file beside the model says, none where
    there is none; and what is wrong with the file."""
    if network.path is None:
        return (), ()
    if (chosen := _chosen.get(file_digest(network))) is not None:
        return chosen, ()
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
        names = parse_json(content)
    except (OSError, ValueError):
        names = None
    if isinstance(names, list) and names and all(isinstance(name, str) for name in names):
        return tuple(names), ()
    note = Note(
        "{name} is no JSON list of texts, the first for id 0: what is written is shown as ids.",
        name=path.name,
    )
    return (), (note,)
