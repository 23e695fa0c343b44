"""`CuttingView`: how the numbers are scaled and cut, and how a made series is made."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from engine.numbers.gaps import GAPS
from engine.numbers.scaling import SCALES
from gui.i18n.percent import percent_text
from gui.kit.form import Form, set_quietly
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.numbers_text import four_digits
from gui.numbers.numbers import Numbers

_NAMED = 3
"""Columns whose scaling is said."""

_PERIODIC = ("sine", "sines")
_CHANCE = (*_PERIODIC, "adding", "normal", "uniform")


class CuttingView(View):
    """Fields, each of which takes effect at once; those that mean nothing are hidden."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.scale, self.missing, self.order = QComboBox(), QComboBox(), QComboBox()
        for kind in SCALES:
            self.scale.addItem(kind, kind)
        for kind in GAPS:
            self.missing.addItem(kind, kind)
        for order in ("oldest", "file"):
            self.order.addItem(order, order)
        self.part, self.length, self.stride, self.seed = (QSpinBox() for _ in range(4))
        self.part.setRange(1, 100)
        self.length.setRange(1, 100_000)
        self.length.setSingleStep(10)
        self.stride.setRange(1, 1_000_000)
        self.seed.setRange(0, 2**31 - 1)
        self.header, self.skip = QSpinBox(), QSpinBox()
        self.header.setRange(-1, 1_000_000)  # -1 looks for it
        self.skip.setRange(0, 1_000_000)
        self.carry = QCheckBox()
        self.period, self.noise = QDoubleSpinBox(), QDoubleSpinBox()
        self.period.setRange(2, 100_000)
        self.period.setDecimals(1)
        self.noise.setRange(0, 10)
        self.noise.setSingleStep(0.1)
        self.says = label("caption", wraps=True)
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._form = Form(132)
        for field in (self.period, self.noise, self.seed, self.scale, self.part):
            self._form.add(field)
        self._form.add_line(self.says)  # of the scaling
        for field in (self.header, self.skip, self.order, self.missing, self.length, self.stride):
            self._form.add(field)
        self._form.add_line(self.carry)
        self.seed.setGroupSeparatorShown(False)
        self.setLayout(self._form)
        for combo in (self.scale, self.missing):
            combo.activated.connect(self._choose)
        self.order.activated.connect(lambda: numbers.set_order(str(self.order.currentData())))
        for box in (self.period, self.noise, self.seed, self.part, self.length, self.stride):
            box.valueChanged.connect(self._choose)
        for box in (self.header, self.skip):
            box.valueChanged.connect(self._choose_head)
        self.carry.clicked.connect(numbers.set_carry)
        numbers.changed.connect(self.show_choices)
        numbers.opened.connect(self.show_choices)
        self.dress()
        self.show_choices()

    def _choose(self) -> None:
        numbers = self._numbers
        numbers.set_generated(self.period.value(), self.noise.value(), self.seed.value())
        numbers.set_scale(str(self.scale.currentData()), self.part.value() / 100)
        numbers.set_missing(str(self.missing.currentData()))
        length = numbers.choices.length
        free = numbers.fixed_length is None or self.length.isEnabled()
        numbers.set_steps(self.length.value() if free else length, self.stride.value())

    def _choose_head(self) -> None:
        row = self.header.value()
        self._numbers.set_head(None if row < 0 else row, self.skip.value())

    def show_choices(self) -> None:
        """Show the choices in force."""
        numbers, choices = self._numbers, self._numbers.choices
        table, source = numbers.cut.table, numbers.source
        fixed = numbers.network is not None and numbers.network.length is not None
        fixed = fixed or (table is not None and table.block > 0 and source in ("", "file"))
        set_quietly(self.period, choices.period)
        set_quietly(self.noise, choices.noise)
        set_quietly(self.seed, choices.seed)
        set_quietly(self.part, round(100 * choices.part))
        set_quietly(self.length, numbers.length)
        set_quietly(self.stride, choices.stride)
        set_quietly(self.header, -1 if choices.header is None else choices.header)
        set_quietly(self.skip, choices.skip)
        self.carry.setChecked(choices.carried is not None)
        several = numbers.cut.windows is not None and len(numbers.cut.windows) > 1
        self.carry.setVisible(several and table is not None)
        self.scale.setCurrentIndex(self.scale.findData(choices.scale))
        self.missing.setCurrentIndex(self.missing.findData(choices.missing))
        timed = numbers.cut.timed
        written = table is not None and not table.block and source in ("file", "pasted")
        turned = timed is not None and timed.is_turned(choices.order)
        self.order.setCurrentIndex(self.order.findData("oldest" if turned else "file"))
        self.length.setEnabled(not fixed)
        self.length.setSuffix("  " + self.tr("(fixed)") if fixed else "")
        self._form.show_only(
            {
                self.period: source in _PERIODIC,
                self.noise: source in _PERIODIC,
                self.seed: source in _CHANCE,
                self.scale: table is not None,
                self.part: table is not None and choices.scale != "none",
                self.header: written,
                self.skip: written,
                self.order: timed is not None and timed.run in ("falls", "mixed"),
                self.missing: numbers.cut.holes > 0,
                self.length: bool(source),
                self.stride: table is not None and not table.block,
            }
        )
        self._say()

    def _say(self) -> None:
        """The parameters of the scaling."""
        windows = self._numbers.cut.windows
        kind = self._numbers.choices.scale
        self.says.setVisible(windows is not None and kind != "none")
        if windows is None or kind == "none":
            return
        standard = self.tr("{column}: mean {first}, deviation {second}")
        text = standard if kind == "standard" else self.tr("{column}: {first} to {second}")
        lines, scaling = [], windows.scaling
        measured = zip(scaling.first.tolist(), scaling.second.tolist(), strict=True)
        for name, (first, second) in zip(windows.columns, measured, strict=True):
            low = four_digits(first, abs(second))
            lines.append(text.format(column=name, first=low, second=four_digits(second)))
        self.says.setToolTip("\n".join(lines[:40]))
        self.says.setText("\n".join([*lines[:_NAMED], *(["…"] if len(lines) > _NAMED else [])]))

    def retranslate(self) -> None:
        """Name everything."""
        self.part.setSuffix(percent_text(""))
        for kind, text in {
            "none": self.tr("as they stand"),
            "minmax": self.tr("0 to 1"),
            "signed": self.tr("−1 to 1"),
            "standard": self.tr("standardised"),
        }.items():
            self.scale.setItemText(self.scale.findData(kind), text)
        for kind, text in {
            "refuse": self.tr("say so"),
            "drop": self.tr("leave out"),
            "fill": self.tr("the value before"),
            "zero": "0",
            "linear": self.tr("on a line"),
            "mean": self.tr("the mean"),
        }.items():
            self.missing.setItemText(self.missing.findData(kind), text)
        self.order.setItemText(self.order.findData("oldest"), self.tr("oldest first"))
        self.order.setItemText(self.order.findData("file"), self.tr("as in the file"))
        self.carry.setText(self.tr("Carry the state from window to window"))
        self.carry.setToolTip(
            self.tr(
                "A window begins with the states that the windows before it left, as in a stateful model; Shift+R begins anew with this window"
            )
        )
        self.header.setSpecialValueText(self.tr("found"))
        self.part.setPrefix(self.tr("first") + " ")
        self._form.name(
            {
                self.period: (self.tr("Period"), self.tr("Steps of one turn")),
                self.noise: (self.tr("Noise"), self.tr("Standard deviation of what is added")),
                self.seed: (self.tr("Seed"), self.tr("The same seed gives the same numbers")),
                self.scale: (
                    self.tr("Scale"),
                    self.tr("Scale as the model's data were: MinMaxScaler, or StandardScaler"),
                ),
                self.part: (
                    self.tr("Measured on"),
                    self.tr(
                        "The scaling is measured on the first part of the rows: those that the model learned from"
                    ),
                ),
                self.header: (
                    self.tr("Row of names"),
                    self.tr(
                        "The row of the file that names the columns; 0 where none does. Rows around it without numbers are left out"
                    ),
                ),
                self.skip: (
                    self.tr("Skip rows"),
                    self.tr("Rows at the beginning of the file that are not looked at"),
                ),
                self.order: (
                    self.tr("Order"),
                    self.tr("In which order the rows are read; a network reads time forwards"),
                ),
                self.missing: (
                    self.tr("Gaps"),
                    self.tr(
                        "What becomes of missing values: rows are left out, or the value before, 0, what lies on the line between the neighbours, or the mean of the column is read"
                    ),
                ),
                self.length: (
                    self.tr("Steps"),
                    self.tr("The length of a window; a model of a fixed length has its own"),
                ),
                self.stride: (self.tr("Stride"), self.tr("Rows from one window to the next")),
            }
        )
        self._say()
