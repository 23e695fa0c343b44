"""`ShadeButton`: which signal colours the words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from engine.replay.cells.registry import series_of
from engine.session.pane import LENT, Shade
from engine.session.session import Session
from gui.i18n.context import translator
from gui.kit.menus import empty
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.look.meanings import meaning, series_meaning, series_name
from gui.look.scale import UNBOUNDED
from gui.naming import pane_names, pane_titles

_tr = translator("ShadeButton")


class ShadeButton(Viewing, QToolButton):
    """A button that says the signal, with a menu of every series of every pane."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._room, self._short = UNBOUNDED, ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.subscribe(session.shade_changed, self.show_shade)
        self.subscribe(session.panes_changed, self.show_shade)

    def show_shade(self) -> None:
        """Say the signal in use."""
        whole, short = shade_name(self._session), shade_name(self._session, of_network=False)
        texts = [self.tr("colour: %s") % each + "  ▾" for each in (whole, short)]
        self._short = texts[-1]
        self.setText(texts[0] if self._width_with(texts[0]) <= self._room else texts[-1])
        self.setToolTip(tip("\n".join((texts[0].rstrip(" ▾"), meaning("shade"), self._says()))))
        self.setAccessibleName(texts[0])

    def fit(self, room: int) -> None:
        """Leave out whose signal it is, where so many pixels are not enough for all."""
        if room != self._room:
            self._room = room
            self.show_shade()

    def minimumSizeHint(self) -> QSize:
        """Without the network's name; measured when it is asked for, as another style sheet has
        another room around the text."""
        return QSize(self._width_with(self._short), super().minimumSizeHint().height())

    def _width_with(self, text: str) -> int:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        return metrics.horizontalAdvance(text) + around

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
            attends = pane.trace is not None and bool(pane.trace.attention)
            for key in (key for key in LENT if key != "attention" or attends):
                self._add(self._menu, _lent_name(key), Shade(place, key))
            for series in series_of(pane.shown):
                branch = self._menu.addMenu(f"{series.symbol}   {series_name(series.key)}")
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


def shade_name(session: Session, *, of_network: bool = True) -> str:
    """The signal that colours the words: ``LSTM(8) c · unit 1``, with or without the network."""
    shade = session.shade
    if shade.key == "none" or shade.pane >= len(session.panes):
        return _tr("none")
    pane = session.panes[shade.pane]
    if shade.key == "change" or shade.key in LENT:
        signal = _tr("change of the prediction") if shade.key == "change" else _lent_name(shade.key)
        apart = " · "
    else:
        unit = pane.units[0] if shade.unit is None else shade.unit
        signal = f"{shade.key} · " + _tr("unit {unit}").format(unit=unit + 1)
        apart = " "
    return pane_names(session)[shade.pane] + apart + signal if of_network else signal


def _lent_name(key: str) -> str:
    names = {
        "attribution": _tr("what each word did"),
        "felt": _tr("what is still felt"),
        "attention": _tr("attention of this step"),
    }
    return names[key]
