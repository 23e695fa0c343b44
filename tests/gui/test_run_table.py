"""The table of runs: what it says, what can be asked of it, what outlives an update."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from engine.errors import RunError
from engine.text.sources.reference import SourceReference
from engine.training.plan import Plan
from engine.training.recipes import RECIPES, Recipe
from engine.training.status import Status
from gui.i18n.languages import install_language
from gui.look.dressing import apply_theme
from gui.look.theme import theme
from gui.training.run_rows import NUMBERS, RunColumn, duration
from gui.training.run_settings import rate_text, reviews_text, settings_text
from gui.training.run_table import RunRow, RunTable
from tests.gui.conftest import case, drawn_texts, hover, is_near, pixels, settle
from tests.gui.runs import RUNS, Marked, a_run, foreign, history_of, running
from tests.monkey.watch import Watch

COLOUR = "#4477ee"
DAMAGED = RunError(
    "The run {name} is damaged: {file} cannot be understood ({reason}). Its checkpoints "
    "may still open one by one; or delete the run.",
    name="broken",
    file="history.json",
    reason="<no> value",
)

Key = Qt.Key


def lstm(**changes: Any) -> RunRow:
    return RunRow(a_run("lstm", **changes), "finished", colour=COLOUR, drawn=True)


def some_rows() -> list[RunRow]:
    """A finished run, one under way, one of people's own code, and a damaged one."""
    theirs = foreign([{"loss": 0.6, "val_loss": 0.7, "val_accuracy": 0.61}] * 12)
    broken = replace(foreign([], name="broken"), created="")
    return [
        lstm(),
        RunRow(running("gru", 34, 0.5), "running", colour="#33bb66", drawn=True),
        RunRow(theirs, "silent", colour="#ee4433", foreign=True),
        RunRow(broken, "damaged", colour="#ee4433", problem=DAMAGED),
    ]


def many_rows(count: int = 40) -> list[RunRow]:
    return [
        RunRow(
            a_run("simple_rnn", path=RUNS / f"{nth:02}", title=f"run {nth}"),
            "finished",
            colour=COLOUR,
        )
        for nth in range(count)
    ]


def select(table: RunTable, path: Path) -> None:
    """Make a run the current and only selected one, and scroll to it."""
    index = table._index(path)
    how = QItemSelectionModel.SelectionFlag
    table.table.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)
    table.table.scrollTo(index)


def current(table: RunTable) -> Path | None:
    """The run that the keys are on."""
    row = table.current_row()
    return None if row is None else row.path


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[RunTable]:
    view = RunTable()
    view.resize(380, 320)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is view)
    settle()
    yield view
    view.close()
    view.deleteLater()
    settle()


class Asked:
    """What the table has asked for."""

    def __init__(self, table: RunTable) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in (
            *("rename_asked", "delete_asked", "shown_changed", "current_changed", "open_asked"),
            *("add_asked", "use_settings_asked", "resume_asked", "reveal_asked"),
        ):
            signal = getattr(table, name)
            signal.connect(lambda *values, name=name: self.all.append((name, *values)))

    def take(self) -> list[tuple[object, ...]]:
        """What was asked for since it was taken the last time."""
        found, self.all = self.all, []
        return found


@pytest.fixture
def asked(table: RunTable) -> Asked:
    return Asked(table)


def cell(table: RunTable, path: Path, column: RunColumn = RunColumn.TITLE) -> QModelIndex:
    return table._index(path).siblingAtColumn(column)


def says(table: RunTable, path: Path, column: RunColumn) -> str:
    return str(cell(table, path, column).data())


def order(table: RunTable) -> list[Path]:
    view = table.sorted
    rows = (view.index(nth, RunColumn.TITLE) for nth in range(view.rowCount()))
    return [index.data(Qt.ItemDataRole.UserRole + 1).path for index in rows]


