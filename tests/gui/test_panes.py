"""The panes and the prediction: what is drawn is what the networks did; every plot scrubs."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.opening import open_network
from engine.replay.cells.registry import series_of
from gui.cell.equations import EquationList
from gui.i18n.languages import install_language
from gui.look.colours import colour_map
from gui.look.dressing import apply_theme
from gui.look.meanings import meaning, series_meaning
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.panes.chooser import SeriesChips
from gui.panes.pane import PaneView
from gui.pictures.stage import content
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves
from gui.plots.scale import ScaleBar, levels
from gui.plots.time_plot import TimePlot
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    LENGTH,
    MakeWindow,
    case,
    click,
    drag,
    drawn_texts,
    hover,
    hovered,
    is_near,
    on_screen,
    pixels,
    plain,
    rgb,
    settle,
    spot,
    texts,
    wheel,
)
from tests.networks import text_network

CTRL = Qt.KeyboardModifier.ControlModifier
KINDS = ("SimpleRNN", "LSTM", "GRU")


def series(window: MainWindow, place: int, key: str) -> np.ndarray:
    """A series of the layer that a pane shows."""
    trace = window.session.panes[place].layer_trace
    assert trace is not None
    return trace.series[key]


def drawn_lines(plot: Curves) -> list[np.ndarray]:
    """The values of the curves that can be seen, each ``(2, T)``: where, and how much."""
    return [
        np.array(item.getData())
        for item in plot.box.addedItems
        if isinstance(item, pg.PlotCurveItem) and item.isVisible()
    ]


def every_plot(window: MainWindow) -> dict[str, TimePlot]:
    """All plots over time, by a name."""
    found: dict[str, TimePlot] = {"prediction": window.prediction.plot}
    for place, pane in enumerate(window.panes.views):
        found |= {f"{place} {key}": row.map for key, row in pane.rows.items()}
        found[f"{place} curves"] = pane.curves
    return found


PLOTS = ("prediction", "0 h", "0 curves", "1 h", "1 c", "1 f", "1 i", "1 g", "1 o", "1 curves")


# -- what is drawn is the trace ------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_heat_maps_hold_the_trace_exactly(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    rows = window.panes.views[0].rows
    assert tuple(rows) == tuple(each.key for each in series_of(window.session.panes[0].shown))
    for key, row in rows.items():
        np.testing.assert_array_equal(row.map.image.image, series(window, 0, key).T)


def test_heat_maps_are_painted_in_the_colours_of_the_values(window: MainWindow) -> None:
    for look in ["dark", "light"]:
        with case(look):
            apply_theme(look)  # type: ignore[arg-type]
            window.playback.whole.setChecked(True)
            window.session.step = 0
            window.session.choose_unit(1, 0)
            for key, row in window.panes.views[1].rows.items():
                values, plot = series(window, 1, key), row.map
                picture = pixels(plot.viewport())
                low, high = plot.levels
                table = colour_map(theme(), signed=row.series.signed).astype(int)
                height = picture.shape[0] / 8
                for unit in (1, 4, 7):  # the chosen unit and the step have frames
                    for step in (3, 20, LENGTH - 1):
                        found = picture[int((unit + 0.5) * height), int(plot.x_of(step + 0.5))]
                        place = int((float(values[step, unit]) - low) / (high - low) * 256)
                        expected = table[np.clip(place, 0, 255)]
                        assert np.abs(found - expected).max() <= 6, (key, unit, step)


def test_the_veil_pulls_only_the_future_towards_the_ground(window: MainWindow) -> None:
    window.session.step = 20
    window.prediction.plot.name_ends("", "")  # texts, which are never dimmed
    for plot in every_plot(window).values():
        dimmed = pixels(plot.viewport())
        window.playback.whole.setChecked(True)
        shown = pixels(plot.viewport())
        window.playback.whole.setChecked(False)
        past, future = int(plot.x_of(19)), int(plot.x_of(22)) + 1
        np.testing.assert_array_equal(dimmed[:, :past], shown[:, :past])
        ground = rgb(theme().surface)
        under = shown.shape[0] // 4  # the chosen unit's frame, in row 1, is never dimmed
        before = np.abs(shown[under:, future:] - ground).astype(float).sum()
        after = np.abs(dimmed[under:, future:] - ground).astype(float).sum()
        assert 0.3 * before < after < 0.5 * before, plot.accessibleName()


def test_curves_hold_the_trace_exactly(window: MainWindow) -> None:
    window.session.choose_unit(1, 5)
    lines = drawn_lines(window.panes.views[1].curves)
    assert len(lines) == 2  # cell state and forget gate
    for line, key in zip(lines, ("c", "f"), strict=True):
        np.testing.assert_array_equal(line[1], series(window, 1, key)[:, 5])
        np.testing.assert_array_equal(line[0], np.arange(LENGTH) + 0.5)
    (line,) = drawn_lines(window.panes.views[0].curves)
    np.testing.assert_array_equal(line[1], series(window, 0, "h")[:, 0])


def test_of_several_units_the_first_series_is_drawn_in_colours_apart(window: MainWindow) -> None:
    window.session.choose_unit(1, 2)
    window.session.choose_unit(1, 6, extend=True)
    plot = window.panes.views[1].curves
    lines = drawn_lines(plot)
    for line, unit in zip(lines, (6, 2), strict=True):
        np.testing.assert_array_equal(line[1], series(window, 1, "c")[:, unit])
    assert len({colour for _, colour in plot.lines}) == 2
    frames = dict(window.panes.views[1].rows["f"].map.chosen)
    assert frames == {6: plot.lines[0][1], 2: plot.lines[1][1]}, "one colour a unit everywhere"


def test_the_badge_wears_the_colour_of_what_it_says(window: MainWindow) -> None:
    header = window.panes.views[0].header
    for role in ("good", "warning", "bad", "dim", "good"):
        header.show_badge("says something", role, "why")
        ink = header.badge.palette().color(header.badge.foregroundRole())
        assert ink.name() == getattr(theme(), role), role


def test_the_chips_choose_the_curves(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.views[1]
    chips = pane.findChildren(SeriesChips)[-1]
    buttons = {button.text(): button for button in chips.findChildren(QToolButton)}
    assert list(buttons) == ["h", "c", "f", "i", "g", "o"]
    for key in ("o", "h", "c", "f"):
        qtbot.mouseClick(buttons[key], Qt.MouseButton.LeftButton)
    drawn = drawn_lines(pane.curves)
    for line, key in zip(drawn, ("h", "o"), strict=True):
        np.testing.assert_array_equal(line[1], series(window, 1, key)[:, 0])
    assert [colour for _, colour in pane.curves.lines] == [
        theme().of(row.series) for key, row in pane.rows.items() if key in "ho"
    ]
    for key in ("o", "h"):
        qtbot.mouseClick(buttons[key], Qt.MouseButton.LeftButton)
    (line,) = drawn_lines(pane.curves)  # the last one stays
    np.testing.assert_array_equal(line[1], series(window, 1, "h")[:, 0])


def test_the_prediction_is_the_networks_own(window: MainWindow) -> None:
    lines = drawn_lines(window.prediction.plot)
    for line, pane in zip(lines, window.session.panes, strict=True):
        assert pane.trace is not None
        np.testing.assert_array_equal(line[1], pane.trace.prediction)
    part = window.session.parting()
    assert part is not None and window.prediction.plot.marker == part
    assert f"they part at step {part + 1}" in texts(window.prediction)
    window.session.step = 25
    said = window.prediction._now.text()
    assert said in texts(window.prediction)
    assert said == "    ".join(
        f"{pane.network.name} {float(pane.trace.prediction[25]):.2f}"
        for pane in window.session.panes
        if pane.trace is not None
    )


def test_lines_and_texts_follow_theme_and_language(window: MainWindow, qapp: QApplication) -> None:
    shown, colours = window.prediction, []
    part = window.session.parting()
    assert part is not None
    for look in ("dark", "light"):
        apply_theme(look)  # type: ignore[arg-type]
        settle()
        colours.append([colour for _, colour in shown.plot.lines])
        assert colours[-1] == list(theme().networks[: len(window.session.panes)])
    assert colours[0] != colours[1]
    install_language(qapp, "ko")
    settle()
    assert f"스텝 {part + 1}에서 갈라짐" in " ".join(texts(shown))


def test_lines_are_painted_where_their_values_are(window: MainWindow) -> None:
    window.playback.whole.setChecked(True)
    window.session.step = 2
    window.prediction.plot.show_marker(None)
    plot = window.prediction.plot
    picture = pixels(plot.viewport())
    for place, pane in enumerate(window.session.panes):
        assert pane.trace is not None
        for step in (20, 30, 38):
            x, y = int(plot.x_of(step + 0.5)), int(plot.y_of(float(pane.trace.prediction[step])))
            around = picture[max(0, y - 3) : y + 4, x - 1 : x + 2]
            assert is_near(around, theme().networks[place], 60).any(), (place, step)


def test_another_review_is_drawn_at_once(window: MainWindow) -> None:
    before = window.panes.views[1].rows["h"].map.image.image.copy()
    window.services.reading.read_text("what a wonderful film")
    assert not np.array_equal(window.panes.views[1].rows["h"].map.image.image, before)
    np.testing.assert_array_equal(
        window.panes.views[1].rows["h"].map.image.image, series(window, 1, "h").T
    )


# -- the scale -----------------------------------------------------------------------------


def test_the_shared_scale_is_one_for_all_panes_and_leaves_little_empty(
    make_window: MakeWindow,
) -> None:
    window = make_window(*(text_network(kind) for kind in KINDS))
    trace = [pane.layer_trace for pane in window.session.panes]
    for key in "hcfigozrn":
        rows = [view.rows[key] for view in window.panes.views if key in view.rows]
        low, high = rows[0].map.levels
        assert all(row.map.levels == (low, high) for row in rows), key
        shown = np.concatenate([each.series[key] for each in trace if each and key in each.series])
        assert low <= shown.min() + 1e-4 and shown.max() <= high + 1e-4
        if rows[0].series.signed:
            assert low == -high and np.abs(shown).max() > 0.6 * high
        else:
            assert 0 <= low < high <= 1 and np.ptp(shown) > 0.4 * (high - low)
        for row in rows:
            assert "shared" in texts(row)
    window.session.remove_pane(0)
    settle()
    assert len({view.rows["h"].map.levels for view in window.panes.views}) == 1


@given(
    st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=4),
    st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=4),
    st.sampled_from("cf"),
)
def test_shared_levels_hold_all_values_whoever_asks(
    one: list[float], other: list[float], key: str
) -> None:
    each = next(each for each in series_of(text_network("LSTM").layer("lstm")) if each.key == key)
    both = [np.array(one, np.float32), np.array(other, np.float32)]
    low, high = levels(each, both[0], both, "shared")
    assert (low, high) == levels(each, both[1], both, "shared")
    room = 1e-3 * max(high - low, 1e-3)
    assert low < high and low - room <= min(one + other) and max(one + other) <= high + room


def test_the_fixed_scale_is_the_series_range(window: MainWindow) -> None:
    window.services.display.scale = "fixed"
    levels = {key: row.map.levels for key, row in window.panes.views[1].rows.items()}
    assert levels["h"] == levels["g"] == (-1.0, 1.0)
    assert levels["f"] == levels["i"] == levels["o"] == (0.0, 1.0)
    assert float(np.abs(series(window, 1, "c")).max()) < 1.0
    assert levels["c"] == (-1.0, 1.0)


@pytest.mark.parametrize(
    ("most", "end"),
    [(0.0, 1.0), (0.3, 1.0), (1.0, 1.0), (1.01, 2.0), (-2.5, 5.0), (49.0, 50.0), (101.0, 1000.0),
     (2345.0, 2345.0), (np.nan, 1.0)],
)  # fmt: skip
def test_an_unbounded_series_takes_one_of_a_few_ranges(most: float, end: float) -> None:
    """So that most reviews and networks share one."""
    cell = next(each for each in series_of(text_network("LSTM").layer("lstm")) if each.key == "c")
    values = np.array([[0.1, most], [np.nan, -0.2]], np.float32)
    assert levels(cell, values, [], "fixed") == (-end, end)


@pytest.mark.parametrize(
    ("values", "ends"),
    [([0.6, 0.8, np.nan], (0.6, 0.8)), ([0.5, 0.5], (0.0, 1.0)), ([np.nan, np.nan], (0.0, 1.0))],
)
def test_a_stretched_gate_reaches_from_its_least_to_its_largest(
    values: list[float], ends: tuple[float, float]
) -> None:
    gate = next(each for each in series_of(text_network("LSTM").layer("lstm")) if each.key == "f")
    assert levels(gate, np.array([values]), [], "stretched") == pytest.approx(ends)
    assert levels(gate, np.array([values]), [], "fixed") == (0.0, 1.0)


def choose_curves(window: MainWindow, keys: str) -> Curves:
    """The curves of the LSTM's pane, of these series alone."""
    chips = window.panes.views[1].findChildren(SeriesChips)[-1]
    for button in chips.findChildren(QToolButton):
        button.setChecked(button.text() in keys)
    return window.panes.views[1].curves


