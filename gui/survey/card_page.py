"""`CardPage`: what one unit of one series does over the whole corpus."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from operator import attrgetter
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyledItemDelegate

from engine.counting import filled
from engine.network.cell_kinds import STATEFUL
from engine.network.network import Network
from engine.replay.cells.registry import CELLS, series_of
from engine.survey.card import UnitCard, card
from engine.survey.contexts import WordContext
from engine.survey.correlates import NAMES, Correlate
from engine.survey.survey import Survey
from engine.survey.unit_words import WordMean
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label, name_widget, take_typed
from gui.look.meanings import series_meaning
from gui.look.numbers_text import number
from gui.look.theme import GAP, theme
from gui.plots.chart import Chart, fine_percent
from gui.survey.kwic import ContextDelegate, context_text
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.series_box import fill, series_text
from gui.survey.surveying import Wanted, about
from gui.survey.table import Column, SurveyTable
from gui.survey.table_columns import label_column, number_column

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
        take_typed(self.unit, 72)
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
        self.lists.chosen.connect(self._show_list)
        self.rows = self.shown_table = SurveyTable()
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
        if (pane := self.session.focused) is None:
            return
        names = [each.name for each in network.recurrent]
        kind = pane.shown.kind
        keys = list(CELLS[kind].EQUATIONS)
        if self._key not in keys:
            self._key = "h"
        with QSignalBlocker(self.layers), QSignalBlocker(self.series), QSignalBlocker(self.unit):
            fill(self.layers, names, names, pane.layer)
            fill(self.series, list(map(series_text, keys)), keys, self._key)
            self.unit.setMaximum(pane.shown.units)
            self.unit.setValue(pane.units[0] + 1)
        self.series.setToolTip(series_meaning(kind, self._key))
        for each in (self.layers, self._layer_name):
            each.setVisible(len(names) > 1)
        self._show_title(network)

    def _show_title(self, network: Network) -> None:
        if (pane := self.session.focused) is not None:
            self.title.setText(
                self.tr("Unit {unit} of {layer} · {series}").format(
                    unit=pane.units[0] + 1, layer=pane.layer, series=self._key
                )
            )

    def wanted(self, network: Network) -> Wanted | None:
        """The card of the unit that is chosen."""
        if (pane := self.session.focused) is None:
            return None
        which = pane.layer, self._key, pane.units[0]
        return Wanted(("card", *which), (network,), about(card, *which), is_limited=True)

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
            (series_text(found.key), float(found.edges[0]), float(found.edges[-1])),
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
            self.lists.choose(next(name for name, is_offered in offered.items() if is_offered))

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

    @property
    def _list(self) -> str:
        return self.lists.current

    def _show_list(self) -> None:
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
        word, says = attrgetter("word"), self.tr("with its interval of 95\u00a0%")
        return [
            Column("word", self.tr("word"), word, _word_text, is_number=False, grows=True),
            Column("mean", mean, attrgetter("mean"), _mean_text, says=says),
            *_ENDS,
            Column("count", self.tr("times"), attrgetter("count"), lambda each: f"{each.count:,}"),
        ]

    def _context_columns(self) -> list[Column]:
        return [
            Column("value", self.tr("value"), attrgetter("value"), _value_text),
            number_column(self.tr("number")),
            Column("step", self.tr("step"), lambda each: each.step + 1, is_shown=False),
            label_column(self.tr("label")),
            Column("context", self.tr("context"), context_text, is_number=False, grows=True),
        ]

    def _correlate_columns(self) -> list[Column]:
        goes, name = self.tr("goes along with"), attrgetter("name")

        def name_text(each: Correlate) -> str:
            return explain(NAMES[each.name])

        return [
            Column("name", goes, name, name_text, is_number=False, grows=True),
            Column("r", "r", attrgetter("r"), lambda each: number(each.r, 2, sign=True)),
            *_ENDS,
            Column("width", self.tr("interval"), lambda each: each.high - each.low, _interval),
        ]

    def _open(self, found: object) -> None:
        if isinstance(found, WordContext):
            self.surveying.open(found.number, found.step)

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
        highest = self.tr("Words at which the value is highest on average")
        lowest = self.tr("Words at which the value is lowest on average")
        rising = self.tr("Words at which the value rises most on average")
        falling = self.tr("Words at which the value falls most on average")
        self.lists.say_all(
            (
                ("highest", self.tr("highest"), highest),
                ("lowest", self.tr("lowest"), lowest),
                ("rising", self.tr("rises"), rising),
                ("falling", self.tr("falls"), falling),
                ("top", self.tr("top places"), self.tr("Where the value is highest")),
                ("bottom", self.tr("bottom places"), self.tr("Where the value is lowest")),
                ("correlates", self.tr("goes with"), self.tr("What the value goes along with")),
            )
        )
        super().retranslate()


def _word_text(each: WordMean) -> str:
    return each.word or f"#{each.id}"


def _mean_text(each: WordMean) -> str:
    return f"{number(each.mean, 3, sign=True)} ± {number((each.high - each.low) / 2, 3)}"


def _interval(each: Correlate) -> str:
    if isnan(each.low):  # of a single sequence there is none
        return "–"
    return f"{number(each.low, 2, sign=True)} … {number(each.high, 2, sign=True)}"


_ENDS = tuple(Column(name, name, attrgetter(name), is_shown=False) for name in ("low", "high"))
"""Of an interval; in files only."""


def _value_text(each: WordContext) -> str:
    return number(each.value, 3, sign=True)
