"""A `Network`, or an error, as bytes that need no pickle: a JSON header, then plain arrays.

The reading process writes them and the window's process takes them in.  A file may have
got the better of the reading process, so the taker believes nothing: every field is
checked for its type, its size and what it refers to.

The form: the length of the header (8 bytes, little-endian), the header (JSON in UTF-8),
then the arrays in the order in which the header names them, each at a multiple of `ALIGN`
bytes after the header.
"""

from __future__ import annotations

import json
import string
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, ModelError, TextError
from engine.network.network import Call, Input, Layer, Network, Tensor

ALIGN = 64
MOST_HEADER = 2**23
"""Bytes of JSON; a thousand layers with all their options take less than 1 MB."""

MOST_TEXT = 4096
"""Letters in a name; files with longer ones are damaged."""

DTYPES = ("<f4", "<f8")

ERRORS: dict[str, type[GatescopeError]] = {"model": ModelError, "text": TextError}

Kind = TypeVar("Kind")
Array = npt.NDArray[Any]


class BadPacket(Exception):
    """What was handed over is no network; the message says where."""


def packed(network: Network) -> bytes:
    """A network as bytes."""
    return b"".join(pieces(network))


def pieces(network: Network) -> Iterator[bytes | memoryview]:
    """The same without a second copy of the weights: header first, then each array."""
    arrays: list[Array] = []
    header = {
        "name": network.name,
        "length": network.length,
        "features": network.features,
        "keras_version": network.keras_version,
        "digest": network.digest,
        "main": network.main,
        "format": network.format,
        "notes": list(getattr(network, "notes", ())),
        "inputs": [[one.name, one.shape, one.vocabulary] for one in network.inputs],
        "calls": [[one.name, one.layer, one.inputs, one.states, one.mask] for one in network.calls],
        "outputs": network.outputs,
        "layers": [_layer_out(layer, arrays) for layer in network.layers],
    }
    yield with_header(header)
    for array in arrays:
        yield np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        yield bytes(-array.nbytes % ALIGN)


def with_header(header: Mapping[str, Any]) -> bytes:
    """The first part of a packet: the header and its length, filled up to `ALIGN`."""
    # Names that are not UTF-8 get question marks here: no window can show them.
    text = json.dumps(header, default=_plain, ensure_ascii=False).encode("utf-8", "replace")
    text += b" " * (-(8 + len(text)) % ALIGN)
    return struct.pack("<Q", len(text)) + text


def packed_error(error: GatescopeError) -> bytes:
    """An error as a packet: its template and its values."""
    return with_header({"error": _error_out(error)})


def header_of(text: bytes | bytearray | memoryview) -> dict[str, Any]:
    """The header of a packet, parsed.

    Raises:
        GatescopeError: the packet is an error, which is raised as it was there.
        BadPacket: it is no JSON object, or the error is none that we write.
    """
    try:
        header = json.loads(bytes(text).decode())
    except (ValueError, RecursionError) as error:
        raise BadPacket("the header is no JSON") from error
    if not isinstance(header, dict):
        raise BadPacket("the header is no object")
    if "error" in header:
        raise _error_in(header["error"])
    return header


def size_of_arrays(header: Mapping[str, Any]) -> int:
    """How many bytes of arrays follow a header.

    Raises:
        BadPacket: a weight's type or shape is none that we write.
    """
    return sum(
        nbytes + -nbytes % ALIGN
        for _, dtype, shape in _weights_in(_list(header, "layers"))
        for nbytes in (_count(shape) * int(dtype[2:]),)
    )


def network_in(
    header: Mapping[str, Any], arrays: bytes | bytearray | memoryview, path: Path
) -> Network:
    """The network of a packet.

    Args:
        header: from `header_of`.
        arrays: `size_of_arrays` bytes; they become the weights, without a copy.
        path: where the network was read from.

    Raises:
        BadPacket: a field is of a wrong type, too large, or names what is not there.
    """
    taker = _Arrays(memoryview(arrays).toreadonly())
    layers = tuple(_layer_in(entry, taker, 0) for entry in _list(header, "layers"))
    network = Network(
        name=_text(header.get("name")),
        layers=layers,
        length=_size(header.get("length")),
        features=_size(header.get("features")),
        keras_version=_text(header.get("keras_version")),
        path=path,
        digest=_text(header.get("digest")),
        inputs=tuple(
            Input(_text(name), _shape(shape), _size(vocabulary))
            for name, shape, vocabulary in _rows(header, "inputs", 3)
        ),
        calls=tuple(
            Call(
                _text(name),
                _text(layer),
                _tensors(inputs),
                _tensors(states),
                None if mask is None else _tensor(mask),
            )
            for name, layer, inputs, states, mask in _rows(header, "calls", 5)
        ),
        outputs=_tensors(header.get("outputs")),
        main=_count_in(header.get("main")),
        format=_text(header.get("format")),
        notes=tuple(_text(note) for note in _list(header, "notes")),
    )
    _check_graph(network)
    return network


# Out


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
        None if layer.refused is None else _error_out(layer.refused),
        layer.written_as,
        layer.stored,
    ]


def _error_out(error: GatescopeError) -> list[Any]:
    kind = "text" if isinstance(error, TextError) else "model"
    kept = (str, int, float)
    values = {
        key: value if isinstance(value, kept) else str(value) for key, value in error.values.items()
    }
    cut = {key: v[:MOST_TEXT] if isinstance(v, str) else v for key, v in values.items()}
    return [kind, error.template, cut]


