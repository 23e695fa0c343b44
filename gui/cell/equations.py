"""`EquationList`: the lecture's equations of the cell, with this step's numbers put in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from engine.replay.edits import LayerEdit
from gui.cell.equation_texts import EXPLAINED, EquationTexts, IdleReason
from gui.kit.layouts import clear, column
from gui.kit.text_line import TextLine
from gui.kit.tips import explain_when_asked
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.meanings import series_meaning
from gui.look.numbers_text import number


class _Block(QWidget):
    """One series: the equation, the numbers, what the number means."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.head = label(wraps=True)
        self.head.setTextFormat(Qt.TextFormat.RichText)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.numbers = TextLine()
        self.meaning = TextLine()
        if key not in EXPLAINED:
            self.meaning.hide()  # shown before it has a parent, it would be a window
        column(self.head, self.numbers, self.meaning, of=self, spacing=0)


class EquationList(View):
    """A block for every series of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = EquationTexts()
        self._blocks: dict[str, _Block] = {}
        self._kind = ""
        self._values: Mapping[str, float] = {}
        self._column = column(of=self, spacing=10)
        self.dress()

    def show_cell(self, kind: str, series: tuple[Series, ...]) -> None:
        """Make a block for every series of a cell, in the order in which it computes them."""
        texts = EquationTexts(series)
        if (kind, texts.series) == (self._kind, self._texts.series):
            return
        self._kind = kind
        clear(self._column)
        self._texts = texts
        self._blocks = {key: _Block(key) for key in texts.series}
        for key, block in self._blocks.items():
            explain_when_asked(block, partial(self._say, key))
            self._column.addWidget(block)
        self.restyle()

    def _say(self, key: str, at: QPointF) -> str:
        """What an equation computes, with its number."""
        value, series = self._values.get(key), self._texts.series[key]
        shown = "" if value is None else number(value, 4, sign=series.signed)
        return series_meaning(self._kind, key, shown)

    def text(self, key: str) -> str:
        """What stands below an equation: the numbers, and what they mean."""
        block = self._blocks[key]
        return f"{block.numbers.text()}\n{block.meaning.text()}".strip()

    def show_values(
        self,
        values: Mapping[str, float],
        parts: Mapping[str, Part],
        idle: IdleReason = "",
        changed: Mapping[str, LayerEdit] | None = None,
    ) -> None:
        """Put the numbers in, see `EquationTexts.numbers`."""
        self._values = values
        for key, below in self._texts.numbers(values, parts, idle, changed or {}).items():
            self._blocks[key].numbers.show_runs(*below.numbers)
            self._blocks[key].meaning.show_runs(*below.meaning)

    def restyle(self) -> None:
        """Write the equations, each symbol in the colour of its series."""
        for key, block in self._blocks.items():
            block.head.setText(self._texts.head(key))
