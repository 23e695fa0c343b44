"""All 25,000 reviews through the bundled LSTM, every gate at every step, against
``model.predict`` of the same for the answers alone: at most half its time.  Predict as one
calls it, in batches of 32; the ratio to it in batches of 1,024, as ours are, stands beside.

Of each chunk only the mean of every series is kept.  The ids are random ones: their values
do not matter for the time.  Both in one process, in turns; the medians.

Then growth with reviews, steps and units: the slope of the time over the size, both in
logarithms, which is 1 where it is linear and 2 where it grows with the square, as the products
of a step do in units.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

REVIEWS, LENGTH, SHARE = 25_000, 100, 1 / 2
TURNS = 5
LINEAR, SQUARE = 1.15, 2.1
MODEL = Path(__file__).resolve().parents[2] / "assets" / "models" / "lstm.keras"


def main() -> int:
    """Measure, print the tables, return 1 if a bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    broken = _against_predict()
    print("\ngrowth, every gate of an LSTM; seconds, the best of", TURNS)
    broken |= _grows("reviews", 0, [(n, 100, 8) for n in (2500, 5000, 10_000, 20_000)], LINEAR)
    broken |= _grows("steps", 1, [(2048, t, 8) for t in (50, 100, 200, 400)], LINEAR)
    broken |= _grows("units", 2, [(256, 100, u) for u in (16, 32, 64, 128, 256)], SQUARE)
    return int(broken)


def _against_predict() -> bool:
    from engine.network.opening import open_network
    from engine.replay.replay import replay_batch
    from engine.training.keras_model import quiet_keras

    keras = quiet_keras()
    network, model = open_network(MODEL), keras.models.load_model(MODEL, compile=False)
    ids = _ids(REVIEWS, LENGTH, network.vocabulary_size or 1)
    answers = model.predict(ids[:256], batch_size=256, verbose=0)[:, 0]  # also makes its graph
    assert np.abs(replay_batch(network, ids[:256]).prediction[:, -1] - answers).max() < 1e-5
    turns = [
        (
            _seconds(lambda: _reduced(network, ids)),
            _seconds(lambda: model.predict(ids, verbose=0)),
            _seconds(lambda: model.predict(ids, batch_size=1024, verbose=0)),
        )
        for _ in range(TURNS)
    ]
    replay, predict, large = (statistics.median(times) for times in zip(*turns, strict=True))
    print(f"{REVIEWS:,} reviews of {LENGTH} ids through the bundled LSTM; seconds, medians")
    print(f"  {'replay, every gate':<22}{replay:>8.2f}{1000 * replay / REVIEWS:>9.4f} ms a review")
    print(f"  {'predict':<22}{predict:>8.2f}")
    print(f"  {'predict, batch 1,024':<22}{large:>8.2f}")
    ratio = replay / predict
    mark = "" if ratio <= SHARE else "  BROKEN"
    print(f"  {'ratio':<22}{ratio:>8.3f}, bound {SHARE:g}{mark}")
    print(f"  {'ratio, batch 1,024':<22}{replay / large:>8.3f}")
    return ratio > SHARE


def _reduced(network: object, ids: np.ndarray) -> dict[str, np.ndarray]:
    """The mean of every unit of every series over all reviews and steps."""
    from engine.replay.replay import replay_chunks

    sums: dict[str, np.ndarray] = {}
    for chunk in replay_chunks(network, ids):
        for name, layer in chunk.layers.items():
            for key, values in layer.series.items():
                total = values.sum(axis=(0, 1), dtype=np.float64)
                sums[f"{name}/{key}"] = sums.get(f"{name}/{key}", 0.0) + total
    return {key: total / ids.size for key, total in sums.items()}


def _grows(what: str, axis: int, sizes: list[tuple[int, int, int]], bound: float) -> bool:
    """Whether the time grows more steeply than it may."""
    times, counts = [_measured(*size) for size in sizes], [size[axis] for size in sizes]
    slope = float(np.polyfit(np.log(counts), np.log(times), 1)[0])
    pairs = zip(counts, times, strict=True)
    text = ", ".join(f"{count:,}: {seconds:.3f}" for count, seconds in pairs)
    mark = "" if slope <= bound else "  BROKEN"
    print(f"  {what:<8} {text}; slope {slope:.2f}, bound {bound:g}{mark}", flush=True)
    return slope > bound


def _measured(reviews: int, steps: int, units: int) -> float:
    from tests.networks import text_network

    network, ids = text_network("LSTM", units), _ids(reviews, steps, 500)
    return min(_seconds(lambda: _reduced(network, ids)) for _ in range(TURNS))


def _ids(reviews: int, steps: int, size: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, size, (reviews, steps)).astype(np.int32)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
