"""How the window says what the engine names."""

from __future__ import annotations

from engine.replay.series import Series
from gui.i18n.languages import current


def series_name(series: Series) -> str:
    """The full name of a series in the window's language."""
    return series.name[current()]
