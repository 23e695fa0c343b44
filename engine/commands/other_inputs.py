"""``--input NAME=FILE``: what the inputs of a model besides the main one are given."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from engine.commands import inputs, which_dictionary
from engine.errors import GatescopeError, Note, TextError
from engine.network.network import Input, Network
from engine.numbers.auxiliary import FILLINGS, Array, Filling, auxiliary_inputs, filled
from engine.numbers.files import read_table
from engine.progress import finish
from engine.replay.ways_on import fed_input
from engine.sequence import Sequence
from engine.session.other_inputs import in_its_words

MAX_BYTES = 2**20
"""Bytes of a text for an input."""

_GENERATED = tuple(how for how in FILLINGS if how not in ("file", "text"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--input``, any number of times."""
    parser.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="what another input of the model is given: numbers as for --values, a text (.txt) where "
        "it reads words; or zeros, random, same (zeros); repeatable",
    )


def sequence_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Sequence:
    """The sequence that the arguments name, with what the model's other inputs are given.

    What had to be assumed is added to ``notes``.

    Raises:
        TextError: it cannot be read, or an input has no such name.
    """
    sequence = inputs.sequence_of(arguments, network, notes)
    others = auxiliary_inputs(network)
    named = dict(_parted(text) for text in arguments.input)
    known = {other.name for other in others}
    if (strange := next((name for name in named if name not in known), None)) is not None:
        raise TextError(
            "{network} has no other input {input}. It has: {known}.",
            network=network.name,
            input=strange[:80],
            known=", ".join(sorted(known)) or "—",
        )
    if not others:
        return sequence
    given = {
        other.name: _input_array(
            arguments, network, sequence, other, named.get(other.name, "zeros"), notes
        )
        for other in others
    }
    # A decoder that reads on is given what it answers.
    is_fed = getattr(arguments, "read_on", None) is not None
    notes += [
        Note(
            "The input {input} of {network} is given the number of steps that are read, {count}. Give it "
            "another with --input {input}=FILE.",
            input=other.name,
            network=network.name,
            count=int(min(given[other.name].reshape(-1)[0], len(sequence))),
        )
        if other.counts_steps
        else Note(
            "The input {input} of {network} is given zeros. Give it something with "
            "--input {input}=FILE.",
            input=other.name,
            network=network.name,
        )
        for other in others
        if other.name not in named and not (is_fed and other == fed_input(network))
    ]
    return replace(sequence, auxiliary_inputs={**sequence.auxiliary_inputs, **given})


def _parted(text: str) -> tuple[str, str]:
    name, equals, what = text.partition("=")
    if not equals or not name or not what:
        raise TextError("--input wants NAME=FILE, and “{text}” is none.", text=text[:80])
    return name, what


def _input_array(
    arguments: argparse.Namespace,
    network: Network,
    sequence: Sequence,
    other: Input,
    what: str,
    notes: list[GatescopeError],
) -> Array:
    if what in _GENERATED:
        return filled(other, sequence, Filling(what, arguments.seed))
    path = Path(what)
    if other.vocabulary is not None and path.suffix.lower() == ".txt":
        return _words(arguments, network, sequence, other, path, notes)
    table = finish(read_table(path))
    notes += table.notes
    return filled(other, sequence, Filling("file", table=table))


def _words(
    arguments: argparse.Namespace,
    network: Network,
    sequence: Sequence,
    other: Input,
    path: Path,
    notes: list[GatescopeError],
) -> Array:
    """A text in the words of the decoder's own dictionary, or of the model's, ids ``(T,)``."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TextError("{path} is larger than a text that is read here.", path=str(path))
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TextError(
            "{path} cannot be read: {reason}.", path=str(path), reason=reason
        ) from error
    filling = in_its_words(network, other, Filling("text", text=text.rstrip("\r\n")))
    if not filling.names:
        found: list[GatescopeError] = []
        dictionary = which_dictionary.dictionary_of(arguments.words, network, found)
        said = {str(note) for note in notes}  # of the text that is read step by step
        notes += [note for note in found if str(note) not in said]
        filling = replace(filling, dictionary=dictionary)
    return filled(other, sequence, filling)
