"""The chain shows the review's own steps; the weights do not grow with its length."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.lessons.unrolled import Unrolled
from gui.window.main_window import MainWindow
from tests.gui.conftest import click, settle
from tests.gui.lessons.test_lessons import open_lessons


def _picture(window: MainWindow) -> Unrolled:
    panel = open_lessons(window)
    panel.show_lesson("03-what-an-rnn-is")
    settle()
    assert isinstance(panel.view.picture, Unrolled)
    return panel.view.picture


def test_the_chain_follows_the_step_and_leads_to_others(window: MainWindow) -> None:
    picture, session = _picture(window), window.session
    for step in (0, 17, 39):
        session.step = step
        steps = picture.chain.steps()
        assert step in steps and steps[0] >= 0 and steps[-1] < 40 and len(steps) >= 3
    click(picture.chain, picture.chain.box(1).center())
    assert session.step == steps[1]


def test_it_folds_into_one_cell(window: MainWindow) -> None:
    picture = _picture(window)
    unrolled = picture.fold.text()
    QTest.mouseClick(picture.fold, Qt.MouseButton.LeftButton)
    assert picture.chain.steps() == [window.session.step]
    assert picture.fold.text() != unrolled
    QTest.mouseClick(picture.fold, Qt.MouseButton.LeftButton)
    assert len(picture.chain.steps()) > 1 and picture.fold.text() == unrolled


def test_only_the_dense_layer_grows(window: MainWindow) -> None:
    picture = _picture(window)
    layer = window.session.panes[0].shown
    seen = {}
    for steps in (10, 200):
        picture.length.setValue(steps)
        numbers = [
            int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", picture.said.text())
        ]
        seen[steps] = numbers
        assert numbers[:3] == [steps, 16, 8]
        assert numbers[3] == layer.parameters
        assert numbers[4] == steps * 16 * 8 + 8
    assert seen[10][3] == seen[200][3]


def test_the_slider_stays_where_it_is_dragged(window: MainWindow) -> None:
    """What is said below it wraps with larger numbers."""
    window.resize(1024, 700)
    panel = open_lessons(window)
    panel.show_lesson("03-what-an-rnn-is")
    settle()
    picture = panel.view.picture
    assert isinstance(picture, Unrolled)
    places = set()
    for value in (1, 100, 500):
        picture.length.setValue(value)
        settle()
        places.add(picture.length.y())
    assert len(places) == 1
