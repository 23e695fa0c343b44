"""The lecture's first model: trained as in the lecture, without the array of 4 GB."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from engine.network.opening import open_network
from tests.engine.training.conftest import ROOT, Runner
from tests.forked_keras import said_by
from tests.forked_reading import ForkingProcess

MAX_BYTES = 1.3e9
"""Bytes; the lecture's script takes 23.0e9."""

AS_IN_THE_LECTURE = """
import json, sys
import numpy as np
from engine.training.keras_model import build, quiet_keras
from engine.training.recipes import RECIPES

keras = quiet_keras()
random = np.random.default_rng(0)
ids = random.integers(0, 500, (192, 100)).astype("int32")
ids[:, :30] = 0  # padding: to_categorical gives it a 1 in column 0
labels = random.integers(0, 2, 192).astype("float32")
weights = []
for ours in (True, False):
    keras.backend.clear_session()
    keras.utils.set_random_seed(42)
    lecture, trained = build(RECIPES["simple_rnn_one_hot"])
    model = trained if ours else lecture
    model.compile(optimizer=keras.optimizers.RMSprop(learning_rate=1e-4),
                  loss="binary_crossentropy", metrics=["accuracy"], jit_compile=ours)
    inputs = ids if ours else keras.utils.to_categorical(ids, 500)
    model.fit(inputs, labels, epochs=3, batch_size=64, shuffle=False, verbose=0)
    weights.append(lecture.get_weights())
gaps = [float(np.abs(a - b).max()) for a, b in zip(*weights)]
keras.utils.set_random_seed(42)
moved = [float(np.abs(a - b).max()) for a, b in zip(weights[0], build(
    RECIPES["simple_rnn_one_hot"])[0].get_weights())]
print(json.dumps({"gaps": gaps, "moved": moved, "shapes": [w.shape for w in weights[0]]}))
"""


def test_all_reviews_in_little_memory(train: Runner, tmp_path: Path) -> None:
    run = train(
        "simple_rnn_one_hot", "--out", tmp_path, "--epochs", 2, anew=True
    )  # XLA compiles it
    assert (run.code, run.errors) == (0, "")
    (start,) = run.of("start")
    assert (start["training"], start["held_out"]) == (20_000, 5_000)
    if sys.platform != "win32":
        assert 0.2e9 < run.peak <= MAX_BYTES
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    if record["peak_memory_mb"] is not None:
        assert record["peak_memory_mb"] * 1e6 <= MAX_BYTES

    network = open_network(tmp_path / "model.keras")
    assert [layer.kind for layer in network.layers] == ["SimpleRNN", "Dense"]
    assert (network.length, network.features, network.parameters) == (100, 500, 4_081)


def test_learns_what_the_lectures_own_script_learns(forking_keras: ForkingProcess | None) -> None:
    """Three epochs on ``to_categorical`` rows and three on ids give the same weights."""
    found = json.loads(said_by(forking_keras, AS_IN_THE_LECTURE, cwd=ROOT).splitlines()[-1])
    assert found["shapes"] == [[500, 8], [8, 8], [8], [8, 1], [1]]
    assert min(found["moved"]) > 1e-4
    assert max(found["gaps"]) < 1e-5
