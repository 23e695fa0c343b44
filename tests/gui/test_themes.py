"""Both looks and both languages, switched at once; every size of window; screen readers."""

from __future__ import annotations

import re
from functools import partial
from itertools import combinations
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

import gui.look.dressing
from engine.session.pane import Shade
from gui.cell.units import UnitStrip
from gui.i18n.languages import TRANSLATIONS
from gui.look.dressing import apply_theme
from gui.look.theme import DARK, LIGHT, Theme, theme
from gui.places import MODELS, REVIEWS, SURVEY, TRAIN
from gui.plots.time_plot import TimePlot
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, MakeWindow, is_near, pixels, settle, texts
from tests.gui.test_clipping import cut_texts
from tests.networks import text_network

CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
HANGUL = re.compile("[가-힣]")


def controls(inside: QWidget) -> list[QWidget]:
    """What can be used and is visible, but not the inner parts of Qt's own widgets."""
    return [
        widget
        for kind in CONTROLS
        for widget in inside.findChildren(kind)
        if widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), (QLineEdit, QComboBox, QAbstractSpinBox))
    ]


def area(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def name(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return str(found.text(QAccessible.Text.Name))


# -- themes --------------------------------------------------------------------------------


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_a_theme_is_worn_by_everything_at_once(window: MainWindow, look: Theme) -> None:
    window.commands.all["theme_light" if look is DARK else "theme_dark"].trigger()
    settle()
    window.commands.all[f"theme_{look.name}"].trigger()
    settle()
    assert theme() is look and window.services.settings.window.theme == look.name
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == look.ground
    picture = pixels(window)
    worn = is_near(picture, look.ground, 3).mean() + is_near(picture, look.surface, 3).mean()
    assert worn > 0.4
    other = DARK if look is LIGHT else LIGHT
    left_over = is_near(picture, other.ground, 3) | is_near(picture, other.surface, 3)
    assert left_over.mean() < 0.005
    for colour in (look.accent, *look.networks[:2]):
        assert is_near(picture, colour, 8).any()


def test_a_switched_window_looks_as_one_made_so(make_window: MakeWindow) -> None:
    pictures = []
    for first, later in (("dark", "light"), ("light", "light")):
        apply_theme(first)
        window = make_window()
        window.session.focus = 1
        window.session.shade = Shade(1, "f")
        window.session.step = LENGTH - 1
        apply_theme(later)
        pictures.append(pixels(window))
        window.hide()
    np.testing.assert_array_equal(pictures[0], pictures[1])


def test_there_and_back_leaves_nothing_behind(window: MainWindow) -> None:
    before = pixels(window)
    window.commands.appearance.use_theme("light")
    assert not np.array_equal(pixels(window), before)
    window.commands.appearance.use_theme("dark")
    np.testing.assert_array_equal(pixels(window), before)


def test_drawers_keep_their_widths_in_another_theme(make_window: MakeWindow) -> None:
    """The one that is open may need more than the others."""
    window = make_window(size=(1440, 900))

    def widths() -> list[int]:
        found = []
        for place in (MODELS, REVIEWS, SURVEY, TRAIN):
            window.drawers.show_place(place.name)
            settle()
            found.append(window.drawers.width())
        return found

    before = widths()
    assert widths() == before and before[-1] > max(before[:-1])
    for _ in range(2):
        window.commands.appearance.use_theme("light" if theme() is DARK else "dark")
        settle()
        assert widths() == before


def test_another_scale_and_theme_at_once_share_the_window_as_it_was(window: MainWindow) -> None:
    window.resize(1600, 1000)
    window.drawers.show_place(REVIEWS.name)
    settle()
    before, appearance = window.drawers.width(), window.commands.appearance
    appearance.use_scale(125)
    appearance.use_theme("light" if theme() is DARK else "dark")
    settle()
    assert window.drawers.width() == pytest.approx(1.25 * before, abs=2)


def test_names_are_measured_in_the_letters_of_the_style_sheet(make_window: MakeWindow) -> None:
    """A row decides by the width of its name whether the name has room."""
    window = make_window(*(text_network("LSTM") for _ in range(3)), size=(1440, 900))
    appearance = window.commands.appearance
    for change in (partial(appearance.use_scale, 150), partial(appearance.use_theme, "light")):
        change()
        settle()
        settle()
        assert not list(cut_texts(window))


def test_the_look_follows_the_system(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def become(scheme: Qt.ColorScheme) -> None:
        hints = SimpleNamespace(colorScheme=lambda: scheme)
        monkeypatch.setattr(
            gui.look.dressing, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints)
        )
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    assert window.services.settings.window.theme == "system"
    become(Qt.ColorScheme.Light)
    assert theme() is LIGHT
    become(Qt.ColorScheme.Dark)
    assert theme() is DARK
    window.commands.appearance.use_theme("light")
    become(Qt.ColorScheme.Dark)
    assert theme() is LIGHT, "a look that was chosen stays"


def luminance(colour: str) -> float:
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_texts_stand_out_from_their_ground(look: Theme) -> None:
    """WCAG AA: 4.5 for text, 3 for what is large or only drawn."""
    for ground in (look.ground, look.surface):
        for colour, least in (
            (look.text, 4.5),
            (look.dim, 4.5),
            (look.faint, 3.0),
            (look.accent, 3.0),
            (look.good, 3.0),
            (look.warning, 3.0),
            (look.bad, 3.0),
            *((network, 3.0) for network in look.networks),
        ):
            one, other = sorted((luminance(colour), luminance(ground)))
            assert (other + 0.05) / (one + 0.05) >= least, (colour, ground)


# -- languages ------------------------------------------------------------------------------


needs_korean = pytest.mark.skipif(
    not (TRANSLATIONS / "gatescope_ko.qm").is_file(), reason="the Korean catalogue is not built"
)


@needs_korean
def test_the_language_changes_at_once_and_back(window: MainWindow) -> None:
    window.session.focus = 1
    window.session.step = LENGTH - 1
    settle()
    said, named = texts(window), [name(widget) for widget in controls(window)]
    window.commands.all["language_ko"].trigger()
    settle()
    korean, korean_names = texts(window), [name(widget) for widget in controls(window)]
    assert window.services.settings.window.language == "ko"
    for english, other in zip(said, korean, strict=True):
        if re.search(r"\b(step|unit|hidden|cell|gate|prediction|padding|part|input x)\b", english):
            assert HANGUL.search(other), f"still English: {other}"
    for english, other in zip(named, korean_names, strict=True):
        if re.search("[A-Za-z]{3}", english) and "(" not in english:
            assert HANGUL.search(other), f"still English: {other}"
    assert "은닉 상태" in " ".join(korean)
    for action in window.commands.all.values():
        if action.data() is None and action.text() != "English":
            assert HANGUL.search(action.text()), action.text()
    assert HANGUL.search(window.cell.equations.text("f"))
    window.commands.all["language_en"].trigger()
    settle()
    assert texts(window) == said
    assert [name(widget) for widget in controls(window)] == named


@needs_korean
def test_a_window_made_in_korean_says_the_same(make_window: MakeWindow) -> None:
    one = make_window()
    one.commands.all["language_ko"].trigger()
    settle()
    other = make_window()
    assert texts(one) == texts(other)


# -- sizes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", pytest.param("ko", marks=needs_korean)])
@pytest.mark.parametrize("size", [(1024, 700), (3840, 2160)])
def test_nothing_is_cut_at_any_size(
    make_window: MakeWindow, size: tuple[int, int], language: str
) -> None:
    networks = [text_network("SimpleRNN"), text_network("LSTM"), text_network("GRU")]
    window = make_window(*networks, size=size)
    window.commands.all[f"language_{language}"].trigger()
    for drawer in ("", "models", "reviews"):
        window.drawers.show_place(drawer)
        settle()
        assert (window.width(), window.height()) == size, drawer
        assert_nothing_is_cut(window)


def assert_nothing_is_cut(window: MainWindow) -> None:
    bar = window.playback
    fixed = [widget for widget in controls(window) if not _scrolls(widget)]
    assert {bar.first, bar.back, bar.play, bar.forward, bar.last, bar.slider} <= set(fixed)
    for widget in fixed:
        seen = widget.visibleRegion().boundingRect()
        assert seen == widget.rect(), f"{name(widget)} is cut: {seen} of {widget.rect()}"
        assert widget.width() >= widget.minimumSizeHint().width(), f"{name(widget)} is too narrow"
    for one, other in combinations(fixed, 2):
        if not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            assert not area(one).intersects(area(other)), (name(one), name(other))
    if window.cell.isVisible():
        parts = [*controls(window.cell), *window.cell.findChildren(UnitStrip)]
        for part in (*parts, *window.cell.findChildren(QLabel)):
            if part.isVisible():
                right = part.mapTo(window.cell, part.rect().topRight()).x()
                assert right < window.cell.width(), f"{name(part)} is cut by the cell's edge"
    for pane in window.panes.views:
        plots = [row.map for row in pane.rows.values()] + [pane.curves]
        for plot in plots:
            assert window.rect().contains(area(plot).topLeft())
            assert plot.width() >= 120 and plot.height() >= 20
    words = window.reading_view.words
    assert words.height() >= words.height_of(min(words.lines, 2))
    assert window.prediction.plot.height() >= 48


def _scrolls(widget: QWidget) -> bool:
    """Whether a widget is inside something that can be scrolled."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


def test_labels_of_the_bar_and_the_header_have_room(make_window: MakeWindow) -> None:
    window = make_window()
    for size in ((1024, 700), (1440, 900), (3840, 2160)):
        window.resize(*size)
        settle()
        for place in (window.playback, window.reading_view.header):
            for label in place.findChildren(QLabel):
                if label.isVisible() and label.text():
                    needed = label.fontMetrics().horizontalAdvance(label.text())
                    assert needed <= label.width() + 1, (size, label.text())


def test_in_a_narrow_window_the_cell_goes_into_a_strip_that_opens(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(size=(1024, 700))
    assert window.cell.isVisible() and not window.drawers.isVisible()
    assert not window.strip.isVisible()
    window.rail.drawers["models"].click()
    settle()
    assert window.drawers.isVisible() and not window.cell.isVisible()
    assert window.strip.isVisible() and window.strip.text() == "cell and equations"
    qtbot.mouseClick(window.strip, Qt.MouseButton.LeftButton)
    settle()
    assert window.cell.isVisible() and window.cell.equations.isVisible()
    assert area(window.cell).right() + 1 == area(window.strip).left()
    assert not area(window.cell).intersects(area(window.drawers))
    window.session.step = 3
    assert "step 4" in texts(window.cell)
    qtbot.keyClick(window.cell.findChildren(QSpinBox)[0], Qt.Key.Key_Escape)
    assert not window.cell.isVisible() and window.strip.isVisible()
    window.rail.drawers["models"].click()
    assert window.cell.isVisible() and not window.drawers.isVisible()
    assert not window.strip.isVisible()
    window.resize(1600, 900)
    window.rail.drawers["reviews"].click()
    assert window.cell.isVisible() and window.drawers.isVisible()


def test_where_even_the_panes_have_no_room_the_drawer_slides_over(
    make_window: MakeWindow,
) -> None:
    networks = [text_network(kind) for kind in ("SimpleRNN", "LSTM", "GRU")]
    window = make_window(*networks, size=(760, 520))
    before = [area(view) for view in window.panes.views]
    window.rail.drawers["models"].click()
    settle()
    assert [area(view) for view in window.panes.views] == before, "nothing moves"
    assert area(window.drawers).left() == window.rail.width()
    assert window.drawers.width() >= window.drawers.minimumSizeHint().width()
    assert area(window.drawers).intersects(before[0])
    window.resize(1500, 800)
    settle()
    assert not area(window.drawers).intersects(area(window.panes.views[0]))
    window.rail.drawers["models"].click()
    settle()
    assert not window.drawers.isVisible() and not window.drawer_side.isVisible()


# -- for everyone -----------------------------------------------------------------------------


def test_everything_that_can_be_used_has_a_name(window: MainWindow) -> None:
    for drawer in ("models", "reviews", ""):
        window.drawers.show_place(drawer)
        settle()
        found = controls(window)
        assert len(found) > 20
        for widget in found:
            said = name(widget)
            assert re.search("[A-Za-z0-9]", said), f"{widget} has no name: {said!r}"
    for plot in window.findChildren(TimePlot):
        assert name(plot), plot


@pytest.mark.parametrize("drawer", ["", "models", "reviews"])
def test_tab_reaches_every_control(window: MainWindow, qtbot: QtBot, drawer: str) -> None:
    window.drawers.show_place(drawer)
    settle()
    window.reading_view.words.setFocus()
    reached = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None, f"Tab is lost after {name(reached[-1])}"
        if focus in reached and focus is window.reading_view.words:
            break
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is focus:  # a box that keeps Tab
            focus.focusNextChild() if isinstance(focus, QWidget) else None
    wanted = [
        widget
        for widget in controls(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus  # the others have keys of their own
        and not (isinstance(widget, QAbstractButton) and _grouped(widget))
    ]
    missing = [name(widget) for widget in wanted if widget not in reached]
    assert not missing
    assert window.reading_view.words in reached


def _grouped(button: QAbstractButton) -> bool:
    """Of a group of which one is checked, Tab reaches that one, the arrows the others."""
    group = button.group()
    return group is not None and group.exclusive() and not button.isChecked()


def test_the_focus_can_be_seen(window: MainWindow) -> None:
    for widget in (
        window.playback.forward,
        window.panes.views[0].header.name,
        window.playback.slider,
    ):
        window.reading_view.words.setFocus()
        before = pixels(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert (pixels(widget) != before).any(), name(widget)


def test_settings_name_the_theme_of_a_new_window(make_window: MakeWindow) -> None:
    settings = Settings()
    settings.window.theme = "light"
    window = make_window(settings=settings)
    checked = [
        key
        for key, action in window.commands.all.items()
        if key.startswith("theme_") and action.isChecked()
    ]
    assert checked == ["theme_light"]


def test_a_pane_that_is_being_closed_minds_no_new_theme(window: MainWindow) -> None:
    """Until Qt deletes it, it is still told; its network is gone from the session."""
    view = window.panes.views[1]
    window.session.remove_pane(1)
    view.restyle()
    view.retranslate()
