"""`CellDrawing`: a cell with the numbers of one of its units at one step, in a field of its own size."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import isfinite
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from engine.network.cell_kinds import STATEFUL
from engine.network.network import Layer
from engine.replay.cells.cell import cell_activation
from engine.replay.cells.parts import Part
from engine.replay.cells.registry import activation_of, has_sum, series_of
from engine.replay.cells.series import Series
from gui.cell.activation_curve import REACH, ActivationCurve, curve_of
from gui.cell.layouts import CellLayout, Point, layout_of
from gui.look.colours import ink
from gui.look.meanings import meaning, series_meaning
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter
from gui.look.scale import stroke
from gui.look.theme import MATH_ITALIC, theme
from gui.look.typefaces import typeface

_SMOOTH = QPainter.RenderHint.Antialiasing
WIDTH, HEIGHT = 300.0, 226.0
BOX_WIDTH, BOX_HEIGHT = 44.0, 46.0
NUMBER_HEIGHT = 21.0
"""The upper part of a box, with its number; its curve stands below."""
RADIUS = 11.0
POINT = 2.6
"""The radius of a point on a curve."""
MIN_CURVE_SCALE = 0.6
"""A drawing that is smaller has no curves."""


class CellDrawing:
    """Paints the wiring of a SimpleRNN, LSTM or GRU cell, and its numbers, into a field of
    `WIDTH` by `HEIGHT`.

    Attributes:
        chosen: the key of the series that is marked, "" for none.
        has_curves: whether there is room for a small curve in each box: the activation function,
            with this step's sum as a point upon it.
    """

    def __init__(self) -> None:
        self._kind = "LSTM"
        self._layout: CellLayout = layout_of("LSTM", ())
        self._series: dict[str, Series] = {}
        self._values: Mapping[str, float] = {}
        self._word = ""
        self._sums: Mapping[str, Part] = {}
        self._squeeze = "tanh"
        self._curves: dict[str, ActivationCurve] = {}
        self._functions: tuple[str, ...] = ()
        self.chosen = ""
        self.has_curves = True
        self._places: dict[str, tuple[QPointF, Series]] = {}
        self._boxes: dict[bool, list[tuple[str, Series, _Room]]] = {True: [], False: []}

    def show_cell(self, layer: Layer) -> None:
        """Draw the cell of a recurrent layer."""
        kind, series = layer.kind, series_of(layer)
        own = (key for key in STATEFUL[kind].gates if has_sum(layer, key))
        curves = {key: curve_of(activation_of(layer, key)) for key in own}
        self._curves = {key: curve for key, curve in curves.items() if curve is not None}
        self._functions = tuple(curve.name for curve in self._curves.values())
        self._kind, self._squeeze = kind, cell_activation(layer)
        gates = tuple(each.key for each in series if each.role != "state")
        self._layout = layout_of(kind, gates)
        self._series = {each.key: each for each in series}
        self._places = {
            key: (QPointF(x + _name_width(key, each), y), each)
            for key, (x, y) in self._layout.values.items()
            if (each := self._series.get(key.removesuffix("_prev"))) is not None
        }
        self._boxes = {
            has_curves: [
                (key, self._series[key], _filled_room(at, has_curves and key in self._curves))
                for key, at in self._layout.boxes.items()
                if key in self._series
            ]
            for has_curves in (True, False)
        }

    def show_values(self, values: Mapping[str, float], word: str, sums: Mapping[str, Part]) -> None:
        """Set this step's numbers by key, with ``h_prev`` and ``c_prev`` of the step before, what
        the input is called, and the sum inside each gate; none where the cell takes no step."""
        self._values, self._word, self._sums = values, word, sums

    @property
    def stamp(self) -> tuple[object, ...]:
        """What the wiring depends on."""
        curves = self._functions if self.has_curves else ()
        return theme().name, id(self._layout), self.chosen, self._squeeze, curves

    def key_at(self, at: QPointF) -> str | None:
        """The series whose box or value is at a place of the field."""
        value = self._value_at(at)
        return None if value is None else value.removesuffix("_prev")

    def _value_at(self, at: QPointF) -> str | None:
        """The box or value at a place of the field, as `show_values` names it."""
        for key, (x, y) in self._layout.boxes.items():
            box = QRectF(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT + 14)
            if box.contains(at):
                return key
        for key, (x, y) in self._layout.values.items():
            if QRectF(x - 4, y - 14, 62, 18).contains(at):
                return key
        return None

    def text_at(self, at: QPointF) -> str:
        """What is at a place of the field, with its number and what it means."""
        name = self._value_at(at)
        if name is None:
            return self._part_at(at)
        key, value = name.removesuffix("_prev"), self._values.get(name)
        series = self._series.get(key)
        shown = "" if value is None or series is None else number(value, 4, sign=series.signed)
        says = series_meaning(self._kind, key, shown)
        if name.endswith("_prev"):
            text = QCoreApplication.translate("CellDrawing", "at the step before: {what}")
            return text.format(what=says)
        curve, part = self._curves.get(key), self._sums.get(key)
        is_box = name in self._layout.boxes
        if is_box and curve is not None and part is not None:
            return f"{says}\n{curve.says(part.total)}"
        return says

    def _part_at(self, at: QPointF) -> str:
        """What an operation or the input does, at a place of the field; else what a cell is."""
        for sign, (x, y) in self._layout.operations:
            wide, tall = _half_size(sign)
            if abs(at.x() - x) <= wide and abs(at.y() - y) <= tall:
                is_other = sign == "tanh" != self._squeeze
                return meaning("activation", self._squeeze) if is_other else meaning(sign)
        x, y = self._layout.input
        text = _input_text(self._word)
        wide = QFontMetrics(typeface(11)).horizontalAdvance(text)
        if QRectF(x - 4, y - 12, wide + 8, 16).contains(at):
            return f"{text}\n{meaning('word')}" if self._word else meaning("input")
        return meaning("cell")

    def paint_values(self, painter: QPainter) -> None:
        """Paint what changes from step to step."""
        look, texts = theme(), TextPainter(painter)
        painter.setRenderHint(_SMOOTH)
        painter.setPen(QPen(ink(look.surface), stroke(1)))
        painter.setBrush(ink(look.text))
        numbers = []
        for key, series, room in self._boxes[self.has_curves]:
            alpha = 40
            if (value := self._values.get(key)) is not None:
                # The fuller the box, the more open the gate (the larger a signed value).
                alpha = int(40 + 150 * min(1.0, abs(value)))
                numbers.append((room.number, number(value, sign=series.signed)))
            painter.fillRect(room.fill, ink(look.of(series), alpha))
            if (point := self.point(key)) is not None:
                painter.drawEllipse(point, POINT, POINT)
        painter.setPen(ink(look.text))
        for where, text in numbers:
            texts.paint_centred(where, text, 12, bold=True)
        for key, (at, series) in self._places.items():
            if (value := self._values.get(key)) is not None:
                painter.setPen(ink(look.of(series)))
                texts.paint(at.x(), at.y(), number(value, sign=True), 11, bold=True)
        painter.setPen(ink(look.dim))
        texts.paint(*self._layout.input, _input_text(self._word), 11)

    def paint_wiring(self, painter: QPainter) -> None:
        """Paint what stays the same from step to step: frame, wires, operations, boxes, names."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wire = QColor(look.faint)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.ground))
        painter.drawRoundedRect(QRectF(20, 6, WIDTH - 40, HEIGHT - 34), 10, 10)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, points in self._layout.wires:
            colour, width = wire, 1.2
            if key in self._series:
                colour, width = QColor(look.of(self._series[key])), 2.4
            style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(colour, stroke(width), style, cap, Qt.PenJoinStyle.RoundJoin))
            path = QPainterPath(QPointF(*points[0]))
            for point in points[1:]:
                path.lineTo(QPointF(*point))
            painter.drawPath(path)
        for sign, (x, y) in self._layout.operations:
            self._paint_operation(painter, sign, QPointF(x, y))
        for key, at in self._layout.boxes.items():
            self._paint_box(painter, key, _box(at))
        for key, at in self._layout.values.items():
            self._paint_name(painter, key, QPointF(*at))

    def _paint_operation(self, painter: QPainter, sign: str, centre: QPointF) -> None:
        look = theme()
        painter.setPen(QPen(QColor(look.dim), stroke(1.2)))
        painter.setBrush(QColor(look.surface))
        wide, tall = _half_size(sign)
        box = QRectF(centre.x() - wide, centre.y() - tall, 2 * wide, 2 * tall)
        painter.drawRoundedRect(box, tall, tall)
        painter.setPen(QColor(look.text))
        font = typeface(13 if len(sign) == 1 else 10)
        painter.setFont(font)
        text = self._squeeze if sign == "tanh" else sign  # the layer's own in its stead
        shown = QFontMetrics(font).elidedText(
            text, Qt.TextElideMode.ElideRight, round(2 * wide) - 4
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_box(self, painter: QPainter, key: str, box: QRectF) -> None:
        series = self._series.get(key)
        if series is None:
            return
        width = stroke(2.2 if key == self.chosen else 1.4)
        painter.setPen(QPen(QColor(theme().of(series)), width))
        painter.setBrush(QColor(theme().surface))
        painter.drawRoundedRect(box, 5, 5)
        if (curve := self._curve(key)) is not None:
            room = self.curve_room(key)
            painter.setPen(QPen(QColor(theme().line), stroke(1)))
            for start, end in (((0, curve.low), (0, curve.high)), ((-REACH, 0), (REACH, 0))):
                painter.drawLine(curve.place(room, *start), curve.place(room, *end))
            painter.setPen(QPen(QColor(theme().of(series)), stroke(1.4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curve.path(room))
        painter.setPen(QColor(theme().of(series)))
        painter.setFont(typeface(14, family=MATH_ITALIC))
        painter.drawText(QPointF(box.center().x() + 6, box.bottom() + 14), series.symbol)

    def _curve(self, key: str) -> ActivationCurve | None:
        """What is drawn in a box; None where there is no room, or its function has no curve."""
        return self._curves.get(key) if self.has_curves else None

    def point(self, key: str) -> QPointF | None:
        """Where this step's point stands in the field; None where a box has none."""
        curve, part, value = self._curve(key), self._sums.get(key), self._values.get(key)
        if curve is None or part is None or value is None or not isfinite(value):
            return None
        return curve.place(self.curve_room(key), part.total, value)

    def curve_room(self, key: str) -> QRectF:
        """Where the curve of a box stands in the field."""
        return _curve_room(self._layout.boxes[key])

    def _paint_name(self, painter: QPainter, key: str, at: QPointF) -> None:
        """Paint the name of a state's value: its symbol, and which step it is of."""
        series = self._series.get(key.removesuffix("_prev"))
        if series is None:
            return
        painter.setPen(QColor(theme().of(series)))
        painter.setFont(typeface(14, family=MATH_ITALIC))
        painter.drawText(at, series.symbol)
        wide = painter.fontMetrics().horizontalAdvance(series.symbol)
        painter.setFont(typeface(9))
        painter.drawText(at + QPointF(wide, 3), _index(key))


def _half_size(sign: str) -> tuple[float, float]:
    """Half the width and the height of an operation: a circle, or a longer field for a word."""
    return (RADIUS, RADIUS) if len(sign) == 1 else (19.0, 9.0)


@cache
def _box(centre: Point) -> QRectF:
    x, y = centre
    return QRectF(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT)


class _Room(NamedTuple):
    """Where the number of a box stands, and what is filled below it."""

    number: QRectF
    fill: QRectF


def _filled_room(centre: Point, has_curve: bool) -> _Room:
    """The part of a box above its curve, or all of it.  Its corners lie below the round ones of
    the outline, which has the same colour."""
    x, y = centre
    height = NUMBER_HEIGHT if has_curve else BOX_HEIGHT
    room = QRectF(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, height)
    return _Room(room, room.adjusted(1, 1, -1, 0 if has_curve else -1))


@cache
def _curve_room(centre: Point) -> QRectF:
    """The part of a box that its curve has."""
    return _box(centre).adjusted(4, NUMBER_HEIGHT + 2, -4, -4)


@lru_cache(maxsize=1024)
def _input_text(word: str) -> str:
    """What the input is called; a long word is cut short."""
    text = f"x = {word}" if word else "x"
    return QFontMetrics(typeface(11)).elidedText(text, Qt.TextElideMode.ElideRight, 150)


def _index(key: str) -> str:
    return "t−1" if key.endswith("_prev") else "t"


def _name_width(key: str, series: Series) -> int:
    """How much stands before a state's value."""
    symbol = QFontMetrics(typeface(14, family=MATH_ITALIC)).horizontalAdvance(series.symbol)
    return symbol + QFontMetrics(typeface(9)).horizontalAdvance(_index(key)) + 4
