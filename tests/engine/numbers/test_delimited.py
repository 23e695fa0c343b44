"""Numbers written as text, as people and programs write them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import Cancelled, TextError
from engine.numbers.delimited import read_delimited, read_pasted
from engine.numbers.table import Table
from engine.progress import Progress, finish

NAN = float("nan")

WRITTEN: dict[str, tuple[str, list[list[float]], tuple[str, ...]]] = {
    "a header": ("speed,height\n1,2\n0.5,-1\n", [[1, 2], [0.5, -1]], ("speed", "height")),
    "no header": ("1,2\n3,4\n", [[1, 2], [3, 4]], ("1", "2")),
    "one column": ("1\n2\n3\n", [[1], [2], [3]], ("1",)),
    "one named column": ("x\n1\n2\n", [[1], [2]], ("x",)),
    "tabs": ("a\tb\n1\t2\n", [[1, 2]], ("a", "b")),
    "semicolons": ("1;2\n3;4\n", [[1, 2], [3, 4]], ("1", "2")),
    "decimal commas": ("a;b\n1,5;2\n3,25;1.234,5\n", [[1.5, 2], [3.25, 1234.5]], ("a", "b")),
    "decimal commas in tabs": ("a\tb\n1,5\t2,5\n", [[1.5, 2.5]], ("a", "b")),
    "a column of decimal commas": ("Wert\n1,5\n2,5\n", [[1.5], [2.5]], ("Wert",)),
    "numpy.savetxt": ("1.0e+00 2.5e-01\n3.0e+00 -4.0e+00\n", [[1, 0.25], [3, -4]], ("1", "2")),
    "savetxt with a header": ("# a b\n1 2\n3 4\n", [[1, 2], [3, 4]], ("a", "b")),
    "thousands": ('a,b\n"1,234.5",2\n3,"4,000"\n', [[1234.5, 2], [3, 4000]], ("a", "b")),
    "missing": ("a,b\n1,\nNA,2\n3,NaN\n", [[1, NAN], [NAN, 2], [3, NAN]], ("a", "b")),
    "a column wholly missing": ("a,b\n1,\n2,\n", [[1, NAN], [2, NAN]], ("a", "b")),
    "blank lines": ("\na,b\n\n1,2\n,\n3,4\n\n", [[1, 2], [3, 4]], ("a", "b")),
    "a comma at the end": ("a,b,\n1,2,\n3,4,\n", [[1, 2], [3, 4]], ("a", "b")),
    "a byte order mark": ("\ufeffa,b\n1,2\n", [[1, 2]], ("a", "b")),
    "Windows' line ends": ("a,b\r\n1,2\r\n3,4\r\n", [[1, 2], [3, 4]], ("a", "b")),
    "names twice": ("a,a,\n1,2,3\n", [[1, 2, 3]], ("a", "a (2)", "3")),
    "money": (
        'a,b,c\n$10.5,-€2,3원\n₩4,5 €,"$1,234"\n',
        [[10.5, -2, 3], [4, 5, 1234]],
        ("a", "b", "c"),
    ),
    "money owed": ("a,b\n(1.5),($2)\n3,(4.0)\n", [[-1.5, -2], [3, -4]], ("a", "b")),
    "money as a ledger has it": (
        "a,b\n$ (500),5천원\n$ 3,-2만 원\n",
        [[-500, 5e3], [3, -2e4]],
        ("a", "b"),
    ),
    "columns that are counted": ("a,b\n(1),(2)\n1,2\n", [[1, 2]], ("a", "b")),
    "percent": ("a,b\n50%,1\n", [[0.5, 1]], ("a", "b")),
    "a minus of typographers": ("a\n\N{MINUS SIGN}3\n4\n", [[-3], [4]], ("a",)),
    "no line end at last": ("1,2\n3,4", [[1, 2], [3, 4]], ("1", "2")),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_as_it_is_written(tmp_path: Path, name: str) -> None:
    text, values, columns = WRITTEN[name]
    path = tmp_path / "v.csv"
    path.write_bytes(text.encode())
    table = finish(read_delimited(path))
    assert table.columns == columns
    np.testing.assert_array_equal(table.values, np.array(values))
    assert table.title == "v.csv"


TIMES: dict[str, tuple[str, tuple[str, ...] | None, str, tuple[str, ...]]] = {
    "dates": ("date,v\n2020-01-01,1\n2020-01-02,2\n", ("2020-01-01", "2020-01-02"), "date", ("v",)),
    "German dates": ("Tag;v\n01.02.2020;1,5\n", ("01.02.2020",), "Tag", ("v",)),
    "Korean names": (
        "날짜,값\n2020년 1월,1\n2020년 2월,2\n",
        ("2020년 1월", "2020년 2월"),
        "날짜",
        ("값",),
    ),
    "dates at the end": ("v,when\n1,2020/01/01\n", ("2020/01/01",), "when", ("v",)),
    "with the time of day": ("t,v\n2020-01-01 10:00,1\n", ("2020-01-01 10:00",), "t", ("v",)),
    "a year": ("YEAR,v\n1700,5\n1701,11\n", ("1700", "1701"), "YEAR", ("YEAR", "v")),
    "pandas' index": (",x,y\n0,1,2\n1,3,4\n", ("0", "1"), "1", ("1", "x", "y")),
    "names of rows": ("who,v\nann,1\nbob,2\n", ("ann", "bob"), "who", ("v",)),
    "none": ("a,b\n1,2\n", None, "", ("a", "b")),
}


@pytest.mark.parametrize("name", TIMES)
def test_what_the_rows_are_called(name: str) -> None:
    text, times, column, columns = TIMES[name]
    table = read_pasted(text, "p")
    assert (table.times, table.time, table.columns) == (times, column, columns)


def test_texts_are_left_out_by_name() -> None:
    table = read_pasted("date,v,sky\n2020-01-01,1,rain\n2020-01-02,2,sun\n", "p")
    assert (table.columns, table.left_out) == (("v",), ("sky",))


WRONG: dict[str, tuple[str, str]] = {
    "nothing": ("", "p does not hold a table of numbers: it has no row of numbers."),
    "white space": (" \n\n", "it has no row of numbers."),
    "a header alone": ("a,b\n", "it has no row of numbers."),
    "texts": ("a,b\nc,d\n", "none of its columns has numbers."),
    "ragged": ("1,2\n3\n", "row 2 has 1 column, and the first has 2."),
    "too wide": ("a,b\n1,2\n3,4,5\n6,7\n", "row 3 has 3 columns, and the first has 2."),
    "infinite": ("a,b\n1,2\n3,1e400\n", "not a finite number in row 3, column b."),
    "a word": ("a,b\n1,2\n3,4\n5,oops\n", "p has 'oops' in row 4, column b, which is no number."),
    "Python's own": ("a,b\n1,2\n3,4\n5,1_000\n", "p has '1_000' in row 4, column b,"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_with_its_place(name: str) -> None:
    text, message = WRONG[name]
    with pytest.raises(TextError) as caught:
        read_pasted(text, "p")
    assert message in str(caught.value)


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    table = read_pasted("a,b\n1,2\n\n,\n3,4\n", "p")
    assert table.rows.tolist() == [2, 5]


ENCODED: dict[str, tuple[bytes, str, tuple[str, ...]]] = {
    "Korean Excel": (
        "날짜,기온(°C),값\n2020-01-01,3.5,1\n".encode("cp949"),
        "CP949",
        ("기온(°C)", "값"),
    ),
    "EUC-KR": ("날짜,값\n2020-01-01,1\n".encode("euc_kr"), "CP949", ("값",)),
    "Unicode text of Excel": ("가\tb\n1\t2\n".encode("utf-16"), "UTF-16", ("가", "b")),
    "the other byte order": (
        b"\xfe\xff" + "a\tb\n1\t2\n".encode("utf-16-be"),
        "UTF-16",
        ("a", "b"),
    ),
    "no mark": ("a,b\n1,2\n".encode("utf-16-le"), "UTF-16-LE", ("a", "b")),
    "no mark, Korean": ("가온,b\n1,2\n".encode("utf-16-be"), "UTF-16-BE", ("가온", "b")),
    "the West": ("Größe;Höhe\n1,5;2\n".encode("cp1252"), "CP1252", ("Größe", "Höhe")),
    "a degree alone": (b"Temp (\xb0C),x\n1,2\n", "CP1252", ("Temp (°C)", "x")),
    "a letter far down": (
        b"a,b,c\n" + b"1,2,x\n" * 50_000 + "3,4,né\n".encode("cp1252"),
        "CP1252",
        ("a", "b"),
    ),
}


@pytest.mark.parametrize("name", ENCODED)
def test_other_encodings_are_guessed_and_said(tmp_path: Path, name: str) -> None:
    content, encoding, columns = ENCODED[name]
    path = tmp_path / "v.csv"
    path.write_bytes(content)
    table = finish(read_delimited(path))
    assert table.columns == columns
    said = f"v.csv is not written in UTF-8: it is read as {encoding}."
    assert [str(note) for note in table.notes] == [said]


@pytest.mark.parametrize(
    "content", [b"a,b\n\xff\0,1\n", b"\xff\xfe" + "a,b\n1,2\n".encode("utf-16-le") + b"1"]
)
def test_what_is_in_no_encoding_is_refused_with_advice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(content)
    with pytest.raises(TextError, match=r"not written in UTF-8\. Save it as UTF-8"):
        finish(read_delimited(path))


def long_file(folder: Path, rows: int = 50_000) -> Path:
    path = folder / "long.csv"
    path.write_text("a,b\n" + "".join(f"{n},{n / 7:.4f}\n" for n in range(rows)))
    return path


def test_progress_in_bytes(tmp_path: Path) -> None:
    path = long_file(tmp_path)
    work, seen = read_delimited(path), []
    try:
        while True:
            seen.append(next(work))
    except StopIteration as end:
        table = end.value
    assert isinstance(table, Table) and len(table) == 50_000
    assert len(seen) == 3
    assert all(isinstance(one, Progress) and 0 < one.done <= one.total for one in seen)
    assert seen[0].total == path.stat().st_size
    assert [one.done for one in seen] == sorted({one.done for one in seen})


def test_it_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        finish(read_delimited(long_file(tmp_path), lambda: True))


def test_a_late_mistake_is_found(tmp_path: Path) -> None:
    path = long_file(tmp_path)
    with path.open("a") as file:
        file.write("1,x\n")
    with pytest.raises(TextError, match="has 'x' in row 50002, column b"):
        finish(read_delimited(path))


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.floats(-1e9, 1e9, allow_subnormal=False), min_size=width, max_size=width),
            min_size=2,
            max_size=8,
        )
    ),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
)
def test_what_is_written_is_read(rows: list[list[float]], mark: str, header: bool) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\n")
    if header:
        writer.writerow([f"c{place}" for place in range(len(rows[0]))])
    writer.writerows([[repr(cell) for cell in row] for row in rows])
    table = read_pasted(out.getvalue(), "p")
    expected: npt.NDArray[np.float64] = np.array(rows)
    np.testing.assert_array_equal(table.values, expected)
