"""Every view that a lesson opens is valid and shows what the lesson is about; the way back is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.digest import digest_of
from engine.lessons.parse import load_folder
from engine.library import MODELS
from engine.network.class_names import read_names
from engine.network.opening import open_network
from engine.replay.edit_texts import parse_all
from engine.session.references import located
from engine.session.state import PaneState
from engine.session.view_file import load, save
from engine.tasks import dates, tagger
from gui.explain.pages import PAGES
from gui.help.first_steps import FirstSteps
from gui.i18n.languages import LANGUAGES, install_language
from gui.lessons.date_writer import DateWriter
from gui.lessons.gate import Gate
from gui.lessons.lone_word import LoneWord
from gui.lessons.panel import FOLDER, VIEWS, LessonsPanel, lesson_names
from gui.lessons.picture import Picture
from gui.lessons.shuffled import ShuffledWords
from gui.lessons.tagged_words import TaggedWords
from gui.lessons.wave_writer import WaveWriter
from gui.places import LESSONS, PLACES, TRAIN
from gui.places import MODELS as MODELS_PLACE
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, settle

NAMES = sorted(path.stem for path in VIEWS.glob("*.gatescope"))


def _wait(window: MainWindow, qtbot: QtBot) -> None:
    restoring, session = window.dialogs.views.restoring, window.session
    qtbot.waitUntil(lambda: not restoring.is_arriving() and not session.busy, timeout=20_000)
    settle()


def _lessons(window: MainWindow) -> LessonsPanel:
    window.drawers.show_place(LESSONS.name)
    settle()
    panel = window.drawers.panel(LESSONS)
    assert panel is not None and panel.isVisible()
    return panel


def _open(window: MainWindow, name: str, qtbot: QtBot) -> None:
    panel = _lessons(window)
    panel.show_lesson(name)
    settle()
    _press_open(panel)
    _wait(window, qtbot)
    assert not panel.isVisible() and window.centre.isVisible()


OPENS = "See it in the main window"


def _press_open(panel: LessonsPanel) -> None:
    buttons = panel.view.findChildren(QPushButton)
    (button,) = [each for each in buttons if each.text() == OPENS]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_view_is_opened_by_a_lesson_and_every_lesson_has_its_own() -> None:
    for language in LANGUAGES:
        lessons, errors = load_folder(FOLDER / language.code, lesson_names())
        assert not errors
        named = {lesson.name: lesson.only("open") for lesson in lessons}
        assert sorted(block.name for block in named.values() if block) == NAMES
        assert [name for name, block in named.items() if block is None] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_view_is_whole_and_of_the_models_that_there_are(name: str) -> None:
    state, notes = load(VIEWS / f"{name}.gatescope")
    assert not notes
    state, missing = located(state, VIEWS)
    assert not missing and state.panes
    for pane in state.panes:
        file = MODELS / f"{pane.bundled}.keras" if pane.bundled else Path(pane.file)
        assert not pane.sha256 or pane.sha256 == digest_of(file)
        assert pane.layer in [layer.name for layer in open_network(file).recurrent]
    assert len(parse_all(state.edits)) == len(state.edits)
    assert state.page in ("", *(row.name for row in PAGES))
    assert state.place.split("/")[0] in ("", *(row.name for row in PLACES))


@pytest.mark.slow
def test_all_are_opened_one_after_the_other(make_window: MakeWindow, qtbot: QtBot) -> None:
    """Of words and of numbers in turn; nothing is told, not even that the reading is edited, which
    the view is there to show."""
    window = make_window(open_network(MODELS / "lstm.keras"), text="a good film")
    told: list[Exception] = []
    views = window.dialogs.views
    views.restoring.noted.connect(told.append)
    window.services.failed.connect(told.append)
    for name in [*NAMES, NAMES[0]]:
        views.open_beside(VIEWS / f"{name}.gatescope")
        _wait(window, qtbot)
        state, _ = load(VIEWS / f"{name}.gatescope")
        assert not told and not window.notice.problem, (name, told)
        session = window.session
        assert len(session.panes) == len(state.panes) and session.step == state.step, name
        assert all(pane.trace is not None for pane in session.panes), name
        assert [str(edit) for edit in session.edits] == list(state.edits)
        assert views.state().edits == state.edits, "a view that is saved has them, too"
        assert window.services.explaining.page == state.page
        place, *parts = state.place.split("/")
        if place:
            assert window.drawers.place is not None and window.drawers.place.name == place, name
        if parts:
            assert window.services.settings.training.tab == parts[0]
        if name.startswith("05e"):
            trace = session.panes[0].trace
            assert trace is not None and trace.written is not None
            assert dates.text_of(trace.written.values) == "2021-03-03"
            assert "".join(session.step_names[trace.written.first :]) == "2021-03-03"


@pytest.mark.parametrize("way", ["notice", "lessons"])
def test_what_was_open_comes_back(make_window: MakeWindow, qtbot: QtBot, way: str) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film but a bad end")
    window.session.step = 35
    before = window.dialogs.views.restoring.state()
    assert not _lessons(window).back.isVisible()
    for name in ("05b-one-to-many", "09-gru"):
        _open(window, name, qtbot)
    if way == "notice":
        assert "lesson" in window.notice.text and not window.notice._news.timer.isActive()
        window.notice.run()
        panel = window.drawers.panel(LESSONS)
        assert panel is not None and panel.isVisible() and panel.view.lesson is not None
        assert panel.view.lesson.name == "09-gru"
    else:
        panel = _lessons(window)
        assert not panel.back.isVisible() and not window.notice.kind
    _wait(window, qtbot)
    after = window.dialogs.views.restoring.state()
    assert (after.panes, after.review, after.step) == (before.panes, before.review, before.step)
    assert window.services.way_back == []
    assert not _lessons(window).back.isVisible()


def test_the_button_leads_back_from_what_was_opened_since(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film but a bad end")
    before = window.dialogs.views.restoring.state()
    _open(window, "09-gru", qtbot)
    window.services.reading.read_text("a film of my own, opened after it")
    _wait(window, qtbot)
    panel = _lessons(window)
    assert window.services.reading.text == "a film of my own, opened after it"
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    _wait(window, qtbot)
    after = window.dialogs.views.restoring.state()
    assert (after.panes, after.review) == (before.panes, before.review)


def test_every_lesson_is_of_what_was_open_before_a_view(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """A gate was held twice and words were shuffled twice; after a view of numbers no lesson that
    reads words could be drawn."""
    networks = [open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm")]
    window = make_window(*networks, text=OWN_TEXT)
    panel = _lessons(window)

    def said() -> list[str]:
        picture = panel.view.picture
        assert picture is not None and picture.problem.isHidden()
        return [each.text() for each in picture.findChildren(QLabel) if each.isVisible()]

    def there_and_back() -> None:
        before = said()
        _press_open(panel)
        _wait(window, qtbot)
        assert said() == []
        _lessons(window)
        _wait(window, qtbot)
        assert said() == before and not window.session.edits

    for name in ("08a-forget-gate", "02-static-and-dynamic"):
        panel.show_lesson(name)
        settle()
        picture = panel.view.picture
        if isinstance(picture, Gate):
            picture.hold.setValue(0)
        else:
            assert isinstance(picture, ShuffledWords)
            picture.again.click()
        settle()
        there_and_back()
    _open(window, "05b-one-to-many", qtbot)
    assert window.session.reads_numbers
    _lessons(window)
    _wait(window, qtbot)
    panel.show_lesson("06-basic-step")
    settle()
    assert said()
    _open(window, "02-static-and-dynamic", qtbot)
    window.services.edits.add(*parse_all(["lstm.f=0"]))
    _wait(window, qtbot)
    _lessons(window)
    _wait(window, qtbot)
    assert [str(each) for each in window.session.edits] == ["lstm.f=0"], "the user's own stays"


def test_the_way_back_is_offered_until_something_else_is_opened(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film")
    _open(window, "09-gru", qtbot)
    window.session.step = 20
    window.session.choose_unit(0, 3)
    settle()
    assert window.notice.kind == "offer"
    window.services.reading.read_text("a film of my own, opened after it")
    _wait(window, qtbot)
    assert not window.notice.kind


def test_views_of_lessons_tick_nothing_of_what_the_user_is_to_try(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film")
    window.welcome()
    (note,) = window.findChildren(FirstSteps)
    for name in ("05d-many-to-many", "05b-one-to-many", "08a-forget-gate", "09-gru"):
        _open(window, name, qtbot)
        assert note.done == set(), name
    window.notice.run()
    _wait(window, qtbot)
    assert note.done == set()
    window.drawers.show_place("")
    window.session.step -= 1
    window.session.step -= 1
    window.session.choose_unit(0, 3)
    assert note.done == {"step", "unit"}


@pytest.mark.parametrize(
    ("lesson", "names"),
    [
        ("05d-many-to-many", ("해당 없음", "칭찬", "불만")),
        ("05e-after-the-whole", ("start", *"0123456789", "-")),
    ],
)
def test_classes_of_a_lessons_model_have_names(
    window: MainWindow, qtbot: QtBot, lesson: str, names: tuple[str, ...]
) -> None:
    install_language(QApplication.instance(), "ko")  # type: ignore[arg-type]
    window.dialogs.views.open_beside(VIEWS / f"{lesson}.gatescope")
    _wait(window, qtbot)
    network = window.session.panes[0].network
    assert window.services.class_names.of(network, len(names)) == names
    shown = {name for name, _ in window.cell.answer.bars.rows}
    assert len(shown) >= 3 and shown <= set(names)
    file = MODELS / "lessons" / "tagger_labels.txt"
    assert read_names(file) == tagger.TAGS


def test_pasted_numbers_are_not_lost(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_network(MODELS / "lessons" / "sine.keras"), text="")
    window.services.numbers.paste("0.1\n0.2\n0.3\n0.4\n0.5\n0.6")
    qtbot.waitUntil(lambda: window.session.reads_numbers)
    read = window.session.sequence
    _lessons(window).view.view_asked.emit("09-gru")
    settle()
    assert window.session.sequence is read and "Pasted numbers" in window.notice.text


def test_what_is_opened_in_a_lessons_view_is_not_lost_either(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film but a bad end")
    views, services = window.dialogs.views, window.services

    def shown() -> tuple[list[str], str | None]:
        state = views.restoring.state()
        return [pane.bundled for pane in state.panes], state.review.text

    first = shown()
    views.open_beside(VIEWS / "08a-forget-gate.gatescope")
    _wait(window, qtbot)
    services.opener.open(MODELS / "gru.keras")
    services.reading.read_text("what i typed myself")
    qtbot.waitUntil(lambda: shown()[1] == "what i typed myself" and not services.opener.is_busy)
    _wait(window, qtbot)
    own = shown()
    assert "gru" in own[0]
    views.open_beside(VIEWS / "09-gru.gatescope")
    _wait(window, qtbot)
    for wanted in (own, first, own):
        views.go_back()
        _wait(window, qtbot)
        assert shown() == wanted


def test_what_is_edited_in_a_lessons_view_is_not_lost_either(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nor what was edited before, where a view of the same networks and words leaves it out."""
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film but a bad end")
    views, services = window.dialogs.views, window.services
    _open(window, "08a-forget-gate", qtbot)
    services.edits.add(*parse_all(["lstm.f=0"]))
    _wait(window, qtbot)
    panel = _lessons(window)
    _wait(window, qtbot)
    assert [pane.bundled for pane in views.restoring.state().panes] == ["gru"]
    assert not services.edits.edits and panel.back.isVisible()
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    _wait(window, qtbot)
    assert [str(each) for each in services.edits.edits] == ["lstm.f=0"]
    save(replace(views.state(), edits=()), tmp_path / "same.gatescope")
    services.way_back.clear()
    views.open_beside(tmp_path / "same.gatescope")
    _wait(window, qtbot)
    assert not services.edits.edits
    services.edits.add(*parse_all(["lstm.o=1"]))
    _wait(window, qtbot)
    _lessons(window)
    _wait(window, qtbot)
    assert [str(each) for each in services.edits.edits] == ["lstm.f=0", "lstm.o=1"]
    _open(window, "09-gru", qtbot)
    _lessons(window)
    _wait(window, qtbot)
    assert len(services.edits.edits) == 2 and not window.notice.kind, "the user's own are no news"


