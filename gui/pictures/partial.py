"""What a picture says of networks that are a part of their model: their answers are not its."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.session.session import Session
from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names, partial_name
from gui.pictures.block import Block
from gui.pictures.picture_texts import write

LINE = 17.0


class Partial(Block):
    """A line for each network of which weights were left out, whatever else the picture shows."""

    def __init__(self, session: Session, sheet: QRectF) -> None:
        told = [
            (name, partial_name(pane.network))
            for name, pane in zip(pane_names(session), session.panes, strict=True)
        ]
        self.lines = [f"{text} · {name}" for name, text in told if text]
        height = LINE * len(self.lines)
        super().__init__(session, QRectF(sheet.left(), sheet.top(), sheet.width(), height))

    def paint_ground(self, painter: QPainter) -> None:
        """Write the lines."""
        for at, line in enumerate(self.lines):
            box = QRectF(self.box.left(), self.box.top() + at * LINE, self.box.width(), LINE)
            write(painter, box, line, theme().warning, typeface(BODY, bold=True))

    def paint_step(self, painter: QPainter) -> None:
        """No step changes it."""
