"""The ONNX format: a graph of nodes in a protocol buffer (`onnx.ai/onnx/repo-docs/IR.html`).

`proto` reads the file, `walk` goes over its nodes, ``nodes/`` turns them into layers of a
`graph`, `finish` and `convert` make the `Network`.  Nothing in the file is run.  Weights in files
beside it (`external`) are read where they have been put in a zip with it (`gathered`).
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from engine.network.formats.onnx.external import Beside
from engine.network.formats.onnx.proto import array_of, is_model, read
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
    except DAMAGE as error:
        raise damaged(path.name, error) from error


def rehearse() -> None:
    """See `engine.network.formats.registry.FormatModule`."""
    import numpy as np
    from onnx import TensorProto, load_model_from_string, numpy_helper
    from onnx.helper import make_graph, make_model, make_node, printable_graph

    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    kinds = (np.float32, np.float16, np.float64, np.int64, np.int32, np.bool_)
    constants = [numpy_helper.from_array(np.ones(2, kind), kind.__name__) for kind in kinds]
    outside = TensorProto(name="o", dims=[2], data_type=1, data_location=TensorProto.EXTERNAL)
    outside.external_data.add(key="location", value="here")
    array_of(outside, Beside(lambda name: bytes(8)))
    graph = make_graph(
        [make_node("Add", ["float32", "float32"], ["y"], a=1)], "g", [], [], constants
    )
    model = load_model_from_string(make_model(graph).SerializeToString())
    for tensor in model.graph.initializer:
        numpy_helper.to_array(tensor)
    printable_graph(model.graph)
