"""The strips that explain in a picture: what each step did, and how much of it is still felt."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.attribution import Attribution
from engine.explain.memory import Memory
from gui.explain.check_texts import why_in_doubt
from gui.explain.memory_plot import HORIZON, end_text, logarithms, memory_ends
from gui.explain.method_texts import explained_name, explained_number, method_title
from gui.i18n.context import translator
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.look.alignment import AT_RIGHT
from gui.look.numbers_text import number
from gui.look.theme import BODY, CAPTION, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names
from gui.pictures.block import Block
from gui.pictures.explained import Explained
from gui.pictures.picture_texts import width_of, write
from gui.pictures.time_field import AXIS, GUTTER, TimeField
from gui.plots.curves import Line
from gui.plots.guides import paint_guide

_tr = translator("Picture")

HEAD, NAME = 20.0, 15.0
BARS, CURVES = (20.0, 30.0), (56.0, 76.0)
"""The least height and the wanted one of a row of bars below its name, and of the curves of
memory: with less, the ends of a scale would be printed over each other."""


def strip_heights(part: str, explained: Explained) -> tuple[float, float]:
    """The least height of a strip, and the one that it wants."""
    if part == "memory":
        least, wanted = CURVES
    else:
        rows = len(explained.session.panes) * len(explained.explaining.asked.methods)
        least, wanted = (rows * (NAME + each) for each in BARS)
    return HEAD + least + AXIS, HEAD + wanted + AXIS


class Attributions(Block):
    """One row of bars a network and method, each on a scale of its own."""

    def __init__(self, explained: Explained, box: QRectF, right: float, *, dims: bool) -> None:
        super().__init__(explained.session, box)
        self._dims, self._explained = dims, explained
        methods, panes = explained.explaining.asked.methods, explained.session.panes
        self.rows = [
            (place, method, explained.attribution(place, method))
            for method in methods
            for place in range(len(panes))
        ]
        each = (box.height() - HEAD - AXIS) / max(1, len(self.rows))
        steps = max(1, explained.session.steps)
        self.fields = [
            TimeField(
                QRectF(
                    box.left() + GUTTER,
                    box.top() + HEAD + nth * each + NAME,
                    box.width() - GUTTER - right,
                    each - NAME,
                ),
                steps,
            )
            for nth in range(len(self.rows))
        ]

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the bars with what each row is."""
        look, box = theme(), self.box
        at = self._explained.explaining.target().at
        text = _tr("what each step did for the answer at the end")
        if at is not None:
            text = _tr("what each step did for the answer at step {step}").format(step=at + 1)
        wide = width_of(_tr("attribution"), typeface(BODY, bold=True))
        head = QRectF(box.left(), box.top(), box.width(), HEAD - 2)
        write(painter, head, _tr("attribution"), look.text, typeface(BODY, bold=True))
        write(painter, head.adjusted(wide + 16, 0, 0, 0), text, look.dim)
        names = pane_names(self.session)
        for (place, method, answer), field in zip(self.rows, self.fields, strict=True):
            colour = look.networks[place % 3]
            line = QRectF(field.box.left(), field.box.top() - NAME, field.box.width(), NAME - 1)
            title = f"{names[place]} · {method_title(method)}"
            wide = write(painter, line, title, colour, typeface(CAPTION))
            line.setLeft(line.left() + wide + 12)
            field.paint_frame(painter)
            if not isinstance(answer, Attribution):
                write(painter, line, _why(answer), look.dim, typeface(CAPTION))
                continue
            write(painter, line, self._note(place, answer), look.dim, typeface(CAPTION))
            self._paint_bars(painter, field, answer, colour)

    def _note(self, place: int, answer: Attribution) -> str:
        """Of what it is, whether its check holds, and what falls on padding."""
        before = self._explained.before(place, answer)
        parts = [f"{explained_name(answer)} {explained_number(answer, before)}"]
        if answer.checks:
            parts.append("⚠" if why_in_doubt(answer) else "✓")
        trace = self.session.panes[place].trace
        share = 0.0 if trace is None else answer.on_padding(trace.sequence.padding)
        if share > 0:
            parts.append(
                _tr("on padding: {shares}").format(shares=percent_text(f"{100 * share:.0f}"))
            )
        return "  ".join(parts)

    def _paint_bars(
        self, painter: QPainter, field: TimeField, answer: Attribution, colour: str
    ) -> None:
        box = field.box
        most = max(float(np.nanmax(np.abs(answer.scores), initial=0.0)), 1e-12)
        middle, reach = box.center().y(), box.height() / 2 - 1
        paint_guide(painter, middle, box.left(), box.right())
        for step, score in enumerate(np.nan_to_num(answer.scores).tolist()):
            left, wide = field.x_of(step + 0.07), 0.86 * box.width() / field.steps
            tall = score / most * reach
            bar = QRectF(left, min(middle, middle - tall), wide, abs(tall))
            painter.fillRect(bar, QColor(colour))
        field.paint_ends(painter, f"+{number(most)}", f"−{number(most)}")

    def paint_step(self, painter: QPainter) -> None:
        """Paint the cursor."""
        for field in self.fields:
            field.paint_cursor(painter, self.session.step, dims=self._dims, framed=False)
        if self.fields:
            self.fields[-1].paint_axis(painter, self.session.step, _tr("step"))


