"""What a command is to read: a text, a review, ids or numbers."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.errors import TextError
from engine.network.network import Network
from engine.text.review import Encoding, Review, encode, from_ids
from engine.text.sequence import Sequence
from engine.text.vocabulary import Vocabulary

LENGTH = 100
"""The lecture's length, for networks that take any."""

MOST_STEPS = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--text | --review | --ids | --values``, and how to encode."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--text", metavar="T", help="read this text")
    what.add_argument("--review", type=int, metavar="N", help="read this offline review, from 0")
    what.add_argument("--ids", type=Path, metavar="FILE", help="integers parted by white space")
    what.add_argument("--values", type=Path, metavar="FILE", help="CSV or NPY, T rows, F columns")
    parser.add_argument("--length", type=int, metavar="T", help="steps (the model's, else 100)")
    parser.add_argument("--num-words", type=int, metavar="N", help="ids (the model's vocabulary)")


def sequence_of(arguments: argparse.Namespace, network: Network) -> Sequence:
    """The sequence that the arguments name; review 0 if they name none.

    Raises:
        TextError: it cannot be read.
    """
    if arguments.ids is not None:
        return _ids(arguments.ids)
    if arguments.values is not None:
        return _values(arguments.values)
    if arguments.length is not None and arguments.length < 1:
        raise TextError("--length must be at least 1, not {length}.", length=arguments.length)
    if arguments.length is not None and arguments.length > MOST_STEPS:
        raise TextError(
            "--length must be at most {most}, not {length}.",
            most=f"{MOST_STEPS:,}",
            length=arguments.length,
        )
    if arguments.num_words is not None and arguments.num_words < 1:
        raise TextError("--num-words must be at least 1, not {count}.", count=arguments.num_words)
    size = network.vocabulary_size
    if size is None or not network.reads_words:
        raise TextError(
            "{network} reads numbers, not words. Give them with --values.", network=network.name
        )
    encoding = Encoding(
        num_words=min(size, arguments.num_words or size),
        length=arguments.length or network.length or LENGTH,
    )
    if arguments.text is not None:
        return encode(arguments.text, Vocabulary.imdb(), encoding)
    return review_of(arguments.review or 0, encoding)


def review_of(number: int, encoding: Encoding) -> Review:
    """One of the offline reviews.

    Raises:
        TextError: there is none of that number.
    """
    from engine.text.sources.imdb_package import ImdbReviews

    source = ImdbReviews()
    text, label = source.quick(number)
    title = f"{source.title} #{number}"
    return encode(text, Vocabulary.imdb(), encoding, label=label, title=title, number=number)


def _ids(path: Path) -> Review:
    try:
        words = path.read_text(encoding="utf-8").split()
        ids = [int(word) for word in words]
    except OSError as error:
        raise TextError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
        ) from error
    except ValueError as error:
        raise TextError(
            "{path} does not hold whole numbers parted by white space: {reason}.",
            path=str(path),
            reason=str(error),
        ) from error
    review = from_ids(ids, Vocabulary.imdb(), replace(Encoding(), length=None))
    # Read as they stand: ids of 0 in front are padding, and say so in the mask.
    return replace(review, padding=review.inputs == 0)


def _values(path: Path) -> Sequence:
    try:
        if path.suffix.lower() == ".npy":
            with path.open("rb") as file:
                values = np.lib.format.read_array(file, allow_pickle=False)
        else:
            values = _table(path)
    except OSError as error:
        raise TextError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
        ) from error
    except (ValueError, MemoryError) as error:  # a header may ask for any number of rows
        raise TextError(
            "{path} does not hold a table of numbers: {reason}.", path=str(path), reason=str(error)
        ) from error
    if values.dtype.kind not in "fiub" or values.ndim not in (1, 2) or not len(values):
        raise TextError(
            "{path} must hold numbers in T rows and F columns; it holds {kind} of the shape "
            "{shape}.",
            path=str(path),
            kind=str(values.dtype),
            shape=str(values.shape),
        )
    with np.errstate(over="ignore"):  # beyond float32 is infinity, which replay refuses
        values = np.ascontiguousarray(values.reshape(len(values), -1), np.float32)
    steps = tuple(str(t + 1) for t in range(len(values)))
    return Sequence(values, steps, np.zeros(len(values), bool), title=path.name)


def _table(path: Path) -> np.ndarray:
    """A CSV of numbers; a first row of names is passed over."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    rows = [[cell.strip() for cell in line.split(",")] for line in lines if line.strip()]
    if rows and not _is_number(rows[0][0]):
        rows = rows[1:]
    if not rows:
        raise ValueError("it has no row of numbers")
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"row {place + 1} has {len(row)} columns, and the first has {len(rows[0])}"
            )
    return np.array([[float(cell) for cell in row] for row in rows], np.float64)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
