"""Equations from the small TeX of `engine.replay.cells.series` to Qt's rich text."""

from __future__ import annotations

import html
import re

from gui.look.scale import px
from gui.look.theme import MATH_ITALIC, MATH_UPRIGHT

_TOKEN = re.compile(r"_\{([^}]*)\}|_(\w)|([A-Za-z]+(?:_[a-z]+)*(?=\())|([A-Za-z])|(.)")
_SIGNS = {"*": "∗", "-": "−"}


def math_html(equation: str, size: int = 15, colours: dict[str, str] | None = None) -> str:
    """Rich text of an equation.

    Args:
        equation: small TeX: ``_t`` and ``_{xf}`` are subscripts; a word before ``(`` is
            a function's name and stands upright.
        size: the height of the letters at 100 %.
        colours: a colour for a symbol, by letter (``{"f": "#ee8849"}``).
    """
    colours = colours or {}
    out = []
    for braced, single, function, letter, other in _TOKEN.findall(equation):
        if braced or single:
            subscript = _letters(braced or single)
            out.append(f"<sub>{subscript}</sub>")  # Qt makes it smaller by itself
        elif function:
            out.append(_upright(function.replace("_", " ")))
        elif letter:
            colour = colours.get(letter)
            style = f"font-family:'{MATH_ITALIC}'" + (f";color:{colour}" if colour else "")
            out.append(f'<span style="{style}">{letter}</span>')
        else:
            out.append(_upright(_SIGNS.get(other, other)))
    return f'<span style="font-size:{px(size)}px">{"".join(out)}</span>'


def _letters(text: str) -> str:
    return "".join(
        f"<span style=\"font-family:'{MATH_ITALIC}'\">{char}</span>"
        if char.isalpha()
        else _upright(_SIGNS.get(char, char))
        for char in text
    )


def _upright(text: str) -> str:
    return f"<span style=\"font-family:'{MATH_UPRIGHT}'\">{html.escape(text)}</span>"
