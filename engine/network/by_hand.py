"""Attention that was put together by hand: a softmax over the steps, which weighs a sequence."""

from __future__ import annotations

from collections.abc import Mapping

from engine.network.network import INACTIVE, Call, Layer, Network, Tensor

_MOVES = (
    *INACTIVE,
    *("Flatten", "Reshape", "Permute", "RepeatVector"),
    *("ops.Reshape", "ops.ExpandDims", "ops.Squeeze", "ops.Transpose", "ops.Swapaxes"),
    *("ops.Repeat", "ops.Stack"),
)
"""Kinds that leave every number what it is."""

_TURNS = ("Permute", "ops.Transpose", "ops.Swapaxes")

_WEIGHS = ("Multiply", "Dot", "ops.Multiply", "ops.Dot", "ops.Matmul", "ops.Einsum")


def weighing(network: Network) -> Mapping[str, Tensor]:
    """The calls of a softmax whose numbers weigh a sequence, with the sequence, in order.

    Only the file's graph is asked; whether there is a number for each step shows when it is read.
    """
    found: dict[str, Tensor] = {}
    for call in network.calls:
        if call.name in network.reached and _is_softmax(network.layer_of(call)):
            weighed = _followed(network, call)[0]
            if weighed is not None:
                found[call.name] = weighed
    return found


def _is_softmax(layer: Layer) -> bool:
    by_name = layer.kind in ("Activation", "Dense") and layer.options.get("activation") == "softmax"
    return by_name or layer.kind in ("Softmax", "ops.Softmax")


def spreading(network: Network) -> frozenset[str]:
    """The RepeatVectors that only lay such weights beside every number of a step, turned over after
    it: what they repeat are no steps of a decoder."""
    names: set[str] = set()
    for call in network.calls:
        if call.name in network.reached and _is_softmax(network.layer_of(call)):
            weighed, way = _followed(network, call)
            kinds = [network.layer_of(each).kind for each in way]
            if weighed is not None and any(kind in _TURNS for kind in kinds):
                repeats = zip(way, kinds, strict=True)
                names |= {each.name for each, kind in repeats if kind == "RepeatVector"}
    return frozenset(names)


def _followed(network: Network, softmax: Call) -> tuple[Tensor | None, list[Call]]:
    """What it is multiplied with, if it is, and the calls that it passes unchanged before."""
    moved, way = {(softmax.name, 0)}, []
    for call in network.calls:
        if not any(source in moved for source in call.inputs):
            continue
        kind = network.layer_of(call).kind
        if kind in _MOVES:
            moved.add((call.name, 0))
            way.append(call)
        elif kind in _WEIGHS:
            return next((source for source in call.inputs if source not in moved), None), way
    return None, way
