"""Pictures: what is shown, whole, on a sheet of a chosen size, in every format."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QByteArray, QSizeF, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.numbers.generated import random_numbers
from engine.sequence import Sequence
from engine.session.pane import Shade
from engine.session.session import Session
from engine.session.signals import values_of
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from gui.export import picture as pictures
from gui.export.picture import SheetDrawing, data_of, image, write_picture
from gui.i18n.languages import install_language
from gui.kit.work import stop_all
from gui.look.colours import colour_map
from gui.look.dressing import apply_theme
from gui.look.theme import DARK, LIGHT, theme, wearing
from gui.naming import pane_names
from gui.panes.chooser import SeriesChips
from gui.pictures.cell import CellBlock
from gui.pictures.composition import Composition, Content
from gui.pictures.filming import array_of
from gui.pictures.films import StepFilm
from gui.pictures.header import Header
from gui.pictures.networks import NetworkBlock
from gui.pictures.partial import Partial
from gui.pictures.parts import PARTS
from gui.pictures.picture_dialog import PictureDialog, export_picture
from gui.pictures.prediction import Predictions
from gui.pictures.review_block import Columns, Words
from gui.pictures.stage import FramePainter, content
from gui.plots.scale import levels
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import LENGTH, TEXT, MakeWindow, is_near, settle
from tests.networks import text_network

SHEET = QSizeF(1280, 720)
SIZES = [(1280, 720), (643, 643), (960, 720), (800, 800)]


def composed(session: Session, size: QSizeF = SHEET, **options: object) -> Composition:
    look = options.pop("look", LIGHT)
    content = Content(**options)  # type: ignore[arg-type]
    return Composition(session.copy(), content, size, look)  # type: ignore[arg-type]


def drawing(composition: Composition) -> SheetDrawing:
    return SheetDrawing(composition.paint, composition.size)


def shot(composition: Composition, scale: float = 1.0) -> npt.NDArray[np.int16]:
    return array_of(image(drawing(composition), scale)).astype(np.int16)


def labels(composition: Composition) -> list[str]:
    """The texts of a picture, in order."""
    found = bytes(data_of(drawing(composition), ".svg").data()).decode()
    return re.findall(r'aria-label="([^"]*)"', found)


def sequence_of(steps: int, columns: int) -> Sequence:
    values = random_numbers(steps, columns).values.astype(np.float32)
    names = tuple(str(step + 1) for step in range(steps))
    return Sequence(values, names, np.ones(steps, bool), title="random numbers")


def networks(composition: Composition) -> list[NetworkBlock]:
    return [block for block in composition.blocks if isinstance(block, NetworkBlock)]


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """What the usual window shows, without the window."""
    made = Session()
    made.set_networks([text_network("SimpleRNN"), text_network("LSTM")])
    made.read(encode(TEXT, imdb(), Encoding(length=LENGTH)))
    return made


# -- what is drawn -----------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_row_of_every_network_is_whole_and_as_the_trace_says(
    make_window: MakeWindow, width: int, height: int
) -> None:
    """However small the window is, and whatever has to be scrolled in it."""
    window = make_window(text_network("SimpleRNN"), text_network("LSTM"), size=(760, 520))
    window.session.step = 30
    picture = composed(window.session, QSizeF(width, height), parts=frozenset({"maps", "curves"}))
    assert picture.notes == []
    pixels = shot(picture, 2.0)
    for block, count in zip(networks(picture), (1, 6), strict=True):
        assert len(block.maps) == count
        trace = window.session.panes[block.place].layer_trace
        assert trace is not None
        for series, field in block.maps:
            assert field.box.top() >= 0
            assert field.box.bottom() <= height
            values = trace.series[series.key]
            shared = values_of(window.session.panes, series.key)
            low, high = levels(series, values, shared, "shared")
            for step, unit in ((5, 0), (20, 4), (39, 7)):
                share = float(np.clip((values[step, unit] - low) / (high - low), 0, 1))
                row = field.box.top() + (unit + 0.5) * field.box.height() / values.shape[1]
                column = field.x_of(step + 0.5)
                wanted = colour_map(LIGHT, signed=series.signed)[round(share * 255)]
                found = pixels[round(row * 2), round(column * 2)]
                assert np.abs(found - wanted.astype(np.int16)).max() <= 2


def test_the_curve_the_dot_and_the_cursor_stand_where_the_answer_is(session: Session) -> None:
    session.step = 20
    picture = composed(session, parts=frozenset({"prediction"}))
    (block,) = (block for block in picture.blocks if isinstance(block, Predictions))
    pixels = shot(picture)
    for place, curve in enumerate(session.predictions()):
        assert curve is not None
        for step in (10, 30):
            spot = block.field.point(step, float(curve[step]), 0.0, 1.0)
            around = pixels[round(spot.y()) - 2 : round(spot.y()) + 3, round(spot.x())]
            assert is_near(around, LIGHT.networks[place], 60).any()
    accent = is_near(pixels, LIGHT.accent, 60)
    column = round(block.field.x_of(20.5))
    assert accent[:, column - 1 : column + 1].sum() > 200


def test_the_head_says_title_review_step_and_word_in_the_windows_language(
    session: Session,
) -> None:
    session.step = 31
    word = session.step_names[31]
    texts = labels(composed(session, heading="My <figure> & more"))
    assert "My &lt;figure&gt; &amp; more" in texts
    assert f"“{word}”" in texts
    assert "step 32 of 40" in texts
    for curve in session.predictions():
        assert curve is not None
        assert f"{curve[31]:.2f}" in texts
    install_language(QGuiApplication.instance(), "ko")  # type: ignore[arg-type]
    korean = labels(composed(session))
    assert "스텝 32 / 40" in korean
    assert "지금까지의 예측" in korean


def test_the_words_have_their_colours_and_the_head_their_scale(session: Session) -> None:
    only = frozenset({"words"})
    assert not any("unit" in text for text in labels(composed(session, parts=only)))
    session.shade = Shade(1, "f", 2)
    texts = labels(composed(session, parts=only))
    assert any("f · unit 3" in text for text in texts)
    plain = labels(composed(session, parts=only - {"words"}))
    assert not any("f · unit 3" in text for text in plain)


KINDS: dict[str, type] = {"words": Words, "prediction": Predictions, "cell": CellBlock}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_may_be_left_out(session: Session, part: str) -> None:
    session.focus = 1
    everything = composed(session, QSizeF(1400, 900))
    without = composed(session, QSizeF(1400, 900), parts=frozenset(PARTS) - {part})
    assert everything.notes == without.notes == []
    assert (shot(everything) != shot(without)).any()
    if part in ("words", "prediction"):
        assert KINDS[part] in map(type, everything.blocks)
        assert KINDS[part] not in map(type, without.blocks)
    if part == "maps":
        assert not any(block.maps for block in networks(without))
    if part == "equations":
        assert any("keeps" in text for text in labels(everything))
        assert not any("keeps" in text for text in labels(without))
    assert [type(block) for block in composed(session, parts=frozenset()).blocks] == [Header]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_takes_the_sheet(session: Session, part: str) -> None:
    picture = composed(session, parts=frozenset({part}))
    assert picture.notes == []
    assert is_near(shot(picture), LIGHT.surface, 0).mean() < 0.999


def test_what_has_no_room_is_said(session: Session) -> None:
    small = composed(session, QSizeF(320, 240))
    assert len(small.notes) >= 2
    narrow = {"size": QSizeF(300, 260), "parts": frozenset({"words", "prediction"})}
    session.step = 20
    cut = composed(session, **narrow)  # type: ignore[arg-type]
    assert cut.notes == ["Of the words, only the lines around the step have room."]
    assert labels(cut).count("…") == 1, "the last line is missing"
    session.step = 39
    assert labels(composed(session, **narrow)).count("…") == 1  # type: ignore[arg-type]
    narrow["size"] = QSizeF(250, 260)
    session.step = 25
    assert labels(composed(session, **narrow)).count("…") == 2  # type: ignore[arg-type]
    for size in ((320, 240), (240, 800), (800, 240), (240, 240)):
        shot(composed(session, QSizeF(*size)))  # nothing raises


def test_before_anything_is_read_it_says_so(make_window: MakeWindow) -> None:
    window = make_window(text="")
    picture = composed(window.session)
    assert "Nothing has been read yet" in picture.notes[0]
    shot(picture)


def test_numbers_are_drawn_as_columns(make_window: MakeWindow) -> None:
    window = make_window(numbers_network(2), text="")
    window.session.read(sequence_of(12, 2))
    picture = composed(window.session, columns=("first", "second"))
    assert any(isinstance(block, Columns) for block in picture.blocks)
    assert {"first", "second"} <= set(labels(picture))


# -- the look ----------------------------------------------------------------------------


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("window_look", ["light", "dark"])
def test_the_picture_wears_its_own_look_and_the_window_keeps_its(
    session: Session, look: object, window_look: str
) -> None:
    apply_theme(window_look)
    settle()
    worn = theme()
    pixels = shot(composed(session, look=look))
    ground = DARK.ground if look is DARK else LIGHT.surface
    assert is_near(pixels[2:3, 2:3], ground, 0).all()
    other = LIGHT if look is DARK else DARK
    assert not is_near(pixels, other.accent, 2).any()
    assert theme() is worn


def test_a_look_is_taken_off_whatever_happens() -> None:
    before = theme()
    with pytest.raises(ValueError, match="broken"), wearing(LIGHT):
        assert theme() is LIGHT
        raise ValueError("broken")
    assert theme() is before


# -- formats -----------------------------------------------------------------------------


def test_a_png_has_the_pixels_and_says_how_large_they_are(session: Session, tmp_path: Path) -> None:
    write_picture(drawing(composed(session)), tmp_path / "a.png", 1.5)
    written = QImage(str(tmp_path / "a.png"))
    assert (written.width(), written.height()) == (1920, 1080)
    assert written.dotsPerMeterX() == round(96 * 1.5 / 0.0254)


def test_an_svg_has_outlines_for_texts_and_looks_as_the_png(session: Session) -> None:
    session.step = 25
    picture = drawing(composed(session))
    data = bytes(data_of(picture, ".svg").data()).decode()
    assert "<text" not in data
    renderer = QSvgRenderer(QByteArray(data.encode()))
    assert renderer.isValid()
    again = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(again)
    renderer.render(painter)
    painter.end()
    first = array_of(image(picture, 1.0)).astype(np.int16)
    apart = np.abs(array_of(again).astype(np.int16) - first).max(axis=2)
    assert (apart > 100).mean() < 0.02  # edges of letters


def test_a_pdf_has_a_page_of_its_size_with_its_typefaces(session: Session) -> None:
    data = bytes(data_of(drawing(composed(session)), ".pdf").data())
    assert data.startswith(b"%PDF")
    assert re.search(rb"/MediaBox\s*\[\s*0 0 960\S* 540\S*\s*\]", data)
    assert data.count(b"/FontFile") >= 3  # two weights of Pretendard, and the letters of series
    assert b"Pretendard" in data


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf"])
def test_what_cannot_be_written_is_said_and_nothing_is_left(
    session: Session, tmp_path: Path, name: str
) -> None:
    with pytest.raises(GatescopeError, match="cannot be written"):
        write_picture(drawing(composed(session)), tmp_path / "missing" / name)
    assert not list(tmp_path.glob("missing*"))


def test_too_large_a_picture_is_a_sentence() -> None:
    with pytest.raises(GatescopeError, match="too large"):
        image(SheetDrawing(lambda painter: None, QSizeF(60_000, 60_000)), 6.0)


# -- the session is left alone -----------------------------------------------------------


def test_a_copy_of_a_session_moves_alone(session: Session) -> None:
    told: list[int] = []
    twin = session.copy()
    session.step_changed.connect(told.append)
    before, panes = session.step, session.panes
    twin.step = before - 3
    twin.choose_unit(1, 4)
    twin.shade = Shade(1, "h")
    network = replace(panes[1].network, name="another")
    twin.update_network(1, network)
    assert twin.panes[1].network is network
    assert twin.panes[1].trace is not None
    assert twin.panes[1].trace.network is network
    assert twin.step == before - 3
    assert session.panes is panes
    assert (session.step, session.shade, told) == (before, Shade(), [])


# -- the dialog and the commands ---------------------------------------------------------


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> PictureDialog:
    made = PictureDialog(window, window.services)
    made.show()
    settle()
    return made


def written(dialog: PictureDialog, path: Path, qtbot: QtBot) -> Path:
    """Let the dialog write a picture; where it is."""
    dialog.write(path)
    assert dialog.is_writing and not dialog.save.isEnabled()
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    assert stop_all() and dialog.save.isEnabled() and dialog.waiting.isHidden()
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Pictures are encoded only once the window, in its thread, lets them."""
    let, encoded = threading.Event(), pictures.encoded

    def encode(picture: QImage) -> QByteArray:
        assert let.wait(20), "the window stood still"
        return encoded(picture)

    monkeypatch.setattr(pictures, "encoded", encode)
    yield let
    let.set()


