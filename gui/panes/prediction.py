"""`PredictionView`: p(t) of every network on one axis, and where they part."""

from __future__ import annotations

from itertools import product
from math import isfinite
from typing import Protocol

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.network.network import Network
from engine.session.pane import Pane
from engine.session.session import Session
from engine.session.signals import Curve, are_probabilities, ghosts, is_assumed, winner_of
from gui.i18n.texts import explain
from gui.kit.display import Display
from gui.kit.layouts import column, row
from gui.kit.need import Need, need_of_plots
from gui.kit.text_line import TextLine, TextRun
from gui.kit.tips import explain_when_asked, tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.meanings import meaning
from gui.look.numbers_text import number
from gui.look.painted_text import text_width
from gui.look.scale import px, sized
from gui.look.theme import BODY, CAPTION, TITLE, theme
from gui.look.typefaces import typeface
from gui.naming import PART, answer_name, pane_names, shares, shortened, step_title
from gui.panes.heights import BETWEEN
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves, Line
from gui.plots.scale import answer_ends

SHORTEST = "M… · epoch 100"
"""What is to be seen of a network's name at least."""

LETTERS, DOT = 4, "●"
"""Where fewer letters of a name have room, dots in the colours of the networks stand for the names."""

MIN_PLOT, MAX_PLOT = 48, 80
"""The height of the curves, where nobody has chosen another."""


class Names(Protocol):
    """What answers are called."""

    def of(self, network: Network, count: int) -> tuple[str, ...]:
        """The names of so many classes of a network; empty where nobody knows."""

    def ends(self, network: Network) -> tuple[str, str]:
        """What 0 and 1 mean where the answer is one probability; "" where nobody knows."""


