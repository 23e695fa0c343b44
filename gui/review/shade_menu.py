"""`ShadeButton`: which signal colours the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.replay.cells.registry import series_of
from engine.session.pane import Shade
from engine.session.session import Session
from gui.kit.view import Viewing
from gui.look.series_names import series_name


class ShadeButton(Viewing, QToolButton):
    """A button that says the signal, with a menu of every series of every pane."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.subscribe(session.shade_changed, self.show_shade)

    def show_shade(self) -> None:
        """Say the signal in use."""
        self.setText(self.tr("colour: %s") % self._words(self._session.shade) + "  ▾")
        self.setToolTip(self.tr("Choose the signal that colours the words"))
        self.setAccessibleName(self.text())

    def _words(self, shade: Shade) -> str:
        if shade.key == "none" or shade.pane >= len(self._session.panes):
            return self.tr("none")
        pane = self._session.panes[shade.pane]
        if shade.key == "change":
            return f"{pane.network.name} · " + self.tr("change of the prediction")
        unit = pane.units[0] if shade.unit is None else shade.unit
        return f"{pane.network.name} {shade.key} · " + self.tr("unit {unit}").format(unit=unit + 1)

    def _fill(self) -> None:
        self._menu.clear()
        self._add(self._menu, self.tr("No colour"), Shade())
        for place, pane in enumerate(self._session.panes):
            self._menu.addSeparator()
            self._menu.addAction(pane.network.name).setEnabled(False)
            self._add(self._menu, self.tr("change of the prediction"), Shade(place, "change"))
            for series in series_of(pane.shown):
                title = f"{series.symbol}   {series_name(series.key)}"
                branch = self._menu.addMenu(title)
                self._add(branch, self.tr("the chosen unit"), Shade(place, series.key))
                branch.addSeparator()
                for unit in range(min(pane.shown.units, 64)):
                    text = self.tr("unit {unit}").format(unit=unit + 1)
                    self._add(branch, text, Shade(place, series.key, unit))

    def _add(self, menu: QMenu, text: str, shade: Shade) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(shade == self._session.shade)
        action.triggered.connect(lambda: setattr(self._session, "shade", shade))
