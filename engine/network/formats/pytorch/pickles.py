"""Bare pickles of PyTorch, as ``torch.save`` wrote them before PyTorch 1.6: recognised, and named."""

from __future__ import annotations

from pathlib import Path

from engine.errors import ModelError
from engine.network.network import Network

_MAGIC = b"\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""The number with which ``torch.save`` began before PyTorch 1.6, pickled."""


def match(path: Path) -> bool:
    """Whether ``torch.save`` wrote the file as a bare pickle."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start[:1] != b"\x80":
        return False
    return start[2:].startswith(_MAGIC) or b"ctorch" in start or b"\x05torch" in start


def open_file(path: Path, digest: str) -> Network:
    """Refuse it.

    Raises:
        ModelError: always.
    """
    raise ModelError(
        "{name} is a pickle as PyTorch wrote it before version 1.6, which can run code when it is "
        "opened. Save the weights once more with a newer PyTorch: torch.save(torch.load('{name}', "
        "weights_only=True), 'name.pt').",
        name=path.name,
    )


def rehearse() -> None:
    """Nothing more is imported (`engine.network.formats.registry.FormatModule`)."""
