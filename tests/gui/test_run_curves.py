"""The curves of runs: what is drawn is what the histories say."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.training.plan import Plan
from engine.training.recipes import RECIPES
from engine.training.status import Status
from gui.look.dressing import apply_theme
from gui.look.numbers_text import tick_text
from gui.look.theme import theme
from gui.plots.metric_plot import Curve, MetricPlot
from gui.plots.ticks import epoch_ticks, nice_epochs, nice_range
from gui.training.run_curves import RunCurves, ShownRun
from gui.training.run_end import explain_end, fill
from tests.gui.conftest import (
    click,
    drag,
    drawn_texts,
    hover,
    is_near,
    on_screen,
    pixels,
    plain,
    settle,
)
from tests.gui.runs import RUNS, Marked, a_run, foreign, history_of, running

RED, BLUE, GREEN = "#ee4433", "#4477ee", "#33bb66"


@pytest.fixture
def curves(qtbot: QtBot) -> Iterator[RunCurves]:
    view = RunCurves()
    view.resize(380, 420)
    with qtbot.waitExposed(view):
        view.show()
    yield view
    view.close()
    view.deleteLater()
    settle()


def shown(*names: str, focus: int = 0) -> list[ShownRun]:
    return [
        ShownRun(a_run(name), (RED, BLUE, GREEN)[nth], focused=nth == focus)
        for nth, name in enumerate(names)
    ]


def line(plot: MetricPlot, colour: str, *, validation: bool) -> Curve:
    """The one line of a run, training's or validation's."""
    (found,) = (
        each for each in plot.curves if each.colour == colour and each.validation == validation
    )
    return found


def marks(plot: MetricPlot, kind: str) -> list[tuple[str, float, float]]:
    return [(dot.colour, dot.epoch, dot.value) for dot in plot.dots if dot.kind == kind]


def spot(plot: MetricPlot, epoch: float) -> QPointF:
    return QPointF(plot.x_of(epoch), plot.viewport().height() / 2)


# -- what is drawn -------------------------------------------------------------------------------


def test_the_lines_are_the_history(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    history = history_of("lstm")
    for plot, metric in ((curves.loss, "loss"), (curves.other, "accuracy")):
        assert len(plot.curves) == 2
        for nth, key in enumerate((metric, f"val_{metric}")):
            x, y = plot.items_[nth].getData()
            np.testing.assert_array_equal(x, [entry["epoch"] for entry in history])
            np.testing.assert_array_equal(y, [entry[key] for entry in history])


def test_training_is_dashed_and_thin_validation_solid(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    training, validation = (item.opts["pen"] for item in curves.loss.items_)
    assert training.style() == Qt.PenStyle.CustomDashLine
    assert validation.style() == Qt.PenStyle.SolidLine
    assert training.widthF() < validation.widthF()
    assert training.color().name() == validation.color().name() == RED


def test_runs_lie_above_each_other_the_focused_above_all(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm", "gru", "simple_rnn", focus=1))
    assert [curve.colour for curve in curves.loss.curves] == [RED, RED, GREEN, GREEN, BLUE, BLUE]
    assert [item.isVisible() for item in curves.loss.items_] == [True] * 6
    for name, colour in (("lstm", RED), ("gru", BLUE), ("simple_rnn", GREEN)):
        found = line(curves.other, colour, validation=True)
        assert found.values.tolist() == [entry["val_accuracy"] for entry in history_of(name)]
    # A run that is no longer shown leaves no line.
    curves.show_runs(shown("lstm"))
    assert [item.isVisible() for item in curves.loss.items_] == [True] * 2 + [False] * 4


def test_the_lines_are_where_their_values_are(curves: RunCurves) -> None:
    """The pixels of the validation loss have its colour at its epochs."""
    curves.show_runs(shown("lstm"))
    picture = is_near(pixels(curves.loss), RED, off=60)
    for entry in history_of("lstm")[3:80:7]:
        x = round(curves.loss.x_of(entry["epoch"]))
        y = round(curves.loss.y_of(entry["val_loss"]))
        assert picture[y - 2 : y + 3, x - 1 : x + 2].any(), entry["epoch"]
    rect = curves.loss.plot_rect()
    assert not picture[: int(rect.top()) - 5].any()


def test_the_best_epoch_has_a_ring_and_the_focused_runs_a_line(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm", "simple_rnn", focus=1))
    lstm, rnn = history_of("lstm")[85], history_of("simple_rnn")[25]
    for plot, key in ((curves.loss, "val_loss"), (curves.other, "val_accuracy")):
        assert marks(plot, "best") == [(RED, 86, lstm[key]), (BLUE, 26, rnn[key])]
        assert plot.best == (26, BLUE)
    assert lstm["val_loss"] == min(entry["val_loss"] for entry in history_of("lstm"))


def test_the_epoch_under_way_is_a_dot_at_its_fraction(curves: RunCurves) -> None:
    run = running("lstm", epochs=11, part=0.25, loss=0.61, accuracy=0.72)
    curves.show_runs([ShownRun(run, RED, focused=True)])
    assert marks(curves.loss, "running") == [(RED, 11.25, 0.61)]
    assert marks(curves.other, "running") == [(RED, 11.25, 0.72)]
    (dot,) = (dot for dot in curves.loss.dots if dot.kind == "running")
    assert dot.since == (11, run.history[10]["loss"])
    # It is filled: a ring is the best epoch.
    for at, filled in (((11.25, 0.61), True), ((11, run.history[10]["val_loss"]), False)):
        x, y = round(curves.loss.x_of(at[0])), round(curves.loss.y_of(at[1]))
        assert is_near(pixels(curves.loss)[y, x], RED, off=60) == filled
    # When the epoch has ended its values are in the history, and the dot is gone.
    done = a_run("lstm", epochs=12, status=replace(run.status, batch=300))
    curves.show_runs([ShownRun(done, RED, focused=True)])
    assert marks(curves.loss, "running") == []
    assert len(curves.loss.curves[0].values) == 12


def test_the_very_first_batches_are_a_dot(curves: RunCurves) -> None:
    run = running("lstm", epochs=0, part=0.5, loss=0.693, accuracy=0.5)
    curves.show_runs([ShownRun(run, RED, focused=True)])
    assert marks(curves.loss, "running") == [(RED, 0.5, 0.693)]
    assert curves.loss.curves == ()
    one = running("lstm", epochs=1, part=0.0, loss=0.69)
    curves.show_runs([ShownRun(one, RED, focused=True)])
    entry = history_of("lstm")[0]
    points = [(RED, 1, entry["loss"]), (RED, 1, entry["val_loss"])]
    assert marks(curves.loss, "point") == points


def test_a_loss_that_is_no_number_leaves_a_gap(curves: RunCurves) -> None:
    values = [0.9, 0.8, math.nan, 0.7, math.inf, 1e30]
    run = foreign([{"loss": value, "accuracy": 0.5} for value in values])
    curves.show_runs([ShownRun(run, RED, focused=True)])
    pixels(curves)  # painting it raises nothing
    drawn = curves.loss.items_[0].getData()[1]
    assert np.isnan(drawn).tolist() == [False, False, True, False, True, False]
    assert math.isfinite(curves.loss.axes.low) and math.isfinite(curves.loss.axes.high)
    all_lost = foreign([{"loss": math.nan, "accuracy": math.nan}] * 3)
    curves.show_runs([ShownRun(all_lost, RED, focused=True)])
    pixels(curves)
    assert marks(curves.loss, "best") == []
    assert "NaN" in plain(curves.now[0])


def test_nothing_is_drawn_anew_where_nothing_changed(
    curves: RunCurves, monkeypatch: pytest.MonkeyPatch
) -> None:
    curves.show_runs([*shown("lstm"), ShownRun(running("gru", 5), BLUE)])
    drawn: list[str] = []
    draw = MetricPlot._draw

    def counting(plot: MetricPlot, item: object, curve: Curve) -> None:
        drawn.append(curve.colour)
        draw(plot, item, curve)

    monkeypatch.setattr(MetricPlot, "_draw", counting)
    curves.show_runs([*shown("lstm"), ShownRun(running("gru", 5), BLUE)])
    assert drawn == []
    curves.show_runs([*shown("lstm"), ShownRun(running("gru", 5, 0.8), BLUE)])
    assert drawn == []  # only the dot moved
    assert marks(curves.loss, "running")[0][1] == 5.8
    curves.show_runs([*shown("lstm"), ShownRun(running("gru", 6), BLUE)])
    assert drawn == [BLUE] * 4


# -- axes ----------------------------------------------------------------------------------------


def test_the_axis_of_epochs_is_shared_and_five_at_least(curves: RunCurves) -> None:
    curves.show_runs([ShownRun(running("lstm", 1), RED)])
    assert curves.loss.axes.epochs == curves.other.axes.epochs == 5
    curves.show_runs(shown("simple_rnn", "lstm"))
    assert curves.loss.axes.epochs == curves.other.axes.epochs == 89
    (low, high), _ = curves.loss.box.viewRange()
    assert (low, high) == (0, 89)


def test_the_axis_runs_ahead_of_a_training(curves: RunCurves) -> None:
    ends = []
    for epochs in range(4, 31):
        curves.show_runs([ShownRun(running("gru", epochs), RED)])
        ends.append(curves.loss.axes.epochs)
    assert ends == sorted(ends)
    assert len(set(ends)) <= 7
    short = replace(running("gru", 11), epochs=12)
    curves.show_runs([ShownRun(short, RED)])
    assert curves.loss.axes.epochs == 12


def test_the_upright_axis_seldom_moves_while_the_runs_are_the_same(curves: RunCurves) -> None:
    seen = []
    for epochs in range(1, 60):
        for part in (0.2, 0.6):
            run = running("gru", epochs, part, loss=0.4 + 0.3 / epochs + part / 100)
            curves.show_runs([ShownRun(run, RED)])
            axes = curves.loss.axes
            values = [value for curve in curves.loss.curves for value in curve.values]
            assert axes.low <= min(values) and axes.high >= max(values)
            if axes not in seen:
                seen.append(axes)
    assert len({(axes.low, axes.high) for axes in seen}) <= 8
    # A dot that has gone leaves the axis as it was; other runs have another one.
    high = running("gru", 59, loss=3.0)
    curves.show_runs([ShownRun(high, RED)])
    axes = curves.loss.axes
    assert axes.high >= 3
    curves.show_runs([ShownRun(running("gru", 60), RED)])
    assert (curves.loss.axes.low, curves.loss.axes.high) == (axes.low, axes.high)
    curves.show_runs([ShownRun(a_run("lstm", epochs=2), RED)])
    assert curves.loss.axes.high < 1


@pytest.mark.parametrize(
    ("low", "high"),
    [(0.39, 0.7), (0.5, 0.83), (0.0, 0.0), (0.693, 0.6931), (2e-7, 9e-7), (-5, 1e9), (0.2, 1.0)],
)
def test_ranges_are_round_and_hold_the_values(low: float, high: float) -> None:
    first, last, ticks = nice_range(low, high)
    room = 1e-5 * (last - first)
    assert first - room <= low and high <= last + room
    assert 2 <= len(ticks) <= 6
    steps = np.diff(ticks)
    assert np.allclose(steps, steps[0])
    assert f"{steps[0]:.0e}"[0] in "125"
    texts = [tick_text(tick, steps[0]) for tick in ticks]
    assert len(set(texts)) == len(texts)


def test_the_numbers_of_the_axes(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    assert tick_text(0.30000000000000004, 0.1) == "0.3"
    assert tick_text(-0.25, 0.05) == "\N{MINUS SIGN}0.25"
    assert tick_text(40, 20) == "40"
    assert epoch_ticks(89, 320) == [0, 10, 20, 30, 40, 50, 60, 70, 80]
    assert epoch_ticks(5, 320) == [0, 1, 2, 3, 4, 5]
    assert nice_epochs(130) == 150
    texts = drawn_texts(curves.other.viewport())
    assert {"0", "20", "80", "0.6", "0.7", "0.8", "epoch"} <= set(texts)
    assert "20" not in drawn_texts(curves.loss.viewport())


# -- other metrics -------------------------------------------------------------------------------


def test_other_metrics_take_the_second_plot(curves: RunCurves) -> None:
    entries = [
        {"loss": 3 / k, "mae": 1 / k, "rmse": 2 / k, "learning_rate": 0.1} for k in range(1, 9)
    ]
    curves.show_runs([ShownRun(foreign(entries), RED, focused=True)])
    names = [curves.choice.itemText(nth) for nth in range(curves.choice.count())]
    assert names == ["mae", "rmse", "learning_rate"]
    assert curves.choice.isVisible()
    assert curves.other.curves[0].values.tolist() == [entry["mae"] for entry in entries]
    curves.choice.setCurrentIndex(1)
    curves.choice.activated.emit(1)
    assert curves.other.curves[0].values.tolist() == [entry["rmse"] for entry in entries]
    # It stays so while the run grows.
    longer = foreign([*entries, {"loss": 0.1, "mae": 0.2, "rmse": 0.3, "learning_rate": 0.1}])
    curves.show_runs([ShownRun(longer, RED, focused=True)])
    assert curves.choice.currentText() == "rmse"
    assert curves.other.curves[0].values[-1] == 0.3


def test_accuracy_comes_first_and_alone_needs_no_choice(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    assert not curves.choice.isVisible()
    both = foreign([{"loss": 1.0, "auc": 0.6, "accuracy": 0.5}] * 3)
    curves.show_runs([ShownRun(both, RED, focused=True)])
    assert curves.choice.currentText() == "accuracy"
    only_loss = foreign([{"loss": 1.0}, {"loss": 0.5}])
    curves.show_runs([ShownRun(only_loss, RED, focused=True)])
    assert not curves.other.isVisible()
    assert curves.loss.isVisible()


# -- words ---------------------------------------------------------------------------------------


def test_the_legend_names_the_runs_in_their_colours(curves: RunCurves) -> None:
    odd = replace(a_run("lstm"), title="<b>mine</b> & yours")
    curves.show_runs([ShownRun(odd, RED), *shown("gru", "simple_rnn")[1:]])
    text = plain(curves.legend)
    assert "<b>mine</b> & yours" in text
    assert "SimpleRNN(8)" in text
    assert curves.legend.text().index(RED) < curves.legend.text().index(BLUE)
    many = [ShownRun(replace(a_run("gru"), path=RUNS / str(nth)), RED) for nth in range(11)]
    curves.show_runs(many)
    assert "and 3 more" in plain(curves.legend)


def test_the_empty_place_invites(curves: RunCurves) -> None:
    assert curves.empty.isVisible()
    assert curves.empty.text() == "Train a model to see its curves."
    curves.show_runs([], others=True)
    assert curves.empty.text() == "Tick a run to see its curves."
    waiting = a_run("lstm", epochs=0, status=Status(state="queued"))
    curves.show_runs([ShownRun(waiting, RED, focused=True)])
    assert curves.empty.text() == "The curves begin with the first batches."
    curves.show_runs([ShownRun(waiting, RED), ShownRun(replace(waiting), BLUE)])
    assert curves.empty.text() == "The curves begin with the first batches."
    curves.show_runs(shown("lstm"))
    assert not curves.empty.isVisible()


def test_no_curve_is_promised_of_a_run_that_has_ended(curves: RunCurves) -> None:
    begun = Status(state="running", epoch=1, batch=3, batches=300, logs={"loss": 0.7})
    stopped = a_run("lstm", epochs=0, status=Status(state="stopped"))
    broken = a_run("gru", epochs=0, status=begun)
    for run, state, words in (
        (stopped, "stopped", "Stopped by you before the first epoch had ended."),
        (broken, "interrupted", explain_end(broken, "interrupted")),
        (broken, "silent", "Nothing has been heard of it for a while."),
    ):
        curves.show_runs([ShownRun(run, RED, focused=True, state=state)])
        assert curves.empty.isVisible()
        assert curves.empty.text() == words
    curves.show_runs([ShownRun(stopped, RED), ShownRun(broken, BLUE, state="interrupted")])
    assert curves.empty.text() == "No epoch has ended, so there is no curve."
    curves.show_runs([ShownRun(broken, RED, focused=True, state="running")])
    assert not curves.empty.isVisible()


@pytest.mark.parametrize("state", ["interrupted", "silent"])
def test_a_run_that_was_broken_off_has_no_epoch_under_way(curves: RunCurves, state: str) -> None:
    run = running("lstm", epochs=11)
    curves.show_runs([ShownRun(run, RED, focused=True, state=state)])
    assert marks(curves.loss, "running") == marks(curves.other, "running") == []
    assert len(marks(curves.loss, "best")) == 1
    assert curves.loss.axes.epochs == 11
    assert curves.end.text() == explain_end(run, state)
    assert curves.end.isVisible()
    curves.show_runs([ShownRun(run, RED, focused=True, state="running")])
    assert len(marks(curves.loss, "running")) == 1
    assert not curves.end.isVisible()


def test_the_values_of_the_focused_run_are_said(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm", "gru"))
    assert plain(curves.now[0]) == "epoch 89:  training 0.389  validation 0.423"
    curves.show_epoch(40)
    entry = history_of("lstm")[39]
    expected = (
        f"epoch 40:  training {entry['accuracy']:.3f}  validation {entry['val_accuracy']:.3f}"
    )
    assert plain(curves.now[1]) == expected
    assert curves.other.accessibleDescription() == expected


def test_the_tool_tip_has_all_runs_at_that_epoch(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm", "simple_rnn"))
    hover(curves.loss.viewport(), spot(curves.loss, 20))
    tip = re.sub(r"<[^>]+>|&nbsp;", " ", QToolTip.text())
    for name in ("lstm", "simple_rnn"):
        entry = history_of(name)[19]
        for key in ("loss", "val_loss", "accuracy", "val_accuracy"):
            assert f"{entry[key]:.4f}" in tip, (name, key)
    assert "epoch 20" in tip
    assert curves.loss.hover == curves.other.hover == 20
    # Where only the longer run goes on, only it is named.
    hover(curves.other.viewport(), spot(curves.other, 60))
    assert "LSTM(8)" in QToolTip.text()
    assert "SimpleRNN" not in QToolTip.text()
    QApplication.sendEvent(curves.other, QEvent(QEvent.Type.Leave))
    assert curves.loss.hover is curves.other.hover is None


# -- the user's hand -----------------------------------------------------------------------------


def test_a_click_asks_for_the_epoch_there(qtbot: QtBot, curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    asked: list[int] = []
    curves.epoch_asked.connect(asked.append)
    click(curves.loss.viewport(), spot(curves.loss, 26.2))
    click(curves.other.viewport(), spot(curves.other, 86))
    assert asked == [26, 86]
    click(curves.loss.viewport(), QPointF(1, 20))
    click(curves.loss.viewport(), QPointF(curves.loss.viewport().width() - 1, 20))
    assert asked[2:] == [0, 89]


def test_a_drag_asks_for_each_epoch_once(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    asked: list[int] = []
    curves.epoch_asked.connect(asked.append)
    way = [spot(curves.other, epoch) for epoch in (10, 10.1, 12, 12.3, 11)]
    for _ in drag(curves.other.viewport(), *way):
        pass
    assert asked == [10, 12, 11]


def test_only_epochs_of_the_focused_run_can_be_asked_for(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm", "simple_rnn", focus=1))
    asked: list[int] = []
    curves.epoch_asked.connect(asked.append)
    click(curves.loss.viewport(), spot(curves.loss, 70))
    assert asked == [29]


def test_the_keys_go_from_epoch_to_epoch(curves: RunCurves) -> None:
    curves.show_runs(shown("simple_rnn"))
    curves.epoch_asked.connect(curves.show_epoch)
    asked: list[int] = []
    curves.epoch_asked.connect(asked.append)
    curves.loss.setFocus(Qt.FocusReason.TabFocusReason)
    keys = Qt.Key
    for key in (keys.Key_Home, keys.Key_Left, keys.Key_Right, keys.Key_End, keys.Key_Right):
        QTest.keyClick(curves.loss, key)
    assert asked == [0, 0, 1, 29, 29]
    curves.show_epoch(4.5)
    QTest.keyClick(curves.loss, keys.Key_Left)
    assert asked[-1] == 4


def test_the_mark_of_the_keys_is_calm(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    before = pixels(curves.loss)
    curves.loss.setFocus(Qt.FocusReason.TabFocusReason)
    after = pixels(curves.loss)
    other = (before != after).any(axis=2)
    assert other[:, 40:46].sum(axis=1).max() <= 6
    assert np.flatnonzero(other[20:40, 30:60].all(axis=0)).size == 1  # one pixel wide
    assert not is_near(after, theme().accent)[:, 40:46].any()
    curves.loss.clearFocus()
    assert (pixels(curves.loss) == before).all()


def test_the_window_s_shortcuts_leave_the_keys_to_the_curves(qtbot: QtBot) -> None:
    """Left and Right are the window's for steps of the replay."""
    window = QWidget()
    column = QVBoxLayout(window)
    curves, above = RunCurves(), QPushButton("above")
    column.addWidget(above)
    column.addWidget(curves)
    won: list[str] = []
    for name in ("Left", "Right", "Home", "End", "Ctrl+Left"):
        action = QAction(window)
        action.setShortcut(QKeySequence(name))
        action.triggered.connect(lambda checked, name=name: won.append(name))
        window.addAction(action)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    curves.show_runs(shown("simple_rnn"))
    curves.epoch_asked.connect(curves.show_epoch)
    asked: list[int] = []
    curves.epoch_asked.connect(asked.append)
    keys = Qt.Key
    handle = window.windowHandle()
    click(curves.other.viewport(), spot(curves.other, 12))
    curves.other.setFocus(Qt.FocusReason.MouseFocusReason)
    for key in (keys.Key_Left, keys.Key_Right, keys.Key_Right, keys.Key_Home, keys.Key_End):
        QTest.keyClick(handle, key)
    assert asked == [12, 11, 12, 13, 0, 29]
    assert won == []
    QTest.keyClick(handle, keys.Key_Left, Qt.KeyboardModifier.ControlModifier)
    above.setFocus()
    QTest.keyClick(handle, keys.Key_Home)
    assert won == ["Ctrl+Left", "Home"]
    assert asked[6:] == []
    # What is hidden while it has the keys does not hand them to the curves.
    above.hide()
    assert not curves.loss.hasFocus() and not curves.other.hasFocus()
    above.show()
    above.setFocus()
    QTest.keyClick(handle, keys.Key_Tab)
    assert curves.loss.hasFocus()


