"""`GraphView`: the graph of a network with scroll bars and zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.inspection.graph_layout import Layout
from gui.inspector.graph_canvas import GraphCanvas
from gui.look.scale import px, sized

MIN_SCALE, MAX_SCALE = 0.3, 2.0


class GraphView(QScrollArea):
    """The canvas in its area: it fits into the width until the user zooms.

    Signals:
        chosen(str): the name of the node that the user chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = True
        self.canvas = GraphCanvas()
        self.canvas.chosen.connect(self.chosen)
        self.canvas.zoomed.connect(self._zoom)
        self.canvas.dragged.connect(self._drag)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.canvas)
        sized(self.setMinimumWidth, 200)
        self.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: none; }")

    def show_layout(self, layout: Layout) -> None:
        """Draw another graph, as large as it fits."""
        self.canvas.layout_ = layout
        self._fitted = True
        self._fit()
        self.canvas.update()

    def choose(self, name: str) -> None:
        """Mark a node, and bring it into sight."""
        self.canvas.name = name
        if any(node.name == name for node in self.canvas.layout_.nodes):
            box = self.canvas.place_of(name).toRect()
            self.ensureVisible(box.center().x(), box.center().y(), box.width() // 2 + px(8), px(60))
        self.canvas.setAccessibleDescription(name)
        self.canvas.update()

    def _zoom(self, factor: float, at: QPointF) -> None:
        if not factor:
            self._fitted = True
            self._fit()
            return
        self._fitted = False
        old = self.canvas.scale
        seen = at - QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._set_scale(max(MIN_SCALE, min(old * factor, MAX_SCALE)))
        now = at * (self.canvas.scale / old) - seen
        self.horizontalScrollBar().setValue(round(now.x()))
        self.verticalScrollBar().setValue(round(now.y()))

    def wanted_width(self) -> int:
        """The width at which all columns are to be seen in their own size."""
        return self.canvas.extent().width() + px(16)

    def _drag(self, way: QPointF) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(way.x()))
        down.setValue(down.value() - round(way.y()))

    def _set_scale(self, scale: float) -> None:
        self.canvas.scale = scale
        size = self.canvas.extent()
        self.canvas.resize(round(size.width() * scale), round(size.height() * scale))
        self.canvas.update()

    def _fit(self) -> None:
        """As wide as there is room, never too small to read, never larger than life."""
        width = self.canvas.extent().width()
        self._set_scale(max(0.75, min(1.0, (self.viewport().width() - 2) / max(1, width))))

    def changeEvent(self, event: QEvent) -> None:
        """The same part of a larger or smaller graph."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            if self._fitted:
                self._fit()
            else:
                self._set_scale(self.canvas.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, unless the user has zoomed."""
        super().resizeEvent(event)
        if self._fitted:
            self._fit()
            self.choose(self.canvas.name)  # it stays in sight
