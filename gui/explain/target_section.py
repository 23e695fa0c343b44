"""`TargetSection`: which answer is explained: at the end or at the cursor, and of which class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from engine.counting import filled
from engine.network.network import Network, output_name
from engine.session.session import Session
from gui.explain.explaining import Explaining
from gui.kit.form import Form
from gui.kit.layouts import column
from gui.kit.view import View
from gui.kit.widgets import label
from gui.naming import pane_names

ClassNames = Callable[[Network, int], tuple[str, ...]]


class TargetSection(View):
    """Two lists to choose from; below, what has to be known of what is explained."""

    def __init__(self, session: Session, explaining: Explaining, names: ClassNames) -> None:
        super().__init__()
        self._session, self._explaining, self._names = session, explaining, names
        self._title, self.note = label("caption"), label("dim", wraps=True)
        self.at, self.channel = QComboBox(), QComboBox()
        for place in ("end", "cursor"):
            self.at.addItem("", place)
        self.channel.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._form = Form(124)
        self._form.add(self.at)
        self._form.add(self.channel)
        column(self._title, self._form, self.note, of=self, spacing=6)
        self.at.activated.connect(self._choose_at)
        self.channel.activated.connect(self._choose_channel)
        for event in (session.traces_changed, session.panes_changed):
            self.subscribe(event, self.show_asked)
        self.subscribe(session.units_changed, lambda _: self.show_asked())
        explaining.changed.connect(self.show_asked)
        self.dress()

    def _choose_at(self, place: int) -> None:
        self._explaining.asked = replace(self._explaining.asked, at=self.at.itemData(place))

    def _choose_channel(self, place: int) -> None:
        channel = self.channel.itemData(place)
        self._explaining.asked = replace(self._explaining.asked, channel=channel)

    def show_asked(self, *_: object) -> None:
        """Show what is asked, and which classes there are."""
        asked = self._explaining.asked
        self.at.setCurrentIndex(self.at.findData(asked.at))
        classes = self._classes()
        self._form.show_only({self.channel: bool(classes)})
        with QSignalBlocker(self.channel):
            self.channel.clear()
            self.channel.addItem(self.tr("the likeliest"), None)
            for number, name in enumerate(classes):
                self.channel.addItem(name, number)
            if asked.channel is not None and asked.channel >= len(classes):
                self.channel.addItem(str(asked.channel + 1), asked.channel)  # of another network
            self.channel.setCurrentIndex(max(0, self.channel.findData(asked.channel)))
        self._say_note()

    def _classes(self) -> list[str]:
        """What the classes are called, as many as the network with the most of them has."""
        found: list[str] = []
        for pane in self._session.panes:
            if pane.trace is None or pane.trace.prediction.ndim != 2:
                continue
            count = pane.trace.prediction.shape[1]
            if count > 1 and count > len(found):
                names = self._names(pane.network, count)
                found = [f"{k + 1}: {names[k]}" if names else str(k + 1) for k in range(count)]
        return found

    def _say_note(self) -> None:
        said = []
        for name, pane in zip(pane_names(self._session), self._session.panes, strict=True):
            if pane.trace is None:
                continue
            if not pane.network.answers:
                said.append(
                    self.tr(
                        "{network} has no answer: the hidden state of its unit {unit} is explained."
                    ).format(network=name, unit=pane.units[0] + 1)
                )
            elif len(pane.network.outputs) > 1:
                text = self.tr("{network} has {count} outputs: the first, {output}, is explained.")
                outputs = pane.network.outputs
                values = {"network": name, "count": len(outputs), "output": output_name(outputs[0])}
                said.append(filled(text, values))
        self.note.setText("\n".join(said))
        self.note.setVisible(bool(said))

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("What is explained"))
        self.at.setItemText(0, self.tr("at its end"))
        self.at.setItemText(1, self.tr("at the cursor"))
        self._form.name(
            {
                self.at: (
                    self.tr("The answer"),
                    self.tr("The answer after all that is read, or had it ended at the cursor"),
                ),
                self.channel: (
                    self.tr("Class"),
                    self.tr("For networks with several answers: the class that is explained"),
                ),
            }
        )
        self.show_asked()
