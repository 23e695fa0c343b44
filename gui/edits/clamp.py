"""`ClampPanel`: a gate is held at a value or scaled, a state is set, a unit is switched off."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QSizePolicy, QSlider, QWidget

from engine.replay.cells.registry import series_of
from engine.replay.cells.series import Series
from engine.replay.edits import STATES, Edits, GateEdit, StateSet, UnitOff, holds
from engine.session.pane import Pane
from engine.session.session import Session
from gui.edits.history import EditHistory
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, push_button, stand_out
from gui.look.icons import phosphor
from gui.look.mathematics import math_html
from gui.look.meanings import series_meaning, series_name
from gui.look.scale import sized
from gui.look.theme import GAP, theme

NOTCHES = 200
"""Places of the slider."""

MAX_FACTOR = 2.0
"""The largest factor of the slider; a larger one can be typed."""

ALWAYS, FROM_HERE, ONLY_HERE, OTHER = range(4)

Held = GateEdit | StateSet


class ClampPanel(View):
    """Opens below the cell where a box or a number of it is pressed, and follows step, unit and
    network.  An edit that is in force there is taken up; else one is made by the first move.

    Signals:
        closed(): it was put away by its own button.
    """

    closed = Signal()

    def __init__(self, session: Session, edits: EditHistory) -> None:
        super().__init__()
        stand_out(self, "card")
        self._session, self._edits = session, edits
        self.key = ""
        self._when_of = {True: ONLY_HERE, False: FROM_HERE}  # by whether it is a state
        self._title = label("title")
        self.close_button = icon_button(self.closed, 12)
        self.mode = QComboBox()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, NOTCHES)
        self.number = QDoubleSpinBox()
        self.number.setDecimals(3)
        self.number.setRange(-1e6, 1e6)
        self.number.setSingleStep(0.05)
        self.number.setKeyboardTracking(False)
        sized(self.number.lineEdit().setTextMargins, 6, 0, 0, 0)
        self.who, self.when = QComboBox(), QComboBox()
        for box in (self.mode, self.who, self.when):
            box.setMinimumContentsLength(4)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sized(self.number.setFixedWidth, 84)
        self.zero, self.one = QPushButton("0"), QPushButton("1")
        for button, value in ((self.zero, 0.0), (self.one, 1.0)):
            sized(button.setFixedWidth, 34)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a frame after a click says: held
            button.clicked.connect(lambda _=False, value=value: self._press(value))
        self.off = push_button(self._switch_unit, checks=True)
        self.release = push_button(self._release)
        column(
            row((self._title, 1), self.close_button),
            row((self.slider, 1), self.number),
            row((self.mode, 1), self.zero, self.one),
            row((self.who, 1), (self.when, 1)),
            row(self.off, None, self.release),
            of=self,
            spacing=6,
            margins=(GAP + 2, GAP, GAP, GAP),
        )
        self.slider.valueChanged.connect(self._slide)
        self.slider.sliderReleased.connect(edits.let_go)
        self.number.valueChanged.connect(self._type)
        self.mode.activated.connect(self._change_mode)
        for box in (self.who, self.when):
            box.activated.connect(self._change_scope)
        edits.changed.connect(self._show)
        for event in (session.traces_changed, session.step_changed, session.units_changed):
            self.subscribe(event, self._show)
        self.subscribe(session.focus_changed, self._show)
        self.hide()
        self.dress()

    def open(self, key: str) -> None:
        """Take a gate or state of the cell into the hand; "" to let go of the panel."""
        self._edits.let_go()
        self.key = key
        self._show()

    # -- what is in the hand -----------------------------------------------------

    @property
    def _pane(self) -> Pane | None:
        return self._session.focused

    @property
    def _series(self) -> Series | None:
        pane = self._pane
        series = series_of(pane.shown) if pane is not None and self.key else ()
        return next((each for each in series if each.key == self.key), None)

    @property
    def _is_state(self) -> bool:
        return self.key in STATES

    def _place(self, kind: type[Held | UnitOff] | tuple[type, ...]) -> int | None:
        """Where the last edit of some kinds stands that is in force for this unit here."""
        if (pane := self._pane) is None:
            return None
        step, unit = self._session.step, pane.units[0]
        found = [
            place
            for place, edit in enumerate(self._edits.edits)
            if isinstance(edit, kind)
            and isinstance(edit, GateEdit | StateSet | UnitOff)
            and edit.key == self.key
            and holds(edit, pane.layer, step, unit)
        ]
        return found[-1] if found else None

    @property
    def held(self) -> Held | None:
        """The edit that holds it here, if there is one."""
        place = self._place((GateEdit, StateSet))
        edit = None if place is None else self._edits.edits[place]
        return edit if isinstance(edit, GateEdit | StateSet) else None

    @property
    def _scales(self) -> bool:
        return self.mode.currentIndex() == 1 and not self._is_state

    def _ends(self) -> tuple[float, float]:
        """The values at the ends of the slider."""
        series, pane = self._series, self._pane
        if self._scales:
            return 0.0, MAX_FACTOR
        if series is not None and series.low is not None and series.high is not None:
            return series.low, series.high
        trace = None if pane is None else pane.layer_trace
        if trace is None:
            return -1.0, 1.0
        values = trace.series[self.key]
        known = np.abs(values[np.isfinite(values)])
        most = float(np.ceil(known.max())) if known.size else 1.0
        return -max(1.0, most), max(1.0, most)

    def _now(self) -> float:
        """The number that stands in the panel: of the edit, else of the reading."""
        held, pane = self.held, self._pane
        if isinstance(held, GateEdit) and held.value is None:
            return held.factor or 0.0
        if held is not None:
            return held.value or 0.0
        if self._scales:
            return 1.0
        trace = None if pane is None else pane.layer_trace
        if pane is None or trace is None:
            return 0.0
        step = min(self._session.step, len(trace.masked) - 1)
        value = float(trace.series[self.key][step, pane.units[0]])
        return value if np.isfinite(value) else 0.0

    # -- what is shown -----------------------------------------------------------

    def _show(self, *_: object) -> None:
        pane, series = self._pane, self._series
        has_trace = pane is not None and pane.layer_trace is not None
        self.setVisible(bool(self.key) and series is not None and has_trace)
        if self.isHidden() or series is None or pane is None:
            return
        held = self.held
        symbol = math_html(series.symbol, 15, {series.symbol: theme().of(series)})
        self._title.setText(f"{symbol} &nbsp;{series_name(self.key)}")
        self._title.setToolTip(tip(series_meaning(pane.shown.kind, self.key)))
        self.mode.setEnabled(not self._is_state)
        if held is not None:
            self.mode.setCurrentIndex(int(isinstance(held, GateEdit) and held.value is None))
        elif self._is_state:
            self.mode.setCurrentIndex(0)
        self._show_scope(held, pane)
        low, high = self._ends()
        now = self._now()
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            if not self.slider.isSliderDown():
                self.slider.setValue(round((now - low) / (high - low) * NOTCHES))
            self.number.setValue(now)
        for button, value in ((self.zero, 0.0), (self.one, 1.0)):
            button.setChecked(held is not None and now == value)
        self.one.setVisible(not self._is_state)
        self.off.setVisible(self.key == "h")
        self.off.setChecked(self._place(UnitOff) is not None)
        self.release.setEnabled(held is not None)

    def _show_scope(self, held: Held | None, pane: Pane) -> None:
        """For whom, and when."""
        who = self.who.currentIndex() if held is None else int(held.units is not None)
        several = held is not None and held.units is not None and len(held.units) > 1
        unit = self.tr("unit {unit}").format(unit=pane.units[0] + 1)
        texts = [self.tr("all units"), self.tr("some units") if several else unit]
        _fill(self.who, texts, max(0, who))
        first = self._session.step if held is None else held.first
        texts = [
            self.tr("at all steps"),
            self.tr("from step {step}").format(step=first + 1),
            self.tr("only step {step}").format(step=first + 1),
        ]
        when = self._when_of[self._is_state]
        if held is not None and held.last is None:
            when = FROM_HERE if held.first else ALWAYS
        elif held is not None:
            when = ONLY_HERE if held.last == held.first else OTHER
            if when == OTHER:
                span = self.tr("steps {first} to {last}")
                texts.append(span.format(first=held.first + 1, last=(held.last or 0) + 1))
        _fill(self.when, texts, when)

    # -- the user's hand ---------------------------------------------------------

    def _scope(self) -> tuple[tuple[int, ...] | None, int, int | None]:
        """The units and steps that are chosen."""
        pane, step, when = self._pane, self._session.step, self.when.currentIndex()
        assert pane is not None
        units = None if self.who.currentIndex() == 0 else (pane.units[0],)
        if when == ALWAYS:
            return units, 0, None
        return units, step, None if when == FROM_HERE else step

    def _edit_with(self, value: float) -> Held | None:
        """The edit of the moment with a number."""
        held, pane = self.held, self._pane
        if pane is None:
            return None
        if isinstance(held, StateSet):
            return replace(held, value=value)
        if held is not None:
            parts = (None, value) if self._scales else (value, None)
            return replace(held, value=parts[0], factor=parts[1])
        units, first, last = self._scope()
        if self._is_state:
            return StateSet(pane.layer, self.key, units, value, first, last)
        if self._scales:
            return GateEdit(pane.layer, self.key, units, None, value, first, last)
        return GateEdit(pane.layer, self.key, units, value, None, first, last)

    def _change(self, edit: Held | None, *, hold: bool = False) -> None:
        """Put an edit in the place of the one that holds here, or add it."""
        if edit is None:
            return
        place, edits = self._place((GateEdit, StateSet)), self._edits.edits
        changed: Edits = (*edits, edit)
        if place is not None:
            changed = (*edits[:place], edit, *edits[place + 1 :])
        self._edits.change(changed, (edit.layer, edit.key) if hold else None)

    def _slide(self, notch: int) -> None:
        low, high = self._ends()
        self._change(self._edit_with(round(low + (high - low) * notch / NOTCHES, 4)), hold=True)

    def _type(self, value: float) -> None:
        self._change(self._edit_with(round(value, 4)))

    def _press(self, value: float) -> None:
        self._set(value)
        self._show()  # pressed again, it is still held

    def _set(self, value: float) -> None:
        self._change(self._edit_with(value))

    def _change_mode(self, _: int) -> None:
        """A number means something else now: the edit begins where it changes nothing it held."""
        if self.held is not None:
            self._change(self._edit_with(1.0 if self._scales else 0.0))
        else:
            self._show()

    def _change_scope(self, _: int) -> None:
        if (held := self.held) is None:
            self._when_of[self._is_state] = self.when.currentIndex()
            return
        if self.when.currentIndex() == OTHER:
            units, first, last = self._scope()[0], held.first, held.last
        else:
            units, first, last = self._scope()
        if self.who.currentIndex() == 1 and held.units is not None:
            units = held.units
        self._change(replace(held, units=units, first=first, last=last))

    def _switch_unit(self) -> None:
        """Switch the unit off, or on again."""
        pane, place = self._pane, self._place(UnitOff)
        if place is not None:
            self._edits.remove(place)
        elif pane is not None:
            self._edits.add(UnitOff(pane.layer, *self._scope()))

    def _release(self) -> None:
        if (place := self._place((GateEdit, StateSet))) is not None:
            self._edits.remove(place)

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        _fill(self.mode, [self.tr("set to"), self.tr("times")], max(0, self.mode.currentIndex()))
        name_widget(self.close_button, self.tr("Put away; what is held stays so"))
        self.mode.setToolTip(tip(self.tr("Held at a number, or its own number times another")))
        self.who.setToolTip(tip(self.tr("For whom")))
        self.when.setToolTip(tip(self.tr("At which steps")))
        names: tuple[tuple[QWidget, str], ...] = (
            (self.slider, self.tr("the number at which it is held")),
            (self.number, self.tr("the number at which it is held")),
            (self.zero, self.tr("Hold it at 0: closed, reset")),
            (self.one, self.tr("Hold it at 1: open")),
        )
        for widget, name in names:
            name_widget(widget, name)
        self.off.setText(self.tr("Unit off"))
        self.off.setToolTip(tip(self.tr("Its h is 0, so that nothing reads it")))
        self.release.setText(self.tr("Let go"))
        self.release.setToolTip(tip(self.tr("It is computed again, as the network would")))
        self._show()

    def restyle(self) -> None:
        """Colour the symbol and the icon."""
        self.close_button.setIcon(phosphor("ph.x", color=theme().dim))
        self._show()


def _fill(box: QComboBox, texts: list[str], current: int) -> None:
    """Give a box other choices, and one of them."""
    with QSignalBlocker(box):
        if [box.itemText(at) for at in range(box.count())] != texts:
            box.clear()
            box.addItems(texts)
        box.setCurrentIndex(current)
