"""What is explained, as a table and as arrays."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.explain.fading import felt_in
from engine.explain.memory import memory_of
from engine.explain.methods import explain
from gui.explain.export import write_explanation
from gui.explain.pages import PAGES
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow
from tests.gui.explain.conftest import Ask, wait
from tests.gui.explain.test_padding_page import sample


def write(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    services = window.services
    write_explanation(window, services.session, services.explaining, path, window.notice)
    qtbot.waitUntil(lambda: path.name in window.notice.text, timeout=20_000)


def test_arrays_hold_everything(window: MainWindow, ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    ask(methods=("ig", "occlusion"))  # not shown anywhere: computed as it is written
    write(window, tmp_path / "all.npz", qtbot)
    with np.load(tmp_path / "all.npz", allow_pickle=False) as found:
        arrays = dict(found)
    sequence = window.session.sequence
    assert sequence is not None
    assert arrays["words"].tolist() == list(sequence.steps)
    for pane in window.session.panes:
        name, trace = pane.network.name, pane.trace
        assert trace is not None
        for method in ("ig", "occlusion"):
            expected = explain(pane.network, trace.sequence, method)
            np.testing.assert_allclose(arrays[f"{name}/{method}"], expected.scores)
            assert arrays[f"{name}/{method}/answer"] == pytest.approx(expected.answer)
            assert expected.checks[0].name in arrays[f"{name}/{method}/check"][0]
        memory = memory_of(pane.network, trace.sequence, pane.layer)
        for key, norms in memory.state.items():
            np.testing.assert_allclose(arrays[f"{name}/memory/{key}"], norms)
        felt = felt_in(pane.network, trace.sequence, pane.layer)
        np.testing.assert_allclose(arrays[f"{name}/fading"], felt.norms)


def test_every_page_that_explains_has_its_numbers_too(
    window: MainWindow, ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    services, names = window.services, [pane.network.name for pane in window.session.panes]
    services.explaining.sample = sample
    kinds: dict[str, set[str]] = {}
    for page in PAGES:
        services.explaining.page = page.name
        wait(window, qtbot)
        assert window.pages.page is not None
        documents = window.pages.page.documents
        kinds[page.name] = set(documents)
        for suffix, (_, write_document) in documents.items():
            write_document(tmp_path / (page.name + suffix))
    none = {"attention": set[str]()}  # as these networks have none
    assert kinds == none | {"fading": {".npz"}, "states": {".csv", ".npz"}, "padding": {".csv"}}
    with np.load(tmp_path / "states.npz") as found:
        steps = window.session.steps
        assert [found[f"{name}/path"].shape for name in names] == [(steps, 2)] * 2
    with np.load(tmp_path / "fading.npz") as found:
        assert [found[f"{name}/fading"].shape for name in names] == [(steps, steps)] * 2
    section = window.drawers.open(EXPLAIN).deletion
    section._measure()
    wait(window, qtbot)
    write(window, tmp_path / "deletion.npz", qtbot)
    with np.load(tmp_path / "deletion.npz") as found:
        measured = section.answer(1).answers["gradxinput"]
        np.testing.assert_allclose(found[f"{names[1]}/deletion/gradxinput"], measured)


def test_a_table_has_a_row_a_step_and_says_what_it_has_no_room_for(
    window: MainWindow, ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(strip="attribution", methods=("gradxinput", "lrp"))
    write(window, tmp_path / "all.csv", qtbot)
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sequence = window.session.sequence
    assert sequence is not None
    assert [row["word"] for row in rows] == list(sequence.steps)
    assert [int(row["step"]) for row in rows] == list(range(1, len(sequence) + 1))
    for (place, method), bars in window.explain_strip.attribution.rows.items():
        name = window.session.panes[place].network.name
        column = [float(row[f"{name}/{method}"]) for row in rows]
        np.testing.assert_allclose(column, bars.values)
    assert "an NPZ has the fading maps" in window.notice.text


def test_what_cannot_be_explained_is_said_and_the_rest_is_written(
    window: MainWindow, ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(channel=3)
    write(window, tmp_path / "rest.npz", qtbot)
    assert "There is no class 4" in window.notice.text
    with np.load(tmp_path / "rest.npz") as found:
        assert "LSTM(8)/fading" in found
        assert "LSTM(8)/gradxinput" not in found


def test_a_folder_that_is_not_there_is_an_error(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    write(window, tmp_path / "nowhere" / "all.npz", qtbot)
    assert "cannot be written" in window.notice.text


def test_without_a_review_there_is_nothing(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(text="")
    window.commands.all["export_explanation"].trigger()
    assert "nothing to explain yet" in window.notice.text
    wait(window, qtbot)
