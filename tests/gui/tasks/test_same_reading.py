"""What is read without a window is what the window reads of the same snapshot."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from engine.lessons.view_reading import read_view
from engine.library import LESSONS, MODELS
from engine.network.opening import open_network
from engine.replay.edit_texts import parse_all
from gui.window.main_window import MainWindow
from tests.gui.conftest import TEXT, MakeWindow, settle


def assert_same(window: MainWindow) -> None:
    """Every pane's answers and series, by its snapshot."""
    settle()
    view = window.dialogs.views.state()
    reading = read_view(view)
    assert len(reading.panes) == len(window.session.panes) > 0
    for here, there in zip(reading.panes, window.session.panes, strict=True):
        assert here.trace is not None and there.trace is not None
        assert (here.layer, here.units) == (there.layer, there.units)
        np.testing.assert_array_equal(here.trace.sequence.inputs, there.trace.sequence.inputs)
        np.testing.assert_array_equal(here.trace.prediction, there.trace.prediction)
        for name, layer in there.trace.layers.items():
            for key, values in layer.series.items():
                np.testing.assert_array_equal(here.trace.layers[name].series[key], values)


def test_words(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A text and a review, in another encoding, by bundled networks and a model from elsewhere."""
    mine = tmp_path / "mine.keras"
    shutil.copy(MODELS / "gru.keras", mine)
    networks = [open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm")]
    window = make_window(*networks, text=TEXT)
    assert_same(window)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.services.opener.open(mine, add=True)
    qtbot.waitUntil(lambda: not window.services.reading.dictionaries.is_busy)
    window.services.reading.set_encoding(300, 60, "post", "pre")
    window.session.choose_unit(2, 5)
    assert_same(window)
    window.services.reading.open_number(7)
    window.session.focus = 0
    assert_same(window)
    window.services.edits.change(parse_all(["lstm.f=0@10-", "word 20=great", "off: delete 3"]))
    assert_same(window)


def test_numbers(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Made series and a file, scaled and cut."""
    window = make_window(open_network(LESSONS / "sine.keras"), text="")
    numbers = window.services.numbers
    numbers.use("sines")
    numbers.set_generated(31.0, 0.1, 4)
    numbers.open_number(3)
    assert_same(window)
    table = tmp_path / "t.csv"
    rows = np.random.default_rng(0).normal(size=(300, 2))
    np.savetxt(table, rows, delimiter=",", header="a,b", comments="")
    with qtbot.waitSignal(numbers.opened, timeout=20_000):
        numbers.open_path(table)
    numbers.choose_columns((1,))
    numbers.set_scale("standard", 0.5)
    numbers.open_number(2)
    assert_same(window)
