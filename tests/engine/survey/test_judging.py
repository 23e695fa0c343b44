"""How right a network is, what ablations cost, where two networks part: one review at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from engine.errors import Cancelled, EditError, Note, ReplayError
from engine.progress import finish
from engine.replay.edits import GateEdit, UnitOff
from engine.replay.replay import replay
from engine.survey import ablation
from engine.survey.ablation import ablate, with_edits
from engine.survey.collectors import Answers
from engine.survey.disagreement import disagreement
from engine.survey.health import health
from engine.survey.intervals import wilson
from engine.survey.judging import BINS, buckets, judging
from engine.survey.saturation import idle_units, saturation
from engine.survey.survey import Survey, survey
from tests.engine.survey import corpora
from tests.networks import text_network


@pytest.fixture(scope="module")
def read() -> Survey:
    return finish(survey(text_network("LSTM", 4, words=60), corpora.ids(80, 10)))


def by_hand(read: Survey, edits: tuple = ()) -> tuple[np.ndarray, np.ndarray]:
    """Whether each labelled review is judged rightly, and the loss."""
    right, losses = [], []
    for row, label in enumerate(read.inputs.labels.tolist()):
        if label >= 0:
            p = float(replay(read.network, read.inputs.sequence(row), edits=edits).answer)
            right.append((p > 0.5) == (label == 1))
            losses.append(-np.log(p if label else 1 - p))
    return np.array(right), np.array(losses)


def test_accuracy_and_loss(read: Survey) -> None:
    right, losses = by_hand(read)
    found = judging(read)
    assert found.right == wilson(int(right.sum()), len(right))
    assert found.loss == pytest.approx(losses.mean(), abs=1e-6)


def test_accuracy_by_what_was_read(read: Survey) -> None:
    shares = dict(judging(read).by_share)
    assert shares[1.0] == judging(read).right
    right = []
    for row, label in enumerate(read.inputs.labels.tolist()):
        if label >= 0:
            words = np.flatnonzero(~read.inputs.padding[row])
            at = words[int(np.ceil(0.5 * len(words) - 1e-9)) - 1]
            p = replay(read.network, read.inputs.sequence(row)).prediction[at]
            right.append((p > 0.5) == (label == 1))
    assert shares[0.5] == wilson(sum(right), len(right))


def test_calibration(read: Survey) -> None:
    found = judging(read)
    judged = read.judged
    answers = read.answers.ends[judged, 0].astype(float)
    positive = read.inputs.labels[judged] == 1
    error = 0.0
    for k in range(BINS):
        members = (answers >= k / BINS) & (answers < (k + 1) / BINS)
        if members.any():
            gap = abs(answers[members].mean() - positive[members].mean())
            error += members.mean() * gap
    assert found.error == pytest.approx(error)
    assert sum(each.positive.total for each in found.calibration) == judged.sum()


def test_buckets_hold_all_and_keep_equals_together() -> None:
    by = np.array([0] * 60 + list(range(1, 41)))
    right = np.arange(100) % 3 == 0
    found = buckets(by, right)
    assert sum(each.right.total for each in found) == 100
    assert sum(each.right.count for each in found) == right.sum()
    assert found[0].low == found[0].high == 0 and found[0].right.total == 60
    assert all(one.high < other.low for one, other in pairwise(found))


def test_ablations_are_edits_read_by_hand(read: Survey) -> None:
    table = finish(ablate(read))
    before, losses = by_hand(read)
    assert table.right.value == before.mean()
    rows = {(row.what, row.key, row.unit, row.value): row for row in table.rows}
    assert len(rows) == len(table.rows) == 4 + 3 * 3 + 1
    means = read.moments["lstm"]["f"].mean
    cases = {
        ("unit", "h", 2, ""): (UnitOff("lstm", (2,)),),
        ("gate", "i", None, "0"): (GateEdit("lstm", "i", None, 0.0),),
        ("gate", "f", None, "mean"): tuple(
            GateEdit("lstm", "f", (unit,), float(mean)) for unit, mean in enumerate(means)
        ),
    }
    for key, edits in cases.items():
        right, loss = by_hand(read, edits)
        row = rows[key]
        assert row.right.value == right.mean()
        assert row.change == pytest.approx(right.mean() - before.mean())
        assert row.loss_change == pytest.approx(loss.mean() - losses.mean(), abs=1e-5)
        assert row.low <= row.change <= row.high
    masked = text_network("LSTM", 4, words=60, mask_zero=True)
    right, _ = by_hand(replace(read, network=masked))
    assert rows["mask", "", None, ""].right.value == right.mean()
    changes = [row.change for row in table.rows]
    assert changes == sorted(changes)


def test_a_corpus_of_padding_is_judged_without_a_warning() -> None:
    """No step has a mean, at which a gate could be held."""
    padding = corpora.ids(9, 6)
    nothing, all_of_it = np.zeros_like(padding.inputs), np.ones_like(padding.padding)
    read = finish(
        survey(text_network("LSTM", 2), replace(padding, inputs=nothing, padding=all_of_it))
    )
    judging(read)
    finish(health(read))
    saturation(read)
    table = finish(ablate(read))
    assert {row.value for row in table.rows if row.what == "gate"} == {"0", "1"}
    assert [str(note) for note in table.notes] == [
        f"lstm {gate} has no finite mean over a made corpus, and is not held there."
        for gate in "ifo"
    ]


def test_edits_of_ones_own_are_a_row_in_its_place(read: Survey) -> None:
    table = finish(ablate(read))
    off = next(row for row in table.rows if row.unit == 2)
    found = finish(with_edits(table, read, (UnitOff("lstm", (2,)),)))
    (own,) = (row for row in found.rows if row.what == "edits")
    assert own == replace(off, what="edits", layer="", key="", unit=None, value="lstm[3]=off")
    changes = [row.change for row in found.rows]
    assert changes == sorted(changes) and len(changes) == len(table.rows) + 1
    found = finish(with_edits(table, read, (UnitOff("gru", (2,)),)))
    assert found.rows == table.rows and "no recurrent layer gru" in str(found.refused[-1][1])


def test_what_cannot_be_judged_says_so(read: Survey) -> None:
    unlabelled = replace(read.inputs, labels=np.full(80, -1, np.int8))
    with pytest.raises(ReplayError, match="no accuracy without"):
        judging(replace(read, inputs=unlabelled))
    with pytest.raises(ReplayError, match="untouched network"):
        finish(ablate(replace(read, edits=(UnitOff("lstm", (0,)),))))


def test_where_two_networks_disagree(read: Survey) -> None:
    other = finish(survey(text_network("GRU", 4, words=60, seed=3), read.inputs))
    found = disagreement(read, other)
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for row in range(len(read.inputs)):
        sequence = read.inputs.sequence(row)
        one, two = (replay(each.network, sequence).prediction for each in (read, other))
        gaps = np.where(sequence.padding, -1, np.abs(one - two))
        assert found.steps[row] == gaps.argmax()
        assert found.gaps[row] == pytest.approx(gaps.max(), abs=1e-6)
        alike = (one > 0.5) == (two > 0.5)
        wanted = -1 if alike[-1] else max(np.flatnonzero(alike), default=-1) + 1
        assert found.disagree_from[row] == wanted
        label = read.inputs.labels[row]
        if label >= 0:
            counts[(one[-1] > 0.5) == (label == 1), (two[-1] > 0.5) == (label == 1)] += 1
    assert list(counts.values()) == [
        found.both,
        found.first_only,
        found.second_only,
        found.neither,
    ]
    assert (np.diff(found.gaps[found.order]) <= 0).all()


def test_rows_that_are_known_are_not_read_again(
    read: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    taken = ablation.answers_only

    def counted(*given: Any, **named: Any) -> Any:
        asked.append(given)
        return taken(*given, **named)

    monkeypatch.setattr(ablation, "answers_only", counted)
    kept: ablation.TrialCache = {}
    work = ablate(read, cache=kept)
    for _ in range(4):
        next(work)
    work.close()  # other edits are made: the page asks anew
    begun = len(asked)
    assert 0 < len(kept) <= begun
    whole = finish(ablate(read, cache=kept))
    rows = len(whole.rows) + len(whole.refused)
    assert len(asked) == begun + rows - 3, "three were done"
    edits = (UnitOff("lstm", (0, 1)),)
    for _ in range(2):
        edited = finish(
            ablation.with_edits(finish(ablate(read, cache=kept)), read, edits, cache=kept)
        )
    assert len(asked) == begun + rows - 3 + 1
    assert {row.what for row in edited.rows} - {row.what for row in whole.rows} == {"edits"}
    same = finish(ablate(read))
    assert same.rows == whole.rows


def test_saturated_dead_constant_and_duplicate_units() -> None:
    network = text_network("LSTM", 6, words=60)
    layer = network.layer("lstm")
    units, weights = 6, {name: array.copy() for name, array in layer.weights.items()}
    recurrent, kernel, bias = (weights[k] for k in ("recurrent_kernel", "kernel", "bias"))
    for gate in range(4):  # the second unit does what the first does, and nobody reads it
        first, second = gate * units, gate * units + 1
        for array in (recurrent, kernel):
            array[:, second] = array[:, first]
        bias[second] = bias[first]
    recurrent[1] = 0
    bias[3 * units + 2] = -30.0  # its output gate is shut
    bias[units + 3] = 30.0  # its forget gate is open
    changed = replace(layer, weights=weights)
    layers = tuple(changed if each is layer else each for each in network.layers)
    read = finish(survey(replace(network, layers=layers), corpora.ids(120, 8)))
    (idle,) = idle_units(read)
    assert idle.dead == (2,)
    assert idle.constant == ()
    assert idle.duplicates == ((0, 1),)
    gates = {gate.key: gate for gate in saturation(read)}
    assert set(gates) == {"f", "i", "o"}
    assert gates["f"].above[3] == 1 and gates["f"].below[3] == 0
    assert gates["o"].below[2] == 1
    assert 0 < gates["f"].saturated < 1


def with_ends(read: Survey, ends: np.ndarray) -> Survey:
    answers = Answers(*read.answers.at_steps.shape, ends.shape[1], read.looks_ahead)
    answers.at_steps[:], answers.ends[:] = read.answers.at_steps, ends
    return replace(read, answers=answers)


def closing_with(read: Survey, activation: str, columns: int = 1) -> Survey:
    """The same with another last layer, whose answers lie between 0 and 1 all the same."""
    dense = read.network.layer("dense")
    changed = replace(
        dense, options={**dense.options, "activation": activation}, output_shape=(None, columns)
    )
    layers = (changed if each is dense else each for each in read.network.layers)
    ends = np.repeat(read.answers.ends, columns, axis=1)
    return replace(with_ends(read, ends), network=replace(read.network, layers=tuple(layers)))


@pytest.mark.parametrize(
    ("activation", "columns", "judges"),
    [
        ("sigmoid", 1, True),
        ("hard_sigmoid", 1, True),
        ("linear", 1, False),
        ("relu", 1, False),
        ("sigmoid", 2, False),
        ("softmax", 2, True),
        ("softmax", 3, False),
    ],
)
def test_only_a_probability_is_judged(
    read: Survey, activation: str, columns: int, judges: bool
) -> None:
    found = closing_with(read, activation, columns)
    assert found.judges == judges
    assert found.judged.any() == judges


def test_an_answer_that_is_no_number_is_left_out_and_counted(read: Survey) -> None:
    ends = read.answers.ends.copy()
    ends[0] = np.nan  # it has a label
    found = judging(with_ends(read, ends))
    rest = read.judged & (np.arange(80) > 0)
    right, _ = by_hand(replace(read, inputs=read.inputs.rows(rest)))
    assert found.right == wilson(int(right.sum()), len(right))
    assert "for want of a finite answer: 1 review." in " ".join(map(str, found.notes))
    nothing = with_ends(read, np.full_like(ends, np.nan))
    with pytest.raises(ReplayError, match="no finite answer about a review"):
        judging(nothing)


def test_a_network_that_looks_ahead_has_no_accuracy_by_what_was_read(read: Survey) -> None:
    backwards = replace(
        read.network.layer("lstm"),
        options={**read.network.layer("lstm").options, "go_backwards": True},
    )
    layers = (backwards if each.name == "lstm" else each for each in read.network.layers)
    ahead = finish(survey(replace(read.network, layers=tuple(layers)), read.inputs))
    assert ahead.looks_ahead and not read.looks_ahead
    found = judging(ahead)
    assert found.by_share == () and "left out" in str(found.notes[0])
    assert found.right.total == read.judged.sum()


def test_where_not_all_have_an_answer_the_share_is_left_out(read: Survey) -> None:
    answers = Answers(80, 10)
    answers.at_steps[:], answers.ends[:] = read.answers.at_steps, read.answers.ends
    last = int(np.ceil(0.85 * (~read.inputs.padding[0]).sum() - 1e-9))
    assert last == (~read.inputs.padding[0]).sum()
    answers.at_steps[0, :-1] = np.nan
    found = judging(replace(read, answers=answers))
    assert all(right.total == read.judged.sum() for _, right in found.by_share)
    assert [share for share, _ in found.by_share] == [0.85, 0.9, 0.95, 1.0]
    assert "Not every review" in str(found.notes[0])


def test_padding_behind_that_changes_what_is_said_is_told(read: Survey) -> None:
    ends = read.answers.ends.copy()
    right = read.inputs.labels[read.judged] == (ends[read.judged, 0] > 0.5)
    turned = np.flatnonzero(read.judged)[right][:2]
    ends[turned] = 1 - ends[turned]
    found = judging(with_ends(read, ends))
    assert dict(found.by_share)[1.0].count == found.right.count + 2
    assert "changes what is said of 2 reviews" in str(found.notes[0])


def test_an_edit_that_a_network_does_not_take_costs_one_row(
    read: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = ablation.answers_only

    def refusing(network, inputs, workers, edits, should_stop):
        if edits and isinstance(edits[0], UnitOff) and edits[0].units == (2,):
            raise EditError("It does not.")
        made = yield from taken(network, inputs, workers, edits, should_stop)
        return replace(made, notes=(Note("A worker went away."),))

    monkeypatch.setattr(ablation, "answers_only", refusing)
    table = finish(ablate(read, gates=False))
    assert {row.unit for row in table.rows if row.what == "unit"} == {0, 1, 3}
    assert [(what, str(error)) for what, error in table.refused] == [("lstm h 3", "It does not.")]
    assert table.notes == (Note("A worker went away."),)
    assert table.by_chance == len(table.rows) / 20
    with pytest.raises(Cancelled):
        finish(ablate(read, should_stop=lambda: True))
