"""`RunRecorder` in people's own ``model.fit``: plain, resumed, on two devices, on a full disk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.digest import digest_of
from engine.network.opening import open_network
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.training.run_folder import RunFolder
from tests.engine.training.conftest import ROOT
from tests.forked_keras import said_by
from tests.forked_reading import ForkingProcess

HEAD = """
import json, os, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from engine.training import RunRecorder
out = sys.argv[1]
random = np.random.default_rng(0)
ids = random.integers(0, 60, (96, 12)).astype("int32")
labels = random.integers(0, 2, 96).astype("float32")

def model():
    keras.utils.set_random_seed(1)
    made = keras.Sequential([
        keras.Input((12,), dtype="int32"),
        keras.layers.Embedding(60, 4),
        keras.layers.GRU(5),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    made.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy",
                 metrics=["accuracy", "mae"], jit_compile=False)  # it is over sooner
    return made
"""


Script = Callable[..., str]


@pytest.fixture
def run(forking_keras: ForkingProcess | None) -> Script:
    """Runs a script that begins with `HEAD`; what it says."""

    def running(code: str, *arguments: object, cwd: Path = ROOT) -> str:
        return said_by(forking_keras, HEAD + code, *arguments, cwd=cwd)

    return running


def answers(path: Path, ids: list[list[int]]) -> list[float]:
    """The answer of a checkpoint by our own replay."""
    network = open_network(path)
    blank = ("",) * len(ids[0])
    padding = np.zeros(len(blank), bool)
    return [
        float(replay(network, Sequence(np.array(row, np.int32), blank, padding)).prediction[-1])
        for row in ids
    ]


def test_a_fit_of_ones_own(run: Script, tmp_path: Path) -> None:
    """History, checkpoints and the weights in them are those of the training."""
    said = run(
        """
kept = []
class Peek(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        kept.append([float(x) for x in self.model(ids[:4])[:, 0]])
recorder = RunRecorder(out, "mine", every=2)
history = model().fit(ids, labels, epochs=3, batch_size=16, verbose=0,
                      validation_data=(ids[:32], labels[:32]), callbacks=[recorder, Peek()])
print(json.dumps([history.history, kept, ids[:4].tolist(), str(recorder.folder)]))
""",
        tmp_path / "new" / "run",
    )
    history, kept, ids, folder = json.loads(said)
    assert Path(folder) == tmp_path / "new" / "run"
    found = RunFolder(Path(folder)).read()
    assert (found.title, found.epochs, found.plan) == ("mine", 3, None)
    assert found.status.state == "finished"
    assert found.settings == {"optimizer": "Adam", "learning_rate": pytest.approx(1e-3)}
    assert found.layers == (
        ("embedding (Embedding)", "(None, 12, 4)", 240),
        ("gru (GRU)", "(None, 5)", 165),
        ("dense (Dense)", "(None, 1)", 6),
    )
    for metric in ("loss", "accuracy", "mae", "val_loss", "val_accuracy", "val_mae"):
        assert [entry[metric] for entry in found.history] == history[metric]
    # Before the first batch, after two and four of six, and after every epoch.
    moments = [(each.epoch, each.batch) for each in found.checkpoints]
    assert moments[:4] == [(0, 0), (0, 2), (0, 4), (1, 0)]
    assert moments[-1] == (3, 0)
    assert len(moments) == 10
    by_epoch = {each.epoch: each for each in found.checkpoints if not each.batch}
    for epoch in (1, 2, 3):
        path = found.checkpoint_path(by_epoch[epoch])
        assert digest_of(path) == by_epoch[epoch].sha256
        assert answers(path, ids) == pytest.approx(kept[epoch - 1], abs=1e-6)
    assert kept[0] != kept[2]


def test_a_second_fit_has_a_folder_of_its_own_and_initial_epoch_goes_on(
    run: Script, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    said = run(
        """
made = model()
first = RunRecorder(out)
made.fit(ids, labels, epochs=2, verbose=0, callbacks=[first])
second = RunRecorder(out)
made.fit(ids, labels, epochs=1, verbose=0, callbacks=[second])
again = RunRecorder(out)
made.fit(ids, labels, initial_epoch=2, epochs=4, verbose=0, callbacks=[again])
print(json.dumps([str(each.folder) for each in (first, second, again)]))
""",
        out,
    )
    assert json.loads(said) == [str(out), str(tmp_path / "run-2"), str(out)]
    assert [entry["epoch"] for entry in RunFolder(out).read().history] == [1, 2, 3, 4]
    assert len(RunFolder(tmp_path / "run-2").read().history) == 1


def test_epochs_that_nobody_recorded(run: Script, tmp_path: Path) -> None:
    """A training that was begun elsewhere is a run all the same."""
    run(
        "model().fit(ids, labels, initial_epoch=2, epochs=4, verbose=0, "
        "callbacks=[RunRecorder(out)])",
        tmp_path / "run",
    )
    found = RunFolder(tmp_path / "run").read()
    assert [entry["epoch"] for entry in found.history] == [1, 2, 3, 4]
    assert ["loss" in entry for entry in found.history] == [False, False, True, True]
    assert found.best is not None
    assert found.best["epoch"] in (3, 4)


def test_two_devices(run: Script, tmp_path: Path) -> None:
    """Under MirroredStrategy with two logical CPUs the run is recorded once."""
    said = run(
        """
import tensorflow as tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
assert strategy.num_replicas_in_sync == 2
with strategy.scope():
    made = model()
history = made.fit(ids, labels, epochs=2, batch_size=16, verbose=0,
                   validation_data=(ids[:32], labels[:32]), callbacks=[RunRecorder(out)])
print(json.dumps([history.history, [float(x) for x in made.predict(ids[:4], verbose=0)[:, 0]],
                  ids[:4].tolist()]))
""",
        tmp_path / "run",
    )
    history, final, ids = json.loads(said.splitlines()[-1])
    found = RunFolder(tmp_path / "run").read()
    assert [entry["val_loss"] for entry in found.history] == history["val_loss"]
    assert [(each.epoch, each.batch) for each in found.checkpoints] == [(0, 0), (1, 0), (2, 0)]
    assert answers(found.checkpoint_path(found.checkpoints[-1]), ids) == pytest.approx(
        final, abs=1e-6
    )


def test_a_training_goes_on_where_nothing_can_be_recorded(run: Script, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    said = run(
        """
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    history = model().fit(ids, labels, epochs=2, verbose=0, callbacks=[RunRecorder(out)])
ours = [str(each.message) for each in caught if "RunRecorder" in str(each.message)]
print(json.dumps([len(history.history["loss"]), ours]))
""",
        tmp_path / "file" / "run",
    )
    epochs, warned = json.loads(said)
    assert epochs == 2
    assert len(warned) == 1
    assert "could not be written" in warned[0]


def test_a_script_that_is_interrupted_says_so(run: Script, tmp_path: Path) -> None:
    said = run(
        """
class Interrupt(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch == 1:
            raise KeyboardInterrupt
try:
    model().fit(ids, labels, epochs=9, verbose=0, callbacks=[RunRecorder(out), Interrupt()])
except KeyboardInterrupt:
    print("interrupted")
""",
        tmp_path / "run",
    )
    assert said.strip() == "interrupted"
    found = RunFolder(tmp_path / "run").read()
    assert found.status.state == "stopped"
    assert len(found.history) == 2


def test_one_checkpoint_that_fails_and_several_batches_at_once(run: Script, tmp_path: Path) -> None:
    """An epoch whose weights could not be kept was trained all the same."""
    said = run(
        """
import warnings
class Failing(RunRecorder):
    full = False
    def on_epoch_end(self, epoch, logs=None):
        self.full = epoch == 1
        super().on_epoch_end(epoch, logs)
        self.full = False
    def save_model(self, path):
        if self.full:
            raise OSError(28, "No space left on device")
        super().save_model(path)
made = model()
made.compile(optimizer="adam", loss="binary_crossentropy", steps_per_execution=4,
             jit_compile=False)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    made.fit(ids, labels, epochs=4, batch_size=8, verbose=0, callbacks=[Failing(out, every=3)])
print(len([1 for each in caught if "RunRecorder" in str(each.message)]))
""",
        tmp_path / "run",
    )
    assert said.strip() == "1"
    found = RunFolder(tmp_path / "run").read()
    assert [entry["epoch"] for entry in found.history] == [1, 2, 3, 4]
    assert all("loss" in entry for entry in found.history)
    whole = [each.epoch for each in found.checkpoints if not each.batch]
    assert whole == [0, 1, 3, 4]
    # Twelve batches, four at once: the third is behind after four, the sixth after eight.
    assert [each.batch for each in found.checkpoints if each.epoch == 2 and each.batch] == [4, 8]


def test_importing_it_imports_no_keras() -> None:
    code = (
        "import sys\nfrom engine.training import RunRecorder\n"
        "print([m for m in ('keras', 'tensorflow', 'PySide6', 'h5py') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_example_in_the_guide_runs(tmp_path: Path) -> None:
    """The ten lines that people are told to copy, as they stand in the guide."""
    guide = (ROOT / "docs" / "guide" / "en" / "training.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in guide.split("```python\n")[1:]]
    (code,) = [block for block in blocks if "RunRecorder" in block]
    assert len(code.strip().splitlines()) <= 10
    code = code.replace("path/to/gatescope", str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    (found,) = [path.parent for path in tmp_path.rglob("config.json")]
    loaded: Any = RunFolder(found).read()
    assert loaded.history
    assert loaded.status.state == "finished"
