"""Where the corpus ends: a point a review, in colours, which opens it."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.progress import finish
from engine.survey.corpus_states import CorpusStates, Where, corpus_states
from gui.plots.brush import inside
from gui.survey.ends_page import ALPHA, COLOURS, FAINT, EndsPage
from gui.survey.page import SurveyPage
from gui.window.main_window import MainWindow
from tests.engine.survey.test_corpus_states import FAKE
from tests.gui.conftest import click, hover, hovered, settle
from tests.gui.survey.conftest import REVIEWS, Opened, open_corpus, wait, write_corpus


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
    assert isinstance(found, CorpusStates) and len(page.plot.end_points) == REVIEWS
    assert page.plot.end_points == pytest.approx(
        finish(corpus_states(reading, Where("lstm", "h"))).points
    )
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    assert page.plot.path == pytest.approx(found.map.project(trace.series["h"]))
    page.states.buttons["c"].click()
    wait(window, qtbot)
    assert page.answer[1].where.key == "c"
    window.session.focus = 0  # a SimpleRNN has no c
    wait(window, qtbot)
    assert page.answer[1].where.key == "h" and not page.states.buttons["c"].isVisible()


def test_points_are_larger_where_everything_is(page: EndsPage, window: MainWindow) -> None:
    before = page.plot._ends.opts["size"]
    window.commands.all["larger"].trigger()
    settle()
    assert page.plot._ends.opts["size"] == pytest.approx(1.1 * before)


@pytest.mark.parametrize("by", COLOURS)
def test_points_have_the_colours_of_what_is_chosen(page: EndsPage, by: str) -> None:
    page.colours.buttons[by].click()
    reading = page.answer[0]
    shades = [colour.name() for colour in page._painted(reading, page.answer[1])]
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


def drag(page: EndsPage, *points: tuple[float, float]) -> None:
    """Draw with the left button from point to point of the plot's own numbers."""
    view, button = page.plot.viewport(), Qt.MouseButton.LeftButton
    first, *rest = (place_of(page, *each).toPoint() for each in points)
    QTest.mousePress(view, button, Qt.KeyboardModifier.NoModifier, first)
    for at in rest:
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            view.mapToGlobal(QPointF(at)),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QTest.qWait(20)  # of moves that follow each other faster, pyqtgraph takes some
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, button, Qt.KeyboardModifier.NoModifier, rest[-1])
    settle()


