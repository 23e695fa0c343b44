"""A model's layers in the order in which the input passes them, if they are a chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.errors import ModelError

Entry = Mapping[str, Any]


def chain(model: Mapping[str, Any], most: int) -> list[Entry]:
    """The layers' configurations, input first.

    Args:
        model: ``{"class_name": "Sequential" or "Functional" or "Model", "config": ...}``.
        most: how many layers are too many.

    Raises:
        ModelError: the model is not Sequential or a linear functional graph.
    """
    kind, config = model.get("class_name"), model.get("config")
    if kind == "Sequential":
        layers = config if isinstance(config, list) else _layers(config)
        return _checked(layers, most)
    if kind in ("Functional", "Model"):
        entries = _checked(_layers(config), most)
        outputs = config.get("output_layers") if isinstance(config, Mapping) else None
        return _ordered(entries, outputs)
    raise ModelError(
        "The model is a {kind}, which only its own code can run. Save it as a Sequential or "
        "a functional model.",
        kind=str(kind)[:80],
    )


def _layers(config: Any) -> Any:
    return config.get("layers") if isinstance(config, Mapping) else None


def _checked(layers: Any, most: int) -> list[Entry]:
    if not isinstance(layers, list) or not all(isinstance(layer, Mapping) for layer in layers):
        raise ModelError("The model's configuration is damaged: it has no list of layers.")
    if len(layers) > most:
        raise ModelError(
            "The model has {count} layers; Gatescope opens models of at most {most}.",
            count=len(layers),
            most=most,
        )
    return list(layers)


def _ordered(entries: list[Entry], outputs: Any) -> list[Entry]:
    by_name = {_name(entry): entry for entry in entries if not _makes_mask(entry)}
    if len(by_name) + sum(map(_makes_mask, entries)) != len(entries):
        raise ModelError("The model's configuration is damaged: two layers share a name.")
    after: dict[str, str] = {}
    start = ""
    for name, entry in by_name.items():
        nodes = entry.get("inbound_nodes") or []
        sources = list(dict.fromkeys(_sources(nodes, 0)))
        if not sources:
            if start:
                raise _not_a_chain(name)
            start = name
            continue
        if len(sources) > 1 or len(nodes) > 1 or sources[0] in after or sources[0] not in by_name:
            raise _not_a_chain(name)
        after[sources[0]] = name
    ordered, at = [], start
    while at:
        ordered.append(by_name[at])
        if len(ordered) > len(by_name):
            raise _not_a_chain(at)
        at = after.get(at, "")
    if len(ordered) != len(by_name):
        raise _not_a_chain(_name(entries[-1]))
    for name in _sources(outputs, 0):
        if name != _name(ordered[-1]):
            raise _not_a_chain(name)
    _check_masks(entries, ordered)
    return ordered


def _makes_mask(entry: Entry) -> bool:
    """Whether an entry is one of the operations by which Keras 3 writes down a mask.

    A functional model of a masking layer says twice what is masked: once by the layer's
    option, and once as ``NotEqual`` (and ``Any``), which the recurrent layers name as ``mask``.
    """
    module = str(entry.get("module", "keras"))  # an .h5 file does not name it
    return entry.get("class_name") in ("NotEqual", "Any") and module.startswith("keras")


def _check_masks(entries: list[Entry], ordered: list[Entry]) -> None:
    """The masks written down are those that the masking layers make."""
    made = []
    for entry, before in zip(ordered[1:], ordered, strict=False):
        config = entry.get("config")
        options: Mapping[str, Any] = config if isinstance(config, Mapping) else {}
        if entry.get("class_name") == "Embedding" and options.get("mask_zero"):
            made.append((_name(before), 0))
        elif entry.get("class_name") == "Masking":
            made.append((_name(before), options.get("mask_value", 0.0)))
    for entry in entries:
        if entry.get("class_name") != "NotEqual" or not _makes_mask(entry):
            continue
        nodes = entry.get("inbound_nodes") or [{}]
        given = nodes[0].get("args") if isinstance(nodes[0], Mapping) else None
        source, value = next(_sources(nodes, 0), ""), given[-1] if given else None
        if (source, value) not in made:
            raise _not_a_chain(_name(entry))


def _name(entry: Entry) -> str:
    config = entry.get("config")
    inner = config.get("name") if isinstance(config, Mapping) else None
    return str(entry.get("name") or inner or "")


def _sources(node: Any, depth: int) -> Iterator[str]:
    """The names of the layers that a node's arguments come from.

    Keras 3 writes ``{"keras_history": [name, 0, 0]}`` somewhere inside; Keras 2 writes
    ``[name, 0, 0, {...}]``.
    """
    if depth > 12:
        return
    if isinstance(node, Mapping):
        history = node.get("keras_history")
        if isinstance(history, list) and history:
            yield str(history[0])
            return
        for key, value in node.items():
            if key != "mask":  # see `_makes_mask`
                yield from _sources(value, depth + 1)
    elif isinstance(node, list):
        if len(node) >= 3 and isinstance(node[0], str) and isinstance(node[1], int):
            yield node[0]
            for value in node[3:]:
                yield from _sources(value, depth + 1)
            return
        for value in node:
            yield from _sources(value, depth + 1)


def _not_a_chain(layer: str) -> ModelError:
    return ModelError(
        "The model branches at the layer {layer}. Gatescope opens models whose layers follow "
        "one another.",
        layer=layer,
    )