def press(
    table: RunTable,
    index: QModelIndex,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place = table.table.visualRect(index).center() if at is None else at
    QTest.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def editor(table: RunTable) -> QLineEdit | None:
    return next((line for line in table.table.findChildren(QLineEdit) if line.isVisible()), None)


def widen(table: RunTable, width: int = 1340) -> None:
    table.resize(width, 320)
    settle()


# -- what it says --------------------------------------------------------------------------------


def test_the_columns_say_what_the_run_says(table: RunTable) -> None:
    table.show_runs(some_rows())
    path, best = RUNS / "lstm", history_of("lstm")[85]
    expected = {
        RunColumn.TITLE: "LSTM(8)",
        RunColumn.STATE: "finished",
        RunColumn.EPOCHS: "89 / 100",
        RunColumn.BEST: "86",
        RunColumn.VAL_LOSS: f"{best['val_loss']:.4f}",
        RunColumn.VAL_ACCURACY: f"{best['val_accuracy']:.4f}",
        RunColumn.PARAMETERS: "8,809",
        RunColumn.TIME: duration(sum(entry["seconds"] for entry in history_of("lstm"))),
        RunColumn.SETTINGS: "as in the lecture",
        RunColumn.REVIEWS: "IMDB reviews",
        RunColumn.SEED: "42",
    }
    assert {column: says(table, path, column) for column in expected} == expected
    assert says(table, path, RunColumn.CREATED).startswith("2026-11-2")


def test_a_state_has_a_word_and_how_far_it_has_come(table: RunTable) -> None:
    rows = some_rows()
    table.show_runs(rows)
    assert says(table, RUNS / "gru", RunColumn.STATE) == "running 34\u00a0%"
    assert says(table, RUNS / "theirs", RunColumn.STATE) == "silent"
    reading = Status(state="preparing", batch=9000, batches=25000)
    table.show_runs([RunRow(a_run("lstm", epochs=0, status=reading), "preparing", colour=COLOUR)])
    assert says(table, RUNS / "lstm", RunColumn.STATE) == "preparing 36\u00a0%"
    endless = replace(running("gru", 3), epochs=0)
    table.show_runs([RunRow(endless, "running", colour=COLOUR)])
    assert says(table, RUNS / "gru", RunColumn.STATE) == "running"
    assert says(table, RUNS / "gru", RunColumn.EPOCHS) == "3"


def test_every_state_has_a_word_and_an_icon(table: RunTable) -> None:
    words = set()
    states = ("queued", "preparing", "running", "silent", "finished", "stopped", "interrupted")
    for state in (*states, "failed", "damaged"):
        row = RunRow(a_run("lstm"), state, colour=COLOUR)  # type: ignore[arg-type]
        table.show_runs([row])
        pixels(table)
        words.add(row.state_text().split()[0])
        assert row.state_text().split()[0] in "".join(drawn_texts(table.table.viewport()))
    assert len(words) == 9


def test_people_s_own_run_says_what_is_known(table: RunTable) -> None:
    table.show_runs(some_rows())
    path = RUNS / "theirs"
    assert says(table, path, RunColumn.SETTINGS) == "Adam, lr 1e-3"
    assert says(table, path, RunColumn.REVIEWS) == "own code"
    assert says(table, path, RunColumn.SEED) == ""
    assert says(table, path, RunColumn.VAL_ACCURACY) == "0.6100"
    assert says(table, path, RunColumn.TIME) == "0:18"


def test_a_damaged_run_is_a_row_with_its_error(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    path = RUNS / "broken"
    assert says(table, path, RunColumn.STATE) == "damaged"
    for column in (RunColumn.EPOCHS, RunColumn.VAL_LOSS, RunColumn.PARAMETERS, RunColumn.TIME):
        assert says(table, path, column) == ""
    tip = cell(table, path).data(Qt.ItemDataRole.ToolTipRole)
    assert "The run broken is damaged: history.json" in tip
    assert "&lt;no&gt; value" in tip
    select(table, path)
    assert [action.text().split("\t")[0] for action in table.make_menu().actions()] == ["Delete"]
    asked.take()
    for key in (Key.Key_Return, Key.Key_F2, Key.Key_Space, Key.Key_Plus):
        QTest.keyClick(table.table, key)
    assert asked.take() == []
    assert editor(table) is None
    QTest.keyClick(table.table, Key.Key_Delete)
    assert asked.take() == [("delete_asked", [path])]


def test_the_tip_says_how_it_ended(table: RunTable) -> None:
    table.show_runs(some_rows())
    tip = cell(table, RUNS / "lstm").data(Qt.ItemDataRole.ToolTipRole)
    assert "Stopped early" in tip
    assert str(RUNS / "lstm") in tip
    tip = cell(table, RUNS / "theirs").data(Qt.ItemDataRole.ToolTipRole)
    assert "Nothing has been heard of it" in tip


def test_a_row_can_be_heard(table: RunTable) -> None:
    table.show_runs(some_rows())
    spoken = cell(table, RUNS / "lstm").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "LSTM(8), finished, 89 / 100 epochs, validation accuracy 0.7984"
    box = cell(table, RUNS / "lstm", RunColumn.DRAWN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert box == "Draw the curves of LSTM(8)"
    assert table.table.accessibleName() == "Runs"
    assert table.table.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "as in the lecture"),
        ({"learning_rate": 1e-3, "batch": 32, "seed": 7}, "lr 1e-3, batch 32, seed 7"),
        ({"units": 16, "layers": 2, "embedding": 32}, "16 units, 2 layers, embedding 32"),
        ({"embedding": None, "optimizer": "adam"}, "one-hot, adam"),
        ({"mask": True, "dropout": 0.5, "epochs": 20}, "mask, dropout 0.5, 20 epochs"),
        ({"num_words": 5000, "length": 200}, "5,000 words, 200 steps"),
        ({"padding": "post", "truncating": "post"}, "padded at the end, cut at the end"),
        ({"cell": "GRU", "patience": 10, "test_size": 0.3}, "GRU, patience 10, 0.3 held out"),
    ],
)
def test_settings_are_what_differs_from_the_lecture(changes: dict[str, Any], expected: str) -> None:
    run = a_run("lstm", recipe=replace(RECIPES["lstm"], **changes))
    assert settings_text(run) == expected


