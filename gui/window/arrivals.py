"""`Arrivals`: what is said and done when a model has been opened, or could not be watched."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.errors import GatescopeError
from engine.library import entry_of
from engine.network.network import Network
from gui.i18n.texts import explain
from gui.kit.notice import Notice
from gui.services import Services
from gui.window.dialogs import Dialogs
from gui.window.opening import Opening


class Arrivals(QObject):
    """Greets networks from files: says what cannot be replayed, offers their layers, and gives
    them something that they can read.
    """

    def __init__(
        self,
        services: Services,
        opening: Opening,
        notice: Notice,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._opening = services.session, opening
        self._notice, self._dialogs = notice, dialogs
        services.opener.opened.connect(self.greet)
        services.opener.refused.connect(self.refuse)

    def greet(self, network: Network) -> None:
        """Say what there is to know about a network in the focused pane, and let it read."""
        self._opening.read_for(network)
        place = self._session.focus
        several = len(network.recurrent)
        if network.refusal is not None:
            text = self.tr("{name} is shown up to here: {reason}").format(
                name=network.name, reason=explain(network.refusal)
            )
        elif network.notes:
            text = "\n".join(explain(note) for note in network.notes)
        elif several > 1 and entry_of(network.path) is None:
            text = self.tr("{name} has {count} recurrent layers; {layer} is shown.").format(
                name=network.name, count=several, layer=self._session.panes[place].layer
            )
            self._notice.show_offer(
                text, self.tr("Choose layers…"), lambda: self._dialogs.choose_layers(place)
            )
            return
        else:
            if self._notice.kind == "info":
                self._notice.clear()  # it was about another network
            return
        self._notice.show_offer(text, self.tr("Inspect"), lambda: self._dialogs.inspect(place))

    def refuse(self, network: Network, error: GatescopeError) -> None:
        """Say why there is nothing to watch in a network, and offer to look into it."""
        self._notice.show_error(
            error, self.tr("Show its layers"), lambda: self._dialogs.inspect_network(network)
        )
