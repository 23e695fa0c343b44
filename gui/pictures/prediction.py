"""The predictions in a picture, had the review ended at each step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.session import signals
from engine.session.session import Session
from gui.i18n.context import translator
from gui.look.alignment import AT_RIGHT
from gui.look.colours import ink
from gui.look.numbers_text import number
from gui.look.theme import BODY, CAPTION, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names
from gui.pictures.block import Block
from gui.pictures.picture_texts import width_of, write
from gui.pictures.time_field import AXIS, GUTTER, TimeField
from gui.plots.curves import GHOST, HAIR, Line
from gui.plots.scale import answer_ends

_tr = translator("Picture")

HEAD = 20.0


def room_of_ends(ends: tuple[str, str]) -> float:
    """The width of what 0 and 1 stand for, at the right."""
    words = max(width_of(word, typeface(CAPTION - 1)) for word in ends)
    return words + 6 if words else 0.0


class Predictions(Block):
    """A curve a network, with its name and its answer at the step."""

    def __init__(
        self,
        session: Session,
        box: QRectF,
        *,
        dims: bool,
        ends: tuple[str, str] = ("", ""),
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__(session, box)
        self._dims, self._ends = dims, ends
        fits = len(names) == len(session.panes)
        self._names = list(names) if fits else pane_names(session)
        self._curves = session.predictions()
        self._lines: list[Line] = [
            (curve, theme().networks[place % 3])
            for place, curve in enumerate(self._curves)
            if curve is not None
        ]
        self._before = signals.ghosts(session.panes, session.steps)
        self.ghosts: list[Line] = [
            (curve, theme().networks[place % 3])
            for place, curve in enumerate(self._before)
            if curve is not None
        ]
        self._low, self._high, self._guide = answer_ends(
            [values for values, _ in self._lines + self.ghosts],
            signals.are_probabilities(session.panes),
        )
        self._part = session.parting()
        area = box.adjusted(GUTTER, HEAD, -room_of_ends(ends), -AXIS)
        self.field = TimeField(area, max(1, session.steps))

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the curves, and the step where they part."""
        look, field = theme(), self.field
        head = QRectF(self.box.left(), self.box.top(), self.box.width(), HEAD - 2)
        write(painter, head, _tr("prediction so far"), look.text, typeface(BODY, bold=True))
        field.paint_frame(painter)
        field.paint_heights(painter, self._low, self._high, self._guide)
        self._paint_ends(painter)
        field.paint_lines(painter, self.ghosts, self._low, self._high, alpha=GHOST)
        self._paint_changes(painter)
        field.paint_lines(painter, self._lines, self._low, self._high)
        if self._part is not None:
            painter.setPen(QPen(QColor(look.dim), 1, Qt.PenStyle.DashLine))
            x = field.x_of(self._part + 0.5)
            painter.drawLine(QPointF(x, field.box.top()), QPointF(x, field.box.bottom()))
            text = _tr("they part at step {step}").format(step=self._part + 1)
            write(painter, head, text, look.dim, align=AT_RIGHT)

    def _paint_changes(self, painter: QPainter) -> None:
        """Hairs that lead from the untouched answers to those of the edited reading."""
        for place, (before, after) in enumerate(zip(self._before, self._curves, strict=True)):
            if before is None or after is None:
                continue
            painter.setPen(QPen(ink(theme().networks[place % 3], HAIR), 0.7))
            for step, (old, new) in enumerate(zip(before.tolist(), after.tolist(), strict=False)):
                if np.isfinite(old) and np.isfinite(new):
                    ends = (
                        self.field.point(step, each, self._low, self._high) for each in (old, new)
                    )
                    painter.drawLine(*ends)

    def _paint_ends(self, painter: QPainter) -> None:
        """What 0 and 1 stand for, at the right."""
        font, right = typeface(CAPTION - 1), self.box.right()
        for value, word in zip((0.0, 1.0), self._ends, strict=True):
            y = self.field.point(0, value, self._low, self._high).y()
            room = QRectF(self.field.box.right() + 6, y - 7, right - self.field.box.right(), 14)
            write(painter, room, word, theme().dim, font)

    def paint_step(self, painter: QPainter) -> None:
        """Paint the cursor, the dots, and each answer beside its name."""
        step, field = self.session.step, self.field
        field.paint_cursor(painter, step, dims=self._dims, framed=False)
        field.paint_dots(painter, step, self._lines, self._low, self._high)
        field.paint_axis(painter, step, _tr("step"))
        left = self.box.left() + width_of(_tr("prediction so far"), typeface(BODY, bold=True)) + 20
        text = "" if self._part is None else _tr("they part at step {step}")
        right = self.box.right() - (width_of(text, typeface(BODY)) + 16 if text else 0)
        answers = [
            (self._names[place], self._answer(place, step), theme().networks[place % 3])
            for place, curve in enumerate(self._curves)
            if curve is not None and step < len(curve) and np.isfinite(curve[step])
        ]
        bold = typeface(BODY, bold=True)
        for place, (name, value, colour) in enumerate(answers):
            room = (right - left) / (len(answers) - place)
            worth = width_of(f" {value}", bold)
            box = QRectF(left, self.box.top(), max(0.0, room - worth - 14), HEAD - 2)
            left += write(painter, box, name, colour)
            box = QRectF(left + 5, self.box.top(), worth + 4, HEAD - 2)
            left += 5 + write(painter, box, value, colour, bold) + 16

    def _answer(self, place: int, step: int) -> str:
        """The answer of a network, and what edits have changed of it."""
        curve, before = self._curves[place], self._before[place]
        assert curve is not None
        said = number(float(curve[step]))
        if before is not None and step < len(before) and np.isfinite(before[step]):
            said += f" ({number(float(curve[step] - before[step]), sign=True)})"
        return said
