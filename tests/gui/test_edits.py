"""What-if: words and gates are changed by hand, and the untouched reading stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from engine.errors import EditError, SessionError
from engine.network.cell_kinds import CELL_KINDS
from engine.replay.cells.registry import series_of
from engine.replay.edit_texts import parse, parse_all
from engine.replay.edits import GateEdit, StateSet, UnitOff
from engine.sequence import Sequence
from engine.session.edits_file import load, save
from engine.session.signals import changes
from gui.edits.line_editor import LineEditor
from gui.edits.step_editing import SLOW
from gui.export.picture import image
from gui.i18n.languages import install_language
from gui.look.theme import LIGHT
from gui.panes.pane import PaneView
from gui.pictures.composition import Composition, Content
from gui.pictures.edit_notes import Edited
from gui.pictures.filming import array_of
from gui.pictures.films import StepFilm
from gui.pictures.header import heading_of
from gui.pictures.networks import NetworkBlock
from gui.pictures.prediction import Predictions
from gui.pictures.stage import FramePainter, drawing_of
from gui.plots.scale import end_text
from gui.settings import PictureSettings
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, asked, case, click, drag, mouse, settle, texts
from tests.gui.test_cell import equations, gate
from tests.networks import text_network

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def words(window: MainWindow) -> list[str]:
    """The words on screen, without padding and start mark."""
    review = window.session.review
    assert review is not None
    return [word for word, pads in zip(review.steps, review.padding, strict=True) if not pads][1:]


def at(window: MainWindow, word: str) -> int:
    """The first step of a word."""
    review = window.session.review
    assert review is not None
    return review.steps.index(word)


def edits(window: MainWindow) -> list[str]:
    """The texts of the edits, which the session reads with."""
    assert window.session.edits == window.services.edits.edits
    return list(map(str, window.session.edits))


def middle(window: MainWindow, step: int) -> QPointF:
    return QPointF(window.reading_view.shown.box_of(step).center())


def canvas(window: MainWindow) -> QWidget:
    """Where the words, or the numbers, take the mouse."""
    shown = window.reading_view.shown
    return shown if window.session.reads_numbers else shown.viewport()  # type: ignore[union-attr]


def double_click(window: MainWindow, step: int) -> None:
    where = middle(window, step)
    click(canvas(window), where)
    mouse(canvas(window), QEvent.Type.MouseButtonDblClick, where, LEFT, LEFT)
    mouse(canvas(window), QEvent.Type.MouseButtonRelease, where, LEFT)


def type_over(window: MainWindow, text: str, *, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type a text in the line that is open, and end with a key."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    settle()
    assert not [each for each in window.findChildren(LineEditor) if each.isVisible()]


def hold(window: MainWindow, key: str) -> None:
    """Press a box or a value of the cell."""
    pane = window.session.focused
    assert pane is not None
    click(window.cell.diagram, gate(window.cell.diagram, pane.shown.kind, key))
    settle()


# -- words ---------------------------------------------------------------------------------------


def test_a_double_click_replaces_a_word_and_undo_brings_it_back(window: MainWindow) -> None:
    before, step = words(window), at(window, "good")
    untouched = window.session.panes[0].trace
    double_click(window, step)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.text() == "good" == field.selectedText()
    type_over(window, "bad")
    assert edits(window) == [f"word {step + 1}=bad"]
    assert words(window) == ["bad" if word == "good" else word for word in before]
    assert window.session.step == step and window.reading_view.words.hasFocus()
    assert window.session.panes[0].ghost is untouched
    window.commands.all["undo"].trigger()
    assert edits(window) == [] and words(window) == before
    assert window.session.panes[0].ghost is None
    window.commands.all["redo"].trigger()
    assert edits(window) == [f"word {step + 1}=bad"]


@pytest.mark.parametrize(("passed", "opens"), [(SLOW, True), (SLOW + 1, False)])
def test_letters_after_a_slow_double_click_are_typed(
    window: MainWindow, passed: int, opens: bool
) -> None:
    step = at(window, "good")
    for now in (1, 1 + passed * QApplication.doubleClickInterval()):
        for kind, down in (
            (QEvent.Type.MouseButtonPress, LEFT),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            where, none = middle(window, step), Qt.KeyboardModifier.NoModifier
            event = QMouseEvent(kind, where, where, where, LEFT, down, none)
            event.setTimestamp(now)
            QApplication.sendEvent(canvas(window), event)
    assert isinstance(QApplication.focusWidget(), QLineEdit) == opens
    if opens:
        type_over(window, "enters")
        assert edits(window) == [f"word {step + 1}=enters"]


def test_a_double_click_is_on_the_word_that_was_pressed(make_window: MakeWindow) -> None:
    """Though the words scroll when one of the last line is pressed."""
    text = " ".join(("good", "bad", "movie") * 50)
    window = make_window(text_network("LSTM"), text=text, length=150, size=(1024, 700))
    shown = window.reading_view.words
    window.session.step = 75
    foot = shown.viewport().height() - 8
    step = next(each for x in range(40, 400, 9) if (each := shown.word_at(x, foot)) is not None)
    where, before = middle(window, step), shown.verticalScrollBar().value()
    click(canvas(window), where)
    assert shown.verticalScrollBar().value() != before
    mouse(canvas(window), QEvent.Type.MouseButtonDblClick, where, LEFT, LEFT)
    mouse(canvas(window), QEvent.Type.MouseButtonRelease, where, LEFT)
    type_over(window, "awful")
    assert edits(window) == [f"word {step + 1}=awful"]


@pytest.mark.parametrize(("text", "key"), [("bad", Qt.Key.Key_Escape), ("good", Qt.Key.Key_Return)])
def test_escape_and_the_same_word_change_nothing(
    window: MainWindow, text: str, key: Qt.Key
) -> None:
    double_click(window, at(window, "good"))
    type_over(window, text, key=key)
    assert edits(window) == [] and not window.services.edits.can_undo


def test_a_click_elsewhere_takes_what_is_typed(window: MainWindow) -> None:
    double_click(window, at(window, "good"))
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "bad")
    window.reading_view.words.setFocus()
    assert "bad" in words(window)


def test_unknown_words_are_said_while_they_are_typed(window: MainWindow) -> None:
    double_click(window, at(window, "good"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    (editor,) = window.findChildren(LineEditor)
    assert not editor.hint.isVisible()
    QTest.keyClicks(field, "qwertzuiop")
    assert "qwertzuiop" in editor.hint.text() and editor.hint.isVisible()
    english, qapp = editor.hint.text(), QApplication.instance()
    assert isinstance(qapp, QApplication)
    install_language(qapp, "ko")
    settle()
    said = editor.hint.text()
    install_language(qapp, "en")
    settle()
    assert "qwertzuiop" in said and re.search("[가-힣]", said), "in the language of the moment"
    assert editor.hint.text() == english
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert editor.hint.text()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_what_is_typed_outlives_the_chip_over_which_it_stands(window: MainWindow) -> None:
    history, qapp = window.services.edits, QApplication.instance()
    assert isinstance(qapp, QApplication)
    history.change((parse("lstm.i=0"),))
    window.reading_view.bar.edit_text(0)
    (editor,) = window.findChildren(LineEditor)
    history.undo()
    settle()
    assert not window.reading_view.bar.chips
    install_language(qapp, "ko")
    settle()
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.isVisible() and edits(window) == []


@pytest.mark.parametrize("before", [["lstm.i=0", "lstm.o=0"], ["lstm.i=0"]])
def test_what_is_typed_over_an_edit_takes_the_place_of_no_other(
    window: MainWindow, before: list[str]
) -> None:
    history = window.services.edits
    history.change(tuple(map(parse, before)))
    history.change((parse("lstm.o=0"),))
    window.reading_view.bar.edit_text(0)
    (editor,) = window.findChildren(LineEditor)
    history.undo()
    settle()
    assert edits(window) == before
    editor.field.setText("lstm.o=1")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    settle()
    assert edits(window) == ["lstm.i=0", "lstm.o=1"]


KEYS = {
    "insert": ((Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier), ["not", "good"]),
    "after": ((Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier), ["good", "not"]),
    "delete": ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), []),
    "on": ((Qt.Key.Key_Right, ALT), ["and", "good"]),
    "back": ((Qt.Key.Key_Left, ALT), ["good", "very"]),
}


def test_keys_edit_the_word_of_the_moment(window: MainWindow) -> None:
    for name, ((key, with_keys), instead) in KEYS.items():
        with case(name):
            place = words(window).index("good")
            expected = words(window)
            taken = {"on": slice(place, place + 2), "back": slice(place - 1, place + 1)}
            expected[taken.get(name, slice(place, place + 1))] = instead
            window.session.step = at(window, "good")
            view = window.reading_view.words
            view.setFocus()
            QTest.keyClick(view, key, with_keys)
            if "not" in instead:
                type_over(window, "not")
            assert words(window) == expected
            assert len(edits(window)) == 1
            window.services.edits.clear()


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_a_word_is_dragged(window: MainWindow, keys: Qt.KeyboardModifier) -> None:
    view = window.reading_view.words
    start, end = at(window, "good"), at(window, "liked")
    before = words(window)
    mouse(canvas(window), QEvent.Type.MouseButtonPress, middle(window, start), LEFT, LEFT, keys)
    mouse(canvas(window), QEvent.Type.MouseMove, middle(window, end), NONE, LEFT, keys)
    assert view._drop == end
    mouse(canvas(window), QEvent.Type.MouseButtonRelease, middle(window, end), LEFT, NONE, keys)
    assert window.session.step == end and view._drop is None
    assert edits(window) == [f"move {start + 1}>{end + 1}"]
    assert words(window).index("good") == before.index("liked")
    mouse(canvas(window), QEvent.Type.MouseMove, middle(window, start))
    assert view._drop is None and window.session.step == end, "it is let go"


def test_a_drag_from_padding_or_beside_the_words_reads_along(window: MainWindow) -> None:
    view, end = window.reading_view.words, at(window, "liked")
    beside = QPointF(canvas(window).width() - 3, canvas(window).height() - 3)
    assert view.step_near(beside) is None
    for begin in (middle(window, 3), beside):
        for _ in drag(canvas(window), begin, middle(window, end)):
            assert view._drop is None
        assert window.session.step == end and edits(window) == []
        window.session.step = 0


def test_an_unsteady_click_moves_no_word(window: MainWindow) -> None:
    step = at(window, "good")
    edge = QPointF(window.reading_view.words.box_of(step).right() - 1, middle(window, step).y())
    beyond = edge + QPointF(QApplication.startDragDistance() - 2, 0)
    assert window.reading_view.words.step_near(beyond) != step, "it crosses to another word"
    list(drag(canvas(window), edge, beyond))
    assert window.session.step == step and edits(window) == []


def test_the_context_menu_has_it_all(window: MainWindow) -> None:
    where = middle(window, at(window, "good")).toPoint()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, canvas(window).mapToGlobal(where)
    )
    QApplication.sendEvent(canvas(window), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.session.step == at(window, "good")
    (delete,) = [action for action in menu.actions() if action.text() == "Delete"]
    delete.trigger()
    menu.close()
    assert "good" not in words(window)


def test_what_cannot_be_done_is_said_and_changes_nothing(window: MainWindow) -> None:
    padding = 0
    assert window.session.is_padding(padding)
    window.session.step = padding
    QTest.keyClick(window.reading_view.words, Qt.Key.Key_Delete)
    assert edits(window) == [] and not window.reading_view.bar.isVisible()
    assert "no word at step 1" in " ".join(texts(window.notice))


def test_rows_of_numbers_are_edited_as_words_are(make_window: MakeWindow) -> None:
    window = make_window(numbers_network(2), text="")
    rows = np.arange(20, dtype=np.float32).reshape(10, 2)
    window.session.read(Sequence(rows, tuple("abcdefghij"), np.zeros(10, bool)))
    settle()
    double_click(window, 3)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.text() == "6, 7"
    type_over(window, "0.5, -1")
    assert edits(window) == ["row 4=0.5,-1"]
    window.session.step = 5
    QTest.keyClick(window.reading_view.strip, Qt.Key.Key_Delete)
    found = window.session.sequence
    assert found is not None
    np.testing.assert_allclose(found.inputs[3], [0.5, -1])
    assert found.steps == tuple("abcdeghij")
    double_click(window, 3)
    type_over(window, "1")
    said = " ".join(texts(window.notice)).split()  # in two lines
    assert len(edits(window)) == 2 and "2 numbers a step" in " ".join(said)


# -- gates and states ----------------------------------------------------------------------------


def test_a_forget_gate_at_0_leaves_what_this_step_lets_in(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    window.session.step = step = 25
    hold(window, "f")
    clamp = window.cell.clamp
    assert clamp.isVisible() and edits(window) == []
    clamp.zero.click()
    assert edits(window) == ["lstm.f=0@26-"]
    trace = window.session.panes[0].layer_trace
    assert trace is not None
    forgets = trace.series["i"] * trace.series["g"]
    np.testing.assert_allclose(trace.series["c"][step:], forgets[step:], atol=1e-6)
    said = equations(window)
    assert "set by hand = 0" in said["f"] and "σ(" not in said["f"].splitlines()[1]
    assert "0 ×" in said["c"]
    clamp.release.click()
    assert edits(window) == [] and "σ(" in equations(window)["f"].splitlines()[1]


def test_0_and_1_are_framed_while_the_gate_is_held_there(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    hold(window, "f")
    clamp, undo = window.cell.clamp, window.commands.all["undo"]
    for button, other in ((clamp.zero, clamp.one), (clamp.one, clamp.zero)):
        for _ in range(2):  # pressed again, it is still held
            QTest.mouseClick(button, LEFT)
            assert button.isChecked() and not other.isChecked() and not button.hasFocus()
        undo.trigger()
        assert edits(window) == [] and not button.isChecked() and not other.isChecked()


@pytest.mark.parametrize("kind", CELL_KINDS)
def test_everything_in_a_cell_can_be_held_at_a_number(make_window: MakeWindow, kind: str) -> None:
    window = make_window(text_network(kind))
    window.session.step = step = 30
    window.session.choose_unit(0, 3)
    clamp = window.cell.clamp
    states = CELL_KINDS[kind].states
    for series in series_of(window.session.panes[0].shown):
        hold(window, series.key)
        assert clamp.key == series.key
        clamp.who.setCurrentIndex(1)
        clamp.who.activated.emit(1)
        clamp.number.setValue(0.25)
        (edit,) = window.session.edits
        assert isinstance(edit, StateSet if series.key in states else GateEdit)
        assert edit.units == (3,) and edit.first == step
        trace = window.session.panes[0].layer_trace
        assert trace is not None
        assert trace.series[series.key][step, 3] == pytest.approx(0.25)
        assert trace.series[series.key][step, 2] != pytest.approx(0.25)
        clamp.who.setCurrentIndex(0)
        clamp.who.activated.emit(0)
        (edit,) = window.session.edits
        assert edit.units is None, "the same edit, for all"
        window.services.edits.clear()


@pytest.mark.parametrize(
    ("when", "expected"), [(0, "lstm.i*0.5"), (1, "lstm.i*0.5@31-"), (2, "lstm.i*0.5@31")]
)
def test_a_gate_is_scaled_here_from_here_or_always(
    make_window: MakeWindow, when: int, expected: str
) -> None:
    window = make_window(text_network("LSTM"))
    window.session.step = 30
    hold(window, "i")
    clamp = window.cell.clamp
    for box, place in ((clamp.mode, 1), (clamp.when, when)):
        box.setCurrentIndex(place)
        box.activated.emit(place)
    clamp.number.setValue(0.5)
    assert edits(window) == [expected]
    window.session.step = 10
    assert clamp.release.isEnabled() is (when == 0), "it is in force there"
    window.session.step = 30
    assert clamp.when.currentIndex() == when and clamp.number.value() == 0.5


def test_a_unit_is_switched_off_and_on(make_window: MakeWindow) -> None:
    window = make_window(text_network("GRU"))
    window.session.choose_unit(0, 2)
    hold(window, "h")
    clamp = window.cell.clamp
    for box, place in ((clamp.who, 1), (clamp.when, 0)):
        box.setCurrentIndex(place)
        box.activated.emit(place)
    clamp.off.click()
    assert window.session.edits == (UnitOff("gru", (2,)),) and clamp.off.isChecked()
    trace = window.session.panes[0].layer_trace
    assert trace is not None and not trace.series["h"][:, 2].any()
    clamp.off.click()
    assert edits(window) == []


def test_a_drag_of_the_slider_is_one_step_back(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    window.session.step = 20
    hold(window, "o")
    slider = window.cell.clamp.slider
    for value in (150, 100, 50):
        slider.setValue(value)
    slider.sliderReleased.emit()
    assert edits(window) == ["lstm.o=0.25@21-"]
    slider.setValue(100)
    assert edits(window) == ["lstm.o=0.5@21-"]
    window.commands.all["undo"].trigger()
    assert edits(window) == ["lstm.o=0.25@21-"] and slider.value() == 50
    window.commands.all["undo"].trigger()
    assert edits(window) == []


def test_a_slider_that_moves_faster_than_is_read_shows_the_newest(window: MainWindow) -> None:
    session, history = window.session, window.services.edits
    waiting = []

    class Later:
        def submit(self, work, *arguments, **options):  # type: ignore[no-untyped-def]
            from concurrent.futures import Future

            future = Future()
            waiting.append((future, lambda: work(*arguments, **options)))
            return future

    session.use(Later(), lambda call: call())  # type: ignore[arg-type]
    read = []
    session.traces_changed.connect(lambda: read.append(session.panes[1].trace.edits))
    for value in (0.1, 0.2, 0.3, 0.4):
        history.change((GateEdit("lstm", "f", value=value),), hold="f")
    assert len(waiting) == 1, "nothing is asked while something is read"
    while waiting:
        future, work = waiting.pop(0)
        future.set_result(work())
        settle()
    session.use(None, None)
    assert [edit.value for (edit,) in read] == [0.1, 0.4]  # type: ignore[union-attr]
    assert history.edits == session.edits


# -- chips and ghosts ----------------------------------------------------------------------------


def apply(window: MainWindow, given: Iterable[str]) -> None:
    window.services.edits.change(parse_all(given))
    settle()


def test_a_chip_switches_its_edit_off_changes_it_and_takes_it_away(window: MainWindow) -> None:
    bar = window.reading_view.bar
    assert not bar.isVisible()
    apply(window, ["lstm.f=0", "simple_rnn.h=0@30"])
    assert bar.isVisible() and len(bar.chips) == 2
    assert "lstm f = 0" in bar.chips[0].text()
    assert "--edit lstm.f=0" in asked(bar.chips[0])
    bar.chips[0].click()
    assert edits(window) == ["off: lstm.f=0", "simple_rnn.h=0@30"]
    assert not bar.chips[0].isChecked() and window.session.panes[1].ghost is None
    bar.chips[0].click()
    bar.edit_text(1)
    type_over(window, "simple_rnn.h=1@30")
    assert edits(window) == ["lstm.f=0", "simple_rnn.h=1@30"]
    bar.make_menu().actions()[0].trigger()
    assert edits(window) == ["off: lstm.f=0", "off: simple_rnn.h=1@30"]
    bar.make_menu().actions()[0].trigger()
    bar.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == "--edit lstm.f=0 --edit simple_rnn.h=1@30"
    bar.clear_button.click()
    assert edits(window) == [] and not bar.isVisible()


def test_an_edit_without_effect_says_why(window: MainWindow) -> None:
    apply(window, ["lstm.f=0", "gru.z=0"])
    bar = window.reading_view.bar
    assert bar.chips[0].icon().isNull() and not bar.chips[1].icon().isNull()
    assert "no recurrent layer gru" in asked(bar.chips[1])
    assert any("without effect: 1" in text for text in texts(bar))


def test_the_newest_chip_is_in_sight(window: MainWindow) -> None:
    window.resize(1024, 700)
    bar = window.reading_view.bar

    def seen(chip: QWidget) -> bool:
        return chip.visibleRegion().boundingRect().width() == chip.width()

    for place in range(8):
        window.services.edits.add(parse(f"lstm.f[{place + 1}]=0"))
        settle()
        assert seen(bar.chips[-1]), place
    assert not seen(bar.chips[0])
    bar._area.horizontalScrollBar().setValue(0)
    window.services.edits.switch(0, on=False)
    settle()
    assert seen(bar.chips[0]), "it does not run away from the hand"


def ends_of_change(view: PaneView, key: str) -> float:
    """The change at the upper end of a series' colours; the lower end is its opposite."""
    row = view.rows[key]
    low, high = row.map.levels
    assert low == -high
    assert row._bar._signed and row._bar.texts == (end_text(low), end_text(high))
    return high


