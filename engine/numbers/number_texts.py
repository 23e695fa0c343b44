"""Numbers as people write them: decimal points and commas, thousands, nothing at all."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

MISSING = frozenset(
    (
        *("", "na", "n/a", "nan", "-nan", "null", "none", "nil", "-", "--", "?", ".", "missing"),
        *("#n/a", "#n/a n/a", "#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!"),
    )
)
"""What stands for a missing value, in lower case."""

TRUTHS = {"true": 1.0, "false": 0.0}

SUMS = frozenset(
    (
        *(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "average",
            "mean",
            "gesamt",
            "summe",
        ),
        *("합계", "총계", "소계", "총합", "계", "평균"),
    )
)
"""What rows are called that sum up others, in lower case."""

_TIMES = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12}

_POINT = re.compile(
    r"[+-]?(?=\.?\d)(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?(%|[KMBT]|[천만억조])?"
)
_COMMA = re.compile(
    r"[+-]?(?=,?\d)(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?([eE][+-]?\d+)?(%|[KMBT]|[천만억조])?"
)
_MONEY = re.compile(r"(?<![^+-])[$€£¥₩](?=[\d.,])|(?<=[\dKMBT천만억조])[€£₩원]$")
"""A sign of a currency before a number, behind its own sign, or after it."""

_OWED = re.compile(r"(?:[$€£¥₩]|(?=.*[.,$€£¥₩]))\(([^()]+)\)")
"""A number below zero in accounts; a whole one without a sign, as "(1)", counts columns or notes."""

_SPACES = str.maketrans(
    "", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}'\N{RIGHT SINGLE QUOTATION MARK}"
)
_TIME = re.compile(
    r"\d{1,4}[-/.]\s?\d{1,2}([-/.]\s?\d{1,4}\.?)?([T ].*)?|\d{1,2}:\d{2}(:\d{2}.*)?"
    r"|\d{4}년.*|[A-Za-z]{3,9}[ -]\d.*|\d{1,2}[ -][A-Za-z]{3,9}.*|\d{4}[ -]?[QW]\d.*"
    r"|[QW]\d{1,2}[ -]?\d{4}"
)


def value(cell: str, comma: bool) -> float | None:
    """The number in a cell, NaN where a value is missing; None if it is something else.

    ``comma`` says whether the comma is the decimal mark.
    """
    cell = cell.strip().replace("\N{MINUS SIGN}", "-")
    if cell.lower() in MISSING:
        return math.nan
    if cell.lower().lstrip("+-") in ("inf", "infinity"):
        return math.inf
    if cell.lower() in TRUTHS:
        return TRUTHS[cell.lower()]
    cell = cell.translate(_SPACES)
    owed = _OWED.fullmatch(cell)
    cell = _MONEY.sub("", cell if owed is None else f"-{owed[1]}", count=1)
    if not (_COMMA if comma else _POINT).fullmatch(cell):
        return None
    cell = cell.replace(".", "").replace(",", ".") if comma else cell.replace(",", "")
    if cell[-1] == "%":
        return float(cell[:-1]) / 100.0
    times = _TIMES.get(cell[-1])
    return float(cell) if times is None else float(cell[:-1]) * times


def is_number(cell: str, comma: bool) -> bool:
    """Whether there is a number, and not only a gap."""
    number = value(cell, comma)
    return number is not None and not math.isnan(number)


def is_time(cell: str) -> bool:
    """Whether a text looks like a date or a time of day."""
    return _TIME.fullmatch(cell.strip()) is not None


def is_sum(cell: str) -> bool:
    """Whether a row of this name sums up others."""
    return cell.strip().rstrip(":").strip().lower() in SUMS


def column(cells: Sequence[str], comma: bool) -> npt.NDArray[np.float64] | int:
    """A column of numbers, ``(N,) float64`` with NaN in the gaps; or the place of the first
    cell that is none."""
    # Plain numbers by the thousand; Python's own "1_000" is not what a person means.
    if not comma and "_" not in "".join(cells):
        try:
            return np.array(list(map(float, cells)), np.float64)
        except ValueError:
            pass
    values = np.empty(len(cells))
    for place, cell in enumerate(cells):
        if (number := value(cell, comma)) is None:
            return place
        values[place] = number
    return values
