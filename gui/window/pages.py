"""`Pages`: the panes, or a page that explains in their place."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from gui.explain.page import Page, PageContext
from gui.explain.pages import PAGES, PageRow
from gui.kit.need import Need
from gui.services import Services
from gui.window.dialogs import Dialogs
from gui.window.pane_row import PaneRow


class Pages(QStackedWidget):
    """Builds a page when it is first opened, and shows one thing at a time."""

    def __init__(self, services: Services, dialogs: Dialogs, panes: PaneRow) -> None:
        super().__init__()
        self._explaining, self._dialogs, self.panes = services.explaining, dialogs, panes
        self._context = PageContext(
            services.session, services.explaining, services.display, services.class_names.of
        )
        self._pages: dict[str, Page] = {}
        self.addWidget(panes)
        self._explaining.page_changed.connect(self.show_page)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None for the panes."""
        return self._pages.get(self._explaining.page)

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        return self.panes.need if self.page is None else self.page.need

    @property
    def min_width(self) -> int:
        """The least width."""
        return self.panes.min_width if self.page is None else self.page.min_width

    def minimumSizeHint(self) -> QSize:
        """That of what is shown; Qt would ask for the largest of all."""
        return (self.page or self.panes).minimumSizeHint()

    def show_page(self, name: str) -> None:
        """Show a page by its name, or the panes with ""."""
        row = next((row for row in PAGES if row.name == name), None)
        if row is None:
            self.setCurrentWidget(self.panes)
            return
        if name not in self._pages:
            self._pages[name] = self._built(row)
        self.setCurrentWidget(self._pages[name])

    def _built(self, row: PageRow) -> Page:
        page = row.make(self._context)
        page.closed.connect(self._close)
        page.about_asked.connect(lambda: self._dialogs.show_guide(row.guide))
        page.export_asked.connect(lambda: self._dialogs.export_page(page, row.name))
        self.addWidget(page)
        return page

    def _close(self) -> None:
        self._explaining.page = ""
