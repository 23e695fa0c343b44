"""`Trace`: everything a network did while it read one sequence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.network.network import Layer, Network
from engine.text.sequence import Sequence

Float = npt.NDArray[np.floating]


@dataclass(frozen=True)
class LayerTrace:
    """What one recurrent layer did.

    Attributes:
        layer: the layer.
        series: read-only arrays ``(T, U)`` by key: ``h`` for SimpleRNN; ``h c f i g
            o`` for LSTM; ``h z r n`` for GRU.  At a masked step they repeat the
            step before, as Keras does with state and output.
        inputs: what came in: ``(T, F)`` floats, or ids ``(T,) int32`` where the
            input is one-hot.
        masked: ``(T,) bool``, true where the mask made the layer skip the step.
    """

    layer: Layer
    series: Mapping[str, Float]
    inputs: Float | npt.NDArray[np.int32]
    masked: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Trace:
    """A network's reading of a sequence.

    Attributes:
        network: what read.
        sequence: what was read.
        layers: one `LayerTrace` for each recurrent layer, by its name, in order.
        prediction: ``(T,)`` for one output, ``(T, C)`` for several: the answer had
            the sequence ended at that step.
    """

    network: Network
    sequence: Sequence
    layers: Mapping[str, LayerTrace]
    prediction: Float

    def __len__(self) -> int:
        return len(self.sequence)
