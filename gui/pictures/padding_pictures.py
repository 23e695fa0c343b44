"""What padding and deleted words do to an answer, in a picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPainter

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.deletion import RANDOM, Deletion
from engine.explain.padding_lab import VariantReading, VariantScore
from gui.explain import page_questions
from gui.explain.deletion_plot import curves_of, order_title, paint_deletion
from gui.explain.explaining import SEED
from gui.explain.padding_shown import ShownCell, cell_scale, same_word
from gui.explain.padding_texts import class_name, variant_name
from gui.i18n.texts import explain
from gui.look.numbers_text import number
from gui.look.theme import CAPTION, theme
from gui.look.typefaces import typeface
from gui.pictures.explained import Explained
from gui.pictures.picture_page import BETWEEN, CAPTION_LINE, PicturePage
from gui.pictures.picture_texts import width_of, write


class PaddingLab(PicturePage):
    """Rows are ways to pad, columns are networks."""

    MIN_HEIGHT = 280.0

    def __init__(self, explained: Explained, box: QRectF) -> None:
        super().__init__(explained, box)
        self.variants = page_questions.variants(self.session, explained.explaining)
        titles = [width_of(variant_name(each), typeface(CAPTION)) for each in self.variants]
        self._aside = max(titles) + 12
        wide = (box.width() - self._aside - (len(self.boxes) - 1) * BETWEEN) / len(self.boxes)
        for nth, each in enumerate(self.boxes):
            each.setLeft(box.left() + self._aside + nth * (wide + BETWEEN))
            each.setWidth(wide)
            each.setBottom(box.bottom() - CAPTION_LINE)
        self._scores = [explained.scores(place) for place in range(len(self.session.panes))]

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.readings(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        if self.session.review is None:
            return _tr("padding lab"), _tr("The padding lab is for words.")
        said = _tr("this review in {count} steps, padded in four ways")
        return _tr("padding lab"), filled(said, {"count": f"{self.variants[0].length:,}"})

    def _tall(self) -> float:
        return self.boxes[0].height() / len(self.variants)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the names of the rows and what the bars are, too."""
        super().paint_ground(painter)
        tall, left = self._tall(), self.box.left()
        for nth, variant in enumerate(self.variants):
            line = QRectF(left, self.boxes[0].top() + nth * tall, self._aside - 8, tall)
            write(painter, line, variant_name(variant), theme().dim, typeface(CAPTION))
        scores = [each for found in self._scores if isinstance(found, tuple) for each in found]
        score = next((each for each in scores if isinstance(each, VariantScore)), None)
        found = [each for known in self.answers if isinstance(known, tuple) for each in known]
        said = _tr(
            "Colours: h, orange −{most} to blue +{most}. Line: p(t), padding shaded."
        ).format(most=number(cell_scale(found).state))
        if score is not None:
            bars = _tr("Bar: accuracy over {count} reviews (seed {seed}).")
            said += " " + filled(bars, {"count": score.count, "seed": SEED})
        foot = QRectF(left, self.box.bottom() - CAPTION_LINE + 2, self.box.width(), 14)
        write(painter, foot, said, theme().dim, typeface(CAPTION))

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """All of it moves with the step."""

    def paint_step(self, painter: QPainter) -> None:
        """Paint what moves with the step."""
        readings = [each for found in self.answers if isinstance(found, tuple) for each in found]
        scale, review = cell_scale(readings), self.session.review
        for place, box in enumerate(self.boxes):
            found, scores = self.answers[place], self._scores[place]
            if not isinstance(found, tuple) or review is None:
                continue
            for nth, each in enumerate(found):
                reading = each if isinstance(each, VariantReading) else None
                score = scores[nth] if isinstance(scores, tuple) else None
                of = ""
                if reading is not None:
                    network = self.session.panes[place].network
                    names = self.explained.explaining.class_names(network, reading.classes)
                    of = class_name(reading, names)
                cell = ShownCell(
                    reading,
                    score if isinstance(score, VariantScore) else None,
                    explain(each) if isinstance(each, GatescopeError) else "",
                    theme().networks[place % 3],
                    scale,
                    same_word(review, self.session.step, reading),
                    of,
                )
                painter.save()
                painter.translate(box.left(), box.top() + nth * self._tall())
                cell.paint(painter, QSizeF(box.width(), self._tall() - 6))
                painter.restore()


class Deletions(PicturePage):
    """How far the answer falls as words are deleted, method by method."""

    def answer(self, place: int) -> object:
        """See `PicturePage`."""
        return self.explained.deletion(place)

    def heading(self) -> tuple[str, str]:
        """See `PicturePage`."""
        found = next((each for each in self.answers if isinstance(each, Deletion)), None)
        said = ""
        if found is not None:
            text = _tr("the mean answer as words are deleted, over {count} reviews (seed {seed})")
            if not found.of_words:
                text = _tr(
                    "the mean answer as steps are deleted, over {count} windows (seed {seed})"
                )
            said = filled(text, {"count": found.reviews, "seed": found.seed})
        return _tr("deletion curves"), said

    def paint_answer(self, painter: QPainter, place: int, box: QRectF) -> None:
        """See `PicturePage`."""
        deletion = self.answers[place]
        assert isinstance(deletion, Deletion)
        area = box.adjusted(0, CAPTION_LINE, 0, -14)
        left = box.left()
        for name, colour, _ in curves_of(deletion):
            said = order_title(name)
            if name != RANDOM:
                said += f" {number(deletion.area(name)[0], 2, sign=True)}"
            room = QRectF(left, box.top(), box.right() - left, CAPTION_LINE - 2)
            left += write(painter, room, said, colour, typeface(CAPTION)) + 14
        paint_deletion(painter, area, deletion)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
