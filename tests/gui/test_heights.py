"""How the height of the window is shared: the function, whatever the numbers."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.kit.need import Need, share_centre
from gui.look.scale import px, use_scale
from gui.panes.heights import (
    BETWEEN,
    HEAD,
    MAX_ASKED,
    MIN_CURVES,
    MIN_MAP,
    UNIT,
    PaneHeights,
    need_of,
    needed,
    share_pane,
)

KEYS = st.lists(st.sampled_from("hcfigoznr"), min_size=1, max_size=6, unique=True)
HEIGHTS, UNITS = st.integers(0, 2_000), st.integers(1, 600)


def taken(heights: PaneHeights) -> int:
    """How high everything together is."""
    rows = len(heights.shown) * (HEAD + heights.map + BETWEEN)
    return rows + heights.curves


@given(HEIGHTS, KEYS, UNITS, st.booleans(), st.randoms(use_true_random=False))
def test_a_pane_uses_its_room_and_no_more(
    height: int, keys: list[str], units: int, unfolded: bool, random: Random
) -> None:
    ranked = list(keys)
    random.shuffle(ranked)
    heights = share_pane(height, keys, ranked, units, unfolded=unfolded)
    folded = set(keys) - set(heights.shown)
    assert set(heights.shown) <= set(keys)
    assert list(heights.shown) == [key for key in keys if key in heights.shown]
    assert set(heights.shown) == set(ranked[: len(heights.shown)]), "the first that matter"
    assert heights.shown and heights.map >= MIN_MAP and heights.curves >= MIN_CURVES
    if height >= need_of(len(keys), units).least and not unfolded:
        assert taken(heights) == height, "no empty pixel, and nothing to scroll"
    assert not (unfolded and folded)
    if height >= needed(len(keys), units):
        assert not folded and not heights.has_button


def test_a_row_comes_first_then_two_as_high_as_they_want_to_be() -> None:
    row, high = HEAD + MIN_MAP + BETWEEN, HEAD + 8 * UNIT + BETWEEN
    between = (row + MIN_CURVES, 2 * high + MIN_CURVES)
    assert need_of(4, 8) == Need(row + MIN_CURVES, 4 * high + MIN_CURVES, between=between)
    assert need_of(1, 8).between == (row + MIN_CURVES, high + MIN_CURVES)


def test_in_a_larger_scale_plots_give_way_before_anything_is_scrolled() -> None:
    use_scale(200)
    need = need_of(3, 8)
    for height in range(need.least, need.wanted, 7):
        heights = share_pane(height, "fio", "fio", 8)
        rows = len(heights.shown) * (px(HEAD) + heights.map + px(BETWEEN))
        assert rows + heights.curves == height
        assert heights.map >= MIN_MAP and heights.curves >= MIN_CURVES
        unfolded = share_pane(height, "fio", "fio", 8, unfolded=True)
        assert unfolded.map >= px(MIN_MAP) and unfolded.curves >= px(MIN_CURVES), "it is scrolled"


@given(HEIGHTS, KEYS, UNITS)
def test_no_row_is_thin_while_there_is_room_elsewhere(
    height: int, keys: list[str], units: int
) -> None:
    heights = share_pane(height, keys, keys, units)
    thin = heights.map < UNIT * units
    if thin and units <= MAX_ASKED // UNIT:
        assert len(heights.shown) == 1 and heights.curves == MIN_CURVES
    elif thin:
        assert heights.curves <= max(MIN_CURVES, heights.map + len(heights.shown))
    if len(heights.shown) < len(keys):
        one_more = len(heights.shown) + 1
        assert needed(one_more, units) > height, "one more would not fit"


@given(HEIGHTS, KEYS, UNITS)
def test_more_room_shows_more(height: int, keys: list[str], units: int) -> None:
    lower, higher = (share_pane(each, keys, keys, units) for each in (height, height + 40))
    assert set(lower.shown) <= set(higher.shown)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_stands_below_each_other_gets_its_least_then_what_it_wants(
    order: tuple[int, ...],
) -> None:
    needs = [Need(50, 50, 110), Need(60, 60, 100), Need(100, 300)]
    needs = [needs[at] for at in order]
    least, wanted = sum(need.least for need in needs), sum(need.wanted for need in needs)
    assert share_centre(least, needs) == [need.least for need in needs]
    assert share_centre(wanted, needs) == [need.wanted for need in needs]
    assert sum(share_centre(least - 30, needs)) == least - 30, "the last does with less"


@given(
    st.integers(0, 3_000),
    st.lists(st.tuples(*[st.integers(0, 400)] * 3, st.integers(1, 40)), min_size=1, max_size=4),
)
def test_a_column_is_filled_where_something_can_use_it(
    height: int, parts: list[tuple[int, int, int, int]]
) -> None:
    needs = [Need(a, a + b, a + b + c, line) for a, b, c, line in parts] + [Need(90, 200)]
    sizes = share_centre(height, needs)
    assert all(size >= 0 for size in sizes)
    if height >= sum(need.least for need in needs):
        assert sum(sizes) == height
        for size, need in zip(sizes[:-1], needs, strict=False):
            assert need.least <= size <= (need.most or 0)
