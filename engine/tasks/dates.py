"""Dates, translated: "3 March 2021" in, "2021-03-03" out, character by character.

An encoder reads the date; a decoder, which begins with the encoder's state and a start mark,
is given what it has written so far.  Dates that are held out are never seen in training.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from engine.network.network import Network
from engine.replay.forward import forward
from engine.tasks.task import Array, Measured, Sample, Task, Variant

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
READS = " 0123456789" + "".join(sorted(set("".join(MONTHS))))
"""Characters that are read; ids from 1, and 0 is padding, in front."""

WRITES = "\t0123456789-"
"""Characters that are written; ids from 0, and the first is the start mark."""

LENGTH = 17
WRITTEN = 10
START = 0

WRITTEN_INPUT = "written"
"""The name of the decoder's input: what it has written so far, the start mark first."""

SPLIT_SEED = 42
HELD_OUT = 0.1


def forms_of(day: date) -> tuple[str, str]:
    """A date as people write it, in two ways."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}"


@lru_cache(maxsize=1)
def days() -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The days that are learned from and those that are held out, counted from the first, as
    ``(K,)`` each."""
    count = (LAST - FIRST).days + 1
    order = np.random.default_rng(SPLIT_SEED).permutation(count)
    cut = int(HELD_OUT * count)
    return order[cut:], order[:cut]


def read_ids(texts: list[str]) -> npt.NDArray[np.int32]:
    """Texts as the encoder reads them, ``(N, T)``, padded in front.

    Raises:
        ValueError: a character is none of `READS`, or a text is too long.
    """
    ids = np.zeros((len(texts), LENGTH), np.int32)
    for row, text in zip(ids, texts, strict=True):
        if len(text) > LENGTH:
            raise ValueError(f"{text!r} has more than {LENGTH} characters")
        row[LENGTH - len(text) :] = [READS.index(character) + 1 for character in text]
    return ids


def written_ids(texts: list[str]) -> npt.NDArray[np.int32]:
    """Texts of `WRITTEN` characters as the decoder writes them, ``(N, 10)``."""
    return np.array([[WRITES.index(each) for each in text] for text in texts], np.int32)


def text_of(ids: Array) -> str:
    """What a decoder's ids ``(S,)`` say."""
    return "".join(WRITES[id] for id in ids)


def _sample(chosen: Array, random: np.random.Generator) -> Sample:
    dates = [FIRST + timedelta(days=int(day)) for day in chosen]
    forms = random.integers(0, 2, len(dates))
    texts = [forms_of(day)[form] for day, form in zip(dates, forms, strict=True)]
    targets = written_ids([day.isoformat() for day in dates])
    shifted = np.concatenate([np.full((len(dates), 1), START, np.int32), targets[:, :-1]], axis=1)
    return Sample(read_ids(texts), targets, {WRITTEN_INPUT: shifted})


def draw(variant: Variant, count: int, seed: int) -> Sample:
    """Dates that are held out, ``(N, T)``, and what is to be written, ``(N, 10)``."""
    random = np.random.default_rng(seed)
    return _sample(random.choice(days()[1], count), random)


def draw_learned(variant: Variant, count: int, seed: int) -> Sample:
    """The same of dates that are learned from: ids ``(N, T)``."""
    random = np.random.default_rng(seed)
    return _sample(random.choice(days()[0], count), random)


def translate(network: Network, ids: Array) -> npt.NDArray[np.int32]:
    """What the network writes by itself, the likeliest character each time, ``(N, 10)``, of
    dates ``(N, T)``."""
    written = np.full((len(ids), WRITTEN + 1), START, np.int32)
    for place in range(WRITTEN):
        passed = forward(network, ids, {WRITTEN_INPUT: written[:, :-1]})
        answers = passed.values[network.outputs[0]].at_end().array
        written[:, place + 1] = answers[:, place].argmax(axis=-1)
    return written[:, 1:]


def measure(answers: Array, sample: Sample) -> Measured:
    """Which dates are right to the last character, and which characters; of ids ``(N, 10)``."""
    right = answers == sample.targets
    return {
        "exact": right.all(axis=1).astype(np.float64),
        "characters": right.mean(axis=1),
    }


def baseline(variant: Variant, sample: Sample) -> dict[str, float]:
    """The most frequent character of each place."""
    counts = [np.bincount(column, minlength=len(WRITES)) for column in sample.targets.T]
    said = np.array([count.argmax() for count in counts])[None]
    return {key: float(values.mean()) for key, values in measure(said, sample).items()}


TASK = Task(
    "dates",
    "Dates translated",
    "many to many, after the whole",
    (Variant("dates", "GRU", 64),),
    "exact",
    False,
    measure,
    baseline,
    draw,
    lambda network, sample: translate(network, sample.inputs),
)
