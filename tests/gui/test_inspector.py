"""The inspector's window: the graph, the maps, the histograms, the spectra, the session."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import ModelError
from engine.inspection.spectrum import spectra
from engine.inspection.weight_matrices import gate_weights
from engine.network.network import Call, Input, Layer, Network
from engine.progress import finish
from engine.session.session import Session
from gui.i18n.languages import install_language
from gui.inspector.opening import open_inspector, open_inspector_for
from gui.inspector.spectrum_page import SpectrumPage
from gui.inspector.weight_names import option_text
from gui.inspector.weights_page import WeightsPage
from gui.inspector.window import Inspector
from gui.kit.tips import tip
from gui.look.colours import colour_map
from gui.look.dressing import apply_theme
from gui.look.numbers_text import weight_text
from gui.look.theme import theme
from gui.plots.matrix_cells import strongest, weights_image
from gui.settings import Settings
from tests.gui.conftest import click, hover, is_near, pixels, settle, texts, wheel
from tests.networks import text_network

WEIGHTS, SPECTRUM, OPTIONS = 0, 1, 2

Open = Callable[..., Inspector]


class Main(QWidget):
    """In the main window's place."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()


@pytest.fixture
def main() -> Iterator[Main]:
    window = Main()
    window.show()
    yield window
    if shiboken6.isValid(window):
        window.close()
        settle()
        window.deleteLater()
        settle()


@pytest.fixture
def look(main: Main, qtbot: QtBot) -> Iterator[Open]:
    """Opens an inspector on networks side by side; afterwards it is gone."""
    made: list[Inspector] = []

    def open_(*networks: Network, place: int = 0, layer: str | None = None) -> Inspector:
        session = Session()
        session.set_networks(list(networks))
        window = open_inspector(main, main.settings, session, place, layer)
        made.append(window)
        window.resize(1200, 800)
        qtbot.waitExposed(window)
        settle()
        return window

    yield open_
    for window in made:
        if shiboken6.isValid(window):
            window.close()
    settle()


def weighted(kind: str, name: str, *shape: int, seed: int = 1, **more: object) -> Layer:
    random = np.random.default_rng(seed)
    weights = {"kernel": random.standard_normal(shape).astype(np.float32)} if shape else {}
    return Layer(name, kind, dict(more), weights, (None, shape[-1] if shape else 4))


def branched() -> Network:
    """A Bidirectional, a convolution, an initial state, a refused layer and one behind it."""
    forward = text_network("LSTM", 6, seed=1).layer("lstm")
    backward = text_network("LSTM", 6, seed=2).layer("lstm")
    layers = (
        Layer("bi", "Bidirectional", {"merge_mode": "concat"}, {}, (None, 12),
              inner=(replace(forward, name="bi/forward"), replace(backward, name="bi/backward"))),
        weighted("Conv1D", "conv", 3, 4, 5),
        replace(text_network("GRU", 6).layer("gru"), name="gru"),
        replace(weighted("Lambda", "code"),
                refused=ModelError("The layer {layer} holds code.", layer="code")),
        weighted("Dense", "dense", 6, 2, units=2),
    )  # fmt: skip
    return Network(
        "branched",
        layers,
        inputs=(Input("words", (None, 9), 50), Input("numbers", (None, 9, 4))),
        calls=(
            Call("bi", "bi", (("words", 0),)),
            Call("conv", "conv", (("numbers", 0),)),
            Call("gru", "gru", (("conv", 0),), states=(("bi", 1),)),
            Call("code", "code", (("gru", 0),)),
            Call("dense", "dense", (("code", 0),)),
            Call("dense (2)", "dense", (("gru", 0),)),
        ),
        outputs=(("dense", 0), ("dense (2)", 0)),
    )


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    settle()


def go_to(window: Inspector, page: int) -> None:
    window.layer.tabs.setCurrentIndex(page)
    settle()


def maps(window: Inspector) -> dict[str, object]:
    return {gate: tile.drawing for gate, tile in window.layer.weights.maps.tiles.items()}


# -- the graph ---------------------------------------------------------------------------


