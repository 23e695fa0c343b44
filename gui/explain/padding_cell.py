"""`PaddingCell`: one network reading one variant, small: state, p(t), answer and accuracy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from engine.explain.padding_lab import VariantReading, VariantScore
from gui.explain.padding_shown import CellScale, ShownCell
from gui.kit.picture import CachedPicture
from gui.kit.tips import tip
from gui.kit.view import View
from gui.look.colours import ink
from gui.look.scale import px, sized, stroke
from gui.look.theme import theme

MIN_HEIGHT = 52
"""The least height."""


class PaddingCell(View):
    """Painted in one piece: there are twelve of them.

    Signals:
        chosen(): a click, or Enter: open this variant.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = ShownCell()
        self._picture = CachedPicture(self, self._draw)
        self.is_open = False
        self.describe: Callable[[int], str] = lambda step: ""
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sized(self.setMinimumHeight, MIN_HEIGHT)
        self.dress()

    def show_reading(
        self,
        reading: VariantReading | None,
        problem: str,
        colour: str,
        scale: CellScale,
        of: str = "",
    ) -> None:
        """Draw a reading, of which of several classes, or say why there is none."""
        self.shown = ShownCell(reading, self.score, problem, colour, scale, self.at, of)
        self.update()

    def show_score(self, score: VariantScore | None) -> None:
        """Draw the accuracy over the sample."""
        self.shown.score = score
        self.update()

    def show_step(self, step: int | None, is_open: bool) -> None:
        """Where the word at the cursor is read here; None where it is not.  ``is_open`` frames
        the variant that the window reads."""
        if (step, is_open) != (self.at, self.is_open):
            self.shown.at, self.is_open = step, is_open
            self.update()

    @property
    def reading(self) -> VariantReading | None:
        """What is drawn; None where it is not known, or cannot be."""
        return self.shown.reading

    @property
    def score(self) -> VariantScore | None:
        """The accuracy over the sample; None while nobody knows."""
        return self.shown.score

    @property
    def problem(self) -> str:
        """Why there is no reading."""
        return self.shown.problem

    @property
    def at(self) -> int | None:
        """Where the word at the cursor is read here."""
        return self.shown.at

    def answer_text(self) -> str:
        """The answer at the end, and whether it is right."""
        return self.shown.answer_text()

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        self.update()

    def sizeHint(self) -> QSize:
        """Room is welcome."""
        return QSize(px(200), px(90))

    def step_at(self, x: float) -> int:
        """The step below a pixel."""
        count = 1 if self.reading is None else len(self.reading.answers)
        return max(0, min(int(x / max(1, self.width()) * count), count - 1))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, the states and p(t): a picture, as there may be thousands of steps, and
        over it the cursor."""
        painter, look = QPainter(self), theme()
        everything = QRectF(self.rect())
        self._picture.paint(painter, *self.shown.stamp)
        self.shown.paint_cursor(painter, everything.size())
        if self.is_open or self.hasFocus():
            wide = stroke(2)
            painter.setPen(QPen(ink(look.accent), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = wide / 2
            painter.drawRect(everything.adjusted(half, half, -half, -half))

    def _draw(self, painter: QPainter) -> None:
        self.shown.paint_reading(painter, QSizeF(self.size()))

    # -- the user's hand ---------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the pointer."""
        text = self.describe(self.step_at(event.position().x()))
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the variant."""
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_here and self.reading is not None:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reading is not None:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
