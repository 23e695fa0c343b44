"""The lecture's print-outs of the reviews, computed again from the reviews that are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.text.corpus import Corpus
from engine.training.data import encoding_of
from engine.training.lecture import FIRST_LOADED, FIRST_ROW, MEAN, MEDIAN
from engine.training.preparation import Preparation, first_labels, one_hot_row, training_review
from engine.training.recipes import Recipe

ENDS = 10
"""Ids of the end of a review that the lecture prints: ``train_input[0][-10:]``."""

ONES = 12
"""Numbers of a one-hot row that it asks for: ``[:12]``."""


@dataclass(frozen=True)
class PrintOut:
    """One line of code with what it prints.

    Attributes:
        code: the lecture's, or what it comes to.
        ours: what it prints of these reviews, with "..." where the lecture's is cut, too.
        lecture: what stands in the lecture; "" where it prints nothing of the kind.
    """

    code: str
    ours: str
    lecture: str = ""

    @property
    def is_equal(self) -> bool:
        """Whether the same is printed."""
        return self.ours == self.lecture


def print_outs(section: str, preparation: Preparation, recipe: Recipe) -> tuple[PrintOut, ...]:
    """Those of a section: "load", "split", "lengths", "padding" or "one_hot"; none of another.

    Raises:
        TextError: a review cannot be read.
    """
    make = _SECTIONS.get(section)
    return () if make is None else tuple(make(preparation, recipe))


def _load(preparation: Preparation, recipe: Recipe) -> Iterable[PrintOut]:
    corpus = preparation.corpus
    count = int((corpus.labels >= 0).sum())
    first = _first_loaded(corpus, recipe)
    if corpus.beside:
        shapes = f"({count},) ({corpus.beside},)"
        yield PrintOut("print(train_input.shape, test_input.shape)", shapes, "(25000,) (25000,)")
    else:  # the reviews to test with are not there
        yield PrintOut("train_input.shape", f"({count},)", "(25000,)")
    yield PrintOut(
        "print(train_input[0])",
        f"[{_commas(first[:10])}, ...",
        f"[{_commas(FIRST_LOADED[1])}, 2, 2, 2, 2, 65, ...",
    )
    yield PrintOut("len(train_input[0])", str(len(first)))
    labels = first_labels(corpus).tolist()
    yield PrintOut(
        "print(train_target[:20])",
        f"[{_blanks(labels)}]",
        "[1 0 0 1 0 0 1 0 1 0 1 0 0 0 0 0 1 1 0 1]",
    )


def _split(preparation: Preparation, recipe: Recipe) -> Iterable[PrintOut]:
    yield PrintOut(
        "print(train_input.shape, val_input.shape)",
        " ".join(f"({count},)" for count in (len(preparation.learned), len(preparation.held_out))),
    )


def _lengths(preparation: Preparation, recipe: Recipe) -> Iterable[PrintOut]:
    yield PrintOut(
        "print(np.mean(lengths), np.median(lengths))",
        f"{preparation.mean!r} {preparation.median!r}",
        f"{MEAN!r} {MEDIAN!r}",
    )


def _padding(preparation: Preparation, recipe: Recipe) -> Iterable[PrintOut]:
    yield PrintOut(
        "print(train_seq.shape)", str((len(preparation.learned), recipe.length)), "(20000, 100)"
    )
    first = training_review(preparation, recipe, 0)
    row = first.inputs.tolist()
    yield PrintOut(
        "print(train_seq[0])",
        f"[{_blanks(row[: len(FIRST_ROW)])} ... {_blanks(row[-4:])}]",
        f"[{_blanks(FIRST_ROW)} ... 10 10 470 158]",
    )
    yield PrintOut(
        f"print(train_input[0][-{ENDS}:])",
        f"[{_commas(first.token_ids[-ENDS:].tolist())}]",
        "[6, 2, 46, 7, 14, 20, 10, 10, 470, 158]",
    )
    if len(preparation.learned) > 5:
        sixth = training_review(preparation, recipe, 5).inputs.tolist()
        yield PrintOut(
            "print(train_seq[5])", f"[... {_blanks(sixth[-6:])}]", "[... 46 48 64 18 4 2]"
        )


def _one_hot(preparation: Preparation, recipe: Recipe) -> Iterable[PrintOut]:
    shape = (len(preparation.learned), recipe.length, recipe.num_words)
    yield PrintOut("print(train_oh.shape)", str(shape), "(20000, 100, 500)")
    one = one_hot_row(int(training_review(preparation, recipe, 0).inputs[0]), recipe.num_words)
    yield PrintOut(
        f"print(train_oh[0][0][:{ONES}])",
        f"[{' '.join(f'{value:.0f}.' for value in one[:ONES])}]",
        "[0. 0. 0. 0. 0. 0. 0. 0. 0. 1. 0.]",
    )
    yield PrintOut("print(np.sum(train_oh[0][0]))", str(float(np.sum(one))), "1.0")


_SECTIONS = {
    "load": _load,
    "split": _split,
    "lengths": _lengths,
    "padding": _padding,
    "one_hot": _one_hot,
}

SECTIONS = tuple(_SECTIONS)
"""The names of the sections, in the order of the lecture."""


def _first_loaded(corpus: Corpus, recipe: Recipe) -> list[int]:
    number = int(np.flatnonzero(corpus.labels >= 0)[0])
    ids: list[int] = corpus.review(number, encoding_of(recipe)).token_ids.tolist()
    return ids


def _commas(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids))


def _blanks(ids: Iterable[int]) -> str:
    return " ".join(map(str, ids))
