"""`Conditions`: what is to be true of a step, a row a condition, all of one layer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from engine.network.network import Layer
from engine.replay.cells.registry import CELLS
from engine.survey.patterns import Condition
from gui.kit.layouts import column, let_go, row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, push_button, take_typed
from gui.look.icons import phosphor
from gui.look.meanings import series_name
from gui.look.theme import GAP, theme

MAX_CONDITIONS = 4

RELATIONS = ((False, False), (True, False), (False, True), (True, True))
"""Below or above, and of the change or of the value: above, below, changes by more, by less."""

FIRST, OTHERS = ("f", 1, 0.5), ("h", 0, 0.5)
"""Series, place of `RELATIONS` and bound that are offered first: of a layer with a gate to forget,
and of others."""


class ConditionRow(View):
    """One condition: a series, a unit, a relation and a bound.

    Signals:
        changed(): it is another condition.
    """

    changed = Signal()

    def __init__(self, remove: Callable[[], object]) -> None:
        super().__init__()
        self.series, self.unit = QComboBox(), QSpinBox()
        self.relation, self.bound = QComboBox(), QDoubleSpinBox()
        self.remove = icon_button(remove, 14)
        self._of, self._keys = label("dim"), list[str]()
        self.relation.addItems([""] * len(RELATIONS))
        self.bound.setRange(-1000.0, 1000.0)
        self.bound.setSingleStep(0.05)
        for box in (self.unit, self.bound):
            take_typed(box, 64)
            box.valueChanged.connect(lambda _: self.changed.emit())
        for choice in (self.series, self.relation):
            choice.activated.connect(lambda _: self.changed.emit())
        row(
            *(self.series, self._of, self.unit, self.relation, self.bound, self.remove, None),
            of=self,
            spacing=GAP // 2,
        )
        self.dress()

    def offer(self, layer: Layer, unit: int | None = None) -> None:
        """Offer the series and units of a layer; with ``unit``, from 0, begin anew with it."""
        keys = list(CELLS[layer.kind].EQUATIONS)
        blockers = [QSignalBlocker(each) for each in (self.series, self.unit, self.bound)]
        chosen = self.series.currentData()
        if keys != self._keys:
            self._keys = keys
            self.series.clear()
            for key in keys:
                self.series.addItem(f"{series_name(key)} {key}", key)
        self.unit.setRange(1, layer.units)
        if unit is not None:
            chosen, relation, bound = FIRST if FIRST[0] in keys else OTHERS
            self.unit.setValue(unit + 1)
            self.relation.setCurrentIndex(relation)
            self.bound.setValue(bound)
        self.series.setCurrentIndex(max(0, self.series.findData(chosen)))
        del blockers

    def condition(self, layer: str) -> Condition:
        """What it says of a layer."""
        is_below, is_change = RELATIONS[self.relation.currentIndex()]
        key, unit = str(self.series.currentData()), self.unit.value() - 1
        return Condition(layer, key, unit, is_below, round(self.bound.value(), 2), is_change)

    def retranslate(self) -> None:
        """Set every text."""
        self._of.setText(self.tr("of unit"))
        texts = (
            self.tr("is above"),
            self.tr("is below"),
            self.tr("changes by more than"),
            self.tr("changes by less than"),
        )
        for place, text in enumerate(texts):
            self.relation.setItemText(place, text)
        for place, key in enumerate(self._keys):
            self.series.setItemText(place, f"{series_name(key)} {key}")
        for widget, name in (
            (self.series, self.tr("series")),
            (self.unit, self.tr("unit")),
            (self.relation, self.tr("relation")),
            (self.bound, self.tr("bound")),
            (self.remove, self.tr("Leave this condition out")),
        ):
            name_widget(widget, name)

    def restyle(self) -> None:
        """Colour the icon."""
        self.remove.setIcon(phosphor("ph.x", color=theme().dim))


class Conditions(View):
    """Up to `MAX_CONDITIONS` rows, all of which are to hold.

    Signals:
        changed(): they are others.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ConditionRow] = []
        self._layer: Layer | None = None
        self._unit = 0
        self._list = QWidget()
        self._lines = column(of=self._list, spacing=GAP // 2)
        self.more = push_button(self._add)
        column(self._list, row(self.more, None), of=self, spacing=GAP // 2)
        self.dress()

    def offer(self, layer: Layer, unit: int) -> None:
        """Offer the series and units of a layer; the first condition is about ``unit``, from 0."""
        self._layer, self._unit = layer, unit
        if not self.rows:
            self._append()
        for each in self.rows:
            each.offer(layer)

    def conditions(self, layer: str) -> tuple[Condition, ...]:
        """What the rows say of a layer."""
        return tuple(each.condition(layer) for each in self.rows)

    def _add(self) -> None:
        self._append()
        self.changed.emit()

    def _append(self) -> None:
        if self._layer is None or len(self.rows) >= MAX_CONDITIONS:
            return
        made = ConditionRow(lambda: self._remove(made))
        made.offer(self._layer, self._unit)
        made.changed.connect(self.changed)
        self.rows.append(made)
        self._lines.addWidget(made)
        self._show_what_is_left()

    def _remove(self, gone: ConditionRow) -> None:
        self.rows.remove(gone)
        let_go(gone)
        self._show_what_is_left()
        self.changed.emit()

    def _show_what_is_left(self) -> None:
        self.more.setVisible(len(self.rows) < MAX_CONDITIONS)
        for each in self.rows:
            each.remove.setVisible(len(self.rows) > 1)

    def retranslate(self) -> None:
        """Set the text of the button."""
        self.more.setText(self.tr("and…"))
        self.more.setToolTip(self.tr("Another condition, which is to hold at the same steps"))
