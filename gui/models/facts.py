"""`FactsView`: the focused network's layers, and how it was trained."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.library import Record, baseline, entry_of
from engine.network.network import Layer, Network
from engine.session.session import Session
from gui.i18n.texts import explain
from gui.kit.view import View
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme

MOST_LAYERS = 40
"""Layers that the drawer lists; the inspector has them all."""


class FactsView(View):
    """The table that Keras prints, narrow enough for a drawer, and the training record.

    Signals:
        inspect_asked(): the user wants to look into the network.
    """

    inspect_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = QToolButton()
        self.copy.setIconSize(QSize(16, 16))
        self.copy.clicked.connect(self._copy)
        self.inspect = QToolButton()
        self.inspect.setIconSize(QSize(16, 16))
        self.inspect.clicked.connect(self.inspect_asked)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.inspect)
        head.addWidget(self.copy)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(GAP)
        self._table.setVerticalSpacing(4)
        self._table.setColumnStretch(0, 1)
        self._record = QGridLayout()
        self._record.setHorizontalSpacing(GAP)
        self._record.setVerticalSpacing(4)
        self._record.setColumnStretch(1, 1)
        self._record_title = QLabel()
        self._record_title.setProperty("role", "title")
        self._note = QLabel()
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(self._table)
        column.addSpacing(GAP)
        column.addWidget(self._record_title)
        column.addLayout(self._record)
        column.addWidget(self._note)
        self._shown: Network | None = None
        self.dress()

    @property
    def network(self) -> Network | None:
        """The network of the focused pane."""
        pane = self._session.focused
        return None if pane is None else pane.network

    def show_network(self) -> None:
        """Say it anew if the focused network is another."""
        if self.network is not self._shown:
            self.retranslate()
            self.restyle()

    def _copy(self) -> None:
        from engine.network.summary import summary

        if self.network is not None:
            QGuiApplication.clipboard().setText(summary(self.network).text())

    # -- texts -------------------------------------------------------------------

    def retranslate(self) -> None:
        """Build the tables."""
        network = self._shown = self.network
        _clear(self._table)
        _clear(self._record)
        if self.isVisible() != (network is not None) and self.parent() is not None:
            self.setVisible(network is not None)  # without a parent it would be a window
        if network is None:
            return
        self._name.setText(network.name)
        self.copy.setToolTip(self.tr("Copy the summary as Keras prints it"))
        self.copy.setAccessibleName(self.tr("Copy the summary as Keras prints it"))
        self.inspect.setToolTip(self.tr("Inspect: graph, weights, spectrum (Ctrl+Shift+I)"))
        self.inspect.setAccessibleName(self.tr("Inspect the network"))
        heads = (self.tr("Layer"), self.tr("Output shape"), self.tr("Parameters"))
        for place, text in enumerate(heads):
            self._table.addWidget(_cell(text, "caption", place > 0), 0, place)
        for row, layer in enumerate(network.layers[:MOST_LAYERS], 1):
            self._add_layer(row, layer)
        row = min(len(network.layers), MOST_LAYERS) + 1
        more = len(network.layers) - MOST_LAYERS
        if more > 0:
            text = self.tr("and {count} more: inspect the network").format(count=more)
            self._table.addWidget(_cell(text, "dim", False), row, 0, 1, 3)
            row += 1
        self._table.addWidget(_cell(self.tr("Total"), "", False), row, 0)
        self._table.addWidget(_cell(f"{network.parameters:,}", "", True), row, 2)
        self._say_record(network)

    def _add_layer(self, row: int, layer: Layer) -> None:
        name = _cell(layer.name, "", False)
        name.setToolTip(layer.kind)
        if layer.refused is not None:
            name.setStyleSheet(f"color: {theme().bad};")
            name.setToolTip(explain(layer.refused))
        shape = "(" + ", ".join("None" if n is None else str(n) for n in layer.output_shape) + ")"
        shape = shape if layer.output_shape else "?"
        cell = QWidget()
        both = QVBoxLayout(cell)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(name)
        both.addWidget(_cell(layer.written_as or layer.kind, "caption", False))
        top = Qt.AlignmentFlag.AlignTop
        self._table.addWidget(cell, row, 0)
        self._table.addWidget(_cell(shape, "dim", True), row, 1, top)
        self._table.addWidget(_cell(f"{layer.parameters:,}", "", True), row, 2, top)

    def _say_record(self, network: Network) -> None:
        entry = entry_of(network.path)
        record = Record() if entry is None else entry.record
        lines = self._lines(record)
        if entry is None and network.path is not None:
            lines = [*self._what_it_is(network), *lines]
        elif network.keras_version and not record.versions:
            lines.append((self.tr("Saved by"), f"Keras {network.keras_version}"))
        for row, (what, value) in enumerate(lines):
            self._record.addWidget(_cell(what, "dim", False), row, 0)
            self._record.addWidget(_cell(value, "", True), row, 1)
        self._record_title.setVisible(bool(lines))
        self._record_title.setText(self.tr("Training") if entry else self.tr("File"))
        notes = []
        if record.validation_accuracy is not None:
            notes.append(
                self.tr("Loss and accuracy were measured on {count} held-out reviews.").format(
                    count=f"{record.validation_reviews or 5000:,}"
                )
            )
            other = baseline()
            whole = Record(other.data.get("full_text", {})).validation_accuracy
            if other.validation_accuracy is not None and whole is not None:
                notes.append(
                    self.tr(
                        "For comparison: TF-IDF with logistic regression, which does not see the "
                        "order of words, reaches {same} on the same words, {whole} on the whole "
                        "texts."
                    ).format(same=f"{other.validation_accuracy:.3f}", whole=f"{whole:.3f}")
                )
        elif network.path is not None:
            notes.append(self.tr("This file has no training record."))
        self._note.setText("\n\n".join(notes))
        self._note.setVisible(bool(notes))

    def _what_it_is(self, network: Network) -> list[tuple[str, str]]:
        """Who wrote a foreign file, and what the network wants to be given."""
        if network.input.vocabulary is not None:
            reads = self.tr("ids of {count} words").format(count=f"{network.input.vocabulary:,}")
        elif network.reads_words:
            reads = self.tr("one-hot rows of {count}").format(count=f"{network.features or 0:,}")
        else:
            reads = self.tr("{count} numbers a step").format(count=network.features or 1)
        length = self.tr("any") if network.length is None else f"{network.length:,}"
        lines = [
            (self.tr("Saved by"), network.written_by or "?"),
            (self.tr("Reads"), reads),
            (self.tr("Steps"), length),
        ]
        if len(network.inputs) > 1:
            lines.append((self.tr("Inputs"), str(len(network.inputs))))
        if len(network.outputs) > 1:
            lines.append((self.tr("Outputs"), str(len(network.outputs))))
        return lines

    def _lines(self, record: Record) -> list[tuple[str, str]]:
        lines = []
        if record.validation_accuracy is not None:
            lines.append((self.tr("Validation accuracy"), f"{record.validation_accuracy:.4f}"))
        if record.validation_loss is not None:
            lines.append((self.tr("Validation loss"), f"{record.validation_loss:.4f}"))
        if record.epochs is not None:
            text = str(record.epochs)
            if record.best_epoch is not None:
                text = self.tr("{epochs}, the best is {best}").format(
                    epochs=record.epochs, best=record.best_epoch
                )
            lines.append((self.tr("Epochs"), text))
        if record.seed is not None:
            lines.append((self.tr("Seed"), str(record.seed)))
        lines += [
            (name, record.versions[key])
            for key, name in (("keras", "Keras"), ("tensorflow", "TensorFlow"))
            if key in record.versions
        ]
        return lines

    def restyle(self) -> None:
        """The name wears its pane's colour."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))
        self.inspect.setIcon(phosphor("ph.magnifying-glass", color=theme().dim))
        colour = theme().networks[self._session.focus % 3]
        self._name.setStyleSheet(
            f"border-left: 3px solid {colour}; padding-left: 8px; font-weight: 600;"
        )


def _cell(text: str, role: str, at_right: bool) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