def test_the_untouched_reading_stays_behind_curves_heat_maps_and_predictions(
    window: MainWindow,
) -> None:
    apply(window, ["lstm.f=0@20-"])
    rnn, lstm = window.panes.views
    pane = window.session.panes[1]
    trace, ghost = pane.layer_trace, pane.layer_ghost
    assert trace is not None and ghost is not None
    assert not rnn.curves.ghosts and lstm.curves.ghosts
    keys = [line for line, _ in lstm.curves.ghosts]
    assert any(np.array_equal(line, ghost.series["c"][:, 0]) for line in keys)
    plot = window.prediction.plot
    ((behind, _),) = plot.ghosts
    np.testing.assert_array_equal(behind, pane.ghost.prediction)  # type: ignore[union-attr]
    assert [item.isVisible() for item in plot._hairs] == [True]
    window.session.step = 39
    now = pane.trace.prediction[39] - pane.ghost.prediction[39]  # type: ignore[union-attr]
    assert f"({now:+.2f})".replace("-", "−") in window.prediction._now.text()
    window.reading_view.bar.change.click()
    image = lstm.rows["c"].map.image.image
    np.testing.assert_array_equal(image, changes(trace.series["c"], ghost.series["c"]).T)
    assert lstm.rows["c"].map.signed and lstm.rows["f"].map.signed
    assert ends_of_change(lstm, "c") == pytest.approx(np.abs(image).max())
    np.testing.assert_array_equal(
        rnn.rows["h"].map.image.image,
        window.session.panes[0].layer_trace.series["h"].T,  # type: ignore[union-attr]
    )
    apply(window, ["lstm.f=0@40", "simplernn.h[1]=0.9@40"])
    one, other = (view.rows["h"].map.image.image for view in window.panes.views)
    assert np.abs(one).max() > np.abs(other).max() > 0
    assert ends_of_change(rnn, "h") == ends_of_change(lstm, "h") == pytest.approx(np.abs(one).max())
    assert ends_of_change(lstm, "o") == 1, "nothing has changed"
    apply(window, [])
    assert not lstm.curves.ghosts and not plot.ghosts
    assert not any(item.isVisible() for item in plot._hairs)
    np.testing.assert_array_equal(lstm.rows["c"].map.image.image, ghost.series["c"].T)