def test_the_next_launch_shows_what_was_open_before_a_lessons_view(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """It was lost: there is no way back from the view at a launch."""
    window = make_window(open_network(MODELS / "gru.keras"), text="what i typed myself")
    before = window.dialogs.views.restoring.state()
    _open(window, "08a-forget-gate", qtbot)
    window.closing.emit()
    assert Settings.load().session == before
    window.services.reading.read_text("opened since")
    _wait(window, qtbot)
    window.closing.emit()
    assert Settings.load().session.review.text == "opened since"


def test_lessons_that_are_left_at_once_end_no_view(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film but a bad end")
    _open(window, "08a-forget-gate", qtbot)
    shown = window.dialogs.views.restoring.state().panes
    window.drawers.show_place(LESSONS.name)
    window.drawers.show_place("")
    _wait(window, qtbot)
    assert window.dialogs.views.restoring.state().panes == shown
    assert len(window.services.way_back) == 1


@pytest.mark.parametrize("how", ["damaged", "missing"])
def test_the_way_back_is_offered_once_the_view_is_shown(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film")
    path = tmp_path / "mine.gatescope"
    state, _ = load(VIEWS / "09-gru.gatescope")
    save(replace(state, panes=(PaneState("gone", file="gone.keras"),)), path)
    if how == "damaged":
        path.write_text("{}")
    window.dialogs.views.open_beside(path)
    settle()
    assert "Back to yours" not in window.notice.text and "lesson" not in window.notice.text
    assert window.services.way_back == [] and not _lessons(window).back.isVisible()


def test_a_drawer_that_a_lessons_view_opened_closes_on_the_way_back(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film")
    _open(window, "11a-model", qtbot)
    panel = window.drawers.panel(MODELS_PLACE)
    assert panel is not None and panel.isVisible()
    shown = " ".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible())
    assert "4,081" in shown
    window.dialogs.views.go_back()
    _wait(window, qtbot)
    assert not panel.isVisible() and window.drawers.place is None


def test_a_place_is_saved_with_a_view_and_opened_again(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(open_network(MODELS / "gru.keras"), text="a good film")
    views, path = window.dialogs.views, tmp_path / "mine.gatescope"
    window.drawers.show_place(LESSONS.name)
    assert views.state().place == ""  # it hides what the view is of
    window.drawers.open_part("train/model")
    views.save(path)
    assert load(path)[0].place == "train/model"
    window.drawers.open_part("train/runs")
    window.drawers.show_place("")
    views.open(path)
    _wait(window, qtbot)
    assert window.drawers.place is TRAIN and window.services.settings.training.tab == "model"
    save(replace(views.state(), place="nowhere/data"), path)
    views.open(path)
    _wait(window, qtbot)
    assert "nowhere/data" in window.notice.text and window.drawers.place is TRAIN


OWN_TEXT = "a good film but a bad end and not great"


def test_the_button_opens_what_stands_in_the_picture(make_window: MakeWindow, qtbot: QtBot) -> None:
    """What the window reads at its step, on the window's own network where the picture shows it,
    with what was held, shuffled, written or typed; without, as the picture is."""
    network = open_network(MODELS / "gru.keras")
    window = make_window(network, text=OWN_TEXT)
    session, panel = window.session, _lessons(window)
    own = window.dialogs.views.restoring.state()

    def open_from(lesson: str, play: Callable[[Picture], object] = lambda picture: None) -> Picture:
        window.dialogs.views.restoring.show(own)
        _wait(window, qtbot)
        session.step = 35
        session.choose_unit(0, 3)
        _lessons(window)
        panel.show_lesson(lesson)
        settle()
        picture = panel.view.picture
        assert picture is not None and picture.problem.isHidden()
        play(picture)
        settle()
        _press_open(panel)
        _wait(window, qtbot)
        assert not window.notice.problem
        return picture

    words = OWN_TEXT.split()
    for name in ("03-what-an-rnn-is", "08d-cell"):
        open_from(name)
        assert session.step == 35 and [w for w in session.step_names if w][-3:] == words[-3:], name
        assert not session.edits and "gru" not in [pane.network.path.stem for pane in session.panes]
    for name in ("01-activations", "05c-many-to-one"):  # of the focused network
        open_from(name)
        assert [pane.network.digest for pane in session.panes] == [network.digest]
        assert session.step == 35 and session.panes[0].units == (3,)

    def hold(picture: Picture) -> None:
        assert isinstance(picture, Gate)
        picture.hold.setValue(40)

    gate = open_from("09-gru", hold)
    assert isinstance(gate, Gate)
    assert list(map(str, session.edits)) == ["gru.z=0.4"]
    assert session.shade.key == "z" and session.shade.unit == 3
    (trace,) = [pane.trace for pane in session.panes if pane.network.digest == network.digest]
    assert trace is not None
    shown = gate._read
    assert shown is not None
    np.testing.assert_array_equal(trace.prediction, shown[2].prediction)

    def mix(picture: Picture) -> None:
        assert isinstance(picture, ShuffledWords)
        picture.again.click()

    shuffled = open_from("02-static-and-dynamic", mix)
    assert isinstance(shuffled, ShuffledWords)
    assert " ".join(word for word in session.step_names if word) == shuffled.words.text()
    for pane in session.panes:
        assert pane.trace is not None and pane.ghost is not None
        before, after = shuffled.answers.shown[pane.network.name]
        assert pane.trace.prediction[-1] == pytest.approx(after, abs=1e-6)
        assert pane.ghost.prediction[-1] == pytest.approx(before, abs=1e-6)

    def type_in(text: str, chosen: int) -> Callable[[Picture], None]:
        def play(picture: Picture) -> None:
            assert isinstance(picture, LoneWord | TaggedWords)
            picture.text.setText(text)
            picture._choose(chosen)

        return play

    for name in ("05a-one-to-one", "05d-many-to-many"):
        open_from(name, type_in("not a very great film", 3))
        assert session.step_names[session.step] == "great", name
    writer = open_from("05e-after-the-whole", lambda picture: _write(picture, "7 May 2020", 4))
    assert isinstance(writer, DateWriter) and writer.written == "2020"
    assert "".join(session.step_names).endswith("2020") and session.step == session.steps - 1
    for start in ("value", "sine"):
        wave = open_from("05b-one-to-many", lambda picture, start=start: _swing(picture, start))
        assert isinstance(wave, WaveWriter) and wave.trace is not None
        (pane,) = session.panes
        assert pane.trace is not None and session.step == wave.first + 4
        there, here = (each.layers[pane.layer].series["h"] for each in (pane.trace, wave.trace))
        np.testing.assert_allclose(there[session.step], here[session.step], atol=1e-6)


def _write(picture: Picture, date: str, count: int) -> None:
    assert isinstance(picture, DateWriter)
    picture.text.setText(date)
    picture.write.go_to(count)


def _swing(picture: Picture, start: str) -> None:
    assert isinstance(picture, WaveWriter)
    picture._choose(start)
    picture.tabs.choose(start)
    picture.slider.setValue(70)
    picture.write.go_to(5)


def test_the_button_works_where_the_window_reads_numbers(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Those of the memory lesson are read by networks of its own; the bundled ones read words."""
    window = make_window(numbers_network(1, 20), text="")
    window.services.numbers.use("sine")
    _wait(window, qtbot)
    assert window.session.reads_numbers
    panel = _lessons(window)
    panel.show_lesson("04-rnn-against-lstm")
    settle()
    _press_open(panel)
    _wait(window, qtbot)
    assert [pane.network.name for pane in window.session.panes] == ["SimpleRNN(8)", "LSTM(8)"]
    assert all(pane.layer_trace is not None for pane in window.session.panes)
