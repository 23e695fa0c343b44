"""The window as a whole: keys, typing, errors in place, drawers, remembering, ending."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.library import bundled
from engine.session.pane import Shade
from engine.text.corpus import Corpus, Numbers
from engine.text.dictionary import Dictionary, imdb
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.places import MODELS, REVIEWS
from gui.review.details import DetailsDialog
from gui.settings import Settings
from gui.window.drop_frame import DropFrame
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, TEXT, MakeWindow, case, dispose, pixels, settle
from tests.networks import text_network

ROOT = Path(__file__).resolve().parents[2]

Key = Qt.Key
LAST = LENGTH - 1
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

needs_models = pytest.mark.skipif(
    {"simple_rnn", "lstm", "gru"} - {entry.name for entry in bundled()} != set(),
    reason="the trained models are not in assets/models: run `make models`",
)


class Few(Corpus):
    """Four reviews in memory."""

    texts = ("a good film", "a bad film", "the plot was thin", "i liked the acting")

    def __init__(self) -> None:
        self.title = "Few"
        self.labels = np.array([1, 0, 0, 1], np.int8)
        self.lengths = np.array([len(text.split()) + 1 for text in self.texts], np.int32)

    @property
    def dictionary(self) -> Dictionary:
        return imdb()

    def text(self, n: int) -> str:
        return self.texts[n]

    def ranks(self, n: int) -> npt.NDArray[np.int32]:
        words = self.texts[n].split()
        return self.dictionary.numbers(words)[0]

    @property
    def _all_texts(self) -> tuple[npt.NDArray[np.uint8], Numbers, Numbers]:
        raw = [text.encode() for text in self.texts]
        starts = np.cumsum([0, *map(len, raw)])
        return np.frombuffer(b"".join(raw), np.uint8), starts, np.arange(len(raw))


def state(window: MainWindow) -> tuple[object, ...]:
    """Everything that a key could change."""
    session = window.session
    return (
        session.review,
        session.step,
        session.focus,
        [pane.units for pane in session.panes],
        session.shade,
        window.playback.whole.isChecked(),
        window.services.display.scale,
        window.services.player.playing,
        window.services.player.speed,
    )


# -- keys ---------------------------------------------------------------------------------


STEPPING: tuple[tuple[int, Qt.Key, Qt.KeyboardModifier | None, int], ...] = (
    (20, Key.Key_Right, None, 21),
    (LAST, Key.Key_Right, None, LAST),
    (20, Key.Key_Left, None, 19),
    (0, Key.Key_Left, None, 0),
    (20, Key.Key_Right, SHIFT, 30),
    (35, Key.Key_Right, SHIFT, LAST),
    (20, Key.Key_Left, SHIFT, 10),
    (20, Key.Key_Home, None, 0),
    (20, Key.Key_End, None, LAST),
)
"""Where a step is, a key, and where it is then."""


def test_keys_step(window: MainWindow, qtbot: QtBot) -> None:
    widgets: dict[str, QWidget] = {
        "words": window.reading_view.words,
        "plot": window.panes.views[1].curves,
        "slider": window.playback.slider,
        "button": window.playback.forward,
    }
    for focus in ["words", "plot", "slider", "button"]:
        with case(focus):
            for start, key, modifier, there in STEPPING:
                window.playback.play.setFocus()
                widgets[focus].setFocus()
                window.session.step = start
                qtbot.keyClick(widgets[focus], key, modifier or Qt.KeyboardModifier.NoModifier)
                assert window.session.step == there, (start, key, modifier)
                shown = window.panes.views[0].curves.step
                assert shown == window.playback.slider.value() == there, (start, key, modifier)


def test_space_plays_and_pauses(window: MainWindow, qtbot: QtBot) -> None:
    for focus in ["words", "play", "slider"]:
        with case(focus):
            widget = {
                "words": window.reading_view.words,
                "play": window.playback.play,
                "slider": window.playback.slider,
            }[focus]
            window.session.step = 5
            widget.setFocus()
            qtbot.keyClick(widget, Key.Key_Space)
            assert window.services.player.playing
            qtbot.keyClick(widget, Key.Key_Space)
            assert not window.services.player.playing


def test_up_and_down_choose_a_unit(window: MainWindow, qtbot: QtBot) -> None:
    window.session.choose_unit(1, 3)
    qtbot.keyClick(window.reading_view.words, Key.Key_Down)
    assert window.session.panes[1].units == (4,) and window.session.panes[0].units == (0,)
    for _ in range(9):
        qtbot.keyClick(window.reading_view.words, Key.Key_Up)
    assert window.session.panes[1].units == (0,)


def test_plus_and_minus_change_the_speed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reading_view.words, Key.Key_Plus)
    assert window.services.player.speed == 8
    qtbot.keyClick(window.reading_view.words, Key.Key_Equal)
    assert window.services.player.speed == 16
    qtbot.keyClick(window.reading_view.words, Key.Key_Minus)
    assert window.services.player.speed == 8


def test_f_shows_the_whole_s_takes_another_scale_p_goes_to_the_next_pane(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.step = 3
    before = pixels(window.centre)
    qtbot.keyClick(window.reading_view.words, Key.Key_F)
    assert window.playback.whole.isChecked()
    assert not np.array_equal(pixels(window.centre), before)
    qtbot.keyClick(window.reading_view.words, Key.Key_F)
    np.testing.assert_array_equal(pixels(window.centre), before)
    for scale in ("fixed", "stretched", "shared"):
        qtbot.keyClick(window.reading_view.words, Key.Key_S)
        assert window.services.display.scale == scale
        assert np.array_equal(pixels(window.centre), before) == (scale == "shared")
    for focus in (1, 0, 1):
        qtbot.keyClick(window.reading_view.words, Key.Key_P)
        assert window.session.focus == focus


def test_r_n_and_b_go_through_the_reviews(window: MainWindow, qtbot: QtBot) -> None:
    window.services.reading.corpus = Few()
    window.services.reading.open_number(0)
    for key, number in (
        (Key.Key_N, 1),
        (Key.Key_PageDown, 2),
        (Key.Key_N, 3),
        (Key.Key_N, 0),
        (Key.Key_B, 3),
        (Key.Key_PageUp, 2),
    ):
        qtbot.keyClick(window.reading_view.words, key)
        assert window.services.reading.number == number
        review = window.session.review
        assert review is not None and review.text == Few.texts[number]
    found = set()
    for _ in range(60):
        qtbot.keyClick(window.reading_view.words, Key.Key_R)
        found.add(window.services.reading.number)
    assert found == {0, 1, 2, 3}


def test_question_mark_shows_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reading_view.words, Key.Key_Question)
    (dialog,) = window.findChildren(ShortcutsDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.query)
    qtbot.keyClick(dialog.query, Key.Key_Escape)
    settle()
    assert not window.findChildren(ShortcutsDialog)


def test_ctrl_i_shows_what_is_read(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reading_view.words, Key.Key_I, CTRL)
    (dialog,) = window.findChildren(DetailsDialog)
    assert dialog.isVisible()
    dialog.close()
    settle()


def test_f10_opens_the_menu_of_everything(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reading_view.words, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    def inside(menu: QMenu) -> set[object]:
        found: set[object] = set()
        for action in menu.actions():
            deeper = action.menu()
            found |= inside(deeper) if isinstance(deeper, QMenu) else {action}
        return found

    offered = inside(menu)
    left_out = [
        name
        for name, action in window.commands.all.items()
        if action not in offered and name != "menu"
    ]
    assert not left_out
    screen = window.screen().availableGeometry()
    assert (
        screen.contains(menu.geometry())
        or menu.geometry().bottom() <= window.geometry().bottom() + 40
    )
    menu.close()
    settle()


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 25


PLAIN = "frps nb-+=?RPFSN"


@pytest.mark.parametrize("kind", [QPlainTextEdit, QLineEdit])
def test_keys_typed_into_a_text_box_are_not_stolen(
    window: MainWindow, qtbot: QtBot, kind: type[QWidget]
) -> None:
    if kind is QPlainTextEdit:
        qtbot.keyClick(window.reading_view.words, Key.Key_N, CTRL)
    else:
        qtbot.keyClick(window.reading_view.words, Key.Key_F, CTRL)
    box = QApplication.focusWidget()
    assert isinstance(box, kind)
    box.clear()
    window.services.reading.encoding_changed.emit()
    review, before = window.session.review, state(window)[1:]

    def typed() -> str:
        text = box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
        return str(text)

    qtbot.keyClicks(box, PLAIN)
    assert typed() == PLAIN
    for key in (Key.Key_Home, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(box, key)
    qtbot.keyClicks(box, "x")
    assert typed() == "fx" + PLAIN[1:], "arrows and Home move inside the box"
    if kind is QLineEdit:
        assert window.session.review is review and state(window)[1:] == before
    else:
        qtbot.waitUntil(lambda: window.session.review is not review)
        assert state(window)[2:] == (review, *before)[2:], "only what is read has changed"
    assert not window.services.player.playing


def test_the_spin_box_keeps_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    spin = window.cell.findChild(QSpinBox)
    assert spin is not None
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "5")
    qtbot.keyClick(spin, Key.Key_Return)
    assert window.session.panes[0].units == (4,)
    step = window.session.step
    qtbot.keyClick(spin, Key.Key_Left)
    qtbot.keyClick(spin, Key.Key_Home)
    assert window.session.step == step


def test_escape_gives_the_keys_back_or_tab_leaves_the_box(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reading_view.words, Key.Key_F, CTRL)
    box = QApplication.focusWidget()
    assert box is not None
    qtbot.keyClick(box, Key.Key_Tab)
    assert QApplication.focusWidget() is not box


# -- drawers and menus --------------------------------------------------------------------


def test_the_rail_and_the_keys_open_the_drawers(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    for name, key in (("models", Key.Key_1), ("reviews", Key.Key_2)):
        qtbot.mouseClick(window.rail.drawers[name], Qt.MouseButton.LeftButton)
        assert window.drawers.isVisible() and window.rail.drawers[name].isChecked()
        qtbot.keyClick(window.reading_view.words, key, CTRL)
        assert not window.drawers.isVisible() and not window.rail.drawers[name].isChecked()
    qtbot.keyClick(window.reading_view.words, Key.Key_1, CTRL)
    qtbot.keyClick(window.reading_view.words, Key.Key_2, CTRL)
    shown = [place for place in (MODELS, REVIEWS) if window.drawers.open(place).isVisible()]
    assert shown, "one drawer is open"
    assert not (
        window.drawers.panel(MODELS).isVisible() and window.drawers.panel(REVIEWS).isVisible()
    )


def test_nothing_appears_outside_the_window_when_a_drawer_opens(
    window: MainWindow, qapp: QApplication
) -> None:
    class Watcher(QObject):
        strays: list[QObject] = []  # noqa: RUF012

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow():
                self.strays.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    for drawer in ("models", "reviews", ""):
        window.drawers.show_place(drawer)
        settle()
    qapp.removeEventFilter(watcher)
    assert watcher.strays == [] and QApplication.activeWindow() is window


def test_a_panes_name_opens_its_menu(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panes.views[1].header.name, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (close,) = [action for action in menu.actions() if action.text() == "Close this pane"]
    close.trigger()
    menu.close()
    settle()
    assert [pane.network.name for pane in window.session.panes] == ["SimpleRNN(8)"]
    assert len(window.panes.views) == 1


def test_a_right_click_does_nothing_harmful(window: MainWindow) -> None:
    before = pixels(window)
    for widget in (
        window.reading_view.words.viewport(),
        window.panes.views[0].curves.viewport(),
        window.cell,
    ):
        at = widget.rect().center()
        QApplication.sendEvent(
            widget,
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(QPoint(at))),
        )
        assert QApplication.activePopupWidget() is None
    np.testing.assert_array_equal(pixels(window), before)


# -- bad input ------------------------------------------------------------------------------


def test_what_has_no_word_is_said_in_place(window: MainWindow) -> None:
    for text in ["", "   \n\t", "!!! ... ,,,"]:
        with case(text):
            before, picture = state(window), pixels(window.reading_view.words)
            window.services.reading.read_text(text)
            settle()
            assert window.notice.isVisible() and len(window.notice.text) > 20
            assert state(window) == before
            np.testing.assert_array_equal(pixels(window.reading_view.words)[:100], picture[:100])
            window.services.reading.read_text("good")
            assert not window.notice.isVisible(), "what was overtaken is not said any longer"


def test_strange_texts_are_read_and_drawn(window: MainWindow) -> None:
    for text in [
        "zyzzyva qwxyz blorb",
        "😀 🎬 👩‍👩‍👧 fine 🍿",
        "فيلم رائع جدا والله",
        "good\x00film\x07with\x1bcontrols\u202eand\u200bmore",
        "a" * 5000,
        "<b>bold</b> & <script>alert(1)</script> %s {step}",
    ]:
        with case(text):
            window.services.reading.read_text(text)
            for step in (0, LAST):
                window.session.step = step
                picture = pixels(window)
                assert picture.std() > 5
            review = window.session.review
            assert review is not None and review.text == text
            for pane in window.session.panes:
                assert pane.trace is not None and np.isfinite(pane.trace.prediction).all()
            boxes = [window.reading_view.words.box_of(step) for step in range(LENGTH)]
            assert max(box.right() for box in boxes) <= window.reading_view.words.viewport().width()


def test_a_million_words_are_read_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    text = "good bad film plot " * 250_000
    before = window.session.review
    window.services.reading.read_text(text)
    assert window.session.review is before, "the window does not wait"
    qtbot.keyClick(window.reading_view.words, Key.Key_Home)
    assert window.session.step == 0
    qtbot.waitUntil(lambda: window.session.review is not before, timeout=20_000)
    review = window.session.review
    assert review is not None and len(review.token_ids) == 1_000_001 and len(review) == LENGTH


# -- beside the window -------------------------------------------------------------------------


def test_of_many_texts_the_last_is_drawn(window: MainWindow, qtbot: QtBot) -> None:
    window.services.work_in_background()
    for k in range(30):
        window.services.reading.read_text(f"{TEXT} {'very ' * k}")
    qtbot.waitUntil(lambda: not window.session.busy, timeout=5000)
    review = window.session.review
    assert review is not None and review.text == f"{TEXT} {'very ' * 29}"
    layer = window.session.panes[1].layer_trace
    assert layer is not None
    np.testing.assert_array_equal(
        window.panes.views[1].rows["f"].map.image.image, layer.series["f"].T
    )


def test_networks_come_and_go_while_a_review_is_read(window: MainWindow, qtbot: QtBot) -> None:
    window.services.work_in_background()
    for kind in ("GRU", "LSTM", "SimpleRNN"):
        window.session.replace_network(0, text_network(kind, 5))
        pixels(window)  # painted before the answer is there
    window.session.add_network(text_network("GRU"))
    qtbot.waitUntil(lambda: not window.session.busy, timeout=5000)
    settle()
    assert [pane.network.name for pane in window.session.panes] == [
        "SimpleRNN(5)",
        "LSTM(8)",
        "GRU(8)",
    ]
    for place, pane in enumerate(window.panes.views):
        layer = window.session.panes[place].layer_trace
        assert layer is not None
        for key, row in pane.rows.items():
            np.testing.assert_array_equal(row.map.image.image, layer.series[key].T)


@pytest.mark.parametrize("busy", [False, True])
def test_closing_leaves_no_thread(make_window: MakeWindow, qtbot: QtBot, busy: bool) -> None:
    before = set(threading.enumerate())
    window = make_window(text_network("LSTM", 64), length=500)
    window.services.work_in_background()
    window.services.reading.prepare()
    window.services.reading.read_text("a film " * 300)
    if not busy:
        qtbot.waitUntil(lambda: not window.session.busy)
    else:
        window.services.reading.read_text("another film " * 100_000)
    window.drawers.show_place("reviews")
    window.services.player.toggle()
    window.close()

    def left() -> set[threading.Thread]:
        return {
            thread
            for thread in set(threading.enumerate()) - before
            if not thread.name.startswith("Dummy-")
        }

    qtbot.waitUntil(lambda: not left(), timeout=5000)
    assert not window.services.player.playing


# -- remembering ------------------------------------------------------------------------------


@pytest.fixture
def launch(qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window as `main.py` does, from what was remembered."""
    made: list[MainWindow] = []

    def start(*arguments: str) -> MainWindow:
        window = gui.app.make_window(main.parser().parse_args(list(arguments)), Settings.load())
        made.append(window)
        window.show()
        settle()
        return window

    yield start
    for window in made:
        dispose(window)


