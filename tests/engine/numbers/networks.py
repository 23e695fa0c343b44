"""Networks that read numbers, made in memory."""

from __future__ import annotations

from dataclasses import replace

from engine.network.network import Input, Network
from tests.networks import text_network


def numbers_network(
    features: int = 1,
    length: int | None = 30,
    *,
    units: int = 8,
    auxiliary: tuple[Input, ...] = (),
    seed: int = 7,
) -> Network:
    """An LSTM on ``features`` numbers a step, and a Dense of one linear number."""
    made = text_network("LSTM", units, embedding=features, seed=seed)
    lstm, dense = made.layers[1:]
    linear = replace(dense, options={**dense.options, "activation": "linear"})
    plain = Network(f"LSTM({units})", (lstm, linear), length=length, features=features)
    if not auxiliary:
        return plain
    return replace(plain, inputs=(*plain.inputs, *auxiliary))
