"""`EquationList`: the lecture's equations of the cell, with this step's numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from gui.kit.layouts import clear, column
from gui.kit.text_line import TextLine, TextRun
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.mathematics import math_html
from gui.look.numbers_text import number
from gui.look.theme import theme

_SYMBOL = re.compile(r"(\(1 - \w_t\)|\b\w_\{t-1\}|\b\w_t\b)")
"""What a number is put in place of: ``(1 - z_t)``, ``h_{t-1}``, ``c_t``."""

EXPLAINED = ("f", "i", "o", "z", "r")
"""The series whose number is put into words."""


IdleReason = Literal["", "mask", "idle"]
"""Why a cell takes no step: the mask, or there is none of its own."""


@dataclass(frozen=True)
class EquationText:
    """What one block says: the equation as rich text, and the two lines below it.

    ``explained`` is whether this kind of series has its number put into words.
    """

    head: str
    numbers: TextLine
    meaning: TextLine
    explained: bool


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
        self._series: dict[str, Series] = {}
        self._blocks: dict[str, _Block] = {}
        self._column = column(of=self, spacing=10)
        self.dress()

    def show_cell(self, series: tuple[Series, ...]) -> None:
        """Make a block for every series of a cell, in the order in which it computes them."""
        ordered = {each.key: each for each in sorted(series, key=lambda each: each.place)}
        if ordered == self._series:
            return
        clear(self._column)
        self._series = ordered
        self._blocks = {key: _Block(key) for key in ordered}
        for block in self._blocks.values():
            self._column.addWidget(block)
        self.restyle()

    def text(self, key: str) -> str:
        """What stands below an equation: the numbers, and what they mean."""
        block = self._blocks[key]
        return f"{block.numbers.text()}\n{block.meaning.text()}".strip()

    def lines(self) -> list[EquationText]:
        """What it says, block by block."""
        return [
            EquationText(block.head.text(), block.numbers, block.meaning, key in EXPLAINED)
            for key, block in self._blocks.items()
        ]

    def show_values(
        self, values: Mapping[str, float], parts: Mapping[str, Part], idle: IdleReason = ""
    ) -> None:
        """Put the numbers in.

        Args:
            values: by key, with ``h_prev`` and ``c_prev``.
            parts: what is summed inside each gate and candidate.
            idle: why the cell takes no step here, so that state and output are kept: the
                mask made it skip, or it has no step of its own; "" where it takes one.
        """
        why = {
            "mask": self.tr("skipped by the mask: kept as it was"),
            "idle": self.tr("no step of its own here: kept as it was"),
        }
        for key, block in self._blocks.items():
            series = self._series[key]
            result = TextRun(number(values[key], sign=series.signed), theme().of(series), bold=True)
            if idle:
                block.numbers.show_runs(TextRun(f"{why[idle]} = "), result)
                block.meaning.show_runs()
                continue
            block.numbers.show_runs(*self._put_in(key, values, parts), TextRun(" = "), result)
            block.meaning.show_runs(TextRun(self._meaning(key, values[key])))

    def _put_in(
        self, key: str, values: Mapping[str, float], parts: Mapping[str, Part]
    ) -> list[TextRun]:
        if key not in parts:
            return self._substituted(key, values)
        part = parts[key]
        runs = [TextRun(f"{self._function(key)}({number(part.input, sign=True)} ")]
        if part.reset_after:
            times = TextRun(f" × ({number(part.recurrent, sign=True)})")
            runs += [TextRun("+ "), self._value("r", values["r"]), times]
        else:
            runs.append(TextRun(number(part.recurrent, sign=True)))
        if part.bias is not None:
            runs.append(TextRun(f" {number(part.bias, sign=True)}"))
        return [*runs, TextRun(")")]

    def _substituted(self, key: str, values: Mapping[str, float]) -> list[TextRun]:
        """The right side of an equation, with a number in place of each symbol."""
        runs = []
        for piece in _SYMBOL.split(self._series[key].equation.partition(" = ")[2]):
            symbol = _SYMBOL.fullmatch(piece)
            if symbol is None:
                runs.append(TextRun(piece.replace("*", "×").replace("_", " ")))
            elif piece.startswith("("):
                runs.append(TextRun(number(1.0 - values[piece[5]])))
            else:
                before = "_prev" if piece.endswith("}") else ""
                runs.append(self._value(piece[0], values[piece[0] + before]))
        return runs

    def _value(self, key: str, value: float) -> TextRun:
        series = self._series[key]
        return TextRun(number(value, sign=series.signed), theme().of(series))

    def _function(self, key: str) -> str:
        inside = self._series[key].equation.split("=", 1)[1]
        name = inside.split("(", 1)[0].split("*")[-1].strip()
        return name.replace("_", " ")

    def _meaning(self, key: str, value: float) -> str:
        if not 0.0 <= value <= 1.0 or key not in EXPLAINED:
            return ""
        words = {
            "f": self.tr("keeps {percent} % of the old cell"),
            "i": self.tr("lets in {percent} % of the candidate"),
            "o": self.tr("lets out {percent} % of the cell"),
            "z": self.tr("keeps {percent} % of the old state"),
            "r": self.tr("uses {percent} % of the old state in the candidate"),
        }
        return words[key].format(percent=round(100 * value))

    def restyle(self) -> None:
        """Write the equations, each symbol in the colour of its series."""
        look = theme()
        for key, block in self._blocks.items():
            series = self._series[key]
            block.head.setText(math_html(series.equation, 15, {series.symbol: look.of(series)}))
