"""Attention weights as a table, a row a pair of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.replay.attended import Attended
from engine.replay.export import harmless, write_table

Shown = tuple[str, Attended, int | None]
"""The name of a network, its attention, and the head from 0; None for the mean of all."""

HEAD = ("network", "layer", "head", "step", "word", "looked at", "word looked at", "weight")


def write_attention(words: Sequence[str], shown: Sequence[Shown], path: Path) -> None:
    """Write the table as CSV: steps and heads from 1, "mean" for the mean of all heads.

    Raises:
        GatescopeError: the file cannot be written.
    """
    write_table(HEAD, _rows(words, shown), path)


def _rows(words: Sequence[str], shown: Sequence[Shown]) -> Iterator[list[object]]:
    def word(step: int) -> object:
        return harmless(words[step]) if 0 <= step < len(words) else ""

    for network, attended, head in shown:
        name = "mean" if head is None else head + 1
        weights = attended.of_head(head)
        for row, query in enumerate(attended.queries.tolist()):
            for column, key in enumerate(attended.keys.tolist()):
                pair = [query + 1, word(query), key + 1, word(key)]
                whose = [harmless(network), harmless(attended.layer.name), name]
                yield [*whose, *pair, float(weights[row, column])]
