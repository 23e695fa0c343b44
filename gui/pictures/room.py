"""`Room`: which parts of a picture have their least height below each other."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engine.session.session import Session
from gui.pictures.explained import Explained
from gui.pictures.explained_pages import PAGES
from gui.pictures.explained_strips import strip_heights
from gui.pictures.networks import PaneParts, min_height
from gui.pictures.parts import EXPLAINED, STRIPS, YIELDING
from gui.pictures.review_block import SIZES, line_height, words_height

MIN_PREDICTION = 94.0
MIN_COLUMNS = 56.0
MIN_LINES = 3
"""Of the words."""

MIN_PANE = 150.0
"""The least width of a network."""

PANES = "panes"
"""The heat maps and the curves of the networks, which share one height."""


@dataclass(frozen=True)
class Room:
    """What the parts of a picture need.

    Attributes:
        explained: what has been found out; None where nothing is explained.
        gap: between two parts, in pixels of the sheet.
    """

    session: Session
    explained: Explained | None
    gap: float

    def beside(self, parts: AbstractSet[str], least: float = 0.0) -> float:
        """The least width of these parts: of some of them, the networks stand beside each other."""
        if not parts & {"maps", "curves", *PAGES}:
            return least
        count = max(1, len(self.session.panes))
        return max(least, count * MIN_PANE + (count - 1) * 1.5 * self.gap)

    def least(self, width: float, parts: AbstractSet[str]) -> dict[str, float]:
        """The least heights of what lies below each other, each with the gap below it, from the
        top."""
        heights: dict[str, float] = {}
        if "words" in parts:
            heights["words"] = self._least_words(width)
        if "prediction" in parts:
            heights["prediction"] = MIN_PREDICTION
        if self.explained is not None:
            for name in STRIPS:
                if name in parts:
                    heights[name] = strip_heights(name, self.explained)[0]
        panes = PaneParts("maps" in parts, "curves" in parts, "", dims=False)
        if panes.maps or panes.curves:
            heights[PANES] = min_height(self.session, panes)
        if self.explained is not None:
            heights |= {name: page.MIN_HEIGHT for name, page in PAGES.items() if name in parts}
        return {name: height + self.gap for name, height in heights.items()}

    def _least_words(self, width: float) -> float:
        if (review := self.session.review) is None:
            return MIN_COLUMNS
        written = self.session.written_after(len(review))
        return words_height(review, width, MIN_LINES * line_height(SIZES[-1]), written)

    def fitting(self, sheet: QRectF, parts: AbstractSet[str]) -> set[str]:
        """Those of the parts below each other that have room on a sheet."""
        shown = set(parts) & set(YIELDING)
        if self.explained is None:
            shown -= set(EXPLAINED)
        if sheet.width() < self.beside(shown):
            shown -= {"maps", "curves", *PAGES}

        def fits(some: AbstractSet[str]) -> bool:
            return sum(self.least(sheet.width(), some).values()) <= sheet.height() + self.gap

        gone = []
        for name in YIELDING:
            if name in shown and not fits(shown):
                shown.remove(name)
                gone.append(name)
        for name in reversed(gone):  # what is small may have the room of what was large
            if fits(shown | {name}):
                shown.add(name)
        return shown
