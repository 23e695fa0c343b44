"""Weights that are no finite numbers, which a training that diverged leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.errors import Alarm
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Layer, Network


def alarms(network: Network) -> tuple[Alarm, ...]:
    """What is not finite in the weights of a network, a sentence each."""
    return tuple(alarm for layer in network.layers for alarm in _of_layer(layer))


def _of_layer(layer: Layer) -> Iterator[Alarm]:
    for inner in layer.inner:
        yield from _of_layer(inner)
    for name, weight in layer.weights.items():
        # The sum is finite where all numbers are, and needs no array as large as the weight.
        with np.errstate(all="ignore"):
            if np.isfinite(weight.sum(dtype=np.float64)):
                continue
        wrong = ~np.isfinite(weight)
        if not (count := int(wrong.sum())):
            continue
        first = tuple(int(place) for place in np.argwhere(wrong)[0])
        values = {"weight": name, "layer": layer.name, "count": count}
        if layer.kind == "Embedding":
            yield Alarm(
                "The {weight} of the layer {layer} has {count} values that are not finite numbers "
                "(NaN or infinity), the first in the row of the id {id}. The training of this "
                "model diverged: what is computed from them is no number either. An earlier "
                "checkpoint may be whole.",
                **values,
                id=first[0],
            )
            continue
        unit = first[-1]
        if layer.kind in STATEFUL and layer.units:
            unit %= int(layer.weights["recurrent_kernel"].shape[-2])
        yield Alarm(
            "The {weight} of the layer {layer} has {count} values that are not finite numbers "
            "(NaN or infinity), the first in unit {unit}. The training of this model diverged: "
            "what is computed from them is no number either. An earlier checkpoint may be whole.",
            **values,
            unit=unit + 1,
        )
