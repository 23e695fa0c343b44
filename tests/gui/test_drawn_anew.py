"""What is not drawn again, as nothing of it seems to be another, is as it would be drawn anew."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from engine.replay.edit_texts import parse
from engine.session.state import SCALES
from gui.cell.panel import CellPanel
from gui.cell.units import UnitStrip
from gui.kit.at_once import AtOnce
from gui.panes.header import PaneHeader
from gui.panes.pane import PaneView
from gui.plots.scale import ScaleBar
from gui.plots.time_plot import TimePlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, TEXT, MakeWindow, on_screen, settle
from tests.networks import text_network

STAMPS: dict[type[QObject], tuple[str, ...]] = {
    ScaleBar: ("_shown",),
    PaneView: ("_shared", "_named"),
    PaneHeader: ("_badge",),
    CellPanel: ("_shown",),
}
"""What says that a drawing may stay."""

HANDS, LOOKS = 24, 3
"""What is done with a window, and how much of it before it is looked at."""


def forget(window: MainWindow) -> None:
    """Let everything be drawn anew."""
    for kind, names in STAMPS.items():
        for view in window.findChildren(kind):
            for name in names:
                assert isinstance(getattr(view, name), tuple)
                setattr(view, name, ())
    for panel in window.findChildren(CellPanel):
        panel._cell, panel._sums = None, AtOnce()
    for strip in window.findChildren(UnitStrip):
        strip._words = AtOnce()
    for header in window.findChildren(PaneHeader):
        header._fact = None
    for plot in window.findChildren(TimePlot):
        plot._range = None
    session = window.session
    session.panes_changed.emit(tuple(range(len(session.panes))))
    session.traces_changed.emit()
    session.focus_changed.emit(session.focus)
    session.shade_changed.emit()
    for plot in window.findChildren(TimePlot):
        plot.redraw()
    settle()


def hands(window: MainWindow, draw: random.Random) -> dict[str, Callable[[], object]]:
    """What can be done, by name."""
    session, look = window.session, window.commands.appearance
    display, reading = window.services.display, window.services.reading

    def a_pane() -> int:
        return draw.randrange(len(session.panes))

    def network() -> Network:
        return text_network(draw.choice(("LSTM", "GRU", "SimpleRNN")), draw.choice((8, 16, 60)))

    def edit() -> None:
        session.edits = () if session.edits else (parse(draw.choice(("lstm.i=0", "gru.z=0"))),)

    def resize() -> None:
        window.resize(draw.choice((1280, 1600)), draw.choice((760, 1000)))

    def fold() -> None:
        window.panes.views[a_pane()].header.fold.toggle()

    return {
        "text": lambda: reading.read_text(" ".join(draw.choices(TEXT.split(), k=12))),
        "typed": lambda: reading.read_text(TEXT + draw.choice((" good", " zyx")), goes_on=True),
        "add": lambda: session.add_network(network()),
        "remove": lambda: session.remove_pane(a_pane()),
        "replace": lambda: session.replace_network(a_pane(), network()),
        "focus": lambda: setattr(session, "focus", a_pane()),
        "step": lambda: setattr(session, "step", draw.randrange(LENGTH)),
        "unit": lambda: session.choose_unit(
            a_pane(), draw.randrange(8), extend=draw.random() < 0.5
        ),
        "edit": edit,
        "language": lambda: look.use_language(draw.choice(("en", "ko"))),
        "theme": lambda: look.use_theme(draw.choice(("dark", "light"))),
        "scale": lambda: look.use_scale(draw.choice((100, 125, 150))),
        "resize": resize,
        "future": lambda: setattr(display, "shows_future", not display.shows_future),
        "colours": lambda: setattr(display, "scale", draw.choice(SCALES)),
        "fold": fold,
    }


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_the_window_is_as_drawn_anew(
    make_window: MakeWindow, qtbot: QtBot, seed: int
) -> None:
    draw = random.Random(seed)
    window = make_window(text_network("LSTM"), text_network("SimpleRNN"), size=(1440, 900))
    can, done = hands(window, draw), []
    for hand in range(HANDS):
        done.append(draw.choice(list(can)))
        can[done[-1]]()
        qtbot.waitUntil(lambda: not window.session.busy)
        settle()
        if hand % LOOKS == LOOKS - 1:
            seen = on_screen(window)
            forget(window)
            np.testing.assert_array_equal(seen, on_screen(window), err_msg=f"after {done}")
