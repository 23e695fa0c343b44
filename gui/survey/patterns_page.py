"""`PatternsPage`: where else in the corpus the same units are on as in some words on screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from engine.counting import filled
from engine.network.network import Network
from engine.replay.cells.registry import CELLS
from engine.survey.contexts import WordContext, context
from engine.survey.patterns import Matches, Pattern, search, units_on, where
from engine.survey.survey import Survey
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label, name_widget, push_button, take_typed
from gui.look.meanings import series_meaning
from gui.look.numbers_text import number
from gui.look.theme import GAP
from gui.survey.conditions import Conditions
from gui.survey.kwic import ContextDelegate, context_text
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.series_box import fill, series_text
from gui.survey.surveying import Wanted, about
from gui.survey.table import Column, SurveyTable
from gui.survey.table_columns import label_column, number_column

LISTED = 200
"""Stretches that are listed."""

KINDS = ("like", "where")
"""What is sought: the units that are on in some words, or steps at which conditions hold."""

SPAN = 3
"""Steps that are chosen at first: those up to the cursor."""


@dataclass(frozen=True, eq=False)
class PatternRow:
    """A stretch of a sequence of the corpus, by its place among those found."""

    place: int
    reading: Survey
    matches: Matches

    @property
    def at(self) -> tuple[int, int, int]:
        """The sequence's row, the first step and the last, from 0."""
        found = self.matches
        return (
            int(found.rows[self.place]),
            int(found.firsts[self.place]),
            int(found.lasts[self.place]),
        )

    @property
    def jaccard(self) -> float:
        """How alike the units are."""
        return float(self.matches.jaccard[self.place])

    @property
    def steps(self) -> int:
        """How long it is."""
        return self.at[2] - self.at[1] + 1

    @property
    def number(self) -> int:
        """Of the sequence in its corpus."""
        return int(self.reading.inputs.numbers[self.at[0]])

    @property
    def label(self) -> int:
        """1 positive, 0 negative, -1 none."""
        return int(self.reading.inputs.labels[self.at[0]])

    @property
    def answer(self) -> float:
        """Had the sequence ended with the stretch; NaN where nobody knows."""
        return float(self.reading.answers.at_steps[self.at[0], self.at[2]])

    @cached_property
    def context(self) -> WordContext:
        """The words of the stretch, and those around it; made when it is looked at."""
        where, first, last = self.at
        inputs = self.reading.inputs
        begins, ends = (context(inputs, where, step, self.jaccard) for step in (first, last))
        words = inputs.sequence(where).steps[first : last + 1]
        return replace(begins, word=" ".join(words), after=ends.after)


