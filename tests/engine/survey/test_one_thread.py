"""BLAS takes one thread while anybody reads, and as many as before when the last has read."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread, active_count

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from engine.survey.one_thread import one_thread
from engine.survey.passes import Job, read_part
from tests.engine.survey.corpora import ids
from tests.networks import text_network


def _threads() -> set[int]:
    return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}


def _set(count: int) -> None:
    """In a thread that ends: by threadpoolctl nobody else can set a limit while it lives."""
    thread = Thread(target=threadpool_limits, args=(count,), kwargs={"user_api": "blas"})
    thread.start()
    thread.join()


@pytest.fixture(autouse=True)
def two() -> Iterator[None]:
    before = _threads()
    _set(2)
    yield
    _set(*before)


class _Asks:
    """A collector that asks how many threads there are."""

    seen: frozenset[int] = frozenset()

    def add(self, batch, padding):
        self.seen = frozenset(_threads())


def test_parts_are_read_with_one_thread_each():
    inputs, asks = ids(3, 5), _Asks()
    assert _threads() == {2}
    read_part(Job(text_network(), inputs.inputs, inputs.padding, [asks], ()))
    assert asks.seen == {1} and _threads() == {2}


def test_the_limit_is_lifted_by_the_last_that_reads():
    first, second = one_thread(), one_thread()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert _threads() == {1}
    second.__exit__(None, None, None)
    assert _threads() == {2}


@pytest.mark.parametrize("last", [0, 1])
def test_it_is_lifted_whichever_thread_reads_last_and_set_again(last):
    both = Barrier(2)

    def read(reader: int) -> set[int]:
        seen: set[int] = set()
        for _ in range(20):
            with one_thread():
                both.wait()
                seen |= _threads()
                if reader == last:
                    both.wait()
            if reader != last:
                both.wait()
        return seen

    before = active_count()
    with ThreadPoolExecutor(2) as executor:
        assert list(executor.map(read, range(2))) == [{1}, {1}]
    assert _threads() == {2} and active_count() == before
