"""Plans and outlines: what a training process is told, and what its model will be."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import GatescopeError, TextError, TrainingError
from engine.text.sources.reference import SourceReference
from engine.training.outline import outline
from engine.training.plan import Plan
from engine.training.recipes import FIELDS, RECIPES, Recipe, RecipeField, describe, problem_of
from tests.engine.training.conftest import ROOT
from tests.forked_keras import said_by
from tests.forked_reading import ForkingProcess

NUMBERS = [name for name, field in FIELDS.items() if field.is_number and field.owner == "recipe"]

recipes = st.builds(
    Recipe,
    name=st.just("lstm"),
    title=st.text(max_size=20),
    cell=st.sampled_from(FIELDS["cell"].choices),
    units=st.integers(1, 512),
    layers=st.integers(1, 4),
    embedding=st.integers(1, 64),
    dropout=st.floats(0, 0.9),
    num_words=st.integers(4, 1000),
    length=st.integers(1, 300),
    optimizer=st.sampled_from(FIELDS["optimizer"].choices),
    padding=st.sampled_from(("pre", "post")),
    truncating=st.sampled_from(("pre", "post")),
    mask=st.booleans(),
)
sources = st.one_of(
    st.builds(SourceReference),
    st.builds(SourceReference, kind=st.just("keras"), split=st.sampled_from(("train", "test"))),
    st.builds(
        SourceReference,
        kind=st.just("table"),
        path=st.text(min_size=1, max_size=30),
        text=st.one_of(st.none(), st.text(max_size=9), st.integers(0, 9)),
        label=st.one_of(st.none(), st.text(max_size=9), st.integers(0, 9)),
        header=st.booleans(),
    ),
)


@given(recipes, sources, st.one_of(st.none(), st.integers(10, 1000)), st.integers(0, 100))
def test_a_plan_survives_json(
    recipe: Recipe, source: SourceReference, limit: int | None, every: int
) -> None:
    plan = Plan(recipe, source, limit, every)
    assert Plan.from_dict(json.loads(json.dumps(plan.as_dict()))) == plan


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_has_bounds_that_hold(name: str) -> None:
    low, high = FIELDS[name].low, FIELDS[name].high
    assert problem_of(name, low) is None
    assert problem_of(name, high) is None
    for wrong in (low - 1, high + 1, "many", True, float("nan")):
        assert isinstance(problem_of(name, wrong), TrainingError), wrong


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "no recipe"),
        ({"recipe": {"name": "lstm", "title": "x"}}, "no cell"),
        ({"recipe": RECIPES["lstm"].as_dict() | {"units": 0}}, "units is 0"),
        ({"recipe": RECIPES["lstm"].as_dict() | {"units": 2.5}}, "whole number"),
        ({"recipe": RECIPES["lstm"].as_dict() | {"optimizer": "magic"}}, "one of rmsprop"),
        ({"recipe": RECIPES["lstm"].as_dict(), "limit": 3}, "3 reviews are too few"),
        ({"recipe": RECIPES["lstm"].as_dict(), "limit": "all"}, "limit is all"),
        ({"recipe": RECIPES["lstm"].as_dict(), "every": -1}, "not -1"),
        ({"recipe": RECIPES["lstm"].as_dict(), "source": {"kind": "web"}}, "called web"),
    ],
)
def test_a_plan_that_makes_no_sense(found: dict[str, object], said: str) -> None:
    with pytest.raises((TrainingError, TextError), match=said) as caught:
        Plan.from_dict(found)
    assert isinstance(caught.value, GatescopeError)


def test_one_hot_rows_cannot_be_masked() -> None:
    with pytest.raises(TrainingError, match="cannot be masked"):
        replace(RECIPES["simple_rnn_one_hot"], mask=True)


def test_recipes_are_described_as_the_bundled_models_are_called() -> None:
    assert [describe(recipe) for recipe in RECIPES.values()] == [
        recipe.title for recipe in RECIPES.values()
    ]


VARIANTS = (
    *RECIPES.values(),
    replace(RECIPES["gru"], units=5, layers=3, embedding=7, num_words=200, length=40),
    replace(RECIPES["simple_rnn_one_hot"], layers=2, units=3, num_words=100, length=20),
    replace(RECIPES["lstm"], mask=True, padding="post", embedding=1, units=1),
)

IN_KERAS = """
import json, sys
from engine.training.keras_model import build, quiet_keras
from engine.training.recipes import Recipe
keras = quiet_keras()
found = []
for data in json.load(sys.stdin):
    keras.backend.clear_session()
    lecture, _ = build(Recipe.from_dict(data))
    found.append([
        [f"{layer.name} ({type(layer).__name__})", str(tuple(layer.output.shape)),
         layer.count_params()]
        for layer in lecture.layers
    ])
print(json.dumps(found))
"""


@pytest.mark.tensorflow
def test_the_outline_is_the_summary_of_keras(forking_keras: ForkingProcess | None) -> None:
    recipes = json.dumps([recipe.as_dict() for recipe in VARIANTS])
    found = json.loads(said_by(forking_keras, IN_KERAS, cwd=ROOT, given=recipes).splitlines()[-1])
    for recipe, theirs in zip(VARIANTS, found, strict=True):
        ours = [[row.layer, row.shape, row.parameters] for row in outline(recipe).rows]
        assert ours == theirs, recipe
        assert outline(recipe).total == sum(row[2] for row in theirs)


def test_every_field_of_a_recipe_has_its_row() -> None:
    rows = {name for name, field in FIELDS.items() if field.owner == "recipe"}
    assert {known.name for known in fields(Recipe)} == rows | {"name", "title"}
    of_the_plan = {name for name, field in FIELDS.items() if field.owner == "plan"}
    assert {known.name for known in fields(Plan)} == of_the_plan | {"recipe", "source"}


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_a_row_says_all_that_its_kind_needs(field: RecipeField) -> None:
    assert field.groups
    assert field.is_number == (field.low < field.high)
    assert bool(field.choices) == (field.kind == "choice")
    assert list(field.ladder) == sorted(field.ladder)
    assert field.step > 0
