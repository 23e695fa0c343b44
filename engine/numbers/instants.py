"""Times as people write them, as numbers that can be compared."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Sequence
from datetime import datetime, timezone

import numpy as np
import numpy.typing as npt

Instants = npt.NDArray[np.float64]

_CLOCK = re.compile(
    r"(?P<before>오전|오후)?\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}(?:[.,]\d+)?))?"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?"
)
_PERIOD = re.compile(r"(\d{4})\s*-?\s*([QW])(\d{1,2})", re.IGNORECASE)
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = re.compile(r"[A-Za-z]{3,9}")
_WHOLE = re.compile(r"\d+")
_ORDERS = ("mdy", "dmy", "ymd")
"""In which year, month and day may stand where none has four digits, or the year stands last."""

_DISTINCT = 0.9
"""Numbers of which fewer are different do not count the rows."""

_PIVOT = 69
"""Years of two digits from here on are of the century before."""


def instants(times: Sequence[str]) -> Instants | None:
    """When each row is, ``(N,) float64``: seconds since 1970, or the number that stands there;
    None where one of them is not understood.

    Where day and month could be either, it is the reading in which the times rise or fall
    throughout.  Numbers that come again and again (months, years) and times of day that begin
    anew say nothing of the order of rows.
    """
    if not times or not all(times):
        return None
    digits = {len(time) if time.isascii() and time.isdecimal() else 0 for time in times}
    if digits in ({8}, {6}):
        dates = [f"{time[:4]}-{time[4:6]}-{time[6:] or '01'}" for time in times]
        if (values := _iso(dates)) is not None:
            return values
    if (values := _numbers(times)) is not None:
        return values if len(np.unique(values)) > _DISTINCT * len(values) else None
    if (values := _iso(times)) is not None:
        return values
    readings = [values for order in _ORDERS if (values := _written(times, order)) is not None]
    values = next(filter(_is_monotonic, readings), readings[0] if readings else None)
    if values is None or _is_monotonic(values):
        return values
    return None if values.min() >= 0 and values.max() < 86_400 else values


def _is_monotonic(values: Instants) -> bool:
    steps = np.diff(values)
    return bool((steps >= 0).all() or (steps <= 0).all())


def _numbers(times: Sequence[str]) -> Instants | None:
    try:
        values = np.array(list(map(float, times)), np.float64)
    except ValueError:
        return None
    return values if np.isfinite(values).all() else None


def _iso(times: Sequence[str]) -> Instants | None:
    try:
        if all(map(_PLAIN.fullmatch, times)):  # by the thousand
            return np.array(times, "datetime64[us]").astype(np.int64) / 1e6
        return np.array([_seconds(datetime.fromisoformat(time)) for time in times], np.float64)
    except ValueError:
        return None


def _seconds(moment: datetime) -> float:
    zone = moment.tzinfo or timezone.utc
    return moment.replace(tzinfo=zone).timestamp()


def _written(times: Sequence[str], order: str) -> Instants | None:
    values = np.empty(len(times))
    for row, time in enumerate(times):
        value = _instant(time, order)
        if value is None:
            return None
        values[row] = value
    return values


def _instant(time: str, order: str) -> float | None:
    """Seconds since 1970 of a time with its date, since midnight of one without."""
    period = _PERIOD.fullmatch(time.strip())
    if period is not None:
        year, nth = int(period[1]), int(period[3])
        weekly = period[2].upper() == "W"
        return _date(year, 1, 1 + 7 * (nth - 1)) if weekly else _date(year, 3 * nth - 2, 1)
    clock = _CLOCK.search(time)
    seconds = 0.0
    if clock is not None:
        hour = int(clock["h"])
        half = (clock["before"] or clock["after"] or "").lower()
        if half:
            hour = hour % 12 + 12 * (half == "오후" or half.startswith("p"))
        seconds = 3600.0 * hour + 60 * int(clock["m"])
        seconds += float((clock["s"] or "0").replace(",", "."))
        time = time[: clock.start()] + " " + time[clock.end() :]
    day = _day(time, order)
    if day is not None:
        return day + seconds
    return seconds if clock is not None and not _WHOLE.search(time) else None


def _day(text: str, order: str) -> float | None:
    """Seconds since 1970 of a date; None if it is none."""
    words = (word.lower()[:3] for word in _WORD.findall(text))
    month = next((_MONTHS.index(word) + 1 for word in words if word in _MONTHS), None)
    parts = _WHOLE.findall(text)
    numbers = list(map(int, parts))
    if month is not None:
        place = next((at for at, part in enumerate(parts) if int(part) > 31), None)
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
    if len(parts) != 3:
        return None
    stands = dict(zip("ymd" if len(parts[0]) == 4 else order, parts, strict=True))
    return _date(_year(stands["y"]), int(stands["m"]), int(stands["d"]))


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) > 2 else number + (1900 if number >= _PIVOT else 2000)


def _date(year: int, month: int, day: int) -> float | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 + 7 * 53 and 1 <= year <= 9999):
        return None
    if day > 31 and month != 1:
        return None
    return float(timegm((year, month, 1, 0, 0, 0)) + 86_400 * (day - 1))
