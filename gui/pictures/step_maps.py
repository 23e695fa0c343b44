"""Maps over the steps in a picture: what fades, and what is attended to."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.explain.fading import Felt
from engine.replay.attended import Attended
from gui.explain import attending
from gui.look.alignment import AT_LEFT
from gui.look.colours import gradient
from gui.look.numbers_text import weight_text
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface
from gui.pictures.explained import Explained
from gui.pictures.picture_page import PicturePage
from gui.pictures.picture_texts import write
from gui.pictures.time_field import AXIS, BAR, GUTTER, TimeField


def _paint_bar(painter: QPainter, area: QRectF, end: str) -> None:
    """The colours beside a map, from 0 to what stands at their end."""
    look = theme()
    bar = QRectF(area.right() + 6, area.top() + 0.5, 6, area.height() - 1)
    painter.setPen(QPen(QColor(look.line), 0.8))
    painter.setBrush(gradient(bar.bottomLeft(), bar.topLeft(), signed=False))
    painter.drawRect(bar)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    room = QRectF(bar.right() + 4, area.top() - 2, BAR - 16, 12)
    write(painter, room, end, look.dim, typeface(CAPTION - 1), AT_LEFT)
    room.moveBottom(area.bottom() + 2)
    write(painter, room, "0", look.dim, typeface(CAPTION - 1), AT_LEFT)


class StepMaps(PicturePage):
    """A page of maps of steps against steps."""

    def _field(self, box: QRectF) -> TimeField:
        return TimeField(box.adjusted(GUTTER, 2, -BAR, -AXIS), max(1, self.session.steps))

    def paint_map(
        self, painter: QPainter, box: QRectF, shares: npt.NDArray[Any], high: float, end: str
    ) -> None:
        """Paint shares ``(T, T)`` from 0 to ``high``, whose end is called so."""
        field = self._field(box)
        field.paint_frame(painter)
        field.paint_map(painter, shares.T, (0.0, high), signed=False)
        field.paint_ends(painter, "1", str(len(shares)))
        _paint_bar(painter, field.box, end)

    def paint_step(self, painter: QPainter) -> None:
        """Paint what moves with the step."""
        for place, box in enumerate(self.boxes):
            if self.is_drawn(place):
                field = self._field(box)
                field.paint_cursor(painter, self.session.step, dims=False, framed=False)
                field.paint_axis(painter, self.session.step, _tr("step"))


class FadingMaps(StepMaps):
    """Row s is the input of step s, column t how much of it is still felt there."""

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.fading(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        return _tr("fading map"), _tr(
            "how much of what is read at step s (row) is felt at step t (column), as a share of "
            "itself"
        )

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """See `PicturePage`."""
        felt = self.answers[place]
        assert isinstance(felt, Felt)
        grows = bool(np.nanmax(felt.share, initial=0.0) > 1)
        self.paint_map(painter, box, felt.share, 1.0, "≥ 1" if grows else "1")


class AttentionMaps(StepMaps):
    """Row q is the step that looks, column k the one that is looked at."""

    def __init__(self, explained: Explained, box: QRectF) -> None:
        super().__init__(explained, box)
        steps = max(1, self.session.steps)
        self.weights = {
            place: answer.on_time(steps, attending.chosen_head(explained.explaining, answer))
            for place, answer in enumerate(self.answers)
            if isinstance(answer, Attended)
        }
        most = (float(np.nanmax(each, initial=0.0)) for each in self.weights.values())
        self.high = max(most, default=1.0) or 1.0

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.attention(place)

    def layer(self, place: int) -> str:
        """The layer that attends."""
        answer = self.answers[place]
        return answer.layer.name if isinstance(answer, Attended) else ""

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        head = self.explained.explaining.asked.head
        text = _tr("what step q (row) takes of step k (column)")
        several = any(isinstance(each, Attended) and each.heads > 1 for each in self.answers)
        return _tr("attention map"), f"{text} · {attending.head_name(head)}" if several else text

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """See `PicturePage`."""
        self.paint_map(painter, box, self.weights[place], self.high, weight_text(self.high))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
