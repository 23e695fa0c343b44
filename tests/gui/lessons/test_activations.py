"""The curves are the engine's functions, the points the loaded network's own sums."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.replay.cells.registry import activation_of
from gui.lessons.activations import FUNCTIONS, Activations
from gui.lessons.context import LessonContext
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, case, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network


def _picture(window: MainWindow) -> Activations:
    panel = open_lessons(window)
    panel.show_lesson("01-activations")
    settle()
    assert isinstance(panel.view.picture, Activations)
    return panel.view.picture


def test_the_point_says_the_function_and_its_slope(window: MainWindow) -> None:
    picture = _picture(window)
    for function in FUNCTIONS:
        with case(function):
            QTest.mouseClick(picture.tabs.buttons[function], Qt.MouseButton.LeftButton)
            for at in (-3.0, 0.5, 4.0):
                picture.point.setValue(at)
                value, slope = picture.values
                y = {
                    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
                    "tanh": np.tanh,
                    "relu": lambda x: np.maximum(x, 0),
                }[function]
                assert value == pytest.approx(float(y(at)))
                assert slope == pytest.approx(float(y(at + 1e-6) - y(at - 1e-6)) / 2e-6, abs=1e-6)
                assert f"{at:g}".replace("-", "−") in picture.value.text()


def test_the_line_keeps_its_colour_below_the_pointer(window: MainWindow) -> None:
    line = _picture(window).point
    usual = line.currentPen.color()
    line.setMouseHover(True)
    assert line.currentPen.color() == usual


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_the_points_are_the_networks_own_sums(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    picture, session = _picture(window), window.session
    session.step = 30
    trace = session.panes[0].layer_trace
    assert trace is not None
    seen = 0
    for function in FUNCTIONS:
        picture.choose(function)
        for key, (x, y) in picture.uses().items():
            seen += 1
            assert activation_of(session.panes[0].shown, key) == function
            shown = {"sigmoid": 1 / (1 + np.exp(-x)), "tanh": np.tanh(x)}[function]
            assert y == pytest.approx(shown, abs=1e-5)
            assert y == pytest.approx(float(trace.series[key][30, session.panes[0].units[0]]))
    assert seen == {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    picture.choose("tanh")
    before = picture.used.text()
    session.step = 32
    assert picture.used.text() != before


def test_a_network_of_the_kind_is_found_or_brought(window: MainWindow) -> None:
    services, session = window.services, window.session
    context = LessonContext(session, services.display, session.prepare, services.explaining.sample)
    assert context.pane("LSTM") is window.session.panes[1]
    assert context.pane("") is window.session.focused
    gru = context.pane("GRU")
    assert gru.shown.kind == "GRU" and gru.trace is not None
    assert context.pane("GRU") is gru, "read once"
    assert gru.trace.steps == window.session.sequence.steps  # type: ignore[union-attr]


def test_what_was_read_before_is_let_go(window: MainWindow) -> None:
    """A bundled network that reads by the same dictionary reads the very review of the window: its
    trace holds that."""
    services, session = window.services, window.session
    context = LessonContext(session, services.display, session.prepare, services.explaining.sample)
    traces = []
    for text in ("not a bad film", "a bad film", "the best film"):
        services.reading.read_text(text)
        settle()
        traces.append(weakref.ref(context.pane("GRU").trace))
    gc.collect()
    assert [trace() is not None for trace in traces] == [False, False, True]
