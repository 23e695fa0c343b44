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
from engine.replay.layers import embedding, stateless
from engine.replay.trace import LayerTrace, Trace
from engine.text.sequence import Sequence

Array = npt.NDArray[np.floating[Any]]
Ids = npt.NDArray[np.int32]
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
    values: Array | Ids = _checked(network, sequence, np.dtype(dtype))
    mask: Bools | None = None
    layers: dict[str, LayerTrace] = {}
    with np.errstate(over="ignore", under="ignore"):  # saturated activations are right
        for layer in network.layers:
            if layer.kind == "Embedding":
                ids = values.astype(np.int32, copy=False)
                if layer.options.get("mask_zero"):
                    mask = ids != 0
                values = embedding(layer, ids, dtype)
            elif layer.kind in RECURRENT:
                layers[layer.name] = read_layer(layer, values, mask, dtype, should_stop)
                values = layers[layer.name].series["h"]
            elif layer.kind == "Masking":
                mask = (values != layer.options.get("mask_value", 0.0)).any(axis=-1)
                values = stateless(layer, values)
            else:
                values = stateless(layer, values)
    prediction = values[:, 0] if values.shape[1] == 1 else values
    return Trace(network, sequence, MappingProxyType(layers), _frozen(prediction))


def read_layer(
    layer: Layer,
    inputs: Array | Ids,
    mask: Bools | None,
    dtype: npt.DTypeLike,
    should_stop: Callable[[], bool] | None = None,
) -> LayerTrace:
    """The loop over the steps of one recurrent layer.

    A step that the mask leaves out keeps state and output, as in Keras; its series
    repeat the step before, and are 0 where there is none.
    """
    cell = CELLS[layer.kind](layer, dtype)
    steps = len(inputs)
    series = {key: np.zeros((steps, layer.units), dtype) for key in cell.keys}
    projected = cell.project(inputs)
    for t in range(steps):
        if mask is not None and not mask[t]:
            if t:
                for values in series.values():
                    values[t] = values[t - 1]
            continue
        cell.step(projected[t], series, t)
        if should_stop is not None and t % _ASK == 0 and should_stop():
            raise Cancelled()
    masked = np.zeros(steps, bool) if mask is None else ~mask
    return LayerTrace(
        layer,
        MappingProxyType({key: _frozen(values) for key, values in series.items()}),
        inputs,
        masked,
    )


def _checked(network: Network, sequence: Sequence, dtype: np.dtype[Any]) -> Array | Ids:
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
