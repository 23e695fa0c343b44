"""Pattern search against a slow, obvious search."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ReplayError
from engine.progress import finish
from engine.replay.replay import replay
from engine.survey import passes
from engine.survey.ablation import ablate
from engine.survey.card import card
from engine.survey.passes import Workers
from engine.survey.patterns import (
    Condition,
    Pattern,
    enough,
    runs,
    search,
    search_bits,
    units_on,
    where,
)
from engine.survey.survey import Survey, survey
from tests.engine.survey import corpora
from tests.networks import text_network


@pytest.fixture(scope="module")
def read() -> Survey:
    return finish(survey(text_network("LSTM", 10, words=60), corpora.ids(40, 9)))


def obvious(on: np.ndarray, pattern: Pattern) -> list[tuple[float, int, int, int]]:
    """``(Jaccard, row, first, last)`` of every stretch of ``on (N, T, U)``, step by step."""
    stretches = []
    wanted, needed = set(pattern.units), int(np.ceil(pattern.share * len(pattern.units) - 1e-9))
    for row, steps in enumerate(on):
        first = None
        for step in range(len(steps) + 1):
            here = step < len(steps) and sum(bool(steps[step, u]) for u in wanted) >= needed
            if here and first is None:
                first = step
            elif not here and first is not None:
                if step - first >= pattern.shortest:
                    through = {
                        u
                        for u in range(on.shape[2])
                        if all(steps[t, u] for t in range(first, step))
                    }
                    jaccard = len(through & wanted) / len(through | wanted)
                    stretches.append((jaccard, row, first, step - 1))
                first = None
    off = pattern.steps
    return sorted(
        stretches,
        key=lambda stretch: (
            -stretch[0],
            abs(stretch[3] - stretch[2] + 1 - off) if off else stretch[2] - stretch[3],
            stretch[1],
            stretch[2],
        ),
    )


@settings(deadline=None, max_examples=80)
@given(
    seed=st.integers(0, 1000),
    units=st.sets(st.integers(0, 9), min_size=1, max_size=4),
    share=st.sampled_from([0.5, 0.75, 1.0]),
    steps=st.integers(0, 4),
    shortest=st.integers(1, 3),
    density=st.sampled_from([0.2, 0.6, 0.9]),
)
def test_it_finds_what_an_obvious_search_finds(
    seed: int, units: set[int], share: float, steps: int, shortest: int, density: float
) -> None:
    network, inputs = text_network("LSTM", 10, words=60), corpora.ids(6, 9)
    empty = Survey(network, inputs, None, {}, {})  # nothing of it but labels is asked
    on = np.random.default_rng(seed).random((6, 9, 10)) < density
    pattern = Pattern("lstm", "h", tuple(sorted(units)), 0.0, False, share, steps, shortest)
    result = finish(search_bits(empty, pattern, np.packbits(on, axis=2), count=1000))
    wanted = obvious(on, pattern)
    assert result.total == len(wanted)
    got = list(
        zip(
            result.jaccard.tolist(),
            result.rows.tolist(),
            result.firsts.tolist(),
            result.lasts.tolist(),
            strict=True,
        )
    )
    assert [each[1:] for each in got] == [each[1:] for each in wanted]
    assert [each[0] for each in got] == pytest.approx([each[0] for each in wanted])


def test_the_whole_corpus_is_searched_by_its_own_values(read: Survey) -> None:
    pattern = Pattern("lstm", "h", (1, 4), 0.05)
    result = finish(search(read, pattern, count=10_000))
    on = np.stack(
        [
            (replay(read.network, read.inputs.sequence(row)).layers["lstm"].series["h"] > 0.05)
            & ~read.inputs.padding[row][:, None]
            for row in range(len(read.inputs))
        ]
    )
    wanted = obvious(on, pattern)
    assert wanted
    assert list(zip(result.rows, result.firsts, result.lasts, strict=True)) == [
        each[1:] for each in wanted
    ]
    labels = read.inputs.labels[[each[1] for each in wanted]]
    assert (result.positive, result.labelled) == ((labels == 1).sum(), (labels >= 0).sum())


def test_conditions_hold_at_every_step(read: Survey) -> None:
    conditions = [
        Condition("lstm", "f", 1, True, 0.5),
        Condition("lstm", "c", 2, False, 0.02, is_change=True),
    ]
    result = finish(where(read, conditions, count=10_000))
    held = []
    for row in range(len(read.inputs)):
        series = replay(read.network, read.inputs.sequence(row)).layers["lstm"].series
        real = ~read.inputs.padding[row]
        c = series["c"][:, 2].copy()
        before = np.concatenate([[0.0], c[:-1]])
        held.append((series["f"][:, 1] < 0.5) & (np.abs(c - before) > 0.02) & real)
    rows, firsts, lasts = runs(np.stack(held))
    assert len(rows)
    assert set(zip(result.rows, result.firsts, result.lasts, strict=True)) == set(
        zip(rows, firsts, lasts, strict=True)
    )
    lengths = result.lasts - result.firsts
    assert (np.diff(lengths) <= 0).all()


def test_units_that_go_together_are_more_than_chance() -> None:
    network, inputs = text_network("LSTM", 10, words=60), corpora.ids(60, 9)
    empty = Survey(network, inputs, None, {}, {})
    random = np.random.default_rng(0)
    on = random.random((60, 9, 10)) < 0.2
    on[..., 1] = on[..., 0]
    packed = np.packbits(on, axis=2)
    together = finish(search_bits(empty, Pattern("lstm", "h", (0, 1), 0.0), packed, 10))
    apart = finish(search_bits(empty, Pattern("lstm", "h", (2, 3), 0.0), packed, 10))
    assert together.total > 3 * together.by_chance
    assert 0.5 < apart.total / apart.by_chance < 2


def test_a_pattern_without_units_and_no_condition_are_refused(read: Survey) -> None:
    with pytest.raises(ReplayError, match="Choose a lower threshold"):
        finish(search(read, Pattern("lstm", "h", (), 0.5)))
    with pytest.raises(ReplayError, match="no condition"):
        finish(where(read, []))
    with pytest.raises(ReplayError, match="no unit 11"):
        finish(search(read, Pattern("lstm", "h", (10,), 0.5)))


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 1000), count=st.integers(1, 9), steps=st.integers(1, 19), data=st.data())
def test_tracks_are_counted_in_packed_bits(
    seed: int, count: int, steps: int, data: st.DataObject
) -> None:
    on = np.random.default_rng(seed).random((count, 5, steps)) < 0.6
    needed = data.draw(st.integers(1, count))
    packed = enough([np.packbits(each, axis=1) for each in on], needed)
    np.testing.assert_array_equal(
        np.unpackbits(packed, axis=1, count=steps), on.sum(axis=0) >= needed
    )


def test_one_unit_has_no_number_by_chance(read: Survey) -> None:
    assert finish(search(read, Pattern("lstm", "h", (1,), 0.05))).by_chance is None
    assert finish(where(read, [Condition("lstm", "h", 1, False, 0.05)])).by_chance is None


def test_a_gate_does_not_change_at_its_first_step(read: Survey) -> None:
    found = finish(where(read, [Condition("lstm", "f", 1, False, 0.2, is_change=True)], 10_000))
    begins = (~read.inputs.padding).argmax(axis=1)
    unpadded = begins[found.rows] == 0
    assert not (found.firsts[unpadded] == 0).any()


def test_shuffles_say_how_far_they_are_and_stop() -> None:
    network, inputs = text_network("LSTM", 10, words=60), corpora.ids(60, 9)
    packed = np.packbits(np.random.default_rng(0).random((60, 9, 10)) < 0.5, axis=2)
    empty, pattern = Survey(network, inputs, None, {}, {}), Pattern("lstm", "h", (0, 1), 0.0)
    told: list[int] = []
    work = search_bits(empty, pattern, packed, 10, should_stop=lambda: len(told) > 2)
    with pytest.raises(Cancelled):
        for progress in work:
            told += [progress.done]
    assert told == [0, 1, 2]


class Lost(Executor):
    """Hands over nothing."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        raise OSError("the worker is gone")


