"""What the bundled models of the kinds of RNN read and answer: words alone, a value that becomes a
wave, words with tags, dates that are written anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import Note, TextError
from engine.network.network import Network
from engine.replay.forward import forward
from engine.replay.read_on import read_on
from engine.replay.replay import replay
from engine.replay.trace import Trace
from engine.sequence import Sequence, read_only
from engine.tasks import dates, one_to_many, sine, tagger
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode

Floats = npt.NDArray[np.floating[Any]]


# -- one to one --------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class WordAlone:
    """A word that was read by itself, whatever stands beside it.

    Attributes:
        word: as it was typed.
        id: as it was read.
        is_known: whether that is its own id.
        layers: what each layer made of it, ``(n,)``, by kind, in their order; the last is the answer.
    """

    word: str
    id: int
    is_known: bool
    layers: tuple[tuple[str, Floats], ...]

    @property
    def answer(self) -> float:
        """How likely it is to be praise, 0 to 1."""
        return float(self.layers[-1][1][0])


def read_alone(network: Network, text: str) -> tuple[WordAlone, ...]:
    """Each word of a text through a network without time, by itself.

    Raises:
        TextError: there is no word in the text.
    """
    review = _words(network, text, start=False)
    values = forward(network, review.inputs[:, None], keep=True).values
    calls = [call for call in network.calls if network.layer_of(call).kind != "Flatten"]
    rows = [values[call.name, 0].array.reshape(len(review), -1) for call in calls]
    kinds = [network.layer_of(call).kind for call in calls]
    return tuple(
        WordAlone(
            word,
            int(review.inputs[place]),
            not bool(review.unknown[place]),
            tuple((kind, row[place]) for kind, row in zip(kinds, rows, strict=True)),
        )
        for place, word in enumerate(review.steps)
    )


def _words(network: Network, text: str, *, start: bool) -> Review:
    mark = 1 if start else None
    length = network.length if start else None
    return encode(text, imdb(), Encoding(network.vocabulary_size, start_char=mark, length=length))


# -- one to many -------------------------------------------------------------------


def wave_of(network: Network, value: float) -> Trace:
    """What a network writes that is given one value; its time steps are those that it writes, after
    the one that it reads."""
    inputs = read_only(np.array([[value]], np.float32))
    return replay(network, Sequence(inputs, (f"{value:g}",), np.zeros(1, bool)))


def meant_wave(value: float) -> Floats:
    """The wave that the task means by a value from 0 to 1: ``(S,)``."""
    low, high = one_to_many.TURNS
    steps = np.arange(one_to_many.STEPS) / one_to_many.STEPS
    return np.sin(2 * np.pi * (low + (high - low) * value) * steps)


def sine_on(network: Network, period: float) -> Trace:
    """A sine of that period is read, and then goes on by itself."""
    values = meant_sine(period)[: sine.READ].astype(np.float32)[:, None]
    steps = tuple(f"{value:.2f}" for value in values[:, 0])
    return read_on(
        network, Sequence(read_only(values), steps, np.zeros(sine.READ, bool)), sine.WRITTEN
    )


def meant_sine(period: float) -> Floats:
    """The sine that is read, and how it would go on: ``(S,)``."""
    result: Floats = np.sin(2 * np.pi * np.arange(sine.READ + sine.WRITTEN) / period)
    return result


# -- many to many, step by step ----------------------------------------------------


@dataclass(frozen=True, eq=False)
class Tagged:
    """A text with a tag for each of its words.

    Attributes:
        trace: the reading, padding and start mark included.
        steps: those of the words, ``(N,)``.
        tags: what the network says, ``(N,)``, places in `engine.tasks.tagger.TAGS`.
        by_rule: what the rule says that it learned from, ``(N,)``.
    """

    trace: Trace
    steps: npt.NDArray[np.intp]
    tags: npt.NDArray[np.intp]
    by_rule: npt.NDArray[np.int32]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that have a tag."""
        return tuple(self.trace.steps[step] for step in self.steps)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words that the network does not know, once each."""
        review = self.trace.sequence
        assert isinstance(review, Review)
        words = [self.trace.steps[step] for step in self.steps if review.unknown[step]]
        return tuple(dict.fromkeys(words))


def tag(network: Network, text: str, lexicon: Mapping[str, Any]) -> Tagged:
    """Let a network tag a text; ``lexicon`` is what its record says of the words it learned from.

    Raises:
        TextError: there is no word in the text.
    """
    review = _words(network, text, start=True)
    trace = replay(network, review)
    size = network.vocabulary_size or 0
    polarity = tagger.polarity_from(lexicon["praise"], lexicon["complaint"], size)
    rule = tagger.of_reviews(review.inputs[None], polarity, np.array(lexicon["negations"]))
    is_word = ~review.padding & (review.inputs != review.encoding.start_char)
    steps = np.flatnonzero(is_word)
    return Tagged(trace, steps, trace.prediction.argmax(axis=-1)[steps], rule.targets[0, steps])


# -- many to many, after the whole -------------------------------------------------


def date_read(text: str) -> Sequence:
    """A date as the encoder reads it, character by character.

    Raises:
        TextError: it is too long, or has a character that the network does not know.
    """
    if not (text := " ".join(text.split())):
        raise TextError("There is no date to read. Type one, such as 3 March 2021.")
    if strange := [letter for letter in dict.fromkeys(text) if letter not in dates.READS]:
        raise TextError(
            "This network has never seen “{letters}”. It reads dates such as 3 March 2021 or "
            "3 Mar 2021, with English names of months.",
            letters=" ".join(strange),
        )
    if len(text) > dates.LENGTH:
        raise TextError(
            "This network reads at most {length} characters, and these are {count}. Type a "
            "shorter date.",
            length=dates.LENGTH,
            count=len(text),
        )
    ids = read_only(dates.read_ids([text])[0])
    return Sequence(ids, ("",) * (dates.LENGTH - len(text)) + tuple(text), ids == 0, title=text)


def write_date(network: Network, text: str, temperature: float = 0.0, seed: int = 0) -> Trace:
    """A date read and written anew: the likeliest character each time, or with a temperature one
    that is drawn.  Its written steps are called by their characters.

    Raises:
        TextError: see `date_read`.
    """
    trace = read_on(network, date_read(text), dates.WRITTEN, temperature, seed, dates.START)
    assert trace.written is not None
    names = tuple(dates.text_of(trace.written.values))
    return replace(trace, steps=trace.steps[: trace.written.first] + names)


def iso_date(text: str) -> str | None:
    """What the task means by a text: the date as it is to be written; None if there is no such
    day among those that are learned from."""
    words = text.split()
    months = {name: nth for nth, full in enumerate(dates.MONTHS, 1) for name in (full, full[:3])}
    try:
        day, month, year = int(words[0]), months[words[1]], int(words[2])
        meant = date(year, month, day)
    except (ValueError, KeyError, IndexError):
        return None
    fits = len(words) == 3 and dates.FIRST <= meant <= dates.LAST
    return meant.isoformat() if fits else None


def date_note(text: str, written: str) -> Note:
    """Whether a date was written as it is meant."""
    if (meant := iso_date(text)) is None:
        return Note(
            "No such day was learned from ({first} to {last}): what it writes is a guess by its "
            "form.",
            first=dates.FIRST.year,
            last=dates.LAST.year,
        )
    if meant == written:
        return Note("{written} is right.", written=written)
    return Note("{written} is wrong: it is {meant}.", written=written, meant=meant)
