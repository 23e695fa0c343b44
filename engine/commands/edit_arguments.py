"""``--edit`` and ``--read-on``: what is changed of a reading."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from engine.commands.shared_arguments import add_options
from engine.errors import GatescopeError, Note
from engine.replay.edits import Edits, Insert, ReadOn, Replace, of_layers, of_sequence
from engine.sequence import Sequence
from engine.text.review import Review


def add_edits(parser: argparse.ArgumentParser) -> None:
    """``--edit``, any number of times."""
    parser.add_argument(
        "--edit",
        action="append",
        default=[],
        metavar="TEXT",
        help="change the reading, such as lstm.f=0@10-20, lstm[3]=off, word 5=great; repeatable",
    )


def add_reading_on(parser: argparse.ArgumentParser) -> None:
    """``--read-on``, and how it writes."""
    steps = "then the network goes on by itself for N steps, each answer its next input"
    add_options(parser, int, ("--read-on", "N", steps))
    drawn = "with --read-on: draw words, the higher the more evenly (0: the most likely)"
    add_options(parser, float, ("--temperature", "T", drawn))
    add_options(parser, int, ("--start", "ID", "with --read-on: what a decoder begins with"))


def reading_on_of(arguments: argparse.Namespace) -> Edits:
    """The reading on that the arguments name, with the seed of ``--seed``; empty for none.

    Raises:
        EditError: it is none.
        GatescopeError: ``--read-on`` is missing.
    """
    if arguments.read_on is not None:
        temperature = arguments.temperature or 0.0
        return (ReadOn(arguments.read_on, temperature, arguments.seed, arguments.start),)
    if arguments.temperature is not None or arguments.start is not None:
        raise GatescopeError(
            "--temperature and --start say how a network reads on. Name the steps that it writes "
            "with --read-on N."
        )
    return ()


def edit_notes(edits: Edits, sequence: Sequence) -> Iterator[Note]:
    """What edits name that is not there: words that the network does not know, steps behind the last
    of the ``sequence``, which is the edited one."""
    if isinstance(sequence, Review):
        known = zip(sequence.tokens, sequence.token_unknown.tolist(), strict=True)
        unknown = {token for token, is_unknown in known if is_unknown}
        given = [edit.content for edit in of_sequence(edits) if isinstance(edit, Replace | Insert)]
        words = [word for content in given if isinstance(content, str) for word in content.split()]
        named = [
            word for word in dict.fromkeys(words) if word.lower() in unknown or word in unknown
        ]
        if named:
            yield Note(
                "Not in the dictionary, and read as unknown: {words}.", words=", ".join(named)
            )
    for edit in of_layers(edits):
        if edit.last is not None and edit.first < len(sequence) <= edit.last:
            yield Note(
                "“{edit}” ends at step {last}, the last that is read.",
                edit=str(edit),
                last=f"{len(sequence):,}",
            )
