"""Where the numbers of a model's table come from: each layer's weights as a sum of products."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from engine.lessons.printouts import PrintOut
from engine.network.cell_kinds import CELL_KINDS
from engine.training.recipes import Recipe

LECTURE = {
    "simple_rnn_one_hot": "SimpleRNN 4072, Dense 9, Total params: 4,081",
    "simple_rnn": "Embedding 8000, SimpleRNN 200, Total params: 8,209",
}
"""What the tables of the lecture print of each of its models; the number of the second Dense is
not in it."""


@dataclass(frozen=True)
class LayerSum:
    """One layer.

    Attributes:
        layer: its kind, as Keras names it.
        terms: the weights in their order, each a product of whole numbers, with its name.
    """

    layer: str
    terms: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def total(self) -> int:
        """What Keras prints."""
        return sum(prod(factors) for _, factors in self.terms)

    @property
    def text(self) -> str:
        """The sum, as "500×8 + 8×8 + 8"."""
        return " + ".join("×".join(map(str, factors)) for _, factors in self.terms)


def model_sums(recipe: Recipe) -> tuple[LayerSum, ...]:
    """Layer by layer, in the order of `engine.training.outline.outline`."""
    cell = CELL_KINDS[recipe.cell]
    gates = (len(cell.gates),) if len(cell.gates) > 1 else ()
    rows = cell.bias_rows(reset_after=True)
    biases = (rows,) if rows > 1 else ()
    width, units = recipe.num_words, recipe.units
    sums: list[LayerSum] = []
    if recipe.embedding is not None:
        width = recipe.embedding
        sums.append(LayerSum("Embedding", (("embeddings", (recipe.num_words, width)),)))
    for _ in range(recipe.layers):
        terms = (
            ("kernel", (*gates, width, units)),
            ("recurrent_kernel", (*gates, units, units)),
            ("bias", (*gates, *biases, units)),
        )
        sums.append(LayerSum(recipe.cell, terms))
        width = units
    sums.append(LayerSum("Dense", (("kernel", (width, 1)), ("bias", (1,)))))
    return tuple(sums)


def printed(name: str, recipe: Recipe) -> PrintOut:
    """The numbers of a model's table beside the lecture's, of the layers of which it prints any.

    Args:
        name: of `LECTURE`; of another model the lecture prints nothing.
        recipe: the model.
    """
    lecture, sums = LECTURE.get(name, ""), model_sums(recipe)
    rows = [f"{each.layer} {each.total}" for each in sums if f"{each.layer} " in lecture]
    total = sum(each.total for each in sums)
    return PrintOut("model.summary()", ", ".join([*rows, f"Total params: {total:,}"]), lecture)
