"""`ShadeButton`: which signal colours the words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.replay.cells.registry import series_of
from engine.session.pane import LENT, Shade
from engine.session.session import Session
from gui.kit.menus import empty
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.look.meanings import meaning, series_meaning, series_name
from gui.naming import pane_names, pane_titles


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
        self.subscribe(session.panes_changed, self.show_shade)

    def show_shade(self) -> None:
        """Say the signal in use."""
        self.setText(self.tr("colour: %s") % shade_name(self._session) + "  ▾")
        self.setToolTip(tip(f"{meaning('shade')}\n{self._says()}"))
        self.setAccessibleName(self.text())

    def _says(self) -> str:
        """What the signal in use is, "" for none."""
        shade = self._session.shade
        if not shade.is_series or shade.pane >= len(self._session.panes):
            return ""
        return series_meaning(self._session.panes[shade.pane].shown.kind, shade.key)

    def _fill(self) -> None:
        empty(self._menu)
        titles = pane_titles(self._session)
        self._add(self._menu, self.tr("No colour"), Shade())
        for place, pane in enumerate(self._session.panes):
            self._menu.addSeparator()
            self._menu.addAction(titles[place].replace("&", "&&")).setEnabled(False)
            self._add(self._menu, self.tr("change of the prediction"), Shade(place, "change"))
            for key in LENT:
                self._add(self._menu, _lent_name(key), Shade(place, key))
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


def shade_name(session: Session) -> str:
    """The signal that colours the words: ``LSTM(8) c · unit 1``."""
    shade = session.shade
    if shade.key == "none" or shade.pane >= len(session.panes):
        return _tr("none")
    name, pane = pane_names(session)[shade.pane], session.panes[shade.pane]
    if shade.key == "change":
        return f"{name} · " + _tr("change of the prediction")
    if shade.key in LENT:
        return f"{name} · " + _lent_name(shade.key)
    unit = pane.units[0] if shade.unit is None else shade.unit
    return f"{name} {shade.key} · " + _tr("unit {unit}").format(unit=unit + 1)


def _lent_name(key: str) -> str:
    return _tr("what each word did") if key == "attribution" else _tr("what is still felt")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShadeButton", text)
