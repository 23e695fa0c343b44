"""What became of a mutation."""

from __future__ import annotations

from dataclasses import dataclass

OPENED, LIMIT, CRASH = "opened", "limit", "crash"
"""Beside ``refused: TEMPLATE``."""


@dataclass(frozen=True)
class Outcome:
    """What became of one.

    Attributes:
        number: of the mutation.
        format: of the file that was changed.
        what: ``opened``, ``refused: TEMPLATE``, ``limit of ...``, ``contained crash (...)``.
        trouble: what must not be, "" if all is well.
        peak: the largest memory of the reading process, in bytes.
        seconds: on the clock.
    """

    number: int
    format: str
    what: str
    trouble: str
    peak: int
    seconds: float
