"""`WordsView`: the review word by word, coloured by the chosen signal."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from engine.session.session import Session
from engine.text.dictionary import START
from engine.text.review import Review
from gui.kit.display import Display
from gui.kit.tips import tip
from gui.kit.view import Viewing
from gui.kit.wheel import Wheel
from gui.look.colours import ink
from gui.look.meanings import meaning
from gui.look.numbers_text import number
from gui.look.padding import paint_padding_words
from gui.look.painted_text import TextPainter
from gui.look.scale import px, sized, stroke
from gui.look.signal_colours import session_colours
from gui.look.theme import theme
from gui.look.typefaces import typeface
from gui.look.written import paint_written_word
from gui.naming import step_title
from gui.review.flow import LINE, PAD, SIZE, Measured
from gui.review.shade_menu import shade_name

FRAME = 2
"""What the frame of the current word may take outside its box."""

_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush()


class WordsView(Viewing, QAbstractScrollArea):
    """Words flow in lines; padding is a dim dot, an unknown word is underlined with dots,
    the current word is framed, and words to come are dimmed.

    Signals:
        flowed(): the text flows in another number of lines.
        span_chosen(int, int): the user has drawn across words with Shift, from the first of them
            to the last.
    """

    flowed = Signal()
    span_chosen = Signal(int, int)

    def __init__(self, session: Session, display: Display, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes: list[QRectF] = []
        self._tops: list[float] = []
        self._starts: list[int] = []
        self._colours: list[QColor] = []
        self._step = 0
        self._drop: int | None = None
        self._span: tuple[int, int] | None = None  # from where to where, as they were drawn
        self._is_drawing = False
        self._flowed: Review | None = None  # what is laid out
        self._unknown: list[bool] = []  # at every step of it
        self._padding: list[bool] = []
        self._measured = Measured((), np.zeros(0, bool))
        self._measured_of: tuple[object, ...] = ()
        self._shared: tuple[object, ...] = ()  # what stands in the boxes, and in which width
        self._written: tuple[str, ...] = ()  # what a network wrote after it
        self._display = display
        self._wheel = Wheel()
        self.setFrameShape(QFrame.Shape.NoFrame)
        sized(self.setMinimumWidth, 200)
        self._lines = 2
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        sized(self.verticalScrollBar().setSingleStep, LINE)
        self.rescale()
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.step_changed, self.show_step)
        self.subscribe(session.shade_changed, self.show_shade)
        self.subscribe(session.focus_changed, self._show_focus)
        display.future_changed.connect(self._repaint)
        self.dress()

    # -- what is shown -----------------------------------------------------------

    def show_trace(self) -> None:
        """Lay out the session's review."""
        self._step = self._session.step
        if self._session.review is not self._flowed:
            self._span = None
        self._unknown = self._find_unknown()
        self._lay_out_anew()  # other gates, or other networks, leave the words where they are
        self.show_shade()
        self._follow()

    def _lay_out_anew(self) -> None:
        """Lay the words out, if they are others."""
        review = self._session.review
        is_other = review is not self._flowed or self._written != self._words_written(review)
        if is_other or review is None:
            self._lay_out()

    def _words_written(self, review: Review | None) -> tuple[str, ...]:
        return () if review is None else self._session.written_after(len(review))

    def _show_focus(self) -> None:
        self._unknown = self._find_unknown()
        self._lay_out_anew()
        self._repaint()

    def show_shade(self) -> None:
        """Colour the words by the session's signal."""
        colours = session_colours(self._session)
        self._colours = []
        if colours is not None:
            channels, strength = colours
            alphas = np.where(np.isnan(strength), 0, 40 + 150 * np.nan_to_num(strength))
            pairs = zip(channels.tolist(), alphas.astype(int).tolist(), strict=True)
            self._colours = [QColor(red, green, blue, a) for (red, green, blue), a in pairs]
        self.viewport().update()

    def show_step(self, step: int) -> None:
        """Move the frame to another word."""
        old, self._step = self._step, step
        if not self._boxes:
            return
        first, last = min(old, step), max(old, step)
        if first >= len(self._boxes):
            return
        last = min(last, len(self._boxes) - 1)
        offset = self.verticalScrollBar().value()
        if not self._follow():
            self.viewport().update(self._region(first, last).translated(0, -offset))

    def _region(self, first: int, last: int) -> QRegion:
        """Where the words from one step to another stand, with the frame around a word."""
        region, frame = QRegion(), px(FRAME)
        while first <= last:
            line = bisect_right(self._starts, first)
            end = min(last, self._starts[line] - 1 if line < len(self._starts) else last)
            words = self._boxes[first].united(self._boxes[end])
            region += words.toAlignedRect().adjusted(-frame, -frame, frame, frame)
            first = end + 1
        return region

    def _repaint(self) -> None:
        self.viewport().update()

    def retranslate(self) -> None:
        """Name the view."""
        self.setAccessibleName(self.tr("the review, word by word"))
        self.viewport().update()

    def rescale(self) -> None:
        """Flow the words anew, in larger or smaller letters."""
        self.setMinimumHeight(self.height_of(1))
        self._lay_out()
        self._follow()

    def restyle(self) -> None:
        """Take the signal's colours from the theme of the moment."""
        self.show_shade()

    # -- layout ------------------------------------------------------------------

    def _lay_out(self) -> None:
        review = self._flowed = self._session.review
        self._written = self._words_written(review)
        if review is None:
            self._boxes, self._tops, self._starts, self._shared = [], [], [], ()
            self.verticalScrollBar().setRange(0, 0)
            self._show_lines(2)
            return
        if self._measured_of != (of := (review, self._written, stroke(1))):
            self._padding = review.padding.tolist()
            padding = np.append(review.padding, np.zeros(len(self._written), bool))
            self._measured = Measured((*review.steps, *self._written), padding)
            self._measured_of = of
        # Without a scroll bar, if the text fits; the bar takes room, and then it fits less.
        bar, words, line = self.verticalScrollBar(), self._measured, px(LINE)
        self._show_lines(len(words.starts(self.width())))
        page, room = self.height(), self.width()
        if len(words.starts(room)) * line > page:
            room -= bar.sizeHint().width()
        if self._shared != (shared := (words, room)):
            self._shared = shared
            self._starts, self._boxes = words.starts(room), words.boxes(room)
            self._tops = [float(line * nth) for nth in range(len(self._starts))]
        bar.setRange(0, -(-max(0, line * len(self._starts) - page) // line) * line)
        bar.setPageStep(page)

    def _show_lines(self, lines: int) -> None:
        """Ask for the height of so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.flowed.emit()

    @property
    def lines(self) -> int:
        """How many lines the text has at this width."""
        return self._lines

    @staticmethod
    def height_of(lines: int) -> int:
        """The height in which so many lines can be seen."""
        return lines * px(LINE) + 2

    def _follow(self) -> bool:
        """Scroll so that the current word can be seen, and a line beside it where there is room."""
        if self._step >= len(self._boxes):
            return False
        bar, high = self.verticalScrollBar(), px(LINE)
        before = bar.value()
        line = int(self._boxes[self._step].top()) // high
        room = max(1, self.viewport().height() // high)  # whole lines: no line is cut in half
        first = before // high
        beside = min(1, room - 1)
        if line < first or before % high:
            bar.setValue(max(0, line - beside) * high)
        elif line > first + room - 1 - beside:
            bar.setValue((line - room + 1 + beside) * high)
        if bar.value() != before:
            self.viewport().update()
            return True
        return False

    def word_at(self, x: float, y: float) -> int | None:
        """The step whose word is at a point of the viewport."""
        y += self.verticalScrollBar().value()
        line = bisect_right(self._tops, y) - 1
        if line < 0 or y > self._tops[line] + px(LINE):
            return None
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._boxes)
        for step in reversed(range(self._starts[line], end)):
            if self._boxes[step].left() - 1 <= x:
                return step if x <= self._boxes[step].right() + 2 else None
        return None

    def step_near(self, at: QPointF) -> int | None:
        """The step whose word is at a point of the viewport."""
        return self.word_at(at.x(), at.y())

    def held_at(self, at: QPointF) -> int | None:
        """The word that a drag takes along from there; from padding, from what is written, or
        beside the words, a drag reads along."""
        step, review = self.step_near(at), self._session.review
        if step is None or review is None or step >= len(review) or review.padding[step]:
            return None
        return step

    def show_drop(self, step: int | None) -> None:
        """Mark the word in whose place another would be put."""
        self._drop = step
        self.viewport().update()

    def box_of(self, step: int) -> QRect:
        """Where a word stands, in the viewport."""
        return self._boxes[step].translated(0, -self.verticalScrollBar().value()).toRect()

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(px(600), px(4 * LINE + 2))

    # -- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words inside the area that asks for it."""
        painter, look = QPainter(self.viewport()), theme()
        painter.fillRect(event.rect(), ink(look.ground))
        review = self._session.review
        if review is None or len(self._boxes) != len(review) + len(self._written):
            painter.setPen(QColor(look.dim))
            painter.setFont(typeface(SIZE))
            painter.drawText(
                self.viewport().rect(),
                Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
                self.tr("Choose a review, or write one of your own, in Reviews on the left."),
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface(SIZE))
        offset = self.verticalScrollBar().value()
        area = event.region().translated(0, offset)
        bounds = area.boundingRect()
        painter.translate(0, -offset)
        unknown = self._unknown
        first_line = max(0, bisect_right(self._tops, bounds.top()) - 1)
        wide, texts = px(FRAME), TextPainter(painter)
        left, right = float(bounds.left() - wide), bounds.right() + wide
        bottom, is_scattered = bounds.bottom(), area.rectCount() > 1
        foot = offset + self.viewport().height()
        for start, end in pairwise([*self._starts[first_line:], len(self._boxes)]):
            if self._boxes[start].top() > bottom or self._boxes[start].bottom() > foot:
                break  # a line that is cut at the foot is not painted
            step = bisect_left(self._boxes, left, start, end, key=QRectF.right)
            while step < end and (box := self._boxes[step]).left() <= right:
                if dots := self._plain_padding(step, end):
                    painter.setOpacity(self._opacity(step))
                    paint_padding_words(painter, texts, look, box, SIZE, dots)
                    step += dots
                    continue
                frame = wide if step == self._step else 0
                place = box.toAlignedRect().adjusted(-frame, -frame, frame, frame)
                if bounds.intersects(place) and (not is_scattered or area.intersects(place)):
                    is_unknown = step < len(review) and unknown[step]
                    word = self._word(review, step)
                    self._paint_word(painter, texts, step, box, word, unknown=is_unknown)
                    if step >= len(review):
                        paint_written_word(painter, look, box)
                step += 1

    def _plain_padding(self, step: int, end: int) -> int:
        """How many steps of padding stand beside each other from a step on and look the same:
        neither read now, nor framed, nor underlined, and all read or all to come."""
        last = end if step > self._step else min(end, self._step)
        if self._drop is not None or self.span is not None:
            last = step
        first = step
        while step < last and step < len(self._padding) and self._padding[step]:
            step += 1
        return step - first

    def _opacity(self, step: int) -> float:
        """What is to come is paler."""
        return 0.62 if step > self._step and not self._display.shows_future else 1.0

    def _word(self, review: Review, step: int) -> str | None:
        """What is read at a step, or written; None for padding."""
        if step >= len(review):
            return self._written[step - len(review)]
        return None if review.padding[step] else review.steps[step]

    def _find_unknown(self) -> list[bool]:
        """Which words the focused network does not know; where it reads no words, the first that
        does."""
        review = self._session.review
        if review is None:
            return []
        readers = [pane for pane in self._session.panes if pane.network.reads_words]
        focused = self._session.focused
        pane = focused if focused in readers else next(iter(readers), None)
        if self._session.panes and pane is None:
            return [False] * len(review)
        read = None if pane is None or pane.trace is None else pane.trace.sequence
        if isinstance(read, Review) and len(read) == len(review):
            return list(read.unknown)
        if pane is None or pane.network.vocabulary_size is None:
            return list(review.unknown)
        return list(review.within(pane.network.vocabulary_size).unknown)

    def _paint_word(
        self,
        painter: QPainter,
        texts: TextPainter,
        step: int,
        box: QRectF,
        word: str | None,
        *,
        unknown: bool,
    ) -> None:
        """Paint a step; padding has no word."""
        look = theme()
        opacity = self._opacity(step)
        if step < len(self._colours) and word is not None:
            painter.setOpacity(1.0 if opacity == 1.0 else 0.42)
            painter.setPen(_NO_PEN)
            painter.setBrush(self._colours[step])
            painter.drawRoundedRect(box, px(4), px(4))
        painter.setOpacity(opacity)
        if word is None:
            paint_padding_words(painter, texts, look, box, SIZE)
        else:
            painter.setPen(ink(look.text))
            texts.paint_centred(box, word, SIZE)
        if unknown and word is not None:
            painter.setPen(QPen(QColor(look.dim), 1, Qt.PenStyle.DotLine))
            y = round(box.bottom()) - 2.5
            painter.drawLine(QPointF(box.left() + px(PAD), y), QPointF(box.right() - px(PAD), y))
        painter.setOpacity(1.0)
        if self.span is not None and self.span[0] <= step <= self.span[1]:
            line = QRectF(box.left() - px(2), box.bottom() - px(2), box.width() + px(4), px(2))
            painter.fillRect(line, ink(look.accent))
        if step in (self._step, self._drop):
            pen = QPen(ink(look.accent), 2)
            if step == self._drop:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(_NO_BRUSH)
            frame = box.adjusted(-1, px(2), 1, -px(2)) if word is None else box
            painter.drawRoundedRect(frame, px(4), px(4))

    # -- the user's hand ---------------------------------------------------------

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last step that the user has drawn across; None where none are."""
        return None if self._span is None else (min(self._span), max(self._span))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the word below the pointer; with Shift, a span begins there."""
        if event.button() == Qt.MouseButton.LeftButton:
            step = self.step_near(event.position())
            with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            self._is_drawing = with_shift and step is not None
            self._draw_span(step if self._is_drawing else None)
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A span ends here."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_drawing:
            self._is_drawing = False
            if self.span is not None:
                self.span_chosen.emit(*self.span)

    def _draw_span(self, start: int | None, end: int | None = None) -> None:
        span = None if start is None else (start, start if end is None else end)
        if span != self._span:
            self._span = span
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read along with the button down, explain a word without."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            step = self.step_near(event.position())
            if self._is_drawing and self._span is not None and step is not None:
                self._draw_span(self._span[0], step)
            self._go(event)
            return
        step = self.word_at(event.position().x(), event.position().y())
        text = "" if step is None else self._describe(step)
        QToolTip.showText(event.globalPosition().toPoint(), tip(text), self.viewport())

    def _go(self, event: QMouseEvent) -> None:
        step = self.word_at(event.position().x(), event.position().y())
        if step is not None:
            self._session.step = step

    def _describe(self, step: int) -> str:
        review = self._session.review
        if review is None:
            return ""
        place = self.tr("step {step}").format(step=f"{step + 1:,}")
        if step >= len(review):
            return step_title(self._session, step)
        if review.padding[step]:
            return f"{place} · {meaning('padding')}"
        lines = [f"{place} “{review.steps[step]}”"]
        if review.counts.marks and review.steps[step] == START:
            lines.append(meaning("start"))
        if self._unknown[step]:
            lines.append(meaning("unknown"))
        values = self._session.shading()
        if values is not None:
            value = number(float(values[step]), 3, sign=True)
            lines.append(f"{shade_name(self._session)} = {value}")
        return "\n".join(
            [
                *lines,
                self.tr(
                    "Double-click: replace it. Drag: move it. Shift and drag: select words for "
                    "“Where else?”. Right click: more"
                ),
            ]
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel; with Ctrl or Shift, scroll the text."""
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().wheelEvent(event)
            return
        self._session.step -= self._wheel.notches(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow the words anew."""
        super().resizeEvent(event)
        before = self.size()
        self._lay_out()
        if self.size() != before:  # other lines asked for: Qt lays out no viewport inside a resize
            self.setViewportMargins(0, 0, 0, 0)
        self._follow()
