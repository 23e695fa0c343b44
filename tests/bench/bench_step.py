"""One step with two networks of 256 units and 500 steps, on a 1920x1080 window.

Each step is a change of the session's step and everything Qt then paints, until the
event queue is empty.  Bounds: median at most 16 ms, 95th percentile at most 33 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MEDIAN, TAIL = 16.0, 33.0


def main() -> int:
    """Measure, print the table, return 1 if a bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATESCOPE_CONFIG"] = folder
        return _measure()


def _measure() -> int:
    import main as entry
    from engine.session.state import EncodingState, SessionState
    from gui.app import make_application, make_window
    from gui.settings import Settings
    from tests.networks import text_network

    app = make_application()
    settings = Settings(session=SessionState(encoding=EncodingState(length=500)))
    window = make_window(entry.parser().parse_args(["--size", "1920x1080"]), settings)
    window.session.set_networks([text_network("SimpleRNN", 256), text_network("LSTM", 256)])
    window.services.reading.read_text(" ".join(["this movie was very good and i liked it"] * 60))
    window.show()
    app.processEvents()
    assert window.session.steps == 500
    times = []
    for turn in range(300):
        start = time.perf_counter()
        window.session.step = (turn * 7) % 500 if turn % 5 == 0 else window.session.step + 1
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    window.close()
    median = statistics.median(times)
    tail = sorted(times)[int(0.95 * len(times))]
    print("one step, SimpleRNN(256) and LSTM(256), 500 steps, 1920x1080, offscreen")
    print(f"  median           {median:6.1f} ms   bound {MEDIAN:g}")
    print(f"  95th percentile  {tail:6.1f} ms   bound {TAIL:g}")
    return int(median > MEDIAN or tail > TAIL)


if __name__ == "__main__":
    sys.exit(main())
