"""Which files an ONNX file needs beside itself: a reader of its own (`engine.safely.child.Reader`).

The file is foreign, so it is asked in the locked process; what it says is believed of nothing but
names, and `engine.network.together` decides which of them may be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.network.formats.onnx import match, rehearse
from engine.network.formats.onnx.external import files_of
from engine.network.formats.onnx.proto import parsed, within_bounds
from engine.network.formats.stored import DAMAGE, damaged
from engine.safely.packet import packed_header


def prepare(path: Path) -> None:
    """See `engine.safely.child.Reader`."""
    rehearse()


def hand_over(path: Path) -> Iterator[bytes | memoryview]:
    """The names, as the model has them.

    Raises:
        ModelError: it cannot be read.
    """
    try:
        if not match(path):
            raise ValueError("it is no ONNX model")
        files = files_of(parsed(within_bounds(path)))
    except DAMAGE as error:
        raise damaged(path.name, error) from error
    return iter([packed_header({"bytes": 0, "files": files})])
