"""What stands in place of a large file that Git has not fetched."""

from __future__ import annotations

_FIRST = b"version https://git-lfs"

LOOKED = len(_FIRST)
"""Bytes from which a pointer is known."""


def is_pointer(start: bytes) -> bool:
    """Whether a file that begins so is a pointer of Git LFS."""
    return start.startswith(_FIRST)
