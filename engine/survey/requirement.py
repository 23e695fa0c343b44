"""Bounds of the measures of a health report, as they are typed: ``accuracy >= 0.8``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.errors import GatescopeError


@dataclass(frozen=True)
class Requirement:
    """A bound of a measure, such as ``accuracy >= 0.8``."""

    name: str
    sign: str
    bound: float

    def __str__(self) -> str:
        """As it is typed."""
        return f"{self.name} {self.sign} {self.bound:g}"

    def holds(self, measures: Mapping[str, float | None]) -> bool:
        """Whether it holds; what was not measured does not."""
        value = measures.get(self.name)
        return value is not None and bool(_SIGNS[self.sign](value, self.bound))


_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


MEASURES = (
    "accuracy",
    "calibration_error",
    "baseline_gap",
    "saturated",
    "dead",
    "constant",
    "duplicates",
    "horizon",
    "padding_cost",
)
"""What a `Requirement` can bound."""


def requirement(text: str) -> Requirement:
    """Read ``NAME >= NUMBER``, with any of >= <= > <.

    Raises:
        GatescopeError: it is none.
    """
    match = re.fullmatch(r"\s*(\w+)\s*(>=|<=|>|<)\s*(\S+)\s*", text)
    try:
        if match is None or match[1] not in MEASURES:
            raise ValueError
        return Requirement(match[1], match[2], float(match[3]))
    except ValueError as error:
        raise GatescopeError(
            "“{text}” is no requirement. Write a measure, a sign and a number, such as "
            "accuracy >= 0.8. The measures are: {names}.",
            text=text,
            names=", ".join(MEASURES),
        ) from error
