"""In which order the rows of a table are in time, and what is said of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import TextError
from engine.numbers.delimited import read_pasted
from engine.numbers.instants import instants
from engine.numbers.table import Table
from engine.numbers.time_order import TimedTable

WRITTEN = {
    "ISO": "%Y-%m-%d",
    "ISO with a time": "%Y-%m-%dT%H:%M:%S",
    "with a zone": "%Y-%m-%d %H:%M:%S+09:00",
    "American": "%m/%d/%Y",
    "German": "%d.%m.%Y",
    "two digits": "%d/%m/%y",
    "Korean": "%Y년 %m월 %d일",
    "dotted": "%Y. %m. %d.",
    "in words": "%d %b %Y",
    "American in words": "%b %d, %Y %I:%M %p",
    "digits alone": "%Y%m%d",
    "seconds": "%s",
    "two digits alone": "%y%m%d",
    "hours alone": "%Y%m%d%H",
    "minutes alone": "%Y%m%d%H%M",
    "seconds alone": "%Y%m%d%H%M%S",
    "two digits and minutes alone": "%y%m%d%H%M",
    "digits and a time": "%Y%m%d %H:%M",
}
DAYS = [datetime(2021, 12, 20, tzinfo=UTC) + timedelta(days=day) for day in range(40)]


@pytest.mark.parametrize("form", WRITTEN)
def test_dates_are_understood(form: str) -> None:
    times = [day.strftime(WRITTEN[form]) for day in DAYS]
    when = instants(times)
    assert when is not None
    assert np.allclose(np.diff(when), 86_400)
    turned = instants(times[::-1])
    assert turned is not None and np.allclose(np.diff(turned), -86_400)


@pytest.mark.parametrize(
    "times",
    [
        ["1949-01", "1949-02", "1949-12", "1950-01"],
        ["Nov 2019", "Dec 2019", "Jan 2020"],
        ["2019Q3", "2019Q4", "2020Q1"],
        ["2020-W05", "2020-W06"],
        ["2022W05", "2022W06"],
        ["Q3 2021", "Q4 2021", "Q1 2022"],
        ["2021-Q4", "2022-Q1"],
        ["W52 2021", "W01 2022"],
        ["Nov-23", "Dec-23", "Jan-24", "Feb-24"],
        ["Jan 30", "Jan 31", "Feb 1"],
        ["30-Jan", "31-Jan", "1-Feb"],
        ["23-Dec", "24-Jan", "24-Feb"],
        ["2019.11", "2019.12", "2020.01"],
        ["2022010123", "2022010124", "2022010201"],
        ["09:59", "10:00", "10:01"],
        ["오전 11:59", "오후 12:00", "오후 1:00"],
        ["201911", "201912", "202001"],
        ["1990", "1991", "1992"],
        ["-1.5", "0", "2e3"],
    ],
)
def test_other_times_are_understood(times: list[str]) -> None:
    when = instants(times)
    assert when is not None and (np.diff(when) > 0).all()


@pytest.mark.parametrize(
    "times",
    [
        ["AAPL", "GOOG"],
        ["2020-01-05", ""],
        ["1", "2", "3", "1", "2", "3"],
        ["1949", "1949", "1949", "1950", "1950", "1950"],
        ["22:00", "23:00", "00:00", "01:00"],
        ["2020-13-45", "2020-13-46"],
        ["30-Dec", "31-Dec", "1-Jan"],
        ["5" * 5000, "6" * 5000],
        ["day " + "5" * 5000, "day " + "6" * 5000],
    ],
)
def test_what_says_nothing_of_the_order(times: list[str]) -> None:
    assert instants(times) is None


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_texts_are_understood_or_not(times: list[str]) -> None:
    when = instants(times)
    assert when is None or (len(when) == len(times) and bool(np.isfinite(when).all()))


def timed(days: list[int]) -> TimedTable:
    rows = [f"2024-01-{day:02},{10 * day}" for day in days]
    return TimedTable.of(read_pasted("date,v\n" + "\n".join(rows), "t"))


def said(table: TimedTable, order: str = "auto") -> list[str]:
    return [str(note) for note in table.notes(order)]


def read(table: TimedTable, order: str) -> list[float]:
    ordered = table.ordered(order)
    assert ordered.times is not None
    assert [int(time[-2:]) * 10 for time in ordered.times] == ordered.values[:, 0].tolist()
    return [float(value) for value in ordered.values[:, 0]]


def test_rising_times_are_left_alone_and_not_spoken_of() -> None:
    table = timed([1, 2, 3, 4])
    assert table.run == "rises" and not said(table)
    assert all(table.ordered(order) is table.table for order in ("auto", "oldest", "file"))


def test_the_newest_first_is_read_oldest_first_and_said() -> None:
    table = timed([5, 4, 3, 2])
    assert read(table, "auto") == read(table, "oldest") == [20, 30, 40, 50]
    assert said(table) == ["t has its newest row first; it is read oldest first."]
    assert read(table, "file") == [50, 40, 30, 20]
    assert said(table, "file") == ["t has its newest row first, and is read so: backwards in time."]
    assert table.ordered("auto").rows.tolist() == [5, 4, 3, 2], "where they stand in the file"


def test_mixed_times_are_turned_only_when_asked() -> None:
    table = timed([1, 3, 2, 4])
    assert table.ordered("auto") is table.table
    (note,) = said(table)
    assert note == (
        "The rows of t are not in the order of their times: 1 is earlier than the row before, "
        "row 4 (2024-01-02)."
    )
    assert read(table, "oldest") == [10, 20, 30, 40]
    assert said(table, "oldest") == ["The rows of t are read oldest first, not as in the file."]


@pytest.mark.parametrize("turned", [False, True])
def test_duplicates_and_gaps_are_said(turned: bool) -> None:
    days = [1, 2, 3, 3, 4, 5, 6, 10, 11, 12]
    twice, gap = said(timed(days[::-1] if turned else days))[turned:]
    assert twice == (
        f"1 row of t has the time of the row before: row {8 if turned else 5} (2024-01-03)."
    )
    assert gap == ("t has 1 gap in time, from 2024-01-06 to 2024-01-10.")


REPEATED = {
    "days": ["2020-01-04", "2020-01-03", "2020-01-03", "2020-01-01"],
    "days with slashes": ["14/03/2020", "13/03/2020", "13/03/2020", "01/03/2020"],
    "minutes": ["10:05", "10:04", "10:04", "10:01"],
    "months alone": ["202012", "202011", "202011", "202001"],
    "years": ["2020", "2019", "2019", "2001"],
    "numbers of rows": ["4", "3", "3", "1"],
    "fractions": ["0.4", "0.3", "0.3", "-0.1"],
    "only once lower": ["4", "3", "3"],
    "seconds of many rows": ["1600000002"] * 3 + ["1600000001"] * 4 + ["1600000000"] * 5,
    "milliseconds": ["1600000000002"] * 3 + ["1600000000001"] * 4,
}


@pytest.mark.parametrize("falls", [True, False])
@pytest.mark.parametrize("form", REPEATED)
def test_a_repeated_time_hides_no_order_however_times_are_written(form: str, falls: bool) -> None:
    times = REPEATED[form][:: 1 if falls else -1]
    table = Table("t", ("v",), np.arange(len(times), dtype=float)[:, None], tuple(times), "time",
                  np.arange(2, len(times) + 2))  # fmt: skip
    timed = TimedTable.of(table)
    assert timed.run == ("falls" if falls else "rises")
    read = timed.ordered("auto").values[:, 0].tolist()
    assert read == sorted(read, reverse=falls)
    order, *others = said(timed) if falls else ["", *said(timed)]
    assert not falls or order == "t has its newest row first; it is read oldest first."
    assert "the time of the row before" in others[0], "that one is there twice"


def test_months_and_weekdays_have_no_gaps() -> None:
    months = [f"{year}-{month:02},1" for year in (2019, 2020) for month in range(1, 13)]
    assert not said(TimedTable.of(read_pasted("month,v\n" + "\n".join(months), "t")))
    days = [day for day in range(1, 30) if datetime(2024, 1, day, tzinfo=UTC).weekday() < 5]
    assert not said(timed(days))


EVEN = {
    "hours": [f"202201{day:02}{hour:02}" for day in (1, 2, 3) for hour in range(24)],
    "hours to 24": [f"202201{day:02}{hour:02}" for day in (1, 2, 3) for hour in range(1, 25)],
    "minutes": [f"2022010{day}{hour:02}00" for day in (1, 2, 3) for hour in range(24)],
    "days": [day.strftime("%y%m%d") for day in DAYS],
    "quarters": [f"Q{nth} {year}" for year in (2020, 2021, 2022) for nth in (1, 2, 3, 4)],
    "quarters after years": [f"{year}-Q{nth}" for year in (2020, 2021) for nth in (1, 2, 3, 4)],
    "weeks of a long year": [f"2020W{nth:02}" for nth in range(1, 54)] + ["2021W01", "2021W02"],
    "months": [f"{year}.{month:02}" for year in (2020, 2021) for month in range(1, 13)],
    "months in words": [f"{month}-{year}" for year in (23, 24) for month in
                        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
                         "Nov", "Dec")],
}  # fmt: skip


@pytest.mark.parametrize("falls", [False, True])
@pytest.mark.parametrize("form", EVEN)
def test_even_times_have_no_gaps_however_they_are_written(form: str, falls: bool) -> None:
    times = EVEN[form][::-1] if falls else EVEN[form]
    rows = "\n".join(f"{time},{place}" for place, time in enumerate(times))
    table = TimedTable.of(read_pasted("date,v\n" + rows, "t"))
    assert table.run == ("falls" if falls else "rises")
    assert said(table) == ["t has its newest row first; it is read oldest first."] * falls


@pytest.mark.parametrize("footer", ["Total", "", "source: the ministry", "합계", "2024-13-77"])
@pytest.mark.parametrize("falls", [False, True])
@pytest.mark.parametrize("at", [0, 20, 40])
def test_a_row_without_a_time_is_named(footer: str, falls: bool, at: int) -> None:
    times = [day.strftime("%Y-%m-%d") for day in DAYS][:: -1 if falls else 1]
    times.insert(at, footer)
    rows = "\n".join(f"{time},{place}" for place, time in enumerate(times))
    table = TimedTable.of(read_pasted("date,v\n" + rows, "t"))
    first, *others = said(table)
    assert first.startswith(
        f"1 row of t has no time that is understood, row {at + 2} ({footer or '–'})"
    )
    assert "read in the order of the file" in first
    assert table.ordered("auto") is table.table
    backwards = "t has its newest row first, and is read so: backwards in time."
    assert others == [backwards] * falls


def test_a_footer_hides_no_column_of_times() -> None:
    """Not even one that is called anything, and stands anywhere."""
    rows = [f"{place},{day:%Y-%m-%d}" for place, day in enumerate(DAYS[::-1])]
    table = TimedTable.of(read_pasted("\n".join(["v,when", *rows, "780,Total"]), "t"))
    assert table.table.time == "when" and "row 42 (Total)" in said(table)[0]


@pytest.mark.parametrize(
    "times", [["AAPL", "GOOG", "MSFT"] * 20, ["2020-01-05", "x", "y", "2020-01-08"], ["x"] * 5000]
)
def test_a_column_of_other_texts_is_not_spoken_of(times: list[str]) -> None:
    rows = "\n".join(f"{time},{place}" for place, time in enumerate(times))
    assert said(TimedTable.of(read_pasted("name,v\n" + rows, "t"))) == []


def test_uneven_times_are_called_that() -> None:
    assert said(timed([1, 2, 3, 6, 7, 11, 12, 18, 19])) == [
        "The rows of t are not evenly spaced in time."
    ]


@pytest.mark.parametrize("footer", ["Total", "합계"])
@pytest.mark.parametrize("form", [form for form in WRITTEN if form != "seconds"])
def test_one_row_of_a_remark_is_said_in_every_form(form: str, footer: str) -> None:
    rows = [f"{day.strftime(WRITTEN[form])};{at}" for at, day in enumerate(DAYS[::-1])]
    text = "\n".join(["date;v", *rows, f"{footer};780"])
    if not form.endswith("alone"):
        table = read_pasted(text, "t")
    else:  # which are numbers like any other
        with pytest.raises(TextError, match=f"'{footer}' in row 42"):
            read_pasted(text, "t")
        times = tuple(row.split(";")[0] for row in [*rows, footer])
        numbers = np.zeros((len(times), 1))
        table = Table("t", ("v",), numbers, times, "date", np.arange(2, len(times) + 2))
    notes = said(TimedTable.of(table))
    assert f"row 42 ({footer})" in notes[0]
    assert notes[1] == "t has its newest row first, and is read so: backwards in time."