def test_the_range_of_curves_is_that_of_their_kind(window: MainWindow) -> None:
    window.services.display.scale = "fixed"
    for keys, low, high in [("f", 0, 1), ("io", 0, 1), ("cf", -1, 1), ("h", -1, 1)]:
        with case(keys, low, high):
            plot = choose_curves(window, keys)
            assert (plot.low, plot.high) == (low, high)
            assert plot.box.viewRange()[1] == pytest.approx(
                [low - 0.06 * (high - low), high + 0.06 * (high - low)]
            )
            assert drawn_texts(plot.viewport())[:2] == [number(high), number(low)]


def test_the_curves_of_all_panes_share_their_range(window: MainWindow) -> None:
    for view in window.panes.views:
        for button in view.findChildren(SeriesChips)[-1].findChildren(QToolButton):
            button.setChecked(button.text() == "h")
    one, other = (view.curves for view in window.panes.views)
    assert (one.low, one.high) == (other.low, other.high) == one_of_rows(window, "h")


def one_of_rows(window: MainWindow, key: str) -> tuple[float, float]:
    """The ends of a series' colours."""
    return window.panes.views[1].rows[key].map.levels


def test_the_prediction_says_what_its_ends_stand_for(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), text_network("GRU"))
    plot, dictionaries = window.prediction.plot, window.services.reading.dictionaries
    assert plot.end_texts == ("0", "1"), "nobody knows what it was trained for"
    assert "positive" not in window.prediction._say_title(QPointF())
    for pane in window.session.panes:
        dictionaries.use_imdb(pane.network)
    settle()
    assert drawn_texts(plot.viewport())[:2] == ["positive 1", "negative 0"]
    assert "1 is positive, 0 is negative" in window.prediction._say_title(QPointF())
    window.commands.all["language_ko"].trigger()
    settle()
    assert plot.end_texts == ("부정 0", "긍정 1")


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("words", ["good\nfilm\nbad\n", ""])
def test_only_what_is_known_to_rate_reviews_is_said_to(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, named: bool, words: str
) -> None:
    """With a dictionary of its own or none, an answer is a number, or what its file calls it."""
    if words:
        (tmp_path / "vocab.txt").write_text(words)
    if named:
        (tmp_path / "m_labels.txt").write_text("calm\nangry\n")
    own = replace(text_network("LSTM"), path=tmp_path / "m.keras", digest="d")
    window = make_window(own)
    qtbot.waitUntil(lambda: not window.services.reading.dictionaries.is_busy, timeout=20_000)
    settle()
    wanted = ("calm 0", "angry 1") if named else ("0", "1")
    assert window.prediction.plot.end_texts == wanted
    ends = content(window.services, window.services.settings.picture).ends
    assert ends == (("calm", "angry") if named else ("", ""))


