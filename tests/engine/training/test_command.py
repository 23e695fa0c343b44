"""``python -m engine train`` as a script sees it: real training of a few hundred reviews."""

from __future__ import annotations

import json
import math
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.digest import digest_of
from engine.network.opening import open_network
from engine.progress import finish
from engine.training.data import Data, load
from engine.training.outline import outline
from engine.training.recipes import recipe_named
from tests.engine.training.conftest import ROOT, Runner, command
from tests.engine.training.measuring import measure
from tests.forked_keras import RUN_MODULE, ForkedKeras
from tests.forked_reading import ForkingProcess


@pytest.mark.parametrize("name", ["lstm_dropout", "two_lstm", "gru"])
def test_a_run(
    name: str,
    train: Runner,
    tmp_path: Path,
    prepared_reviews: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "new" / "run"
    run = train(name, "--out", out, "--epochs", 2, "--limit", 320, "--seed", 7)
    assert (run.code, run.errors) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["model.keras", "record.json"]

    (start,) = run.of("start")
    assert (start["training"], start["held_out"], start["seed"]) == (256, 64, 7)
    epochs = run.of("epoch")
    assert [epoch["epoch"] for epoch in epochs] == [1, 2]
    assert epochs[0]["best"] is True
    names = ("loss", "accuracy", "val_loss", "val_accuracy", "seconds")
    assert all(math.isfinite(epoch[name]) for epoch in epochs for name in names)
    (done,) = run.of("done")
    assert run.events[-1] == done

    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    assert record["sha256"] == digest_of(out / "model.keras")
    assert record["recipe"]["epochs"] == record["epochs"] == 2
    assert record["seed"] == 7
    assert set(record["versions"]) == {"python", "keras", "tensorflow", "numpy"}
    best = min(epochs, key=lambda epoch: epoch["val_loss"])
    assert record["best_epoch"] == done["best_epoch"] == best["epoch"]
    assert record["validation"] == {
        "loss": best["val_loss"],
        "accuracy": best["val_accuracy"],
        "reviews": 64,
    }

    network = open_network(out / "model.keras")
    assert network.parameters == record["parameters"] == outline(recipe_named(name)).total
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    data: Data = finish(load(recipe_named(name), limit=320))
    loss, accuracy = measure(network, data.held_out)
    assert loss == pytest.approx(record["validation"]["loss"], abs=1e-6)
    assert accuracy == pytest.approx(record["validation"]["accuracy"], abs=1e-6)


def test_the_same_seed_gives_the_same_history_and_ends_early(train: Runner, tmp_path: Path) -> None:
    """On 8 reviews it soon learns nothing that helps with 2 others; 3 epochs later it ends."""
    runs = [
        train("simple_rnn", "--out", tmp_path / name, "--limit", 10, "--seed", 1, anew=anew)
        for name, anew in (("one", True), ("two", False))
    ]
    histories = [[(epoch["loss"], epoch["val_loss"]) for epoch in run.of("epoch")] for run in runs]
    assert histories[0] == histories[1]
    (done,) = runs[0].of("done")
    assert done["stopped"] == "patience"
    assert done["epochs"] == done["best_epoch"] + 3 < 100
    assert [epoch["best"] for epoch in runs[0].of("epoch")][-3:] == [False] * 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lstn", "--out", "run"], "There is no recipe lstn"),
        (["lstm", "--out", "run", "--epochs", "0"], "epochs is 0"),
        (["lstm", "--out", "run", "--epochs", "many"], "invalid int value"),
        (["lstm", "--out", "run", "--seed", "-1"], "seed is -1"),
        (["lstm", "--out", "run", "--limit", "3"], "3 reviews are too few"),
        (["lstm", "--out", "file/run"], "cannot be written"),
        (["lstm"], "--out"),
    ],
)
def test_an_error_is_one_line(
    arguments: list[str], said: str, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = subprocess.run(
        command(*arguments),
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking")
def test_stopping_leaves_what_was_there(
    environment: dict[str, str], forking_keras: ForkingProcess, tmp_path: Path
) -> None:
    (tmp_path / "model.keras").write_bytes(b"of an earlier run")
    options = ("lstm", "--out", tmp_path, "--limit", 300, "--epochs", 100)
    code = RUN_MODULE.format("engine")
    child = ForkedKeras(forking_keras, code, "train", *options, cwd=ROOT, env=environment)
    for line in child.stdout:
        if json.loads(line)["event"] == "epoch":
            break
    child.send_signal(signal.SIGTERM)
    _, errors = child.communicate()
    assert child.wait(60) == 130
    assert errors == "gatescope: The training was stopped; nothing was written.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["model.keras"]
    assert (tmp_path / "model.keras").read_bytes() == b"of an earlier run"