@needs_models
def test_a_window_comes_back_as_it_was_left(launch: Callable[..., MainWindow]) -> None:
    library = {entry.name: entry.path for entry in bundled()}
    window = launch()
    window.services.reading.read_text(TEXT)
    window.services.opener.open(library["gru"], add=True)
    window.session.choose_unit(1, 6)
    window.session.choose_unit(1, 2, extend=True)
    window.session.choose_unit(2, 4)
    window.session.shade = Shade(2, "z", 3)
    window.session.step = 77
    window.commands.appearance.use_theme("light")
    window.playback.whole.setChecked(True)
    window.services.display.scale = "stretched"
    window.services.player.speed = 16
    window.resize(790, 770)  # Qt brings back no window that is larger than the screen
    settle()
    window.middle.choose([100, 120, 300])
    settle()
    left = (state(window)[1:], [pane.network.path for pane in window.session.panes])
    sizes = (window.size(), window.across.sizes(), window.middle.sizes())
    pictures = pixels(window.prediction), pixels(window.panes.views[2])
    dispose(window)

    again = launch()
    review = again.session.review
    assert review is not None and review.text == TEXT
    assert (state(again)[1:], [pane.network.path for pane in again.session.panes]) == left
    assert (again.size(), again.across.sizes(), again.middle.sizes()) == sizes
    assert again.services.settings.window.theme == "light"
    np.testing.assert_array_equal(pixels(again.prediction), pictures[0])
    np.testing.assert_array_equal(pixels(again.panes.views[2]), pictures[1])


