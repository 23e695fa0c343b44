"""The lecture's equations in both its forms, with a step's numbers put in."""

from __future__ import annotations

import html
import re

from engine.replay.cells.series import Series
from gui.kit.text_line import TextRun
from gui.lessons.picture import LETTERS
from gui.look.mathematics import math_html
from gui.look.typefaces import strong

_SUM = re.compile(r"W_\{x(\w)\} x_t \+ W_\{h\w\} h_\{t-1\} \+ b_\w")
"""What the lecture writes as ``W_f · [h_{t-1}, x_t] + b_f`` in its other form."""


def stacked(equation: str) -> str:
    """The lecture's first form of an equation, where the weights of both inputs are one matrix; the
    equation itself where it has no sum of that kind."""
    return _SUM.sub(lambda found: f"W_{found[1]} · [h_{{t-1}}, x_t] + b_{found[1]}", equation)


def equation_html(series: Series, colour: str) -> tuple[str, ...]:
    """Its equation in both forms, as rich text; one where they are the same."""
    forms = dict.fromkeys((stacked(series.equation), series.equation))
    return tuple(math_html(form, LETTERS, {series.symbol: colour}) for form in forms)


def numbers_html(runs: tuple[TextRun, ...]) -> str:
    """The numbers of an equation, as `gui.cell.equation_texts` writes them, as rich text."""
    pieces = []
    for run in runs:
        text = html.escape(run.text)
        colour = f' style="color:{run.colour}"' if run.colour else ""
        pieces.append(f"<span{colour}>{strong(text) if run.bold else text}</span>")
    return "".join(pieces)
