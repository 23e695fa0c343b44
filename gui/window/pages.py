"""`Pages`: the panes, or a page in their place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from gui.kit.need import Need
from gui.kit.page import CentrePage, PageRow
from gui.services import Services
from gui.survey.pages import SURVEY_PAGES
from gui.window.dialogs import Dialogs
from gui.window.page_rows import CENTRE_PAGES
from gui.window.pane_row import PaneRow

if TYPE_CHECKING:
    from gui.explain.page import PageContext
    from gui.survey.page import SurveyContext


class Pages(QStackedWidget):
    """Builds a page when it is first opened, and shows one thing at a time.

    Signals:
        need_changed(): what is shown wants another height.
        place_asked(str): open this place of the window, and its part.
    """

    need_changed = Signal()
    place_asked = Signal(str)

    def __init__(self, services: Services, dialogs: Dialogs, panes: PaneRow) -> None:
        super().__init__()
        self._services, self._dialogs, self.panes = services, dialogs, panes
        self._explaining = services.explaining
        self._pages: dict[str, CentrePage] = {}
        self.addWidget(panes)
        self._explaining.page_changed.connect(self.show_page)

    @property
    def page(self) -> CentrePage | None:
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
        row = next((row for row in CENTRE_PAGES if row.name == name), None)
        if row is not None and name not in self._pages:
            self._pages[name] = self._built(row)
        self.setCurrentWidget(self.page or self.panes)
        self.need_changed.emit()

    def _built(self, row: PageRow[Any]) -> CentrePage:
        page = row.make(self._survey if row in SURVEY_PAGES else self._context)
        page.closed.connect(self._close)
        page.place_asked.connect(self.place_asked)
        page.need_changed.connect(self.need_changed)
        page.about_asked.connect(lambda: self._dialogs.show_guide(row.guide))
        page.export_asked.connect(lambda: self._dialogs.export_page(page, row.name))
        self.addWidget(page)
        return page

    @cached_property
    def _context(self) -> PageContext:
        from gui.explain.page import PageContext

        of = self._services
        return PageContext(of.session, of.explaining, of.display, of.class_names.of)

    @cached_property
    def _survey(self) -> SurveyContext:
        from gui.survey.page import SurveyContext

        return SurveyContext(self._services.session, self._services.surveying)

    def _close(self) -> None:
        self._explaining.page = ""