def test_a_model_of_ours_says_it(make_window: MakeWindow) -> None:
    window = make_window(open_network(MODELS / "lstm.keras"))
    assert window.prediction.plot.end_texts == ("negative 0", "positive 1")


def test_stretched_curves_reach_from_their_least_to_their_largest(window: MainWindow) -> None:
    window.services.display.scale = "stretched"
    plot = choose_curves(window, "f")
    values = series(window, 1, "f")[:, 0]
    assert (plot.low, plot.high) == (float(values.min()), float(values.max()))


def test_curves_beyond_their_range_are_seen_whole(make_window: MakeWindow) -> None:
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), text="good " * LENGTH)
    window.services.display.scale = "fixed"
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    plot = choose_curves(window, "c")
    values = trace.series["c"][:, 0]
    assert plot.low == min(-1.0, float(values.min())) and plot.high == max(1.0, float(values.max()))


def test_the_frame_of_a_unit_lies_around_its_row(window: MainWindow) -> None:
    for unit in [0, 3, 7]:
        with case(unit):
            window.session.choose_unit(0, unit)
            window.playback.whole.setChecked(True)
            plot = window.panes.views[0].rows["h"].map
            picture = pixels(plot.viewport())
            framed = np.flatnonzero(is_near(picture, theme().accent, 40).mean(axis=1) > 0.8)
            row = picture.shape[0] / 8
            around = [round(unit * row) - 1, round((unit + 1) * row)]
            assert framed.tolist() == np.clip(around, 0, picture.shape[0] - 1).tolist()


