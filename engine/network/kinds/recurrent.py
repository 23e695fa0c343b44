"""The layers with a state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from engine.network.cell_kinds import CELL_KINDS, CellKind
from engine.network.kinds.checks import check_size, computable, flag, integer, misfit
from engine.network.kinds.kind import Kind, Options, Shapes
from engine.network.network import Shape

_OPTIONS = (
    "units",
    "activation",
    "use_bias",
    "return_sequences",
    "return_state",
    "go_backwards",
    "keeps_order",
    "stateful",
    "zero_output_for_mask",
    "dropout",
    "recurrent_dropout",
)


def _sequence(options: Options, shapes: Shapes) -> Shape:
    """The shape of what is read; a call may have initial states behind it."""
    if not shapes:
        return ()
    if shapes[0] and len(shapes[0]) != 3:
        raise misfit(options, shapes)
    return shapes[0]


def _shape(options: Options, shapes: Shapes) -> Shape:
    shape, units = _sequence(options, shapes), integer(options, "units")
    batch, steps = (shape[0], shape[1]) if shape else (None, None)
    if flag(options, "return_sequences", False):
        return computable(options, (batch, steps, units))
    return computable(options, (batch, units))


def _weights(kind: CellKind, options: Options, shapes: Shapes) -> dict[str, Shape]:
    shape, units = _sequence(options, shapes), integer(options, "units")
    width = shape[-1] if shape else None
    check_size(options, len(kind.gates) * units * max(units, width or 1))
    weights: dict[str, Shape] = {
        name: (width if name == "kernel" else units, len(kind.blocks_of(name)) * units)
        for name in kind.kernels
    }
    if flag(options, "use_bias", True):
        # Files older than the option have one bias.
        rows = kind.bias_rows(reset_after=flag(options, "reset_after", False))
        columns = len(kind.blocks_of("bias")) * units
        weights["bias"] = (rows, columns) if rows > 1 else (columns,)
    return weights


KINDS: Mapping[str, Kind] = {
    name: Kind(_shape, partial(_weights, kind), (*_OPTIONS, *kind.options))
    for name, kind in CELL_KINDS.items()
}
