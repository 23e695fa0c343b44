"""`ExplainPanel`: the drawer of explanations: what is asked, how, and where it is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from engine.session.session import Session
from gui.explain.explaining import Explaining
from gui.explain.pages import PAGES
from gui.i18n.texts import row_text
from gui.kit.drawer import Drawer, scrolling
from gui.kit.layouts import column
from gui.kit.tips import tip
from gui.kit.widgets import label
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme

WIDTH = 280


class ExplainPanel(Drawer):
    """Pages that stand in the centre; what is asked."""

    def __init__(self, session: Session, explaining: Explaining) -> None:
        super().__init__(WIDTH)
        self._session, self._explaining = session, explaining
        self._title, self._pages_title = label("heading"), label("caption")
        self.pages = {row.name: QPushButton() for row in PAGES}
        group = QButtonGroup(self)
        group.setExclusive(False)
        for name, button in self.pages.items():
            button.setCheckable(True)
            sized(button.setIconSize, QSize(16, 16))
            group.addButton(button)
            button.clicked.connect(lambda checked, name=name: self._show(name if checked else ""))
        body = QWidget()
        column(
            *(self._title, self._pages_title, *self.pages.values(), None),
            of=body,
            margins=(2 * GAP, 2 * GAP - 2, 2 * GAP - 4, 2 * GAP),
        )
        column(scrolling(body), of=self)
        explaining.page_changed.connect(self._mark)
        self._mark(explaining.page)
        self.dress()

    def _show(self, name: str) -> None:
        self._explaining.page = name

    def _mark(self, name: str) -> None:
        for other, button in self.pages.items():
            button.setChecked(other == name)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Explain"))
        self._pages_title.setText(self.tr("In place of the networks"))
        for row in PAGES:
            self.pages[row.name].setText(row_text(row.title))
            self.pages[row.name].setToolTip(tip(row_text(row.tip)))

    def restyle(self) -> None:
        """Colour the icons."""
        for row in PAGES:
            self.pages[row.name].setIcon(phosphor(row.icon, color=theme().dim))
