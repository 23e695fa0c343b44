"""The review as words, its header, and the signal that colours it."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.session.pane import Shade
from engine.text.review import Review
from gui.look.meanings import meaning
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.window.main_window import MainWindow
from tests.gui.conftest import (
    LENGTH,
    MakeWindow,
    click,
    drag,
    drawn_texts,
    hover,
    hovered,
    is_near,
    on_screen,
    pixels,
    settle,
    texts,
    wheel,
)
from tests.networks import text_network

HINT = (
    "Double-click: replace it. Drag: move it. "
    "Shift and drag: select words for “Where else?”. Right click: more"
)
LONG = "the film was good and then the film was bad and nobody liked any of it " * 40


def review(window: MainWindow) -> Review:
    """The review on screen."""
    found = window.session.review
    assert found is not None
    return found


def step_of(window: MainWindow, word: str) -> int:
    """The first step of a word."""
    return review(window).steps.index(word)


def middle(window: MainWindow, step: int) -> QPointF:
    """The middle of a word's box."""
    return QPointF(window.reading_view.words.box_of(step).center())


def box(
    window: MainWindow, step: int, picture: npt.NDArray[np.int16] | None = None
) -> npt.NDArray[np.int16]:
    """What a word's box looks like."""
    if picture is None:
        picture = pixels(window.reading_view.words.viewport())
    at = window.reading_view.words.box_of(step)
    return picture[at.top() : at.bottom() + 1, at.left() : at.right() + 1]


