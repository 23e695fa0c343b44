"""`FilterView`: which reviews are listed: a text, a label, a length."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QSpinBox, QToolButton, QWidget

from gui.kit.form import set_quietly
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label, name_widget, once
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import theme

PAUSE = 250
"""Milliseconds after the last key before a search begins."""

MAX_WORDS = 999_999


@dataclass(frozen=True)
class Filter:
    """What is asked for; the names are those of `Corpus.search`."""

    query: str = ""
    label: int | None = None
    shortest: int = 0
    longest: int | None = None


class FilterView(View):
    """A search field, three labels to choose from, and the least and most words.

    Signals:
        changed(): `filter` is another than before.
        left(): the user goes on to the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = _Field()
        self.query.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.query.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.labels = {name: QToolButton() for name in ("all", "positive", "negative")}
        self._group = QButtonGroup(self)
        for button in self.labels.values():
            button.setCheckable(True)
            button.setProperty("role", "chip")
            self._group.addButton(button)
        self.labels["all"].setChecked(True)
        self.shortest, self.longest = QSpinBox(), QSpinBox()
        self._from, self._to, self._unit = label("dim"), label("dim"), label("dim")
        for box in (self.shortest, self.longest):
            box.setRange(0, MAX_WORDS)
            box.setSingleStep(50)
            box.setKeyboardTracking(False)
            sized(box.lineEdit().setTextMargins, 6, 0, 0, 0)
            box.setGroupSeparatorShown(True)
            sized(box.setFixedWidth, 76)
            box.valueChanged.connect(self._begin)
            box.setProperty("role", "dim")
        chips = row(*self.labels.values(), None, spacing=4)
        lengths = row(self._from, self.shortest, self._to, self.longest, self._unit, None)
        column(self.query, chips, lengths, of=self)
        self._pause = once(self, self.changed, PAUSE)
        self.query.textChanged.connect(self._pause.start)
        self.query.returnPressed.connect(self._begin)
        self.query.left.connect(self.left)
        self._group.buttonClicked.connect(self._begin)
        self.dress()

    @property
    def filter(self) -> Filter:
        """What is asked for."""
        numbers = {"positive": 1, "negative": 0}
        chosen = next((name for name, chip in self.labels.items() if chip.isChecked()), "all")
        label, longest = numbers.get(chosen), self.longest.value() or None
        return Filter(self.query.text(), label, self.shortest.value(), longest)

    def clear(self) -> None:
        """Ask for every review."""
        with QSignalBlocker(self.query):
            self.query.clear()
        set_quietly(self.shortest, 0)
        set_quietly(self.longest, 0)
        self.labels["all"].setChecked(True)
        self._begin()

    def show_labels(self, has_labels: bool) -> None:
        """Offer labels only where the reviews have some."""
        for button in self.labels.values():
            button.setEnabled(has_labels)
        if not has_labels:
            self.labels["all"].setChecked(True)

    def stop(self) -> None:
        """Ask no more."""
        self._pause.stop()

    def _begin(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every text."""
        self.query.setPlaceholderText(self.tr("Search the texts"))
        self.query.setAccessibleName(self.tr("Search the texts"))
        for name, text in (
            ("all", self.tr("All")),
            ("positive", "+ " + self.tr("Positive")),
            ("negative", "− " + self.tr("Negative")),
        ):
            self.labels[name].setText(text)
            self.labels[name].setAccessibleName(text)
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to"))
        self._unit.setText(self.tr("words"))
        self.longest.setSpecialValueText(self.tr("any"))
        name_widget(self.shortest, self.tr("Fewest words"))
        name_widget(self.longest, self.tr("Most words"), self.tr("Most words; 0 for any"))

    def restyle(self) -> None:
        """Colour the icon."""
        self._glass.setIcon(phosphor("ph.magnifying-glass", color=theme().dim))


class _Field(QLineEdit):
    """A search field that the arrow down leaves."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("escapes", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