def test_an_edited_reading_is_never_as_keras(window: MainWindow, qapp: QApplication) -> None:
    badges = [view.header.badge for view in window.panes.views]
    before = [badge.text() for badge in badges]
    apply(window, ["lstm.f=0"])
    assert badges[0].text() == before[0] and badges[1].text() == "edited"
    install_language(qapp, "ko")
    settle()
    assert badges[1].text() == "편집됨"
    install_language(qapp, "en")
    apply(window, [])
    assert badges[1].text() == before[1]


def test_a_picture_of_an_edited_reading_says_so(window: MainWindow) -> None:
    assert "edited" not in heading_of(window.session)
    apply(window, ["lstm.f=0"])
    assert heading_of(window.session.copy()).endswith("· edited")


def test_pictures_and_films_draw_the_ghosts_and_say_the_edits(window: MainWindow) -> None:
    window.services.edits.change(parse_all(["lstm.f=0@11-", "word 30=bad"]))
    settle()
    session = window.session.copy()
    picture = Composition(session, Content(), QSizeF(1280, 720))
    (said,) = (block for block in picture.blocks if isinstance(block, Edited))
    assert said.lines == ["What if: lstm f = 0 · all units · from step 11; step 30: bad"]
    (predicted,) = (block for block in picture.blocks if isinstance(block, Predictions))
    drawn = [block for block in picture.blocks if isinstance(block, NetworkBlock)]
    for place, pane in enumerate(session.panes):
        assert pane.ghost is not None and pane.layer_ghost is not None
        np.testing.assert_array_equal(predicted.ghosts[place][0], pane.ghost.prediction)
        unit = pane.units[0]
        series = [each for each in series_of(pane.shown) if each.shown]
        assert len(drawn[place].ghosts) == len(series)
        for one, (values, _) in zip(series, drawn[place].ghosts, strict=True):
            np.testing.assert_array_equal(values, pane.layer_ghost.series[one.key][:, unit])
        low, high = drawn[place].curve_ends()
        assert all(
            low <= np.nanmin(each) <= np.nanmax(each) <= high for each, _ in drawn[place].ghosts
        )
    # The pale curve is on the sheet, and moves nothing of what stands before it.
    shown = array_of(image(drawing_of(picture), 1.0)).astype(int)
    predicted.ghosts.clear()
    bare = array_of(image(drawing_of(picture), 1.0)).astype(int)
    where = np.argwhere((shown != bare).any(axis=-1))
    box = predicted.field.box
    assert len(where) > 50
    assert (where[:, 1] >= box.left() - 2).all() and (where[:, 0] >= box.top() - 2).all()
    assert (where[:, 1] <= box.right() + 2).all() and (where[:, 0] <= box.bottom() + 2).all()
    # A film of the steps has them in every frame.
    film = StepFilm(window.session.copy(), 20, 22)
    drawn_film = FramePainter(film, Content(), PictureSettings(), LIGHT)
    film.seek(1)
    drawn_film.frame()
    assert drawn_film.composition is not None
    assert any(isinstance(block, Edited) for block in drawn_film.composition.blocks)


