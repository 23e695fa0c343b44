"""`replay`: a network reads a sequence, and everything it does is kept."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, ReplayError
from engine.network.network import RECURRENT, Layer, Network
from engine.replay.cells import CELLS
from engine.replay.layers import Values, embedding, masking, stateless
from engine.replay.trace import LayerTrace, Trace
from engine.text.sequence import Sequence

Array = npt.NDArray[np.floating[Any]]
Bools = npt.NDArray[np.bool_]

_ASK = 64
"""Steps between two looks at ``should_stop``."""


def replay(
    network: Network,
    sequence: Sequence,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
) -> Trace:
    """Let a network read a sequence.

    Args:
        network: what reads.
        sequence: ids, or numbers.  A network without an Embedding that is given ids reads
            them as one-hot rows.
        dtype: the precision of the computation and of the trace.
        should_stop: asked now and then.

    Returns:
        the trace; its arrays are read-only.

    Raises:
        ReplayError: the sequence does not fit the network.
        Cancelled: ``should_stop`` became true.
    """
    values = _checked(network, sequence, np.dtype(dtype))
    mask: Bools | None = None
    layers: dict[str, LayerTrace] = {}
    # Saturated activations are right; what a diverged layer makes of infinity is Keras's too.
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        for layer in network.layers:
            if layer.kind == "Embedding":
                if layer.options.get("mask_zero"):
                    mask = values != 0
                values = embedding(layer, values, dtype)
            elif layer.kind in RECURRENT:
                trace = read_layer(layer, values, mask, dtype, should_stop)
                layers[layer.name], values = trace, trace.series["h"]
            else:
                if layer.kind == "Masking":
                    mask = masking(layer, values, network.features or 1)
                values = stateless(layer, values, dtype, network.features or 1)
    prediction: Array = np.array(values[:, 0] if values.shape[1] == 1 else values)
    return Trace(network, sequence, MappingProxyType(layers), _frozen(prediction))


def read_layer(
    layer: Layer,
    inputs: Values,
    mask: Bools | None,
    dtype: npt.DTypeLike,
    should_stop: Callable[[], bool] | None = None,
) -> LayerTrace:
    """The loop over the steps of one recurrent layer.

    A step that the mask leaves out keeps state and output, as in Keras; its series
    repeat the step before, and are 0 where there is none.
    """
    live = None if mask is None or mask.all() else np.flatnonzero(mask)
    cell = CELLS[layer.kind](layer, inputs if live is None else inputs[live], dtype)
    steps = len(inputs) if live is None else len(live)
    for start in range(0, steps, _ASK):
        if should_stop is not None and should_stop():
            raise Cancelled
        for t in range(start, min(start + _ASK, steps)):
            cell.step(t)
    series = cell.series()
    if mask is not None and live is not None:
        series = {key: _repeated(values, mask) for key, values in series.items()}
    return LayerTrace(
        layer,
        MappingProxyType({key: _frozen(values) for key, values in series.items()}),
        inputs,
        np.zeros(len(inputs), bool) if mask is None else ~mask,
    )


def _repeated(values: Array, mask: Bools) -> Array:
    """The live steps' values at all steps: a masked step has those of the one before."""
    last = np.cumsum(mask)
    start = np.zeros((1, values.shape[1]), values.dtype)
    repeated: Array = np.concatenate([start, values])[last]
    return repeated


def _checked(network: Network, sequence: Sequence, dtype: np.dtype[Any]) -> Values:
    """The sequence's inputs, if the network can read them."""
    inputs = sequence.inputs
    if len(inputs) == 0:
        raise ReplayError("There is nothing to read: the sequence has no step.")
    if inputs.ndim == 1:
        size = network.vocabulary_size
        if size is None:
            raise ReplayError("{network} reads numbers, not words.", network=network.name)
        wrong = np.flatnonzero((inputs < 0) | (inputs >= size))
        if len(wrong):
            step = int(wrong[0])
            raise ReplayError(
                "Step {step}, “{word}”, has the id {id}, but {network} knows only the ids "
                "0 to {last}. Encode the review with num_words={size}.",
                step=step + 1,
                word=sequence.steps[step],
                id=int(inputs[step]),
                network=network.name,
                last=size - 1,
                size=size,
            )
        return inputs.astype(np.int32, copy=False)
    if network.features is None:
        raise ReplayError(
            "{network} reads the ids of words, not numbers. Give it a text or ids.",
            network=network.name,
        )
    if inputs.shape[1] != network.features:
        raise ReplayError(
            "{network} reads {wanted} numbers a step, but the sequence has {found}.",
            network=network.name,
            wanted=network.features,
            found=inputs.shape[1],
        )
    if not np.isfinite(inputs).all():
        raise ReplayError("The sequence has a value that is not a finite number.")
    return inputs.astype(dtype, copy=False)


def _frozen(array: Array) -> Array:
    array.flags.writeable = False
    return array
