"""`Inspector`: a window beside the main one that looks into a network."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QSplitter, QWidget

from engine.counting import filled
from engine.inspection.graph_layout import GraphNode, Layout, layout
from engine.network.network import Network
from engine.session.session import Session
from gui.i18n.texts import network_title
from gui.inspector.graph_view import GraphView
from gui.inspector.layer_view import LayerView
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.notice import Notice
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.kit.widgets import icon_button, label, mark_with, name_widget, stand_out, within_screen
from gui.look.icons import phosphor
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.settings import Settings

SIZE, MIN_SIZE = (1180, 760), (900, 560)
PLACE = "inspector"
"""The names in the settings' ``splitters``: the window's size, and with ``_graph`` the graph's."""


class Inspector(Viewing, QDialog):
    """The graph of a network at the left, the chosen layer at the right.

    It follows the session's pane at a place; without a session it looks into the network that
    it is given.  The settings remember its size.
    """

    def __init__(
        self,
        parent: QWidget | None,
        settings: Settings,
        session: Session | None = None,
        place: int = 0,
        network: Network | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setMinimumSize(within_screen(self, QSize(*MIN_SIZE)))
        self.session, self.place = session, place
        self.settings = settings
        self.network = network if session is None else session.panes[place].network
        self._layout = Layout((), ())
        self._name = ""
        self._moved = False
        self._build()
        self._restore()
        if session is not None:
            self.subscribe(session.panes_changed, self._follow_panes)
            self.subscribe(session.weights_changed, self._follow_weights)
        if parent is not None:
            parent.installEventFilter(self)
        self.dress()

    def _build(self) -> None:
        self._title, self._total = label("heading", is_plain=True), label("dim")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more = label("caption", wraps=True)
        self.graph = GraphView()
        self.copy = icon_button(self._copy, 16)
        self.picture = icon_button(lambda: self.save(self.graph), 16)
        self.graph.chosen.connect(self.choose)
        self.notice = Notice()
        self.layer = LayerView(self.save)
        said = QWidget()  # room that is kept: what is said moves nothing
        sized(said.setFixedHeight, 38)
        row((self.notice, 1), of=said, margins=(0, 0, GAP, 0))
        left = QWidget()
        stand_out(left, "drawer")
        column(
            row((self._title, 1), self.copy, self.picture, margins=(0, 0, GAP, 0)),
            self._total,
            (self.graph, 1),
            self._more,
            said,
            of=left,
            margins=(2 * GAP, 2 * GAP - 4, 2, GAP),
        )
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.layer)
        self.splitter.setStretchFactor(1, 1)
        sized(self.splitter.setMinimumSize, *MIN_SIZE)
        area = scrolling(self.splitter)  # for large letters in a small window
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column((area, 1), of=self, spacing=0)

    # -- the network and its layers ----------------------------------------------

    def look_at(
        self, network: Network, name: str = "", part: str = "", *, learns: bool = False
    ) -> None:
        """Look into a network, at the call or input of that name; "" keeps the one of before,
        or takes the last recurrent layer.  For the part see `LayerView.show_node`.  One that
        ``learns`` is the one of before with other weights."""
        if network is not self.network and not learns:
            self.layer.forget()
        self.network = network
        before = self._layout
        self._layout = layout(network)
        if before.edges != self._layout.edges or _outline(before) != _outline(self._layout):
            self.graph.show_layout(self._layout)
            self._share()
        else:  # other weights: zoom and place stay
            self.graph.canvas.layout_ = self._layout
            self.graph.canvas.update()
        names = [node.name for node in self._layout.nodes]
        choice = name or self._name
        if choice not in names:
            recurrent = [node.name for node in self._layout.nodes if node.recurrent]
            choice = (recurrent or names or [""])[-1]
        self._say()
        self.choose(choice, part)

    def choose(self, name: str, part: str = "") -> None:
        """Show the call or the input of that name."""
        self._name = name
        self.graph.choose(name)
        assert self.network is not None
        self.layer.show_node(self.network, self.node, part)

    @property
    def node(self) -> GraphNode | None:
        """The chosen call or input."""
        return next((node for node in self._layout.nodes if node.name == self._name), None)

    def _follow_panes(self) -> None:
        """Another network in the pane, or other panes: a network that moved is followed."""
        assert self.session is not None
        if not (panes := self.session.panes):
            self.close()
            return
        places = [at for at, pane in enumerate(panes) if pane.network is self.network]
        if self.place not in places:
            self.place = places[0] if places else min(self.place, len(panes) - 1)
        if panes[self.place].network is not self.network:
            self.look_at(panes[self.place].network)
        else:
            self.restyle()

    def _follow_weights(self, place: int) -> None:
        """The network learns."""
        assert self.session is not None
        if place == self.place:
            self.look_at(self.session.panes[place].network, learns=True)

    # -- copying, saving, remembering --------------------------------------------

    def _copy(self) -> None:
        from engine.network.summary import summary

        if self.network is not None:
            QGuiApplication.clipboard().setText(summary(self.network).text())

    def save(self, widget: QWidget) -> None:
        """Ask for a file and write a picture of the widget into it."""
        from gui.export.dialogs import export_picture

        export_picture(self, self.settings, widget, self.notice)

    def _restore(self) -> None:
        remembered = self.settings.window.splitters
        size = remembered.get(PLACE, [])
        self.resize(within_screen(self, QSize(*(size if len(size) == 2 else SIZE))))
        sizes = remembered.get(f"{PLACE}_graph", [])
        self._moved = len(sizes) == 2
        if self._moved:
            self.splitter.setSizes(sizes)
        self.splitter.splitterMoved.connect(self._note_move)

    def _note_move(self, *_: object) -> None:
        self._moved = True

    def _share(self) -> None:
        """A wide graph gets more room, until the user has moved the handle."""
        if not self._moved:
            most = int(0.42 * self.width())
            left = max(240, min(self.graph.wanted_width() + 2 * GAP, most))
            self.splitter.setSizes([left, self.width() - left])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _remember(self) -> None:
        sizes = {PLACE: [self.width(), self.height()]}
        if self._moved:
            sizes[f"{PLACE}_graph"] = self.splitter.sizes()
        self.settings.window.splitters = self.settings.window.splitters | sizes

    def done(self, result: int) -> None:
        """Closed, by Esc or otherwise: follow the session no more."""
        self._remember()
        self.layer.stop()
        self.unsubscribe()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It closes with the main window, should that really close."""
        if watched is self.parent() and event.type() == QEvent.Type.Close:
            QTimer.singleShot(0, self, self._close_with)
        return super().eventFilter(watched, event)

    def _close_with(self) -> None:
        parent = self.parentWidget()
        if parent is not None and not parent.isVisible():
            self.close()

    # -- texts and colours -------------------------------------------------------

    def _say(self) -> None:
        if (network := self.network) is None:
            return
        self.setWindowTitle(self.tr("Inspector: {name}").format(name=network_title(network.name)))
        self._title.setText(network_title(network.name))
        self._title.setToolTip(tip(network_title(network.name)))
        count = filled(self.tr("{count} parameters"), {"count": f"{network.parameters:,}"})
        self._total.setText(" · ".join(part for part in (count, network.written_by) if part))
        left_out = self._layout.left_out
        notes = []
        if left_out:
            drawn, text = (
                len(self._layout.nodes),
                self.tr("The first {drawn} of {all} calls are drawn."),
            )
            notes.append(filled(text, {"drawn": drawn, "all": f"{drawn + left_out:,}"}))
        if any(edge.role == "state" for edge in self._layout.edges):
            notes.append(self.tr("A dashed line is an initial state."))
        self._more.setText(" ".join(notes))
        self._more.setVisible(bool(notes))

    def retranslate(self) -> None:
        """Set every text."""
        name_widget(self.copy, self.tr("Copy the summary as Keras prints it"))
        name_widget(self.picture, self.tr("Save a picture of the graph…"))
        self._say()

    def restyle(self) -> None:
        """Colour the icons; the name wears its pane's colour."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))
        self.picture.setIcon(phosphor("ph.image", color=theme().dim))
        colour = theme().dim if self.session is None else theme().networks[self.place % 3]
        mark_with(self._title, colour, 8, more="font-size: 16px; font-weight: 600;")


def _outline(drawn: Layout) -> list[tuple[str, float, int, str]]:
    return [
        (node.name, node.column, node.row, "" if node.layer is None else node.layer.kind)
        for node in drawn.nodes
    ]
