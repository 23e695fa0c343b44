"""What a network's answer comes out of: a sigmoid, a softmax, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import INACTIVE, Layer, Network

SIGMOIDS = frozenset({"sigmoid", "hard_sigmoid", "hard_sigmoid_keras2", "sparse_sigmoid"})
SOFTMAX = frozenset({"softmax"})

_OF_KINDS = {
    "Softmax": "softmax",
    "ops.Softmax": "softmax",
    "ops.Sigmoid": "sigmoid",
    "ops.HardSigmoid": "hard_sigmoid",
}
"""Layers that are nothing but a function, and which."""

_PASSING = (*INACTIVE, "Average", "Reshape", "Flatten", "Identity")
"""Layers out of which a probability comes where only probabilities go in."""


def closes_with(network: Network, functions: frozenset[str]) -> bool:
    """Whether the first output is what one of these functions gives, or a mean of such."""
    found = _closing(network, 0)
    return bool(found) and found <= functions


def gives_probability(network: Network, output: int = 0) -> bool | None:
    """Whether an output is a probability, or those of classes, by the function it comes out of;
    None where that is not known."""
    found = _closing(network, output)
    if found <= SIGMOIDS | SOFTMAX:
        return True if found else None
    return None if found <= SIGMOIDS | SOFTMAX | {""} else False


def is_probability(networks: Iterable[Network], *answers: npt.NDArray[np.floating[Any]]) -> bool:
    """Whether these networks answer with probabilities: by the functions that the answers come
    out of; where those are not known, by their values, in any shape, of which all lie between 0
    and 1."""
    if any(gives_probability(each) is False for each in networks):
        return False
    return all(((each >= 0) & (each <= 1) | ~np.isfinite(each)).all() for each in answers)


def _closing(network: Network, output: int) -> frozenset[str]:
    """The functions that an output comes out of; "" for one that is not known."""
    calls = {call.name: call for call in network.calls}

    def closing(name: str) -> frozenset[str]:
        if (call := calls.get(name)) is None:
            return frozenset({""})
        layer = network.layer_of(call)
        if layer.kind in _PASSING:
            return frozenset().union(*(closing(source) for source, _ in call.inputs))
        return frozenset({_function(layer)})

    return closing(network.outputs[output][0]) if output < len(network.outputs) else frozenset()


def _function(layer: Layer) -> str:
    """The name of the function; "" where a layer has none, and is none."""
    if layer.kind == "TimeDistributed" and layer.inner:
        return _function(layer.inner[0])
    return _OF_KINDS.get(layer.kind) or str(layer.options.get("activation") or "")
