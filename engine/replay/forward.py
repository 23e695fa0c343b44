"""`forward`: a batch passes through a network, call by call, as Keras would have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from engine.network.by_hand import spreading, weighing
from engine.network.network import Network, Tensor
from engine.replay.attended import Attended, attended_by_hand
from engine.replay.attending import unmasked
from engine.replay.calls import carry_out, fitting
from engine.replay.carried import begins_in
from engine.replay.context import Context, End
from engine.replay.edit_checks import check
from engine.replay.edits import LayerEdit
from engine.replay.functions.function import Mask
from engine.replay.inputs import input_values
from engine.replay.timeline import LayerRecord
from engine.replay.value import Array, Value


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """A reading in the network's own order, not laid out on the time line.

    Attributes:
        values: the tensors that were kept: the outputs, or all; each with the mask that it was
            made with.
        records: what the recurrent layers did, by the names of their traces.
        ends: where they stand then, to go on from there.
        masks: those that calls were made with, one an input, by call.
        attention: what attended, by call, where it was asked for.
    """

    values: Mapping[Tensor, Value]
    records: Mapping[str, LayerRecord]
    ends: Mapping[str, End]
    masks: Mapping[str, list[Mask]] = field(default_factory=dict)
    attention: Mapping[str, Attended] = field(default_factory=dict)


def forward(
    network: Network,
    inputs: Array,
    auxiliary_inputs: Mapping[str, Array] | None = None,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    *,
    steps: tuple[str, ...] = (),
    keep: bool = False,
    fixed_series: Mapping[str, Mapping[str, Array]] | None = None,
    known: Mapping[Tensor, Value] | None = None,
    edits: tuple[LayerEdit, ...] = (),
    attention: bool = False,
) -> ForwardPass:
    """Let a batch pass through a network.

    Args:
        network: what reads.
        inputs: ids ``(B, T)`` or numbers ``(B, T, F)`` for the main input.
        auxiliary_inputs: for the others, ``(B, ...)`` by name; one that is not there is 0.  The
            states that layers begin with may be among them, see `engine.replay.carried`.
        dtype: the precision.
        should_stop: asked now and then.
        steps: what the ``T`` steps are called, for messages.
        keep: every tensor, not only the outputs.
        fixed_series: series ``(B, T, U)`` of recurrent layers, by the names of their traces and by key,
            to go on with in place of their own.
        known: tensors that are there already: what makes them is not carried out.
        edits: of recurrent layers, which are carried out as these read; one of steps that its
            layer does not have changes nothing.
        attention: keep the attention weights, of a single sequence (``B = 1``).

    Raises:
        ReplayError: the inputs do not fit the network.
        EditError: the network does not have what an edit changes.
        ModelError: a layer cannot take what it is called with.
        Cancelled: ``should_stop`` became true.
    """
    edits = tuple(edit for edit in edits if edit.on)
    for edit in edits:
        check(edit, network)
    precision = np.dtype(dtype)
    values = input_values(network, inputs, auxiliary_inputs or {}, precision, steps)
    values.update(known or {})
    made = {name for name, _ in known or ()}
    carried = begins_in(auxiliary_inputs or {}, len(inputs))
    context = Context(precision, network.keras2, should_stop, fixed_series or {}, edits, carried)
    context.attention = {} if attention else None
    context.spreads, context.unmasked = spreading(network), unmasked(network)
    by_hand = weighing(network) if attention else {}
    # How often each tensor is still needed, as an output of the network or by a call.
    needed = Counter(network.outputs)
    needed.update(source for call in network.calls for source in call.sources)
    # Saturated activations are right; what a diverged layer makes of infinity is Keras's too.
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        for call in network.calls:
            if call.name not in network.reached or call.name in made:
                continue
            with fitting(network, call, inputs.shape[1]):
                outputs = carry_out(context, network.layer_of(call), call, values)
            if context.attention is not None and call.name in by_hand:
                weighed = values.get(by_hand[call.name])
                layer = replace(network.layer_of(call), name=call.name)
                own = None if weighed is None else attended_by_hand(layer, outputs[0], weighed)
                if own is not None:
                    context.attention[call.name] = own
            for place, value in enumerate(outputs):
                values[call.name, place] = value
            for source in call.sources:
                needed[source] -= 1
                if not needed[source] and not keep:
                    values.pop(source, None)  # nobody needs it any more
    return ForwardPass(
        values, context.records, context.ends, context.masks, context.attention or {}
    )
