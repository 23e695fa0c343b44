"""`RightPage`: how right the networks are: by what was read, by kind of review, and calibration."""

from __future__ import annotations

import html
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from math import isnan
from operator import attrgetter

import numpy as np

from engine.errors import Cancelled, GatescopeError
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.survey.intervals import Share
from engine.survey.judging import Judging, judging
from engine.survey.passes import Workers
from engine.survey.survey import Survey
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.layouts import column, row
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.look.theme import GAP, theme
from gui.plots.chart import Chart, percent
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.share_texts import interval, share_text
from gui.survey.surveying import OpenNetwork, Wanted
from gui.survey.table import Column, SurveyTable

BY = ("by_share", "calibration", "by_length", "by_padding", "by_unknown")
"""What the chart and the table show, by the fields of a `Judging`."""

Judged = tuple[Survey, Judging | GatescopeError]


@dataclass(frozen=True)
class Point:
    """One row and one point of the chart.

    Attributes:
        network: whose.
        at: where on the lower axis.
        low, high: the ends of the group; the same where it is a point.
        share: what was counted.
    """

    network: str
    at: float
    low: float
    high: float
    share: Share


class RightPage(SurveyPage):
    """One curve a network, and the numbers beside it."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self.kinds = Tabs(BY)
        self.kinds.chosen.connect(self._choose)
        self.chart = Chart()
        self.chart.describe_point = self._say_point
        self.legend = label("caption", wraps=True)
        self.rows = self.shown_table = SurveyTable()
        self.rows.room_changed.connect(self._say_below)
        self._said = ""
        self.said = label("caption", wraps=True, is_plain=True)
        self._points: list[Point] = []
        left = column((self.chart, 1), self.legend, spacing=GAP // 2)
        below = row((left, 5), (self.rows, 6), spacing=2 * GAP)
        column(row(self.kinds, None), (below, 1), self.said, of=self.body, spacing=GAP // 2)
        self.dress()

    def wanted(self, network: Network) -> Wanted | None:
        """How right every network is that reads the same kind of thing."""
        return Wanted(("right",), tuple(each.network for each in self._readers(network)), _asked)

    def _readers(self, network: Network) -> list[OpenNetwork]:
        shown = self.surveying.shown
        return [each for each in shown if each.network.reads_words == network.reads_words]

    def show_answer(self, answer: Sequence[Judged]) -> None:
        """Draw what is chosen, of every network that can be right."""
        network = self.surveying.network
        assert network is not None
        readers = self._readers(network)
        said, notes, judged = [], [], []
        for each, (reading, found) in zip(readers, answer, strict=True):
            if isinstance(found, GatescopeError):
                said.append(explain(found))
                continue
            judged.append((each, found))
            said.append(
                self.tr("{network}: {share} of {count} rightly ({interval}), loss {loss}.").format(
                    network=each.name,
                    share=share_text(found.right),
                    count=f"{found.right.total:,}",
                    interval=interval(found.right),
                    loss=f"{found.loss:.4f}",
                )
            )
            notes += [*map(explain, found.notes), self.notes_of(reading)]
        if judged:
            always = self.tr("Always the more frequent label would be right about {share}.")
            said.append(always.format(share=percent_text(f"{100 * judged[0][1].always:.1f}")))
        self.sentence.setText(" ".join(filter(None, dict.fromkeys((*said, *notes)))))
        self._draw(judged)

    def _draw(self, judged: list[tuple[OpenNetwork, Judging]]) -> None:
        is_calibration = self._by == "calibration"
        curves = [(each, _points(each.name, found, self._by)) for each, found in judged]
        points = self._points = [point for _, of in curves for point in of]
        x_name, y_name = self._axes()
        is_share = self._by in ("by_share", "calibration")
        ends = (0.0, 1.0) if is_share else _ends([each.at for each in points])
        lows = [each.share.low for each in points]
        least = 0.0 if is_calibration or not lows else max(0.0, np.floor(10 * min(lows)) / 10)
        highs = [each.share.high for each in points]
        most = 1.0 if is_calibration or not highs else min(1.0, np.ceil(10 * max(highs)) / 10)
        text = percent if self._by == "by_share" else None
        self.chart.begin((x_name, *ends), (y_name, least, most), (text, percent))
        look = theme()
        if is_calibration:
            self.chart.add_curve((0, 1), (0, 1), look.faint, is_dashed=True)
        elif judged and least <= judged[0][1].always:
            self.chart.add_curve(ends, [judged[0][1].always] * 2, look.faint, is_dashed=True)
        colours = []
        for each, of in curves:
            colour = look.networks[each.place]
            colours += [colour] * len(of)
            at, value = [point.at for point in of], [point.share.value for point in of]
            between = [point.share.low for point in of], [point.share.high for point in of]
            self.chart.add_curve(at, value, colour, between)
        if points:
            values = [each.share.value for each in points]
            self.chart.add_points([each.at for each in points], values, colours)
        self.legend.setText(
            " · ".join(
                f'<span style="color: {look.networks[each.place]}">{html.escape(each.name)}</span>'
                for each, _ in judged
            )
            + f" · {self._dashed()}"
        )
        self.rows.show_rows(self._columns(), points)
        self._said = self._says(judged)
        self._say_below()

    def _say_below(self) -> None:
        self.said.setText(" ".join(filter(None, (self._said, self.without_room(self.rows)))))

    def _dashed(self) -> str:
        if self._by == "calibration":
            return self.tr("dashed: answers that are what happens")
        return self.tr("dashed: always the more frequent label")

    def _axes(self) -> tuple[str, str]:
        right = self.tr("judged rightly")
        return {
            "by_share": (self.tr("share of the review that was read"), right),
            "calibration": (self.tr("answer"), self.tr("positive")),
            "by_length": (self.tr("words of the review"), right),
            "by_padding": (self.tr("steps of padding"), right),
            "by_unknown": (self.tr("words that are not known"), right),
        }[self._by]

    def _short(self) -> str:
        """The lower axis in a word."""
        return {
            "by_share": self.tr("read"),
            "calibration": self.tr("answer"),
            "by_length": self.tr("words"),
            "by_padding": self.tr("padding"),
            "by_unknown": self.tr("unknown words"),
        }[self._by]

    def _says(self, judged: list[tuple[OpenNetwork, Judging]]) -> str:
        if self._by == "calibration":
            text = self.tr("{network}: answers are {error} off on average ({low} to {high}).")
            said = [
                text.format(
                    network=each.name,
                    error=percent_text(f"{100 * found.error:.1f}"),
                    low=percent_text(f"{100 * found.error_low:.1f}"),
                    high=percent_text(f"{100 * found.error_high:.1f}"),
                )
                for each, found in judged
                if not isnan(found.error_low)  # of one review there is none
            ]
            whose = self.tr(
                "Intervals of 95\u00a0%: of the shares Wilson's, of the distance the bootstrap's."
            )
            return " ".join([*said, whose])
        if self._by == "by_share":
            return self.tr(
                "Had the review ended there. Intervals of 95\u00a0% are Wilson's; the networks may have "
                "learned from these reviews."
            )
        return self.tr(
            "Groups of about one size; intervals of 95\u00a0% are Wilson's. The groups differ in more than "
            "this."
        )

    def _columns(self) -> list[Column]:
        x_name, y_name = self._axes()
        is_share = self._by == "by_share"
        right = self.tr("positive") if self._by == "calibration" else self.tr("rightly")
        low, total = attrgetter("share.low"), attrgetter("share.total")

        def place(each: Point) -> str:
            if is_share or self._by == "calibration":
                return percent(each.at) if is_share else f"{each.at:.2f}"
            # counts, of which a group may have one alone
            return " … ".join(dict.fromkeys((f"{each.low:,.0f}", f"{each.high:,.0f}")))

        return [
            Column(
                "network",
                self.tr("network"),
                attrgetter("network"),
                is_number=False,
                grows=True,
                width=112,
            ),
            Column("from", self._short(), attrgetter("low"), place, says=x_name),
            Column("to", "", attrgetter("high"), is_shown=False),
            Column("share", right, attrgetter("share.value"), _share, says=y_name),
            Column("low", self.tr("interval"), low, _interval, width=116, is_spare=True),
            Column("high", "", attrgetter("share.high"), is_shown=False),
            Column("total", self.tr("of"), total, _total, width=64, is_spare=True),
        ]

    def _say_point(self, place: int) -> str:
        each = self._points[place]
        x_name, y_name = self._axes()
        where = self._columns()[1].text
        assert where is not None
        return "\n".join(
            (
                each.network,
                f"{x_name}: {where(each)}",
                f"{y_name}: {share_text(each.share)} ({interval(each.share)})",
            )
        )

    @property
    def _by(self) -> str:
        return self.kinds.current

    def _choose(self) -> None:
        if self.answer is not None:
            self.show_answer(self.answer)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("How right"))
        read = self.tr("How often the answer is right after a share of the words")
        mean = self.tr("Whether answers of 0.9 are right nine times of ten")
        self.kinds.say_all(
            (
                ("by_share", self.tr("while reading"), read),
                ("calibration", self.tr("calibration"), mean),
                ("by_length", self.tr("length"), self.tr("By how long the reviews are")),
                ("by_padding", self.tr("padding"), self.tr("By how much is padded")),
                (
                    "by_unknown",
                    self.tr("unknown words"),
                    self.tr("By how many words are not known"),
                ),
            )
        )
        super().retranslate()


def _asked(
    readings: tuple[Survey, ...], workers: Workers, should_stop: ShouldStop
) -> Generator[Progress, None, list[Judged]]:
    found: list[Judged] = []
    for done, each in enumerate(readings):
        yield Progress(done, len(readings), "Counting the answers")
        try:
            found.append((each, judging(each, should_stop)))
        except Cancelled:
            raise
        except GatescopeError as error:
            found.append((each, error))
    if found and all(isinstance(each, GatescopeError) for _, each in found):
        raise found[0][1]  # type: ignore[misc]  # which is said in place of the page
    return found


def _points(name: str, found: Judging, by: str) -> list[Point]:
    if by == "by_share":
        return [Point(name, at, at, at, share) for at, share in found.by_share]
    if by == "calibration":
        return [
            Point(name, each.mean, each.mean, each.mean, each.positive)
            for each in found.calibration
        ]
    groups = {
        "by_length": found.by_length,
        "by_padding": found.by_padding,
        "by_unknown": found.by_unknown,
    }[by]
    return [
        Point(name, (each.low + each.high) / 2, each.low, each.high, each.right) for each in groups
    ]


def _ends(at: list[float]) -> tuple[float, float]:
    low, high = min(at, default=0.0), max(at, default=1.0)
    return (low, high) if high > low else (low - 0.5, low + 0.5)


def _share(each: Point) -> str:
    return share_text(each.share)


def _interval(each: Point) -> str:
    return interval(each.share)


def _total(each: Point) -> str:
    return f"{each.share.total:,}"
