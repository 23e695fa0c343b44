"""How right the networks are, drawn and in numbers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPicture
from pytestqt.qtbot import QtBot

from engine.network.opening import open_network
from engine.progress import finish
from engine.survey.judging import Judging, judging
from engine.survey.survey import Survey
from gui.look.dressing import apply_scale
from gui.look.theme import CAPTION
from gui.look.typefaces import typeface
from gui.plots.chart import Chart, percent
from gui.survey.corpora import Reviews, open_for
from gui.survey.right_page import BY, RightPage
from gui.window.main_window import MainWindow
from tests.gui import own_models
from tests.gui.conftest import MakeWindow, hover, hovered, settle
from tests.gui.survey.conftest import Opened, open_corpus, wait, write_corpus


@pytest.fixture
def page(opened: Opened) -> RightPage:
    found = opened("survey_right")
    assert isinstance(found, RightPage)
    return found


def test_every_network_is_judged_by_the_engine(page: RightPage) -> None:
    assert [reading.network.name for reading, _ in page.answer] == ["SimpleRNN(3)", "LSTM(4)"]
    for reading, found in page.answer:
        assert isinstance(reading, Survey) and isinstance(found, Judging)
        expected = judging(reading)
        assert found.right == expected.right
        share = f"{100 * expected.right.value:.1f}\u00a0%"
        assert f"{reading.network.name}: {share} of {expected.right.total}" in page.sentence.text()


@pytest.mark.parametrize("by", BY)
def test_table_and_chart_show_the_same(page: RightPage, by: str) -> None:
    page.kinds.buttons[by].click()
    groups = sum(len(getattr(found, by)) for _, found in page.answer)
    assert len(page.rows.rows) == len(page.chart.points) == groups > 0
    for row, (x, y) in zip(page.rows.rows, page.chart.points, strict=True):
        assert (row.at, row.share.value) == pytest.approx((x, y))
    for place, row in enumerate(page.rows.rows):  # Wilson's interval is not even about the share
        shown = page.rows.text(place, 4)
        ends = 100 * row.share.low, 100 * row.share.high
        assert shown == "{:.1f} … {:.1f}\u00a0%".format(*ends) and max(ends) <= 100
        assert page.rows.text(place, 3) == f"{100 * row.share.value:.1f}\u00a0%"
    box = page.chart.getPlotItem().getViewBox()
    x, y = page.chart.points[0]
    at = page.chart.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    hover(page.chart.viewport(), QPointF(at))
    assert "SimpleRNN(3)" in hovered()


def test_without_labels_it_says_why_there_is_nothing(
    opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_corpus(window, qtbot, write_corpus(tmp_path / "bare.csv", labelled=False))
    page = opened("survey_right")
    wait(window, qtbot)
    assert page.answer is None
    assert "No review of bare.csv has a label" in page.invitation.text()


def test_a_network_without_its_words_is_judged_by_what_somebody_chose(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    network = open_network(own_models.both_ways(tmp_path / "two.h5", classes=2))
    window = make_window(network, text="")
    services = window.services
    qtbot.waitUntil(lambda: not services.reading.dictionaries.is_busy)

    def not_judged() -> bool:
        read = open_for(network, services.reading, services.numbers, 20)
        assert isinstance(read, Reviews)
        inputs = finish(read.inputs(network, lambda: False))
        return inputs.not_judged is not None and "not judged" in str(inputs.not_judged)

    assert not_judged()
    services.reading.dictionaries.use_imdb(network)
    assert not not_judged()
    services.reading.dictionaries.borrow(network.digest, None)
    services.reading.dictionaries.look()
    qtbot.waitUntil(lambda: not services.reading.dictionaries.is_busy)
    assert not_judged()
    open_corpus(window, qtbot, write_corpus(tmp_path / "mine.csv"))
    assert not not_judged()


@pytest.mark.parametrize("size", [(280, 180), (560, 360), (900, 500)])
@pytest.mark.parametrize("scale", [100, 200])
def test_ticks_of_a_chart_are_whole_and_stand_apart(
    qtbot: QtBot, scale: int, size: tuple[int, int]
) -> None:
    apply_scale(scale)
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(*size)
    chart.begin(("share read", 0, 1), ("right", 0.5, 0.9), (percent, percent))
    chart.show()
    settle()
    for side in ("bottom", "left"):
        axis = chart.getAxis(side)
        picture = QPicture()
        painter = QPainter(picture)
        painter.setFont(typeface(CAPTION))
        _, _, texts = axis.generateDrawSpecs(painter)
        painter.end()
        rects = sorted(
            (axis.mapRectToScene(each[0]) for each in texts),
            key=lambda it: it.center().x() - it.center().y(),
        )
        assert len(rects) > 1
        assert all(QRectF(chart.rect()).contains(each) for each in rects)
        assert not any(one.intersects(other) for one, other in pairwise(rects))
