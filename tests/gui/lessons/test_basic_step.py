"""Every square of the basic step says its number, and they are those of the trace."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.lessons.basic_step import BasicStep
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, asked, click, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network


def _picture(window: MainWindow) -> BasicStep:
    panel = open_lessons(window)
    panel.show_lesson("06-basic-step")
    settle()
    assert isinstance(panel.view.picture, BasicStep)
    return panel.view.picture


def _square(picture: BasicStep, key: str, row: int, column: int = 0) -> QPointF:
    place, cell = picture.matrices.places()[key], picture.matrices._cell()
    return QPointF(place.x() + (column + 0.5) * cell, place.y() + (row + 0.5) * cell)


def test_a_square_says_its_sum(window: MainWindow) -> None:
    picture = _picture(window)
    window.session.step = 30
    trace = window.session.panes[0].layer_trace
    assert trace is not None
    weights, x, before = trace.layer.weights, trace.inputs[30], trace.series["h"][29]
    for unit, other in ((0, 3), (7, 7)):
        told = asked(picture.matrices, _square(picture, "total", unit).toPoint())
        wx, wh, _, total = map(_number, re.findall(r"[−\d.]+", told)[1:])
        assert wx == pytest.approx(float(x @ weights["kernel"][:, unit]), abs=0.006)
        assert wh == pytest.approx(float(before @ weights["recurrent_kernel"][:, unit]), abs=0.006)
        assert total == pytest.approx(np.arctanh(float(trace.series["h"][30, unit])), abs=0.006)
        told = asked(picture.matrices, _square(picture, "recurrent", unit, other).toPoint())
        product = _number(re.findall(r"[−\d.]+", told)[-1])
        by_hand = float(weights["recurrent_kernel"][other, unit] * before[other])
        assert product == pytest.approx(by_hand, abs=0.006)
        assert f"unit {unit + 1}, from unit {other + 1}" in told
        told = asked(picture.matrices, _square(picture, "value", unit).toPoint())
        shown = float(trace.series["h"][30, unit])
        assert _number(re.findall(r"[−\d.]+", told)[-1]) == pytest.approx(shown, abs=0.006)


def test_a_click_writes_out_another_unit(window: MainWindow) -> None:
    picture = _picture(window)
    assert "unit 1:" in picture.sum_label.text()
    click(picture.matrices, _square(picture, "recurrent", 5))
    assert "unit 6:" in picture.sum_label.text() and "tanh" in picture.sum_label.text()


@pytest.mark.parametrize("units", [3, 40])
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_it_has_room(make_window: MakeWindow, units: int, size: tuple[int, int]) -> None:
    """Every block stands within the picture; what is left out is said."""
    window = make_window(text_network("SimpleRNN", units=units), size=size)
    picture = _picture(window)
    room = picture.matrices.rect()
    for place in picture.matrices.places().values():
        assert room.contains(place.toAlignedRect().adjusted(0, 0, -1, -1)), (place, room)
    assert ("of 40 units" in picture.step_label.text()) == (units == 40)


def test_another_activation_is_named(make_window: MakeWindow) -> None:
    network = text_network("SimpleRNN")
    layer = network.recurrent[0]
    other = replace(layer, options={**layer.options, "activation": "relu"})
    layers = tuple(other if each is layer else each for each in network.layers)
    picture = _picture(make_window(replace(network, layers=layers)))
    assert "relu(" in picture.sum_label.text() and "tanh" not in picture.sum_label.text()
    told = asked(picture.matrices, _square(picture, "value", 2).toPoint())
    assert "h = relu(" in told


def test_a_step_that_the_mask_skips_is_said(make_window: MakeWindow) -> None:
    window = make_window(text_network("SimpleRNN", mask_zero=True))
    picture = _picture(window)
    window.session.step = 0
    assert "the mask skips this step" in picture.sum_label.text()
    assert "tanh" not in asked(picture.matrices, _square(picture, "value", 2).toPoint())


def _number(text: str) -> float:
    return float(text.replace("−", "-"))
