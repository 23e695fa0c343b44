"""An ONNX file as plain Python: nodes, constants, inputs and outputs.

The library ``onnx`` parses; 0.12 s to import beside numpy.  What is believed of the file is
bounded here: its nodes, its tensors, their sizes, its names.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.formats.onnx.external import Beside, is_external, lies_beside
from engine.network.kinds.checks import MAX_COMPUTED, check_weight_size

Array = npt.NDArray[Any]

MAX_NODES = 10_000
MAX_TENSORS = 20_000
MAX_BYTES = 2**31
"""Protocol buffers end there."""

_FIELDS = {1: 0, 2: 2, 3: 2, 4: 2, 5: 0, 6: 2, 7: 2, 8: 2, 14: 2, 20: 2, 25: 2, 26: 2}
"""ModelProto: the number of a field, and how it is written (0 varint, 2 with its length)."""

_GRAPH = 7
_AXES = 8


@dataclass(frozen=True)
class Node:
    """One operation.

    Attributes:
        name: as written, "" if it has none.
        kind: its operator; with its domain (``com.microsoft.QAttention``) if it is not ONNX's.
        inputs: names of values, "" for one that is left out.
        outputs: likewise.
        attributes: numbers, texts, lists of them, and arrays; None for what else there is.
        captured: names that the body of a loop or a branch may read without being given them.
    """

    name: str
    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict)
    captured: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """All that has to be there before it."""
        return self.inputs + self.captured


@dataclass(frozen=True)
class GraphInput:
    """An input of the graph: its name, its sizes (None where open), whether of whole numbers."""

    name: str
    sizes: tuple[int | None, ...]
    whole: bool


@dataclass(frozen=True, eq=False)
class Model:
    """What the file says.

    Attributes:
        opset: the version of ONNX's operators.
        nodes: in the file's order.
        constants: by name, read-only.
        inputs: without those that are constants.
        outputs: names.
    """

    opset: int
    nodes: tuple[Node, ...]
    constants: Mapping[str, Array]
    inputs: tuple[GraphInput, ...]
    outputs: tuple[str, ...]


def is_model(path: Path) -> bool:
    """Whether a file's fields are those of a ModelProto, with its version before its graph."""
    size = path.stat().st_size
    seen: set[int] = set()
    with path.open("rb") as file:
        for _ in range(200):
            key, value = _varint(file), _varint(file)
            if key is None or value is None or _FIELDS.get(key >> 3) != key & 7:
                return False
            number = key >> 3
            if number == _GRAPH:
                return 1 in seen or 8 in seen
            seen.add(number)
            if key & 7:
                if file.tell() + value > size:
                    return False
                file.seek(value, 1)
    return False


def _varint(file: BinaryIO) -> int | None:
    result = 0
    for shift in range(0, 70, 7):
        if not (byte := file.read(1)):
            return None
        result |= (byte[0] & 127) << shift
        if byte[0] < 128:
            return result
    return None


def read(path: Path) -> Model:
    """Parse a file.

    Raises:
        ModelError: it is larger than Gatescope opens, or keeps weights in other files.
        ValueError: it is no ONNX model, or cut off.
    """
    return model_in(parsed(within_bounds(path)))


