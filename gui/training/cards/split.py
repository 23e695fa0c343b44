"""`SplitCard`: how many reviews are learned from, and how many are held out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gui.look.colours import ink
from gui.look.scale import px, sized
from gui.look.theme import Theme
from gui.training.card import Card, Shown, fact_grid, line, percent
from gui.training.cards.drawing import Drawing

PALE = 96
"""The opacity of negative reviews; positive ones are full."""


class SplitCard(Card):
    """``train_test_split`` as a bar, with the share of positive reviews in both parts."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = SplitBar()
        self.column.addWidget(self.bar)
        self._names = (line("dim"), line("dim"))
        self.counts = (line(""), line(""))
        self.shares = (line("dim"), line("dim"))
        grid = fact_grid(stretched=1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for part in range(2):
            grid.addWidget(PartMark(part), part, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._names[part], part, 1)
            grid.addWidget(self.counts[part], part, 2, right)
            grid.addWidget(self.shares[part], part, 3, right)
            for label in (self._names[part], self.counts[part], self.shares[part]):
                label.setWordWrap(False)
        grid.setColumnMinimumWidth(3, 104)
        self.column.addLayout(grid)
        self.dress()

    def say(self, shown: Shown) -> None:
        """Show the two parts."""
        preparation, recipe = shown.preparation, shown.recipe
        self.code.setText(
            f"train_test_split(test_size={recipe.test_size:g}, random_state={recipe.split_seed})"
        )
        parts = tuple(
            (len(part), preparation.positive_share(part))
            for part in (preparation.learned, preparation.held_out)
        )
        self.bar.show_parts(parts)
        for count, share, (number, positive) in zip(self.counts, self.shares, parts, strict=True):
            count.setText(f"{number:,}")
            share.setText(self.tr("{share}\u00a0% positive").format(share=percent(positive)))
        said = [
            f"{name.text()}: {count.text()}, {share.text()}"
            for name, count, share in zip(self._names, self.counts, self.shares, strict=True)
        ]
        self.bar.setAccessibleDescription("; ".join(said))

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Split"))
        self._names[0].setText(self.tr("learned from"))
        self._names[1].setText(self.tr("held out"))
        self.bar.setAccessibleName(self.tr("The two parts of the reviews"))
        self.bar.setToolTip(self.tr("Full: positive reviews, pale: negative ones"))


class SplitBar(Drawing):
    """Two parts side by side, each with its positive share in full colour."""

    fixed_height = 16
    parts: tuple[tuple[int, float], ...] = ()

    def show_parts(self, parts: tuple[tuple[int, float], ...]) -> None:
        """Draw parts, each a number of reviews and its share of positive ones."""
        self.parts = parts
        self.update()

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw from left to right."""
        total = sum(count for count, _ in self.parts) or 1
        room = self.width() - 2.0 * (len(self.parts) - 1)
        x = 0.0
        for part, (count, positive) in enumerate(self.parts):
            width = max(2.0, room * count / total)
            colour = look.networks[part]
            painter.fillRect(QRectF(x, 0, width, px(16)), ink(colour, PALE))
            painter.fillRect(QRectF(x, 0, width * positive, px(16)), ink(colour))
            x += width + 2


class PartMark(Drawing):
    """A square in the colour of a part."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part
        sized(self.setFixedSize, 8, 8)

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Fill it."""
        painter.fillRect(self.rect(), ink(look.networks[self._part]))
