"""What files that Keras did not write share: weights checked, and gates in Keras's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats.configuration import main_input
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import checked_steps
from engine.network.network import Call, Input, Layer

Array = npt.NDArray[Any]


def columns(rows: Array, order: Sequence[int]) -> Array:
    """Gates that are stored as blocks of rows, as Keras's blocks of columns.

    Args:
        rows: ``(k U, F)``, or ``(k U,)`` for a bias.
        order: the place of each of Keras's ``k`` gates among the blocks.

    Returns:
        ``(F, k U)``, or ``(k U,)``.
    """
    blocks = np.split(rows, len(order))
    return np.concatenate([blocks[place] for place in order]).T


def gate_weights(
    layer: str,
    kind: str,
    kernels: tuple[Array, Array],
    biases: tuple[Array, Array] | None,
    order: Sequence[int],
    reset_after: bool,
) -> dict[str, Array]:
    """The weights of a recurrent layer, from blocks of rows.

    Args:
        layer: its name, for a message.
        kind: ``SimpleRNN``, ``LSTM`` or ``GRU``.
        kernels: of the input ``(k U, F)`` and of the state ``(k U, U)``.
        biases: of the input and of the state, ``(k U,)`` each; None without.
        order: see `columns`.
        reset_after: whether a GRU's two biases stay apart, ``(2, 3 U)``.

    Raises:
        ModelError: some are not finite.
    """
    result = {
        "kernel": as_numbers(layer, "kernel", columns(kernels[0], order)),
        "recurrent_kernel": as_numbers(layer, "recurrent_kernel", columns(kernels[1], order)),
    }
    if biases is not None:
        first, second = (columns(bias, order) for bias in biases)
        apart = CELL_KINDS[kind].bias_rows(reset_after=reset_after) > 1
        result["bias"] = as_numbers(
            layer, "bias", np.stack([first, second]) if apart else first + second
        )
    return result


def read_by(
    inputs: tuple[Input, ...], calls: Sequence[Call], layers: Sequence[Layer]
) -> tuple[int, int | None, int | None]:
    """The place of the main input, its steps and its features.

    Raises:
        ModelError: it has far too many steps.
    """
    by_name: Mapping[str, Layer] = {layer.name: layer for layer in layers}
    main = main_input(inputs, tuple(calls), by_name)
    given = inputs[main]
    length = checked_steps(given.shape[1] if len(given.shape) > 1 else None)
    if given.vocabulary is not None:
        return main, length, None
    encodes = next((layer for layer in layers if layer.kind == "CategoryEncoding"), None)
    if len(given.shape) == 2:
        return main, length, 1 if encodes is None else encodes.units
    return main, length, given.shape[2] if len(given.shape) == 3 else None
