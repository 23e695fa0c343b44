"""`Drawers`: the drawer beside the rail, in which one place at a time is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.kit.drawer import Drawer
from gui.kit.layouts import column
from gui.kit.view import follow_now
from gui.kit.widgets import stand_out
from gui.places import EXPLAIN, PLACES, TRAIN, Panel, PlaceRow, Requests
from gui.services import Services


class Drawers(QWidget):
    """Makes the panels of the places when they are first opened, and shows one of them.

    Tells when another place is open, or none, or it has another width.
    """

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        stand_out(self, "drawer")
        self._services = services
        self.requests = Requests(self)
        self.requests.widen.connect(self._widen)
        self.requests.train.connect(self._offer_training)
        self.requests.close.connect(lambda: self.show_place(""))
        self._panels: dict[str, Drawer] = {}
        self._is_wide = False
        self.is_over = False  # wherever there is none
        self._column = column(of=self, spacing=6)
        self.hide()

    @property
    def place(self) -> PlaceRow[Drawer] | None:
        """The open place."""
        name = self._services.settings.window.drawer
        return next((place for place in PLACES if place.name == name), None)

    @property
    def is_alone(self) -> bool:
        """Whether the drawer has the whole width, and the review none."""
        place = self.place
        if place is None or place.name not in self._panels:
            return False
        return place.is_alone or (self._is_wide and place is TRAIN)

    @property
    def lies_over(self) -> bool:
        """Whether the open drawer lies over what stands beside it."""
        return self.place is not None and self.is_over

    def show_place(self, name: str) -> None:
        """Open a place by its name, or close the drawer with ""."""
        place = next((place for place in PLACES if place.name == name), None)
        if place is not None and name not in self._panels:
            self._panels[name] = place.make(self._services, self.requests)
            self._column.addWidget(self._panels[name])
        for other, panel in self._panels.items():
            panel.setVisible(other == name)
        if place is not None:
            follow_now(self)  # the width that it wants is asked for before it is seen
        self._services.settings.window.drawer = "" if place is None else name
        self.setVisible(place is not None)
        self.changed.emit()

    def open_part(self, path: str) -> None:
        """Open a place by its name and, behind it, what is open there, as ``train/data``."""
        name, *parts = path.split("/")
        self.show_place(name)
        if name in self._panels:
            self._panels[name].open_part(parts)

    def toggle(self, name: str) -> None:
        """Open a place, or close it if it is open."""
        self.ask("" if self._services.settings.window.drawer == name else name)

    def ask(self, name: str) -> None:
        """The user opens a place, or closes it with ""."""
        self.show_place(name)
        if name == EXPLAIN.name:
            self._services.explaining.suggest_strip("attribution")

    def open(self, place: PlaceRow[Panel]) -> Panel:
        """The panel of a place, which is opened."""
        self.show_place(place.name)
        return self._panels[place.name]  # type: ignore[return-value]  # made by this place

    def panel(self, place: PlaceRow[Panel]) -> Panel | None:
        """The panel of a place, if it has ever been open."""
        return self._panels.get(place.name)  # type: ignore[return-value]

    def _offer_training(self, tab: str, recipe: str) -> None:
        panel = self.open(TRAIN)
        if recipe:
            panel.editor.start_from(recipe)
        panel.open_part(tab.split("/"))
        panel.setFocus()

    def show_runs(self) -> None:
        """Open the table of runs."""
        self.open(TRAIN).show_tab("runs")

    @property
    def shows_runs(self) -> bool:
        """Whether the user is looking at the table of runs."""
        return self.place is TRAIN and self._services.settings.training.tab == "runs"

    def _widen(self, wide: bool) -> None:
        """Give the training the whole width, or its place beside the review again."""
        self._is_wide = wide
        self.changed.emit()
        if wide:
            self._panels[TRAIN.name].setFocus()  # what had the keys is out of sight
        self.requests.leave.emit()

    def stop(self) -> None:
        """End the panels' work; the window closes."""
        for panel in self._panels.values():
            panel.stop()
