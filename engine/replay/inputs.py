"""What goes into a network: checked, and with the times at which it is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.errors import ReplayError, WantsNumbers, WantsWords
from engine.network.network import Input, Network, Tensor
from engine.replay.value import Array, Value


def input_values(
    network: Network,
    inputs: Array,
    auxiliary_inputs: Mapping[str, Array],
    dtype: np.dtype[Any],
    steps: tuple[str, ...] = (),
) -> dict[Tensor, Value]:
    """The values of a network's inputs: ids ``(B, T)`` or numbers ``(B, T, F)``.

    The arguments are those of `engine.replay.forward`.

    Raises:
        ReplayError: they do not fit the network.
    """
    values = {}
    for place, wanted in enumerate(network.inputs):
        if place == network.main:
            values[wanted.name, 0] = main_value(network, inputs, dtype, steps)
        else:
            values[wanted.name, 0] = auxiliary_value(
                wanted, auxiliary_inputs.get(wanted.name), len(inputs), dtype, inputs.shape[1]
            )
    return values


def main_value(
    network: Network, inputs: Array, dtype: np.dtype[Any], steps: tuple[str, ...] = ()
) -> Value:
    """The main input, ids ``(B, T)`` or numbers ``(B, T, F)``.

    Raises:
        ReplayError: the network cannot read it.
    """
    batch, count = inputs.shape[:2]
    if batch == 0:
        raise ReplayError("There is nothing to read: there is no sequence.")
    if count == 0:
        raise ReplayError("There is nothing to read: the sequence has no step.")
    times = np.arange(count, dtype=np.int32)
    if inputs.ndim == 2:
        _check_ids(network, inputs, steps)
        one_hot = network.input.vocabulary is None
        width = (network.features or 1) if one_hot else 0
        return Value(inputs.astype(np.int32, copy=False), times, count - 1, width=width)
    _check_numbers(network, inputs)
    numbers = inputs.astype(dtype, copy=False)
    if len(network.input.shape) == 2 and network.input.vocabulary is None:
        if network.length not in (None, count):
            raise WantsNumbers(
                "{network} reads exactly {wanted} steps, but the sequence has {found}. Choose a "
                "window of {wanted} steps.",
                network=network.name,
                wanted=network.length,
                found=count,
            )
        numbers = numbers[..., 0]  # a vector: its numbers are the time steps
    elif len(network.input.shape) > 3:  # a table at every step
        numbers = numbers.reshape(batch, count, *(size or 1 for size in network.input.shape[2:]))
    return Value(numbers, times, count - 1)


def _check_numbers(network: Network, inputs: Array) -> None:
    if network.features is None:
        raise WantsWords(
            "{network} reads the ids of words, not numbers. Give it a text or ids.",
            network=network.name,
        )
    if inputs.shape[2] != network.features:
        raise WantsNumbers(
            "{network} reads {wanted} numbers a step, but the sequence has {found}. Choose as "
            "many columns.",
            network=network.name,
            wanted=network.features,
            found=inputs.shape[2],
        )
    strange = ~np.isfinite(inputs)
    if strange.any():
        _, step, column = (int(place) for place in np.argwhere(strange)[0])
        raise ReplayError(
            "Number {number} of step {step} is not a finite number. Fill such values, or leave "
            "their rows out, before it is read.",
            number=column + 1,
            step=step + 1,
        )


def _check_ids(network: Network, inputs: Array, steps: tuple[str, ...]) -> None:
    if (size := network.vocabulary_size) is None:
        raise WantsNumbers("{network} reads numbers, not words.", network=network.name)
    wrong = (inputs < 0) | (inputs >= size)
    if wrong.any():
        row, step = (int(place) for place in np.argwhere(wrong)[0])
        id = int(inputs[row, step])
        raise ReplayError(
            "Step {step}, “{word}”, has the id {id}, but {network} knows only the ids "
            "0 to {last}. Encode the review with num_words={size}.",
            step=step + 1,
            word=steps[step] if steps else str(id),
            id=id,
            network=network.name,
            last=size - 1,
            size=size,
        )


def auxiliary_value(
    wanted: Input, array: Array | None, batch: int, dtype: np.dtype[Any], steps: int = 1
) -> Value:
    """Another input than the main one, ``(B, ...)``; without, zeros for so many steps, where the
    model leaves their number open, or that number where it counts steps.

    Raises:
        ReplayError: the network cannot read it.
    """
    shape = wanted.shape[1:]
    if array is None:
        value = steps if wanted.counts_steps else 0
        array = np.full([batch, *wanted.sized(steps)], value, np.float32)
    sizes = zip((batch, *shape), array.shape, strict=False)
    if array.ndim != len(wanted.shape) or any(size not in (None, has) for size, has in sizes):
        raise ReplayError(
            "The input {input} wants numbers of the shape {wanted}, but got {found}.",
            input=wanted.name,
            wanted=str(tuple("?" if size is None else size for size in shape)),
            found=str(array.shape[1:]),
        )
    times = np.arange(array.shape[1] if array.ndim > 1 else 1, dtype=np.int32)
    if wanted.vocabulary is not None:
        ids = array.astype(np.int32)
        if ids.size and not 0 <= int(ids.min()) <= int(ids.max()) < wanted.vocabulary:
            raise ReplayError(
                "The input {input} knows only the ids 0 to {last}.",
                input=wanted.name,
                last=wanted.vocabulary - 1,
            )
        return Value(ids, times, len(times) - 1)
    if not np.isfinite(array).all():
        raise ReplayError(
            "The input {input} has a value that is not a finite number. Give it other numbers.",
            input=wanted.name,
        )
    if wanted.counts_steps:
        if not ((array % 1 == 0) & (array >= 0)).all():
            raise ReplayError(
                "The input {input} counts steps: it is a whole number from 0 on.", input=wanted.name
            )
        array = np.minimum(array, steps)  # all that there are, where a part is read, or more
    numbers = array.astype(dtype, copy=False)
    return Value(numbers, times, len(times) - 1) if len(shape) == 2 else Value(numbers)
