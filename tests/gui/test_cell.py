"""The cell: the diagram, the equations and the strip say what one unit does at this step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from engine.network.cell_kinds import CELL_KINDS
from engine.replay.cells.registry import series_of
from engine.replay.trace import LayerTrace
from engine.session.pane import Shade
from gui.cell.diagram import CellDiagram
from gui.cell.drawing import BOX_HEIGHT, BOX_WIDTH, WIDTH
from gui.cell.layouts import LAYOUTS
from gui.cell.units import UnitStrip
from gui.i18n.languages import install_language
from gui.look.colours import colour_map, words_of
from gui.look.meanings import series_meaning
from gui.look.numbers_text import number, weight_text
from gui.look.theme import theme
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    LENGTH,
    MakeWindow,
    case,
    click,
    drawn_places,
    drawn_texts,
    hover,
    hovered,
    pixels,
    plain,
    rgb,
    settle,
    texts,
)
from tests.networks import text_network

KINDS = ("SimpleRNN", "LSTM", "GRU")
CTRL = Qt.KeyboardModifier.ControlModifier


def traced(window: MainWindow, place: int = 0) -> LayerTrace:
    """The layer that a pane shows."""
    found = window.session.panes[place].layer_trace
    assert found is not None
    return found


def equations(window: MainWindow) -> dict[str, str]:
    """What each block of the equations says, by the key of its series: the equation, then
    what is painted below it."""
    found = {}
    view = window.cell.equations
    painted = drawn_places(view, children=False)
    heads = sorted((each for each in view.findChildren(QLabel) if each.isVisible()), key=QLabel.y)
    feet = [*(head.y() for head in heads[1:]), view.height()]
    for head, foot in zip(heads, feet, strict=True):
        lines: dict[float, list[str]] = {}
        for base, text in painted:
            if head.geometry().bottom() < base <= foot:
                lines.setdefault(base, []).append(text)
        below = [" ".join(lines[base]) for base in sorted(lines)]
        found[plain(head)[0]] = "\n".join([plain(head), *below])
    return found


def numbers(text: str) -> list[float]:
    """The numbers of the second line of a block: those put in, then the result."""
    line = text.split("\n")[1]
    return [
        float(each.replace("−", "-").replace(" ", ""))
        for each in re.findall(r"[+−]?\d+(?:\.\d+)?", line)
    ]


def strip(window: MainWindow) -> UnitStrip:
    """The squares of all units."""
    return next(
        each for each in window.cell.findChildren(UnitStrip) if each.accessibleName() == "all units"
    )


def square(of: UnitStrip, unit: int) -> QPointF:
    """The middle of a unit's square, of at most 16 in one row."""
    side = of.height() / 1.0
    pitch = side  # a square and the gap after it
    return QPointF((unit + 0.5) * pitch - 1, side / 2 - 1)


def sums(trace: LayerTrace, step: int, unit: int) -> Mapping[str, tuple[float, float]]:
    """Independently: each gate's share of the input and of the state, by its key."""
    weights, units = trace.layer.weights, trace.layer.units
    order = {"SimpleRNN": "h", "LSTM": "ifgo", "GRU": "zrn"}[trace.layer.kind]
    before = trace.series["h"][step - 1] if step else np.zeros(units)
    found = {}
    for place, key in enumerate(order):
        column = place * units + unit
        found[key] = (
            float(np.dot(trace.inputs[step], weights["kernel"][:, column])),
            float(np.dot(before, weights["recurrent_kernel"][:, column])),
        )
    return found


def sigmoid(value: float) -> float:
    return 1 / (1 + float(np.exp(-value)))


