"""A trace with every gate, against ``model.predict`` for the answer alone.

The same LSTM and the same review, one after the other in one process; the median of
several turns.  Bounds: 1/30 of predict's time for 8 units and 100 steps, 1/4 for 128 x
500, no more than predict for 512 x 500.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np

BOUNDS = ((8, 100, 1 / 30), (128, 500, 1 / 4), (512, 500, 1.0))
"""Units, steps, and the largest share of predict's time."""

TURNS = 15


def main() -> int:
    """Measure, print the table, return 1 if a bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    from engine.training.keras_model import quiet_keras

    keras = quiet_keras()
    print("one review, every gate of an LSTM; milliseconds, median of", TURNS)
    print(f"  {'units x steps':<14}{'replay':>9}{'predict':>9}{'ratio':>9}{'bound':>9}")
    broken = False
    for units, steps, bound in BOUNDS:
        ours, theirs = _measure(keras, units, steps)
        ratio = ours / theirs
        broken |= ratio > bound
        mark = "" if ratio <= bound else "  BROKEN"
        size = f"{units} x {steps}"
        print(f"  {size:<14}{ours:>9.2f}{theirs:>9.1f}{ratio:>9.4f}{bound:>9.4f}{mark}", flush=True)
    return int(broken)


def _measure(keras: object, units: int, steps: int) -> tuple[float, float]:
    """Milliseconds of a replay and of a predict, measured in turns."""
    from engine.replay.replay import replay
    from engine.sequence import Sequence
    from tests.networks import text_network

    network = text_network("LSTM", units)
    model = _in_keras(keras, network, steps)
    ids = np.random.default_rng(0).integers(0, 500, steps).astype(np.int32)
    sequence = Sequence(ids, ("",) * steps, np.zeros(steps, bool))
    trace = replay(network, sequence)
    answer = model.predict(ids[None], verbose=0)  # also makes predict's graph
    assert abs(float(answer[0, 0]) - float(trace.prediction[-1])) < 1e-5
    ours, theirs = [], []
    for _ in range(TURNS):
        ours.append(_timed(lambda: replay(network, sequence)))
        theirs.append(_timed(lambda: model.predict(ids[None], verbose=0)))
    return statistics.median(ours), statistics.median(theirs)


def _in_keras(keras: object, network: object, steps: int) -> object:
    layers = [keras.Input((steps,), dtype="int32")]
    for layer in network.layers:
        options = {key: value for key, value in layer.options.items() if key != "trainable"}
        layers.append(getattr(keras.layers, layer.kind)(**options))
    model = keras.Sequential(layers)
    for made, layer in zip(model.layers, network.layers, strict=True):
        made.set_weights(list(layer.weights.values()))
    return model


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
