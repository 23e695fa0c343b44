"""`Form`: labels with their fields below each other; `Expander`: a head that opens what is below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from gui.kit.layouts import column
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme


class Form(QGridLayout):
    """A column of labels and one of fields of a width in pixels at 100 %, at least 112 if None."""

    def __init__(self, width: int | None = None) -> None:
        super().__init__()
        self._width = width
        self.labels: dict[QWidget, QLabel] = {}
        self.end = 0  # the first row that is free
        self.setContentsMargins(0, 0, 0, 0)
        sized(self.setHorizontalSpacing, GAP)
        sized(self.setVerticalSpacing, 4)
        self.setColumnStretch(0, 1)

    def add(self, field: QWidget) -> None:
        """Add a field below the others.  A number that is still being typed is not read."""
        label = self.labels[field] = QLabel()
        label.setProperty("role", "dim")
        label.setBuddy(field)
        if self._width is None:
            sized(field.setMinimumWidth, 112)
        else:
            sized(field.setFixedWidth, self._width)
        if isinstance(field, QAbstractSpinBox):
            field.setKeyboardTracking(False)
            sized(field.lineEdit().setTextMargins, 6, 0, 0, 0)
            field.setGroupSeparatorShown(True)
        self.addWidget(label, self.end, 0)
        self.addWidget(field, self.end, 1)
        self.end += 1

    def add_line(self, widget: QWidget) -> None:
        """Add what is as wide as labels and fields together."""
        self.addWidget(widget, self.end, 0, 1, 2)
        self.end += 1

    def name(self, texts: Mapping[QWidget, tuple[str, str]]) -> None:
        """Give fields their names and their tips."""
        for field, (name, tip) in texts.items():
            self.labels[field].setText(name)
            field.setAccessibleName(name)
            field.setToolTip(tip)

    def show_only(self, visible: Mapping[QWidget, bool]) -> None:
        """Show fields, or hide them with their labels."""
        for field, is_visible in visible.items():
            self.labels[field].setVisible(is_visible)
            field.setVisible(is_visible)


def set_quietly(box: QSpinBox | QDoubleSpinBox, value: float) -> None:
    """Show a number without saying that it has changed."""
    with QSignalBlocker(box):
        box.setValue(int(value) if isinstance(box, QSpinBox) else value)  # type: ignore[arg-type]


class Expander(View):
    """A button with an arrow, and a body below it that opens and closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(self.head.setIconSize, QSize(14, 14))
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._column = column(self.head, of=self, spacing=4)

    def set_body(self, body: QWidget) -> None:
        """What opens and closes; closed at first."""
        body.hide()
        self._column.addWidget(body)
        self.head.toggled.connect(body.setVisible)
        self.head.toggled.connect(lambda _: self.restyle())

    def restyle(self) -> None:
        """Point the arrow."""
        name = "ph.caret-down" if self.head.isChecked() else "ph.caret-right"
        self.head.setIcon(phosphor(name, color=theme().dim))
