"""``make bench``: every ``bench_*.py``, each in a process of its own.

``python -m tests.bench [NAME ...]``: only those; ``step`` for ``bench_step.py``.  Exits
with 1 if a bound is broken.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Run them one after the other, so that they do not take each other's time."""
    known = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    if {"-h", "--help"} & set(names):
        print(f"make bench ARGS='NAME ...': {', '.join(known)} (all)")
        return 0
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no bench {unknown[0]}. There are {', '.join(known)}.", file=sys.stderr)
        return 2
    broken = []
    for name in names or known:
        command = [sys.executable, "-m", f"tests.bench.bench_{name}"]
        if subprocess.call(command, cwd=HERE.parents[1]):
            broken.append(name)
        print(flush=True)
    print(f"bounds broken: {', '.join(broken)}" if broken else "all bounds hold")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