def test_it_opens_at_the_layer_that_the_pane_shows(look: Open) -> None:
    window = look(text_network("LSTM", layers=2), layer="lstm")
    assert window.node is not None
    assert window.node.name == "lstm"
    assert window.windowTitle() == "Inspector: 2×LSTM(8)"
    assert window.layer.name.text() == "lstm"
    assert window.layer.facts.text() == "LSTM · output (None, None, 8) · 800 parameters"
    assert "lstm" in window.graph.canvas.accessibleDescription()


def test_keys_go_through_the_calls_and_stop_at_the_ends(look: Open) -> None:
    window = look(text_network("LSTM"))
    canvas = window.graph.canvas
    found = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Down):
        press(canvas, key)
        found.append(window.layer.name.text())
    assert found == ["embedding", "input", "input", "dense", "dense"]


def test_a_click_on_a_node_chooses_it_and_a_drag_does_not(look: Open) -> None:
    window = look(text_network("LSTM"))
    canvas = window.graph.canvas
    click(canvas, canvas.place_of("dense").center())
    assert window.layer.name.text() == "dense"
    at = canvas.place_of("embedding").center().toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPointF(0, 30).toPoint())
    settle()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPointF(0, 30).toPoint())
    assert window.layer.name.text() == "dense"


def test_ctrl_and_the_wheel_zoom_and_0_fits_again(look: Open) -> None:
    window = look(text_network("LSTM"))
    canvas = window.graph.canvas
    before, width = canvas.scale, canvas.width()
    wheel(canvas, 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale == pytest.approx(1.2 * before)
    assert canvas.width() > width
    QTest.keyClicks(canvas, "0")
    assert canvas.scale == before
    wheel(canvas, 120)
    assert canvas.scale == before


def test_refused_and_unreached_layers_say_why(look: Open) -> None:
    window = look(branched(), layer="gru")
    canvas = window.graph.canvas
    box = canvas.place_of("code").toRect().adjusted(-1, -1, 1, 1)
    window.graph.ensureVisible(box.center().x(), box.center().y())
    settle()
    drawn = pixels(canvas)[box.top() : box.bottom(), box.left() : box.right()]
    assert is_near(drawn, theme().warning, 24).sum() > 100
    window.choose("code")
    assert window.layer.refusal.text() == "The layer code holds code."
    assert window.layer.refusal.isVisible()
    window.choose("dense")
    assert "behind one that cannot be replayed" in window.layer.refusal.text()
    window.choose("gru")
    assert not window.layer.refusal.isVisible()
    nodes = {node.name: node for node in canvas.layout_.nodes}
    assert "The layer code holds code." in canvas.describe(nodes["code"])
    assert "behind a layer" in canvas.describe(nodes["dense"])
    assert "initial state" in " ".join(texts(window))


def test_a_shared_layer_says_whose_weights_it_has(look: Open) -> None:
    window = look(branched(), layer="gru")
    window.choose("dense (2)")
    assert "the weights of dense" in window.layer.facts.text()
    assert window.layer.layer is not None
    assert window.layer.layer.name == "dense"


def test_a_network_without_a_pane_opens_at_what_stops_it(main: Main) -> None:
    refused = replace(weighted("Lambda", "code"), refused=ModelError("It holds code."))
    window = open_inspector_for(main, Settings(), Network("foreign", (refused, weighted("Dense", "d", 4, 1)),
        inputs=(Input("x", (None, 4)),),
        calls=(Call("code", "code", (("x", 0),)), Call("d", "d", (("code", 0),))),
        outputs=(("d", 0),)))  # fmt: skip
    settle()
    assert window.layer.name.text() == "code"
    assert "It holds code." in texts(window)
    window.close()


# -- weights -----------------------------------------------------------------------------


def test_all_gates_are_drawn_on_one_scale(look: Open) -> None:
    network = text_network("LSTM")
    window = look(network)
    page = window.layer.weights
    gates = gate_weights(network.layer("lstm"))
    assert list(page.maps.tiles) == ["i", "f", "g", "o"]
    most = max(float(np.abs(each.kernel).max()) for each in gates.values())
    for gate, tile in page.maps.tiles.items():
        np.testing.assert_array_equal(tile.drawing.values, gates[gate].kernel)
        assert tile.drawing.most == pytest.approx(most)
    assert page.bar.texts()[0] == weight_text(most)
    assert page.bar.texts()[2] == "0"
    assert page.bar.texts()[4] == weight_text(-most)
    assert "rows: inputs, columns: units · 16 × 8" in texts(window)


def test_a_gate_and_a_matrix_are_chosen_by_chips(look: Open) -> None:
    network = text_network("GRU")
    window = look(network)
    window.layer.gates.choose("r")
    window.layer.weights.chips.choose("recurrent_bias")
    settle()
    drawing = window.layer.weights.maps.tiles["r"].drawing
    np.testing.assert_array_equal(drawing.values[0], network.layer("gru").weights["bias"][1, 8:16])
    assert list(window.layer.weights.maps.tiles) == ["r"]
    press(window.layer.gates, Qt.Key.Key_Right)
    assert window.layer.gate == "n"
    assert list(window.layer.weights.maps.tiles) == ["n"]
    window.layer.gates.choose("all")
    click(window.layer.weights.maps.tiles["z"].drawing, QPointF(60, 15))
    assert window.layer.gate == "z"


def test_what_was_chosen_stays_from_layer_to_layer(look: Open) -> None:
    window = look(text_network("LSTM", layers=2), layer="lstm")
    window.layer.gates.choose("f")
    window.layer.weights.chips.choose("recurrent_kernel")
    go_to(window, SPECTRUM)
    window.choose("embedding")
    assert window.layer.tabs.currentIndex() == WEIGHTS
    assert not window.layer.gates.isVisible()
    window.choose("input")
    assert window.layer.tabs.currentIndex() == OPTIONS
    window.choose("lstm_1")
    assert window.layer.tabs.currentIndex() == SPECTRUM
    assert window.layer.gate == "f"
    assert window.layer.weights.name == "recurrent_kernel"


def test_a_cell_has_the_colour_of_its_value_and_says_it(look: Open) -> None:
    network = text_network("SimpleRNN")
    window = look(network)
    window.layer.weights.chips.choose("recurrent_kernel")
    settle()
    drawing = window.layer.weights.maps.tiles["h"].drawing
    kernel = network.layer("simplernn").weights["recurrent_kernel"]
    row, column = np.unravel_index(np.argmin(kernel), kernel.shape)
    at = drawing.place_of(int(row), int(column))
    assert drawing.cell_at(at) == (row, column)
    red, green, blue = pixels(drawing)[int(at.y()), int(at.x())]
    share = kernel[row, column] / np.abs(kernel).max()
    expected = colour_map(theme(), signed=True)[round(float(share + 1) * 127.5)]
    assert np.abs(np.array([red, green, blue]) - expected).max() <= 2
    said = drawing.describe(int(row), int(column))
    assert said.startswith(f"from unit {row + 1} · to unit {column + 1}\n−0.")
    assert float(said.split("\n")[1].replace("−", "-")) == pytest.approx(kernel.min(), rel=1e-5)
    hover(drawing, at)
    assert drawing.cell_at(QPointF(2, 2)) is None


def test_zero_is_the_middle_of_the_colours_whatever_the_values() -> None:
    image = weights_image(np.array([[0.0, 3.0, np.nan]]), 4.0)
    middle = colour_map(theme(), signed=True)[128]
    assert np.abs(np.array(image.pixelColor(0, 0).getRgb()[:3]) - middle).max() <= 1
    assert image.pixelColor(2, 0) == QColor(theme().bad)


def test_more_numbers_than_pixels_show_the_strongest() -> None:
    values = np.zeros((100, 60), np.float32)
    values[57, 31], values[3, 2] = -5.0, 2.0
    values[90, 50] = np.nan
    small = strongest(values, 10, 6)
    assert small.shape == (10, 6)
    assert (small[5, 3], small[0, 0]) == (-5.0, 2.0)
    assert np.isnan(small[9, 5])
    assert np.count_nonzero(small) == 3
    assert strongest(values, 200, 100) is values


def test_a_crowded_map_names_the_weight_that_is_seen(look: Open) -> None:
    window = look(text_network("LSTM", 8, words=3000, embedding=4))
    window.choose("embedding")
    settle()
    drawing = window.layer.weights.maps.tiles[""].drawing
    values = drawing.values
    for row in (0, 7, 1499, 2999):
        rows, columns = drawing.sharing(row, 1)
        assert rows.start <= row < rows.stop
        assert rows.stop - rows.start > 1
        assert (columns.start, columns.stop) == (1, 2)
        seen = drawing.seen(row, 1)
        assert abs(values[seen]) == np.abs(values[rows, columns]).max()
        assert "the strongest of" in drawing.describe(row, 1)
        assert drawing.describe(row, 1).startswith(f"id {seen[0]:,} · dimension 2")
    picture = strongest(values, int(drawing.area().height()), 4)
    assert len(picture) == int(drawing.area().height())


def test_the_wheel_zooms_a_map_and_a_double_click_shows_all(look: Open) -> None:
    window = look(text_network("LSTM", 64))
    window.layer.weights.chips.choose("recurrent_kernel")
    window.layer.gates.choose("f")
    settle()
    drawing = window.layer.weights.maps.tiles["f"].drawing
    middle = drawing.cell_at(QPointF(drawing.rect().center()))
    for _ in range(3):
        wheel(drawing, 120)
    first, end, left, right = drawing.shown
    assert middle is not None
    assert first <= middle[0] < end
    assert left <= middle[1] < right
    assert end - first == right - left == 22
    for _ in range(30):
        wheel(drawing, 120)
    assert drawing.shown[1] - drawing.shown[0] == 4
    QTest.mouseDClick(drawing, Qt.MouseButton.LeftButton, pos=drawing.rect().center())
    assert drawing.shown == (0, 64, 0, 64)
    assert window.layer.gate == "f"


def test_ids_are_counted_from_0_and_taps_are_named(look: Open) -> None:
    window = look(branched(), layer="gru")
    window.choose("conv")
    settle()
    drawing = maps(window)[""]
    assert drawing.row_text(4 * 2 + 1) == "tap 3, channel 2"
    one_hot = Network("one-hot", text_network("SimpleRNN", embedding=70).layers[1:], 9, 70)
    window.look_at(one_hot, "simplernn")
    drawing = maps(window)["h"]
    assert one_hot.reads_words
    assert drawing.first == 0
    assert drawing.row_text(69) == "id 69"


def test_histogram_and_table_count_every_weight(look: Open) -> None:
    network = text_network("LSTM")
    window = look(network)
    page = window.layer.weights
    assert {
        gate: int(bars.counts.sum()) for gate, (bars, _) in page.counts.bars.items()
    } == dict.fromkeys("ifgo", 128)
    edges = [bars.edges.tolist() for bars, _ in page.counts.bars.values()]
    assert all(each == edges[0] for each in edges)
    assert edges[0][0] == -edges[0][-1]
    kernel = gate_weights(network.layer("lstm"))["g"].kernel
    lines = [line.split("\t") for line in page.table_text().splitlines()]
    assert lines[0] == ["", "i", "f", "g", "o"]
    assert lines[1][3] == weight_text(float(kernel.min()))
    assert lines[3][3] == weight_text(float(kernel.mean(dtype=np.float64)))
    said = page.counts.describe(page.counts.x_of(0.0))
    middle = len(edges[0]) // 2 - 1
    assert f"\ni {page.counts.bars['i'][0].counts[middle]}" in said
    assert page.counts.describe(0) == ""


def test_weights_that_are_not_finite_are_said(look: Open) -> None:
    layer = text_network("LSTM").layer("dense")
    kernel = layer.weights["kernel"].copy()
    kernel[2] = np.nan
    broken = replace(layer, weights={"kernel": kernel})
    network = text_network("LSTM")
    window = look(replace(network, layers=(*network.layers[:2], broken)))
    window.choose("dense")
    settle()
    assert "1 value is not finite" in " ".join(texts(window))
    drawing = maps(window)[""]
    assert is_near(pixels(drawing), theme().bad).sum() > 50  # type: ignore[arg-type]


def test_many_weights_are_counted_beside_the_window(
    look: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.inspector.weights_page.AT_ONCE", 10)
    network = text_network("LSTM")
    window = look(network)
    page: WeightsPage = window.layer.weights
    qtbot.waitUntil(lambda: len(page.counts.bars) == 4)
    lines = page.table_text().strip().split("\n")
    assert len(lines) == 6
    page.chips.choose("bias")
    qtbot.waitUntil(lambda: bool(page.counts.bars))
    assert int(page.counts.bars["i"][0].counts.sum()) == 8


# -- spectra -----------------------------------------------------------------------------


def test_spectra_are_drawn_where_they_are_and_explained(look: Open) -> None:
    network = text_network("LSTM")
    window = look(network)
    go_to(window, SPECTRUM)
    page = window.layer.spectrum
    expected = finish(spectra(network.layer("lstm")))
    assert list(page.planes.tiles) == ["i", "f", "g", "o"]
    for gate, tile in page.planes.tiles.items():
        assert tile.note.text() == f"ρ = {weight_text(expected[gate].radius)}"
        assert tile.drawing.reach == page.planes.tiles["i"].drawing.reach
    assert "its forget gate" in " ".join(texts(window))
    click(page.planes.tiles["g"].drawing, QPointF(50, 50))
    assert window.layer.gate == "g"
    drawing = page.planes.tiles["g"].drawing
    value = complex(expected["g"].eigenvalues[0])
    at = drawing.place_of(value)
    assert drawing.nearest(at) == 0
    assert drawing.nearest(drawing.place_of(5 + 5j)) is None
    assert drawing.describe(0).startswith("λ1 = ")
    assert is_near(pixels(drawing), drawing.colour, 60).sum() > 30
    one = drawing.place_of(1 + 0j)
    ring = pixels(drawing)[int(one.y()) - 3, int(one.x()) - 3 : int(one.x()) + 3]
    assert is_near(ring, theme().good, 70).any()
    rows = page.table_text().strip().split("\n")
    assert len(rows) == 9
    assert rows[1].split("\t")[1] == weight_text(expected["g"].radius)


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        (0.5, "is halved within 1 step"),
        (0.9, "is halved within 7 steps"),
        (1.0, "neither fades nor grows"),
        (1.5, "8 of 8 eigenvalues lie outside"),
    ],
)
def test_the_sentence_follows_the_radius(look: Open, scale: float, said: str) -> None:
    network = text_network("SimpleRNN")
    layer = network.layer("simplernn")
    weights = {**layer.weights, "recurrent_kernel": np.eye(8, dtype=np.float32) * scale}
    made = replace(
        network, layers=(network.layers[0], replace(layer, weights=weights), network.layers[2])
    )
    window = look(made)
    go_to(window, SPECTRUM)
    assert said in " ".join(texts(window))
    assert f"ρ = {weight_text(np.float32(scale))}" in " ".join(texts(window))


