"""All 25,000 reviews through the bundled LSTM, every gate at every step, against
``model.predict`` of the same for the answers alone: at most half its time.  Predict as one
calls it, in batches of 32; what it takes in batches of 1,024, as ours are, is printed too.

Of each chunk only the mean of every series is kept.  The ids are random ones: their values
do not matter for the time.  Both in one process, in turns; the medians.

Then growth with reviews, steps and units.  Linear in the first two: the straight line that
fits best leaves no time more than `TOLERANCE` of the longest.  In units the products of a
step grow with their square, and what is elementwise with their number: the time for twice as
many is at most `FOLD` times as long.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np

REVIEWS, LENGTH, SHARE = 25_000, 100, 1 / 2
TURNS = 5
TOLERANCE = 0.15
FOLD = 5.0
MODEL = Path(__file__).resolve().parents[2] / "assets" / "models" / "lstm.keras"


def main() -> int:
    """Measure, print the tables, return 1 if a bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    broken = _against_predict()
    print("\ngrowth, every gate of an LSTM; seconds, the best of", TURNS)
    broken |= _linear("reviews", [(n, 100, 8) for n in (2500, 5000, 10_000, 20_000)], 0)
    broken |= _linear("steps", [(2048, t, 8) for t in (50, 100, 200, 400)], 1)
    broken |= _units([(256, 100, units) for units in (16, 32, 64, 128, 256)])
    return int(broken)


def _against_predict() -> bool:
    from engine.network.opening import open_network
    from engine.replay.replay import replay_batch
    from engine.training.network import quiet_keras

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
    print(f"  {'ratio':<22}{ratio:>8.3f}, bound {SHARE:g}{'' if ratio <= SHARE else '  BROKEN'}")
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


def _linear(what: str, sizes: list[tuple[int, int, int]], axis: int) -> bool:
    """Whether no straight line through the times holds them all."""
    times = [_measured(*size) for size in sizes]
    counts = [size[axis] for size in sizes]
    slope, start = np.polyfit(counts, times, 1)
    off = np.abs(np.polyval((slope, start), counts) - times).max() / max(times)
    text = ", ".join(
        f"{count:,}: {seconds:.3f}" for count, seconds in zip(counts, times, strict=True)
    )
    mark = "" if off <= TOLERANCE else "  BROKEN"
    print(f"  {what:<8} {text}; off a line by {off:.1%}, bound {TOLERANCE:.0%}{mark}", flush=True)
    return bool(off > TOLERANCE)


def _units(sizes: list[tuple[int, int, int]]) -> bool:
    times = [_measured(*size) for size in sizes]
    folds = [after / before for before, after in pairwise(times)]
    text = ", ".join(
        f"{size[2]}: {seconds:.3f}" for size, seconds in zip(sizes, times, strict=True)
    )
    mark = "" if max(folds) <= FOLD else "  BROKEN"
    print(f"  units    {text}; doubled at most {max(folds):.1f}-fold, bound {FOLD:g}{mark}")
    return max(folds) > FOLD


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
