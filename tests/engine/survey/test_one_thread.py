"""BLAS takes one thread while anybody reads, and as many as before when the last has read."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from engine.survey.one_thread import one_thread
from engine.survey.passes import Job, read_part
from tests.engine.survey.corpora import ids
from tests.networks import text_network


def _threads() -> set[int]:
    return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}


class _Asks:
    """A collector that asks how many threads there are."""

    seen: frozenset[int] = frozenset()

    def add(self, batch, padding):
        self.seen = frozenset(_threads())


def test_parts_are_read_with_one_thread_each():
    inputs, asks = ids(3, 5), _Asks()
    with threadpool_limits(2, user_api="blas"):
        read_part(Job(text_network(), inputs.inputs, inputs.padding, [asks], ()))
        after = _threads()
    assert asks.seen == {1} and after == {2}


def test_the_limit_is_lifted_by_the_last_that_reads():
    first, second = one_thread(), one_thread()
    with threadpool_limits(2, user_api="blas"):
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        between = _threads()
        second.__exit__(None, None, None)
        after = _threads()
    assert between == {1} and after == {2}
