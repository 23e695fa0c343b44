"""`SeriesStrip`: the numbers that are read, step by step, where a review has its words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from engine.replay.known_after import forecast_of
from engine.sequence import Sequence
from engine.session.session import Session
from gui.kit.display import Display
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.wheel import Wheel
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.colours import image_of, ink
from gui.look.numbers_text import four_digits, number
from gui.look.padding import DOT_WIDTH, paint_padding_step
from gui.look.scale import px, sized
from gui.look.signal_colours import session_colours
from gui.look.theme import Theme, theme
from gui.look.typefaces import typeface
from gui.look.written import paint_written_begin
from gui.naming import shortened, step_title, step_word, step_writer
from gui.numbers.lanes import Lanes
from gui.numbers.numbers import Numbers
from gui.plots.time_plot import VEIL

HEAD = 18
"""Room above the curves, for the time stamp."""


def with_written(session: Session, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Columns ``(T, F)`` with what the session's writer wrote after them, where it is of the same
    columns; as they are where it is not."""
    trace = None if session.writer is None else session.writer.trace
    if trace is None or len(trace.sequence) <= len(values):
        return values  # nobody wrote, or it was a decoder, whose answers are none of these
    rows = np.asarray(trace.sequence.inputs[len(values) :], np.float64)
    rows = rows.reshape(len(rows), -1)
    return np.concatenate([values, rows]) if rows.shape[1] == values.shape[1] else values


def true_after(session: Session, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64] | None:
    """What truly came where the session's writer wrote, ``(T, F)``, from the last step that was read
    on; NaN elsewhere, None where nothing of it is known."""
    writer = session.writer
    forecast = None if writer is None or writer.trace is None else forecast_of(writer.trace)
    if forecast is None or writer is None or writer.written is None:
        return None
    true, first = np.full_like(values, np.nan), writer.written.first
    end = first + len(forecast.true)
    if len(true) < end or true[first:end].shape != forecast.true.shape:
        return None
    true[first - 1] = forecast.last
    true[first:end] = forecast.true
    return true


