"""Panes that come, go and are filled anew: each shows its own network, and keeps what was chosen
in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton

from engine.replay.cells.registry import series_of
from engine.session.pane import Shade
from gui.panes.chooser import SeriesChips
from gui.panes.pane import PaneView
from gui.pictures.stage import content
from gui.window.main_window import MainWindow
from tests.engine.session.test_session import ByHand, review
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.test_panes import drawn_lines
from tests.networks import text_network

NOTHING, READING = "Nothing has been read yet.", "Reading…"


@pytest.fixture
def by_hand(window: MainWindow) -> ByHand:
    """The window, whose replays wait from now on until they are done by hand."""
    executor = ByHand()
    window.session.use(executor, lambda call: call())
    return executor


def finish(by_hand: ByHand) -> None:
    while by_hand.jobs:
        by_hand.run()
    settle()


def press(view: PaneView, key: str) -> None:
    (chips,) = view.findChildren(SeriesChips)
    (chip,) = (each for each in chips.findChildren(QToolButton) if each.text() == key)
    chip.click()


def test_while_a_network_reads_nothing_of_the_former_one_is_shown(
    window: MainWindow, by_hand: ByHand
) -> None:
    session = window.session
    session.focus, session.shade = 1, Shade(1, "f")
    view = window.panes.views[1]
    new = replace(text_network("LSTM", seed=5), name="another network")
    session.replace_network(1, new)
    settle()
    assert "another network" in view.header.name.text()
    assert not any(row.map.isVisible() for row in view.rows.values())
    assert not view.curves.isVisible() and READING in texts(view)
    assert not window.cell.diagram.isVisible()
    assert len(drawn_lines(window.prediction.plot)) == 1
    assert "another network" not in " ".join(texts(window.prediction))
    assert session.shading() is None
    finish(by_hand)
    trace = session.panes[1].layer_trace
    assert trace is not None and view.rows["f"].map.isVisible()
    np.testing.assert_array_equal(view.rows["f"].map.image.image, trace.series["f"].T)
    assert len(drawn_lines(window.prediction.plot)) == 2 and READING not in texts(view)
    # Other weights of the same outline may stand behind another activation, of another range.
    layers = (replace(each, options={**each.options, "activation": "relu"}) for each in new.layers)
    session.update_network(1, replace(new, layers=tuple(layers)))
    finish(by_hand)
    assert view.rows["g"].series.high is None
    assert tuple(row.series for row in view.rows.values()) == series_of(session.panes[1].shown)


def test_a_pane_says_whether_it_reads_or_has_nothing_to_read(
    make_window: MakeWindow,
) -> None:
    window = make_window(text_network("LSTM"), text="")
    (view,) = window.panes.views
    assert NOTHING in texts(view)
    by_hand = ByHand()
    window.session.use(by_hand, lambda call: call())
    window.session.read(review(length=40))
    assert READING in texts(view) and NOTHING not in texts(view)
    window.session.stop()
    assert NOTHING in texts(view)
    window.session.read(review(length=40))
    finish(by_hand)
    window.session.add_network(text_network("GRU"))
    settle()
    assert READING in texts(window.panes.views[1])
    finish(by_hand)
    assert not {READING, NOTHING} & set(texts(window.panes))


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_what_was_chosen_in_a_pane_goes_along_with_it(make_window: MakeWindow, closed: int) -> None:
    networks = (text_network("LSTM", seed=seed) for seed in range(3))
    window = make_window(*(replace(each, name=f"net{nth}") for nth, each in enumerate(networks)))
    for view, key in zip(window.panes.views, "igo", strict=True):
        press(view, key)
        view.enlarge(key)
    names = [view.header.name.text() for view in window.panes.views]
    left = [place for place in range(3) if place != closed]
    window.session.remove_pane(closed)
    settle()
    assert len(window.panes.findChildren(PaneView)) == 2
    drawn = content(window.services, window.services.settings.picture).curves
    assert drawn is not None and set(drawn) == {0, 1}
    for place, before in enumerate(left):
        view, key = window.panes.views[place], "igo"[before]
        assert window.panes.widget(place) is view and view.place == place
        assert view.header.name.text() == names[before]
        assert [each for each, row in view.rows.items() if row.isVisible()] == [key]
        assert key in drawn[place]
        trace = window.session.panes[place].layer_trace
        assert trace is not None
        np.testing.assert_array_equal(view.rows[key].map.image.image, trace.series[key].T)
    window.session.add_network(text_network("LSTM", seed=7))
    settle()
    assert len([row for row in window.panes.views[2].rows.values() if row.isVisible()]) > 1


def test_widths_that_were_dragged_stay_until_there_are_more_panes_or_fewer(
    window: MainWindow,
) -> None:
    session = window.session
    equal = window.panes.sizes()
    window.panes.setSizes([equal[0] - 90, equal[1] + 90])
    dragged = window.panes.sizes()
    assert dragged != equal
    session.replace_network(0, text_network("GRU", layers=2))
    session.show_layer(0, session.panes[0].network.recurrent[0].name)
    settle()
    assert window.panes.sizes() == dragged
    session.add_network(text_network("LSTM"))
    settle()
    assert np.ptp(window.panes.sizes()) <= 1