def test_the_stretched_scale_is_the_traces_range(window: MainWindow, qtbot: QtBot) -> None:
    row = window.panes.views[1].rows["f"]
    window.services.display.scale = "fixed"
    fixed = pixels(row.map.viewport())
    qtbot.mouseClick(window.playback.scale, Qt.MouseButton.LeftButton)
    values = series(window, 1, "f")
    assert row.map.levels == pytest.approx((float(values.min()), float(values.max())))
    ends = drawn_texts(row.findChildren(ScaleBar)[0])
    assert ends == [number(float(values.max())), number(float(values.min()))]
    assert "stretched" in texts(row), "a stretched scale must say so"
    assert pixels(row.map.viewport()).std() > fixed.std()
    most = float(np.abs(series(window, 1, "h")).max())
    assert window.panes.views[1].rows["h"].map.levels == pytest.approx((-most, most)), (
        "zero in the middle"
    )
    window.services.display.scale = "fixed"
    assert row.map.levels == (0.0, 1.0) and "stretched" not in texts(row)
    np.testing.assert_array_equal(pixels(row.map.viewport()), fixed)


# -- the user's hand -----------------------------------------------------------------------


def test_a_click_and_a_drag_in_any_plot_move_every_cursor(window: MainWindow) -> None:
    plots = every_plot(window)
    assert set(plots) == set(PLOTS)
    for name, plot in plots.items():
        window.session.step = 20
        way = [spot(plot, step) for step in (5, 12, 13, 39, 2)]
        for step, _ in zip((5, 12, 13, 39, 2), drag(plot.viewport(), *way), strict=True):
            assert window.session.step == step, name
            assert {other.step for other in plots.values()} == {step}, name
        outside = QPointF(plot.viewport().width() + 300, 4)
        list(drag(plot.viewport(), spot(plot, 10), outside))
        assert window.session.step == LENGTH - 1, name
        hover(plot.viewport(), spot(plot, 3))
        assert window.session.step == LENGTH - 1, f"{name}: without a button nothing moves"


