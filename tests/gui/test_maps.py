"""What is read at the step, and the maps of a ConvLSTM, as pictures in a pane and on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.network.network import Network
from engine.session.signals import winner_of
from gui.i18n.languages import install_language
from gui.look.scale import px
from gui.naming import answer_name
from gui.panes.heights import TIGHT_WIDTH
from gui.panes.maps import MapsRow, spot_text
from gui.panes.prediction import answer_names
from gui.pictures.composition import Composition, Content
from gui.pictures.networks import NetworkBlock
from gui.plots.picture_grid import grid
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.networks import film, film_network, text_network

KINDS = ("ConvLSTM2D", "ConvLSTM1D")


def _row(make_window: MakeWindow, kind: str = "ConvLSTM2D") -> tuple[MapsRow, MainWindow]:
    window = make_window(film_network(kind), text="")
    window.session.read(film(kind))
    settle()
    return window.panes.views[0].maps, window


@pytest.mark.parametrize("kind", KINDS)
def test_every_filter_is_a_picture_of_the_step(make_window: MakeWindow, kind: str) -> None:
    maps, window = _row(make_window, kind)
    assert maps.isVisible()
    assert len(maps.drawn.grid.boxes) == 4  # what is read, and three filters
    assert maps.drawn.grid.left_out == 0
    room = QRectF(maps.pictures.rect())
    assert all(room.contains(box) for box in maps.drawn.grid.boxes)
    said = spot_text(window.session, maps.drawn, maps.drawn.grid.boxes[1].center())
    assert "column " in said and ("row " in said) == (kind == "ConvLSTM2D"), "a line has no rows"
    before = maps.pictures.grab().toImage()
    window.session.step = 2
    assert maps.pictures.grab().toImage() != before


def test_a_point_says_row_column_filter_and_value(make_window: MakeWindow) -> None:
    maps, window = _row(make_window)
    window.session.step = 2
    box = maps.drawn.grid.boxes[2]  # the second filter; 6 rows, 5 columns
    at = box.topLeft() + (box.bottomRight() - box.topLeft()) * 0.5
    value = window.session.panes[0].layer_trace.maps["c"][2, 3, 2, 1]
    text = spot_text(window.session, maps.drawn, at)
    assert "filter 2 · row 4, column 3" in text
    assert f"cell state c = {value:.4f}".replace("-", "−") in text
    read = spot_text(window.session, maps.drawn, maps.drawn.grid.boxes[0].center())
    assert "what is read: " in read and "the mean of 2 channels" in read


def test_a_picture_chooses_its_filter_and_a_letter_the_series(make_window: MakeWindow) -> None:
    maps, window = _row(make_window)
    at = maps.drawn.grid.boxes[3].center().toPoint()
    QTest.mouseClick(maps.pictures, Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert window.session.panes[0].units == (2,)
    before = maps.drawn.ends
    maps._chips._buttons["o"].click()
    assert maps.key == "o"
    assert maps._chips.chosen() == ["o"]
    assert maps.drawn.series.key == "o"
    assert maps.drawn.ends != before
    assert window.services.display.maps == {window.session.panes[0].key: "o"}


def test_a_network_of_words_has_none(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    maps = window.panes.views[0].maps
    assert not maps.isVisible()
    assert maps.wanted_height == 0


def test_the_title_is_in_the_windows_language(make_window: MakeWindow, qapp: QApplication) -> None:
    maps, _ = _row(make_window)
    assert maps._title.text() == "input, and cell state by filter"
    install_language(qapp, "ko")
    settle()
    assert "필터" in maps._title.text()


@pytest.mark.parametrize("kind", KINDS)
def test_the_cell_s_equations_are_said_to_hold_at_every_point(
    make_window: MakeWindow, kind: str
) -> None:
    _, window = _row(make_window, kind)
    assert window.cell.equations.text("f").startswith("mean over the whole map = ")


def test_a_picture_for_paper_has_them_too(make_window: MakeWindow) -> None:
    _, window = _row(make_window)

    def painted(step: int, shown: str) -> QImage:
        window.session.step = step
        content = Content(parts=frozenset({"maps"}), maps={0: shown})
        sheet = Composition(window.session, content, QSizeF(900, 640))
        (block,) = (each for each in sheet.blocks if isinstance(each, NetworkBlock))
        image = QImage(900, 640, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        sheet.paint(painter)
        painter.end()
        box = block._room_below.box.toRect()
        return image.copy(box)

    first = painted(1, "c")
    assert first != painted(2, "c")
    assert first != painted(1, "h")
    assert first == painted(1, "c")


def test_pictures_fit_their_room_or_are_counted() -> None:
    room = QRectF(0, 0, 300, 88)
    for count in (1, 9, 40, 400):
        found = grid(room, [(24, 24)] * count, apart=True)
        assert all(room.contains(box) for box in found.boxes)
        assert len(found.boxes) + found.left_out == count
        assert not any(
            one.intersects(other)
            for nth, one in enumerate(found.boxes)
            for other in found.boxes[nth + 1 :]
        )
    assert grid(room, [(24, 24)] * 40).left_out == 0
    assert grid(room, [(24, 24)] * 400).left_out > 0


def test_a_narrow_pane_cuts_no_title_off(make_window: MakeWindow) -> None:
    window = make_window(*(film_network(filters=64, seed=nth) for nth in range(3)), text="")
    window.resize(900, 700)
    window.session.read(film())
    settle()
    for view in window.panes.views:
        title = view.maps._title
        assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()
        assert view.minimumWidth() == view.maps.minimumSizeHint().width() > px(TIGHT_WIDTH)
        left_out = view.maps.drawn.grid.left_out
        assert not left_out or str(left_out) in title.text()


def test_an_answer_that_is_a_picture_stands_beside_what_is_read(make_window: MakeWindow) -> None:
    network = film_network()
    maps = network.layers[0]
    every = replace(
        maps,
        options={**maps.options, "return_sequences": True},
        output_shape=(None, 4, 6, 5, 3),
    )
    answering = Network("next", (every,), network.length, network.features, inputs=network.inputs)
    window = make_window(answering, text="")
    window.session.read(film())
    settle()
    drawn = window.panes.views[0].maps.drawn
    assert len(drawn.grid.boxes) == 5  # what is read, the answer, three filters
    window.session.step = 2
    spot = drawn.spot(drawn.grid.boxes[1].center(), 2)
    expected = window.session.panes[0].layer_trace.maps["h"][2, spot.row, spot.column]
    assert spot.is_answer
    assert spot.values == tuple(map(float, expected))
    said = spot_text(window.session, drawn, drawn.grid.boxes[1].center())
    assert "answer: " in said and "the mean of" not in said  # three channels are its colours
    assert window.panes.views[0].maps._title.text() == "input, answer, and cell state by filter"
    # A number of a picture is no class: it is called by its place, wherever it is named.
    trace = window.session.panes[0].trace
    nth = spot.row * 15 + spot.column * 3 + 2
    assert trace.prediction[2, nth] == expected[2]
    at = f"row {spot.row + 1}, column {spot.column + 1}, channel 3"
    assert answer_name(trace, nth) == at
    best = answer_name(trace, winner_of(trace.prediction))
    names = answer_names(window.session, window.services.class_names)
    assert names[0].endswith(best) and best.startswith("row ")
    assert window.cell.answer.bars.rows[0][0].startswith("row ")
