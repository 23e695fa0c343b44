"""`StrongestBar`: how strong the step at the cursor is, and ways to those that are stronger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from engine.session.session import Session
from gui.explain.strongest import Strongest
from gui.kit.layouts import row
from gui.kit.menus import empty
from gui.kit.tabs import HEIGHT
from gui.kit.view import View
from gui.kit.widgets import icon_button, name_widget
from gui.look.icons import phosphor
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import theme
from gui.naming import step_title

LISTED = 12
"""Steps in the list."""


class StrongestBar(View):
    """Back, a list of the strongest, and on."""

    def __init__(self, session: Session, strongest: Strongest) -> None:
        super().__init__()
        self._session, self._strongest = session, strongest
        self.back = icon_button(lambda: strongest.go(-1), 12)
        self.on = icon_button(lambda: strongest.go(1), 12)
        self.list, self.menu = QToolButton(), QMenu(self)
        self.list.setMenu(self.menu)
        self.list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.aboutToShow.connect(self._fill)
        for button in (self.back, self.list, self.on):
            button.setProperty("role", "tab")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there are keys
            sized(button.setFixedHeight, HEIGHT)
        row(self.back, self.list, self.on, of=self, spacing=0)
        strongest.changed.connect(self.show_rank)
        self.dress()

    def show_rank(self) -> None:
        """Say how strong the step at the cursor is."""
        order, step = self._strongest.order(), self._session.step
        for button in (self.back, self.list, self.on):
            button.setEnabled(bool(order))
        rank = order.index(step) + 1 if step in order else None
        text = self.tr("strongest")
        if rank is not None:
            text = self.tr("strongest: {rank} of {count}").format(rank=rank, count=len(order))
        if text != self.list.text():
            self.list.setText(text)

    def _fill(self) -> None:
        empty(self.menu)
        answer = self._strongest.answer
        for rank, step in enumerate(self._strongest.order()[:LISTED]):
            assert answer is not None
            score = number(float(answer.scores[step]), 3, sign=True)
            action = self.menu.addAction(f"{step_title(self._session, step)}   {score}")
            action.triggered.connect(lambda _=False, rank=rank: self._strongest.go_to(rank))

    def retranslate(self) -> None:
        """Set the texts."""
        name_widget(self.back, self.tr("One stronger (Shift+D)"))
        name_widget(self.on, self.tr("To the strongest, and on to the next strongest (D)"))
        name_widget(
            self.list,
            self.tr(
                "How strong the step at the cursor is for the answer of the focused network, by the "
                "first of the methods; a click lists the strongest"
            ),
        )
        self.show_rank()

    def restyle(self) -> None:
        """Colour the icons."""
        self.back.setIcon(phosphor("ph.caret-left", color=theme().dim))
        self.on.setIcon(phosphor("ph.caret-right", color=theme().dim))
