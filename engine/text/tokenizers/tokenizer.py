"""`Tokenizer`: what a file says of words and their numbers; plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from engine.errors import Note, TextError
from engine.text.tokenizers.hashing import Buckets
from engine.text.tokenizers.rules import Rules
from engine.text.tokenizers.steps import longest_pieces
from engine.written_in import encoding_note

Kind = Literal["keras", "vectorization", "lookup", "imdb", "numbers", "list", "ranks", "hub"]
"""What it is: a ``Tokenizer`` of Keras; the vocabulary of a ``TextVectorization``, or of a
``StringLookup``; a file with the word index of IMDB; words with their numbers; words in
order; the words of a corpus by rank, those of IMDB first; a ``tokenizer.json`` of
Hugging Face."""

KINDS: tuple[Kind, ...] = ("keras", "vectorization", "lookup", "imdb", "numbers", "list", "hub")

MAX_WORDS = 2_000_000
LARGEST = 2**31 - 2**16
"""No number of a word is larger; ids are 32 bits wide, and an offset comes on top."""


@dataclass(frozen=True)
class Pieces:
    """How WordPiece cuts words: ``prefix`` stands before pieces behind the first, and words of more
    than ``longest`` characters are unknown."""

    prefix: str
    longest: int


@dataclass(frozen=True, eq=False)
class Tokenizer:
    """Words and their numbers, as they stand in a file.  Equal only to itself.

    Attributes:
        numbers: by word; the id that a network reads is the number and an offset.
        kind: what the file is.
        rules: how it cuts a text.
        title: what to call it on screen, as a rule the file's name.
        unknown: the number that is read for unknown words, None where they are dropped or
            nothing is known of them.
        limit: numbers from here on are read as unknown (``num_words``), None for no limit.
        length: the steps to which its maker brought every text, None where that is not said.
        side: where it pads and cuts, None where that is not said.
        fills: whether it pads a text that is shorter; if not, and without a ``length``, a text
            is as long as it is.
        buckets: where unknown words share several numbers, from ``unknown`` on.
        pieces: where words are cut into pieces that have numbers.
        form: what it was recognised as, a name of its own; "" for the usual ones.
        path: where it was read from.
        read_as: the encoding that was guessed, "" where it is UTF-8.
        sheet: of a workbook, which is read; "" for other files.
    """

    numbers: Mapping[str, int] = field(repr=False)
    kind: Kind
    rules: Rules = field(default_factory=Rules)
    title: str = ""
    unknown: int | None = None
    limit: int | None = None
    length: int | None = None
    side: Literal["pre", "post"] | None = None
    path: Path | None = None
    fills: bool = True
    buckets: Buckets | None = None
    read_as: str = ""
    sheet: str = ""
    pieces: Pieces | None = None
    form: str = ""

    def split(self, text: str) -> list[str]:
        """The words of a text, or the pieces of its words, in order."""
        words = self.rules.words(text)
        if self.pieces is None:
            return words
        prefix, longest = self.pieces.prefix, self.pieces.longest
        cut = (longest_pieces(word, self.numbers, prefix, longest) for word in words)
        return [piece for word, own in zip(words, cut, strict=True) for piece in own or [word]]

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was guessed as its file was read, and what it was recognised as."""
        said: list[Note | None] = []
        if self.form:
            said.append(Note("{name} was recognised as {form}.", name=self.title, form=self.form))
        if self.sheet:
            said.append(
                Note("Of {name} the sheet “{sheet}” is read.", name=self.title, sheet=self.sheet)
            )
        elif self.read_as:
            said.append(encoding_note(self.title, self.read_as))
        return tuple(note for note in said if note is not None)

    @cached_property
    def words(self) -> Mapping[int, str]:
        """By number."""
        return {number: word for word, number in self.numbers.items()}

    @cached_property
    def lowest(self) -> int:
        """The smallest number."""
        return min(self.numbers.values(), default=0)

    @cached_property
    def highest(self) -> int:
        """The largest number that can come out, the limit considered."""
        most = max(self.numbers.values(), default=0)
        return most if self.limit is None else min(most, self.limit - 1)


def checked(numbers: Mapping[object, object], name: str) -> dict[str, int]:
    """Words by their numbers, once it is sure that what the file ``name`` had is that.

    Raises:
        TextError: there is none, there are too many, or one is no word or no number.
    """
    if not numbers:
        raise TextError("There is no word in {name}. Choose another dictionary.", name=name)
    if len(numbers) > MAX_WORDS:
        raise TextError(
            "{name} has {count} words, more than the {most} that Gatescope reads.",
            name=name,
            count=f"{len(numbers):,}",
            most=f"{MAX_WORDS:,}",
        )
    result: dict[str, int] = {}
    for word, number in numbers.items():
        if type(number) is float and number.is_integer():
            number = int(number)  # noqa: PLW2901 - as some writers of JSON have it
        if type(word) is not str or type(number) is not int or not 0 <= number <= LARGEST:
            raise TextError(
                "{name} is not a dictionary: it gives “{word}” the number {number}. Words need "
                "whole numbers from 0.",
                name=name,
                word=str(word)[:40],
                number=str(number)[:40],
            )
        result[word] = number
    return result


def in_order(words: list[object], name: str) -> dict[str, int]:
    """Words by their places, from 0.

    Raises:
        TextError: there is none, there are too many, one is no word, or one is there twice.
    """
    places: dict[object, object] = {}
    for place, word in enumerate(words[: MAX_WORDS + 1]):
        if type(word) is not str:
            raise TextError(
                "{name} is not a list of words: entry {place} is no text.",
                name=name,
                place=f"{place + 1:,}",
            )
        if word in places:
            raise TextError(
                "{name} has the word “{word}” twice, so its place does not say its id. Choose "
                "a list that has each word once.",
                name=name,
                word=word[:40],
            )
        places[word] = place
    return checked(places, name)
