"""Rows that are made when they are looked at are those that are made at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from gui.survey.table import Column, LazyRows, SurveyTable


def test_a_million_rows_are_made_as_they_are_seen_sorted_and_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    values = np.random.default_rng(0).random(1_000_000)
    made: list[int] = []

    def make(place: int) -> tuple[int, float]:
        made.append(place)
        return place, float(values[place])

    def of(rows: Any) -> Any:
        return values[rows.places if isinstance(rows, LazyRows) else [row[0] for row in rows]]

    table = SurveyTable()
    qtbot.addWidget(table)
    table.resize(300, 200)
    columns = [Column("value", "value", lambda row: row[1], values=of)]
    order = np.arange(len(values))[::-1]
    rows = LazyRows(order, make)
    table.show_rows(columns, rows)
    table.show()
    qtbot.waitExposed(table)
    assert float(table.text(0, 0)) == values[-1]
    table.sortByColumn(0, table.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    assert float(table.text(0, 0)) == values.max()
    assert len(made) < 2000 and len(made) == len(set(made))
    few = rows.picked(values[order] > 0.99999)
    assert [row[0] for row in few] == [at for at in order.tolist() if values[at] > 0.99999]
    assert few[0] is few[:1][0], "made once"
    table.show_rows(columns, few)
    table.writer()(tmp_path / "rows.csv")
    lines = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(few) and float(lines[1]) == max(values)
