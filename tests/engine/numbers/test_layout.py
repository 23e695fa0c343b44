"""Tables as they come: texts above the names, more names and units below them, sums at the foot."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TextError
from engine.numbers.delimited import read_pasted
from engine.numbers.files import read_table
from engine.numbers.text_layout import Head
from engine.progress import finish
from tests import workbooks

DAYS = "2020-01-01,1,2\n2020-01-02,3,4\n"
VALUES = [[1.0, 2.0], [3.0, 4.0]]

HEADS: dict[str, tuple[str, tuple[str, ...], str, int, str]] = {
    "tickers": (
        "Price,Close,High\nTicker,AAPL,AAPL\nDate,,\n" + DAYS,
        ("Close", "High"),
        "Date",
        4,
        (
            "2 rows of p above the numbers are left out, as there are none in them: "
            "Ticker,AAPL,AAPL / Date,,."
        ),
    ),
    "names that are there twice": (
        "Price,Close,Close\nTicker,AAPL,MSFT\n" + DAYS,
        ("Close AAPL", "Close MSFT"),
        "Price",
        3,
        "1 row of p above the numbers is left out, as there are none in it: Ticker,AAPL,MSFT.",
    ),
    "units": (
        "date,temp,rain\n,°C,mm\n" + DAYS,
        ("temp", "rain"),
        "date",
        3,
        "1 row of p above the numbers is left out, as there are none in it: ,°C,mm.",
    ),
    "units beside the word": (
        "date,temp,rain\nunit,°C,mm\n" + DAYS,
        ("temp", "rain"),
        "date",
        3,
        "1 row of p above the numbers is left out, as there are none in it: unit,°C,mm.",
    ),
    "a title": (
        "Weather of Seoul\nmade in 2020\n\ndate,temp,rain\n" + DAYS,
        ("temp", "rain"),
        "date",
        5,
        (
            "2 rows of p above the names of the columns, which stand in row 4, are left out: "
            "Weather of Seoul / made in 2020."
        ),
    ),
    "a title of a spreadsheet": (
        "서울의 날씨,,\n,,\n날짜,기온,강수\n" + DAYS,
        ("기온", "강수"),
        "날짜",
        4,
        (
            "2 rows of p above the names of the columns, which stand in row 3, are left out: "
            "서울의 날씨,, / ,,."
        ),
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_rows_without_numbers_around_the_names(name: str) -> None:
    text, columns, time, first, said = HEADS[name]
    table = read_pasted(text, "p")
    assert (table.columns, table.time) == (columns, time)
    assert table.values.tolist() == VALUES
    assert table.rows.tolist() == [first, first + 1]
    assert [str(note) for note in table.notes] == [said]


PLAIN = {
    "a first row of gaps": ("date,a,b\n2020-01-01,,\n2020-01-02,3,4\n2020-01-03,3,4\n", 3),
    "a first row of NA": ("date,a,b\n2020-01-01,NA,NA\n2020-01-02,3,4\n", 2),
    "a comment": ("# my data\na,b\n1,2\n", 1),
}


@pytest.mark.parametrize("name", PLAIN)
def test_what_is_data_stays_data(name: str) -> None:
    text, count = PLAIN[name]
    table = read_pasted(text, "p", Head())
    assert len(table) == count and table.notes == ()


CELLS = {
    "thousands": ("a;b\n1,234;2\n12,345,678;3\n", [[1234, 2], [12_345_678, 3]]),
    "thousands of the continent": ("a;b\n1.234,5;2\n12.345;3\n", [[1234.5, 2], [12_345, 3]]),
    "millions": ("a,b\n1.5M,2\n900K,-3B\n2T,1\n", [[1.5e6, 2], [9e5, -3e9], [2e12, 1]]),
    "millions in Korean": ("a,b\n1.5만,2\n3억,4천\n", [[15_000, 2], [3e8, 4000]]),
    "percent": ("a,b\n5%,2\n-6.5 %,3\n", [[0.05, 2], [-0.065, 3]]),
    "truths": ("a,ok\n1,True\n2,false\n3,TRUE\n", [[1, 1], [2, 0], [3, 1]]),
    "errors of spreadsheets": ("a,b\n1,#DIV/0!\n#REF!,2\n", [[1, np.nan], [np.nan, 2]]),
}


@pytest.mark.parametrize("name", CELLS)
def test_numbers_as_people_write_them(name: str) -> None:
    text, values = CELLS[name]
    np.testing.assert_allclose(read_pasted(text, "p").values, values, rtol=1e-15)


def test_texts_with_a_number_in_front_are_none() -> None:
    table = read_pasted("v,size\n1,5 Mb\n2,7 Kg\n", "p")
    assert (table.columns, table.left_out) == (("v",), ("size",))


@pytest.mark.parametrize("label", ["Total", "합계", "Average:", "계"])
def test_sums_are_left_out_and_said(tmp_path: Path, label: str) -> None:
    path = tmp_path / "p.csv"
    for text, row in (
        (f"month,v\nJan,1\nFeb,2\n{label},3\n", 4),
        (f"a,b\n1,1\n3,2\n{label},3\n", 4),
    ):
        path.write_text(text)
        table = finish(read_table(path))
        assert len(table) == 2
        said = f"1 row of p.csv that sums up others is left out, row {row} ({label})."
        assert [str(note) for note in table.notes] == [said]


def test_sums_of_a_large_table_are_left_out_too(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    lines = "".join(f"2020-01-{n % 28 + 1:02},{n}.25\n" for n in range(300_000))
    path.write_text(f"date,v\n{lines}Total,9\n")
    assert path.stat().st_size > 4 * 2**20
    table = finish(read_table(path))
    assert len(table) == 300_000 and len(table.notes) == 1


def test_what_was_chosen(tmp_path: Path) -> None:
    text = "Weather\n\ndate,temp,rain\n,°C,mm\n" + DAYS
    assert read_pasted(text, "p", Head(row=4)).columns == ("°C", "mm")
    table = read_pasted(text, "p", Head(row=0, skip=4))
    assert table.columns == ("2", "3") and table.rows.tolist() == [5, 6]
    with pytest.raises(TextError, match="no row of numbers"):
        read_pasted(text, "p", Head(row=99))
    with pytest.raises(TextError, match="no row of numbers"):
        read_pasted(text, "p", Head(skip=99))
    for name, data in {
        "v.csv": text.encode(),
        "v.xlsx": workbooks.xlsx([["x"], ["a", "b"], [1, 2]]),
    }.items():
        (tmp_path / name).write_bytes(data)
    assert finish(read_table(tmp_path / "v.csv", head=Head(row=4))).columns == ("°C", "mm")
    assert finish(read_table(tmp_path / "v.xlsx", head=Head(skip=2))).columns == ("1", "2")
    np.save(tmp_path / "v.npy", np.ones((3, 2)))
    with pytest.raises(TextError, match="no row of names that could be chosen"):
        finish(read_table(tmp_path / "v.npy", head=Head(skip=1)))


JOINED = {
    "in the data": 'a,b,c\n1,2,"x\ny"\n3,4,z\n',
    "in the names": 'a,"b\n(mm)",c\n1,2,x\n3,4,z\n',
    "in the text above": '"a title\nin two lines",,\na,b,c\n1,2,x\n3,4,z\n',
}


@pytest.mark.parametrize("name", JOINED)
def test_cells_that_go_on_in_the_next_line(name: str) -> None:
    table = read_pasted(JOINED[name], "p", Head())
    assert table.values.tolist() == [[1, 2], [3, 4]]
    assert table.columns[0] == "a" and table.left_out == ("c",)


@pytest.mark.parametrize(
    "text", ['Title\n"a,b\n1,2\n3,4\n5,6\n', 'x\ny\n"1,2\n"3,4\n', '"\n1,2\n3,4\n5,6\n']
)
@pytest.mark.parametrize("head", [Head(), Head(row=2), Head(row=0, skip=1)])
def test_a_quote_that_is_never_closed_is_a_table_or_an_error(text: str, head: Head) -> None:
    with contextlib.suppress(TextError):
        assert len(read_pasted(text, "p", head))