def test_the_window_lives_while_a_picture_is_written(
    dialog: PictureDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path,
    held: threading.Event,
) -> None:  # fmt: skip
    """It paints part by part in its turns, and encodes in another thread."""
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(len(turns)))
    timer.start(0)
    path = tmp_path / "a.png"
    dialog.write(path)
    assert not turns, "nothing is done at once"
    parts = len(dialog._drawing.turns)
    assert parts > 4
    qtbot.waitUntil(lambda: dialog.waiting.what.text().startswith("Writing"), timeout=20_000)
    assert len(turns) >= parts, "the window has had its turn after every part"
    window.session.step = 7  # it is used meanwhile, and what is written stays what it was
    assert dialog.waiting.isVisible() and not path.exists()
    held.set()
    qtbot.waitUntil(lambda: not dialog.is_writing, timeout=20_000)
    timer.stop()
    assert path.exists() and dialog.notice.kind == "good"


@pytest.mark.parametrize("how", ["button", "close"])
def test_a_picture_is_given_up_and_leaves_nothing(
    dialog: PictureDialog, qtbot: QtBot, tmp_path: Path, held: threading.Event, how: str
) -> None:
    dialog.write(tmp_path / "a.png")
    qtbot.waitUntil(lambda: dialog.waiting.what.text().startswith("Writing"), timeout=20_000)
    if how == "button":
        dialog.waiting.cancel.click()
        assert not dialog.is_writing and dialog.save.isEnabled()
    else:
        dialog.close()
    held.set()
    assert stop_all()
    settle()
    assert list(tmp_path.glob("*.png*")) == []


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_part_by_part_is_the_same_picture(session: Session, suffix: str) -> None:
    composition = composed(session)
    whole = SheetDrawing(composition.paint, composition.size)
    parted = SheetDrawing(composition.paint, composition.size, parts=composition.parts)
    one, other = (bytes(data_of(each, suffix).data()) for each in (whole, parted))
    if suffix == ".pdf":  # holds the time and an identifier
        assert abs(len(one) - len(other)) < 100
    else:
        assert one == other


