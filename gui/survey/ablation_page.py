"""`AblationPage`: how right the network is without a unit, with a gate held, or as it is edited."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from operator import attrgetter
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.counting import filled
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.edits import LayerEdit, of_layers
from engine.survey.ablation import Ablation, Ablations, TrialCache, ablate, with_edits
from engine.survey.passes import Workers
from engine.survey.survey import Survey
from gui.i18n.texts import explain
from gui.kit.layouts import column
from gui.kit.widgets import label
from gui.look.colours import ink
from gui.look.meanings import series_name
from gui.look.numbers_text import number, true_minus
from gui.look.scale import px, stroke
from gui.look.theme import GAP, theme
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.share_texts import interval, share_text
from gui.survey.surveying import Wanted
from gui.survey.table import ROW, Column, Index, SurveyTable


class IntervalDelegate(QStyledItemDelegate):
    """Paints the change of an `Ablation` and its interval on a scale that all rows share."""

    def __init__(self, parent: SurveyTable) -> None:
        super().__init__(parent)
        self.ends = -1.0, 1.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A line from end to end, a dot, and where nothing changes."""
        each: Ablation = index.data(ROW)
        look, box = theme(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, ink(look.raised))
        box.adjust(px(GAP), 0, -px(GAP), 0)
        low, high = self.ends

        def x_of(value: float) -> float:
            return box.left() + (value - low) / (high - low) * box.width()

        middle = box.center().y()
        painter.setPen(QPen(ink(look.line), stroke(1)))
        painter.drawLine(QPointF(x_of(0), box.top()), QPointF(x_of(0), box.bottom()))
        colour = ink((look.bad if each.change < 0 else look.good) if each.is_sure else look.faint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, stroke(2)))
        painter.drawLine(QPointF(x_of(each.low), middle), QPointF(x_of(each.high), middle))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x_of(each.change), middle), stroke(3), stroke(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as there is room."""
        return QSize(px(120), px(24))


class AblationPage(SurveyPage):
    """One row a change, what costs most first; one for all edits of layers together."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self.rows = self.shown_table = SurveyTable()
        self.rows.opened.connect(self._choose)
        self._intervals = IntervalDelegate(self.rows)
        self.said = label("caption", wraps=True, is_plain=True)
        column((self.rows, 1), self.said, of=self.body, spacing=GAP // 2)
        self._tables: Tables = WeakKeyDictionary()
        self.subscribe(self.session.edits_changed, lambda *_: self.update_answer())
        self.dress()

    def wanted(self, network: Network) -> Wanted | None:
        """Every unit off, every gate held, padding masked; and as it is edited."""
        layers = {each.name for each in network.recurrent}
        edits = tuple(each for each in of_layers(self.session.edits) if each.layer in layers)
        ask = partial(_asked, edits, self._tables)
        return Wanted(("ablation", *map(str, edits)), (network,), ask)

    def show_answer(self, answer: tuple[Survey, Ablations]) -> None:
        """Show the table."""
        reading, found = answer
        said = [
            self.tr(
                "Untouched: {share} of {count} rightly ({interval}), loss {loss}. {sure} of {total} "
                "changes make a difference beyond their interval; by chance {chance} would, if none "
                "did."
            ).format(
                share=share_text(found.right),
                count=f"{found.right.total:,}",
                interval=interval(found.right),
                loss=f"{found.loss:.4f}",
                total=len(found.rows),
                sure=sum(each.is_sure for each in found.rows),
                chance=f"{found.by_chance:.1f}",
            ),
            *(f"{what}: {explain(error)}" for what, error in found.refused),
            *map(explain, found.notes),
            self.notes_of(reading),
        ]
        self.sentence.setText(" ".join(filter(None, said)))
        low = min((each.low for each in found.rows), default=-0.01)
        high = max((each.high for each in found.rows), default=0.01)
        self._intervals.ends = min(low, -0.01), max(high, 0.01)
        self.rows.show_rows(self._columns(), list(found.rows))
        self.rows.setItemDelegateForColumn(3, self._intervals)
        self.said.setText(
            self.tr(
                "Changes of the accuracy in points over the same reviews, with intervals of 95\u00a0% by the "
                "normal distribution, where few change Newcombe's; pale where the interval includes 0. Enter chooses the unit."
            )
        )

    def _columns(self) -> list[Column]:
        def points(value: float) -> str:
            return true_minus(f"{100 * value:+.1f}")

        def right(each: Ablation) -> str:
            return share_text(each.right)

        return [
            Column("what", self.tr("change"), self._what, is_number=False),
            Column("accuracy", self.tr("rightly"), attrgetter("right.value"), right),
            Column(
                "change",
                self.tr("difference"),
                attrgetter("change"),
                lambda each: f"{points(each.change)} ({points(each.low)} … {points(each.high)})",
            ),
            Column("interval", "", lambda _: None, lambda _: "", grows=True, is_written=False),
            Column("low", "", attrgetter("low"), is_shown=False),
            Column("high", "", attrgetter("high"), is_shown=False),
            Column("loss", "", attrgetter("loss"), is_shown=False),
            Column(
                "loss_change",
                self.tr("loss"),
                lambda each: each.loss_change,
                lambda each: number(each.loss_change, 4, sign=True),
                says=self.tr("How much the loss grows"),
            ),
        ]

    def _what(self, each: Ablation) -> str:
        if each.what == "mask":
            return self.tr("padding masked")
        if each.what == "edits":
            return filled(self.tr("edited: {edits}"), {"edits": each.value})
        if each.what == "unit":
            return self.tr("{layer}: unit {unit} off").format(
                layer=each.layer, unit=(each.unit or 0) + 1
            )
        gate = f"{series_name(each.key)} {each.key}"
        if each.value == "mean":
            held = self.tr("{layer}: {gate} held at its mean")
        else:
            held = self.tr("{layer}: {gate} held at {value}")
        return filled(held, {"layer": each.layer, "gate": gate, "value": each.value})

    def _choose(self, found: object) -> None:
        if isinstance(found, Ablation) and found.unit is not None:
            self.session.show_layer(self.session.focus, found.layer)
            self.session.choose_unit(self.session.focus, found.unit)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Switch it off"))
        super().retranslate()
        self.untouched.setText(
            self.tr(
                "Edits of layers are a row of this table; all else is of the network without them."
            )
        )


Tables = WeakKeyDictionary[Survey, TrialCache]
"""What is known of a reading, row by row, which need not be computed again for the next edit."""


def _asked(
    edits: tuple[LayerEdit, ...],
    tables: Tables,
    readings: tuple[Survey, ...],
    workers: Workers,
    should_stop: ShouldStop,
) -> Generator[Progress, None, tuple[Survey, Ablations]]:
    reading = readings[0]
    cache = tables.setdefault(reading, {})
    found = yield from ablate(reading, workers=workers, should_stop=should_stop, cache=cache)
    if edits:
        found = yield from with_edits(found, reading, edits, workers, should_stop, cache)
    return reading, found
