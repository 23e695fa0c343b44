"""`Unrolled`: one cell with shared weights, folded up or unrolled over the words; and how many
weights it has beside a dense layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QStaticText,
)
from PySide6.QtWidgets import QSlider

from engine.counting import filled
from engine.network.cell_kinds import CELL_KINDS
from engine.replay.trace import LayerTrace
from gui.kit.grounded import Grounded
from gui.kit.layouts import column, row
from gui.kit.widgets import label, push_button
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.look.colours import coloured, image_of, ink
from gui.look.mathematics import math_html
from gui.look.painted_text import TextPainter
from gui.look.scale import px, sized, stroke
from gui.look.theme import CAPTION, GAP, theme
from gui.look.typefaces import typeface

MAX_STEPS = 500
"""Of the slider."""

SAID = 44
"""Pixels of the sentence below the slider, two lines: what is dragged does not move when it wraps."""

BOX, STATE = 64, 10
"""Pixels at 100 %: a side of a cell; how wide its state is drawn."""


def dense_parameters(steps: int, features: int, units: int) -> int:
    """Weights of a Dense layer of so many units that is given all steps at once, flattened."""
    return steps * features * units + units


class Unrolled(Picture):
    """The chain of cells above, the count of weights below."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.chain = _Chain()
        self.chain.step_asked.connect(self._go)
        self.fold = push_button(self._fold)
        self._own, self._dense = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._at = pg.InfiniteLine(100)
        self.counts = LessonPlot(self._own, self._dense, self._at)
        self.length = QSlider(Qt.Orientation.Horizontal)
        self.length.setRange(1, MAX_STEPS)
        self.length.setValue(100)
        self.length.valueChanged.connect(self._follow)
        self.said = label("", wraps=True)
        sized(self.counts.setMinimumHeight, 140)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        sized(self.said.setMinimumHeight, SAID)
        column(
            row(self.fold, None),
            (self.chain, 3),
            (self.counts, 2),
            self.length,
            self.said,
            of=self.body,
            spacing=GAP,
        )
        self.dress()

    def _go(self, step: int) -> None:
        self.session.step = step

    def _fold(self) -> None:
        self.chain.is_folded = not self.chain.is_folded
        self._follow()

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        pane = self.context.pane("SimpleRNN")
        trace = pane.layer_trace
        assert trace is not None
        assert pane.trace is not None
        self.chain.show_cells(trace, pane.trace.steps, self.step_in(pane.trace))
        fold, unfold = self.tr("Fold it up"), self.tr("Unroll it over time")
        self.fold.setText(unfold if self.chain.is_folded else fold)
        features, units = pane.shown.weights["kernel"].shape
        self._show_counts(features, units)

    def _show_counts(self, features: int, units: int) -> None:
        steps, look = self.length.value(), theme()
        own = CELL_KINDS["SimpleRNN"].parameters(features, units)
        dense = dense_parameters(steps, features, units)
        ends = [1, MAX_STEPS]
        self._own.setData(ends, [own, own])
        self._dense.setData(ends, [dense_parameters(end, features, units) for end in ends])
        self._own.setPen(pg.mkPen(look.networks[0], width=stroke(2.5)))
        self._dense.setPen(
            pg.mkPen(look.networks[1], width=stroke(2.5), style=Qt.PenStyle.DashLine)
        )
        self._at.setValue(steps)
        most = dense_parameters(MAX_STEPS, features, units)
        self.counts.setRange(xRange=(1, MAX_STEPS), yRange=(0, most * 1.05), padding=0)
        self.said.setText(
            filled(
                self.tr(
                    "{steps} steps of {features} numbers, {units} units: SimpleRNN {own} weights, "
                    "Dense over all steps {dense} (dashed)"
                ),
                {
                    "steps": steps,
                    "features": features,
                    "units": units,
                    "own": f"{own:,}",
                    "dense": f"{dense:,}",
                },
            )
        )

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        self._at.setPen(pg.mkPen(theme().text, width=stroke(1)))
        super().restyle()

    def retranslate(self) -> None:
        """Name the axes."""
        self.length.setAccessibleName(self.tr("Steps"))
        self.counts.setLabel("bottom", self.tr("Steps"))
        self.counts.setLabel("left", self.tr("Weights"))
        super().retranslate()


