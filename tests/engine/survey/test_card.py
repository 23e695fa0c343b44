"""A unit's card against sums made one word, one step and one review at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.network.paths import only_to
from engine.progress import finish
from engine.replay.edits import UnitOff
from engine.replay.replay import replay
from engine.survey.card import card, values_of
from engine.survey.correlates import NAMES, correlates, negated, negations
from engine.survey.survey import Survey, survey
from engine.survey.unit_words import changes, word_means
from tests.engine.survey import corpora
from tests.networks import text_network


@pytest.fixture(scope="module")
def read() -> Survey:
    return finish(survey(text_network("LSTM", 5, words=30), corpora.ids(200, 12, words=30)))


def test_words_are_those_at_which_it_is_highest_and_lowest(read: Survey) -> None:
    found = finish(card(read, "lstm", "h", 2))
    by_id, moved = defaultdict(list), defaultdict(list)
    for row in range(len(read.inputs)):
        sequence = read.inputs.sequence(row)
        h = replay(read.network, sequence).layers["lstm"].series["h"][:, 2]
        before = 0.0
        for id, value, padded in zip(sequence.inputs, h, sequence.padding, strict=True):
            if not padded:
                by_id[int(id)].append(float(value))
                moved[int(id)].append(float(value) - before)
            before = float(value)  # padding that is not masked moves the state, too
    means = {id: np.mean(values) for id, values in by_id.items() if len(values) >= 20}
    wanted = sorted(means, key=lambda word: -means[word])
    assert [each.id for each in found.highest] == wanted[:12]
    assert [each.id for each in found.lowest] == wanted[::-1][:12]
    for each in found.highest:
        assert each.count == len(by_id[each.id])
        assert each.mean == pytest.approx(means[each.id], abs=1e-6)
        assert each.low < each.mean < each.high
    rises = {id: np.mean(moved[id]) for id in means}
    assert [each.id for each in found.rising] == sorted(rises, key=lambda word: -rises[word])[:12]
    assert found.words_compared == len(means)
    assert read.inputs.word(found.rising[0].id) in str(found.summary[0])


def test_numbers_of_a_card(read: Survey) -> None:
    found = finish(card(read, "lstm", "f", 0))
    values = finish(values_of(read, "lstm", "f", 0))[0].values
    counted = values[np.isfinite(values)]
    assert found.count == len(counted) == int((~read.inputs.padding).sum())
    assert (found.mean, found.deviation) == pytest.approx((counted.mean(), counted.std()), abs=1e-5)
    assert found.quantiles[[0, 3, 6]] == pytest.approx(
        [counted.min(), np.median(counted), counted.max()], abs=1e-6
    )
    assert found.histogram.sum() == found.count
    top = found.top[0]
    assert top.value == pytest.approx(np.nanmax(values), abs=1e-6)
    assert values[top.row, top.step] == np.float32(top.value)
    assert top.number == 100 + top.row and top.word == read.inputs.sequence(top.row).steps[top.step]
    assert all(one.value >= other.value for one, other in pairwise(found.top))
    assert found.half_life is None and found.changes_looked_at == 0  # f is no state


def test_a_layer_is_read_without_what_comes_after_it() -> None:
    network = text_network("LSTM", 5, words=30, layers=2)
    whole = finish(survey(network, corpora.ids(20, 6, words=30)))
    edits = (UnitOff("lstm", (3,)), UnitOff("lstm_1", (0,)))
    whole = replace(whole, edits=edits)
    for layer in ("lstm", "lstm_1"):
        values = finish(values_of(whole, layer, "c", 2))[0].values
        for row in range(20):
            sequence = whole.inputs.sequence(row)
            wanted = replay(network, sequence, edits=edits).layers[layer].series["c"][:, 2]
            np.testing.assert_allclose(
                values[row][~sequence.padding], wanted[~sequence.padding], atol=1e-6
            )
    first = only_to(network, "lstm")
    assert [call.name for call in first.calls] == ["embedding", "lstm"]
    with pytest.raises(KeyError):
        only_to(network, "gru")


def test_correlations_are_numpys(read: Survey) -> None:
    values = finish(values_of(read, "lstm", "c", 1))[0].values
    answers = read.answers.at_steps
    found = {each.name: each for each in correlates(values, read.inputs, answers)}
    counted = np.isfinite(values)
    position = np.cumsum(~read.inputs.padding, axis=1)
    others = {"answer": answers, "position": position, "unknown": read.inputs.unknown}
    for name, other in others.items():
        wanted = np.corrcoef(values[counted], other[counted])[0, 1]
        assert found[name].r == pytest.approx(wanted, abs=1e-6)
        assert found[name].low <= found[name].r <= found[name].high
    labelled = read.inputs.labels >= 0
    both = counted & labelled[:, None]
    label = np.broadcast_to(read.inputs.labels[:, None], values.shape)
    assert found["label"].r == pytest.approx(np.corrcoef(values[both], label[both])[0, 1], abs=1e-6)
    sizes = [abs(each.r) for each in correlates(values, read.inputs, answers)]
    assert sizes == sorted(sizes, reverse=True)


def test_words_after_a_negation_are_inside_it() -> None:
    inputs = corpora.ids(1, 8, longest_padding=0)
    negation = inputs.dictionary.id_of("not", inputs.encoding)
    inputs.inputs[0] = 5
    inputs.inputs[0, 2] = negation
    assert negated(inputs, negations(inputs), slice(None))[0].tolist() == [
        False,
        False,
        False,
        True,
        True,
        True,
        False,
        False,
    ]


def changes_of(raw: list[float], read: list[bool], start: float, backwards: bool = False) -> list:
    rows = np.array([raw], np.float32), np.array([read]), np.array([start], np.float32)
    return changes(*rows, backwards)[0].tolist()


@pytest.mark.parametrize(
    ("raw", "read", "start", "wanted"),
    [
        ([0.25, 0.5, 0.75, 0.25], [0, 1, 1, 1], 0, [None, 0.25, 0.25, -0.5]),  # padding moved it
        ([None, 0.5, 0.75], [0, 1, 1], 0, [None, 0.5, 0.25]),  # masked: from the start
        ([0.5, None, 0.75], [1, 0, 1], 0, [0.5, None, 0.25]),  # carried over a masked step
        ([0.5, 0.75], [1, 1], None, [None, 0.25]),  # a gate has nothing before
        ([0.5, 0.75], [1, 1], 0.25, [0.25, 0.25]),  # a state that begins elsewhere
    ],
)
def test_a_change_is_from_what_was_there_before(
    raw: list, read: list, start: float | None, wanted: list
) -> None:
    raw, wanted = ([np.nan if each is None else each for each in row] for row in (raw, wanted))
    start = np.nan if start is None else start
    flags = [bool(each) for each in read]
    np.testing.assert_array_equal(changes_of(raw, flags, start), wanted)
    np.testing.assert_array_equal(
        changes_of(raw[::-1], flags[::-1], start, backwards=True), wanted[::-1]
    )


@pytest.mark.parametrize("mask_zero", [False, True])
@pytest.mark.parametrize("key", ["h", "f"])
def test_changes_of_a_reading(key: str, mask_zero: bool) -> None:
    network = text_network("LSTM", 5, words=30, mask_zero=mask_zero)
    inputs = corpora.ids(30, 8, words=30)
    inputs.inputs[::2, 6] = 0  # a masked step in the middle
    kept, _ = finish(values_of(finish(survey(network, inputs)), "lstm", key, 2))
    moved = changes(kept.raw, kept.read, kept.start)
    for row in range(30):
        trace = replay(network, inputs.sequence(row)).layers["lstm"]
        before = 0.0 if key == "h" else np.nan
        for step, value in enumerate(trace.series[key][:, 2]):
            if trace.masked[step]:
                assert np.isnan(moved[row, step])
                continue
            counts = not inputs.padding[row, step]
            wanted = value - before if counts else np.nan
            np.testing.assert_allclose(moved[row, step], wanted, atol=1e-6)
            before = value


def test_the_half_life_of_a_change() -> None:
    from engine.survey.card import _half_life

    values = np.zeros((1, 9), np.float32)
    values[0, 2:6] = [1.0, 0.8, 0.6, 0.4]  # half of the rise is gone after three steps
    every = changes(values, np.ones((1, 9), bool), np.zeros(1, np.float32))
    assert _half_life(every[:, :3], values[:, :3], backwards=False) == (None, 1, 1)
    moved = np.where(np.arange(9) == 2, every, 0).astype(np.float32)
    assert _half_life(moved, values, backwards=False) == (3, 1, 0)
    flipped = moved[:, ::-1], values[:, ::-1]
    assert _half_life(*flipped, backwards=True) == (3, 1, 0)
    late = np.zeros((3, 9), np.float32)  # two changes at the end say little of how long they last
    late[0, 2:5], late[1:, 8] = 1.0, 1.0
    moved = np.where((np.arange(9) == 2) | (np.arange(9) == 8), late, 0).astype(np.float32)
    assert _half_life(moved, late, backwards=False) == (3, 3, 2)


def test_a_rare_word_and_numbers_have_no_list(read: Survey) -> None:
    values = finish(values_of(read, "lstm", "h", 0))[0].values
    counts = np.bincount(read.inputs.inputs[~read.inputs.padding])
    listed = word_means(values, read.inputs, min_count=int(counts.max()))
    assert [each.count for each in listed] == [counts.max()] * len(listed)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        (("gru", "h", 0), "has no recurrent layer gru. It has: lstm."),
        (("lstm", "z", 0), "lstm has no series z. It has: h, c, f, i, g, o."),
        (("lstm", "h", 5), "lstm has no unit 6. It has the units 1 to 5."),
    ],
)
def test_what_is_not_there_is_named(read: Survey, unit: tuple[str, str, int], wanted: str) -> None:
    with pytest.raises(ReplayError) as caught:
        finish(card(read, *unit))
    assert wanted in str(caught.value)


def test_what_it_goes_along_with_has_a_name_of_its_own(read: Survey) -> None:
    found = finish(card(read, "lstm", "h", 2))
    strongest = next(each for each in found.correlates if each.low > 0 or each.high < 0)
    said = next(note for note in found.summary if "Goes along" in str(note))
    assert said.values["name"] == NAMES[strongest.name]  # a sentence, which is translated
    assert {each.name for each in found.correlates} <= set(NAMES)
