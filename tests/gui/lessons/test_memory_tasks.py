"""The scores are measured now; on the adding problem the SimpleRNN forgets, as measured."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.library import LESSONS
from engine.network.opening import open_network
from engine.numbers.generated import adding
from engine.replay.replay import replay_batch
from engine.tasks.bundled import TaskModel
from engine.tasks.task import Task
from gui.lessons import memory_tasks
from gui.lessons.context import LessonContext
from gui.lessons.memory_tasks import CELLS, MemoryTasks
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.lessons.test_lessons import open_lessons

_scores: dict[object, memory_tasks.Score] = {}


@pytest.fixture
def picture(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MemoryTasks:
    """The picture once it is measured; what one test has measured the others do not again."""
    score = memory_tasks._score

    def once(context: LessonContext, task: Task, model: TaskModel, seed: int) -> memory_tasks.Score:
        key = model.path, seed, memory_tasks.COUNT
        if key not in _scores:
            _scores[key] = score(context, task, model, seed)
        return _scores[key]

    monkeypatch.setattr(memory_tasks, "COUNT", 60)
    panel = open_lessons(window)
    with monkeypatch.context() as patched:  # what a test goes on to measure is measured
        patched.setattr(memory_tasks, "_score", once)
        panel.show_lesson("04-rnn-against-lstm")
        settle()
        shown = panel.view.picture
        assert isinstance(shown, MemoryTasks)
        qtbot.waitUntil(lambda: "adding" in shown.measured, timeout=30_000)
    return shown


def test_the_scores_are_those_of_sequences_drawn_now(picture: MemoryTasks) -> None:
    """One of them computed by hand."""
    found = {(each.cell, each.length): each for each in picture.measured["adding"]}
    assert {cell for cell, _ in found} == set(CELLS)
    table = adding(20, 60, picture.seed)
    assert table.answers is not None
    network = open_network(LESSONS / "adding_lstm_20.keras")
    trace = replay_batch(network, table.values.reshape(60, 20, 2).astype(np.float32))
    errors = (trace.prediction[:, -1] - table.answers) ** 2
    assert found["LSTM", 20].value == pytest.approx(float(errors.mean()), rel=1e-4)
    assert found["LSTM", 20].baseline == pytest.approx(1 / 6)
    assert f"{found['LSTM', 20].value:.4f}" in picture.said.text()
    assert "60 new sequences" in picture.said.text()


def test_each_point_is_drawn_as_soon_as_it_is_measured(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where measuring is slow the lesson says how far it is, and is not empty."""
    may_go, score = threading.Event(), memory_tasks._score
    counted: list[object] = []

    def slow(*given: Any) -> memory_tasks.Score:
        counted.append(given)
        if len(counted) > 2:
            may_go.wait(20)
        return score(*given)

    monkeypatch.setattr(memory_tasks, "COUNT", 60)
    monkeypatch.setattr(memory_tasks, "_score", slow)
    panel = open_lessons(window)
    panel.show_lesson("04-rnn-against-lstm")
    shown = panel.view.picture
    assert isinstance(shown, MemoryTasks)
    try:
        qtbot.waitUntil(lambda: "LSTM — T 20" in shown.said.text().replace("\u00a0", " "))
        assert shown.waiting.isVisible() and not shown.measured
        assert "GRU" not in shown.said.text()
        assert len(shown._curves["LSTM"].getData()[0]) == 1
        assert shown.plot.getAxis("left").style["showValues"]
    finally:
        may_go.set()
    qtbot.waitUntil(lambda: "adding" in shown.measured, timeout=30_000)
    assert len(shown._curves["LSTM"].getData()[0]) == 3 and not shown.waiting.isVisible()


def test_the_longer_the_row_the_less_the_simple_rnn_keeps(picture: MemoryTasks) -> None:
    """As the lesson's text says."""
    found = {(each.cell, each.length): each.value for each in picture.measured["adding"]}
    assert found["SimpleRNN", 20] < found["SimpleRNN", 50] < found["SimpleRNN", 100]
    assert found["SimpleRNN", 100] > 0.1
    assert max(found["LSTM", 100], found["GRU", 100]) < 0.01


def test_other_sequences_and_the_other_task(picture: MemoryTasks, qtbot: QtBot) -> None:
    before = picture.measured["adding"]
    QTest.mouseClick(picture.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "adding" in picture.measured, timeout=30_000)
    assert [e.value for e in picture.measured["adding"]] != [e.value for e in before]
    QTest.mouseClick(picture.tabs.buttons["copying"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "copying" in picture.measured, timeout=30_000)
    for each in picture.measured["copying"]:
        assert each.baseline == pytest.approx(10 * np.log(8) / (each.length + 20))


def test_a_step_of_the_review_measures_nothing_anew(
    picture: MemoryTasks, window: MainWindow
) -> None:
    """Nor does one after it was given up."""
    before = picture.measured["adding"]
    for step in range(5):
        window.session.step = step
    assert picture.measured["adding"] is before and not picture._work.is_busy
    picture.measured.clear()  # as if it had been given up
    window.session.choose_unit(0, 1)
    settle()
    assert not picture._work.is_busy and not picture.measured


@pytest.mark.parametrize("height", [200, 500])
def test_no_two_numbers_of_an_axis_lie_over_each_other(
    picture: MemoryTasks, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[list[tuple[QRectF, str]]] = []
    draw = pg.AxisItem.drawPicture

    def note(
        axis: pg.AxisItem, painter: QPainter, line: object, ticks: object, texts: list
    ) -> None:
        if axis.orientation == "left":
            written.append([(rect, text) for rect, _, text in texts])
        draw(axis, painter, line, ticks, texts)

    monkeypatch.setattr(pg.AxisItem, "drawPicture", note)
    picture.plot.setFixedHeight(height)
    settle()
    picture.plot.grab()
    texts = written[-1]
    assert {"0.1", "0.01"} <= {text for _, text in texts}
    for at, (one, _) in enumerate(texts):
        for other, _ in texts[at + 1 :]:
            assert not one.intersects(other), texts


def test_what_is_given_up_leaves_no_numbers_on_empty_axes(
    picture: MemoryTasks, qtbot: QtBot
) -> None:
    QTest.mouseClick(picture.again, Qt.MouseButton.LeftButton)
    assert picture.plot.getAxis("left").style["showValues"] == bool(_points(picture))
    qtbot.waitUntil(picture.waiting.isVisible)
    assert picture.plot.getAxis("left").style["showValues"] == bool(_points(picture))
    QTest.mouseClick(picture.waiting.cancel, Qt.MouseButton.LeftButton)
    assert not picture.waiting.isVisible() and "Nothing is measured" in picture.said.text()
    assert not picture.plot.getAxis("left").style["showValues"] and not _points(picture)
    QTest.mouseClick(picture.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "adding" in picture.measured, timeout=30_000)
    assert picture.plot.getAxis("left").style["showValues"]
    assert "Nothing is measured" not in picture.said.text()


def _points(picture: MemoryTasks) -> int:
    drawn = (curve.getData()[0] for curve in (*picture._curves.values(), picture._baseline))
    return sum(0 if x is None else len(x) for x in drawn)
