"""`IdGrid`: the ids of a padded row in lines of ten, padding pale, the chosen step framed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen

from engine.text.review import Review
from gui.look.colours import ink
from gui.look.padding import padding_colour
from gui.look.scale import px
from gui.look.theme import Theme
from gui.look.typefaces import typeface
from gui.training.cards.drawing import Drawing

LINE = 20
MAX_LINES = 13
TAIL = 4
"""Of a row that needs more lines, so many of the last are shown, and a gap before them."""

COUNTS = (20, 10, 8, 5, 2, 1)
"""How many may stand in a line."""


class IdGrid(Drawing):
    """A cell a step, from 0; the pointer says the word, a press chooses the step."""

    step_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._step = 0
        self.setMouseTracking(True)

    def show_row(self, review: Review, step: int) -> None:
        """Show the inputs ``(T,)`` of a review, and frame a step."""
        same = self._review is not None and len(self._review) == len(review)
        self._review, self._step = review, step
        if not same:
            self.updateGeometry()
        self.update()

    # -- places ------------------------------------------------------------------

    def _per_line(self, width: int) -> int:
        if self._review is None or not len(self._review):
            return COUNTS[0]
        widest = str(int(self._review.inputs.max()))
        room = QFontMetricsF(typeface()).horizontalAdvance("0" * max(3, len(widest))) + 4
        return next((count for count in COUNTS if count * room <= width), 1)

    def lines(self, width: int) -> list[tuple[int, int] | None]:
        """The steps ``[first, last)`` of each line; None where lines are left out."""
        if self._review is None:
            return []
        steps, each = len(self._review), self._per_line(width)
        every: list[tuple[int, int] | None] = [
            (first, min(first + each, steps)) for first in range(0, steps, each)
        ]
        if len(every) <= MAX_LINES:
            return every
        return [*every[: MAX_LINES - TAIL - 1], None, *every[-TAIL:]]

    def height_at(self, width: int) -> int:
        """As many lines as there are."""
        return max(1, len(self.lines(width))) * px(LINE)

    def _box(self, line: int, place: int) -> QRectF:
        each = self.width() / self._per_line(self.width())
        return QRectF(place * each, line * px(LINE), each, px(LINE))

    def step_at(self, at: QPointF) -> int | None:
        """The step at a point."""
        lines = self.lines(self.width())
        line = int(at.y() // px(LINE))
        part = lines[line] if 0 <= line < len(lines) else None
        if part is None or at.x() < 0:
            return None
        step = part[0] + int(at.x() // (self.width() / self._per_line(self.width())))
        return step if step < part[1] else None

    def box_of(self, step: int) -> QRectF | None:
        """Where a step is drawn; None where it is left out."""
        for line, part in enumerate(self.lines(self.width())):
            if part is not None and part[0] <= step < part[1]:
                return self._box(line, step - part[0])
        return None

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw the cells line by line."""
        if self._review is None:
            return
        for line, part in enumerate(self.lines(self.width())):
            if part is None:
                painter.setPen(QColor(look.dim))
                gap = QRectF(0, line * px(LINE), self.width(), px(LINE))
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, "· · ·")
                continue
            for step in range(*part):
                self._paint_cell(painter, look, step, self._box(line, step - part[0]))
        if (chosen := self.box_of(self._step)) is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(look.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chosen.adjusted(1, 1, -1, -1), px(3), px(3))

    def _paint_cell(self, painter: QPainter, look: Theme, step: int, box: QRectF) -> None:
        review = self._review
        assert review is not None
        padding, unknown = bool(review.padding[step]), bool(review.unknown[step])
        if not padding:
            painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ink(look.networks[0], 40))
        word = QColor(look.dim if unknown else look.text)
        painter.setPen(padding_colour(look) if padding else word)
        text = str(int(review.inputs[step]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if unknown:
            half = painter.fontMetrics().horizontalAdvance(text) / 2 + 1
            painter.setPen(QPen(QColor(look.dim), 1, Qt.PenStyle.DotLine))
            y, x = round(box.bottom()) - 3.5, box.center().x()
            painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a step."""
        step = self.step_at(event.position())
        if step is not None and event.button() == Qt.MouseButton.LeftButton:
            self.step_clicked.emit(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the word of a step."""
        step = self.step_at(event.position())
        self.explain("" if step is None else self.describe(step))

    def describe(self, step: int) -> str:
        """What stands at a step: its number, the word, the id."""
        if (review := self._review) is None:
            return ""
        place = self.tr("step {step}").format(step=f"{step + 1:,}")
        if review.padding[step]:
            return f"{place} · " + self.tr("padding")
        text = f"{place} · “{review.steps[step]}” · id {int(review.inputs[step])}"
        return text + (" · " + self.tr("unknown") if review.unknown[step] else "")
