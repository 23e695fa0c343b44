"""`BasicStep`: h_t from x_t and h_(t-1), number by number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QStaticText

from engine.counting import filled
from engine.lessons.step_sum import StepSum, step_sum
from engine.replay.cells.registry import activation_of
from engine.session.state import SessionState
from gui.kit.grounded import Grounded
from gui.kit.layouts import column
from gui.kit.tips import explain_when_asked
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.look.colours import coloured, image_of, ink
from gui.look.mathematics import math_html
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter
from gui.look.scale import px, stroke
from gui.look.theme import BODY, GAP, theme

Array = npt.NDArray[np.floating[Any]]

MIN_CELL, MAX_CELL = 8, 40
"""Pixels of a number's square at 100 %."""

NAME, NEAR, BETWEEN, WIDE = 22, 8, 12, 40
"""Pixels at 100 %: of a name above a block; between the factors of a product; between the products;
beside the columns."""

NUMBER_CELL = 34
"""From this size on a square has its number in it."""


_ALIKE = (("kernel", "recurrent", "bias"), ("inputs",), ("before", "total", "value"))
"""Blocks that have one scale of colours."""


@dataclass(frozen=True, eq=False)
class _Block:
    """One matrix or column of the sum: its name, its numbers, what stands behind it, and in which
    of the two products it stands, None beside both."""

    key: str
    name: str
    values: Array
    then: str
    line: int | None


class BasicStep(Picture):
    """The matrices side by side, and the chosen unit's sum in words."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.matrices = _Matrices(self)
        self.matrices.chosen.connect(self.choose)
        self.unit: int | None = None  # as in the window
        self.sum: StepSum | None = None
        self.function, self.is_skipped = "tanh", False
        self.step_label, self.sum_label = label("dim", wraps=True), label("", wraps=True)
        column(self.step_label, (self.matrices, 1), self.sum_label, of=self.body, spacing=2 * GAP)
        self.dress()

    def choose(self, unit: int) -> None:
        """Write out the sum of another unit."""
        self.unit = unit
        self._follow()

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; with the unit whose sum is written out."""
        state = super().shown(view, window)
        if self.unit is None:
            return state
        first, *others = state.panes
        return replace(state, panes=(replace(first, units=(self.unit,)), *others))

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        pane = self.context.pane("SimpleRNN")
        trace = pane.layer_trace
        assert trace is not None
        assert pane.trace is not None
        step = self.step_in(pane.trace)
        unit = pane.units[0] if self.unit is None else self.unit
        unit = min(unit, pane.shown.options["units"] - 1)
        self.sum = found = step_sum(trace, step, unit)
        self.function = activation_of(pane.shown, "h")
        self.is_skipped = bool(trace.masked[step])
        self.matrices.show_sum(found, unit, self.function)
        self.step_label.setText(
            self.tr("{network}, step {step}: “{word}”").format(
                network=pane.network.name,
                step=step + 1,
                word=pane.trace.steps[step] if pane.trace.steps else "",
            )
            + self._left_out(found)
        )
        at = int(np.flatnonzero(found.units == unit)[0])
        shares = [
            (math_html("W_x x_t"), float(found.kernel[at] @ found.inputs)),
            (math_html("W_h h_{t-1}"), float(found.recurrent[at] @ found.before)),
            (math_html("b"), float(found.bias[at])),
        ]
        if self._left_out(found):
            shares.append((self.tr("the rest"), float(found.rest[at])))
        text = " ".join(
            f"{'+' if value >= 0 else '−'} {number(abs(value))} ({name})" for name, value in shares
        )
        self.sum_label.setText(
            (
                self.tr("unit {unit}: the mask skips this step, h stays {value}")
                if self.is_skipped
                else self.tr("unit {unit}: {function}({sum}) = {function}({total}) = {value}")
            ).format(
                function=self.function,
                unit=unit + 1,
                sum=text.removeprefix("+ "),
                total=number(found.total[at]),
                value=number(found.value[at]),
            )
        )

    def _left_out(self, found: StepSum) -> str:
        if len(found.which) == found.of_inputs and len(found.units) == found.of_units:
            return ""
        counts = {
            "inputs": len(found.which),
            "of_inputs": found.of_inputs,
            "units": len(found.units),
            "of_units": found.of_units,
        }
        text = self.tr("shown: {inputs} of {of_inputs} inputs, {units} of {of_units} units")
        return " · " + filled(text, counts)

    def describe(self, key: str, row: int, place: int) -> str:
        """The number below the pointer, with the product or the sum that it is part of."""
        if (found := self.sum) is None:
            return ""
        unit, j = int(found.units[row]) + 1, place
        if key == "kernel":
            x, w = float(found.inputs[j]), float(found.kernel[row, j])
            at = int(found.which[j]) + 1
            return self.tr("unit {unit}, input {input}: {w} × {x} = {product}").format(
                unit=unit, input=at, w=number(w), x=number(x), product=number(w * x)
            )
        if key == "recurrent":
            x, w = float(found.before[j]), float(found.recurrent[row, j])
            return self.tr("unit {unit}, from unit {other}: {w} × {x} = {product}").format(
                unit=unit,
                other=int(found.units[j]) + 1,
                w=number(w),
                x=number(x),
                product=number(w * x),
            )
        if key == "inputs":
            return self.tr("input {input}: x = {x}").format(
                input=int(found.which[row]) + 1, x=number(float(found.inputs[row]))
            )
        if key == "before":
            return self.tr("unit {unit}: h = {x} at the step before").format(
                unit=unit, x=number(float(found.before[row]))
            )
        if key == "bias":
            return self.tr("unit {unit}: b = {x}").format(
                unit=unit, x=number(float(found.bias[row]))
            )
        if key == "total":
            return self.tr("unit {unit}: {wx} + {wh} + {b} = {total}").format(
                unit=unit,
                wx=number(float(found.kernel[row] @ found.inputs)),
                wh=number(float(found.recurrent[row] @ found.before)),
                b=number(float(found.bias[row] + found.rest[row])),
                total=number(float(found.total[row])),
            )
        if self.is_skipped:
            text = self.tr("unit {unit}: the mask skips this step, h stays {value}")
        else:
            text = self.tr("unit {unit}: h = {function}({total}) = {value}")
        return text.format(
            unit=unit,
            function=self.function,
            total=number(float(found.total[row])),
            value=number(float(found.value[row])),
        )