def _plain(value: object) -> object:
    """What json does not know: numpy's numbers."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} is no plain data")


# In


class _Arrays:
    """Hands out the arrays one after another."""

    def __init__(self, data: memoryview) -> None:
        self._data, self._at = data, 0

    def take(self, dtype: str, shape: tuple[int, ...]) -> Array:
        count = _count(shape)
        nbytes = count * int(dtype[2:])
        if self._at + nbytes > len(self._data):
            raise BadPacket("a weight lies beyond the data")
        if count:
            array = np.frombuffer(self._data, dtype, count, self._at).reshape(shape)
        else:  # frombuffer takes no empty buffer
            array = np.zeros(shape, dtype)
            array.flags.writeable = False
        self._at += nbytes + -nbytes % ALIGN
        return array


def _layer_in(entry: Any, arrays: _Arrays, depth: int) -> Layer:
    name, kind, options, weights, shape, inner, refused, written_as, stored = _layer_row(
        entry, depth
    )
    if not isinstance(options, dict):
        raise BadPacket("options are no object")
    taken = {
        key: arrays.take(dtype, array_shape) for key, dtype, array_shape in _own_weights(weights)
    }
    return Layer(
        name=_text(name),
        kind=_text(kind),
        options=options,
        weights=taken,
        output_shape=_shape(shape),
        inner=tuple(_layer_in(each, arrays, depth + 1) for each in _sequence(inner)),
        refused=None if refused is None else _error_in(refused),
        written_as=_text(written_as),
        stored=None if stored is None else _count_in(stored),
    )


def _layer_row(entry: Any, depth: int) -> Sequence[Any]:
    if not isinstance(entry, list) or len(entry) != 9:
        raise BadPacket("a layer has the wrong fields")
    if depth > 8:
        raise BadPacket("layers are nested too deeply")
    return entry


def _weights_in(
    entries: Sequence[Any], depth: int = 0
) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Every weight of the layers and of what they wrap, in the order of the arrays."""
    for entry in entries:
        row = _layer_row(entry, depth)
        yield from _own_weights(row[3])
        yield from _weights_in(_sequence(row[5]), depth + 1)


def _own_weights(weights: Any) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for row in _sequence(weights):
        if not isinstance(row, list) or len(row) != 3 or row[1] not in DTYPES:
            raise BadPacket("a weight is neither float32 nor float64")
        sizes = _sequence(row[2])
        if len(sizes) > 32 or not all(type(size) is int and size >= 0 for size in sizes):
            raise BadPacket("a weight has no shape")
        yield _text(row[0]), row[1], tuple(sizes)


def _count(shape: tuple[int, ...]) -> int:
    count = 1
    for size in shape:
        count *= size
    if count > 2**40:
        raise BadPacket("a weight is too large")
    return count


def _error_in(entry: Any) -> GatescopeError:
    """The error that was packed; its template may do no more than name its values."""
    if not isinstance(entry, list) or len(entry) != 3:
        raise BadPacket("an error has the wrong fields")
    kind, template, values = entry
    if kind not in ERRORS or not isinstance(values, dict) or len(values) > 32:
        raise BadPacket("an error of no known kind")
    for value in values.values():
        if not isinstance(value, (str, int, float)) or len(str(value)) > MOST_TEXT:
            raise BadPacket("an error holds what is no text")
    try:
        parts = list(string.Formatter().parse(_text(template)))
    except ValueError as error:
        raise BadPacket("an error's text is broken") from error
    for _, field, form, conversion in parts:
        if field is not None and (field not in values or form or conversion):
            raise BadPacket("an error's text asks for what is not there")
    if "template" in values or "self" in values or not all(key.isidentifier() for key in values):
        raise BadPacket("an error has impossible fields")
    return ERRORS[kind](template, **values)


def _check_graph(network: Network) -> None:
    """Every call names a layer, and takes only what an earlier one made."""
    layers = {layer.name: layer for layer in network.layers}
    made = {one.name for one in network.inputs}
    if not network.inputs or not network.calls or not network.outputs:
        raise BadPacket("a graph without ends")
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


def _field(value: Any, kind: type[Kind]) -> Kind:
    if not isinstance(value, kind):
        raise BadPacket(f"{type(value).__name__} where {kind.__name__} belongs")
    return value


def _text(value: Any) -> str:
    text = _field(value, str)
    if len(text) > MOST_TEXT:
        raise BadPacket("a text is too long")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise BadPacket("a text that is no UTF-8")
    return text


def _sequence(value: Any) -> list[Any]:
    return _field(value, list)


def _list(header: Mapping[str, Any], key: str) -> list[Any]:
    return _sequence(header.get(key))


def _rows(header: Mapping[str, Any], key: str, width: int) -> Iterator[list[Any]]:
    for row in _list(header, key):
        if not isinstance(row, list) or len(row) != width:
            raise BadPacket(f"{key} with the wrong fields")
        yield row


def _count_in(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise BadPacket("a count that is none")
    return value


def _size(value: Any) -> int | None:
    return None if value is None else _count_in(value)


def _shape(value: Any) -> tuple[int | None, ...]:
    sizes = _sequence(value)
    if len(sizes) > 32:
        raise BadPacket("a shape with too many axes")
    return tuple(_size(size) for size in sizes)


def _tensor(value: Any) -> Tensor:
    if not isinstance(value, list) or len(value) != 2:
        raise BadPacket("a tensor that is none")
    return _text(value[0]), _count_in(value[1])


def _tensors(value: Any) -> tuple[Tensor, ...]:
    return tuple(_tensor(each) for each in _sequence(value))
