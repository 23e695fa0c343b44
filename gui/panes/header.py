"""`PaneHeader`: a network's name, the folded rows, its badge, and what is known of its quality."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.kit import layouts
from gui.kit.tips import tip
from gui.kit.widgets import label
from gui.look.dressing import polish_again
from gui.look.meanings import Fact, meaning
from gui.look.scale import px, sized
from gui.look.theme import CAPTION, GAP, HEADING, theme
from gui.look.typefaces import typeface
from gui.naming import shortened
from gui.panes.fold import FoldButton

MENU = "  ▾"
"""Behind a network's name: there is a menu."""

NAME_LINE = 24
"""The height of a network's name."""


class PaneHeader(QObject):
    """Two lines above the rows of a pane; each says as much as its width has room for.

    They are no widget of their own: rows of a layout within another take their height at once.

    Signals:
        menu_asked(): the network's name was pressed.
    """

    menu_asked = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane  # whose width it has
        self.fold = FoldButton()
        self.name = QToolButton()
        self._name_size, self._name_sheet = HEADING, ""
        sized(self.name.setFixedHeight, NAME_LINE)
        self.name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.name.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name.clicked.connect(self.menu_asked)
        self.badge, self.facts = label(), label("dim")
        self._fact: Fact | None = None
        self._badge: tuple[str, ...] = ()
        self._said: tuple[str, str] = ("", "")  # of the badge, the longer text first
        self.badge.setMinimumWidth(1)
        self.badge.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        first = layouts.row(self.name, None, self.fold)
        second = layouts.row(self.badge, (self.facts, 1))
        self.lines = layouts.column(first, second, spacing=2)

    def show_badge(self, text: str, role: str, says: str, short: str = "") -> None:
        """Say whether the numbers are Keras's; ``role`` is good, warning, bad or dim, and
        ``short`` is said where there is no room for the text."""
        if (badge := (text, role, says, short)) == self._badge:
            return
        self._badge = badge
        self._said = (text, short or text)
        self.badge.setToolTip(tip(f"{meaning('proof')}\n{says}"))
        self.shorten()
        if self.badge.property("role") != role:
            self.badge.setProperty("role", role)
            polish_again(self.badge)

    def show_fact(self, fact: Fact) -> None:
        """What is known about the network's quality."""
        if fact == self._fact:
            return
        self._fact = fact
        self.facts.setToolTip(tip(meaning(fact.means, fact.value)))
        self.shorten()

    def shorten(self) -> None:
        """Say what there is room for: where there is no room for the name too, the number stands alone."""
        metrics, fact = self.facts.fontMetrics(), self._fact
        text, short = self._said
        if metrics.horizontalAdvance(text) > self._pane.width():
            text = metrics.elidedText(short, Qt.TextElideMode.ElideRight, self._pane.width())
        self.badge.setText(text)
        room = self._pane.width() - self.badge.sizeHint().width() - px(GAP)
        texts = () if fact is None else (fact.text, fact.value)
        fitting = (text for text in texts if metrics.horizontalAdvance(text) <= room)
        self.facts.setText(next(fitting, ""))

    def fit_name(self, place: int, titles: Sequence[str]) -> None:
        """Name the network of a place; the folded rows share its line, and what tells networks apart
        stays."""
        title, folds = titles[place], not self.fold.isHidden()
        colour = theme().networks[place]
        self._dress_name(self._name_size, colour)
        metrics = self.name.fontMetrics()
        around = self.name.sizeHint().width() - metrics.horizontalAdvance(self.name.text())
        free = self._pane.width() - around - (self.fold.least + px(GAP) if folds else 0)
        for size in range(HEADING, CAPTION - 1, -1):  # it is smaller before it is cut short
            metrics = QFontMetrics(typeface(size, bold=True))
            room = free - metrics.horizontalAdvance(MENU)
            if metrics.horizontalAdvance(title) <= room:
                break
        self._dress_name(size, colour)
        self.name.setText(shortened(title, metrics, max(0, room), titles) + MENU)
        if folds:
            self.fold.fit(self._pane.width() - self.name.sizeHint().width() - px(GAP))

    def _dress_name(self, size: int, colour: str) -> None:
        """Write the network's name in so many pixels at 100 %, beside its colour."""
        sheet = (
            f"QToolButton {{ font-size: {size}px; font-weight: 600; padding: 0 6px 0 8px;"
            f" border-left: 3px solid {colour}; border-radius: 0; }}"
        )
        if sheet != self._name_sheet:
            self._name_size, self._name_sheet = size, sheet
            sized(self.name.setStyleSheet, sheet)
        self.name.ensurePolished()
