"""What is seen at each step: pictures that are read, maps of states, pictures that are answered."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest

from engine.network.network import Input
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.session.frames import answers_of, frames_of, map_at, maps_of, point_of
from engine.session.pane import Pane
from tests.networks import film, film_network, text_network


def test_what_is_read_is_a_picture() -> None:
    trace = replay(film_network(), film())
    frames = frames_of(trace)
    assert frames is not None
    assert frames.values.shape == (4, 6, 5, 2)
    assert frames.shares(1).shape == (6, 5)
    assert 0 <= frames.shares(1).min() <= frames.shares(1).max() <= 1
    assert map_at(trace.layers["maps"], "c", 1).shape == (6, 5, 3)
    lines = replay(film_network("ConvLSTM1D"), film("ConvLSTM1D"))
    assert map_at(lines.layers["maps"], "c", 1).shape == (1, 6, 3)
    frames = frames_of(lines)
    assert frames is not None and frames.values.shape == (4, 1, 6, 2)
    of_words = Pane.of(text_network())
    assert maps_of([Pane.of(lines.network), of_words], "c") == []
    shown = replace(Pane.of(lines.network), trace=lines)
    assert [each.shape for each in maps_of([shown, of_words], "c")] == [(4, 6, 3)]
    for shape in ((None, 4, 6, 5, None), (None, 4, 5, 5, 2), (None, 4, 60)):
        other = replace(trace.network, inputs=(Input("film", shape),))
        assert frames_of(replace(trace, network=other)) is None


@pytest.mark.parametrize("first", [False, True], ids=["channels last", "channels first"])
def test_what_is_answered_is_a_picture(first: bool) -> None:
    network = film_network()
    maps, *others = network.layers
    shape = (3, 6, 5) if first else (6, 5, 3)
    options = {**maps.options, "data_format": "channels_first" if first else "channels_last"}
    answering = replace(maps, options=options, output_shape=(None, *shape))
    network = replace(network, layers=(answering, *others), outputs=(("maps", 0),))
    numbers = np.arange(4 * 90, dtype=np.float32).reshape(4, 90)
    numbers[0] = np.nan
    trace = Trace(network, film(), {}, numbers)
    frames = answers_of(trace)
    assert frames is not None and frames.is_coloured and frames.values.shape == (4, 6, 5, 3)
    assert [frames.has(step) for step in (0, 1, 3, 4)] == [False, True, True, False]
    assert (frames.low, frames.high) == (90, 359) and frames.shares(3).max() == 1
    for nth in (0, 7, 89):
        point = point_of(trace, nth)
        assert point is not None and frames.values[(2, *point)] == 180 + nth
    for call, answers in (("flat", numbers), ("maps", numbers[:, :45]), ("maps", numbers[:, 0])):
        none = Trace(replace(network, outputs=((call, 0),)), film(), {}, answers)
        assert answers_of(none) is None and point_of(none, 0) is None


def test_a_film_that_nobody_shows_is_let_go() -> None:
    trace = replay(film_network(), film())
    assert frames_of(trace) is frames_of(trace) and answers_of(trace) is None
    held = weakref.ref(trace)
    del trace
    gc.collect()
    assert held() is None
