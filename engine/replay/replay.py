"""`replay`: a network reads a sequence, or a batch of them, and everything it does is kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import STATEFUL
from engine.network.kinds.merging import ATTENDING
from engine.network.network import MAPS, RECURRENT, Layer, Network, Tensor, output_name
from engine.replay.edit_checks import check_steps
from engine.replay.edited import edited
from engine.replay.edits import Edits, LayerEdit, in_force, of_layers, reading_on
from engine.replay.forward import ForwardPass, forward
from engine.replay.timeline import BatchLayerTrace, answer_on, frozen, laid_out
from engine.replay.trace import Float, Trace
from engine.replay.value import Array, Value
from engine.sequence import Sequence as Steps

CHUNK_BYTES = 2**26
"""What the series and the tensors of one chunk may take, where a single sequence does not take
more: 64 MB."""

_ENDING = ("GlobalMaxPooling1D", "GlobalAveragePooling1D", "ops.GetItem")
"""Kinds besides the recurrent ones that make a vector of the steps, at every end."""

_ROWS = 1024
"""Sequences in one chunk; more of them gain nothing."""


@dataclass(frozen=True, eq=False)
class BatchTrace:
    """A network's reading of ``B`` sequences of one length; `Trace` says more.

    Attributes:
        network: what read.
        inputs: what was read, ``(B, T)`` ids or ``(B, T, F)`` numbers.
        rows: ``(B,)``, the places of the sequences among those that were given.
        layers: one `BatchLayerTrace` for each recurrent layer, by its name, in order.
        prediction: the first output at every step, ``(B, S)`` or ``(B, S, C)``; ``S`` is more
            than ``T`` where a decoder writes steps of its own.
        outputs: all outputs likewise, by their names.
        looks_ahead: whether an answer before the end depends on steps that come after it.
        edits: what was changed by hand.
    """

    network: Network
    inputs: Array
    rows: npt.NDArray[np.intp]
    layers: Mapping[str, BatchLayerTrace]
    prediction: Float
    outputs: Mapping[str, Float]
    looks_ahead: bool
    edits: Edits = ()

    def __len__(self) -> int:
        return len(self.inputs)

    def trace(self, place: int, sequence: Steps) -> Trace:
        """The trace of the sequence in a place, 0 to B - 1."""
        written = self.prediction.shape[1] - len(sequence)
        return Trace(
            self.network,
            sequence,
            MappingProxyType({name: layer.row(place) for name, layer in self.layers.items()}),
            frozen(self.prediction[place]),
            MappingProxyType({key: frozen(output[place]) for key, output in self.outputs.items()}),
            self.looks_ahead,
            sequence.steps + tuple(f"→ {nth}" for nth in range(1, written + 1)),
            self.edits,
        )


Reading = TypeVar("Reading", Trace, BatchTrace)


def replay(
    network: Network,
    sequence: Steps,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    edits: Edits = (),
) -> Trace:
    """Let a network read a sequence.

    A network without an Embedding that is given ids reads them as one-hot rows; an auxiliary
    input that the sequence does not have is 0.  ``dtype`` is the precision of the computation
    and of the trace; ``should_stop`` is asked now and then.  Of ``edits`` those that are switched
    on are carried out: those of the sequence first, whose steps are those of the others.

    Returns:
        The trace; its arrays are read-only.

    Raises:
        ReplayError: the sequence does not fit the network.
        EditError: the sequence or the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    if reading_on(edits):
        raise ValueError("a network reads on by engine.replay.read_on")
    return check_edits(read_once(network, edited(sequence, edits), dtype, should_stop, edits))


