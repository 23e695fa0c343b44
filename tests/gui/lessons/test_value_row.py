"""The numbers of a row are written where there is room for all of them, and then all."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gui.lessons.value_row import NAMES, WIDEST, ValueRow
from gui.look.numbers_text import number
from gui.look.painted_text import text_width
from gui.look.theme import BODY, CAPTION


def test_all_numbers_or_none(qapp: QApplication) -> None:
    row = ValueRow()
    values = (0.1, -0.38, 0.0)
    row.show_values("a row", values)
    sizes = []
    for width in range(NAMES + 3 * WIDEST, NAMES, -3):
        row.resize(width, row.height())
        sizes.append(row.letters())
        room = row.box(0).width() - 4
        fits = [
            all(text_width(number(each), size) <= room for each in values)
            for size in (BODY, CAPTION)
        ]
        assert sizes[-1] == (BODY if fits[0] else CAPTION if fits[1] else 0)
    assert sizes == sorted(sizes, reverse=True) and {BODY, CAPTION, 0} == set(sizes)
