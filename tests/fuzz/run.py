"""Many mutations, on several processors, and the table of what became of them."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fuzz.outcome import Outcome
from tests.fuzz.worker import outcomes

GROWTH = 50 * 2**20
"""Bytes by which a process that makes and takes mutations may grow."""


@dataclass
class Result:
    """What became of all.

    Attributes:
        seed: that they came from.
        counts: by format and outcome.
        troubles: what must not be.
        ended: those that a limit or a crash ended.
        peak: the largest memory of a reading, in bytes.
        growth: by how much the processes grew that handed the files out, in bytes.
        seconds: on the clock.
        slowest: the longest reading that ended by itself, in seconds.
    """

    seed: int
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    troubles: list[Outcome] = field(default_factory=list)
    ended: list[Outcome] = field(default_factory=list)
    peak: int = 0
    growth: int = 0
    seconds: float = 0.0
    slowest: float = 0.0

    @property
    def total(self) -> int:
        """How many there were."""
        return sum(self.counts.values())

    def take(self, one: Outcome) -> None:
        """Count one."""
        self.counts[one.format, one.what] += 1
        self.peak = max(self.peak, one.peak)
        if not one.what.startswith("limit"):
            self.slowest = max(self.slowest, one.seconds)
        if one.what.startswith(("limit", "contained crash")):
            self.ended.append(one)
        if one.trouble:
            self.troubles.append(one)


def fuzz(
    seed: int,
    numbers: range,
    processes: int,
    keep: Path,
    tell: Callable[[int], None] = lambda count: None,
) -> Result:
    """Read mutations.

    Args:
        seed: of all of them.
        numbers: which of them.
        processes: how many at a time.
        keep: where files that made trouble are kept.
        tell: is told from time to time how many are done.
    """
    start = time.monotonic()
    result = Result(seed)
    context = multiprocessing.get_context("spawn")
    queue: Any = context.SimpleQueue()
    workers = [
        context.Process(
            target=_work, args=(seed, numbers[place::processes], str(keep), queue), daemon=True
        )
        for place in range(processes)
    ]
    for worker in workers:
        worker.start()
    running = len(workers)
    while running:
        found = queue.get()
        if isinstance(found, int):
            result.growth = max(result.growth, found)
            running -= 1
        elif isinstance(found, str):
            raise RuntimeError(found)
        else:
            result.take(found)
            if result.total % 500 == 0:
                tell(result.total)
    for worker in workers:
        worker.join()
    result.seconds = time.monotonic() - start
    return result


def _work(seed: int, numbers: range, keep: str, queue: Any) -> None:
    """A worker: outcomes, then by how much it grew; or what broke it."""
    try:
        with tempfile.TemporaryDirectory(prefix="gatescope-fuzz-") as name:
            folder = Path(name)
            grown = _grown(queue, outcomes(seed, numbers, folder))
            for left in folder.glob("trouble-*"):
                Path(keep).mkdir(parents=True, exist_ok=True)
                (Path(keep) / f"{seed}-{left.name}").write_bytes(left.read_bytes())
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            queue.put(grown)
        else:
            queue.put("a process was left behind")
    except BaseException as error:
        import traceback

        queue.put("".join(traceback.format_exception(error)))
        raise


def _grown(queue: Any, found: Iterable[Outcome]) -> int:
    """By how many bytes this process grew between the 50th outcome and the last."""
    first = last = 0
    for count, one in enumerate(found):
        queue.put(one)
        if count == 50:
            first = resident()
    last = resident()
    return max(0, last - first) if first else 0


def resident() -> int:
    """Bytes of this process in memory; 0 where the system does not say."""
    status = Path("/proc/self/statm")
    if not status.is_file():
        return 0
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def table(result: Result) -> str:
    """Format by outcome, then the refusals by their reasons."""
    formats = sorted({each for each, _ in result.counts})
    columns = ["opened", "refused", "limit of time", "limit of memory", "limit of output",
               "contained crash", "broke"]  # fmt: skip
    lines = [f"{'':22}" + "".join(f"{column:>17}" for column in columns)]
    for each in [*formats, "all"]:
        found = {
            column: sum(
                count
                for (form, what), count in result.counts.items()
                if each in (form, "all") and what.startswith(column)
            )
            for column in columns
        }
        lines.append(f"{each:22}" + "".join(f"{found[column]:17,}" for column in columns))
    lines.append("")
    reasons: Counter[str] = Counter()
    for (_, what), count in result.counts.items():
        if not what.startswith("opened"):
            reasons[what] += count
    lines += [f"{count:7,}  {what[:150]}" for what, count in reasons.most_common()]
    if result.ended:
        lines.append("\nEnded by a limit, or by a crash that stayed in its process:")
        lines += [
            f"  number {each.number}, {each.format}: {each.what}" for each in result.ended[:20]
        ]
    lines.append(
        f"\n{result.total:,} mutations, seed {result.seed}, {result.seconds:.0f} s; the slowest "
        f"reading {result.slowest:.1f} s, the largest {result.peak / 2**20:.0f} MB; the "
        f"processes beside them grew by {result.growth / 2**20:.1f} MB."
    )
    return "\n".join(lines)
