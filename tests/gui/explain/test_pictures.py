"""Explanations in pictures: each part is drawn whole, and is what the window knows."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from pytestqt.qtbot import QtBot

from engine.explain.fading import felt_in
from engine.explain.memory import memory_of
from engine.explain.methods import explain
from gui.export.picture import data_of, image
from gui.look.colours import colour_map
from gui.look.theme import DARK, LIGHT
from gui.pictures.block import Block
from gui.pictures.composition import Composition, Content
from gui.pictures.explained import Explained
from gui.pictures.explained_pages import PAGES
from gui.pictures.explained_strips import Attributions, Memories
from gui.pictures.filming import array_of
from gui.pictures.header import Header
from gui.pictures.networks import NetworkBlock
from gui.pictures.padding_pictures import PaddingLab
from gui.pictures.parts import EXPLAINED, EXPLAINED_ROWS, PART_ROWS, PARTS, YIELDING
from gui.pictures.picture_dialog import PictureDialog, export_picture
from gui.pictures.picture_page import PicturePage
from gui.pictures.prediction import Predictions
from gui.pictures.review_block import Words
from gui.pictures.stage import drawing_of
from gui.pictures.state_spaces import StateSpaces
from gui.pictures.step_maps import FadingMaps
from gui.pictures.time_field import TimeField
from gui.window.main_window import MainWindow
from tests.attending import attending_network
from tests.gui.conftest import MakeWindow, settle
from tests.gui.explain.conftest import Ask, wait
from tests.gui.explain.test_padding_page import sample
from tests.networks import text_network

SHEET = QSizeF(1280, 900)


def composed(window: MainWindow, *parts: str, size: QSizeF = SHEET, look=LIGHT) -> Composition:  # type: ignore[no-untyped-def]
    explaining = window.services.explaining
    content = Content(parts=frozenset(parts), explaining=explaining)
    return Composition(window.session.copy(), content, size, look)


def known(window: MainWindow, qtbot: QtBot, *parts: str, **options: object) -> Composition:
    """A picture of which all is known."""
    explained = Explained(window.session, window.services.explaining)
    explained.ask(parts)
    wait(window, qtbot)
    assert explained.is_known(parts)
    return composed(window, *parts, **options)  # type: ignore[arg-type]


def test_every_part_gives_way_in_its_turn() -> None:
    assert not set(PARTS) & set(EXPLAINED)
    assert {*YIELDING, "cell", "equations"} == {*PARTS, *EXPLAINED}


def test_bars_are_what_each_step_did(window: MainWindow, ask: Ask, qtbot: QtBot) -> None:
    ask(methods=("gradxinput", "occlusion"))
    picture = known(window, qtbot, "prediction", "attribution")
    (block,) = (block for block in picture.blocks if isinstance(block, Attributions))
    assert picture.notes == []
    pixels = array_of(image(drawing_of(picture), 2.0)).astype(int)
    for (place, method, _), field in zip(block.rows, block.fields, strict=True):
        pane = window.session.panes[place]
        assert pane.trace is not None
        scores = explain(pane.network, pane.trace.sequence, method).scores
        step = int(np.abs(np.nan_to_num(scores)).argmax())
        box = field.box
        half = box.height() / 4 * (-1 if scores[step] > 0 else 1)
        spots = {}
        for side in (1, -1):  # the largest bar reaches to the edge on its own side alone
            row, column = box.center().y() + side * half, field.x_of(step + 0.3)
            spots[side] = pixels[round(2 * row), round(2 * column)]
        wanted = [int(LIGHT.networks[place][at : at + 2], 16) for at in (1, 3, 5)]
        assert np.abs(spots[1] - wanted).max() <= 3, (place, method)
        assert np.abs(spots[-1] - wanted).max() > 30


def test_memory_and_fading_maps_are_those_of_the_engine(window: MainWindow, qtbot: QtBot) -> None:
    window.session.step = 3
    picture = known(window, qtbot, "memory", "fading")
    (memories,) = (block for block in picture.blocks if isinstance(block, Memories))
    (maps,) = (block for block in picture.blocks if isinstance(block, FadingMaps))
    pixels = array_of(image(drawing_of(picture), 2.0)).astype(int)
    for place, pane in enumerate(window.session.panes):
        assert pane.trace is not None
        memory = memory_of(pane.network, pane.trace.sequence, pane.layer)
        drawn = 10 ** memories.lines[place][0]
        np.testing.assert_allclose(drawn[memory.felt > 1e-6], memory.felt[memory.felt > 1e-6])
        felt = felt_in(pane.network, pane.trace.sequence, pane.layer)
        field = maps._field(maps.boxes[place])
        for source, step in ((5, 5), (5, 20), (20, 30)):
            share = float(np.clip(felt.share[source, step], 0, 1))
            row = field.box.top() + (source + 0.5) * field.box.height() / len(felt.share)
            spot = pixels[round(2 * row), round(2 * field.x_of(step + 0.5))]
            wanted = colour_map(LIGHT, signed=False)[round(share * 255)].astype(int)
            assert np.abs(spot - wanted).max() <= 3


def test_every_part_is_drawn_in_every_format_and_theme(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(attending_network("SimpleRNN"), attending_network("LSTM"))
    monkeypatch.setattr(window.services.explaining, "sample", sample)
    for part in EXPLAINED:
        picture = known(window, qtbot, part, look=DARK)
        assert picture.notes == [], part
        (block,) = (
            b for b in picture.blocks if isinstance(b, PicturePage | Attributions | Memories)
        )
        assert block.box.bottom() <= SHEET.height()
        if isinstance(block, PicturePage):
            assert all(map(block.is_drawn, range(len(window.session.panes)))), part
        for suffix in (".png", ".svg", ".pdf"):
            assert data_of(drawing_of(picture), suffix, 1.0).size() > 5_000, (part, suffix)
        bare = composed(window, look=DARK)
        shown, empty = (array_of(image(drawing_of(each), 1.0)) for each in (picture, bare))
        assert (shown != empty).any(axis=-1).mean() > 0.03, part


def test_the_marker_of_the_state_space_moves_with_the_step(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.services.explaining, "sample", sample)
    picture = known(window, qtbot, "states")
    (block,) = (block for block in picture.blocks if isinstance(block, StateSpaces))
    assert "cloud: 12 of the IMDB reviews" in block.heading()[1]
    before = array_of(image(drawing_of(picture), 1.0))
    picture.session.step = 30
    after = array_of(image(drawing_of(picture), 1.0))
    changed = np.argwhere((before != after).any(axis=-1))
    assert len(changed) > 50 and (changed[:, 0] > block.box.top() - 30).any()


def test_the_dialog_waits_for_what_is_not_known_and_then_shows_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.step = 12
    dialog = PictureDialog(window, window.services)
    dialog.show()
    assert dialog.save.isEnabled()
    dialog.form.parts["memory"].setChecked(True)
    dialog.draw()
    assert not dialog.save.isEnabled()
    wait(window, qtbot)
    dialog.draw()
    assert dialog.save.isEnabled()
    (block,) = (b for b in dialog._composition.blocks if isinstance(b, Memories))
    assert len(block.lines) == len(window.session.panes)
    assert window.services.settings.picture.taken_in == ["memory"]
    dialog.write(tmp_path / "memory.svg")
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    assert b"<svg" in (tmp_path / "memory.svg").read_bytes()
    assert export_picture(window.services, tmp_path / "again.png") == []
    dialog.reject()


def test_without_a_review_and_without_words_it_is_calm(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(text="")
    wait(window, qtbot)
    picture = known(window, qtbot, *EXPLAINED)
    assert not [block for block in picture.blocks if isinstance(block, PicturePage)]
    assert picture.notes == ["Nothing has been read yet: open a review first."]


def test_what_cannot_be_explained_is_said_where_it_would_be(
    window: MainWindow, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.services.explaining, "sample", sample)
    ask(channel=3)
    picture = known(window, qtbot, "attribution", "padding")
    svg = bytes(data_of(drawing_of(picture), ".svg").data()).decode()
    assert "There is no class 4" in svg
    assert [block for block in picture.blocks if isinstance(block, PaddingLab)]
    settle()


def test_the_dialog_ticks_the_explanations_that_are_on_the_screen(
    window: MainWindow, qtbot: QtBot
) -> None:
    explaining, chosen = window.services.explaining, window.services.settings.picture
    explaining.sample = sample
    for strip, page, ticked in (
        ("memory", "fading", {"memory", "fading"}),
        ("attribution", "", {"attribution"}),
        ("prediction", "states", {"states"}),
    ):
        explaining.asked = replace(explaining.asked, strip=strip)
        explaining.page = page
        dialog = PictureDialog(window, window.services)
        boxes = {name for name, box in dialog.form.parts.items() if box.isChecked()}
        assert boxes & set(EXPLAINED) == ticked == set(chosen.taken_in)
        dialog.reject()
    wait(window, qtbot)


def _parts_of(block: Block) -> set[str]:
    """The parts that a block shows."""
    names = {Words: "words", Predictions: "prediction", Attributions: "attribution"}
    names |= {Memories: "memory", **{page: name for name, page in PAGES.items()}}  # type: ignore[dict-item]
    if isinstance(block, NetworkBlock):
        parts = {"maps": block.maps, "curves": block._curves}
        return {name for name, drawn in parts.items() if drawn}
    return {names[type(block)]} if type(block) in names else set()


def _fields_of(block: Block) -> list[TimeField]:
    if isinstance(block, NetworkBlock):
        return [field for _, field in block.maps] + [block._curves] * bool(block._curves)
    if isinstance(block, FadingMaps):
        return [block._field(box) for box in block.boxes]
    return getattr(block, "fields", []) or [
        each for each in [getattr(block, "field", None)] if each
    ]


@pytest.mark.parametrize("count", [2, 3])
def test_what_is_ticked_is_legible_or_named_as_left_out(
    make_window: MakeWindow, qtbot: QtBot, count: int
) -> None:
    kinds = ("SimpleRNN", "LSTM", "GRU")[:count]
    window = make_window(*map(text_network, kinds))
    window.services.explaining.sample = sample
    ticked = ("words", "prediction", "maps", "curves")
    shown_once = set()
    for explained in (("attribution", "fading"), ("memory", "padding"), EXPLAINED):
        wanted = {*ticked, *explained}
        known(window, qtbot, *explained)
        for size in (QSizeF(1280, 720), QSizeF(643, 643), QSizeF(640, 360), QSizeF(1920, 2400)):
            picture = composed(window, *wanted, size=size)
            blocks = [block for block in picture.blocks if not isinstance(block, Header)]
            shown = set().union(*map(_parts_of, blocks))
            said = " ".join(picture.notes)
            for row in (*PART_ROWS, *EXPLAINED_ROWS):
                assert (row.name in shown, row.text in said) == (
                    row.name in wanted & shown,
                    row.name in wanted - shown,
                ), (size, row.name)
            for block in blocks:
                assert QRectF(QPointF(), size).contains(block.box), (size, type(block))
                for field in _fields_of(block):  # the ends of a scale stand clear of each other
                    assert field.box.height() >= 20 and field.box.width() > 60, (size, type(block))
            for one, other in itertools.combinations(blocks, 2):
                assert not one.box.intersects(other.box), (type(one), type(other))
            shown_once |= shown
            assert "prediction" in shown
    assert shown_once == {*ticked, *EXPLAINED}


def test_the_dialog_offers_the_scale_at_which_all_has_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="attribution")
    explaining.page = "fading"
    wait(window, qtbot)
    dialog = PictureDialog(window, window.services)
    dialog.show()
    dialog.form.scale.setValue(200)
    dialog.draw()
    assert "Heat maps" in dialog.notes.text() and dialog.fit.isVisible()
    dialog.fit.click()
    dialog.draw()
    assert 50 <= dialog.form.scale.value() < 200
    assert dialog.notes.isHidden() and dialog.fit.isHidden()
    dialog.reject()
