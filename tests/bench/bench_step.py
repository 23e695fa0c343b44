"""One step with two networks of 256 units and 500 steps, on a 1920x1080 window.

Each step is a change of the session's step and everything Qt then paints, until the event
queue is empty, in processor time.  The peer, in turns with it: the same heat maps at the
same sizes as bare ImageItems of pyqtgraph, without axes, each with an InfiniteLine that
moves.  Bound: the median at most 1.5 times the peer's.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import Any

from PySide6.QtWidgets import QWidget

from tests.bench.window import apart, paint, reading_window

BOUND = 1.5
STEPS = 500
TURNS = 300


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    return apart(_measure)


def _measure() -> int:
    from tests.networks import text_network

    networks = [text_network("SimpleRNN", 256), text_network("LSTM", 256)]
    app, window = reading_window("1920x1080", networks, STEPS)
    peer, lines = _peer(window)
    app.processEvents()
    ours, theirs = [], []
    for turn in range(TURNS):
        step = (turn * 7) % STEPS if turn % 5 == 0 else (window.session.step + 1) % STEPS
        start = time.process_time()
        window.session.step = step
        paint(app)
        between = time.process_time()
        for line in lines:
            line.setPos(step + 0.5)
        paint(app)
        theirs.append((time.process_time() - between) * 1000)
        ours.append((between - start) * 1000)
    window.close()
    peer.close()
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"one step, SimpleRNN(256) and LSTM(256), {STEPS} steps, 1920x1080, offscreen")
    print(f"  {len(lines)} bare heat maps  median {_figures(theirs)}")
    print(f"  Gatescope         median {_figures(ours)}")
    print(f"  ratio of the medians {ratio:.2f}, bound {BOUND:g}")
    return int(ratio > BOUND)


def _figures(times: list[float]) -> str:
    tail = sorted(times)[int(0.95 * len(times))]
    return f"{statistics.median(times):6.1f} ms, 95th percentile {tail:6.1f} ms"


def _peer(window: QWidget) -> tuple[QWidget, list[Any]]:
    """A window as large with the same heat maps, and the lines in them."""
    import pyqtgraph as pg

    from gui.plots.heat_map import HeatMap

    peer = QWidget()
    peer.resize(window.size())
    lines = []
    for ours in window.findChildren(HeatMap):
        if not ours.isVisible():
            continue
        plot = pg.PlotWidget(peer)
        plot.hideAxis("left")  # the picture has the whole room, as in the window
        plot.hideAxis("bottom")
        plot.setGeometry(ours.rect().translated(ours.mapTo(window, ours.rect().topLeft())))
        image = pg.ImageItem(
            ours.image.image,
            axisOrder="row-major",
            levels=ours.image.levels,
            autoDownsample=True,
        )
        image.setLookupTable(ours.image.lut)
        plot.addItem(image)
        line = pg.InfiniteLine(0.5, pen="w")
        plot.addItem(line)
        plot.setRange(xRange=(0, STEPS), yRange=(0, image.height()), padding=0)
        plot.disableAutoRange()
        lines.append(line)
    peer.show()
    return peer, lines


if __name__ == "__main__":
    sys.exit(main())