def fill(
    window: MainWindow, step: int, picture: npt.NDArray[np.int16] | None = None
) -> npt.NDArray[np.int16]:
    """The colour behind a word, left of its letters."""
    found = box(window, step, picture)
    return found[found.shape[0] // 2, 2]


def actions(menu: QMenu) -> dict[str, QAction]:
    """The actions of a menu and of those inside it, by "menu/action"."""
    found = {}
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found |= {f"{action.text()}/{name}": deep for name, deep in actions(inside).items()}
        elif action.text():
            found[action.text()] = action
    return found


def shades(window: MainWindow) -> dict[str, QAction]:
    """What the shade button offers now."""
    menu = window.reading_view.header.shade.menu()
    menu.aboutToShow.emit()
    return actions(menu)


# -- what is drawn -------------------------------------------------------------------------


def test_every_word_is_drawn_in_its_order(window: MainWindow) -> None:
    drawn = drawn_texts(window.reading_view.words.viewport())
    assert drawn == [word or "·" for word in review(window).steps]


def test_no_word_is_drawn_over_another(window: MainWindow) -> None:
    view = window.reading_view.words
    boxes = [view.box_of(step) for step in range(LENGTH)]
    for one, other in itertools.pairwise(boxes):
        assert other.top() > one.top() or other.left() >= one.right()
        assert one.left() >= 0 and one.right() <= view.viewport().width()
    lines = {at.top() for at in boxes}
    window.resize(800, 860)
    settle()
    assert len({view.box_of(step).top() for step in range(LENGTH)}) > len(lines)
    assert max(view.box_of(step).right() for step in range(LENGTH)) <= view.viewport().width()


def test_the_current_word_is_framed_in_the_accent(window: MainWindow) -> None:
    for word in ("movie", "ending", "twice"):
        window.session.step = step_of(window, word)
        picture = pixels(window.reading_view.words.viewport())
        framed = [
            step
            for step in range(LENGTH)
            if not review(window).padding[step]
            and is_near(box(window, step, picture)[0], theme().accent, 40).mean() > 0.6
        ]
        assert framed == [window.session.step]


def test_padding_is_fainter_than_words(window: MainWindow) -> None:
    window.playback.whole.setChecked(True)
    picture = pixels(window.reading_view.words.viewport())
    ground = picture[-1, -1]
    padding = np.abs(box(window, 4, picture) - ground).max()
    word = np.abs(box(window, step_of(window, "awful"), picture) - ground).max()
    assert 20 < padding < 0.75 * word


def test_an_unknown_word_is_underlined_with_dots(window: MainWindow) -> None:
    window.session.focus = 0
    window.session.replace_network(0, text_network("SimpleRNN", words=10_000))
    window.session.step = LENGTH - 1
    picture = pixels(window.reading_view.words.viewport())
    ground = picture[-1, -1]

    def dots(word: str) -> int:
        line = np.abs(box(window, step_of(window, word), picture) - ground)[-5:-1, 4:-4]
        ink = (line.max(axis=-1) > 40).any(axis=0)
        return int(np.abs(np.diff(ink.astype(int))).sum())

    assert dots("zyzzyva") > 12
    assert dots("awful") <= 2, "a known word has no line of dots"


def test_which_words_are_unknown_is_the_focused_networks_word(window: MainWindow) -> None:
    window.session.replace_network(0, text_network("SimpleRNN", words=10_000))
    window.session.replace_network(1, text_network("LSTM", words=30))
    window.session.focus = 0
    step = step_of(window, "awful")
    assert review(window).inputs[step] >= 30
    hover(window.reading_view.words.viewport(), middle(window, step))
    assert hovered() == f"step {step + 1} “awful”\n{HINT}"
    before = box(window, step)
    window.session.focus = 1
    hover(window.reading_view.words.viewport(), middle(window, step))
    says = f"step {step + 1} “awful”\n{meaning('unknown')}\n{HINT}"
    assert hovered() == says
    assert not np.array_equal(box(window, step), before)


def test_words_to_come_are_dimmed_unless_the_whole_is_shown(window: MainWindow) -> None:
    window.session.step = step_of(window, "very")
    dimmed = pixels(window.reading_view.words.viewport())
    window.playback.whole.setChecked(True)
    shown = pixels(window.reading_view.words.viewport())
    past, future = step_of(window, "movie"), step_of(window, "boring")
    np.testing.assert_array_equal(box(window, past, dimmed), box(window, past, shown))
    ground = int(shown[-1, -1].sum())
    brightest = [int(box(window, future, look).sum(axis=-1).max()) for look in (dimmed, shown)]
    assert brightest[0] - ground < 0.8 * (brightest[1] - ground)


@pytest.mark.parametrize("key", ["none", "f", "c"])
def test_a_step_leaves_nothing_stale_among_the_words(make_window: MakeWindow, key: str) -> None:
    window = make_window(text=LONG, length=300)
    window.session.shade = Shade(1, key)
    for step in (20, 21, 19, 60, 59, 299, 298, 150, 0):
        window.session.step = step
        np.testing.assert_array_equal(
            on_screen(window.reading_view.words),
            pixels(window.reading_view.words),
            f"step {step + 1}",
        )


def test_nothing_to_read_is_said_in_words(make_window: MakeWindow) -> None:
    window = make_window(text="")
    assert "Choose a review" in " ".join(drawn_texts(window.reading_view.words.viewport()))
    assert "No review yet" in texts(window.reading_view.header)
    assert not [each for each in window.playback.controls if each.isEnabled()]


def test_the_header_says_what_is_read(window: MainWindow) -> None:
    words = int((~review(window).padding).sum())
    said = f"{LENGTH - words} padding + start mark + {words - 1} words = {LENGTH} steps"
    assert said in texts(window.reading_view.header)
    assert "Your own text" in texts(window.reading_view.header)
    window.services.reading.read_text(LONG)
    all_words = len(review(window).token_ids) - 1
    cut = all_words - LENGTH
    said = f"{LENGTH} words = {LENGTH} steps · {cut:,} of {all_words:,} words cut in front"
    assert said in texts(window.reading_view.header)


# -- colour --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "key"),
    [("h   hidden state", "h"), ("c   cell state", "c"), ("g   candidate", "g")],
)
def test_a_signed_signal_colours_by_sign_and_size(window: MainWindow, title: str, key: str) -> None:
    window.session.remove_pane(0)
    window.session.step = LENGTH - 1
    plain = pixels(window.reading_view.words.viewport())
    shades(window)[f"{title}/unit 4"].trigger()
    assert window.session.shade == Shade(0, key, 3)
    coloured = pixels(window.reading_view.words.viewport())
    trace = window.session.panes[0].layer_trace
    assert trace is not None
    values = trace.series[key][:, 3]
    most = float(np.abs(values).max())
    strength = {}
    for step in np.flatnonzero(~review(window).padding)[:-1]:
        change = fill(window, step, coloured) - fill(window, step, plain)
        strength[float(abs(values[step]))] = float(np.abs(change).sum())
        if abs(values[step]) > 0.3 * most:
            red, _, blue = (int(channel) for channel in change)
            assert (blue > red) == (values[step] > 0), (step, values[step], change)
    sizes = [strength[size] for size in sorted(strength)]
    assert np.corrcoef(np.arange(len(sizes)), sizes)[0, 1] > 0.8
    for step in np.flatnonzero(review(window).padding)[1:]:
        np.testing.assert_array_equal(box(window, step, coloured), box(window, step, plain))


