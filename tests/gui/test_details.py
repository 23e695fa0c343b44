"""What the network reads: every token, every step, what was cut, padded or unknown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from gui.review.details import DetailsDialog, TokenTable
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle


@pytest.mark.parametrize(
    ("padding", "truncating"), [("pre", "pre"), ("pre", "post"), ("post", "pre"), ("post", "post")]
)
@pytest.mark.parametrize("length", [1, 3, 8, 20])
def test_the_table_has_every_token_and_every_step(
    qapp: QApplication, length: int, padding: str, truncating: str
) -> None:
    text = "the film was good and zyzzyva"
    encoding = Encoding(length=length, padding=padding, truncating=truncating)  # type: ignore[arg-type]
    review = encode(text, imdb(), encoding).within(500)
    table = TokenTable()
    table.show(review)
    tokens, steps = [], []
    for row in range(table.rowCount()):
        token, step = table.place(row)
        if token is not None:
            tokens.append(token)
        if step is not None:
            steps.append(step)
            assert table.row_of(step) == row
            word = "" if token is None else review.tokens[token]
            assert word == review.steps[step]
            id = table.data(table.index(row, 2))
            assert id == str(int(review.inputs[step]))
    assert tokens == list(range(len(review.tokens)))
    assert steps == list(range(length))
    last = table.rowCount() - 1 if padding == "pre" or length < 8 else table.row_of(6)
    assert "unknown word" in str(table.data(table.index(last, 3)))


def test_the_details_follow_the_session(qtbot: QtBot, window: MainWindow) -> None:
    window.session.step = 20
    window.commands.all["details"].trigger()
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    view = dialog.view
    assert view.text.toPlainText().startswith("this movie was very good")
    assert view.model.place(view.table.currentIndex().row())[1] == 20
    window.session.step = 25
    assert view.model.place(view.table.currentIndex().row())[1] == 25
    row = view.model.row_of(30)
    view.table.setCurrentIndex(view.model.index(row, 0))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert window.session.step == 30
    window.services.reading.read_text("another text")
    settle()
    assert view.text.toPlainText() == "another text"
    dialog.close()
    settle()
    window.session.step = 3


def test_cut_words_are_marked(qapp: QApplication) -> None:
    table = TokenTable()
    table.show(encode("one two three four", imdb(), Encoding(length=2)))
    fates = [table.data(table.index(row, 3)) for row in range(table.rowCount())]
    assert fates == ["cut, start mark", "cut", "cut", "", ""]
    assert table.data(table.index(1, 1), Qt.ItemDataRole.FontRole).strikeOut()
