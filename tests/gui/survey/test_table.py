"""The table of the survey."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.survey.table import ASKED, Column, SurveyTable


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
