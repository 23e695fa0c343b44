"""A real public series: four years of weather in Seattle, day by day.

It is in the package ``vega_datasets`` 0.9.0 (MIT; 0.2 MB), drawn from public-domain data of
NOAA: 1,461 days from 2012 to 2015, with precipitation (mm), highest and lowest temperature
(degrees Celsius) and wind (metres a second).  It was taken for its size: statsmodels, for
one CSV of sunspots, is 12 MB.  The package is not imported: its CSV is read as data.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from engine.errors import TextError
from engine.installed import data_file
from engine.numbers.delimited import read_delimited
from engine.numbers.table import Table
from engine.progress import Progress, ShouldStop

ROWS = 1461


def read_weather(should_stop: ShouldStop | None = None) -> Generator[Progress, None, Table]:
    """The weather; yields progress.

    Raises:
        Cancelled: ``should_stop`` became true.
        TextError: the package is not installed, or is damaged.
    """
    if (path := data_file("vega_datasets", "_data/seattle-weather.csv")) is None:
        raise _missing()
    try:
        table = yield from read_delimited(path, should_stop)
    except OSError as error:
        raise _missing() from error
    if len(table) != ROWS:
        raise _missing()
    return replace(table, title="Seattle weather")


def _missing() -> TextError:
    return TextError(
        "The weather of Seattle is not installed. Install it: pip install vega_datasets==0.9.0"
    )
