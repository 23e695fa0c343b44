"""`Schema`: inputs, cells and outputs as the lecture draws them, the same for every kind of RNN, with
what a network really read and answered in the boxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen

from gui.kit.grounded import Grounded
from gui.kit.view import Viewing
from gui.kit.widgets import name_widget
from gui.look.colours import coloured, image_of, ink
from gui.look.painted_text import TextPainter, text_width
from gui.look.scale import px, sized, stroke
from gui.look.theme import BODY, TITLE, theme
from gui.look.typefaces import typeface

HEIGHT, BOX, ROOM = 168, 34, 64
"""Pixels at 100 %: of the whole, of a box; the least width of a column."""

LARGEST = 1.6
"""How many times as large it may be, where there is room below it."""

LETTER_ROOM = 21
"""The same where a box holds one character."""

NAMES = 58
"""Room at the left for what the rows are called."""

Place = Callable[[int, int, int], bool]
"""Whether a column, of so many of which so many read, has a box."""

States = npt.NDArray[np.floating]
"""``(columns, U)``, what each cell hands on."""


@dataclass(frozen=True)
class DrawnKind:
    """How a kind of RNN is drawn.

    Attributes:
        reads, answers: which columns have an input, and an output that counts.
        has_time: whether a cell hands its state on to the next.
        writes_on: whether an output is the next input.
        fixed_column: the column that is always drawn, from 0 or, below it, from the last; None for none.
    """

    reads: Place
    answers: Place
    has_time: bool = True
    writes_on: bool = False
    fixed_column: int | None = None


def _each(place: int, columns: int, read: int) -> bool:
    return True


def _first(place: int, columns: int, read: int) -> bool:
    return place == 0


def _last(place: int, columns: int, read: int) -> bool:
    return place == columns - 1


def _while_read(place: int, columns: int, read: int) -> bool:
    return place < read


def _once_read(place: int, columns: int, read: int) -> bool:
    return place >= read


KINDS: Mapping[str, DrawnKind] = {
    "one_to_one": DrawnKind(_each, _each, has_time=False),
    "one_to_many": DrawnKind(_first, _each, fixed_column=0),
    "many_to_one": DrawnKind(_each, _last, fixed_column=-1),
    "many_to_many": DrawnKind(_each, _each),
    "after_the_whole": DrawnKind(_while_read, _once_read, writes_on=True),
}
"""By name; the lecture's five."""


@dataclass(frozen=True)
class Box:
    """What an output says, and its colour, "" for the text's."""

    text: str
    colour: str = ""


