"""A layer as a Keras configuration writes it down, in one form for Keras 1, 2 and 3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import ModelError
from engine.network.formats.keras1 import translated
from engine.network.formats.own_class import is_custom
from engine.network.formats.wrapped_cells import as_layer
from engine.network.kinds.operations.registry import KINDS as OPERATIONS
from engine.network.network import RECURRENT

MAX_NAME = 1000
"""Letters in the name of a layer."""

MODELS = ("Sequential", "Functional", "Model")
"""The class names of models that are layers of another."""


@dataclass(frozen=True)
class Place:
    """Where a layer's weights are filed.

    Attributes:
        name: the layer's own name.
        group: its name among its neighbours in a ``.keras`` file: its class, counted.
        role: what it is to the wrapper around it ("forward_layer"), "" for a neighbour.
    """

    name: str
    group: str
    role: str = ""


@dataclass(frozen=True)
class Entry:
    """One layer as it is written down.

    Attributes:
        name: in the network: ``encoder/lstm`` for a layer of a nested model.
        kind: its class, ``ops.Add`` for an operation of Keras 3.
        options: its configuration, under today's names.
        places: where its weights are, from the outermost model inwards.
        nodes: its uses, as they are written down.
        custom: whether the class is not Keras's own.
        keras1: whether its weights are filed as Keras 1 did.
        written_as: the class in the file where ``kind`` is another (an RNN around a cell).
    """

    name: str
    kind: str
    options: Mapping[str, Any]
    places: tuple[Place, ...] = ()
    nodes: tuple[Any, ...] = ()
    custom: bool = False
    keras1: bool = False
    written_as: str = ""
    declared: tuple[int | None, ...] | None = field(default=None, compare=False)
    """The shape of the input that the configuration declares, batch axis first."""


def plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The options of an entry.

    Raises:
        ModelError: it has none.
    """
    config = entry.get("config")
    if not isinstance(config, Mapping):
        raise ModelError("The model's configuration is damaged: a layer has no options.")
    return dict(config)


def own_name(entry: Mapping[str, Any], place: int) -> str:
    """The name of an entry; of one without, its class and its place.

    Raises:
        ModelError: it is no text, or far too long.
    """
    config = entry.get("config")
    inner = config.get("name") if isinstance(config, Mapping) else None
    name = entry.get("name") or inner or f"{entry.get('class_name')}_{place}".lower()
    if not isinstance(name, str) or len(name) > MAX_NAME:
        raise ModelError(
            "The model's configuration is damaged: a layer's name is no text, or has more than "
            "{most} letters.",
            most=MAX_NAME,
        )
    return name


def is_operation(entry: Mapping[str, Any]) -> bool:
    """Whether an entry is an operation of Keras 3 (``keras.ops``), not a layer."""
    if module := str(entry.get("module") or ""):
        return ".ops." in module
    # A file of HDF5 does not name the module; but an operation cannot be trained.
    config, nodes = entry.get("config"), entry.get("inbound_nodes")
    bare = isinstance(config, Mapping) and "trainable" not in config
    known = f"ops.{entry.get('class_name')}" in OPERATIONS
    new = isinstance(nodes, list) and bool(nodes) and isinstance(nodes[0], Mapping)
    return bare and known and new


def entry_of(
    written: Mapping[str, Any], name: str, places: tuple[Place, ...], keras1: bool
) -> Entry:
    """An entry from ``{"class_name": ..., "config": ..., "inbound_nodes": ...}``.

    Raises:
        ModelError: it is damaged.
    """
    found, written = written, as_layer(written)
    kind, options = str(written.get("class_name"))[:MAX_NAME], plain(written)
    nodes = written.get("inbound_nodes")
    if is_operation(written):
        kind = f"ops.{kind}"
    else:
        kind, options = translated(kind, options, keras1)
    return Entry(
        name=name,
        kind=kind,
        options={**options, "name": name},
        places=places,
        nodes=tuple(nodes) if isinstance(nodes, list) else (),
        custom=is_custom(written),
        keras1=keras1,
        written_as="RNN" if written is not found and kind in RECURRENT else "",
        declared=declared_shape(written, options),
    )


def declared_shape(
    written: Mapping[str, Any], options: Mapping[str, Any]
) -> tuple[int | None, ...] | None:
    """The shape of the input that a configuration declares, batch axis first; None without."""
    for key in ("batch_shape", "batch_input_shape"):
        result = options.get(key)
        # tf-keras gives every Embedding the shape (None, None), which declares nothing.
        declares = result != [None, None] or written.get("class_name") == "InputLayer"
        if isinstance(result, list) and declares:
            return sizes(result)
    if written.get("class_name") != "InputLayer":
        length, width = options.get("input_length"), options.get("input_dim")
        if written.get("class_name") == "Embedding":
            return (None, length) if isinstance(length, int) else None
        if isinstance(width, int) and "output_dim" in plain(written):  # Keras 1
            recurrent = written.get("class_name") in (*RECURRENT, "Convolution1D")
            steps = length if isinstance(length, int) else None
            return (None, steps, width) if recurrent else (None, width)
    build = written.get("build_config")
    if isinstance(build, Mapping) and isinstance(build.get("input_shape"), list):
        shape: list[Any] = build["input_shape"]
        if all(size is None or isinstance(size, int) for size in shape):
            return sizes(shape)
    return None


def sizes(found: list[Any]) -> tuple[int | None, ...]:
    """A written shape: whole numbers that can be sizes, None for the rest.

    Raises:
        ModelError: it has far too many axes, or one that is no size.
    """
    if wrong := [size for size in found if type(size) is int and size < 1]:
        raise ModelError(
            "The model's configuration is damaged: a shape has the size {size}.", size=wrong[0]
        )
    if len(found) > 8:
        raise ModelError("The model's configuration is damaged: a shape has more than 8 axes.")
    return tuple(
        size if isinstance(size, int) and not isinstance(size, bool) and 0 < size < 2**31 else None
        for size in found
    )


def snake(name: str) -> str:
    """``keras.src.utils.naming.to_snake_case``: ``LSTM`` is ``lstm``, ``Conv1D`` ``conv1d``."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()
