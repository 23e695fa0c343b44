"""What a network's answer comes out of: a sigmoid, a softmax, or neither."""

from __future__ import annotations

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
    calls = {call.name: call for call in network.calls}

    def closes(name: str) -> bool:
        call = calls.get(name)
        if call is None:
            return False
        layer = network.layer_of(call)
        if layer.kind in _PASSING:
            return all(closes(source) for source, _ in call.inputs)
        return _function(layer) in functions

    return bool(network.outputs) and closes(network.outputs[0][0])


def _function(layer: Layer) -> str:
    if layer.kind == "TimeDistributed" and layer.inner:
        return _function(layer.inner[0])
    return _OF_KINDS.get(layer.kind) or str(layer.options.get("activation", ""))
