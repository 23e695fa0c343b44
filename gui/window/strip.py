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

if TYPE_CHECKING:  # imported when first shown: most sessions begin with the prediction
    from gui.explain.attribution_view import AttributionView
    from gui.explain.memory_view import MemoryView
    from gui.explain.strip_view import StripView


class Strip(QStackedWidget):
    """One of three views over the time axis, as `Explaining.asked` says.

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
            services.session, services.display, services.class_names, self._new_title()
        )
        self._views: dict[str, PredictionView | StripView] = {"prediction": self.prediction}
        self.addWidget(self.prediction)
        self._explaining.changed.connect(self._show)

    def _new_title(self) -> StripTitle:
        title = StripTitle(self._explaining)
        title.about_asked.connect(self.about_asked)
        return title

    @cached_property
    def attribution(self) -> AttributionView:
        """What each word did; built when first shown."""
        from gui.explain.attribution_view import AttributionView

        services = self._services
        return AttributionView(
            services.session,
            self._explaining,
            services.display,
            self._new_title(),
            services.strongest,
            services.class_names.of,
        )

    @cached_property
    def memory(self) -> MemoryView:
        """What is remembered; built when first shown."""
        from gui.explain.memory_view import MemoryView

        services = self._services
        return MemoryView(services.session, self._explaining, services.display, self._new_title())

    @property
    def shown(self) -> PredictionView | StripView:
        """The view of the moment."""
        name = self._explaining.asked.strip
        if name not in self._views:
            view = self._views[name] = self.attribution if name == "attribution" else self.memory
            self.addWidget(view)
            view.begin()
        return self._views[name]

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        return self.shown.need

    def minimumSizeHint(self) -> QSize:
        """That of the view of the moment; Qt would ask for the largest of all."""
        return self.shown.minimumSizeHint()

    def _show(self) -> None:
        is_another = self.currentWidget() is not self.shown
        self.setCurrentWidget(self.shown)
        self.need_changed.emit()
        if is_another:
            self.chosen.emit()
