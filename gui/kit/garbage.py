"""Python's garbage, collected in the GUI thread alone.

Python collects cycles in whichever thread happens to allocate.  Items of a plot in a cycle would be
taken apart in a thread of work, while Qt draws the scene they stand in: a crash without a trace of
its cause.
"""

from __future__ import annotations

import gc

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtWidgets import QApplication

_INTERVAL = 0.1
"""Seconds between two looks at what there is to collect."""

_collector: GarbageCollector | None = None


def collect_here(app: QApplication) -> None:
    """From now on the thread of the application collects, while its event loop runs.

    What has been imported by now is left out: it stays, and going through it would hold the window
    at every collection.
    """
    global _collector
    if _collector is None:
        gc.freeze()
        _collector = GarbageCollector(_INTERVAL)
        _collector.timer.setParent(app)