def test_large_spectra_are_computed_beside_the_window(
    look: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = text_network("LSTM", 80)
    window = look(network)
    page: SpectrumPage = window.layer.spectrum
    assert page.spectra == {}  # not before it is looked at
    go_to(window, SPECTRUM)
    qtbot.waitUntil(lambda: len(page.spectra) == 4, timeout=20_000)
    expected = finish(spectra(network.layer("lstm")))
    assert page.spectra["f"].radius == pytest.approx(expected["f"].radius)
    # Newer weights while it computes: the newest are what is shown in the end.
    session = window.session
    assert session is not None
    for seed in (11, 12, 13):
        session.update_network(0, text_network("LSTM", 80, seed=seed))
    last = finish(spectra(text_network("LSTM", 80, seed=13).layer("lstm")))
    qtbot.waitUntil(
        lambda: page.spectra["f"].radius == pytest.approx(last["f"].radius), timeout=20_000
    )


def test_closing_ends_the_computing(look: Open, qtbot: QtBot) -> None:
    window = look(text_network("LSTM", 300))
    go_to(window, SPECTRUM)
    work = window.layer.spectrum._working._work
    assert work is not None
    assert "Computing the eigenvalues…" in texts(window)
    window.close()
    assert work.cancelled
    assert work.thread is not None
    work.thread.join(1.0)  # it does not wait for LAPACK, which cannot be interrupted
    assert not work.thread.is_alive()
    for thread in threading.enumerate():
        if thread.name == "spectrum":
            thread.join(20)


def test_a_spectrum_that_cannot_be_says_why(look: Open) -> None:
    network = text_network("SimpleRNN")
    layer = network.layer("simplernn")
    weights = {**layer.weights, "recurrent_kernel": np.full((8, 8), np.nan, np.float32)}
    window = look(
        replace(
            network, layers=(network.layers[0], replace(layer, weights=weights), network.layers[2])
        )
    )
    go_to(window, SPECTRUM)
    assert "NaN or infinity" in " ".join(texts(window))


# -- options, copying, saving ------------------------------------------------------------


def test_options_are_read_and_copied(look: Open) -> None:
    window = look(text_network("GRU"))
    go_to(window, OPTIONS)
    rows = dict(window.layer.options.rows())
    assert rows["Kind"] == "GRU"
    assert rows["kernel"] == "(16, 24) float32"
    assert rows["reset_after"] == "True"
    window.layer.copy.click()
    copied = QGuiApplication.clipboard().text().strip().split("\n")
    assert copied[0] == "Option\tValue"
    assert "reset_after\tTrue" in copied
    table = window.layer.options.table
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Option\tValue\nKind\tGRU\n"
    window.choose("input")
    assert dict(window.layer.options.rows()) == {
        "Shape": "(None, None)",
        "Reads": "ids",
        "Known ids": "500",
    }


def test_nested_options_are_unwrapped() -> None:
    initializer = {
        "module": "keras.initializers",
        "class_name": "GlorotUniform",
        "config": {"seed": None, "name": "x"},
    }
    assert option_text(initializer) == "GlorotUniform(seed=None)"
    assert option_text([3, [1, None]]) == "(3, (1, None))"
    assert option_text({"a": 1}) == "a: 1"
    assert len(option_text("x" * 1000)) == 400


def test_the_summary_is_copied_and_pictures_are_saved(
    look: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = look(text_network("LSTM"))
    window.copy.click()
    assert 'Model: "LSTM(8)"' in QGuiApplication.clipboard().text()
    for number, button in enumerate((window.picture, window.layer.picture)):
        button.click()
        dialog = window.findChildren(QFileDialog)[-1]
        path = tmp_path / f"{number}.png"
        dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(lambda path=path: str(path) in window.notice.text, timeout=10_000)
        assert path.stat().st_size > 5000


# -- the session -------------------------------------------------------------------------


def test_it_follows_the_pane_to_another_network(look: Open) -> None:
    window = look(text_network("LSTM"), text_network("GRU"))
    session = window.session
    assert session is not None
    window.layer.gates.choose("f")
    session.replace_network(0, text_network("SimpleRNN"))
    assert window.layer.name.text() == "simplernn"
    assert list(maps(window)) == ["h"]
    session.replace_network(1, text_network("LSTM"))
    assert window.layer.name.text() == "simplernn"


def test_it_stays_with_its_network_when_panes_close(look: Open) -> None:
    window = look(text_network("LSTM"), text_network("GRU"), place=1)
    session = window.session
    assert session is not None
    session.remove_pane(0)
    assert window.place == 0
    assert window.layer.name.text() == "gru"
    session.add_network(text_network("LSTM"))
    session.remove_pane(0)
    assert window.layer.name.text() == "lstm"


def test_learning_updates_the_weights_and_nothing_else(look: Open) -> None:
    window = look(text_network("LSTM"), text_network("GRU"))
    session = window.session
    assert session is not None
    window.layer.gates.choose("o")
    window.layer.weights.chips.choose("recurrent_kernel")
    go_to(window, SPECTRUM)
    before = window.layer.spectrum.spectra["o"].radius
    canvas = window.graph.canvas
    wheel(canvas, 120, Qt.KeyboardModifier.ControlModifier)
    scale = canvas.scale
    newer = text_network("LSTM", seed=99)
    session.update_network(0, newer)
    expected = gate_weights(newer.layer("lstm"))["o"].recurrent
    np.testing.assert_array_equal(maps(window)["o"].values, expected)
    assert window.layer.spectrum.spectra["o"].radius != before
    assert (window.layer.gate, window.layer.weights.name) == ("o", "recurrent_kernel")
    assert canvas.scale == scale
    session.update_network(1, text_network("GRU", seed=5))
    assert window.layer.name.text() == "lstm"


@pytest.mark.parametrize("page", [WEIGHTS, SPECTRUM])
def test_numbers_of_another_network_are_gone_at_once(
    look: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    """Layers of one name are not one layer; only of other weights of one network the numbers of
    before stay, and it is said."""
    monkeypatch.setattr("gui.inspector.weights_page.AT_ONCE", 10)
    monkeypatch.setattr("gui.inspector.spectrum_page.AT_ONCE", 10)
    window = look(text_network("LSTM", 16))
    session, layer = window.session, window.layer
    assert session is not None
    go_to(window, page)

    def table() -> str:
        return (layer.weights if page == WEIGHTS else layer.spectrum).table_text()

    def is_old() -> bool:
        return "of the weights before" in " ".join(texts(window))

    def lines() -> int:
        return len(layer.weights.counts.bars if page == WEIGHTS else layer.spectrum.spectra)

    qtbot.waitUntil(lambda: lines() == 4)
    first = table()
    assert not is_old()
    session.update_network(0, text_network("LSTM", 16, seed=5))
    assert table() == first and is_old()
    qtbot.waitUntil(lambda: not is_old())
    assert table() != first
    session.replace_network(0, replace(text_network("LSTM", 16, seed=9), name="another"))
    assert lines() == 0 and not is_old()
    qtbot.waitUntil(lambda: lines() == 4)


def test_opening_again_moves_the_same_window(look: Open, main: Main) -> None:
    window = look(text_network("LSTM"), text_network("GRU"))
    session = window.session
    assert session is not None
    assert open_inspector(main, main.settings, session, 1) is window
    assert window.layer.name.text() == "gru"
    assert len(main.findChildren(Inspector)) == 1


def test_a_way_of_a_bidirectional_is_found_by_its_traced_name(look: Open) -> None:
    network = branched()
    window = look(network, layer="bi/backward")
    assert window.layer.name.text() == "bi"
    assert window.layer.parts.key == "backward"
    expected = gate_weights(network.layers[0].inner[1])["i"].kernel
    np.testing.assert_array_equal(maps(window)["i"].values, expected)
    window.layer.parts.choose("forward")
    expected = gate_weights(network.layers[0].inner[0])["i"].kernel
    np.testing.assert_array_equal(maps(window)["i"].values, expected)


# -- the window --------------------------------------------------------------------------


def test_escape_closes_it_and_its_size_is_remembered(look: Open, main: Main) -> None:
    window = look(text_network("LSTM"))
    main.settings.window.splitters = {"across": [1, 2, 3]}
    session = window.session
    assert session is not None
    window.resize(730, 590)
    press(window.graph.canvas, Qt.Key.Key_Escape)
    settle()
    assert not shiboken6.isValid(window)
    assert main.settings.window.splitters["inspector"] == [736, 590]
    assert main.settings.window.splitters["across"] == [1, 2, 3]
    session.replace_network(0, text_network("GRU"))  # it follows no more
    again = open_inspector(main, main.settings, session, 0)
    assert (again.width(), again.height()) == (736, 590)
    again.close()


def test_it_closes_with_the_main_window(look: Open, main: Main) -> None:
    window = look(text_network("LSTM"))
    main.close()
    settle()
    assert not shiboken6.isValid(window) or not window.isVisible()


def test_theme_and_language_are_followed_while_it_is_open(look: Open, qapp: QApplication) -> None:
    window = look(text_network("LSTM"))
    ground = pixels(window)[5, -5]
    apply_theme("light")
    settle()
    assert pixels(window)[5, -5].sum() > ground.sum() + 300
    drawing = window.layer.weights.maps.tiles["f"].drawing
    middle = colour_map(theme(), signed=True)
    area = drawing.area()
    inside = pixels(drawing)[10, int(area.left()) + 5]
    assert np.abs(middle.astype(int) - inside).sum(axis=1).min() < 12
    install_language(qapp, "ko")
    settle()
    assert "망각 게이트" in window.layer.weights.maps.tiles["f"].title.text()
    go_to(window, SPECTRUM)
    assert "망각 게이트" in window.layer.spectrum.planes.tiles["f"].title.text()


def test_every_button_and_drawing_has_a_name(look: Open) -> None:
    window = look(branched(), layer="bi/forward")
    for page in (WEIGHTS, SPECTRUM, OPTIONS):
        go_to(window, page)
        for button in window.findChildren(QToolButton):
            if button.isVisible() and not window.notice.isAncestorOf(button):
                assert button.accessibleName() or button.text(), button
        for drawing in window.layer.weights.maps.tiles.values():
            assert drawing.drawing.accessibleName()
        for plane in window.layer.spectrum.planes.tiles.values():
            assert plane.drawing.accessibleName()
    assert window.graph.canvas.accessibleName()


def test_names_from_a_file_are_plain_text_and_do_not_widen_the_window(look: Open) -> None:
    evil = '<img src="x.png"><b>bold</b> & ' + "long" * 200
    network = text_network("LSTM")
    weights = {f"{evil}{n}": np.ones((2, 2), np.float32) for n in range(9)}
    odd = Layer(evil, "Odd", {evil: evil}, weights, (None, 2))
    few = Layer("few", "Odd", {}, dict(list(weights.items())[:2]), (None, 2))
    window = look(Network(evil, (*network.layers, odd, few)))
    width = window.width()
    canvas = window.graph.canvas
    for name in (evil, "few"):
        window.choose(name)
        for page in (WEIGHTS, OPTIONS):
            go_to(window, page)
        assert window.width() == width
    assert window.layer.weights.chips.list.isHidden()
    window.choose(evil)
    go_to(window, WEIGHTS)
    chips = window.layer.weights.chips
    assert chips.list.isVisible()
    assert chips.list.count() == 9
    chips.choose(f"{evil}4")
    assert window.layer.weights.name == chips.key == f"{evil}4"
    title = window.layer.weights.maps.tiles[""].title.text()
    assert "<img" not in title
    assert "<img" not in tip(canvas.describe(canvas.layout_.nodes[-2]))
    table = window.layer.options.table
    said = table.item(table.rowCount() - 1, 1)
    assert said.text() == evil[:400]
    assert said.toolTip().startswith("<qt>&lt;img")


@pytest.mark.parametrize("size", [(1024, 700), (900, 560)])
def test_nothing_is_cut_off_in_a_small_window(look: Open, size: tuple[int, int]) -> None:
    window = look(branched(), layer="bi/forward")
    window.resize(*size)
    settle()
    assert (window.width(), window.height()) == size
    for page in (WEIGHTS, SPECTRUM, OPTIONS):
        go_to(window, page)
        inside = QRectF(window.layer.rect())
        for widget in window.layer.findChildren(QWidget):
            if widget.isVisible() and widget.parent() in (window.layer, window.layer.weights):
                top_left = QPointF(widget.mapTo(window.layer, widget.rect().topLeft()))
                assert inside.adjusted(-1, -1, 1, 1).contains(
                    QRectF(top_left, QRectF(widget.rect()).size())
                ), widget


def test_everything_is_painted_for_every_layer(look: Open) -> None:
    window = look(branched(), layer="bi/forward")
    for node in window.graph.canvas.layout_.nodes:
        window.choose(node.name)
        for page in (WEIGHTS, SPECTRUM, OPTIONS):
            if window.layer.tabs.isTabVisible(page):
                go_to(window, page)
                assert pixels(window).std() > 5
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.0, "1.00"),
        (-0.01234, "−0.0123"),
        (123.4, "123"),
        (2e-7, "2.0e−7"),
        (-3.2e9, "−3.2e9"),
        (float("nan"), "NaN"),
        (float("-inf"), "−∞"),
    ],
)
def test_numbers_keep_three_digits(value: float, text: str) -> None:
    assert weight_text(value) == text
