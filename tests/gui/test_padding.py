"""Padding looks as `gui.look.padding` says, among words and in the cards."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from engine.text.review import Review
from gui.training.cards.id_grid import IdGrid
from gui.training.cards.padded import SpanBar
from gui.window.main_window import MainWindow
from tests.gui.conftest import is_near, pixels

OTHER = "#ff00ff"


def test_padding_is_painted_in_one_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = window.session.review
    assert isinstance(review, Review)
    assert review.padding.any()
    grid, bar = IdGrid(), SpanBar()
    grid.show_row(review, len(review) - 1)
    bar.show_review(review)
    for card in (grid, bar):
        card.resize(400, card.height_at(400))
        card.show()
    views = (window.reading_view.words.viewport(), grid, bar)
    assert not any(is_near(pixels(view), OTHER, 60).any() for view in views)
    for module in ("gui.look.padding", "gui.training.cards.id_grid"):
        monkeypatch.setattr(f"{module}.padding_colour", lambda look: QColor(OTHER))
    for view in views:
        view.update()
        assert is_near(pixels(view), OTHER, 60).any(), view
    for card in (grid, bar):
        card.close()
        card.deleteLater()
