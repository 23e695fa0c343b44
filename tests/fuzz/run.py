"""Many mutations, on several processors, and the table of what became of them."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

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
    workers, running = [], []
    for place in range(processes):
        reader, writer = context.Pipe(duplex=False)
        given = (seed, numbers[place::processes], str(keep), writer)
        worker = context.Process(target=_work, args=given, daemon=True)
        worker.start()
        writer.close()  # what is left of it is the worker's, so that its end is heard
        workers.append(worker)
        running.append(reader)
    while running:
        for ready in wait(running):
            assert isinstance(ready, Connection)
            found = _heard(ready)
            if isinstance(found, int):
                result.growth = max(result.growth, found)
                running.remove(ready)
                ready.close()
                continue
            result.take(found)
            if result.total % 500 == 0:
                tell(result.total)
    for worker in workers:
        worker.join()
    result.seconds = time.monotonic() - start
    return result


def _heard(ready: Connection) -> Outcome | int:
    """What a worker says: an outcome, or at its end by how much it grew.

    Raises:
        RuntimeError: it broke.
    """
    try:
        result: Outcome | int | str = ready.recv()
    except EOFError as error:
        raise RuntimeError("a process that makes mutations ended without a word") from error
    if isinstance(result, str):
        raise RuntimeError(result)
    return result


def _work(seed: int, numbers: range, keep: str, pipe: Connection) -> None:
    """A worker: outcomes, then by how much it grew; or what broke it."""
    try:
        with tempfile.TemporaryDirectory(prefix="gatescope-fuzz-") as name:
            folder = Path(name)
            grown = _grown(pipe, outcomes(seed, numbers, folder))
            for left in folder.glob("trouble-*"):
                Path(keep).mkdir(parents=True, exist_ok=True)
                (Path(keep) / f"{seed}-{left.name}").write_bytes(left.read_bytes())
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            pipe.send(grown)
        else:
            pipe.send("a process was left behind")
    except BrokenPipeError:  # no one listens any more
        return
    except BaseException as error:
        pipe.send("".join(traceback.format_exception(error)))
        raise


def _grown(pipe: Connection, found: Iterable[Outcome]) -> int:
    """By how many bytes this process grew between the 50th outcome and the last."""
    first = last = 0
    for count, one in enumerate(found):
        pipe.send(one)
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
