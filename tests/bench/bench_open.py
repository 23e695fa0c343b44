"""Opening a foreign model of 1 MB, from the drop to the painted trace.

The peer: a fresh Python that imports Keras and calls ``load_model`` on the same file.  Bound:
at most a fifth of its time.  The longest hold of the window's event loop is printed too.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BOUND = 0.2
TURNS = 5
UNITS, WORDS, WIDTH = 128, 2700, 64


def main() -> int:
    """Measure, print the table, return 1 if the bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GATESCOPE_CONFIG"] = folder
        path = _model(Path(folder))
        peer = statistics.median(_peer(path) for _ in range(3))
        ours, held = _ours(path)
    print(f"a foreign .keras of {SIZE / 1e6:.1f} MB, from the drop to the painted trace")
    print(f"  import keras; load_model   {peer:6.2f} s  (a fresh Python, median of 3)")
    print(f"  Gatescope                  {ours:6.2f} s  (median of {TURNS})")
    print(f"  ratio                      {ours / peer:6.3f}    bound {BOUND:g}")
    print(f"  longest hold of the event loop {held * 1000:5.0f} ms")
    return int(ours / peer > BOUND)


SIZE = 0


def _model(folder: Path) -> Path:
    """An Embedding, an LSTM and a Dense of about 1 MB, written without Keras."""
    global SIZE
    import numpy as np

    from tests.engine.network import files

    random = np.random.default_rng(3)
    shapes = {
        "embedding": [(WORDS, WIDTH)],
        "lstm": [(WIDTH, 4 * UNITS), (UNITS, 4 * UNITS), (4 * UNITS,)],
        "dense": [(UNITS, 1), (1,)],
    }
    arrays = {
        name: [(random.standard_normal(shape) * 0.1).astype(np.float32) for shape in each]
        for name, each in shapes.items()
    }
    model = files.config()
    files.layer(model, "Embedding")["config"].update(input_dim=WORDS, output_dim=WIDTH)
    files.layer(model, "LSTM")["config"]["units"] = UNITS
    files.layer(model, "InputLayer")["config"]["batch_shape"] = [None, 100]
    path = files.write_keras(folder / "model.keras", model, arrays)
    SIZE = path.stat().st_size
    return path


def _peer(path: Path) -> float:
    code = "import sys, keras\nkeras.models.load_model(sys.argv[1], compile=False)\n"
    start = time.perf_counter()
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        check=True,
        env=environment,
        capture_output=True,
    )
    return time.perf_counter() - start


def _ours(path: Path) -> tuple[float, float]:
    """The median time of opening, and the longest hold of the event loop, in seconds."""
    import main as entry
    from gui.app import make_application, make_window
    from gui.settings import Settings

    app = make_application()
    window = make_window(entry.parser().parse_args(["--size", "1440x900"]), Settings())
    window.show()
    window.services.work_in_background()
    app.processEvents()
    times, held = [], []
    for turn in range(TURNS):
        # Another file each time: nothing is remembered of the one before.
        copy = path.with_name(f"copy{turn}.keras")
        copy.write_bytes(path.read_bytes())
        start = time.perf_counter()
        window.opening.open_path(copy)
        while True:
            before = time.perf_counter()
            app.processEvents()
            held.append(time.perf_counter() - before)
            pane = window.session.focused
            if pane is not None and pane.network.path == copy and pane.trace is not None:
                break
            if time.perf_counter() - start > 20:
                raise RuntimeError("the model was not opened within 20 s")
            time.sleep(0.001)
        app.processEvents()
        times.append(time.perf_counter() - start)
    window.close_now()
    return statistics.median(times), max(held)


if __name__ == "__main__":
    sys.exit(main())
