"""Who has the keys: playing wherever no text is typed, few stops for Tab, and back to the reading."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.training.plan import DEMONSTRATED, DEMONSTRATION
from gui.explain.pages import PAGES
from gui.panes.chooser import SeriesChips
from gui.paths import GUIDE
from gui.places import PLACES, TRAIN
from gui.plots.curves import Curves
from gui.window.commands import COMMANDS
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
WRITERS = (QAbstractSpinBox, QLineEdit, QPlainTextEdit)


def focus() -> QWidget:
    """Who has the keys."""
    settle()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def assert_space_plays(window: MainWindow, qtbot: QtBot) -> None:
    window.session.step = 3
    for playing in (True, False):
        qtbot.keyClick(focus(), Key.Key_Space)
        assert window.services.player.playing == playing, QApplication.focusWidget()


def test_space_plays_after_a_click_on_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    for place in PLACES:
        for _ in range(2):
            qtbot.mouseClick(window.rail.drawers[place.name], LEFT)
            assert_space_plays(window, qtbot)
        assert focus() is window.reading_view.words, place.name


def test_space_plays_after_a_click_on_anything_but_a_text(window: MainWindow, qtbot: QtBot) -> None:
    window.drawers.show_place("models")
    places = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and not isinstance(widget, WRITERS)
    ]
    for widget in places:
        if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
            assert_space_plays(window, qtbot)


SLIDES = {
    Key.Key_Right: 51,
    Key.Key_Left: 49,
    Key.Key_Up: 51,
    Key.Key_Down: 49,
    Key.Key_PageUp: 60,
    Key.Key_PageDown: 40,
    Key.Key_Home: 0,
    Key.Key_End: 100,
}


@pytest.mark.parametrize("place", ["", "lessons"])
def test_a_slider_in_focus_owns_its_keys_and_space_plays(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    window.drawers.show_place(place)
    slider = QSlider(Qt.Orientation.Horizontal, window.drawers if place else window.cell)
    slider.setRange(0, 100)
    slider.show()
    for key, there in SLIDES.items():
        window.reading_view.words.setFocus()
        slider.setValue(50)
        slider.setFocus(Qt.FocusReason.MouseFocusReason)
        window.session.step, read = 20, window.session.sequence
        qtbot.keyClick(slider, key)
        assert slider.value() == there, key
        assert window.session.step == 20 and window.session.sequence is read, key
        qtbot.keyClick(slider, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert window.session.step == 30 and slider.value() == there, f"Shift leads, after {key}"
        assert_space_plays(window, qtbot)


def test_closing_a_pane_gives_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.views[1].header.name.setFocus()
    window.session.remove_pane(1)
    assert focus() is window.reading_view.words
    assert_space_plays(window, qtbot)


def test_tab_presses_with_space_and_has_few_stops(window: MainWindow, qtbot: QtBot) -> None:
    stops = []
    while not stops or focus() is not stops[0]:
        stops.append(focus())
        qtbot.keyClick(focus(), Key.Key_Tab)
    names = [pane.header.name for pane in window.panes.views]
    between = stops.index(names[1]) - stops.index(names[0])
    assert between <= 3 and len(stops) <= 20
    while focus() is not window.rail.drawers["models"]:
        qtbot.keyClick(focus(), Key.Key_Tab)
    qtbot.keyClick(focus(), Key.Key_Space)
    assert window.drawers.isVisible() and not window.services.player.playing


def test_letters_are_one_stop_and_never_leave_an_empty_plot(
    window: MainWindow, qtbot: QtBot
) -> None:
    chips = window.panes.views[1].findChild(SeriesChips)
    assert chips is not None
    buttons = chips.findChildren(QAbstractButton)
    policies = [button.focusPolicy() for button in buttons]
    assert policies == [Qt.FocusPolicy.TabFocus, *[Qt.FocusPolicy.NoFocus] * 5]
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(focus(), Key.Key_Down)
    assert focus() is buttons[1]
    qtbot.keyClick(focus(), Key.Key_Up)
    qtbot.keyClick(focus(), Key.Key_Up)
    assert focus() is buttons[-1]
    assert window.session.panes[1].units == (0,)
    for button in buttons:
        if button.isChecked():
            button.click()
    assert len(chips.chosen()) == 1
    assert sum(button.isChecked() for button in buttons) == 1


@pytest.mark.parametrize("command", ["write", "find"])
def test_escape_lets_go_of_the_keys(window: MainWindow, qtbot: QtBot, command: str) -> None:
    window.commands.all[command].trigger()
    assert isinstance(focus(), WRITERS)
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert focus() is window.reading_view.words
    assert_space_plays(window, qtbot)


def test_f11_fills_the_screen_and_escape_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    words = window.reading_view.words
    for key in (Key.Key_Escape, Key.Key_F11):
        qtbot.keyClick(words, Key.Key_F11)
        assert window.isFullScreen()
        window.notice.show_error("Something is wrong.")
        settle()
        qtbot.keyClick(focus(), Key.Key_Escape)
        assert window.isFullScreen() and not window.notice.kind, "the message goes first"
        qtbot.keyClick(focus(), key)
        assert not window.isFullScreen()
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert not window.isFullScreen()


def test_escape_leads_back_from_every_place_that_stands_alone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which its row says, and not its name."""
    rows = tuple(replace(row, is_alone=not row.is_alone) for row in PLACES)
    for places in (PLACES, rows):
        monkeypatch.setattr("gui.window.drawers.PLACES", places)
        for name in ("numbers", "lessons"):
            (row,) = [row for row in places if row.name == name]
            window.drawers.show_place(name)
            assert window.drawers.place is row
            window.commands.all["leave"].trigger()
            assert (window.drawers.place is None) is row.is_alone


