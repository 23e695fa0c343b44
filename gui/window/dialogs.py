"""`Dialogs`: what opens above the window, each imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from engine.network.network import Network
from gui.kit.notice import Notice
from gui.kit.page import CentrePage
from gui.services import Services
from gui.window.edit_files import EditFiles
from gui.window.task_files import TaskFiles
from gui.window.views import Views

Opened = TypeVar("Opened", bound=QDialog)


class Dialogs(QObject):
    """Opens dialogs and menus about the session; they belong to the window."""

    def __init__(self, window: QWidget, services: Services, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._services, self.notice = window, services, notice
        self._session = services.session
        self.views = Views(window, services, notice)
        self.edit_files = EditFiles(window, services, notice)
        self.task_files = TaskFiles(window, services, notice, self.views)
        self._session.panes_changed.connect(self._close_menu)

    def show_menu(self, place: int, button: QWidget) -> None:
        """The menu of a pane, below its button."""
        from gui.models.menu import NetworkMenu

        menu = NetworkMenu(self._window, self._session, self._services.opener, place)
        menu.inspect_asked.connect(lambda: self.inspect(place))
        menu.layers_asked.connect(lambda: self.choose_layers(place))
        menu.names_asked.connect(lambda: self.name_classes(place))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _close_menu(self) -> None:
        """The panes are others: what an open menu offers may be gone."""
        menu = QApplication.activePopupWidget()
        while isinstance(menu, QMenu):
            menu.close()
            menu = QApplication.activePopupWidget()

    def _show(self, kind: type[Opened], make: Callable[[], Opened]) -> None:
        """Bring a window of this kind to the front, or open one."""
        opened = [each for each in self._window.findChildren(kind) if each.isVisible()]
        dialog = opened[0] if opened else make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def inspect(self, place: int) -> None:
        """Look into the network of a pane."""
        from gui.inspector.opening import open_inspector

        if place < len(self._session.panes):
            open_inspector(self._window, self._services.settings, self._session, place)

    def inspect_network(self, network: Network) -> None:
        """Look into a network in which nothing can be watched."""
        from gui.inspector.opening import open_inspector_for

        open_inspector_for(self._window, self._services.settings, network)

    def choose_layers(self, place: int) -> None:
        """Let the user choose which recurrent layers of a network fill the panes."""
        from gui.models.layers_dialog import LayersDialog

        if place < len(self._session.panes):
            LayersDialog(self._window, self._session, place).open()

    def name_classes(self, place: int) -> None:
        """Let the user choose what the classes of a network are called."""
        if place < len(self._session.panes):
            self._services.class_names.ask(self._window, self._session.panes[place].network)

    def open_model(self) -> None:
        """Let the user choose a file for the focused pane."""
        self._services.opener.ask(self._window, self._session.focus)

    def read_on(self) -> None:
        """Let the user say how the networks read on."""
        from gui.edits.read_on_dialog import ReadOnDialog

        if self._session.sequence is not None and self._session.panes:
            ReadOnDialog(self._window, self._session, self._services.edits).open()

    def show_details(self) -> None:
        """Show the raw text, the tokens and the ids."""
        from gui.review.details import DetailsDialog

        if self._session.review is not None:
            self._show(DetailsDialog, lambda: DetailsDialog(self._session, self._window))

    def export_trace(self) -> None:
        """Write the numbers of the focused pane into a file."""
        from gui.export.dialogs import export_trace

        export_trace(self._window, self._services.settings, self._session, self.notice)

    def export_explanation(self) -> None:
        """Write what is explained of all networks into a file."""
        from gui.explain.export import export_explanation

        services = self._services
        export_explanation(
            self._window, services.settings, self._session, services.explaining, self.notice
        )

    def export_page(self, page: CentrePage, name: str) -> None:
        """Write a page into a file, as a picture or, where it has one, a table."""
        from gui.export.dialogs import export_page

        export_page(self._window, self._services.settings, page, page.documents, name, self.notice)

    def export_picture(self) -> None:
        """Compose a picture of what is shown, and write it into a file."""
        from gui.pictures.picture_dialog import PictureDialog

        self._show(PictureDialog, lambda: PictureDialog(self._window, self._services))

    def copy_picture(self) -> None:
        """Put such a picture into the clipboard."""
        from gui.pictures.picture_dialog import copy_picture

        copy_picture(self._services, self.notice)

    def export_animation(self) -> None:
        """Compose an animation of the steps, or of a run's epochs."""
        from gui.pictures.animation_dialog import AnimationDialog

        self._show(AnimationDialog, lambda: AnimationDialog(self._window, self._services))

    def show_guide(self, page: str = "") -> None:
        """Open the guide, or bring it to the front; at a page by the name of its file."""
        from gui.help.window import HelpWindow

        opened = self._window.findChildren(HelpWindow)
        window = opened[0] if opened else HelpWindow(self._window)
        window.show()
        window.raise_()
        window.activateWindow()
        if page:
            window.show_page(page)

    def show_shortcuts(self) -> None:
        """List every key."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        self._show(ShortcutsDialog, lambda: ShortcutsDialog(self._window))

    def show_about(self) -> None:
        """Say what this is."""
        from gui.dialogs.about import AboutDialog

        self._show(AboutDialog, lambda: AboutDialog(self._window))
