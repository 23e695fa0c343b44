"""One signal colours words, strips and steps alike, wherever it has no value too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.network.network import Layer, Network
from engine.replay.cells.registry import series_of
from engine.session.pane import Shade
from gui.look.colours import coloured
from gui.look.signal_colours import signal_colours
from gui.pictures.review_block import _colours as word_colours
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, pixels, settle
from tests.networks import text_network

KINDS = ("LSTM", "GRU", "SimpleRNN")
WAYS = ("forward", "backward")


@pytest.mark.parametrize("signed", [True, False])
def test_a_step_without_a_value_has_no_colour(signed: bool) -> None:
    values = np.array([np.nan, 0.0, 1.0, np.nan, 0.5], np.float32)
    colours, strength = signal_colours(values, signed=signed)
    assert np.isnan(strength).tolist() == [True, False, False, True, False]
    known = values[~np.isnan(values)]
    expected = coloured(known * 0.5 + 0.5 if signed else known, signed=signed)
    np.testing.assert_array_equal(colours[~np.isnan(values)], expected)
    assert (strength[2] == 1.0 and strength[1] == 0.0) if signed else strength[2] == 0.75


def test_nothing_but_nan_is_no_error() -> None:
    for signed in (True, False):
        assert np.isnan(signal_colours(np.full(3, np.nan), signed=signed)[1]).all()


@pytest.fixture
def late(make_window: MakeWindow) -> MainWindow:
    """A layer of every kind that begins behind a convolution, and an LSTM that has all steps."""
    return make_window(*(text_network(kind, taps=4) for kind in KINDS))


def both_ways(kind: str) -> Network:
    """A layer of a kind both ways behind a convolution: one of them begins at the end."""
    network = text_network(kind, taps=4)
    embedding, conv, layer, dense = network.layers
    forward, backward = (replace(layer, name=f"{layer.name}/{way}") for way in WAYS)
    backward = replace(backward, options={**layer.options, "go_backwards": True})
    options = {"merge_mode": "sum", "return_sequences": False, "return_state": False}
    both = Layer(layer.name, "Bidirectional", options, {}, layer.output_shape, (forward, backward))
    return replace(network, layers=(embedding, conv, both, dense))


def test_every_signal_colours_a_late_trace(late: MainWindow) -> None:
    """Of each kind, and of each both ways, in the words, the strip and a picture."""
    session = late.session
    check_colours(late)
    session.set_networks([both_ways(kind) for kind in KINDS])
    for place, pane in enumerate(session.panes):
        session.show_layer(place, pane.network.recurrent[1].name)
        assert session.panes[place].layer.endswith("backward")
    check_colours(late)
    for step in (0, session.steps - 1):
        session.step = step
        settle()


def check_colours(late: MainWindow) -> None:
    """That a step has a colour wherever its signal has a value, and no colour elsewhere."""
    session = late.session
    for place, pane in enumerate(session.panes):
        keys = ["change", *(series.key for series in series_of(pane.shown))]
        for key in keys:
            session.shade = Shade(place, key, None if key == "change" else 1)
            settle()
            shading = session.shading()
            assert shading is not None
            missing = np.isnan(shading)
            assert missing[0] == (key not in ("h", "c")), "a state is there before the first step"
            for view in (late.reading_view.words.viewport(), late.reading_view.strip):
                pixels(view)
            alphas = np.array([colour.alpha() for colour in late.reading_view.words._colours])
            np.testing.assert_array_equal(alphas == 0, missing)
            tints = late.reading_view.strip._tints
            assert tints is not None
            strip = np.array([tints.pixelColor(step, 0).alpha() for step in range(len(shading))])
            np.testing.assert_array_equal(strip == 0, missing)
            in_picture = [colour is None for colour in word_colours(session)]
            np.testing.assert_array_equal(in_picture, missing)