@needs_models
def test_the_open_drawer_and_the_language_come_back(launch: Callable[..., MainWindow]) -> None:
    window = launch()
    window.drawers.show_place("models")
    window.commands.all["language_ko"].trigger()
    settle()
    title = window.rail.drawers["models"].text()
    dispose(window)
    again = launch()
    settle()
    assert again.drawers.isVisible() and again.drawers.open(MODELS).isVisible()
    assert again.rail.drawers["models"].text() == title != "Models"


@needs_models
def test_the_very_first_launch_shows_two_networks_and_a_review(
    launch: Callable[..., MainWindow],
) -> None:
    window = launch()
    names = [pane.network.path.stem for pane in window.session.panes if pane.network.path]
    assert names == ["simple_rnn", "lstm"]
    assert window.services.reading.number == 14_880 and window.session.step == 44
    assert window.session.shade == Shade(1, "c") and window.session.focus == 1
    assert not window.notice.isVisible()


@needs_models
@pytest.mark.parametrize(
    "damage", ["", "{", "[1, 2]", '{"step": "x", "units": [["a"], 5], "shade": [9, 9], "panes": 3}']
)
def test_damaged_settings_start_afresh(launch: Callable[..., MainWindow], damage: str) -> None:
    path = Settings.path()
    path.parent.mkdir(parents=True)
    path.write_text(damage, encoding="utf-8")
    window = launch()
    assert len(window.session.panes) == 2 and window.session.step == 44
    assert window.services.player.speed == 4
    window.session.step = 50
    dispose(window)
    assert json.loads(path.read_text(encoding="utf-8"))["session"]["step"] == 50


