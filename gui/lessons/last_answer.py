"""`LastAnswer`: many to one. The words of the review, and of all the answers the one that counts."""

from __future__ import annotations

import html

import numpy as np

from engine.counting import filled
from engine.errors import ReplayError
from engine.lessons.ending import Ending, ending
from engine.network.closing import is_probability
from engine.replay.trace import Trace
from engine.session.state import SessionState
from gui.kit.layouts import column
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.schema import Box, Schema
from gui.lessons.seen import what_is_focused
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.look.typefaces import strong
from gui.plots.curves import Curves


class LastAnswer(Picture):
    """The schema around the step of the moment, and p(t): the answer had the review ended there."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.steps = np.zeros(0, np.intp)
        self.schema = Schema("many_to_one")
        self.schema.column_asked.connect(self._go)
        self.title, self.said = label("caption"), label("", wraps=True)
        self.curves = Curves()
        self.curves.step_asked.connect(self._go)
        sized(self.curves.setMinimumHeight, 120)
        column(self.schema, self.title, (self.curves, 1), self.said, of=self.body, spacing=GAP)
        self.dress()

    def _go(self, column: int) -> None:
        self.session.step = int(self.steps[min(column, len(self.steps) - 1)])

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; of the focused network, where the lesson names no kind."""
        if self.options.get("kind") or not window.panes:
            return super().shown(view, window)
        return what_is_focused(view, window)

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        pane = self.context.pane(self.options.get("kind", ""))
        trace, layer = pane.trace, pane.layer_trace
        assert trace is not None
        assert layer is not None
        found = ending(trace)
        answers = found.on_the_way
        is_read = np.ones(len(trace), bool)
        padding = trace.sequence.padding
        is_read[: len(padding)] = ~padding
        self.steps = np.flatnonzero(is_read)
        if not len(self.steps):
            raise ReplayError("Nothing is read here but padding. Open a review.")
        words = [trace.steps[at] or str(at + 1) for at in self.steps]
        count, last = len(words), len(trace) - 1
        if self.steps[-1] < last and answers[self.steps[-1]] != found.answer:
            self.steps = np.append(self.steps, last)  # the padding behind is read, too
            words.append(self.tr("padding"))
        values = answers[self.steps]
        now = int(np.searchsorted(self.steps, self.step_in(trace)).clip(0, len(self.steps) - 1))
        boxes = [Box(number(value) if np.isfinite(value) else "") for value in values]
        states = np.asarray(layer.series["h"], np.float64)[self.steps]
        self.schema.show_columns(words, boxes, now, states=states)
        look = theme()
        place = next((k for k, each in enumerate(self.session.panes) if each is pane), 0)
        known = values[np.isfinite(values)]
        is_share = is_probability([trace.network], known)
        reach = max(1.0, float(np.abs(known).max()))
        low, high = (0.0, 1.0) if is_share else (-reach, reach)
        guide = 0.5 if is_share else 0.0
        self.curves.show_lines([(values, look.networks[place])], len(values), low, high, guide)
        self.curves.show_step(now)
        self.title.setText(
            self.tr("p(t) of {network}: its answer, had the review ended there").format(
                network=trace.network.name
            )
        )
        self._say(trace, found, count, words[now], now)

    def _say(self, trace: Trace, found: Ending, count: int, word: str, now: int) -> None:
        last = filled(
            self.tr("The review has {count} steps, and one answer counts, the last: {answer}."),
            {"count": count, "answer": strong(number(found.answer, 3))},
        )
        if len(self.steps) > count:
            last += " " + self.tr("It is given after the padding that stands behind.")
        if found.channel is not None:
            names = self.context.class_names(trace.network, found.count)
            plain = self.tr("output {number}").format(number=found.channel + 1)
            name = names[found.channel] if names else plain
            last += " " + filled(
                self.tr("Of {count} outputs it is the largest, “{name}”."),
                {"count": found.count, "name": html.escape(name)},
            )
        if now == len(self.steps) - 1:
            self.said.setText(last)
            return
        value = float(found.on_the_way[self.steps[now]])
        if not np.isfinite(value):
            none = self.tr("Before all has been read there is no answer.")
            self.said.setText(f"{last} {none}")
            return
        here = self.tr("Had it ended at “{word}”, it would be {answer}.").format(
            word=html.escape(word), answer=number(value, 3)
        )
        self.said.setText(f"{last} {here}")
