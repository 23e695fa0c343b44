"""Explanations as a file.

NPZ: ``words (T,) str``, and for each network ``NETWORK/METHOD (T,)`` with ``.../answer ()``,
``.../check (C,) str`` and, of numbers, ``.../by_feature (T, F)``; ``NETWORK/memory/KEY (T,)``, the
norm of ``d(h_T)/d(state_t)``, ``NETWORK/memory of the answer/KEY``, ``NETWORK/kept (T, U)``;
``NETWORK/fading (T, T)``, the norm of ``d(h_t)/d(x_s)``; ``NETWORK/LAYER/attention (heads, Tq,
Tv)``, what each query takes of each value; of deletion curves ``NETWORK/deletion/ORDER (R, S)``,
the answers of ``R`` sequences after the shares ``NETWORK/deletion (S,)`` of their steps.

CSV: one row a step: ``step`` (from 1), ``word``, then every array of one number a step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.explain.attribution import Attribution
from engine.explain.deletion import Deletion
from engine.explain.fading import Felt
from engine.explain.memory import Memory
from engine.replay.attended import Attended
from engine.replay.export import harmless, write_arrays, write_table

Explanation = Attribution | Deletion | Felt | Memory | Attended
Arrays = dict[str, npt.NDArray[Any]]


def arrays_of(network: str, explanation: Explanation) -> Arrays:
    """What stands in the file of one explanation, by name: see above, ``(T,)`` where it is one
    number a step."""
    if isinstance(explanation, Attribution):
        return _of_attribution(f"{network}/{explanation.method}", explanation)
    if isinstance(explanation, Felt):
        return {f"{network}/fading": explanation.norms}
    if isinstance(explanation, Attended):
        return {f"{network}/{explanation.layer.name}/attention": explanation.weights}
    if isinstance(explanation, Deletion):
        orders = {f"{network}/deletion/{key}": rows for key, rows in explanation.answers.items()}
        return {f"{network}/deletion": explanation.after, **orders}
    named: Arrays = {f"{network}/memory/{key}": rows for key, rows in explanation.state.items()}
    for key, rows in explanation.answer.items():
        named[f"{network}/memory of the answer/{key}"] = rows
    if explanation.gate_product is not None:
        named[f"{network}/kept"] = explanation.gate_product
    return named


def _of_attribution(name: str, result: Attribution) -> Arrays:
    checks = [
        f"{each.name}: {each.value:.3g} (at most {each.tolerance:.0e})" for each in result.checks
    ]
    named: Arrays = {
        name: result.scores,
        f"{name}/answer": np.array(result.answer),
        f"{name}/check": np.array(checks, np.str_),
    }
    if result.by_feature is not None:
        named[f"{name}/by_feature"] = result.by_feature
    return named


def write_explanations(
    words: Sequence[str], explanations: Sequence[tuple[str, Explanation]], path: Path
) -> bool:
    """Write explanations of one reading, each with its network's name; the suffix says the format.

    Returns:
        whether everything is in it: a table has room for one number a step.

    Raises:
        GatescopeError: the file cannot be written.
    """
    named: Arrays = {}
    for network, explanation in explanations:
        named |= arrays_of(network, explanation)
    if path.suffix.lower() != ".csv":
        write_arrays({"words": np.array(words, np.str_), **named}, path)
        return True
    columns = {name: rows for name, rows in named.items() if rows.shape == (len(words),)}
    write_table(["step", "word", *columns], _rows(words, columns), path)
    return len(columns) == len(named)


def _rows(words: Sequence[str], columns: Mapping[str, npt.NDArray[Any]]) -> list[list[object]]:
    return [
        [step + 1, harmless(word), *(rows[step].item() for rows in columns.values())]
        for step, word in enumerate(words)
    ]
