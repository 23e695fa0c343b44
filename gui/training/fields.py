"""Fields that are bound to a plan: a number, a choice, a switch.

All three are laid out alike, so that rows and columns of them align: the label, with a dot
where the value is other than the lecture's; the control; and one line that says what is
wrong.  That line is always there: nothing jumps while one types.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from engine.training.recipes import FIELDS
from gui.kit.layouts import column, grid_of, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.look.theme import CAPTION, theme
from gui.training.cards.field_steps import plain, stepped
from gui.training.editor import PlanEditor
from gui.training.field_texts import FieldTexts

MARK = "\N{BLACK CIRCLE}"
"""Beside the label of a field that is other than in the lecture."""

DOT = 7
"""Its size, in pixels of type."""


class Field(View):
    """One field of a plan, by its name; the kinds of control are sub-classes.

    With ``beside`` the label stands beside the control rather than above it.
    """

    def __init__(
        self, editor: PlanEditor, name: str, control: QWidget, *, beside: bool = False
    ) -> None:
        super().__init__()
        self.editor, self.name, self.control = editor, name, control
        self._tip = self._hint = ""
        self.label, self.mark = label("caption", is_plain=True), QLabel()
        self.caption = label(is_plain=True)
        self.label.setBuddy(control)
        # What is said in it must not make the field wider.
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if beside:
            self.label.hide()
            room = label("caption")
            room.setText(" ")  # as high as the label of a neighbour
            head, line = row(self.label, room, spacing=4), row(control, (self.mark, 1), spacing=2)
        else:
            head, line = row(self.label, (self.mark, 1), spacing=4), row((control, 1))
        column(head, line, self.caption, of=self, spacing=2)
        self.setFocusProxy(control)
        editor.changed.connect(self.show_value)

    def set_label(self, text: str, tip: str = "") -> None:
        """Name the field, and explain it with Keras's own name."""
        self._tip = tip
        self.label.setText(text)
        self.control.setAccessibleName(text)
        for widget in (self.label, self.control):
            widget.setToolTip(tip)
        self._say()

    def show_texts(self, texts: FieldTexts) -> None:
        """Name the field, and what there is to choose."""
        self.set_label(texts.label, texts.tip)

    def set_hint(self, text: str) -> None:
        """Say something below the field where nothing is wrong."""
        if text != self._hint:
            self._hint = text
            self._say()

    def show_value(self) -> None:
        """Show what the plan has."""
        self._say()

    def text_of(self, value: Any) -> str:
        """How the field writes a value."""
        return plain(value)

    @property
    def lecture(self) -> str | None:
        """What the lecture's recipe has, if it is other than the plan; else None."""
        differs = self.editor.differs(self.name)
        return self.text_of(self.editor.in_lecture(self.name)) if differs else None

    def _say(self) -> None:
        """Say what is wrong, and mark what is other than in the lecture."""
        lecture = self.lecture
        said = "" if lecture is None else self.tr("lecture: {value}").format(value=lecture)
        text = self.editor.problem(self.name) or self._hint
        self.caption.setText(text or " ")
        self.caption.setToolTip(text)
        self.mark.setText(MARK if said else "")
        self.mark.setToolTip(said)
        parts = [part for part in (text, said, self._tip) if part]
        self.control.setAccessibleDescription("; ".join(parts))
        self._colour()

    def _colour(self) -> None:
        look, wrong = theme(), bool(self.editor.problem(self.name))
        ink = look.bad if wrong else look.dim
        sized(self.caption.setStyleSheet, f"color: {ink}; font-size: {CAPTION}px;")
        sized(self.mark.setStyleSheet, f"color: {look.accent}; font-size: {DOT}px;")
        style = f"border: 1px solid {look.bad};" if wrong else ""
        if not self.isEnabled():
            style += f"color: {look.faint};"
        if style != self.control.styleSheet():
            sized(self.control.setStyleSheet, style)

    def retranslate(self) -> None:
        """Say it in another language; the owner names the field."""
        self._say()

    def restyle(self) -> None:
        """Colour what is said."""
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """A field that cannot be used is pale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._colour()


class NumberField(Field):
    """A number that is typed; the arrow keys step through sensible values.

    Every keystroke goes to the plan.  What is being typed is never overwritten with
    another way to write the same number.
    """

    def __init__(self, editor: PlanEditor, name: str) -> None:
        self.edit = _Edit(self)
        super().__init__(editor, name, self.edit)
        self.edit.setMaxLength(20)
        self._typing = False
        self._value: Any = object()  # unlike any
        self.edit.textEdited.connect(self._type)
        self.edit.editingFinished.connect(self._tidy)
        self.show_value()
        self.dress()

    def _type(self, text: str) -> None:
        self._typing = True
        self.editor.set(self.name, text)
        self._typing = False
        self._value = self.editor.value(self.name)
        self._say()

    def _tidy(self) -> None:
        """Write the number as all numbers are written, now that it has been typed."""
        if not self.editor.problem(self.name):
            self.edit.setText(self.text_of(self.editor.value(self.name)))

    def step(self, direction: int) -> None:
        """Go to the next sensible value: 1 up, -1 down."""
        self.editor.set(self.name, stepped(self.name, self.editor.value(self.name), direction))

    def show_value(self) -> None:
        """Show what the plan has, unless it is what is being typed."""
        value = self.editor.value(self.name)
        same = value == self._value and type(value) is type(self._value)
        if not self._typing and not same:
            self._value = value
            self.edit.setText(self.text_of(value))
        super().show_value()

    def retranslate(self) -> None:
        """Say what an empty field means."""
        if FIELDS[self.name].is_optional:
            self.edit.setPlaceholderText(self.tr("all"))
        super().retranslate()


class _Edit(QLineEdit):
    """A line whose arrow keys step."""

    def __init__(self, field: NumberField) -> None:
        super().__init__()
        self._field = field
        sized(self.setMinimumWidth, 56)
        self.setTextMargins(-2, 0, 0, 0)  # Qt adds two pixels that a combo box has not

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows up and down."""
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._field.step(way)


