"""`AuxiliaryView`: what the auxiliary inputs of a model are given."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from engine.network.network import Input
from engine.numbers.auxiliary import FILLINGS, Filling, auxiliary_inputs
from gui.kit.asking import ask_for_file
from gui.kit.layouts import grid_of, let_go
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.naming import shortened
from gui.numbers.numbers import Numbers


class AuxiliaryView(View):
    """A line for every input beside the one that is read step by step; hidden without any."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._inputs: tuple[Input, ...] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.texts: dict[str, QLineEdit] = {}
        self._labels: list[QLabel] = []
        self.title = label("title")
        self._grid = grid_of(self, across=GAP, down=4, grows=0)
        self._grid.addWidget(self.title, 0, 0, 1, 2)
        numbers.changed.connect(self.show_inputs)
        numbers.opened.connect(self.show_inputs)
        numbers.fillings.refused.connect(self.show_inputs)
        self.dress()
        self.show_inputs()

    def show_inputs(self) -> None:
        """List the inputs of the focused network."""
        network = self._numbers.network
        inputs = () if network is None else auxiliary_inputs(network)
        if inputs != self._inputs:
            self._inputs = inputs
            self._build()
        for name, box in self.boxes.items():
            filling = self._numbers.fillings.of(name)
            box.setCurrentIndex(FILLINGS.index(filling.how))
            title = filling.table.title if filling.table is not None else ""
            box.setItemText(FILLINGS.index("file"), title or self.tr("file…"))
            if name in self.texts:
                self.texts[name].setVisible(filling.how == "text")
                self.texts[name].setText(filling.text)
        self.setVisible(bool(inputs))

    def _build(self) -> None:
        for widget in (*self._labels, *self.boxes.values(), *self.texts.values()):
            self._grid.removeWidget(widget)
            let_go(widget)
        self._labels, self.boxes, self.texts = [], {}, {}
        for row, target in zip(range(1, 2 * len(self._inputs), 2), self._inputs, strict=True):
            text, box = label("dim", is_plain=True), QComboBox()
            shape = " × ".join("?" if size is None else str(size) for size in target.shape[1:])
            name = shortened(target.name, self.fontMetrics(), 90)
            text.setText(f"{name}  {shape}")
            text.setToolTip(f"{target.name}  {shape}")
            text.setBuddy(box)
            sized(box.setFixedWidth, 132)
            box.setAccessibleName(target.name)
            for how in FILLINGS if target.vocabulary is not None else FILLINGS[:-1]:
                box.addItem(how, how)
            box.activated.connect(lambda at, name=target.name: self._choose(name, FILLINGS[at]))
            self._grid.addWidget(text, row, 0)
            self._grid.addWidget(box, row, 1)
            self._labels.append(text)
            self.boxes[target.name] = box
            if target.vocabulary is not None:
                self._add_text(target.name, row + 1)
        self.retranslate()

    def _add_text(self, name: str, row: int) -> None:
        """The line in which a text for an input is written."""
        line = QLineEdit()
        line.setAccessibleName(name)
        line.editingFinished.connect(lambda: self._write(name, line.text()))
        self._grid.addWidget(line, row, 0, 1, 2)
        self.texts[name] = line

    def _write(self, name: str, text: str) -> None:
        before = self._numbers.fillings.of(name)
        if before.how == "text" and text != before.text:
            self._numbers.fillings.fill(name, Filling("text", text=text))

    def _choose(self, name: str, how: str) -> None:
        if how == "text":
            self.texts[name].show()
            self.texts[name].setFocus()
            self._numbers.fillings.fill(name, Filling("text"))
        elif how == "file":
            self.ask(name)
        elif how == "random":
            # Chosen again, it is another chance.
            before = self._numbers.fillings.of(name)
            again = before.seed + 1 if before.how == "random" else before.seed
            self._numbers.fillings.fill(name, Filling("random", again))
        else:
            self._numbers.fillings.fill(name, Filling(how))

    def ask(self, name: str) -> None:
        """Let the user choose a file for an input."""
        title = self.tr("Numbers for {input}").format(input=name)
        dialog = ask_for_file(self.window(), title, partial(self._numbers.fillings.fill_from, name))
        dialog.rejected.connect(self.show_inputs)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Auxiliary inputs"))
        self.title.setToolTip(self.tr("What the model's other inputs are given"))
        texts = {
            "zeros": self.tr("zeros"),
            "random": self.tr("random"),
            "same": self.tr("the same numbers"),
            "file": self.tr("file…"),
            "text": self.tr("a text"),
        }
        counting = {**texts, "zeros": self.tr("all steps"), "random": self.tr("some steps")}
        for target, box in zip(self._inputs, self.boxes.values(), strict=True):
            named = counting if target.counts_steps else texts
            for place, how in enumerate(FILLINGS[: box.count()]):
                box.setItemText(place, named[how])
        for line in self.texts.values():
            line.setPlaceholderText(self.tr("Words that it reads"))
            line.setToolTip(
                self.tr(
                    "Read in the decoder's own words, where MODEL.writes.json has them, behind its start mark; else in the model's"
                )
            )