def test_the_wheel_steps_over_any_plot(window: MainWindow) -> None:
    plots = every_plot(window)
    assert set(plots) == set(PLOTS)
    for name, plot in plots.items():
        window.session.step = 20
        wheel(plot.viewport(), -120)
        assert window.session.step == 21, name
        wheel(plot.viewport(), 240)
        assert window.session.step == 19, name
        for _ in range(3):
            wheel(plot.viewport(), -40)  # a touch pad
        assert window.session.step == 20, name


def test_the_axis_scrubs_and_says_the_step(window: MainWindow) -> None:
    axis = window.panes.views[0].findChildren(StepAxis)[0]
    width = axis.width() / LENGTH
    way = [QPointF((step + 0.5) * width, 8) for step in (3, 17, 30)]
    for step, _ in zip((3, 17, 30), drag(axis, *way), strict=True):
        assert window.session.step == step
        assert str(step + 1) in drawn_texts(axis)


def test_a_resized_window_leaves_nothing_stale_on_the_screen(window: MainWindow) -> None:
    window.session.step = 20
    for size in ((1100, 760), (1280, 860)):
        window.resize(*size)
        settle()
        np.testing.assert_array_equal(on_screen(window), pixels(window), f"{size}")


def test_curves_get_the_room_that_other_panes_need_for_gates(window: MainWindow) -> None:
    single, gated = window.panes.views
    assert single.curves.height() > 0.8 * single.rows["h"].height()
    for row in gated.rows.values():
        assert 1.5 * row.height() < gated.curves.height() < 2.5 * row.height()


