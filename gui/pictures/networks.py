"""One network in a picture: heat maps of every series, curves of the chosen units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from engine.replay.cells.registry import series_of
from engine.replay.cells.series import Series
from engine.session.frames import maps_of
from engine.session.pane import Pane
from engine.session.session import Session
from engine.session.signals import values_of
from gui.i18n.context import translator
from gui.i18n.texts import explain
from gui.look.alignment import AT_LEFT
from gui.look.colours import unit_colours
from gui.look.meanings import series_name
from gui.look.theme import BODY, CAPTION, HEADING, MATH_ITALIC, TITLE, theme
from gui.look.typefaces import typeface
from gui.naming import pane_titles
from gui.pictures.block import Block
from gui.pictures.picture_texts import width_of, write
from gui.pictures.time_field import AXIS, BAR, GUTTER, TimeField
from gui.plots.curves import GHOST, Line
from gui.plots.scale import Ends, curve_ends, levels
from gui.plots.step_pictures import StepPictures, pictures_titles

_tr = translator("Picture")

HEAD, TITLE_LINE, BETWEEN = 38.0, 18.0, 6.0
PICTURES = 56.0
"""The height of the pictures of a step."""

MIN_ROW = 24.0
"""The least height of a heat map, and of the curves, in which the ends of their scale have room."""


Values = npt.NDArray[np.floating[Any]]
Spans = Mapping[tuple[int, str], Values]
"""The least and the greatest value of every unit, ``(2, U)``, by place and series."""


@dataclass(frozen=True)
class PaneParts:
    """What is drawn of a network."""

    maps: bool
    curves: bool
    scale: str
    dims: bool


def min_height(session: Session, parts: PaneParts) -> float:
    """The least height that the networks of a session need."""
    rows = max((_rows(session, place, parts) for place in range(len(session.panes))), default=0)
    title = TITLE_LINE if parts.curves else 0.0
    below = max((_pictures_height(pane, parts) for pane in session.panes), default=0.0)
    return HEAD + rows * (MIN_ROW + BETWEEN) + title + AXIS + below


def _pictures_height(pane: Pane, parts: PaneParts) -> float:
    """What the pictures of a step take, with the line above them."""
    pictures = StepPictures()
    pictures.take(pane, None)
    return 0.0 if pictures.is_empty or not parts.maps else TITLE_LINE + PICTURES + BETWEEN


def _rows(session: Session, place: int, parts: PaneParts) -> int:
    return len(series_of(session.panes[place].shown)) * parts.maps + parts.curves


class NetworkBlock(Block):
    """The pane of a session at one place, whole."""

    def __init__(
        self,
        session: Session,
        box: QRectF,
        place: int,
        parts: PaneParts,
        *,
        facts: str,
        curves: tuple[str, ...] | None,
        spans: Spans,
        shown: str = "",
    ) -> None:
        super().__init__(session, box)
        self._spans = spans
        self.place, self._parts, self._facts = place, parts, facts
        self._pane = session.panes[place]
        self._trace = self._pane.layer_trace
        self.maps: list[tuple[Series, TimeField]] = []
        self._curves: TimeField | None = None
        self._scaled_lines: list[Values] = []
        self.ghosts: list[Line] = []
        series = series_of(self._pane.shown)
        colours = unit_colours(theme(), len(self._pane.units))
        self._chosen = list(zip(self._pane.units, colours, strict=True))
        keys = {one.key for one in series}
        if curves is None or (curves and not keys & set(curves)):  # those of another cell
            curves = tuple(one.key for one in series if one.shown)
        self._lines = self._make_lines([one for one in series if one.key in curves])
        self._pictures = StepPictures(chosen=self._chosen)
        by_rank = sorted(series, key=lambda one: (one.key != shown, one.rank))
        self._pictures.take(self._pane, by_rank[0])
        self._lay_out(series)

    def _lay_out(self, series: tuple[Series, ...]) -> None:
        rows = series if self._parts.maps else ()
        # A network with one heat map gives its curves the room that others need for gates.
        weight = (1.6 if len(rows) > 2 else 1.0) if self._parts.curves else 0.0
        below = _pictures_height(self._pane, self._parts)
        room = self.box.height() - HEAD - AXIS - below
        each = room / max(1.0, len(rows) + weight)
        self.is_titled = each >= MIN_ROW + TITLE_LINE + BETWEEN
        above = TITLE_LINE if self.is_titled else 0.0
        steps = max(1, self.session.steps)
        top = self.box.top() + HEAD
        left, wide = self.box.left() + GUTTER, self.box.width() - GUTTER - BAR
        for one in rows:
            box = QRectF(left, top + above, wide, each - above - BETWEEN)
            self.maps.append((one, TimeField(box, steps)))
            top += each
        if weight:
            box = QRectF(left, top + TITLE_LINE, wide, each * weight - TITLE_LINE)
            self._curves = TimeField(box, steps)
        last = self._curves or (self.maps[-1][1] if self.maps else None)
        if last is not None and not weight:
            self.box.setBottom(last.box.bottom() + AXIS + below)
        self._last = last
        self._room_below = None
        if below:
            box = QRectF(left, self.box.bottom() - PICTURES, wide, PICTURES)
            self._pictures.lay_out(box)
            self._room_below = TimeField(box, steps)

    def _scaled(self, place: int, key: str, values: Values) -> Values:
        """The values that a series' scale has to hold: these, and those of other frames."""
        span = self._spans.get((place, key))
        if span is None or span.shape[1] != values.shape[1]:
            return values
        return np.concatenate([values, span])

    def _make_lines(self, shown: list[Series]) -> list[tuple[Series, Line]]:
        """The curves of several series of one unit, or of the first of them of several units."""
        if self._trace is None:
            return []
        if len(self._chosen) > 1:
            shown = shown[:1]
        lines = []
        for one in shown:
            scaled = self._scaled(self.place, one.key, self._trace.series[one.key])
            for unit, colour in self._chosen:
                ink = theme().of(one) if len(self._chosen) == 1 else colour
                lines.append((one, (self._trace.series[one.key][:, unit], ink)))
                self._scaled_lines.append(scaled[:, unit])
                if (ghost := self._pane.layer_ghost) is not None:
                    self.ghosts.append((ghost.series[one.key][:, unit], ink))
        return lines

    def curve_ends(self) -> tuple[float, float]:
        """The values at the lower and the upper edge of the curves."""
        shown = [one for one, _ in self._lines]
        shared = [self._levels(one, "shared") for one in shown]
        before = [values for values, _ in self.ghosts]
        low, high = curve_ends(self._scaled_lines + before, shown, shared, self._parts.scale)
        if before:  # shared scales hold what the panes show, and not what stands behind it
            low = min(low, *(float(np.nanmin(each, initial=low)) for each in before))
            high = max(high, *(float(np.nanmax(each, initial=high)) for each in before))
        return low, high

    def _levels(self, series: Series, scale: str) -> Ends:
        """The values at the ends of a series' colours."""
        key, panes = series.key, self.session.panes
        shared = [
            self._scaled(place, key, values)
            for place in range(len(panes))
            for values in values_of(panes[place : place + 1], key)
        ]
        assert self._trace is not None
        return levels(series, self._scaled(self.place, key, self._trace.series[key]), shared, scale)

    # -- painting ----------------------------------------------------------------

    def paint_ground(self, painter: QPainter) -> None:
        """Paint name, heat maps and curves."""
        look = theme()
        self._paint_head(painter)
        if self._trace is None:
            problem = self._pane.problem
            text = explain(problem) if problem else _tr("Nothing has been read yet.")
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(BODY))
            room = self.box.adjusted(0, HEAD, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
            return
        for one, field in self.maps:
            values = self._trace.series[one.key]
            ends = self._levels(one, self._parts.scale)
            self._paint_title(painter, one, field)
            field.paint_frame(painter)
            field.paint_map(painter, values, ends, signed=one.signed)
            field.paint_units(painter, self._chosen, values.shape[1])
            field.paint_bar(painter, one, ends)
            if field.box.height() >= MIN_ROW - BETWEEN:
                field.paint_ends(painter, "1", str(values.shape[1]))
        if self._curves is not None:
            low, high = self.curve_ends()
            self._paint_units_title(painter, self._curves)
            self._curves.paint_frame(painter)
            self._curves.paint_heights(painter, low, high, 0.0)
            self._curves.paint_lines(painter, self.ghosts, low, high, alpha=GHOST)
            self._curves.paint_lines(painter, [line for _, line in self._lines], low, high)

    def _paint_head(self, painter: QPainter) -> None:
        look = theme()
        colour = look.networks[self.place % 3]
        painter.fillRect(QRectF(self.box.left(), self.box.top(), 3, 18), QColor(colour))
        name = pane_titles(self.session)[self.place]
        box = QRectF(self.box.left() + 10, self.box.top() - 1, self.box.width() - 10, 20)
        size = next(
            (size for size in (HEADING, TITLE, BODY)
             if width_of(name, typeface(size, bold=True)) <= box.width()),
            CAPTION,
        )  # fmt: skip
        write(painter, box, name, look.text, typeface(size, bold=True))
        box = QRectF(self.box.left() + 10, self.box.top() + 19, self.box.width() - 10, 15)
        write(painter, box, self._facts, look.dim, typeface(CAPTION))

    def _paint_title(self, painter: QPainter, series: Series, field: TimeField) -> None:
        """The letter of a series, and its name where there is a line for it."""
        look, letter = theme(), typeface(TITLE + 2, family=MATH_ITALIC)
        if self.is_titled:
            box = QRectF(field.box.left(), field.box.top() - TITLE_LINE, 200, TITLE_LINE - 1)
            wide = write(painter, box, series.symbol, look.of(series), letter)
            box = QRectF(
                box.left() + wide + 8, box.top(), field.box.width() - wide - 8, box.height()
            )
            write(painter, box, series_name(series.key), look.dim, typeface(CAPTION))
            return
        middle = QPointF(field.box.left() - GUTTER, field.box.center().y() - 9)
        write(
            painter, QRectF(middle.x(), middle.y(), 14, 18), series.symbol, look.of(series), letter
        )

    def _paint_units_title(self, painter: QPainter, field: TimeField) -> None:
        """Which units and which series the curves are of, in their colours."""
        look, left = theme(), field.box.left()
        top = field.box.top() - TITLE_LINE
        several = len(self._chosen) > 1
        font, letter = typeface(CAPTION), typeface(TITLE + 1, family=MATH_ITALIC)
        pieces = [(_tr("units") if several else _tr("unit"), look.dim, font)]
        pieces += [(str(unit + 1), colour, font) for unit, colour in self._chosen]
        keys = dict.fromkeys(one.key for one, _ in self._lines)
        by_key = {one.key: one for one, _ in self._lines}
        for key in keys:
            colour = look.dim if several else look.of(by_key[key])
            pieces.append((by_key[key].symbol, colour, letter))
        for text, colour, face in pieces:
            box = QRectF(left, top, max(0.0, field.box.right() - left), TITLE_LINE - 1)
            left += write(painter, box, text, colour, face, AT_LEFT) + 7

    def paint_step(self, painter: QPainter) -> None:
        """Paint the cursor, the dots and the numbers of the steps."""
        if self._trace is None:
            return
        step = self.session.step
        for _, field in self.maps:
            field.paint_cursor(painter, step, dims=self._parts.dims, framed=True)
        if self._curves is not None:
            self._curves.paint_cursor(painter, step, dims=self._parts.dims, framed=False)
            low, high = self.curve_ends()
            self._curves.paint_dots(painter, step, [line for _, line in self._lines], low, high)
        if self._last is not None:
            self._last.paint_axis(painter, step, _tr("step"))
        if self._room_below is not None:
            self._paint_pictures(painter, self._room_below, step)

    def _paint_pictures(self, painter: QPainter, field: TimeField, step: int) -> None:
        """What is read at the step, and the maps of the layer's states."""
        text = pictures_titles(self._pictures)[0]
        box = QRectF(field.box.left(), field.box.top() - TITLE_LINE, field.box.width(), TITLE_LINE)
        write(painter, box, text, theme().dim, typeface(CAPTION))
        series, trace = self._pictures.series, self._pictures.trace
        if series is not None and trace is not None:
            shared = maps_of(self.session.panes, series.key)
            ends = levels(series, trace.maps[series.key], shared, self._parts.scale)
            self._pictures.ends = ends
            field.paint_bar(painter, series, ends)
        self._pictures.paint(painter, step)
