"""The ONNX format: a graph of nodes in a protocol buffer (`onnx.ai/onnx/repo-docs/IR.html`).

`proto` reads the file, `walk` goes over its nodes, ``nodes/`` turns them into layers of a
`graph`, `finish` and `convert` make the `Network`.  Nothing in the file is run, and no data outside of it is read.
"""

from __future__ import annotations

from pathlib import Path

from engine.network.formats.onnx.proto import is_model, read
from engine.network.formats.stored import DAMAGE, damaged
from engine.network.network import Network


def match(path: Path) -> bool:
    """Whether the file begins as an ONNX model does, whatever it is called."""
    return is_model(path)


def open_file(path: Path, digest: str) -> Network:
    """Read an ONNX file.

    Raises:
        ModelError: it is damaged, or holds what is not supported.
    """
    from engine.network.formats.onnx.convert import converted

    try:
        return converted(read(path), path, digest)
    except (*DAMAGE, RecursionError) as error:
        raise damaged(path.name, error) from error
