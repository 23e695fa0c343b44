"""The head of a picture: what is read, where it stands, and what the colours of the words mean."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from engine.replay.cells.series import is_signed
from engine.session.session import Session
from gui.i18n.context import translator
from gui.look.alignment import AT_RIGHT
from gui.look.colours import gradient, ink
from gui.look.numbers_text import number
from gui.look.theme import BODY, CAPTION, HEADING, theme
from gui.look.typefaces import typeface
from gui.naming import label_name, step_word
from gui.pictures.block import Block
from gui.pictures.picture_texts import width_of, write
from gui.review.listing import title
from gui.review.shade_menu import shade_name

_tr = translator("Picture")

HEIGHT = 42.0
_BAR = 64.0


def reading_title(session: Session) -> str:
    """What is read: a review by its number and label, a text of one's own, a series."""
    review, sequence = session.review, session.sequence
    if review is None:
        return _tr("Nothing read yet") if sequence is None else sequence.title or _tr("Numbers")
    name = review.title or _tr("Own text")
    if review.number is not None:
        name = title(review.number)
    label = label_name(-1 if review.label is None else review.label)
    return f"{name} · {label}" if label else name


def heading_of(session: Session) -> str:
    """The same, and that it was edited, if it was."""
    title = reading_title(session)
    is_edited = any(pane.trace is not None and pane.trace.edits for pane in session.panes)
    return f"{title} · {_tr('edited')}" if is_edited else title


class Header(Block):
    """A title, and below it the step; at the right what colours the words."""

    def __init__(
        self, session: Session, box: QRectF, heading: str, *, explains_shade: bool
    ) -> None:
        super().__init__(session, box)
        reading = heading_of(session)
        self._lines = (heading, f"{reading} · ") if heading else (reading, "")
        self._explains = explains_shade

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the title, and the scale of the words' colours."""
        look, box = theme(), self.box
        line = QRectF(box.left(), box.top(), box.width(), 21)
        wide = box.width()
        if self._explains:
            wide -= self._paint_shade(painter) + 24
        write(painter, QRectF(line.left(), line.top(), wide, 21), self._lines[0], look.text,
              typeface(HEADING, bold=True))  # fmt: skip
        write(painter, self._second, self._lines[1], look.dim)

    @property
    def _second(self) -> QRectF:
        return QRectF(self.box.left(), self.box.top() + 22, self.box.width() * 0.7, 17)

    def paint_step(self, painter: QPainter) -> None:
        """Paint the step and what is read there."""
        session, look, room = self.session, theme(), self._second
        if session.sequence is None:
            return
        text = _tr("step {step} of {steps}").format(step=session.step + 1, steps=session.steps)
        room.setLeft(room.left() + width_of(self._lines[1], typeface(BODY)))
        wide = write(painter, room, text, look.dim)
        room.setLeft(min(room.right(), room.left() + wide + 8))
        word = step_word(session, session.step, _tr("padding"))
        write(painter, room, word, look.accent, typeface(BODY, bold=True))

    def _paint_shade(self, painter: QPainter) -> float:
        """Which signal colours the words, with its scale; returns the width."""
        session, look = self.session, theme()
        values, shade = session.shading(), session.shade
        if values is None or not len(values):
            return 0.0
        signed = is_signed(shade.key)
        text = _tr("colour: {signal}").format(signal=shade_name(session))
        high = float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) if signed else 1.0
        low = -high if signed else 0.0
        line = QRectF(self.box.left(), self.box.top() + 1, self.box.width(), 17)
        write(painter, line, text, look.dim, typeface(CAPTION), AT_RIGHT)
        ends, small = (number(low), number(high)), typeface(CAPTION - 1)
        right = self.box.right() - width_of(ends[1], small) - 5
        bar = QRectF(right - _BAR, self.box.top() + 26, _BAR, 6)
        painter.setPen(QPen(ink(look.line), 0.8))
        painter.setBrush(gradient(bar.topLeft(), bar.topRight(), signed=signed))
        painter.drawRect(bar)
        line = QRectF(self.box.left(), self.box.top() + 20, self.box.width(), 17)
        write(painter, line, ends[1], look.dim, small, AT_RIGHT)
        line.setRight(bar.left() - 5)
        write(painter, line, ends[0], look.dim, small, AT_RIGHT)
        return width_of(text, typeface(CAPTION))
