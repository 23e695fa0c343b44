"""`CellDiagram`: the cell of the shown layer, drawn, with this step's numbers of one unit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.network.network import Layer
from engine.replay.cells.parts import Part
from gui.cell.drawing import HEIGHT, MIN_CURVE_SCALE, WIDTH, CellDrawing
from gui.kit.grounded import Grounded
from gui.kit.picture import CachedPicture
from gui.kit.tips import explain_when_asked
from gui.look.scale import px, usual_scale


class CellDiagram(Grounded):
    """The wiring of a SimpleRNN, LSTM or GRU cell with live numbers.

    Signals:
        series_clicked(str): a box or a value with this key was pressed.
    """

    series_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._drawing = CellDrawing()
        self._wiring = CachedPicture(self, self._paint_wiring)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        explain_when_asked(self, self._say)

    def show_cell(self, layer: Layer) -> None:
        """Draw the cell of a recurrent layer."""
        with usual_scale():
            self._drawing.show_cell(layer)
        self.update()

    def show_values(self, values: Mapping[str, float], word: str, sums: Mapping[str, Part]) -> None:
        """Set this step's numbers, see `CellDrawing.show_values`."""
        self._drawing.show_values(values, word, sums)
        self.update()

    def show_chosen(self, key: str) -> None:
        """Mark the series that colours the words."""
        self._drawing.chosen = key
        self.update()

    # -- geometry ----------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The natural size."""
        return QSize(px(WIDTH), px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """The drawing keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the proportions."""
        return round(min(width, px(380)) * HEIGHT / WIDTH)

    @property
    def drawing(self) -> CellDrawing:
        """What it shows, in a field of its own size."""
        return self._drawing

    def _scale(self) -> float:
        return min(self.width() / WIDTH, self.height() / HEIGHT)

    def _key_at(self, point: QPointF) -> str | None:
        return self._drawing.key_at(point / self._scale())

    def _say(self, point: QPointF) -> str:
        """What is at a point, and what a click there does."""
        text = self._drawing.text_at(point / self._scale())
        if self._key_at(point) is None:
            return text
        return f"{text}\n" + self.tr("Click: it colours the words, and can be held at a number")

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint wires, operations, boxes and numbers."""
        self._drawing.has_curves = self._scale() >= MIN_CURVE_SCALE
        self._wiring.paint(painter, *self._drawing.stamp)
        painter.scale(self._scale(), self._scale())
        with usual_scale():  # the field is enlarged as a whole
            self._drawing.paint_values(painter)

    def _paint_wiring(self, painter: QPainter) -> None:
        painter.save()
        painter.scale(self._scale(), self._scale())
        with usual_scale():
            self._drawing.paint_wiring(painter)
        painter.restore()

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
