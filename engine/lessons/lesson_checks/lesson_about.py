"""What a question about a lesson's own model, or about the reviews, is put with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import Note
from engine.lessons.question import Options, Stop, integer_of, number_of
from engine.network.network import Network
from engine.progress import check
from engine.sequence import Sequence
from engine.text.dictionary import Dictionary
from engine.text.review import Review
from engine.training.preparation import Preparation

SAMPLE, SEED = 40, 1
"""Reviews that are drawn, and by which seed."""

LECTURE = "simple_rnn_one_hot"
"""The lecture's first model: 500 words, 100 steps."""

REVIEWS = 25_000
"""Of the lecture."""


@dataclass(frozen=True)
class LessonAbout:
    """What is asked about.

    Attributes:
        options: what the lesson says.
        open: a bundled network by its name, "lessons/tagger" for one of a task.
        sample: so many reviews by a seed, as a network reads them; for a thread.  Drawn only while
            none are prepared.
        words: the network whose table of words is meant, with its dictionary; the bundled LSTM
            where none is given.
        prepared: the reviews that are learned from, None where they are not prepared: a sample
            takes their place.
    """

    options: Options
    open: Callable[[str], Network]
    sample: Callable[[Network, int, int], list[Sequence]] = lambda network, count, seed: []
    words: Callable[[], tuple[Network, Dictionary]] | None = None
    prepared: Callable[[], Preparation | None] = lambda: None

    def number(self, option: str, usual: float) -> float:
        """A number that the lesson names."""
        return number_of(self.options, option, usual)

    def count(self, option: str, usual: int) -> int:
        """A whole number from 1 that the lesson names."""
        return integer_of(self.options, option, usual, 1)

    def reviews(self, should_stop: Stop) -> list[Review]:
        """A sample of them, as the bundled LSTM reads them."""
        check(should_stop or (lambda: False))
        drawn = self.sample(self.open("lstm"), SAMPLE, SEED)
        return [each for each in drawn if isinstance(each, Review)]


def counts(values: set[int]) -> tuple[list[int], tuple[Note, ...]]:
    """Counts to choose from, in their order, and as choices."""
    order = sorted(values)
    return order, tuple(Note("{count}", count=f"{each:,}") for each in order)
