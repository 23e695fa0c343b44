"""The small curve in each box of the cell: the layer's own function, this step's sum upon it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from engine.network.activations import activation
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Network
from engine.replay.edits import GateEdit
from engine.replay.trace import LayerTrace
from gui.cell.activation_curve import REACH, curve_of
from gui.cell.diagram import CellDiagram
from gui.cell.drawing import MIN_CURVE_SCALE, WIDTH
from gui.cell.layouts import LAYOUTS
from gui.look.dressing import apply_theme
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, MakeWindow, asked, drawn_texts, pixels, rgb, settle
from tests.gui.test_cell import KINDS, sums, traced
from tests.networks import text_network

UNIT = 3
LOOKS = [("tanh", "sigmoid", "dark"), ("relu", "hard_sigmoid", "light")]


def network_with(kind: str, inner: str, gate: str) -> Network:
    """A network whose cell has these functions."""
    made = text_network(kind)
    changed = {"activation": inner, "recurrent_activation": gate}
    layers = tuple(
        replace(layer, options={**layer.options, **changed}) if layer.kind == kind else layer
        for layer in made.layers
    )
    return replace(made, layers=layers)


def inside(trace: LayerTrace, step: int) -> dict[str, float]:
    """Independently: what goes into the function of each box, by its key."""
    kind, width = trace.layer.kind, trace.layer.units
    bias = np.atleast_2d(trace.layer.weights["bias"])
    order = {"SimpleRNN": "h", "LSTM": "ifgo", "GRU": "zrn"}[kind]
    found = {}
    for key, (share, state) in sums(trace, step, UNIT).items():
        column = order.index(key) * width + UNIT
        if (kind, key) == ("GRU", "n"):
            reset = float(trace.series["r"][step, UNIT])
            found[key] = share + float(bias[0, column]) + reset * (state + float(bias[1, column]))
        else:
            found[key] = share + state + float(bias[:, column].sum())
    return found


def drawn(diagram: CellDiagram, key: str) -> np.ndarray:
    """The colour in the middle of a box's point."""
    at = diagram.drawing.point(key)
    assert at is not None
    scale = diagram.width() / WIDTH
    picture: np.ndarray = pixels(diagram)
    return picture[int(at.y() * scale), int(at.x() * scale)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("inner", "gate", "look"), LOOKS)
def test_the_point_is_the_sum_and_what_the_layers_function_makes_of_it(
    make_window: MakeWindow, kind: str, inner: str, gate: str, look: str
) -> None:
    apply_theme(look)
    window = make_window(network_with(kind, inner, gate))
    window.session.choose_unit(0, UNIT)
    diagram, candidate = window.cell.diagram, CELL_KINDS[kind].candidate
    for step in (12, LENGTH - 1):
        window.session.step = step
        settle()
        for key, total in inside(traced(window), step).items():
            function = activation(inner if key == candidate else gate)
            ends = function(np.linspace(-REACH, REACH, 1001))
            out, room = float(function(np.array([total]))[0]), diagram.drawing.curve_room(key)
            point = diagram.drawing.point(key)
            assert point is not None, key
            across = (point.x() - room.left()) / room.width()
            up = (room.bottom() - point.y()) / room.height()
            assert across == pytest.approx((total + REACH) / (2 * REACH), abs=1e-4), key
            share = (out - ends.min()) / (ends.max() - ends.min())
            assert up == pytest.approx(float(share), abs=1e-4), key
            assert np.abs(drawn(diagram, key) - rgb(theme().text)).max() < 90, key


def test_the_tip_of_a_box_says_what_goes_in_what_comes_out_and_how_flat_the_curve_is(
    make_window: MakeWindow,
) -> None:
    window = make_window(text_network("LSTM"))
    window.session.choose_unit(0, UNIT)
    window.session.step = 20
    settle()
    diagram = window.cell.diagram
    for key, total in inside(traced(window), 20).items():
        room = diagram.drawing.curve_room(key).center() * (diagram.width() / WIDTH)
        said = asked(diagram, room.toPoint())
        out = number(float(traced(window).series[key][20, UNIT]), 4)
        name = "tanh" if key == "g" else "sigmoid"
        assert f"pre-activation {number(total, 4, sign=True)}: " in said
        assert f"{name}: {number(total, 4, sign=True)} → {out}" in said
        assert "slope 0." in said and "not saturated" in said
    assert "slope" not in asked(diagram, QPoint(2, diagram.height() - 2))