def read_once(
    network: Network,
    sequence: Steps,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    edits: Edits = (),
) -> Trace:
    """`replay` of a sequence that is edited already, in which edits of layers may change nothing.

    Raises:
        ReplayError: the sequence does not fit the network.
        EditError: the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    inputs = sequence.inputs[None]
    auxiliary = {name: array[None] for name, array in sequence.auxiliary_inputs.items()}
    steps, layer_edits = sequence.steps, of_layers(edits)
    passed = forward(
        network,
        inputs,
        auxiliary,
        dtype,
        should_stop,
        steps=steps,
        edits=layer_edits,
        attention=True,
    )
    batch = _batch_trace(network, inputs, np.zeros(1, np.intp), passed, in_force(edits))
    return replace(batch.trace(0, sequence), attention=passed.attention)


def replay_batch(
    network: Network,
    inputs: Array,
    auxiliary_inputs: Mapping[str, Array] | None = None,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    edits: tuple[LayerEdit, ...] = (),
) -> BatchTrace:
    """Let a network read sequences of one length, side by side.

    The arguments, ids ``(B, T)`` or numbers ``(B, T, F)``, are those of
    `engine.replay.forward.forward`.

    Returns:
        What `replay` says of each, side by side; masks are each sequence's own.

    Raises:
        ReplayError: the sequences do not fit the network.
        EditError: the network does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    edits = of_layers(edits)
    passed = forward(network, inputs, auxiliary_inputs, dtype, should_stop, edits=edits)
    return check_edits(_batch_trace(network, inputs, np.arange(len(inputs)), passed, edits))


