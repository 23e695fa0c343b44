"""What the inspector calls weights, their rows and their columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.counting import filled
from engine.network.network import Layer, Network
from engine.replay.cells.registry import series_of
from gui.i18n.context import translator
from gui.look.meanings import series_name
from gui.look.theme import theme

_tr = translator("Inspector")


def matrix_name(name: str) -> str:
    """A weight's name; what is Keras's own stays."""
    return {
        "kernel": _tr("kernel"),
        "recurrent_kernel": _tr("recurrent kernel"),
        "bias": _tr("bias"),
        "recurrent_bias": _tr("recurrent bias"),
        "peepholes": _tr("peepholes"),
        "initial_h": _tr("initial h"),
        "initial_c": _tr("initial c"),
        "embeddings": _tr("embeddings"),
    }.get(name, name)


def matrix_symbol(name: str, gate: str) -> str:
    """How the equations write a gate's weight, in the small TeX of `engine.replay.cells.series`."""
    if name == "peepholes":
        return f"p_{{{gate}}}"
    letter = {"kernel": "x", "recurrent_kernel": "h", "recurrent_bias": "h"}.get(name, "")
    return f"{'b' if name.endswith('bias') else 'W'}_{{{letter}{gate}}}"


def way_of(layer: Layer) -> str:
    """``forward`` of ``bidirectional/forward``."""
    return layer.name.rsplit("/", maxsplit=1)[-1]


def part_name(layer: Layer) -> str:
    """What a wrapped layer is called: which way it goes, or its own name."""
    way = way_of(layer)
    return {"forward": _tr("forward"), "backward": _tr("backward")}.get(way, way)


def row_namer(network: Network, layer: Layer, name: str) -> tuple[Callable[[int], str], int]:
    """How the rows of a weight are called, by their place; and the number of the first.

    Rows that stand for ids are counted from 0, as ids are; all others from 1.
    """
    kernel = layer.weights.get("kernel")
    if name == "embeddings" or (name == "kernel" and _reads_one_hot(network, layer)):
        return (lambda row: _tr("id {number}").format(number=f"{row:,}")), 0
    if name == "recurrent_kernel":
        return (lambda row: _tr("from unit {number}").format(number=f"{row + 1:,}")), 1
    if name == "kernel" and kernel is not None and kernel.ndim == 3:
        channels = kernel.shape[1]  # a Conv1D's: (taps, channels, units)
        text = _tr("tap {tap}, channel {channel}")
        return (lambda row: text.format(tap=row // channels + 1, channel=row % channels + 1)), 1
    return (lambda row: _tr("input {number}").format(number=f"{row + 1:,}")), 1


def axes_text(name: str, first: int) -> str:
    """What the rows and the columns of a weight are; ``first`` is the number of the first row."""
    if name == "embeddings":
        return _tr("rows: ids, columns: dimensions")
    if name == "recurrent_kernel":
        return _tr("rows: from unit, columns: to unit")
    return _tr("rows: ids, columns: units") if first == 0 else _tr("rows: inputs, columns: units")


def column_text(name: str, column: int) -> str:
    """How a column of a weight is called, by its place."""
    if name == "embeddings":
        return _tr("dimension {number}").format(number=f"{column + 1:,}")
    if name == "recurrent_kernel":
        return filled(_tr("to unit {number}"), {"number": f"{column + 1:,}"})
    return _tr("unit {number}").format(number=f"{column + 1:,}")


def gate_names(layer: Layer) -> Mapping[str, tuple[str, str]]:
    """Name and colour of each series of a recurrent layer; nothing for another one."""
    try:
        series = series_of(layer)
    except KeyError:
        return {}
    return {each.key: (series_name(each.key), theme().of(each)) for each in series}


def shape_text(shape: tuple[int | None, ...]) -> str:
    """A shape as Keras prints it; "" where it is not known."""
    return "(" + ", ".join("None" if n is None else str(n) for n in shape) + ")" if shape else ""


def option_text(value: Any) -> str:
    """An option of a layer on one line; what Keras wraps into dictionaries is unwrapped."""
    if isinstance(value, Mapping):
        name = value.get("class_name")
        config = value.get("config")
        if isinstance(name, str) and isinstance(config, Mapping):
            inner = ", ".join(
                f"{key}={option_text(each)}" for key, each in config.items() if key != "name"
            )
            return f"{name}({inner})"[:400]
        return ", ".join(f"{key}: {option_text(each)}" for key, each in value.items())[:400]
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(option_text(each) for each in value) + ")"
    return str(value)[:400]


def _reads_one_hot(network: Network, layer: Layer) -> bool:
    """Whether a layer's input is the network's, and that one-hot rows of a vocabulary."""
    kernel = layer.weights.get("kernel")
    size = network.features if network.reads_words else None
    return kernel is not None and size is not None and kernel.shape[0] == size
