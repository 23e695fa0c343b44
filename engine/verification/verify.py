"""`verify`: a replay against Keras, series by series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, ModelError
from engine.network.network import Network
from engine.network.opening import open_safely
from engine.replay.replay import replay
from engine.text.sequence import Sequence
from engine.verification import oracle
from engine.verification.proof import Proof

Array = npt.NDArray[np.floating[Any]]

STEPS = 100
"""The length of a sequence for a network that takes any."""


def verify(path: Path, count: int = 16, network: Network | None = None) -> Proof:
    """Compare Gatescope's reading of a file with Keras's.

    Args:
        path: the model file.
        count: how many sequences: the first offline reviews where the network reads ids,
            random numbers where it reads numbers.
        network: what is replayed; None reads it from the file.

    Raises:
        ModelError: the file cannot be opened, or TensorFlow is missing.
    """
    if not 1 <= count <= 1000:
        raise ModelError("Compare 1 to 1,000 sequences, not {count}.", count=count)
    network = open_safely(path) if network is None else network
    try:
        layers, by, version = oracle.load(path, network)
    except ImportError as error:
        raise ModelError(
            "TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: "
            "pip install tensorflow.",
            reason=str(error)[:200],
        ) from error
    sequences = _sequences(network, count)
    traces = [replay(network, sequence) for sequence in sequences]
    inputs = np.stack([sequence.inputs for sequence in sequences])
    return Proof(by, version, count, _compare(layers, inputs, traces, network), network.digest)


def _compare(
    layers: list[Any], inputs: npt.NDArray[Any], traces: list[Any], network: Network
) -> dict[str, dict[str, float]]:
    mask: npt.NDArray[np.bool_] | None = None
    values: Any = inputs
    if inputs.ndim == 2 and network.layers[0].kind not in ("Embedding", "CategoryEncoding"):
        values = np.eye(network.vocabulary_size or 1, dtype=np.float32)[inputs]
    found: dict[str, dict[str, float]] = {}
    names = iter(traces[0].layers)
    for layer in layers:
        kind = type(layer).__name__
        if oracle.is_recurrent(layer):
            name = next(names)
            series = oracle.series_of(layer, values, mask)
            whole = series.pop("whole")
            ours = {
                key: np.stack([trace.layers[name].series[key] for trace in traces])
                for key in series
            }
            found[name] = {key: _difference(series[key], ours[key]) for key in series}
            # The layer's own loop must agree with its cell, driven step by step.
            found[name]["h"] = max(found[name]["h"], _difference(whole, ours["h"]))
            values = whole
            continue
        if kind == "Embedding" and getattr(layer, "mask_zero", False):
            mask = np.asarray(inputs) != 0
        if kind == "Masking":
            mask = (np.asarray(values) != layer.mask_value).any(axis=-1)
        values = np.asarray(layer(values, training=False) if "Drop" in kind else layer(values))
    prediction = np.stack([trace.prediction for trace in traces])
    found["output"] = {"prediction": _difference(values.reshape(prediction.shape), prediction)}
    return found


def _difference(theirs: Array, ours: Array) -> float:
    gap = np.abs(theirs.astype(np.float64) - ours) / np.maximum(1.0, np.abs(theirs))
    worst = float(gap.max())
    return worst if np.isfinite(worst) else float("inf")


def _sequences(network: Network, count: int) -> list[Sequence]:
    steps = network.length or STEPS
    random = np.random.default_rng(0)
    size = network.vocabulary_size
    if network.features is not None and not network.reads_words:
        names = tuple(str(t + 1) for t in range(steps))
        return [
            Sequence(
                random.standard_normal((steps, network.features)).astype(np.float32),
                names,
                np.zeros(steps, bool),
            )
            for _ in range(count)
        ]
    assert size is not None
    try:
        from engine.commands.inputs import review_of
        from engine.text.review import Encoding

        encoding = Encoding(num_words=size, length=steps)
        return [review_of(number, encoding).within(size) for number in range(count)]
    except GatescopeError:  # the reviews are not installed; any ids prove as much
        names = ("",) * steps
        return [
            Sequence(random.integers(0, size, steps).astype(np.int32), names, np.zeros(steps, bool))
            for _ in range(count)
        ]