@needs_models
def test_the_command_line_comes_before_what_was_remembered(
    launch: Callable[..., MainWindow],
) -> None:
    window = launch()
    window.session.step = 60
    dispose(window)
    path = next(entry.path for entry in bundled() if entry.name == "gru")
    arguments = ("--text", "a fine film", "--step", "98", "--size", "1100x760", "--theme", "light")
    again = launch(str(path), *arguments)
    assert [pane.shown.kind for pane in again.session.panes] == ["GRU"]
    review = again.session.review
    assert review is not None and review.text == "a fine film"
    assert again.session.step == 97 and (again.width(), again.height()) == (1100, 760)


def test_a_model_that_is_none_is_said_and_the_rest_opens(
    launch: Callable[..., MainWindow], tmp_path: object
) -> None:
    window = launch("/nowhere/at/all.keras", "--text", "a fine film")
    assert window.notice.isVisible() and "all.keras" in window.notice.text


def test_a_file_dropped_on_the_window_is_read(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("the very best film of them all", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, drop)
    review = window.session.review
    assert review is not None and review.text == "the very best film of them all"


def test_while_files_are_over_the_window_a_frame_says_so_and_nothing_is_moved(
    window: MainWindow, tmp_path: Path
) -> None:
    """Whoever is told that a file was moved may delete it."""
    path = tmp_path / "mine.txt"
    path.write_text("the very best film of them all", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before = pixels(window)
    for end in (QDragLeaveEvent(), QDropEvent(QPointF(50, 50), actions, data, left, none)):
        enter = QDragEnterEvent(QPoint(50, 50), actions, data, left, none)
        enter.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted() and enter.dropAction() == Qt.DropAction.CopyAction
        (frame,) = window.findChildren(DropFrame)
        assert frame.isVisible() and frame.rect() == window.rect()
        assert (pixels(window) != before).any(axis=-1).mean() > 0.5
        QApplication.sendEvent(window, end)
        settle()
        assert not window.findChildren(DropFrame)
    assert isinstance(end, QDropEvent) and end.dropAction() == Qt.DropAction.CopyAction
    assert path.exists()
    for panel in ROOT.glob("gui/**/*.py"):
        assert "acceptProposedAction" not in panel.read_text("utf-8"), panel


class _Shown(QObject):
    """Remembers which windows appear."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_as_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    """A widget that is shown before it has a parent takes the keys away from the window."""
    shown = _Shown()
    QApplication.instance().installEventFilter(shown)  # type: ignore[union-attr]
    try:
        for place in (1, 0, 1):
            window.session.focus = place
            settle()
        for drawer in ("models", "reviews", "train", ""):
            window.drawers.show_place(drawer)
            settle()
    finally:
        QApplication.instance().removeEventFilter(shown)  # type: ignore[union-attr]
    assert shown.seen == []
    assert QApplication.activeWindow() is window


def test_enter_chooses_in_an_open_list(window: MainWindow, qtbot: QtBot) -> None:
    """An open list has its own use for the keys that are the window's otherwise."""
    combo = window.playback.speed
    combo.setFocus()
    before = combo.currentIndex()
    combo.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    view = combo.view()
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert combo.currentIndex() == before - 1
    assert not window.services.player.playing
