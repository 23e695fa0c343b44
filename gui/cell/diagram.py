"""`CellDiagram`: the cell of the shown layer, drawn, with this step's numbers of one unit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.replay.cells.series import Series
from gui.cell.layouts import CellLayout, layout_of
from gui.kit.grounded import Grounded
from gui.look.colours import ink
from gui.look.numbers_text import number
from gui.look.theme import MATH_ITALIC, theme
from gui.look.typefaces import typeface

WIDTH, HEIGHT = 300.0, 212.0
BOX_WIDTH, BOX_HEIGHT = 44.0, 26.0
RADIUS = 11.0


class CellDiagram(Grounded):
    """The wiring of a SimpleRNN, LSTM or GRU cell with live numbers.

    Signals:
        series_clicked(str): a box or a value with this key was pressed.
    """

    series_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._layout: CellLayout = layout_of("LSTM", ())
        self._series: dict[str, Series] = {}
        self._values: Mapping[str, float] = {}
        self._word = ""
        self._chosen = ""
        self._wiring_picture: QPixmap | None = None
        self._stamp: tuple[object, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_cell(self, kind: str, series: tuple[Series, ...]) -> None:
        """Draw the cell of this kind of layer."""
        gates = tuple(each.key for each in series if each.role != "state")
        self._layout = layout_of(kind, gates)
        self._series = {each.key: each for each in series}
        self.update()

    def show_values(self, values: Mapping[str, float], word: str) -> None:
        """Set this step's numbers by key, with ``h_prev`` and ``c_prev`` of the step before, and
        what the input is called."""
        self._values, self._word = values, word
        self.update()

    def show_chosen(self, key: str) -> None:
        """Mark the series that colours the words."""
        self._chosen = key
        self.update()

    # -- geometry ----------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The natural size."""
        return QSize(int(WIDTH), int(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """The drawing keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the proportions."""
        return round(min(width, 380) * HEIGHT / WIDTH)

    def _scale(self) -> float:
        return min(self.width() / WIDTH, self.height() / HEIGHT)

    def _key_at(self, point: QPointF) -> str | None:
        at = point / self._scale()
        for key, (x, y) in self._layout.boxes.items():
            box = QRectF(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT + 14)
            if box.contains(at):
                return key
        for key, (x, y) in self._layout.values.items():
            if QRectF(x - 4, y - 14, 62, 18).contains(at):
                return key.removesuffix("_prev")
        return None

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint wires, operations, boxes and numbers."""
        painter.drawPixmap(0, 0, self._wiring())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        look = theme()
        for key, (x, y) in self._layout.boxes.items():
            self._paint_box(painter, key, QPointF(x, y))
        for key, (x, y) in self._layout.values.items():
            self._paint_value(painter, key, QPointF(x, y))
        x, y = self._layout.input
        painter.setPen(QColor(look.dim))
        painter.setFont(typeface(11))
        text = painter.fontMetrics().elidedText(
            f"x = {self._word}" if self._word else "x", Qt.TextElideMode.ElideRight, 150
        )
        painter.drawText(QPointF(x, y), text)

    def _wiring(self) -> QPixmap:
        """Frame, wires and operations: they stay the same from step to step."""
        look, ratio = theme(), self.devicePixelRatioF()
        stamp = (look.name, id(self._layout), self.width(), self.height(), ratio)
        if self._wiring_picture is not None and self._stamp == stamp:
            return self._wiring_picture
        self._wiring_picture = QPixmap(self.size() * ratio)
        self._wiring_picture.setDevicePixelRatio(ratio)
        self._wiring_picture.fill(Qt.GlobalColor.transparent)
        self._stamp = stamp
        painter = QPainter(self._wiring_picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        wire = QColor(look.faint)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.ground))
        painter.drawRoundedRect(QRectF(20, 6, WIDTH - 40, HEIGHT - 34), 10, 10)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, points in self._layout.wires:
            colour, width = wire, 1.2
            if key in self._series:
                colour, width = QColor(look.of(self._series[key])), 2.4
            style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(colour, width, style, cap, Qt.PenJoinStyle.RoundJoin))
            path = QPainterPath(QPointF(*points[0]))
            for point in points[1:]:
                path.lineTo(QPointF(*point))
            painter.drawPath(path)
        for sign, (x, y) in self._layout.operations:
            self._paint_operation(painter, sign, QPointF(x, y))
        painter.end()
        return self._wiring_picture

    def _paint_operation(self, painter: QPainter, sign: str, centre: QPointF) -> None:
        look = theme()
        painter.setPen(QPen(QColor(look.dim), 1.2))
        painter.setBrush(QColor(look.surface))
        if len(sign) == 1:
            box = QRectF(centre.x() - RADIUS, centre.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
            painter.drawEllipse(box)
        else:
            box = QRectF(centre.x() - 19, centre.y() - 9, 38, 18)
            painter.drawRoundedRect(box, 9, 9)
        painter.setPen(QColor(look.text))
        painter.setFont(typeface(13 if len(sign) == 1 else 10))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_box(self, painter: QPainter, key: str, centre: QPointF) -> None:
        look = theme()
        series = self._series.get(key)
        if series is None:
            return
        colour = QColor(look.of(series))
        value = self._values.get(key)
        # The fuller the box, the more open the gate (the larger a signed value).
        alpha = 40 if value is None else int(40 + 150 * min(1.0, abs(value)))
        box = QRectF(centre.x() - BOX_WIDTH / 2, centre.y() - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT)
        painter.setPen(QPen(colour, 2.2 if key == self._chosen else 1.4))
        painter.setBrush(QColor(look.surface))
        painter.drawRoundedRect(box, 5, 5)
        painter.setBrush(ink(look.of(series), alpha))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(look.text))
        painter.setFont(typeface(12, bold=True))
        text = "" if value is None else number(value, sign=series.signed)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(colour)
        painter.setFont(typeface(14, family=MATH_ITALIC))
        painter.drawText(QPointF(box.center().x() + 8, box.bottom() + 14), series.symbol)

    def _paint_value(self, painter: QPainter, key: str, at: QPointF) -> None:
        name = key.removesuffix("_prev")
        series = self._series.get(name)
        value = self._values.get(key)
        if series is None:
            return
        painter.setPen(QColor(theme().of(series)))
        painter.setFont(typeface(14, family=MATH_ITALIC))
        painter.drawText(at, series.symbol)
        wide = painter.fontMetrics().horizontalAdvance(series.symbol)
        painter.setFont(typeface(9))
        index = "t−1" if key.endswith("_prev") else "t"
        painter.drawText(at + QPointF(wide, 3), index)
        wide += painter.fontMetrics().horizontalAdvance(index) + 4
        painter.setFont(typeface(11, bold=True))
        if value is not None:
            painter.drawText(at + QPointF(wide, 0), number(value, sign=True))

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the series below the pointer."""
        key = self._key_at(event.position())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.series_clicked.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        can_be_pressed = self._key_at(event.position()) is not None
        shapes = Qt.CursorShape
        self.setCursor(shapes.PointingHandCursor if can_be_pressed else shapes.ArrowCursor)
