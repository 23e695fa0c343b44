"""State space in a picture: where a state stands among those of the sample, and its readout."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.counting import filled
from engine.explain.state_space import StateSpace
from gui.explain import state_drawing
from gui.look.colours import ink
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface
from gui.pictures.picture_page import CAPTION_LINE, PicturePage
from gui.pictures.picture_texts import width_of, write
from gui.plots.name_places import name_places


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
            explaining = self.explained.explaining
            cloud = state_drawing.clouds_text(explaining, self.session.panes, self.answers)
            says += f" · {cloud}"
        return _tr("state space"), says

    def _spaces(self) -> list[StateSpace]:
        return [each for each in self.answers if isinstance(each, StateSpace)]

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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
