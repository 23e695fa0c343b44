"""Training the lecture's models, against the lecture's own script.

The same model, reviews, batch and seed; the same weights to begin with, and, as the seed
gives Keras's shuffling too, the same order of batches.  Each side is a process of its own,
one after the other: the lecture's code as it stands there, and ``python -m engine train``.
Bounds: an epoch after the first, all that lies between it and the next included, at least
5 times as fast for one-hot rows and twice as fast for LSTM and GRU; 1/15 of the memory for
one-hot rows; a loss after three epochs that differs by at most 0.005.

The lecture's one-hot rows take 23 GB.  Where there are fewer to be had, both sides read
fewer reviews, and no bound of memory, and with very few none of time either, counts as
held or as broken.

``python -m tests.bench.bench_training [RECIPE ...]``: only those.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

BOUNDS = {"simple_rnn_one_hot": 5.0, "lstm": 2.0, "gru": 2.0}
"""Recipes, and how many times as fast a later epoch is to be."""

MEMORY_BOUND = 15.0
LOSS_BOUND = 0.005

EPOCHS, OUR_EPOCHS = 4, 10
"""Of each side; ours are so short that three of them are no measure on a busy machine."""

COMPARED = 3
"""The epoch whose training loss is compared."""

ALL = 25_000
FEW = 2_000
"""Where it is not known how much memory there is, or it runs out after all."""

ENOUGH = ALL // 2
"""With fewer, what an epoch takes however short it is weighs too much in ours."""

NEEDED = 22.5e9
"""Bytes that have to be free for one-hot rows of all reviews."""

BYTES_A_REVIEW, BYTES_ANYWAY = 0.9e6, 0.8e9
"""What one-hot rows of fewer take: measured, 22.8e9 for all."""

LECTURE = """
import json, sys
from pathlib import Path

# Where memory runs out after all, this is the process to go.
score = Path("/proc/self/oom_score_adj")
if score.exists():
    score.write_text("1000")

from engine.progress import finish
from engine.training.data import load
from engine.training.keras_model import build, quiet_keras
from engine.training.recipes import RECIPES
from engine.training.record import peak_memory

name, reviews, epochs, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
data = finish(load(RECIPES[name], reviews))
train_seq, train_target = data.training.ids, data.training.labels
val_seq, val_target = data.held_out.ids, data.held_out.labels
keras = quiet_keras()