def test_what_is_chosen_is_drawn_written_and_remembered(
    dialog: PictureDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    form, chosen = dialog.form, window.services.settings.picture
    form.size_box.setCurrentIndex(2)
    form.size_box.activated.emit(2)
    form.look.setCurrentIndex(1)
    form.parts["cell"].setChecked(True)
    form.heading.setText("A title")
    read = QImage(str(written(dialog, tmp_path / "a.png", qtbot)))
    assert dialog.notice.kind == "good"
    assert (read.width(), read.height()) == (chosen.width, chosen.height) == (1928, 1928)
    assert read.pixelColor(3, 3).name() == DARK.ground
    written(dialog, tmp_path / "a.pdf", qtbot)
    window.services.settings.save()
    again = Settings.load().picture
    assert again == chosen
    assert again.left_out == ["equations"]
    assert (again.look, again.format, again.scale) == ("dark", ".pdf", 300)
    form.width_box.setValue(700)
    assert form.size_box.currentText() == "Of your own"


def test_the_preview_follows_the_window(
    dialog: PictureDialog, window: MainWindow, qtbot: QtBot
) -> None:
    def seen() -> QImage:
        return dialog.preview.grab().toImage()

    before = seen()
    window.session.step = 33
    qtbot.waitUntil(lambda: seen() != before, timeout=5_000)
    before = seen()
    window.session.choose_unit(0, 5)
    qtbot.waitUntil(lambda: seen() != before, timeout=5_000)
    dialog.close()
    settle()
    window.session.step = 3  # nobody listens any more


def test_no_room_is_said_below_the_preview(dialog: PictureDialog) -> None:
    assert dialog.notes.isHidden()
    dialog.form.scale.setValue(600)
    dialog.draw()
    assert dialog.notes.isVisible()
    assert dialog.notes.text()


def test_a_failed_file_is_said_in_the_dialog(
    dialog: PictureDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    written(dialog, tmp_path / "missing" / "a.svg", qtbot)
    assert dialog.notice.kind == "error"


def test_copying_puts_the_picture_into_the_clipboard(
    dialog: PictureDialog, window: MainWindow, qtbot: QtBot
) -> None:
    chosen = window.services.settings.picture
    chosen.width, chosen.height, chosen.scale = 640, 480, 50
    copies: list[Callable[[], object]] = [
        window.commands.all["copy_picture"].trigger,
        dialog.copy.click,
    ]
    for act in copies:
        QGuiApplication.clipboard().clear()
        act()
        qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=10_000)
        picture = QGuiApplication.clipboard().image()
        assert (picture.width(), picture.height()) == (640, 480)
    assert (
        dialog.notice.text == "The picture is in the clipboard."
    )  # the rest stands below the picture
    assert window.notice.text == (
        "The picture is in the clipboard. At this scale the smallest letters are 5.5 pixels high; "
        "they can be read from a scale of 75\u00a0% on."
    )
    chosen.scale = 200
    window.commands.all["copy_picture"].trigger()
    # What the dialog would say below the picture.
    qtbot.waitUntil(lambda: "have no room" in window.notice.text, timeout=10_000)
    assert stop_all()


def test_the_command_opens_the_dialog(window: MainWindow) -> None:
    window.commands.all["export_picture"].trigger()
    settle()
    (opened,) = window.findChildren(PictureDialog)
    assert opened.isVisible()
    opened.close()


def test_drawing_makes_no_widgets(session: Session) -> None:
    """They would have no parent, and be taken apart by any thread that collects the garbage."""
    before = len(QApplication.allWidgets())
    picture = composed(session, QSizeF(1400, 900))
    shot(picture)
    assert picture.notes == []
    assert len(QApplication.allWidgets()) == before


PARTIAL = "a part of the model: 2 weights left out"


@pytest.mark.parametrize("place", [0, 1])
def test_a_part_of_a_model_is_said_whatever_is_drawn(window: MainWindow, place: int) -> None:
    network = replace(window.session.panes[place].network, left_out=("a", "b"))
    window.session.replace_network(place, network)
    for parts in (*(frozenset({part}) for part in PARTS), frozenset(PARTS)):
        for size in (SHEET, QSizeF(643, 643)):
            picture = composed(window.session, size, parts=parts)
            said = [text for text in labels(picture) if text.startswith(PARTIAL)]
            assert said == [f"{PARTIAL} · {pane_names(window.session)[place]}"], parts
            block = next(block for block in picture.blocks if isinstance(block, Partial))
            others = [other.box for other in picture.blocks if other is not block]
            assert not any(block.box.intersects(box) for box in others), parts
    film = StepFilm(window.session.copy(), 0, 3)
    chosen = window.services.settings.picture
    frame = FramePainter(film, content(window.services, chosen), chosen, LIGHT)
    frame.frame()
    assert frame.composition is not None
    assert any(isinstance(block, Partial) for block in frame.composition.blocks)


def test_a_whole_model_says_nothing_of_parts(session: Session) -> None:
    assert not any("part of" in text for text in labels(composed(session)))


def test_the_prediction_says_what_its_ends_mean(window: MainWindow) -> None:
    for pane in window.session.panes:
        window.services.reading.dictionaries.use_imdb(pane.network)
    drawn = content(window.services, window.services.settings.picture)
    assert drawn.ends == ("negative", "positive")
    texts = labels(composed(window.session, ends=drawn.ends, parts=frozenset({"prediction"})))
    assert {"negative", "positive"} <= set(texts)


def test_the_curves_are_those_that_the_pane_shows(window: MainWindow) -> None:
    (chips,) = window.panes.views[1].findChildren(SeriesChips)
    (chip,) = (each for each in chips.findChildren(QToolButton) if each.text() == "o")
    chip.click()
    chosen = window.services.settings.picture
    drawn = content(window.services, chosen)
    assert drawn.curves is not None
    assert drawn.curves[1] == ("c", "f", "o")
    everything = shot(composed(window.session, curves={1: ("c", "f", "o")}))
    assert (everything != shot(composed(window.session, curves={1: ("c", "f")}))).any()
    assert (everything != shot(composed(window.session, curves={1: ()}))).any()
    usual = shot(composed(window.session))
    assert (shot(composed(window.session, curves={1: ("z",)})) == usual).all(), "of another cell"


def test_letters_too_small_to_be_read_are_said_with_the_scale_that_helps(
    dialog: PictureDialog, window: MainWindow, tmp_path: Path
) -> None:
    for scale, is_small in ((50, True), (74, True), (75, False), (100, False)):
        dialog.form.scale.setValue(scale)
        dialog.draw()
        assert ("smallest letters" in dialog.notes.text()) == is_small
        assert (
            f"{11 * scale / 100:.1f}".removesuffix(".0") + " pixels" in dialog.notes.text()
        ) == is_small
        said = export_picture(window.services, tmp_path / "p.png")
        assert any("smallest letters" in text for text in said) == is_small
    dialog.form.scale.setValue(50)
    dialog.draw()
    dialog.fit.click()
    dialog.draw()
    assert dialog.form.scale.value() == 75 and "smallest" not in dialog.notes.text()
