"""`Actions`: the keys and the menu of the window's commands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.i18n.texts import row_text
from gui.services import Services
from gui.window.command import Command, Menu, Reach
from gui.window.commands import COMMANDS, leave
from gui.window.dialogs import Dialogs
from gui.window.drawers import Drawers
from gui.window.pages import Pages
from gui.window.plain_keys import PlainKeys


class Actions(QObject):
    """The window's actions, made of `COMMANDS`, and its one menu beside a button on the rail."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        drawers: Drawers,
        dialogs: Dialogs,
        menu_button: QWidget,
        pages: Pages,
    ) -> None:
        super().__init__(window)
        self._reach = Reach(window, services, drawers, dialogs, pages, self.show_menu)
        self._window, self._drawers = window, drawers
        self.appearance, self.presenting = self._reach.appearance, self._reach.presenting
        self._menu_button = menu_button
        self._groups: dict[Menu, QActionGroup] = {}
        self.all = {command.name: self._action(command) for command in COMMANDS}
        window.addActions(list(self.all.values()))
        self.plain_keys = PlainKeys(self, self._let_go)
        drawers.requests.escape.connect(lambda: leave(self._reach))
        self.retranslate()

    def _action(self, command: Command) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key) for key in command.keys.split()])
        if command.is_chosen is not None and command.menu is not None:
            group = self._groups.setdefault(command.menu, QActionGroup(self))
            action.setCheckable(True)
            action.setChecked(command.is_chosen(self._reach))
            group.addAction(action)
        action.triggered.connect(lambda: command.run(self._reach))
        return action

    def retranslate(self) -> None:
        """Name every action."""
        for command in COMMANDS:
            self.all[command.name].setText(row_text(command.text))

    def _let_go(self) -> None:
        """Escape was pressed where something is typed: the keys go back to what is read, which a
        drawer must not lie over."""
        requests = self._drawers.requests
        (requests.close if self._drawers.lies_over else requests.leave).emit()

    def show_menu(self) -> None:
        """Open the menu beside its button on the rail."""
        button = self._menu_button
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        height = menu.sizeHint().height()
        menu.popup(button.mapToGlobal(QPoint(button.width(), button.height() - height)))

    def make_menu(self) -> QMenu:
        """The menu of everything, in the order of the rows."""
        everything = QMenu(self._window)
        inner: dict[Menu, QMenu] = {}
        for command in COMMANDS:
            menu = everything
            if command.menu is not None:
                if command.menu not in inner:
                    if not inner:
                        everything.addSeparator()
                    inner[command.menu] = everything.addMenu(row_text(command.menu.title))
                menu = inner[command.menu]
            if command.apart:
                menu.addSeparator()
            if command.name != "menu":
                menu.addAction(self.all[command.name])
        return everything
