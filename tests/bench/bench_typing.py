"""Typing in the review box: from the key to the new trace on the screen.

Two bundled networks.  Each turn types one letter, and the clock stops when the window has
painted the trace that contains it.  The peer, in turns with it: what cannot be spared, one
trace of each network and one repaint of the window.  Bound: the median at most 2 times the
peer's.  The longest time that the event loop was held up, in processor time, is printed too.
"""

from __future__ import annotations

import statistics
import sys
import time

from tests.bench.window import apart

BOUND = 2.0
TEXT = " i went to see it with my family and we all loved the story and the music"


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    return apart(_measure)


def _measure() -> int:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    import main as entry
    from engine.replay.replay import replay
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
    times, held, peer = [], [], []
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
            # As the loop of an app does, it sleeps until there is something to do: one that is
            # busy takes turns at the interpreter with the thread that makes the trace.
            before = time.thread_time()
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            held.append((time.thread_time() - before) * 1000)
            if time.perf_counter() - start > 2:
                raise RuntimeError(f"no trace of {typed!r} within 2 s")
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        if window.session.sequence is not None:
            start = time.perf_counter()
            for pane in window.session.panes:
                sequence = window.session.prepare(pane.network, window.session.sequence)
                replay(pane.network, sequence)
            window.repaint()
            peer.append((time.perf_counter() - start) * 1000)
    window.close()
    ratio = statistics.median(times) / statistics.median(peer)
    median, tail = statistics.median(times), sorted(times)[int(0.95 * len(times))]
    print("from a key in the review box to the new trace on the screen, two networks")
    print(f"  a trace of each and a repaint  median {statistics.median(peer):6.1f} ms")
    print(
        f"  Gatescope                      median {median:6.1f} ms, 95th percentile {tail:6.1f} ms"
    )
    print(f"  ratio of the medians {ratio:.2f}, bound {BOUND:g}")
    print(f"  longest hold of the event loop {max(held):6.1f} ms")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
