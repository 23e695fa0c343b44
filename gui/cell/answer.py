"""`AnswerView`: what the network says at this step, where that is more than one number."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from engine.replay.trace import Trace
from engine.session.session import Session
from engine.session.signals import are_shares
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.colours import ink
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.models.class_names import ClassNames
from gui.naming import answer_name

MAX_CLASSES = 5
"""Classes that are listed: the largest ones."""

_ROW = 20


class AnswerView(View):
    """The five largest classes with their names, for the network in focus; of numbers that
    are no probabilities, up to five as they stand.

    A network with several outputs has a list to choose one; a network that answers only at
    the end says so until then.  Hidden for a network of one output of one number.

    Signals:
        names_asked(): the user wants to choose the file of names.
    """

    names_asked = Signal()

    def __init__(self, session: Session, names: ClassNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._names = session, names
        self._title = label("caption")
        self._output = QComboBox()
        sized(self._output.setMaximumWidth, 132)  # a long name must not make the panel wide
        self._output.currentIndexChanged.connect(lambda _: self.show_step(session.step))
        self.choose = icon_button(self.names_asked, 14)
        self.bars = _Bars()
        self._note = label("dim", wraps=True)
        head = row((self._title, 1), self._output, self.choose, spacing=4)
        column(head, self.bars, self._note, of=self, spacing=4)
        names.changed.connect(lambda: self.show_step(session.step))
        self.dress()

    def show_focus(self) -> None:
        """Another network: take its outputs."""
        pane = self._session.focused
        trace = None if pane is None else pane.trace
        outputs = [] if trace is None else list(trace.outputs)
        if [self._output.itemText(k) for k in range(self._output.count())] != outputs:
            with QSignalBlocker(self._output):
                self._output.clear()
                self._output.addItems(outputs)
        self._output.setVisible(len(outputs) > 1)
        self.show_step(self._session.step)

    def show_step(self, step: int) -> None:
        """Say this step's answer."""
        pane = self._session.focused
        trace = None if pane is None else pane.trace
        if pane is None or trace is None or not trace.outputs:
            self.hide()
            return
        values = trace.outputs.get(self._output.currentText(), trace.prediction)
        several = values.ndim == 2
        now = values[min(step, len(values) - 1)]
        waits = not (np.isfinite(now).all() if several else isfinite(now))
        if not (several or waits or len(trace.outputs) > 1):
            self.hide()
            return
        self._title.setText(self.tr("answer at this step"))
        self._title.setToolTip(tip(meaning("answer")))
        self.choose.setVisible(several)
        self._note.setVisible(waits)
        self.bars.setVisible(not waits)
        if waits:
            no_number = trace.network.answers and not np.isfinite(values[-1]).all()
            self._note.setText(
                self.tr("The answer is no number.")
                if no_number
                else self.tr("It answers when all has been read.")
            )
        else:
            self._show_bars(trace, np.atleast_1d(now))
        self.show()

    def _show_bars(self, trace: Trace, row: npt.NDArray[np.floating[Any]]) -> None:
        names = self._names.of(trace.network, len(row))
        output = max(0, self._output.currentIndex())
        shares = are_shares(trace.network, row, output)
        is_sorted = shares or len(row) > MAX_CLASSES
        order = np.argsort(-row, kind="stable") if is_sorted else range(len(row))
        shown = []
        for k in order[:MAX_CLASSES]:
            name = names[k] if names else answer_name(trace, int(k), self._output.currentText())
            shown.append((name, float(row[k])))
        if len(row) == 1:
            shown = [("", float(row[0]))]
        self.bars.show_rows(shown, theme().networks[self._session.focus % 3])

    def retranslate(self) -> None:
        """Set the texts."""
        self._output.setAccessibleName(self.tr("which output"))
        name_widget(self.choose, self.tr("Choose a file with the names of the classes…"))
        self.bars.setAccessibleName(self.tr("the largest classes"))
        self.show_step(self._session.step)

    def restyle(self) -> None:
        """Colour the icon."""
        self.choose.setIcon(phosphor("ph.tag", color=theme().dim))


class _Bars(QWidget):
    """One row a class: a name, a bar, a number."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, float]] = []
        self._colour = "#888888"

    def show_rows(self, rows: list[tuple[str, float]], colour: str) -> None:
        """Set names with values, the largest first."""
        if len(rows) != len(self.rows):
            sized(self.setFixedHeight, _ROW * max(1, len(rows)))
        self.rows, self._colour = rows, colour
        text = ", ".join(f"{name} {number(value, 3)}" for name, value in rows)
        self.setAccessibleDescription(text)
        self.setToolTip(tip(f"{meaning('answer')}\n{text}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; a bar from 0, to the left where a value is negative."""
        painter = QPainter(self)
        look = theme()
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        width = self.width()
        named = round(width * 0.44) if any(name for name, _ in self.rows) else 0
        room = width - named - px(58)
        most = max([1.0, *(abs(value) for _, value in self.rows)])
        signed = any(value < 0 for _, value in self.rows)
        zero = named + (room / 2 if signed else 0)
        scale = (room / 2 if signed else room) / most
        for place, (name, value) in enumerate(self.rows):
            top = place * px(_ROW)
            painter.setPen(QColor(look.text if place == 0 else look.dim))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, named - px(8))
            painter.drawText(QRectF(0, top, named, px(_ROW)), AT_LEFT, text)
            bar = ink(self._colour, 255 if place == 0 else 140)
            length = value * scale
            left = zero + min(0.0, length)
            painter.fillRect(QRectF(left, top + px(6), max(1.0, abs(length)), px(_ROW - 12)), bar)
            painter.drawText(
                QRectF(width - px(56), top, px(56), px(_ROW)), AT_RIGHT, number(value, 3)
            )
