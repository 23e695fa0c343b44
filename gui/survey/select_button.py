"""`SelectButton`: selects reviews of the corpus from a menu, with keys as well as with the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from engine.survey.survey import SURE, Survey
from gui.kit.menus import empty
from gui.kit.view import Viewing
from gui.kit.widgets import name_widget

CERTAIN = 0.4
"""How far from `SURE` an answer is sure of itself."""

Bools = npt.NDArray[np.bool_]


class SelectButton(Viewing, QToolButton):
    """A button with a menu of groups of what was read, those of which there are any.

    Signals:
        chosen(object): the numbers ``(M,)`` of a group; none of them to let go.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reading: Survey | None = None
        self._selected: npt.NDArray[np.int64] | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.menu_of_groups = QMenu(self)
        self.menu_of_groups.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_of_groups)
        self.dress()

    def offer(self, reading: Survey, selected: npt.NDArray[np.int64] | None) -> None:
        """Offer the groups of a reading, of which these numbers ``(M,)`` are selected; None for all."""
        self._reading, self._selected = reading, selected

    def _fill(self) -> None:
        empty(self.menu_of_groups)
        if self._reading is None:
            return
        numbers = self._reading.inputs.numbers
        for text, group in self._groups(self._reading):
            if group.any():
                self._add(text.format(count=f"{int(group.sum()):,}"), numbers[group])
        if self._selected is not None:
            self.menu_of_groups.addSeparator()
            others = np.setdiff1d(numbers, self._selected)
            if len(others):
                text = self.tr("all but the selected ({count})")
                self._add(text.format(count=f"{len(others):,}"), others)
            self._add(self.tr("none (Esc)"), numbers[:0])

    def _add(self, text: str, numbers: npt.NDArray[np.int64]) -> None:
        self.menu_of_groups.addAction(text).triggered.connect(lambda: self.chosen.emit(numbers))

    def _groups(self, reading: Survey) -> Iterator[tuple[str, Bools]]:
        """What each group is called, and which sequences ``(N,)`` are in it."""
        inputs = reading.inputs
        yield self.tr("labelled positive ({count})"), inputs.labels == 1
        yield self.tr("labelled negative ({count})"), inputs.labels == 0
        if reading.judges:
            answers = reading.answers.ends[:, -1]
            yield self.tr("answered positive ({count})"), answers > SURE
            yield self.tr("answered negative ({count})"), answers <= SURE
            wrong = np.zeros(len(inputs), bool)
            wrong[reading.judged] = ~reading.right
            yield self.tr("judged rightly ({count})"), reading.judged & ~wrong
            yield self.tr("judged wrongly ({count})"), wrong
            text = self.tr("judged wrongly and sure, below 0.1 or above 0.9 ({count})")
            yield text, wrong & (np.abs(answers - SURE) > CERTAIN)
        if np.ptp(inputs.lengths):
            low, high = np.quantile(inputs.lengths, (0.25, 0.75))
            yield self.tr("the shortest quarter ({count})"), inputs.lengths <= low
            yield self.tr("the longest quarter ({count})"), inputs.lengths >= high

    def retranslate(self) -> None:
        """Name it."""
        self.setText(self.tr("select") + "  ▾")
        name_widget(
            self,
            self.tr("Select by label, answer, right or wrong, or length"),
        )