def test_many_edits_are_counted_in_a_picture(window: MainWindow) -> None:
    window.services.edits.change(parse_all([f"lstm.f[{n % 8 + 1}]=0@{n + 1}" for n in range(30)]))
    settle()
    said = Edited(window.session.copy(), QRectF(0, 0, 600, 400))
    shown = sum("lstm f" in part for line in said.lines for part in line.split(";"))
    assert len(said.lines) == 4
    assert said.lines[-1].endswith(f"and {30 - shown} more")


def test_a_gate_that_is_held_at_1_is_drawn_open(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"))
    apply(window, ["lstm.o=1"])
    assert window.panes.views[0].rows["o"].map.levels == (0.0, 1.0)


# -- taken back, saved, opened -------------------------------------------------------------------


def test_undo_is_for_runs_where_those_are_looked_at(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored = []
    monkeypatch.setattr(window.services.runs, "restore_last", lambda: restored.append(1))
    apply(window, ["lstm.f=0"])
    window.drawers.show_runs()
    window.commands.all["undo"].trigger()
    assert restored == [1] and len(edits(window)) == 1
    window.drawers.show_place("")
    window.commands.all["undo"].trigger()
    assert restored == [1] and edits(window) == []
    window.commands.all["undo"].trigger()
    assert restored == [1, 1]


def test_edits_go_into_a_file_and_onto_another_network(
    window: MainWindow, make_window: MakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / "what if.edits.json"
    apply(window, ["lstm.f=0@20-", "off: delete 30", "word 31=bad"])
    window.dialogs.edit_files.save(path)
    other = make_window(text_network("GRU"))
    other.opening.open_path(path)
    settle()
    assert edits(other) == edits(window)
    said = " ".join(texts(other.notice))
    assert "1 of its 3" in said and "no recurrent layer lstm" in said
    other.commands.all["undo"].trigger()
    assert edits(other) == []


NO_EDITS: dict[str, type[Exception]] = {
    "": SessionError,
    "[]": SessionError,
    "[" * 100_000: SessionError,
    '{"format": "gatescope-edits", "version": 2, "edits": []}': SessionError,
    '{"format": "gatescope-edits", "version": 1, "edits": "lstm.f=0"}': SessionError,
    '{"format": "gatescope-edits", "version": 1, "edits": [7]}': EditError,
    '{"format": "gatescope-edits", "version": 1, "edits": ["f is 0"]}': EditError,
}
"""What a file holds, and how it is refused."""


def test_a_file_without_edits_is_refused_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path
) -> None:
    apply(window, ["lstm.f=0"])
    for content, error in NO_EDITS.items():
        path = tmp_path / "bad.edits.json"
        path.write_text(content)
        with pytest.raises(error):
            load(path)
        window.notice.clear()
        assert not texts(window.notice)
        window.dialogs.edit_files.open(path)
        assert edits(window) == ["lstm.f=0"] and texts(window.notice), content[:80]


def test_a_file_has_the_edits_that_were_saved(tmp_path: Path) -> None:
    given = parse_all(["lstm.f[3]*0.5@10-20", "off: word 5=not bad", "lstm[1-3]=off"])
    save(given, tmp_path / "a.edits.json")
    assert load(tmp_path / "a.edits.json") == given
    with pytest.raises(SessionError):
        save(given, tmp_path / "missing" / "a.edits.json")


def test_edits_of_a_view_are_no_step_of_the_history(window: MainWindow) -> None:
    apply(window, ["lstm.f=0"])
    window.session.edits = (parse("lstm.i=0"),)
    assert [str(edit) for edit in window.services.edits.edits] == ["lstm.i=0"]
    assert not window.services.edits.can_undo
    assert "lstm i = 0" in window.reading_view.bar.chips[0].text()


def test_a_chip_says_that_its_value_is_out_of_reach(window: MainWindow) -> None:
    window.services.edits.change(parse_all(["lstm.f=2", "lstm.f=1"]))
    settle()
    beyond, within = window.reading_view.bar.chips
    assert not beyond.icon().isNull() and within.icon().isNull()
    assert "never reaches by itself" in asked(beyond) and "from 0 to 1" in asked(beyond)
    assert "reaches" not in asked(within)
    assert window.reading_view.bar._title.text() == "What if", "it has an effect"
