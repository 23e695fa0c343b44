"""A film, every map of every gate, against ``model.predict`` of the same for the answer alone: at
most twice its time.

The same model and the same film, one after the other in one process: the median of the ratios of
neighbouring turns, so that both meet the same machine.  Processor time stands beside the time on
the clock, as other programs take cores away: products of matrices that are shared out among
threads would wait for them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

BOUND = 2.0
TURNS = 15

Make = Callable[[Any], list[Any]]

MODELS: Mapping[str, tuple[tuple[int, ...], Make]] = {
    "ConvLSTM2D(8), 12 x 24 x 24": (
        (12, 24, 24, 1),
        lambda layers: [layers.ConvLSTM2D(8, 3, padding="same")],
    ),
    "ConvLSTM2D(16), 20 x 40 x 40": (
        (20, 40, 40, 1),
        lambda layers: [layers.ConvLSTM2D(16, 3, padding="same")],
    ),
    "2 x ConvLSTM2D(32), 10 x 64 x 64": (
        (10, 64, 64, 3),
        lambda layers: [
            layers.ConvLSTM2D(32, 3, padding="same", return_sequences=True),
            layers.BatchNormalization(),
            layers.ConvLSTM2D(32, 3, padding="same"),
        ],
    ),
    "Conv2D(16), Conv2D(32), 20 x 64 x 64": (
        (20, 64, 64, 3),
        lambda layers: [
            layers.TimeDistributed(layers.Conv2D(16, 3, padding="same", activation="relu")),
            layers.TimeDistributed(layers.MaxPooling2D(2)),
            layers.TimeDistributed(layers.Conv2D(32, 3, padding="same", activation="relu")),
            layers.TimeDistributed(layers.GlobalAveragePooling2D()),
            layers.LSTM(32),
        ],
    ),
    "Conv2D(64) x 3, 16 x 32 x 32": (
        (16, 32, 32, 3),
        lambda layers: [
            *(layers.TimeDistributed(layers.Conv2D(64, 3, activation="relu")) for _ in range(3)),
            layers.TimeDistributed(layers.GlobalMaxPooling2D()),
            layers.GRU(32),
        ],
    ),
}


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    from engine.training.keras_model import quiet_keras

    keras = quiet_keras()
    print("one film, every map; milliseconds, medians of", TURNS, "turns: clock, processor")
    print(f"  {'':<37}{'replay':>17}{'predict':>17}{'ratio':>7}{'of processor':>14}{'bound':>7}")
    broken = False
    for name, (shape, make) in MODELS.items():
        ours, theirs = _measure(keras, shape, make)
        clock, processor = (
            statistics.median(one[k] / other[k] for one, other in zip(ours, theirs, strict=True))
            for k in range(2)
        )
        times = [statistics.median(turn[k] for turn in which) for which in (ours, theirs)
                 for k in range(2)]  # fmt: skip
        broken |= clock > BOUND
        mark = "" if clock <= BOUND else "  BROKEN"
        shown = "".join(f"{1000 * each:>8.1f}" + " " * (k % 2) for k, each in enumerate(times))
        print(f"  {name:<37}{shown}{clock:>7.2f}{processor:>14.2f}{BOUND:>7.1f}{mark}", flush=True)
    return int(broken)


def _measure(
    keras: Any, shape: tuple[int, ...], make: Make
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Seconds of replays and of predicts on the clock and of the processor, in turns."""
    from engine.network.opening import open_network
    from engine.replay.replay import replay
    from engine.sequence import Sequence

    layers = keras.layers
    model = keras.Sequential(
        [layers.Input(shape), *make(layers), layers.Flatten(), layers.Dense(1)]
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.keras"
        model.save(path)
        network = open_network(path)
    film = np.random.default_rng(0).random(shape).astype(np.float32)
    rows = film.reshape(shape[0], -1)
    sequence = Sequence(rows, ("",) * len(rows), np.zeros(len(rows), bool))
    answer = model.predict(film[None], verbose=0)  # also makes predict's graph
    assert abs(float(answer[0, 0]) - float(replay(network, sequence).prediction[-1])) < 1e-4
    ours, theirs = [], []
    for _ in range(TURNS):
        ours.append(_timed(lambda: replay(network, sequence)))
        theirs.append(_timed(lambda: model.predict(film[None], verbose=0)))
    return ours, theirs


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


if __name__ == "__main__":
    sys.exit(main())
