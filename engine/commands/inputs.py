"""What a command is to read, of what its arguments name: a text, a review, ids or numbers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from engine.commands.shared_arguments import LENGTH
from engine.commands.value_windows import window_of
from engine.commands.which_dictionary import dictionary_for, dictionary_of
from engine.errors import GatescopeError, Note, TextError, unreadable
from engine.network.network import Network
from engine.numbers.generated import random_ids
from engine.replay.carried import Begins, begun, carried_note, left_by
from engine.replay.replay import replay
from engine.sequence import Sequence
from engine.text.dictionary import Dictionary
from engine.text.encoding import Encoding
from engine.text.review import Review, encode, from_ids
from engine.text.sources.offline import review_of
from engine.text.tokenizers.tokenizer import Tokenizer

MAX_STEPS = 1_000_000


def sequence_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Sequence:
    """The sequence that the arguments name; review 0 if they name none.

    What had to be assumed is added to ``notes``.

    Raises:
        TextError: it cannot be read.
    """
    _check(arguments)
    if arguments.ids is not None:
        review = _ids(arguments.ids, arguments.words, network)
        if network.length is not None and len(review) > network.length:
            notes.append(
                Note(
                    "{network} was built for {length} steps, and all {count} ids of {name} are "
                    "read.",
                    network=network.name,
                    length=f"{network.length:,}",
                    count=f"{len(review):,}",
                    name=arguments.ids.name,
                )
            )
        return review
    if arguments.series == "random" and network.input.vocabulary is not None:
        length = arguments.length or network.length or LENGTH
        return random_ids(length, network.input.vocabulary, arguments.seed)
    if arguments.values is not None or arguments.series is not None:
        return window_of(arguments, network, notes)
    size = network.vocabulary_size
    if size is None or not network.reads_words:
        raise TextError(
            "{network} reads numbers, not words. Give them with --values.", network=network.name
        )
    encoding = Encoding(
        num_words=min(size, arguments.num_words or size),
        length=arguments.length or network.length or LENGTH,
    )
    dictionary = dictionary_of(arguments.words, network, notes)
    encoding = dictionary.encoding(encoding)
    length = arguments.length or network.length
    if encoding.length is None and length is not None:
        encoding = encoding.at(length)
    if arguments.text is not None:
        review = encode(arguments.text, dictionary, encoding, size)
        if review.counts.words and review.all_unknown:
            notes.append(Note("None of the words is in the dictionary: all are read as unknown."))
        notes += cut_notes(review)
        return review

    def read(number: int) -> Review:
        return review_of(number, encoding, dictionary, size)

    return _review(arguments, network, read, notes)


def _review(
    arguments: argparse.Namespace,
    network: Network,
    read: Callable[[int], Review],
    notes: list[GatescopeError],
) -> Sequence:
    """An offline review, with the state of those before it where it is carried."""
    number, since = arguments.review or 0, arguments.carry
    review = read(number)
    notes += _foreign_notes(review, is_named=arguments.review is not None)
    if since is None or since == number:
        return review
    if not 0 <= since < number:
        raise TextError(
            "The state can be carried from review 0 to {number} on, not from {since}: --review "
            "names the one that is read.",
            number=number,
            since=since,
        )
    begins: Begins = {}
    for place in range(since, number):
        begins = left_by(replay(network, begun(read(place), begins)))
    notes.append(carried_note(number - since))
    return begun(review, begins)


def _check(arguments: argparse.Namespace) -> None:
    """That the numbers are within their bounds, and the state is carried where something comes
    before what is read.

    Raises:
        TextError: it is not so.
    """
    if arguments.carry is not None and (arguments.ids or arguments.text) is not None:
        raise TextError(
            "--carry names the window or the review from which states are carried, and reads with "
            "--values, --series or --review."
        )
    length, words = arguments.length, arguments.num_words
    if length is not None and length < 1:
        raise TextError("--length must be at least 1, not {length}.", length=length)
    if length is not None and length > MAX_STEPS:
        raise TextError(
            "--length must be at most {most}, not {length}.", most=f"{MAX_STEPS:,}", length=length
        )
    if words is not None and words < 1:
        raise TextError("--num-words must be at least 1, not {count}.", count=words)


def _foreign_notes(review: Review, *, is_named: bool) -> Iterator[Note]:
    """That a model with words of its own reads a film review, which was not asked for or of which it
    knows less than half."""
    if review.dictionary.is_imdb:
        return
    if not is_named:
        yield Note(
            "No text is named: {review} is read, with the words of {dictionary}.",
            review=review.title,
            dictionary=review.dictionary.tokenizer.title or "the model",
        )
    unknown, words = int(review.unknown.sum()), review.counts.words
    if 2 * unknown > words:
        yield Note(
            "{unknown} of {words} words of {review} are not in the model's dictionary.",
            unknown=unknown,
            words=words,
            review=review.title,
        )


def cut_notes(review: Review) -> list[Note]:
    """That not all words of a review are read, and which are."""
    counts = review.counts
    if not counts.cut:
        return []
    values = {
        "read": f"{counts.words:,}",
        "count": f"{counts.words + counts.cut:,}",
        "length": f"{len(review):,}",
    }
    if review.encoding.truncating == "pre":
        return [
            Note("Of {count} words only the last {read} are read, in {length} steps.", **values)
        ]
    return [Note("Of {count} words only the first {read} are read, in {length} steps.", **values)]


def _no_ids(path: Path, word: str) -> TextError:
    if not word:
        return TextError(
            "{path} does not hold whole numbers parted by white space: it is no text.",
            path=str(path),
        )
    return TextError(
        "{path} does not hold whole numbers parted by white space: “{word}” is none. The numbers of "
        "a table are read with --values.",
        path=str(path),
        word=word if len(word) <= 40 else f"{word[:40]}…",
    )


def _ids(path: Path, name: str | None, network: Network) -> Review:
    try:
        words = path.read_text(encoding="utf-8").split()
    except UnicodeDecodeError as error:
        raise _no_ids(path, "") from error
    except OSError as error:
        raise unreadable(path, error) from error
    ids = []
    for word in words:
        try:
            ids.append(int(word))
        except ValueError as error:
            raise _no_ids(path, word) from error
    try:
        dictionary, _ = dictionary_for(name, network, [])
    except GatescopeError:  # the ids are read all the same; what they are called is not known
        if name is not None:
            raise
        dictionary = Dictionary(Tokenizer({}, "list"))
    review = from_ids(ids, dictionary, replace(dictionary.encoding(), length=None))
    # Read as they stand: ids of 0 in front are padding, and say so in the mask.
    return replace(review, padding=review.inputs == 0)
