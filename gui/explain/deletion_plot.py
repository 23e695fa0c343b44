"""`DeletionPlot`: how far the answer falls as words are deleted, method by method."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip

from engine.explain.deletion import RANDOM, Deletion
from gui.explain.method_texts import method_title
from gui.i18n.context import translator
from gui.i18n.percent import percent_text
from gui.kit.tips import tip
from gui.kit.view import View
from gui.look.colours import unit_colours
from gui.look.numbers_text import number
from gui.look.scale import px, sized, stroke
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface

_tr = translator("DeletionPlot")

HEIGHT, FOOT, MARGIN = 84, 14, 4

Curve = tuple[str, str, bool]
"""The method, its colour, and whether it is dashed."""


class DeletionPlot(View):
    """Curves over the share of the words that were deleted; chance's is dashed."""

    def __init__(self) -> None:
        super().__init__()
        self.deletion: Deletion | None = None
        sized(self.setFixedHeight, HEIGHT)
        self.dress()

    def show_deletion(self, deletion: Deletion) -> None:
        """Draw it."""
        self.deletion = deletion
        self.update()

    def curves(self) -> list[Curve]:
        """The curves that are drawn."""
        return [] if self.deletion is None else curves_of(self.deletion)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(FOOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the curves, the line of zero, and the ends of the axes."""
        if self.deletion is not None:
            paint_deletion(QPainter(self), self._area(), self.deletion)

    def event(self, event: QEvent) -> bool:
        """Say the numbers below the pointer."""
        if isinstance(event, QHelpEvent) and self.deletion is not None:
            share = (event.pos().x() - self._area().left()) / max(1.0, self._area().width())
            QToolTip.showText(event.globalPos(), tip(self.say(share)), self)
            return True
        return super().event(event)

    def say(self, share: float) -> str:
        """The mean answers where this share of the words was deleted."""
        assert self.deletion is not None
        at = int(np.abs(self.deletion.after - share).argmin())
        text = self.tr("{share} of the words deleted")
        if not self.deletion.of_words:
            text = self.tr("{share} of the steps deleted")
        lines = [text.format(share=percent_text(f"{100 * self.deletion.after[at]:.0f}"))]
        for name, _, _ in self.curves():
            value = number(float(self.deletion.curve(name)[at]), 3, sign=True)
            lines.append(f"{order_title(name)}: {value}")
        return "\n".join(lines)


def curves_of(deletion: Deletion) -> list[Curve]:
    """What is drawn of it, what is by lot first."""
    methods = [name for name in deletion.answers if name != RANDOM]
    colours = unit_colours(theme(), len(methods))
    curves = [(name, colour, False) for name, colour in zip(methods, colours, strict=True)]
    return [(RANDOM, theme().dim, True), *curves]


def paint_deletion(painter: QPainter, area: QRectF, deletion: Deletion) -> None:
    """Paint the curves into a box, and the ends of the axes; those of the shares stand below."""
    look = theme()
    painter.fillRect(area, QColor(look.surface))
    lines = {name: deletion.curve(name) for name, _, _ in curves_of(deletion)}
    low = min(0.0, *(float(values.min()) for values in lines.values()))
    high = max(0.0, *(float(values.max()) for values in lines.values()))
    span = (high - low) or 1.0

    def point(share: float, value: float) -> QPointF:
        x = area.left() + share * area.width()
        return QPointF(x, area.bottom() - (value - low) / span * area.height())

    painter.setPen(QPen(QColor(look.line), stroke(1)))
    painter.drawLine(point(0, 0), point(1, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name, colour, dashed in curves_of(deletion):
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colour), stroke(1.5), style))
        pairs = zip(deletion.after, lines[name], strict=True)
        painter.drawPolyline(QPolygonF([point(float(x), float(y)) for x, y in pairs]))
    painter.setPen(QColor(look.dim))
    painter.setFont(typeface(CAPTION - 1))
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    inner = area.adjusted(px(2), 0, -px(2), 0)
    painter.drawText(inner, right | Qt.AlignmentFlag.AlignTop, number(high, 2))
    painter.drawText(inner, left | Qt.AlignmentFlag.AlignBottom, number(low, 2))
    foot = QRectF(area.left(), area.bottom(), area.width(), px(FOOT))
    painter.drawText(foot, left | Qt.AlignmentFlag.AlignVCenter, "0\u00a0%")
    painter.drawText(foot, right | Qt.AlignmentFlag.AlignVCenter, "100\u00a0%")
    said = _tr("of the words deleted") if deletion.of_words else _tr("of the steps deleted")
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, said)


def order_title(name: str) -> str:
    """What an order of deleting is called."""
    return _tr("by lot") if name == RANDOM else method_title(name)
