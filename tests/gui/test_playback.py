"""The playback bar: buttons, slider, playing, speed; and what it says of the step."""

from __future__ import annotations

import time

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.session.state import SCALES
from gui.playback.bar import SPEEDS
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, MakeWindow, case, click, drag, pixels, texts

LEFT = Qt.MouseButton.LeftButton
LAST = LENGTH - 1


def knob(window: MainWindow, step: int) -> QPointF:
    """Where the slider is pressed for a step."""
    slider = window.playback.slider
    return QPointF(8 + step / LAST * (slider.width() - 16), slider.height() / 2)


def test_every_button_does_what_it_says(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.playback
    window.session.step = 20
    for button, step in (
        (bar.forward, 21),
        (bar.forward, 22),
        (bar.back, 21),
        (bar.last, LAST),
        (bar.forward, LAST),
        (bar.first, 0),
        (bar.back, 0),
    ):
        qtbot.mouseClick(button, LEFT)
        assert window.session.step == step, button.accessibleName()
        assert bar.slider.value() == step


def test_a_button_held_down_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    window.session.step = 5
    qtbot.mousePress(window.playback.forward, LEFT)
    qtbot.waitUntil(lambda: window.session.step >= 8, timeout=3000)
    qtbot.mouseRelease(window.playback.forward, LEFT)


def test_the_bar_says_step_and_word(window: MainWindow) -> None:
    review = window.session.review
    assert review is not None
    for step in (0, 20, LAST):
        window.session.step = step
        said = texts(window.playback)
        assert f"step {step + 1} / {LENGTH}" in said
        assert (f"“{review.steps[step]}”" if review.steps[step] else "padding") in said
    said_aloud = window.playback.slider.accessibleDescription()
    assert said_aloud == f"step {LENGTH} / {LENGTH} “{review.steps[LAST]}”"


def test_a_press_on_the_slider_goes_there(window: MainWindow) -> None:
    for step in [0, 1, 13, 20, 38, LAST]:
        with case(step):
            for before in (0, 20, LAST):
                window.session.step = before
                click(window.playback.slider, knob(window, step))
                assert window.session.step == step


def test_the_slider_is_dragged(window: MainWindow) -> None:
    wanted = (5, 9, 30, 22, LAST)
    way = [knob(window, step) for step in wanted]
    for step, _ in zip(wanted, drag(window.playback.slider, *way), strict=True):
        assert abs(window.session.step - step) <= 1
    assert window.session.step == LAST
    list(drag(window.playback.slider, knob(window, 10), QPointF(-200, 5)))
    assert window.session.step == 0


def test_the_slider_follows_the_session(make_window: MakeWindow) -> None:
    window = make_window(length=100)
    slider = window.playback.slider
    assert (slider.minimum(), slider.maximum()) == (0, 99)
    window.session.step = 71
    assert slider.value() == 71


# -- playing ---------------------------------------------------------------------------------


def test_it_plays_every_step_to_the_end_and_stops(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[int] = []
    window.session.step = 28
    window.session.step_changed.connect(heard.append)
    window.services.player.speed = 60
    qtbot.mouseClick(window.playback.play, LEFT)
    assert window.services.player.playing and window.playback.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not window.services.player.playing, timeout=5000)
    assert heard == list(range(29, LENGTH))
    assert window.playback.play.accessibleName() == "Play"
    qtbot.wait(60)
    assert heard[-1] == LAST


def test_pausing_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.session.step = 3
    window.services.player.speed = 60
    qtbot.mouseClick(window.playback.play, LEFT)
    qtbot.waitUntil(lambda: window.session.step >= 6, timeout=5000)
    qtbot.mouseClick(window.playback.play, LEFT)
    step = window.session.step
    assert step < LAST and not window.services.player.playing
    qtbot.wait(80)
    assert window.session.step == step


def test_from_the_end_it_plays_from_the_first_word(window: MainWindow) -> None:
    review = window.session.review
    assert review is not None
    window.session.step = LAST
    window.services.player.toggle()
    assert window.session.step == review.steps.index("<start>") and window.services.player.playing
    window.services.player.pause()


def test_stepping_by_hand_while_it_plays(window: MainWindow, qtbot: QtBot) -> None:
    window.services.player.speed = 60
    window.session.step = 2
    window.services.player.toggle()
    window.session.step = 30
    qtbot.waitUntil(lambda: not window.services.player.playing, timeout=5000)
    assert window.session.step == LAST


def test_another_review_ends_the_playing(window: MainWindow) -> None:
    window.services.player.toggle()
    assert window.services.player.playing
    window.services.reading.read_text("something else")
    assert not window.services.player.playing


def test_it_plays_at_the_chosen_speed(window: MainWindow, qtbot: QtBot) -> None:
    def seconds(speed: float, steps: int) -> float:
        window.session.step = 0
        window.services.player.speed = speed
        begun = time.perf_counter()
        window.services.player.toggle()
        qtbot.waitUntil(lambda: window.session.step >= steps, timeout=8000)
        window.services.player.pause()
        return time.perf_counter() - begun

    assert 0.3 <= seconds(32, 10) < 1.2
    assert 0.45 <= seconds(8, 4) < 1.5


def test_the_box_of_speeds(window: MainWindow, qtbot: QtBot) -> None:
    box = window.playback.speed
    assert [box.itemData(k) for k in range(box.count())] == list(SPEEDS)
    assert box.currentText() == "4 words a second" and box.itemText(1) == "1 word a second"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.services.player.speed == 8
    window.services.player.speed = 0.5
    assert box.currentText() == "0.5 words a second"


def test_the_speed_keys_stay_within_the_box(window: MainWindow, qtbot: QtBot) -> None:
    said = []
    for _ in range(5):
        qtbot.keyClick(window.reading_view.words, Qt.Key.Key_Plus)
        said.append((window.services.player.speed, window.playback.speed.currentText()))
    assert said[:3] == [
        (8, "8 words a second"),
        (16, "16 words a second"),
        (32, "32 words a second"),
    ]
    assert said[-1] == said[2]
    for _ in range(9):
        qtbot.keyClick(window.reading_view.words, Qt.Key.Key_Minus)
    assert (window.services.player.speed, window.playback.speed.currentText()) == (
        0.5,
        "0.5 words a second",
    )


def test_the_toggle_lights_up(window: MainWindow, qtbot: QtBot) -> None:
    button = window.playback.whole
    before = pixels(button)
    qtbot.mouseClick(button, LEFT)
    assert button.isChecked() and (pixels(button) != before).any()
    qtbot.mouseClick(button, LEFT)
    assert not button.isChecked()


def test_each_scale_of_the_colours_has_an_icon_and_a_name(window: MainWindow, qtbot: QtBot) -> None:
    button, seen = window.playback.scale, []
    for scale in SCALES:
        assert window.services.display.scale == scale and scale in button.accessibleName()
        assert all((pixels(button) != other).any() for other in seen)
        seen.append(pixels(button))
        qtbot.mouseClick(button, LEFT)
    assert window.services.display.scale == SCALES[0]


def test_the_bar_is_as_wide_as_the_window_and_nothing_is_cut(window: MainWindow) -> None:
    bar = window.playback
    assert bar.width() == window.centralWidget().width()
    parts = [
        part
        for part in bar.findChildren(QToolButton) + bar.findChildren(QLabel)
        if part.isVisible()
    ]
    assert len(parts) == 9
    for part in parts:
        assert bar.rect().contains(part.geometry())
        if isinstance(part, QLabel):
            assert part.fontMetrics().horizontalAdvance(part.text()) <= part.width()