# -- numbers -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_equations_have_this_steps_numbers(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    window.session.choose_unit(0, 3)
    for step in [0, 25, LENGTH - 1]:
        with case(step):
            window.session.step = step
            trace = traced(window)
            said = equations(window)
            assert sorted(said) == sorted(trace.series)
            now = {key: float(values[step, 3]) for key, values in trace.series.items()}
            before = {
                key: float(values[step - 1, 3]) if step else 0.0
                for key, values in trace.series.items()
            }
            for key, text in said.items():
                assert numbers(text)[-1] == pytest.approx(now[key], abs=0.0051), text
            inner = sums(trace, step, 3)
            for key, (share, state) in inner.items():
                found = numbers(said[key])
                if kind == "GRU" and key == "n":
                    assert found[1] == pytest.approx(now["r"], abs=0.0051)
                    held = state + float(trace.layer.weights["bias"][1, 2 * 8 + 3])
                    assert found[0] == pytest.approx(share, abs=0.0051)
                    assert found[2] == pytest.approx(held, abs=0.0051)
                    total = found[0] + found[1] * found[2] + found[3]
                else:
                    assert found[0] == pytest.approx(share, abs=0.0051), said[key]
                    assert found[1] == pytest.approx(state, abs=0.0051), said[key]
                    total = sum(found[:-1])
                gate = key in "ifozr" and kind != "SimpleRNN"
                value = sigmoid(total) if gate else float(np.tanh(total))
                assert value == pytest.approx(now[key], abs=0.03), (
                    "the numbers add up as they stand"
                )
            if kind == "LSTM":
                assert numbers(said["c"])[:-1] == pytest.approx(
                    [now["f"], before["c"], now["i"], now["g"]], abs=0.0051
                )
                assert numbers(said["h"])[:-1] == pytest.approx([now["o"], now["c"]], abs=0.0051)
                assert f"keeps {round(100 * now['f'])}\u00a0% of the old cell" in said["f"]
            if kind == "GRU":
                assert numbers(said["h"])[:-1] == pytest.approx(
                    [now["z"], before["h"], 1 - now["z"], now["n"]], abs=0.0051
                )


