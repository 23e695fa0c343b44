"""`Gate`: one gate of an LSTM or a GRU, to be held at a number, and what then becomes of the cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLayout, QSizePolicy, QSlider, QWidget

from engine.counting import filled
from engine.lessons.question import no_series
from engine.lessons.reread import reread
from engine.lessons.task_kinds.of_lessons import BUNDLED
from engine.network.cell_kinds import STATEFUL
from engine.replay.cells.parts import parts
from engine.replay.cells.registry import series_of
from engine.replay.cells.series import Series
from engine.replay.edits import GateEdit
from engine.replay.trace import LayerTrace, Trace
from engine.session.pane import Pane
from engine.session.signals import answer_of
from engine.session.state import SessionState
from gui.cell.diagram import CellDiagram
from gui.cell.equation_texts import EquationTexts
from gui.kit.layouts import column, row
from gui.kit.widgets import label
from gui.lessons.cell_texts import equation_html, numbers_html
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.seen import what_is_read
from gui.look.meanings import series_meaning, series_name
from gui.look.numbers_text import number
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.plots.curves import Curves, Line

ALONE, BESIDE = 200, 190
"""Pixels: the least width of a cell."""

FOLLOWS = {("LSTM", "o"): "h"}
"""By the kind of cell and the gate: what the lecture writes below its equation."""

STEPS = 100
"""Of the slider between 0 and 1."""


class Gate(Picture):
    """The cell with the gate lit, its equation with this step's numbers, a slider that holds it for
    all units, and the curves of gate, state and answer with what they were behind them."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.kind = options.get("kind", "LSTM")
        self.key = options.get("series", "")
        self._read: tuple[Trace, GateEdit, Trace] | None = (
            None  # of what, with what, and the result
        )
        self.other = options.get("beside", "")
        self.diagram, self.beside = CellDiagram(), CellDiagram()
        self.diagram.series_clicked.connect(self.choose)
        self.beside.series_clicked.connect(self._choose_beside)
        self.captions = label("caption"), label("caption")
        has_other = self.other in STATEFUL
        for diagram in (self.diagram, self.beside):
            sized(diagram.setMinimumWidth, BESIDE if has_other else ALONE)
            sized(diagram.setMaximumWidth, 380)
        self.name, self.numbers = label("dim", wraps=True), label("", wraps=True)
        self.forms = label()  # an equation is not broken: it stands below the cell, if need be
        self.hold = QSlider(Qt.Orientation.Horizontal)
        self.hold.setRange(0, STEPS)
        self.hold.setValue(STEPS)
        self.is_held = QCheckBox()
        self.hold.valueChanged.connect(self._hold)
        self.is_held.toggled.connect(self._follow)
        self.held_at = label()
        sized(self.held_at.setMinimumWidth, 40)
        self.curves = {name: Curves() for name in ("gate", "state", "answer")}
        self.titles = {name: label("caption") for name in self.curves}
        for curves in self.curves.values():
            curves.step_asked.connect(self._go)
        texts = column(self.name, self.forms, self.numbers, None, spacing=GAP)
        if has_other:
            pairs = zip(self.captions, (self.diagram, self.beside), strict=True)
            sides = [column(*pair, None, spacing=GAP // 2) for pair in pairs]
            cells: QLayout = column(_Pair(*sides), texts, spacing=GAP)
        else:
            cells = column(_Pair(column(self.diagram), texts, shares=(2, 3)))
        lines = [
            item for name in self.curves for item in (self.titles[name], (self.curves[name], 1))
        ]
        column(
            cells,
            row(self.is_held, (self.hold, 1), self.held_at, spacing=GAP),
            *lines,
            of=self.body,
            spacing=GAP // 2,
        )
        self.dress()

    # -- what is held ------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Take another gate, or a state, which cannot be held."""
        self.key = key
        self.is_held.setChecked(False)
        self._follow()

    @property
    def held(self) -> float | None:
        """What the gate is held at; None where it is as computed."""
        return self.hold.value() / STEPS if self.is_held.isChecked() else None

    def _hold(self) -> None:
        if not self.is_held.isChecked():
            self.is_held.setChecked(True)
        else:
            self._follow()

    def _go(self, step: int) -> None:
        self.session.step = step

    def trace(self, pane: Pane) -> Trace:
        """What the network does with the gate held, or without; the window's own is untouched.

        Raises:
            GatescopeError: it cannot be held so.
        """
        assert pane.trace is not None
        if self.held is None:
            return pane.trace
        edit = self._edit(pane, self.held)
        if self._read is None or self._read[:2] != (pane.trace, edit):
            self._read = pane.trace, edit, reread(pane.trace, edit)
        return self._read[2]

    def _edit(self, pane: Pane, held: float) -> GateEdit:
        return GateEdit(pane.layer, self.key, None, held)

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; with the gate held, and the words in its colours."""
        bundled = [pane.bundled for pane in view.panes]
        if BUNDLED[self.kind] not in bundled:  # a teacher's own lesson may open something else
            return super().shown(view, window)
        place = bundled.index(BUNDLED[self.kind])
        edits = [] if self.held is None else [self._edit(self.context.pane(self.kind), self.held)]
        state = what_is_read(self.context, view, window, edits)
        unit = state.panes[place].units[0]
        return replace(state, colours=replace(state.colours, pane=place, key=self.key, unit=unit))

    # -- what is shown -----------------------------------------------------------

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        pane = self.context.pane(self.kind)
        series = {each.key: each for each in series_of(pane.shown)}
        self.key = self.key or STATEFUL[self.kind].keeper
        if self.key not in series:
            raise no_series(self.kind, self.key, series)
        chosen = series[self.key]
        can_hold = chosen.role == "gate"
        self.is_held.setEnabled(can_hold)
        self.hold.setEnabled(can_hold)
        trace = self.trace(pane)
        layer = trace.layers[pane.layer]
        step = self.step_in(trace)
        values = _show(self.diagram, pane, trace, step)
        self.diagram.show_chosen(self.key)
        if self.other in STATEFUL:
            self._show_beside(pane, step)
        self._say(pane, chosen, layer, values, step)
        self._draw(pane, chosen, trace)

    def _show_beside(self, pane: Pane, step: int) -> None:
        """The other kind's cell at the same step; what keeps its state is lit with what keeps this
        one's."""
        other = self.context.pane(self.other)
        assert other.trace is not None
        _show(self.beside, other, other.trace, min(step, len(other.trace) - 1))
        is_keeper = self.key == STATEFUL[self.kind].keeper
        self.beside.show_chosen(STATEFUL[self.other].keeper if is_keeper else "")
        for caption, each in zip(self.captions, (pane, other), strict=True):
            caption.setText(
                filled(
                    self.tr("{network}: {count} weights in its cell"),
                    {"network": each.network.name, "count": f"{each.shown.parameters:,}"},
                )
            )

    def _choose_beside(self, key: str) -> None:
        """What keeps the other's state was pressed: it is this one's that can be held."""
        if key == STATEFUL[self.other].keeper:
            self.choose(STATEFUL[self.kind].keeper)

    def _say(
        self,
        pane: Pane,
        chosen: Series,
        layer: LayerTrace,
        values: dict[str, float],
        step: int,
    ) -> None:
        unit = pane.units[0]
        self.name.setText(series_meaning(self.kind, chosen.key))
        series = {each.key: each for each in series_of(pane.shown)}
        follows = FOLLOWS.get((self.kind, chosen.key), "")
        written_out = [chosen, *([series[follows]] if follows else [])]
        forms = [form for each in written_out for form in equation_html(each, theme().of(each))]
        self.forms.setText("<br>".join(forms))
        where = self.tr("{network}, unit {unit}, step {step}").format(
            network=pane.network.name, unit=unit + 1, step=step + 1
        )
        changed = {} if self.held is None else {self.key: self._edit(pane, self.held)}
        written = EquationTexts(series_of(pane.shown)).numbers(
            values, parts(layer, step, unit), "", changed
        )
        said = [numbers_html(written[each.key].numbers) for each in written_out]
        self.numbers.setText("<br>".join([where, *said]))
        self.is_held.setText(
            filled(self.tr("hold {symbol} in all units at"), {"symbol": chosen.symbol})
        )
        self.held_at.setText(number(self.hold.value() / STEPS))

    def _draw(self, pane: Pane, chosen: Series, trace: Trace) -> None:
        layer, before, look = trace.layers[pane.layer], pane.layer_trace, theme()
        assert before is not None
        assert pane.trace is not None
        unit, steps = pane.units[0], len(trace)
        state = STATEFUL[self.kind].states[-1]
        colours = {each.key: look.of(each) for each in series_of(pane.shown)}
        place = next((k for k, each in enumerate(self.session.panes) if each is pane), 0)
        rows = {
            "gate": (layer.series[chosen.key][:, unit], before.series[chosen.key][:, unit]),
            "state": (layer.series[state][:, unit], before.series[state][:, unit]),
            "answer": (answer_of(trace, pane.trace), answer_of(pane.trace)),
        }
        names = {
            "gate": f"{series_name(chosen.key)} {chosen.symbol}",
            "state": f"{series_name(state)} {state}",
            "answer": self.tr("answer p(t)"),
        }
        inks = {
            "gate": colours[chosen.key],
            "state": colours[state],
            "answer": look.networks[place],
        }
        for name, curves in self.curves.items():
            now, was = (np.asarray(each, np.float64) for each in rows[name])
            both = np.concatenate([now[np.isfinite(now)], was[np.isfinite(was)]])
            low, high = (0.0, 1.0) if name != "state" and chosen.role == "gate" else _round(both)
            if name == "answer":
                is_share = both.min(initial=0.0) >= 0
                low, high = (
                    (0.0, max(1.0, float(both.max(initial=0.0)))) if is_share else _round(both)
                )
            ghosts: list[Line] = [] if self.held is None else [(was, inks[name])]
            curves.show_lines([(now, inks[name])], steps, low, high, None, ghosts)
            step = self.step_in(trace)
            curves.show_step(step)
            said = f"{names[name]} = {number(float(now[step]))}"
            if self.held is not None:
                said += " " + self.tr("(was {before})").format(before=number(float(was[step])))
            self.titles[name].setText(said)
            # The cell itself is chosen: its curve is there already.
            has_values = bool(len(both)) and not (name == "gate" and chosen.key == state)
            curves.setVisible(has_values)
            self.titles[name].setVisible(has_values)

    def retranslate(self) -> None:
        """Name the slider."""
        self.hold.setAccessibleName(self.tr("what the gate is held at"))
        super().retranslate()


class _Pair(QWidget):
    """Two parts beside each other, or one over the other where there is no room for that."""

    def __init__(self, *sides: QLayout, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._sides = sides
        self._box = row(*zip(sides, shares, strict=True), of=self, spacing=2 * GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _widths(self) -> list[int]:
        return [side.minimumSize().width() for side in self._sides]

    def minimumSizeHint(self) -> QSize:
        """Room for one."""
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        """What one says may be longer now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return super().event(event)

    def _stand(self) -> None:
        is_wide = self.width() >= sum(self._widths()) + px(2 * GAP)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)


def _show(diagram: CellDiagram, pane: Pane, trace: Trace, step: int) -> dict[str, float]:
    """A cell at a step, of the chosen unit; its numbers by key."""
    layer, unit = trace.layers[pane.layer], pane.units[0]
    values = {key: float(array[step, unit]) for key, array in layer.series.items()}
    for key in STATEFUL[pane.shown.kind].states:
        values[f"{key}_prev"] = float(layer.before(key, step)[unit])
    diagram.show_cell(pane.shown)
    word, sums = trace.steps[step] if trace.steps else "", parts(layer, step, unit)
    diagram.show_values(values, word, {} if layer.masked[step] else sums)
    return values


def _round(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[float, float]:
    """Bounds with zero in them, rounded to halves."""
    reach = max(0.5, float(np.ceil(2 * np.abs(values).max(initial=0.0)) / 2))
    return -reach, reach
