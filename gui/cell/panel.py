"""`CellPanel`: what happens inside one unit of one cell at this step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSpinBox, QToolButton, QWidget

from engine.counting import filled
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Layer
from engine.replay.cells.parts import Part, parts_of_steps
from engine.replay.cells.registry import default_series, series_of
from engine.replay.edits import changes_at
from engine.replay.trace import LayerTrace
from engine.session.pane import Shade
from engine.session.session import Session
from gui.cell.answer import AnswerView
from gui.cell.diagram import CellDiagram
from gui.cell.equation_texts import idle_reason
from gui.cell.equations import EquationList
from gui.cell.units import UnitStrip
from gui.edits.clamp import ClampPanel
from gui.edits.history import EditHistory
from gui.kit.at_once import AtOnce
from gui.kit.drawer import scrolling
from gui.kit.form import set_quietly
from gui.kit.grounded import InPlace, StepLabel
from gui.kit.in_sight import InSight
from gui.kit.layouts import clear, column, row
from gui.kit.problem import Problem
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label, push_button
from gui.look.meanings import meaning, name_of, series_meaning
from gui.look.numbers_text import number, weight_text
from gui.look.scale import px, sized
from gui.look.theme import GAP
from gui.models.class_names import ClassNames
from gui.naming import file_name, pane_names, pane_titles, shortened, step_title, step_word

WORD_WIDTH, ID_WIDTH = 150, 60
MIN_ROOM, AROUND = 160, 22
"""Pixels of a line of the networks' names, and those around one at least."""


