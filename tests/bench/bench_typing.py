"""Typing in the review box: from the key to the new trace on the screen.

Two bundled networks.  Each turn types one letter, and the clock stops when the window
has painted the trace that contains it.  Bound: every median and the 95th percentile at
most 50 ms; the longest time that the event loop was held up is printed too.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BOUND = 50.0
TEXT = " i went to see it with my family and we all loved the story and the music"


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATESCOPE_CONFIG"] = folder
        return _measure()


def _measure() -> int:
    from PySide6.QtTest import QTest

    import main as entry
    from gui.app import make_application, make_window
    from gui.places import REVIEWS
    from gui.settings import Settings

    app = make_application()
    window = make_window(entry.parser().parse_args(["--size", "1440x900"]), Settings())
    window.show()
    window.services.work_in_background()
    panel = window.drawers.open(REVIEWS)
    panel.focus_writing()
    box = window.focusWidget()
    assert box is not None
    app.processEvents()
    times, held = [], []
    shown: list[str] = []
    window.session.traces_changed.connect(
        lambda: shown.append(window.session.review.text if window.session.review else "")
    )
    typed = ""
    for letter in "the film" + TEXT:
        typed += letter
        start = time.perf_counter()
        QTest.keyClick(box, letter)
        while typed.strip() and (not shown or shown[-1] != typed):
            before = time.perf_counter()
            app.processEvents()
            held.append((time.perf_counter() - before) * 1000)
            if time.perf_counter() - start > 2:
                raise RuntimeError(f"no trace of {typed!r} within 2 s")
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    window.close()
    median, tail = statistics.median(times), sorted(times)[int(0.95 * len(times))]
    print("from a key in the review box to the new trace on the screen, two networks")
    print(f"  median           {median:6.1f} ms   bound {BOUND:g}")
    print(f"  95th percentile  {tail:6.1f} ms   bound {BOUND:g}")
    print(f"  longest hold of the event loop {max(held):6.1f} ms")
    return int(tail > BOUND)


if __name__ == "__main__":
    sys.exit(main())
