"""Times as people write them, as numbers that can be compared."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timezone

import numpy as np
import numpy.typing as npt

Instants = npt.NDArray[np.float64]

_CLOCK = re.compile(
    r"(?P<before>오전|오후)?\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}(?:[.,]\d+)?))?"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?"
)
_PERIOD = re.compile(
    r"(\d{4})\s*-?\s*([QW])(\d{1,2})|([QW])(\d{1,2})\s*-?\s*(\d{4})", re.IGNORECASE
)
_MONTH = re.compile(r"(?:18|19|20|21)\d\d\.(?:0[1-9]|1[0-2])")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = re.compile(r"[A-Za-z]{3,9}")
_DIGITS = re.compile(r"\d+")
_ORDERS = ("mdy", "dmy", "ymd")
"""In which year, month and day may stand where none has four digits, or the year stands last."""

_PACKED = {
    14: ("YYYYMMDDhhmmss",),
    12: ("YYYYMMDDhhmm", "YYMMDDhhmmss"),
    10: ("YYYYMMDDhh", "YYMMDDhhmm"),
    8: ("YYYYMMDD",),
    6: ("YYYYMM", "YYMMDD"),
}
"""What so many digits without anything between them may be."""

_LONGEST = 60
"""Characters beyond which nobody writes a time."""

_NO_YEAR = 4
"""The year of dates that are written without one; it has a 29 February."""

_STRANGE = 0.1
"""Where more of the cells than this are no times, it is no column of times."""

_TRIED = 200
"""Cells that are looked at first, from all over a long column."""

_DISTINCT = 0.9
"""Numbers of which fewer are different do not count the rows."""

_DISTINCT_IN_ORDER = 0.5
"""The same where they rise or fall throughout: a few are there twice, but years of months are there
twelve times."""

_EPOCH = 3e8
"""Numbers from here on are seconds since 1970 or parts of them, which are times however often they
are repeated."""

_DAY = 86_400.0

_PIVOT = 69
"""Years of two digits from here on are of the century before."""


def instants(times: Sequence[str]) -> Instants | None:
    """When each row is, ``(N,) float64``: seconds since 1970, or the number that stands there;
    None where one of them is not understood.

    Where day and month could be either, it is the reading in which the times rise or fall
    throughout.  Numbers that come again and again (months, years) and times of day that begin
    anew say nothing of the order of rows.
    """
    if not times or not all(times) or max(map(len, times)) > _LONGEST:
        return None
    digits = {len(time) if time.isascii() and time.isdecimal() else 0 for time in times}
    forms = _PACKED.get(digits.pop(), ()) if len(digits) == 1 else ()
    if packed := [values for form in forms if (values := _packed(times, form)) is not None]:
        return _first_monotonic(packed)
    if all(map(_MONTH.fullmatch, times)):
        return _iso([time.replace(".", "-") + "-01" for time in times])
    if (values := _numbers(times)) is not None:
        return values if _counts_rows(values) else None
    if (values := _iso(times)) is not None:
        return values
    readings = [values for order in _ORDERS if (values := _written(times, order)) is not None]
    values = _first_monotonic(readings) if readings else None
    if values is None or _is_monotonic(values):
        return values
    begins_anew = (values >= 0).all() and (values < 86_400).all()
    return None if begins_anew or values.max() < _date(_NO_YEAR + 1, 1, 1) else values


def without_time(times: Sequence[str]) -> tuple[int, ...]:
    """The places of the few cells that are no times, in a column of times; none where all or
    many are none."""
    most = max(1, int(_STRANGE * len(times)))
    if len(times) - most < 3:
        return ()
    # Sums and remarks have no digit, as a rule; the others are then read by the thousand, also
    # those that only a whole column tells from numbers (2022030100).
    strange = tuple(place for place, time in enumerate(times) if not _DIGITS.search(time))
    if 0 < len(strange) <= most and instants(_without(times, strange)) is not None:
        return strange
    spread = times[:: max(1, len(times) // _TRIED)]
    if sum(not _is_instant(time) for time in spread) > max(1, int(2 * _STRANGE * len(spread))):
        return ()
    strange = tuple(place for place, time in enumerate(times) if not _is_instant(time))
    return strange if len(strange) <= most else ()


def _without(times: Sequence[str], places: Sequence[int]) -> list[str]:
    left_out = set(places)
    return [time for place, time in enumerate(times) if place not in left_out]


def _is_instant(time: str) -> bool:
    if not 0 < len(time) <= _LONGEST:
        return False
    return _iso([time]) is not None or any(_instant(time, order) is not None for order in _ORDERS)


def _first_monotonic(readings: list[Instants]) -> Instants:
    """The first in which times rise or fall throughout, else the first."""
    return next(filter(_is_monotonic, readings), readings[0])


def _packed(times: Iterable[str], form: str) -> Instants | None:
    """Seconds since 1970 of digits that stand for year, month, day and so on, by their letters."""
    numbers = np.array(list(map(int, times)), np.int64)

    def field(letter: str, otherwise: int) -> npt.NDArray[np.int64]:
        count, after = form.count(letter), len(form) - form.rfind(letter) - 1
        return numbers // 10**after % 10**count if count else np.full(len(numbers), otherwise)

    years, months, days = field("Y", 0), field("M", 1), field("D", 1)
    if form.count("Y") == 2:
        years = years + np.where(years >= _PIVOT, 1900, 2000)
    hours, minutes, seconds = field("h", 0), field("m", 0), field("s", 0)
    # An hour of 24 is the end of its day.
    at_most = ((years, 2199), (months, 12), (days, 31), (hours, 24), (minutes, 59), (seconds, 59))
    at_least = ((years, 1800), (months, 1), (days, 1))
    if any((values > most).any() for values, most in at_most):
        return None
    if any((values < least).any() for values, least in at_least):
        return None
    begin = (12 * (years - 1970) + months - 1).astype("datetime64[M]")
    dates = begin.astype("datetime64[D]") + (days - 1)
    if (dates.astype("datetime64[M]") != begin).any():  # 30 February
        return None
    clock = 3600.0 * hours + 60.0 * minutes + seconds
    return np.asarray(_DAY * dates.astype(np.int64) + clock, np.float64)


def _is_monotonic(values: Instants) -> bool:
    steps = np.diff(values)
    return bool((steps >= 0).all() or (steps <= 0).all())


def _numbers(times: Sequence[str]) -> Instants | None:
    try:
        values = np.array(list(map(float, times)), np.float64)
    except ValueError:
        return None
    return values if np.isfinite(values).all() else None


def _counts_rows(values: Instants) -> bool:
    """Whether numbers say when each row is, and do not come again and again."""
    in_order = _is_monotonic(values)
    if in_order and values.min() >= _EPOCH:
        return True
    return len(np.unique(values)) > (_DISTINCT_IN_ORDER if in_order else _DISTINCT) * len(values)


def _iso(times: Sequence[str]) -> Instants | None:
    try:
        if all(map(_PLAIN.fullmatch, times)):  # by the thousand
            return np.array(times, "datetime64[us]").astype(np.int64) / 1e6
        return np.array([_seconds(datetime.fromisoformat(time)) for time in times], np.float64)
    except ValueError:
        return None


def _seconds(moment: datetime) -> float:
    return moment.replace(tzinfo=moment.tzinfo or timezone.utc).timestamp()


def _written(times: Sequence[str], order: str) -> Instants | None:
    # A sum or a remark stands at an end, as a rule: it is found before all the others are read.
    if any(_instant(time, order) is None for time in (times[0], times[-1])):
        return None
    values = np.empty(len(times))
    for row, time in enumerate(times):
        if (value := _instant(time, order)) is None:
            return None
        values[row] = value
    return values


def _instant(time: str, order: str) -> float | None:
    """Seconds since 1970 of a time with its date, since midnight of one without."""
    if (period := _PERIOD.fullmatch(time.strip())) is not None:
        year, nth = int(period[1] or period[6]), int(period[3] or period[5])
        if (period[2] or period[4]).upper() == "Q":
            return _date(year, 3 * nth - 2, 1)
        return _week(year, nth)
    clock = _CLOCK.search(time)
    seconds = 0.0
    if clock is not None:
        hour = int(clock["h"])
        if half := (clock["before"] or clock["after"] or "").lower():
            hour = hour % 12 + 12 * (half == "오후" or half.startswith("p"))
        seconds = 3600.0 * hour + 60 * int(clock["m"])
        seconds += float((clock["s"] or "0").replace(",", "."))
        time = time[: clock.start()] + " " + time[clock.end() :]
    if (day := _day(time, order)) is not None:
        return day + seconds
    return seconds if clock is not None and not _DIGITS.search(time) else None


def _day(text: str, order: str) -> float | None:
    """Seconds since 1970 of a date; None if it is none."""
    words = (word.lower()[:3] for word in _WORD.findall(text))
    month = next((_MONTHS.index(word) + 1 for word in words if word in _MONTHS), None)
    parts = _DIGITS.findall(text)
    numbers = list(map(int, parts))
    if month is not None:
        place = next((at for at, part in enumerate(parts) if int(part) > 31), None)
        if place is None and len(parts) == 1:
            return _short(parts[0], month, order, text.strip().startswith(parts[0]))
        if place is None:
            place = 1 if len(parts) == 2 else None
        if place is None or len(parts) > 2:
            return None
        days = [number for at, number in enumerate(numbers) if at != place]
        return _date(_year(parts[place]), month, days[0] if days else 1)
    if len(parts) == 2 and len(parts[0]) == 4:
        return _date(numbers[0], numbers[1], 1)
    if len(parts) == 2 and len(parts[1]) == 4:
        return _date(numbers[1], numbers[0], 1)
    if len(parts) == 1 and len(parts[0]) == 4:
        return _date(numbers[0], 1, 1)
    if len(parts) == 1 and len(parts[0]) == 8:
        return _date(numbers[0] // 10_000, numbers[0] // 100 % 100, numbers[0] % 100)
    if len(parts) != 3:
        return None
    stands = dict(zip("ymd" if len(parts[0]) == 4 else order, parts, strict=True))
    return _date(_year(stands["y"]), int(stands["m"]), int(stands["d"]))


def _short(part: str, month: int, order: str, is_first: bool) -> float | None:
    """``Jan-24`` or ``24-Jan``: a year's month or a month's day, whichever the order has there."""
    if order == ("dmy" if is_first else "mdy"):
        return _date(_NO_YEAR, month, int(part))
    return _date(_year(part), month, 1) if len(part) == 2 else None


def _week(year: int, nth: int) -> float | None:
    """The Monday of a week as ISO counts them."""
    if not (1 <= nth <= 53 and 1 <= year <= 9998):
        return None
    return _DAY * (date.fromisocalendar(year, 1, 1) - date(1970, 1, 1)).days + 7 * _DAY * (nth - 1)


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) > 2 else number + (1900 if number >= _PIVOT else 2000)


def _date(year: int, month: int, day: int) -> float | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9999):
        return None
    return float(timegm((year, month, 1, 0, 0, 0)) + _DAY * (day - 1))
