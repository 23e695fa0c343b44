"""`PaneView`: one network's pane: heat maps of every series, curves of chosen units."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from engine.replay.cells.registry import series_of
from engine.replay.cells.series import Series
from engine.session.pane import Pane
from engine.session.session import Session
from engine.session.signals import changes, values_of
from gui.kit import layouts
from gui.kit.display import Display
from gui.kit.drawer import scrolling
from gui.kit.need import Need
from gui.kit.problem import Problem
from gui.kit.tips import tip
from gui.kit.view import View
from gui.look.colours import unit_colours
from gui.look.meanings import meaning, name_of, series_meaning, series_name
from gui.look.numbers_text import number
from gui.look.scale import px, sized, stroke
from gui.look.theme import theme
from gui.naming import file_name, pane_titles, step_title
from gui.panes.chooser import SeriesChips
from gui.panes.header import PaneHeader
from gui.panes.heights import BETWEEN, TIGHT_WIDTH, need_of, share_pane
from gui.panes.maps import MapsRow
from gui.panes.row import SeriesRow
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves, Line
from gui.plots.scale import Ends, curve_ends, levels
from gui.plots.time_plot import TimePlot

TITLE_LINE = 20
"""The height of the line above the curves."""


class PaneView(View):
    """A pane of the session, at one place.

    Signals:
        menu_asked(): the network's name was pressed; whoever owns the library answers.
        place_asked(str): the place of the window in which it finds something it can read.
    """

    menu_asked = Signal()
    place_asked = Signal(str)

    def __init__(self, session: Session, display: Display, place: int) -> None:
        super().__init__()
        self._session = session
        self.place, self.key = place, session.panes[place].key
        self._display = display
        self._enlarged = ""
        self._shared: tuple[object, ...] = ()  # what the room was given by
        self._named: tuple[object, ...] = ()  # what the line above the curves says, and its room
        self.header = PaneHeader(self)
        self.header.menu_asked.connect(self.menu_asked)
        self.header.fold.toggled.connect(self._unfold)
        self.curves = Curves()
        self._units = QLabel()
        self._units.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._units.setTextFormat(Qt.TextFormat.RichText)
        self.axis = StepAxis()
        self._problem = Problem()
        self._problem.place_asked.connect(self.place_asked)
        body = QWidget()
        self._stack = layouts.column(None, of=body, spacing=BETWEEN)
        self._scroll = scrolling(body)
        self._scroll.setMinimumHeight(1)  # as low as its rows are
        self._build_series()
        self._build_curves()
        layouts.column(
            *(self.header.lines, (self._problem, 1), (self._scroll, 1), self._foot),
            of=self,
            spacing=BETWEEN,
        )
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._stand_below_rows)
        self._show_either()
        self.subscribe(session.weights_changed, self._show_weights)
        self.subscribe(session.traces_changed, self.show_trace)
        self.subscribe(session.step_changed, self.show_step)
        self.subscribe(session.units_changed, self._show_chosen)
        self.subscribe(session.busy_changed, self._show_problem)
        self.subscribe(display.future_changed, self.show_whole)
        self.subscribe(display.scale_changed, self.show_trace)
        self.subscribe(display.enlarge_asked, self._enlarge_next)
        self.subscribe(display.change_changed, self.show_trace)
        self.dress()

    def unsubscribe(self) -> None:
        """Hear nothing more: its place is gone, or another's."""
        super().unsubscribe()
        self._display.curves.pop(self.key, None)
        self._display.maps.pop(self.key, None)

    @property
    def _is_closed(self) -> bool:
        """Whether its place is gone: it is still there, for Qt to delete when it is idle."""
        panes = self._session.panes
        return self.place >= len(panes) or panes[self.place].key is not self.key

    @property
    def _pane(self) -> Pane:
        return self._session.panes[self.place]

    # -- building ----------------------------------------------------------------

    def _build_curves(self) -> None:
        """The curves with their title, and the axis; they stand below the rows, in sight
        wherever those are scrolled."""
        self._foot, title = QWidget(), QWidget()
        self._title_line = layouts.row((self._units, 1), self._chips, of=title, spacing=4)
        sized(title.setFixedHeight, TITLE_LINE)
        foot = (title, self.curves, self.axis, self.maps)
        self._below = layouts.column(*foot, of=self._foot, spacing=BETWEEN)
        self._connect(self.curves)
        self.axis.step_asked.connect(self._go)
        self.curves.describe = self._say_curve

    def _build_series(self) -> None:
        """A row a series, and what chooses among them."""
        kind = self._pane.shown.kind
        self.rows: dict[str, SeriesRow] = {}
        self._series = series_of(self._pane.shown)
        for at, series in enumerate(self._series):
            row = SeriesRow(kind, series)
            row.enlarged.connect(self.enlarge)
            row.map.clicked.connect(partial(self._click, row))
            row.map.describe = partial(self._say, row)
            self._connect(row.map)
            self.rows[series.key] = row
            self._stack.insertWidget(at, row)
        self._chips = SeriesChips(kind, self._series)
        self._chips.changed.connect(self._draw_curves)
        self.maps = MapsRow(kind, self._series)
        self.maps.changed.connect(self._show_maps)
        self.maps.unit_clicked.connect(self._choose)

    def _build_anew(self) -> None:
        """Put the rows of other series in the place of those of before."""
        rows, chips, maps = tuple(self.rows.values()), self._chips, self.maps
        for row in rows:
            self._stack.removeWidget(row)
        self._build_series()
        self._title_line.replaceWidget(chips, self._chips)
        self._below.replaceWidget(maps, self.maps)
        for gone in (*rows, chips, maps):
            gone.hide()
            gone.deleteLater()
        self._enlarged, self._shared = "", ()
        self._share()

    def _connect(self, plot: TimePlot) -> None:
        plot.step_asked.connect(self._go)
        plot.stepped.connect(self._move)

    # -- the user's hand ---------------------------------------------------------

    def _go(self, step: int) -> None:
        self._session.focus = self.place
        self._session.step = step

    def _move(self, change: int) -> None:
        self._session.step += change

    def _click(self, row: SeriesRow, height: float, extend: bool) -> None:
        self._session.choose_unit(self.place, row.map.unit_at(height), extend=extend)

    def _choose(self, unit: int, extend: bool) -> None:
        self._session.choose_unit(self.place, unit, extend=extend)

    def enlarge(self, key: str) -> None:
        """Show this series alone, or all of them again."""
        self._enlarged = "" if self._enlarged == key else key
        self._share()

    def _unfold(self, unfolded: bool) -> None:
        """Show all series, or those that fit; where one is enlarged, all."""
        was_enlarged, self._enlarged = self._enlarged, ""
        if was_enlarged and not unfolded:
            self.header.fold.setChecked(True)
        else:
            self._share()

    def _enlarge_next(self, place: int) -> None:
        if place == self.place:
            keys = ["", *self.rows, ""]
            self._enlarged = keys[keys.index(self._enlarged) + 1]
            self._share()

    def _say(self, row: SeriesRow, step: int, height: float) -> str:
        trace = self._pane.layer_trace
        if trace is None or step >= len(trace.masked):
            return ""
        unit = row.map.unit_at(height)
        key, kind = row.series.key, self._pane.shown.kind
        value = number(float(trace.series[key][step, unit]), 4)
        place = f"{step_title(self._session, step)} · {name_of('unit')} {unit + 1}"
        lines = [place, series_meaning(kind, key, value)]
        if trace.maps:
            lines.append(self.tr("the mean over the whole map"))
        ghost = self._pane.layer_ghost
        if ghost is not None and step < len(ghost.masked):
            before = float(ghost.series[key][step, unit])
            lines.append(self.tr("without edits {value}").format(value=number(before, 4)))
        return "\n".join([*lines, meaning("masked")] if trace.masked[step] else lines)

    def _say_curve(self, step: int, height: float) -> str:
        trace = self._pane.layer_trace
        if trace is None or step >= len(trace.masked):
            return ""
        units, keys = self._pane.units, self._chips.chosen()
        lines = [step_title(self._session, step)]
        for key in keys if len(units) == 1 else keys[:1]:
            for unit in units:
                value = number(float(trace.series[key][step, unit]), 4)
                called = f"{name_of('unit')} {unit + 1}"
                lines.append(f"{called} · {series_name(key)} {key} = {value}")
        return "\n".join([*lines, meaning("masked")] if trace.masked[step] else lines)

    # -- room --------------------------------------------------------------------

    @property
    def _frame_height(self) -> int:
        """What stands around the rows and the curves: pixels."""
        maps = self.maps.wanted_height
        maps += px(BETWEEN) if maps else 0
        above = self.header.lines.sizeHint().height() + px(TITLE_LINE)
        return above + self.axis.height() + 3 * px(BETWEEN) + maps

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        need, frame = need_of(len(self.rows), self._pane.shown.units), self._frame_height
        between = tuple(each + frame for each in need.between)
        return Need(need.least + frame, need.wanted + frame, between=between)

    def _share(self) -> None:
        """Give the rows and the curves the room that there is."""
        if self._is_closed:
            return
        has_trace, frame = self._pane.layer_trace is not None, self._frame_height
        maps = self.maps.minimumSizeHint().width() if self.maps.wanted_height else 0
        room = (self.size(), frame, maps, stroke(1), self._enlarged, self.header.fold.isChecked())
        if (shared := (*room, has_trace, self._pane.shown.units)) == self._shared:
            return  # as at most traces: what has been read is another, and the room the same
        self._shared = shared
        series = [each for each in self._series if self._enlarged in ("", each.key)]
        ranked = sorted(series, key=lambda each: each.rank)
        heights = share_pane(
            self.height() - frame,
            [each.key for each in series],
            [each.key for each in ranked],
            self._pane.shown.units,
            unfolded=self.header.fold.isChecked(),
        )
        for key, row in self.rows.items():
            row.map.setFixedHeight(heights.map)
            row.setVisible(key in heights.shown)
        self.curves.setFixedHeight(heights.curves)
        folded = tuple(each for each in self._series if each.key not in heights.shown)
        self.header.fold.setVisible((heights.has_button or folded != ()) and has_trace)
        self.header.fold.show_folded(folded)
        self._fit_name()
        self.setMinimumSize(max(px(TIGHT_WIDTH), maps), self.need.least)

    def rescale(self) -> None:
        """Share the room between larger or smaller rows."""
        self._share()

    def _stand_below_rows(self) -> None:
        """Curves and axis keep the width of rows that are scrolled."""
        bar = self._scroll.verticalScrollBar()
        margin = bar.sizeHint().width() if bar.maximum() else 0
        self._foot.setContentsMargins(0, 0, margin, 0)

    # -- drawing -----------------------------------------------------------------

    def _show_weights(self, place: int) -> None:
        if place == self.place:
            self.show_network()
        else:
            self.retranslate()  # it may have this one's name, or have had it

    def _show_chosen(self, place: int) -> None:
        if place == self.place:
            self.show_units()

    def stand_at(self, place: int) -> None:
        """Show the pane at a place: the one of before, which has moved, or another in its stead."""
        key = self._session.panes[place].key
        if key is not self.key:
            self._display.curves.pop(self.key, None)
        self.place, self.key = place, key
        self.show_network()

    def show_network(self) -> None:
        """Another network, or another of its layers."""
        if self._series != series_of(self._pane.shown):
            self._build_anew()
            self.restyle()
        self._show_either()
        self.retranslate()

    def show_trace(self) -> None:
        """Draw the trace of the session's pane anew."""
        trace = self._pane.layer_trace
        if trace is None:
            self._show_either()
            self.retranslate()
            return
        steps, ghost = self._session.steps, self._pane.layer_ghost
        written = self._pane.written
        for plot in (self.curves, *(row.map for row in self.rows.values())):
            plot.show_written(None if written is None else written.first)
        for key, row in self.rows.items():
            scale = self._display.scale
            values = trace.series[key]
            if ghost is not None and self._display.shows_change:
                row.show_change(changes(values, ghost.series[key]), steps, self._most_change(key))
            else:
                row.show_values(values, steps, self._levels(row.series, scale), scale)
        self.axis.set_steps(self._session.steps)
        self._show_maps()
        self.show_units()
        self.show_whole(self._display.shows_future)

    def _show_maps(self) -> None:
        """Draw what is read, and the maps of the layer's states, as pictures."""
        self.maps.show_pane(self._session, self._display, self.place)
        self._show_either()

    def _show_either(self) -> None:
        """Show the plots, or in their place why there are none."""
        has_trace = self._pane.layer_trace is not None
        self._problem.setVisible(not has_trace)
        for widget in (self._scroll, self._foot):
            widget.setVisible(has_trace)
        self._share()

    def _show_problem(self) -> None:
        if not self._is_closed and self._pane.layer_trace is None:
            self._problem.show_error(self._pane.problem, reads=self._session.busy)

    def show_units(self) -> None:
        """Frame the chosen units and draw their curves."""
        units = self._pane.units
        wheel = unit_colours(theme(), len(units))
        chosen = list(zip(units, wheel, strict=True))
        for row in self.rows.values():
            row.map.show_units(chosen)
        self.maps.show_units(chosen)
        self._name_units()
        hint = self.tr("Click a row to choose a unit; with Ctrl, several (up to 8)")
        self._units.setToolTip(tip(f"{meaning('unit')}\n{hint}"))
        self._draw_curves()

    def _name_units(self) -> None:
        """Name the chosen units, or as many of them as there is room for."""
        units, metrics = self._pane.units, self._units.fontMetrics()
        colours, dim = unit_colours(theme(), len(units)), theme().dim
        title = self.tr("unit") if len(units) == 1 else self.tr("units")
        room = self.width() - self._chips.sizeHint().width() - 2 * px(BETWEEN)
        if (named := (units, tuple(colours), title, room, metrics.height())) == self._named:
            return
        self._named = named
        cuts = [(title, len(units)), *(("", count) for count in range(len(units), 0, -1))]
        for head, count in cuts:
            names = [str(unit + 1) for unit in units[:count]]
            rest = "" if count == len(units) else "…"
            wanted = metrics.horizontalAdvance("   ".join([head, *names, rest]).strip())
            if wanted <= room:
                break
        spans = [
            f'<span style="color:{colour}">{name}</span>'
            for name, colour in zip(names, colours, strict=False)
        ]
        parts = [f'<span style="color:{dim}">{head}</span>', "&nbsp; ".join(spans), rest]
        self._units.setText(" ".join(part for part in parts if part).strip())
        # Where there is no room for one of them, the chips give way.
        self._units.setMinimumWidth(0 if wanted <= room else wanted + 1)

    def _levels(self, series: Series, scale: str) -> Ends:
        """The values at the ends of a series' colours."""
        trace = self._pane.layer_trace
        assert trace is not None
        shared = values_of(self._session.panes, series.key)
        return levels(series, trace.series[series.key], shared, scale)

    def _most_change(self, key: str) -> float:
        """The largest change of a series in any pane, so that networks can be compared; 1 where
        nothing has changed."""
        pairs = [(pane.layer_trace, pane.layer_ghost) for pane in self._session.panes]
        most = [
            float(np.nanmax(np.abs(changes(trace.series[key], ghost.series[key])), initial=0.0))
            for trace, ghost in pairs
            if trace is not None and ghost is not None and key in trace.series
        ]
        return max(most) or 1.0

    def _draw_curves(self) -> None:
        trace = self._pane.layer_trace
        if trace is None:
            return
        units, keys = self._pane.units, self._chips.chosen()
        self._display.curves[self.key] = tuple(keys)
        by_key = {series.key: series for series in self._series}
        wheel = unit_colours(theme(), len(units))
        lines: list[Line] = []
        ghosts: list[Line] = []
        ghost = self._pane.layer_ghost
        for key in keys if len(units) == 1 else keys[:1]:
            for unit, colour in zip(units, wheel, strict=True):
                shade = theme().of(by_key[key]) if len(units) == 1 else colour
                lines.append((trace.series[key][:, unit], shade))
                if ghost is not None:
                    ghosts.append((ghost.series[key][:, unit], shade))
        shown = [by_key[key] for key in keys]
        low, high = curve_ends(
            [values for values, _ in lines + ghosts],
            shown,
            [self._levels(series, "shared") for series in shown],
            self._display.scale,
        )
        if ghosts:  # shared scales hold what the panes show, and not what stands behind it
            low = min(low, *(float(np.nanmin(each, initial=low)) for each, _ in ghosts))
            high = max(high, *(float(np.nanmax(each, initial=high)) for each, _ in ghosts))
        self.curves.show_lines(lines, self._session.steps, low, high, 0.0, ghosts)
        self.show_step(self._session.step)

    def show_step(self, step: int) -> None:
        """Move the cursor in every plot."""
        for row in self.rows.values():
            row.map.show_step(step)
        self.curves.show_step(step)
        self.axis.show_step(step)
        self.maps.show_step(step)

    def show_whole(self, whole: bool) -> None:
        """Lift or lower the veil over the future."""
        for plot in (*(row.map for row in self.rows.values()), self.curves):
            plot.show_whole(whole)

    def _fit_name(self) -> None:
        if not self._is_closed:
            self.header.fit_name(self.place, pane_titles(self._session))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.header.shorten()
        self._share()
        if not self._is_closed:
            self._name_units()

    def retranslate(self) -> None:
        """Name the network, and say why there is no trace."""
        if self._is_closed:
            return
        pane, title = self._pane, pane_titles(self._session)[self.place]
        self._fit_name()
        self.header.name.setAccessibleName(self.tr("network %s: choose another") % title)
        hint = self.tr("Choose a network, one of its layers, or close this pane")
        self.header.name.setToolTip(
            tip("\n".join(filter(None, (title, file_name(pane.network), hint))))
        )
        self.curves.setAccessibleName(self.tr("curves of the chosen units"))
        self._show_problem()
        if pane.layer_trace is not None:
            self.show_units()

    def restyle(self) -> None:
        """Colour what the style sheet does not."""
        if self._is_closed:
            return
        self._fit_name()
        if self._pane.layer_trace is not None:
            self.show_units()
