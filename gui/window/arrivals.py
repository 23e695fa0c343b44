"""`Arrivals`: what is said and done when a model has been opened, or could not be watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.errors import GatescopeError
from engine.library import entry_of
from engine.network.network import Network
from gui.i18n.errors import explain

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class Arrivals(QObject):
    """Greets networks from files: says what cannot be replayed, offers their layers, and gives
    them something that they can read.

    Args:
        window: whose opener brings them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.opener.opened.connect(self.greet)
        window.opener.refused.connect(self.refuse)

    def greet(self, network: Network) -> None:
        """Say what there is to know about a network in the focused pane, and let it read."""
        window = self._window
        window.read_for(network)
        place = window.session.focus
        several = len(network.recurrent)
        if network.refusal is not None:
            text = self.tr("{name} is shown up to here: {reason}").format(
                name=network.name, reason=explain(network.refusal)
            )
            window.notice.show_offer(text, self.tr("Inspect"), lambda: window.inspect(place))
        elif network.notes:
            text = "\n".join(explain(note) for note in network.notes)
            window.notice.show_offer(text, self.tr("Inspect"), lambda: window.inspect(place))
        elif several <= 1 or entry_of(network.path) is not None:
            if window.notice.kind == "info":
                window.notice.clear()  # it was about another network
        else:
            text = self.tr("{name} has {count} recurrent layers; {layer} is shown.").format(
                name=network.name, count=several, layer=window.session.panes[place].layer
            )
            window.notice.show_offer(
                text, self.tr("Choose layers…"), lambda: window.choose_layers(place)
            )

    def refuse(self, network: Network, error: GatescopeError) -> None:
        """Say why there is nothing to watch in a network, and offer to look into it."""
        self._window.notice.show_error(
            error, self.tr("Show its layers"), lambda: self._window.inspect_network(network)
        )
