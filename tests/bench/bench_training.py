"""Training the lecture's models, against the lecture's own script.

The same model, reviews, batch and seed; the same weights to begin with, and, as the seed
gives Keras's shuffling too, the same order of batches.  Each side is a process of its own,
one after the other: the lecture's code as it stands there, and ``python -m engine train``.
Bounds: an epoch after the first, all that lies between it and the next included, at least
5 times as fast for one-hot rows and twice as fast for LSTM and GRU; 1/15 of the memory for
one-hot rows; a loss after three epochs that differs by at most 0.005.

The lecture's one-hot rows take 23 GB.  Where there are fewer to be had, both sides read
fewer reviews, and of memory nothing is said to hold or to be broken.
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

BOUNDS = (("simple_rnn_one_hot", 5.0), ("lstm", 2.0), ("gru", 2.0))
"""Recipes, and how many times as fast a later epoch is to be."""

MEMORY_BOUND = 15.0
LOSS_BOUND = 0.005

EPOCHS = 4
COMPARED = 3
"""The epoch whose training loss is compared."""

ALL = 25_000
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

from engine.text.progress import finish
from engine.training.data import load
from engine.training.network import build, quiet_keras
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

    @property
    def later(self) -> float:
        return statistics.median(self.seconds[1:])


def main() -> int:
    """Measure, print the tables, return 1 if a bound is broken."""
    from engine.text.progress import finish
    from engine.text.sources.imdb_package import ImdbReviews
    from engine.training.recipes import RECIPES

    finish(ImdbReviews().prepare())  # once on a machine, and neither side's work
    titles, pairs = [], []
    for name, _ in BOUNDS:
        reviews = _affordable() if RECIPES[name].embedding is None else ALL
        pair = _pair(name, reviews)
        if pair is None:
            reviews = ALL // 10
            print(f"{name}: the lecture's script was killed, for want of memory", flush=True)
            pair = _pair(name, reviews)
        if pair is None:
            raise RuntimeError(f"{name}: the lecture's script is killed even for {reviews} reviews")
        title = RECIPES[name].title
        titles.append(title if reviews == ALL else f"{title}, {reviews:,} reviews")
        pairs.append((*pair, reviews))
    return int(_tell(titles, pairs))


def _tell(titles: Sequence[str], pairs: Sequence[tuple[Side, Side, int]]) -> bool:
    """Print the tables; whether a bound is broken."""
    wide = max(map(len, titles)) + 2
    broken = False
    print(f"training on {ALL:,} reviews (4/5 of them learned from) x 100 words, batch 64,")
    print("the lecture's own script and Gatescope")
    print(f"  {'seconds of an epoch':<{wide}}{'script':>9}{'ours':>9}{'ratio':>9}{'bound':>9}")
    for title, (theirs, ours, _), (_, bound) in zip(titles, pairs, BOUNDS, strict=True):
        first = f"{theirs.seconds[0]:>9.1f}{ours.seconds[0]:>9.1f}"
        print(f"  {'first, from the start':<{wide}}{first}")
        ratio = theirs.later / ours.later
        broken |= ratio < bound
        mark = "" if ratio >= bound else "  BROKEN"
        later = f"{theirs.later:>9.2f}{ours.later:>9.2f}"
        print(f"  {title:<{wide}}{later}{ratio:>9.1f}{bound:>9g}{mark}")
    print(f"  {f'loss of epoch {COMPARED}':<{wide}}{'script':>9}{'ours':>9}{'gap':>9}{'bound':>9}")
    for title, (theirs, ours, _) in zip(titles, pairs, strict=True):
        losses = theirs.losses[COMPARED - 1], ours.losses[COMPARED - 1]
        gap = abs(losses[0] - losses[1])
        broken |= not gap <= LOSS_BOUND
        mark = "" if gap <= LOSS_BOUND else "  BROKEN"
        both = f"{losses[0]:>9.5f}{losses[1]:>9.5f}"
        print(f"  {title:<{wide}}{both}{gap:>9.0e}{LOSS_BOUND:>9g}{mark}")
    print(f"  {'peak memory, GB':<{wide}}{'script':>9}{'ours':>9}{'ratio':>9}{'bound':>9}")
    for title, (theirs, ours, reviews) in zip(titles, pairs, strict=True):
        if theirs.peak is None or ours.peak is None:
            print(f"  {title:<{wide}} not measured: nobody counts it here")
            continue
        ratio = theirs.peak / ours.peak
        figures = f"{theirs.peak / 1e9:>9.2f}{ours.peak / 1e9:>9.2f}{ratio:>9.1f}"
        print(f"  {title:<{wide}}{figures}", end="")
        if not title.startswith(titles[0]):
            print()  # the bound is that of one-hot rows
        elif reviews < ALL:
            print(f"{'-':>9}  bound not measured: needs {NEEDED / 1e9:g} GB free")
        else:
            broken |= ratio < MEMORY_BOUND
            print(f"{MEMORY_BOUND:>9g}{'' if ratio >= MEMORY_BOUND else '  BROKEN'}")
    return broken


def _affordable() -> int:
    """How many reviews the lecture's one-hot rows have room for."""
    try:
        known = Path("/proc/meminfo").read_text(encoding="ascii")
        free = 1024 * int(known.split("MemAvailable:")[1].split()[0])
    except (OSError, IndexError, ValueError):  # nobody says
        return ALL // 10
    if free >= NEEDED:
        return ALL
    room = int((0.7 * free - BYTES_ANYWAY) / BYTES_A_REVIEW)
    reviews = max(min(room, ALL) // 1000 * 1000, 1000)
    print(f"{free / 1e9:.1f} GB are free, {NEEDED / 1e9:g} are needed: one-hot rows of {reviews:,}")
    return reviews


def _pair(name: str, reviews: int) -> tuple[Side, Side] | None:
    """The lecture's script and ours; None if the former was killed."""
    with tempfile.TemporaryDirectory() as folder:
        options = map(str, (name, reviews, EPOCHS, folder))
        theirs = _run([sys.executable, "-c", LECTURE, *options], Path(folder))
        if theirs is None:
            return None
        train = [sys.executable, "-m", "engine", "train", name, "--out", folder]
        options = map(str, ("--epochs", EPOCHS, "--limit", reviews))
        ours = _run([*train, *options], Path(folder))
    if ours is None:
        raise RuntimeError(f"the training of {name} was killed")
    return theirs, ours


def _run(command: Sequence[str], folder: Path) -> Side | None:
    """Carry one side out, and take the time as its lines come; None if it was killed."""
    seconds: list[float] = []
    losses: list[float] = []
    done: dict[str, Any] = {}
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
        before = time.perf_counter()
        for line in process.stdout:
            now = time.perf_counter()
            event = json.loads(line)
            if event["event"] == "epoch":
                seconds.append(now - before)
                losses.append(event["loss"])
            elif event["event"] == "done":
                done = event
            before = now
        code = process.wait()
        if code == -getattr(signal, "SIGKILL", 9):
            return None
        if code or len(losses) < EPOCHS:
            errors.seek(0)
            raise RuntimeError(f"exit code {code}: {errors.read()[-2000:]}")
    peak = done.get("peak")
    if "record" in done:
        megabytes = json.loads(Path(done["record"]).read_text(encoding="utf-8"))["peak_memory_mb"]
        peak = None if megabytes is None else megabytes * 1e6
    return Side(seconds, losses, peak)


if __name__ == "__main__":
    sys.exit(main())
