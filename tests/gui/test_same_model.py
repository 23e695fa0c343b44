"""The same model in several panes: every step is drawn, and no two panes have one name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from engine.library import Entry, bundled
from engine.network.opening import open_network
from engine.session.pane import Shade
from gui.naming import pane_names, pane_titles
from tests.gui.conftest import MakeWindow, settle, texts


@pytest.mark.parametrize("entry", bundled(), ids=lambda entry: entry.name)
def test_every_bundled_model_opens_twice_and_steps(make_window: MakeWindow, entry: Entry) -> None:
    window = make_window(*(open_network(entry.path) for _ in range(2)), length=12)
    window.session.shade = Shade(1, "h", 0)
    for step in range(window.session.steps):
        window.session.step = step
        settle()
    first, second = pane_names(window.session)
    assert (first[:-1], first[-1], second[-1]) == (second[:-1], "1", "2")
    shown = [view.name.text() for view in window.panes.views]
    assert shown == [f"{title}  ▾" for title in pane_titles(window.session)]
    assert second in window.reading_view.header.shade.text()
    assert [
        chip.accessibleName()
        for chip in window.cell.findChildren(QToolButton)
        if chip.property("role") == "chip"
    ] == [first, second]
    legend = next(text for text in texts(window.prediction) if first in text)
    assert second in legend
    window.session.remove_pane(0)
    assert window.panes.views[0].name.text() == f"{pane_titles(window.session)[0]}  ▾"
    assert pane_names(window.session) == [window.session.panes[0].network.name]


def test_two_layers_of_one_network_have_the_names_of_the_layers(make_window: MakeWindow) -> None:
    network = open_network(next(entry.path for entry in bundled() if entry.name == "two_lstm"))
    window = make_window(network)
    window.session.show_layers(0, [layer.name for layer in network.recurrent])
    names = pane_names(window.session)
    assert names == [pane.layer for pane in window.session.panes] and len(set(names)) == 2
    for name, view in zip(names, window.panes.views, strict=True):
        assert view.name.text() == f"{network.name} · {name}  ▾"
    window.session.show_layer(1, names[0])
    assert pane_names(window.session) == [f"{names[0]} · 1", f"{names[0]} · 2"]
    assert [view.name.text() for view in window.panes.views] == [
        f"{network.name} · {names[0]} · {number}  ▾" for number in (1, 2)
    ]
