"""Opening the inspector: of a pane, or of a network that takes none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.inspection.graph_layout import layout
from engine.network.network import Network
from engine.session.session import Session
from gui.inspector.window import Inspector
from gui.settings import Settings


def open_inspector(
    parent: QWidget | None,
    settings: Settings,
    session: Session,
    place: int,
    layer: str | None = None,
) -> Inspector:
    """Look into the network of the pane at a place, in the inspector that is open already if
    there is one; at a traced layer or a call by its name, None for the one that is shown."""
    pane = session.panes[place]
    opened = [] if parent is None else parent.findChildren(Inspector)
    opened = [each for each in opened if each.session is session and each.isVisible()]
    window = opened[0] if opened else Inspector(parent, settings, session, place)
    window.place = place
    name = pane.layer if layer is None else layer
    calls = [call.name for call in pane.network.calls]
    part = ""
    if name not in calls and "/" in name:  # one way of a Bidirectional
        name, part = name.rsplit("/", maxsplit=1)
    window.look_at(pane.network, name, part)
    window.restyle()
    return _shown(window)


def open_inspector_for(parent: QWidget | None, settings: Settings, network: Network) -> Inspector:
    """Look into a network that takes no pane, since nothing in it can be replayed."""
    window = Inspector(parent, settings, network=network)
    refused = [
        node.name
        for node in layout(network).nodes
        if node.layer is not None and node.layer.refused is not None
    ]
    window.look_at(network, refused[0] if refused else "")
    return _shown(window)


def _shown(window: Inspector) -> Inspector:
    window.show()
    window.raise_()
    window.activateWindow()
    window.graph.canvas.setFocus()
    return window