def test_the_settings_of_odd_runs() -> None:
    # Seed 44 is the lecture's of this model, 42 is not.
    rnn = a_run("simple_rnn", recipe=replace(RECIPES["simple_rnn"], seed=42))
    assert settings_text(rnn) == "seed 42"
    own = a_run("lstm", recipe=Recipe("mine", "Mine", "LSTM", units=4))
    assert settings_text(own) == "4 units"
    assert settings_text(a_run("lstm", recipe=Recipe("mine", "Mine", "LSTM"))) == ""
    assert settings_text(foreign([], settings={})) == ""
    strange = {"optimizer": 3, "learning_rate": float("nan"), "batch": [1]}
    assert settings_text(foreign([], settings=strange)) == ""
    known = {"optimizer": "SGD", "learning_rate": 0.5, "batch_size": 128}
    assert settings_text(foreign([], settings=known)) == "SGD, lr 0.5, batch 128"


def test_reviews_are_named() -> None:
    recipe = RECIPES["lstm"]
    for source, limit, expected in (
        (SourceReference(), None, "IMDB reviews"),
        (SourceReference(), 5000, "IMDB reviews, the first 5,000"),
        (SourceReference("keras", split="train"), None, "Keras, training half"),
        (SourceReference("keras", split="test"), None, "Keras, test half"),
        (SourceReference("table", "/home/me/film.csv"), None, "film.csv"),
        (SourceReference("folder", "/home/me/texts"), None, "texts"),
    ):
        assert reviews_text(a_run("lstm", plan=Plan(recipe, source, limit))) == expected


def test_numbers_are_written_short() -> None:
    rates = (1e-4, 1e-3, 5e-4, 2.5e-5, 0.01, 0.1, 1.0)
    assert [rate_text(rate) for rate in rates] == [
        *("1e-4", "1e-3", "5e-4", "2.5e-5", "0.01", "0.1", "1")
    ]
    assert [duration(taken) for taken in (0.4, 45, 131.8, 3723)] == [
        *("0:00", "0:45", "2:12", "1:02:03")
    ]


# -- narrow and wide -----------------------------------------------------------------------------


def visible(table: RunTable) -> list[RunColumn]:
    return [column for column in RunColumn if not table.table.isColumnHidden(column)]


def test_a_drawer_has_two_lines_a_wide_place_the_whole_table(table: RunTable) -> None:
    table.show_runs(some_rows())
    settle()
    assert visible(table) == [RunColumn.DRAWN, RunColumn.TITLE, RunColumn.VAL_ACCURACY]
    assert not table.table.horizontalScrollBar().isVisible()
    low = table.table.rowHeight(0)
    lines = drawn_texts(table.table.viewport())
    for text in ("LSTM(8)", "finished", "0.798", "epoch 86"):
        assert text in lines, text
    assert any("89 / 100" in text for text in lines)
    widen(table)
    assert visible(table) == list(RunColumn)
    assert table.table.rowHeight(0) < low
    lines = drawn_texts(table.table.viewport())
    for text in ("LSTM(8)", "89 / 100", "8,809", "IMDB reviews", "42", "as in the lecture"):
        assert text in lines, text
    # Nothing is left at the right.
    header = table.table.horizontalHeader()
    assert abs(header.length() - table.table.viewport().width()) <= 3
    widen(table, 380)
    assert visible(table) == [RunColumn.DRAWN, RunColumn.TITLE, RunColumn.VAL_ACCURACY]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ko"])
