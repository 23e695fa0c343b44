"""`SaturationPage`: how near the gates are to 0 and 1, a point a unit, and units that do nothing."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from math import isfinite
from operator import attrgetter

from engine.counting import filled
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.cells.registry import series_of
from engine.survey.collectors import Histograms
from engine.survey.passes import Workers, pass_over
from engine.survey.saturation import (
    ALIKE,
    MIN_SEQUENCES,
    GateSaturation,
    IdleUnits,
    idle_units,
    saturation,
)
from engine.survey.survey import Survey
from gui.i18n.percent import percent_text
from gui.i18n.texts import network_title
from gui.kit.layouts import column, row
from gui.kit.widgets import label
from gui.look.meanings import series_name
from gui.look.numbers_text import number
from gui.look.theme import GAP, theme
from gui.plots.chart import Chart, fine_percent
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.surveying import Wanted
from gui.survey.table import Column, SurveyTable


@dataclass(frozen=True, eq=False)
class SaturationAnswer:
    """What was found of a network: its gates, their histograms in the same order, idle units."""

    reading: Survey
    gates: tuple[GateSaturation, ...]
    histograms: tuple[Histograms, ...]
    idle: tuple[IdleUnits, ...]


@dataclass(frozen=True, eq=False)
class SaturationRow:
    """One unit of one gate; from 0."""

    gate: GateSaturation
    histogram: Histograms
    unit: int

    @property
    def below(self) -> float:
        """The share of steps below 0.1."""
        return float(self.gate.below[self.unit])

    @property
    def above(self) -> float:
        """The share of steps above 0.9."""
        return float(self.gate.above[self.unit])

    @property
    def mean(self) -> float:
        """Of its values."""
        return float(self.gate.mean[self.unit])


class SaturationPage(SurveyPage):
    """The scatter of Karpathy et al. (2015), and the histogram of the unit that is pointed at."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__(context)
        self._rows: list[SaturationRow] = []
        self.pointed: SaturationRow | None = None
        self.chart, self.histogram = Chart(), Chart()
        self.chart.describe_point = self._say_point
        self.chart.point_asked.connect(lambda place: self._choose(self._rows[place]))
        self.legend = label("caption", wraps=True)
        self.said = label("caption", wraps=True, is_plain=True)
        self.rows = self.shown_table = SurveyTable()
        self.rows.pointed.connect(self._point)
        self.rows.opened.connect(self._choose)
        left = column((self.chart, 1), self.legend, spacing=GAP // 2)
        right = column((self.rows, 3), self.said, (self.histogram, 2), spacing=GAP // 2)
        row((left, 1), (right, 1), of=self.body, spacing=2 * GAP)
        self.dress()

    def wanted(self, network: Network) -> Wanted | None:
        """The gates of the focused network."""
        return Wanted(("saturation",), (network,), _asked)

    def show_answer(self, answer: SaturationAnswer) -> None:
        """Draw the gates, and name the units that do nothing of their own."""
        notes = self.notes_of(answer.reading)
        sentence = " ".join(filter(None, (*map(self._idle, answer.idle), notes)))
        if not answer.gates:
            name = network_title(answer.reading.network.name)
            self._say(filled(self.tr("{network} has no gate."), {"network": name}), can_read=False)
            self.sentence.setText(sentence)
            return
        self.sentence.setText(sentence)
        if not self._rows or self._rows[0].gate is not answer.gates[0]:
            self._rows = [
                SaturationRow(gate, histogram, unit)
                for gate, histogram in zip(answer.gates, answer.histograms, strict=True)
                for unit in range(len(gate.mean))
            ]
            self.pointed = self._rows[0]
        shares = [share for each in self._rows for share in (each.below, each.above)]
        most = max(filter(isfinite, shares), default=1.0)
        end = 1.0 if most > 0.5 else max(0.02, 1.1 * most)
        self.chart.begin(
            (self.tr("share of steps below 0.1"), 0.0, end),
            (self.tr("share of steps above 0.9"), 0.0, end),
            (fine_percent, fine_percent),
        )
        if end == 1.0:
            self.chart.add_curve((0, 1), (1, 0), theme().faint, is_dashed=True)
        self.chart.add_points(
            [each.below for each in self._rows],
            [each.above for each in self._rows],
            [self._colour(each.gate.key) for each in self._rows],
            9,
        )
        self.legend.setText(
            " · ".join(
                f'<span style="color: {self._colour(key)}">{series_name(key)} {key}</span>'
                for key in dict.fromkeys(gate.key for gate in answer.gates)
            )
            + (f" · {self.tr('dashed: never between 0.1 and 0.9')}" if end == 1.0 else "")
        )
        self.rows.show_rows(self._columns(), self._rows)
        self._draw_histogram()

    def _notes(self, answer: SaturationAnswer) -> str:
        return self.notes_of(answer.reading)

    def _colour(self, key: str) -> str:
        network = self.surveying.network
        layers = () if network is None else network.recurrent
        known = {each.key: each for layer in layers for each in series_of(layer)}
        return theme().of(known[key]) if key in known else theme().accent

    def _idle(self, idle: IdleUnits) -> str:
        """Which units of a layer do nothing of their own."""
        said = []
        for units, text in (
            (idle.dead, self.tr("h stays 0: {units}")),
            (idle.constant, self.tr("h stays the same: {units}")),
            (idle.unknown, self.tr("h is no finite number at some step: {units}")),
        ):
            if units:
                said.append(text.format(units=", ".join(str(unit + 1) for unit in units)))
        if idle.duplicates is None:
            text = self.tr("of fewer than {count} sequences no duplicates are named")
            said.append(text.format(count=MIN_SEQUENCES))
        elif idle.duplicates:
            pairs = ", ".join(f"{a + 1} = {b + 1}" for a, b in idle.duplicates)
            text = self.tr("h goes along at the end (|r| > {bound}): {units}")
            said.append(text.format(units=pairs, bound=ALIKE))
        if not (idle.dead or idle.constant or idle.duplicates or idle.unknown):
            none = self.tr("no unit is dead, constant or a duplicate")
            if idle.duplicates is None:
                none = self.tr("no unit is dead or constant")
            said.insert(0, none)
        return f"{idle.layer}: {'; '.join(said)}."

    def _columns(self) -> list[Column]:
        named, several = self.tr("layer"), len({each.gate.layer for each in self._rows}) > 1
        return [
            Column("layer", named, attrgetter("gate.layer"), is_number=False, is_shown=several),
            Column(
                "series",
                self.tr("gate"),
                attrgetter("gate.key"),
                lambda each: f"{each.gate.key}[{each.unit + 1}]",
                is_number=False,
                colour=lambda each: self._colour(each.gate.key),
                grows=True,
            ),
            Column("unit", self.tr("unit"), lambda each: each.unit + 1, is_shown=False),
            Column("below", "< 0.1", attrgetter("below"), lambda each: _share(each.below)),
            Column("above", "> 0.9", attrgetter("above"), lambda each: _share(each.above)),
            Column("mean", self.tr("mean"), attrgetter("mean"), lambda each: number(each.mean, 3)),
        ]

    def _say_point(self, place: int) -> str:
        each = self._rows[place]
        self._point(each)
        return "\n".join(
            (
                _name(each),
                self.tr("below 0.1: {below}, above 0.9: {above}, mean {mean}").format(
                    below=_share(each.below),
                    above=_share(each.above),
                    mean=number(each.mean, 3),
                ),
            )
        )

    def _point(self, found: object) -> None:
        if isinstance(found, SaturationRow) and found is not self.pointed:
            self.pointed = found
            self._draw_histogram()

    def _draw_histogram(self) -> None:
        if (each := self.pointed) is None:
            return
        shares = each.histogram.counts[each.unit] / max(
            1, int(each.histogram.counts[each.unit].sum())
        )
        self.histogram.begin(
            (_name(each), 0.0, 1.0),
            (self.tr("share of the steps"), 0.0, float(shares.max()) or 1.0),
            (None, fine_percent),
        )
        self.histogram.add_bars(each.histogram.edges, shares, self._colour(each.gate.key))
        self.said.setText(self.tr("Enter, or a click on a point, chooses the unit in the window."))

    def _choose(self, found: object) -> None:
        """Show the unit in the window."""
        if isinstance(found, SaturationRow):
            self.session.show_layer(self.session.focus, found.gate.layer)
            self.session.choose_unit(self.session.focus, found.unit)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Saturation"))
        super().retranslate()


def _asked(
    readings: tuple[Survey, ...], workers: Workers, should_stop: ShouldStop
) -> Generator[Progress, None, SaturationAnswer]:
    reading = readings[0]
    gates = saturation(reading)
    units = {layer.name: layer.units for layer in reading.network.recurrent}
    kept = tuple(Histograms(each.layer, each.key, units[each.layer]) for each in gates)
    if kept:
        yield from pass_over(
            reading.network, reading.inputs, kept, workers, reading.edits, should_stop
        )
    return SaturationAnswer(reading, gates, kept, idle_units(reading))


def _name(each: SaturationRow) -> str:
    return f"{each.gate.layer} {each.gate.key}[{each.unit + 1}]"


def _share(value: float) -> str:
    return percent_text(f"{100 * value:.1f}") if isfinite(value) else "–"
