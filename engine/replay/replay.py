"""`replay`: a network reads a sequence, and everything it does is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.network.network import Input, Network, Tensor, output_name
from engine.replay import calls
from engine.replay.timeline import Reading, answer_on, frozen, laid_out
from engine.replay.trace import Float, Trace
from engine.replay.value import Value
from engine.sequence import Sequence

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Run:
    """A reading in the network's own order, as Keras would have it.

    Attributes:
        values: the tensors that were kept: the outputs, or all.
        readings: what the recurrent layers did, by the names of their traces.
    """

    values: Mapping[Tensor, Value]
    readings: Mapping[str, Reading]


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
            them as one-hot rows.  Inputs besides the main one are in ``others``; those that
            are not are 0.
        dtype: the precision of the computation and of the trace.
        should_stop: asked now and then.

    Returns:
        the trace; its arrays are read-only.

    Raises:
        ReplayError: the sequence does not fit the network.
        Cancelled: ``should_stop`` became true.
    """
    made = run(network, sequence, dtype, should_stop)
    return _trace(network, sequence, made.values, made.readings)


def run(
    network: Network,
    sequence: Sequence,
    dtype: npt.DTypeLike = np.float32,
    should_stop: Callable[[], bool] | None = None,
    *,
    keep: bool = False,
) -> Run:
    """The same, not laid out on the time line; see `replay`.

    Args:
        network: what reads.
        sequence: what is read.
        dtype: the precision.
        should_stop: asked now and then.
        keep: every tensor, not only the outputs.
    """
    values: dict[Tensor, Value] = {}
    for place, given in enumerate(network.inputs):
        if place == network.main:
            values[given.name, 0] = _main(network, sequence, np.dtype(dtype))
        else:
            values[given.name, 0] = _other(given, sequence.auxiliary_inputs.get(given.name), dtype)
    context = calls.Context(np.dtype(dtype), network.keras_version, should_stop)
    left = {} if keep else _uses(network)
    # Saturated activations are right; what a diverged layer makes of infinity is Keras's too.
    with np.errstate(over="ignore", under="ignore", invalid="ignore", divide="ignore"):
        for call in network.calls:
            if call.name not in network.reached:
                continue
            try:
                made = calls.carry_out(context, network.layer_of(call), call, values)
            except (ValueError, IndexError) as error:  # numpy: shapes that do not fit
                raise ReplayError(
                    "The layer {layer} cannot take {found} steps; the model was built for "
                    "{wanted}. Choose the length {wanted}.",
                    layer=call.name,
                    found=len(sequence),
                    wanted=network.length or "?",
                ) from error
            for place, value in enumerate(made):
                values[call.name, place] = value
            for source in () if keep else call.sources:
                left[source] -= 1
                if not left[source]:
                    values.pop(source, None)  # nobody needs it any more
    return Run(values, context.readings)


def _uses(network: Network) -> dict[Tensor, int]:
    """How often each tensor is needed, as an output of the network or by a call."""
    left: dict[Tensor, int] = {}
    for source in (*network.outputs, *(one for call in network.calls for one in call.sources)):
        left[source] = left.get(source, 0) + 1
    return left


def _trace(
    network: Network,
    sequence: Sequence,
    values: Mapping[Tensor, Value],
    readings: Mapping[str, Reading],
) -> Trace:
    answers = {
        output_name(tensor): values[tensor] for tensor in network.outputs if tensor in values
    }
    last = [len(sequence) - 1]
    last += [int(reading.times.max()) for reading in readings.values()]
    last += [value.ready for value in answers.values()]
    steps = max(last) + 1
    layers = {name: laid_out(reading, steps) for name, reading in readings.items()}
    outputs = {name: _answer(value, steps) for name, value in answers.items()}
    first = output_name(next(iter(network.outputs), ("", 0)))
    prediction = outputs.get(first)
    if prediction is None:
        prediction = np.full(steps, np.nan, np.float32)
    names = sequence.steps + tuple(f"→ {k + 1}" for k in range(steps - len(sequence)))
    looks_ahead = first in answers and not answers[first].exact
    return Trace(
        network,
        sequence,
        MappingProxyType(layers),
        frozen(prediction),
        MappingProxyType({name: frozen(output) for name, output in outputs.items()}),
        looks_ahead,
        names,
    )


