"""`CardPage`: what one unit of one series does over the whole corpus."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from math import isnan
from operator import attrgetter
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyledItemDelegate

from engine.counting import filled
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.cells.registry import CELLS, series_of
from engine.survey.card import UnitCard, card
from engine.survey.contexts import WordContext
from engine.survey.correlates import NAMES, Correlate
from engine.survey.passes import Workers
from engine.survey.survey import Survey
from engine.survey.words import WordMean
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label, name_widget
from gui.look.meanings import series_meaning, series_name
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.naming import label_name
from gui.plots.chart import Chart, fine_percent
from gui.survey.kwic import ContextDelegate, context_text
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.surveying import Wanted
from gui.survey.table import Column, SurveyTable

LISTS = ("highest", "lowest", "rising", "falling", "top", "bottom", "correlates")
"""What the table shows, by the fields of a `UnitCard`."""

OF_WORDS = LISTS[:4]
"""Those whose rows are words: where numbers were read there are none."""


class CardPage(SurveyPage):
    """Its layer and unit are those chosen in the pane, both ways."""

    is_limited = True

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._key = "h"
        self.layers, self.series, self.unit = QComboBox(), QComboBox(), QSpinBox()
        self.unit.setMinimum(1)
        self.unit.setKeyboardTracking(False)
        sized(self.unit.lineEdit().setTextMargins, 6, 0, 0, 0)
        sized(self.unit.setMinimumWidth, 72)
        self.layers.activated.connect(lambda _: self._choose_layer())
        self.series.activated.connect(lambda _: self._choose_series())
        self.unit.valueChanged.connect(self._choose_unit)
        self._layer_name, self._series_name, self._unit_name = (label("dim") for _ in range(3))
        row(
            *(self._series_name, self.series, GAP),
            *(self._unit_name, self.unit, GAP),
            *(self._layer_name, self.layers, None),
            of=self.choices,
            spacing=GAP // 2,
        )
        self.chart = Chart()
        self.chart.describe = self._say_bin
        self.numbers = label("caption", wraps=True, is_plain=True)
        self.lists = Tabs(LISTS)
        self.lists.choose("highest")
        self.lists.chosen.connect(lambda _: self._show_list())
        self._list = "highest"
        self.rows = SurveyTable()
        self.rows.opened.connect(self._open)
        self._contexts = ContextDelegate(self.rows)
        self._plain = QStyledItemDelegate(self.rows)
        self.said = label("caption", wraps=True, is_plain=True)
        left = column((self.chart, 1), self.numbers, spacing=GAP // 2)
        right = column((self.rows, 1), self.said, spacing=GAP // 2)
        below = row((left, 2), (right, 4), spacing=2 * GAP)
        column(row(self.lists, None), (below, 1), of=self.body, spacing=GAP // 2)
        self.subscribe(self.session.units_changed, lambda *_: self.update_answer())
        self.dress()

    # -- what is asked -----------------------------------------------------------

    def show_choices(self, network: Network) -> None:
        """Offer the layers, series and units of the focused network."""
        pane = self.session.focused
        if pane is None:
            return
        names = [each.name for each in network.recurrent]
        kind = pane.shown.kind
        keys = list(CELLS[kind].EQUATIONS)
        if self._key not in keys:
            self._key = "h"
        with QSignalBlocker(self.layers), QSignalBlocker(self.series), QSignalBlocker(self.unit):
            _fill(self.layers, names, names, pane.layer)
            _fill(self.series, [_series_text(key) for key in keys], keys, self._key)
            self.unit.setMaximum(pane.shown.units)
            self.unit.setValue(pane.units[0] + 1)
        self.series.setToolTip(series_meaning(kind, self._key))
        for each in (self.layers, self._layer_name):
            each.setVisible(len(names) > 1)
        self._show_title(network)

    def _show_title(self, network: Network) -> None:
        pane = self.session.focused
        if pane is not None:
            self.title.setText(
                self.tr("Unit {unit} of {layer} · {series}").format(
                    unit=pane.units[0] + 1, layer=pane.layer, series=self._key
                )
            )

    def wanted(self, network: Network) -> Wanted | None:
        """The card of the unit that is chosen."""
        pane = self.session.focused
        if pane is None:
            return None
        which = pane.layer, self._key, pane.units[0]
        return Wanted(("card", *which), (network,), partial(_asked, which), is_limited=True)

    def _choose_layer(self) -> None:
        self.session.show_layer(self.session.focus, str(self.layers.currentData()))
        self.update_answer()

    def _choose_series(self) -> None:
        self._key = str(self.series.currentData())
        self.update_answer()

    def _choose_unit(self, unit: int) -> None:
        self.session.choose_unit(self.session.focus, unit - 1)

    # -- what is shown -----------------------------------------------------------

    def show_answer(self, answer: tuple[Survey, UnitCard]) -> None:
        """Show the card."""
        reading, found = answer
        summary = " ".join(map(explain, found.summary))
        notes = " ".join(filter(None, (self.notes_of(reading), *map(explain, found.notes))))
        self.sentence.setText(summary or self.tr("Nothing stands out."))
        shares = found.histogram / max(1, found.count)
        self.chart.begin(
            (_series_text(found.key), float(found.edges[0]), float(found.edges[-1])),
            (self.tr("share of the steps"), 0.0, float(shares.max())),
            (None, fine_percent),
        )
        self.chart.add_bars(found.edges, shares, self._colour())
        self.numbers.setText(
            filled(
                self.tr(
                    "{count} steps of {sequences} sequences that are no padding: mean {mean}, "
                    "deviation {deviation}; half of them lie between {low} and {high}."
                ),
                {
                    "count": f"{found.count:,}",
                    "sequences": f"{len(reading.inputs):,}",
                    "mean": number(found.mean, 3),
                    "deviation": number(found.deviation, 3),
                    "low": number(float(found.quantiles[2]), 3),
                    "high": number(float(found.quantiles[4]), 3),
                },
            )
        )
        self.numbers.setToolTip(notes)
        self._offer_lists(has_words=reading.inputs.dictionary is not None)
        self._show_rows()
        if notes:
            self.sentence.setText(f"{self.sentence.text()} {notes}")

    def _offer_lists(self, *, has_words: bool) -> None:
        """Offer those that have rows; where one is shown that has none, the first in its place."""
        offered = {name: has_words or name not in OF_WORDS for name in LISTS}
        for name in ("rising", "falling"):
            offered[name] = has_words and self._is_state()
        for name, is_offered in offered.items():
            self.lists.buttons[name].setVisible(is_offered)
        if not offered[self._list]:
            self._list = next(name for name, is_offered in offered.items() if is_offered)
        self.lists.choose(self._list)

    def _is_state(self) -> bool:
        pane = self.session.focused
        return pane is not None and self._key in STATEFUL[pane.shown.kind].states

    def _colour(self) -> str:
        pane = self.session.focused
        known = {} if pane is None else {each.key: each for each in series_of(pane.shown)}
        return theme().of(known[self._key]) if self._key in known else theme().accent

    def _say_bin(self, x: float, y: float) -> str:
        if self.answer is None:
            return ""
        found: UnitCard = self.answer[1]
        place = int(np.searchsorted(found.edges, x, side="right")) - 1
        if not 0 <= place < len(found.histogram):
            return ""
        return self.tr("{low} to {high}: {count} steps, {share}").format(
            low=number(float(found.edges[place]), 3),
            high=number(float(found.edges[place + 1]), 3),
            count=f"{int(found.histogram[place]):,}",
            share=percent_text(f"{100 * found.histogram[place] / found.count:.2f}"),
        )

    def _show_list(self) -> None:
        self._list = next(name for name, each in self.lists.buttons.items() if each.isChecked())
        if self.answer is not None:
            self._show_rows()

    def _show_rows(self) -> None:
        found: UnitCard = self.answer[1]
        rows: Sequence[Any] = getattr(found, self._list)
        is_place = self._list in ("top", "bottom")
        columns = {
            "top": self._context_columns,
            "bottom": self._context_columns,
            "correlates": self._correlate_columns,
        }.get(self._list, self._word_columns)()
        for place in range(self.rows.model().columnCount()):
            self.rows.setItemDelegateForColumn(place, self._plain)
        self.rows.show_rows(columns, list(rows))
        if is_place:
            self.rows.setItemDelegateForColumn(len(columns) - 1, self._contexts)
        self.said.setText(self._says(found))

    def _says(self, found: UnitCard) -> str:
        if self._list == "correlates":
            return self.tr(
                "Pearson's r over all steps; intervals of 95\u00a0% by drawing sequences anew (bootstrap). "
                "What goes along need not be a cause."
            )
        if self._list in ("top", "bottom"):
            return self.tr(
                "One place a sequence, the farthest first. Enter or a double click opens it there."
            )
        return self.tr(
            "Of {count} words that are read at least 20 times; intervals of 95\u00a0% by the normal "
            "distribution. The ends of so many means lie far out by chance, too."
        ).format(count=f"{found.words_compared:,}")

    def _word_columns(self) -> list[Column]:
        is_change = self._list in ("rising", "falling") and self._is_state()
        mean = self.tr("mean change") if is_change else self.tr("mean")
        return [
            Column("word", self.tr("word"), _word, _word_text, is_number=False, grows=True),
            Column("mean", mean, _mean, _mean_text, says=self.tr("with its interval of 95\u00a0%")),
            *_ENDS,
            Column("count", self.tr("times"), _count, lambda each: f"{each.count:,}"),
        ]

    def _context_columns(self) -> list[Column]:
        def colour(each: WordContext) -> str:
            look = theme()
            return "" if each.label is None else (look.good if each.label else look.bad)

        return [
            Column("value", self.tr("value"), lambda each: each.value, _value_text),
            Column("number", self.tr("number"), lambda each: each.number, _number_text),
            Column("step", self.tr("step"), lambda each: each.step + 1, is_shown=False),
            Column(
                "label",
                self.tr("label"),
                lambda each: each.label,
                lambda each: "" if each.label is None else label_name(each.label),
                is_number=False,
                colour=colour,
            ),
            Column("context", self.tr("context"), context_text, is_number=False, grows=True),
        ]

    def _correlate_columns(self) -> list[Column]:
        return [
            Column(
                "name",
                self.tr("goes along with"),
                lambda each: each.name,
                lambda each: explain(NAMES[each.name]),
                is_number=False,
                grows=True,
            ),
            Column("r", "r", lambda each: each.r, lambda each: number(each.r, 2, sign=True)),
            *_ENDS,
            Column("width", self.tr("interval"), lambda each: each.high - each.low, _interval),
        ]

    def _open(self, found: object) -> None:
        if isinstance(found, WordContext):
            self.surveying.open(found.number, found.step)

    @property
    def shown_table(self) -> SurveyTable | None:
        """The list that is shown."""
        return self.rows

    # -- texts -------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Unit card"))
        self._layer_name.setText(self.tr("layer"))
        self._series_name.setText(self.tr("series"))
        self._unit_name.setText(self.tr("unit"))
        name_widget(self.layers, self.tr("layer"))
        name_widget(self.series, self.tr("series"))
        name_widget(self.unit, self.tr("unit"))
        for name, text, says in (
            (
                "highest",
                self.tr("highest"),
                self.tr("Words at which the value is highest on average"),
            ),
            ("lowest", self.tr("lowest"), self.tr("Words at which the value is lowest on average")),
            ("rising", self.tr("rises"), self.tr("Words at which the value rises most on average")),
            (
                "falling",
                self.tr("falls"),
                self.tr("Words at which the value falls most on average"),
            ),
            ("top", self.tr("top places"), self.tr("Where the value is highest")),
            ("bottom", self.tr("bottom places"), self.tr("Where the value is lowest")),
            ("correlates", self.tr("goes with"), self.tr("What the value goes along with")),
        ):
            self.lists.say(name, text, says)
        super().retranslate()


def _asked(
    which: tuple[str, str, int],
    readings: tuple[Survey, ...],
    workers: Workers,
    should_stop: ShouldStop,
) -> Generator[Progress, None, tuple[Survey, UnitCard]]:
    found = yield from card(readings[0], *which, workers, should_stop)
    return readings[0], found


def _fill(box: QComboBox, texts: list[str], data: list[str], chosen: str) -> None:
    """Offer these, unless they are offered already."""
    if [box.itemText(place) for place in range(box.count())] != texts:
        box.clear()
        for text, value in zip(texts, data, strict=True):
            box.addItem(text, value)
    box.setCurrentIndex(data.index(chosen))


def _series_text(key: str) -> str:
    return f"{series_name(key)} {key}"


def _word(each: WordMean) -> str:
    return each.word


def _word_text(each: WordMean) -> str:
    return each.word or f"#{each.id}"


def _mean(each: WordMean) -> float:
    return each.mean


def _mean_text(each: WordMean) -> str:
    return f"{number(each.mean, 3, sign=True)} ± {number((each.high - each.low) / 2, 3)}"


def _interval(each: Correlate) -> str:
    if isnan(each.low):  # of a single sequence there is none
        return "–"
    return f"{number(each.low, 2, sign=True)} … {number(each.high, 2, sign=True)}"


_ENDS = tuple(Column(name, name, attrgetter(name), is_shown=False) for name in ("low", "high"))
"""Of an interval; in files only."""


def _count(each: WordMean) -> int:
    return each.count


def _value_text(each: WordContext) -> str:
    return number(each.value, 3, sign=True)


def _number_text(each: WordContext) -> str:
    return f"{each.number:,}"
