"""`LayersDialog`: which recurrent layers of a network fill the panes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from engine.counting import filled
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.i18n.texts import network_title
from gui.kit.asking import ok_and_cancel
from gui.kit.layouts import column
from gui.kit.view import Viewing
from gui.kit.widgets import label, open_at
from gui.look.theme import GAP


class LayersDialog(Viewing, QDialog):
    """A list of the recurrent layers of a pane's network, one to three of which are ticked.

    It closes when the pane shows a network with other layers, or is gone.
    """

    def __init__(self, parent: QWidget | None, session: Session, place: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._place = session, place
        network = session.panes[place].network
        self.setWindowTitle(self.tr("Layers in the panes"))
        note = self.tr("Tick one to {most} layers; each gets a pane of its own.")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("recurrent layers"))
        shown = {pane.layer for pane in session.panes if pane.network is network}
        self._layers = [layer.name for layer in network.recurrent]
        for layer in network.recurrent:
            text = filled(
                self.tr("{layer}: {kind}, {units} units"),
                {"layer": layer.name, "kind": layer.written_as or layer.kind, "units": layer.units},
            )
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, layer.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = layer.name in shown
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(self._check)
        self.list.setCurrentRow(0)
        self.buttons = ok_and_cancel(self, self.tr("Show"), self.tr("Cancel"))
        column(
            label("heading", network_title(network.name)),
            label("dim", filled(note, {"most": MAX_PANES}), wraps=True),
            self.list,
            self.buttons,
            of=self,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        open_at(self, 420, 320)
        self._check()
        self.subscribe(session.panes_changed, self._follow)
        self.finished.connect(self.unsubscribe)

    def ticked(self) -> list[str]:
        """The names of the ticked layers, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def accept(self) -> None:
        """Fill the panes."""
        self.unsubscribe()
        self._session.show_layers(self._place, self.ticked())
        super().accept()

    def _follow(self) -> None:
        panes = self._session.panes
        layers = panes[self._place].network.recurrent if self._place < len(panes) else ()
        if [layer.name for layer in layers] != self._layers:
            self.reject()

    def _check(self) -> None:
        count = len(self.ticked())
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(1 <= count <= MAX_PANES)
        tip = self.tr("At most {most}").format(most=MAX_PANES)
        ok.setToolTip("" if count <= MAX_PANES else tip)
