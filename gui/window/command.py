"""`Command`: one row of what the window can do, and `Reach`: what it has to do it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.look.scale import STEPS, USUAL
from gui.services import Services
from gui.window.appearance import Appearance
from gui.window.dialogs import Dialogs
from gui.window.drawers import Drawers
from gui.window.pages import Pages
from gui.window.presenting import Presenting


class Reach(QObject):
    """What a command can reach: the window, what lives as long as it, and what it opens."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        drawers: Drawers,
        dialogs: Dialogs,
        pages: Pages,
        show_menu: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self.host, self.pages, self.show_menu = window, pages, show_menu
        self.services, self.drawers, self.dialogs = services, drawers, dialogs
        self.notice = dialogs.notice
        self.session, self.player = services.session, services.player
        self.appearance = Appearance(services.settings, self)
        self.presenting = Presenting(window, drawers, self.appearance)

    def say_scale(self) -> None:
        """Say how large everything is."""
        percent = self.services.settings.window.scale

        def text() -> str:
            said = {
                USUAL: self.tr("Size: {percent}\u00a0%, the usual and the smallest"),
                STEPS[-1]: self.tr("Size: {percent}\u00a0%, the largest"),
            }.get(percent, self.tr("Size: {percent}\u00a0%"))
            return said.format(percent=percent)

        self.notice.show_info(text)

    def say_no_run(self) -> None:
        """Say why no epochs go by."""
        self.notice.show_info(
            lambda: self.tr("No pane shows a run: train a model, or click a run in Train first.")
        )


Slot = Callable[[Reach], object]


@dataclass(frozen=True)
class Menu:
    """A menu inside the menu, with its title in English."""

    title: str


@dataclass(frozen=True)
class Command:
    """One thing that the window can do.

    Attributes:
        name, text: for programs; for people, in English.
        keys: its shortcuts, parted by spaces.
        menu: the inner menu that it stands in, None for the menu itself.
        apart: whether a line parts it from what stands above.
        is_chosen: for one of several choices, whether it is the one of the moment.
    """

    name: str
    text: str
    keys: str
    run: Slot
    menu: Menu | None = None
    apart: bool = False
    is_chosen: Callable[[Reach], bool] | None = None
