"""``--values`` and ``--series``: windows of numbers."""

from __future__ import annotations

import argparse

from engine.commands.shared_arguments import LENGTH
from engine.errors import GatescopeError, TextError
from engine.network.network import Network
from engine.numbers.cutting import column_notes, features_of, no_reader
from engine.numbers.cutting import misfit as column_misfit
from engine.numbers.files import read_table
from engine.numbers.generated import LENGTH as LONG
from engine.numbers.generated import adding, random_numbers, sine, two_sines
from engine.numbers.table import Table
from engine.numbers.text_layout import Head
from engine.numbers.time_order import TimedTable
from engine.numbers.weather import read_weather
from engine.numbers.windows import Cut, Windows
from engine.progress import finish
from engine.sequence import Sequence


def window_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Sequence:
    """A window of a file's numbers, or of a series that is made."""
    from engine.replay.out_of_scale import scale_notes

    windows = windows_of(arguments, network, notes)
    number = arguments.window
    place = 0 if number is None else number - 1
    since = None if arguments.carry is None else arguments.carry - 1
    if since is not None and not 0 <= since <= place:
        raise TextError(
            "The states can be carried from window 1 to {number} on, not from {since}: --window "
            "names the one that is read.",
            number=place + 1,
            since=arguments.carry,
        )
    window = windows.window(place, since)
    carried = windows.carry_note(place, since)
    notes += [] if carried is None else [carried]
    if arguments.values is not None and number is None:
        note = windows.note(place, network.name)
        notes += [] if note is None else [note]
    notes += scale_notes(network, window.sequence)
    return window.sequence


def windows_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> Windows:
    """All windows of a file's numbers, or of a series that is made.

    Raises:
        TextError: they cannot be read.
    """
    if network.features is None:
        raise no_reader(network, arguments.values.name if arguments.values else arguments.series)
    length = arguments.length or network.length
    if arguments.values is not None:
        table = finish(read_table(arguments.values, head=_head(arguments)))
        table = _ordered(table, arguments.order, notes).arranged(network.input.shape)
    else:
        table = _generated(arguments, network, length or LENGTH)
        length = table.block or length or LENGTH
    is_chosen = arguments.columns is not None
    if is_chosen:
        columns = table.places([name.strip() for name in arguments.columns.split(",")])
    else:
        columns = table.suggested(features_of(network))
    if (wrong := column_misfit(network, table, columns)) is not None:
        raise TextError(
            "{reason} Name columns with --columns, one more than once if need be.", reason=wrong
        )
    if arguments.values is not None:
        notes += column_notes(table, columns, is_chosen)
    cut = Cut(columns, length, scale=arguments.scale, missing=arguments.missing)
    try:
        windows = Windows(table, cut)
        notes += windows.table.notes
        return windows
    except TextError as error:
        if arguments.missing == "refuse" and table.holes(columns):
            raise TextError(
                "{reason} To do so: --missing fill, or --missing drop. In place of a value can "
                "also be read: --missing zero, linear or mean.",
                reason=error,
            ) from error
        raise


def _head(arguments: argparse.Namespace) -> Head:
    """Where the names of the columns stand, and what is skipped.

    Raises:
        TextError: a row below 0 is named.
    """
    row, skip = arguments.header_row, arguments.skip
    if (row is not None and row < 0) or skip < 0:
        raise TextError("--header-row and --skip must be at least 0.")
    return Head(row, skip)


def _ordered(table: Table, order: str, notes: list[GatescopeError]) -> Table:
    """The rows in the order of `--order`; what is odd about their times is noted.

    Raises:
        TextError: they are to be read oldest first, and nothing says which is.
    """
    timed = TimedTable.of(table)
    if order == "oldest" and timed.strange:
        raise TextError(
            "{name} cannot be read oldest first: {count} of its rows have no time that is "
            "understood, the first is row {row}. Take such rows out of the file.",
            name=table.title,
            count=f"{len(timed.strange):,}",
            row=int(table.rows[timed.strange[0]]),
        )
    if order == "oldest" and timed.run == "unknown":
        raise TextError(
            "{name} has no column of times that is understood, so --order oldest has no meaning.",
            name=table.title,
        )
    notes += timed.notes(order)
    return timed.ordered(order)


def _generated(arguments: argparse.Namespace, network: Network, length: int) -> Table:
    seed = arguments.seed
    if arguments.series == "sine":
        return sine(max(LONG, length), seed=seed)
    if arguments.series == "sines":
        return two_sines(max(LONG, length), seed=seed)
    if arguments.series == "adding":
        return adding(length, seed=seed)
    if arguments.series == "weather":
        return finish(read_weather())
    uniform = arguments.series == "uniform"
    return random_numbers(length, network.features or 1, uniform=uniform, seed=seed)
