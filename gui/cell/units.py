"""`UnitStrip`: every unit of the layer as a small square, in the colour of its state."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.panes.curves import number
from gui.theme import colours, theme

GAP = 2


class UnitStrip(QWidget):
    """Squares in rows; a press chooses a unit.

    Signals:
        unit_clicked(int, bool): the unit, and whether to add it to the chosen ones.
    """

    unit_clicked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: npt.NDArray[np.floating[Any]] = np.zeros(0, np.float32)
        self._chosen: tuple[int, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_values(
        self, values: npt.NDArray[np.floating[Any]], chosen: tuple[int, ...]
    ) -> None:
        """Set the values ``(U,)``, drawn with -1 and 1 at the ends, and the chosen units."""
        if len(values) != len(self._values):
            self._values = values
            self.updateGeometry()
        self._values, self._chosen = values, chosen
        self.update()

    def _side(self, width: int) -> float:
        count = max(1, len(self._values))
        per_row = count if count <= 16 else 32
        return max(4.0, min(20.0, (width + GAP) / per_row - GAP))

    def _per_row(self, width: int) -> int:
        return max(1, int((width + GAP) / (self._side(width) + GAP)))

    def hasHeightForWidth(self) -> bool:
        """More units, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows."""
        rows = -(-max(1, len(self._values)) // self._per_row(width))
        return round(rows * (self._side(width) + GAP))

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(280, self.heightForWidth(280))

    def _box(self, unit: int) -> QRectF:
        side, per_row = self._side(self.width()), self._per_row(self.width())
        return QRectF(
            (unit % per_row) * (side + GAP), (unit // per_row) * (side + GAP), side, side
        )

    def _unit_at(self, at: QPointF) -> int | None:
        step = self._side(self.width()) + GAP
        column = int(at.x() / step)
        if column >= self._per_row(self.width()):
            return None
        unit = int(at.y() / step) * self._per_row(self.width()) + column
        return unit if 0 <= unit < len(self._values) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares, and frame the chosen ones."""
        painter = QPainter(self)
        table = colours(theme(), signed=True)
        rows = np.clip(np.rint((self._values * 0.5 + 0.5) * 255), 0, 255).astype(int)
        for unit, row in enumerate(rows):
            red, green, blue = (int(channel) for channel in table[row])
            painter.fillRect(self._box(unit), QColor(red, green, blue))
        painter.setPen(QPen(QColor(theme().line), 1))
        for unit in range(len(rows)):
            painter.drawRect(self._box(unit).adjusted(0, 0, -1, -1))
        painter.setPen(QPen(QColor(theme().accent), 2))
        for unit in self._chosen:
            if unit < len(rows):
                painter.drawRect(self._box(unit).adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit below the pointer."""
        unit = self._unit_at(event.position())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            extend = bool(
                event.modifiers()
                & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            )
            self.unit_clicked.emit(unit, extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the unit and its state."""
        unit = self._unit_at(event.position())
        text = ""
        if unit is not None:
            name = self.tr("unit {unit}").format(unit=unit + 1)
            text = f"{name} · h = {number(float(self._values[unit]), 4, sign=True)}"
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def event(self, event: object) -> bool:
        """Leave tool tips to `mouseMoveEvent`."""
        if isinstance(event, QHelpEvent):
            return True
        return bool(super().event(event))  # type: ignore[arg-type]
