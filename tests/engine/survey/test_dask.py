"""A Dask scheduler with two workers in processes of their own, one of which is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from engine.errors import GatescopeError
from engine.progress import finish
from engine.survey import passes
from engine.survey.survey import survey
from engine.survey.workers import workers_at
from tests.engine.survey import corpora
from tests.engine.survey.test_passes import same
from tests.networks import text_network

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")

ROOT = Path(__file__).resolve().parents[3]
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


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler, and its workers."""
    scheduler = started(SCHEDULER)
    assert scheduler.stdout is not None
    address = scheduler.stdout.readline().strip()
    running = [started(WORKER, address) for _ in range(2)]
    yield address, running
    for process in (*running, scheduler):
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing(
    cluster: tuple[str, list[subprocess.Popen[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import Client

    address, processes = cluster
    monkeypatch.setattr(passes, "PART", 100)
    network, inputs = text_network("LSTM", 8, words=60), corpora.ids(1000, 40)
    alone = finish(survey(network, inputs))
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    with workers_at(address) as workers:
        work = survey(network, inputs, workers)
        killed = False
        while True:
            try:
                progress = next(work)
            except StopIteration as end:
                read = end.value
                break
            if not killed and progress.done == 2:
                os.kill(processes[0].pid, signal.SIGKILL)
                killed = True
    assert killed
    same(alone, read)
    assert read.notes == ()  # the scheduler gave its parts to the other


def test_nobody_at_the_address_is_said() -> None:
    with (
        pytest.raises(GatescopeError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9: "),
        workers_at("tcp://127.0.0.1:9"),
    ):
        raise AssertionError
    with (
        pytest.raises(GatescopeError, match="an address looks like tcp://host:8786"),
        workers_at("nonsense"),
    ):
        raise AssertionError