class Painted(QObject):
    """Which part of a widget was painted again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_no_number_of_the_axis_is_left_half(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    curves.show_epoch(25)
    settle()
    viewport = curves.other.viewport()
    painted = Painted(viewport)
    for epoch in (26, 26.5, 80):
        painted.region = QRegion()
        curves.show_epoch(epoch)
        settle()
        height = viewport.height()
        line = QRect(0, height - 18, viewport.width(), 18)
        assert QRegion(line).subtracted(painted.region).isEmpty()
        # The curves are not all painted again for it.
        above = QRegion(0, 0, viewport.width(), height - 18)
        assert not above.subtracted(painted.region).isEmpty()
        x = int(curves.other.x_of(epoch))
        assert painted.region.contains(QPoint(x, 30))


def test_the_cursor_stands_at_the_epoch_shown(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    for epoch in (40, 40.5):
        curves.show_epoch(epoch)
        for plot in curves.plots:
            picture = is_near(pixels(plot), theme().accent)
            columns = np.flatnonzero(picture[10:60].all(axis=0))
            assert len(columns) == 2
            assert abs(columns.mean() + 0.5 - plot.x_of(epoch)) <= 1
        assert (f"{epoch:g}") in drawn_texts(curves.other.viewport())
    curves.show_epoch(None)
    assert not is_near(pixels(curves.loss), theme().accent)[10:60].all(axis=0).any()


# -- how it ended --------------------------------------------------------------------------------


def test_a_moved_cursor_leaves_nothing_stale_on_the_screen(curves: RunCurves) -> None:
    """Only strips around the cursor are painted again: they are wide enough for its number."""
    curves.show_runs(shown("lstm", "gru"))
    for epoch in (3, 1, 2, 2.5, None, 0, 3):
        curves.show_epoch(epoch)
        np.testing.assert_array_equal(on_screen(curves), pixels(curves), f"epoch {epoch}")
    for epoch in (1, 3, None, 2):
        curves.loss.show_hover(epoch)
        curves.other.show_hover(epoch)
        np.testing.assert_array_equal(on_screen(curves), pixels(curves), f"pointer at {epoch}")


def test_early_stopping_is_explained(curves: RunCurves) -> None:
    run = a_run("simple_rnn")
    assert run.patience_ended
    curves.show_runs([ShownRun(run, RED, focused=True)])
    assert curves.end.text() == (
        "Stopped early: validation loss has not fallen for 3 epochs since epoch 26; "
        "the weights of epoch 26 are kept."
    )
    assert curves.end.isVisible()
    curves.show_runs([ShownRun(running("lstm"), RED, focused=True)])
    assert not curves.end.isVisible()


def test_every_end_is_explained() -> None:
    assert explain_end(a_run("gru")) == (
        "All 100 epochs are done. Validation loss was lowest in epoch 100, whose weights are kept."
    )
    stopped = a_run("lstm", epochs=12, status=Status(state="stopped", epoch=13))
    assert explain_end(stopped) == (
        "Stopped by you after 12 epochs. Validation loss was lowest in epoch 12, "
        "whose weights are kept."
    )
    early = a_run("lstm", epochs=0, status=Status(state="stopped"))
    assert explain_end(early) == "Stopped by you before the first epoch had ended."
    theirs = foreign([{"loss": 1.0, "val_loss": 0.9}, {"loss": 0.5, "val_loss": 1.1}])
    assert explain_end(theirs) == ("All 2 epochs are done. Validation loss was lowest in epoch 1.")
    ended = replace(theirs, epochs=50)
    assert explain_end(ended).startswith("Ended after 2 epochs.")
    broken = running("lstm", 7)
    assert explain_end(broken) == explain_end(broken, "running") == ""
    assert explain_end(broken, "interrupted") == ("Interrupted after epoch 7; resume it to go on.")
    assert explain_end(running("lstm", 0), "interrupted") == (
        "Interrupted before the first epoch had ended; resume it to go on."
    )
    assert explain_end(broken, "silent") == "Nothing has been heard of it for a while."
    for state in ("queued", "preparing", "running"):
        assert explain_end(a_run("lstm", status=Status(state=state))) == ""


def test_a_patience_of_one(curves: RunCurves) -> None:
    recipe = replace(RECIPES["lstm"], patience=1)
    history = history_of("lstm")[:4]
    worse = {**history[3], "val_loss": 1.0}
    run = a_run("lstm", epochs=4, plan=Plan(recipe), history=(*history[:3], worse))
    assert explain_end(run).startswith(
        "Stopped early: validation loss has not fallen in the epoch after epoch 3;"
    )


def test_a_failure_is_said_in_the_windows_words() -> None:
    template = "{folder} cannot be written: {reason}. Name a folder of yours that has room."
    values = {"folder": "/data/{x}", "reason": "read-only"}
    status = Status(state="failed", epoch=4, error=(template, values))
    assert explain_end(a_run("lstm", epochs=3, status=status)) == (
        "Failed in epoch 4: /data/{x} cannot be written: read-only. "
        "Name a folder of yours that has room."
    )
    lacking = replace(status, epoch=0, error=(template, {"reason": "x"}))
    assert explain_end(a_run("lstm", epochs=0, status=lacking)).startswith(
        "Failed before the first epoch: {folder} cannot be written: x."
    )
    silent = replace(status, error=None)
    assert explain_end(a_run("lstm", epochs=3, status=silent)) == "Failed in epoch 4."


def test_templates_from_a_file_never_raise() -> None:
    assert fill("{a} {{b}} {c:>99999999} {d.e} {} {", {"a": "1"}) == (
        "1 {b} {c:>99999999} {d.e} {} {"
    )
    assert fill("plain {a}", {}) == "plain {a}"


def test_a_failure_is_coloured_besides_its_word(curves: RunCurves) -> None:
    status = Status(state="failed", epoch=4, error=("It broke.", {}))
    curves.show_runs([ShownRun(a_run("lstm", epochs=3, status=status), RED, focused=True)])
    assert curves.end.text() == "Failed in epoch 4: It broke."
    assert theme().bad in curves.end.styleSheet()


def test_a_training_that_diverged_is_explained() -> None:
    history = history_of("lstm")[:5]
    lost = {**history[4], "loss": math.nan, "val_loss": math.nan}
    entries = (*history[:4], lost, {**lost, "epoch": 6}, {**lost, "epoch": 7})
    run = a_run("lstm", epochs=5, history=entries)
    assert explain_end(run) == (
        "From epoch 5 on the loss is not a number: the training has diverged. Try a smaller "
        "learning rate. Validation loss was lowest in epoch 4, whose weights are kept."
    )


# -- languages and themes ------------------------------------------------------------------------


def test_every_text_changes_with_the_language(curves: RunCurves, qapp: QApplication) -> None:
    curves.show_runs(shown("simple_rnn"))
    other = Marked()
    qapp.installTranslator(other)
    try:
        settle()
        labels = [curves.end, *curves.now, curves._hint, *curves._titles]
        for label in labels:
            assert label.text().startswith("※"), label.text()
        assert curves.other.caption == "※epoch"
        assert curves.loss.accessibleName().startswith("※")
        assert curves.choice.accessibleName().startswith("※")
    finally:
        qapp.removeTranslator(other)


def test_the_texts_can_be_translated(collected: list[tuple[str, str]]) -> None:
    found = set(collected)
    for context, text in (
        ("RunCurves", "Train a model to see its curves."),
        ("RunCurves", "training dashed, validation solid, ring: the best epoch"),
        ("RunCurves", "{metric} by epoch"),
        ("RunEnd", "All {count} epochs are done."),
        ("RunEnd", "Stopped by you after {count} epochs."),
    ):
        assert (context, text) in found, text


def test_both_themes(curves: RunCurves) -> None:
    curves.show_runs(shown("lstm"))
    for look in ("light", "dark"):
        apply_theme(look)
        ground = is_near(pixels(curves.loss), theme().surface, off=2)
        assert ground.mean() > 0.7