class ChoiceField(Field):
    """One of several values, shown as they are until `show_texts`."""

    def __init__(self, editor: PlanEditor, name: str, values: Sequence[Any]) -> None:
        self.combo = _Combo()
        super().__init__(editor, name, self.combo)
        self._values = tuple(values)
        self.combo.addItems([str(value) for value in values])
        self.combo.activated.connect(lambda at: self.editor.set(self.name, self._values[at]))
        self.show_value()
        self.dress()

    def show_texts(self, texts: FieldTexts) -> None:
        """Name the field, and what there is to choose."""
        for at, value in enumerate(self._values):
            self.combo.setItemText(at, texts.choices.get(value, str(value)))
        super().show_texts(texts)

    def text_of(self, value: Any) -> str:
        """What a value is called."""
        return self.combo.itemText(self._values.index(value)) if value in self._values else ""

    def show_value(self) -> None:
        """Choose what the plan has."""
        value = self.editor.value(self.name)
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        super().show_value()


class _Combo(QComboBox):
    """A choice that the wheel passes by: it stands in something that is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the scroll area."""
        event.ignore()


class SwitchField(Field):
    """Yes or no."""

    def __init__(self, editor: PlanEditor, name: str) -> None:
        self.box = QCheckBox()
        super().__init__(editor, name, self.box, beside=True)
        sized(self.box.setMinimumHeight, 28)  # as high as the other controls
        self.box.toggled.connect(lambda on: self.editor.set(self.name, on))
        self.show_value()
        self.dress()

    def set_label(self, text: str, tip: str = "") -> None:
        """Name it; the name stands beside the box."""
        self.box.setText(text)
        super().set_label(text, tip)

    def text_of(self, value: Any) -> str:
        """How the lecture has it."""
        return self.tr("on") if value else self.tr("off")

    def show_value(self) -> None:
        """Show what the plan has."""
        self.box.setChecked(bool(self.editor.value(self.name)))
        super().show_value()


def make_field(editor: PlanEditor, name: str) -> Field:
    """The control that fits a field."""
    field = FIELDS[name]
    if field.kind == "choice":
        return ChoiceField(editor, name, field.choices)
    return SwitchField(editor, name) if field.kind == "switch" else NumberField(editor, name)


def field_grid(fields: Iterable[Field], columns: int, spacing: tuple[int, int]) -> QGridLayout:
    """Fields line by line, in columns of one width, with pixels between columns and lines."""
    grid = grid_of(across=spacing[0], down=spacing[1])
    fill_grid(grid, list(fields), columns)
    return grid


def fill_grid(grid: QGridLayout, fields: Sequence[QWidget], columns: int) -> None:
    """Put the fields of a grid into so many columns of one width, line by line."""
    for field in fields:
        grid.removeWidget(field)
    for place, field in enumerate(fields):
        grid.addWidget(field, *divmod(place, columns), alignment=Qt.AlignmentFlag.AlignTop)
    for place in range(max(columns, grid.columnCount())):
        grid.setColumnStretch(place, int(place < columns))
        grid.setColumnMinimumWidth(place, int(place < columns))
