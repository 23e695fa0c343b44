"""The same words, padded on the other side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.survey.corpus_inputs import CorpusInputs
from engine.text.encoding import Side


def padded_on(inputs: CorpusInputs, side: Side) -> CorpusInputs:
    """The same words, padded on a side; what was cut stays cut."""
    keys = inputs.padding if side == "pre" else ~inputs.padding
    order = np.argsort(~keys, axis=1, kind="stable")

    def moved(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return np.take_along_axis(array, order, axis=1)

    return replace(
        inputs,
        inputs=moved(inputs.inputs),
        padding=moved(inputs.padding),
        unknown=moved(inputs.unknown),
    )


def masks(network: Network) -> bool:
    """Whether a layer of a network masks padding."""
    return any(
        layer.kind == "Masking" or bool(layer.options.get("mask_zero")) for layer in network.layers
    )
