"""``--input NAME=FILE``: what the inputs of a model besides the main one are given."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.commands import inputs
from engine.errors import GatescopeError, Note, TextError
from engine.network.network import Input, Network
from engine.numbers.auxiliary import FILLINGS, Filling, auxiliary_inputs, filled
from engine.numbers.files import read_table
from engine.progress import finish
from engine.sequence import Sequence
from engine.text.review import encode

MAX_BYTES = 2**20
"""Bytes of a text for an input."""

_MADE = tuple(how for how in FILLINGS if how != "file")


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
    strange = next((name for name in named if name not in known), None)
    if strange is not None:
        raise TextError(
            "{network} has no other input {input}. It has: {known}.",
            network=network.name,
            input=strange[:80],
            known=", ".join(sorted(known)) or "—",
        )
    if not others:
        return sequence
    given = {
        other.name: _given(arguments, network, sequence, other, named.get(other.name, "zeros"))
        for other in others
    }
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
        if other.name not in named
    ]
    return replace(sequence, auxiliary_inputs={**sequence.auxiliary_inputs, **given})


def _parted(text: str) -> tuple[str, str]:
    name, equals, what = text.partition("=")
    if not equals or not name or not what:
        raise TextError("--input wants NAME=FILE, and “{text}” is none.", text=text[:80])
    return name, what


def _given(
    arguments: argparse.Namespace, network: Network, sequence: Sequence, other: Input, what: str
) -> npt.NDArray[np.float32] | npt.NDArray[np.int32]:
    if what in _MADE:
        return filled(other, sequence, Filling(what, arguments.seed))
    path = Path(what)
    if other.vocabulary is not None and path.suffix.lower() == ".txt":
        return _words(arguments, network, other, path)
    return filled(other, sequence, Filling("file", table=finish(read_table(path))))


def _words(
    arguments: argparse.Namespace, network: Network, other: Input, path: Path
) -> npt.NDArray[np.int32]:
    """A text in the words of the model's dictionary, ids ``(T,)``."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TextError("{path} is larger than a text that is read here.", path=str(path))
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TextError(
            "{path} cannot be read: {reason}.", path=str(path), reason=reason
        ) from error
    dictionary = inputs.dictionary_of(arguments.words, network, [])
    length = other.shape[1] if len(other.shape) > 1 else None
    # Without a length of its own it is as long as the text is.
    encoding = replace(dictionary.encoding(), length=length, num_words=other.vocabulary)
    review = encode(text, dictionary, encoding, other.vocabulary)
    ids = review.inputs
    assert other.vocabulary is not None
    if ids.size and int(ids.max()) >= other.vocabulary:
        raise TextError(
            "The input {input} reads ids, whole numbers from 0 to {last}. Choose another source "
            "for it.",
            input=other.name,
            last=other.vocabulary - 1,
        )
    return ids.astype(np.int32)
