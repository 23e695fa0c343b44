"""The pages that explain in a picture, the networks side by side: fading map, attention map, state
space, padding lab, deletion curves."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.deletion import RANDOM, Deletion
from engine.explain.fading import Felt
from engine.explain.padding_lab import VariantReading, VariantScore
from engine.explain.state_space import StateSpace
from engine.replay.attended import Attended
from gui.explain import attending, page_questions, state_drawing
from gui.explain.deletion_plot import curves_of, order_title, paint_deletion
from gui.explain.explaining import SEED
from gui.explain.padding_shown import ShownCell, cell_scale, same_word
from gui.explain.padding_texts import class_name, variant_name
from gui.i18n.texts import explain
from gui.look.alignment import AT_LEFT
from gui.look.colours import gradient, ink
from gui.look.numbers_text import number, weight_text
from gui.look.theme import BODY, CAPTION, TITLE, theme
from gui.look.typefaces import typeface
from gui.naming import pane_names
from gui.pictures.block import Block
from gui.pictures.explained import Explained
from gui.pictures.time_field import AXIS, BAR, GUTTER, TimeField
from gui.pictures.writing import width_of, write
from gui.plots.name_places import name_places

HEAD, NAME, CAPTION_LINE, BETWEEN = 20.0, 18.0, 16.0, 20.0


class PicturePage(Block):
    """A title with what is seen, and a box a network below it.

    Attributes:
        MIN_HEIGHT: the height below which nothing could be read of it.
    """

    MIN_HEIGHT = 170.0

    def __init__(self, explained: Explained, box: QRectF) -> None:
        super().__init__(explained.session, box)
        self.explained = explained
        count = max(1, len(self.session.panes))
        wide = (box.width() - (count - 1) * BETWEEN) / count
        top = box.top() + HEAD + NAME
        self.boxes = [
            QRectF(box.left() + nth * (wide + BETWEEN), top, wide, box.bottom() - top)
            for nth in range(count)
        ]
        self.answers = [self.answer(place) for place in range(len(self.session.panes))]

    @abstractmethod
    def answer(self, place: int) -> object:
        """What is drawn of a pane; an error, or None while nobody knows."""

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """The title, and what is to be seen."""

    @abstractmethod
    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """Paint what is known of a pane and does not depend on the step."""

    def layer(self, place: int) -> str:
        """The layer that is drawn of a pane, where that is to be said; "" else."""
        pane = self.session.panes[place]
        return pane.layer if len(pane.network.recurrent) > 1 else ""

    def is_drawn(self, place: int) -> bool:
        """Whether there is an answer."""
        answer = self.answers[place]
        return answer is not None and not isinstance(answer, GatescopeError)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint title, names and answers; where there is none, why."""
        look, (title, says) = theme(), self.heading()
        head = QRectF(self.box.left(), self.box.top(), self.box.width(), HEAD - 2)
        wide = write(painter, head, title, look.text, typeface(BODY, bold=True))
        write(painter, head.adjusted(wide + 16, 0, 0, 0), says, look.dim)
        for place, (name, box) in enumerate(zip(pane_names(self.session), self.boxes, strict=True)):
            layer = self.layer(place)
            line = QRectF(box.left(), box.top() - NAME, box.width(), NAME - 2)
            title = f"{name} · {layer}" if layer else name
            write(painter, line, title, look.networks[place % 3], typeface(TITLE, bold=True))
            if self.is_drawn(place):
                self.paint_answer(painter, place, box)
                continue
            answer = self.answers[place]
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(BODY))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(
                box, flags, explain(answer) if isinstance(answer, GatescopeError) else "…"
            )

    def paint_step(self, painter: QPainter) -> None:
        """Nothing, where no step changes it."""


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


