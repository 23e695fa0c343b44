"""`Block`: a part of a picture, in a box of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.session.session import Session


class Block(ABC):
    """Draws a session into a box, in the theme that is worn.

    What stays the same from step to step is painted apart, for an animation paints it once.
    """

    def __init__(self, session: Session, box: QRectF) -> None:
        self.session, self.box = session, box

    @abstractmethod
    def paint_ground(self, painter: QPainter) -> None:
        """Paint what does not depend on the step."""

    @abstractmethod
    def paint_step(self, painter: QPainter) -> None:
        """Paint what does."""