def test_the_shade_menu_offers_every_series_of_every_pane(window: MainWindow) -> None:
    offered = shades(window)
    chosen = [name for name in offered if name.endswith("/the chosen unit")]
    assert {name[0] for name in chosen} == set("hcfigo")
    before = pixels(window.reading_view.words.viewport())
    offered["f   forget gate/the chosen unit"].trigger()
    assert window.session.shade == Shade(1, "f")
    assert window.reading_view.header.shade.text() == "colour: LSTM(8) f · unit 1  ▾"
    assert shades(window)["f   forget gate/the chosen unit"].isChecked()
    shaded = pixels(window.reading_view.words.viewport())
    word = step_of(window, "liked")
    window.session.choose_unit(1, 5)
    assert window.reading_view.header.shade.text() == "colour: LSTM(8) f · unit 6  ▾"
    assert not np.array_equal(fill(window, word), fill(window, word, shaded)), "follows the unit"
    shades(window)["No colour"].trigger()
    assert window.session.shade == Shade()
    np.testing.assert_array_equal(pixels(window.reading_view.words.viewport()), before)


def test_the_change_of_the_prediction_colours_too(window: MainWindow) -> None:
    window.session.remove_pane(0)
    shades(window)["change of the prediction"].trigger()
    prediction = window.session.predictions()[0]
    assert prediction is not None
    step = step_of(window, "ending")
    hover(window.reading_view.words.viewport(), middle(window, step))
    change = float(prediction[step] - prediction[step - 1])
    said = "change of the prediction = " + number(change, 3, sign=True)
    assert hovered().endswith(f"{said}\n{HINT}")


# -- the user's hand -----------------------------------------------------------------------


def test_a_click_on_a_word_goes_there(window: MainWindow) -> None:
    for word in ("good", "<start>", "twice"):
        click(window.reading_view.words.viewport(), middle(window, step_of(window, word)))
        assert window.session.step == step_of(window, word)
    click(window.reading_view.words.viewport(), middle(window, 3))
    assert window.session.step == 3, "padding too"
    viewport = window.reading_view.words.viewport()
    click(viewport, QPointF(viewport.width() - 3, viewport.height() - 3))
    assert window.session.step == 3, "no word there"


def test_a_drag_from_beside_the_words_reads_along(window: MainWindow) -> None:
    steps = [2, *(step_of(window, word) for word in ("this", "very", "liked", "movie"))]
    way = [middle(window, step) for step in steps]  # from the padding
    for step, _ in zip(steps, drag(window.reading_view.words.viewport(), *way), strict=True):
        assert window.session.step == step
    hover(window.reading_view.words.viewport(), middle(window, steps[0]))
    assert window.session.step == steps[-1]


def test_tips_explain_a_word(window: MainWindow) -> None:
    window.session.shade = Shade(1, "o", 2)
    trace = window.session.panes[1].layer_trace
    assert trace is not None
    step = step_of(window, "good")
    hover(window.reading_view.words.viewport(), middle(window, step))
    value = number(float(trace.series["o"][step, 2]), 3, sign=True)
    assert hovered() == f"step {step + 1} “good”\nLSTM(8) o · unit 3 = {value}\n{HINT}"
    hover(window.reading_view.words.viewport(), middle(window, 2))
    assert hovered() == f"step 3 · {meaning('padding')}"
    start = step_of(window, "<start>")
    hover(window.reading_view.words.viewport(), middle(window, start))
    assert meaning("start") in hovered()


def test_the_wheel_steps_and_with_ctrl_scrolls(make_window: MakeWindow) -> None:
    window = make_window(text=LONG, length=400)
    view, bar = window.reading_view.words.viewport(), window.reading_view.words.verticalScrollBar()
    window.session.step = 20
    wheel(view, -120)
    assert window.session.step == 21
    wheel(view, 120)
    wheel(view, 120)
    assert window.session.step == 19
    assert bar.value() == 0 and bar.maximum() > 0
    wheel(view, -240, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() > 0 and window.session.step == 19
    wheel(window.playback.slider, -240)  # the slider goes the same way
    assert window.session.step == 21
    wheel(window.playback.slider, 60)
    wheel(window.playback.slider, 60)  # a touch pad's
    assert window.session.step == 20


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_the_current_word_is_in_sight_however_the_room_changes(
    make_window: MakeWindow, lines: int
) -> None:
    window = make_window(text=LONG, length=400)
    words = window.reading_view.words
    for step in (100, 399, 250, 0):
        window.session.step = step
        for width in (300, 900, 250, 640):
            words.resize(width, words.height_of(lines))
            seen = words.viewport().rect()
            assert seen.contains(words.box_of(step)), (step, width)


def test_a_long_review_follows_the_current_word(make_window: MakeWindow) -> None:
    window = make_window(text=LONG, length=400)
    for step in (399, 0, 250, 180, 399):
        window.session.step = step
        settle()
        at = window.reading_view.words.box_of(step)
        assert window.reading_view.words.viewport().rect().contains(at), step
        if step < 380:
            assert window.reading_view.words.box_of(step + 20).top() >= 0
    click(window.reading_view.words.viewport(), middle(window, 395))
    assert window.session.step == 395