def test_columns_go_before_the_table_scrolls(
    table: RunTable, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    table.show_runs([*some_rows(), *many_rows(30)])
    for width in range(600, 1400, 25):
        with case(width):
            widen(table, width)
            assert not table.table.horizontalScrollBar().isVisible()
            assert table.table.horizontalHeader().length() == table.table.viewport().width()
            there = set(visible(table))
            leaving = [RunColumn.CREATED, RunColumn.SEED, RunColumn.REVIEWS, RunColumn.PARAMETERS]
            least = {
                RunColumn.TITLE,
                RunColumn.STATE,
                RunColumn.EPOCHS,
                RunColumn.VAL_LOSS,
                RunColumn.SETTINGS,
            }
            assert least <= there
            if width >= 680:
                assert set(RunColumn) - set(leaving) <= there
            # The least important go first.
            gone = [column not in there for column in leaving]
            assert gone == sorted(gone, reverse=True)
            # No number and no name is cut.
            texts = drawn_texts(table.table.horizontalHeader().viewport())
            assert not any("…" in text for text in texts)
            first = table.model.rows[0]
            cells = drawn_texts(table.table.viewport())
            for column in set(NUMBERS) & there:
                assert first.text(column) in cells


def test_numbers_that_grow_get_room(table: RunTable) -> None:
    table.show_runs(some_rows())
    widen(table, 690)
    before = table.table.columnWidth(RunColumn.EPOCHS)
    long = replace(a_run("lstm"), epochs=1_000_000)
    table.show_runs([RunRow(long, "finished", colour=COLOUR), *some_rows()[1:]])
    assert table.table.columnWidth(RunColumn.EPOCHS) > before
    assert "89 / 1,000,000" in drawn_texts(table.table.viewport())
    assert not table.table.horizontalScrollBar().isVisible()


def test_the_second_line_does_not_say_its_epochs_twice(table: RunTable) -> None:
    recipe = replace(RECIPES["gru"], epochs=2, batch=32)
    run = replace(running("gru", 0), plan=Plan(recipe), epochs=2)
    table.show_runs([RunRow(run, "running", colour=COLOUR)])
    table.resize(600 - 1, 320)
    settle()
    line = " ".join(drawn_texts(table.table.viewport()))
    assert "0 / 2" in line and "batch 32" in line
    assert "2 epochs" not in line
    assert settings_text(run) == "batch 32, 2 epochs"  # in its own column all is said
    only = replace(run, plan=Plan(replace(RECIPES["gru"], epochs=2)))
    assert RunRow(only, "running", colour=COLOUR).differences_text() == ""
    unknown = replace(run, epochs=0)
    assert RunRow(unknown, "running", colour=COLOUR).differences_text() == "batch 32, 2 epochs"


def test_a_column_that_was_made_wider_stays_so(table: RunTable) -> None:
    table.show_runs(some_rows())
    widen(table)
    table.table.horizontalHeader().resizeSection(RunColumn.TITLE, 300)
    widen(table, 380)
    widen(table, 1200)
    assert table.table.columnWidth(RunColumn.TITLE) == 300


def test_no_runs_are_said(table: RunTable) -> None:
    assert table.empty.isVisible()
    assert table.empty.text() == "No runs yet. Every training is listed here."
    table.show_runs(some_rows())
    assert not table.empty.isVisible()
    table.show_runs([])
    assert table.empty.isVisible()


# -- sorting -------------------------------------------------------------------------------------


def test_numbers_sort_as_numbers(table: RunTable) -> None:
    rows = [
        RunRow(a_run("gru", epochs=epochs, path=RUNS / str(epochs)), "finished", colour=COLOUR)
        for epochs in (12, 100, 0, 9)
    ]
    table.show_runs(rows)
    widen(table)
    assert [path.name for path in order(table)] == ["12", "100", "0", "9"]
    header = table.table.horizontalHeader()
    middle = (
        header.sectionViewportPosition(RunColumn.EPOCHS) + header.sectionSize(RunColumn.EPOCHS) // 2
    )
    at = QPoint(middle, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [path.name for path in order(table)] == ["0", "9", "12", "100"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [path.name for path in order(table)] == ["100", "12", "9", "0"]
    # The third click gives the order back that the rows came in.
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [path.name for path in order(table)] == ["12", "100", "0", "9"]


@pytest.mark.parametrize("way", list(Qt.SortOrder))
def test_what_is_not_there_comes_last(table: RunTable, way: Qt.SortOrder) -> None:
    waiting = RunRow(a_run("gru", epochs=0, path=RUNS / "waiting"), "queued", colour=COLOUR)
    table.show_runs([waiting, *some_rows()])
    table.table.sortByColumn(RunColumn.VAL_ACCURACY, way)
    names = [path.name for path in order(table)]
    assert set(names[3:]) == {"waiting", "broken"}
    best = {"lstm": 0.7984, "gru": history_of("gru")[33]["val_accuracy"], "theirs": 0.61}
    falling = way == Qt.SortOrder.DescendingOrder
    assert names[:3] == sorted(best, key=lambda name: best[name], reverse=falling)


def test_the_order_follows_what_changes(table: RunTable) -> None:
    rows = some_rows()[:2]
    table.show_runs(rows)
    table.table.sortByColumn(RunColumn.EPOCHS, Qt.SortOrder.DescendingOrder)
    assert order(table) == [RUNS / "lstm", RUNS / "gru"]
    table.show_runs([rows[0], replace(rows[1], run=running("gru", 95))])
    assert order(table) == [RUNS / "gru", RUNS / "lstm"]


def test_rows_stay_where_they_are_below_the_pointer(table: RunTable) -> None:
    rows = some_rows()[:2]
    table.show_runs(rows)
    table.table.sortByColumn(RunColumn.EPOCHS, Qt.SortOrder.DescendingOrder)
    viewport = table.table.viewport()
    grown = [rows[0], replace(rows[1], run=running("gru", 95))]
    hover(viewport, QPointF(20, 20))
    table.show_runs(grown)
    assert order(table) == [RUNS / "lstm", RUNS / "gru"]
    assert says(table, RUNS / "gru", RunColumn.EPOCHS) == "95 / 100"
    newer = RunRow(a_run("simple_rnn", epochs=97), "queued", colour=COLOUR)
    table.show_runs([newer, *grown])
    assert len(order(table)) == 3
    assert order(table).index(RUNS / "lstm") < order(table).index(RUNS / "gru")
    # The header sorts at once.
    table.table.sortByColumn(RunColumn.EPOCHS, Qt.SortOrder.AscendingOrder)
    assert order(table) == [RUNS / "simple_rnn", RUNS / "lstm", RUNS / "gru"]
    table.show_runs([newer, rows[0], rows[1]])
    assert order(table) == [RUNS / "simple_rnn", RUNS / "lstm", RUNS / "gru"]
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert order(table) == [RUNS / "simple_rnn", RUNS / "gru", RUNS / "lstm"]
    table.show_runs([newer, *grown])
    assert order(table) == [RUNS / "simple_rnn", RUNS / "lstm", RUNS / "gru"]


def test_rows_stay_where_they_are_below_a_button(table: RunTable) -> None:
    rows = some_rows()[:2]
    table.show_runs(rows)
    table.table.sortByColumn(RunColumn.EPOCHS, Qt.SortOrder.DescendingOrder)
    viewport, left = table.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=QPoint(60, 20))
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    table.show_runs([rows[0], replace(rows[1], run=running("gru", 95))])
    assert order(table) == [RUNS / "lstm", RUNS / "gru"]
    QTest.mouseRelease(viewport, left, pos=QPoint(60, -30))
    assert order(table) == [RUNS / "gru", RUNS / "lstm"]


def test_an_arrow_beside_the_name_says_how_the_rows_are_sorted(table: RunTable) -> None:
    table.show_runs(some_rows())
    widen(table, 690)
    header = table.table.horizontalHeader()
    for column, name in ((RunColumn.VAL_LOSS, "Val. loss"), (RunColumn.TITLE, "Run")):
        table.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert f"{name} ↑" in drawn_texts(header.viewport())
        table.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        texts = drawn_texts(header.viewport())
        assert f"{name} ↓" in texts
        assert sum(text[-1] in "↑↓" for text in texts) == 1
    table.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert not any(text[-1] in "↑↓" for text in drawn_texts(header.viewport()))
    # A column that the rows are sorted by does not go.
    widen(table)
    table.table.sortByColumn(RunColumn.SEED, Qt.SortOrder.AscendingOrder)
    widen(table, 690)
    assert RunColumn.SEED in visible(table)
    assert "Seed ↑" in drawn_texts(header.viewport())


# -- updates -------------------------------------------------------------------------------------


def test_what_is_selected_and_current_outlives_updates(table: RunTable, asked: Asked) -> None:
    rows = many_rows(12)
    table.show_runs(rows)
    select(table, rows[3].path)
    QTest.keyClick(table.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected() == [rows[3].path, rows[4].path]
    asked.take()
    fresh = RunRow(running("gru", 2), "running", colour=COLOUR)
    changed = [replace(row, drawn=True) for row in rows]
    for given in (
        changed,
        [fresh, *changed],
        [fresh, *reversed(changed)],
        [*changed[2:6], fresh],
    ):
        table.show_runs(given)
        assert set(table.selected()) == {rows[3].path, rows[4].path}
        assert current(table) == rows[4].path
        assert [row.path for row in given] == order(table)
    assert asked.take() == []
    # Only when it goes itself is another one current.
    table.show_runs([fresh, *changed[:4]])
    assert table.selected() == [rows[3].path]
    assert current(table) != rows[4].path
    assert asked.take() == [("current_changed", current(table))]
    table.show_runs([])
    assert current(table) is None
    assert asked.take()[-1] == ("current_changed", None)


def test_what_is_seen_stays_where_it_is(table: RunTable) -> None:
    rows = many_rows()
    table.show_runs(rows)
    settle()
    bar = table.table.verticalScrollBar()
    bar.setValue(10 * table.table.rowHeight(0) + 7)
    before = table.table.visualRect(cell(table, RUNS / "12")).top()
    table.show_runs([replace(row, drawn=True) for row in rows])
    assert table.table.visualRect(cell(table, RUNS / "12")).top() == before
    fresh = [
        RunRow(a_run("gru", path=RUNS / f"new {nth}"), "queued", colour=COLOUR) for nth in range(3)
    ]
    table.show_runs([*fresh, *rows])
    settle()
    assert table.table.visualRect(cell(table, RUNS / "12")).top() == before
    table.show_runs(rows[2:])
    settle()
    assert table.table.visualRect(cell(table, RUNS / "12")).top() == before
    # All the way up it stays there, and new runs are seen.
    bar.setValue(0)
    table.show_runs([*fresh, *rows[2:]])
    settle()
    assert bar.value() == 0


def test_a_title_being_typed_outlives_updates(table: RunTable, asked: Asked) -> None:
    rows = some_rows()
    table.show_runs(rows)
    select(table, RUNS / "gru")
    QTest.keyClick(table.table, Key.Key_F2)
    line = editor(table)
    assert line is not None and line.text() == "GRU(8)"
    QTest.keyClicks(line, "my bes")
    for part in (0.6, 0.7, 0.8):
        grown = replace(rows[1], run=running("gru", 34, part))
        table.show_runs([rows[0], grown, *rows[2:]])
    newer = RunRow(a_run("simple_rnn"), "queued", colour=COLOUR)
    table.show_runs([newer, rows[0], grown, *rows[2:]])
    settle()
    assert editor(table) is line
    assert line.text() == "my bes"
    row_rect = table.table.visualRect(cell(table, RUNS / "gru"))
    assert row_rect.contains(line.geometry().center())
    QTest.keyClicks(line, "t")
    QTest.keyClick(line, Key.Key_Return)
    settle()
    assert [each for each in asked.take() if each[0] != "current_changed"] == [
        ("rename_asked", RUNS / "gru", "my best")
    ]
    assert editor(table) is None


# -- renaming ------------------------------------------------------------------------------------


def type_title(table: RunTable, path: Path, title: str, end: Qt.Key) -> None:
    select(table, path)
    table.table.setFocus()
    QTest.keyClick(table.table, Key.Key_F2)
    line = editor(table)
    assert line is not None
    line.setText(title)
    QTest.keyClick(line, end)
    settle()
    assert editor(table) is None


def renamed(asked: Asked) -> list[tuple[object, ...]]:
    return [each[1:] for each in asked.take() if each[0] == "rename_asked"]


def test_enter_renames_and_escape_does_not(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    path = RUNS / "lstm"
    type_title(table, path, "  another   one ", Key.Key_Return)
    assert renamed(asked) == [(path, "another one")]
    # Whether it could be renamed is for the owner to say.
    assert says(table, path, RunColumn.TITLE) == "LSTM(8)"
    table.show_runs([lstm(title="another one"), *some_rows()[1:]])
    assert says(table, path, RunColumn.TITLE) == "another one"
    type_title(table, path, "something", Key.Key_Escape)
    type_title(table, path, "   ", Key.Key_Return)
    type_title(table, path, "another one", Key.Key_Return)
    assert renamed(asked) == []


def test_enter_that_renames_does_not_open(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    type_title(table, RUNS / "lstm", "x", Key.Key_Return)
    assert "open_asked" not in [each[0] for each in asked.take()]
    QTest.keyClick(table.table, Key.Key_Return)
    assert asked.take() == [("open_asked", RUNS / "lstm")]


def test_a_foreign_run_cannot_be_renamed(table: RunTable) -> None:
    table.show_runs(some_rows())
    select(table, RUNS / "theirs")
    QTest.keyClick(table.table, Key.Key_F2)
    assert editor(table) is None
    title = table.table.runs.title_rect(table.table.visualRect(cell(table, RUNS / "theirs")))
    QTest.mouseDClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=title.center())
    assert editor(table) is None


def test_a_title_that_is_changed_already_goes_on(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    select(table, RUNS / "lstm")
    rename = next(each for each in table.make_menu().actions() if each.text().endswith("F2"))
    table.rename_current()
    line = editor(table)
    assert line is not None
    QTest.keyClicks(line, "half")
    with Watch() as watch:
        for ask_again in (table.rename_current, rename.trigger, table.table.rename_asked.emit):
            ask_again()
            assert editor(table) is line and line.text() == "half"
    assert not watch.faults, "Qt warns where a view is asked to edit while it does"
    QTest.keyClick(line, Key.Key_Return)
    settle()
    assert renamed(asked) == [(RUNS / "lstm", "half")]


@pytest.mark.parametrize("width", [380, 1340])
def test_a_double_click_on_the_title_renames_elsewhere_it_opens(
    table: RunTable, asked: Asked, width: int
) -> None:
    table.show_runs(some_rows())
    widen(table, width)
    view, path = table.table, RUNS / "gru"
    press(table, cell(table, path))
    asked.take()
    rect = view.visualRect(cell(table, path))
    title = view.runs.title_rect(rect)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=title.center())
    line = editor(table)
    assert line is not None
    QTest.keyClick(line, Key.Key_Escape)
    settle()
    assert asked.take() == []
    other = view.visualRect(cell(table, path, RunColumn.VAL_ACCURACY)).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert asked.take() == [("open_asked", path)]
    if width == 380:  # the second line is not the title
        below = QPoint(rect.left() + 30, rect.bottom() - 8)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
        assert asked.take() == [("open_asked", path)]
        assert editor(table) is None


# -- ticking -------------------------------------------------------------------------------------


def test_a_box_is_ticked_without_choosing_the_row(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    select(table, RUNS / "lstm")
    asked.take()
    press(table, cell(table, RUNS / "theirs", RunColumn.DRAWN))
    assert asked.take() == [("shown_changed", [RUNS / "lstm", RUNS / "gru", RUNS / "theirs"])]
    press(table, cell(table, RUNS / "lstm", RunColumn.DRAWN))
    assert asked.take() == [("shown_changed", [RUNS / "gru", RUNS / "theirs"])]
    assert current(table) == RUNS / "lstm"
    assert table.selected() == [RUNS / "lstm"]
    press(table, cell(table, RUNS / "broken", RunColumn.DRAWN))
    assert asked.take() == []


def test_space_ticks_all_that_are_selected(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    table.table.selectAll()
    table.table.setCurrentIndex(cell(table, RUNS / "theirs"))
    table.table.selectAll()
    asked.take()
    QTest.keyClick(table.table, Key.Key_Space)
    assert asked.take() == [("shown_changed", [RUNS / "lstm", RUNS / "gru", RUNS / "theirs"])]
    QTest.keyClick(table.table, Key.Key_Space)
    assert asked.take() == [("shown_changed", [])]


def test_a_ticked_box_is_seen_in_the_colour_of_the_curves(table: RunTable) -> None:
    table.show_runs([lstm()])
    settle()
    box = table.table.visualRect(cell(table, RUNS / "lstm", RunColumn.DRAWN))

    def coloured() -> int:
        area = pixels(table.table.viewport())[box.top() : box.bottom(), : box.right()]
        return int(is_near(area, COLOUR).sum())

    assert coloured() > 80
    press(table, cell(table, RUNS / "lstm", RunColumn.DRAWN))
    assert coloured() == 0


# -- keys and menu -------------------------------------------------------------------------------


def test_the_keys(table: RunTable, asked: Asked) -> None:
    rows = some_rows()
    table.show_runs(rows)
    table.table.setFocus()
    select(table, RUNS / "lstm")
    asked.take()
    QTest.keyClick(table.table, Key.Key_Return)
    QTest.keyClick(table.table, Key.Key_Plus)
    assert asked.take() == [("open_asked", RUNS / "lstm"), ("add_asked", RUNS / "lstm")]
    QTest.keyClick(table.table, Key.Key_Down)
    assert asked.take() == [("current_changed", RUNS / "gru")]
    QTest.keyClick(table.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    asked.take()
    QTest.keyClick(table.table, Key.Key_Delete)
    # What is being trained is left alone.
    assert table.selected() == [RUNS / "gru", RUNS / "theirs"]
    assert asked.take() == [("delete_asked", [RUNS / "theirs"])]
    QTest.keyClick(table.table, Key.Key_Tab)
    assert current(table) == RUNS / "theirs"  # Tab leaves, it does not go from cell to cell


def test_a_run_without_weights_cannot_be_shown(table: RunTable, asked: Asked) -> None:
    waiting = a_run("lstm", epochs=0, status=Status(), checkpoints=())
    table.show_runs([RunRow(waiting, "queued", colour=COLOUR)])
    select(table, RUNS / "lstm")
    asked.take()
    QTest.keyClick(table.table, Key.Key_Return)
    QTest.keyClick(table.table, Key.Key_Plus)
    assert asked.take() == []
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in actions(table)}
    assert not enabled["Show in the focused pane"]
    assert not enabled["Add a pane with this run"]
    assert enabled["Use these settings"]


def actions(table: RunTable) -> list[Any]:
    menu = table.make_menu()
    return [action for action in menu.actions() if not action.isSeparator()]


def act(table: RunTable, text: str) -> None:
    menu = table.make_menu()
    next(each for each in menu.actions() if each.text().split("\t")[0] == text).trigger()


def test_the_menu_asks_for_everything(table: RunTable, asked: Asked) -> None:
    rows = some_rows()
    rows[0] = replace(rows[0], resumable=True)
    table.show_runs(rows)
    path = RUNS / "lstm"
    select(table, path)
    asked.take()
    for text, signal in (
        ("Show in the focused pane", "open_asked"),
        ("Add a pane with this run", "add_asked"),
        ("Resume", "resume_asked"),
        ("Use these settings", "use_settings_asked"),
        ("Open its folder", "reveal_asked"),
    ):
        act(table, text)
        assert asked.take() == [(signal, path)]
    act(table, "Delete")
    assert asked.take() == [("delete_asked", [path])]
    act(table, "Rename")
    assert editor(table) is not None


def test_the_menu_offers_only_what_can_be_done(table: RunTable, asked: Asked) -> None:
    table.show_runs(some_rows())
    select(table, RUNS / "theirs")
    texts = {action.text().split("\t")[0]: action.isEnabled() for action in actions(table)}
    assert "Resume" not in texts
    assert "Use these settings" not in texts
    assert not texts["Rename"]
    assert "Delete" not in texts
    asked.take()
    act(table, "Take off the list")
    assert asked.take() == [("delete_asked", [RUNS / "theirs"])]
    table.table.selectAll()
    assert [action.text().split("\t")[0] for action in actions(table)] == ["Delete"]
    table.show_runs([])
    assert actions(table) == []


@pytest.mark.parametrize("state", ["running", "preparing"])
def test_what_is_trained_is_stopped_before_it_is_deleted(
    table: RunTable, asked: Asked, state: Any
) -> None:
    busy = RunRow(running("gru", 34), state, colour=COLOUR)
    table.show_runs([busy, lstm()])
    select(table, busy.path)
    asked.take()
    menu = table.make_menu()
    (delete,) = (each for each in menu.actions() if each.text() == "Delete\tDel")
    assert menu.toolTipsVisible()
    assert not delete.isEnabled()
    assert delete.toolTip() == "Stop it first"
    QTest.keyClick(table.table, Key.Key_Delete)
    assert asked.take() == []
    assert QToolTip.text() == "Stop it first"
    select(table, RUNS / "lstm")
    delete = actions(table)[-1]
    assert delete.isEnabled() and delete.toolTip() != "Stop it first"
    # Taking those off the list that are trained elsewhere stops nothing.
    table.show_runs([replace(busy, foreign=True), lstm()])
    select(table, busy.path)
    asked.take()
    act(table, "Take off the list")
    assert asked.take() == [("delete_asked", [busy.path])]


def test_the_menu_names_its_keys(table: RunTable) -> None:
    table.show_runs(some_rows())
    select(table, RUNS / "lstm")
    keys = dict(action.text().split("\t") for action in actions(table) if "\t" in action.text())
    assert keys == {
        "Show in the focused pane": "Enter",
        "Add a pane with this run": "+",
        "Rename": "F2",
        "Delete": "Del",
    }


def test_the_row_below_the_pointer_lights_up(table: RunTable) -> None:
    table.show_runs(some_rows())
    settle()
    view = table.table
    rect = view.visualRect(cell(table, RUNS / "gru", RunColumn.VAL_ACCURACY))
    x, y = rect.left() + 2, rect.top() + 3

    def lit() -> bool:
        return bool(is_near(pixels(view.viewport())[y, x], theme().raised, off=3))

    assert not lit()
    hover(view.viewport(), QPointF(x, y))
    assert lit()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not lit()


# -- languages and themes ------------------------------------------------------------------------


def test_every_text_changes_with_the_language(table: RunTable, qapp: QApplication) -> None:
    table.show_runs(some_rows())
    other = Marked()
    qapp.installTranslator(other)
    try:
        settle()
        widen(table)
        for column in RunColumn:
            if column != RunColumn.DRAWN:
                head = table.sorted.headerData(column, Qt.Orientation.Horizontal)
                assert str(head).startswith("※"), column
        assert says(table, RUNS / "lstm", RunColumn.STATE) == "※finished"
        assert says(table, RUNS / "lstm", RunColumn.SETTINGS) == "※as in the lecture"
        assert table.empty.text().startswith("※")
        select(table, RUNS / "lstm")
        assert all(action.text().startswith("※") for action in actions(table))
    finally:
        qapp.removeTranslator(other)


def test_the_texts_can_be_translated(collected: list[tuple[str, str]]) -> None:
    found = set(collected)
    for context, text in (
        ("RunTable", "running {percent}\u00a0%"),
        ("RunTable", "No runs yet. Every training is listed here."),
        ("RunTable", "Take off the list"),
        ("RunTable", "Val. acc."),
        ("RunSettings", "as in the lecture"),
        ("RunSettings", "lr {rate}"),
    ):
        assert (context, text) in found, text


@pytest.mark.parametrize("look", ["light", "dark"])
def test_both_themes(table: RunTable, look: str) -> None:
    apply_theme(look)
    table.show_runs(some_rows())
    select(table, RUNS / "lstm")
    settle()
    picture = pixels(table.table.viewport())
    height = table.table.rowHeight(0)
    assert is_near(picture[:height], theme().raised, off=3).mean() > 0.5
    assert is_near(picture[: 4 * height], theme().bad, off=40).any()
