"""`WeightsPage`: the weights of a layer as heat maps on one scale, histogram and statistics."""

from __future__ import annotations

import html
from collections.abc import Generator, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.inspection.statistics import Histogram, Statistics, histogram, largest, statistics
from engine.inspection.weight_matrices import Array, matrices
from engine.network.network import Layer, Network
from engine.progress import Progress, finish
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.inspector.chips import Chip, Chips
from gui.inspector.distribution import HistogramView
from gui.inspector.table import CopyTable
from gui.inspector.tiles import Tiles
from gui.inspector.weight_names import (
    axes_text,
    column_text,
    gate_names,
    matrix_name,
    matrix_symbol,
    row_namer,
)
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.kit.work import Latest, ShouldStop
from gui.look.mathematics import math_html
from gui.look.numbers_text import weight_text
from gui.look.scale import sized
from gui.look.theme import theme
from gui.plots.matrix import MatrixView
from gui.plots.scale import WeightBar

AT_ONCE = 500_000
"""Numbers that are counted within a few milliseconds; more are counted beside the window."""

Measures = Mapping[str, tuple[Statistics, Histogram]]


def measures(
    weights: Mapping[str, Array], should_stop: ShouldStop = lambda: False
) -> Generator[Progress, None, Measures]:
    """Statistics and histogram of weights of any shape, by gate, with one span for all, as long
    work."""
    most = max((largest(each) for each in weights.values()), default=0.0) or 1.0
    result = {}
    for place, (gate, each) in enumerate(weights.items()):
        if should_stop():
            break
        yield Progress(place, len(weights), "Counting the weights")
        result[gate] = (statistics(each), histogram(each, span=(-most, most)))
    return result