def within_bounds(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ModelError: it is larger than Gatescope opens.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise ModelError(
            "{name} has {size} bytes, more than Gatescope opens of an ONNX model.",
            name=path.name,
            size=f"{size:,}",
        )
    return path.read_bytes()


def parsed(data: bytes) -> Any:
    """The ModelProto in the bytes of a file.

    Raises:
        ModelError: it has more nodes or weights than Gatescope opens.
        ValueError: it is no ONNX model, or cut off.
    """
    import onnx
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except DecodeError as error:
        raise ValueError(str(error) or "it is no protocol buffer") from error
    graph = model.graph
    if len(graph.node) > MAX_NODES:
        raise ModelError(
            "The model has {count} nodes; Gatescope opens ONNX models of at most {most}.",
            count=f"{len(graph.node):,}",
            most=f"{MAX_NODES:,}",
        )
    if len(graph.initializer) > MAX_TENSORS:
        raise ModelError("The model has more than 20,000 weights, more than Gatescope opens.")
    return model


def model_in(model: Any, beside: Beside | None = None) -> Model:
    """What a ModelProto says; ``beside`` has the weights that lie in other files.

    Raises:
        ModelError: weights lie in other files and those are not there, or do not fit.
        ValueError: the sizes and the data of a weight do not fit.
    """
    graph = model.graph
    constants = {tensor.name: array_of(tensor, beside) for tensor in graph.initializer}
    return Model(
        opset=int(max((one.version for one in model.opset_import if not one.domain), default=1)),
        nodes=tuple(_node(one, beside) for one in graph.node),
        constants=constants,
        inputs=tuple(_graph_input(one) for one in graph.input if one.name not in constants),
        outputs=tuple(str(one.name) for one in graph.output),
    )


def array_of(tensor: Any, beside: Beside | None = None) -> Array:
    """The array of a TensorProto, of any shape, read-only.

    Raises:
        ModelError: it lies in another file that is not there or does not fit, or is too large.
        ValueError: its sizes and its data do not fit.
    """
    from onnx import TensorProto, numpy_helper

    if is_external(tensor) and beside is None:
        raise lies_beside(tensor)
    sizes = list(tensor.dims)
    if len(sizes) > _AXES or any(size < 0 for size in sizes):
        raise ValueError(f"the sizes of {tensor.name[:80]} are {sizes[:_AXES]}")
    check_weight_size(str(tensor.name), math.prod(sizes))
    if tensor.data_type == TensorProto.STRING:
        return np.empty(0, np.uint8)  # words that no layer here reads
    if is_external(tensor) and beside is not None:
        tensor = _with_bytes(tensor, beside, math.prod(sizes))
    result: Array = np.array(numpy_helper.to_array(tensor))
    result.flags.writeable = False
    return result


def _with_bytes(tensor: Any, beside: Beside, count: int) -> Any:
    """A TensorProto of so many numbers that lie in another file, with its numbers."""
    from onnx import TensorProto, helper

    kind = helper.tensor_dtype_to_np_dtype(tensor.data_type)
    plain = {np.dtype(one) for one in ("f4", "f8", "f2", "i8", "i4", "i2", "i1", "u1", "?")}
    wanted = count * kind.itemsize if kind in plain else None
    raw = beside.bytes_of(tensor, wanted)
    return TensorProto(name=tensor.name, dims=tensor.dims, data_type=tensor.data_type, raw_data=raw)


def _node(node: Any, beside: Beside | None) -> Node:
    domain = "" if node.domain in ("", "ai.onnx") else f"{node.domain}."
    return Node(
        name=str(node.name),
        kind=f"{domain}{node.op_type}",
        inputs=tuple(node.input),
        outputs=tuple(node.output),
        attributes={one.name: _attribute(one, beside) for one in node.attribute},
        captured=tuple(sorted({name for one in node.attribute for name in _captured(one)})),
    )


def _captured(attribute: Any) -> Iterator[str]:
    """What the nodes of a graph inside a node read; names of its own among them do no harm."""
    if attribute.HasField("g"):
        for node in attribute.g.node:
            yield from node.input
            for one in node.attribute:
                yield from _captured(one)


def _attribute(written: Any, beside: Beside | None) -> Any:
    from onnx import AttributeProto

    if written.type == AttributeProto.FLOAT:
        return float(written.f)
    if written.type == AttributeProto.INT:
        return int(written.i)
    if written.type == AttributeProto.STRING:
        return written.s.decode("utf-8", "replace")
    if written.type == AttributeProto.TENSOR:
        return array_of(written.t, beside)
    if written.type == AttributeProto.FLOATS:
        return [float(one) for one in written.floats]
    if written.type == AttributeProto.INTS:
        return [int(one) for one in written.ints]
    if written.type == AttributeProto.STRINGS:
        return [one.decode("utf-8", "replace") for one in written.strings]
    return None


def _graph_input(value: Any) -> GraphInput:
    from onnx import TensorProto

    kind = value.type.tensor_type
    sizes = tuple(
        int(one.dim_value) if one.HasField("dim_value") and one.dim_value > 0 else None
        for one in kind.shape.dim
    )
    if len(sizes) > _AXES:
        raise ValueError(f"the input {value.name[:80]} has {len(sizes)} axes")
    if math.prod(size for size in sizes if size is not None) > MAX_COMPUTED:
        raise ModelError(
            "The input {input} of the model has the shape {shape}, more numbers than Gatescope "
            "reads.",
            input=str(value.name)[:80],
            shape=str(tuple("?" if size is None else size for size in sizes)),
        )
    whole = kind.elem_type in (TensorProto.INT32, TensorProto.INT64, TensorProto.UINT8)
    return GraphInput(str(value.name), sizes, whole)
