"""Who reads a corpus: this thread, threads or processes of this machine, a Dask scheduler.

Dask is optional: without it everything is read here, and whoever names a scheduler is told.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from engine.errors import GatescopeError, Note
from engine.progress import ShouldStop, check
from engine.survey.passes import POLL, Workers, read_part, threads

THREADS, PROCESSES = "threads", "processes"

CONNECTING = 10
"""Seconds for a scheduler to answer."""

WITHOUT_WORKERS = 8
"""Seconds that a scheduler may be without a worker: one that is started anew takes a few."""

ASKING = 0.5
"""Seconds between two questions to a scheduler who works for it."""


def count_of_cores() -> int:
    """The cores that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


@contextmanager
def workers_at(name: str = THREADS, should_stop: ShouldStop | None = None) -> Iterator[Workers]:
    """The workers that a name stands for, until the end of the block.

    Args:
        name: `THREADS`, `PROCESSES`, or the address of a Dask scheduler (``tcp://host:8786``).
        should_stop: asked while a scheduler's first worker is waited for.

    Raises:
        GatescopeError: Dask is not installed, no scheduler answers at the address, or it has no
            worker, or it or a worker cannot import the engine.
        Cancelled: ``should_stop`` became true.
    """
    if name == THREADS:
        with threads(count_of_cores()) as executor:
            yield Workers(executor, "threads")
    elif name == PROCESSES:
        # Not forked: a window's threads would leave locks behind that nobody opens.
        with ProcessPoolExecutor(count_of_cores(), get_context("spawn")) as processes:
            yield Workers(processes, "A process of this machine", is_here=False)
    else:
        yield from _dask(name if "://" in name else f"tcp://{name}", should_stop)


def _check_answers(address: str) -> None:
    """Whether anybody listens there: Dask itself would ask again and again.

    Raises:
        OSError: nobody does.
        ValueError: it is no address.
    """
    parts = urlsplit(address)
    if not parts.hostname or parts.port is None:
        raise ValueError("an address looks like tcp://host:8786")
    socket.create_connection((parts.hostname, parts.port), CONNECTING).close()


@contextmanager
def _loop() -> Iterator[Any]:
    """An event loop for a client, in a thread that ends with the block: a client's own goes on where
    the scheduler went away."""
    import asyncio  # with its protocols it takes longer than all else that a survey imports

    from tornado.ioloop import IOLoop

    begun: Future[tuple[Any, asyncio.Event]] = Future()

    async def run() -> None:
        ended = asyncio.Event()
        begun.set_result((IOLoop.current(), ended))
        await ended.wait()

    thread = Thread(target=lambda: asyncio.run(run()), name="dask", daemon=True)
    thread.start()
    loop, ended = begun.result()
    try:
        yield loop
    finally:
        loop.add_callback(ended.set)
        thread.join(CONNECTING)


def _dask(address: str, should_stop: ShouldStop | None) -> Iterator[Workers]:
    try:
        from distributed import Client
    except ImportError as error:
        raise GatescopeError(
            "The scheduler {address} needs Dask, which is not installed. Install it with: pip "
            "install distributed",
            address=address,
        ) from error
    with _loop() as loop:
        connect = partial(Client, loop=loop, set_as_default=False)
        yield from _connected(address, connect, should_stop)


class _Scheduler:
    """A scheduler that is asked now and then who works for it.  Nobody waits for its answer, as
    one that went away gives none."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address
        self._answer: Future[Any] | None = None
        self._asked = -ASKING
        self._empty_since: float | None = None
        self.has_workers = False

    def wait_for_workers(self, should_stop: ShouldStop | None) -> None:
        """Until there is one.

        Raises:
            GatescopeError: there is none in time.
            Cancelled: ``should_stop`` became true.
        """
        end = time.monotonic() + WITHOUT_WORKERS
        while not self.has_workers:
            check(should_stop)
            self._ask()
            if time.monotonic() > end:
                raise GatescopeError(
                    "The scheduler {address} has no worker. Start one in Gatescope's folder with: "
                    "PYTHONPATH=. dask worker {address}",
                    address=self._address,
                )
            time.sleep(POLL)

    def check_imports(self) -> None:
        """Whether scheduler and workers find the engine: one that does not is ended by the first
        part that it is given.

        Raises:
            GatescopeError: one does not.
        """
        try:
            for run in (self._client.run_on_scheduler, self._client.run):
                run(exec, f"import {read_part.__module__}")
        except ImportError as error:
            raise GatescopeError(
                "The scheduler {address}, or a worker of it, cannot import Gatescope: {reason}. "
                "Start both with Gatescope's Python, in Gatescope's folder and with PYTHONPATH=. in "
                "front.",
                address=self._address,
                reason=str(error),
            ) from error

    def why_gone(self) -> Note | None:
        """What is said where it went away, or has been without a worker for too long."""
        name = f"The scheduler {self._address}"
        if self._client.status in ("closing", "closed"):
            return Note("{workers} went away; the rest of the corpus is read here.", workers=name)
        self._ask()
        empty = self._empty_since
        if empty is None or time.monotonic() - empty < WITHOUT_WORKERS:
            return None
        return Note(
            "{workers} has no worker any more; the rest of the corpus is read here.", workers=name
        )

    def _ask(self) -> None:
        """Take the answer, if there is one, and ask again."""
        import asyncio

        now = time.monotonic()
        if self._answer is not None and self._answer.done():
            is_known = not self._answer.cancelled() and self._answer.exception() is None
            self.has_workers = is_known and bool(self._answer.result())
            is_empty = is_known and not self.has_workers
            self._empty_since = (self._empty_since or now) if is_empty else None
            self._answer = None
        if self._answer is None and now - self._asked >= ASKING:
            self._asked = now
            loop = self._client.loop.asyncio_loop
            self._answer = asyncio.run_coroutine_threadsafe(self._client.scheduler.ncores(), loop)


def _connected(
    address: str, connect: Callable[..., Any], should_stop: ShouldStop | None
) -> Iterator[Workers]:
    try:
        _check_answers(address)
        client = connect(address, timeout=CONNECTING)
    except (OSError, ValueError, TimeoutError) as error:
        raise GatescopeError(
            "No Dask scheduler answers at {address}: {reason}. Start one in Gatescope's folder with: "
            "PYTHONPATH=. dask scheduler",
            address=address,
            reason=str(error) or type(error).__name__,
        ) from error
    try:
        scheduler = _Scheduler(client, address)
        scheduler.wait_for_workers(should_stop)
        scheduler.check_imports()
        with client.get_executor(retries=2) as executor:
            yield Workers(
                executor,
                f"The scheduler {address}",
                is_here=False,
                why_gone=scheduler.why_gone,
            )
    finally:
        client.close(timeout=CONNECTING)
