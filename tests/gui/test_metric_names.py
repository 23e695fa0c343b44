"""Keras calls accuracy by what people gave to ``metrics``; it is the same wherever it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.opening import open_network
from engine.training.lock import LOCK, Lock
from engine.training.status import Status
from gui.places import TRAIN
from gui.plots.metric_drawer import ShownRun
from gui.plots.metric_values import curve_of, finite, key_of, metrics_of, value_at
from gui.training.run_curves import RunCurves
from gui.training.run_header import RunHeader
from gui.training.run_rows import RunColumn, RunRow
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.run_folders import entry, make_run
from tests.gui.runs import foreign

NAMES = ("accuracy", "acc", "binary_accuracy", "sparse_categorical_accuracy")

each_name = pytest.mark.parametrize("name", NAMES)


def renamed(entry: dict[str, Any], name: str) -> dict[str, Any]:
    return {key.replace("accuracy", name): value for key, value in entry.items()}


@each_name
def test_a_run_shows_its_accuracy_in_every_place(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_window: MakeWindow,
    name: str,
) -> None:
    monkeypatch.setenv("GATESCOPE_RUNS", str(tmp_path / "runs"))
    path = tmp_path / "runs" / "run"
    path.mkdir(parents=True)
    lock = Lock(path / LOCK)
    assert lock.acquire()
    folder = make_run(path, epochs=3, state="running")
    folder.write_history(
        [renamed(each, name) for each in map(entry, (1, 2, 3))], list(folder.read().checkpoints)
    )
    logs = renamed({"loss": 0.51, "accuracy": 0.71}, name)
    folder.write_status(Status("running", epoch=4, batch=9, batches=300, updated=2.0, logs=logs))
    window = make_window(open_network(MODELS / "lstm.keras"))
    window.services.work_in_background()
    runs, watch = window.services.runs, window.services.watch

    qtbot.waitUntil(lambda: runs.find(path) is not None, timeout=10_000)
    watch.show(path, 0)
    qtbot.waitUntil(lambda: watch.shown(0) is not None, timeout=10_000)
    window.drawers.show_place(TRAIN.name)
    settle()
    assert "val accuracy 0.600" in " ".join(texts(window.epochs))
    assert "validation 0.600" in " ".join(texts(window.panes.views[0]))
    header = window.drawers.panel(TRAIN).findChildren(RunHeader)[0]
    assert "accuracy 0.71" in header._numbers.text()
    lock.release()


@each_name
def test_a_run_of_any_name_is_drawn_and_listed(qtbot: QtBot, name: str) -> None:
    run = foreign([renamed(entry(epoch), name) for epoch in (1, 2, 3)])
    row = RunRow(run, "finished", colour="#4477ee")
    assert row.text(RunColumn.VAL_ACCURACY) == "0.6000"
    assert metrics_of([run]) == ["accuracy"]
    assert curve_of(run, "val_accuracy")[1].tolist() == [0.6] * 3
    assert value_at(run, 2, "accuracy") == 0.5
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.show_runs([ShownRun(run, "#4477ee", focused=True)])
    assert curves.second == "accuracy"
    assert "validation 0.600" in curves.now[1].text()


def test_a_metric_beside_the_usual_one_stays_itself() -> None:
    run = foreign([{"loss": 0.6, "accuracy": 0.5, "acc": 0.4, "val_acc": 0.3, "my_acc": 0.2}])
    logs = run.history[0]
    assert finite(logs, "accuracy") == 0.5 and key_of(logs, "val_accuracy") == "val_acc"
    assert metrics_of([run]) == ["accuracy", "acc", "my_acc"]
    assert finite(logs, "acc") == 0.4 and finite(logs, "auc") is None
