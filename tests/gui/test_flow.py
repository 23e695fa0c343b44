"""Words flow in lines: where each stands, and how often they are measured for it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui.look.padding import DOT_WIDTH
from gui.look.scale import px, usual_scale
from gui.look.typefaces import typeface
from gui.review import words as words_view
from gui.review.flow import BETWEEN, LINE, PAD, SIZE, Measured
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle

WORDS = (
    "",
    "",
    "",
    *("<start> the film was notgoodatallnotevenalittle bad and a b c " * 9).split(),
)
PADDING = np.array([not word for word in WORDS])


def word_by_word(room: int) -> list[QRectF]:
    """Where words stand, each put after the one before it, or at the left of the next line."""
    metrics, width = QFontMetricsF(typeface(SIZE)), max(80.0, room - 2.0)
    boxes, x, y = [], 0.0, 0
    for word, is_padding in zip(WORDS, PADDING, strict=True):
        wide = float(px(DOT_WIDTH)) if is_padding else metrics.horizontalAdvance(word) + 2 * px(PAD)
        wide = min(wide, width)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + px(LINE)
        boxes.append(QRectF(x, y + px(2), wide, px(LINE - 4)))
        x += wide + (0.0 if is_padding else BETWEEN)
    return boxes


@pytest.mark.parametrize("room", [10, 90, 133, 200, 641, 100_000])
def test_words_stand_where_each_would_be_put_after_the_other(qapp: QApplication, room: int) -> None:
    with usual_scale():
        measured, expected = Measured(WORDS, PADDING), word_by_word(room)
        assert measured.boxes(room) == expected
        lines = [step for step, box in enumerate(expected) if box.left() == 0]
        assert measured.starts(room) == lines


def test_nothing_to_read_has_no_lines(qapp: QApplication) -> None:
    nothing = Measured((), np.zeros(0, bool))
    assert nothing.starts(300) == [] and nothing.boxes(300) == []


def test_words_are_measured_once_however_often_they_flow(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Measured] = []

    def make(*of: object) -> Measured:
        made.append(Measured(*of))  # type: ignore[arg-type]  # what the view gives
        return made[-1]

    monkeypatch.setattr(words_view, "Measured", make)
    for width in (900, 1100, 800):
        window.resize(width, 700)
        settle()
    assert made == []
    window.commands.all["larger"].trigger()
    settle()
    assert len(made) == 1
    window.services.reading.read_text("another film that was not so bad")
    settle()
    assert len(made) == 2
