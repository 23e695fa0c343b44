"""A Dask scheduler of this machine with two workers, each a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCHEDULER = """
import asyncio, sys
from distributed import Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(main())
"""
WORKER = """
import asyncio, sys
from distributed import Worker
async def main():
    async with Worker(sys.argv[1], nthreads=1, dashboard=False, heartbeat_interval="200ms") as worker:
        await worker.finished()
asyncio.run(main())
"""


def started(code: str, *arguments: str, path: Path = ROOT) -> subprocess.Popen[str]:
    environment = os.environ | {
        "PYTHONPATH": str(path),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        cwd=path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


Cluster = tuple[str, list[subprocess.Popen[str]]]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """The address of a scheduler, and its workers."""
    scheduler = started(SCHEDULER)
    assert scheduler.stdout is not None
    address = scheduler.stdout.readline().strip()
    running = [started(WORKER, address) for _ in range(2)]
    try:
        wait_for_two(address)
        yield address, running
    finally:
        for process in (*running, scheduler):
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def wait_for_two(address: str) -> None:
    """Until both have told the scheduler that they are there."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
