"""The cells by kind, and what they say about a layer's series."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from weakref import WeakKeyDictionary

from engine.network.cell_kinds import STATEFUL
from engine.network.network import Layer
from engine.replay.cells.cell import Cell, cell_activation, clip_of
from engine.replay.cells.gradient import CellGradient
from engine.replay.cells.series import LOOKS, Series, bounds_of, written

_MODULES = {
    name: import_module(f"engine.replay.cells.{kind.module}") for name, kind in STATEFUL.items()
}
"""A row of `STATEFUL` names the module, which calls its classes ``CELL`` and ``GRADIENT``."""

CELLS: Mapping[str, type[Cell]] = {name: module.CELL for name, module in _MODULES.items()}

GRADIENTS: Mapping[str, type[CellGradient]] = {
    name: module.GRADIENT for name, module in _MODULES.items() if module.GRADIENT is not None
}
"""Those through which there is a way back in time."""


_SERIES: WeakKeyDictionary[Layer, tuple[Series, ...]] = WeakKeyDictionary()
"""Those of layers that were asked about: views ask several times a step."""


def series_of(layer: Layer) -> tuple[Series, ...]:
    """The series of a recurrent layer, with ranges and equations as its options have them.

    ``tanh`` and ``σ`` in an equation give way to the layer's own activation; a bound
    that this activation does not have becomes None.

    Raises:
        KeyError: the layer is not recurrent.
    """
    known = _SERIES.get(layer)
    if known is None:
        known = _SERIES[layer] = _series_of(layer)
    return known


def _series_of(layer: Layer) -> tuple[Series, ...]:
    cell, kind, options = CELLS[layer.kind], STATEFUL[layer.kind], layer.options
    activation = str(options.get("activation", "tanh"))
    gate = str(options.get("recurrent_activation", "sigmoid"))
    seen = cell_activation(layer)
    inner, outer, outermost = map(bounds_of, (activation, gate, seen))
    states = cell.state_bounds(outermost, outer)
    series = []
    for key in cell.EQUATIONS:
        role, dark, light = LOOKS[key]
        low, high = states.get(key, outer if role == "gate" else inner)
        if role != "gate" and low == 0.0:
            low = -1.0  # a symmetric range keeps zero in the middle of the colours
        equation = written(
            cell.equation(key, layer),
            seen if key in kind.states else activation,
            gate,
            bias=bool(options.get("use_bias", True)),
            clip=key in kind.gates and clip_of(layer) is not None,
        )
        place = cell.COMPUTED.index(key)
        shown, rank = key in cell.SHOWN, cell.RANKED.index(key)
        series.append(Series(key, key, role, low, high, dark, light, equation, place, shown, rank))
    return tuple(series)


def activation_of(layer: Layer, key: str) -> str:
    """The activation through which a gate or candidate of a recurrent layer goes."""
    is_candidate = key == STATEFUL[layer.kind].candidate
    option, usual = ("activation", "tanh") if is_candidate else ("recurrent_activation", "sigmoid")
    return str(layer.options.get(option, usual))


def has_sum(layer: Layer, key: str) -> bool:
    """Whether a gate or candidate is a function of a sum: all are but a coupled forget gate."""
    return not (key == "f" and layer.options.get("input_forget"))


def default_series(layer: Layer) -> str:
    """The key of the series that colours the words when nothing else was chosen."""
    return CELLS[layer.kind].SHOWN[0]
