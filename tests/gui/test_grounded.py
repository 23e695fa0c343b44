"""What a step paints: the widgets that change, and nothing that they stand on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.kit.grounded import Grounded
from gui.look import painted_text
from gui.look.painted_text import TOGETHER, TextPainter, shaped, shaped_step, text_width
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.plots.time_plot import TimePlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle


class Painted(QObject):
    """Which widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.found.append(watched)
        return False


def test_a_step_paints_nothing_below_what_changes(window: MainWindow) -> None:
    window.session.focus = 1
    for step in (28, 29):  # what is painted for the first time learns that it is opaque
        window.session.step = step
        settle()
    app, painted = QApplication.instance(), Painted()
    assert app is not None
    app.installEventFilter(painted)
    window.session.step = 30
    settle()
    app.removeEventFilter(painted)
    assert any(isinstance(widget, Grounded) for widget in painted.found)
    below = [window, window.centralWidget(), window.cell, window.playback, window.prediction]
    assert not {type(widget).__name__ for widget in below if widget in painted.found}


def test_a_step_draws_no_scene_anew(window: MainWindow) -> None:
    settle()
    plots = [plot for plot in window.findChildren(TimePlot) if plot.isVisible()]
    drawn: list[object] = []
    for plot in plots:
        plot.scene().sigPrepareForPaint.connect(lambda: drawn.append(1))
    window.session.step += 1
    settle()
    assert plots and not drawn
    plots[0].redraw()
    settle()
    assert drawn


def test_a_cursor_above_curves_ends_where_a_pixel_ends(window: MainWindow) -> None:
    plot = window.prediction.plot
    picture = QImage(plot.size() * 1.25, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(1.25)
    painter = QPainter(picture)
    plot.paint_marks(painter, plot.rect(), theme())
    is_smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
    assert not is_smooth


def test_a_text_that_is_kept_shaped_looks_as_one_that_qt_draws(window: MainWindow) -> None:
    for text in (
        "keeps 38 % of the old cell",
        "σ(−0.53 −0.04 +0.07) = ",
        " × ",
        "기억의 78%를 유지",
    ):
        kept, whole = (QImage(320, 24, QImage.Format.Format_RGB32) for _ in range(2))
        for picture in (kept, whole):
            picture.fill("black")
            painter = QPainter(picture)
            painter.setPen("white")
            if picture is kept:
                TextPainter(painter).paint(4, 16, text, 13)
            else:
                painter.setFont(typeface(13))
                painter.drawText(4, 16, text)
                wide = QFontMetricsF(typeface(13)).horizontalAdvance(text)
            painter.end()
        assert text_width(text, 13) == pytest.approx(wide, abs=1.0)
        lit, wanted = (
            np.array(picture.constBits(), np.uint8).reshape(24, 320, 4)[..., 0].max(axis=0)
            for picture in (kept, whole)
        )
        assert wanted.any()
        assert (abs(lit.astype(int) - wanted) < 128).mean() > 0.97  # the same columns are lit


def test_texts_of_steps_are_shaped_some_at_once(window: MainWindow) -> None:
    for known in (shaped, painted_text._shaped_steps):  # other tests may have filled them
        known.cache_clear()
    form = "the {step}th of these"
    steps = [*range(TOGETHER - 2, TOGETHER + 2), 1233]
    said = [shaped_step(form, step, 13, False).text for step in steps]
    assert said == [f"the {step + 1:,}th of these" for step in steps]
    before = shaped.cache_info().misses
    for step in range(2 * TOGETHER):
        shaped_step(form, step, 13, False)
    assert shaped.cache_info().misses == before
    window.session.step = 3
    settle()
    before = shaped.cache_info().misses
    assert window.playback._place.text() == f"step 4 / {window.session.steps}"
    for step in range(4, 12):
        window.playback.show_step(step)
        window.playback._place.grab()
    assert window.playback._place.text() == f"step 12 / {window.session.steps}"
    words = {window.session.step_names[step] for step in range(4, 12)}
    assert shaped.cache_info().misses - before <= len(words), "only the words are new"