class StateSpaces(PicturePage):
    """The path of the review over the cloud of many, each network in a plane of its own."""

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.states(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        text = _tr(
            "the path of the review over the states of {count} others; blue: positive, orange: negative"
        )
        spaces = self._spaces()
        if not state_drawing.by_label(spaces, self.explained.explaining.choices.colours):
            text = _tr(
                "the path of what is read over the states of {count} others; blue: answer {high}, "
                "orange: {low}"
            )
        ends = [len(each.ends) for each in spaces]
        low, high = state_drawing.answer_names(spaces)
        says = filled(text, {"count": max(ends), "low": low, "high": high}) if ends else ""
        if ends:
            says += f" · {self._cloud()}"
        return _tr("state space"), says

    def _spaces(self) -> list[StateSpace]:
        return [each for each in self.answers if isinstance(each, StateSpace)]

    def _cloud(self) -> str:
        """What the clouds are of, each corpus once."""
        explaining = self.explained.explaining
        said = [
            state_drawing.sample_text(explaining, pane.network, [answer])
            for pane, answer in zip(self.session.panes, self.answers, strict=False)
            if isinstance(answer, StateSpace)
        ]
        return " · ".join(dict.fromkeys(said))

    def _place(self, place: int, box: QRectF) -> _Plane:
        space = self.answers[place]
        assert isinstance(space, StateSpace)
        path = state_drawing.path(self.session.panes[place], space)
        return _Plane(box.adjusted(0, 0, 0, -CAPTION_LINE), space, path)

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """See `PicturePage`."""
        space, look = self.answers[place], theme()
        assert isinstance(space, StateSpace)
        plane = self._place(place, box)
        painter.fillRect(plane.box, QColor(look.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        explaining = self.explained.explaining
        by, ends = explaining.choices.colours, state_drawing.scale(self._spaces())
        for points, colours, radius in zip(
            (space.steps, space.ends),
            state_drawing.colours(space, by, ends),
            (1.2, 3.0),
            strict=True,
        ):
            painter.setPen(Qt.PenStyle.NoPen)
            for point, colour in zip(points, colours, strict=True):
                painter.setBrush(colour)
                painter.drawEllipse(plane.at(point), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_readout(painter, plane, space)
        marks, font = state_drawing.marks(space), typeface(CAPTION)
        spots = [plane.at((mark.x, mark.y)) for mark in marks]
        sizes = [QSizeF(width_of(mark.name, font) + 2, 14) for mark in marks]
        rooms = name_places(spots, sizes, plane.box, 5)
        for mark, spot, size, free in zip(marks, spots, sizes, rooms, strict=True):
            painter.setPen(QPen(QColor(look.text), 1))
            painter.setBrush(QColor(look.text if mark.still else look.surface))
            sides = ((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0))
            painter.drawPolygon(QPolygonF([spot + QPointF(x, y) for x, y in sides]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left = min(
                max(spot.x() - size.width() / 2, plane.box.left()), plane.box.right() - size.width()
            )
            room = free or QRectF(QPointF(left, spot.y() - 20), size)
            write(painter, room, mark.name, look.text, font)
        key = f"{space.key} · " if space.key else ""
        line = QRectF(box.left(), box.bottom() - CAPTION_LINE + 2, box.width(), CAPTION_LINE - 2)
        unknown = state_drawing.unknown_text(explaining, self.session.panes[place].network)
        write(
            painter, line, key + state_drawing.caption(space, unknown), look.dim, typeface(CAPTION)
        )

    def _paint_readout(self, painter: QPainter, plane: _Plane, space: StateSpace) -> None:
        if space.readout is None or not np.linalg.norm(space.readout):
            return
        reach = 0.3 * float(np.ptp(space.steps, axis=0).max())
        end = space.readout / np.linalg.norm(space.readout) * reach
        line = QLineF(plane.at(np.zeros(2)), plane.at(end))
        painter.setPen(QPen(QColor(theme().text), 1.5))
        painter.drawLine(line)
        for turn in (155, -155):
            barb = QLineF(line.p2(), line.p2() + QPointF(8, 0))
            barb.setAngle(line.angle() + turn)
            painter.drawLine(barb)

    def paint_step(self, painter: QPainter) -> None:
        """Paint what moves with the step."""
        step, look = self.session.step, theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, box in enumerate(self.boxes):
            if not self.is_drawn(place):
                continue
            plane, colour = self._place(place, box), look.networks[place % 3]
            plane.paint_path(painter, slice(step, None), QPen(ink(colour, 90), 1))
            plane.paint_path(painter, slice(0, step + 1), QPen(QColor(colour), 2))
            here = plane.path[step : step + 1]
            if len(here) and np.isfinite(here).all():
                painter.setPen(QPen(QColor(look.surface), 2))
                painter.setBrush(QColor(look.accent))
                painter.drawEllipse(plane.at(here[0]), 5.5, 5.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)


class _Plane:
    """The points of a state space in a box."""

    def __init__(self, box: QRectF, space: StateSpace, path: np.ndarray) -> None:
        self.box, self.path = box, path
        fixed = np.array([each.point for each in space.fixed]).reshape(-1, 2)
        points = np.concatenate([space.steps, space.ends, fixed, path])
        points = points[np.isfinite(points).all(axis=1)]
        low, high = points.min(axis=0), points.max(axis=0)
        room = np.maximum(high - low, 1e-9) * 0.07
        self._low, self._span = low - room, high - low + 2 * room

    def at(self, point: object) -> QPointF:
        """Where a point ``(2,)`` stands."""
        x, y = (np.asarray(point) - self._low) / self._span
        return QPointF(
            self.box.left() + float(x) * self.box.width(),
            self.box.bottom() - float(y) * self.box.height(),
        )

    def paint_path(self, painter: QPainter, part: slice, pen: QPen) -> None:
        """Paint a part of the path; a gap parts it."""
        painter.setPen(pen)
        piece: list[QPointF] = []
        for point in [*self.path[part], np.full(2, np.nan)]:
            if np.isfinite(point).all():
                piece.append(self.at(point))
            elif piece:
                painter.drawPolyline(QPolygonF(piece))
                piece = []


class PaddingLab(PicturePage):
    """Rows are ways to pad, columns are networks."""

    MIN_HEIGHT = 280.0

    def __init__(self, explained: Explained, box: QRectF) -> None:
        super().__init__(explained, box)
        self.variants = page_questions.variants(self.session, explained.explaining)
        titles = [width_of(variant_name(each), typeface(CAPTION)) for each in self.variants]
        self._aside = max(titles) + 12
        wide = (box.width() - self._aside - (len(self.boxes) - 1) * BETWEEN) / len(self.boxes)
        for nth, each in enumerate(self.boxes):
            each.setLeft(box.left() + self._aside + nth * (wide + BETWEEN))
            each.setWidth(wide)
            each.setBottom(box.bottom() - CAPTION_LINE)
        self._scores = [explained.scores(place) for place in range(len(self.session.panes))]

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.readings(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        if self.session.review is None:
            return _tr("padding lab"), _tr("The padding lab is for words.")
        said = _tr("this review in {count} steps, padded in four ways")
        return _tr("padding lab"), filled(said, {"count": f"{self.variants[0].length:,}"})

    def _tall(self) -> float:
        return self.boxes[0].height() / len(self.variants)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the names of the rows and what the bars are, too."""
        super().paint_ground(painter)
        tall, left = self._tall(), self.box.left()
        for nth, variant in enumerate(self.variants):
            line = QRectF(left, self.boxes[0].top() + nth * tall, self._aside - 8, tall)
            write(painter, line, variant_name(variant), theme().dim, typeface(CAPTION))
        scores = [each for found in self._scores if isinstance(found, tuple) for each in found]
        score = next((each for each in scores if isinstance(each, VariantScore)), None)
        found = [each for known in self.answers if isinstance(known, tuple) for each in known]
        said = _tr(
            "Colours: h, orange −{most} to blue +{most}. Line: p(t), padding shaded."
        ).format(most=number(cell_scale(found).state))
        if score is not None:
            bars = _tr("Bar: accuracy over {count} reviews (seed {seed}).")
            said += " " + filled(bars, {"count": score.count, "seed": SEED})
        foot = QRectF(left, self.box.bottom() - CAPTION_LINE + 2, self.box.width(), 14)
        write(painter, foot, said, theme().dim, typeface(CAPTION))

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """All of it moves with the step."""

    def paint_step(self, painter: QPainter) -> None:
        """Paint what moves with the step."""
        readings = [each for found in self.answers if isinstance(found, tuple) for each in found]
        scale, review = cell_scale(readings), self.session.review
        for place, box in enumerate(self.boxes):
            found, scores = self.answers[place], self._scores[place]
            if not isinstance(found, tuple) or review is None:
                continue
            for nth, each in enumerate(found):
                reading = each if isinstance(each, VariantReading) else None
                score = scores[nth] if isinstance(scores, tuple) else None
                of = ""
                if reading is not None:
                    network = self.session.panes[place].network
                    names = self.explained.explaining.class_names(network, reading.classes)
                    of = class_name(reading, names)
                cell = ShownCell(
                    reading,
                    score if isinstance(score, VariantScore) else None,
                    explain(each) if isinstance(each, GatescopeError) else "",
                    theme().networks[place % 3],
                    scale,
                    same_word(review, self.session.step, reading),
                    of,
                )
                painter.save()
                painter.translate(box.left(), box.top() + nth * self._tall())
                cell.paint(painter, QSizeF(box.width(), self._tall() - 6))
                painter.restore()


class Deletions(PicturePage):
    """How far the answer falls as words are deleted, method by method."""

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.deletion(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        found = next((each for each in self.answers if isinstance(each, Deletion)), None)
        said = ""
        if found is not None:
            text = _tr("the mean answer as words are deleted, over {count} reviews (seed {seed})")
            if not found.of_words:
                text = _tr(
                    "the mean answer as steps are deleted, over {count} windows (seed {seed})"
                )
            said = filled(text, {"count": found.reviews, "seed": found.seed})
        return _tr("deletion curves"), said

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """See `PicturePage`."""
        deletion = self.answers[place]
        assert isinstance(deletion, Deletion)
        area = box.adjusted(0, CAPTION_LINE, 0, -14)
        left = box.left()
        for name, colour, _ in curves_of(deletion):
            said = order_title(name)
            if name != RANDOM:
                said += f" {number(deletion.area(name)[0], 2, sign=True)}"
            room = QRectF(left, box.top(), box.right() - left, CAPTION_LINE - 2)
            left += write(painter, room, said, colour, typeface(CAPTION)) + 14
        paint_deletion(painter, area, deletion)


PAGES: dict[str, type[PicturePage]] = {
    "fading": FadingMaps,
    "attention": AttentionMaps,
    "states": StateSpaces,
    "padding": PaddingLab,
    "deletion": Deletions,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
