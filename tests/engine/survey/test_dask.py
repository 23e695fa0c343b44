"""A Dask scheduler with two workers in processes of their own, one of which is killed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from engine.errors import Cancelled, GatescopeError
from engine.progress import finish
from engine.survey import passes
from engine.survey import workers as workers_module
from engine.survey.survey import survey
from engine.survey.workers import workers_at
from tests.dask_cluster import ROOT, SCHEDULER, WORKER, Cluster, cluster, started
from tests.engine.survey import corpora
from tests.engine.survey.test_passes import same
from tests.networks import text_network

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")


@pytest.fixture
def two() -> Iterator[Cluster]:
    """The address of a scheduler, and its workers."""
    with cluster() as made:
        yield made


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing(
    two: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, processes = two
    monkeypatch.setattr(passes, "PART", 100)
    network, inputs = text_network("LSTM", 8, words=60), corpora.ids(1000, 40)
    alone = finish(survey(network, inputs))
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


@pytest.mark.slow
def test_the_rest_is_read_here_when_the_scheduler_is_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passes, "PART", 100)
    monkeypatch.setattr(workers_module, "CONNECTING", 2)  # seconds for it to come back
    network, inputs = text_network("LSTM", 8, words=60), corpora.ids(2000, 40)
    scheduler = started(SCHEDULER)
    assert scheduler.stdout is not None
    address = scheduler.stdout.readline().strip()
    worker = started(WORKER, address)
    try:
        with workers_at(address) as workers:
            work = survey(network, inputs, workers)
            while next(work).done < 2:
                pass
            scheduler.kill()
            read = finish(work)
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.communicate()
    same(finish(survey(network, inputs)), read)
    assert not [each.name for each in threading.enumerate() if each.name == "dask"]
    assert [str(note) for note in read.notes] == [
        f"The scheduler {address} went away; the rest of the corpus is read here."
    ]


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler that nobody works for."""
    process = started(SCHEDULER)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_a_scheduler_without_a_worker_is_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers_module, "WITHOUT_WORKERS", 1)
    with (
        pytest.raises(GatescopeError, match=f"has no worker. Start one .* dask worker {scheduler}"),
        workers_at(scheduler),
    ):
        raise AssertionError
    monkeypatch.setattr(workers_module, "WITHOUT_WORKERS", 1000)
    with pytest.raises(Cancelled), workers_at(scheduler, lambda: True):
        raise AssertionError


@pytest.mark.slow
def test_the_rest_is_read_here_when_the_last_worker_is_killed(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "PART", 100)
    network, inputs = text_network("LSTM", 8, words=60), corpora.ids(2000, 40)
    worker = started(WORKER, scheduler)
    try:
        monkeypatch.setattr(workers_module, "WITHOUT_WORKERS", 60)
        with workers_at(scheduler) as workers:
            monkeypatch.setattr(workers_module, "WITHOUT_WORKERS", 1)
            work = survey(network, inputs, workers)
            while next(work).done < 2:
                pass
            worker.kill()
            read = finish(work)
    finally:
        worker.kill()
        worker.communicate()
    same(finish(survey(network, inputs)), read)
    assert [str(note) for note in read.notes] == [
        f"The scheduler {scheduler} has no worker any more; the rest of the corpus is read here."
    ]


@pytest.mark.slow
@pytest.mark.parametrize("lost", [SCHEDULER, WORKER])
def test_who_was_started_elsewhere_is_told_how(lost: str, tmp_path: Path) -> None:
    places = {each: (ROOT if each != lost else tmp_path) for each in (SCHEDULER, WORKER)}
    scheduler = started(SCHEDULER, path=places[SCHEDULER])
    assert scheduler.stdout is not None
    address = scheduler.stdout.readline().strip()
    worker = started(WORKER, address, path=places[WORKER])
    try:
        with pytest.raises(GatescopeError) as refused, workers_at(address):
            raise AssertionError
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.communicate()
    assert str(refused.value).startswith(
        f"The scheduler {address}, or a worker of it, cannot import Gatescope: No module named "
        "'engine'. Start both "
    )


def test_nobody_at_the_address_is_said() -> None:
    with (
        pytest.raises(GatescopeError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9: "),
        workers_at("tcp://127.0.0.1:9"),
    ):
        raise AssertionError
    with (
        pytest.raises(GatescopeError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9: "),
        workers_at("127.0.0.1:9"),
    ):
        raise AssertionError
    with (
        pytest.raises(GatescopeError, match="an address looks like tcp://host:8786"),
        workers_at("nonsense"),
    ):
        raise AssertionError
