"""A task is composed, dropped, answered with real events, and handed in."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.errors import Cancelled
from engine.lessons.answers import AnswerSheet, StudentAnswer
from engine.lessons.answers import load as load_answers
from engine.lessons.answers import save as save_answers
from engine.lessons.class_task import ClassTask, ask, load, save
from engine.library import MODELS
from engine.replay.edit_texts import parse_all
from engine.session.state import PaneState, ReviewState, SessionState
from engine.session.view_file import save as save_view
from engine.text.sources.reference import SourceReference
from gui.i18n.languages import install_language
from gui.places import TASKS
from gui.settings import Settings
from gui.tasks.answers_dialog import AnswersDialog
from gui.tasks.compose import TaskDialog
from gui.tasks.panel import TasksPanel
from gui.window.main_window import MainWindow
from gui.window.missing import MissingDialog
from gui.window.shell_pictures import when_arrived
from tests.gui.conftest import dispose, settle
from tests.gui.lessons.test_lessons import open_lessons

LEFT = Qt.MouseButton.LeftButton
VIEW = SessionState(
    panes=(PaneState(bundled="simple_rnn"), PaneState(bundled="lstm")),
    review=ReviewState(number=14_880),
    step=20,
)


@pytest.fixture
def launched(qapp: QApplication) -> object:
    """Windows as `main.py` opens them, with the bundled networks."""
    made: list[MainWindow] = []

    def start(*arguments: object) -> MainWindow:
        chosen = main.parser().parse_args([str(argument) for argument in arguments])
        window = gui.app.make_window(chosen, Settings.load())
        made.append(window)
        window.show()
        settle()
        return window

    yield start
    for window in made:
        dispose(window)


Launch = Callable[..., MainWindow]


def write(folder: Path, kind: str, **options: str) -> Path:
    """A task file."""
    path = folder / f"{kind}.gatescope-task"
    save(ClassTask("Title", "What do you say?", kind, options, VIEW), path)
    return path


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.opening.open_dropped(data)


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> TasksPanel:
    """The place of the tasks with a task that was dropped."""
    with qtbot.waitSignal(window.services.tasks.opened):
        drop(window, path)
    settle()
    panel = window.drawers.panel(TASKS)
    assert panel is not None and panel.isVisible() and panel.card.isVisible()
    return panel


def checked(panel: TasksPanel, qtbot: QtBot) -> None:
    """Press the button, and wait for what the engine says."""
    QTest.mouseClick(panel.check_button, LEFT)
    qtbot.waitUntil(lambda: panel.verdict is not None)


def test_a_dropped_task_shows_its_view_and_judges_a_number(
    launched: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = launched("--text", "something else")
    assert not window.rail.drawers["tasks"].isVisible()
    panel = opened(window, write(tmp_path, "crossing", network="2"), qtbot)
    assert window.services.reading.number == 14_880 and window.session.step == 20
    assert window.rail.drawers["tasks"].isVisible() and window.centre.isVisible()
    trace = window.session.panes[1].trace
    assert trace is not None and panel.text.text() == "What do you say?"
    above = np.asarray(trace.prediction) > 0.5
    first = int(np.flatnonzero(~trace.sequence.padding)[0])
    right = first + 1 + int(np.flatnonzero(above[first + 1 :] != above[first:-1])[0]) + 1
    assert not panel.check_button.isEnabled()
    QTest.keyClicks(panel.field, "7")
    checked(panel, qtbot)
    assert panel.says.text() == "Not this time." and panel.reveal_button.isVisible()
    assert panel.tries.text() == "Tries: 1"
    panel.field.setFocus()
    panel.field.selectAll()
    QTest.keyClicks(panel.field, str(right))
    panel.verdict = None
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.verdict is not None)
    assert panel.says.text().startswith("That is right. At step ")
    assert panel.tries.text() == "Tries: 2" and not panel.reveal_button.isVisible()


def test_an_answer_that_is_shown_ends_the_task(
    launched: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = opened(launched(), write(tmp_path, "gate", series="f", word="bad"), qtbot)
    task = panel._task
    assert task is not None and len(panel.buttons) == 3
    wrong = next(n for n in range(3) if not task.question.check(str(n + 1), None).right)
    QTest.mouseClick(panel.buttons[wrong], LEFT)
    checked(panel, qtbot)
    assert "units it goes from" not in panel.says.text()
    QTest.mouseClick(panel.reveal_button, LEFT)
    assert "units it goes from" in panel.says.text() and not panel.check_button.isEnabled()
    right = next(n for n in range(3) if task.question.check(str(n + 1), None).right)
    QTest.mouseClick(panel.buttons[right], LEFT)
    assert not panel.check_button.isEnabled() and "has been shown" in panel.tries.text()
    panel._keeper.show(task)
    settle()
    QTest.mouseClick(panel.buttons[right], LEFT)
    assert not panel.check_button.isEnabled(), "opened again, it is still known"
    (given,) = panel._keeper.sheet.answers
    assert given.shown and not given.right and given.tries == 1


def test_what_is_said_of_an_answer_follows_the_language(
    launched: Launch, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    """An answer that was shown stays shown, and is not offered again."""
    panel = opened(launched(), write(tmp_path, "gate", series="f", word="bad"), qtbot)
    task = panel._task
    assert task is not None
    wrong = next(n for n in range(3) if not task.question.check(str(n + 1), None).right)
    QTest.mouseClick(panel.buttons[wrong], LEFT)
    checked(panel, qtbot)
    QTest.mouseClick(panel.reveal_button, LEFT)
    english = panel.says.text()
    install_language(qapp, "ko")
    settle()
    korean, is_offered = panel.says.text(), panel.reveal_button.isVisible()
    install_language(qapp, "en")
    settle()
    assert not is_offered and re.search("[가-힣]", korean)
    numbers = re.compile(r"\d+\.\d+")
    assert numbers.findall(korean) == numbers.findall(english) != []
    assert panel.says.text() == english and not panel.reveal_button.isVisible()


def test_edits_of_the_window_are_the_answer(launched: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    window = launched()
    path = write(tmp_path, "reach", network="2", side="above", edits="1")
    panel = opened(window, path, qtbot)
    assert "Edits so far: 0" in panel.note.text() and not panel.check_button.isEnabled()
    window.services.edits.change(parse_all(["lstm.f=0.5@100"]))
    settle()
    checked(panel, qtbot)
    assert panel.says.text().startswith("Not this time. With these edits p at the end is")
    window.services.edits.change(parse_all(["lstm.f=1"]))
    settle()
    assert "Edits so far: 1" in panel.note.text()
    panel.verdict = None
    checked(panel, qtbot)
    assert panel.says.text().startswith("That is right.")


@pytest.mark.parametrize("way", ["drop", "shell"])
def test_what_cannot_be_asked_is_refused_and_nothing_changes(
    launched: Launch, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    path = write(tmp_path, "value", step="500")
    window = launched(*([path] if way == "shell" else []))
    read = window.services.reading.number
    if way == "drop":
        drop(window, path)
    qtbot.waitUntil(lambda: "500" in window.notice.text)
    assert "value.gatescope-task cannot be asked here." in window.notice.text
    assert "there are 1 to 100" in window.notice.text
    assert window.services.tasks.open is None and window.services.reading.number == read


@pytest.mark.parametrize("gone", ["gone.keras", "gone.csv"])
def test_a_task_is_asked_about_nothing_that_stands_in(
    launched: Launch, qtbot: QtBot, tmp_path: Path, gone: str
) -> None:
    whole, _ = load(path := write(tmp_path, "value", step="5"))
    of_table = ReviewState(SourceReference("table", "gone.csv"), 1)
    if gone == "gone.csv":
        view = replace(whole.view, review=of_table)
    else:
        view = replace(whole.view, panes=(PaneState(file="gone.keras"), whole.view.panes[1]))
    save(replace(whole, view=view), path)
    window = launched()
    read = window.services.reading.number
    drop(window, path)
    qtbot.waitUntil(lambda: window.findChild(MissingDialog) is not None)
    dialog = window.findChild(MissingDialog)
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: "needs every file that it names" in window.notice.text)
    assert window.services.tasks.open is None and window.services.reading.number == read


def test_a_task_on_the_command_line(launched: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    window = launched(write(tmp_path, "crossing"))
    qtbot.waitUntil(lambda: window.services.tasks.open is not None)
    settle()
    assert window.services.reading.number == 14_880
    panel = window.drawers.panel(TASKS)
    assert panel is not None and panel.isVisible()


@pytest.mark.parametrize("way", ["drop", "shell"])
@pytest.mark.parametrize("first", ["good", "damaged"])
def test_what_comes_beside_a_task_is_named_as_left_out_but_for_lessons(
    launched: Launch, qtbot: QtBot, tmp_path: Path, way: str, first: str
) -> None:
    task = write(tmp_path, "crossing")
    second = tmp_path / "z.gatescope-task"
    shutil.copy(task, second)
    if first == "damaged":
        task.write_text("{")
    model = tmp_path / "mine.keras"
    shutil.copy(MODELS / "gru.keras", model)
    view = tmp_path / "v.gatescope"
    save_view(SessionState(review=ReviewState(number=4)), view)
    lesson = tmp_path / "l.md"
    lesson.write_text("no lesson")
    given = [model, view, task, second, lesson]
    if way == "shell":
        window = launched(*given)
    else:
        window = launched()
        drop(window, *given)
    if first == "good":
        qtbot.waitUntil(lambda: window.services.tasks.open is not None, timeout=30_000)
    qtbot.waitUntil(lambda: "v.gatescope was left out" in window.notice.text, timeout=30_000)
    settle()
    for path in (model, view, second):
        assert f"{path.name} was left out" in window.notice.text
    assert "l.md was left out" not in window.notice.text
    assert window.dialogs.views.report.shows_less  # as --save-view has to know
    assert all(pane.network.path != model for pane in window.session.panes)
    if first == "damaged":
        assert f"{task.name} is damaged" in window.notice.text


def test_a_picture_waits_for_a_task(launched: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    window = launched(write(tmp_path, "crossing"), "lstm")
    seen: list[bool] = []
    when_arrived(window, lambda: seen.append(window.services.tasks.open is not None))
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    assert seen == [True]


def test_a_teacher_composes_a_task_and_sees_what_is_right(
    launched: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = launched("--review", 14_880, "--step", 60)
    window.commands.all["save_task"].trigger()
    (dialog,) = window.findChildren(TaskDialog)
    qtbot.waitUntil(lambda: dialog.question is not None)
    dialog.kind.setCurrentIndex(dialog.kind.findData("value"))
    series = dialog.fields["series"].widget
    assert isinstance(series, QComboBox)
    series.setCurrentIndex(series.findData("f"))
    qtbot.waitUntil(lambda: dialog.question is not None)
    trace = window.session.panes[1].layer_trace
    assert trace is not None and dialog.options["step"] == "60"
    value = float(trace.series["f"][59, 0])
    assert f"{value:.6g}" in dialog.now.text()
    assert "forget gate f of unit 1" in dialog.text.toPlainText()
    made: list[ClassTask] = []
    dialog.made.connect(made.append)
    dialog.name.setText("Mine")
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)
    settle()
    (files,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    files.close()
    window.dialogs.task_files.save(made[0], tmp_path / "mine.gatescope-task")
    assert "mine.gatescope-task is saved" in window.notice.text
    task, notes = load(tmp_path / "mine.gatescope-task")
    assert not notes and task.title == "Mine"
    assert ask(task)[1].check(str(value), None).right


def test_what_cannot_be_computed_cannot_be_saved(launched: Launch, qtbot: QtBot) -> None:
    window = launched("--text", "a good film")
    window.commands.all["save_task"].trigger()
    (dialog,) = window.findChildren(TaskDialog)
    qtbot.waitUntil(lambda: dialog.question is not None)
    dialog.kind.setCurrentIndex(dialog.kind.findData("right"))
    qtbot.waitUntil(lambda: "has no label" in dialog.now.text())
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_edits_are_first_to_reach_what_is_not_so_yet(launched: Launch, qtbot: QtBot) -> None:
    """The answer to this review is below a half; what is so needs no edit."""
    window = launched("--review", 14_880, "--step", 60)
    window.commands.all["save_task"].trigger()
    (dialog,) = window.findChildren(TaskDialog)
    qtbot.waitUntil(lambda: dialog.question is not None)
    dialog.kind.setCurrentIndex(dialog.kind.findData("reach"))
    qtbot.waitUntil(lambda: dialog.question is not None)
    trace = window.session.panes[1].trace
    assert trace is not None and float(trace.prediction[-1]) < 0.5
    assert dialog.options["side"] == "above" and "p > 0.5" in dialog.text.toPlainText()
    dialog.reject()


def test_every_kind_can_be_composed_as_it_stands(launched: Launch, qtbot: QtBot) -> None:
    window = launched("--review", 14_880, "--step", 60)
    window.commands.all["save_task"].trigger()
    (dialog,) = window.findChildren(TaskDialog)
    qtbot.waitUntil(lambda: dialog.question is not None)
    for place in range(1, dialog.kind.count()):
        assert dialog.now.text().strip()
        dialog.kind.setCurrentIndex(place)
        assert not dialog.now.text().strip(), "what was right is no answer to another question"
        kind = dialog.kind.currentData()
        if kind == "adds":  # asked of a SimpleRNN
            network = dialog.fields["network"].widget
            assert isinstance(network, QComboBox)
            network.setCurrentIndex(0)
        qtbot.waitUntil(lambda: dialog.question is not None, timeout=10_000)
    dialog.reject()


def test_answers_of_tasks_and_lessons_are_handed_in_and_checked_again(
    launched: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = launched()
    panel = opened(window, write(tmp_path, "crossing", network="2"), qtbot)
    QTest.keyClicks(panel.field, "7")
    checked(panel, qtbot)
    lessons = open_lessons(window)
    lessons.show_lesson("08a-forget-gate")
    settle()
    (card,) = lessons.view.questions
    for _ in range(2):
        QTest.mouseClick(card.buttons[0], LEFT)
        qtbot.waitUntil(lambda: card.answer is not None)
    window.drawers.show_place("tasks")
    settle()
    assert "lessons too: 2" in panel.count.text() and panel.student.isVisible()
    QTest.keyClicks(panel.student, "Ha-neul")
    QTest.mouseClick(panel.hand_in, LEFT)
    (files,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    assert files.selectedFiles()[0].endswith("Ha-neul.gatescope-answers")
    files.close()
    path = tmp_path / "a.gatescope-answers"
    window.dialogs.task_files.save_answers(path)
    sheet, notes = load_answers(path)
    assert not notes and sheet.student == "Ha-neul"
    assert [(each.lesson, each.tries) for each in sheet.answers] == [
        ("", 1),
        ("08a-forget-gate", 2),
    ]
    forged = json.loads(path.read_text("utf-8"))
    forged["answers"][0]["right"] = True
    other = tmp_path / "b.gatescope-answers"
    other.write_text(json.dumps(forged), "utf-8")
    drop(window, path, other)
    (dialog,) = window.findChildren(AnswersDialog)
    qtbot.waitUntil(lambda: dialog.answers is not None)
    texts = [
        [dialog.table.item(row, at).text() for at in range(dialog.table.columnCount())]
        for row in range(2)
    ]
    assert texts[0][0] == "Ha-neul" and texts[0][2] == "✗ 7 (1)" and texts[1][2] == "✗ 7 (1) ≠"
    assert texts[0][3].endswith("(2)"), "the lesson's question, computed again"
    dialog.table.setCurrentCell(1, 2)
    assert "otherwise than the file says" in dialog.says.text()
    window.dialogs.task_files.save_csv(dialog.answers, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith("\ufeffname,file".encode())
    dialog.reject()


def test_an_answer_of_a_lesson_that_was_shown_is_a_try_and_no_more(
    launched: Launch, qtbot: QtBot
) -> None:
    window = launched()
    lessons = open_lessons(window)
    lessons.show_lesson("08a-forget-gate")
    settle()
    (card,) = lessons.view.questions
    QTest.mouseClick(card.buttons[0], LEFT)
    qtbot.waitUntil(lambda: card.answer is not None)
    assert card.answer is not None
    first = card.answer.right == 0
    for button in card.buttons:
        QTest.mouseClick(button, LEFT)
    (given,) = window.services.tasks.sheet.answers
    assert given.right == first and given.answer == "1" and given.tries == 1 + len(card.buttons)


def test_a_task_that_takes_long_says_so_and_can_be_given_up(
    launched: Launch, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = launched()
    stopped = threading.Event()

    def slow(whole: ClassTask, should_stop: Callable[[], bool]) -> None:
        while not should_stop():
            time.sleep(0.005)
        stopped.set()
        raise Cancelled

    monkeypatch.setattr("engine.lessons.class_task.ask", slow)
    files = window.dialogs.task_files
    files._patience.setInterval(0)
    drop(window, write(tmp_path, "crossing"))
    qtbot.waitUntil(lambda: window.drawers.panel(TASKS) is not None)
    panel = window.drawers.panel(TASKS)
    assert panel is not None
    qtbot.waitUntil(panel.opening.isVisible)
    QTest.mouseClick(panel.opening.cancel, LEFT)
    qtbot.waitUntil(stopped.is_set)
    settle()
    assert not panel.opening.isVisible() and window.services.tasks.open is None


def test_what_is_filled_in_stays_when_its_answer_is_given_up(
    launched: Launch, qtbot: QtBot
) -> None:
    window = launched("--review", 14_880, "--step", 60)
    window.commands.all["save_task"].trigger()
    (dialog,) = window.findChildren(TaskDialog)
    qtbot.waitUntil(lambda: dialog.question is not None)
    dialog.text.setPlainText("Mine?")
    dialog._ask()
    dialog.waiting.cancelled.emit()
    settle()
    assert dialog.isVisible() and dialog.text.toPlainText() == "Mine?" and dialog.question is None
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_the_answers_of_a_class_beside_their_task(
    launched: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    window = launched()
    mine = write(tmp_path, "crossing", network="2")
    task, _ = load(mine)
    easier = replace(task, options={"network": "1"})
    one = StudentAnswer(task, "7", "7", False, shown=True)
    sheet = AnswerSheet("A", (one, StudentAnswer(easier, "7", "7", True)))
    path = tmp_path / "a.gatescope-answers"
    save_answers(sheet, path)
    drop(window, path, mine)
    (dialog,) = window.findChildren(AnswersDialog)
    qtbot.waitUntil(lambda: dialog.answers is not None)
    assert window.services.tasks.open is None, "the task was not opened to be answered"
    texts = [dialog.table.item(0, at).text() for at in range(4)]
    assert texts == ["A", "0 / 2 (? 1)", "✗ 7 (1) *", "? 7 (1)"]
    dialog.table.setCurrentCell(0, 3)
    assert "does not count" in dialog.says.text() and "another task" in dialog.says.text()
    dialog.reject()


def test_nothing_of_a_task_is_cut(launched: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    window = launched("--size", "1024x700")
    for code, kind in product(("en", "ko"), ("crossing", "gate", "strongest", "reach")):
        install_language(QApplication.instance(), code)  # type: ignore[arg-type]
        path = write(tmp_path, kind)
        task, _ = load(path)
        save(replace(task, question="Which of these words? " * 8), path)
        panel = opened(window, path, qtbot)
        for button in (
            *panel.buttons,
            panel.check_button,
            panel.open_button,
            panel.save_button,
            panel.table_button,
            panel.hand_in,
        ):
            if button.isVisible():
                needed = button.minimumSizeHint().width()
                assert button.width() >= needed, (code, kind, button.text())
        assert panel.text.height() >= panel.text.heightForWidth(panel.text.width()), (code, kind)
