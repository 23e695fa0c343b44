"""`PredictionView`: p(t) of every network on one axis, and where they part."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.session.session import Session
from engine.session.signals import PARTING
from gui.kit.display import Display
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import InPlace, label
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.naming import pane_names, shares, shortened, step_word
from gui.plots.curves import Curves, Line


class PredictionView(View):
    """The predictions had the review ended at each step."""

    def __init__(self, session: Session, display: Display, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title, self._now, self._parting = label("title"), label(), label("dim")
        self._now.setTextFormat(Qt.TextFormat.RichText)
        self.plot = Curves()
        self.plot.setMinimumHeight(48)
        self.plot.step_asked.connect(self._go)
        self.plot.stepped.connect(self._move)
        self.plot.describe = self._say
        head = row(self._title, (InPlace(self._now), 1), self._parting, spacing=16)
        column(head, (self.plot, 1), of=self, spacing=4)
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.step_changed, self.show_step)
        display.future_changed.connect(self.plot.show_whole)
        self.plot.show_whole(display.shows_future)
        self.dress()

    def _go(self, step: int) -> None:
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

    def show_trace(self) -> None:
        """Draw the predictions anew."""
        curves = self._session.predictions()
        lines: list[Line] = [
            (curve, theme().networks[place])
            for place, curve in enumerate(curves)
            if curve is not None
        ]
        ends = [values[np.isfinite(values)] for values, _ in lines]
        low = min([0.0, *(float(values.min()) for values in ends if len(values))])
        high = max([1.0, *(float(values.max()) for values in ends if len(values))])
        self.plot.show_lines(lines, max(1, self._session.steps), low, high, 0.5)
        part = self._session.parting()
        self.plot.show_marker(part)
        traces = [pane.trace for pane in self._session.panes if pane.trace is not None]
        read = 0 if self._session.sequence is None else len(self._session.sequence)
        last = [
            curve for curve in curves if curve is not None and np.isnan(curve[: read - 1]).all()
        ]
        text = ""
        if part is not None:
            text = self.tr("they part at step %d") % (part + 1)
        elif last and any(np.isfinite(trace.prediction).any() for trace in traces):
            text = self.tr("answers when all has been read")
        elif last:
            text = self.tr("the answer is behind a layer that is not replayed")
        elif any(trace.looks_ahead for trace in traces):
            text = self.tr("looks at what comes after, too")
        self._parting.setText(text)
        names = map(escape, pane_names(self._session))
        self._now.setToolTip(f"<qt>{'<br>'.join(names)}</qt>")
        self.show_step(self._session.step)

    def show_step(self, step: int) -> None:
        """Move the cursor and the numbers."""
        self.plot.show_step(step)
        names = []
        # Each has its share of the line, so that every number can be seen.
        metrics = self._now.fontMetrics()
        room = self.width() - self._title.sizeHint().width() - self._parting.sizeHint().width() - 64
        called = pane_names(self._session)
        widths = [metrics.horizontalAdvance(name) for name in called]
        numbers = len(widths) * (metrics.horizontalAdvance(" −0.00") + 28)
        room_of = shares(widths, room - numbers)
        for place, curve in enumerate(self._session.predictions()):
            if curve is not None and step < len(curve) and np.isfinite(curve[step]):
                # A file, or a run from elsewhere, may be called anything.
                full_name = called[place]
                name = escape(shortened(full_name, metrics, max(room_of[place], 24)))
                names.append(
                    f'<span style="color:{theme().networks[place]}">{name} '
                    f"<b>{number(float(curve[step]))}</b></span>"
                )
        self._now.setText("&nbsp;&nbsp;&nbsp;&nbsp;".join(names))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names have another share of the line."""
        super().resizeEvent(event)
        self.show_step(self.plot.step)

    def _say(self, step: int, height: float) -> str:
        if step >= self._session.steps:
            return ""
        word = step_word(self._session, step, "")
        head = self.tr("step {step}").format(step=step + 1) + (f" {word}" if word else "")
        called = pane_names(self._session)
        rows = [
            f"{called[place]}: {number(float(curve[step]), 4)}"
            for place, curve in enumerate(self._session.predictions())
            if curve is not None and np.isfinite(curve[step])
        ]
        return "\n".join([head, *rows])

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("prediction so far"))
        self._title.setToolTip(
            self.tr("1 is positive, 0 is negative: the answer had the review ended at this step")
        )
        self._parting.setToolTip(
            self.tr("The first step at which the predictions begin to differ by more than %.2f")
            % PARTING
        )
        self.plot.setAccessibleName(self.tr("prediction of every network by step"))
        if self._session.sequence is not None:
            self.show_trace()

    def restyle(self) -> None:
        """Colour the lines."""
        if self._session.sequence is not None:
            self.show_trace()
