"""`Preview`: a picture as large as there is room for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.export.picture import SheetDrawing, image
from gui.look.scale import px, sized
from gui.look.theme import theme


class Preview(QWidget):
    """Shows a drawing, or a picture, in its proportions."""

    def __init__(self) -> None:
        super().__init__()
        self._size = QSizeF()
        self._draw: Callable[[float], QImage] | None = None
        self._fitted: QImage | None = None
        sized(self.setMinimumSize, 320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: SheetDrawing) -> None:
        """Draw it as large as there is room."""
        self._show(drawing.size, lambda share: image(drawing, share))

    def show_picture(self, picture: QImage) -> None:
        """Show what has been drawn already."""

        def scale(share: float) -> QImage:
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            return picture.scaled((QSizeF(picture.size()) * share).toSize(), *ways)

        self._show(QSizeF(picture.size()), scale)

    def _show(self, size: QSizeF, draw: Callable[[float], QImage]) -> None:
        self._size, self._draw, self._fitted = size, draw, None
        self.update()

    def sizeHint(self) -> QSize:
        """Room to see something."""
        return QSize(px(680), px(440))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is other room."""
        super().resizeEvent(event)
        self._fitted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle, in a thin frame."""
        if self._draw is None or self._size.isEmpty():
            return
        room = QSizeF(max(1, self.width() - 2), max(1, self.height() - 2))
        share = min(room.width() / self._size.width(), room.height() / self._size.height())
        wide, tall = self._size.width() * share, self._size.height() * share
        place = QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)
        if self._fitted is None:
            self._fitted = self._draw(share * self.devicePixelRatioF())
            self._fitted.setDevicePixelRatio(1.0)
        painter = QPainter(self)
        painter.drawImage(place, self._fitted)
        painter.setPen(QPen(QColor(theme().line), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
