"""What moves at a step is painted in pieces, which leave on the screen what would be painted anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.kit.step_slider import StepSlider
from gui.look.dressing import apply_scale
from gui.look.scale import USUAL
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves
from tests.gui.conftest import on_screen, settle

WIDTH = 900


def is_as_painted_anew(shown: QWidget) -> bool:
    """Whether what is left on the screen is what the widget would paint now."""
    seen = on_screen(shown)
    shown.update()
    return np.array_equal(seen, on_screen(shown))


@pytest.fixture(params=[100, 125, 150, 200])
def scale(request: pytest.FixtureRequest) -> Iterator[int]:
    apply_scale(request.param)
    yield request.param
    apply_scale(USUAL)


@pytest.fixture
def slider(qtbot: QtBot, scale: int) -> StepSlider:
    """A slider over a hundred steps that has been painted."""
    slider = StepSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.setRange(0, 99)
    slider.resize(WIDTH // 3, 60)
    slider.show()
    slider.activateWindow()
    settle()
    return slider


def test_a_slider_goes_to_and_fro(slider: StepSlider, qtbot: QtBot) -> None:
    for has_focus in (False, True):  # its ring makes the handle larger
        if has_focus:
            slider.setFocus()
            qtbot.waitUntil(slider.hasFocus)
        for value in (0, 99, 98, 50, 51, 0, 1):
            slider.setValue(value)
            assert is_as_painted_anew(slider), value


@pytest.mark.parametrize(
    "change",
    [
        lambda slider: slider.resize(WIDTH, 60),
        lambda slider: slider.setRange(0, 999),
        lambda slider: apply_scale(110),
    ],
    ids=["width", "range", "scale"],
)
@pytest.mark.parametrize("value", [2, 97, 999])
def test_a_slider_leaves_where_it_stood_meanwhile(
    slider: StepSlider, value: int, change: Callable[[StepSlider], object]
) -> None:
    """The handle of another width or range stands elsewhere, at the same value."""
    slider.setValue(90)
    settle()
    change(slider)
    settle()
    slider.setValue(value)
    assert is_as_painted_anew(slider)


@pytest.mark.parametrize(
    ("steps", "width"), [(1, 300), (7, 301), (150, 360), (150, 720), (5000, 500)]
)
def test_an_axis_is_stepped_through(qtbot: QtBot, scale: int, steps: int, width: int) -> None:
    """Of 150 steps over 360 pixels some numbers are just as far away as the cursor's needs room."""
    axis = StepAxis()
    qtbot.addWidget(axis)
    axis.set_steps(steps)
    axis.resize(width, axis.height())
    axis.show()
    settle()
    ways = (range(min(steps, 40)), range(steps - 1, max(0, steps - 40), -1), range(0, steps, 37))
    for step in (step for way in ways for step in way):
        axis.show_step(step)
        assert is_as_painted_anew(axis), step


@pytest.mark.parametrize(("steps", "width"), [(40, 301), (150, 360), (5000, 500)])
def test_a_marked_plot_is_stepped_through(qtbot: QtBot, scale: int, steps: int, width: int) -> None:
    """The dashed line is whole where the cursor and the dots have been."""
    plot = Curves()
    qtbot.addWidget(plot)
    values = np.sin(np.arange(steps) / 3)
    plot.show_lines([(values, "#ff8800")], steps, -1.0, 1.0, 0.0)
    plot.show_marker(20)
    plot.resize(width, 120)
    plot.show()
    settle()
    for step in (*range(26), *range(26, 10, -1), steps - 1, 20, 0):
        plot.show_step(step)
        assert is_as_painted_anew(plot.viewport()), step
