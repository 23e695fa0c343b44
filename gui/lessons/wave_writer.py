"""`WaveWriter`: one to many. A value becomes a wave, and a sine goes on by itself, step by step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from engine.counting import filled
from engine.lessons.mappings import meant_sine, meant_wave, sine_on, wave_of
from engine.library import LESSONS
from engine.replay.edits import ReadOn, Replace
from engine.replay.trace import Trace
from engine.session.state import NumbersState, PaneState, SessionState
from engine.tasks import one_to_many, sine
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.schema import Box, Schema
from gui.lessons.value_row import ValueRow
from gui.lessons.write_buttons import WriteButtons
from gui.look.meanings import series_name
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.plots.curves import Curves

STARTS = ("value", "sine")
"""What it can begin with."""

SHOWN = ("z", "r", "h")
"""The series of the cell at the step."""

REACH = 1.2
"""Of the waves' axis."""


class WaveWriter(Picture):
    """A slider for what is given, the schema, the wave as far as it is written, and the cell."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        start = options.get("start", STARTS[0])
        self.start = start if start in STARTS else STARTS[0]
        self.trace: Trace | None = None
        self._asked: tuple[str, float] | None = None
        self.tabs = Tabs(STARTS)
        self.tabs.choose(self.start)
        self.tabs.chosen.connect(self._choose)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(50)
        self.slider.valueChanged.connect(self._follow)
        self.value_name, self.value_said = label(), label()
        sized(self.value_said.setMinimumWidth, 40)
        self.write = WriteButtons(one_to_many.STEPS)
        self.write.changed.connect(self._follow)
        self.schemas = {"value": Schema("one_to_many"), "sine": Schema("after_the_whole")}
        for schema in self.schemas.values():
            schema.column_asked.connect(self._go)
        self.curves = Curves()
        self.curves.show_whole(True)
        self.curves.step_asked.connect(self._go)
        sized(self.curves.setMinimumHeight, 90)
        self.rows = {key: ValueRow() for key in SHOWN}
        self.said = label("", wraps=True)
        column(
            row(self.tabs, None),
            row(self.value_name, (self.slider, 1), self.value_said),
            *self.schemas.values(),
            row(self.write, None),
            (self.curves, 1),
            *self.rows.values(),
            self.said,
            of=self.body,
            spacing=GAP,
        )
        self._use_start()
        self.dress()

    # -- what is given, and how far it is written --------------------------------

    @property
    def value(self) -> float:
        """The value from 0 to 1; of a sine, its period in steps."""
        share = self.slider.value() / 100
        low, high = sine.PERIODS
        return share if self.start == "value" else low + (high - low) * share

    @property
    def first(self) -> int:
        """The time step of the trace at which it begins to write."""
        return 1 if self.start == "value" else sine.READ

    def _choose(self, start: str) -> None:
        self.start = start
        self._use_start()
        self._follow()

    def _use_start(self) -> None:
        for start, schema in self.schemas.items():
            schema.setVisible(start == self.start)
        self.write.use(one_to_many.STEPS if self.start == "value" else sine.WRITTEN)

    def _go(self, place: int) -> None:
        """A column, or a step of the curve, is chosen: written up to there."""
        read = 0 if self.start == "value" else sine.READ
        self.write.go_to(place + 1 - read)

    # -- what is shown -----------------------------------------------------------

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; written as far as here, or to its end where nothing is yet."""
        count = self.write.count
        step = self.first - 1 + count
        if self.start == "sine":
            numbers = replace(view.numbers, period=self.value)
            edits = (str(ReadOn(count or self.write.most)),)
            return replace(view, numbers=numbers, edits=edits, step=step)
        pane = PaneState(file=str(LESSONS / "one_to_many.keras"))
        value = (str(Replace(0, (self.value,))),)
        numbers = NumbersState("sine", length=1)
        return replace(view, panes=(pane,), numbers=numbers, edits=value, step=step)

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        is_value = self.start == "value"
        asked = self.start, self.value
        if asked != self._asked or self.trace is None:
            name = "one_to_many" if is_value else "sine"
            network = self.context.bundled(LESSONS / f"{name}.keras")
            self.trace = (wave_of if is_value else sine_on)(network, self.value)
            self._asked = asked
        self.value_name.setText(self.tr("value") if is_value else self.tr("steps of one turn"))
        self.value_said.setText(number(self.value, 2 if is_value else 1))
        self._draw(self.trace)

    def _draw(self, trace: Trace) -> None:
        count, first = self.write.count, self.first
        is_value = self.start == "value"
        written = self.written(trace)
        read = (
            np.zeros(0)
            if is_value
            else np.asarray(trace.sequence.inputs[: sine.READ, 0], np.float64)
        )
        shown = np.concatenate([read, written[:count]])
        meant = meant_wave(self.value) if is_value else meant_sine(self.value)
        values = np.full(len(meant), np.nan)
        values[: len(shown)] = shown
        look = theme()
        self.curves.show_lines(
            [(values, look.networks[0])], len(meant), -REACH, REACH, 0.0, [(meant, look.text)]
        )
        self.curves.show_written(None if is_value else len(read))
        self.curves.show_step(max(0, len(shown) - 1))
        answers = [*([""] * len(read)), *map(number, written[:count])]
        answers += [""] * (len(meant) - len(answers))
        layer = next(iter(trace.layers.values()))
        begins = 1 if is_value else 0
        states = np.asarray(layer.series["h"], np.float64)[begins:]
        states = states[: len(shown) or begins]
        inputs = [number(self.value)] if is_value else [number(float(each)) for each in read]
        self.schemas[self.start].show_columns(
            inputs,
            [Box(text) for text in answers],
            max(0, len(shown) - 1),
            None if is_value else len(read),
            states,
        )
        step = first + count - 1
        has_step = not layer.is_idle(step)
        for key, shown_row in self.rows.items():
            row_values = layer.series[key][step] if has_step else np.full(states.shape[1], np.nan)
            low = -1.0 if key == "h" else 0.0
            shown_row.show_values(f"{series_name(key)} {key}", row_values, low)
        self._say(written, meant)

    def written(self, trace: Trace) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """All that it writes, ``(N,)``."""
        if trace.written is not None:
            return np.asarray(trace.written.values[:, 0], np.float64)
        return np.asarray(trace.prediction[self.first :], np.float64)

    def _say(
        self,
        written: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
        meant: np.ndarray[tuple[int, ...], np.dtype[np.floating]],
    ) -> None:
        count = self.write.count
        if self.start == "value":
            text = self.tr(
                "The cell is handed this one value at every step (RepeatVector); "
                "no other input comes. What changes from step to step is the state alone."
            )
        else:
            text = filled(
                self.tr(
                    "{read} values were read. From there on each answer is the next input (dashed)."
                ),
                {"read": sine.READ},
            )
        if count:
            off = written[:count] - meant[len(meant) - len(written) :][:count]
            text += " " + filled(
                self.tr(
                    "After {count} steps it is {error} away from the wave that is meant (pale)."
                ),
                {"count": count, "error": number(abs(float(off[-1])), 3)},
            )
        self.said.setText(text)

    def retranslate(self) -> None:
        """Name tabs and slider."""
        self.tabs.say(
            "value", self.tr("a value becomes a wave"), self.tr("One value in, a wave out")
        )
        self.tabs.say("sine", self.tr("a sine goes on"), self.tr("Each answer is the next input"))
        self.slider.setAccessibleName(self.tr("what is given"))
        super().retranslate()
