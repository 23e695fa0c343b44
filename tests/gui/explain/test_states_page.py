"""The state space in the window: the path moves with the step, a click goes there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.explain.state_space import StateSpace
from engine.network.network import Network
from engine.sequence import Sequence
from gui.explain.states_page import StatesPage
from gui.i18n.languages import install_language
from gui.kit.breaking import Breaking
from gui.look.colours import coloured
from gui.plots.state_plot import Mark, StatePlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, hover, hovered, settle
from tests.gui.explain.conftest import wait
from tests.networks import text_network


def sample(network: Network, count: int, seed: int) -> list[Sequence]:
    random = np.random.default_rng(seed)
    made = []
    for place in range(20):
        ids = random.integers(4, 400, 30).astype(np.int32)
        made.append(Sequence(ids, ("w",) * 30, np.zeros(30, bool), place % 2))
    return made


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> tuple[MainWindow, StatesPage]:
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> tuple[MainWindow, StatesPage]:
    window.services.explaining.sample = sample
    window.services.explaining.page = "states"
    page = window.pages.page
    assert isinstance(page, StatesPage)
    count = len(window.session.panes)
    qtbot.waitUntil(lambda: all(page.answer(place) is not None for place in range(count)))
    qtbot.waitUntil(lambda: all(each.plot.isVisible() for each in page.plots))
    return window, page


def test_the_path_is_that_of_the_trace_in_the_plane(shown: tuple[MainWindow, StatesPage]) -> None:
    window, page = shown
    for place, each in enumerate(page.plots):
        space, trace = page.answer(place), window.session.panes[place].layer_trace
        assert isinstance(space, StateSpace) and trace is not None
        assert each.plot.path == pytest.approx(space.plane.project(trace.series["h"]))
    shares = page.answer(1).plane.shares.sum()  # type: ignore[union-attr]
    assert f"LSTM(8): {100 * shares:.0f}\u00a0%" in page.sentence.text()
    assert "cloud: 20 of the IMDB reviews" in page.legend.text()


def test_the_marker_moves_with_the_step(shown: tuple[MainWindow, StatesPage]) -> None:
    window, page = shown
    for step in (12, 3):
        window.session.step = step
        plot = page.plots[0].plot
        (x,), (y,) = plot._here.getData()
        assert (x, y) == pytest.approx(tuple(plot.path[step]))
        assert len(plot._past.getData()[0]) == step + 1


def test_a_click_on_the_path_goes_to_its_step(
    shown: tuple[MainWindow, StatesPage], qtbot: QtBot
) -> None:
    window, page = shown
    window.session.step = 0
    plot = page.plots[1].plot
    box = plot.getPlotItem().getViewBox()
    step = 25
    at = plot.mapFromScene(box.mapViewToScene(QPointF(*plot.path[step])))
    near = plot.step_near(QPointF(at))
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert near is not None and window.session.step == near
    assert np.linalg.norm(plot.path[near] - plot.path[step]) < 0.2 * np.ptp(plot.path)


def test_the_cell_state_is_shown_where_there_is_one(
    shown: tuple[MainWindow, StatesPage], qtbot: QtBot
) -> None:
    _, page = shown
    page.states.buttons["c"].click()
    qtbot.waitUntil(lambda: getattr(page.answer(1), "key", "") == "c")
    assert page.answer(0).key == "h"  # type: ignore[union-attr]
    before = [each.plot._ends.data["brush"][0].color().rgb() for each in page.plots]
    page.colours.buttons["answer"].click()
    after = [each.plot._ends.data["brush"][0].color().rgb() for each in page.plots]
    assert before != after


def test_the_cell_state_is_offered_where_there_is_one(make_window: MakeWindow) -> None:
    window = make_window(text_network("GRU"), text_network("LSTM"))
    window.services.explaining.choices.state = "c"
    window.services.explaining.page = "states"
    page = window.pages.page
    assert isinstance(page, StatesPage)
    buttons = page.states.buttons
    assert not buttons["c"].isHidden() and buttons["c"].isChecked()
    window.session.remove_pane(1)
    settle()
    assert buttons["c"].isHidden() and buttons["h"].isChecked()


def test_the_legend_says_what_colours_and_shapes_are(
    shown: tuple[MainWindow, StatesPage],
) -> None:
    _, page = shown
    for by, names in (("label", ("negative", "positive")), ("answer", ("0", "1"))):
        page.colours.buttons[by].click()
        for name, value in zip(names, (0.0, 1.0), strict=True):
            colour = QColor(*coloured(np.array([value]), signed=True)[0].tolist()).name()
            assert f"<span style='color: {colour};'>●</span> {name}" in page.legend.text()
    spaces = [page.answer(place) for place in range(len(page.plots))]
    marks = [fixed.still for space in spaces for fixed in space.fixed]  # type: ignore[union-attr]
    assert ("◆" in page.legend.text()) is any(marks)
    assert ("◇" in page.legend.text()) is not all(marks)


def test_names_lie_on_nothing_and_are_said_at_their_points(
    shown: tuple[MainWindow, StatesPage], qtbot: QtBot
) -> None:
    _, page = shown
    plot = page.plots[1].plot
    close = [Mark(0.01 * k, 0.0, f"word{k}", still=True) for k in range(20)]
    far = [Mark(1.0, 1.0, "far", still=True), Mark(-1.0, -1.0, "away", still=False)]
    for marks in (close + far, far):
        plot.show_marks(marks)
        plot.grab()
        seen = [name for name in plot.names if name.isVisible()]
        boxes = [name.mapRectToScene(name.boundingRect()) for name in seen]
        assert {"far", "away"} <= {name.toPlainText() for name in seen}
        assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    box = plot.getPlotItem().getViewBox()
    side = 22 * box.viewPixelSize()[0], 10 * box.viewPixelSize()[1]
    pair = [Mark(0.0, 0.0, "good", still=True), Mark(side[0], side[1], "great", still=True)]
    plot.show_marks([*far, *pair])
    plot.grab()
    assert all(name.isVisible() for name in plot.names), "two that are near have both a place"
    plot.show_marks(close + far)
    for mark in (close[10], far[1]):
        spot = QPointF(plot.mapFromScene(box.mapViewToScene(QPointF(mark.x, mark.y))))
        found = plot.mark_near(spot)
        assert found is not None and abs(found.x - mark.x) < 0.1
        hover(plot.viewport(), spot)
        assert found.name in hovered()


def test_escape_leads_back_and_the_page_fits_three_networks(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), text_network("GRU"))
    window, page = opened(window, qtbot)
    assert len(page.plots) == 3
    qtbot.keyClick(window.reading_view.words, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.panes


def test_points_of_one_colour_have_one_picture(qapp: QApplication) -> None:
    """pyqtgraph would paint and keep one for each of thousands of points."""
    plot = StatePlot()
    points = np.random.default_rng(0).random((600, 2))
    colours = [QColor("#204060"), QColor("#a03010"), QColor(32, 64, 96, 90)] * 200
    plot.show_cloud(points, colours, points, colours)
    for scatter in (plot._cloud, plot._ends):
        assert len(scatter.data) == 600
        assert len({brush.color().rgba() for brush in scatter.data["brush"]}) == 3
        assert len({id(brush) for brush in scatter.data["brush"]}) == 3


def test_a_cloud_is_drawn_once_for_each_way_it_looks(
    shown: tuple[MainWindow, StatesPage], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of points: drawn at every answer to anybody they held the window for a second."""
    window, page = shown
    drawn: list[StatePlot] = []
    draw = StatePlot.show_cloud

    def draw_noting(plot: StatePlot, *of: Any) -> None:
        drawn.append(plot)
        draw(plot, *of)

    monkeypatch.setattr(StatePlot, "show_cloud", draw_noting)

    def counted(act: Callable[[], object]) -> int:
        drawn.clear()
        act()
        settle()
        assert len(set(drawn)) == len(drawn)
        return len(drawn)

    count = len(page.plots)
    assert counted(window.services.explaining.answered.emit) == 0
    marks = [mark.name for each in page.plots for mark in each.plot._marks]
    assert "padding" in marks
    assert counted(lambda: install_language(qapp, "ko")) == count
    assert "padding" not in [mark.name for each in page.plots for mark in each.plot._marks]
    install_language(qapp, "en")
    settle()
    assert counted(lambda: window.services.reading.read_text("another film")) == 0
    assert counted(window.commands.all["theme_light"].trigger) == count
    assert counted(window.commands.all["larger"].trigger) == count
    assert counted(lambda: page.colours.chosen.emit("answer")) == count
    before = list(page.plots)
    assert counted(lambda: window.session.remove_pane(count - 1)) == 0
    assert page.plots == before[:-1]
    path = window.session.panes[0].layer_trace
    assert path is not None and len(page.plots[0].plot.path) == len(path.masked)


def test_no_page_is_wider_than_a_small_window_at_150_percent(
    window: MainWindow, qtbot: QtBot
) -> None:
    """What is chosen above the plots breaks into lines; it stands in one where there is room."""
    window.resize(1440, 900)
    window, page = opened(window, qtbot)
    choices = page.findChild(Breaking)
    assert choices is not None and not choices.is_broken
    window.resize(760, 520)
    window.commands.appearance.use_scale(150)
    try:
        for name in ("states", "padding", "fading"):
            window.services.explaining.page = name
            wait(window, qtbot)
            settle()
            assert window.pages.page is not None
            least = window.pages.page.minimumSizeHint().width()
            assert least <= window.pages.width() < 760, name
            broken = window.pages.page.findChildren(Breaking)
            assert all(each.is_broken for each in broken)
    finally:
        window.commands.appearance.use_scale(100)
