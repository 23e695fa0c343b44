"""`CutTable`: which columns are kept for whom, how long a window is, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import GatescopeError, WantsNumbers, WantsWords
from engine.network.network import Network
from engine.numbers.table import Table
from engine.numbers.time_order import TimedTable
from engine.session.cut_table import CutTable
from engine.session.state import NumbersState
from tests.engine.numbers.networks import numbers_network
from tests.networks import text_network

TWO, THREE = ("a", "b"), ("a", "b", "c")


def cut_of(
    columns: tuple[str, ...] = THREE,
    network: Network | None = None,
    choices: NumbersState | None = None,
    block: int = 0,
) -> CutTable:
    """A table of twelve rows as it is taken first."""
    cut = CutTable()
    take(cut, columns, network, choices, block)
    return cut


def take(
    cut: CutTable,
    columns: tuple[str, ...],
    network: Network | None = None,
    choices: NumbersState | None = None,
    block: int = 0,
) -> None:
    values = np.arange(12.0 * len(columns)).reshape(12, -1)
    table = TimedTable.of(Table("t", columns, values, block=block))
    cut.take(table, network, choices or NumbersState())
    cut.fit(network)
    cut.cut(network, choices or NumbersState(length=4))


def test_columns_stay_where_the_next_table_has_the_same() -> None:
    chosen = NumbersState(columns=("c", "a"), length=4)
    cut = cut_of(choices=chosen)
    assert cut.columns == (2, 0)
    take(cut, THREE)
    assert cut.columns == (2, 0)
    take(cut, TWO)  # the network begins with all of another
    assert cut.columns == (0, 1)
    take(cut, THREE, choices=chosen)
    assert cut.columns == (2, 0)
    take(cut, TWO, choices=chosen)  # which has not all that were chosen
    assert cut.columns == (0, 1)


def test_another_network_keeps_them_where_it_can_read_them() -> None:
    cut = cut_of(choices=NumbersState(columns=("c", "a")))
    cut.follow(numbers_network(2), NumbersState())
    assert cut.columns == (2, 0)
    cut.follow(numbers_network(3), NumbersState(columns=("b", "a", "c")))
    assert cut.columns == (1, 0, 2)
    cut.follow(numbers_network(1), NumbersState())
    assert cut.columns == (0,)
    empty = CutTable()
    empty.fit(numbers_network(1))
    empty.follow(numbers_network(1), NumbersState())
    empty.cut(None, NumbersState())
    assert empty.columns == () and empty.windows is None and empty.problem is None


@pytest.mark.parametrize(
    ("length", "block", "fixed"), [(5, 0, 5), (5, 4, 5), (None, 4, 4), (None, 0, None)]
)
def test_who_says_how_long_a_window_is(length: int | None, block: int, fixed: int | None) -> None:
    network = numbers_network(3, length)
    cut = cut_of(network=network, block=block)
    assert cut.fixed_length(network) == fixed
    assert cut.fixed_length(None) == (block or None) and CutTable().fixed_length(None) is None
    assert cut.windows is not None and cut.windows.length == (fixed or 4)
    assert cut.windows.cut.padded is (fixed is not None)


def test_windows_are_drawn_by_a_seed_and_who_has_none_says_why() -> None:
    network, words = numbers_network(3, 4), text_network()
    cut = cut_of(network=network)
    drawn = [int(each.inputs[0, 0]) // 3 for each in cut.sample(network, 5, 1)]
    assert len(set(drawn)) == 5 and drawn != sorted(drawn)
    with pytest.raises(WantsWords):
        cut.sample(words, 5, 1)
    with pytest.raises(WantsNumbers):
        CutTable().sample(network, 5, 1)
    cut.columns = ()
    cut.cut(network, NumbersState(length=4))
    with pytest.raises(GatescopeError, match="chosen"):
        cut.sample(network, 5, 1)


def test_what_is_said_of_a_snapshot_and_of_states_that_are_carried() -> None:
    choices = NumbersState(length=4, carried=1)
    assert (
        CutTable().carry_note(choices, 2) is None
        and CutTable().notes(choices, 2, is_generated=False) == ()
    )
    cut = cut_of(choices=choices)
    assert "windows 2 to 3" in str(cut.carry_note(choices, 2))
    told = cut.notes(choices, 2, is_generated=False)
    assert told and told[0] == cut.carry_note(choices, 2)
    last = 8  # of twelve rows by four
    saved = replace(choices, columns=("b", "x"), window=last + 1)
    said = [str(note) for note in cut.differences(saved, last)]
    assert len(said) == 2 and ": x." in said[0] and "window 9 " in said[1] and "it has 9" in said[1]
    assert not cut.differences(replace(saved, columns=(), window=last), last)
    assert not cut.differences(replace(saved, columns=()), last - 1), "another one is to be read"
    assert len(CutTable().differences(saved, 0)) == 1