class PredictionView(View):
    """The predictions had the review ended at each step."""

    def __init__(self, session: Session, display: Display, names: Names, title: QWidget) -> None:
        super().__init__()
        self._session = session
        self._names_of: Names = names
        self._title, self._parting = title, label("dim")
        self._now = TextLine("ground")
        sized(self._now.setFixedHeight, TITLE + 3)
        self._names: list[str] = []
        self._curves: list[Curve | None] = []
        self._ghosts: list[Curve | None] = []
        self.plot = Curves()
        self.plot.setMinimumHeight(MIN_PLOT)
        self.plot.step_asked.connect(self._go)
        self.plot.stepped.connect(self._move)
        self.plot.describe = self._say
        explain_when_asked(self._title, self._say_title)
        explain_when_asked(self._now, lambda at: self._say(self.plot.step, 0.0))
        head = row(self._title, (self._now, 1), self._parting, spacing=16)
        self.axis = StepAxis()
        self.axis.step_asked.connect(self._go)
        below = column((self.plot, 1), self.axis, spacing=0)
        column(head, (below, 1), of=self, spacing=BETWEEN)
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.panes_changed, self._show_panes)
        self.subscribe(session.step_changed, self.show_step)
        display.future_changed.connect(self.plot.show_whole)
        self.plot.show_whole(display.shows_future)
        self.dress()

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        head = self._title.sizeHint().height() + px(BETWEEN) + self.axis.height()
        return need_of_plots(head, MIN_PLOT, MAX_PLOT)

    def _go(self, step: int) -> None:
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

    def _show_panes(self) -> None:
        """Curves stand with the names of the networks that drew them: those that are gone go."""
        if self._session.sequence is not None:
            self.show_trace()

    def show_trace(self) -> None:
        """Draw the predictions anew."""
        curves = self._curves = self._session.predictions()
        lines: list[Line] = [
            (curve, theme().networks[place])
            for place, curve in enumerate(curves)
            if curve is not None
        ]
        steps = max(1, self._session.steps)
        self._ghosts = ghosts(self._session.panes, self._session.steps)
        before: list[Line] = [
            (curve, theme().networks[place])
            for place, curve in enumerate(self._ghosts)
            if curve is not None
        ]
        probable = are_probabilities(self._session.panes)
        low, high, guide = answer_ends([values for values, _ in lines + before], probable)
        self.plot.show_lines(lines, steps, low, high, guide, before)
        self.plot.show_changes(self._changes())
        self.plot.name_ends(*names_of_ends(self._session, self._names_of))
        self.axis.set_steps(self._session.steps)
        part = self._session.parting()
        self.plot.show_marker(part)
        written = [pane.written.first for pane in self._session.panes if pane.written is not None]
        self.plot.show_written(min(written, default=None))
        traces = [pane.trace for pane in self._session.panes if pane.trace is not None]
        read = 0 if self._session.sequence is None else len(self._session.sequence)
        last = [
            curve for curve in curves if curve is not None and np.isnan(curve[: read - 1]).all()
        ]
        text, why = "", ""
        if part is not None:
            text = self.tr("they part at step {step}").format(step=f"{part + 1:,}")
        elif last and any(np.isfinite(trace.prediction).any() for trace in traces):
            text = self.tr("answers when all has been read")
        elif last and all(trace.network.answers for trace in traces):
            text = self.tr("the answer is no number")
        elif last:
            text = self.tr("the answer is behind a layer that is not replayed")
        elif any(trace.looks_ahead for trace in traces):
            text = self.tr("looks at what comes after, too")
        elif any(is_assumed(trace) for trace in traces):
            text = self.tr("taken for probabilities")
            why = tip(
                self.tr(
                    "The layer that the answer comes out of has no function that is known. All "
                    "answers lie between 0 and 1, so they are drawn as probabilities."
                )
            )
        elif not traces and (focused := self._session.focused) is not None and focused.problem:
            text = self.tr("nobody answers: no network reads this")
            why = tip(explain(focused.problem))
        self._parting.setText(text)
        self._parting.setToolTip(why or tip(meaning("parting")))
        self._fit_names()
        self.show_step(self._session.step)

    def _changes(self) -> list[tuple[Curve, Curve, str]]:
        """What edits have changed: the answers without and with them, and their colours."""
        return [
            (before, after, theme().networks[place])
            for place, (before, after) in enumerate(zip(self._ghosts, self._curves, strict=True))
            if before is not None and after is not None
        ]

    def _fit_names(self) -> None:
        """Each has its share of the line, so that every number can be seen.  The line is drawn
        smaller before a name is cut short; where that is not enough, the names come before where
        the networks part, which the dashed line shows too."""
        names = answer_names(self._session, self._names_of)
        curves = [curve for curve in self._curves if curve is not None]
        least = min((float(np.nanmin(each, initial=0.0)) for each in curves), default=0.0)
        value = f"     {number(-0.88 if least < 0 else 0.88)}"
        room = self.width() - self._title.sizeHint().width() - px(16)
        parting = self._parting.sizeHint().width() + px(16)
        edited = sum(ghost is not None for ghost in self._ghosts)
        whole = [*names], room - parting
        short = [SHORTEST] * len(names), room
        for (shown, given), size in product((whole, short), range(BODY, CAPTION - 2, -1)):
            metrics = QFontMetrics(typeface(size))
            values = len(names) * (round(text_width(value, size, bold=True)) + 1)
            values += edited * metrics.horizontalAdvance(" (−0.00)")
            wanted = sum(map(metrics.horizontalAdvance, shown)) + values
            if wanted <= given:
                break
        has_room = wanted <= room - parting
        self._parting.setVisible(has_room)
        room -= values + (parting if has_room else 0)
        widths = [metrics.horizontalAdvance(name) for name in names]
        cut = [
            shortened(name, metrics, max(width, px(24)), names)
            for name, width in zip(names, shares(widths, room), strict=True)
        ]
        # Two letters of a name tell less than its colour, which the panes have too.
        told = [
            text if text == name or len(text.strip("…")) >= LETTERS else DOT
            for name, text in zip(names, cut, strict=True)
        ]
        self._names = told if DOT not in told else [DOT] * len(told)

    def show_step(self, step: int) -> None:
        """Move the cursor and the numbers."""
        self.plot.show_step(step)
        self.axis.show_step(step)
        runs: list[TextRun] = []
        for name, curve, ghost, colour in zip(
            self._names, self._curves, self._ghosts, theme().networks, strict=False
        ):
            if curve is not None and step < len(curve) and isfinite(now := float(curve[step])):
                apart = [TextRun(" " * 4)] if runs else []
                value = TextRun(number(now), colour, bold=True)
                runs += [*apart, TextRun(f"{name} ", colour), value]
                if ghost is not None and np.isfinite(ghost[step]):
                    change = number(float(curve[step] - ghost[step]), sign=True)
                    runs.append(TextRun(f" ({change})", colour))
        self._now.show_runs(*runs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names have another share of the line."""
        super().resizeEvent(event)
        self._fit_names()
        self.show_step(self.plot.step)

    def _say(self, step: int, height: float) -> str:
        if step >= self._session.steps:
            return ""
        rows = []
        names = answer_names(self._session, self._names_of)
        for name, curve, ghost in zip(names, self._curves, self._ghosts, strict=False):
            before = ""
            if ghost is not None:
                value = number(float(ghost[step]), 4)
                before = " · " + self.tr("without edits {value}").format(value=value)
            if curve is None or not np.isfinite(curve[step]):
                rows.append(self.tr("{name}: no answer at this step").format(name=name))
            else:
                rows.append(f"{name} = {number(float(curve[step]), 4)}" + before)
        return "\n".join([step_title(self._session, step), meaning("prediction"), *rows])

    def _say_title(self, at: QPointF) -> str:
        says = meaning("prediction")
        if self._session.review is None:
            return says
        low, high = names_of_ends(self._session, self._names_of)
        if not (low and high):
            return says
        return f"{says}\n" + self.tr("1 is {high}, 0 is {low}").format(high=high, low=low)

    def retranslate(self) -> None:
        """Set the texts."""
        self._parting.setToolTip(tip(meaning("parting")))
        self.plot.setAccessibleName(self.tr("prediction of every network by step"))
        if self._session.sequence is not None:
            self.show_trace()

    def restyle(self) -> None:
        """Colour the lines."""
        if self._session.sequence is not None:
            self.show_trace()


def answer_names(session: Session, names_of: Names) -> list[str]:
    """Whose answers are shown: the network, and of several classes which one."""
    classes = [_class_name(pane, names_of) for pane in session.panes]
    return [
        f"{name}{PART}{shown}" if shown else name
        for name, shown in zip(pane_names(session), classes, strict=True)
    ]


def _class_name(pane: Pane, names_of: Names) -> str:
    """The class that wins at the end, which the curve is of; "" of one answer."""
    if pane.trace is None or pane.trace.prediction.ndim == 1:
        return ""
    prediction = pane.trace.prediction
    winner, names = winner_of(prediction), names_of.of(pane.network, prediction.shape[1])
    if names:
        return names[winner]
    return answer_name(pane.trace, winner)


def names_of_ends(session: Session, names_of: Names) -> tuple[str, str]:
    """What 0 and 1 stand for; "" where the networks do not agree, or nobody knows."""
    meanings = {_meaning(pane, names_of) for pane in session.panes if pane.trace is not None}
    return meanings.pop() if len(meanings) == 1 else ("", "")


def _meaning(pane: Pane, names_of: Names) -> tuple[str, str]:
    assert pane.trace is not None
    prediction = pane.trace.prediction
    if prediction.ndim == 2:  # of the class that wins, its probability
        names = names_of.of(pane.network, prediction.shape[1])
        winner = winner_of(prediction)
        return "", names[winner] if names else ""
    return names_of.ends(pane.network) if are_probabilities([pane]) else ("", "")
