"""`PlaneView`: eigenvalues in the complex plane, with the unit circle."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.inspection.spectrum import Spectrum
from gui.look.colours import ink
from gui.look.focus import paint_focus
from gui.look.numbers_text import six_digits, weight_text
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.plots.guides import paint_below, paint_beside
from gui.plots.ticks import round_step

NEAR = 8.0
"""Pixels within which the pointer means an eigenvalue."""

LEFT, FOOT = 46, 20
"""Room for the numbers of the imaginary and of the real axis."""


class PlaneView(QWidget):
    """Dots inside and outside the unit circle; the axes have one scale.

    Signals:
        clicked(): a press, or Return.

    With the keys the arrows go from one eigenvalue to the next and say its numbers.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spectrum: Spectrum | None = None
        self.colour = theme().accent
        self.reach = 1.2
        self.at: int | None = None
        sized(self.setMinimumSize, 150, 130)  # the circle can still be told from its dots
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_spectrum(self, spectrum: Spectrum | None, colour: str, reach: float) -> None:
        """Draw the eigenvalues; the axes go from ``-reach`` to ``reach``."""
        self.spectrum, self.colour, self.reach = spectrum, colour, max(1.2, reach)
        if spectrum is None or (self.at or 0) >= len(spectrum.eigenvalues):
            self.at = None
        self.update()

    def unit(self) -> float:
        """Pixels of the length 1."""
        room = min(self.width() - px(LEFT) - 2, self.height() - px(FOOT) - 2)
        return max(4.0, room / 2 / self.reach)

    def place_of(self, value: complex) -> QPointF:
        """The pixel of a number."""
        unit = self.unit()
        half = self.reach * unit
        return QPointF(px(LEFT) + half + value.real * unit, 1 + half - value.imag * unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axes, the circles and the eigenvalues."""
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface())
        unit, middle = self.unit(), self.place_of(0j)
        half = self.reach * unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.surface))
        right, down = QPointF(half, 0), QPointF(0, half)
        painter.drawRoundedRect(QRectF(middle - right - down, middle + right + down), px(4), px(4))
        painter.setBrush(ink(look.good, 20))
        painter.drawEllipse(middle, unit, unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.drawLine(middle - right, middle + right)
        painter.drawLine(middle - down, middle + down)
        self._paint_ticks(painter, half)
        painter.setPen(QPen(QColor(look.good), 1.5))
        painter.drawEllipse(middle, unit, unit)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        if self.spectrum is None:
            return
        radius = self.spectrum.radius
        painter.setPen(QPen(QColor(look.dim), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(middle, radius * unit, radius * unit)
        size = 4.0 if len(self.spectrum.eigenvalues) <= 64 else 2.5
        for value in self.spectrum.eigenvalues:
            outside = abs(value) > 1.0
            painter.setPen(QPen(QColor(look.surface), 1))
            painter.setBrush(ink(look.bad if outside else self.colour, 220))
            painter.drawEllipse(self.place_of(complex(value)), size, size)
        if self.at is not None and self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self.place_of(complex(self.spectrum.eigenvalues[self.at]))
            painter.drawEllipse(place, 2 * size, 2 * size)

    def _paint_ticks(self, painter: QPainter, half: float) -> None:
        """The numbers of the real axis below, of the imaginary one at the left."""
        middle, unit = self.place_of(0j), self.unit()
        step = round_step(self.reach, max(1, int(half / 44)))
        count = int(0.97 * self.reach / step)  # at the very edge there is no room for a number
        for at in range(-count, count + 1):
            text = six_digits(at * step)
            x, y = middle.x() + at * step * unit, middle.y() - at * step * unit
            paint_below(painter, x, middle.y() + half + px(3), text)
            if at:
                paint_beside(painter, y, middle.x() - half - px(4), f"{text}i")

    def nearest(self, at: QPointF) -> int | None:
        """The eigenvalue next to a pixel, by its place in the spectrum; None far from all."""
        if self.spectrum is None or not self.spectrum.eigenvalues.size:
            return None
        middle, unit = self.place_of(0j), self.unit()
        pointed = complex((at.x() - middle.x()) / unit, (middle.y() - at.y()) / unit)
        distances = np.abs(self.spectrum.eigenvalues - pointed)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] * unit <= px(NEAR) else None

    def describe(self, place: int) -> str:
        """Number, parts and modulus of an eigenvalue."""
        assert self.spectrum is not None
        value = self.spectrum.eigenvalues[place]
        return f"λ{place + 1} = {complex_text(complex(value))}\n|λ| = {weight_text(abs(value))}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which eigenvalue is below the pointer."""
        place = self.nearest(event.position())
        text = "" if place is None else self.describe(place)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the owner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows, Home and End choose an eigenvalue; Return is a click."""
        count = 0 if self.spectrum is None else len(self.spectrum.eigenvalues)
        ways = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif key in ways and count:
            at = 0 if self.at is None else self.at + ways[key]
            self._say(max(0, min(at, count - 1)))
        else:
            super().keyPressEvent(event)

    def _say(self, at: int) -> None:
        assert self.spectrum is not None
        self.at = at
        place = self.place_of(complex(self.spectrum.eigenvalues[at])).toPoint()
        QToolTip.showText(self.mapToGlobal(place), self.describe(at), self)
        self.setAccessibleDescription(self.describe(at))
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(px(260), px(260))


def complex_text(value: complex) -> str:
    """A complex number: 0.83 + 0.21i."""
    if value.imag == 0.0:
        return weight_text(value.real)
    sign = "+" if value.imag > 0 else "−"
    return f"{weight_text(value.real)} {sign} {weight_text(abs(value.imag))}i"
