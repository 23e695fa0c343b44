"""`Strip`: under the words, the prediction so far, what each word did, or what is remembered."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from gui.explain.strip_title import StripTitle
from gui.kit.need import Need
from gui.panes.prediction import PredictionView
from gui.services import Services

if TYPE_CHECKING:
    from gui.explain.attribution_view import AttributionView
    from gui.explain.memory_view import MemoryView


class Strip(QStackedWidget):
    """One of three views over the time axis, as `Explaining.asked` says; those that explain are
    built when they are first wanted.

    Signals:
        need_changed(): it wants another height.
        chosen(): another view is shown.
        about_asked(str): open the guide at this page.
    """

    need_changed = Signal()
    chosen = Signal()
    about_asked = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._explaining = services, services.explaining
        self.prediction = PredictionView(
            services.session, services.display, services.class_names, self._title()
        )
        self.shown: PredictionView | AttributionView | MemoryView = self.prediction
        """The view of the moment."""
        self.addWidget(self.prediction)
        self._explaining.changed.connect(self._show)

    @cached_property
    def attribution(self) -> AttributionView:
        """What each word did."""
        from gui.explain.attribution_view import AttributionView

        of = self._services
        view = AttributionView(
            of.session,
            of.explaining,
            of.display,
            self._title(),
            of.strongest,
            of.class_names.of,
        )
        self.addWidget(view)
        return view

    @cached_property
    def memory(self) -> MemoryView:
        """What is remembered."""
        from gui.explain.memory_view import MemoryView

        of = self._services
        view = MemoryView(of.session, of.explaining, of.display, self._title())
        self.addWidget(view)
        return view

    def _title(self) -> StripTitle:
        title = StripTitle(self._explaining)
        title.about_asked.connect(self.about_asked)
        return title

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        return self.shown.need

    def minimumSizeHint(self) -> QSize:
        """That of the view of the moment; Qt would ask for the largest of all."""
        return self.shown.minimumSizeHint()

    def _show(self) -> None:
        before, name = self.shown, self._explaining.asked.strip
        if name == "prediction":
            self.shown = self.prediction
        else:
            self.shown = self.attribution if name == "attribution" else self.memory
        self.setCurrentWidget(self.shown)
        self.need_changed.emit()
        if self.shown is not before:
            self.chosen.emit()
