"""The window's event loop while a training uses both cores.

The real window, with two networks in it, trains the lecture's LSTM on all reviews in its
real process, watches it, and shows the curves.  Every few milliseconds a timer is due;
how late it comes is how long the loop was held up.  Beside it, the same window before the
training began.  Bound: the 99th percentile while training at most 50 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.window import Lateness

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.window.main_window import MainWindow

BOUND = 50.0
SECONDS_BEFORE, SECONDS = 5.0, 45.0
EPOCHS = 100


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATESCOPE_CONFIG"] = str(Path(folder) / "config")
        os.environ["GATESCOPE_RUNS"] = str(Path(folder) / "runs")
        return _measure()


def _measure() -> int:
    import main as entry
    from gui.app import make_application, make_window
    from gui.settings import Settings

    app = make_application()
    window = make_window(entry.parser().parse_args(["--size", "1440x900"]), Settings())
    window.remembers = False
    window.show()
    window.services.work_in_background()
    window.services.reading.prepare()
    from gui.places import TRAIN

    panel = window.drawers.open(TRAIN)
    end = time.monotonic() + 120
    while window.services.reading.corpus is None and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    before = _lateness(app, window, SECONDS_BEFORE)
    panel.editor.set("epochs", EPOCHS)
    panel.train()
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
        known = window.services.runs.find(window.services.runs.training)
        if known is not None and known.run.history:
            break
    else:
        raise RuntimeError("no epoch ended")
    while_training = _lateness(app, window, SECONDS)
    known = window.services.runs.find(window.services.runs.training)
    epochs = 0 if known is None else len(known.run.history)
    watched = window.services.watch.shown(window.services.watch.focused_place() or 0)
    window.close_now()
    assert watched is not None, "the training is not watched"
    print("how late a timer of the window comes, LSTM(8) on 20,000 reviews, both cores")
    print(f"  {'':<16}{'median':>8}{'95 %':>8}{'99 %':>8}{'most':>8}  ms")
    for name, found in (("before", before), ("while training", while_training)):
        cells = "".join(f"{found.at(share):>8.1f}" for share in (0.5, 0.95, 0.99, 1.0))
        print(f"  {name:<16}{cells}")
    tail = while_training.at(0.99)
    print(f"  {epochs} epochs ended, each watched; 99th percentile {tail:.1f}, bound {BOUND:g}")
    return int(tail > BOUND)


def _lateness(app: QApplication, window: MainWindow, seconds: float) -> Lateness:
    """How late ticks are while steps are made."""
    found, player = Lateness(app), window.services.player
    player.speed = 4.0
    player.toggle()

    def goes_on() -> bool:
        if not player.playing:
            player.toggle()
        return False

    found.until(goes_on, seconds)
    player.pause()
    return found


if __name__ == "__main__":
    sys.exit(main())
