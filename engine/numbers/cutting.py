"""Which columns of a table a network can read at each step."""

from __future__ import annotations

from engine.errors import TextError
from engine.network.network import Network
from engine.numbers.table import Table


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


def misfit(network: Network | None, table: Table, columns: tuple[int, ...]) -> TextError | None:
    """Why a network cannot read these columns of a table, by place; None if it can."""
    if network is None:
        return None
    if network.input.vocabulary is not None:
        return TextError(
            "{network} reads the ids of words, not numbers. Give it a text or ids.",
            network=network.name,
        )
    features = features_of(network)
    if features in (None, len(columns)):
        return None
    if len(table.columns) < (features or 0):
        return TextError(
            "{network} reads {features} numbers a step, and {name} has only {count}.",
            network=network.name,
            features=features,
            name=table.title,
            count=len(table.columns),
        )
    return TextError(
        "{network} reads {features} numbers a step. Columns chosen: {count}.",
        network=network.name,
        features=features,
        count=len(columns),
    )
