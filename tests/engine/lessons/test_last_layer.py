"""The last layer that learns anew is Keras's Dense under Keras's RMSprop."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled
from engine.lessons.last_layer import LastStates, last_states, learn
from engine.library import MODELS
from engine.network.opening import open_network
from engine.progress import finish
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.sources.reference import SourceReference
from engine.training.data import encoding_of
from engine.training.preparation import prepare
from engine.training.recipes import RECIPES
from tests.forked_keras import said_by
from tests.forked_reading import ForkingProcess


def _never() -> bool:
    return False


def _states() -> LastStates:
    random = np.random.default_rng(3)
    rows, held_out = random.normal(size=(50, 4)), random.normal(size=(20, 4))
    weights = np.array([1.0, -2.0, 0.5, 0.0])
    return LastStates(
        rows, (rows @ weights > 0.3).astype(float), held_out, (held_out @ weights > 0).astype(float)
    )


KERAS = """
import json, sys
import numpy as np
from tensorflow import keras
given = json.load(sys.stdin)
x, y = np.array(given["x"], "float32"), np.array(given["y"], "float32")
layer = keras.layers.Dense(1, activation="sigmoid")
model = keras.Sequential([keras.layers.Input((x.shape[1],)), layer])
layer.set_weights([np.array(given["w"], "float32")[:, None], np.zeros(1, "float32")])
rmsprop = keras.optimizers.RMSprop(learning_rate=given["rate"])
model.compile(rmsprop, loss="binary_crossentropy", metrics=["accuracy"])
held_out = np.array(given["vx"], "float32"), np.array(given["vy"], "float32")
found = []
for order in given["orders"]:
    history = model.fit(x[order], y[order], batch_size=given["batch"], shuffle=False, verbose=0,
                        validation_data=held_out)
    found.append([history.history[name][0] for name in ("loss", "val_loss", "val_accuracy")])
print(json.dumps(found))
"""


@pytest.mark.tensorflow
@pytest.mark.slow
def test_it_learns_as_keras_does(forking_keras: ForkingProcess | None, tmp_path: Path) -> None:
    """The same weights at the beginning and the same order: the same losses, epoch by epoch."""
    states, random = _states(), np.random.default_rng(5)
    bound = np.sqrt(6 / 5)
    weights = random.uniform(-bound, bound, 4)
    orders = [random.permutation(50).tolist() for _ in range(4)]
    given = {
        "x": states.training.tolist(),
        "y": states.targets.tolist(),
        "vx": states.held_out.tolist(),
        "vy": states.held_out_targets.tolist(),
        "w": weights.tolist(),
        "orders": orders,
        "rate": 0.01,
        "batch": 16,
    }
    out = said_by(forking_keras, KERAS, cwd=tmp_path, given=json.dumps(given))
    keras = json.loads(out.splitlines()[-1])
    ours = [
        (each.loss, each.val_loss, each.val_accuracy)
        for each in learn(states, 0.01, 16, 4, 5, _never)
    ]
    np.testing.assert_allclose(ours, keras, rtol=2e-5)


def test_a_larger_rate_takes_larger_steps_and_one_that_is_too_large_jumps() -> None:
    slow, fast, wild = ([*learn(_states(), rate, 16, 30, 1, _never)] for rate in (1e-4, 0.05, 30.0))
    assert slow[0].loss - slow[-1].loss < 0.1 * (fast[0].loss - fast[-1].loss)
    rises = [b.loss > a.loss for a, b in pairwise(wild)]
    assert any(rises) and np.isfinite([each.val_loss for each in wild]).all()


def test_a_smaller_batch_makes_more_changes_an_epoch() -> None:
    small, whole = (next(iter(learn(_states(), 0.01, batch, 1, 1, _never))) for batch in (5, 50))
    assert small.val_loss < whole.val_loss


def test_the_states_are_those_of_the_replay(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    lines = [f"{'a good film ' * (n % 5 + 1)}{'not ' * (n % 3)},{n % 2}" for n in range(30)]
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    corpus, recipe = finish(SourceReference("table", str(path)).prepare(_never)), RECIPES["lstm"]
    prepared, network = prepare(corpus, recipe), open_network(MODELS / "lstm.keras")
    found = list(last_states(network, prepared, recipe, _never))
    counts = [count for count, _ in found]
    assert counts == sorted(counts) and counts[-1] == 30
    states = found[-1][1]
    assert states is not None and states.training.shape == (24, 8)
    numbers = prepared.held_out.tolist()
    assert states.held_out_targets.tolist() == [number % 2 for number in numbers]
    for place, number in enumerate(numbers):
        read = corpus.review(number, encoding_of(recipe))
        trace = replay(network, Sequence(read.inputs, read.steps, read.padding))
        np.testing.assert_allclose(
            states.held_out[place], trace.layers["lstm"].series["h"][-1], atol=1e-6
        )


def test_it_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        next(iter(learn(_states(), 0.01, 16, 4, 5, lambda: True)))
