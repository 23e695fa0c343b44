"""What has to be in sight is in sight, at every size, with every drawer and number of panes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.cell.strip import WIDTH as STRIP
from gui.i18n.languages import install_language
from gui.panes.heights import MIN_CURVES, UNIT
from gui.panes.pane import PaneView
from gui.panes.prediction import MIN_PLOT
from gui.places import PLACES
from gui.plots.heat_map import FRAMED, MARK, HeatMap
from gui.window.main_window import MainWindow
from gui.window.sides import CELL, arrange
from tests.gui.conftest import MakeWindow, pixels, settle, settle_explained, texts
from tests.gui.layout_checks import outside, overlapping, shortened_texts
from tests.gui.test_clipping import cut_texts
from tests.networks import text_network

GUARDS = (cut_texts, shortened_texts, outside, overlapping)

SIZES = ((1280, 720), (1366, 768), (1280, 800), (1024, 768), (760, 520))
"""1920 x 1080 at 150 %, common screens, and the least."""

KINDS = ("LSTM", "GRU", "SimpleRNN")
SHORT = "a good movie"
LONG = "this movie was very good and i liked the acting but not the ending " * 8


def place(window: MainWindow, widget: QWidget) -> QRect:
    """Where a widget stands in the window, if all of it can be seen."""
    assert widget.isVisible()
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    parent = widget.parentWidget()
    while parent is not None:
        around = QRect(parent.mapTo(window, QPoint()), parent.size())
        assert around.contains(area), f"{widget} is cut: {area} in {around} of {parent}"
        parent = None if parent is window else parent.parentWidget()
    return area


def sides(area: QRect) -> tuple[int, int]:
    """The left and the right edge."""
    return area.left(), area.right()


def bar_of(pane: PaneView) -> int:
    """How far a pane can be scrolled."""
    return pane.findChildren(QScrollArea)[0].verticalScrollBar().maximum()


def look_at(window: MainWindow, units: int) -> None:
    """Every sentence of what has to be in sight."""
    shown = place(window, window.prediction.axis)
    assert sides(shown) == sides(place(window, window.prediction.plot))
    axes = [place(window, pane.axis) for pane in window.panes.views]
    assert {axis.bottom() for axis in axes} == {axes[0].bottom()}, "axes stand on one line"
    assert (axes[0].left(), axes[-1].right()) == sides(shown), "and below the prediction's"
    words = window.reading_view.words
    assert words.height() <= words.height_of(words.lines), "empty lines"
    for pane, axis in zip(window.panes.views, axes, strict=True):
        maps = [row.map for row in pane.rows.values() if row.isVisible()]
        for plot in (*maps, pane.curves):
            assert sides(place(window, plot)) == sides(axis)
        assert bar_of(pane) == 0, "a pane scrolls"
        assert pane.curves.height() >= MIN_CURVES
        for plot in maps:
            if plot.height() < UNIT * units:
                assert len(maps) == 1 and pane.curves.height() == MIN_CURVES
                assert window.prediction.plot.height() == MIN_PLOT
                assert words.height() <= words.height_of(2)
        folded = len(pane.rows) - len(maps)
        assert pane.header.fold.isVisible() == bool(folded)
        if folded:
            fold = place(window, pane.header.fold)
            assert fold.bottom() < place(window, pane.curves).top()
            assert all(not fold.intersects(place(window, plot)) for plot in maps)


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("panes", [1, 2, 3])
def test_everything_is_in_sight(
    make_window: MakeWindow, qapp: QApplication, panes: int, text: str
) -> None:
    """Every size with every drawer once, over all cases; in Korean where the text is short."""
    install_language(qapp, "ko" if text is SHORT else "en")
    units = 8 if panes < 3 else 24
    networks = [text_network(kind, units) for kind in KINDS[:panes]]
    window = make_window(*networks, text=text, length=len(text.split()) + 1)
    others = [place.name for place in PLACES if not place.is_alone and place.name != "models"]
    for at, size in enumerate(SIZES):
        for drawer in ("", "models", others[(at + panes + (text is SHORT)) % len(others)]):
            window.resize(*size)
            window.drawers.show_place(drawer)
            settle()
            settle_explained(window)
            found = [text for look in GUARDS for text in look(window)]
            assert not found, (size, drawer, found)
            look_at(window, units)
            if not window.drawer_side.is_over:
                assert window.drawer_side.isVisible() == bool(drawer)
            assert window.cell.isVisible() or window.strip.isVisible()


ENLARGED = (((760, 520), 150), ((1024, 768), 200), ((1280, 720), 200))
"""Sizes at which everything is as large as there."""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_three_networks_never_scroll_sideways_where_everything_is_larger(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    networks = [text_network(kind) for kind in KINDS]
    window = make_window(*networks, text=LONG, length=100)
    proven = ("✓ as Keras 3.15, 2e-6", "good", "", "✓ as Keras, 2e-6")
    for size, percent in ENLARGED:
        window.resize(*size)
        window.commands.appearance.use_scale(percent)
        for view in window.panes.views:
            view.header.show_badge(*proven)
        window.session.choose_unit(0, 7)
        settle()
        assert window.centre.horizontalScrollBar().maximum() == 0, (size, percent)
        found = [text for look in GUARDS for text in look(window)]
        assert not found, (size, percent, found)
        for kind, pane in zip(KINDS, window.panes.views, strict=True):
            assert pane.header.name.text().startswith(kind)
            assert sides(QRect(pane.curves.pos(), pane.curves.size())) == sides(
                pane.axis.geometry()
            )
            whole = pane.mapTo(window, QPoint()).x(), pane.width()
            for part in (
                pane._units,
                pane._chips,
                *pane._chips._buttons.values(),
                pane.header.name,
            ):
                at = part.mapTo(window, QPoint()).x()
                assert whole[0] <= at <= at + part.width() <= sum(whole), part
            row = next(row for row in pane.rows.values() if row.isVisible())
            assert row._bar.width() >= row._bar.minimumWidth(), "its numbers are seen"
            assert "2e-6" in pane.header.badge.text()


def test_all_rows_of_an_lstm_fit_on_a_projector(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), text=LONG, length=100, size=(1280, 720))
    pane = window.panes.views[0]
    assert all(row.isVisible() for row in pane.rows.values()) and not pane.header.fold.isVisible()


def test_rows_that_do_not_fit_are_one_click_away(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(text_network("LSTM", 16), text=LONG, length=100, size=(1024, 700))
    pane = window.panes.views[0]

    def shown() -> list[str]:
        return [key for key, row in pane.rows.items() if row.isVisible()]

    few = shown()
    assert 1 < len(few) < 6 and set(few) == set(["c", "f", "i", "o", "h", "g"][: len(few)])
    assert f"▸  {6 - len(few)} more" in pane.header.fold.text()
    qtbot.mouseClick(pane.header.fold, Qt.MouseButton.LeftButton)
    settle()
    assert shown() == ["h", "c", "f", "i", "g", "o"]
    for widget in (pane.curves, pane.axis):
        place(window, widget)
    qtbot.mouseClick(pane.header.fold, Qt.MouseButton.LeftButton)
    settle()
    assert shown() == few
    window.resize(1400, 1600)
    settle()
    assert len(shown()) == 6 and not pane.header.fold.isVisible()
    window.session.replace_network(0, text_network("LSTM", 4))
    window.resize(1024, 700)
    settle()
    assert len(shown()) == 6, "fewer units need less"


def test_rows_that_are_scrolled_keep_the_curve_and_the_axis(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text_network("LSTM", 16), text=LONG, length=100, size=(760, 520))
    pane = window.panes.views[0]
    qtbot.mouseClick(pane.header.fold, Qt.MouseButton.LeftButton)
    settle()
    assert bar_of(pane) > 0
    edges = sides(place(window, pane.axis))
    assert sides(place(window, pane.curves)) == edges
    assert pane.rows["h"].map.width() == edges[1] - edges[0] + 1


def test_what_the_user_has_moved_stays_but_for_empty_lines(make_window: MakeWindow) -> None:
    window = make_window(text=LONG, length=110, size=(1280, 860))
    words, centre = window.reading_view.words, window.middle
    before = centre.sizes()
    assert not centre.chosen, "nobody has moved anything"
    centre.moveSplitter(before[0] + 60, 1)
    settle()
    chosen = centre.sizes()
    assert chosen[0] > before[0] and centre.chosen == chosen
    window.services.reading.read_text(SHORT)
    settle()
    assert words.height() <= words.height_of(words.lines)
    window.services.reading.read_text(LONG)
    settle()
    assert abs(centre.sizes()[0] - chosen[0]) <= 1, "and it comes back"


@pytest.mark.parametrize("height", [24, 32, 40, 64, 100])
def test_the_frame_of_a_unit_never_hides_its_row(qtbot: QtBot, height: int) -> None:
    units = 8
    plot = HeatMap()
    qtbot.addWidget(plot)
    plot.resize(200, height)
    plot.show_values(np.full((20, units), 0.9, np.float32), (-1.0, 1.0), signed=True)
    plot.show_whole(True)
    plot.show()
    settle()
    plain = pixels(plot.viewport())
    row = height / units
    for unit in range(units):
        plot.show_units([(unit, "#00ff00")])
        framed = pixels(plot.viewport())
        changed = (framed != plain).any(axis=2)
        assert changed.any(), "it can be seen which unit is chosen"
        inside = changed[round(unit * row) : round((unit + 1) * row), MARK : 200 - MARK]
        hidden = inside.all(axis=1).sum()
        edge = unit in (0, units - 1)
        assert hidden <= (1 if edge and row >= FRAMED else 0), (unit, row)


def test_folded_rows_are_named(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", 24), text=LONG, length=100, size=(1024, 700))
    pane = window.panes.views[0]
    assert any("more" in text for text in texts(pane)) or "more" in pane.header.fold.text()
    for key, row in pane.rows.items():
        assert row.isVisible() or key in pane.header.fold.text().split()


def test_the_title_of_a_row_is_never_cut(make_window: MakeWindow) -> None:
    networks = [text_network(kind) for kind in KINDS]
    window = make_window(*networks, text=LONG, length=100)
    for language in ("en", "ko"):
        window.commands.all[f"language_{language}"].trigger()
        for width in range(1024, 1600, 48):
            window.resize(width, 768)
            settle()
            for pane in window.panes.views:
                for row in pane.rows.values():
                    for text in row.findChildren(QLabel):
                        if row.isVisible() and text.isVisible():
                            assert text.width() >= text.sizeHint().width(), text.text()


@given(st.integers(600, 4_000), st.integers(0, 700), st.integers(200, 700), st.integers(0, 1_300))
def test_panes_have_their_room_first_then_the_drawer_then_the_cell(
    width: int, drawer: int, centre: int, roomy: int
) -> None:
    found = arrange(width, drawer, centre, roomy)
    taken = centre + (CELL if found.cell_stands else STRIP)
    if found.drawer_stands:
        assert taken + drawer <= width
    else:
        assert not found.cell_stands, "the cell goes before the drawer does"
    if width >= max(roomy, drawer + centre + CELL):
        assert found.cell_stands and found.drawer_stands
