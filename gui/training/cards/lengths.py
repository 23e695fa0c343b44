"""`LengthsCard`: how long the reviews are, and what the chosen length does to them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from engine.counting import filled
from engine.training.lecture import MEAN, MEDIAN
from engine.training.preparation import NEARLY_ALL, cut_and_padded, histogram
from gui.kit.widgets import chip_button
from gui.look.numbers_text import number
from gui.training.card import Card, Shown, fact_grid, line, percent, say_lecture
from gui.training.cards.histogram import LengthPlot, RuleMark

KINDS = ("mean", "median", "length")


class LengthsCard(Card):
    """``plt.hist(lengths)``, with mean and median as lines and as numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.finer = chip_button()
        self.finer.toggled.connect(self.retranslate)
        self.head.addWidget(self.finer)
        self.plot = LengthPlot()
        self.column.addWidget(self.plot)
        grid = fact_grid(stretched=2)
        self._names = {kind: line("dim") for kind in KINDS}
        self.values = {kind: line("") for kind in KINDS}
        self.effect = line("dim")
        for row, kind in enumerate(KINDS):
            grid.addWidget(RuleMark(kind), row, 0, Qt.AlignmentFlag.AlignVCenter)
            for place, label in enumerate((self._names[kind], self.values[kind]), 1):
                label.setWordWrap(False)
                grid.addWidget(label, row, place)
        self.column.addLayout(grid)
        self.column.addWidget(self.effect)
        self.lecture = self.add_lecture()
        self.dress()

    def say(self, shown: Shown) -> None:
        """Show the lengths of the training reviews."""
        preparation, length = shown.preparation, shown.recipe.length
        self.code.setText(
            f"np.mean(lengths), np.median(lengths)\n{float(preparation.mean)!r} {float(preparation.median)!r}"
        )
        rules = {"mean": preparation.mean, "median": preparation.median, "length": float(length)}
        bars = histogram(preparation.lengths, fine=self.finer.isChecked())
        self.plot.show_lengths(bars, rules)
        self.values["mean"].setText(number(preparation.mean))
        self.values["median"].setText(number(preparation.median, 1))
        self.values["length"].setText(f"{length:,}")
        cut, padded = cut_and_padded(preparation.lengths, length)
        text = self.tr("{cut}\u00a0% of the reviews are cut, {padded}\u00a0% are padded.").format(
            cut=percent(cut), padded=percent(padded)
        )
        if bars.beyond:
            text += " " + filled(
                self.tr("{count} reviews are longer than shown."), {"count": f"{bars.beyond:,}"}
            )
        self.effect.setText(text)
        lecture = self.tr("lecture: {mean} {median}").format(mean=MEAN, median=MEDIAN)
        say_lecture(self.lecture, lecture if shown.lecture else "")
        said = [f"{self._names[kind].text()} {self.values[kind].text()}" for kind in KINDS]
        self.plot.setAccessibleDescription(", ".join(said))

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Lengths of the reviews"))
        names = (self.tr("mean"), self.tr("median"), self.tr("length"))
        for label, text in zip(self._names.values(), names, strict=True):
            label.setText(text)
        self.plot.setAccessibleName(self.tr("How many reviews are how long"))
        self.finer.setText(self.tr("finer"))
        tip = self.tr(
            "Narrow bins, without the longest {share}\u00a0%; else 10 bins, as plt.hist has"
        )
        self.finer.setToolTip(tip.format(share=100 - NEARLY_ALL))
        self.finer.setAccessibleName(self.tr("Narrow bins"))
