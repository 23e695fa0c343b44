"""``make fuzz``: at least 20,000 mutations of valid files of every format, anew each time.

Each is read as the window reads a foreign file: it opens, or is refused in words, or a limit
holds.  Exit 1 if anything else happens: an exception that is no message, a network that
cannot be shown, a file or a process left behind, memory that grows.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
from pathlib import Path

from tests.fuzz.run import GROWTH, fuzz, table
from tests.fuzz.seeds import seeds
from tests.fuzz.worker import mutation


def main() -> int:
    """Read, print, return the exit code."""
    parser = argparse.ArgumentParser(prog="make fuzz ARGS=...", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="mutations (default 20,000)")
    parser.add_argument("--seed", type=int, help="those of an earlier run")
    parser.add_argument("--only", type=int, help="one of them, by its number")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="where files that made trouble are kept")
    given = parser.parse_args()
    if not hasattr(os, "fork"):
        print("make fuzz needs a system that can fork.", file=sys.stderr)
        return 2
    seed = secrets.randbits(32) if given.seed is None else given.seed
    keep = given.keep or Path(tempfile.gettempdir()) / "gatescope-fuzz"
    print(f"seed {seed}; again with: make fuzz ARGS='--seed {seed}'", flush=True)
    numbers = range(given.count)
    if given.only is not None:
        numbers = range(given.only, given.only + 1)
        which, data = mutation(seeds(), seed, given.only)
        keep.mkdir(parents=True, exist_ok=True)
        path = keep / f"{seed}-{given.only}{which.suffix}"
        path.write_bytes(data)
        print(f"{which.format}, {which.name}: {path}")
    result = fuzz(
        seed, numbers, min(given.processes, len(numbers)), keep,
        lambda count: print(f"  {count:,} of {len(numbers):,}", flush=True),
    )  # fmt: skip
    print("\n" + table(result))
    for one in result.troubles[:20]:
        print(f"\nTROUBLE number {one.number}, {one.format}: {one.what}\n{one.trouble}")
    if result.troubles:
        print(f"\n{len(result.troubles)} in trouble; their files are in {keep}")
    grew = result.growth > GROWTH
    if grew:
        print(f"The processes grew by more than {GROWTH // 2**20} MB.")
    return 1 if result.troubles or grew else 0


if __name__ == "__main__":
    sys.exit(main())