def test_what_a_worker_lost_is_said_with_every_answer(
    read: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "PART", 16)
    workers = Workers(Lost(), "the cluster", is_here=False)
    results = (
        finish(search(read, Pattern("lstm", "h", (1, 4), 0.05), workers=workers)),
        finish(where(read, [Condition("lstm", "h", 1, False, 0.05)], workers=workers)),
        finish(card(read, "lstm", "h", 1, workers)),
        finish(ablate(read, gates=False, workers=workers)),
    )
    for result in results:
        assert "the worker is gone" in str(result.notes[0]) and len(result.notes) == 1


def test_a_card_stops_after_its_pass(read: Survey) -> None:
    said: list[str] = []
    work = card(read, "lstm", "h", 1, should_stop=lambda: len(said) > 2)
    with pytest.raises(Cancelled):
        for progress in work:
            said += [progress.what]
    assert said == ["Reading the corpus", "Reading the corpus", "Summing up what the unit does"]


def test_units_that_are_on_only_in_a_stretch_are_chosen_first() -> None:
    values = np.array(
        [[0.0, 0.9, 0.0], [0.9, 0.9, 0.1], [0.8, 0.9, 0.9], [0.1, 0.1, np.nan]], np.float32
    )
    assert units_on(values, 1, 2, 0.5) == ((0,), True)  # the second is on before, too
    assert units_on(values, 0, 2, 0.5) == ((1,), True)
    assert units_on(values, 0, 1, 0.5) == ((1,), False)  # it stays on
    assert units_on(values, 1, 1, 0.5, is_below=True) == ((2,), False)
    assert units_on(values, 3, 3, 0.5) == ((), False)
