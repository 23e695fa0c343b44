"""A window that was closed is gone, with all that it held."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from gui.plots.state_plot import StatePlot
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import click, dispose, settle
from tests.networks import text_network


def test_a_plot_that_was_clicked_is_gone(qapp: QApplication) -> None:
    """With its points, and all that refers to it."""
    plot = StatePlot()
    plot.resize(300, 200)
    colours = [QColor("red")] * 9
    points = np.arange(18.0).reshape(9, 2)
    plot.show_cloud(points, colours, points, colours)
    plot.show_path(points, "#ffffff")
    plot.show()
    settle()
    for x, y in points:
        at = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))
        click(plot.viewport(), QPointF(at))
    settle()
    gone = weakref.ref(plot)
    plot.close()
    plot.deleteLater()
    settle()
    del plot
    gc.collect()
    assert gone() is None
    assert not [each for each in gc.get_objects() if type(each).__name__ == "SpotItem"]


def test_points_are_of_the_kind_that_ends() -> None:
    code = (path for path in Path("gui").rglob("*.py") if path.name != "scatter.py")
    assert [path for path in code if "ScatterPlotItem" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("part", ["cards never shown", "sample under way"])
def test_gone(qapp: QApplication, part: str) -> None:
    """No widget is left, no thread, and nothing keeps the session."""
    before: list[QWidget] = QApplication.topLevelWidgets()
    window = MainWindow(Settings())
    window.session.set_networks([text_network("LSTM")])
    window.services.reading.read_text("not a bad film")
    window.show()
    settle()
    if part == "sample under way":
        window.services.explaining.page = "states"
    else:
        window.drawers.show_place("train")
    settle()
    session = weakref.ref(window.session)
    dispose(window)
    del window
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert [type(widget).__name__ for widget in left] == []
    assert "gatescope-work" not in {thread.name for thread in threading.enumerate()}
    assert session() is None
