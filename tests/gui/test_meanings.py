"""Every series, badge and number of the window explains itself where the pointer rests."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from engine.network.cell_kinds import STATEFUL
from engine.replay.cells.registry import CELLS
from engine.session.pane import Shade
from gui.cell.diagram import CellDiagram
from gui.cell.equations import EquationList
from gui.cell.units import UnitStrip
from gui.i18n.languages import install_language
from gui.kit.text_line import TextLine
from gui.look.meanings import NUMBERS, SERIES, meaning, name_of, series_meaning, series_name
from gui.look.numbers_text import number
from gui.plots.axis import StepAxis
from gui.plots.scale import ScaleBar
from gui.plots.time_plot import TimePlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    MakeWindow,
    asked,
    hover,
    hovered,
    plain,
    settle,
    spot,
)
from tests.networks import text_network


def named() -> list[str]:
    """All names of the table, in the language of the moment."""
    keys = {key for rows in SERIES.values() for key in rows}
    return [*map(name_of, NUMBERS), *map(series_name, keys)]


def test_every_series_of_every_cell_has_a_row() -> None:
    assert {kind: set(rows) for kind, rows in SERIES.items()} == {
        kind: set(CELLS[kind].EQUATIONS) for kind in STATEFUL
    }


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_meaning_is_one_sentence_in_both_languages(qapp: QApplication, language: str) -> None:
    install_language(qapp, language)
    says = [meaning(name) for name in NUMBERS]
    says += [series_meaning(kind, key) for kind, rows in SERIES.items() for key in rows]
    for text in says:
        name, _, sentence = text.partition(": ")
        assert name and 8 < len(sentence) < 160, text
        assert bool(re.search("[가-힣]", sentence)) == (language == "ko"), text


def test_a_value_stands_behind_its_name() -> None:
    text = series_meaning("LSTM", "f", "0.7512")
    assert text.startswith("forget gate f = 0.7512: how much")
    assert meaning("validation_accuracy", "0.798").startswith("validation accuracy 0.798: the")


def test_every_number_in_sight_has_a_tip_that_names_it(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), text_network("GRU"))
    window.services.reading.open_number(14_880)
    for drawer, language in product(("", "models", "reviews", "numbers", "train"), ("en", "ko")):
        window.drawers.show_place(drawer)
        install_language(qapp, language)
        settle()
        names, seen = named(), 0
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(widget, QLabel | TextLine | ScaleBar):
                continue
            text = plain(widget) if isinstance(widget, QLabel) else widget.accessibleName()
            if isinstance(widget, ScaleBar) or re.search(r"\d", text):
                seen += 1
                tip = asked(widget)
                assert any(name in tip for name in names), f"{drawer}: {text!r} says {tip!r}"
        assert seen > 18, (drawer, language)


def test_the_cell_names_what_is_below_the_pointer(window: MainWindow) -> None:
    window.session.focus, window.session.step = 1, 22
    settle()
    diagram, trace = window.cell.findChildren(CellDiagram)[0], window.session.panes[1].layer_trace
    assert trace is not None
    said = set()
    for x in range(4, diagram.width(), 6):
        for y in range(4, diagram.height(), 6):
            said.add(asked(diagram, QPoint(x, y)))
    for key, values in trace.series.items():
        signed = key in "hcg"
        says = series_meaning("LSTM", key, number(float(values[22, 0]), 4, sign=signed))
        assert any(text.startswith(says) for text in said), key
    before = number(float(trace.series["c"][21, 0]), 4, sign=True)
    assert any("step before" in text and before in text for text in said)
    equations = window.cell.findChildren(EquationList)[0]
    for key in ("f", "c"):
        block = equations._heads[key]
        value = number(float(trace.series[key][22, 0]), 4, sign=key == "c")
        assert asked(block) == series_meaning("LSTM", key, value)


def test_the_squares_of_the_input_are_no_units(window: MainWindow) -> None:
    window.session.focus, window.session.step = 1, 22
    settle()
    units, inputs = sorted(window.cell.findChildren(UnitStrip), key=lambda strip: strip.y())
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    at = inputs._box(2).center()
    hover(inputs, at)
    value = number(float(trace.inputs[22, 2]), 4, sign=True)
    assert "input x = " + value in hovered() and "number 3 of" in hovered()
    assert "unit" not in hovered() and "step 23" in hovered()
    hover(units, units._box(2).center())
    assert "unit 3" in hovered() and "hidden state h" in hovered()


def test_ahead_of_the_step_a_prediction_is_said_too(window: MainWindow) -> None:
    window.session.step = 20
    plot = window.prediction.plot
    hover(plot.viewport(), spot(plot, 30))
    for pane in window.session.panes:
        assert pane.trace is not None
        assert f"{pane.network.name} = {number(float(pane.trace.prediction[30]), 4)}" in hovered()
    at_step = asked(window.prediction._now)
    for pane in window.session.panes:
        assert pane.trace is not None
        assert f"{pane.network.name} = {number(float(pane.trace.prediction[20]), 4)}" in at_step


def test_several_units_are_all_said(window: MainWindow) -> None:
    window.session.choose_unit(1, 2)
    window.session.choose_unit(1, 5, extend=True)
    pane, trace = window.panes.views[1], window.session.panes[1].layer_trace
    assert trace is not None
    hover(pane.curves.viewport(), spot(pane.curves, 9))
    for unit in (2, 5):
        assert f"unit {unit + 1} · cell state c = " in hovered()


def test_every_plot_and_axis_says_its_step(window: MainWindow) -> None:
    for plot in window.findChildren(TimePlot):
        if plot.isVisible():
            hover(plot.viewport(), spot(plot, 7))
            assert hovered().startswith("step 8 "), plot.accessibleName()
    for axis in window.findChildren(StepAxis):
        if axis.isVisible():
            assert asked(axis, QPoint(1, 8)) == meaning("axis", "1")
            assert "shows" not in asked(axis, QPoint(1, 8))  # which one is shown, it does not know


def test_a_name_is_no_mark_up(window: MainWindow) -> None:
    window.session.shade = Shade(0, "h")
    window.session.panes[0].network.__dict__["name"] = "<b>bold</b>"
    hover(window.prediction.plot.viewport(), QPointF(60, 10))
    assert "<b>bold</b>" in hovered()
