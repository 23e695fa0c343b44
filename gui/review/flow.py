"""`Measured`: words that are measured once, and flow in lines of any width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from gui.look.padding import DOT_WIDTH
from gui.look.scale import px
from gui.look.typefaces import typeface

SIZE = 14
LINE = 26
PAD = 4
"""Room on either side of a word, inside its box."""
BETWEEN = 3
"""Pixels between two words, whatever the scale."""

_MIN_WIDTH = 80.0


class Measured:
    """How wide words are in the scale of the moment; they flow at a thousandth of what measuring
    them takes, as often as a window is shared anew.

    Args:
        words: of the steps, ``""`` of padding.
        padding: which steps are padding, ``(T,)``, dots that stand close.
    """

    def __init__(self, words: Sequence[str], padding: npt.NDArray[np.bool_]) -> None:
        metrics, around = QFontMetricsF(typeface(SIZE)), 2 * px(PAD)
        wide = {word: metrics.horizontalAdvance(word) + around for word in set(words)}
        each = np.array([wide[word] for word in words], np.float64)
        self._advances = np.where(padding, px(DOT_WIDTH), each)
        self._gaps = np.where(padding, 0.0, float(BETWEEN))
        self._starts: tuple[int, list[int]] = (-1, [])

    def starts(self, room: int) -> list[int]:
        """The step at which each line begins, within so many pixels."""
        if self._starts[0] != room:
            lefts, advances, width = self._on_one_line(room)
            rights, starts = (lefts + advances).tolist(), []
            at = 0
            while at < len(rights):
                starts.append(at)
                at = bisect_right(rights, float(lefts[at]) + width, at + 1)
            self._starts = room, starts
        return self._starts[1]

    def boxes(self, room: int) -> list[QRectF]:
        """Where each word stands."""
        lefts, advances, _ = self._on_one_line(room)
        starts = np.array(self.starts(room), np.intp)
        line = np.searchsorted(starts, np.arange(len(lefts)), side="right") - 1
        x, y = lefts - lefts[starts[line]], line * px(LINE) + px(2)
        places = zip(x.tolist(), y.tolist(), advances.tolist(), strict=True)
        high = px(LINE - 4)
        return [QRectF(left, top, wide, high) for left, top, wide in places]

    def _on_one_line(
        self, room: int
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], float]:
        """Left edges ``(T,)`` and widths ``(T,)``, were there one line, and the width of a line,
        which no word exceeds."""
        width = max(_MIN_WIDTH, room - 2.0)
        advances = np.minimum(self._advances, width)
        steps = advances + self._gaps
        return np.cumsum(steps) - steps, advances, width
