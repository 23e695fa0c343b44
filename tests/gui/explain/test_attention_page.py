"""The attention map: what stands in it, what is chosen in it, and what it says where nothing attends."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSizeF

from engine.replay.attended import Attended
from engine.session.pane import Shade
from gui.explain.attention_page import AttentionPage
from gui.export.picture import image
from gui.look.colours import colour_map
from gui.look.numbers_text import weight_text
from gui.look.theme import LIGHT
from gui.pictures.composition import Composition, Content
from gui.pictures.filming import array_of
from gui.pictures.stage import drawing_of
from gui.pictures.step_maps import AttentionMaps
from gui.pictures.time_field import AXIS, BAR, GUTTER, TimeField
from gui.window.main_window import MainWindow
from tests.attending import HEADS, attending_network
from tests.gui.conftest import MakeWindow, click, hover, hovered, settle, spot
from tests.networks import text_network


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """A network whose steps attend, beside one without attention."""
    made = make_window(attending_network(), text_network("GRU", 2))
    made.services.explaining.page = "attention"
    settle()
    return made


@pytest.fixture
def page(window: MainWindow) -> AttentionPage:
    """The page."""
    shown = window.pages.page
    assert isinstance(shown, AttentionPage)
    return shown


def weights(page: AttentionPage, name: str = "heads") -> Attended:
    """What the trace of the first network has."""
    trace = page.session.panes[0].trace
    assert trace is not None
    return trace.attention[name]


def test_a_map_a_network_and_one_without_attention_says_so(page: AttentionPage) -> None:
    first, second = page.maps
    placed = weights(page).of_head(None)
    np.testing.assert_array_equal(first.map.image.image, placed)
    assert first.map.levels == (0.0, placed.max())
    assert second.map.isHidden()
    assert "GRU(2) has no attention" in second.problem.text()
    step = page.session.step
    np.testing.assert_array_equal(page.curves.lines[0][0], placed[step])
    assert len(page.curves.lines) == 1


def test_a_click_chooses_the_step_that_looks_and_hover_names_the_pair(page: AttentionPage) -> None:
    plot, steps = page.maps[0].map, page.session.steps
    click(plot.viewport(), spot(plot, 20, share=(33 + 0.5) / steps))
    settle()
    assert page.session.step == 33
    assert plot.chosen[0][0] == 33
    placed = weights(page).of_head(None)
    np.testing.assert_array_equal(page.curves.lines[0][0], placed[33])
    most = int(placed[33].argmax())
    assert f"({most + 1}) {weight_text(float(placed[33, most]))}" in page.sentence.text()
    hover(plot.viewport(), spot(plot, 38, share=(35 + 0.5) / steps))
    said = hovered()
    assert "step 36" in said
    assert "step 39" in said
    assert weight_text(float(placed[35, 38])) in said


def test_layer_and_head_are_chosen_and_part_of_a_snapshot(
    window: MainWindow, page: AttentionPage
) -> None:
    each = page.maps[0]
    assert [each.layers.itemText(k) for k in range(each.layers.count())] == ["heads", "look"]
    assert each.heads.count() == HEADS + 1
    each.heads.setCurrentIndex(2)
    each.heads.activated.emit(2)
    np.testing.assert_array_equal(each.map.image.image, weights(page).weights[1])
    assert page.explaining.asked.head == 2
    each.layers.setCurrentIndex(1)
    each.layers.activated.emit(1)
    np.testing.assert_array_equal(each.map.image.image, weights(page, "look").weights[0])
    assert each.heads.isHidden()
    assert page.explaining.asked.attends == ("look",)
    state = window.dialogs.views.restoring.state()
    assert (state.page, state.explain.attends, state.explain.head) == ("attention", ("look",), 2)


def test_words_take_the_colours_of_what_the_cursor_takes(page: AttentionPage) -> None:
    session = page.session
    session.focus = 1  # which has none: the first that attends lends its colours
    page.colours.click()
    assert session.shade == Shade(0, "attention")
    for step in (35, 20):
        session.step = step
        np.testing.assert_allclose(session.shading(), weights(page).of_head(None)[step])
    page.colours.click()
    assert session.shade == Shade()


def test_where_nothing_attends_the_page_says_what_would(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM", 2))
    window.services.explaining.page = "attention"
    settle()
    page = window.pages.page
    assert isinstance(page, AttentionPage)
    assert "No network here attends" in page.sentence.text()
    assert page.table is None
    assert page.curves.isHidden()


def test_masked_steps_are_said(make_window: MakeWindow) -> None:
    window = make_window(attending_network(mask_zero=True), length=120)
    window.services.explaining.page = "attention"
    window.session.step = 0
    settle()
    page = window.pages.page
    assert isinstance(page, AttentionPage)
    assert window.session.is_padding(0)
    assert "is left out by the mask" in page.sentence.text()
    plot = page.maps[0].map
    hover(plot.viewport(), spot(plot, 1, share=0.99))
    assert "The mask leaves out the step that is looked at." in hovered()


def test_the_table_has_a_row_a_pair(page: AttentionPage, tmp_path: Path) -> None:
    path = tmp_path / "attention.csv"
    assert page.table is not None
    page.table(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    steps = page.session.steps
    assert len(rows) == steps**2
    last = rows[-1]
    assert (last["layer"], last["head"], last["step"], last["looked at"]) == (
        *("heads", "mean", str(steps), str(steps)),
    )
    assert float(last["weight"]) == pytest.approx(float(weights(page).of_head(None)[-1, -1]))


def test_a_picture_shows_the_same_map(window: MainWindow, page: AttentionPage) -> None:
    content = Content(parts=frozenset({"attention"}), explaining=page.explaining)
    picture = Composition(window.session.copy(), content, QSizeF(1280, 900), LIGHT)
    (block,) = (each for each in picture.blocks if isinstance(each, AttentionMaps))
    assert picture.notes == []
    np.testing.assert_array_equal(block.weights[0], weights(page).of_head(None))
    assert list(block.weights) == [0]
    assert "mean of all heads" in block.heading()[1]
    assert block.layer(0) == "heads"
    pixels = array_of(image(drawing_of(picture), 1.0)).astype(int)
    step = page.session.steps - 1
    field = TimeField(block.boxes[0].adjusted(GUTTER, 2, -BAR, -AXIS), page.session.steps)
    colours = colour_map(LIGHT, signed=False)
    row = field.box.top() + field.box.height() * (step + 0.5) / page.session.steps
    place = int(np.rint(block.weights[0][step, 3] / block.high * 255))
    found = pixels[round(row), round(field.x_of(3.5))]
    assert np.abs(found[:3] - colours[place][:3]).max() <= 12


@pytest.mark.parametrize("count", [1, 3])
def test_networks_that_came_and_went_meanwhile_are_those_that_are_shown(
    window: MainWindow, page: AttentionPage, count: int
) -> None:
    """It is shown again before it is told of them, and PySide ends at what fails while it is."""
    window.services.explaining.page = ""
    window.session.set_networks([attending_network() for _ in range(count)])
    settle()
    window.services.explaining.page = "attention"
    settle()
    assert len(page.maps) == count
    assert len(page.curves.lines) == count
