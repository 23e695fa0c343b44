"""What the tasks draw: the same by the same seed, and as their rules say."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.tasks import adding, copying, dates, one_to_many, one_to_one, sine, static, tagger
from engine.tasks.registry import TASKS
from engine.tasks.task import Sample, Variant, scores, standard_errors

SEEDS = st.integers(0, 2**32 - 1)
DRAWN = [task for task in TASKS.values() if task.draw is not None]


@pytest.mark.parametrize("task", DRAWN, ids=lambda task: task.name)
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 12))
def test_a_seed_draws_one_sample(task, seed: int, count: int) -> None:
    for variant in task.variants[:: max(1, len(task.variants) - 1)]:
        one, again, other = (task.draw(variant, count, each) for each in (seed, seed, seed ^ 1))
        assert len(one) == len(one.inputs) == count
        np.testing.assert_array_equal(one.inputs, again.inputs)
        np.testing.assert_array_equal(one.targets, again.targets)
        assert count < 4 or not np.array_equal(one.inputs, other.inputs)
        assert one.inputs.dtype in (np.int32, np.float32)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS, length=st.integers(2, 60))
def test_adding_sums_the_two_that_are_marked(seed: int, length: int) -> None:
    sample = adding.draw(Variant("any", length=length), 20, seed)
    values, marks = sample.inputs[..., 0], sample.inputs[..., 1]
    assert (marks.sum(axis=1) == 2).all()
    assert (marks[:, : length // 2].sum(axis=1) == 1).all()
    np.testing.assert_allclose((values * marks).sum(axis=1), sample.targets, atol=1e-6)


def test_saying_the_mean_is_the_baseline_of_adding() -> None:
    sample = adding.draw(Variant("any", length=50), 50_000, 3)
    error = adding.TASK.measure(np.ones(len(sample)), sample)
    assert scores(error)["mse"] == pytest.approx(1 / 6, abs=5 * standard_errors(error)["mse"])


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS, waits=st.integers(1, 60))
def test_copying_asks_for_what_was_shown(seed: int, waits: int) -> None:
    sample = copying.draw(Variant("any", length=waits), 8, seed)
    assert sample.inputs.shape == sample.targets.shape == (8, waits + 20)
    shown = sample.inputs[:, :10]
    assert shown.min() >= 1
    assert shown.max() <= copying.SYMBOLS
    np.testing.assert_array_equal(sample.targets[:, -10:], shown)
    assert (sample.targets[:, :-10] == copying.BLANK).all()
    assert ((sample.inputs == copying.MARK).sum(axis=1) == 1).all()
    assert (sample.inputs[:, 9 + waits] == copying.MARK).all()
    assert (sample.inputs[:, 10 + waits :] == copying.BLANK).all()


def test_guessing_symbols_is_the_baseline_of_copying() -> None:
    variant = Variant("any", length=20)
    sample = copying.draw(variant, 50, 1)
    answers = np.zeros((*sample.targets.shape, copying.IDS))
    answers[:, :-10, copying.BLANK] = 1
    answers[:, -10:, 1:9] = 1 / 8
    measured = scores(copying.measure(answers, sample))
    assert measured["loss"] == pytest.approx(10 * np.log(8) / 40) == copying.baseline(variant)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_a_sine_goes_on(seed: int) -> None:
    sample = sine.draw(Variant("any"), 6, seed)
    np.testing.assert_array_equal(sample.inputs[:, 1:, 0], sample.targets[:, :-1])
    values = sine.waves(6, 90, seed)
    turn = (values[:, 2:] + values[:, :-2]) / values[:, 1:-1]  # 2 cos(w), for every sine
    steady = np.where(np.abs(values[:, 1:-1]) > 0.1, turn, np.nan)
    assert (np.nanmax(steady, axis=1) - np.nanmin(steady, axis=1) < 1e-6).all()
    assert np.abs(values).max() <= sine.HEIGHTS[1]


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_a_wave_swings_as_fast_as_its_value_says(seed: int) -> None:
    sample = one_to_many.draw(Variant("any"), 9, seed)
    assert sample.inputs.shape == (9, 1, 1)
    for value, wave in zip(sample.inputs[:, 0, 0], sample.targets, strict=True):
        turns = 1 + 3 * float(value)
        np.testing.assert_allclose(wave, np.sin(2 * np.pi * turns * np.arange(40) / 40), atol=1e-5)


@given(day=st.dates(dates.FIRST, dates.LAST))
def test_a_date_fits_and_is_read_back(day: date) -> None:
    for text in dates.forms_of(day):
        (ids,) = dates.read_ids([text])
        assert "".join(dates.READS[id - 1] for id in ids if id) == text
    (ids,) = dates.written_ids([day.isoformat()])
    assert dates.text_of(ids) == day.isoformat()


def test_what_is_not_written_so_is_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        dates.read_ids(["3. März"])
    with pytest.raises(ValueError, match="more than 17"):
        dates.read_ids(["1" * 19])


def test_dates_that_are_held_out_are_never_learned_from() -> None:
    learned, held_out = (set(part.tolist()) for part in dates.days())
    assert not learned & held_out
    assert len(learned | held_out) == (dates.LAST - dates.FIRST).days + 1
    for draw, part in ((dates.draw, held_out), (dates.draw_learned, learned)):
        sample = draw(Variant("any"), 200, 5)
        drawn = [date.fromisoformat(dates.text_of(row)) for row in sample.targets]
        assert {(day - dates.FIRST) // timedelta(days=1) for day in drawn} <= part
        shifted = sample.auxiliary_inputs[dates.WRITTEN_INPUT]
        np.testing.assert_array_equal(shifted[:, 1:], sample.targets[:, :-1])
        assert (shifted[:, 0] == dates.START).all()


def _tags_one_by_one(ids: np.ndarray, polarity: np.ndarray, negations: list[int]) -> np.ndarray:
    tags = np.zeros(ids.shape, int)
    for row, words in enumerate(ids):
        for place, word in enumerate(words):
            sign = int(polarity[word])
            if any(before in negations for before in words[max(0, place - 3) : place]):
                sign = -sign
            tags[row, place] = {0: 0, 1: 1, -1: 2}[sign]
    return tags


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, length=st.integers(1, 12))
def test_tags_follow_the_rule(seed: int, length: int) -> None:
    random = np.random.default_rng(seed)
    ids = random.integers(0, 20, (5, length)).astype(np.int32)
    polarity = tagger.polarity_from([4, 5, 6], [7, 8, 9], 20)
    sample = tagger.of_reviews(ids, polarity, np.array([10, 11]))
    np.testing.assert_array_equal(sample.targets, _tags_one_by_one(ids, polarity, [10, 11]))
    np.testing.assert_array_equal(sample.counts, ids != 0)
    # The lexicon without context misses all that is turned round, and nothing else.
    assert sample.plain is not None
    found = tagger.measure_tags(sample.plain, sample)
    assert not found["turned accuracy"].any()
    assert found["polar accuracy"].sum() + len(found["turned accuracy"]) == len(
        found["polar accuracy"]
    )


def test_the_strongest_words_have_a_polarity_and_negations_have_none() -> None:
    coefficients = np.linspace(-1, 1, 300)
    words = {id: f"word{id}" for id in range(300)} | {299: "not", 298: "don't", 4: "no"}
    polarity = tagger.polarity_of(coefficients, words)
    assert (polarity == 1).sum() == (polarity == -1).sum() == tagger.STRONGEST
    assert not polarity[[0, 1, 2, 3, 4, 298, 299]].any()
    assert polarity[5] == -1
    assert polarity[297] == 1


def test_pairs_are_words_of_a_review_once() -> None:
    ids = np.array([[0, 1, 7, 7, 9], [2, 3, 5, 9, 9]], np.int32)
    polarity = tagger.polarity_from([7], [5], 20)
    sample = one_to_one.of_reviews(ids, np.array([1.0, 0.0]), polarity)
    pairs = list(zip(sample.inputs[:, 0].tolist(), sample.targets.tolist(), strict=True))
    assert pairs == [(7, 1), (9, 1), (5, 0), (9, 0)]
    assert sample.counts is not None
    assert sample.counts[:, 0].tolist() == [True, False, True, False]
    measured = one_to_one.measure(np.array([0.9, 0.9, 0.8, 0.1]), sample)
    assert scores(measured)["accuracy"] == 0.75
    assert scores(measured)["polar accuracy"] == 0.5


def test_the_more_frequent_answer_is_a_baseline() -> None:
    sample = Sample(np.zeros((4, 3), np.int32), np.array([1, 1, 1, 0]))
    found = static.majority(Variant("any"), sample)
    assert found["accuracy"] == 0.75
    assert found["loss"] == pytest.approx(-0.75 * np.log(0.75) - 0.25 * np.log(0.25))
