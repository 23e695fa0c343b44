"""Which columns of a table a network can read at each step."""

from __future__ import annotations

from engine.errors import GatescopeError, Note, TextError, WantsReader, WantsWords
from engine.network.network import Network
from engine.numbers.table import Table, listed


def features_of(network: Network | None) -> int | None:
    """How many numbers a step a network reads; None for ids, for any, or without a network."""
    return None if network is None or network.input.vocabulary else network.features


def fits(columns: tuple[int, ...], features: int | None) -> bool:
    """Whether a network of so many numbers a step can read so many columns."""
    return bool(columns) and features in (None, len(columns))


def first_columns(table: Table, features: int | None) -> tuple[int, ...]:
    """As many columns as a network reads, from the first; the last one again where there are
    too few."""
    wanted = features or 1
    columns = table.suggested(wanted)
    return (*columns, *([columns[-1]] * (wanted - len(columns))))


def repeated(columns: tuple[int, ...], features: int) -> tuple[int, ...]:
    """The columns again and again, until there are as many as a network reads."""
    times = -(-features // len(columns))
    return (columns * times)[:features]


def column_notes(table: Table, columns: tuple[int, ...], chosen: bool = False) -> list[Note]:
    """What there is to say of which columns of a table are read.

    Args:
        columns: by place.
        chosen: whether somebody said so; else they are `Table.suggested`.
    """
    notes = []
    if table.left_out:
        notes.append(
            Note(
                "Left out of {name}, because there are no numbers in it: {columns}.",
                name=table.title,
                columns=listed(table.left_out),
            )
        )
    names = [table.columns[place] for place in columns]
    if chosen:
        return notes
    if table.time in names and len(names) > 1:
        notes.append(
            Note(
                "Read from {name}: {columns}. Among them is {time}, which says when each row is: "
                "without it there are too few.",
                name=table.title,
                columns=listed(names),
                time=table.time,
            )
        )
    if unread := [name for name in table.columns if name not in (*names, table.time)]:
        notes.append(
            Note(
                "Read from {name}: {columns}, as many as the network reads. Left out: {unread}.",
                name=table.title,
                columns=listed(names),
                unread=listed(unread),
            )
        )
    return notes


def no_reader(network: Network, name: str) -> WantsReader:
    """That numbers of this name are given to a network that reads words, and what to do."""
    return WantsReader(
        "A network that reads numbers is needed for {name}: {network} reads the ids of words. Open "
        "one that was trained on such numbers, or the bundled model sine, which reads one column; "
        "one of your own for this table is trained in Keras, and opened here.",
        network=network.name,
        name=name,
    )


def misfit(
    network: Network | None, table: Table, columns: tuple[int, ...]
) -> GatescopeError | None:
    """Why a network cannot read these columns of a table, by place; None if it can."""
    if network is None:
        return None
    if network.input.vocabulary is not None:
        return WantsWords(
            "{network} reads the ids of words, not numbers. Give it a text or ids.",
            network=network.name,
        )
    features = features_of(network)
    if features in (None, len(columns)):
        return None
    if len(table.columns) < (features or 0):
        return TextError(
            "{network} reads {features} numbers a step, and {name} has too few columns of numbers: "
            "{columns}.",
            network=network.name,
            features=features,
            name=table.title,
            columns=listed(table.columns),
        )
    return TextError(
        "Numbers that {network} reads a step: {features}. Columns that are chosen of {name}: "
        "{columns}. Choose as many.",
        network=network.name,
        features=features,
        name=table.title,
        columns=listed([table.columns[place] for place in columns]),
    )
