"""Large tables are read by pandas, and are as row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TextError
from engine.numbers.delimited import read_delimited
from engine.numbers.table import Table
from engine.progress import finish


@pytest.fixture(scope="module")
def typed() -> Callable[..., object]:
    from engine.numbers.pandas_rows import typed

    return typed


FILES = {
    "plain": "a,b\n1,2.5\n-3e-7,0.1\n",
    "gaps": "a,b\n1,\nNA,2\n?,3\n",
    "an empty row": "a,b\n1,2\n,\n\n3,4\n",
    "times": "date,v\n2020-01-01, 1\n2020-01-02 ,2\n",
    "times that are numbers": "YEAR,v\n1700,5\n1701,11\n",
    "texts": "v,sky\n1,rain\n2,\n",
    "quotes far down": 'a,b\n1,2\n3,"4"\n"5",6\n',
    "a cell over two lines": 'a,b,c\n1,2,x\n3,4,"y\n5,6,z"\n7,8,w\n',
    "decimal commas": "a;b\n1,5;2\n3;4\n",
    "thousands": "a;b\n1,234;2\n3;4\n",
    "spaces": "1 2\n3 4\n",
    "no header": "1,2\n3,4\n",
    "percent far down": "a,b\n1,2\n3,4\n5%,6\n",
}


@pytest.mark.parametrize("name", FILES)
def test_as_row_by_row(tmp_path: Path, name: str, typed: Callable[..., object]) -> None:
    path = tmp_path / "v.csv"
    path.write_text(FILES[name])
    rows: Table = finish(read_delimited(path))
    fast: Table = finish(read_delimited(path, plain=typed))  # type: ignore[arg-type]
    np.testing.assert_array_equal(fast.values, rows.values)
    np.testing.assert_array_equal(fast.rows, rows.rows)
    assert (fast.columns, fast.times, fast.left_out) == (rows.columns, rows.times, rows.left_out)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n3\n4,5\n", "row 3 has 1 column, and the first has 2"),
        ("a,b\n1,2\n3,4\n5,oops\n", "has 'oops' in row 4, column b"),
        ("a,b\n1,2\n3,1e400\n", "not a finite number in row 3, column b"),
        ("a,b\n1,2\n3,1_0\n4,5\n", "has '1_0' in row 3, column b"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, text: str, message: str, typed: Callable[..., object]
) -> None:
    path = tmp_path / "v.csv"
    path.write_text(text)
    with pytest.raises(TextError, match=message):
        finish(read_delimited(path, plain=typed))  # type: ignore[arg-type]


def test_every_float_is_read_exactly(tmp_path: Path, typed: Callable[..., object]) -> None:
    values = (
        np.random.default_rng(1).standard_normal((3000, 2))
        * 10.0 ** np.arange(-30, 30)[np.random.default_rng(2).integers(60, size=(3000, 2))]
    )
    path = tmp_path / "v.csv"
    path.write_text("\n".join(f"{a!r},{b!r}" for a, b in values.tolist()))
    table = finish(read_delimited(path, plain=typed))  # type: ignore[arg-type]
    np.testing.assert_array_equal(table.values, values)
