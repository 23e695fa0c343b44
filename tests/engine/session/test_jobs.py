"""The job of a session: it stops when nobody waits for it."""

from __future__ import annotations

import pytest

from engine.errors import WantsNumbers
from engine.session.jobs import ReadingJob, read_all, rewritten
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from tests.engine.numbers.networks import numbers_network
from tests.networks import text_network


@pytest.mark.parametrize("asks", [1, 2, 20])
def test_a_network_that_is_reading_stops_when_nobody_waits_for_it(asks: int) -> None:
    """Not only between two networks: one may read for minutes."""
    asked = iter(range(1000))
    sequence = encode("good " * 2000, imdb(), Encoding(length=2000))
    answers = read_all(
        sequence,
        rewritten(sequence, ()),
        (),
        [ReadingJob(text_network())],
        lambda network, read: read,
        lambda: next(asked) >= asks,
    )
    assert answers == [] and next(asked) == asks + 1


def test_a_problem_is_kept_without_what_was_being_computed() -> None:
    """A pane keeps it as long as it has nothing else to show."""
    sequence = encode("good", imdb(), Encoding(length=5))
    network = numbers_network()
    answers = read_all(
        sequence,
        rewritten(sequence, ()),
        (),
        [ReadingJob(network)],
        lambda _, read: read,
        lambda: False,
    )
    assert isinstance(problem := answers[0].trace, WantsNumbers)
    assert problem.__traceback__ is None
