"""What a command assumed or left out: said on stderr in one place, for every command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from engine.errors import AsAsked, GatescopeError
from engine.network.network import Network


class StrictError(Exception):
    """What was assumed or left out counts as an error; it has been said."""


def add_arguments(
    parser: argparse.ArgumentParser, written: argparse._ActionsContainer | None = None
) -> None:
    """``--json`` and ``--strict``; ``written`` has the other ways to write, of which one is chosen."""
    (written or parser).add_argument("--json", action="store_true", help="as JSON, with the notes")
    parser.add_argument(
        "--strict", action="store_true", help="what was assumed or left out is an error (exit 2)"
    )


def notes_of(network: Network) -> list[GatescopeError]:
    """What had to be assumed in reading a network, and why layers of it are not replayed."""
    return [*network.notes, *network.refusals]


def say(notes: Iterable[GatescopeError], strict: bool) -> list[str]:
    """Print notes on stderr, a line each; returns their texts, each once.

    Raises:
        StrictError: there are any besides what was asked for, and they count as errors.
    """
    doubts = {str(each): not isinstance(each, AsAsked) for each in notes}
    for text, is_doubt in doubts.items():
        print(f"gatescope: {'' if strict and is_doubt else 'note: '}{text}", file=sys.stderr)
    if strict and any(doubts.values()):
        raise StrictError
    return list(doubts)


@contextmanager
def said_before_errors(notes: list[GatescopeError]) -> Iterator[None]:
    """What is said of a model is said, too, where something cannot be computed from it: a weight
    that is no number is why."""
    try:
        yield
    except GatescopeError:
        say(notes, strict=False)
        raise
