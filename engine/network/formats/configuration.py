"""From a Keras configuration and a way to fetch weights to a `Network`.

Both Keras formats share this: they differ only in where the weights lie.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.network.formats.chain import chain
from engine.network.formats.functions import ACTIVATION_LAYERS, function_of, layer_function
from engine.network.formats.layers import Fetch, layer_of
from engine.network.network import INACTIVE, ONE_HOT, RECURRENT, Layer, Network

Shape = tuple[int | None, ...]

SUPPORTED = (
    "InputLayer",
    "Embedding",
    "CategoryEncoding",
    "Masking",
    *RECURRENT,
    "Dense",
    "TimeDistributed",
    *ACTIVATION_LAYERS,
    *INACTIVE,
)

MOST_LAYERS = 1000
MOST_STEPS = 1_000_000


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
    shapes = [_input_shape(entry, _plain(entry)) for entry in entries]
    start = next((shape for shape in shapes if shape is not None), None)
    layers: list[Layer] = []
    shape = start
    for entry in entries:
        if entry.get("class_name") != "InputLayer":
            layers.append(_next_layer(entry, shape, keras2, fetch, first=not layers))
            shape = layers[-1].output_shape
    if len({layer.name for layer in layers}) < len(layers):
        raise ModelError("The model's configuration is damaged: two layers share a name.")
    if not any(layer.kind in RECURRENT for layer in layers):
        raise ModelError(
            "This model has no recurrent layer, so there is no state to watch. Open a model "
            "with a SimpleRNN, LSTM or GRU layer."
        )
    features = _features(layers, start)
    return Network(
        name=name_of(layers, features),
        layers=tuple(layers),
        length=_length(layers, start, _plain(entries[-len(layers)])),
        features=features,
        keras_version=keras_version,
        path=path,
        digest=digest,
    )


def _next_layer(
    entry: Mapping[str, Any], shape: Shape | None, keras2: bool, fetch: Fetch, first: bool
) -> Layer:
    kind = str(entry.get("class_name"))
    options = _plain(entry)
    name = str(options.get("name", kind.lower()))
    if kind == "TimeDistributed":
        options = _inside(name, options)
    if kind not in SUPPORTED or (kind in ("Embedding", "CategoryEncoding") and not first):
        raise _unsupported(name, kind)
    _check_options(name, kind, options)
    if kind in RECURRENT and shape is not None and len(shape) != 3:
        raise ModelError(
            "The layer {layer} does not get a sequence but {shape}, so it has no steps. "
            "The file is damaged, or its layers are not in order.",
            layer=name,
            shape=str(shape),
        )
    if kind == "GRU":
        options.setdefault("reset_after", False)  # files older than the option
    for which in ("activation", "recurrent_activation"):
        if which in options:
            options[which] = function_of(name, options[which], keras2)
    if kind in ACTIVATION_LAYERS:
        options["activation"] = layer_function(name, kind, options, keras2)
    return layer_of(name, kind, options, shape, fetch)


def _features(layers: list[Layer], start: Shape | None) -> int | None:
    first = layers[0]
    if first.kind == "Embedding":
        return None
    if first.kind == "CategoryEncoding":
        return first.units
    if start is not None and len(start) == 3 and start[-1] is not None:
        return start[-1]
    weighed = next((layer for layer in layers if layer.weights), None)
    return int(weighed.weights["kernel"].shape[0]) if weighed is not None else None


def _length(layers: list[Layer], start: Shape | None, options: Mapping[str, Any]) -> int | None:
    """The steps that the model was built for; of Keras 2, Embedding may say it alone."""
    declared = start[1] if start is not None and len(start) > 1 else None
    if declared is None and layers[0].kind == "Embedding":
        declared = options.get("input_length")
    if not isinstance(declared, int):
        return None
    if not 1 <= declared <= MOST_STEPS:
        raise ModelError(
            "The model reads {count} steps; Gatescope opens models of 1 to {most}.",
            count=f"{declared:,}",
            most=f"{MOST_STEPS:,}",
        )
    return declared


def name_of(layers: list[Layer], features: int | None) -> str:
    """What to call a network: its recurrent layers, and what sets it apart."""
    recurrent = [layer for layer in layers if layer.kind in RECURRENT]
    words = [f"{layer.kind}({layer.units})" for layer in recurrent]
    if len(words) > 1 and len(set(words)) == 1:
        name = f"{len(words)}×{words[0]}"
    else:
        name = " + ".join(words)
    if (
        features is not None
        and features > ONE_HOT
        and layers[0].kind in (*RECURRENT, "CategoryEncoding")
    ):
        name = f"one-hot {name}"
    dropped = max((float(layer.options.get("dropout") or 0.0) for layer in recurrent), default=0.0)
    return f"{name}, dropout {dropped:g}" if dropped and len(words) == 1 else name


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    config = entry.get("config")
    if not isinstance(config, Mapping):
        raise ModelError("The model's configuration is damaged: a layer has no options.")
    return dict(config)


def _input_shape(entry: Mapping[str, Any], options: Mapping[str, Any]) -> Shape | None:
    for key in ("batch_shape", "batch_input_shape"):
        found = options.get(key)
        if isinstance(found, list):
            return tuple(size if isinstance(size, int) else None for size in found)
    build = entry.get("build_config")
    if isinstance(build, Mapping) and isinstance(build.get("input_shape"), list):
        return tuple(size if isinstance(size, int) else None for size in build["input_shape"])
    return None


def _unsupported(name: str, kind: str) -> ModelError:
    return ModelError(
        "The layer {layer} is a {kind}, which cannot be replayed yet. Supported are {known}.",
        layer=name,
        kind=kind[:80],
        known=", ".join(SUPPORTED),
    )


def _inside(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the Dense that a TimeDistributed applies at every step."""
    layer = options.get("layer")
    kind = str(layer.get("class_name")) if isinstance(layer, Mapping) else "None"
    if not isinstance(layer, Mapping) or kind != "Dense":
        raise _unsupported(name, f"TimeDistributed({kind})")
    return {**_plain(layer), "trainable": options.get("trainable", True)}


def _check_options(name: str, kind: str, options: Mapping[str, Any]) -> None:
    """Refuse what would change the numbers and is not replayed."""
    refused: list[str] = []
    if kind in RECURRENT:
        names = ("go_backwards", "zero_output_for_mask", "return_state", "time_major")
        refused += [f"{option}=True" for option in names if options.get(option)]
    if kind == "CategoryEncoding" and options.get("output_mode") != "one_hot":
        refused.append(f"output_mode={options.get('output_mode')!r}"[:60])
    policy = options.get("dtype")
    if isinstance(policy, Mapping):
        inner = policy.get("config")
        policy = inner.get("name") if isinstance(inner, Mapping) else policy.get("class_name")
    if policy not in (None, "float32", "float64"):
        refused.append(f"dtype={policy!r}"[:60])  # half precision rounds where we do not
    if refused:
        raise ModelError(
            "The layer {layer} uses {option}, which cannot be replayed yet.",
            layer=name,
            option=refused[0],
        )