class WeightsPage(View):
    """Which matrix is chosen here, which gate from outside.

    Signals:
        gate_asked(str): a gate's map was pressed.
    """

    gate_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network: Network | None = None
        self._layer: Layer | None = None
        self._gate = ""
        self._name = ""
        self._matrices: Mapping[str, Mapping[str, Array]] = {}
        self._counting = Latest(self)
        self._measured: Measures = {}
        self._stale = False
        self.chips = Chips()
        self.chips.chosen.connect(self._choose)
        self.maps: Tiles[MatrixView] = Tiles(MatrixView)
        self.maps.pressed.connect(self.gate_asked)
        self.bar = WeightBar()
        self.counts = HistogramView()
        self.table = CopyTable(numbers=True, close=True)
        sized(self.table.setMinimumWidth, 264)
        self._axes, self._counts_title = label("caption"), label("title")
        self._note = label("caption", wraps=True)
        upper = row((self.maps, 1), self.bar)
        side = column(self._counts_title, (self.counts, 1), self.table, self._note)
        side.addStretch()
        self._body = QWidget()
        row((upper, 3), (side, 2), of=self._body)
        column(row(self.chips, self._axes, None), (self._body, 1), of=self)
        self.dress()

    # -- what is shown -----------------------------------------------------------

    def show_layer(self, network: Network, layer: Layer | None, gate: str) -> None:
        """Show the weights of a layer, None for an input; ``gate`` is a key, "" for all."""
        other = layer is None or self._layer is None or layer.name != self._layer.name
        self._network, self._layer, self._gate = network, layer, gate
        self._matrices = {} if layer is None else matrices(layer)
        if other:
            self.stop()
        self._show()

    @property
    def name(self) -> str:
        """The name of the weight that is shown, "" where there is none."""
        return self._name if self._name in self._matrices else next(iter(self._matrices), "")

    @property
    def shown(self) -> Mapping[str, Array]:
        """The matrices ``(rows, columns)`` that are drawn, by gate."""
        every = self._matrices.get(self.name, {})
        return {self._gate: every[self._gate]} if self._gate in every else every

    def _choose(self, name: str) -> None:
        self._name = name
        self.stop()
        self._show()

    def stop(self) -> None:
        """What was being counted is of no use any more."""
        self._counting.cancel()
        self._measured, self._stale = {}, False

    def _show(self) -> None:
        chips = [Chip(name, matrix_name(name)) for name in self._matrices]
        self.chips.show_chips(chips, self.name)
        if self._matrices:
            self._draw()
            self._measure()

    def _draw(self) -> None:
        """The maps: all gates on one scale, whichever of them are shown."""
        assert self._network is not None
        assert self._layer is not None
        shown, every = self.shown, self._matrices[self.name]
        most = max((largest(each) for each in every.values()), default=0.0)
        rows, columns = next(iter(shown.values())).shape
        row_text, first = row_namer(self._network, self._layer, self.name)
        across = 1 if rows == 1 or len(shown) == 1 else 2
        if rows > 3 * columns:
            across = len(shown)
        self.maps.arrange(list(shown), across, low=rows == 1)
        names = gate_names(self._layer)
        for gate, tile in self.maps.tiles.items():
            title, colour = names.get(gate, (matrix_name(self.name), theme().text))
            tile.drawing.setAccessibleName(f"{title}, {matrix_name(self.name)}")
            if gate:
                symbol = math_html(matrix_symbol(self.name, gate), 15, {"W": colour, "b": colour})
                title = f'{symbol}&nbsp;&nbsp;<span style="color:{theme().dim}">{title}</span>'
            else:
                title = f'<span style="color:{theme().dim}">{html.escape(title)}</span>'
            tile.title.setText(title)
            column_namer = partial(column_text, self.name)
            tile.drawing.show_matrix(shown[gate], most, row_text, column_namer, first)
        self.bar.show_scale(most)
        size = f"{rows:,} × {columns:,}"
        self._axes.setText(size if rows == 1 else f"{axes_text(self.name, first)} · {size}")

    # -- counting ----------------------------------------------------------------

    def _measure(self) -> None:
        every = self._matrices[self.name]
        if sum(each.size for each in every.values()) <= AT_ONCE:
            self._measured = finish(measures(every))
            self._show_measures()
        elif not self._counting.is_busy:
            self._counting.start(partial(measures, every), self._accept, self._fail)
            self._show_measures()
        else:
            self._stale = True  # newer weights: counted when these are

    def _accept(self, result: Measures) -> None:
        self._measured = result
        self._show_measures()
        if self._stale:
            self._stale = False
            self._measure()

    def _fail(self, error: GatescopeError) -> None:
        self._note.setText(explain(error))

    def _show_measures(self) -> None:
        assert self._layer is not None
        measured = {gate: each for gate, each in self._measured.items() if gate in self.shown}
        names = gate_names(self._layer)
        plain = theme().networks[0]
        colours = {gate: names[gate][1] if gate in names else plain for gate in measured}
        self.counts.show_bars({gate: (bars, colours[gate]) for gate, (_, bars) in measured.items()})
        statistics_shown = [each for each, _ in measured.values()]
        lines = (
            (self.tr("min"), [weight_text(each.low) for each in statistics_shown]),
            (self.tr("max"), [weight_text(each.high) for each in statistics_shown]),
            (self.tr("mean"), [weight_text(each.mean) for each in statistics_shown]),
            (self.tr("std"), [weight_text(each.deviation) for each in statistics_shown]),
            (
                self.tr("near 0"),
                [percent_text(f"{100 * each.small:.1f}") for each in statistics_shown],
            ),
        )
        heads = ("", *(gate or matrix_name(self.name) for gate in measured))
        self.table.show_rows(heads, [(what, *values) for what, values in lines], spread=True)
        self.table.fit_height()
        strange = sum(each.strange for each, _ in measured.values())
        notes = [self.tr("near 0: the share of weights between −0.001 and 0.001")]
        if strange:
            text = self.tr("{count} values are not finite; they are drawn in red.")
            notes.append(filled(text, {"count": f"{strange:,}"}))
        if not measured:
            notes = [self.tr("Counting…")]
        elif self._counting.is_busy:
            notes.insert(0, self.tr("These are of the weights before; counting…"))
        self._note.setText("\n".join(notes))

    def table_text(self) -> str:
        """What the copy button copies."""
        return self.table.text() if self._matrices else ""

    def retranslate(self) -> None:
        """Set every text."""
        self._counts_title.setText(self.tr("Histogram"))
        self.counts.setAccessibleName(self.tr("histogram of the weights"))
        self.table.setAccessibleName(self.tr("statistics of the weights"))
        self.bar.setToolTip(self.tr("The values of the colours; zero is in the middle"))
        self.restyle()

    def restyle(self) -> None:
        """Colour the titles and the table."""
        if self._matrices:
            self._draw()
            self._show_measures()
            self.chips.show_chips([Chip(n, matrix_name(n)) for n in self._matrices], self.name)
