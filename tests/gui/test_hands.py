"""Hands on drawings: only the button that was pressed lets go, and all can be done with keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, SignalInstance
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.inspection.spectrum import spectra
from engine.progress import finish
from gui.inspector.plane import PlaneView
from gui.plots.heat_map import HeatMap
from gui.plots.matrix import MatrixView
from gui.plots.metric_plot import MetricPlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import pixels, settle
from tests.networks import text_network

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
KEYS = Qt.Key


def a_map() -> tuple[QWidget, QWidget, SignalInstance]:
    drawn = HeatMap()
    drawn.show_values(np.zeros((20, 4), np.float32), (0.0, 1.0), 20, signed=False)
    return drawn, drawn.viewport(), drawn.clicked


def a_matrix() -> tuple[QWidget, QWidget, SignalInstance]:
    drawn = matrix()
    return drawn, drawn, drawn.clicked


def a_plane() -> tuple[QWidget, QWidget, SignalInstance]:
    drawn = PlaneView()
    return drawn, drawn, drawn.clicked


def matrix(rows: int = 30, columns: int = 40) -> MatrixView:
    drawn = MatrixView()
    values = np.linspace(-1, 1, rows * columns, dtype=np.float32).reshape(rows, columns)
    drawn.show_matrix(values, 1.0, str, str)
    return drawn


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    widget.activateWindow()
    settle()


@pytest.mark.parametrize("make", [a_map, a_matrix, a_plane])
def test_another_button_that_is_let_go_is_no_click(
    qtbot: QtBot, make: Callable[[], tuple[QWidget, QWidget, SignalInstance]]
) -> None:
    widget, hand, clicked = make()
    shown(qtbot, widget)
    got: list[object] = []
    clicked.connect(lambda *what: got.append(what))
    at = QPoint(150, 120)
    QTest.mousePress(hand, LEFT, NONE, at)
    QTest.mouseRelease(hand, RIGHT, NONE, at)
    assert not got
    QTest.mouseRelease(hand, LEFT, NONE, at)
    assert len(got) == 1


def test_a_plot_without_epochs_asks_for_none(qtbot: QtBot) -> None:
    plot = MetricPlot(numbers=True)
    shown(qtbot, plot)
    asked: list[int] = []
    plot.epoch_asked.connect(asked.append)
    QTest.mouseClick(plot.viewport(), LEFT, NONE, QPoint(150, 120))
    assert plot.last == 0 and not asked
    plot.last = 4
    QTest.mouseClick(plot.viewport(), LEFT, NONE, QPoint(150, 120))
    assert len(asked) == 1


def test_a_drag_ends_where_another_matrix_comes(qtbot: QtBot) -> None:
    view = matrix()
    shown(qtbot, view)
    view.zoom(0.5, view.place_of(15, 20))
    QTest.mousePress(view, LEFT, NONE, QPoint(200, 150))
    view.show_matrix(np.zeros((6, 5), np.float32), 1.0, str, str)
    view.zoom(0.5, view.place_of(3, 2))
    part = view.shown
    QTest.mouseMove(view, QPoint(60, 40))
    settle()
    assert view.shown == part
    rows, columns = view.values.shape
    assert 0 <= part[0] < part[1] <= rows and 0 <= part[2] < part[3] <= columns


def test_a_matrix_is_zoomed_and_moved_by_keys(qtbot: QtBot) -> None:
    view = matrix()
    shown(qtbot, view)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    view.clearFocus()
    before = pixels(view)
    view.setFocus()
    settle()
    assert (pixels(view) != before).any()  # the frame
    QTest.keyClicks(view, "++")
    first, end, left, right = view.shown
    assert view.zoomed
    QTest.keyClick(view, KEYS.Key_Right)
    QTest.keyClick(view, KEYS.Key_Down)
    assert view.shown[0] > first and view.shown[2] > left
    assert (view.shown[1] - view.shown[0], view.shown[3] - view.shown[2]) == (
        end - first,
        right - left,
    )
    for _ in range(60):
        QTest.keyClick(view, KEYS.Key_Right)
        QTest.keyClick(view, KEYS.Key_Down)
    assert (view.shown[1], view.shown[3]) == view.values.shape
    QTest.keyClick(view, KEYS.Key_0)
    assert not view.zoomed
    with qtbot.waitSignal(view.clicked):
        QTest.keyClick(view, KEYS.Key_Return)


def test_eigenvalues_are_walked_through_by_keys(qtbot: QtBot) -> None:
    view = PlaneView()
    spectrum = finish(spectra(text_network("LSTM").layer("lstm")))["f"]
    view.show_spectrum(spectrum, "#4488cc", 1.2)
    shown(qtbot, view)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    view.setFocus()
    said = []
    for key in (KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_End, KEYS.Key_Right, KEYS.Key_Home):
        QTest.keyClick(view, key)
        said.append(view.accessibleDescription().split(" ")[0])
        assert said[-1] in QToolTip.text()
    assert said == ["λ1", "λ2", "λ8", "λ8", "λ1"]
    with qtbot.waitSignal(view.clicked):
        QTest.keyClick(view, KEYS.Key_Return)
    view.show_spectrum(None, "#4488cc", 1.2)
    QTest.keyClick(view, KEYS.Key_Right)
    assert view.at is None
    QToolTip.hideText()


def test_a_plot_leaves_the_tip_that_it_shows_below_the_pointer(qtbot: QtBot) -> None:
    """Asked for a tip of its own, a scene without one would take it away."""
    view, canvas, _ = a_map()
    shown(qtbot, view)
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), canvas.mapToGlobal(QPoint(9, 9)))
    QApplication.sendEvent(canvas, asked)
    assert asked.isAccepted()


def test_series_are_enlarged_one_by_one_by_a_key(window: MainWindow) -> None:
    window.session.focus = 1
    other, view = window.panes.views

    def rows() -> list[str]:
        return [key for key, row in view.rows.items() if row.isVisible()]

    usual, others = rows(), [row.isVisible() for row in other.rows.values()]
    seen = []
    for _ in view.rows:
        QTest.keyClick(window, KEYS.Key_E)
        seen.append(rows())
    assert seen == [[key] for key in view.rows]
    QTest.keyClick(window, KEYS.Key_E)
    assert rows() == usual
    assert [row.isVisible() for row in other.rows.values()] == others
