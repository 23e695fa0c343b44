"""`ReadOnDialog`: for how many steps networks read on, and how they choose their words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QSpinBox, QWidget

from engine.counting import filled
from engine.errors import ReplayError
from engine.network.network import Network
from engine.replay.edits import MAX_WRITTEN, ReadOn
from engine.replay.ways_on import Way, way_of
from engine.session.session import Session
from gui.edits.history import EditHistory
from gui.edits.reading_on import reading_on_of, with_reading_on
from gui.i18n.texts import explain, network_title
from gui.kit.asking import ok_and_cancel
from gui.kit.form import Form
from gui.kit.layouts import column
from gui.kit.view import Viewing
from gui.kit.widgets import label, open_at
from gui.look.theme import GAP


class ReadOnDialog(Viewing, QDialog):
    """Asks how the networks read on, and says of each whether it can; it closes where the panes
    become others."""

    def __init__(self, parent: QWidget | None, session: Session, edits: EditHistory) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._edits = session, edits
        self.setWindowTitle(self.tr("Read on"))
        now = reading_on_of(edits.edits) or ReadOn(20)
        self.count, self.seed, self.start = QSpinBox(), QSpinBox(), QSpinBox()
        self.count.setRange(1, MAX_WRITTEN)
        self.count.setValue(now.count)
        self.temperature = QDoubleSpinBox()
        self.temperature.setRange(0, 10)
        self.temperature.setSingleStep(0.1)
        self.temperature.setValue(now.temperature)
        self.temperature.setSpecialValueText(self.tr("the most likely"))
        self.seed.setRange(0, 999_999_999)
        self.seed.setValue(now.seed)
        self.start.setRange(-1, 999_999_999)
        self.start.setSpecialValueText(self.tr("as usual"))
        self.start.setValue(-1 if now.start is None else now.start)
        form = Form(136)
        for field in (self.count, self.temperature, self.seed, self.start):
            form.add(field)
        form.name(
            {
                self.count: (self.tr("steps"), self.tr("How many steps are written")),
                self.temperature: (
                    self.tr("temperature"),
                    self.tr("Words are drawn, the higher the more evenly; 0 takes the likeliest"),
                ),
                self.seed: (self.tr("seed"), self.tr("The same seed draws the same words")),
                self.start: (
                    self.tr("the decoder begins with id"),
                    self.tr("The id of its start mark"),
                ),
            }
        )
        networks = list(dict.fromkeys(pane.network for pane in session.panes))
        ways: dict[Network, Way] = {}
        problems: dict[Network, ReplayError] = {}
        for network in networks:
            try:
                ways[network] = way_of(network)
            except ReplayError as error:
                problems[network] = error
        words = any(way.writes_words(network) for network, way in ways.items())
        decodes = any(way.name == "decoder" for way in ways.values())
        form.show_only({self.temperature: words, self.seed: words, self.start: decodes and words})
        self.temperature.valueChanged.connect(lambda value: self.seed.setEnabled(value > 0))
        self.seed.setEnabled(now.temperature > 0)
        self.buttons = ok_and_cancel(self, self.tr("Read on"), self.tr("Cancel"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(ways))
        kinds = {
            "words": self.tr("{network} writes the words that it finds likely."),
            "numbers": self.tr("{network} writes the numbers that it forecasts."),
            "decoder": self.tr("The decoder of {network} writes after all is read."),
        }
        said = []
        for network in networks:
            way = ways.get(network)
            text = explain(problems[network]) if way is None else kinds[way.name]
            said.append(filled(text, {"network": network_title(network.name)}))
        note = self.tr("Each answer becomes the next input, and the gates move on.")
        self.reasons = [label("dim", text, wraps=True) for text in said]
        column(
            label("heading", self.tr("Read on after the last step")),
            label("dim", note, wraps=True),
            form,
            *self.reasons,
            None,
            self.buttons,
            of=self,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        open_at(self, 440, 300)
        self.subscribe(session.panes_changed, self.reject)
        self.finished.connect(self.unsubscribe)

    def accept(self) -> None:
        """Let the networks read on."""
        self.unsubscribe()
        start = self.start.value()
        edit = ReadOn(
            self.count.value(),
            round(self.temperature.value(), 4),
            self.seed.value() if self.temperature.value() else 0,
            None if start < 0 else start,
        )
        self._edits.change(with_reading_on(self._edits.edits, edit))
        super().accept()
