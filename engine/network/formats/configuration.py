"""From a Keras configuration and a way to fetch weights to a `Network`.

Both Keras formats share this: they differ only in where the weights lie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.network.activations import ACTIVATIONS, ALIASES
from engine.network.formats.chain import chain
from engine.network.network import RECURRENT, Layer, Network

Weights = Mapping[str, npt.NDArray[Any]]
Fetch = Callable[[str, str, int], list[npt.NDArray[Any]]]
"""``fetch(layer name, kind, how many)``: a layer's weights in Keras's order."""

GATES = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}

INACTIVE = ("Dropout", "SpatialDropout1D", "GaussianNoise", "GaussianDropout", "AlphaDropout")

SUPPORTED = (
    "InputLayer",
    "Embedding",
    "Masking",
    *RECURRENT,
    "Dense",
    "Activation",
    *INACTIVE,
)

MOST_LAYERS = 1000
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
    "trainable",
)


def network_of(
    model: Mapping[str, Any], fetch: Fetch, keras_version: str, path: Path, digest: str
) -> Network:
    """The network of a model's configuration.

    Args:
        model: ``{"class_name": "Sequential", "config": ...}``.
        fetch: see `Fetch`.
        keras_version: what wrote the file.

    Raises:
        ModelError: a layer, an option or a weight that is not supported or does not fit.
    """
    entries = chain(model, MOST_LAYERS)
    keras2 = keras_version.split(".", maxsplit=1)[0] in ("1", "2")
    layers: list[Layer] = []
    shape: tuple[int | None, ...] | None = None
    for entry in entries:
        kind = str(entry.get("class_name"))
        options = _plain(entry)
        name = str(options.get("name", kind.lower()))
        given = _input_shape(entry, options)
        if shape is None and given is not None:
            shape = given
        if kind == "InputLayer":
            continue
        if kind not in SUPPORTED:
            raise ModelError(
                "The layer {layer} is a {kind}, which cannot be replayed yet. Supported "
                "are {known}.",
                layer=name,
                kind=kind,
                known=", ".join(SUPPORTED),
            )
        _check_options(name, kind, options)
        if kind == "GRU":
            options.setdefault("reset_after", False)  # files older than the option
        for which in ("activation", "recurrent_activation"):
            if which in options:
                options[which] = _activation(name, options[which], keras2)
        layer = _build(name, kind, options, shape, fetch)
        shape = layer.output_shape
        layers.append(layer)
    if not any(layer.kind in RECURRENT for layer in layers):
        raise ModelError(
            "This model has no recurrent layer, so there is no state to watch. Open a model "
            "with a SimpleRNN, LSTM or GRU layer."
        )
    first = layers[0]
    start = next(
        (found for entry in entries if (found := _input_shape(entry, _plain(entry)))), None
    )
    length = start[1] if start is not None and len(start) > 1 else None
    if first.kind == "Embedding":
        features = None
    else:
        features = start[-1] if start is not None and len(start) == 3 else None
        if features is None:
            recurrent = next(layer for layer in layers if layer.kind in RECURRENT)
            features = int(recurrent.weights["kernel"].shape[0])
    if first.kind == "Embedding" and length is None:
        declared = _plain(entries[-len(layers)]).get("input_length")
        length = declared if isinstance(declared, int) else None
    return Network(
        name=name_of(layers, features),
        layers=tuple(layers),
        length=length,
        features=features,
        keras_version=keras_version,
        path=path,
        digest=digest,
    )


def name_of(layers: list[Layer], features: int | None) -> str:
    """What to call a network: its recurrent layers, and what sets it apart."""
    recurrent = [layer for layer in layers if layer.kind in RECURRENT]
    words = [f"{layer.kind}({layer.units})" for layer in recurrent]
    if len(words) > 1 and len(set(words)) == 1:
        name = f"{len(words)}×{words[0]}"
    else:
        name = " + ".join(words)
    if features is not None and features > 64 and layers[0].kind in RECURRENT:
        name = f"one-hot {name}"
    dropped = max((float(layer.options.get("dropout") or 0.0) for layer in recurrent), default=0.0)
    return f"{name}, dropout {dropped:g}" if dropped and len(words) == 1 else name


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    config = entry.get("config")
    if not isinstance(config, Mapping):
        raise ModelError("The model's configuration is damaged: a layer has no options.")
    return dict(config)


def _input_shape(
    entry: Mapping[str, Any], options: Mapping[str, Any]
) -> tuple[int | None, ...] | None:
    for key in ("batch_shape", "batch_input_shape"):
        found = options.get(key)
        if isinstance(found, list):
            return tuple(size if isinstance(size, int) else None for size in found)
    build = entry.get("build_config")
    if isinstance(build, Mapping) and isinstance(build.get("input_shape"), list):
        return tuple(size if isinstance(size, int) else None for size in build["input_shape"])
    return None


def _check_options(name: str, kind: str, options: Mapping[str, Any]) -> None:
    if kind not in RECURRENT:
        return
    for option in ("go_backwards", "zero_output_for_mask", "return_state", "time_major"):
        if options.get(option):
            raise ModelError(
                "The layer {layer} uses {option}=True, which cannot be replayed yet.",
                layer=name,
                option=option,
            )


def _activation(layer: str, given: Any, keras2: bool) -> str:
    name = given
    if isinstance(given, Mapping):
        # Keras 3 writes a function as {"class_name": "function", "config": "relu", ...}.
        registered = str(given.get("registered_name") or given.get("config"))
        name = given.get("config")
        if isinstance(name, Mapping):
            name = name.get("name")
        if ">" in registered and not registered.startswith("keras"):
            name = registered
    if name is None:
        name = "linear"
    name = ALIASES.get(str(name), str(name))
    if name == "hard_sigmoid" and keras2:
        return "hard_sigmoid_keras2"
    if name not in ACTIVATIONS:
        raise ModelError(
            "The layer {layer} uses the activation {name}, which is not one of Keras's or "
            "is not supported. Supported are: {known}.",
            layer=layer,
            name=name,
            known=", ".join(sorted(ACTIVATIONS)),
        )
    return name


def _build(
    name: str,
    kind: str,
    options: dict[str, Any],
    shape: tuple[int | None, ...] | None,
    fetch: Fetch,
) -> Layer:
    kept = {key: options[key] for key in _OPTIONS if key in options}
    if kind in INACTIVE or kind in ("Masking", "Activation"):
        return Layer(name, kind, kept, {}, shape or (None, None))
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
    if kind == "Dense":
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


def _numbers(layer: str, weight: str, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    if array.dtype.kind not in "fiu":
        raise ModelError(
            "The {weight} of the layer {layer} does not hold numbers.", weight=weight, layer=layer
        )
    plain = np.array(array, np.float64 if array.dtype == np.float64 else np.float32)
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
    if kind == "Dense":
        return (*(shape or (None, None))[:-1], expected["kernel"][-1])
    steps = shape[1] if shape is not None and len(shape) == 3 else None
    units = options["units"]
    return (None, steps, units) if options.get("return_sequences") else (None, units)