def test_a_demonstration_is_planned_from_the_menu(window: MainWindow) -> None:
    window.commands.all["demonstrate"].trigger()
    panel = window.drawers.open(TRAIN)
    assert panel.isVisible() and panel.editor.is_right
    plan = panel.editor.plan
    assert (plan.recipe, plan.limit) == (DEMONSTRATION.recipe, 2000)


def test_the_demonstration_stands_beside_the_recipes_of_the_lecture(window: MainWindow) -> None:
    panel = window.drawers.open(TRAIN)
    panel.show_tab("model")
    tab = panel.model
    assert len(tab.recipes) == 6 and not tab.demonstration.isChecked()
    tab.demonstration.click()
    assert panel.editor.plan == DEMONSTRATION and tab.demonstration.isChecked()
    assert f"{DEMONSTRATED.accuracy}" in tab.demonstration.toolTip()
    assert round(DEMONSTRATED.held_out / DEMONSTRATION.recipe.test_size) == DEMONSTRATION.limit
    assert DEMONSTRATED.epoch <= DEMONSTRATION.recipe.epochs
    panel.editor.set("units", 16)
    assert not tab.demonstration.isChecked(), "it is no longer the one that was measured"
    tab.recipes["gru"].click()
    assert panel.editor.plan.limit is None, "a recipe of the lecture takes all reviews"
    panel.editor.set("limit", 300)
    tab.recipes["lstm"].click()
    assert panel.editor.plan.limit == 300, "so many the user asked for"
    panel.editor.restore(DEMONSTRATION.as_dict())
    panel.editor.set("limit", 2000 - 1)
    panel.editor.set("limit", 2000)
    tab.recipes["gru"].click()
    assert panel.editor.plan.limit == 2000, "the user asked for these too"
    tab.demonstration.click()
    tab.recipes["gru"].click()
    assert not tab.demonstration.isChecked()


def test_everything_grows_at_a_key_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    pane, remembered = window.panes.views[0], window.services.settings.window
    before = curve_ink(pane.curves)
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(6):
        qtbot.keyClick(focus(), Key.Key_Plus, control)
    assert remembered.scale == 200, "it goes no farther"
    assert curve_ink(pane.curves) > 1.25 * before, "a thicker line in a smaller place"
    qtbot.keyClick(focus(), Key.Key_Minus, control)
    assert remembered.scale == 175
    qtbot.keyClick(focus(), Key.Key_0, control)
    assert remembered.scale == 100 and curve_ink(pane.curves) == before


def curve_ink(plot: Curves) -> int:
    """How many pixels have the colour of the first line."""
    settle()
    image, colour = plot.grab().toImage(), QColor(plot.lines[0][1]).rgb()
    return sum(
        image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height())
    )


def test_the_rail_is_one_stop_and_arrows_lead_through_the_places_that_are_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    rail = window.rail
    places = [each for each in rail.drawers.values() if not each.isHidden()]
    assert len(places) < len(rail.drawers)  # the tasks are not there before one is opened
    places[0].setFocus(Qt.FocusReason.TabFocusReason)
    for each in (*places[1:], rail.menu, places[0]):
        qtbot.keyClick(focus(), Key.Key_Down)
        assert focus() is each
    assert window.session.panes[1].units == (0,)


TOLD = {
    GUIDE.parent.parent / "README.md": "## How to use it",
    GUIDE / "en" / "window.md": "## Keys",
    GUIDE / "ko" / "window.md": "## 키",
}
"""The tables of keys, by file."""


@pytest.mark.parametrize("path", TOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_documents_tell_the_keys_of_the_window(path: Path) -> None:
    """Every letter that is a key, no other, and no chord that is none; the pages that explain
    each by its own letter."""
    _, _, text = path.read_text("utf-8").partition(f"\n{TOLD[path]}\n")
    table = "\n".join(line for line in text.partition("\n## ")[0].splitlines() if line[:1] == "|")
    keys = {key for command in COMMANDS for key in command.keys.split()}
    letters = set(re.findall(r"\*\*([A-Z])\*\*", table))
    assert letters == {key for key in keys if re.fullmatch("[A-Z]", key)}
    named = set(re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)+[A-Z0-9]\b|\bF\d+\b", table))
    assert len(named) > 8 and named - {"F2"} <= keys  # F2 is the words' own
    if path.name == "README.md":
        assert all(f"**{row.key}** the {row.title.lower()}" in table for row in PAGES)
    else:
        (line,) = [line for line in table.splitlines() if f"**{PAGES[0].key}**" in line]
        told = zip(
            re.findall(r"\*\*(.)\*\*", line), re.findall(r"\((\w+)\.md\)", line), strict=True
        )
        assert set(told) == {(row.key, row.guide) for row in PAGES}


def test_keys_of_the_epochs_say_that_no_pane_shows_a_run(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Key.Key_T, Key.Key_BracketLeft, Key.Key_BracketRight):
        window.notice.clear()
        qtbot.keyClick(window.reading_view.words, key)
        assert "No pane shows a run" in window.notice.text
