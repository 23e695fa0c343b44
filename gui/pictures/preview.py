"""`Preview`: a picture as large as there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.export.picture import Drawing, image
from gui.look.theme import theme


class Preview(QWidget):
    """Shows a drawing, or an image, in its proportions."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._image: QImage | None = None
        self._key: tuple[int, int] = (0, 0)
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: Drawing) -> None:
        """Draw at the size of the moment, and again when that changes."""
        self._drawing, self._image = drawing, None
        self.update()

    def show_image(self, picture: QImage) -> None:
        """Show what has been drawn already."""
        picture.setDevicePixelRatio(1.0)
        self._drawing, self._image = None, picture
        self.update()

    def sizeHint(self) -> QSize:
        """Room to see something."""
        return QSize(680, 440)

    def _place(self, size: QSizeF) -> QRectF:
        room = QSizeF(max(1, self.width() - 2), max(1, self.height() - 2))
        share = min(room.width() / size.width(), room.height() / size.height())
        wide, tall = size.width() * share, size.height() * share
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle, in a thin frame."""
        picture = self._image
        if self._drawing is not None:
            place = self._place(self._drawing.size)
            key = (self.width(), self.height())
            if picture is None or self._key != key:
                scale = place.width() / self._drawing.size.width() * self.devicePixelRatioF()
                self._image = picture = image(self._drawing, scale)
                self._key = key
        elif picture is not None:
            place = self._place(QSizeF(picture.size()))
        else:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)
        painter.setPen(QPen(QColor(theme().line), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
