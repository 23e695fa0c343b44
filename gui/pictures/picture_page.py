"""`PicturePage`: a page that explains in a picture, the networks side by side."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from engine.errors import GatescopeError
from gui.i18n.texts import explain
from gui.look.theme import BODY, TITLE, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names
from gui.pictures.block import Block
from gui.pictures.explained import Explained
from gui.pictures.picture_texts import write

HEAD, NAME, CAPTION_LINE, BETWEEN = 20.0, 18.0, 16.0, 20.0


class PicturePage(Block):
    """A title with what is seen, and a box a network below it.

    Attributes:
        MIN_HEIGHT: the height below which nothing could be read of it.
    """

    MIN_HEIGHT = 170.0

    def __init__(self, explained: Explained, box: QRectF) -> None:
        super().__init__(explained.session, box)
        self.explained = explained
        count = max(1, len(self.session.panes))
        wide = (box.width() - (count - 1) * BETWEEN) / count
        top = box.top() + HEAD + NAME
        self.boxes = [
            QRectF(box.left() + nth * (wide + BETWEEN), top, wide, box.bottom() - top)
            for nth in range(count)
        ]
        self.answers = [self.answer(place) for place in range(len(self.session.panes))]

    @abstractmethod
    def answer(self, place: int) -> object:
        """What is drawn of a pane; an error, or None while nobody knows."""

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """The title, and what is to be seen."""

    @abstractmethod
    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """Paint what is known of a pane and does not depend on the step."""

    def layer(self, place: int) -> str:
        """The layer that is drawn of a pane, where that is to be said; "" else."""
        pane = self.session.panes[place]
        return pane.layer if len(pane.network.recurrent) > 1 else ""

    def is_drawn(self, place: int) -> bool:
        """Whether there is an answer."""
        answer = self.answers[place]
        return answer is not None and not isinstance(answer, GatescopeError)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint title, names and answers; where there is none, why."""
        look, (title, says) = theme(), self.heading()
        head = QRectF(self.box.left(), self.box.top(), self.box.width(), HEAD - 2)
        wide = write(painter, head, title, look.text, typeface(BODY, bold=True))
        write(painter, head.adjusted(wide + 16, 0, 0, 0), says, look.dim)
        for place, (name, box) in enumerate(zip(pane_names(self.session), self.boxes, strict=True)):
            layer = self.layer(place)
            line = QRectF(box.left(), box.top() - NAME, box.width(), NAME - 2)
            title = f"{name} · {layer}" if layer else name
            write(painter, line, title, look.networks[place % 3], typeface(TITLE, bold=True))
            if self.is_drawn(place):
                self.paint_answer(painter, place, box)
                continue
            answer = self.answers[place]
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(BODY))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(
                box, flags, explain(answer) if isinstance(answer, GatescopeError) else "…"
            )

    def paint_step(self, painter: QPainter) -> None:
        """Nothing, where no step changes it."""
