"""A whole corpus: every gate of 25,000 reviews of 100 words, reduced, against ``model.predict`` of
the same for the answers alone, at most half its time, and of LSTM(128) no more than its; a unit's
card and a pattern search over all of them within half of that predict (they are to take 1 and 2
seconds); every unit of the LSTM off, at most 10 passes; growth with reviews, steps and units.

Ids are random ones, with labels of 0 and 1: their values do not matter for the time.  All in one
process, in turns; the medians.  Where Dask is installed: two workers against one, each a process.
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

REVIEWS, LENGTH, TURNS = 25_000, 100, 3
WIDE, WIDE_REVIEWS = 128, 2000
MODEL = Path(__file__).resolve().parents[2] / "assets" / "models" / "lstm.keras"

PREDICT = {"every gate, reduced": 1 / 2, "a unit's card": 1 / 2, "pattern search": 1 / 2}
"""Of predict, each."""

PASSES = 10
"""For all units of the LSTM that are switched off."""

LINEAR = 1.15
"""The slope of the processor's time over the size, both in logarithms.  Of units it is above 1 by the
recurrent product, whose work grows with their square: a fifth of the time of 128."""

GROWN = 5
"""Turns of each size."""

TWO = 1.5
"""How many times as fast two Dask workers are as one, at least."""


def main() -> int:
    """Measure, print the table, return 1 if a bound is broken."""
    warnings.filterwarnings("ignore", module="keras")
    from engine.network.opening import open_network
    from engine.progress import finish
    from engine.survey.ablation import ablate
    from engine.survey.card import card
    from engine.survey.patterns import Pattern, search
    from engine.survey.survey import survey
    from engine.survey.workers import workers_at
    from engine.training.keras_model import quiet_keras

    keras = quiet_keras()
    network, model = open_network(MODEL), keras.models.load_model(MODEL, compile=False)
    inputs = _inputs(REVIEWS)
    pattern = Pattern("lstm", "h", (1, 4), 0.1)
    with workers_at() as workers, tempfile.TemporaryDirectory() as folder:
        read = finish(survey(network, inputs, workers))
        times = _in_turns(
            {
                "predict, answers alone": lambda: model.predict(inputs.inputs, verbose=0),
                "every gate, reduced": lambda: finish(survey(network, inputs, workers)),
                "a unit's card": lambda: finish(card(read, "lstm", "h", 1, workers)),
                "pattern search": lambda: finish(search(read, pattern, workers=workers)),
                "every unit off": lambda: finish(ablate(read, gates=False, workers=workers)),
            },
            lambda: model.predict(inputs.inputs[:256], verbose=0),  # makes its graph
        )
        wide = _model(keras, WIDE)
        wide.save(Path(folder) / "wide.keras")
        wide_network, few = open_network(Path(folder) / "wide.keras"), _inputs(WIDE_REVIEWS)
        wide_times = _in_turns(
            {
                "predict": lambda: wide.predict(few.inputs, verbose=0),
                "every gate": lambda: finish(survey(wide_network, few, workers)),
            },
            lambda: wide.predict(few.inputs[:256], verbose=0),
        )

        def opened(units: int) -> Any:
            _model(keras, units).save(Path(folder) / f"{units}.keras")
            return open_network(Path(folder) / f"{units}.keras")

        growing = {
            "reviews": {n: (network, _inputs(n)) for n in (5000, 10_000, 20_000)},
            "steps": {n: (network, _inputs(5000, n)) for n in (50, 100, 200)},
            "units": {n: (opened(n), few) for n in (WIDE // 4, WIDE // 2, WIDE)},
        }
        growth = {
            name: _slope(
                {
                    size: partial(lambda each: finish(survey(*each, workers)), read)
                    for size, read in by_size.items()
                }
            )
            for name, by_size in growing.items()
        }
    predict = times["predict, answers alone"]
    for name, seconds in times.items():
        print(f"  {name:<24}{seconds:>8.2f} s{seconds / predict:>8.2f} of predict")
    print(f"  {f'LSTM({WIDE}), every gate':<24}{wide_times['every gate']:>8.2f} s")
    rows = [(f"{name}, of predict", times[name] / predict, most) for name, most in PREDICT.items()]
    rows.append((f"LSTM({WIDE}), of predict", wide_times["every gate"] / wide_times["predict"], 1))
    passes = times["every unit off"] / times["every gate, reduced"]
    rows.append(("every unit off, in passes", passes, PASSES))
    rows += [(f"growth with {name}, slope", slope, LINEAR) for name, slope in growth.items()]
    broken = False
    for name, value, bound in rows:
        mark = "" if value <= bound else "  BROKEN"
        print(f"  {name:<34}{value:>7.2f}, bound {bound:g}{mark}")
        broken |= value > bound
    return int(broken | _dask(network, inputs))


def _dask(network: Any, inputs: Any) -> bool:
    """Two workers against one; whether the bound is broken."""
    if importlib.util.find_spec("distributed") is None:
        print("  two Dask workers: Dask is not installed")
        return False
    from distributed import LocalCluster

    from engine.progress import finish
    from engine.survey.survey import survey
    from engine.survey.workers import workers_at

    seconds = {}
    for count in (1, 2):
        with (
            LocalCluster(
                n_workers=count, threads_per_worker=1, processes=True, dashboard_address=None
            ) as cluster,
            workers_at(cluster.scheduler_address) as workers,
        ):
            finish(survey(network, inputs.rows(np.arange(5000)), workers))  # they import it first
            seconds[count] = min(
                _seconds(lambda workers=workers: finish(survey(network, inputs, workers)))
                for _ in range(TURNS)
            )
    times = seconds[1] / seconds[2]
    mark = "" if times >= TWO else "  BROKEN"
    print(f"  {'two Dask workers, times one':<34}{times:>7.2f}, bound {TWO:g} at least{mark}")
    return times < TWO


def _in_turns(
    works: dict[str, Callable[[], object]], warm: Callable[[], object]
) -> dict[str, float]:
    """The median seconds of each."""
    warm()
    measured: dict[str, list[float]] = {}
    for _ in range(TURNS):
        for name, work in works.items():
            measured.setdefault(name, []).append(_seconds(work))
    return {name: statistics.median(each) for name, each in measured.items()}


def _slope(works: dict[int, Callable[[], object]]) -> float:
    """The slope of the processor's time over the size, both in logarithms: the least of several turns
    each, so that what else the machine does takes no part."""
    least = dict.fromkeys(works, float("inf"))
    for _ in range(GROWN):
        for size, work in works.items():
            begun = time.process_time()
            work()
            least[size] = min(least[size], time.process_time() - begun)
    return float(np.polyfit(np.log(list(least)), np.log(list(least.values())), 1)[0])


def _model(keras: Any, units: int) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            layers.Input((LENGTH,), dtype="int32"),
            layers.Embedding(500, 16),
            layers.LSTM(units, name="lstm"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def _inputs(reviews: int, steps: int = LENGTH) -> Any:
    from tests.engine.survey.corpora import ids

    return ids(reviews, steps, words=500)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