@pytest.mark.parametrize(
    ("name", "flat", "steep"),
    [
        ("sigmoid", (-6.0, 4.0), (-2.0, 0.0, 3.0)),
        ("tanh", (-2.5, 2.0), (-1.0, 0.0, 1.5)),
        ("relu", (-3.0, -0.1), (0.5, 9.0)),
        ("hard_sigmoid", (-3.5, 3.5), (-2.9, 2.9)),
        ("exponential", (-3.0,), (0.0, 2.0)),
        ("linear", (), (-9.0, 0.0)),
        ("leaky_relu(negative_slope=0.3)", (), (-1.0, 1.0)),
    ],
)
def test_a_curve_is_saturated_where_it_is_nearly_flat(
    name: str, flat: tuple[float, ...], steep: tuple[float, ...]
) -> None:
    curve = curve_of(name)
    assert curve is not None
    for x in flat:
        assert "nearly flat here, saturated" in curve.says(x), x
    for x in steep:
        assert "not saturated" in curve.says(x), x


def test_a_function_of_all_units_has_no_curve_and_its_box_is_filled_whole(
    make_window: MakeWindow,
) -> None:
    window = make_window(network_with("LSTM", "softmax", "sigmoid"))
    window.session.step = 20
    settle()
    drawing = window.cell.diagram.drawing
    assert drawing.point("g") is None and drawing.point("f") is not None
    assert lower_is_filled(window, "g") and not lower_is_filled(window, "f")


def lower_is_filled(window: MainWindow, key: str) -> bool:
    """Whether a box has the colour of its number in its lower corners, too."""
    diagram = window.cell.diagram
    scale = min(diagram.width() / WIDTH, diagram.height() / diagram.sizeHint().height())
    room, picture = diagram.drawing.curve_room(key), pixels(diagram)
    x = round((room.left() - 1) * scale)
    lower = picture[round((room.bottom() - 4) * scale), x]
    upper = picture[round((room.top() - 12) * scale), x]
    return bool(np.abs(lower - upper).max() <= 3)


def test_a_step_that_is_skipped_has_no_point(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", mask_zero=True))
    window.session.step = 2
    settle()
    drawing = window.cell.diagram.drawing
    assert traced(window).masked[2]
    assert all(drawing.point(key) is None for key in "figo")
    window.session.step = LENGTH - 1
    assert all(drawing.point(key) is not None for key in "figo")


def test_a_gate_that_is_held_stands_off_its_curve(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    window.session.choose_unit(0, UNIT)
    window.session.step = 20
    layer = window.session.panes[0].layer
    window.session.edits = (GateEdit(layer, "f", value=1.0),)
    settle()
    drawing = window.cell.diagram.drawing
    point, room = drawing.point("f"), drawing.curve_room("f")
    assert point is not None
    curve = curve_of("sigmoid")
    assert curve is not None
    total = inside(traced(window), 20)["f"]
    assert point.x() == pytest.approx(curve.place(room, total, 0.5).x(), abs=1e-3)
    assert point.y() == pytest.approx(room.top(), abs=0.2)
    assert point.y() < curve.place(room, total, float(activation("sigmoid")(np.array(total)))).y()


def test_curves_give_way_where_there_is_no_room(make_window: MakeWindow) -> None:
    window = make_window(text_network("GRU"))
    window.session.step = 20
    assert window.cell.diagram.drawing.has_curves and not lower_is_filled(window, "r")
    small = CellDiagram()
    small.show_cell(window.session.panes[0].shown)
    for share, has_curves in ((MIN_CURVE_SCALE - 0.02, False), (MIN_CURVE_SCALE + 0.02, True)):
        small.resize(small.sizeHint() * share)
        small.grab()
        assert small.drawing.has_curves == has_curves


def test_the_way_out_of_an_lstm_names_the_layers_own_function(make_window: MakeWindow) -> None:
    window = make_window(network_with("LSTM", "relu", "sigmoid"))
    diagram = window.cell.diagram
    drawn_there = drawn_texts(diagram)
    assert "relu" in drawn_there and "tanh" not in drawn_there
    x, y = next(place for sign, place in LAYOUTS["LSTM"].operations if sign == "tanh")
    scale = diagram.width() / WIDTH
    assert asked(diagram, QPoint(round(x * scale), round(y * scale))).startswith(
        "activation function relu: "
    )
    window.session.replace_network(0, text_network("LSTM"))
    assert "tanh" in drawn_texts(diagram)
