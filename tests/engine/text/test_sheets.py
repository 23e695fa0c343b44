"""Workbooks: the first sheet with something in it, for numbers, reviews and dictionaries alike."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.errors import GatescopeError, TextError
from engine.numbers.files import read_table
from engine.numbers.table import Table
from engine.progress import finish
from engine.text.sheets import is_workbook, open_sheet
from engine.text.sources.table import TableSource
from engine.text.tokenizers.reader import open_tokenizer
from engine.text.tokenizers.reading import is_tokenizer
from tests import workbooks

ROWS = [["date", "v"], ["2020-01-01", 1.5], ["2020-01-02", 2]]
FORMS = {"xlsx": workbooks.xlsx(ROWS), "ods": workbooks.ods(ROWS), "xls": workbooks.XLS}


def write(folder: Path, data: bytes, name: str = "named.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read(path: Path) -> Table:
    return finish(read_table(path))


@pytest.mark.parametrize("form", FORMS)
def test_numbers_whatever_the_file_is_called(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, FORMS[form])
    assert is_workbook(path) and not is_tokenizer(path)
    table = read(path)
    assert (table.columns, table.times) == (("v",), ("2020-01-01", "2020-01-02"))
    assert table.values.tolist() == [[1.5], [2]]
    assert table.rows.tolist() == [2, 3]
    assert table.notes == ()


def test_the_first_sheet_with_something_in_it_is_read_and_said(tmp_path: Path) -> None:
    sheets = {"빈": [], "자료": [[], ["a", "b"], [1, None], [3, "=A3*2"]], "other": [["c"], [9]]}
    table = read(write(tmp_path, workbooks.xlsx(sheets)))
    np.testing.assert_array_equal(table.values, [[1, np.nan], [3, 7]])
    assert table.rows.tolist() == [3, 4]  # as the spreadsheet counts
    said = "named.csv has 3 sheets; the first with something in it, “자료”, is read."
    assert [str(note) for note in table.notes] == [said]


def test_reviews(tmp_path: Path) -> None:
    rows = [["리뷰", "라벨"], ["정말, “좋은”\n영화", 1], ["나쁜 영화", 0]]
    corpus = finish(TableSource(write(tmp_path, workbooks.xlsx({"a": rows, "b": []}))).prepare())
    assert [corpus.text(n) for n in range(2)] == ["정말, “좋은” 영화", "나쁜 영화"]
    assert corpus.labels.tolist() == [1, 0]
    assert [str(note) for note in corpus.notes] == [
        "named.csv has 2 sheets; the first with something in it, “a”, is read."
    ]


def test_dictionaries(tmp_path: Path) -> None:
    rows = [["word", "id"], ["the", 1], ["영화", 2]]
    tokenizer = open_tokenizer(write(tmp_path, workbooks.xlsx({"words": rows})))
    assert dict(tokenizer.numbers) == {"the": 1, "영화": 2}
    assert [str(note) for note in tokenizer.notes] == ["Of named.csv the sheet “words” is read."]
    path = write(tmp_path, "나쁜,1\n영화,2\n".encode("cp949"), "w.csv")
    tokenizer = open_tokenizer(path)
    assert tokenizer.numbers["영화"] == 2
    assert [str(n) for n in tokenizer.notes] == [
        "w.csv is not written in UTF-8: it is read as CP949."
    ]


def _without_sheet() -> bytes:
    inside = workbooks.members(FORMS["xlsx"])
    inside["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData><row"
    return workbooks.zipped(inside)


def _bomb() -> bytes:
    inside = workbooks.members(FORMS["xlsx"])
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v>'
    sheet = inside["xl/worksheets/sheet1.xml"]
    inside["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"</sheetData>", cells + b"</c></row></sheetData>"
    )
    return workbooks.zipped(inside)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (FORMS["xls"][:900], "is damaged|could not be read"),
        (_without_sheet(), "is damaged: "),
        (_bomb(), "cells, and at most|too much memory"),
        (workbooks.xlsx([["a", "b"], ["c", "d"]]), "none of its columns has numbers"),
        (workbooks.xlsx([]), "it has no row of numbers"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(GatescopeError, match=message):
        read(write(tmp_path, data))


def test_a_model_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "m.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "{}")
    assert not is_workbook(path)
    assert not is_workbook(tmp_path) and not is_workbook(tmp_path / "none")
    with pytest.raises(TextError, match="is an archive"):
        read(path)


def test_calamine_and_pandas_stay_out_of_this_process(tmp_path: Path) -> None:
    loaded = {"python_calamine", "pandas"} & set(sys.modules)
    open_sheet(write(tmp_path, FORMS["xlsx"]))
    large = "".join(f"{n},{n / 8},x\n" for n in range(400_000))
    table = read(write(tmp_path, f"a,b,c\n{large}".encode(), "large.csv"))
    assert len(large) > 4 * 2**20
    assert table.values.tolist()[-1] == [399_999, 399_999 / 8] and table.left_out == ("c",)
    assert {"python_calamine", "pandas"} & set(sys.modules) == loaded
