"""The menu of a pane: which network reads here, and which of its layers is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine.counting import filled
from engine.library import bundled
from engine.network.network import Network
from engine.network.nonlinearity import chosen
from engine.network.together import shown_name
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.i18n.texts import network_title
from gui.models.opener import ModelOpener


class NetworkMenu(QMenu):
    """The menu of the pane at a place; it deletes itself when it closes.

    Library, recent files, layers of a stacked model, and the pane itself.

    Signals:
        inspect_asked(): look into the network.
        layers_asked(): choose which of its layers fill the panes.
        names_asked(): choose what its classes are called.
    """

    inspect_asked = Signal()
    layers_asked = Signal()
    names_asked = Signal()

    def __init__(self, parent: QWidget, session: Session, opener: ModelOpener, place: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._opener, self._place = session, opener, place
        pane = session.panes[place]
        if len(pane.network.recurrent) > 1:
            self._add_layers()
        self._add_library(self, add=False)
        self.addSeparator()
        if recent := opener.recent():
            menu = self.addMenu(self.tr("Recent files"))
            for path in recent:
                action = menu.addAction(_plain(shown_name(path)), partial(opener.open, path, place))
                action.setToolTip(str(path))
        self.addAction(self.tr("Open model…"), lambda: opener.ask(parent, place))
        self.addSeparator()
        self.addAction(self.tr("Inspect…"), self.inspect_asked.emit)
        if len(pane.network.recurrent) > 1:
            self.addAction(self.tr("Layers in the panes…"), self.layers_asked.emit)
        if pane.trace is not None and pane.trace.prediction.ndim == 2:
            self.addAction(self.tr("Names of the classes…"), self.names_asked.emit)
        if chosen(pane.network):
            self._add_choice(pane.network)
        self.addSeparator()
        if len(session.panes) < MAX_PANES:
            self._add_library(self.addMenu(self.tr("Add a pane with")), add=True)
        if len(session.panes) > 1:
            self.addAction(self.tr("Close this pane"), lambda: session.remove_pane(place))

    def _add_layers(self) -> None:
        pane = self._session.panes[self._place]
        self.addSection(self.tr("Layer"))
        group = QActionGroup(self)
        for layer in pane.network.recurrent:
            text = filled(
                self.tr("{layer}, {units} units"), {"layer": layer.name, "units": layer.units}
            )
            show = partial(self._session.show_layer, self._place, layer.name)
            action = group.addAction(self.addAction(_plain(text), show))
            action.setCheckable(True)
            action.setChecked(layer.name == pane.layer)
        self.addSection(self.tr("Network"))

    def _add_choice(self, network: Network) -> None:
        menu = self.addMenu(self.tr("Activation of the RNN"))
        group = QActionGroup(menu)
        for name in ("tanh", "relu"):
            choose = partial(self._opener.choose_nonlinearity, network, name)
            action = group.addAction(menu.addAction(name, choose))
            action.setCheckable(True)
            action.setChecked(name == chosen(network))

    def _add_library(self, menu: QMenu, *, add: bool) -> None:
        group = QActionGroup(menu)
        shown, place = self._session.panes[self._place].network.path, None if add else self._place
        for entry in bundled():
            show = partial(self._opener.open, entry.path, place, add)
            action = menu.addAction(_plain(network_title(entry.title)), show)
            if not add:
                action.setCheckable(True)
                action.setChecked(entry.path == shown)
                group.addAction(action)
        if add:
            menu.addSeparator()
            ask = partial(self._opener.ask, self.parentWidget(), None, True)
            menu.addAction(self.tr("Open model…"), ask)


def _plain(text: str) -> str:
    """An ampersand in a file name is no mnemonic."""
    return text.replace("&", "&&")
