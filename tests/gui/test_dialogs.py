"""What opens above the window: each once, never about what is gone, and nothing of it stays."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from engine.network.opening import open_network
from engine.replay.cells.registry import series_of
from gui.dialogs.about import AboutDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.models.layers_dialog import LayersDialog
from gui.places import PLACES
from gui.review.details import DetailsDialog
from gui.window.main_window import MainWindow
from tests.gui import own_models
from tests.gui.conftest import settle
from tests.networks import text_network

OPENING = (
    *("about", "details", "inspect", "keys", "menu", "open_model", "open_view", "save_view"),
    *("export_trace", "export_picture"),
)
"""The commands that open something above the window."""


@pytest.fixture
def both(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a bidirectional layer in its second pane."""
    window.services.proofs.held = lambda network: True  # no process for it
    window.session.replace_network(1, open_network(own_models.both_ways(tmp_path / "both.h5")))
    settle()
    return window


def close_all(window: MainWindow) -> None:
    """Close what is open above a window."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    settle()


def ways(window: MainWindow) -> Iterator[Callable[[], object]]:
    """Everything that opens a dialog or a menu, or fills a menu anew."""
    for place, view in enumerate(window.panes.views):
        yield partial(window.dialogs.show_menu, place, view.header.name)
    yield partial(window.dialogs.choose_layers, 1)
    for name in OPENING:
        yield window.commands.all[name].trigger
    for menu in window.findChildren(QMenu):
        yield menu.aboutToShow.emit


def known() -> Counter[str]:
    """The objects of Qt that Python knows, the deleted ones too, by their kinds."""
    settle()
    gc.collect()
    kinds = (type(each) for each in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if issubclass(kind, QObject))


def test_nothing_stays_of_what_was_opened(both: MainWindow) -> None:
    for place in PLACES:
        both.drawers.show_place(place.name)
    settle()
    opening = list(ways(both))
    counts = []
    for _ in range(2):  # at first what is imported or kept for the next time is made
        for way in opening:
            way()
            close_all(both)
        counts.append(known())
    more = counts[1] - counts[0]
    assert not more


@pytest.mark.parametrize(
    ("command", "kind"),
    [("about", AboutDialog), ("keys", ShortcutsDialog), ("details", DetailsDialog)],
)
def test_a_dialog_that_is_open_is_not_opened_again(
    window: MainWindow, command: str, kind: type[QDialog]
) -> None:
    for _ in range(3):
        window.commands.all[command].trigger()
        window.activateWindow()
    settle()
    (dialog,) = window.findChildren(kind)
    window.commands.all[command].trigger()
    settle()
    assert QApplication.activeWindow() is dialog
    close_all(window)


@pytest.mark.parametrize("change", ["replaced", "removed"])
def test_a_menu_about_a_pane_closes_with_it(both: MainWindow, change: str) -> None:
    both.dialogs.show_menu(1, both.panes.views[1].header.name)
    settle()
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    if change == "replaced":
        both.session.replace_network(1, text_network("GRU"))
    else:
        both.session.remove_pane(1)
    settle()
    assert QApplication.activePopupWidget() is None


def test_layers_are_asked_for_as_long_as_there_are_these(both: MainWindow) -> None:
    both.dialogs.choose_layers(1)
    settle()
    (dialog,) = both.findChildren(LayersDialog)
    both.session.replace_network(0, text_network("GRU"))
    settle()
    assert dialog.isVisible(), "another pane is another"
    both.session.replace_network(1, text_network("LSTM"))
    settle()
    assert not both.findChildren(LayersDialog)
    assert [series_of(pane.shown)[0].key for pane in both.session.panes] == ["h", "h"]
