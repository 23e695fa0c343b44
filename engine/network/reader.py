"""How the reading process reads a model file (a `engine.safely.child.Reader`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.network.formats.registry import FORMATS
from engine.network.opening import open_network
from engine.network.packing import pieces
from engine.network.sniff import regular

ENCODINGS = (
    "ascii",
    "latin-1",
    "cp437",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "idna",
)


def prepare(path: Path) -> None:
    """Import what reading this file needs (`FormatModule.rehearse`)."""
    modules = [form.module for form in FORMATS]
    for encoding in ENCODINGS:
        "a".encode(encoding)
    try:
        regular(path)
        module = next((module for module in modules if module.match(path)), None)
        if module is not None:
            module.rehearse()
    except Exception:  # noqa: BLE001 - reading it will say what is wrong
        return


def hand_over(path: Path) -> Iterator[bytes | memoryview]:
    """Read the model, then give out its packet.

    Raises:
        ModelError: see `engine.network.opening.open_network`.
    """
    return pieces(open_network(path))