class Schema(Viewing, Grounded):
    """Columns of an input, a cell and an output around the column of the moment.

    Signals:
        column_asked(int): a column was clicked, from 0.
    """

    column_asked = Signal(int)

    def __init__(self, kind: str, *, grows: bool = False) -> None:
        super().__init__()
        self.kind = KINDS[kind]
        self.inputs: Sequence[str] = ()
        self.outputs: Sequence[Box] = ()
        self.read, self.now = 0, 0
        self._states: States | None = None
        self._rows = ("", "", "")
        self._widths: dict[int, float] = {}  # of the longest text, by its height in pixels
        sized(self.setMinimumHeight, HEIGHT)
        sized(self.setMaximumHeight, round(HEIGHT * (LARGEST if grows else 1)))
        self.dress()

    def show_columns(
        self,
        inputs: Sequence[str],
        outputs: Sequence[Box],
        now: int,
        read: int | None = None,
        states: States | None = None,
    ) -> None:
        """Show other boxes.

        Args:
            inputs, outputs: of each column; an output of "" is not there yet.
            now: the column of the moment.
            read: how many columns read, of a kind that writes after it has read.
            states: what each cell hands on, ``(columns, U)``, from -1 to 1.
        """
        self.inputs, self.outputs, self._states = inputs, outputs, states
        self._widths = {}
        self.read = len(outputs) if read is None else read
        self.now = min(now, len(outputs) - 1)
        self.update()

    # -- where things are --------------------------------------------------------

    @property
    def _times(self) -> float:
        """How many times as large as at least it is drawn; not so large that columns are lost."""
        tall = self.height() / max(1, px(HEIGHT))
        longest = self._longest(BODY)
        least = (
            px(LETTER_ROOM) if longest < px(LETTER_ROOM) / 2 else max(px(ROOM), longest + px(20))
        )
        wide = 0.97 * self.width() / max(1.0, px(NAMES) + least * max(1, len(self.outputs)))
        return max(1.0, min(tall, wide, LARGEST))

    def _px(self, size: float) -> int:
        return round(px(100) * size * self._times / 100)

    def _size(self, size: int) -> int:
        """Of letters, at 100 %."""
        return round(size * self._times)

    @property
    def _column(self) -> float:
        """The least width of a column."""
        longest = self._longest(self._size(BODY))
        is_letters = all(len(text) < 2 for text in self._texts())
        return (
            self._px(LETTER_ROOM)
            if is_letters
            else min(self._px(104), max(self._px(ROOM), longest + self._px(20)))
        )

    def _longest(self, size: int) -> float:
        """The width of the longest text of any column, measured once for all that asks for it."""
        if px(size) not in self._widths:
            widths = (text_width(text, size) for text in self._texts())
            self._widths[px(size)] = max(widths, default=0.0)
        return self._widths[px(size)]

    def _texts(self) -> list[str]:
        return [*self.inputs, *(each.text for each in self.outputs)]

    def columns(self) -> list[int]:
        """Those that are drawn, the one of the moment among them."""
        total = len(self.outputs)
        count = max(1, min(total, int((self.width() - self._px(NAMES)) // max(1.0, self._column))))
        first = min(max(0, self.now - count // 2), total - count)
        shown = list(range(first, first + count))
        if self.kind.fixed_column is not None and count > 2:
            shown[self.kind.fixed_column] = self.kind.fixed_column % total
            if self.now not in shown:  # it stood where the kept one is
                shown[-2 if self.kind.fixed_column else 1] = self.now
        return shown

    def box(self, column: int, row: int) -> QRectF:
        """Where a box stands, of a column that is drawn; row 0 holds outputs, 1 cells, 2 inputs."""
        columns, left = self.columns(), self._px(NAMES)
        width = min((self.width() - left) / max(1, len(columns)), 1.6 * self._column)
        wide = width - (self._px(4) if self._column <= self._px(LETTER_ROOM) else self._px(16))
        x = left + columns.index(column) * width + (width - wide) / 2
        step = (self.height() - self._px(BOX) - 4) / 2
        return QRectF(x, 2 + row * step, wide, self._px(BOX))

    # -- painting ----------------------------------------------------------------

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint names, arrows and boxes."""
        if not self.outputs:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, texts, columns = theme(), TextPainter(painter), self.columns()
        painter.setPen(ink(look.dim))
        for row, name in enumerate(self._rows):
            box = self.box(columns[0], row)
            texts.paint_in_line(
                QRectF(0, box.y(), self._px(NAMES), box.height()), 0, name, self._size(BODY)
            )
        for column in columns:
            self._paint_column(painter, column)
        if self.kind.has_time:
            for column in columns:
                self._paint_time(painter, column, columns)

    def _paint_column(self, painter: QPainter, column: int) -> None:
        look, is_now, total = theme(), column == self.now, len(self.outputs)
        reads = self.kind.reads(column, total, self.read)
        counts = self.kind.answers(column, total, self.read)
        output, cell = self.outputs[column], self.box(column, 1)
        self._paint_box(painter, cell, look.accent if is_now else look.faint, is_filled=True)
        if self._states is not None and column < len(self._states):
            inside = cell.adjusted(self._px(5), self._px(5), -self._px(5), -self._px(5))
            values = np.asarray(self._states[column], np.float64)
            painter.drawImage(inside, image_of(coloured(values[None, :] / 2 + 0.5)))
        if reads and column < len(self.inputs):
            below = self.box(column, 2)
            self._paint_box(painter, below, look.accent if is_now else look.line)
            self._write(painter, below, self.inputs[column], look.text if is_now else look.dim)
            self._arrow(painter, _top(below), _foot(cell), lit=is_now)
        if output.text and (counts or self.kind is KINDS["many_to_one"]):
            above = self.box(column, 0)
            line = output.colour or (look.accent if is_now and counts else look.line)
            self._paint_box(painter, above, line, is_dashed=not counts)
            colour = output.colour or (look.text if counts else look.faint)
            self._write(painter, above, output.text, colour, bold=is_now and counts)
            self._arrow(painter, _top(cell), _foot(above), lit=is_now and counts, pale=not counts)

    def _paint_time(self, painter: QPainter, column: int, columns: list[int]) -> None:
        """The arrow to the next cell, and of one that writes on, from its answer to there."""
        total, cell = len(self.outputs), self.box(column, 1)
        middle = cell.center().y()
        if column == columns[0] and column > 0:
            start = QPointF(cell.left() - self._px(12), middle)
            self._arrow(painter, start, QPointF(cell.left(), middle), lit=False)
        if column == total - 1:
            return
        is_last = column == columns[-1]
        following = column + 1 if is_last else columns[columns.index(column) + 1]
        end = cell.right() + self._px(12) if is_last else self.box(following, 1).left()
        is_lit = following == self.now
        start = QPointF(cell.right(), middle)
        self._arrow(
            painter, start, QPointF(end, middle), lit=is_lit, is_dashed=following > column + 1
        )
        if not self.kind.writes_on or is_last or not self.outputs[column].text:
            return
        if column < self.read or not self.outputs[column + 1].text:
            return
        look, above, after = theme(), self.box(column, 0), self.box(column + 1, 1)
        pen = QPen(ink(look.accent if is_lit else look.faint), stroke(1.2), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(above.right(), above.center().y()))
        x = (above.right() + after.left()) / 2
        foot = after.bottom() + self._px(12)
        path.lineTo(x, above.center().y())
        path.lineTo(x, foot)
        path.lineTo(after.center().x(), foot)
        painter.drawPath(path)
        self._arrow(painter, QPointF(after.center().x(), foot), _foot(after), lit=is_lit)

    def _paint_box(
        self,
        painter: QPainter,
        box: QRectF,
        colour: str,
        *,
        is_filled: bool = False,
        is_dashed: bool = False,
    ) -> None:
        look = theme()
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink(colour), stroke(1.5), style))
        painter.setBrush(ink(look.raised if is_filled else look.surface))
        radius = self._px(6) if box.width() > self._px(30) else self._px(3)
        painter.drawRoundedRect(box, radius, radius)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, colour: str, *, bold: bool = False
    ) -> None:
        size = self._size(TITLE if len(text) < 2 else BODY)
        metrics = QFontMetrics(typeface(size, bold=bold))
        room = round(box.width()) - (0 if len(text) < 2 else self._px(6))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(ink(colour))
        TextPainter(painter).paint_centred(box, shown, size, bold=bold)

    def _arrow(
        self,
        painter: QPainter,
        start: QPointF,
        end: QPointF,
        *,
        lit: bool,
        pale: bool = False,
        is_dashed: bool = False,
    ) -> None:
        """An arrow; a dashed one passes over columns that are not drawn."""
        look = theme()
        colour = look.accent if lit else look.line if pale else look.faint
        style = Qt.PenStyle.DotLine if is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink(colour), stroke(1.5), style))
        painter.drawLine(start, end)
        way = end - start
        length = max(1.0, float(np.hypot(way.x(), way.y())))
        along, across = way / length, QPointF(-way.y(), way.x()) / length
        for side in (1, -1):
            painter.drawLine(end, end - along * self._px(4) + across * side * self._px(3))

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a column."""
        for column in self.columns() if self.outputs else []:
            boxes = self.box(column, 0).united(self.box(column, 2)).adjusted(-4, 0, 4, 0)
            if boxes.contains(event.position()):
                self.column_asked.emit(column)
                return

    def retranslate(self) -> None:
        """Name the rows."""
        middle = self.tr("cells") if self.kind.has_time else self.tr("layers")
        self._rows = (self.tr("answers"), middle, self.tr("inputs"))
        name_widget(self, self.tr("inputs, cells and answers, step by step"), " ")
        self.update()

    def restyle(self) -> None:
        """See `paint`."""
        self.update()


def _top(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.top())


def _foot(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.bottom())
