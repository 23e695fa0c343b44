"""How the reading process reads a model file (a `engine.safely.child.Reader`)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from engine.network.opening import open_network
from engine.network.packing import pieces


def prepare(path: Path) -> None:
    """Import what reading a model needs, by reading a small one of our own making.

    Nothing can be imported after it, and libraries import some of their parts only when
    they are used.
    """
    import h5py
    import numpy as np

    stored = io.BytesIO()
    with h5py.File(stored, "w") as file:
        file.attrs["text"] = "{}"
        file.attrs["names"] = np.array([b"a"])
        file.create_dataset("a/b", data=np.ones((2, 2), np.float32), compression="gzip")
        file["a/h"] = np.ones(2, np.float16)
    with h5py.File(stored, "r") as file:
        [file.attrs[name] for name in file.attrs]
        [file["a"].get(name, getlink=True) for name in file["a"]]
        np.array(file["a/b"][()], np.float64)
        np.isfinite(file["a/h"][()].astype(np.float32)).sum()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a\u00e9", b"a" * 100)
    with zipfile.ZipFile(packed) as archive:
        archive.read(archive.namelist()[0])
    for encoding in ("ascii", "latin-1", "cp437", "utf-8-sig", "utf-16", "utf-32", "idna"):
        "a".encode(encoding)


def hand_over(path: Path) -> Iterator[bytes | memoryview]:
    """Read the model, then give out its packet.

    Raises:
        ModelError: see `engine.network.opening.open_network`.
    """
    return pieces(open_network(path))
