"""What the window calls each field of a recipe, and how it says that a run has it otherwise.

The fields themselves, with their kinds and bounds, stand in ``engine/training/recipes.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.training.recipes import FIELDS
from gui.i18n.context import translator

_tr = translator("RecipeFields")


@dataclass(frozen=True)
class FieldTexts:
    """The texts of one field.

    Attributes:
        label: its name in a form.
        tip: what it is, with Keras's own name.
        difference: how a run's value is said that is not the lecture's.
        values: the values that are said otherwise.
        choices: what the values of a choice are called in a form, if not by themselves.
    """

    label: str
    tip: str
    difference: str = "{value}"
    values: Mapping[Any, str] = field(default_factory=dict)
    choices: Mapping[Any, str] = field(default_factory=dict)


def field_texts() -> Mapping[str, FieldTexts]:
    """By name, in the order in which differences are said: model, training, reviews."""
    sides = {"pre": _tr("in front"), "post": _tr("at the end")}
    return {
        "cell": FieldTexts(_tr("Cell"), f"keras.layers: {', '.join(FIELDS['cell'].choices)}"),
        "units": FieldTexts(
            _tr("Units"), _tr("units: the width of each recurrent layer"), _tr("{value} units")
        ),
        "layers": FieldTexts(
            _tr("Layers"),
            _tr("recurrent layers, one above the other"),
            _tr("{value} layers"),
            {1: _tr("1 layer")},
        ),
        "one_hot": FieldTexts(
            _tr("One-hot rows"),
            _tr("to_categorical instead of an Embedding, as in the lecture's first model"),
        ),
        "embedding": FieldTexts(
            _tr("Embedding"),
            _tr("output_dim: the numbers that stand for each word"),
            _tr("embedding {value}"),
            {None: _tr("one-hot")},
        ),
        "mask": FieldTexts(
            _tr("Mask"),
            _tr("mask_zero: the layers above skip the padding"),
            values={True: _tr("mask"), False: _tr("no mask")},
        ),
        "dropout": FieldTexts(
            _tr("Dropout"),
            _tr("dropout: the share of a recurrent layer's inputs dropped in training"),
            _tr("dropout {value}"),
        ),
        "optimizer": FieldTexts(_tr("Optimizer"), _tr("keras.optimizers")),
        "learning_rate": FieldTexts(_tr("Learning rate"), _tr("learning_rate"), _tr("lr {value}")),
        "batch": FieldTexts(
            _tr("Batch"),
            _tr("batch_size: reviews to one change of the weights"),
            _tr("batch {value}"),
        ),
        "seed": FieldTexts(
            _tr("Seed"),
            _tr("set_random_seed: of the weights, the shuffling and the dropout"),
            _tr("seed {value}"),
        ),
        "epochs": FieldTexts(_tr("Epochs"), _tr("epochs: at most so many"), _tr("{value} epochs")),
        "patience": FieldTexts(
            _tr("Patience"),
            _tr("EarlyStopping(patience): epochs without a better validation loss"),
            _tr("patience {value}"),
        ),
        "limit": FieldTexts(
            _tr("Reviews"), _tr("Only the first so many, for a quick try; empty takes all")
        ),
        "every": FieldTexts(
            _tr("Keep every n batches"),
            _tr("Also keep the weights within an epoch, to watch it closely; 0: don't"),
        ),
        "num_words": FieldTexts(
            _tr("Known words"),
            _tr("num_words: ids from here on are read as unknown"),
            _tr("{value} words"),
        ),
        "length": FieldTexts(
            _tr("Length"),
            _tr("maxlen: the length that every review is brought to"),
            _tr("{value} steps"),
        ),
        "padding": FieldTexts(
            _tr("Padding"),
            _tr("padding: where a short review is filled up"),
            values={"pre": _tr("padded in front"), "post": _tr("padded at the end")},
            choices=sides,
        ),
        "truncating": FieldTexts(
            _tr("Cutting"),
            _tr("truncating: where a long review is cut"),
            values={"pre": _tr("cut in front"), "post": _tr("cut at the end")},
            choices=sides,
        ),
        "test_size": FieldTexts(
            _tr("Held out"),
            _tr("test_size: the share of the reviews that is not learned from"),
            _tr("{value} held out"),
        ),
        "split_seed": FieldTexts(
            _tr("Split seed"), _tr("random_state of train_test_split"), _tr("split {value}")
        ),
    }


def data_texts() -> Mapping[str, FieldTexts]:
    """The same for the form of the data, where two fields are seen from the reviews' side."""
    texts = field_texts()
    return {
        **texts,
        "one_hot": FieldTexts(
            _tr("Input"),
            _tr("to_categorical, or keras.layers.Embedding"),
            choices={True: _tr("One-hot"), False: _tr("Embedding")},
        ),
        "limit": replace(texts["limit"], tip=_tr("Use only the first so many reviews; empty: all")),
    }
