"""Whole PyTorch models, which are pickles: recognised, and never opened."""

from __future__ import annotations

import zipfile
from pathlib import Path

from engine.network.network import Network
from engine.network.sniff import torch_pickle

_MAGIC = b"\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""The number with which ``torch.save`` began before PyTorch 1.6, pickled."""

_MAX_MEMBERS = 100_000


def match(path: Path) -> bool:
    """Whether ``torch.save`` wrote the file, as a zip with ``data.pkl`` or as a bare pickle."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(b"PK\x03\x04"):
        return _is_archive(path)
    if start[:1] != b"\x80":
        return False
    return start[2:].startswith(_MAGIC) or b"ctorch" in start or b"\x05torch" in start


def _is_archive(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()[:_MAX_MEMBERS]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return any(name.endswith("/data.pkl") or name == "data.pkl" for name in names)


def open_file(path: Path, digest: str) -> Network:
    """Refuse it.

    Raises:
        ModelError: always.
    """
    raise torch_pickle(path)


def rehearse() -> None:
    """Nothing more is imported (`engine.network.formats.registry.FormatModule`)."""
