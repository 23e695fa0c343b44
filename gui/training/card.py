"""`Card`: one thing that is shown about the data, with its title; `Stepper` chooses in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSpinBox

from engine.text.review import Review
from engine.training.preparation import Preparation
from engine.training.recipes import Recipe
from gui.kit.layouts import column, grid_of, row
from gui.kit.view import View
from gui.kit.widgets import label, stand_out
from gui.look.scale import sized
from gui.look.theme import GAP

PAD = 12
"""Room around what is in a card."""


@dataclass(frozen=True, eq=False)
class Shown:
    """What all cards are about.

    Attributes:
        preparation: the reviews, split.
        recipe: the last one of the fields that was right.
        nth: which training review was chosen, from 0.
        review: that review as the recipe's network reads it, ``T`` steps.
        step: which of its steps is shown, from 0.
        chosen: whether the user chose it; else it is the last one.
        lecture: whether the lecture's own numbers are said beside these, which are other.
    """

    preparation: Preparation
    recipe: Recipe
    nth: int
    review: Review
    step: int
    chosen: bool
    lecture: bool = False

    @property
    def id(self) -> int:
        """The id at the chosen step."""
        return int(self.review.inputs[self.step])


class Card(View):
    """A title, a line of the lecture's code, and the content below them.

    Sub-classes add widgets to `column`, and write what depends on the data in `say`.
    """

    def __init__(self) -> None:
        super().__init__()
        stand_out(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.shown: Shown | None = None
        self.title, self.code = line("title"), line("caption")
        self.head = row((self.title, 1))
        self.column = column(self.head, self.code, of=self, margins=(PAD, PAD, PAD, PAD))

    def show_data(self, shown: Shown) -> None:
        """Show other data."""
        self.shown = shown
        self.say(shown)

    def add_lecture(self) -> QLabel:
        """A line for what the lecture prints here; hidden while it says nothing."""
        label = line("caption")
        label.hide()
        self.column.addWidget(label)
        return label

    def say(self, shown: Shown) -> None:
        """Write and draw what depends on the data."""

    def name_parts(self) -> None:
        """Set the texts that do not depend on the data."""

    def retranslate(self) -> None:
        """Set every text."""
        self.name_parts()
        if self.shown is not None:
            self.say(self.shown)

    def restyle(self) -> None:
        """Draw in other colours."""
        if self.shown is not None:
            self.say(self.shown)


class Stepper(QSpinBox):
    """A small number box that the wheel passes by unless it has the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel does not give it the keys
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        sized(self.lineEdit().setTextMargins, 6, 0, 0, 0)
        sized(self.setFixedHeight, 28)
        sized(self.setMinimumWidth, 96)

    def show_value(self, value: int, low: int, high: int) -> None:
        """Show a value and its bounds; says nothing of it."""
        with QSignalBlocker(self):
            self.setRange(low, high)
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what one has chosen; the page is scrolled otherwise."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def line(role: str) -> QLabel:
    """A label of a role that makes no card wider than it is."""
    return label(role, wraps=True, is_plain=True)


def fact_grid(stretched: int) -> QGridLayout:
    """A grid for the lines of facts below a drawing; one of its columns takes what is left."""
    return grid_of(across=GAP, down=4, grows=stretched)


def percent(share: float) -> str:
    """A share, 0 to 1, in per cent: "30.9"; never 0.0 or 100.0 where it is neither."""
    text = f"{100 * share:.1f}"
    if text == "0.0" and share > 0:
        return "<0.1"
    return ">99.9" if text == "100.0" and share < 1 else text


def say_lecture(label: QLabel, text: str) -> None:
    """Say what the lecture prints, "" for nothing."""
    label.setText(text)
    label.setVisible(bool(text))
