"""A gate that is held is held in the replay: 1 keeps, 0 resets; the window's reading stays."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.replay.edits import GateEdit
from gui.i18n.languages import LANGUAGES, install_language
from gui.lessons.cell_texts import stacked
from gui.lessons.gate import Gate
from gui.look.numbers_text import number
from gui.look.typefaces import strong
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network


def _picture(window: MainWindow, name: str) -> Gate:
    panel = open_lessons(window)
    panel.show_lesson(name)
    settle()
    assert isinstance(panel.view.picture, Gate)
    return panel.view.picture


def test_the_forget_gate_resets_at_0_and_keeps_at_1(window: MainWindow) -> None:
    picture, pane = _picture(window, "08a-forget-gate"), window.session.panes[1]
    before = pane.trace
    picture.hold.setFocus()
    picture.hold.setValue(0)
    assert picture.is_held.isChecked() and picture.held == 0.0
    layer = picture.trace(pane).layers[pane.layer]
    series = {key: np.asarray(values) for key, values in layer.series.items()}
    np.testing.assert_allclose(series["c"], series["i"] * series["g"], atol=1e-6)
    picture.hold.setValue(100)
    series = picture.trace(pane).layers[pane.layer].series
    np.testing.assert_allclose(
        series["c"], np.cumsum(np.asarray(series["i"]) * series["g"], axis=0), atol=1e-4
    )
    picture.is_held.setChecked(False)
    assert picture.trace(pane) is before is window.session.panes[1].trace
    assert not window.session.edits


def test_another_gate_is_held_at_the_same_number(window: MainWindow) -> None:
    """And not what the first one made of the reading."""
    picture, pane = _picture(window, "08a-forget-gate"), window.session.panes[1]
    picture.hold.setValue(0)
    assert not picture.trace(pane).layers[pane.layer].series["f"].any()
    picture.diagram.series_clicked.emit("i")
    assert not picture.is_held.isChecked()
    picture.is_held.setChecked(True)
    series = picture.trace(pane).layers[pane.layer].series
    assert not series["i"].any() and series["f"].any()


def test_what_the_window_holds_stays_held(window: MainWindow) -> None:
    """The reading with the gate held differs from the window's by that gate alone."""
    window.services.edits.change((GateEdit("lstm", "o", None, 0.0),))
    settle()
    picture, pane = _picture(window, "08a-forget-gate"), window.session.panes[1]
    picture.hold.setValue(0)
    series = picture.trace(pane).layers[pane.layer].series
    assert not series["o"].any() and not series["f"].any()


def test_what_is_drawn_is_what_is_read_with_what_was_behind_it(window: MainWindow) -> None:
    picture, pane = _picture(window, "08b-input-gate"), window.session.panes[1]
    assert all(not curves.ghosts for curves in picture.curves.values())
    picture.hold.setValue(0)
    unit = pane.units[0]
    assert pane.layer_trace is not None
    assert pane.trace is not None
    for name, was in (
        ("gate", pane.layer_trace.series["i"][:, unit]),
        ("state", pane.layer_trace.series["c"][:, unit]),
        ("answer", pane.trace.prediction),
    ):
        (drawn, _), (ghost, _) = picture.curves[name].lines[0], picture.curves[name].ghosts[0]
        np.testing.assert_array_equal(ghost, np.asarray(was, np.float64))
        assert name == "answer" or not drawn.any(), "nothing was written"
        assert name != "answer" or np.ptp(drawn) < 1e-6
    assert "(was " in picture.titles["answer"].text()


@pytest.mark.parametrize(
    ("kind", "lesson", "keys"), [("LSTM", "08d-cell", "cfigoh"), ("GRU", "09-gru", "hzrn")]
)
def test_every_series_has_its_equation_with_its_numbers(
    make_window: MakeWindow, kind: str, lesson: str, keys: str
) -> None:
    window = make_window(text_network(kind))
    picture, pane = _picture(window, lesson), window.session.panes[0]
    window.session.step = 25
    for key in keys:
        picture.diagram.series_clicked.emit(key)
        assert pane.layer_trace is not None
        value = float(pane.layer_trace.series[key][25, pane.units[0]])
        shown = number(value, sign=key in "hcgn")
        assert strong(shown) in picture.numbers.text(), key
        assert picture.is_held.isEnabled() == (key in "fiozr")


def test_what_goes_on_to_the_next_layer_stands_below_the_output_gate(window: MainWindow) -> None:
    picture, pane = _picture(window, "08c-output-gate"), window.session.panes[1]
    assert pane.layer_trace is not None
    value = float(pane.layer_trace.series["h"][window.session.step, pane.units[0]])
    assert _plain(picture.numbers.text()).endswith(f") = {number(value, sign=True)}")
    picture.hold.setValue(0)
    series = picture.trace(pane).layers[pane.layer].series
    left, out = (float(series[key][window.session.step, pane.units[0]]) for key in "ch")
    ending = f"= 00 × tanh({number(left, sign=True)}) = {number(out, sign=True)}"
    assert out == 0.0 and _plain(picture.numbers.text()).endswith(ending)


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES])
def test_no_equation_is_broken_and_the_answer_is_in_sight(
    make_window: MakeWindow, code: str
) -> None:
    window = make_window(text_network("LSTM"), size=(1024, 700))
    install_language(QApplication.instance(), code)  # type: ignore[arg-type]
    panel = open_lessons(window)
    for name in ("08a-forget-gate", "08b-input-gate", "08c-output-gate", "08d-cell", "09-gru"):
        panel.show_lesson(name)
        settle()
        picture = panel.view.picture
        assert isinstance(picture, Gate) and not picture.forms.wordWrap()
        assert picture.forms.width() >= picture.forms.sizeHint().width(), name
        assert panel.view._around.verticalScrollBar().maximum() == 0, name


def test_the_lecture_writes_it_in_two_ways() -> None:
    assert stacked("i_t = σ(W_{xi} x_t + W_{hi} h_{t-1} + b_i)") == (
        "i_t = σ(W_i · [h_{t-1}, x_t] + b_i)"
    )
    assert stacked("c_t = f_t * c_{t-1} + i_t * g_t") == "c_t = f_t * c_{t-1} + i_t * g_t"


def test_the_slider_goes_by_keys(window: MainWindow) -> None:
    picture = _picture(window, "08c-output-gate")
    picture.hold.setFocus()
    QTest.keyClick(picture.hold, Qt.Key.Key_Down)
    assert picture.held == 0.99


@pytest.mark.parametrize("width", [1440, 760])
def test_the_lstm_stands_beside_the_gru(make_window: MakeWindow, width: int) -> None:
    """With the numbers of the same step; what keeps the state is lit in both."""
    window = make_window(text_network("GRU"), text_network("LSTM"), size=(width, 900))
    window.session.step = 30
    picture = _picture(window, "09-gru")
    gru, lstm = window.session.panes
    assert picture.diagram.isVisible() and picture.beside.isVisible()
    shown = picture.beside.drawing
    assert shown.chosen == "f" and picture.diagram.drawing.chosen == "z"
    assert lstm.layer_trace is not None
    for key, series in lstm.layer_trace.series.items():
        assert shown._values[key] == pytest.approx(float(series[30, lstm.units[0]]))
    for caption, pane in zip(picture.captions, (gru, lstm), strict=True):
        assert f"{pane.shown.parameters:,} weights" in caption.text()
    picture.choose("r")
    assert shown.chosen == ""
    picture.beside.series_clicked.emit("f")
    assert picture.key == "z" and shown.chosen == "f"
