"""How the reading process reads a model file (a `engine.safely.child.Reader`)."""

from __future__ import annotations

import importlib
import io
import pkgutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from engine.network.formats import hdf5, keras3, onnx
from engine.network.opening import formats, open_network
from engine.network.packing import pieces
from engine.network.sniff import regular

ENCODINGS = ("ascii", "latin-1", "cp437", "utf-8-sig", "utf-16", "utf-32", "idna")


def prepare(path: Path) -> None:
    """Import what reading this file needs, by reading a small one of our own making.

    Nothing can be imported after it, and libraries import some of their parts only when
    they are used.
    """
    list(formats())
    for encoding in ENCODINGS:
        "a".encode(encoding)
    try:
        regular(path)
        if keras3.match(path):
            _rehearse_zip()
            _rehearse_hdf5()
        elif hdf5.match(path):
            _rehearse_hdf5()
        elif onnx.match(path):
            _rehearse_onnx()
    except Exception:  # noqa: BLE001 - reading it will say what is wrong
        return


def hand_over(path: Path) -> Iterator[bytes | memoryview]:
    """Read the model, then give out its packet.

    Raises:
        ModelError: see `engine.network.opening.open_network`.
    """
    return pieces(open_network(path))


def _rehearse_zip() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a\u00e9", b"a" * 100)
    with zipfile.ZipFile(packed) as archive:
        archive.read(archive.namelist()[0])


def _rehearse_hdf5() -> None:
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
        np.isfinite(np.array(file["a/b"][()], np.float64)).sum()
        np.isfinite(file["a/h"][()].astype(np.float32)).sum()


def _rehearse_onnx() -> None:
    import numpy as np
    from onnx import load_model_from_string, numpy_helper
    from onnx.helper import make_graph, make_model, make_node, printable_graph

    for module in pkgutil.walk_packages(onnx.__path__, f"{onnx.__name__}."):
        importlib.import_module(module.name)
    kinds = (np.float32, np.float16, np.float64, np.int64, np.int32, np.bool_)
    constants = [numpy_helper.from_array(np.ones(2, kind), kind.__name__) for kind in kinds]
    graph = make_graph(
        [make_node("Add", ["float32", "float32"], ["y"], a=1)], "g", [], [], constants
    )
    model = load_model_from_string(make_model(graph).SerializeToString())
    for tensor in model.graph.initializer:
        numpy_helper.to_array(tensor)
    printable_graph(model.graph)
