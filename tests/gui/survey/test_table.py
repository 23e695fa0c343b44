"""The table of the survey."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, GatescopeError
from engine.progress import Progress, ShouldStop
from gui.export.dialogs import PATIENCE, export_page, write_apart, write_beside
from gui.survey.table import ASKED, Column, SurveyTable
from gui.window.main_window import MainWindow
from tests.gui.conftest import pixels, settle


@pytest.mark.parametrize("seen", [True, False])
def test_few_rows_say_how_wide_a_column_is(qtbot: QtBot, seen: bool) -> None:
    """Also of a table on a page that is closed, which Qt measures anew when the theme changes."""
    table, asked = SurveyTable(), set()
    qtbot.addWidget(table)

    def text(row: int) -> str:
        asked.add(row)
        return f"{row}"

    table.resize(300, 400)
    table.show_rows([Column("n", "n", lambda row: row, text)], range(20 * ASKED))
    table.show()
    table.setVisible(seen)
    asked.clear()
    assert table.sizeHintForColumn(0) > 0
    assert 0 < len(asked) <= 2 * ASKED


def test_a_table_of_another_width_asks_no_row_how_wide_it_is(qtbot: QtBot) -> None:
    """A hundred rows a column, at every width that a window took on its way to another."""
    table, asked = SurveyTable(), []
    qtbot.addWidget(table)

    def text(row: int) -> str:
        asked.append(row)
        return f"{row}" * (1 + row // ASKED)

    columns = [
        Column("n", "n", lambda row: row, text),
        Column("grows", "grows", str, grows=True),
        Column("rows", "a title", lambda row: row, text, is_number=False),
    ]
    table.show_rows(columns, range(3 * ASKED))
    table.resize(600, 400)
    table.show()
    settle()
    widths = [table.columnWidth(at) for at in (0, 2)]
    assert widths == [table._needed(0), table._needed(2)]
    asked.clear()
    for width in (500, 700, 320, 900):
        table.resize(width, 400)
        settle()
    assert max(asked) < ASKED // 2  # those that are painted
    assert [table.columnWidth(at) for at in (0, 2)] == widths
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)  # the widest are measured now
    settle()
    assert [table.columnWidth(at) for at in (0, 2)] == [table._needed(0), table._needed(2)] > widths


def test_nothing_is_painted_where_two_scroll_bars_meet(window: MainWindow) -> None:
    window.commands.appearance.use_theme("light")
    table = SurveyTable()
    ground = QWidget(window)
    ground.setAutoFillBackground(True)
    ground.resize(300, 300)
    table.setParent(ground)
    table.resize(300, 300)
    table.show_rows([Column("n", "n", str, width=700)], range(50))
    table.show()
    ground.show()
    settle()
    across, down = table.horizontalScrollBar(), table.verticalScrollBar()
    assert across.isVisible() and down.isVisible()
    corner = pixels(table)[-across.height() :, -down.width() :]
    assert len(np.unique(corner.reshape(-1, corner.shape[-1]), axis=0)) == 1


def test_a_page_of_rows_is_written_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Rows are written in a thread; after half a second the window says so, and at the end what
    became of it."""
    threads, goes_on = [], threading.Event()

    def write(path: Path) -> None:
        threads.append(threading.current_thread())
        goes_on.wait(20)
        path.write_text("done", encoding="utf-8")

    path, notice = tmp_path / "rows.csv", window.dialogs.notice
    write_apart(window, write, path, notice)
    qtbot.waitUntil(lambda: "is being written" in notice.text, timeout=5000)
    goes_on.set()
    qtbot.waitUntil(lambda: f"Written: {path}" in notice.text, timeout=5000)
    assert threads != [threading.main_thread()] and path.read_text("utf-8") == "done"

    def fail(path: Path) -> None:
        raise GatescopeError("The disk is full.")

    write_apart(window, fail, path, notice)
    qtbot.waitUntil(lambda: "The disk is full." in notice.text, timeout=5000)
    qtbot.wait(PATIENCE + 100)  # and nothing is said of writing after it has ended
    assert "is being written" not in notice.text


def test_a_page_chooses_the_thread_by_what_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    threads: dict[str, threading.Thread] = {}

    def write(path: Path) -> None:
        threads[path.suffix] = threading.current_thread()
        path.write_text("done", encoding="utf-8")

    documents = {".csv": ("Table", write), ".html": ("Web page", write)}
    settings, notice = window.services.settings, window.dialogs.notice
    for suffix in documents:
        dialog = export_page(window, settings, window, documents, "page", notice)
        dialog.fileSelected.emit(str(tmp_path / f"page{suffix}"))
        dialog.close()
    qtbot.waitUntil(lambda: len(threads) == 2, timeout=5000)
    main = threading.main_thread()
    assert threads[".csv"] is not main and threads[".html"] is main


def test_what_takes_long_says_how_far_it_is_and_can_be_given_up(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, notice, goes_on = tmp_path / "all.npz", window.dialogs.notice, threading.Event()

    def work(should_stop: ShouldStop) -> Generator[Progress, None, None]:
        yield Progress(1, 4, "Writing the table")
        while not should_stop() and not goes_on.wait(0.01):
            pass
        yield Progress(3, 4, "Writing the table")
        while not should_stop():
            time.sleep(0.01)
        raise Cancelled

    write_beside(window, work, path, notice, lambda _: None)
    qtbot.waitUntil(lambda: "25" in notice.text and "%" in notice.text, timeout=5000)
    goes_on.set()
    qtbot.waitUntil(lambda: "75" in notice.text, timeout=5000)
    notice.run()
    assert "cancelled" in notice.text and not path.exists()
