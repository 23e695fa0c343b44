"""`Composition`: what a session shows as one picture of a chosen size, without the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from engine.session.session import Session
from engine.session.state import SCALES
from gui.explain.explaining import Explaining
from gui.export.picture import Paint
from gui.i18n.context import translator
from gui.i18n.texts import row_text
from gui.look.scale import usual_scale
from gui.look.theme import LIGHT, Theme, theme, wearing
from gui.pictures.block import Block
from gui.pictures.cell import CellBlock, CellParts
from gui.pictures.edit_notes import Edited
from gui.pictures.explained import Explained
from gui.pictures.explained_pages import PAGES
from gui.pictures.explained_strips import Attributions, Memories, strip_heights
from gui.pictures.header import HEIGHT as HEADER
from gui.pictures.header import Header
from gui.pictures.networks import NetworkBlock, PaneParts, Spans
from gui.pictures.partial import Partial
from gui.pictures.parts import EXPLAINED_ROWS, PART_ROWS, PARTS, STRIPS, YIELDING
from gui.pictures.prediction import Predictions, room_of_ends
from gui.pictures.review_block import Columns, Words, words_height
from gui.pictures.room import MIN_PREDICTION, PANES, Room
from gui.pictures.training_history import History, HistoryBlock

_tr = translator("Picture")

MAX_PREDICTION = 160.0
MIN_CELL, MAX_CELL = 230.0, 330.0
MIN_MIDDLE = 300.0
"""The least width that is left for the networks beside the cell."""

MIN_BESIDE = 420.0
"""The least width of the predictions with a training beside them."""


@dataclass(frozen=True)
class Content:
    """What of a session is drawn, and how.

    Attributes:
        parts: some of `PARTS` and of `EXPLAINED`.
        heading: a title; "" for the name of what is read.
        dims: whether the steps to come are dimmed.
        scale: of the colours and curves, one of `SCALES`.
        curves: the keys of the series whose curves are drawn, by place; None for the usual ones.
        maps: likewise the key of the series that is shown as pictures.
        history: the training runs whose epochs are filmed, None if it is something else.
        spans: values that the scales have to hold besides those of the trace, ``(N, U)``, by
            place and series: those of the other frames of an animation.
        facts: what stands below each network's name, by place.
        ends: what a prediction of 0 and of 1 stands for, "" where that is not known.
        answers: whose answers the predictions are, by place; none for the networks' names.
        columns: what the columns of numbers are called.
        explaining: what has been found out, for the parts that explain.
    """

    parts: frozenset[str] = frozenset(PARTS)
    heading: str = ""
    dims: bool = False
    scale: str = SCALES[0]
    curves: Mapping[int, tuple[str, ...]] | None = None
    maps: Mapping[int, str] = field(default_factory=dict)
    history: History | None = None
    spans: Spans = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    answers: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    explaining: Explaining | None = None


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
        for said in (Partial, Edited):
            line = said(session, sheet)
            if line.lines:
                blocks.append(line)
                sheet.setTop(line.box.bottom() + 6)
        if session.sequence is None:
            self.notes.append(_tr("Nothing has been read yet: open a review first."))
        else:
            content = self.content
            explained = Explained(session, content.explaining) if content.explaining else None
            room = Room(session, explained, self._gap)
            if (cell := self._cell(sheet, room)) is not None:
                blocks.append(cell)
                sheet.setRight(cell.box.left() - 1.5 * self._gap)
            blocks += self._middle(sheet, room)
        explains = any(isinstance(block, Words) for block in blocks)
        yield Header(session, box, self.content.heading, explains_shade=explains)
        yield from blocks

    def _cell(self, sheet: QRectF, room: Room) -> Block | None:
        parts, pane = self.content.parts, self.session.focused
        wanted = CellParts("cell" in parts, "equations" in parts)
        if not (wanted.diagram or wanted.equations) or pane is None or pane.layer_trace is None:
            return None
        others = parts - {"cell", "equations"}
        wide = min(MAX_CELL, max(MIN_CELL, 0.27 * sheet.width())) if others else sheet.width()
        if others and sheet.width() - wide - 1.5 * self._gap < room.beside(others, MIN_MIDDLE):
            self.notes.append(_tr("The cell has no room beside the networks."))
            return None
        box = QRectF(sheet.right() - wide, sheet.top(), wide, sheet.height())
        block = CellBlock(self.session, box, wanted)
        if block.leaves_out_equations:
            self.notes.append(_tr("The equations have no room."))
        return block

    def _middle(self, sheet: QRectF, room: Room) -> Iterator[Block]:
        """Words, prediction, what explains and networks below each other: each its least height,
        the first of them then the height that it wants, the last what is left."""
        content, session, explained = self.content, self.session, room.explained
        shown = room.fitting(sheet, content.parts)
        self._name_left_out(shown)
        least = room.least(sheet.width(), shown)
        free = sheet.height() + self._gap - sum(least.values())
        fills = bool(least.keys() - {"words", "prediction"})
        if "words" in least:
            lines, top = least["words"] - self._gap, sheet.top()
            share = (0.32 if len(least) > 1 else 1.0) * sheet.height()
            yield self._words(sheet, min(max(share, lines), lines + free))
            free -= sheet.top() - top - least["words"]
        if "prediction" in least:
            wanted = min(MAX_PREDICTION, max(MIN_PREDICTION, 0.18 * sheet.height()))
            tall = min(wanted, MIN_PREDICTION + free) if fills else sheet.height()
            free -= tall - MIN_PREDICTION
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), tall)
            sheet.setTop(box.bottom() + self._gap)
            if (history := self._history(box)) is not None:
                yield history
                box.setRight(history.box.left() - 1.5 * self._gap)
            yield Predictions(
                session, box, dims=content.dims, ends=content.ends, names=content.answers
            )
        rooms = {name: low for name, low in least.items() if name == PANES or name in PAGES}
        for name, low in least.items():
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), low - self._gap)
            if name in STRIPS and explained is not None:
                more = min(free, strip_heights(name, explained)[1] - box.height())
                free -= more
                box.setHeight(box.height() + more)
                yield self._strip(explained, name, box)
            elif name in rooms:
                box.setHeight(box.height() + free * low / sum(rooms.values()))
                if name == PANES:
                    maps, curves = "maps" in shown, "curves" in shown
                    parts = PaneParts(maps, curves, content.scale, content.dims)
                    yield from self._panes(box, parts)
                elif explained is not None:
                    yield PAGES[name](explained, box)
            else:
                continue
            sheet.setTop(box.bottom() + self._gap)

    def _name_left_out(self, shown: AbstractSet[str]) -> None:
        """Say what is wanted and has no room."""
        gone = (self.content.parts & set(YIELDING)) - shown
        if rows := [row for row in (*PART_ROWS, *EXPLAINED_ROWS) if row.name in gone]:
            named = ", ".join(row_text(row.text) for row in rows)
            self.notes.append(_tr("These parts have no room: {parts}.").format(parts=named))

    def _strip(self, explained: Explained, name: str, box: QRectF) -> Block:
        """On the time axis of the predictions."""
        content = self.content
        right = room_of_ends(content.ends) if "prediction" in content.parts else 0.0
        strip = Attributions if name == "attribution" else Memories
        return strip(explained, box, right, dims=content.dims)

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

    def _words(self, sheet: QRectF, room: float) -> Block:
        review, dims = self.session.review, self.content.dims
        block: Block
        if review is None:
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), min(room, 110.0))
            block = Columns(self.session, box, self.content.columns, dims=dims)
        else:
            written = self.session.written_after(len(review))
            tall = words_height(review, sheet.width(), room, written)
            box = QRectF(sheet.left(), sheet.top(), sheet.width(), tall)
            block = words = Words(self.session, box, review, dims=dims)
            if words.is_cut:
                self.notes.append(_tr("Of the words, only the lines around the step have room."))
        sheet.setTop(box.bottom() + self._gap * 0.6)
        return block

    def _panes(self, sheet: QRectF, parts: PaneParts) -> Iterator[Block]:
        count = max(1, len(self.session.panes))
        wide = (sheet.width() - (count - 1) * 1.5 * self._gap) / count
        for place in range(len(self.session.panes)):
            left = sheet.left() + place * (wide + 1.5 * self._gap)
            box = QRectF(left, sheet.top(), wide, sheet.height())
            facts = self.content.facts[place] if place < len(self.content.facts) else ""
            yield NetworkBlock(
                self.session,
                box,
                place,
                parts,
                facts=facts,
                curves=(self.content.curves or {}).get(place),
                spans=self.content.spans,
                shown=self.content.maps.get(place, ""),
            )


def _ground() -> QColor:
    """The sheet: white on paper, the window's ground where it is dark."""
    return QColor(theme().ground if theme().dark else theme().surface)
