"""`Scatter`: points that a click does not keep for ever."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg


class Scatter(pg.ScatterPlotItem):  # type: ignore[misc]
    """At a click pyqtgraph's own makes an object of every point, each with a reference to the
    plot, and keeps them in an array of numpy, through which Python finds no garbage: plot, page
    and brushes would never be freed.  Which point is meant is asked of the plot here."""

    def mouseClickEvent(self, ev: Any) -> None:
        """Leave it to what stands below."""
        ev.ignore()
