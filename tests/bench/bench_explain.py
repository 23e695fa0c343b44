"""Explanations of one review against what else the same review can be asked.

The lecture's LSTM(8) on 100 words, one after the other in one process, in turns; medians.
Memory and gradient x input against a trace with every gate; the fading map likewise;
integrated gradients with 64 points against ``tf.GradientTape`` on ``model(x)`` of the same 64
points in one batch; occlusion of all 100 words against some calls of ``predict``, of which one
for each word would be needed.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np

UNITS, STEPS, POINTS, PREDICTS = 8, 100, 64, 10
TURNS = 9

BOUNDS = {
    "memory": ("trace", 10.0),
    "gradient x input": ("trace", 10.0),
    "fading map": ("trace", 40.0),
    "integrated gradients": ("GradientTape", 1 / 5),
    "occlusion": ("predict", STEPS / PREDICTS / 20),
}
"""Against what, and the largest ratio; of occlusion, 1/20 of a predict for each word."""


def main() -> int:
    """Measure, print the table, return 1 if a bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    works = _works()
    for work in works.values():
        work()  # what is only made once is made
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(TURNS):
        for name, work in works.items():
            times[name].append(_timed(work))
    median = {name: statistics.median(each) for name, each in times.items()}
    print(f"LSTM({UNITS}) on {STEPS} words; milliseconds, medians of {TURNS}")
    broken = False
    for name, milliseconds in median.items():
        against, bound = BOUNDS.get(name, ("", 0.0))
        if not against:
            print(f"  {name:<24}{milliseconds:>9.2f}")
            continue
        ratio = milliseconds / median[against]
        broken |= ratio > bound
        mark = "" if ratio <= bound else "  BROKEN"
        print(f"  {name:<24}{milliseconds:>9.2f}{ratio:>9.3f} of {against}, bound {bound:g}{mark}")
    return int(broken)


def _works() -> dict[str, Callable[[], object]]:
    import tensorflow as tf

    from engine.explain.memory import fading, memories, record_of
    from engine.explain.methods import MethodSettings, explain
    from engine.explain.target import read_for
    from engine.replay.replay import replay
    from engine.sequence import Sequence
    from engine.training.keras_model import quiet_keras
    from tests.bench.bench_replay import _in_keras
    from tests.networks import text_network

    keras = quiet_keras()
    network = text_network("LSTM", UNITS)
    ids = np.random.default_rng(0).integers(1, 500, STEPS).astype(np.int32)
    sequence = Sequence(ids, ("",) * STEPS, np.zeros(STEPS, bool))
    model = _in_keras(keras, network, STEPS)
    tail = keras.Sequential([keras.Input((STEPS, 16)), *model.layers[1:]])
    rows = model.layers[0](ids[None])
    shares = tf.constant((np.arange(POINTS, dtype=np.float32) + 0.5) / POINTS)[:, None, None]
    between = shares * rows

    def taped(points: object) -> None:
        with tf.GradientTape() as tape:
            tape.watch(points)
            answer = tf.reduce_sum(tail(points))
        tape.gradient(answer, points)

    def predicts() -> None:
        for _ in range(PREDICTS):
            model.predict(ids[None], verbose=0)

    def remembered() -> object:
        return memories(read_for(network, ids[None]))

    def map_of_fading() -> object:
        return fading(record_of(read_for(network, ids[None]), "lstm"))

    return {
        "trace": lambda: replay(network, sequence),
        "memory": remembered,
        "gradient x input": lambda: explain(network, sequence, "gradxinput"),
        "fading map": map_of_fading,
        "GradientTape": lambda: taped(between),
        "integrated gradients": lambda: explain(
            network, sequence, "ig", settings=MethodSettings(steps=POINTS)
        ),
        "predict": predicts,
        "occlusion": lambda: explain(network, sequence, "occlusion"),
    }


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
