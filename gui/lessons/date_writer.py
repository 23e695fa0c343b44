"""`DateWriter`: many to many, after the whole. A date is read, then written anew letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from engine.lessons.mappings import date_note, write_date
from engine.library import LESSONS
from engine.replay.edits import ReadOn
from engine.replay.trace import Trace
from engine.replay.ways_on import drawn_shares, gives_likelihoods
from engine.session.state import SessionState
from engine.tasks import dates
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.widgets import label, push_button
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options
from gui.lessons.schema import Box, Schema
from gui.lessons.typed import TypedPicture
from gui.lessons.value_row import ValueRow
from gui.lessons.write_buttons import WriteButtons
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.training.card import Stepper

DATE = "3 March 2021"
"""What is read where the lesson says nothing else."""

HOTTEST = 20
"""Of the slider, in tenths."""

MAX_SEED = 9_999


class DateWriter(TypedPicture):
    """A line to type in, how letters are chosen, the schema, and how likely each letter is."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options, options.get("date", DATE))
        self.trace: Trace | None = None
        self._asked: tuple[str, float, int] | None = None
        self._drawn = 0
        self.another = push_button(self._draw_date)
        self.heat = QSlider(Qt.Orientation.Horizontal)
        self.heat.setRange(0, HOTTEST)
        self.heat.valueChanged.connect(self._follow)
        self.heat_name, self.heat_said, self.seed_name = label("dim"), label(), label("dim")
        sized(self.heat_said.setMinimumWidth, 26)
        self.seed = Stepper()
        self.seed.show_value(1, 0, MAX_SEED)
        self.seed.valueChanged.connect(self._follow)
        self.write = WriteButtons(dates.WRITTEN)
        self.write.changed.connect(self._follow)
        self.schema = Schema("after_the_whole", grows=True)
        self.schema.column_asked.connect(self._go)
        self.title, self.likely, self.state = label("caption"), ValueRow(), ValueRow()
        self.written_name, self.said = label("heading"), label("", wraps=True)
        column(
            row(self.text_name, (self.text, 1), self.another),
            row(self.heat_name, (self.heat, 1), self.heat_said, GAP, self.seed_name, self.seed),
            self.unread,
            (self.schema, 2),
            row(self.write, None),
            self.written_name,
            self.title,
            self.likely,
            self.state,
            self.said,
            None,
            of=self.body,
            spacing=GAP,
        )
        self.dress()

    # -- what is read, and how far it is written ---------------------------------

    def _typed(self) -> None:
        self.write.begin_anew()

    def _draw_date(self) -> None:
        """A day that was held out in training."""
        self._drawn += 1
        held_out = dates.days()[1]
        day = dates.FIRST + timedelta(days=int(held_out[self._drawn % len(held_out)]))
        self.text.setText(dates.forms_of(day)[self._drawn % 2])

    def _go(self, place: int) -> None:
        assert self.trace is not None
        self.write.go_to(place + 1 - self._read(self.trace))

    def _read(self, trace: Trace) -> int:
        """How many columns read."""
        return int((~trace.sequence.padding).sum())

    @property
    def written(self) -> str:
        """What is written so far."""
        if self.trace is None or self.trace.written is None:
            return ""
        first = self.trace.written.first
        return "".join(self.trace.steps[first : first + self.write.count])

    # -- what is shown -----------------------------------------------------------

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; written as far as here, or to its end where nothing is yet."""
        state = super().shown(view, window)
        if self.trace is None or self.trace.written is None:
            return state
        temperature, count = self.heat.value() / 10, self.write.count or self.write.most
        seed = self.seed.value() if temperature else 0
        return replace(state, edits=(str(ReadOn(count, temperature, seed, dates.START)),))

    def step_of_view(self, view: SessionState) -> int | None:
        """See `TypedPicture.step_of_view`: the last that is written, else the last that is read."""
        if self.trace is None or self.trace.written is None:
            return view.step
        return self.trace.written.first + self.write.count - 1

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        network = self.context.bundled(LESSONS / "dates.keras")
        temperature, seed = self.heat.value() / 10, self.seed.value()
        self.heat_said.setText(number(temperature, 1))
        self.seed.setEnabled(temperature > 0)
        asked = self.text.text(), temperature, seed
        if asked != self._asked:
            self._asked = asked
            self.trace = self.taken(lambda: write_date(network, *asked))
        self.write.setEnabled(self.trace is not None)
        for part in (self.likely, self.state):
            part.setVisible(self.trace is not None)
        if self.trace is not None:
            self._draw(self.trace)
            return
        self.schema.show_columns([], [], 0)
        for words in (self.written_name, self.title, self.said):
            words.clear()

    def _draw(self, trace: Trace) -> None:
        assert trace.written is not None
        count, read, first = self.write.count, self._read(trace), trace.written.first
        letters = [text if text.strip() else "␣" for text in trace.steps[first - read : first]]
        boxes = [Box("")] * read + [Box(text) for text in self.written]
        boxes += [Box("")] * (dates.WRITTEN - count)
        encoder, decoder = (layer.series["h"] for layer in trace.layers.values())
        states = np.concatenate([encoder[first - read : first], decoder[first:][:count]])
        self.schema.show_columns(letters, boxes, read - 1 + count, read, states)
        self.written_name.setText(self.written or "…")
        step = first + max(0, count - 1)
        temperature = self.heat.value() / 10
        shares = trace.prediction[step] if count else np.full(len(dates.WRITES), np.nan)
        if count and temperature:
            likely = gives_likelihoods(trace.network)
            shares = drawn_shares(shares, likelihoods=likely, temperature=temperature)
        chosen = int(trace.written.values[count - 1]) if count else -1
        names = [text if text.strip() else self.tr("start") for text in dates.WRITES]
        if not count:
            title = self.tr("The date is read; nothing is written yet.")
        elif temperature:
            title = self.tr("Letter {nth}: how likely each was to be drawn at temperature {heat}")
        else:
            title = self.tr("Letter {nth}: how likely each character was")
        self.title.setText(title.format(nth=count, heat=number(temperature, 1)))
        self.likely.show_values(self.tr("how likely each is"), shares, 0.0, 1.0, names, chosen)
        is_written = count > 0
        self.state.show_values(
            self.tr("decoder's state h") if is_written else self.tr("encoder's state h"),
            decoder[step] if is_written else encoder[first - 1],
        )
        self._say(trace, is_done=count == dates.WRITTEN)

    def _say(self, trace: Trace, *, is_done: bool) -> None:
        if is_done:
            self.said.setText(explain(date_note(trace.sequence.title, self.written)))
            return
        self.said.setText(
            self.tr(
                "All that the decoder knows of the date is the state that the encoder left. Each "
                "letter that it writes is what it reads next (dashed)."
            )
        )

    def retranslate(self) -> None:
        """Name what can be set."""
        self.text_name.setText(self.tr("Date"))
        self.text.setAccessibleName(self.tr("Date that is read"))
        self.another.setText(self.tr("Another date"))
        self.heat_name.setText(self.tr("temperature"))
        self.heat.setAccessibleName(self.tr("temperature"))
        self.seed_name.setText(self.tr("seed"))
        self.seed.setAccessibleName(self.tr("seed"))
        super().retranslate()
