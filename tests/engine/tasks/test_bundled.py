"""The bundled models of the tasks: their records are whole, and what they say is so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.digest import digest_of
from engine.errors import ModelError
from engine.library import LESSONS, MODELS
from engine.network.opening import open_network, open_safely
from engine.progress import finish
from engine.tasks import dates, one_to_one, static, tagger
from engine.tasks.bundled import TaskModel, task_record
from engine.tasks.registry import TASKS
from engine.tasks.task import Sample, Task, scores, standard_errors
from engine.training.data import Data, load
from engine.training.make_models import main, table_of_tasks
from engine.training.recipes import RECIPES
from engine.training.task_models import TRAININGS

MAX_BYTES = 3_000_000
"""Of all bundled models together, with their records."""

FRESH = 20_261_129
"""A seed that no training has drawn with."""

COUNT = 200

ALL = [(task, variant) for task in TASKS.values() for variant in task.variants]
each_model = pytest.mark.parametrize(
    ("task", "variant"), ALL, ids=[variant.name for _, variant in ALL]
)


def _model(task: Task, name: str) -> TaskModel:
    record = task_record(task)
    assert record is not None, f"make models ARGS={task.name}"
    return record.model(name)


def test_all_models_together_are_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) < MAX_BYTES


def test_nothing_lies_there_that_no_task_names() -> None:
    names = {f"{variant.name}.keras" for _, variant in ALL} | {f"{name}.json" for name in TASKS}
    assert {path.name for path in LESSONS.iterdir()} == names | {
        "dates.writes.json",
        "tagger_labels.txt",
    }


def test_what_models_write_and_answer_is_named_as_their_tasks_do() -> None:
    letters = json.loads((LESSONS / "dates.writes.json").read_text(encoding="utf-8"))
    assert letters == ["start", *dates.WRITES[1:]]
    assert tuple((LESSONS / "tagger_labels.txt").read_text("utf-8").split()) == tagger.TAGS


@each_model
def test_a_record_is_whole_and_belongs_to_its_file(task: Task, variant: Any) -> None:
    model = _model(task, variant.name)
    record, data = model.record, model.record.data
    assert record.digest == digest_of(model.path) == data["proof"]["digest"]
    assert record.parameters == open_safely(model.path).parameters
    assert (data["cell"], data["units"], data["length"]) == (
        variant.cell,
        variant.units,
        variant.length,
    )
    assert record.proof["ok"] is True
    assert record.proof["verdict"] == "same"
    assert record.seed == 42
    assert len(record.history) == record.epochs
    losses = [epoch["val_loss"] for epoch in record.history]
    assert losses.index(min(losses)) + 1 == record.best_epoch
    assert data["held_out"] > 0
    assert data["learned"] > 0
    assert task.metric in record.scores
    assert task.metric in record.baseline
    assert set(record.scores) == set(data["errors"])
    whole = task_record(task)
    assert whole is not None
    assert whole.data["versions"]["keras"]
    assert whole.data["title"] == task.title
    assert whole.data["settings"] == TRAININGS[task.name].settings()


def _agrees(model: TaskModel, measured: dict[str, np.ndarray]) -> None:
    """What is measured anew is what the record says, but for the chance of two samples."""
    found, errors = scores(measured), standard_errors(measured)
    for name, value in found.items():
        chance = np.hypot(errors[name], model.record.data["errors"][name])
        assert value == pytest.approx(model.record.scores[name], abs=5 * chance + 2e-6), name


@pytest.mark.parametrize(
    ("task", "variant"),
    [pair for pair in ALL if not pair[0].of_reviews],
    ids=[variant.name for task, variant in ALL if not task.of_reviews],
)
def test_scores_are_those_of_a_fresh_sample(task: Task, variant: Any) -> None:
    model = _model(task, variant.name)
    assert task.draw is not None
    network, sample = open_network(model.path), task.draw(variant, COUNT, FRESH)
    measured = dict(task.measure(task.answer(network, sample), sample))
    measured |= task.besides(network, 30, FRESH)[0]
    assert set(measured) == set(model.record.scores)
    _agrees(model, measured)
    for name, value in task.baseline(variant, sample).items():
        assert value == pytest.approx(model.record.baseline[name], rel=0.15)


@pytest.fixture(scope="module")
def reviews(prepared_reviews: Path) -> Data:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
        data: Data = finish(load(RECIPES["lstm"]))
    return data


def test_what_a_task_learns_from_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["nothing", "--out", str(tmp_path)]) == 2
    assert "There is no recipe nothing" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    table = table_of_tasks(LESSONS).splitlines()
    assert [line.split()[0] for line in table[1:]] == [variant.name for _, variant in ALL]


def _held_out(task: Task, data: Data) -> Sample:
    part, record = data.held_out, task_record(task)
    assert record is not None
    facts = record.data["data"]
    if task.name in ("conv1d", "bag"):
        return static.of_reviews(part.ids, part.labels)
    polarity = tagger.polarity_from(facts["praise"], facts["complaint"], 500)
    if task.name == "tagger":
        return tagger.of_reviews(part.ids, polarity, np.array(facts["negations"]))
    return one_to_one.of_reviews(part.ids, part.labels, polarity)


@pytest.mark.parametrize("name", [name for name, task in TASKS.items() if task.of_reviews])
def test_scores_are_those_of_the_reviews_held_out(name: str, reviews: Data) -> None:
    task = TASKS[name]
    (variant,) = task.variants
    model, sample = _model(task, name), _held_out(task, reviews)
    measured = scores(task.measure(task.answer(open_network(model.path), sample), sample))
    assert measured == pytest.approx(model.record.scores, abs=5e-4)
    baseline = dict(task.baseline(variant, sample))
    assert baseline == pytest.approx(dict(model.record.baseline), abs=1e-5)
    # No model is there that a simple rule does as well.
    assert measured[task.metric] > baseline[task.metric]


@pytest.mark.parametrize("name", ["sine", "one_to_many", "dates"])
def test_what_is_to_be_shown_has_been_learned(name: str) -> None:
    task = TASKS[name]
    record = _model(task, name).record
    score, baseline = record.scores[task.metric], record.baseline[task.metric]
    assert score < baseline / 10 if task.is_loss else score > 0.95 > baseline


def test_every_task_has_its_training() -> None:
    assert list(TRAININGS) == list(TASKS)
    for training in TRAININGS.values():
        assert training.rate(1) == training.learning_rate
        last = training.last_rate or training.learning_rate
        assert training.rate(training.epochs) == pytest.approx(last)


def test_a_date_is_translated() -> None:
    network = open_network(LESSONS / "dates.keras")
    days = ["3 March 2021", "3 Mar 2021"]
    assert [dates.text_of(row) for row in dates.translate(network, dates.read_ids(days))] == [
        "2021-03-03"
    ] * 2


def test_a_missing_record_is_none_and_a_damaged_one_an_error(tmp_path: Path) -> None:
    assert task_record(TASKS["sine"], tmp_path) is None
    (tmp_path / "sine.json").write_text('{"models": [3]}')
    with pytest.raises(ModelError, match=r"sine.json cannot be read"):
        task_record(TASKS["sine"], tmp_path)
    (tmp_path / "sine.json").write_text('{"models": []}')
    empty = task_record(TASKS["sine"], tmp_path)
    assert empty is not None
    with pytest.raises(ModelError, match="ARGS=sine"):
        empty.model("sine")
