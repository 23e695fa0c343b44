"""How a percentage is written in the window's language: the one place."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_SHARE = re.compile(r"([+\-−]?[\d.,]+)[ \u00a0]?%")
"""A text that is a percentage, and nothing else."""


def percent_text(number: str) -> str:
    """A number that has been written, with its sign: ``74 %``, whose space never breaks, or
    ``74%``, as the language has it."""
    return QCoreApplication.translate("Percent", "{number}\u00a0%").format(number=number)


def share_text(value: object) -> object:
    """A value of a sentence of the engine, written so if it is a percentage."""
    found = _SHARE.fullmatch(value) if isinstance(value, str) else None
    return value if found is None else percent_text(found[1])
