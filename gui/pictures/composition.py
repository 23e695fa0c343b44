"""`Composition`: what a session shows as one picture of a chosen size, without the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from engine.session.session import Session
from engine.session.state import SCALES
from gui.export.picture import Paint
from gui.look.scale import usual_scale
from gui.look.theme import LIGHT, Theme, theme, wearing
from gui.pictures.block import Block
from gui.pictures.cell import CellBlock, CellParts
from gui.pictures.header import HEIGHT as HEADER
from gui.pictures.header import Header
from gui.pictures.history import History, HistoryBlock
from gui.pictures.networks import NetworkBlock, PaneParts, Spans, min_height
from gui.pictures.partial import Partial
from gui.pictures.prediction import Predictions
from gui.pictures.words import SIZES, Columns, Words, line_height, words_height

PARTS = ("words", "prediction", "maps", "curves", "cell", "equations")
"""What a picture may show; the header is always there."""

MIN_PREDICTION, MAX_PREDICTION = 94.0, 160.0
MIN_CELL, MAX_CELL = 230.0, 330.0
MIN_MIDDLE = 300.0
"""The least width that is left for the networks beside the cell."""

MIN_BESIDE = 420.0
"""The least width of the predictions with a training beside them."""

MIN_PANE = 150.0


@dataclass(frozen=True)
class Content:
    """What of a session is drawn, and how.

    Attributes:
        parts: some of `PARTS`.
        heading: a title; "" for the name of what is read.
        dims: whether the steps to come are dimmed.
        scale: of the colours and curves, one of `SCALES`.
        curves: the keys of the series whose curves are drawn, by place; None for the usual ones.
        history: the training runs whose epochs are filmed, None if it is something else.
        spans: values that the scales have to hold besides those of the trace, ``(N, U)``, by
            place and series: those of the other frames of an animation.
        facts: what stands below each network's name, by place.
        ends: what a prediction of 0 and of 1 stands for, "" where that is not known.
        columns: what the columns of numbers are called.
    """

    parts: frozenset[str] = frozenset(PARTS)
    heading: str = ""
    dims: bool = False
    scale: str = SCALES[0]
    curves: Mapping[int, tuple[str, ...]] | None = None
    history: History | None = None
    spans: Spans = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    columns: tuple[str, ...] = ()


@dataclass
class Composition:
    """A session laid out on a sheet.

    It is laid out for the networks, the reading and the units of the moment; the step may be moved
    afterwards.

    Attributes:
        size: of the sheet, in pixels of the window's typefaces.
        blocks: the parts, the header first.
        notes: sentences about what had no room.
    """

    session: Session
    content: Content
    size: QSizeF
    look: Theme = LIGHT
    notes: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        with wearing(self.look), usual_scale():
            self.blocks = list(self._lay_out())

    def paint(self, painter: QPainter) -> None:
        """Paint the whole picture."""
        for part in self.parts:
            part(painter)

    @property
    def parts(self) -> tuple[Paint, ...]:
        """What paints it, part after part."""
        return (*self._ground_parts, *self._step_parts)

    @property
    def _ground_parts(self) -> tuple[Paint, ...]:
        parts = (self._fill, *(block.paint_ground for block in self.blocks))
        return tuple(partial(self._paint, part) for part in parts)

    @property
    def _step_parts(self) -> tuple[Paint, ...]:
        return tuple(partial(self._paint, block.paint_step) for block in self.blocks)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what does not depend on the step."""
        for part in self._ground_parts:
            part(painter)

    def paint_step(self, painter: QPainter) -> None:
        """Paint what does, above it."""
        for part in self._step_parts:
            part(painter)

    def _fill(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), _ground())

    def _paint(self, part: Paint, painter: QPainter) -> None:
        with wearing(self.look), usual_scale():
            painter.save()
            part(painter)
            painter.restore()

    # -- layout ------------------------------------------------------------------

    def _lay_out(self) -> Iterator[Block]:
        session = self.session
        margin = 14.0 if self.size.width() < 800 else 24.0
        self._gap = 10.0 if self.size.height() < 600 else 16.0
        sheet = QRectF(0, 0, self.size.width(), self.size.height())
        sheet.adjust(margin, margin * 0.8, -margin, -margin * 0.6)
        box = QRectF(sheet.left(), sheet.top(), sheet.width(), HEADER)
        sheet.setTop(box.bottom() + 6)
        blocks: list[Block] = []
        partial = Partial(session, sheet)
        if partial.lines:
            blocks.append(partial)
            sheet.setTop(partial.box.bottom() + 6)
        if session.sequence is None:
            self.notes.append(_tr("Nothing has been read yet: open a review first."))
        else:
            cell = self._cell(sheet)
            if cell is not None:
                blocks.append(cell)
                sheet.setRight(cell.box.left() - 1.5 * self._gap)
            blocks += self._middle(sheet)
        explains = any(isinstance(block, Words) for block in blocks)
        yield Header(session, box, self.content.heading, explains_shade=explains)
        yield from blocks

    def _cell(self, sheet: QRectF) -> Block | None:
        parts, pane = self.content.parts, self.session.focused
        wanted = CellParts("cell" in parts, "equations" in parts)
        if not (wanted.diagram or wanted.equations) or pane is None or pane.layer_trace is None:
            return None
        others = parts - {"cell", "equations"}
        wide = min(MAX_CELL, max(MIN_CELL, 0.27 * sheet.width())) if others else sheet.width()
        if others and sheet.width() - wide < MIN_MIDDLE:
            self.notes.append(_tr("The cell has no room beside the networks."))
            return None
        box = QRectF(sheet.right() - wide, sheet.top(), wide, sheet.height())
        block = CellBlock(self.session, box, wanted)
        if block.leaves_out_equations:
            self.notes.append(_tr("The equations have no room."))
        return block

    def _middle(self, sheet: QRectF) -> Iterator[Block]:
        """Words, prediction and networks below each other: the networks get what is left."""
        content, session = self.content, self.session
        parts = PaneParts(
            "maps" in content.parts, "curves" in content.parts, content.scale, content.dims
        )
        shows_panes = parts.maps or parts.curves
        least = min_height(session, parts) if shows_panes else 0.0
        shows_prediction = "prediction" in content.parts
        room = sheet.height() - least
        predicted = 0.0
        if shows_prediction:
            predicted = min(MAX_PREDICTION, max(MIN_PREDICTION, 0.18 * sheet.height()))
            predicted = max(MIN_PREDICTION, min(predicted, room - self._gap))
        if "words" in content.parts:
            reserve = predicted + self._gap if shows_prediction else 0.0
            share = 0.32 * sheet.height() if shows_panes or shows_prediction else sheet.height()
            yield from self._words(sheet, min(share, room - reserve - self._gap))
        if shows_prediction:
            alone = sheet.height() if not shows_panes else predicted
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), alone)
            sheet.setTop(box.bottom() + self._gap)
            history = self._history(box)
            if history is not None:
                yield history
                box.setRight(history.box.left() - 1.5 * self._gap)
            yield Predictions(session, box, dims=content.dims, ends=content.ends)
        if shows_panes:
            if sheet.height() < least - 1:
                self.notes.append(
                    _tr("There is little room: make it larger, or the scale smaller.")
                )
            yield from self._panes(sheet, parts)

    def _history(self, box: QRectF) -> Block | None:
        """Beside the predictions: how the training went."""
        if self.content.history is None:
            return None
        if box.width() < MIN_BESIDE:
            self.notes.append(_tr("The curve of the training has no room."))
            return None
        left = box.right() - 0.34 * box.width()
        beside = QRectF(left, box.top(), box.right() - left, box.height())
        return HistoryBlock(self.session, beside, self.content.history)

    def _words(self, sheet: QRectF, room: float) -> Iterator[Block]:
        review, dims = self.session.review, self.content.dims
        if room < line_height(SIZES[-1]):
            self.notes.append(_tr("The words have no room."))
            return
        block: Block
        if review is None:
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), min(room, 110.0))
            block = Columns(self.session, box, self.content.columns, dims=dims)
        else:
            tall = words_height(review, sheet.width(), room)
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), tall)
            block = words = Words(self.session, box, review, dims=dims)
            if words.is_cut:
                self.notes.append(_tr("Of the words, only the lines around the step have room."))
        yield block
        sheet.setTop(box.bottom() + self._gap * 0.6)

    def _panes(self, sheet: QRectF, parts: PaneParts) -> Iterator[Block]:
        count = max(1, len(self.session.panes))
        wide = (sheet.width() - (count - 1) * 1.5 * self._gap) / count
        if wide < MIN_PANE:
            self.notes.append(_tr("There is little room: make it larger, or the scale smaller."))
        for place in range(len(self.session.panes)):
            left = sheet.left() + place * (wide + 1.5 * self._gap)
            box = QRectF(left, sheet.top(), wide, sheet.height())
            facts = self.content.facts[place] if place < len(self.content.facts) else ""
            chosen = (self.content.curves or {}).get(place)
            yield NetworkBlock(
                self.session,
                box,
                place,
                parts,
                facts=facts,
                curves=chosen,
                spans=self.content.spans,
            )


def _ground() -> QColor:
    """The sheet: white on paper, the window's ground where it is dark."""
    return QColor(theme().ground if theme().dark else theme().surface)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