def test_a_dot_lies_on_each_curve_at_the_step(window: MainWindow) -> None:
    window.playback.whole.setChecked(True)
    for step in [3, 20, LENGTH - 2]:
        with case(step):
            window.session.step = step
            plot = window.panes.views[1].curves
            picture = pixels(plot.viewport())
            for values, colour in plot.lines[-1:]:  # the one that lies above the others
                x, y = round(plot.x_of(step + 0.5)), round(plot.y_of(float(values[step])))
                beside_the_cursor = picture[y - 1 : y + 2, [x - 2, x + 1]]
                assert is_near(beside_the_cursor, colour, 60).all(), (step, colour)
                for apart in (-9, 9):
                    assert not is_near(picture[y - 1 : y + 2, x + apart], colour, 60).all()


def test_the_cursor_is_a_line_over_curves_and_a_frame_over_maps(window: MainWindow) -> None:
    for step in [0, 17, LENGTH - 1]:
        with case(step):
            window.session.step = step
            for plot in every_plot(window).values():
                picture = pixels(plot.viewport())
                painted = np.flatnonzero(is_near(picture, theme().accent, 40).mean(axis=0) > 0.7)
                width = picture.shape[1] / LENGTH
                if isinstance(plot, Curves):
                    middle = round((step + 0.5) * width)
                    assert painted.tolist() == [middle - 1, middle]
                else:
                    assert width >= 9, "wide enough for a frame"
                    assert painted.tolist() == [round(step * width), round((step + 1) * width) - 1]


def test_a_step_leaves_nothing_stale_on_the_screen(
    window: MainWindow,
) -> None:
    """Only the strip between two cursors is painted again: it is wide enough for all that moves."""
    for whole, units in product([False, True], [(0,), (1, 6)]):
        with case(whole, units):
            window.playback.whole.setChecked(whole)
            for unit in units:
                window.session.choose_unit(1, unit, extend=unit > 0)
            for step in (30, 10, 25, 11, 12, LENGTH - 1, 0, 1):
                window.session.step = step
                np.testing.assert_array_equal(on_screen(window), pixels(window), f"step {step + 1}")


def test_another_trace_lays_no_row_out_anew(window: MainWindow) -> None:
    """Numbers of the same width take the room that is there: what is laid out anew at each key of
    a text costs more than what is drawn."""
    rows = [row for view in window.panes.views for row in view.rows.values()]
    asked: list[str] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(type(watched).__name__)
            return False

    window.services.display.scale = "fixed"
    window.services.reading.read_text("it was a good film and i liked it")
    settle()
    ear = Ear()
    said = [row.findChild(ScaleBar).texts for row in rows]
    for row in rows:
        row.installEventFilter(ear)
    window.services.reading.read_text("it was a bad film and i left it")
    settle()
    assert [row.findChild(ScaleBar).texts for row in rows] == said
    assert not asked
    window.services.display.scale = "stretched"
    settle()
    assert "SeriesRow" in asked, "other numbers take other room"


