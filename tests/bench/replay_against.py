"""A trace in this checkout against the same in another, such as the one before a change.

``python -m tests.bench.replay_against FOLDER``: one LSTM and one review, every gate; each
checkout in a process of its own, asked in turns, so that both meet the same machine; processor
time, so that other programs matter less.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

SIZES = ((8, 100), (128, 500), (512, 500))
"""Units and steps."""

TURNS = 41

_WORKER = """
import sys, time
import numpy as np
from engine.replay.replay import replay
try:
    from engine.sequence import Sequence
except ImportError:  # where it stood before
    from engine.text.sequence import Sequence
from tests.networks import text_network

for line in sys.stdin:
    units, steps, times = map(int, line.split())
    network = text_network("LSTM", units)
    ids = np.random.default_rng(0).integers(0, 500, steps).astype(np.int32)
    sequence = Sequence(ids, ("",) * steps, np.zeros(steps, bool))
    replay(network, sequence)
    start = time.process_time()
    for _ in range(times):
        replay(network, sequence)
    print((time.process_time() - start) * 1000 / times, flush=True)
"""


def main(arguments: list[str]) -> int:
    """Print the medians, and the median of the ratios of neighbouring turns."""
    here = Path(__file__).resolve().parents[2]
    other = Path(arguments[0]).resolve()
    before, now = _worker(other), _worker(here)
    print(f"milliseconds of processor time, medians of {TURNS} turns; {other} before")
    print(f"  {'units x steps':<14}{'before':>9}{'now':>9}{'ratio':>9}")
    for units, steps in SIZES:
        times = 20 if units < 100 else 1
        pairs = [
            (_asked(before, units, steps, times), _asked(now, units, steps, times))
            for _ in range(TURNS)
        ]
        ratio = statistics.median(new / old for old, new in pairs)
        old, new = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"  {f'{units} x {steps}':<14}{old:>9.2f}{new:>9.2f}{ratio:>9.3f}", flush=True)
    for worker in (before, now):
        worker.communicate()
    return 0


def _worker(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WORKER]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, text=True)


def _asked(worker: subprocess.Popen[str], *sizes: int) -> float:
    assert worker.stdin is not None
    assert worker.stdout is not None
    print(*sizes, file=worker.stdin, flush=True)
    return float(worker.stdout.readline())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
