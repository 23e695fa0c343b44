"""A `Network` as a packet of plain data (`engine.safely.packet`), and back.

The weights follow the header in the order in which it names them, each at a multiple of
`ALIGN` bytes.  The taker checks every field: its type, its size and what it refers to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note
from engine.network.network import Call, Input, Layer, Network, Tensor
from engine.safely.packet import (
    ALIGN,
    BadPacket,
    count_in,
    error_in,
    error_out,
    list_in,
    packed_header,
    text_in,
)

DTYPES = ("<f4", "<f8")
MAX_AXES = 32
MAX_DEPTH = 8
"""How deep layers may be wrapped in one another."""

Array = npt.NDArray[Any]


def packed(network: Network) -> bytes:
    """A network as bytes."""
    return b"".join(pieces(network))


def pieces(network: Network) -> Iterator[bytes | memoryview]:
    """The same, without a second copy of the weights: header first, then each array."""
    arrays: list[Array] = []
    header: dict[str, Any] = {
        "name": network.name,
        "length": network.length,
        "features": network.features,
        "keras_version": network.keras_version,
        "digest": network.digest,
        "main": network.main,
        "format": network.format,
        "left_out": network.left_out,
        "notes": [error_out(note) for note in network.notes],
        "inputs": [
            [one.name, one.shape, one.vocabulary, one.one_hot, one.counts_steps]
            for one in network.inputs
        ],
        "calls": [[one.name, one.layer, one.inputs, one.states, one.mask] for one in network.calls],
        "outputs": network.outputs,
        "layers": [_layer_out(layer, arrays) for layer in network.layers],
    }
    header["bytes"] = sum(each.nbytes + -each.nbytes % ALIGN for each in arrays)
    yield packed_header(header)
    for array in arrays:
        yield np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        yield bytes(-array.nbytes % ALIGN)


def network_in(
    header: Mapping[str, Any], arrays: bytes | bytearray | memoryview, path: Path
) -> Network:
    """The network of a packet.

    Args:
        header: from `engine.safely.packet.header_in`.
        arrays: the bytes after it; they become the weights, without a copy.
        path: where the network was read from.

    Raises:
        BadPacket: a field is of a wrong type, too large, or names what is not there.
    """
    if not all(list_in(header.get(key)) for key in ("layers", "inputs", "calls", "outputs")):
        raise BadPacket("a graph without ends")
    taker = _Arrays(memoryview(arrays).toreadonly())
    network = Network(
        name=text_in(header.get("name")),
        layers=tuple(_layer_in(entry, taker, 0) for entry in list_in(header.get("layers"))),
        length=_size(header.get("length")),
        features=_size(header.get("features")),
        keras_version=text_in(header.get("keras_version")),
        path=path,
        digest=text_in(header.get("digest")),
        inputs=tuple(
            Input(text_in(name), _shape(shape), _size(vocabulary), _flag(one_hot), _flag(counts))
            for row in list_in(header.get("inputs"))
            for name, shape, vocabulary, one_hot, counts in [_row(row, 5)]
        ),
        calls=tuple(
            Call(
                text_in(name),
                text_in(layer),
                _tensors(inputs),
                _tensors(states),
                None if mask is None else _tensor(mask),
            )
            for row in list_in(header.get("calls"))
            for name, layer, inputs, states, mask in [_row(row, 5)]
        ),
        outputs=_tensors(header.get("outputs")),
        main=count_in(header.get("main")),
        format=text_in(header.get("format")),
        left_out=tuple(text_in(name) for name in list_in(header.get("left_out"))),
        notes=tuple(_note_in(note) for note in list_in(header.get("notes"))),
    )
    taker.finish()
    _check_graph(network)
    return network


# Out


def _note_in(value: Any) -> Note:
    error = error_in(value)
    return error if isinstance(error, Note) else Note(error.template, **error.values)


def _layer_out(layer: Layer, arrays: list[Array]) -> list[Any]:
    weights = []
    for key, array in layer.weights.items():
        if array.dtype.str not in DTYPES:
            raise TypeError(f"the {key} of {layer.name} is {array.dtype}, neither float32 nor 64")
        weights.append([key, array.dtype.str, list(array.shape)])
        arrays.append(array)
    return [
        layer.name,
        layer.kind,
        dict(layer.options),
        weights,
        layer.output_shape,
        [_layer_out(inner, arrays) for inner in layer.inner],
        None if layer.refused is None else error_out(layer.refused),
        layer.written_as,
        layer.stored,
    ]


# In


class _Arrays:
    """Hands out the arrays one after another."""

    def __init__(self, data: memoryview) -> None:
        self._data, self._at = data, 0

    def take(self, dtype: str, shape: tuple[int, ...]) -> Array:
        count = math.prod(shape)
        if count > 2**40:
            raise BadPacket("a weight is too large")
        nbytes = count * int(dtype[2:])
        if self._at + nbytes > len(self._data):
            raise BadPacket("a weight lies beyond the data")
        here = self._data[self._at : self._at + nbytes]
        self._at += nbytes + -nbytes % ALIGN
        try:
            return np.ndarray(shape, dtype, here)
        except ValueError as error:  # none of its numbers, along too many others
            raise BadPacket("a weight of an impossible shape") from error

    def finish(self) -> None:
        """Everything has to be taken."""
        if self._at != len(self._data):
            raise BadPacket("more weights than were named")


def _layer_in(entry: Any, arrays: _Arrays, depth: int) -> Layer:
    if depth > MAX_DEPTH:
        raise BadPacket("layers are nested too deeply")
    name, kind, options, weights, shape, inner, refused, written_as, stored = _row(entry, 9)
    if not isinstance(options, dict):
        raise BadPacket("options are no object")
    taken = {key: arrays.take(dtype, sizes) for key, dtype, sizes in _own_weights(weights)}
    return Layer(
        name=text_in(name),
        kind=text_in(kind),
        options=options,
        weights=taken,
        output_shape=_shape(shape),
        inner=tuple(_layer_in(each, arrays, depth + 1) for each in list_in(inner)),
        refused=None if refused is None else error_in(refused),
        written_as=text_in(written_as),
        stored=None if stored is None else count_in(stored),
    )


def _own_weights(weights: Any) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for entry in list_in(weights):
        key, dtype, sizes = _row(entry, 3)
        if dtype not in DTYPES:
            raise BadPacket("a weight is neither float32 nor float64")
        if len(list_in(sizes)) > MAX_AXES:
            raise BadPacket("a weight has no shape")
        yield text_in(key), dtype, tuple(count_in(size) for size in sizes)


def _check_graph(network: Network) -> None:
    """Every call names a layer, and takes only what an earlier one made."""
    layers = {layer.name: layer for layer in network.layers}
    made = {one.name for one in network.inputs}
    if len(layers) != len(network.layers) or len(made) != len(network.inputs):
        raise BadPacket("two layers share a name")
    for call in network.calls:
        if call.layer not in layers or call.name in made:
            raise BadPacket("a call of no layer")
        if any(name not in made for name, _ in call.sources):
            raise BadPacket("a call of what is not made yet")
        made.add(call.name)
    if any(name not in made for name, _ in network.outputs):
        raise BadPacket("an output that is not made")
    if network.main >= len(network.inputs):
        raise BadPacket("a main input that is not there")
    pairs = [layer for layer in network.layers if layer.kind == "Bidirectional"]
    if any(len(layer.inner) != 2 and layer.refused is None for layer in pairs):
        raise BadPacket("a Bidirectional without two directions")


# Fields


def _row(value: Any, width: int) -> list[Any]:
    if len(list_in(value)) != width:
        raise BadPacket("a row with the wrong fields")
    return list_in(value)


def _size(value: Any) -> int | None:
    return None if value is None else count_in(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadPacket("neither true nor false")
    return value


def _shape(value: Any) -> tuple[int | None, ...]:
    sizes = list_in(value)
    if len(sizes) > MAX_AXES:
        raise BadPacket("a shape with too many axes")
    return tuple(_size(size) for size in sizes)


def _tensor(value: Any) -> Tensor:
    name, place = _row(value, 2)
    return text_in(name), count_in(place)


def _tensors(value: Any) -> tuple[Tensor, ...]:
    return tuple(_tensor(each) for each in list_in(value))