class _Matrices(Grounded):
    """``W_x x_t + W_h h_(t-1) + b = z``, tanh, ``h_t``, as squares of colour.

    Signals:
        chosen(int): the unit of the row that was clicked, from 0.
    """

    chosen = Signal(int)

    def __init__(self, picture: BasicStep) -> None:
        super().__init__()
        self._picture = picture
        self._blocks: list[_Block] = []
        self._sum: StepSum | None = None
        self._unit = 0
        self.setMouseTracking(True)
        explain_when_asked(self, self._describe)

    def show_sum(self, found: StepSum, unit: int, function: str) -> None:
        """Draw a sum that goes through a function; the row of a unit is framed."""
        self._sum, self._unit = found, unit
        self._blocks = [
            _Block("kernel", "W_x", found.kernel, "", 0),
            _Block("inputs", "x_t", found.inputs[:, None], "", 0),
            _Block("recurrent", "W_h", found.recurrent, "", 1),
            _Block("before", "h_{t-1}", found.before[:, None], "", 1),
            _Block("bias", "b", found.bias[:, None], "=", None),
            _Block("total", "z", found.total[:, None], function, None),
            _Block("value", "h_t", found.value[:, None], "", None),
        ]
        self.update()

    def places(self) -> dict[str, QRectF]:
        """Where each block stands; pixels.  The two products are one above the other, what is
        added and what comes out beside them."""
        cell, gap, name = self._cell(), float(px(BETWEEN)), float(px(NAME))
        heights = [max(b.values.shape[0] for b in self._blocks if b.line == k) for k in (0, 1)]
        high = (sum(heights)) * cell + 2 * name + gap
        tops = [(self.height() - high) / 2 + name]
        tops.append(tops[0] + heights[0] * cell + gap + name)
        result = {}
        lefts = [float(px(NAME))] * 2
        for block in self._blocks:
            rows, columns = block.values.shape
            if block.line is None:
                break
            top = tops[block.line] + (heights[block.line] - rows) * cell / 2
            result[block.key] = QRectF(lefts[block.line], top, columns * cell, rows * cell)
            lefts[block.line] += columns * cell + px(NEAR)
        x = max(lefts) - px(NEAR) + px(WIDE)
        for block in (each for each in self._blocks if each.line is None):
            rows, columns = block.values.shape
            result[block.key] = QRectF(x, (self.height() - rows * cell) / 2, cell, rows * cell)
            x += columns * cell + px(WIDE)
        shift = max(0.0, (self.width() - (x - px(WIDE))) / 2)
        return {key: place.translated(shift, 0.0) for key, place in result.items()}

    def _cell(self) -> float:
        """Pixels of a square: as large as both directions have it."""
        wide, high = [0, 0], [0, 0]
        for block in self._blocks:
            if block.line is not None:
                wide[block.line] += block.values.shape[1]
                high[block.line] = max(high[block.line], block.values.shape[0])
        across = (self.width() - px(NEAR + 2 * NAME) - 3 * px(WIDE)) / (max(wide) + 3)
        down = (self.height() - 2 * px(NAME) - px(BETWEEN)) / max(1, sum(high))
        return float(min(max(min(across, down), px(MIN_CELL)), px(MAX_CELL)))

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the squares, their names and what stands between them."""
        if self._sum is None:
            return
        look, texts, cell = theme(), TextPainter(painter), self._cell()
        places = self.places()
        for block in self._blocks:
            place = places[block.key]
            reach = self._reach(block.key)
            painter.drawImage(place, image_of(coloured(block.values / (2 * reach) + 0.5)))
            painter.setPen(QPen(ink(look.line, 255), 1))
            painter.drawRect(place)
            painter.setPen(ink(look.text, 255))
            if cell >= px(NUMBER_CELL):
                for (row, k), value in np.ndenumerate(block.values):
                    box = QRectF(place.x() + k * cell, place.y() + row * cell, cell, cell)
                    texts.paint_centred(box, number(float(value)))
            name = QStaticText(math_html(block.name))
            name.prepare(font=painter.font())
            left = place.center().x() - name.size().width() / 2
            painter.drawStaticText(QPointF(left, place.y() - px(NAME)), name)
            if block.then:
                right = QRectF(place.right(), place.center().y() - px(9), px(WIDE), px(18))
                texts.paint_centred(right, block.then)
        above, below, bias = places["kernel"], places["recurrent"], places["bias"]
        inputs, before = places["inputs"], places["before"]
        edge, deep = bias.x() - px(WIDE) + px(14), float(px(8))
        top, bottom = min(above.y(), inputs.y()), max(below.bottom(), before.bottom())
        painter.setPen(QPen(ink(look.dim, 255), stroke(1.5)))
        corners = ((edge - deep, top), (edge, top), (edge, bottom), (edge - deep, bottom))
        painter.drawPolyline([QPointF(*corner) for corner in corners])  # both products, then + b
        painter.setPen(ink(look.text, 255))
        for x, y in (
            (above.center().x(), (above.bottom() + below.y() - px(NAME)) / 2),
            (bias.x() - px(WIDE) / 2 + px(8), bias.center().y()),
        ):
            texts.paint_centred(QRectF(x - px(9), y - px(9), px(18), px(18)), "+", BODY)
        self._frame(painter, places, cell)

    def _frame(self, painter: QPainter, places: dict[str, QRectF], cell: float) -> None:
        assert self._sum is not None
        row = int(np.flatnonzero(self._sum.units == self._unit)[0])
        painter.setPen(QPen(ink(theme().accent, 255), stroke(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in ("kernel", "recurrent", "bias", "total", "value"):
            place = places[key]
            painter.drawRect(QRectF(place.x(), place.y() + row * cell, place.width(), cell))
        for key in ("inputs", "before"):
            painter.drawRect(places[key])

    def _reach(self, key: str) -> float:
        """What has the strongest colour."""
        alike = next(keys for keys in _ALIKE if key in keys)
        values = [block.values for block in self._blocks if block.key in alike]
        return max(1e-9, *(float(np.abs(each).max(initial=0.0)) for each in values))

    def at(self, point: QPointF) -> tuple[str, int, int] | None:
        """The block, row and column below a pixel."""
        cell = self._cell()
        for block in self._blocks:
            place = self.places()[block.key]
            if place.contains(point):
                row = min(int((point.y() - place.y()) / cell), block.values.shape[0] - 1)
                k = min(int((point.x() - place.x()) / cell), block.values.shape[1] - 1)
                return block.key, row, k
        return None

    def _describe(self, point: QPointF) -> str:
        found = self.at(point)
        return "" if found is None else self._picture.describe(*found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit of a row."""
        found = self.at(event.position())
        if found is not None and found[0] != "inputs" and self._sum is not None:
            self.chosen.emit(int(self._sum.units[found[1]]))
