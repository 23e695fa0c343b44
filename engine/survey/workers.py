"""Who reads a corpus: this thread, threads or processes of this machine, a Dask scheduler.

Dask is optional: without it everything is read here, and whoever names a scheduler is told.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from engine.errors import GatescopeError
from engine.survey.passes import Workers, threads

THREADS, PROCESSES = "threads", "processes"

CONNECTING = 10
"""Seconds for a scheduler to answer."""


def count_of_cores() -> int:
    """The cores that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


@contextmanager
def workers_at(name: str = THREADS) -> Iterator[Workers]:
    """The workers that a name stands for, until the end of the block.

    Args:
        name: `THREADS`, `PROCESSES`, or the address of a Dask scheduler (``tcp://host:8786``).

    Raises:
        GatescopeError: Dask is not installed, or no scheduler answers at the address.
    """
    if name == THREADS:
        with threads(count_of_cores()) as executor:
            yield Workers(executor, "threads")
    elif name == PROCESSES:
        # Not forked: a window's threads would leave locks behind that nobody opens.
        with ProcessPoolExecutor(count_of_cores(), get_context("spawn")) as processes:
            yield Workers(processes, "A process of this machine", is_here=False)
    else:
        yield from _dask(name)


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


def _dask(address: str) -> Iterator[Workers]:
    try:
        from distributed import Client
    except ImportError as error:
        raise GatescopeError(
            "The scheduler {address} needs Dask, which is not installed. Install it with: pip "
            "install distributed",
            address=address,
        ) from error
    with _loop() as loop:
        yield from _connected(address, partial(Client, loop=loop, set_as_default=False))


def _connected(address: str, connect: Callable[..., Any]) -> Iterator[Workers]:
    try:
        _check_answers(address)
        client = connect(address, timeout=CONNECTING)
    except (OSError, ValueError, TimeoutError) as error:
        raise GatescopeError(
            "No Dask scheduler answers at {address}: {reason}. Start one with: dask scheduler",
            address=address,
            reason=str(error) or type(error).__name__,
        ) from error
    try:
        with client.get_executor(retries=2) as executor:
            yield Workers(
                executor,
                f"The scheduler {address}",
                is_here=False,
                is_gone=lambda: client.status in ("closing", "closed"),
            )
    finally:
        client.close(timeout=CONNECTING)
