"""`EquationTexts`: the lecture's equations of a cell as text, with a step's numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from gui.kit.text_line import TextRun, merged
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
class EquationNumbers:
    """What stands below one equation: its numbers, and what its result means, if that is said."""

    numbers: tuple[TextRun, ...]
    meaning: tuple[TextRun, ...] = ()


class EquationTexts:
    """Writes the equations of a cell in the theme that is worn.

    ``series`` are in the order in which the cell computes them, by key.
    """

    def __init__(self, series: tuple[Series, ...] = ()) -> None:
        self.series = {each.key: each for each in sorted(series, key=lambda each: each.place)}

    def head(self, key: str) -> str:
        """An equation as rich text, its symbol in the colour of the series."""
        series = self.series[key]
        return math_html(series.equation, 15, {series.symbol: theme().of(series)})

    def numbers(
        self, values: Mapping[str, float], parts: Mapping[str, Part], idle: IdleReason = ""
    ) -> dict[str, EquationNumbers]:
        """What stands below each equation.

        Args:
            values: by key, with ``h_prev`` and ``c_prev``.
            parts: what is summed inside each gate and candidate.
            idle: why the cell takes no step here, so that state and output are kept: the
                mask made it skip, or it has no step of its own; "" where it takes one.
        """
        why = {
            "mask": _tr("skipped by the mask: kept as it was"),
            "idle": _tr("no step of its own here: kept as it was"),
        }
        written = {}
        for key, series in self.series.items():
            result = TextRun(number(values[key], sign=series.signed), theme().of(series), bold=True)
            if idle:
                written[key] = EquationNumbers(merged(TextRun(f"{why[idle]} = "), result))
                continue
            runs = merged(*self._put_in(key, values, parts), TextRun(" = "), result)
            meaning = self._meaning(key, values[key])
            written[key] = EquationNumbers(runs, (TextRun(meaning),) if meaning else ())
        return written

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
        for piece in _SYMBOL.split(self.series[key].equation.partition(" = ")[2]):
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
        series = self.series[key]
        return TextRun(number(value, sign=series.signed), theme().of(series))

    def _function(self, key: str) -> str:
        inside = self.series[key].equation.split("=", 1)[1]
        name = inside.split("(", 1)[0].split("*")[-1].strip()
        return name.replace("_", " ")

    def _meaning(self, key: str, value: float) -> str:
        if not 0.0 <= value <= 1.0 or key not in EXPLAINED:
            return ""
        words = {
            "f": _tr("keeps {percent} % of the old cell"),
            "i": _tr("lets in {percent} % of the candidate"),
            "o": _tr("lets out {percent} % of the cell"),
            "z": _tr("keeps {percent} % of the old state"),
            "r": _tr("uses {percent} % of the old state in the candidate"),
        }
        return words[key].format(percent=round(100 * value))


def _tr(text: str) -> str:
    return QCoreApplication.translate("EquationList", text)