class CellPanel(View):
    """The side panel: the word, the input, the cell as a diagram, its equations.

    Signals:
        escaped(): Esc was pressed in it; where it lies over the panes, it is to be put away.
        place_asked(str): the place of the window, and its part, in which its network finds
            something to read.
    """

    escaped = Signal()
    place_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        names: ClassNames,
        edits: EditHistory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._chips: list[QToolButton] = []
        self._inputs: npt.NDArray[np.generic] | None = None
        self._shares: npt.NDArray[np.floating[Any]] = np.zeros((0, 0))  # of the largest input
        self._input_text = ""
        self._cell: Layer | None = None
        self._shown: tuple[object, ...] = ()  # whose numbers are put in
        self._sums: AtOnce[Mapping[str, Part]] = AtOnce()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._focus)
        self._step, self._word = StepLabel("title"), StepLabel("dim")
        self._id = StepLabel("dim", is_right=True)
        self._chip_lines = column(spacing=6)
        self._room = px(MIN_ROOM)  # of a line of chips
        self._unit = QSpinBox()
        sized(self._unit.lineEdit().setTextMargins, 6, 0, 0, 0)
        self._unit.valueChanged.connect(self._spin)
        self._input_title, self._units_title = label("caption", wraps=True), label("caption")
        self._input = UnitStrip()
        self._strip = UnitStrip()
        self._strip.unit_clicked.connect(self._choose)
        self._strip.describe, self._input.describe = self._say_unit, self._say_input
        self.diagram = CellDiagram()
        self.clamp = ClampPanel(session, edits)
        self.diagram.series_clicked.connect(self._take)
        self.clamp.closed.connect(lambda: self.clamp.open(""))
        self._other, self.shade_here = (
            label("caption", wraps=True),
            push_button(self._shade_by_this),
        )
        self._elsewhere = QWidget()
        row((self._other, 1), self.shade_here, of=self._elsewhere)
        self.equations = EquationList()
        self.answer = AnswerView(session, names)
        self.problem = Problem()
        self.problem.place_asked.connect(self.place_asked)
        self.problem.hide()
        body = QWidget()
        column(
            row(self._step, (InPlace(self._word), 1), self._id, spacing=10),
            self._chip_lines,
            self.problem,
            self.answer,
            row((self._units_title, 1), self._unit),
            self._strip,
            self.diagram,
            self.clamp,
            self._elsewhere,
            self._input_title,
            self._input,
            GAP,
            self.equations,
            None,
            of=body,
            margins=(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP),
        )
        self._scroll = scrolling(body)
        self._in_sight = InSight(self._scroll)
        column(self._scroll, of=self)
        self.subscribe(session.panes_changed, self.show_panes)
        self.subscribe(session.weights_changed, self.show_panes)
        self.subscribe(session.traces_changed, self.show_focus)
        self.subscribe(session.focus_changed, self.show_focus)
        self.subscribe(session.units_changed, self._show_chosen)
        self.subscribe(session.shade_changed, self.show_shade)
        self.subscribe(session.step_changed, self.show_step)
        self.dress()

    # -- the user's hand ---------------------------------------------------------

    def _focus(self, place: int) -> None:
        self._session.focus = place

    def _choose(self, unit: int, extend: bool) -> None:
        self._session.choose_unit(self._session.focus, unit, extend=extend)

    def _spin(self, unit: int) -> None:
        self._session.choose_unit(self._session.focus, unit - 1)

    def _take(self, key: str) -> None:
        """Take a series into the hand: it colours the words, and can be held at a number; a second
        press puts it away."""
        is_taken = self.clamp.key == key and not self.clamp.isHidden()
        self.clamp.open("" if is_taken else key)
        if not is_taken:
            self._in_sight.bring(self.clamp)
        self._session.shade = Shade() if is_taken else Shade(self._session.focus, key)

    def _shade_by_this(self) -> None:
        pane = self._session.focused
        if pane is not None:
            self._session.shade = Shade(self._session.focus, default_series(pane.shown))

    # -- what is below the pointer -----------------------------------------------

    def _say_unit(self, unit: int) -> str:
        pane, step = self._session.focused, self._session.step
        trace = None if pane is None else pane.layer_trace
        if pane is None or trace is None:
            return ""
        step = min(step, len(trace.masked) - 1)
        value = number(float(trace.series["h"][step, unit]), 4, sign=True)
        place = f"{step_title(self._session, step)} · {name_of('unit')} {unit + 1}"
        return f"{place}\n{series_meaning(pane.shown.kind, 'h', value)}"

    def _say_input(self, place: int) -> str:
        pane, step = self._session.focused, self._session.step
        trace = None if pane is None else pane.layer_trace
        if trace is None:
            return ""
        step = min(step, len(trace.masked) - 1)
        vector = trace.inputs[step]
        nth = self.tr("number {nth} of {count}").format(nth=place + 1, count=len(vector))
        value = number(float(vector[place]), 4, sign=True)
        where = f"{step_title(self._session, step)} · {nth}"
        return f"{where}\n{meaning('input', '= ' + value)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is left to whoever owns the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    # -- what is shown -----------------------------------------------------------

    def _share(self) -> None:
        """Give the chips another width, with or without a scroll bar beside them."""
        bar = self._scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        room = max(px(MIN_ROOM), self.width() - 4 * px(GAP) - beside)
        if room != self._room:
            self._room = room
            self.show_panes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def show_panes(self) -> None:
        """A chip for every network."""
        for chip in self._chips:
            self._group.removeButton(chip)
        clear(self._chip_lines)
        self._chips = []
        names = pane_names(self._session)
        metrics, room = self.fontMetrics(), self._room
        left, line = 0, row(spacing=6)
        for place, name in enumerate(names):
            shown = shortened(name, metrics, room - px(AROUND), names)
            chip = QToolButton()
            chip.setText(shown.replace("&", "&&"))
            chip.setAccessibleName(name)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip, place)
            self._chips.append(chip)
            least = max(px(64), metrics.horizontalAdvance(shown) + px(AROUND))
            chip.setMinimumWidth(least)
            if least > left:  # a line of its own
                left, line = room, row(None, spacing=6)
                self._chip_lines.addLayout(line)
            left -= least + px(6)
            line.insertWidget(line.count() - 1, chip)
        self._name_chips()
        self.show_focus()

    def _name_chips(self) -> None:
        """Say what each network is."""
        hint = self.tr("Click: its cell is shown")
        for chip, pane in zip(self._chips, self._session.panes, strict=False):
            name = chip.accessibleName()
            said = filter(None, (meaning("network", name), file_name(pane.network), hint))
            chip.setToolTip(tip("\n".join(said)))

    def show_focus(self) -> None:
        """Draw the cell of the pane in focus."""
        pane = self._session.focused
        if pane is None:
            return
        if self._session.focus < len(self._chips):
            self._chips[self._session.focus].setChecked(True)
        series = series_of(pane.shown)
        if pane.shown is not self._cell:
            self._cell = pane.shown
            self.diagram.show_cell(pane.shown)
        self.equations.show_cell(pane.shown.kind, series)
        trace = pane.layer_trace
        one_hot = trace is not None and trace.inputs.ndim == 1
        self._units_title.setToolTip(tip(series_meaning(pane.shown.kind, "h")))
        self._input_title.setToolTip(tip(meaning("one_hot" if one_hot else "input")))
        if self._unit.maximum() != pane.shown.units:  # else Qt lays the panel out at each trace
            with QSignalBlocker(self._unit):
                self._unit.setRange(1, pane.shown.units)
        self.answer.show_focus()
        self.show_units()

    def _show_chosen(self, place: int) -> None:
        if place == self._session.focus:
            self.show_units()

    def show_units(self) -> None:
        """Take the chosen unit."""
        pane = self._session.focused
        if pane is None:
            return
        unit = pane.units[0] + 1
        if self._unit.cleanText() != str(unit):  # else it is painted at each trace
            set_quietly(self._unit, unit)
        self.show_shade()
        self.show_step(self._session.step)

    def show_shade(self) -> None:
        """Mark the box whose series colours the words, or say that it is another network's."""
        shade, panes = self._session.shade, self._session.panes
        elsewhere = shade.key != "none" and self._session.focus != shade.pane < len(panes)
        self._elsewhere.setVisible(elsewhere)
        if elsewhere:
            name = pane_titles(self._session)[shade.pane]
            text = self.tr("The words are coloured by {name}, not by this cell.")
            self._other.setText(text.format(name=name))
        self.diagram.show_chosen(shade.key if shade.pane == self._session.focus else "")

    def show_step(self, step: int) -> None:
        """Put this step's numbers in."""
        self.answer.show_step(step)
        sequence, pane = self._session.sequence, self._session.focused
        trace = None if pane is None else pane.layer_trace
        has_trace = sequence is not None and trace is not None
        if self._strip.isHidden() == has_trace:
            for widget in (self.diagram, self.equations, self._strip, self._input, self._unit):
                widget.setVisible(has_trace)
        self.problem.setVisible(not has_trace and pane is not None)
        if pane is not None and not has_trace:
            self.problem.show_error(pane.problem, reads=self._session.busy)
        if sequence is None or pane is None or trace is None or pane.trace is None:
            for text in (self._step, self._word, self._id, self._input_title, self._units_title):
                text.clear()
            self._shown = ()
            return
        if (shown := (trace, pane.trace, step, pane.units)) == self._shown:
            return
        self._shown = shown
        word = step_word(self._session, step, self.tr("padding"))
        self._step.say_step(self.tr("step {step}"), step, self._session.steps)
        self._word.setText(self._word.elided(word, px(WORD_WIDTH)))
        read = pane.trace.sequence.inputs
        self._units_title.setText(self.tr("hidden state of every unit"))
        is_id = read.ndim == 1 and step < len(read)
        self._id.say(f"id {int(read[step])}" if is_id else "", least=px(ID_WIDTH))
        step = min(step, len(trace.masked) - 1)  # a shorter reading stays at its end
        unit = pane.units[0]
        summands = {} if trace.is_idle(step) else self._sums_of(trace, unit, step)
        values = {key: float(series[step, unit]) for key, series in trace.series.items()}
        for key in STATEFUL[trace.layer.kind].states:
            values[f"{key}_prev"] = float(trace.before(key, step)[unit])
        idle = idle_reason(trace, step)
        self.diagram.show_values(values, word, {} if idle else summands)
        changed = changes_at(pane.trace.edits, pane.layer, step, unit)
        self.equations.show_values(values, summands, idle, changed)
        self._strip.show_step(trace.series["h"], step, pane.units)
        self._show_input(step)

    def _sums_of(self, trace: LayerTrace, unit: int, step: int) -> Mapping[str, Part]:
        """The sums in a unit's gates at a step."""

        def compute(some: range) -> list[dict[str, Part]]:
            return parts_of_steps(trace, some, unit)

        return self._sums.at(step, len(trace.masked), compute, trace, unit)

    def _show_input(self, step: int) -> None:
        pane = self._session.focused
        assert pane is not None
        assert pane.layer_trace is not None
        inputs = pane.layer_trace.inputs
        self._input.setVisible(inputs.ndim == 2 and not pane.layer_trace.is_idle(step))
        if inputs.ndim == 1:
            place, size = int(inputs[step]), pane.network.vocabulary_size
            text = self.tr("input x: one-hot, a 1 in place {place} of {size}")
            self._input_title.setText(filled(text, {"place": f"{place:,}", "size": f"{size:,}"}))
            return
        if pane.layer_trace.is_idle(step) or inputs.ndim > 2:  # pictures, which the pane shows
            self._input_title.setText("")
            return
        if self._inputs is not inputs:
            known = np.where(np.isfinite(inputs), inputs, np.nan)
            most = float(np.nanmax(abs(known), initial=0)) or 1.0
            self._inputs, self._shares = inputs, known / most
            text = self.tr("input x: {size} numbers, −{most} … {most}")
            values = {"size": inputs.shape[1], "most": weight_text(most)}
            self._input_text = filled(text, values)
        self._input.show_step(self._shares, step, ())
        self._input_title.setText(self._input_text)

    def retranslate(self) -> None:
        """Set the texts."""
        self.shade_here.setText(self.tr("Colour by this"))
        hint = self.tr("Colour the words by this network's main series")
        self.shade_here.setToolTip(hint)
        self._unit.setPrefix(self.tr("unit") + " ")
        self._unit.setAccessibleName(self.tr("the chosen unit"))
        hint = self.tr("The unit whose numbers are shown (↑ ↓)")
        self._unit.setToolTip(tip(f"{meaning('unit')}\n{hint}"))
        self._step.setToolTip(tip(meaning("step")))
        self._word.setToolTip(tip(meaning("word")))
        self._id.setToolTip(tip(meaning("id")))
        self.diagram.setAccessibleName(self.tr("the cell with this step's numbers"))
        self._strip.setAccessibleName(self.tr("all units"))
        self._input.setAccessibleName(self.tr("the input vector"))
        self._shown, self._inputs = (), None  # they are written in another language
        self._name_chips()
        self.show_focus()

    def rescale(self) -> None:
        """Give the chips the room of larger or smaller letters."""
        self._room = 0
        self._share()

    def restyle(self) -> None:
        """Colour the numbers."""
        self._shown = ()
        self.show_step(self._session.step)
