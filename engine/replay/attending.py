"""A layer that attends: its rule for the steps, and the weights that are kept of it."""

from __future__ import annotations

from dataclasses import replace

from engine.network.kinds.merging import looks_back
from engine.network.network import Layer, Network, Tensor
from engine.replay.attended import attended_by
from engine.replay.context import Context
from engine.replay.functions.masks import mask_of
from engine.replay.functions.registry import attended
from engine.replay.value import BEFORE, Value


def attending(context: Context, layer: Layer, name: str, inputs: list[Value]) -> list[Value]:
    """The outputs of a call of that name: the steps of the query, ``(B, Tq, ...)``, and the weights
    where the call returns them, ``(B, Tq, Tv)`` or ``(B, heads, Tq, Tv)``.

    Raises:
        ModelError: the layer cannot take these inputs.
    """
    inputs = [value.at_end() for value in inputs]
    arrays, masks = [value.array for value in inputs], [value.mask for value in inputs]
    array, weights = attended(layer, arrays, masks)
    query, value = inputs[0], inputs[1]
    if context.attention is not None:
        seen = (masks[0], masks[1])
        own = replace(layer, name=name)
        context.attention[name] = attended_by(own, weights, query, value, seen)
    times = query.times if query.times is not None and len(query.times) == array.shape[1] else None
    ready = max(one.ready for one in inputs)
    causal = all(one.causal for one in inputs) and times is not None
    mask = mask_of(layer, arrays, masks, context.keras2)
    output = Value(array, times, ready, mask, causal=causal and not _looks_ahead(layer, inputs))
    if not layer.options.get("return_attention_scores"):
        return [output]
    whole = weights if "num_heads" in layer.options else weights[:, 0]
    return [output, replace(output, array=whole, times=None, mask=None, causal=False)]


def unmasked(network: Network) -> frozenset[tuple[str, Tensor]]:
    """The calls, and what each of them reads without its mask.

    MultiHeadAttention of Keras 3 takes the masks away from what it is called with, and whoever reads
    that after it sees none (``call`` in ``layers/attention/multi_head_attention.py``).
    """
    taken: set[Tensor] = set()
    found: set[tuple[str, Tensor]] = set()
    if network.keras2:
        return frozenset()
    for call in network.calls:
        if call.name in network.reached:
            found.update((call.name, source) for source in call.inputs if source in taken)
            if network.layer_of(call).kind == "MultiHeadAttention":
                taken.update(call.inputs)
    return frozenset(found)


def _looks_ahead(layer: Layer, inputs: list[Value]) -> bool:
    """Whether a query may take of values that come after it."""
    query, *others = inputs
    if looks_back(layer.options) and all(one.times is query.times for one in others):
        return False
    begins = BEFORE if query.times is None else int(query.times.min())
    # A decoder looks back at an encoder that has read everything.
    return any(one.ready >= begins for one in others)
