"""`OptionsPage`: everything that the file says about a layer, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.inspection.graph_layout import GraphNode
from engine.network.network import Layer
from gui.inspector.table import CopyTable
from gui.inspector.weight_names import matrix_name, option_text, shape_text
from gui.kit.layouts import column
from gui.kit.view import View
from gui.look.scale import px


class OptionsPage(View):
    """A table of two columns: what there is, and its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node: GraphNode | None = None
        self._layer: Layer | None = None
        self.table = CopyTable(numbers=False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        column(self.table, of=self)
        self.dress()

    def show_layer(self, node: GraphNode | None, layer: Layer | None) -> None:
        """Show an input (no layer) or a layer."""
        self._node, self._layer = node, layer
        self.retranslate()

    def rows(self) -> list[tuple[str, str]]:
        """What the table says."""
        node, layer = self._node, self._layer
        if layer is None:
            if node is None or node.input is None:
                return []
            size = node.input.vocabulary
            return [
                (self.tr("Shape"), shape_text(node.input.shape)),
                (self.tr("Reads"), self.tr("numbers") if size is None else self.tr("ids")),
                *([] if size is None else [(self.tr("Known ids"), f"{size:,}")]),
            ]
        rows = [(self.tr("Kind"), layer.kind)]
        if layer.written_as:
            rows.append((self.tr("Written as"), layer.written_as))
        rows += [
            (self.tr("Output shape"), shape_text(layer.output_shape) or self.tr("not known")),
            (self.tr("Parameters"), f"{layer.parameters:,}"),
        ]
        rows += [
            (matrix_name(name), f"{shape_text(weight.shape)} {weight.dtype}")
            for name, weight in layer.weights.items()
        ]
        return rows + [(name, option_text(value)) for name, value in layer.options.items()]

    def table_text(self) -> str:
        """What the copy button copies."""
        return self.table.text()

    def retranslate(self) -> None:
        """Set every text."""
        self.table.setAccessibleName(self.tr("options of the layer"))
        self.table.show_rows((self.tr("Option"), self.tr("Value")), self.rows())
        self.table.setColumnWidth(0, px(180))

    def rescale(self) -> None:
        """A wider or narrower column of names."""
        self.table.setColumnWidth(0, px(180))