def test_another_trace_neither_lays_the_cell_out_nor_paints_scales_that_stay(
    window: MainWindow,
) -> None:
    """A number box that is given the range which it has lays out all that is around it."""
    heard: set[tuple[str, str]] = set()

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            heard.add((type(watched).__name__, event.type().name))
            return False

    window.services.display.scale = "fixed"
    window.services.reading.read_text("it was a good film and i liked it")
    settle()
    ear = Ear()
    cell = window.findChild(EquationList)
    assert cell is not None and cell.isVisible()
    for watched in (cell, cell.parentWidget(), *window.findChildren(ScaleBar)):
        assert watched is not None
        watched.installEventFilter(ear)
    window.services.reading.read_text("it was a bad film and i left it")
    settle()
    assert ("EquationList", "Paint") in heard
    assert not heard & {("EquationList", "LayoutRequest"), ("QWidget", "LayoutRequest")}
    assert ("ScaleBar", "Paint") not in heard
    window.services.display.scale = "stretched"
    settle()
    assert ("ScaleBar", "Paint") in heard


def test_a_click_on_a_row_chooses_its_unit(window: MainWindow) -> None:
    plot = window.panes.views[1].rows["i"].map
    click(plot.viewport(), spot(plot, 8, 5.5 / 8))
    assert window.session.panes[1].units == (5,)
    assert window.session.focus == 1 and window.session.step == 8
    for unit in (2, 7, 0):
        click(plot.viewport(), spot(plot, 8, (unit + 0.5) / 8), CTRL)
    assert window.session.panes[1].units == (0, 7, 2, 5)
    click(plot.viewport(), spot(plot, 8, 7.5 / 8), CTRL)
    assert window.session.panes[1].units == (0, 2, 5)
    assert [unit for unit, _ in plot.chosen] == [0, 2, 5]
    (label,) = (
        each for each in window.panes.views[1].findChildren(QLabel) if "units" in plain(each)
    )
    assert plain(label).split() == ["units", "1", "3", "6"]
    assert label.isVisible() and label.width() >= label.sizeHint().width(), "all is seen"
    click(plot.viewport(), spot(plot, 8, 3.5 / 8))
    assert window.session.panes[1].units == (3,)


def test_a_drag_chooses_no_unit(window: MainWindow) -> None:
    plot = window.panes.views[1].rows["i"].map
    list(drag(plot.viewport(), spot(plot, 5, 0.9), spot(plot, 20, 0.9)))
    assert window.session.panes[1].units == (0,)


