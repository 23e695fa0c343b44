"""The uses of a layer as Keras writes them down: ``inbound_nodes``.

Keras 3: ``{"args": [...], "kwargs": {...}}`` with tensors as ``{"class_name":
"__keras_tensor__", "config": {"keras_history": [layer, node, tensor]}}``.  Keras 1 and 2:
``[[layer, node, tensor, {kwargs}], ...]``, where a tensor among the keywords is again
``[layer, node, tensor]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import ModelError

Reference = tuple[str, int, int]
"""Layer, which of its uses, which output of that."""

_DEPTH = 12
MAX_TENSORS = 1000

_STATES = ("initial_state", "initial_states")
_ATTENDED = ("query", "value", "key")
_MASKS = ("attention_mask", "query_mask", "value_mask", "key_mask")


@dataclass(frozen=True)
class LayerUse:
    """One use of a layer.

    Attributes:
        inputs: the tensors that it is called with, in order.
        states: those of ``initial_state``.
        mask: that of ``mask``.
        arguments: ``args`` and ``kwargs`` as plain data, with None for each tensor; ``masks``, the
            names of masks that are tensors.
    """

    inputs: tuple[Reference, ...]
    states: tuple[Reference, ...] = ()
    mask: Reference | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)

    @property
    def references(self) -> tuple[Reference, ...]:
        """All of them."""
        return self.inputs + self.states + (() if self.mask is None else (self.mask,))


def uses(layer: str, written: list[Any]) -> list[LayerUse]:
    """The uses of a layer.

    Raises:
        ModelError: there are too many tensors in one, or it cannot be read.
    """
    result = []
    for node in written:
        if isinstance(node, Mapping):
            result.append(_keras3(layer, node))
        elif isinstance(node, list):
            result.append(_keras2(layer, node))
    return result


def _keras3(layer: str, node: Mapping[str, Any]) -> LayerUse:
    args, kwargs = node.get("args"), node.get("kwargs")
    kwargs = dict(kwargs) if isinstance(kwargs, Mapping) else {}
    states, mask = _special(kwargs, _tensors3)
    inputs = [*_tensors3(args), *_tensors3(_named_in_order(kwargs))]
    arguments = {"args": _without(args, _is_tensor3), "kwargs": _without(kwargs, _is_tensor3)}
    masks = [key for key in _MASKS if any(_tensors3(kwargs.get(key)))]
    return LayerUse(_few(layer, inputs), _few(layer, states), mask, arguments | {"masks": masks})


def _named_in_order(keywords: Mapping[str, Any]) -> dict[str, Any]:
    """What an attention is called with, by name, in the order in which it takes them."""
    return {key: keywords[key] for key in _ATTENDED if key in keywords} | dict(keywords)


def _special(kwargs: dict[str, Any], read: Any) -> tuple[list[Reference], Reference | None]:
    """Take the initial state and the mask out of the keywords."""
    states = [found for key in _STATES for found in read(kwargs.pop(key, None))]
    masks = list(read(kwargs.pop("mask", None)))
    return states, masks[0] if len(masks) == 1 else None


def _keras2(layer: str, node: list[Any]) -> LayerUse:
    # The operations of TensorFlow are written without the list around their one tensor.
    entries = [node] if _is_reference(node) or _is_constant(node) else node
    inputs: list[Reference] = []
    args: list[Any] = []
    keywords: dict[str, Any] = {}
    for entry in entries:
        if _is_constant(entry):
            args.append(entry[2])
        elif _is_reference(entry):
            inputs.append(_reference(entry))
            args.append(None)
        else:
            found = list(references(entry))
            inputs += found
            args += [None] * len(found)
            continue
        # Every tensor of a list is written with the keywords of the call.
        if not keywords and len(entry) > 3 and isinstance(entry[3], Mapping):
            keywords = dict(entry[3])
    states, mask = _special(keywords, references)
    inputs += references(_named_in_order(keywords))
    arguments = {"args": args, "kwargs": _without(keywords, _is_reference)}
    masks = [key for key in _MASKS if any(references(keywords.get(key)))]
    return LayerUse(_few(layer, inputs), _few(layer, states), mask, arguments | {"masks": masks})


def _is_constant(entry: Any) -> bool:
    """Whether an operation of TensorFlow begins with a number: ``1 - x``."""
    return isinstance(entry, list) and len(entry) in (3, 4) and entry[0] == "_CONSTANT_VALUE"


def _is_reference(entry: Any) -> bool:
    return (
        isinstance(entry, list)
        and len(entry) in (3, 4)
        and isinstance(entry[0], str)
        and all(isinstance(part, int) and not isinstance(part, bool) for part in entry[1:3])
    )


def _reference(entry: list[Any]) -> Reference:
    if not (0 <= entry[1] < 2**31 and 0 <= entry[2] < 2**31):
        raise ModelError(
            "The model's configuration is damaged: the layer {layer} is named with a negative "
            "number.",
            layer=str(entry[0])[:80],
        )
    return str(entry[0]), int(entry[1]), int(entry[2])


def references(written: Any, depth: int = 0) -> Iterator[Reference]:
    """Every ``[layer, node, tensor]`` inside, however it is wrapped."""
    if depth > _DEPTH:
        return
    if _is_reference(written):
        yield _reference(written)
    elif isinstance(written, list):
        for value in written:
            yield from references(value, depth + 1)
    elif isinstance(written, Mapping):
        for value in written.values():
            yield from references(value, depth + 1)


def _is_tensor3(value: Any) -> bool:
    return isinstance(value, Mapping) and value.get("class_name") == "__keras_tensor__"


def _tensors3(value: Any, depth: int = 0) -> Iterator[Reference]:
    if depth > _DEPTH:
        return
    if _is_tensor3(value):
        config = value.get("config")
        history = config.get("keras_history") if isinstance(config, Mapping) else None
        if _is_reference(history):
            yield _reference(history)  # type: ignore[arg-type]
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _tensors3(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _tensors3(inner, depth + 1)


def _without(value: Any, is_tensor: Callable[[Any], bool], depth: int = 0) -> Any:
    """Plain data with None in place of each tensor."""
    if is_tensor(value) or depth > _DEPTH:
        return None
    if isinstance(value, Mapping):
        return {str(key): _without(inner, is_tensor, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without(inner, is_tensor, depth + 1) for inner in value]
    return value


def _few(layer: str, found: list[Reference]) -> tuple[Reference, ...]:
    if len(found) > MAX_TENSORS:
        raise ModelError(
            "The layer {layer} gets {count} inputs, more than Gatescope opens.",
            layer=layer[:80],
            count=f"{len(found):,}",
        )
    return tuple(found)
