"""`EquationTexts`: the lecture's equations of a cell as text, with a step's numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from engine.replay.cells.parts import Part
from engine.replay.cells.series import Series
from engine.replay.edits import GateEdit, LayerEdit
from engine.replay.trace import LayerTrace
from gui.kit.text_line import TextRun
from gui.look.mathematics import math_html
from gui.look.numbers_text import number
from gui.look.theme import theme

_SYMBOL = re.compile(r"(\(1 - \w_t\)|\b\w_\{t-1\}|\b\w_t\b)")
"""What a number is put in place of: ``(1 - z_t)``, ``h_{t-1}``, ``c_t``."""

_READ = str.maketrans({"*": "×", "_": " ", "-": "−"})
"""What stands between symbols, as it is read."""

EQUALS = " = "

IdleReason = Literal["", "mask", "idle", "map"]
"""Why no numbers are put in: the mask, no step of its own, or there is an equation at every point
of a map."""


def idle_reason(trace: LayerTrace, step: int) -> IdleReason:
    """Why no numbers are put in at a step, "" if they are."""
    if trace.masked[step]:
        return "mask"
    return "idle" if trace.is_idle(step) else "map" if trace.maps else ""


class EquationNumbers(NamedTuple):
    """What stands below one equation: its numbers, and what its result means, if that is said."""

    numbers: tuple[TextRun, ...]
    meaning: tuple[TextRun, ...] = ()


class EquationTexts:
    """Writes the equations of a cell in the theme that is worn.

    ``series`` are in the order in which the cell computes them, by key.
    """

    def __init__(self, series: tuple[Series, ...] = ()) -> None:
        self.series = {each.key: each for each in sorted(series, key=lambda each: each.place)}
        right = {key: each.equation.partition(" = ")[2] for key, each in self.series.items()}
        self._pieces = {key: _pieces(f"{text}{EQUALS}") for key, text in right.items()}
        self._signed = {key: each.signed for key, each in self.series.items()}
        self._colours: dict[str, str] = {}
        self._functions = {key: _function(text) for key, text in right.items()}

    def head(self, key: str) -> str:
        """An equation as rich text, its symbol in the colour of the series."""
        series = self.series[key]
        return math_html(series.equation, 15, {series.symbol: theme().of(series)})

    def numbers(
        self,
        values: Mapping[str, float],
        parts: Mapping[str, Part],
        idle: IdleReason,
        changed: Mapping[str, LayerEdit],
    ) -> dict[str, EquationNumbers]:
        """What stands below each equation.

        Args:
            values: by key, with ``h_prev`` and ``c_prev``.
            parts: what is summed inside each gate and candidate.
            idle: why the cell takes no step here, so that state and output are kept: the
                mask made it skip, or it has no step of its own; "" where it takes one.
            changed: what is changed by hand here, by key.
        """
        written = {}
        self._colours = {key: theme().of(each) for key, each in self.series.items()}
        for key in self.series:
            result = self._value(key, values[key], bold=True)
            if idle:
                why = _why(idle, values, key)
                known = (TextRun(f"{why}{EQUALS}"), result)
                written[key] = EquationNumbers(known if isfinite(values[key]) else (TextRun(why),))
                continue
            computed, edit = self._put_in(key, values, parts), changed.get(key)
            if isinstance(edit, GateEdit) and edit.factor is not None:
                computed[-1] = TextRun(computed[-1].text.removesuffix(EQUALS))
                factor = TextRun(f" × {number(edit.factor)}", theme().warning)
                computed += [factor, TextRun(EQUALS)]
            elif edit is not None:
                computed = [TextRun(_tr("set by hand"), theme().warning), TextRun(EQUALS)]
            meaning = self._meaning(key, values[key])
            written[key] = EquationNumbers((*computed, result), meaning)
        return written

    def _put_in(
        self, key: str, values: Mapping[str, float], parts: Mapping[str, Part]
    ) -> list[TextRun]:
        """The right side of an equation with its numbers, and what leads to the result."""
        if key not in parts:
            return self._substituted(key, values)
        part = parts[key]
        opened, closed = ("(", ")") if part.clip is None else ("(clip(", "))")
        head = f"{self._functions[key]}{opened}{number(part.input, sign=True)} "
        recurrent = number(part.recurrent, sign=True)
        bias = "" if part.bias is None else f" {number(part.bias, sign=True)}"
        if not part.reset_after:
            # A peephole lets the gate see the cell state too.
            cell = "" if part.cell is None else f" {number(part.cell, sign=True)}"
            return [TextRun(f"{head}{recurrent}{cell}{bias}{closed}{EQUALS}")]
        times = TextRun(f" × ({recurrent}){bias}{closed}{EQUALS}")
        return [TextRun(head), TextRun("+ "), self._value("r", values["r"]), times]

    def _substituted(self, key: str, values: Mapping[str, float]) -> list[TextRun]:
        runs = []
        for piece in self._pieces[key]:
            if isinstance(piece, TextRun):
                runs.append(piece)
            elif piece.is_rest:
                runs.append(TextRun(number(1.0 - values[piece.name])))
            else:
                runs.append(self._value(piece.key, values[piece.name]))
        return runs

    def _value(self, key: str, value: float, *, bold: bool = False) -> TextRun:
        return TextRun(number(value, sign=self._signed[key]), self._colours[key], bold)

    def _meaning(self, key: str, value: float) -> tuple[TextRun, ...]:
        if key not in EXPLAINED or not 0.0 <= value <= 1.0:
            return ()
        return (TextRun(EXPLAINED[key]().format(percent=round(100 * value))),)


class _Symbol(NamedTuple):
    """What a number is put in place of.

    Attributes:
        key: the series.
        name: the number's name among the values.
        is_rest: whether what is missing to 1 is put in.
    """

    key: str
    name: str
    is_rest: bool


def _pieces(text: str) -> list[TextRun | _Symbol]:
    """Symbols, and what stands between them, as it is read."""
    found: list[TextRun | _Symbol] = []
    for piece in filter(None, _SYMBOL.split(text)):
        if not _SYMBOL.fullmatch(piece):
            found.append(TextRun(piece.translate(_READ)))
            continue
        key = piece.removeprefix("(1 - ")[0]
        name = f"{key}_prev" if piece.endswith("}") else key
        found.append(_Symbol(key, name, piece.startswith("(")))
    return found


EXPLAINED = {
    "f": lambda: _tr("keeps {percent}\u00a0% of the old cell"),
    "i": lambda: _tr("lets in {percent}\u00a0% of the candidate"),
    "o": lambda: _tr("lets out {percent}\u00a0% of the cell"),
    "z": lambda: _tr("keeps {percent}\u00a0% of the old state"),
    "r": lambda: _tr("uses {percent}\u00a0% of the old state in the candidate"),
}
"""The series whose number is put into words, by key."""


def _why(idle: IdleReason, values: Mapping[str, float], key: str) -> str:
    """Why nothing is computed, and what is shown instead: only states are kept."""
    if idle == "map":
        return _tr("mean over the whole map")
    is_masked = idle == "mask"
    if f"{key}_prev" in values:
        if is_masked:
            return _tr("skipped by the mask: kept as it was")
        return _tr("no step of its own here: kept as it was")
    if not isfinite(values[key]):
        if is_masked:
            return _tr("skipped by the mask: not computed yet")
        return _tr("no step of its own here: not computed yet")
    if is_masked:
        return _tr("skipped by the mask: at its last step")
    return _tr("no step of its own here: at its last step")


def _function(right: str) -> str:
    """What a gate or candidate applies to its sum."""
    return right.split("(", 1)[0].rsplit("*", maxsplit=1)[-1].strip().replace("_", " ")


def _tr(text: str) -> str:
    return QCoreApplication.translate("EquationList", text)
