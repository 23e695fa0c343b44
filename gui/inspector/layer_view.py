"""`LayerView`: one layer of a network: its facts, weights, spectrum and options."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QWidget

from engine.counting import filled
from engine.inspection.graph_layout import GraphNode
from engine.inspection.weight_matrices import gate_weights, matrices
from engine.network.network import Layer, Network
from gui.i18n.texts import explain
from gui.inspector.chips import Chip, Chips
from gui.inspector.options_page import OptionsPage
from gui.inspector.spectrum_page import SpectrumPage
from gui.inspector.weight_names import gate_names, part_name, shape_text, way_of
from gui.inspector.weights_page import WeightsPage
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme

WEIGHTS, SPECTRUM, OPTIONS = 0, 1, 2


class LayerView(View):
    """Follows `show_node`; what was chosen (page, way, weight, gate) stays where it fits.  What
    it is given writes a picture of a widget."""

    def __init__(self, save: Callable[[QWidget], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network: Network | None = None
        self._node: GraphNode | None = None
        self._part = ""
        self._gate = ""
        self._page = WEIGHTS
        self._showing = False
        self._build(save)
        self.dress()

    def _build(self, save: Callable[[QWidget], object]) -> None:
        self.name, self.facts = label("heading", is_plain=True), label("dim", is_plain=True)
        self.refusal = label("warning", wraps=True, is_plain=True)
        for text in (self.name, self.facts, self.refusal):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.copy = icon_button(self._copy, 16)
        self.picture = icon_button(lambda: save(self), 16)
        self.parts, self.gates = Chips(), Chips()
        self.parts.chosen.connect(self._choose_part)
        self.gates.chosen.connect(self.choose_gate)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for _ in range(3):
            self.tabs.addTab("")
        self.weights, self.spectrum, self.options = WeightsPage(), SpectrumPage(), OptionsPage()
        self.weights.gate_asked.connect(self._open_gate)
        self.spectrum.gate_asked.connect(self._open_gate)
        self.pages = QStackedWidget()
        for page in (self.weights, self.spectrum, self.options):
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        column(
            row((self.name, 1), self.copy, self.picture),
            self.facts,
            self.refusal,
            self.parts,
            row(self.tabs, None, self.gates, spacing=2 * GAP),
            (self.pages, 1),
            of=self,
            margins=(2 * GAP, 2 * GAP - 4, 2 * GAP, 2 * GAP),
        ).setAlignment(self.parts, Qt.AlignmentFlag.AlignLeft)

    # -- what is shown -----------------------------------------------------------

    def show_node(self, network: Network, node: GraphNode | None, part: str = "") -> None:
        """Show a call or an input of a network, None for nothing; ``part`` is "forward" or
        "backward" of a Bidirectional, "" for the one of before."""
        self._network, self._node = network, node
        if part:
            self._part = part
        self._show()

    def forget(self) -> None:
        """Show nothing of the network of before: another comes, whose layers may have the same
        names."""
        self.weights.stop()
        self.spectrum.forget()

    def stop(self) -> None:
        """End what is computed beside the window, which closes."""
        self.weights.stop()
        self.spectrum.stop()

    @property
    def inner(self) -> tuple[Layer, ...]:
        """What the node's layer is made of: what it wraps, or itself."""
        layer = None if self._node is None else self._node.layer
        return () if layer is None else layer.inner or (layer,)

    @property
    def layer(self) -> Layer | None:
        """The layer whose weights are shown."""
        inner = self.inner
        chosen = (each for each in inner if way_of(each) == self._part)
        return next(chosen, inner[0] if inner else None)

    @property
    def gate(self) -> str:
        """The chosen gate, "" for all."""
        gates = gate_weights(self.layer) if self.layer is not None else {}
        return self._gate if self._gate in gates else ""

    def choose_gate(self, gate: str) -> None:
        """Show one gate, or all for ""."""
        self._gate = "" if gate == "all" else gate
        self._show()

    def _open_gate(self, gate: str) -> None:
        """A press on one of several shows it alone."""
        if gate and not self.gate:
            self.choose_gate(gate)

    def _choose_part(self, part: str) -> None:
        self._part = part
        self._show()

    def _turn(self, page: int) -> None:
        if not self._showing:
            self._page = page
        self.pages.setCurrentIndex(page)
        self._show_gates()

    def _show(self) -> None:
        network, layer = self._network, self.layer
        if network is None:
            return
        self._say()
        self._show_parts()
        recurrent = layer is not None and bool(gate_weights(layer))
        self._show_tabs(layer is not None and bool(matrices(layer)), recurrent)
        self._show_gates()
        self.weights.show_layer(network, layer, self.gate)
        self.spectrum.show_layer(layer if recurrent else None, self.gate)
        self.options.show_layer(self._node, layer)

    def _show_tabs(self, weights: bool, recurrent: bool) -> None:
        """Only the pages that have something; the user's own comes back where it has."""
        self._showing = True
        there = {WEIGHTS: weights, SPECTRUM: recurrent, OPTIONS: True}
        for page, has_content in there.items():
            self.tabs.setTabVisible(page, has_content)
        others = [page for page, has_content in there.items() if has_content]
        self.tabs.setCurrentIndex(self._page if there[self._page] else others[0])
        self._showing = False

    def _show_parts(self) -> None:
        chips = [Chip(way_of(each), part_name(each)) for each in self.inner]
        self.parts.show_chips(chips, "" if self.layer is None else way_of(self.layer))

    def _show_gates(self) -> None:
        layer = self.layer
        gates = gate_weights(layer) if layer is not None else {}
        if len(gates) < 2 or layer is None or self.tabs.currentIndex() == OPTIONS:
            self.gates.show_chips((), "")
            return
        names = gate_names(layer)
        chips = [
            Chip("all", self.tr("all gates")),
            *(Chip(key, key, names[key][1], names[key][0]) for key in gates),
        ]
        self.gates.show_chips(chips, self.gate or "all")

    # -- texts -------------------------------------------------------------------

    def _say(self) -> None:
        node = self._node
        self.name.setText("" if node is None else node.name)
        self.facts.setText("" if node is None else self._facts(node))
        self.facts.setVisible(node is not None)
        reason = ""
        if node is not None and node.layer is not None and node.layer.refused is not None:
            reason = explain(node.layer.refused)
        elif node is not None and not node.reached:
            reason = self.tr(
                "This layer lies behind one that cannot be replayed, so it has no trace."
            )
        self.refusal.setText(reason)
        self.refusal.setVisible(bool(reason))

    def _facts(self, node: GraphNode) -> str:
        if node.layer is None:
            shape = () if node.input is None else node.input.shape
            return " · ".join([self.tr("input"), shape_text(shape)])
        layer = node.layer
        parts = [layer.kind]
        if layer.output_shape:
            parts.append(self.tr("output {shape}").format(shape=shape_text(layer.output_shape)))
        parts.append(filled(self.tr("{count} parameters"), {"count": f"{layer.parameters:,}"}))
        if layer.name != node.name:
            text = self.tr("called again, with the weights of {name}")
            parts.append(filled(text, {"name": layer.name}))
        return " · ".join(parts)

    def _copy(self) -> None:
        page = (self.weights, self.spectrum, self.options)[self.tabs.currentIndex()]
        if text := page.table_text():
            QGuiApplication.clipboard().setText(text)

    def retranslate(self) -> None:
        """Set every text."""
        for tab, text in (
            (WEIGHTS, self.tr("Weights")),
            (SPECTRUM, self.tr("Spectrum")),
            (OPTIONS, self.tr("Options")),
        ):
            self.tabs.setTabText(tab, text)
        self.tabs.setAccessibleName(self.tr("What is shown of the layer"))
        name_widget(self.copy, self.tr("Copy the table"))
        name_widget(self.picture, self.tr("Save picture…"))
        if self._network is not None:
            self._say()
            self._show_parts()
            self._show_gates()

    def restyle(self) -> None:
        """Colour the icons and the gates."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))
        self.picture.setIcon(phosphor("ph.image", color=theme().dim))
        if self._network is not None:
            self._show_gates()
