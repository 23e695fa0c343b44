"""`Sampled`: what is known of the samples that were drawn, for the pages that say it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from weakref import WeakKeyDictionary

from engine.errors import Note
from engine.network.network import Network
from engine.sequence import Sequence
from engine.text.encoding import Encoding
from engine.text.review import Review
from engine.text.unknown_words import unknown_in, unknown_notes


class Sampled:
    """How many words of a sample each network does not know, while the network is there.

    Noted in the thread that draws the sample, and asked for in the window's.
    """

    def __init__(self) -> None:
        self._counts: WeakKeyDictionary[Network, dict[Hashable, tuple[int, int]]]
        self._counts = WeakKeyDictionary()

    def note(
        self, network: Network, count: int, rules: Hashable, sample: Iterable[Sequence]
    ) -> None:
        """Note what a network reads: so many sequences asked for, drawn by these rules."""
        reviews = (each for each in sample if isinstance(each, Review))
        of_network = self._counts.setdefault(network, {})
        of_network[count, without_steps(rules)] = unknown_in(reviews)

    def share_unknown(self, network: Network, count: int, rules: Hashable) -> float | None:
        """The share of words that the network does not know, 0 to 1; None where nothing was drawn
        so, or no words."""
        unknown, words = self._find(network, count, rules)
        return unknown / words if words else None

    def notes(self, network: Network, count: int, rules: Hashable, title: str) -> tuple[Note, ...]:
        """That it knows hardly a word of the corpus of that title, where it is so."""
        return unknown_notes(network.name, *self._find(network, count, rules), title)

    def _find(self, network: Network, count: int, rules: Hashable) -> tuple[int, int]:
        return self._counts.get(network, {}).get((count, without_steps(rules)), (0, 0))


def without_steps(rules: Hashable) -> Hashable:
    """By which rules a sample is drawn and read, but for how it is padded and cut."""
    if not isinstance(rules, tuple):
        return rules
    return tuple(
        replace(each, length=None, padding="pre", truncating="pre")
        if isinstance(each, Encoding)
        else each
        for each in rules
    )
