"""From a layer's configuration and its stored weights to a `Layer`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.formats.functions import ACTIVATION_LAYERS
from engine.network.network import INACTIVE, Layer

Fetch = Callable[[str, str, int], list[Any]]
"""``fetch(layer name, kind, how many)``: a layer's weights in Keras's order, as HDF5
datasets that are not read yet; a weight more than asked for, if there is one."""

GATES = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}

WITHOUT_WEIGHTS = (*INACTIVE, "Masking", "CategoryEncoding", *ACTIVATION_LAYERS)

MOST_NUMBERS = 2**28
"""Numbers in one weight: a gigabyte of float32."""

_OPTIONS = (
    "units",
    "activation",
    "recurrent_activation",
    "use_bias",
    "reset_after",
    "return_sequences",
    "dropout",
    "recurrent_dropout",
    "input_dim",
    "output_dim",
    "mask_zero",
    "mask_value",
    "rate",
    "num_tokens",
    "output_mode",
    "trainable",
)


def layer_of(
    name: str,
    kind: str,
    options: dict[str, Any],
    shape: tuple[int | None, ...] | None,
    fetch: Fetch,
) -> Layer:
    """The layer of a configuration.

    Args:
        name: in the network.
        kind: a supported Keras class name.
        options: its configuration, activations by name.
        shape: what it gets, batch axis first; None if unknown.
        fetch: see `Fetch`.

    Raises:
        ModelError: its weights do not fit its configuration, or are no finite numbers.
    """
    kept = {key: options[key] for key in _OPTIONS if key in options}
    if kind in WITHOUT_WEIGHTS:
        same = shape or (None, None)
        if kind == "CategoryEncoding":
            same = (None, same[1] if len(same) > 1 else None, _whole(name, options, "num_tokens"))
        return Layer(name, kind, kept, {}, same)
    width = shape[-1] if shape else None
    expected = _expected(name, kind, options, width)
    found = fetch(name, kind, len(expected))
    if len(found) != len(expected):
        raise ModelError(
            "The layer {layer} should have {expected} weights, but the file has {found}. "
            "It is damaged, or its configuration belongs to another model.",
            layer=name,
            expected=len(expected),
            found=len(found),
        )
    weights = {}
    for (key, wanted), array in zip(expected.items(), found, strict=True):
        if len(wanted) != array.ndim or any(
            size is not None and size != has for size, has in zip(wanted, array.shape, strict=True)
        ):
            raise ModelError(
                "The {weight} of the layer {layer} has the shape {found}, but its "
                "configuration asks for {expected}. The file is damaged, or two models are "
                "mixed up in it.",
                weight=key,
                layer=name,
                found=str(tuple(array.shape)),
                expected=str(tuple("?" if size is None else size for size in wanted)),
            )
        weights[key] = _numbers(name, key, array)
    return Layer(name, kind, kept, weights, _output_shape(kind, options, shape, expected))


def _whole(layer: str, options: Mapping[str, Any], option: str) -> int:
    value = options.get(option)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**31:
        raise ModelError(
            "The layer {layer} has no usable {option} in its configuration: {value}.",
            layer=layer,
            option=option,
            value=str(value)[:40],
        )
    return value


def _expected(
    name: str, kind: str, options: Mapping[str, Any], width: int | None
) -> dict[str, tuple[int | None, ...]]:
    if kind == "Embedding":
        rows, columns = _whole(name, options, "input_dim"), _whole(name, options, "output_dim")
        _bounded(name, rows * columns)
        return {"embeddings": (rows, columns)}
    units = _whole(name, options, "units")
    biased = options.get("use_bias", True)
    if kind in ("Dense", "TimeDistributed"):
        _bounded(name, units * (width or 1))
        dense: dict[str, tuple[int | None, ...]] = {"kernel": (width, units)}
        return dense | ({"bias": (units,)} if biased else {})
    columns = GATES[kind] * units
    _bounded(name, columns * max(units, width or 1))
    expected: dict[str, tuple[int | None, ...]] = {
        "kernel": (width, columns),
        "recurrent_kernel": (units, columns),
    }
    if biased:
        two = kind == "GRU" and options.get("reset_after", False)
        expected["bias"] = (2, columns) if two else (columns,)
    return expected


def _bounded(layer: str, numbers: int) -> None:
    if numbers > MOST_NUMBERS:
        raise ModelError(
            "The layer {layer} asks for {numbers} numbers in one weight, more than "
            "Gatescope opens.",
            layer=layer,
            numbers=f"{numbers:,}",
        )


def _numbers(layer: str, weight: str, array: Any) -> npt.NDArray[Any]:
    """A stored weight, read: float64 where it is stored so, else float32; read-only."""
    if array.dtype.kind not in "fiu":
        raise ModelError(
            "The {weight} of the layer {layer} does not hold numbers.", weight=weight, layer=layer
        )
    plain = np.array(array[()], np.float64 if array.dtype == np.float64 else np.float32)
    wrong = int(plain.size - np.isfinite(plain).sum())
    if wrong:
        raise ModelError(
            "The {weight} of the layer {layer} has {count} values that are not finite "
            "numbers (NaN or infinity). The training of this model diverged; open an "
            "earlier checkpoint.",
            weight=weight,
            layer=layer,
            count=wrong,
        )
    plain.flags.writeable = False
    return plain


def _output_shape(
    kind: str,
    options: Mapping[str, Any],
    shape: tuple[int | None, ...] | None,
    expected: Mapping[str, tuple[int | None, ...]],
) -> tuple[int | None, ...]:
    if kind == "Embedding":
        steps = shape[1] if shape is not None and len(shape) > 1 else None
        declared = options.get("input_length")
        if steps is None and isinstance(declared, int):
            steps = declared
        return (None, steps, expected["embeddings"][-1])
    if kind in ("Dense", "TimeDistributed"):
        return (*(shape or (None, None))[:-1], expected["kernel"][-1])
    steps = shape[1] if shape is not None and len(shape) == 3 else None
    units = options["units"]
    return (None, steps, units) if options.get("return_sequences") else (None, units)
