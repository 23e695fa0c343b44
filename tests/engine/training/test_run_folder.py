"""Run folders: written whole, read defensively."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import RunError
from engine.training.checkpoints import Checkpoint, checkpoint_name, checkpoint_named, run_of
from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.run_folder import CONFIG, HISTORY, STATUS, RunFolder
from engine.training.status import Status

ENTRIES = [
    {"epoch": 1, "loss": 0.7, "val_loss": 0.69, "val_accuracy": 0.5, "seconds": 2.0},
    {"epoch": 2, "loss": 0.6, "val_loss": 0.61, "val_accuracy": 0.6, "seconds": 1.0},
    {"epoch": 3, "loss": 0.5, "val_loss": 0.64, "val_accuracy": 0.6, "seconds": 1.0},
]


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder.create(
        tmp_path / "run",
        "LSTM(8)",
        plan=Plan(RECIPES["lstm"], limit=300),
        epochs=100,
        layers=[("lstm (LSTM)", "(None, 8)", 800)],
        settings={"optimizer": "rmsprop"},
    )


def test_what_is_written_is_read(folder: RunFolder) -> None:
    kept = [Checkpoint(2, 100, checkpoint_name(2, 100), "b"), Checkpoint(1, 0, "x", "a")]
    kept[1] = Checkpoint(1, 0, checkpoint_name(1), "a")
    folder.write_history(ENTRIES, kept)
    status = Status("running", 4, 10, 75, "", {"loss": 0.5}, 1.5, 0.02, None, 12.0)
    folder.write_status(status)
    run = folder.read()
    assert (run.title, run.epochs, run.parameters) == ("LSTM(8)", 100, 800)
    assert run.plan == Plan(RECIPES["lstm"], limit=300)
    assert [dict(entry) for entry in run.history] == ENTRIES
    assert [(each.epoch, each.batch, each.sha256) for each in run.checkpoints] == [
        (1, 0, "a"),
        (2, 100, "b"),
    ]
    assert run.status == status
    assert run.best is not None
    assert run.best["epoch"] == 2
    assert run.seconds_left() == pytest.approx(65 * 0.02 + 96 * 1.5)
    assert not run.ended
    assert run_of(run.checkpoint_path(run.checkpoints[0])) == folder.path


def test_a_loss_that_is_no_number_is_never_the_best(folder: RunFolder) -> None:
    entries = [{"epoch": 1, "val_loss": math.nan}, {"epoch": 2, "val_loss": 0.9}]
    folder.write_history(entries, [])
    run = folder.read()
    assert math.isnan(run.history[0]["val_loss"])
    assert run.best is not None
    assert run.best["epoch"] == 2


def test_numbers_that_are_none_are_left_out(folder: RunFolder) -> None:
    content = f'{{"epochs": [{{"epoch": 1, "val_loss": {"9" * 400}, "loss": 0.5, "mae": "x"}}]}}'
    (folder.path / HISTORY).write_text(content, encoding="utf-8")
    run = folder.read()
    assert [dict(entry) for entry in run.history] == [
        {"epoch": 1, "loss": 0.5, "val_loss": math.inf}
    ]
    assert run.best is None


def test_renaming_keeps_everything_else(folder: RunFolder) -> None:
    before = folder.read()
    folder.amend(title="망각 게이트")
    after = folder.read()
    assert after.title == "망각 게이트"
    assert (after.plan, after.layers, after.created) == (
        before.plan,
        before.layers,
        before.created,
    )


def test_early_stopping_is_recognised(folder: RunFolder) -> None:
    later = [{"epoch": n, "val_loss": 0.7} for n in (4, 5)]
    folder.write_history([*ENTRIES, *later], [])
    folder.write_status(Status("finished"))
    assert folder.read().patience_ended
    folder.write_status(Status("stopped"))
    assert not folder.read().patience_ended


def test_a_run_is_not_written_over(folder: RunFolder) -> None:
    with pytest.raises(FileExistsError):
        RunFolder.create(folder.path, "another")
    assert folder.read().title == "LSTM(8)"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (CONFIG, None, "has no config.json"),
        (CONFIG, "{", "damaged: config.json"),
        (CONFIG, "[]", "damaged: config.json"),
        (CONFIG, '{"format": "keras"}', "of something else"),
        (CONFIG, '{"format": "gatescope run", "version": 2}', "newer Gatescope"),
        (CONFIG, '{"format": "gatescope run", "version": "1"}', "newer Gatescope"),
        (CONFIG, '{"format": "gatescope run", "version": 1, "plan": {"recipe": 3}}', "damaged"),
        (CONFIG, '{"format": "gatescope run", "version": 1, "plan": 7}', "damaged"),
        (HISTORY, "\x00\x00", "damaged: history.json"),
        (HISTORY, '{"epochs": [{"epoch": 2}]}', "epoch 1 is missing"),
        (HISTORY, '{"epochs": [7]}', "epoch 1 is missing"),
        (HISTORY, "[" * 100_000, "damaged: history.json"),
    ],
)
def test_a_damaged_folder_is_said_to_be_one(
    folder: RunFolder, name: str, content: str | None, said: str
) -> None:
    path = folder.path / name
    path.unlink(missing_ok=True)
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match=said):
        folder.read()


@pytest.mark.parametrize("content", ["", "nonsense", "[]", '{"state": "run'])
def test_a_status_that_is_cut_off_is_that_of_a_run_that_was_broken_off(
    folder: RunFolder, content: str
) -> None:
    (folder.path / STATUS).write_text(content, encoding="utf-8")
    run = folder.read()
    assert run.status.state == "running"
    assert not run.ended


def test_numbers_without_end(folder: RunFolder) -> None:
    path = folder.path / CONFIG
    config = json.loads(path.read_text(encoding="utf-8")) | {"plan": None}
    text = json.dumps(config).replace('"epochs": 100', f'"epochs": {"9" * 400}')
    path.write_text(text, encoding="utf-8")
    run = folder.read()
    assert (run.epochs, run.share, run.seconds_left()) == (0, 0.0, None)
    config["plan"] = Plan(RECIPES["lstm"]).as_dict()
    text = json.dumps(config).replace('"num_words": 500', f'"num_words": {"9" * 400}')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match="damaged"):
        folder.read()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes on Windows")
@pytest.mark.parametrize("name", [CONFIG, STATUS, HISTORY])
def test_a_pipe_is_not_waited_for(folder: RunFolder, name: str) -> None:
    (folder.path / name).unlink(missing_ok=True)
    os.mkfifo(folder.path / name)
    if name == STATUS:
        assert folder.read().status.state == "running"
        return
    with pytest.raises(RunError, match="it is no file"):
        folder.read()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device on Windows")
def test_a_device_is_not_read_for_ever(folder: RunFolder) -> None:
    (folder.path / HISTORY).symlink_to("/dev/zero")
    with pytest.raises(RunError, match="it is no file"):
        folder.read()


def test_checkpoints_stay_in_their_folder(folder: RunFolder) -> None:
    wrong = ["../../secret.keras", "/etc/passwd", "epoch-0001.h5", "epoch-1.keras", 7, None]
    content = {"epochs": [], "checkpoints": [[name, "x"] for name in wrong] + ["x", [1, 2, 3]]}
    (folder.path / HISTORY).write_text(json.dumps(content), encoding="utf-8")
    assert folder.read().checkpoints == ()


@given(
    st.dictionaries(
        st.sampled_from(
            ["state", "epoch", "batch", "batches", "what", "logs", "epoch_seconds", "error"]
        ),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
            ),
            max_leaves=6,
        ),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_any_status_is_read_as_far_as_it_makes_sense(
    folder: RunFolder, found: dict[str, Any]
) -> None:
    (folder.path / STATUS).write_text(json.dumps(found), encoding="utf-8")
    status = folder.read().status
    assert status.batch >= 0
    assert status.epoch_seconds is None or math.isfinite(status.epoch_seconds)
    assert all(isinstance(value, float) for value in status.logs.values())


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_checkpoint_names(epoch: int, batch: int) -> None:
    found = checkpoint_named(checkpoint_name(epoch, batch))
    assert found is not None
    assert (found.epoch, found.batch) == (epoch, batch)
