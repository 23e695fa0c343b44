"""`PaddedCard`: a review brought to the length: what is cut, what is padded, and where."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from engine.counting import filled
from engine.text.review import Review
from engine.training.lecture import FIRST_ROW, pads_as_lecture
from gui.look.colours import ink
from gui.look.padding import paint_padding_span
from gui.look.scale import px
from gui.look.theme import Theme
from gui.training.card import Card, Shown, Stepper, line, say_lecture
from gui.training.cards.drawing import Drawing
from gui.training.cards.id_grid import IdGrid


class PaddedCard(Card):
    """``train_seq[n]``, as the lecture prints it; the user may choose which of the training reviews,
    and a step, both from 0."""

    nth_asked = Signal(int)
    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.nth = Stepper()
        self.nth.valueChanged.connect(self.nth_asked)
        self.head.addWidget(self.nth)
        self.bar, self.grid, self.effect = SpanBar(), IdGrid(), line("dim")
        self.grid.step_clicked.connect(self.step_asked)
        for widget in (self.bar, self.effect, self.grid):
            self.column.addWidget(widget)
        self.lecture = self.add_lecture()
        self.dress()

    def say(self, shown: Shown) -> None:
        """Show the row and what was done to make it."""
        recipe, review = shown.recipe, shown.review
        self.nth.show_value(shown.nth, 0, len(shown.preparation.learned) - 1)
        sides = "".join(
            f', {name}="post"'
            for name in ("padding", "truncating")
            if getattr(recipe, name) == "post"
        )
        self.code.setText(
            f"pad_sequences(train_input, maxlen={recipe.length}{sides})\n"
            f"train_seq.shape {(len(shown.preparation.learned), recipe.length)}"
            f"  train_seq[{shown.nth}]"
        )
        self.effect.setText(self._effect(review))
        text = self.tr("lecture: train_seq[0] begins {ids}")
        lecture = filled(text, {"ids": " ".join(map(str, FIRST_ROW))})
        says = shown.lecture and not shown.nth and pads_as_lecture(recipe)
        say_lecture(self.lecture, lecture if says else "")
        self.bar.show_review(review)
        self.bar.setAccessibleDescription(self.effect.text())
        self.grid.show_row(review, shown.step)
        self.grid.setAccessibleDescription(" ".join(map(str, review.inputs[:100].tolist())))

    def _effect(self, review: Review) -> str:
        count = len(review.token_ids)
        first, last = review.span
        cut, padded = count - (last - first), len(review) - (last - first)
        if cut:
            text = (
                self.tr("{count} ids: {cut} are cut in front, {kept} stay.")
                if review.encoding.truncating == "pre"
                else self.tr("{count} ids: {cut} are cut at the end, {kept} stay.")
            )
        elif padded:
            text = (
                self.tr("{count} ids, and {padded} of padding in front.")
                if review.encoding.padding == "pre"
                else self.tr("{count} ids, and {padded} of padding at the end.")
            )
        else:
            text = self.tr("{count} ids, as many as there are steps.")
        return filled(
            text,
            {
                "count": f"{count:,}",
                "cut": f"{cut:,}",
                "kept": f"{last - first:,}",
                "padded": f"{padded:,}",
            },
        )

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Padded and cut"))
        self.nth.setAccessibleName(self.tr("Training review"))
        self.nth.setToolTip(self.tr("Another review of those that are learned from"))
        self.bar.setAccessibleName(self.tr("What is cut, kept and padded"))
        self.bar.setToolTip(self.tr("Full: read by the network. Dashed: cut. Empty: padding."))
        self.grid.setAccessibleName(self.tr("The ids that the network reads"))


class SpanBar(Drawing):
    """The whole review as a bar: the part that is cut, the part that is kept, the padding."""

    fixed_height = 14
    _review: Review | None = None

    def show_review(self, review: Review) -> None:
        """Show what was done to a review."""
        self._review = review
        self.update()

    def parts(self) -> list[tuple[str, int]]:
        """From left to right, each "cut", "kept" or "padding" with its number of ids."""
        if (review := self._review) is None:
            return []
        first, last = review.span
        count, padded = len(review.token_ids), len(review) - (last - first)
        in_front = padded if review.encoding.padding == "pre" else 0
        parts = [
            *(("padding", in_front), ("cut", first), ("kept", last - first)),
            *(("cut", count - last), ("padding", padded - in_front)),
        ]
        return [(kind, size) for kind, size in parts if size]

    def paint(self, painter: QPainter, look: Theme) -> None:
        """Draw the parts to scale."""
        parts = self.parts()
        total = sum(size for _, size in parts) or 1
        each = self.width() / total
        x = 0.0
        for kind, size in parts:
            box = QRectF(x, 0, max(1.0, size * each), px(14))
            x += size * each
            if kind == "kept":
                painter.fillRect(box, ink(look.networks[0], 200))
                continue
            inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
            if kind == "padding":
                paint_padding_span(painter, look, inner)
                continue
            painter.fillRect(inner, ink(look.networks[0], 36))
            self._hatch(painter, look, inner)
            painter.setPen(QPen(QColor(look.faint), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)

    @staticmethod
    def _hatch(painter: QPainter, look: Theme, box: QRectF) -> None:
        painter.save()
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(look.faint, 110), 1))
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += 6
        painter.restore()
