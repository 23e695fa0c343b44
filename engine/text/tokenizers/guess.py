"""How a dictionary's numbers become a network's ids: a guess, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.errors import Note
from engine.text.dictionary import IMDB_MARKS, PADDING_NAMES, Dictionary
from engine.text.tokenizers.tokenizer import Tokenizer

UNKNOWN_NAMES = ("<unk>", "[unk]", "<oov>", "[oov]", "<unknown>", "oov", "unk", "<unused>")
START_NAMES = ("<start>", "[start]", "<s>", "<sos>", "<bos>", "[cls]", "<go>", "startseq")
"""What dictionaries call unknown words and the start mark, in small letters."""

Reason = Literal["keras", "layer", "imdb", "padding", "fits", "more", "one", "zero", "file"]
"""Why the offset is what it is:

- keras: Keras's ``Tokenizer`` counts from 1 and leaves 0 to the padding;
- layer: the layer's own vocabulary begins with padding and unknown words;
- imdb: ``load_data`` adds 3 to the ranks of IMDB's index;
- padding: the dictionary itself gives the padding the number 0;
- fits: the network has as many ids as the dictionary has numbers;
- more: the network has a few ids more, which stand in front;
- one: the numbers begin at 1, so that 0 is left to the padding;
- zero: the numbers begin at 0, which is taken to be left to the padding;
- file: nothing says otherwise, and the numbers are taken as they stand.
"""

_IMDB = IMDB_MARKS[0]

IMDB_IDS = 88_584 + 4
"""A network with more ids than this does not read IMDB's words."""


@dataclass(frozen=True)
class Guess:
    """What the ids of a dictionary are taken to be, and for which reason.

    For the reason "more", ``more`` is how many ids the network has beyond the dictionary's.
    """

    dictionary: Dictionary
    reason: Reason
    more: int = 0


def guess(tokenizer: Tokenizer, size: int | None = None) -> Guess:
    """The likeliest offset, start mark and id of unknown words, for a network that knows
    ``size`` ids; None where that is not known."""
    if tokenizer.kind == "imdb":
        return Guess(Dictionary(tokenizer, *IMDB_MARKS), "imdb")
    if tokenizer.kind == "hub":
        return Guess(Dictionary(tokenizer, 0, None, tokenizer.unknown), "file")
    if tokenizer.kind == "keras":
        return Guess(Dictionary(tokenizer, 0, None, tokenizer.unknown), "keras")
    if tokenizer.kind in ("vectorization", "lookup"):
        return Guess(Dictionary(tokenizer, 0, None, tokenizer.unknown), "layer")
    names = {word.lower(): number for word, number in reversed(list(tokenizer.numbers.items()))}
    unknown = next((names[name] for name in UNKNOWN_NAMES if name in names), None)
    start = next((names[name] for name in START_NAMES if name in names), None)

    def at(offset: int, reason: Reason, more: int = 0) -> Guess:
        marks = [None if mark is None else mark + offset for mark in (start, unknown)]
        if offset == _IMDB and start is unknown is None:
            marks = [*IMDB_MARKS[1:]]
        elif offset == 2 and unknown is None:
            marks[1] = 1  # padding and unknown words, as TextVectorization has them
        return Guess(Dictionary(tokenizer, offset, marks[0], marks[1]), reason, more)

    if any(names.get(name) == 0 for name in PADDING_NAMES):
        return at(0, "padding")
    surplus = None if size is None else size - 1 - tokenizer.highest
    if surplus == 0:
        return at(0, "fits")
    lowest = tokenizer.lowest
    if surplus is not None and (surplus == _IMDB or (lowest == 0 and surplus in (1, 2))):
        return at(surplus, "more", surplus)
    if lowest > 0:
        return at(0, "one")
    return at(1, "zero") if tokenizer.kind == "list" else at(0, "file")


def misfit(dictionary: Dictionary, size: int | None) -> Note | None:
    """What is wrong with a dictionary for a network that knows ``size`` ids, None if nothing is."""
    if size is None:
        return None
    tokenizer = dictionary.tokenizer
    if tokenizer.kind == "ranks":
        if size <= IMDB_IDS:
            return None
        return Note(
            "The network knows {size} ids, more than IMDB has words: this is not its dictionary.",
            size=f"{size:,}",
        )
    beyond = sum(number + dictionary.offset >= size for number in tokenizer.numbers.values())
    limit = tokenizer.limit
    if not beyond or (limit is not None and limit + dictionary.offset <= size):
        return None
    return Note(
        "The network knows {size} ids: {beyond} words of the dictionary are beyond them and "
        "unknown to it.",
        size=f"{size:,}",
        beyond=f"{beyond:,}",
    )