class SeriesStrip(View):
    """A curve for every column, one below the other on the same steps; many columns are a
    heat map.  The step is a line with its time stamp, and what is to come is dimmed."""

    def __init__(self, session: Session, numbers: Numbers, display: Display) -> None:
        super().__init__()
        self._session = session
        self._numbers = numbers
        self._display = display
        self._step = 0
        self._drop: int | None = None
        self._wheel = Wheel()
        self._lanes = Lanes()
        self._tints: QImage | None = None  # a pixel a step
        sized(self.setMinimumSize, 200, 54)  # the time stamp and one curve
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.step_changed, self.show_step)
        self.subscribe(session.shade_changed, self.show_shade)
        self.subscribe(session.focus_changed, self.show_trace)
        display.future_changed.connect(self._repaint)
        self.dress()

    # -- what is shown -----------------------------------------------------------

    @property
    def _sequence(self) -> Sequence | None:
        return self._session.sequence

    @property
    def _steps(self) -> int:
        return max(1, self._session.steps)

    def show_trace(self) -> None:
        """Draw the session's sequence."""
        self._step = self._session.step
        sequence = self._sequence if self._session.reads_numbers else None
        if sequence is None or sequence.inputs.dtype.kind not in "fi":
            self._lanes = Lanes()
        else:
            values = np.asarray(sequence.inputs, np.float64).reshape(len(sequence), -1)
            values = np.where(sequence.padding[:, None], np.nan, values)
            values = with_written(self._session, values)
            true = true_after(self._session, values)
            self._lanes = Lanes(values, self._names(values.shape[1]), self._steps, true)
        self.show_shade()

    def show_step(self, step: int) -> None:
        """Move the cursor."""
        self._step = step
        self.update()

    def _repaint(self) -> None:
        self.update()

    def show_shade(self) -> None:
        """Tint the steps by the session's signal, as words would be."""
        colours = session_colours(self._session)
        self._tints = None
        if colours is not None:
            rows, strength = colours
            alpha = np.where(np.isnan(strength), 0, 16 + 84 * np.nan_to_num(strength))
            self._tints = image_of(np.column_stack([rows, alpha.astype(np.uint8)])[None])
        self.update()

    def retranslate(self) -> None:
        """Name the view."""
        self.setAccessibleName(self.tr("the numbers that are read, step by step"))
        self.update()

    def restyle(self) -> None:
        """Take the signal's colours from the theme of the moment."""
        self.show_shade()

    def _names(self, count: int) -> tuple[str, ...]:
        """What the columns are called."""
        windows = self._numbers.cut.windows
        if self._numbers.is_shown and windows is not None and len(windows.columns) == count:
            return windows.columns
        if self._sequence is not None and self._sequence.inputs.dtype.kind == "i":
            return (self.tr("id"),)
        return tuple(str(place + 1) for place in range(count))

    def _raw(self, step: int) -> list[str] | None:
        """The values of a step before scaling, where they are others than what is read."""
        window = self._numbers.window
        if not self._numbers.is_shown or window is None or self._numbers.cut.windows is None:
            return None
        if self._session.sequence is not self._session.source:
            return None  # rows were edited: the table has none of these
        no = window.sequence.padding
        if self._numbers.cut.windows.cut.scale == "none" or not 0 <= step < len(no) or no[step]:
            return None
        row = window.raw[int(np.count_nonzero(~no[:step]))]
        return [four_digits(*each) for each in zip(row, window.largest, strict=True)]

    # -- geometry ----------------------------------------------------------------

    def x_of(self, step: float) -> float:
        """The left edge of a step in pixels."""
        return step * self.width() / self._steps

    def step_at(self, x: float) -> int:
        """The step below a pixel, within what there is."""
        return max(0, min(int(x * self._steps / max(1, self.width())), self._steps - 1))

    def step_near(self, at: QPointF) -> int | None:
        """The step at a point, where there is one."""
        return None if self._sequence is None else self.step_at(at.x())

    def held_at(self, at: QPointF) -> int | None:
        """None: a drag reads along everywhere."""
        return None

    def box_of(self, step: int) -> QRect:
        """Where a step stands."""
        left, right = round(self.x_of(step)), round(self.x_of(step + 1))
        return QRect(left, px(HEAD), right - left, self.height() - px(HEAD))

    def show_drop(self, step: int | None) -> None:
        """Mark the step in whose place another would be put."""
        self._drop = step
        self.update()

    def sizeHint(self) -> QSize:
        """As high as four lines of words."""
        return QSize(px(600), px(106))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tints, curves, veil, cursor and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface())
        look, sequence = theme(), self._sequence
        if sequence is None or not self._lanes.count:
            painter.setPen(QColor(look.dim))
            painter.drawText(
                self.rect(),
                Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
                self.tr("Choose numbers to read under Numbers on the left."),
            )
            return
        area = QRectF(0, px(HEAD), self.width(), max(1, self.height() - px(HEAD)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.surface))
        painter.drawRoundedRect(area, px(4), px(4))
        if self._tints is not None:
            wide = QRectF(0, area.top(), self.x_of(self._tints.width()), area.height())
            painter.drawImage(wide, self._tints)
        self._lanes.paint(painter, area, look)
        self._paint_padding(painter, area, look, sequence)
        if (writer := self._session.writer) is not None and writer.written is not None:
            at = self.x_of(writer.written.first)
            paint_written_begin(painter, look, at, area.top(), area.bottom())
        edge = self.x_of(self._step + 1)
        if not self._display.shows_future:
            future = QRectF(edge, area.top(), self.width() - edge, area.height())
            painter.fillRect(future, ink(look.surface, VEIL))
        middle = self.x_of(self._step + 0.5)
        painter.fillRect(
            QRectF(round(middle) - 1, px(HEAD - 3), px(2), self.height()), QColor(look.accent)
        )
        if self._drop is not None:
            painter.setPen(QPen(QColor(look.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.box_of(self._drop))
        self._lanes.paint_labels(painter, area, look, self._step)
        self._paint_head(painter, look, sequence, middle)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))

    def _paint_padding(
        self, painter: QPainter, area: QRectF, look: Theme, sequence: Sequence
    ) -> None:
        """A row of dots where the steps are padding, as among words."""
        every = max(1, round(DOT_WIDTH * self._steps / max(1, self.width())))
        for step in np.flatnonzero(sequence.padding)[::every].tolist():
            paint_padding_step(painter, look, QPointF(self.x_of(step + 0.5), area.center().y()))

    def _paint_head(
        self, painter: QPainter, look: Theme, sequence: Sequence, middle: float
    ) -> None:
        """The time stamp above the cursor, and what follows at the right."""
        metrics = QFontMetricsF(painter.font())
        after = self._after()
        right = self.width() - metrics.horizontalAdvance(after) - 16 if after else self.width()
        painter.setPen(QColor(look.dim))
        painter.drawText(QRectF(0, 0, self.width(), px(HEAD - 4)), AT_RIGHT, after)
        stamp = ""
        if self._step < len(sequence):
            name = step_word(self._session, self._step, self.tr("padding"))
            stamp = name or sequence.steps[self._step]
        elif self._session.written_after(len(sequence)):
            stamp = step_writer(self._session, self._step)
        stamp = shortened(stamp, painter.fontMetrics(), 240)
        room = metrics.horizontalAdvance(stamp)
        left = max(0.0, min(middle - room / 2, right - room))
        painter.setPen(QColor(look.accent))
        painter.drawText(QRectF(left, 0, room + px(2), px(HEAD - 4)), AT_LEFT, stamp)

    def _after(self) -> str:
        """What follows the window: what a forecast would be held against."""
        window, windows = self._numbers.window, self._numbers.cut.windows
        if not self._numbers.is_shown or window is None or windows is None:
            return ""
        if self._lanes.true is not None:
            return self.tr("dashed: what truly came")
        if window.scaled_next is None or window.next is None or len(window.scaled_next) > 4:
            return ""
        if windows.table.answers is not None:
            wanted = four_digits(float(window.next[0]))
            return self.tr("answer wanted: {value}").format(value=wanted)
        largest = np.abs(window.sequence.inputs).max(axis=0, initial=0.0)
        scaled = zip(window.scaled_next.tolist(), largest.tolist(), strict=True)
        values = ", ".join(four_digits(*each) for each in scaled)
        if windows.cut.scale != "none":
            before = zip(window.next.tolist(), window.largest.tolist(), strict=True)
            raw = ", ".join(four_digits(*each) for each in before)
            return self.tr("then {values}  ({raw} before scaling)").format(values=values, raw=raw)
        return self.tr("then {values}").format(values=values)

    # -- the user's hand ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step below the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.step = self.step_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub with the button down, explain a step without."""
        step = self.step_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._session.step = step
            return
        said = self.describe(step)
        hint = self.tr("Double-click: change it. Right click: more")
        text = tip(f"{said}\n{hint}") if said else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def describe(self, step: int) -> str:
        """A step in words: its number, its time stamp, its values."""
        sequence = self._sequence
        if sequence is None or step >= max(len(sequence), len(self._lanes.values)):
            return ""
        if step >= len(sequence):
            return self._describe_written(step)
        head = self.tr("step {step}").format(step=f"{step + 1:,}")
        name = step_word(self._session, step, self.tr("padding"))
        if sequence.padding[step]:
            return f"{head} · {name}"
        rows = [f"{head} · {name}" if name else head]
        raw = self._raw(step)
        for place in range(min(self._lanes.count, 12)):
            line = f"{self._lanes.names[place]}: {self._lanes.text(step, place)}"
            if raw is not None:
                text = self.tr("({raw} before scaling)")
                line += "  " + text.format(raw=raw[place])
            rows.append(line)
        if self._lanes.count > 12:
            rows.append("…")
        if (shade := self._session.shading()) is not None and step < len(shade):
            value = number(float(shade[step]), 3, sign=True)
            rows.append(self.tr("colour: {value}").format(value=value))
        return "\n".join(rows)

    def _describe_written(self, step: int) -> str:
        """A step that a network wrote: its number, whose it is, its values."""
        rows = [step_title(self._session, step)]
        for place in range(min(self._lanes.count, 12)):
            line = f"{self._lanes.names[place]}: {self._lanes.text(step, place)}"
            true = np.nan if self._lanes.true is None else float(self._lanes.true[step, place])
            if np.isfinite(true):
                came = four_digits(true, float(self._lanes.largest[place]))
                line += "  " + self.tr("(came: {value})").format(value=came)
            rows.append(line)
        return "\n".join(rows)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One notch, one step."""
        self._session.step -= self._wheel.notches(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, home, end."""
        keys = {
            Qt.Key.Key_Left: self._session.step - 1,
            Qt.Key.Key_Right: self._session.step + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._steps - 1,
        }
        step = keys.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._session.step = step
