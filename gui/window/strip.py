"""`Strip`: under the words, the prediction so far, what each word did, or what is remembered."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from gui.explain.attribution_view import AttributionView
from gui.explain.memory_view import MemoryView
from gui.explain.strip_title import StripTitle
from gui.kit.need import Need
from gui.panes.prediction import PredictionView
from gui.services import Services


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
        session, explaining = services.session, services.explaining
        self._explaining = explaining
        titles = [StripTitle(explaining) for _ in range(3)]
        for title in titles:
            title.about_asked.connect(self.about_asked)
        self.prediction = PredictionView(session, services.display, services.class_names, titles[0])
        self.attribution = AttributionView(
            session,
            explaining,
            services.display,
            titles[1],
            services.strongest,
            services.class_names.of,
        )
        self.memory = MemoryView(session, explaining, services.display, titles[2])
        self._views: dict[str, PredictionView | AttributionView | MemoryView] = {
            "prediction": self.prediction,
            "attribution": self.attribution,
            "memory": self.memory,
        }
        for view in self._views.values():
            self.addWidget(view)
        explaining.changed.connect(self._show)

    @property
    def shown(self) -> PredictionView | AttributionView | MemoryView:
        """The view of the moment."""
        return self._views[self._explaining.asked.strip]

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
