"""What of a saved pane and of saved colours fits the networks that are there."""

from __future__ import annotations

import re

import pytest

from engine.errors import Note
from engine.session.pane import Pane, Shade
from engine.session.state import ColourState, PaneState
from engine.session.state_fit import fitting_layer, fitting_shade
from tests.networks import text_network


@pytest.mark.parametrize(
    ("state", "shown", "said"),
    [
        (PaneState(), ("lstm_1", (0,)), ()),
        (PaneState(layer="lstm", units=(7, 2, 7)), ("lstm", (7, 2)), ()),
        (PaneState(layer="gru", units=(1,)), ("lstm_1", (1,)), ("no recurrent layer gru; lstm_1",)),
        (PaneState(units=(3, 8)), ("lstm_1", (3,)), ("has 8 units, counted from 0 .*: 8",)),
        (PaneState(units=(8, 9)), ("lstm_1", (0,)), ("chosen ones: 8, 9",)),
    ],
)
def test_layer_and_units(
    state: PaneState, shown: tuple[str, tuple[int, ...]], said: tuple[str, ...]
) -> None:
    layer, units, notes = fitting_layer(state, text_network(layers=2))
    assert (layer, units) == shown
    _holds(notes, said)


@pytest.mark.parametrize(
    ("colours", "shade", "said"),
    [
        (ColourState(), Shade(1, "h"), ()),
        (ColourState(0, "f", 7), Shade(0, "f", 7), ()),
        (ColourState(1, "change"), Shade(1, "change"), ()),
        (
            ColourState(2, "f"),
            Shade(1, "h"),
            (r"no network 2 .*: there are 2, counted from 0 .*; SimpleRNN\(8\) colours",),
        ),
        (ColourState(1, "f"), Shade(1, "h"), ("no signal f .*; h colours",)),
        (ColourState(0, "f", 8), Shade(0, "f"), ("no unit 8 .* counted from 0",)),
    ],
)
def test_colours(colours: ColourState, shade: Shade, said: tuple[str, ...]) -> None:
    panes = [Pane.of(text_network()), Pane.of(text_network("SimpleRNN"))]
    found, notes = fitting_shade(colours, panes, 1)
    assert found == shade
    _holds(notes, said)
    assert fitting_shade(colours, [], 0) == (Shade(), [])


def _holds(notes: list[Note], said: tuple[str, ...]) -> None:
    assert len(notes) == len(said)
    assert all(re.search(form, str(note)) for form, note in zip(said, notes, strict=True))
