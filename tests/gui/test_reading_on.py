"""Reading on in the window: by a key or a dialog, marked wherever steps are shown, and undone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from engine.errors import ReplayError
from engine.network.network import Network
from engine.replay.edit_texts import parse_all
from engine.replay.edits import MAX_WRITTEN, ReadOn
from engine.replay.ways_on import Way, way_of
from engine.sequence import Sequence
from engine.session.signals import ghosts
from gui.edits.read_on_dialog import ReadOnDialog
from gui.edits.step_editing import StepEditing
from gui.explain.questions import memory
from gui.look.scale import use_scale
from gui.look.theme import theme
from gui.look.written import paint_written_word
from gui.naming import step_title
from gui.pictures.composition import Composition, Content
from gui.review.words import WordsView
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, MakeWindow, is_near, pixels, settle, texts
from tests.networks import decoding_network, text_network, writing_network


def edits(window: MainWindow) -> list[str]:
    assert window.session.edits == window.services.edits.edits
    return list(map(str, window.session.edits))


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, modifier)
    settle()


NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def writing(make_window: MakeWindow) -> MainWindow:
    """A GRU that can write, and an LSTM that cannot, which have read a review."""
    window = make_window()
    networks = [writing_network("GRU", words=500), text_network("LSTM")]
    window.session.set_networks(networks)
    settle()
    return window


def dialog_of(window: MainWindow) -> ReadOnDialog:
    (dialog,) = [each for each in window.findChildren(ReadOnDialog) if each.isVisible()]
    return dialog


def test_a_key_writes_a_step_and_the_cursor_stands_on_it(writing: MainWindow) -> None:
    session = writing.session
    length = session.steps
    for count in (1, 2, 3):
        press(writing, Qt.Key.Key_W, NONE)
        assert edits(writing) == [f"read on {count}"]
        assert (session.steps, session.step) == (length + count, length + count - 1)
    assert ghosts(session.panes, session.steps) == [None, None]  # nothing of what was read changed
    press(writing, Qt.Key.Key_Z, CTRL)  # what was written in a row is taken back together
    assert edits(writing) == [] and session.steps == length


def test_a_key_goes_on_as_it_was_written_before(writing: MainWindow) -> None:
    """What was switched off keeps how it chooses, and begins anew."""
    session, history = writing.session, writing.services.edits
    length = session.steps
    history.change(parse_all(["read on 7 temperature=0.8 seed=4 start=2"]))
    history.switch(0, False)
    settle()
    session.step = 3
    press(writing, Qt.Key.Key_W, NONE)
    assert edits(writing) == ["read on 1 temperature=0.8 seed=4 start=2"]
    assert session.step == session.steps - 1 == length
    session.step = 3
    history.change(())  # the cursor follows what a key writes, and nothing else
    settle()
    assert session.step == 3


def test_the_most_that_is_written_is_said(writing: MainWindow) -> None:
    on = ReadOn(MAX_WRITTEN)
    writing.services.edits._edits = (on,)  # not read: it would take long
    writing.services.reading_on.write_one()
    assert writing.services.edits.edits == (on,)
    assert "for 1 to 10,000 steps" in writing.notice.text


def test_each_network_is_asked_once_whether_it_can(
    writing: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(network: Network) -> Way:
        asked.append(network.name)
        return way_of(network)

    monkeypatch.setattr("gui.edits.read_on_dialog.way_of", counted)
    press(writing, Qt.Key.Key_W, SHIFT)
    assert dialog_of(writing).reasons and asked == ["GRU(5)", "LSTM(8)"]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_line_below_what_was_written_is_as_large_as_the_rest(percent: int) -> None:
    use_scale(percent)
    image = QImage(QSize(120, 60), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_written_word(painter, theme(), QRectF(0, 0, 120, 60))
    painter.end()
    black = QColor(Qt.GlobalColor.black).rgb()
    foot = range(60 - 4 * percent // 100, 60)
    drawn = [x for x in range(120) if any(image.pixel(x, y) != black for y in foot)]
    margin = 3 * percent // 100
    assert abs(drawn[0] - margin) <= 1 and abs(119 - drawn[-1] - margin) <= 2


def test_the_dialog_says_who_can_and_reads_on_as_it_is_told(writing: MainWindow) -> None:
    press(writing, Qt.Key.Key_W, SHIFT)
    dialog = dialog_of(writing)
    said = [label.text() for label in dialog.reasons]
    assert said[0] == "GRU(5) writes the words that it finds likely."
    assert said[1].startswith("LSTM(8) cannot read on: its answer has 1 number")
    assert not dialog.start.isVisible() and not dialog.seed.isEnabled()
    dialog.count.setValue(7)
    dialog.temperature.setValue(0.8)
    dialog.seed.setValue(4)
    dialog.accept()
    settle()
    assert edits(writing) == ["read on 7 temperature=0.8 seed=4"]
    writing.dialogs.read_on()
    again = dialog_of(writing)
    assert (again.count.value(), again.temperature.value(), again.seed.value()) == (7, 0.8, 4)
    again.reject()


def test_where_no_network_can_nothing_changes_and_it_is_said(make_window: MakeWindow) -> None:
    window = make_window()
    press(window, Qt.Key.Key_W, NONE)
    assert edits(window) == []
    assert "cannot read on" in window.notice.text


def has_line(words: WordsView, step: int) -> bool:
    """Whether a line in the colour of what is written stands below a word."""
    box = words.box_of(step)
    foot = pixels(words.viewport())[box.bottom() - 3 : box.bottom() + 1, box.left() : box.right()]
    red, blue = foot[..., 0], foot[..., 2]
    return bool((red - blue > 60).any())


def test_written_words_stand_after_the_others_and_say_whose_they_are(writing: MainWindow) -> None:
    session = writing.session
    review, length = session.review, session.steps
    session.focus = 0
    writing.services.edits.change(parse_all(["read on 5"]))
    settle()
    trace = session.panes[0].trace
    words = writing.reading_view.shown
    assert len(words._boxes) == length + 5 and session.step_names == trace.steps
    session.step = length + 2
    settle()
    name = trace.steps[length + 2]
    assert step_title(session, length + 2) == f"step {length + 3} “{name}” · written by GRU(5)"
    middle = QPointF(words.box_of(length + 2).center())
    assert words.step_near(middle) == length + 2
    assert words._describe(length + 2) == step_title(session, length + 2)
    assert has_line(words, length + 4) and not has_line(words, length - 1)
    assert session.review is review
    badges = [texts(view) for view in writing.panes.views]
    assert any("reads on" in text for text in badges[0])
    assert any("cannot read on" in text for text in badges[1])
    session.focus = 1  # the other wrote nothing: the words that are there stay
    settle()
    assert len(words._boxes) == length + 5


def test_written_words_are_not_dragged_and_nothing_is_put_among_them(writing: MainWindow) -> None:
    session, history = writing.session, writing.services.edits
    history.change(parse_all(["read on 3"]))
    settle()
    words, length = writing.reading_view.shown, len(session.sequence)
    for step in range(session.steps):
        held = words.held_at(QPointF(words.box_of(step).center()))
        is_given = step < length and not session.is_padding(step)
        assert held == (step if is_given else None)
    QTest.mouseClick(
        words.viewport(), Qt.MouseButton.LeftButton, NONE, words.box_of(length + 1).center()
    )
    assert session.step == length + 1
    editing = writing.findChild(StepEditing)
    editing.move(length - 1, length)
    settle()
    assert edits(writing) == ["read on 3"] and not writing.notice.text
    QTest.keyClick(words, Qt.Key.Key_F2)
    assert f"Step {length + 2} was written by the network" in writing.notice.problem


def test_of_two_writers_the_focused_one_is_named_everywhere(make_window: MakeWindow) -> None:
    """What stands there names the step as `step_title` does, whoever is focused."""
    window = make_window()
    session, length = window.session, window.session.steps
    session.set_networks([writing_network(kind, words=500) for kind in ("GRU", "LSTM")])
    window.services.edits.change(parse_all(["read on 3"]))
    settle()
    session.step = length + 1
    window.services.explaining.page = "fading"
    settle()
    ends = [pane.trace.steps[length + 1] for pane in session.panes]
    assert ends[0] != ends[1]
    for place, kind in ((0, "GRU"), (1, "LSTM"), (0, "GRU")):
        session.focus = place
        said = f"“{ends[place]}” · written by {kind}(5)"
        assert step_title(session, length + 1).endswith(said)
        bar = window.playback
        assert bar.slider.accessibleDescription().endswith(said)
        assert ends[place] in bar._word.text()
        assert said in window.pages.page.caption.text()


def test_plots_mark_where_writing_began(writing: MainWindow) -> None:
    length = writing.session.steps
    writing.services.edits.change(parse_all(["read on 8"]))
    writing.services.display.shows_future = True
    settle()
    writer, reader = writing.panes.views
    assert writer.curves.written == length and reader.curves.written is None
    plot = next(iter(writer.rows.values())).map
    x = round(plot.x_of(length))
    column = pixels(plot.viewport())[:, max(0, x - 1) : x + 2]
    assert is_near(column, theme().accent, 90).any()
    writing.services.edits.undo()
    settle()
    assert writer.curves.written is None and plot.written is None


def test_written_numbers_go_on_in_the_strip(make_window: MakeWindow) -> None:
    window = make_window()
    network = writing_network("LSTM", features=2)
    values = np.random.default_rng(3).normal(size=(12, 2)).astype(np.float32)
    window.session.set_networks([network])
    window.session.read(Sequence(values, tuple(map(str, range(1, 13))), np.zeros(12, bool)))
    settle()
    window.services.edits.change(parse_all(["read on 6"]))
    settle()
    strip, session = window.reading_view.shown, window.session
    written = session.panes[0].written.values
    np.testing.assert_array_equal(strip._lanes.values[12:], written.astype(np.float64))
    said = strip.describe(13)
    assert said.splitlines()[0] == "step 14 → 2 · written by LSTM(5)"
    assert len(said.splitlines()) == 3


def test_a_decoder_writes_words_after_all_is_read(make_window: MakeWindow) -> None:
    window = make_window()
    window.session.set_networks([decoding_network(words=500, answers=9)])
    settle()
    length = len(window.session.sequence)
    press(window, Qt.Key.Key_W, SHIFT)
    dialog = dialog_of(window)
    assert dialog.start.isVisible()
    dialog.count.setValue(3)
    dialog.start.setValue(2)
    dialog.accept()
    settle()
    assert edits(window) == ["read on 3 start=2"]
    assert window.session.panes[0].written.first == length
    assert len(window.reading_view.shown._boxes) == length + 3


def test_a_picture_has_what_was_written(writing: MainWindow) -> None:
    writing.services.edits.change(parse_all(["read on 5"]))
    settle()
    review = writing.session.review
    picture = Composition(writing.session.copy(), Content(), QSizeF(1200, 800))
    (block,) = [block for block in picture.blocks if type(block).__name__ == "Words"]
    assert len(block._places) == len(review) + 5


def test_a_view_keeps_it(writing: MainWindow, tmp_path: Path) -> None:
    writing.services.edits.change(parse_all(["read on 4 temperature=0.5 seed=2"]))
    settle()
    path = tmp_path / "a.gatescope"
    writing.dialogs.views.save(path)
    assert "read on 4 temperature=0.5 seed=2" in path.read_text()


def test_steps_in_windows_of_their_own_are_not_explained_as_one(make_window: MakeWindow) -> None:
    window = make_window()
    window.session.set_networks([writing_network("GRU", words=500, length=LENGTH)])
    settle()
    window.services.edits.change(parse_all(["read on 3"]))
    settle()
    trace = window.session.panes[0].trace
    question = memory(trace, "gru")
    with pytest.raises(ReplayError, match="a window of its own"):
        question.work(lambda: False, lambda *_: None)
    window.services.edits.clear()
    settle()
    assert memory(window.session.panes[0].trace, "gru").work(lambda: False, lambda *_: None)
