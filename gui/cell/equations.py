"""`EquationList`: the lecture's equations of the cell, with this step's numbers put in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.replay.parts import Part
from engine.replay.series import Series
from gui.math_text import math_html
from gui.panes.curves import number
from gui.theme import theme
from gui.view import View

ORDER = ("f", "i", "g", "c", "o", "z", "r", "n", "h")
"""The order in which a cell computes them."""


class EquationList(View):
    """One block a series: the equation, the numbers, what the number means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._labels: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.dress()

    def show_cell(self, series: tuple[Series, ...]) -> None:
        """Make a block for every series of a cell."""
        for label in self._labels.values():
            self._column.removeWidget(label)
            label.deleteLater()
        self._labels = {}
        by_key = {each.key: each for each in series}
        self._series = {key: by_key[key] for key in ORDER if key in by_key}
        for key in self._series:
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._labels[key] = label
            self._column.addWidget(label)

    def show_values(
        self, values: Mapping[str, float], parts: Mapping[str, Part], *, masked: bool
    ) -> None:
        """Put the numbers in.

        Args:
            values: by key, with ``h_prev`` and ``c_prev``.
            parts: what is summed inside each gate and candidate.
            masked: the mask made the cell skip this step; state and output are kept.
        """
        look = theme()
        for key, label in self._labels.items():
            series = self._series[key]
            colour = look.of(series)
            value = number(values[key], sign=series.signed)
            head = math_html(series.equation, 15, {series.symbol: colour})
            inner = self.tr("skipped by the mask: kept as it was") if masked else (
                self._put_in(key, values, parts)
            )
            meaning = "" if masked else self._meaning(key, values[key])
            label.setText(
                f"<div>{head}</div>"
                f'<div style="color:{look.dim};margin-top:2px">{inner} = '
                f'<b style="color:{colour}">{value}</b></div>'
                + (f'<div style="color:{look.dim}">{meaning}</div>' if meaning else "")
            )

    def _put_in(self, key: str, values: Mapping[str, float], parts: Mapping[str, Part]) -> str:
        def signed(name: str) -> str:
            return self._paint(name, number(values[name], sign=True))

        def plain(name: str) -> str:
            return self._paint(name, number(values[name]))

        if key == "c":
            return f"{plain('f')} × {signed('c_prev')} + {plain('i')} × {signed('g')}"
        if key == "h" and "o" in values:
            return f"{plain('o')} × {self._function('h')}({signed('c')})"
        if key == "h" and "z" in values:
            rest = number(1.0 - values["z"])
            return f"{plain('z')} × {signed('h_prev')} + {rest} × {signed('n')}"
        part = parts[key]
        sums = [number(part.input, sign=True)]
        if key == "n" and "r" in values and part.reset_after:
            sums.append(f"{plain('r')} × ({number(part.recurrent, sign=True)})")
        else:
            sums.append(number(part.recurrent, sign=True))
        if part.bias is not None:
            sums.append(number(part.bias, sign=True))
        return f"{self._function(key)}({' '.join(sums)})"

    def _function(self, key: str) -> str:
        inside = self._series[key].equation.split("=", 1)[1]
        name = inside.split("(", 1)[0].split("*")[-1].strip()
        return name.replace("_", " ")

    def _paint(self, key: str, text: str) -> str:
        series = self._series.get(key.removesuffix("_prev"))
        return f'<span style="color:{theme().of(series)}">{text}</span>' if series else text

    def _meaning(self, key: str, value: float) -> str:
        if not 0.0 <= value <= 1.0:
            return ""
        percent = round(100 * value)
        return {
            "f": self.tr("keeps {percent} % of the old cell"),
            "i": self.tr("lets in {percent} % of the candidate"),
            "o": self.tr("lets out {percent} % of the cell"),
            "z": self.tr("keeps {percent} % of the old state"),
            "r": self.tr("uses {percent} % of the old state in the candidate"),
        }.get(key, "").format(percent=percent)