def replay_chunks(
    network: Network,
    inputs: Sequence[Array] | Array,
    auxiliary_inputs: Mapping[str, Array] | None = None,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    edits: tuple[LayerEdit, ...] = (),
) -> Iterator[BatchTrace]:
    """Let a network read any number of sequences, in chunks that fit into memory.

    Sequences of different lengths are never padded to each other, which would change what
    layers see that look at all steps: those of one length are read together, short ones
    first.  Whoever keeps only reductions of a chunk needs the memory of one chunk.

    Args:
        network: what reads.
        inputs: ids ``(T,) int32`` or numbers ``(T, F)`` of each sequence; or all in one array.
        auxiliary_inputs: for inputs besides the main one, ``(N, ...)`` by name.
        dtype, should_stop: see `replay`.
        edits: of recurrent layers; one of steps that only longer sequences have changes nothing
            in the shorter ones.

    Yields:
        Traces, whose ``rows`` say which of the sequences they are of; each sequence is in one.

    Raises:
        ReplayError: a sequence does not fit the network.
        EditError: the network, or the longest sequence, does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    edits = of_layers(edits)
    lengths = np.array([len(each) for each in inputs], np.intp)
    for length in np.unique(lengths):
        rows = np.flatnonzero(lengths == length)
        size = rows_at_once(network, int(length), dtype)
        for first in range(0, len(rows), size):
            chunk = rows[first : first + size]
            # Rows of one array are picked at once, which is much quicker than one by one.
            ids = (
                inputs[chunk]
                if isinstance(inputs, np.ndarray)
                else np.stack([inputs[k] for k in chunk])
            )
            auxiliary = {name: array[chunk] for name, array in (auxiliary_inputs or {}).items()}
            passed = forward(network, ids, auxiliary, dtype, should_stop, edits=edits)
            batch = _batch_trace(network, ids, chunk, passed, edits)
            # Of other chunks some sequence may have steps that are masked in all of this one.
            yield check_edits(batch, masks=False) if length == lengths.max() else batch


def rows_at_once(network: Network, length: int, dtype: npt.DTypeLike = np.float32) -> int:
    """How many sequences of ``length`` steps are read at once, so that what is made of them
    takes at most `CHUNK_BYTES`; at least one."""
    numbers = _count_numbers(network, length) * np.dtype(dtype).itemsize
    return max(1, min(_ROWS, CHUNK_BYTES // max(1, numbers)))


def _count_numbers(network: Network, length: int) -> int:
    """At most how many numbers are there at once while one sequence is read."""
    sizes: dict[str, int] = {}  # of each call's output
    widest, series, running = 0, 0, set()
    for call in network.calls:
        if call.name not in network.reached:
            continue
        layer = network.layer_of(call)
        shape = [size or length for size in layer.output_shape[1:]]
        # A vector may be there once for every end that the reading might have had.
        if (len(shape) == 1 or layer.kind in MAPS) and (
            layer.kind in (*RECURRENT, *MAPS, *_ENDING)
            or any(name in running for name, _ in call.sources)
        ):
            running.add(call.name)
            shape.append(length)
        sizes[call.name] = math.prod(shape)
        windows = _window_numbers(layer) * length if "Conv" in layer.kind else 0
        heads = int(layer.options.get("num_heads", 1))
        pairs = heads * shape[0] * length if layer.kind in ATTENDING else 0
        if layer.kind != "Embedding":  # which makes nothing on the way
            widest = max(widest, sizes[call.name], windows, pairs)
    for layer in network.recurrent:
        cell = STATEFUL[layer.kind]
        numbers = _state_numbers(layer, length) if cell.axes else layer.units
        series += length * numbers * (len(cell.gates) + len(cell.states))
    return series + sum(sizes.values()) + 3 * widest


def _state_numbers(layer: Layer, length: int) -> int:
    """How many numbers a map has."""
    shape = layer.output_shape[-1 - STATEFUL[layer.kind].axes :]
    return math.prod(size or length for size in shape)


def _window_numbers(layer: Layer) -> int:
    """How many numbers a window of a convolution sees."""
    kernel = next(iter(layer.weights.values()), None)
    return 0 if kernel is None else int(kernel[..., 0].size)


def check_edits(trace: Reading, *, masks: bool = True) -> Reading:
    """The same trace, if each edit of a layer changes something in it, or in one of the sequences
    of a batch; without ``masks`` as if none of its steps were masked.

    Raises:
        EditError: one does not.
    """
    for edit in of_layers(trace.edits):
        layer = trace.layers[edit.layer]
        masked = layer.masked if layer.masked.ndim == 1 else layer.masked.all(axis=0)
        computed = ~np.asarray(masks & masked)
        if layer.idle is not None:
            computed &= ~layer.idle
        if computed.any():  # else all is masked, as in an empty review
            check_steps(edit, computed)
    return trace


def _batch_trace(
    network: Network,
    inputs: Array,
    rows: npt.NDArray[np.intp],
    passed: ForwardPass,
    edits: Edits = (),
) -> BatchTrace:
    batch, length = inputs.shape[:2]
    answers = {
        output_name(tensor): passed.values[tensor]
        for tensor in network.outputs
        if tensor in passed.values and not _attends(network, tensor)
    }
    last = [length - 1]
    last += [int(record.times.max()) for record in passed.records.values()]
    last += [value.ready for value in answers.values()]
    steps = max(last) + 1
    outputs = {name: _answer(value, steps) for name, value in answers.items()}
    first = output_name(next(iter(network.outputs), ("", 0)))
    prediction = outputs.get(first)
    if prediction is None:
        prediction = np.full((batch, steps), np.nan, np.float32)
    return BatchTrace(
        network,
        inputs,
        rows,
        {name: laid_out(record, steps) for name, record in passed.records.items()},
        prediction,
        outputs,
        first in answers and not answers[first].causal,
        edits,
    )


def _attends(network: Network, tensor: Tensor) -> bool:
    """Whether a tensor is the weights of an attention, which the trace of a single sequence has, and
    no number at every step."""
    name, place = tensor
    call = next((call for call in network.calls if call.name == name), None)
    return call is not None and place > 0 and network.layer_of(call).kind in ATTENDING


def _answer(value: Value, steps: int) -> Float:
    """An output on the time line: ``(B, S)`` where it is one number, else ``(B, S, C)``."""
    array = value.array.astype(np.float32) if value.array.dtype.kind != "f" else value.array
    if value.times is not None and array.ndim > 1:
        rows, times = array.reshape(*array.shape[:2], -1), value.times
    else:
        rows = array.reshape(len(array), 1, -1)
        times = np.array([max(0, value.ready)], np.int32)
    placed = answer_on(rows, times, steps)
    return placed[..., 0] if placed.shape[2] == 1 else placed
