"""Networks and traces made in memory, for tests, benches and previews; no Keras."""

from __future__ import annotations

import numpy as np

from engine.network.cell_kinds import CELL_KINDS
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer, Network


def text_network(
    kind: str = "LSTM",
    units: int = 8,
    *,
    words: int = 500,
    embedding: int = 16,
    layers: int = 1,
    seed: int = 7,
    mask_zero: bool = False,
    taps: int = 0,
) -> Network:
    """Embedding, recurrent layers and a sigmoid, with random weights.

    With ``taps``, a convolution of so many steps comes first, and the recurrent layers have
    no value before its window is full.
    """
    random = np.random.default_rng(seed)

    def weights(*shape: int | None, among: int = 1) -> np.ndarray:
        array = (random.standard_normal([size or 1 for size in shape]) * 0.3).astype(np.float32)
        array /= np.float32(np.sqrt(among))
        array.flags.writeable = False
        return array

    made = [
        Layer(
            "embedding",
            "Embedding",
            {"input_dim": words, "output_dim": embedding, "mask_zero": mask_zero},
            {"embeddings": weights(words, embedding)},
            (None, None, embedding),
        )
    ]
    width = embedding
    if taps:
        options = {"filters": width, "kernel_size": taps, "padding": "valid", "use_bias": False}
        kernel = {"kernel": weights(taps, width, width)}
        made.append(Layer("conv", "Conv1D", options, kernel, (None, None, width)))
    for place in range(layers):
        cell = CELL_KINDS[kind]
        options = {
            "units": units,
            "activation": "tanh",
            "use_bias": True,
            "return_sequences": place < layers - 1,
        }
        defaults = {"recurrent_activation": "sigmoid", "reset_after": True}
        options |= {option: defaults[option] for option in cell.options}
        shapes = KINDS[kind].weights(options, ((None, None, width),))
        made.append(
            Layer(
                f"{kind.lower()}_{place}" if place else kind.lower(),
                kind,
                options,
                {
                    name: weights(*shape, among=units if name == "recurrent_kernel" else 1)
                    for name, shape in shapes.items()
                },
                (None, units) if place == layers - 1 else (None, None, units),
            )
        )
        width = units
    made.append(
        Layer(
            "dense",
            "Dense",
            {"units": 1, "activation": "sigmoid", "use_bias": True},
            {"kernel": weights(width, 1), "bias": weights(1)},
            (None, 1),
        )
    )
    return Network(f"{kind}({units})" if layers == 1 else f"{layers}×{kind}({units})", tuple(made))
