"""`EquationList`: the lecture's equations of the cell, with this step's numbers put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QLabel, QWidget

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from engine.replay.edits import LayerEdit
from gui.cell.equation_texts import EXPLAINED, EquationNumbers, EquationTexts, IdleReason
from gui.kit.grounded import Grounded
from gui.kit.layouts import clear, column
from gui.kit.text_line import TextRun, paint_lines
from gui.kit.tips import explain_when_asked
from gui.kit.view import Viewing
from gui.kit.widgets import label
from gui.look.meanings import series_meaning
from gui.look.numbers_text import number
from gui.look.scale import px
from gui.look.theme import BODY

LINE = BODY + 6
"""The height of a line of numbers."""

_END = TextRun("\n")


class EquationList(Viewing, Grounded):
    """The equations of a cell in the order in which it computes them; below each its numbers and,
    of a gate, what its number means.

    What changes at a step is painted here, at once: a widget a line took twice as long.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._texts = EquationTexts()
        self._heads: dict[str, QLabel] = {}
        self._numbers: dict[str, EquationNumbers] = {}
        self._kind = ""
        self._values: Mapping[str, float] = {}
        self._rooms: dict[str, QRect] = {}
        self._region = QRegion()
        self._stamp: tuple[QSize, QRect] | None = None
        self._column = column(of=self, spacing=10)
        explain_when_asked(self, self._say)
        self.dress()

    def show_cell(self, kind: str, series: tuple[Series, ...]) -> None:
        """Take the equations of a cell."""
        texts = EquationTexts(series)
        if (kind, texts.series) == (self._kind, self._texts.series):
            return
        self._kind = kind
        clear(self._column)
        self._texts, self._numbers = texts, {}
        self._heads = {key: label(wraps=True) for key in texts.series}
        for key, head in self._heads.items():
            head.setTextFormat(Qt.TextFormat.RichText)
            head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines = 2 if key in EXPLAINED else 1
            self._column.addLayout(column(head, lines * LINE, spacing=0))
        self.restyle()

    def _say(self, at: QPointF) -> str:
        """What an equation computes, with its number."""
        key = [key for key, head in self._heads.items() if head.y() <= max(0.0, at.y())][-1]
        value, series = self._values.get(key), self._texts.series[key]
        shown = "" if value is None else number(value, 4, sign=series.signed)
        return series_meaning(self._kind, key, shown)

    def text(self, key: str) -> str:
        """What stands below an equation: the numbers, and what they mean."""
        return _text([self._numbers[key]])

    def show_values(
        self,
        values: Mapping[str, float],
        parts: Mapping[str, Part],
        idle: IdleReason = "",
        changed: Mapping[str, LayerEdit] | None = None,
    ) -> None:
        """Put the numbers in, see `EquationTexts.numbers`."""
        self._values = values
        self._numbers = self._texts.numbers(values, parts, idle, changed or {})
        self.setAccessibleDescription(_text(self._numbers.values()))
        self._find_rooms()
        self.update(self._region)

    def _find_rooms(self) -> None:
        """Look where the numbers of each equation stand, if the equations were laid out anew."""
        last = next(reversed(self._heads.values()), None)
        stamp = None if last is None else (self.size(), last.geometry())
        if stamp == self._stamp:
            return
        self._stamp, self._region = stamp, QRegion()
        for key, head in self._heads.items():
            place = head.geometry()
            lines = 2 if key in EXPLAINED else 1
            room = QRect(place.left(), place.bottom() + 1, place.width(), lines * px(LINE))
            self._rooms[key] = room
            self._region += room

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the numbers below the equations."""
        self._find_rooms()
        line, width, lines = px(LINE), 0, []
        for key, below in self._numbers.items():
            room = self._rooms[key]
            top, width = room.top(), room.width()
            lines.append((below.numbers, top))
            if below.meaning:
                lines.append((below.meaning, top + line))
        paint_lines(painter, lines, width)

    def restyle(self) -> None:
        """Write the equations, each symbol in the colour of its series."""
        self._stamp = None
        for key, head in self._heads.items():
            head.setText(self._texts.head(key))


def _text(numbers: Iterable[EquationNumbers]) -> str:
    """What stands below equations, line by line."""
    lines = [(*line, _END) for below in numbers for line in below if line]
    return "".join([run.text for line in lines for run in line]).rstrip("\n")
