"""Which calls of a network lie behind others, and which are needed for one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from engine.network.network import Network, Tensor, traced


def downstream(
    network: Network, sources: Collection[Tensor], *, masks: bool = True
) -> frozenset[str]:
    """The calls that can be carried out and that something of these tensors reaches, near or far;
    without ``masks`` not through a mask that is given by name."""
    reached: set[str] = set()
    for call in network.calls:
        comes_in = call.sources if masks else call.inputs + call.states
        if call.name in network.reached and any(
            source in sources or source[0] in reached for source in comes_in
        ):
            reached.add(call.name)
    return frozenset(reached)


def upstream(network: Network, name: str) -> frozenset[str]:
    """The calls, and the inputs, that a call is made of, near or far, with itself."""
    needed = {name}
    for call in reversed(network.calls):
        if call.name in needed:
            needed |= {source for source, _ in call.sources}
    return frozenset(needed)


def only_to(network: Network, layer: str) -> Network:
    """The network as far as the recurrent layer of a trace, without an answer: what it computes is
    needed for that layer.

    Raises:
        KeyError: there is no such layer.
    """
    for call in network.calls:
        if any(each.name == layer for each in traced(network.layer_of(call), call.name)):
            needed = upstream(network, call.name)
            calls = tuple(each for each in network.calls if each.name in needed)
            return replace(network, calls=calls, outputs=())
    raise KeyError(layer)
