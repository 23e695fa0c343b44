"""Files of numbers: what is in them decides, not their names."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.errors import TextError
from engine.numbers import files
from engine.numbers.delimited import read_pasted
from engine.numbers.files import is_numbers, read_table
from engine.numbers.table import Table
from engine.progress import finish


def read(path: Path) -> Table:
    return finish(read_table(path))


def save(folder: Path, array: Any, name: str = "v.npy") -> Path:
    path = folder / name
    with path.open("wb") as file:
        np.save(file, array)
    return path


@pytest.mark.parametrize("kind", ["<f8", "<f4", ">f8", "<i8", "<u2", "|b1", "<f2"])
def test_arrays(tmp_path: Path, kind: str) -> None:
    array = np.array([[1, 0], [0, 1], [1, 1]]).astype(kind)
    table = read(save(tmp_path, array, "named.csv"))
    np.testing.assert_array_equal(table.values, array.astype(float))
    assert table.columns == ("1", "2")
    assert table.block == 0


def test_an_array_in_columns_order(tmp_path: Path) -> None:
    array = np.asfortranarray(np.arange(12.0).reshape(4, 3))
    np.testing.assert_array_equal(read(save(tmp_path, array)).values, array)


def test_a_series_alone(tmp_path: Path) -> None:
    assert read(save(tmp_path, np.arange(5.0))).values[:, 0].tolist() == [0, 1, 2, 3, 4]


def test_sequences_of_one_length(tmp_path: Path) -> None:
    array = np.arange(24.0).reshape(3, 4, 2)
    table = read(save(tmp_path, array))
    assert table.block == 4
    np.testing.assert_array_equal(table.values.reshape(3, 4, 2), array)


def test_films(tmp_path: Path) -> None:
    array = np.arange(240.0).reshape(2, 4, 3, 5, 2)
    one, both = read(save(tmp_path, array[0])), read(save(tmp_path, array))
    assert (one.block, both.block) == (0, 4)
    np.testing.assert_array_equal(one.values, array[0].reshape(4, 30))
    np.testing.assert_array_equal(both.values, array.reshape(8, 30))


def test_gaps_stay_gaps(tmp_path: Path) -> None:
    assert np.isnan(read(save(tmp_path, [1.0, np.nan])).values[1, 0])


WRONG: dict[str, tuple[Any, str]] = {
    "objects": (np.array([{}], object), "Object arrays cannot be|objects"),
    "texts": (np.array(["a"]), "must hold numbers in T rows and F columns; it holds <U1"),
    "complex": (np.array([1j]), "it holds complex128 of the shape"),
    "volumes": (np.zeros((2, 3, 4, 5, 6, 7)), r"of the shape \(2, 3, 4, 5, 6, 7\)"),
    "a number": (np.float64(3), r"of the shape \(\)"),
    "nothing": (np.zeros((0, 3)), "it has no row of numbers|cannot mmap|empty"),
    "infinite": (np.array([[1, 2], [3, np.inf]]), "finite number in row 2, column 2"),
}


@pytest.mark.parametrize("name", WRONG)
def test_arrays_that_are_refused(tmp_path: Path, name: str) -> None:
    array, message = WRONG[name]
    with pytest.raises(TextError, match=message):
        read(save(tmp_path, array))


def test_nothing_in_an_array_is_run(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> Any:
            return (Path.touch, (tmp_path / "ran",))

    path = tmp_path / "v.npy"
    with path.open("wb") as file:
        np.save(file, np.array([Trap()], object), allow_pickle=True)
    with pytest.raises(TextError):
        read(path)
    assert not (tmp_path / "ran").exists()
    (tmp_path / "p.npy").write_bytes(pickle.dumps(Trap()))
    with pytest.raises(TextError):
        read(tmp_path / "p.npy")
    assert not (tmp_path / "ran").exists()


def test_a_head_that_promises_too_much(tmp_path: Path) -> None:
    path = save(tmp_path, np.zeros((3, 2)))
    content = path.read_bytes().replace(b"(3, 2)", b"(9999999999, 2)".ljust(6))
    path.write_bytes(content[:10] + content[10:].replace(b" " * 9 + b"\n", b"\n", 1))
    with pytest.raises(TextError, match="does not hold a table of numbers"):
        read(path)


@pytest.mark.parametrize("keep", [3, 9, 60, 130])
def test_a_torn_array(tmp_path: Path, keep: int) -> None:
    path = save(tmp_path, np.zeros((3, 2)))
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(TextError):
        read(path)


def parquet(folder: Path, **columns: Any) -> Path:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as writer

    path = folder / "v.parquet"
    writer.write_table(arrow.table(columns), path)
    return path


def test_parquet(tmp_path: Path) -> None:
    import decimal

    when = [dt.date(2020, 1, day) for day in (1, 2, 3)]
    path = parquet(
        tmp_path,
        a=[1.5, None, 3.0],
        when=when,
        n=[1, 2, 3],
        yes=[True, False, True],
        money=[decimal.Decimal("1.25")] * 3,
        word=["x", "y", "z"],
    )
    table = read(path)
    assert table.columns == ("a", "n", "yes", "money")
    np.testing.assert_array_equal(
        table.values, [[1.5, 1, 1, 1.25], [np.nan, 2, 0, 1.25], [3, 3, 1, 1.25]]
    )
    assert (table.time, table.times) == ("when", ("2020-01-01", "2020-01-02", "2020-01-03"))
    assert table.left_out == ("word",)


def test_parquet_with_an_index_of_pandas(tmp_path: Path) -> None:
    table = read(parquet(tmp_path, v=[1.0, 2.0], __index_level_0__=["x", "y"]))
    assert table.times == ("x", "y")
    midnight = dt.datetime(2020, 1, 1, tzinfo=None)  # noqa: DTZ001 - as pandas writes it
    table = read(parquet(tmp_path, v=[1.0], __index_level_0__=[midnight]))
    assert table.times == ("2020-01-01",)


def test_parquet_that_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="none of its columns has numbers"):
        read(parquet(tmp_path, word=["x"]))
    path = parquet(tmp_path, v=[1.0])
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(TextError, match="does not hold a table of numbers"):
        read(path)
    path.write_bytes(b"PAR1" + bytes(range(256)) * 9 + b"PAR1")
    with pytest.raises(TextError, match="does not hold a table of numbers"):
        read(path)


def test_without_pyarrow_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "v.parquet").write_bytes(b"PAR1....PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TextError, match="pip install 'pyarrow>=18'"):
        read(tmp_path / "v.parquet")


def test_an_archive_is_named(tmp_path: Path) -> None:
    np.savez(tmp_path / "v.npz", a=np.zeros(3))
    with pytest.raises(TextError, match=r"is an archive .* numpy.save"):
        read(tmp_path / "v.npz")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="cannot be read: No such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(TextError, match="cannot be read"):
        read(tmp_path)


def test_a_file_beyond_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "v.csv").write_text("1,2\n")
    monkeypatch.setattr(files, "MAX_BYTES", 3)
    with pytest.raises(TextError, match=r"v\.csv is too large: 0\.0 GB"):
        read(tmp_path / "v.csv")


SEEN: dict[str, tuple[bytes, bool]] = {
    "numbers": (b"a,b\n1,2\n3,4\n", True),
    "dates and numbers": (b"date,v\n2020-01-01,1\n2020-01-02,2\n", True),
    "weather": (b"date,rain,low,sky\n2020/1/1,1,2,sun\n2020/1/2,3,4,rain\n", True),
    "Korean names in another encoding": ("날짜,값\n2020-01-01,1\n".encode("cp949"), True),
    "reviews": (b"text,label\na good film,1\na bad film it was,0\n", False),
    "reviews with numbers": (b"id,year,text,label\n1,2001,a very good film,1\n", False),
    "short reviews": (b"review,label\ngood,1\nbad,0\n", False),
    "names of rows": (b"city,people\nSeoul,9\nBusan,3\n", True),
    "a text": (b"This film was bad.\nIt was 90 minutes long.\n", False),
    "a model": (b"\x89HDF\r\n\x1a\n" + bytes(100), False),
    "an archive": (b"PK\x03\x04" + bytes(100), False),
    "nothing": (b"", False),
    "an array": (b"\x93NUMPY\x01\x00", True),
    "Parquet": (b"PAR1", True),
}


@pytest.mark.parametrize("name", SEEN)
def test_numbers_are_told_from_texts(tmp_path: Path, name: str) -> None:
    content, expected = SEEN[name]
    (tmp_path / "file").write_bytes(content)
    assert is_numbers(tmp_path / "file") is expected


def test_what_is_no_file_has_no_numbers(tmp_path: Path) -> None:
    assert not is_numbers(tmp_path)
    assert not is_numbers(tmp_path / "none")


def test_the_reviews_are_no_numbers() -> None:
    from engine.text.sources.imdb_package import find_csv

    assert not is_numbers(find_csv())


# -- whatever there is in a file ---------------------------------------------------------------

CELLS = st.one_of(
    st.sampled_from(
        ["1", "-2.5", "3,5", "1e5", "", "NA", "2020-01-01", "x", '"', "1_0", "١٢", "inf"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=6), st.sampled_from([",", ";", "\t", " "]))
@settings(max_examples=150, deadline=None)
def test_any_cells_are_a_table_or_an_error(rows: list[list[str]], mark: str) -> None:
    text = "\n".join(mark.join(row) for row in rows)
    with contextlib.suppress(TextError):
        table = read_pasted(text, "p")
        assert len(table) and table.values.shape == (len(table), len(table.columns))
        assert not np.isinf(table.values).any()
        assert table.times is None or len(table.times) == len(table)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"\x93NUMPY", b"PAR1", b"1,2\n", b"PK\x03\x04"])
)
@example(b"E0", b"")
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_table_or_an_error(tail: bytes, head: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(head + tail)
        is_numbers(path)
        with contextlib.suppress(TextError):
            assert len(read(path))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_damaged_arrays_are_a_table_or_an_error(data: st.DataObject) -> None:
    out = io.BytesIO()
    np.save(out, np.arange(6.0).reshape(3, 2))
    content = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.npy"
        path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
        with contextlib.suppress(TextError):
            assert len(read(path))
