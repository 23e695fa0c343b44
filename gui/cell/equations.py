"""`EquationList`: the lecture's equations of the cell, with this step's numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from gui.cell.run_line import Run, RunLine
from gui.kit.view import View
from gui.look.mathematics import math_html
from gui.look.numbers_text import number
from gui.look.theme import theme

_SYMBOL = re.compile(r"(\(1 - \w_t\)|\b\w_\{t-1\}|\b\w_t\b)")
"""What a number is put in place of: ``(1 - z_t)``, ``h_{t-1}``, ``c_t``."""

EXPLAINED = ("f", "i", "o", "z", "r")
"""The series whose number is put into words."""


Kept = Literal["", "mask", "idle"]
"""Why a cell takes no step: the mask, or there is none of its own."""


class _Block(QWidget):
    """One series: the equation, the numbers, what the number means."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.RichText)
        self.head.setWordWrap(True)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.numbers = RunLine()
        self.meaning = RunLine()
        if key not in EXPLAINED:
            self.meaning.hide()  # shown before it has a parent, it would be a window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.numbers, self.meaning):
            column.addWidget(widget)


class EquationList(View):
    """A block for every series of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._blocks: dict[str, _Block] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.dress()

    def show_cell(self, series: tuple[Series, ...]) -> None:
        """Make a block for every series of a cell, in the order in which it computes them."""
        wanted = {each.key: each for each in sorted(series, key=lambda each: each.place)}
        if wanted == self._series:
            return
        for block in self._blocks.values():
            self._column.removeWidget(block)
            block.hide()  # it is deleted only when Qt is idle
            block.deleteLater()
        self._series = wanted
        self._blocks = {key: _Block(key) for key in wanted}
        for block in self._blocks.values():
            self._column.addWidget(block)
        self.restyle()

    def text(self, key: str) -> str:
        """What stands below an equation: the numbers, and what they mean."""
        block = self._blocks[key]
        return f"{block.numbers.text()}\n{block.meaning.text()}".strip()

    def show_values(
        self, values: Mapping[str, float], parts: Mapping[str, Part], kept: Kept = ""
    ) -> None:
        """Put the numbers in.

        Args:
            values: by key, with ``h_prev`` and ``c_prev``.
            parts: what is summed inside each gate and candidate.
            kept: why the cell takes no step here, so that state and output are kept: the
                mask made it skip, or it has no step of its own; "" where it takes one.
        """
        why = {
            "mask": self.tr("skipped by the mask: kept as it was"),
            "idle": self.tr("no step of its own here: kept as it was"),
        }
        for key, block in self._blocks.items():
            series = self._series[key]
            result = Run(number(values[key], sign=series.signed), theme().of(series), bold=True)
            if kept:
                block.numbers.show_runs(Run(f"{why[kept]} = "), result)
                block.meaning.show_runs()
                continue
            block.numbers.show_runs(*self._put_in(key, values, parts), Run(" = "), result)
            block.meaning.show_runs(Run(self._meaning(key, values[key])))

    def _put_in(
        self, key: str, values: Mapping[str, float], parts: Mapping[str, Part]
    ) -> list[Run]:
        if key not in parts:
            return self._substituted(key, values)
        part = parts[key]
        runs = [Run(f"{self._function(key)}({number(part.input, sign=True)} ")]
        if part.reset_after:
            runs += [
                self._value("r", values["r"]),
                Run(f" × ({number(part.recurrent, sign=True)})"),
            ]
            runs[0] = Run(runs[0].text + "+ ")
        else:
            runs.append(Run(number(part.recurrent, sign=True)))
        if part.bias is not None:
            runs.append(Run(f" {number(part.bias, sign=True)}"))
        return [*runs, Run(")")]

    def _substituted(self, key: str, values: Mapping[str, float]) -> list[Run]:
        """The right side of an equation, with a number in place of each symbol."""
        runs = []
        for piece in _SYMBOL.split(self._series[key].equation.partition(" = ")[2]):
            symbol = _SYMBOL.fullmatch(piece)
            if symbol is None:
                runs.append(Run(piece.replace("*", "×").replace("_", " ")))
            elif piece.startswith("("):
                runs.append(Run(number(1.0 - values[piece[5]])))
            else:
                before = "_prev" if piece.endswith("}") else ""
                runs.append(self._value(piece[0], values[piece[0] + before]))
        return runs

    def _value(self, key: str, value: float) -> Run:
        series = self._series[key]
        return Run(number(value, sign=series.signed), theme().of(series))

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
