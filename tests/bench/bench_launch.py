"""Launch to the first painted window with a trace in it, against a bare window of six plots.

Both are processes of their own, timed from outside, from their start to the line they
print when the first paint is done; they take turns, and the medians are compared.
Bound: at most 1.7.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOUND = 1.7
TURNS = 9

BARE = """
import sys
from PySide6 import QtWidgets
import pyqtgraph as pg
app = QtWidgets.QApplication([])
window = pg.GraphicsLayoutWidget()
window.resize(1440, 900)
for row in range(6):
    window.addPlot(row=row, col=0).plot(range(100))
window.show()
app.processEvents()
window.grab()
print("painted", flush=True)
import os; os._exit(0)
"""

OURS = """
import gc, sys
gc.disable()  # as main.main does
import main
from gui.app import make_application, make_window
from gui.settings import Settings
app = make_application()
window = make_window(main.parser().parse_args(["--size", "1440x900"]), Settings.load())
window.show()
app.processEvents()
window.grab()
assert window.session.panes[0].trace is not None, "no trace in the first painted window"
assert "tensorflow" not in sys.modules and "keras" not in sys.modules
print("painted", flush=True)
import os; os._exit(0)
"""


def _time(code: str, config: str) -> float:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "GATESCOPE_CONFIG": config,
        "PYTHONPATH": str(ROOT),
        # An app that is launched is compiled, as its libraries are; the first run does it.
        "PYTHONPYCACHEPREFIX": str(Path(config) / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        elapsed = time.perf_counter() - start
        if line.strip() != "painted":
            raise RuntimeError(process.stderr.read())
    return elapsed


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    import tempfile

    with tempfile.TemporaryDirectory() as config:
        for code in (BARE, OURS):  # once for the disk's cache and the compiled modules
            _time(code, config)
        bare, ours = [], []
        for _ in range(TURNS):
            bare.append(_time(BARE, config))
            ours.append(_time(OURS, config))
    low, high = statistics.median(bare), statistics.median(ours)
    ratio = high / low
    print("launch to the first painted window with a trace, median of", TURNS)
    print(f"  bare window, six plots   {low * 1000:7.0f} ms")
    print(f"  Gatescope                {high * 1000:7.0f} ms   ratio {ratio:.2f}, bound {BOUND:g}")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