class _Chain(Grounded):
    """Cells beside each other with what goes from one to the next.

    Signals:
        step_asked(int): the cell of this step was clicked.
    """

    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.is_folded = False
        self._trace: LayerTrace | None = None
        self._words: tuple[str, ...] = ()
        self._step = 0
        sized(self.setMinimumHeight, 190)

    def show_cells(self, trace: LayerTrace, words: tuple[str, ...], step: int) -> None:
        """Show the cells around a step."""
        self._trace, self._words, self._step = trace, words, step
        self.update()

    def steps(self) -> list[int]:
        """The steps that are drawn, the one of the moment among them."""
        if self.is_folded or not self._words:
            return [self._step]
        count = max(1, min(len(self._words), self.width() // px(2 * BOX)))
        first = min(max(0, self._step - count // 2), len(self._words) - count)
        return list(range(first, first + count))

    def box(self, place: int) -> QRectF:
        """Where the cell stands that is drawn at a place, from 0."""
        width = self.width() / len(self.steps())
        side = px(BOX)
        return QRectF((place + 0.5) * width - side / 2, (self.height() - side) / 2, side, side)

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint cells, states, words and arrows."""
        if self._trace is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        steps = self.steps()
        for place, step in enumerate(steps):
            self._paint_cell(painter, self.box(place), step)
        if self.is_folded:
            self._paint_loop(painter, self.box(0))
            return
        for place in range(len(steps) + 1):
            left = self.box(place - 1).right() if place else 0.0
            right = self.box(place).left() if place < len(steps) else float(self.width())
            y = self.box(0).center().y()
            self._arrow(painter, QPointF(left + 2, y), QPointF(right - 2, y), "W_h", lit=True)

    def _paint_cell(self, painter: QPainter, box: QRectF, step: int) -> None:
        look, is_now = theme(), step == self._step
        assert self._trace is not None
        painter.setPen(QPen(ink(look.accent if is_now else look.line, 255), stroke(2)))
        painter.setBrush(ink(look.raised, 255))
        painter.drawRoundedRect(box, px(8), px(8))
        state = np.asarray(self._trace.series["h"][step], np.float64)
        strip = QRectF(box.center().x() - px(STATE) / 2, box.y() + 4, px(STATE), box.height() - 8)
        painter.drawImage(strip, image_of(_state_colours(state)))
        below = QPointF(box.center().x(), box.bottom() + px(34))
        self._arrow(painter, below, QPointF(below.x(), box.bottom() + 2), "W_x", lit=is_now)
        texts = TextPainter(painter)
        painter.setPen(ink(look.text if is_now else look.dim, 255))
        metrics = QFontMetrics(typeface(CAPTION, bold=is_now))
        word = metrics.elidedText(
            self._words[step], Qt.TextElideMode.ElideMiddle, px(2 * BOX) - px(8)
        )
        texts.paint_centred(
            QRectF(below.x() - px(BOX), below.y() + 2, px(2 * BOX), px(18)), word, bold=is_now
        )
        _write(painter, f"h_{{{step + 1}}}", QPointF(box.center().x(), box.y() - px(24)))

    def _arrow(
        self, painter: QPainter, start: QPointF, end: QPointF, name: str, *, lit: bool
    ) -> None:
        """An arrow with its weights; they are the same at every step, so they look the same."""
        look = theme()
        painter.setPen(QPen(ink(look.accent if lit else look.dim, 255), stroke(1.5)))
        painter.drawLine(start, end)
        way = end - start
        length = max(1.0, float(np.hypot(way.x(), way.y())))
        along, across = way / length, QPointF(-way.y(), way.x()) / length
        for side in (1, -1):
            painter.drawLine(end, end - along * px(6) + across * side * px(3))
        middle = (start + end) / 2
        at = middle + (QPointF(0, -px(20)) if abs(along.x()) > 0.5 else QPointF(px(16), -px(9)))
        _write(painter, name, at)

    def _paint_loop(self, painter: QPainter, box: QRectF) -> None:
        look = theme()
        painter.setPen(QPen(ink(look.accent, 255), stroke(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(box.right(), box.center().y()))
        out, up = box.right() + px(60), box.y() - px(46)
        path.cubicTo(
            QPointF(out, box.center().y()), QPointF(out, up), QPointF(box.center().x(), up)
        )
        back = box.left() - px(60)
        path.cubicTo(
            QPointF(back, up),
            QPointF(back, box.center().y()),
            QPointF(box.left(), box.center().y()),
        )
        painter.drawPath(path)
        end = QPointF(box.left(), box.center().y())
        for side in (1, -1):
            painter.drawLine(end, end + QPointF(-px(6), side * px(3)))
        _write(painter, "W_h", QPointF(box.right() + px(52), box.y() - px(12)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step of a cell."""
        for place, step in enumerate(self.steps()):
            if self.box(place).contains(event.position()):
                self.step_asked.emit(step)


def _state_colours(state: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    return coloured(state[:, None] / 2 + 0.5)


def _write(painter: QPainter, equation: str, at: QPointF) -> None:
    """A symbol, in the middle of a place."""
    text = QStaticText(math_html(equation))
    text.prepare(font=painter.font())
    painter.setPen(ink(theme().text, 255))
    painter.drawStaticText(QPointF(at.x() - text.size().width() / 2, at.y()), text)
