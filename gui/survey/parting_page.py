"""`PartingPage`: where two networks disagree that have read the same corpus."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from engine.counting import filled
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.survey.contexts import WordContext, context
from engine.survey.disagreement import Disagreement, disagreement, in_common
from engine.survey.passes import Workers
from engine.survey.survey import SURE, Survey
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, grid_of, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label, name_widget
from gui.look.numbers_text import number
from gui.look.theme import GAP
from gui.survey.kwic import ContextDelegate
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.share_texts import interval, share_text
from gui.survey.surveying import OpenNetwork, Wanted
from gui.survey.table import Column, LazyRows, SurveyTable
from gui.survey.table_columns import label_column, number_column

KINDS = ("all", "both", "first", "second", "neither")
"""Which reviews are listed, by who is right about them."""

NAMED = 108
"""The width of a column that is called as its network, where there is room, in pixels at 100 %."""

APART = 76
"""The width that shows the whole title of the step from which on they part, in both languages."""

Compared = tuple[Survey, Survey, Disagreement]


@dataclass(frozen=True, eq=False)
class PartingRow:
    """One sequence of both readings, by its place."""

    place: int
    readings: Compared

    @property
    def gap(self) -> float:
        """The largest distance of the answers."""
        return float(self.readings[2].gaps[self.place])

    @property
    def step(self) -> int:
        """Of it, from 0."""
        return int(self.readings[2].steps[self.place])

    @property
    def parted(self) -> int | None:
        """From which step on they say different things, from 1; None where they end alike."""
        begins = int(self.readings[2].disagree_from[self.place])
        return None if begins < 0 else begins + 1

    @property
    def number(self) -> int:
        """Of the sequence in its corpus."""
        return int(self.readings[0].inputs.numbers[self.place])

    @property
    def label(self) -> int:
        """1 positive, 0 negative, -1 none."""
        return int(self.readings[0].inputs.labels[self.place])

    def end(self, which: int) -> float:
        """The answer of the first (0) or the second (1)."""
        return float(self.readings[:2][which].answers.ends[self.place, -1])

    @cached_property
    def context(self) -> WordContext:
        """The words around the step of the largest gap; made when it is looked at."""
        return context(self.readings[0].inputs, self.place, self.step, self.gap)


class PartingPage(SurveyPage):
    """The confusion of the two, and every review, that with the largest gap first."""

    is_limited = True

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._other: object = None  # the network that was chosen
        self.against, self._against_name = QComboBox(), label("dim")
        self.against.activated.connect(self._choose)
        row(self._against_name, self.against, None, of=self.choices, spacing=GAP // 2)
        self.confusion = QWidget()
        self.cells = [[label("caption", is_plain=True) for _ in range(3)] for _ in range(3)]
        grid = grid_of(self.confusion, across=2 * GAP, down=2)
        for at, line in enumerate(self.cells):
            for place, cell in enumerate(line):
                grid.addWidget(cell, at, place)
        grid.setColumnStretch(3, 1)
        self.kinds = Tabs(KINDS)
        self.kinds.chosen.connect(self._filter)
        self.rows = self.shown_table = SurveyTable()
        self.rows.opened.connect(self._open)
        self.rows.room_changed.connect(self._say_below)
        self._contexts = ContextDelegate(self.rows)
        self.said = label("caption", wraps=True, is_plain=True)
        column(
            self.confusion,
            row(self.kinds, None),
            (self.rows, 1),
            self.said,
            of=self.body,
            spacing=GAP // 2,
        )
        self._rows = LazyRows(np.zeros(0, np.intp), lambda place: None)
        self.dress()

    # -- what is asked -----------------------------------------------------------

    def _others(self, network: Network) -> list[OpenNetwork]:
        return [each for each in self.surveying.shown if each.network is not network]

    def _second(self, network: Network) -> OpenNetwork | None:
        others = self._others(network)
        return next(
            (each for each in others if each.network is self._other), others[0] if others else None
        )

    def show_choices(self, network: Network) -> None:
        """Offer the other networks."""
        second = self._second(network)
        with QSignalBlocker(self.against):
            self.against.clear()
            for each in self._others(network):
                self.against.addItem(each.name)
            if second is not None:
                self.against.setCurrentText(second.name)
        self.choices.setVisible(self.against.count() > 1)

    def wanted(self, network: Network) -> Wanted | None:
        """The focused network against another."""
        if (second := self._second(network)) is None:
            return None
        return Wanted(("parting",), (network, second.network), _asked, is_limited=True)

    def want_what(self) -> str:
        """There is one network."""
        return self.tr("Open a second network beside this one, to see where the two part.")

    def _choose(self, place: int) -> None:
        if (network := self.surveying.network) is not None:
            self._other = self._others(network)[place].network
            self.update_answer()

    # -- what is shown -----------------------------------------------------------

    def _names(self) -> tuple[str, str]:
        network = self.surveying.network
        names = {id(each.network): each.name for each in self.surveying.shown}
        second = None if network is None else self._second(network)
        return names.get(id(network), ""), "" if second is None else second.name

    def show_answer(self, answer: Compared) -> None:
        """Show who is right, and the reviews."""
        first, second, found = answer
        names = self._names()
        if not self._rows or self._rows[0].readings is not answer:
            self._rows = LazyRows(found.order, lambda place: PartingRow(place, answer))
        parted = int((found.disagree_from >= 0).sum())
        said = [
            filled(
                self.tr(
                    "{first} and {second} end alike on {share} of {count} ({interval}); {parted} "
                    "say different things from some step on to the end."
                ),
                {
                    "first": names[0],
                    "second": names[1],
                    "share": share_text(found.agree),
                    "count": f"{found.agree.total:,}",
                    "interval": interval(found.agree),
                    "parted": f"{parted:,}",
                },
            )
        ]
        notes = [*map(explain, found.notes), self.notes_of(first, second)]
        self.sentence.setText(" ".join(filter(None, (*said, *notes))))
        self._show_confusion(found, names)
        self._show_rows()

    def _show_confusion(self, found: Disagreement, names: tuple[str, str]) -> None:
        total = found.both + found.first_only + found.second_only + found.neither
        self.confusion.setVisible(total > 0)
        right, wrong = self.tr("{network} right"), self.tr("{network} wrong")

        def counted(count: int) -> str:
            return f"{count:,} ({percent_text(f'{100 * count / max(1, total):.1f}')})"

        texts = [
            ["", right.format(network=names[1]), wrong.format(network=names[1])],
            [right.format(network=names[0]), counted(found.both), counted(found.first_only)],
            [wrong.format(network=names[0]), counted(found.second_only), counted(found.neither)],
        ]
        for cells, line in zip(self.cells, texts, strict=True):
            for cell, text in zip(cells, line, strict=True):
                cell.setText(text)
        for kind in KINDS[1:]:
            self.kinds.buttons[kind].setVisible(total > 0)
        if not total:
            self.kinds.choose("all")
        only = self.tr("only {network} right")
        for kind, name in zip(KINDS[2:4], names, strict=True):
            self.kinds.say(kind, only.format(network=name), "")

    def _show_rows(self) -> None:
        wanted = {
            "both": (True, True),
            "first": (True, False),
            "second": (False, True),
            "neither": (False, False),
        }.get(self.kinds.current)
        rows = self._rows
        if wanted is not None and rows:
            rows = rows.picked(_judged_so(rows[0].readings, wanted)[rows.places])
        columns = self._columns()
        self.rows.show_rows(columns, rows)
        self.rows.setItemDelegateForColumn(len(columns) - 1, self._contexts)
        self._say_below()

    def _say_below(self) -> None:
        said = self.tr(
            "{count} listed, the largest gap of two answers at one step first. Enter or a double "
            "click opens the sequence there. The interval of 95\u00a0% is Wilson's."
        ).format(count=f"{self.rows.model().rowCount():,}")
        self.said.setText(" ".join(filter(None, (said, self.without_room(self.rows)))))

    def _columns(self) -> list[Column]:
        names = self._names()

        def answer(which: int) -> Column:
            return Column(
                ("first", "second")[which],
                names[which],
                lambda each: each.end(which),
                lambda each: number(each.end(which)),
                partial(_ends, which),
                width=68,
                roomy=NAMED,
                says=self.tr("The answer of {network} at the end").format(network=names[which]),
            )

        return [
            Column("gap", self.tr("gap"), attrgetter("gap"), _gap_text, _gaps, width=54),
            number_column(self.tr("number"), _numbers, width=68),
            Column("step", self.tr("step"), lambda each: each.step + 1, values=_steps, width=52),
            Column(
                "disagree_from",
                self.tr("apart from"),
                attrgetter("parted"),
                lambda each: "–" if each.parted is None else str(each.parted),
                _parted,
                width=APART,
                is_spare=True,
                says=self.tr("From which step on they say different things, to the end"),
            ),
            answer(0),
            answer(1),
            label_column(self.tr("label"), _labels),
            Column(
                "context",
                self.tr("context"),
                lambda each: None,
                lambda each: each.context.word,
                is_number=False,
                grows=True,
                is_written=False,
            ),
        ]

    def _filter(self) -> None:
        if self.answer is not None:
            self._show_rows()

    def _open(self, found: object) -> None:
        if isinstance(found, PartingRow):
            self.surveying.open(found.number, found.step)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Where do they part?"))
        self._against_name.setText(self.tr("against"))
        name_widget(self.against, self.tr("against"))
        self.kinds.say("all", self.tr("all"), "")
        self.kinds.say("both", self.tr("both right"), "")
        self.kinds.say("neither", self.tr("neither right"), "")
        super().retranslate()


def _gap_text(each: PartingRow) -> str:
    return number(each.gap)


def _judged_so(readings: Compared, wanted: tuple[bool, bool]) -> npt.NDArray[np.bool_]:
    """``(N,)``, whether the first and the second say the label as is wanted."""
    labels = readings[0].inputs.labels
    result = labels >= 0
    for reading, is_right in zip(readings[:2], wanted, strict=True):
        ends = reading.answers.ends[:, -1]
        result &= np.isfinite(ends) & (((ends > SURE) == (labels == 1)) == is_right)
    return result


def _places(rows: Sequence[PartingRow]) -> npt.NDArray[np.intp]:
    if isinstance(rows, LazyRows):
        return rows.places
    return np.fromiter((row.place for row in rows), np.intp, len(rows))


def _gaps(rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    return rows[0].readings[2].gaps[_places(rows)]


def _numbers(rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    return rows[0].readings[0].inputs.numbers[_places(rows)]


def _steps(rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    return rows[0].readings[2].steps[_places(rows)] + 1


def _parted(rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    begins = rows[0].readings[2].disagree_from[_places(rows)]
    return np.ma.masked_array(begins + 1, begins < 0)


def _ends(which: int, rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    ends: npt.NDArray[Any] = rows[0].readings[:2][which].answers.ends
    result: npt.NDArray[Any] = ends[_places(rows), -1]
    return result


def _labels(rows: Sequence[PartingRow]) -> npt.NDArray[Any]:
    labels = rows[0].readings[0].inputs.labels[_places(rows)]
    return np.ma.masked_array(labels, labels < 0)


def _asked(
    readings: tuple[Survey, ...], workers: Workers, should_stop: ShouldStop
) -> Generator[Progress, None, Compared]:
    yield Progress(0, 1, "Counting the answers")
    first, second = in_common(readings[0], readings[1])
    return first, second, disagreement(first, second, should_stop)
