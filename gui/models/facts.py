"""`FactsView`: the focused network's layers, and how it was trained."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.counting import filled
from engine.library import Record, baseline, entry_of
from engine.network.network import Layer, Network
from engine.session.session import Session
from engine.training.checkpoints import run_of
from gui.i18n.texts import explain, network_title
from gui.kit.layouts import clear, column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, mark_with, name_widget
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.models.curves import RecordCurves

MAX_LAYERS = 40
"""Layers that the drawer lists; the inspector has them all."""


Line = tuple[str, str, str]
"""What a number is called, the number, and its row in the table of meanings."""


class FactsView(View):
    """The table that Keras prints, narrow enough for a drawer, and the training record.

    Signals:
        inspect_asked(): the user wants to look into the network.
    """

    inspect_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._name = label("title", is_plain=True)
        self.copy = icon_button(self._copy, 16)
        self.inspect = icon_button(self.inspect_asked, 16)
        self._table, self._record = QGridLayout(), QGridLayout()
        for grid, widest in ((self._table, 0), (self._record, 1)):
            sized(grid.setHorizontalSpacing, GAP)
            sized(grid.setVerticalSpacing, 4)
            grid.setColumnStretch(widest, 1)
        self._record_title = label("title")
        self.curves = RecordCurves()
        self._note = label("caption", wraps=True)
        head = row((self._name, 1), self.inspect, self.copy)
        record = (self._record_title, self._record, self.curves, self._note)
        column(head, self._table, GAP, *record, of=self)
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
        clear(self._table)
        clear(self._record)
        if self.isVisible() != (network is not None) and self.parent() is not None:
            self.setVisible(network is not None)  # without a parent it would be a window
        if network is None:
            return
        self._name.setText(network_title(network.name))
        self._name.setToolTip(tip(meaning("network", network_title(network.name))))
        name_widget(self.copy, self.tr("Copy the summary as Keras prints it"))
        hint = self.tr("Inspect: graph, weights, spectrum (Ctrl+Shift+I)")
        name_widget(self.inspect, self.tr("Inspect the network"), hint)
        heads = (self.tr("Layer"), self.tr("Output shape"), self.tr("Parameters"))
        for place, text in enumerate(heads):
            cell = _at_right(text, "caption") if place else label("caption", text)
            self._table.addWidget(cell, 0, place)
        for at, layer in enumerate(network.layers[:MAX_LAYERS], 1):
            self._add_layer(at, layer)
        more = len(network.layers) - MAX_LAYERS
        if more > 0:
            text = self.tr("and {count} more: inspect the network").format(count=more)
            self._table.addWidget(label("dim", text), MAX_LAYERS + 1, 0, 1, 3)
        last = min(len(network.layers), MAX_LAYERS) + 2
        self._table.addWidget(label("", self.tr("Total")), last, 0)
        self._table.addWidget(_number("parameters", f"{network.parameters:,}"), last, 2)
        self._say_record(network)

    def _add_layer(self, at: int, layer: Layer) -> None:
        name = label("", layer.name)
        name.setToolTip(tip(layer.kind if layer.refused is None else explain(layer.refused)))
        if layer.refused is not None:
            name.setStyleSheet(f"color: {theme().bad};")
        shape = "(" + ", ".join("None" if n is None else str(n) for n in layer.output_shape) + ")"
        shape = shape if layer.output_shape else "?"
        cell = QWidget()
        column(name, label("caption", layer.written_as or layer.kind), of=cell, spacing=0)
        top = Qt.AlignmentFlag.AlignTop
        self._table.addWidget(cell, at, 0)
        self._table.addWidget(_number("shape", shape, "dim"), at, 1, top)
        self._table.addWidget(_number("parameters", f"{layer.parameters:,}"), at, 2, top)

    def _say_record(self, network: Network) -> None:
        entry = entry_of(network.path)
        record = Record() if entry is None else entry.record
        lines = self._lines(record)
        if entry is None and network.path is not None:
            lines = [*self._what_it_is(network), *lines]
        elif network.keras_version and not record.versions:
            lines.append((self.tr("Saved by"), f"Keras {network.keras_version}", "writer"))
        for at, (what, value, means) in enumerate(lines):
            self._record.addWidget(label("dim", what), at, 0)
            self._record.addWidget(_number(means, value), at, 1)
        self._record_title.setVisible(bool(lines))
        self._record_title.setText(self.tr("Training") if entry else self.tr("File"))
        self.curves.show_record(record, network.path, self._session.focus)
        notes = [explain(note) for note in network.notes]
        if record.validation_accuracy is not None:
            text = self.tr("Loss and accuracy were measured on {count} held-out reviews.")
            notes.append(text.format(count=f"{record.validation_reviews or 5000:,}"))
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
        elif run_of(network.path) is not None:
            notes.append(self.tr("A moment of a training run; its record stands in Train, Runs."))
        elif network.path is not None:
            notes.append(self.tr("This file has no training record."))
        self._note.setText("\n\n".join(notes))
        self._note.setVisible(bool(notes))

    def _what_it_is(self, network: Network) -> list[Line]:
        """Who wrote a foreign file, and what the network wants to be given."""
        if network.input.vocabulary is not None:
            reads = filled(
                self.tr("ids of {count} words"), {"count": f"{network.input.vocabulary:,}"}
            )
        elif network.reads_words:
            reads = self.tr("one-hot rows of {count}").format(count=f"{network.features or 0:,}")
        else:
            reads = filled(self.tr("{count} numbers a step"), {"count": network.features or 1})
        length = self.tr("any") if network.length is None else f"{network.length:,}"
        lines = [(self.tr("Saved by"), network.written_by or "?", "writer")]
        lines += [(self.tr("Reads"), reads, "reads"), (self.tr("Steps"), length, "fixed_length")]
        counts = (
            (self.tr("Inputs"), network.inputs, "inputs"),
            (self.tr("Outputs"), network.outputs, "outputs"),
        )
        return lines + [
            (what, str(len(each)), means) for what, each, means in counts if len(each) > 1
        ]

    def _lines(self, record: Record) -> list[Line]:
        accuracy, loss, epochs = record.validation_accuracy, record.validation_loss, record.epochs
        trained = "" if epochs is None else str(epochs)
        if epochs is not None and record.best_epoch is not None:
            text = self.tr("{epochs}, the best is {best}")
            trained = text.format(epochs=epochs, best=record.best_epoch)
        lines = (
            (
                self.tr("Validation accuracy"),
                "" if accuracy is None else f"{accuracy:.4f}",
                "validation_accuracy",
            ),
            (self.tr("Validation loss"), "" if loss is None else f"{loss:.4f}", "validation_loss"),
            (self.tr("Epochs"), trained, "epochs"),
            (self.tr("Seed"), "" if record.seed is None else str(record.seed), "seed"),
            ("Keras", record.versions.get("keras", ""), "version"),
            ("TensorFlow", record.versions.get("tensorflow", ""), "version"),
        )
        return [line for line in lines if line[1]]

    def restyle(self) -> None:
        """The name wears its pane's colour."""
        self.copy.setIcon(phosphor("ph.copy", color=theme().dim))
        self.inspect.setIcon(phosphor("ph.magnifying-glass", color=theme().dim))
        mark_with(
            self._name, theme().networks[self._session.focus % 3], 8, more="font-weight: 600;"
        )


def _number(means: str, value: str, role: str = "") -> QLabel:
    """A number that says what it is, by its row in the table of meanings."""
    cell = _at_right(value, role)
    cell.setToolTip(tip(meaning(means, value)))
    return cell


def _at_right(text: str, role: str = "") -> QLabel:
    cell = label(role, text)
    cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell
