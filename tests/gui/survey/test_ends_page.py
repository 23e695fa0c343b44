"""Where the corpus ends: a point a review, in colours, which opens it."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from engine.survey.end_states import EndStates, end_states
from gui.survey.ends_page import COLOURS, EndsPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import click, hover, hovered, settle
from tests.gui.survey.conftest import REVIEWS, Opened, wait


@pytest.fixture
def page(opened: Opened) -> EndsPage:
    found = opened("survey_ends")
    assert isinstance(found, EndsPage)
    return found


def place_of(page: EndsPage, x: float, y: float) -> QPointF:
    """The pixel of a point."""
    box = page.plot.getPlotItem().getViewBox()
    return QPointF(page.plot.mapFromScene(box.mapViewToScene(QPointF(x, y))))


def lonely(page: EndsPage) -> int:
    """The end that is farthest from the path."""
    points, path = page.plot.end_points, page.plot.path
    far = np.linalg.norm(points[:, None] - path[None], axis=2).min(axis=1)
    return int(far.argmax())


def test_points_and_path_lie_in_the_plane_of_the_engine(
    page: EndsPage, window: MainWindow, qtbot: QtBot
) -> None:
    reading, found = page.answer
    assert isinstance(found, EndStates) and len(page.plot.end_points) == REVIEWS
    assert page.plot.end_points == pytest.approx(end_states(reading, "lstm", "h").points)
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    assert page.plot.path == pytest.approx(found.plane.project(trace.series["h"]))
    page.states.buttons["c"].click()
    wait(window, qtbot)
    assert page.answer[1].key == "c"
    window.session.focus = 0  # a SimpleRNN has no c
    wait(window, qtbot)
    assert page.answer[1].key == "h" and not page.states.buttons["c"].isVisible()


@pytest.mark.parametrize("by", COLOURS)
def test_points_have_the_colours_of_what_is_chosen(page: EndsPage, by: str) -> None:
    page.colours.buttons[by].click()
    reading = page.answer[0]
    shades = [colour.name() for colour in page._painted(reading)]
    labels, ends = reading.inputs.labels, reading.answers.ends[:, -1]
    right = (ends > 0.5) == (labels == 1)
    groups = {"label": labels, "error": right}.get(by)
    if groups is not None:  # two colours, which tell the two groups
        assert len(set(zip(groups.tolist(), shades, strict=True))) == len(set(groups.tolist()))
    else:
        assert 1 < len(set(shades)) <= 8 or by == "answer"
    drawn = {brush.color().name() for brush in page.plot._ends.data["brush"]}
    assert drawn == set(shades)


def test_a_point_says_its_review_and_opens_it(
    page: EndsPage, window: MainWindow, qtbot: QtBot
) -> None:
    end = lonely(page)
    at = place_of(page, *page.plot.end_points[end])
    near = page.plot.end_near(at)
    assert near is not None
    assert page.plot.end_points[near] == pytest.approx(page.plot.end_points[end], abs=0.05)
    reading = page.answer[0]
    hover(page.plot.viewport(), at)
    assert f"number {reading.inputs.numbers[near]}" in hovered()
    click(page.plot.viewport(), at)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()
    assert window.services.reading.number == reading.inputs.numbers[near]
    assert window.session.step == reading.inputs.steps - 1


def test_it_is_written_as_a_table(page: EndsPage, tmp_path: Path) -> None:
    write = page.documents[".csv"][1]
    write(tmp_path / "ends.csv")
    with (tmp_path / "ends.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["x"]) for row in rows] == page.answer[1].points[:, 0].tolist()
