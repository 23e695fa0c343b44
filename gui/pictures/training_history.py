"""How a training went, in a picture of one of its epochs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.session.session import Session
from engine.training.run import Run
from engine.training.status import finite
from gui.i18n.context import translator
from gui.look.alignment import AT_RIGHT
from gui.look.theme import BODY, CAPTION, theme
from gui.look.typefaces import typeface
from gui.pictures.block import Block
from gui.pictures.picture_texts import write
from gui.pictures.prediction import HEAD
from gui.pictures.time_field import AXIS, GUTTER, TimeField
from gui.plots.curves import Line
from gui.plots.ticks import nice_range

_tr = translator("Picture")


@dataclass(frozen=True)
class History:
    """The trainings that are filmed.

    Attributes:
        runs: by place.
        first, last: the epochs at the ends of the axis.
        epoch: the one of the moment.
    """

    runs: tuple[tuple[int, Run], ...]
    first: int
    last: int
    epoch: int


class HistoryBlock(Block):
    """The loss by epoch, on validation data where there are any: a curve a run, as far as the
    epoch of the moment, and dimmed beyond."""

    def __init__(self, session: Session, box: QRectF, history: History) -> None:
        super().__init__(session, box)
        self._history = history
        metrics = {run.metric for _, run in history.runs}
        self._is_validation = metrics == {"val_loss"}
        self.lines: list[Line] = [
            (_curve(run, history), theme().networks[place % 3]) for place, run in history.runs
        ]
        known = [values[np.isfinite(values)] for values, _ in self.lines]
        ends = [
            float(value)
            for values in known
            if len(values)
            for value in (values.min(), values.max())
        ]
        self._low, self._high, _ = nice_range(min(ends, default=0.0), max(ends, default=1.0))
        self.field = TimeField(
            box.adjusted(GUTTER, HEAD, 0, -AXIS), history.last - history.first + 1
        )

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the curves."""
        look, field = theme(), self.field
        head = QRectF(self.box.left(), self.box.top(), self.box.width(), HEAD - 2)
        name = _tr("validation loss") if self._is_validation else _tr("loss")
        write(painter, head, name, look.text, typeface(BODY, bold=True))
        field.paint_frame(painter)
        field.paint_heights(painter, self._low, self._high)
        field.paint_lines(painter, self.lines, self._low, self._high)

    def paint_step(self, painter: QPainter) -> None:
        """Paint the epoch of the moment, with its losses."""
        history, field, look = self._history, self.field, theme()
        at = history.epoch - history.first
        field.paint_cursor(painter, at, dims=True, framed=False)
        field.paint_dots(painter, at, self.lines, self._low, self._high)
        field.paint_axis(painter, at, _tr("epoch"), history.first)
        right = self.box.right()
        for values, colour in reversed(self.lines):
            if np.isfinite(values[at]):
                box = QRectF(self.box.left(), self.box.top(), right - self.box.left(), HEAD - 2)
                font = typeface(BODY, bold=True)
                right -= write(painter, box, f"{values[at]:.3f}", colour, font, AT_RIGHT) + 10
        if all(not np.isfinite(values).any() for values, _ in self.lines):
            write(painter, field.box, _tr("no history"), look.dim, typeface(CAPTION))


def _curve(run: Run, history: History) -> np.ndarray:
    """The metric of each epoch of the axis; NaN before the first, and where it is not known."""
    values = np.full(history.last - history.first + 1, np.nan)
    for entry in run.history:
        value, at = finite(entry.get(run.metric)), int(entry["epoch"]) - history.first
        if value is not None and 0 <= at < len(values):
            values[at] = value
    return values
