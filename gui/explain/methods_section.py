"""`MethodsSection`: by which methods, and what they are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from engine.explain.choices import MAX_STEPS
from engine.explain.integrated import STEPS
from engine.explain.methods import METHODS
from gui.explain.explaining import Explaining
from gui.explain.method_texts import BASELINE_TEXTS, method_says, method_title
from gui.i18n.texts import row_text
from gui.kit.form import Form, set_quietly
from gui.kit.layouts import column
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label


class MethodsSection(View):
    """A box to tick for each method, of which one stays ticked; the settings of those that have
    some."""

    def __init__(self, explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self._title = label("caption")
        self.boxes = {name: QCheckBox() for name in METHODS}
        for name, box in self.boxes.items():
            box.clicked.connect(lambda checked, name=name: self._tick(name, checked))
        self.baseline, self.replacement = _choice("ig"), _choice("occlusion")
        self.points = QSpinBox()
        self.points.setRange(0, MAX_STEPS)
        self.points.setSingleStep(STEPS)
        self._form = Form(124)
        for field in (self.baseline, self.points, self.replacement):
            self._form.add(field)
        column(self._title, *self.boxes.values(), self._form, of=self, spacing=6)
        self.baseline.activated.connect(
            lambda place: self._set(baseline=self.baseline.itemData(place))
        )
        self.replacement.activated.connect(
            lambda place: self._set(replacement=self.replacement.itemData(place))
        )
        self.points.valueChanged.connect(lambda value: self._set(points=value))
        explaining.changed.connect(self.show_asked)
        self.dress()

    def _set(self, **values: Any) -> None:
        self._explaining.asked = replace(self._explaining.asked, **values)

    def _tick(self, name: str, checked: bool) -> None:
        """Methods stand in the order of the table; the last one cannot be taken away."""
        shown = {*self._explaining.asked.methods, name}
        if not checked and len(shown) > 1:
            shown.remove(name)
        self._set(methods=tuple(each for each in METHODS if each in shown))
        self.show_asked()

    def show_asked(self) -> None:
        """Show what is asked."""
        asked = self._explaining.asked
        for name, box in self.boxes.items():
            box.setChecked(name in asked.methods)
        self.baseline.setCurrentIndex(self.baseline.findData(asked.baseline))
        self.replacement.setCurrentIndex(self.replacement.findData(asked.replacement))
        set_quietly(self.points, asked.points)
        self._form.show_only(
            {
                self.baseline: "ig" in asked.methods,
                self.points: "ig" in asked.methods,
                self.replacement: "occlusion" in asked.methods,
            }
        )

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("By which methods"))
        for name, box in self.boxes.items():
            box.setText(method_title(name))
            box.setToolTip(tip(f"{method_says(name)}\n{METHODS[name].source}"))
        for field in (self.baseline, self.replacement):
            for place in range(field.count()):
                name = field.itemData(place)
                text = row_text(BASELINE_TEXTS[name].title) if name else self.tr("as fits")
                says = row_text(BASELINE_TEXTS[name].says) if name else ""
                field.setItemText(place, text)
                field.setItemData(place, says, Qt.ItemDataRole.ToolTipRole)
        self.points.setSpecialValueText(self.tr("as needed"))
        self._form.name(
            {
                self.baseline: (
                    self.tr("Baseline"),
                    self.tr("Integrated gradients: what stands for nothing"),
                ),
                self.points: (
                    self.tr("Points"),
                    self.tr(
                        "Integrated gradients: points on the way from the baseline; as needed is "
                        "{count}, and more where they leave a gap"
                    ).format(count=STEPS),
                ),
                self.replacement: (
                    self.tr("In its place"),
                    self.tr("Occlusion: what stands in the place of a step"),
                ),
            }
        )
        self.show_asked()


def _choice(method: str) -> QComboBox:
    box = QComboBox()
    own = ("", *METHODS[method].baselines) if method == "ig" else METHODS[method].baselines
    for name in own:
        box.addItem("", name)
    return box