class Memories(Block):
    """The norm of the gradients back to every step, of all networks on one axis."""

    def __init__(self, explained: Explained, box: QRectF, right: float, *, dims: bool) -> None:
        super().__init__(explained.session, box)
        self._of_answer = explained.explaining.asked.memory == "answer"
        self.answers = [explained.memory(place) for place in range(len(self.session.panes))]
        area = box.adjusted(GUTTER, HEAD, -right, -AXIS)
        self.field = TimeField(area, max(1, self.session.steps))
        self.lines: list[Line] = []
        self._kept: list[Line] = []
        self._horizons: list[tuple[int, str]] = []
        for place, answer in enumerate(self.answers):
            if not isinstance(answer, Memory):
                continue
            colour = theme().networks[place % 3]
            felt = answer.felt_by_answer if self._of_answer else answer.felt
            self.lines += logarithms([(felt, colour)])
            if answer.gate_product is not None:
                self._kept += logarithms([(answer.gate_product.mean(axis=1), colour)])
            horizon = self._horizon(answer)
            if horizon is not None:
                self._horizons.append((answer.step_of(horizon), colour))
        self._low, self._high = memory_ends(self.lines)

    def _horizon(self, answer: Memory) -> int | None:
        return answer.answer_horizon if self._of_answer else answer.horizon

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the curves, what gates keep, and where 1 % is left."""
        look, field = theme(), self.field
        head = QRectF(self.box.left(), self.box.top(), self.box.width(), HEAD - 2)
        bold = typeface(BODY, bold=True)
        left = write(painter, head, _tr("memory"), look.text, bold) + 16
        what = "|d y / d h_t|" if self._of_answer else "|d h_T / d h_t|"
        left += write(painter, head.adjusted(left, 0, 0, 0), what, look.dim) + 16
        self._paint_names(painter, head.adjusted(left, 0, 0, 0))
        field.paint_frame(painter)
        paint_guide(
            painter,
            field.point(0, HORIZON, self._low, self._high).y(),
            field.box.left(),
            field.box.right(),
        )
        field.paint_ends(painter, end_text(self._high), end_text(self._low))
        painter.save()
        painter.setClipRect(field.box, Qt.ClipOperation.IntersectClip)
        dashed = Qt.PenStyle.DashLine
        field.paint_lines(painter, self._kept, self._low, self._high, style=dashed)
        field.paint_lines(painter, self.lines, self._low, self._high)
        for step, colour in self._horizons:
            painter.setPen(QPen(QColor(colour), 1, dashed))
            x = field.x_of(step + 0.5)
            painter.drawLine(QPointF(x, field.box.top()), QPointF(x, field.box.bottom()))
        painter.restore()

    def _paint_names(self, painter: QPainter, room: QRectF) -> None:
        """Each network with how far back it feels, at the right."""
        names = pane_names(self.session)
        for place, answer in reversed(list(enumerate(self.answers))):
            said = f"{names[place]}: {self._said(answer)}"
            colour = theme().networks[place % 3]
            room.setRight(room.right() - write(painter, room, said, colour, align=AT_RIGHT) - 16)

    def _said(self, answer: object) -> str:
        if not isinstance(answer, Memory):
            return _why(answer)
        felt = answer.felt_by_answer if self._of_answer else answer.felt
        if not len(felt):
            return _tr("no answer")
        horizon = self._horizon(answer)
        text = _tr("1\u00a0% left after {count} steps")
        if horizon is None:
            if answer.steps_before < 1:
                return _tr("one step is read")
            text = _tr("1\u00a0% left after more than {count} steps")
        return filled(text, {"count": answer.steps_before if horizon is None else horizon})

    def paint_step(self, painter: QPainter) -> None:
        """Paint the cursor and the dots: what is felt at the end is known at the end."""
        step, field = self.session.step, self.field
        field.paint_cursor(painter, step, dims=False, framed=False)
        field.paint_dots(painter, step, self.lines, self._low, self._high)
        field.paint_axis(painter, step, _tr("step"))


def _why(answer: object) -> str:
    return explain(answer) if isinstance(answer, GatescopeError) else "…"
