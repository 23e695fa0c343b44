"""`outline`: the summary of a recipe's model before it is built.  No TensorFlow."""

from __future__ import annotations

from engine.network.cell_kinds import CELL_KINDS
from engine.network.summary import Summary, SummaryRow
from engine.training.recipes import Recipe

_BYTES = 4  # float32


def outline(recipe: Recipe) -> Summary:
    """The table that Keras would print of the recipe's model: shapes and parameters.

    ``keras/src/layers/rnn``: a cell has a kernel ``(F, G*U)``, a recurrent kernel
    ``(U, G*U)`` and a bias ``(G*U,)``, and GRU's bias is ``(2, 3*U)`` (``reset_after``).
    """
    rows: list[SummaryRow] = []

    def add(name: str, kind: str, shape: tuple[int | None, ...], parameters: int) -> None:
        rows.append(
            SummaryRow(f"{name} ({kind})", str(shape), parameters, _BYTES * parameters, True)
        )

    width = recipe.num_words
    if recipe.embedding is not None:
        width = recipe.embedding
        add("embedding", "Embedding", (None, recipe.length, width), recipe.num_words * width)
    cell = CELL_KINDS[recipe.cell]
    for place in range(recipe.layers):
        name = cell.module + (f"_{place}" if place else "")
        above = place < recipe.layers - 1
        shape = (None, *((recipe.length,) if above else ()), recipe.units)
        add(name, recipe.cell, shape, cell.parameters(width, recipe.units))
        width = recipe.units
    add("dense", "Dense", (None, 1), width + 1)
    return Summary("sequential", tuple(rows))