class Teller(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(json.dumps({"event": "epoch", "epoch": epoch + 1, "loss": logs["loss"]}), flush=True)

keras.utils.set_random_seed(RECIPES[name].seed)
weights = build(RECIPES[name])[0].get_weights()
keras.utils.set_random_seed(RECIPES[name].seed)

# From here on it is the lecture's, with the names that Keras 3 has for some of it.
print(json.dumps({"event": "start"}), flush=True)
model = keras.Sequential()
if name == "simple_rnn_one_hot":
    train_seq = keras.utils.to_categorical(train_seq)
    val_seq = keras.utils.to_categorical(val_seq)
    model.add(keras.Input((100, 500)))
    model.add(keras.layers.SimpleRNN(8))
else:
    model.add(keras.Input((100,)))
    model.add(keras.layers.Embedding(500, 16))
    model.add({"lstm": keras.layers.LSTM, "gru": keras.layers.GRU}[name](8))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.set_weights(weights)
rmsprop = keras.optimizers.RMSprop(learning_rate=1e-4)
model.compile(optimizer=rmsprop, loss="binary_crossentropy", metrics=["accuracy"])
checkpoint_cb = keras.callbacks.ModelCheckpoint(folder + "/best-model.keras")
early_stopping_cb = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
model.fit(train_seq, train_target, epochs=epochs, batch_size=64,
          validation_data=(val_seq, val_target),
          callbacks=[checkpoint_cb, early_stopping_cb, Teller()], verbose=0)
print(json.dumps({"event": "done", "peak": peak_memory()}), flush=True)
"""


Event = dict[str, Any]

KILLED = -9
"""The exit code of a process that had to go for want of memory."""

WIDE = 34


@dataclass(frozen=True)
class Side:
    """What one of the two processes did.

    Attributes:
        seconds: of each epoch, from the end of the one before; the first from the start.
        losses: the training loss of each epoch.
        peak: the most memory it had, in bytes; None where nobody counts it.
    """

    seconds: list[float]
    losses: list[float]
    peak: float | None

    @classmethod
    def of(cls, events: Sequence[tuple[float, Event]], peak: float | None) -> Side:
        ends = [(now, event) for now, event in events if event["event"] in {"start", "epoch"}]
        seconds = [after - before for (before, _), (after, _) in pairwise(ends)]
        return cls(seconds, [event["loss"] for _, event in ends[1:]], peak)

    @property
    def later(self) -> float:
        return statistics.median(self.seconds[1:])


@dataclass(frozen=True)
class Pair:
    """One recipe, trained by both; ``reviews`` of them."""

    title: str
    bound: float
    one_hot: bool
    reviews: int
    theirs: Side
    ours: Side


def main(names: Sequence[str]) -> int:
    """Measure, print the tables, return 1 if a bound is broken."""
    from engine.progress import finish
    from engine.text.sources.imdb_package import ImdbReviews

    finish(ImdbReviews().prepare())  # once on a machine, and neither side's work
    return int(_tell([_measured(name) for name in names or BOUNDS]))


def _measured(name: str) -> Pair:
    """Both sides of one recipe, with as many reviews as there is memory for."""
    from engine.training.recipes import RECIPES

    one_hot = RECIPES[name].embedding is None
    for reviews in dict.fromkeys((_affordable() if one_hot else ALL, FEW)):
        with tempfile.TemporaryDirectory() as folder:
            theirs = _lectures(name, reviews, Path(folder))
            if theirs is not None:
                ours = _ours(name, reviews, Path(folder))
                return Pair(RECIPES[name].title, BOUNDS[name], one_hot, reviews, theirs, ours)
        print(f"the lecture's {name} of {reviews:,} reviews was killed, for want of memory")
    raise RuntimeError(f"the lecture's {name} is killed even with {FEW:,} reviews")


class Tables:
    """Prints line by line, and remembers whether a bound is broken."""

    def __init__(self) -> None:
        self.broken = False

    def head(self, title: str, *names: str) -> None:
        print(f"  {title:<{WIDE}}" + "".join(f"{name:>9}" for name in names))

    def row(self, title: str, figures: str, bound: float | None = None, holds: bool = True) -> None:
        self.broken |= not holds
        limit = "" if bound is None else f"{bound:>9g}"
        print(f"  {title:<{WIDE}}{figures}{limit}{'' if holds else '  BROKEN'}")


def _tell(pairs: Sequence[Pair]) -> bool:
    """Print the tables; whether a bound is broken."""
    print(f"training on {ALL:,} reviews (4 of 5 learned from) x 100 words, batch 64")
    for pair in pairs:
        if pair.reviews < ALL:
            print(f"  {pair.title}: both sides with {pair.reviews:,} reviews only")
    tables = Tables()
    _tell_time(tables, pairs)
    _tell_loss(tables, pairs)
    _tell_memory(tables, pairs)
    return tables.broken


def _tell_time(tables: Tables, pairs: Sequence[Pair]) -> None:
    tables.head("seconds to the end of epoch 1", "script", "ours")
    for pair in pairs:
        tables.row(pair.title, f"{pair.theirs.seconds[0]:>9.1f}{pair.ours.seconds[0]:>9.1f}")
    tables.head("seconds of a later epoch, median", "script", "ours", "ratio", "bound")
    for pair in pairs:
        theirs, ours = pair.theirs.later, pair.ours.later
        figures = f"{theirs:>9.2f}{ours:>9.2f}{theirs / ours:>9.1f}"
        if pair.reviews < ENOUGH:
            tables.row(pair.title, f"{figures}  bound not measured: needs {ENOUGH:,} reviews")
        else:
            tables.row(pair.title, figures, pair.bound, theirs / ours >= pair.bound)


def _tell_loss(tables: Tables, pairs: Sequence[Pair]) -> None:
    tables.head(f"loss of epoch {COMPARED}", "script", "ours", "gap", "bound")
    for pair in pairs:
        theirs, ours = (side.losses[COMPARED - 1] for side in (pair.theirs, pair.ours))
        gap = abs(theirs - ours)
        figures = f"{theirs:>9.5f}{ours:>9.5f}{gap:>9.5f}"
        tables.row(pair.title, figures, LOSS_BOUND, gap <= LOSS_BOUND)


def _tell_memory(tables: Tables, pairs: Sequence[Pair]) -> None:
    tables.head("peak memory, GB", "script", "ours", "ratio", "bound")
    for pair in pairs:
        if pair.theirs.peak is None or pair.ours.peak is None:
            tables.row(pair.title, "  not measured: nobody counts it here")
            continue
        theirs, ours = pair.theirs.peak, pair.ours.peak
        figures = f"{theirs / 1e9:>9.2f}{ours / 1e9:>9.2f}{theirs / ours:>9.1f}"
        if not pair.one_hot:
            tables.row(pair.title, figures)
        elif pair.reviews < ALL:
            needs = f"bound not measured: needs {NEEDED / 1e9:g} GB free"
            tables.row(pair.title, f"{figures}  {needs}")
        else:
            tables.row(pair.title, figures, MEMORY_BOUND, theirs / ours >= MEMORY_BOUND)


def _affordable() -> int:
    """How many reviews the lecture's one-hot rows have room for."""
    try:
        known = Path("/proc/meminfo").read_text(encoding="ascii")
        free = 1024 * int(known.split("MemAvailable:")[1].split()[0])
    except (OSError, IndexError, ValueError):  # nobody says
        return FEW
    if free >= NEEDED:
        return ALL
    room = int((0.7 * free - BYTES_ANYWAY) / BYTES_A_REVIEW)
    reviews = max(min(room, ALL) // 1000 * 1000, 1000)
    print(f"{free / 1e9:.1f} GB are free, {NEEDED / 1e9:g} are needed: one-hot rows of {reviews:,}")
    return reviews


def _lectures(name: str, reviews: int, folder: Path) -> Side | None:
    """The lecture's script; None if it was killed."""
    options = map(str, (name, reviews, EPOCHS, folder))
    code, events, errors = _run([sys.executable, "-c", LECTURE, *options], folder)
    if code == KILLED:
        return None
    if code:
        raise RuntimeError(f"the lecture's {name} ended with {code}: {errors}")
    return Side.of(events, events[-1][1]["peak"])


def _ours(name: str, reviews: int, folder: Path) -> Side:
    """What a user's shell does, and the window the same way."""
    train = [sys.executable, "-m", "engine", "train", name, "--out", str(folder)]
    options = map(str, ("--epochs", OUR_EPOCHS, "--limit", reviews))
    code, events, errors = _run([*train, *options], folder)
    if code:
        raise RuntimeError(f"the training of {name} ended with {code}: {errors}")
    record = json.loads(Path(events[-1][1]["record"]).read_text(encoding="utf-8"))
    peak = record["peak_memory_mb"]
    return Side.of(events, None if peak is None else peak * 1e6)


def _run(command: Sequence[str], folder: Path) -> tuple[int, list[tuple[float, Event]], str]:
    """Carry one side out: its exit code, its lines and when they came, its last errors."""
    events: list[tuple[float, Event]] = []
    with (
        (folder / "errors").open("w+", encoding="utf-8") as errors,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        events.extend((time.perf_counter(), json.loads(line)) for line in process.stdout)
        code = process.wait()
        errors.seek(0)
        return code, events, errors.read()[-2000:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