def test_states_at_a_step_are_those_that_read_a_word_there(
    page: EndsPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.step = 2
    page.ends.buttons["step"].click()
    wait(window, qtbot)
    reading, found = page.answer
    assert (found.where.step, page.step.value()) == (2, 3) and page.step.isVisible()
    read = np.flatnonzero(~reading.inputs.padding[:, 2])
    assert found.rows.tolist() == read.tolist() and 2 < len(read) < REVIEWS
    assert f"{REVIEWS - len(read)} of {REVIEWS}" in page.sentence.text()
    assert "at step 3" in page.sentence.text()
    page.documents[".csv"][1](tmp_path / "step.csv")
    with (tmp_path / "step.csv").open(encoding="utf-8-sig", newline="") as file:
        numbers = [int(row["number"]) for row in csv.DictReader(file)]
    assert numbers == reading.inputs.numbers[read].tolist()
    page._open(1)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()
    assert window.services.reading.number == numbers[1] and window.session.step == 2


def test_umap_is_asked_for_and_named_where_it_is_missing(
    page: EndsPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as without:
        without.setattr("engine.survey.umap_map.find_spec", lambda name: None)
        page.methods.buttons["umap"].click()
        wait(window, qtbot)
        assert "pip install umap-learn" in page.invitation.text() and page.answer is None
    (tmp_path / "umap.py").write_text(FAKE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    page.read.click()
    wait(window, qtbot)
    states = page.answer[0].ends["lstm"].states["h"]
    assert page.plot.end_points == pytest.approx(states[:, :2] * 10)
    assert "UMAP" in page.sentence.text() and "umap" not in sys.modules
    assert len(page.plot.path) == window.session.steps


@pytest.mark.parametrize("tool", ["box", "lasso"])
def test_brushing_selects_reviews_for_other_pages(
    page: EndsPage, window: MainWindow, qtbot: QtBot, tool: str
) -> None:
    surveying = window.services.surveying
    reading, found = page.answer
    x, y = found.points.T
    assert not page.selected.isVisible()
    page.tools.buttons[tool].click()
    middle, low, high = float(np.median(x)), float(y.min()) - 0.001, float(y.max()) + 0.001
    left = float(x.min()) - 0.001
    corners = [(left, low), (middle, low), (middle, high), (left, high)]
    before = window.services.reading.number
    drag(page, *((corners[0], corners[2]) if tool == "box" else corners))
    assert window.services.reading.number == before  # a drag is no click
    chosen = surveying.selection
    assert chosen is not None
    expected = reading.inputs.numbers[x < middle]
    assert abs(len(chosen.numbers) - len(expected)) <= 1  # one on the line
    assert page.selected.isVisible()
    assert page.selected.text() == f"{len(chosen.numbers)} selected reviews"
    alphas = {colour.alpha() for colour in page._painted(reading, found)}
    assert alphas == {ALPHA, FAINT}
    for name in ("survey_card", "survey_patterns", "survey_parting"):
        window.services.explaining.page = name
        wait(window, qtbot)
        other = window.pages.page
        assert isinstance(other, SurveyPage) and other.selected.isVisible()
        assert other.answer[0].inputs.numbers.tolist() == chosen.numbers.tolist()
    window.services.explaining.page = "survey_saturation"
    wait(window, qtbot)
    other = window.pages.page
    assert isinstance(other, SurveyPage) and not other.selected.isVisible()
    window.services.explaining.page = "survey_card"
    wait(window, qtbot)
    other = window.pages.page
    assert isinstance(other, SurveyPage)
    other.selected.click()
    wait(window, qtbot)
    assert surveying.selection is None and not other.selected.isVisible()
    assert len(other.answer[0].inputs) == REVIEWS


def test_groups_are_selected_with_keys_and_escape_lets_go(
    page: EndsPage, window: MainWindow, qtbot: QtBot
) -> None:
    surveying, inputs = window.services.surveying, page.answer[0].inputs
    menu = page.by_group.menu_of_groups

    def choose(begins: str) -> list[int]:
        """By keys alone: to the button, down to the row, and Return."""
        page.by_group.setFocus(Qt.FocusReason.TabFocusReason)
        window.commands.plain_keys.by_tab = True

        def press() -> None:
            texts = [action.text() for action in menu.actions() if not action.isSeparator()]
            row = next(at for at, text in enumerate(texts) if text.startswith(begins))
            for _ in range(row + 1):
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)

        QTimer.singleShot(0, press)
        QTest.keyClick(page.by_group, Qt.Key.Key_Space)
        wait(window, qtbot)
        chosen = surveying.selection
        return [] if chosen is None else chosen.numbers.tolist()

    assert choose("labelled positive") == inputs.numbers[inputs.labels == 1].tolist()
    assert choose("all but the selected") == inputs.numbers[inputs.labels == 0].tolist()
    wrong = inputs.numbers[page.answer[0].judged][~page.answer[0].right].tolist()
    assert choose("judged wrongly (") == wrong and page.selected.isVisible()
    window.notice.clear()  # which Escape closes first
    window.activateWindow()  # offscreen the menu stays the active one
    settle()
    QTest.keyClick(page.by_group, Qt.Key.Key_Escape)
    assert surveying.selection is None and window.services.explaining.page == "survey_ends"
    QTest.keyClick(page.by_group, Qt.Key.Key_Escape)
    assert window.services.explaining.page == ""


def test_an_empty_shape_and_another_corpus_let_go(
    page: EndsPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    surveying = window.services.surveying
    surveying.select(page.answer[0].inputs.numbers[:5])
    page._select(np.array([[90.0, 90.0], [91.0, 90.0], [91.0, 91.0]]))
    assert surveying.selection is None
    surveying.select(page.answer[0].inputs.numbers[:5])
    open_corpus(window, qtbot, write_corpus(tmp_path / "others.csv", 20))
    assert surveying.selection is None


def test_a_selection_that_a_network_did_not_read_is_said(
    page: EndsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.services.surveying.select(np.array([REVIEWS + 5]))
    window.services.explaining.page = "survey_card"
    wait(window, qtbot)
    other = window.pages.page
    assert isinstance(other, SurveyPage) and other.answer is None
    assert "read none of the selected sequences" in other.invitation.text()


def test_a_shape_holds_the_points_inside() -> None:
    random = np.random.default_rng(0)
    points = random.uniform(-1, 1, (2000, 2))
    turns = np.linspace(0, 2 * np.pi, 300, endpoint=False)
    far = np.hypot(*points.T)
    found = inside(points, 0.7 * np.stack([np.cos(turns), np.sin(turns)], axis=1))
    clear = np.abs(far - 0.7) > 0.001
    assert found[clear].tolist() == (far[clear] < 0.7).tolist()
    notched = np.array([[-1, -1], [1, -1], [0, 0], [1, 1], [-1, 1]], float)  # not convex
    expected = points[:, 0] < np.abs(points[:, 1])
    assert inside(points, notched).tolist() == expected.tolist()
