"""What the series and numbers of the window are called, and what they mean: one row each.

Every hover text that explains a series, a number or a badge is made here, so that a thing is
called and explained in the same words wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.errors import GatescopeError
from engine.replay.cells.registry import CELLS
from engine.replay.cells.series import Meaning
from gui.i18n.texts import MEANINGS, explain


@dataclass(frozen=True)
class Fact:
    """A number that is said of something.

    Attributes:
        means: its row in `NUMBERS`.
        value: the number, as it is written; all that is shown where there is no room.
        text: the number with its name, in the window's language.
    """

    means: str
    value: str
    text: str


SERIES: Mapping[str, Mapping[str, Meaning]] = {kind: cell.MEANINGS for kind, cell in CELLS.items()}
"""By kind of cell and key of the series."""

NUMBERS: Mapping[str, Meaning] = {
    # -- what is read
    "review": Meaning("review", "its number among the reviews of the source, counted from 0"),
    "label": Meaning("label", "what the review is: positive or negative, as its writer rated it"),
    "lengths": Meaning(
        "steps",
        "what the network reads, one step after the other: padding, the start mark, and words",
    ),
    "numbers": Meaning("numbers", "what the network reads: one row of numbers at each step"),
    "step": Meaning("step", "which of the steps the window shows, counted from 1"),
    "axis": Meaning("step", "a place in what is read, counted from 1; a click goes there"),
    "word": Meaning("word", "what is read at this step"),
    "id": Meaning("id", "the number that the network is given in place of the word"),
    "padding": Meaning("padding", "id 0, added so that every review is equally long"),
    "start": Meaning("start mark", "id 1, which stands in front of every review"),
    "unknown": Meaning(
        "unknown word", "not in this network's vocabulary; it reads id 2 in its place"
    ),
    "shade": Meaning("colour of the words", "which signal colours them, and of which network"),
    "count": Meaning("reviews", "how many of the source match what is asked for"),
    # -- what a network answers
    "prediction": Meaning("prediction", "the answer, had the reading ended at this step"),
    "attribution": Meaning(
        "attribution", "how far each step pushed the answer up or down, by the chosen method"
    ),
    "memory": Meaning(
        "memory", "how much of every step is still felt at the end: the norm of d(h_T)/d(h_t)"
    ),
    "parting": Meaning(
        "parting",
        "the first step at which two predictions begin to differ by more than 0.10; where they are "
        "no probabilities, by a tenth of their range",
    ),
    "masked": Meaning(
        "skipped by the mask",
        "the layer does not read this step: its state stays, its gates are not computed",
    ),
    "answer": Meaning("answer", "the largest of the network's outputs at this step"),
    # -- a cell
    "network": Meaning("network", "layers, with the weights that training gave them"),
    "unit": Meaning("unit", "one of the numbers that a layer remembers, counted from 1"),
    "input": Meaning("input x", "the numbers that the layer is given at this step"),
    "one_hot": Meaning(
        "input x", "one-hot: a row of zeros with a single 1, in the place of the word's id"
    ),
    "cell": Meaning("cell", "what the chosen unit computes at this step"),
    "×": Meaning(
        "×", "two numbers are multiplied: a gate of 1 lets the other through, one of 0 nothing"
    ),
    "+": Meaning("+", "two numbers are added: what was kept and what is new"),
    "tanh": Meaning("tanh", "a number is squeezed between −1 and 1"),
    "activation": Meaning(
        "activation function", "the layer's own, through which the cell state goes on its way out"
    ),
    "pre_activation": Meaning(
        "pre-activation",
        "the weighted input, the weighted old state and the bias, added up; it goes into the "
        "activation function",
    ),
    "flat": Meaning(
        "slope",
        "the curve is nearly flat here, saturated: another sum would hardly change the number, and "
        "hardly any gradient comes back",
    ),
    "steep": Meaning(
        "slope",
        "not saturated: another sum changes the number, and a gradient comes back",
    ),
    "1−": Meaning("1−", "what the gate leaves: 1 minus its value"),
    "colours": Meaning("colours", "which value has which colour"),
    "shared": Meaning(
        "shared", "the same colours in every pane, for what they show, rounded (S for others)"
    ),
    "fixed": Meaning("fixed", "the colours reach over all that the series could be (S for others)"),
    "stretched": Meaning(
        "stretched",
        "the colours reach from the least to the greatest value of this pane alone (S for others)",
    ),
    "changed": Meaning(
        "changed", "the edited reading minus the untouched one; the same colours in every pane"
    ),
    # -- a model
    "proof": Meaning(
        "comparison with Keras", "whether the numbers here are those that Keras computes"
    ),
    "validation_accuracy": Meaning(
        "validation accuracy",
        "the share of reviews that were held out of training and are answered rightly; by "
        "chance it would be 0.5",
    ),
    "validation_loss": Meaning(
        "validation loss",
        "how far the answers are from the labels of the held-out reviews; lower is better",
    ),
    "epochs": Meaning(
        "epochs", "how often training went through all reviews, and after which time it was best"
    ),
    "seed": Meaning("seed", "the number from which chance began, so that it can be done again"),
    "parameters": Meaning("parameters", "the numbers that training adjusts: weights and biases"),
    "shape": Meaning(
        "output shape", "how many numbers the layer hands on; None stands for any number"
    ),
    "writer": Meaning("saved by", "the library that wrote the file"),
    "reads": Meaning("reads", "what the network is given at each step"),
    "fixed_length": Meaning("steps", "for how many steps the network was built"),
    "inputs": Meaning("inputs", "how many things the network is given"),
    "outputs": Meaning("outputs", "how many things the network answers"),
    "version": Meaning("version", "of the library with which the model was trained"),
    # -- playing
    "speed": Meaning("speed", "how many steps are read in a second"),
}
"""By what the code calls them."""


def series_name(key: str) -> str:
    """The full name of a series in the window's language; a key without a name is its own."""
    names = (rows[key].name for rows in SERIES.values() if key in rows)
    name = next(names, None)
    return key if name is None else _said(name)


def said(note: GatescopeError) -> str:
    """A sentence of the engine, with the series' own names in it, and in the sentences in it."""
    values = {
        name: said(value) if isinstance(value, GatescopeError) else value
        for name, value in note.values.items()
    }
    if "series" in values:
        values["series"] = f"{series_name(values['series'])} {values['series']}"
    whole = note.anew()
    whole.values = values
    return explain(whole)


def series_meaning(kind: str, key: str, value: str = "") -> str:
    """What a series of a kind of cell is: ``forget gate f = 0.75: how much ...``.

    Args:
        kind: of the cell, as Keras has it.
        key: of the series.
        value: its number, if there is one to say.
    """
    row = SERIES.get(kind, {}).get(key)
    head = f"{series_name(key)} {key}" + (f" = {value}" if value else "")
    return head if row is None else f"{head}: {_said(row.says)}"


def meaning(name: str, value: str = "") -> str:
    """What a number of the window is: ``validation accuracy 0.798: the share of ...``.

    Args:
        name: of its row in `NUMBERS`.
        value: the number, if it is to be said.
    """
    row = NUMBERS[name]
    head = f"{_said(row.name)} {value}" if value else _said(row.name)
    return f"{head}: {_said(row.says)}"


def name_of(name: str) -> str:
    """What a number of the window is called, in the window's language."""
    return _said(NUMBERS[name].name)


def _said(text: str) -> str:
    return QCoreApplication.translate(MEANINGS, text)