class PatternsPage(SurveyPage):
    """Some steps of what is read, the units that are on in them, and where those are on, too."""

    is_limited = True

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._key = "h"
        self._units: tuple[int, ...] = ()
        self._is_own = True
        self.series, self.side = QComboBox(), QComboBox()
        self.bound, self.first, self.last = QDoubleSpinBox(), QSpinBox(), QSpinBox()
        self.bound.setRange(-1000.0, 1000.0)
        self.bound.setSingleStep(0.05)
        for box in (self.bound, self.first, self.last):
            take_typed(box, 64)
            box.valueChanged.connect(lambda _: self.update_answer())
        self.side.addItems((">", "<"))
        self.series.activated.connect(lambda _: self._choose_series())
        self.side.activated.connect(lambda _: self.update_answer())
        self.here = push_button(self.take_here)
        self._from, self._to = label("dim"), label("dim")
        self.kinds, self.like, self.conditions = Tabs(KINDS), QWidget(), Conditions()
        self.kinds.chosen.connect(self._choose_kind)
        self.conditions.changed.connect(self.update_answer)
        self.which = QComboBox()
        self.which.addItems(("", ""))
        self.which.activated.connect(lambda _: self.update_answer())
        row(
            *(self.series, self.side, self.bound, GAP),
            *(self._from, self.first, self._to, self.last, self.here, None),
            of=self.like,
            spacing=GAP // 2,
        )
        column(
            row(self.kinds, 2 * GAP, self.which, None),
            self.like,
            self.conditions,
            of=self.choices,
            spacing=GAP // 2,
        )
        self.conditions.hide()
        self.surveying.span_taken.connect(self._take_span)
        self.rows = self.shown_table = SurveyTable()
        self.rows.opened.connect(self._open)
        self._contexts = ContextDelegate(self.rows)
        self.said = label("caption", wraps=True, is_plain=True)
        column((self.rows, 1), self.said, of=self.body, spacing=GAP // 2)
        for event in (self.session.traces_changed, self.session.units_changed):
            self.subscribe(event, lambda *_: self.update_answer())
        self._is_placed = False
        self._rows: list[PatternRow] = []
        self.dress()

    # -- what is asked -----------------------------------------------------------

    def show_choices(self, network: Network) -> None:
        """Offer the series and the steps of what is read."""
        if (pane := self.session.focused) is None:
            return
        keys = list(CELLS[pane.shown.kind].EQUATIONS)
        if self._key not in keys:
            self._key = "h"
        with QSignalBlocker(self.series):
            fill(self.series, list(map(series_text, keys)), keys, self._key)
        self.series.setToolTip(series_meaning(pane.shown.kind, self._key))
        self.conditions.offer(pane.shown, pane.units[0])
        like = self.tr("as in these words") if network.reads_words else self.tr("as at these steps")
        self.kinds.say("like", like, "")
        steps = max(1, self.session.steps)
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            for box in (self.first, self.last):
                box.setRange(1, steps)
        if not self._is_placed and self.session.steps:
            step = self.session.step
            self._place(self.surveying.span or (max(0, step - SPAN + 1), step))

    def _place(self, span: tuple[int, int]) -> None:
        """Take the steps from the first of two to the last, from 0."""
        self._is_placed = True
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setValue(span[0] + 1)
            self.last.setValue(span[1] + 1)
        self._suggest()

    def _take_span(self) -> None:
        """Take the words that were selected in the review."""
        if (span := self.surveying.span) is not None and self.isVisible():
            self._place(span)
            self._choose_kind("like")
        self._is_placed = self.isVisible()

    def _suggest(self) -> None:
        """Half of the value beyond which some unit stays, on the side where one is farther out."""
        values = self._values()
        if values is None or not len(values):
            return
        first, last = self._ends
        span = values[first : last + 1]
        above, below = float(span.min(axis=0).max()), float(span.max(axis=0).min())
        if not np.isfinite([above, below]).all():
            return
        is_below = -below > above
        with QSignalBlocker(self.bound):
            self.bound.setValue(round((below if is_below else above) / 2, 2))
        self.side.setCurrentIndex(int(is_below))

    def take_here(self) -> None:
        """Take the steps up to the cursor."""
        step = self.session.step
        self._place((max(0, step - SPAN + 1), step))
        self.update_answer()

    @property
    def _ends(self) -> tuple[int, int]:
        """The first step that is chosen and the last, from 0, whichever was typed where."""
        first, last = sorted((self.first.value() - 1, self.last.value() - 1))
        return first, last

    def _values(self) -> npt.NDArray[np.float32] | None:
        """Of the series that is chosen, ``(T, U)``, as it is without edits."""
        pane = self.session.focused
        trace = None if pane is None else (pane.layer_ghost or pane.layer_trace)
        return None if trace is None else trace.series[self._key]

    def wanted(self, network: Network) -> Wanted | None:
        """The stretches of the units that are on in these steps, or at which conditions hold."""
        pane, values = self.session.focused, self._values()
        if pane is not None and self._kind == "where":
            conditions = self.conditions.conditions(pane.layer)
            sought = about(where, conditions, LISTED)
            return Wanted(("where", conditions), (network,), sought, is_limited=True)
        if pane is None or values is None or self._key not in CELLS[pane.shown.kind].EQUATIONS:
            self._units = ()
            return None
        first, last = self._ends
        is_below, bound = self.side.currentIndex() == 1, self.bound.value()
        self._units, self._is_own = units_on(values, first, last, bound, is_below)
        if self._takes_chosen:
            self._units = tuple(sorted(pane.units))
        if not self._units:
            return None
        steps = last - first + 1
        pattern = Pattern(pane.layer, self._key, self._units, bound, is_below, steps=steps)
        sought = about(search, pattern, LISTED)
        return Wanted(("pattern", pattern), (network,), sought, is_limited=True)

    @property
    def _takes_chosen(self) -> bool:
        """Whether the units are those that the user has chosen in the pane."""
        return self.which.currentIndex() == 1

    def want_what(self) -> str:
        """No unit is on."""
        pane = self.session.focused
        if pane is None or self._values() is None:
            return self.tr("Open a review first: the search begins with some of its words.")
        first, last = self._ends
        return self.tr(
            "No unit of {layer} is {sign} {bound} at every step from {first} to {last}. Choose "
            "another bound, or other steps."
        ).format(
            layer=pane.layer,
            sign=self.side.currentText(),
            bound=number(self.bound.value()),
            first=first + 1,
            last=last + 1,
        )

    @property
    def _kind(self) -> str:
        return self.kinds.current

    def _choose_kind(self, kind: str) -> None:
        self.kinds.choose(kind)
        for each in (self.like, self.which):
            each.setVisible(kind == "like")
        self.conditions.setVisible(kind == "where")
        self.update_answer()

    def _choose_series(self) -> None:
        self._key = str(self.series.currentData())
        self._suggest()
        self.update_answer()

    # -- what is shown -----------------------------------------------------------

    def show_answer(self, answer: tuple[Survey, Matches]) -> None:
        """Say how many there are, and list them."""
        reading, found = answer
        said = self._say_where(found) if self._kind == "where" else self._say_like(found)
        if found.by_chance is not None:
            text = self.tr("By chance, with units shuffled, there would be {count}.")
            said.append(text.format(count=f"{found.by_chance:,.0f}"))
        if found.labelled:
            text = self.tr("{share} of those with a label are in positive reviews.")
            said.append(
                text.format(share=percent_text(f"{100 * found.positive / found.labelled:.1f}"))
            )
        said += [*map(explain, found.notes), self.notes_of(reading)]
        self.sentence.setText(" ".join(filter(None, said)))
        if not self._rows or self._rows[0].matches is not found:
            self._rows = [PatternRow(place, reading, found) for place in range(len(found.rows))]
        columns = self._columns()
        self.rows.show_rows(columns, self._rows)
        self.rows.setItemDelegateForColumn(len(columns) - 1, self._contexts)
        text = self.tr(
            "{count} listed: those first whose units are most alike (Jaccard), then those about as "
            "long. Enter or a double click opens the sequence there."
        )
        if self._kind == "where":
            text = self.tr(
                "{count} listed, the longest first. Enter or a double click opens the sequence there."
            )
        self.said.setText(text.format(count=len(found.rows)))

    def _say_like(self, found: Matches) -> list[str]:
        """Which units are on, and in how many stretches."""
        first, last = self._ends
        sequence = self.session.sequence
        steps = () if sequence is None else sequence.steps[first : last + 1]
        words = [each for each in steps if each.strip()] or [self.tr("padding")]
        one_or_more = self.tr("unit {units}") if len(self._units) == 1 else self.tr("units {units}")
        units = one_or_more.format(units=", ".join(str(unit + 1) for unit in self._units))
        on = self.tr("“{words}”: on throughout, and off just before and after: {units}.")
        if self._takes_chosen:
            on = self.tr("The chosen {units}, as at “{words}” or not.")
        elif not self._is_own:
            on = self.tr("“{words}”: on throughout, and before or after as well: {units}.")
        return [
            on.format(words=" ".join(words), units=units),
            filled(
                self.tr("{count} stretches of the corpus have all of them on."),
                {"count": f"{found.total:,}"},
            ),
        ]

    def _say_where(self, found: Matches) -> list[str]:
        """What is sought, as the shell is asked for it, and how many stretches there are."""
        pane = self.session.focused
        conditions = () if pane is None else self.conditions.conditions(pane.layer)
        return [
            filled(
                self.tr("{what}: {count} stretches of the corpus."),
                {"what": " and ".join(map(str, conditions)), "count": f"{found.total:,}"},
            )
        ]

    def _columns(self) -> list[Column]:
        alike, jaccard = self.tr("alike"), attrgetter("jaccard")
        answer, said = attrgetter("answer"), self.tr("context")
        return [
            *(
                [Column("jaccard", alike, jaccard, _alike, width=60)]
                if self._kind == "like"
                else []
            ),
            Column("steps", self.tr("length"), attrgetter("steps"), width=60),
            number_column(self.tr("number"), width=72),
            Column("first", self.tr("step"), lambda each: each.at[1] + 1, width=56),
            Column("last", "", lambda each: each.at[2] + 1, is_shown=False),
            Column("answer", "p(t)", answer, _answer_text, width=56),
            label_column(self.tr("label")),
            Column("context", said, _context_text, is_number=False, grows=True),
        ]

    def _open(self, found: object) -> None:
        if isinstance(found, PatternRow):
            self.surveying.open(found.number, found.at[1])

    # -- texts -------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Where else?"))
        self._from.setText(self.tr("steps"))
        self._to.setText("–")
        self.here.setText(self.tr("Up to here"))
        self.here.setToolTip(
            self.tr(
                "Take the three steps up to the cursor. Shift and a drag across words of the review "
                "take those words"
            )
        )
        self.which.setItemText(0, self.tr("units that are on"))
        self.which.setItemText(1, self.tr("units chosen in the pane"))
        self.kinds.say("where", self.tr("where conditions hold"), "")
        name_widget(self.series, self.tr("series"))
        name_widget(self.side, self.tr("above or below"))
        name_widget(self.bound, self.tr("bound: a unit is on beyond it"))
        name_widget(self.first, self.tr("first step"))
        name_widget(self.last, self.tr("last step"))
        name_widget(self.which, self.tr("which units"))
        super().retranslate()


def _alike(each: PatternRow) -> str:
    return number(each.jaccard)


def _answer_text(each: PatternRow) -> str:
    return number(each.answer)


def _context_text(each: PatternRow) -> str:
    return context_text(each.context)
