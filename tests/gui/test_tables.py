"""Reviews from the user's own tables and folders, chosen in the drawer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.session.session import Session
from gui.places import REVIEWS
from gui.review.browser import ReviewsPanel
from gui.review.columns import ColumnsDialog
from gui.review.reading import Reading
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle


@pytest.fixture
def panel(window: MainWindow) -> ReviewsPanel:
    found = window.drawers.open(REVIEWS)
    assert isinstance(found, ReviewsPanel)
    return found


@pytest.fixture
def reading(window: MainWindow) -> Reading:
    return window.services.reading


@pytest.fixture
def session(window: MainWindow) -> Session:
    return window.session


def test_columns_are_guessed_and_chosen(
    qtbot: QtBot, panel: ReviewsPanel, reading: Reading, tmp_path: Path
) -> None:
    path = tmp_path / "other.tsv"
    path.write_text("id\ttitle\tsentiment\treview\n1\tone\tpos\tgood film\n2\ttwo\tneg\tbad film")
    panel.browse.source.open_table(path)
    dialog = panel.window().findChild(ColumnsDialog)
    assert dialog is not None
    assert (dialog.text.currentText(), dialog.label.currentText()) == ("review", "sentiment")
    assert dialog.preview.text() == "+ good film\n\n− bad film"
    dialog.label.setCurrentText("title")
    assert "label 'one'" in dialog.preview.text()
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Open)
    assert not ok.isEnabled()
    dialog.label.setCurrentText("none")
    dialog.text.setCurrentText("title")
    assert ok.isEnabled()
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
    settle()
    assert reading.corpus is not None
    assert reading.corpus.text(1) == "two"
    assert not panel.browse.filters.labels["positive"].isEnabled()


def test_a_table_without_names(panel: ReviewsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("good film,1\nbad film,0\n")
    dialog = ColumnsDialog(path)
    qtbot.addWidget(dialog)
    dialog.header.setChecked(False)
    assert dialog.text.currentText() == "1"
    dialog.label.setCurrentText("2")
    assert dialog.preview.text() == "+ good film\n\n− bad film"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "is empty"),
        ("none.csv", b"text,label\n", "no row of data"),
        ("nothing.csv", b"text\n\xff\0\n", "UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_changes_nothing(
    panel: ReviewsPanel,
    reading: Reading,
    session: Session,
    tmp_path: Path,
    name: str,
    content: bytes,
    said: str,
) -> None:
    caught: list[GatescopeError] = []
    reading.failed.connect(caught.append)
    review = session.review
    path = tmp_path / name
    path.write_bytes(content)
    panel.browse.source.open_table(path)
    assert len(caught) == 1
    assert said in str(caught[0])
    assert session.review is review
    assert panel.window().findChild(ColumnsDialog) is None
    assert reading.corpus is None


def test_a_folder_of_texts(
    qtbot: QtBot, panel: ReviewsPanel, reading: Reading, tmp_path: Path
) -> None:
    for label, text in (("pos", "a good film"), ("neg", "a bad film")):
        (tmp_path / "texts" / label).mkdir(parents=True)
        (tmp_path / "texts" / label / "1.txt").write_text(text)
    panel.browse.source.ask_folder()
    dialog = panel.window().findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "texts"))
    dialog.close()
    settle()
    assert reading.corpus is not None
    assert sorted(reading.corpus.labels.tolist()) == [0, 1]