def test_the_equations_follow_step_unit_and_reading(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sums are computed for some steps at once: never those of another step, unit or reading."""
    monkeypatch.setattr("gui.kit.at_once.STEPS", 7)
    window = make_window(text_network("LSTM"))
    for text in ("", "a boring film that nobody liked"):
        if text:
            window.services.reading.read_text(text)
            settle()
        for unit in (3, 5):
            window.session.choose_unit(0, unit)
            for step in (30, 6, 7, 13, 34, 35, LENGTH - 1):
                window.session.step = step
                said = equations(window)
                for key, shares in sums(traced(window), step, unit).items():
                    assert numbers(said[key])[:2] == pytest.approx(shares, abs=0.0051), (unit, step)


def test_the_equations_are_the_lectures(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    heads = {key: text.split("\n")[0].replace(" ", "") for key, text in equations(window).items()}
    assert heads["c"] == "ct=ft∗ct−1+it∗gt"
    assert heads["h"] == "ht=ot∗tanh(ct)"
    assert heads["f"] == "ft=σ(Wxfxt+Whfht−1+bf)"
    assert list(equations(window)) == ["f", "i", "g", "c", "o", "h"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_diagram_is_drawn_with_this_steps_numbers(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    window.session.choose_unit(0, 6)
    for step in [0, 27]:
        with case(step):
            window.session.step = step
            drawn = drawn_texts(window.cell.diagram)
            trace, layout = traced(window), LAYOUTS[kind]
            for series in series_of(trace.layer):
                if series.key in layout.boxes:
                    value = number(float(trace.series[series.key][step, 6]), sign=series.signed)
                    assert value in drawn, series.key
                    assert series.symbol in drawn
            for key in layout.values:
                name = key.removesuffix("_prev")
                at = step - 1 if key.endswith("_prev") else step
                value_ = float(trace.series[name][at, 6]) if at >= 0 else 0.0
                assert number(value_, sign=True) in drawn, key
            review = window.session.review
            assert review is not None
            word = f"“{review.steps[step]}”" if review.steps[step] else "padding"
            assert f"x = {word}" in drawn


def test_a_box_is_the_fuller_the_more_open_its_gate(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    for step in [12, 30]:
        with case(step):
            window.session.step = step
            diagram = window.cell.diagram
            picture, scale = pixels(diagram), diagram.width() / WIDTH
            scale = min(scale, diagram.height() / 212.0)
            for series in series_of(traced(window).layer):
                place = LAYOUTS["LSTM"].boxes.get(series.key)
                if place is None:
                    continue
                x = (place[0] - BOX_WIDTH / 2 + 4) * scale
                y = (place[1] - BOX_HEIGHT / 2 + 4) * scale
                value = abs(float(traced(window).series[series.key][step, 0]))
                cover = (40 + 150 * value) / 255
                expected = rgb(theme().surface) * (1 - cover) + rgb(theme().of(series)) * cover
                assert np.abs(picture[int(y), int(x)] - expected).max() <= 6, series.key


def test_masked_steps_say_that_they_were_skipped(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", mask_zero=True))
    window.session.step = 2
    assert traced(window).masked[2]
    assert all("skipped by the mask" in text for text in equations(window).values())
    window.session.step = LENGTH - 1
    assert not any("skipped by the mask" in text for text in equations(window).values())


@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_only_states_are_kept_at_masked_steps(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind, mask_zero=True))
    states, layer = CELL_KINDS[kind].states, traced(window)
    window.session.step = 2  # before the first word
    for key, text in equations(window).items():
        assert ("kept as it was" in text) == (key in states)
        assert ("not computed yet" in text) == (key not in states)
        assert np.isnan(layer.series[key][2, 0]) == (key not in states)
    window.cell.grab()
    rows = window.panes.views[0].rows
    for key, row in rows.items():
        row.map.grab()
        said = row.map.describe(2, 0.5)
        assert "skipped by the mask" in said and ("–" in said) == (key not in states)
        assert "skipped by the mask" not in row.map.describe(LENGTH - 1, 0.5)


def test_the_range_of_small_inputs_has_digits(make_window: MakeWindow) -> None:
    network = text_network("LSTM")
    embedding, *others = network.layers
    small = {name: values * 1e-4 for name, values in embedding.weights.items()}
    window = make_window(replace(network, layers=(replace(embedding, weights=small), *others)))
    window.session.step = LENGTH - 1
    most = weight_text(float(abs(traced(window).inputs).max()))
    assert "e−5" in most or most.startswith("0.000")
    assert any(f"−{most} … {most}" in text for text in texts(window.cell))


def test_the_head_says_the_word_and_its_id(window: MainWindow) -> None:
    review = window.session.review
    assert review is not None
    step = review.steps.index("awful")
    window.session.step = step
    said = texts(window.cell)
    read = window.session.panes[window.session.focus].trace
    assert read is not None
    assert f"step {step + 1}" in said and "“awful”" in said
    assert f"id {int(read.sequence.inputs[step])}" in said
    window.session.step = 0
    assert "padding" in texts(window.cell) and "id 0" in texts(window.cell)


# -- focus and units -----------------------------------------------------------------------


def test_the_chips_choose_the_cell(window: MainWindow, qtbot: QtBot) -> None:
    chips = {
        button.text(): button
        for button in window.cell.findChildren(QToolButton)
        if button.property("role") == "chip"
    }
    assert list(chips) == ["SimpleRNN(8)", "LSTM(8)"]
    qtbot.mouseClick(chips["LSTM(8)"], Qt.MouseButton.LeftButton)
    settle()
    assert window.session.focus == 1 and chips["LSTM(8)"].isChecked()
    assert not chips["SimpleRNN(8)"].isChecked()
    assert list(equations(window)) == ["f", "i", "g", "c", "o", "h"]
    qtbot.mouseClick(chips["SimpleRNN(8)"], Qt.MouseButton.LeftButton)
    settle()
    assert window.session.focus == 0 and list(equations(window)) == ["h"]
    window.session.focus = 1
    assert chips["LSTM(8)"].isChecked(), "the chips follow the session"


def test_the_chips_say_it_in_the_language_of_the_moment(
    window: MainWindow, qapp: QApplication
) -> None:
    before = [chip.toolTip() for chip in window.cell._chips]
    install_language(qapp, "ko")
    settle()
    tips = [chip.toolTip() for chip in window.cell._chips]
    assert all(re.search("[가-힣]", tip) and "Click" not in tip for tip in tips)
    install_language(qapp, "en")
    settle()
    assert [chip.toolTip() for chip in window.cell._chips] == before


def test_a_third_network_has_a_chip(window: MainWindow) -> None:
    window.session.add_network(text_network("GRU"))
    settle()
    window.session.focus = 2
    settle()
    shown = [
        button.text()
        for button in window.cell.findChildren(QToolButton)
        if button.property("role") == "chip" and button.isVisible()
    ]
    assert shown == ["SimpleRNN(8)", "LSTM(8)", "GRU(8)"]
    assert list(equations(window)) == ["z", "r", "n", "h"]
    window.session.remove_pane(2)
    settle()
    assert window.session.focus == 1 and "f" in equations(window)


def test_the_strip_is_painted_in_the_colours_of_the_state(window: MainWindow) -> None:
    window.session.focus = 1
    window.session.step = 28
    settle()
    found, of = pixels(strip(window)), strip(window)
    table = colour_map(theme(), signed=True).astype(int)
    for unit, value in enumerate(traced(window, 1).series["h"][28]):
        at = square(of, unit)
        expected = table[round((float(value) * 0.5 + 0.5) * 255)]
        assert np.abs(found[int(at.y()), int(at.x())] - expected).max() <= 4, unit
        hover(of, at)
        says = series_meaning("LSTM", "h", number(float(value), 4, sign=True))
        assert hovered().endswith(f"unit {unit + 1}\n{says}")


@pytest.mark.parametrize("width", [233, 317, 400])
@pytest.mark.parametrize("count", [128, 300, 1000])
def test_no_square_has_the_edge_of_another(count: int, width: int, qtbot: QtBot) -> None:
    shown, values = UnitStrip(), np.random.default_rng(0).uniform(-1, 1, count)
    qtbot.addWidget(shown)
    shown.show_step(values[None], 0, ())
    shown.resize(width, shown.heightForWidth(width))
    shown.show()
    found = pixels(shown)
    for unit, word in enumerate(words_of(values * 0.5 + 0.5).tolist()):
        box = shown._box(unit)
        (left, right), (top, bottom) = (
            (ceil(first - 0.5), floor(last - 0.5) + 1)  # whose middles are within
            for first, last in ((box.left(), box.right() - 1e-6), (box.top(), box.bottom() - 1e-6))
        )
        inside = found[top:bottom, left:right]
        assert (inside == rgb(f"#{word & 0xFFFFFF:06x}")).all(), unit


def test_a_click_in_the_strip_chooses_a_unit(window: MainWindow) -> None:
    window.session.focus = 1
    settle()
    click(strip(window), square(strip(window), 5))
    assert window.session.panes[1].units == (5,) and window.session.panes[0].units == (0,)
    click(strip(window), square(strip(window), 2), CTRL)
    assert window.session.panes[1].units == (2, 5)
    assert [unit for unit, _ in window.panes.views[1].rows["h"].map.chosen] == [2, 5]


def test_the_spin_box_chooses_a_unit(window: MainWindow, qtbot: QtBot) -> None:
    spin = window.cell.findChild(QSpinBox)
    assert spin is not None and (spin.minimum(), spin.maximum(), spin.value()) == (1, 8, 1)
    before = equations(window)
    spin.setFocus()
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert window.session.panes[0].units == (2,)
    assert equations(window) != before
    spin.setValue(8)
    assert window.session.panes[0].units == (7,)
    window.session.choose_unit(0, 4)
    assert spin.value() == 5
    window.session.replace_network(0, text_network("SimpleRNN", 3))
    assert (spin.maximum(), spin.value()) == (3, 1)


# -- a click on a gate -----------------------------------------------------------------------


def gate(diagram: CellDiagram, kind: str, key: str) -> QPointF:
    """The middle of a box, or a state's name."""
    layout = LAYOUTS[kind]
    scale = min(diagram.width() / WIDTH, diagram.height() / 212.0)
    if key in layout.boxes:
        return QPointF(*layout.boxes[key]) * scale
    x, y = layout.values[key]
    return QPointF(x + 4, y - 4) * scale


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_on_a_gate_colours_the_words(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    diagram = window.cell.diagram
    window.session.step = LENGTH - 1
    plain_words = pixels(window.reading_view.words.viewport())
    keys = [series.key for series in series_of(traced(window).layer)]
    for key in keys:
        click(diagram, gate(diagram, kind, key))
        assert window.session.shade == Shade(0, key)
        assert not np.array_equal(pixels(window.reading_view.words.viewport()), plain_words)
        shading = window.session.shading()
        np.testing.assert_array_equal(shading, traced(window).series[key][:, 0])
        click(diagram, gate(diagram, kind, key))
        assert window.session.shade == Shade(), "a second click takes the colour away"
    np.testing.assert_array_equal(pixels(window.reading_view.words.viewport()), plain_words)
    click(diagram, QPointF(diagram.width() / 2, diagram.height() - 2))
    assert window.session.shade == Shade()


def test_what_can_be_clicked_shows_a_hand(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    diagram = window.cell.diagram
    hover(diagram, gate(diagram, "LSTM", "i"))
    assert diagram.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(diagram, QPointF(2, 2))
    assert diagram.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_chosen_gate_has_a_stronger_frame(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    before = pixels(window.cell.diagram)
    window.session.shade = Shade(0, "f")
    after = pixels(window.cell.diagram)
    changed = np.abs(after - before).sum(axis=-1) > 0
    x = window.cell.diagram.width() / WIDTH * LAYOUTS["LSTM"].boxes["f"][0]
    columns = np.flatnonzero(changed.any(axis=0))
    assert len(columns) and abs(columns.mean() - x) < 6, "only the forget gate's box changes"


def test_a_narrow_panel_cuts_nothing_off(make_window: MakeWindow) -> None:
    window = make_window(size=(1100, 700))
    area = window.cell.findChild(QScrollArea)
    assert area is not None
    for step in (0, window.session.steps - 1):
        window.session.step = step
        settle()
        assert area.widget().width() <= area.viewport().width()


def test_colours_of_another_network_are_said_and_can_be_changed(window: MainWindow) -> None:
    window.session.focus, window.session.shade = 1, Shade(1, "f")
    settle()
    said = "The words are coloured by LSTM(8), not by this cell."
    assert said not in texts(window.cell)
    window.session.focus = 0
    settle()
    assert said in texts(window.cell)
    window.cell.shade_here.click()
    settle()
    assert window.session.shade == Shade(0, "h")
    assert said not in texts(window.cell)
    window.session.shade = Shade()
    window.session.focus = 1
    settle()
    assert not any("coloured by" in text for text in texts(window.cell)), "no colour, no note"


def test_names_of_networks_are_whole_at_every_size(make_window: MakeWindow) -> None:
    networks = [text_network(kind) for kind in ("SimpleRNN", "LSTM", "GRU")]
    window = make_window(*networks, size=(1920, 1080))
    for percent in (200, 150, 125, 100):
        for height in (1080, 620):
            window.resize(1920, height)
            window.commands.appearance.use_scale(percent)
            settle()
            settle()
            for chip in window.cell._chips:
                around = 2 * (10 + 1) * percent // 100
                text = chip.fontMetrics().horizontalAdvance(chip.text())
                assert chip.width() >= text + around, (percent, height, chip.text())
