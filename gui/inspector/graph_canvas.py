"""`GraphCanvas`: the calls of a network as a drawing in which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from engine.counting import filled
from engine.inspection.graph_layout import Edge, GraphNode, Layout
from gui.i18n.texts import explain
from gui.inspector.weight_names import shape_text
from gui.kit.tips import tip
from gui.kit.view import View
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.colours import ink
from gui.look.scale import px, stroke
from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface

WIDTH, HEIGHT = 188, 46
"""Of a node, in pixels at the scale 1."""

TALL = 64
"""Of a refused layer, with its reason."""

ACROSS, DOWN = WIDTH + 24, 92
"""From the middle of a node to the next one's."""

MARGIN = 20


class GraphCanvas(View):
    """Paints the graph.

    Signals:
        chosen(str): the name of the node that the user chose.
        zoomed(float, QPointF): by a factor, about a place; by 0 to fit.
        dragged(QPointF): by so many pixels.
    """

    chosen = Signal(str)
    zoomed = Signal(float, QPointF)
    dragged = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_ = Layout((), ())
        self.scale = 1.0
        self.name = ""
        self._grip: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.dress()

    # -- places ------------------------------------------------------------------

    def extent(self) -> QSize:
        """The drawing's size at the scale 1."""
        nodes, bends = self.layout_.nodes, self._bends()
        columns = max([0.0, *(node.column for node in nodes), *bends]) - min([0.0, *bends])
        rows = max((node.row for node in nodes), default=0)
        width = round(columns * px(ACROSS)) + px(WIDTH) + 2 * px(MARGIN)
        return QSize(width, rows * px(DOWN) + px(TALL) + 2 * px(MARGIN) + px(16))

    def middle(self, column: float, row: float) -> QPointF:
        """The upper edge's middle of what stands there, at the scale 1."""
        left = min([0.0, *self._bends()])
        return QPointF(
            px(MARGIN + WIDTH / 2) + (column - left) * px(ACROSS), px(MARGIN) + row * px(DOWN)
        )

    def _bends(self) -> list[float]:
        """The columns through which the edges go."""
        return [column for edge in self.layout_.edges for column, _ in edge.way]

    def box(self, node: GraphNode) -> QRectF:
        """A node's rectangle at the scale 1."""
        top = self.middle(node.column, node.row)
        height = px(TALL) if node.layer is not None and node.layer.refused else px(HEIGHT)
        return QRectF(top.x() - px(WIDTH / 2), top.y(), px(WIDTH), height)

    def node_at(self, at: QPointF) -> GraphNode | None:
        """The node at a pixel."""
        place = at / self.scale
        return next((node for node in self.layout_.nodes if self.box(node).contains(place)), None)

    def place_of(self, name: str) -> QRectF:
        """A node's rectangle in pixels."""
        box = next(self.box(node) for node in self.layout_.nodes if node.name == name)
        return QRectF(box.topLeft() * self.scale, box.size() * self.scale)

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edges below the nodes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale, self.scale)
        seen = QRectF(event.rect()).adjusted(-px(2), -px(2), px(2), px(2))
        window = QRectF(seen.topLeft() / self.scale, seen.size() / self.scale)
        boxes = {node.name: self.box(node) for node in self.layout_.nodes}
        for edge in self.layout_.edges:
            self._paint_edge(painter, edge, boxes)
        for node in self.layout_.nodes:
            if boxes[node.name].adjusted(-px(4), -px(4), px(4), px(24)).intersects(window):
                self._paint_node(painter, node, boxes[node.name])

    def _paint_edge(self, painter: QPainter, edge: Edge, boxes: dict[str, QRectF]) -> None:
        look = theme()
        near = self.name in (edge.source, edge.target)
        colour = QColor(look.text if near else look.faint)
        pen = QPen(colour, 1.5 if near else 1.0)
        if edge.role != "input":
            pen.setStyle(Qt.PenStyle.DashLine if edge.role == "state" else Qt.PenStyle.DotLine)
        start = QPointF(boxes[edge.source].center().x(), boxes[edge.source].bottom())
        end = QPointF(boxes[edge.target].center().x(), boxes[edge.target].top() - px(5))
        path = QPainterPath(start)
        at = start
        for column, row in edge.way[1:-1]:
            place = self.middle(column, row)
            _bow(path, at, place)
            at = QPointF(place.x(), place.y() + px(HEIGHT))
            path.lineTo(at)
        _bow(path, at, end)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        tip = QPointF(end.x(), end.y() + px(4))
        painter.drawPolygon(
            [tip, tip + QPointF(-stroke(3.5), -px(6)), tip + QPointF(stroke(3.5), -px(6))]
        )

    def _paint_node(self, painter: QPainter, node: GraphNode, box: QRectF) -> None:
        look = theme()
        refused = node.layer is not None and node.layer.refused is not None
        chosen = node.name == self.name
        border = QPen(QColor(look.accent if chosen else look.line), 2.0 if chosen else 1.0)
        if refused and not chosen:
            border = QPen(QColor(look.warning), 1.25)
        if chosen and self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(look.accent, 50))
            painter.drawRoundedRect(box.adjusted(-px(4), -px(4), px(4), px(4)), px(9), px(9))
        painter.setPen(border)
        painter.setBrush(QColor(look.surface if node.layer else look.raised))
        radius = 6.0 if node.layer else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)
        strip = look.warning if refused else look.networks[0] if node.recurrent else ""
        if strip:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(strip))
            bar = QRectF(box.left() + px(5), box.top() + px(7), px(3), box.height() - px(14))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        self._write(painter, node, box)
        if node.answer:
            painter.setFont(typeface())
            painter.setPen(QColor(look.dim))
            foot = QRectF(box.left(), box.bottom() + px(3), box.width(), px(16))
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, self.tr("output"))

    def _write(self, painter: QPainter, node: GraphNode, box: QRectF) -> None:
        """Name and parameters, kind and shape, and why it is refused."""
        look = theme()
        live = node.reached or (node.layer is not None and node.layer.refused is not None)
        inner = box.adjusted(px(15), px(6), -px(12), -px(6))
        line = QRectF(inner.left(), inner.top(), inner.width(), px(17))
        below = line.translated(0, px(17))
        parameters = f"{node.layer.parameters:,}" if node.layer and node.layer.parameters else ""
        kind = self.tr("input") if node.layer is None else node.layer.kind
        shape = node.input.shape if node.input else node.layer.output_shape if node.layer else ()
        strong, weak = (look.text, look.dim) if live else (look.faint, look.faint)
        _pair(painter, line, node.name, parameters, BODY, strong, look.dim)
        _pair(painter, below, kind, shape_text(shape), 11, weak, look.dim)
        if node.layer is not None and node.layer.refused is not None:
            painter.setFont(typeface())
            painter.setPen(QColor(look.warning))
            third = below.translated(0, px(17))
            reason = painter.fontMetrics().elidedText(
                explain(node.layer.refused), Qt.TextElideMode.ElideRight, int(third.width())
            )
            painter.drawText(third, AT_LEFT, reason)

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the drawing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._dragged = event.globalPosition(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the drawing, or explain what is below the pointer."""
        if self._grip is not None:
            way = event.globalPosition() - self._grip
            if self._dragged or way.manhattanLength() > 4:
                self._dragged = True
                self.dragged.emit(way)
                self._grip = event.globalPosition()
            return
        node = self.node_at(event.position())
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if node is None else shapes.PointingHandCursor)
        text = "" if node is None else self.describe(node)
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not move chooses."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        node = self.node_at(event.position())
        if self._grip is not None and not self._dragged and node is not None:
            self.chosen.emit(node.name)
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms; without, the area around scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1.2 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the calls; plus, minus and 0 zoom."""
        names = [node.name for node in self.layout_.nodes]
        ways = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -len(names),
            Qt.Key.Key_End: len(names),
        }
        key = Qt.Key(event.key())
        if key in ways and names:
            at = names.index(self.name) if self.name in names else 0
            self.chosen.emit(names[max(0, min(at + ways[key], len(names) - 1))])
        elif event.text() in ("+", "=", "-"):
            self.zoomed.emit(1 / 1.2 if event.text() == "-" else 1.2, QPointF(self.rect().center()))
        elif event.text() == "0":
            self.zoomed.emit(0.0, QPointF())
        else:
            super().keyPressEvent(event)

    def describe(self, node: GraphNode) -> str:
        """Everything about a node in a few lines."""
        if node.layer is None:
            return f"{node.name}\n{shape_text(node.input.shape if node.input else ())}"
        layer = node.layer
        lines = [
            f"{node.name} ({layer.kind})",
            f"{shape_text(layer.output_shape)} · "
            + filled(self.tr("{count} parameters"), {"count": f"{layer.parameters:,}"}),
        ]
        if layer.refused is not None:
            lines.append(explain(layer.refused))
        elif not node.reached:
            lines.append(self.tr("It lies behind a layer that cannot be replayed."))
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Name it."""
        self.setAccessibleName(self.tr("The network's graph; up and down choose a layer"))
        self.update()


def _bow(path: QPainterPath, start: QPointF, end: QPointF) -> None:
    bend = (end.y() - start.y()) / 2
    path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)


def _pair(
    painter: QPainter, line: QRectF, left: str, right: str, size: int, colour: str, other: str
) -> None:
    """Two texts at the ends of a line; the left one gives way."""
    painter.setFont(typeface())
    painter.setPen(QColor(other))
    width = painter.fontMetrics().horizontalAdvance(right) + 2 if right else 0
    width = min(width, int(line.width() * 0.7))
    text = painter.fontMetrics().elidedText(right, Qt.TextElideMode.ElideRight, width)
    painter.drawText(line, AT_RIGHT, text)
    painter.setFont(typeface(size, bold=size == BODY))
    painter.setPen(QColor(colour))
    room = int(line.width()) - width - (8 if right else 0)
    text = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(line, AT_LEFT, text)