def _answer(value: Value, steps: int) -> Float:
    """An output on the time line: ``(T,)`` where it is one number, else ``(T, C)``."""
    array = value.array.astype(np.float32) if value.array.dtype.kind != "f" else value.array
    if value.running and value.times is not None:
        rows, times = array.reshape(len(array), -1), value.times
    elif value.times is not None and array.ndim >= 2:
        rows, times = array[0].reshape(array.shape[1], -1), value.times
    else:
        rows, times = array.reshape(1, -1), np.array([max(0, value.ready)], np.int32)
    placed = answer_on(rows, times, steps)
    return np.array(placed[:, 0]) if placed.shape[1] == 1 else np.array(placed)


# -- what goes in --------------------------------------------------------------------


def _main(network: Network, sequence: Sequence, dtype: np.dtype[Any]) -> Value:
    """The sequence as the main input, if the network can read it."""
    inputs = sequence.inputs
    count = len(inputs)
    if count == 0:
        raise ReplayError("There is nothing to read: the sequence has no step.")
    times = np.arange(count, dtype=np.int32)
    if inputs.ndim == 1:
        _check_ids(network, sequence)
        ids = inputs.astype(np.int32, copy=False)[None]
        one_hot = network.input.vocabulary is None
        width = (network.features or 1) if one_hot else 0
        return Value(ids, times, count - 1, width=width)
    numbers = _numbers(network, inputs)
    if len(network.input.shape) == 2 and network.input.vocabulary is None:
        _check_length(network, count)
        # A vector: its numbers are the time steps.
        return Value(numbers.astype(dtype, copy=False)[:, 0][None], times, count - 1)
    array = numbers.astype(dtype, copy=False)[None]
    if len(network.input.shape) > 3:  # a table at every step
        array = array.reshape(1, count, *(size or 1 for size in network.input.shape[2:]))
    return Value(array, times, count - 1)


def _numbers(network: Network, inputs: Array) -> Array:
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
    return inputs


def _check_length(network: Network, count: int) -> None:
    if network.length is not None and network.length != count:
        raise ReplayError(
            "{network} reads exactly {wanted} steps, but the sequence has {found}. Choose a "
            "window of {wanted} steps.",
            network=network.name,
            wanted=network.length,
            found=count,
        )


def _check_ids(network: Network, sequence: Sequence) -> None:
    inputs = sequence.inputs
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


def _other(given: Input, array: Array | None, dtype: npt.DTypeLike) -> Value:
    """Another input than the main one, ``shape`` without the batch; zeros without."""
    wanted = given.shape[1:]
    if array is None:
        array = np.zeros([size or 1 for size in wanted], np.float32)
    fits = array.ndim == len(wanted) and all(
        size is None or size == has for size, has in zip(wanted, array.shape, strict=True)
    )
    if not fits:
        raise ReplayError(
            "The input {input} wants numbers of the shape {wanted}, but got {found}.",
            input=given.name,
            wanted=str(tuple("?" if size is None else size for size in wanted)),
            found=str(array.shape),
        )
    if given.vocabulary is not None:
        ids = array.astype(np.int32)
        if ids.size and not 0 <= int(ids.min()) <= int(ids.max()) < given.vocabulary:
            raise ReplayError(
                "The input {input} knows only the ids 0 to {last}.",
                input=given.name,
                last=given.vocabulary - 1,
            )
        return Value(ids[None], np.arange(len(ids), dtype=np.int32), len(ids) - 1)
    if not np.isfinite(array).all():
        raise ReplayError("The sequence has a value that is not a finite number.")
    numbers = array.astype(dtype, copy=False)[None]
    if len(wanted) == 2:
        count = numbers.shape[1]
        return Value(numbers, np.arange(count, dtype=np.int32), count - 1)
    return Value(numbers)
