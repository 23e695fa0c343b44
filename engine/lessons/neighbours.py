"""Words in the table of an embedding: the nearest to one, and all of them on a plane."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.network.network import Network

Floats = npt.NDArray[np.floating[Any]]

MAX_WORDS = 2000
"""Rows of a table that are looked at: the most frequent words."""


def table_of_words(networks: Iterable[Network]) -> Network | None:
    """The first of the networks that begins with a table of words; None where none does."""
    found = (each for each in networks if each.reads_words and each.layers[0].kind == "Embedding")
    return next(found, None)


def nearest(
    table: Floats, id: int, count: int, first: int = 0
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """The rows of a table ``(V, E)`` that point most nearly where row ``id`` does.

    Ids below ``first`` (padding and marks) and the row itself are left out.  Returns at most
    ``count`` ids, the nearest first, and the cosine of each, -1 to 1; a row of zeros has 0.
    """
    rows = np.asarray(table, np.float64)
    sizes = np.linalg.norm(rows, axis=1)
    sizes[sizes == 0] = np.inf
    rows = rows / sizes[:, None]
    cosines = rows @ rows[id]
    candidates = np.array([each for each in range(first, len(rows)) if each != id], np.intp)
    order = candidates[np.argsort(-cosines[candidates], kind="stable")][:count]
    return order, cosines[order]


def plane(table: Floats, first: int = 0) -> tuple[npt.NDArray[np.float64], float]:
    """The rows of a table ``(V, E)``, E > 1, on its two principal components: ``(V, 2)``, and the
    share of the variance that the plane shows, 0 to 1.

    The components are those of the rows from ``first`` on.
    """
    rows = np.asarray(table, np.float64)
    centred = rows - rows[first:].mean(axis=0)
    _, sizes, axes = np.linalg.svd(centred[first:], full_matrices=False)
    total = float((sizes**2).sum())
    return centred @ axes[:2].T, float((sizes[:2] ** 2).sum()) / total if total else 0.0