def test_a_double_click_on_a_title_enlarges_its_row(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.views[1]
    row = pane.rows["f"]
    small = row.map.height()
    title = row.findChildren(QLabel)[0]
    qtbot.mouseDClick(title, Qt.MouseButton.LeftButton)
    settle()
    assert [key for key, other in pane.rows.items() if other.isVisible()] == ["f"]
    assert row.map.height() > 2 * small
    fold = pane.header.fold
    assert fold.isVisible() and fold.text() == "▸  5 more: h  c  i  g  o"
    qtbot.mouseDClick(title, Qt.MouseButton.LeftButton)
    settle()
    assert all(other.isVisible() for other in pane.rows.values()) and not fold.isVisible()
    assert abs(row.map.height() - small) <= 2
    for _ in range(2):  # the second time they were unfolded before
        pane.enlarge("f")
        qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
        assert all(other.isVisible() for other in pane.rows.values())


def test_the_only_series_of_a_pane_offers_no_others_when_it_is_enlarged(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = window.panes.views[0]
    (row,) = pane.rows.values()
    qtbot.mouseDClick(row.findChildren(QLabel)[0], Qt.MouseButton.LeftButton)
    settle()
    assert row.isVisible() and not pane.header.fold.isVisible()


def test_tips_say_the_exact_number(window: MainWindow) -> None:
    review = window.session.review
    for step in [0, 21, LENGTH - 1]:
        with case(step):
            assert review is not None
            head = f"step {step + 1} " + (
                f"“{review.steps[step]}”" if review.steps[step] else "padding"
            )
            pane = window.panes.views[1]
            plot = pane.rows["g"].map
            hover(plot.viewport(), spot(plot, step, 6.5 / 8))
            value = number(float(series(window, 1, "g")[step, 6]), 4)
            assert hovered() == f"{head} · unit 7\n{series_meaning('LSTM', 'g', value)}"
            hover(pane.curves.viewport(), spot(pane.curves, step))
            cell, forget = (number(float(series(window, 1, key)[step, 0]), 4) for key in "cf")
            says = [f"unit 1 · cell state c = {cell}", f"unit 1 · forget gate f = {forget}"]
            assert hovered() == "\n".join([head, *says])
            plot_ = window.prediction.plot
            hover(plot_.viewport(), spot(plot_, step))
            rows = [
                f"{pane.network.name} = {number(float(pane.trace.prediction[step]), 4)}"
                for pane in window.session.panes
                if pane.trace is not None
            ]
            assert hovered() == "\n".join([head, meaning("prediction"), *rows])


# -- panes come and go ------------------------------------------------------------------------


def test_a_third_pane_is_added_and_removed(window: MainWindow) -> None:
    window.session.step = 20
    window.session.add_network(text_network("GRU"))
    settle()
    assert len(window.panes.views) == 3 and len(window.findChildren(PaneView)) == 3
    assert list(window.panes.views[2].rows) == ["h", "z", "r", "n"]
    widths = [pane.width() for pane in window.panes.views]
    assert max(widths) - min(widths) < 30, "panes side by side are equally wide"
    for pane in window.panes.views:
        assert pane.isVisible() and pane.curves.step == 20
    assert len(drawn_lines(window.prediction.plot)) == 3
    window.session.remove_pane(0)
    settle()
    assert len(window.panes.views) == 2 and len(window.findChildren(PaneView)) == 2
    assert [list(pane.rows) for pane in window.panes.views] == [
        ["h", "c", "f", "i", "g", "o"],
        ["h", "z", "r", "n"],
    ]
    for place, pane in enumerate(window.panes.views):
        np.testing.assert_array_equal(pane.rows["h"].map.image.image, series(window, place, "h").T)
    assert len(drawn_lines(window.prediction.plot)) == 2
    list(
        drag(
            window.panes.views[1].rows["z"].map.viewport(),
            spot(window.panes.views[1].rows["z"].map, 7),
        )
    )
    assert window.session.step == 7 and window.session.focus == 1


def test_a_pane_takes_another_network(window: MainWindow) -> None:
    window.session.replace_network(0, text_network("GRU", 4))
    settle()
    pane = window.panes.views[0]
    assert list(pane.rows) == ["h", "z", "r", "n"] and "GRU(4)" in pane.header.name.text()
    assert pane.rows["z"].map.units == 4
    (line,) = drawn_lines(pane.curves)
    np.testing.assert_array_equal(line[1], series(window, 0, "h")[:, 0])


def test_each_layer_of_a_stack_can_be_shown(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", layers=2))
    assert "lstm_1" in window.panes.views[0].header.name.text()
    window.session.choose_unit(0, 4)
    window.session.show_layer(0, "lstm")
    trace = window.session.panes[0].trace
    assert trace is not None
    assert window.panes.views[0].header.name.text().split() == ["2×LSTM(8)", "·", "lstm", "▾"]
    for key, row in window.panes.views[0].rows.items():
        np.testing.assert_array_equal(row.map.image.image, trace.layers["lstm"].series[key].T)
    assert window.panes.views[0].rows["h"].map.chosen[0][0] == 0


def test_a_pane_without_a_trace_says_so(make_window: MakeWindow) -> None:
    window = make_window(text="")
    assert "Nothing has been read yet." in texts(window.panes.views[0])
    assert not window.panes.views[0].curves.isVisible()
    window.services.reading.read_text("good")
    assert "Nothing has been read yet." not in texts(window.panes.views[0])
    assert window.panes.views[0].curves.isVisible()


def test_wide_layers_and_long_reviews_are_drawn_whole(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", 256), text="good bad " * 300, length=500)
    for key, row in window.panes.views[0].rows.items():
        np.testing.assert_array_equal(row.map.image.image, series(window, 0, key).T)
    plot = window.panes.views[0].rows["h"].map
    click(plot.viewport(), spot(plot, 499, 255.5 / 256))
    assert window.session.step == 499 and window.session.panes[0].units == (255,)
