"""`keras.layers.RNN` around Keras's cells: read as the recurrent layers that they are.

One cell is the layer of its kind; several, one on the other (a list, or ``StackedRNNCells``), are
as many layers, each of which reads what the one before hands on.  Sources: ``layers/rnn/rnn.py``
and ``stacked_rnn_cells.py`` of Keras 3.15.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import ModelError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats.own_class import is_custom
from engine.network.kinds.checks import MAX_LAYERS

Written = Mapping[str, Any]

CELLS = {f"{kind.name}Cell": kind.name for kind in CELL_KINDS.values() if kind.is_in_keras}
"""The layers that Keras's cells are."""

MERGES: Mapping[Any, str | None] = {
    "concat": "Concatenate",
    "sum": "Add",
    "ave": "Average",
    "mul": "Multiply",
    None: None,
}
"""The layers that merge as a Bidirectional does, by its merge modes."""


@dataclass(frozen=True)
class StackedCell:
    """One of several cells, one on the other.

    Attributes:
        written: as a layer of its kind.
        name: its own.
        role: where it is filed inside the RNN in a ``.keras`` file (``cell/cells/gru_cell_1``).
        states: how many it hands on.
    """

    written: Written
    name: str
    role: str
    states: int


@dataclass(frozen=True)
class Stack:
    """Cells, one on the other, in an RNN or in each way of a Bidirectional.

    Attributes:
        ways: the cells of each way, first to last: one way, or two.
        roles: what the RNN of each way is to the wrapper around it, "" without one.
        names: the name of the RNN of each way.
        merge: the class of layers that merges the two ways; None for one way, or where they are
            handed on as they are.
    """

    ways: tuple[tuple[StackedCell, ...], ...]
    roles: tuple[str, ...] = ("",)
    names: tuple[str, ...] = ("",)
    merge: str | None = None


def as_layer(written: Written) -> Written:
    """An RNN around one of Keras's cells as the layer that it is; anything else as it is.

    An RNN around what is no cell of Keras has the class name ``RNN(CELL)``.
    """
    config, cell = _parts(written)
    if cell is None:
        return written
    kind = str(cell.get("class_name"))[:80]
    own = _config(cell)
    if own is None or kind not in CELLS or is_custom(cell):
        registered = (
            cell.get("registered_name") if is_custom(cell) else written.get("registered_name")
        )
        return {
            **written,
            "class_name": f"RNN({kind})",
            "registered_name": registered,
            "module": cell.get("module") if is_custom(cell) else written.get("module"),
        }
    return {**written, "class_name": CELLS[kind], "config": _joined(config, own)}


def stack_of(written: Written) -> Stack | None:
    """The cells of an RNN with several, or of a Bidirectional around such; None for another layer.

    Raises:
        ModelError: it has no cells, or far too many.
    """
    config = _config(written) or {}
    if written.get("class_name") == "RNN":
        cells = _stacked(written, turned=False, inside=False)
        return None if cells is None else Stack((cells,))
    inner, other = config.get("layer"), config.get("backward_layer")
    mode = config.get("merge_mode", "concat")
    known = isinstance(mode, str | None) and mode in MERGES
    if written.get("class_name") != "Bidirectional" or not isinstance(inner, Mapping) or not known:
        return None
    second = other if isinstance(other, Mapping) else inner
    forward = _stacked(inner, turned=False, inside=True)
    backward = _stacked(second, turned=second is inner, inside=True)
    if forward is None or backward is None or _backwards(forward) or not _backwards(backward):
        return None
    names = tuple(str((_config(each) or {}).get("name", "")) for each in (inner, second))
    return Stack((forward, backward), ("forward_layer", "backward_layer"), names, MERGES[mode])


def _backwards(cells: tuple[StackedCell, ...]) -> bool:
    return bool(cells[0].written["config"].get("go_backwards"))


def _stacked(written: Written, *, turned: bool, inside: bool) -> tuple[StackedCell, ...] | None:
    """The cells of one RNN as layers, each with the sequence of the one before.

    Args:
        written: the RNN.
        turned: whether it reads the other way than it says.
        inside: whether it is a way of a Bidirectional, which puts the steps in their order.
    """
    config, cell = _parts(written)
    cells = None if cell is None else (_config(cell) or {}).get("cells")
    if cell is None or cell.get("class_name") != "StackedRNNCells" or is_custom(cell):
        return None
    if not isinstance(cells, list) or not 1 <= len(cells) <= MAX_LAYERS:
        raise ModelError("The model's configuration is damaged: an RNN has no list of cells.")
    if not all(isinstance(one, Mapping) and not is_custom(one) for one in cells):
        return None
    backwards = bool(config.get("go_backwards")) != turned
    groups: Counter[str] = Counter()
    result = []
    named = unique([cell_name(one) for one in cells])
    for place, one in enumerate(cells):
        kind, own = str(one.get("class_name")), _config(one)
        if kind not in CELLS or own is None:
            return None
        last = place == len(cells) - 1
        sequences = bool(config.get("return_sequences")) or not last
        options = _joined(config, own) | {
            "return_sequences": sequences,
            "go_backwards": backwards,
            "keeps_order": backwards and (inside or not last),
            "stateful": bool(config.get("stateful")),
        }
        if inside and last:  # as every way of a Bidirectional (``force_zero_output_for_mask``)
            options["zero_output_for_mask"] = sequences
        group = f"{CELL_KINDS[CELLS[kind]].module}_cell"
        groups[group] += 1
        filed = group if groups[group] == 1 else f"{group}_{groups[group] - 1}"
        result.append(
            StackedCell(
                {"class_name": CELLS[kind], "config": {**options, "name": named[place]}},
                cell_name(one),
                f"cell/cells/{filed}",
                len(CELL_KINDS[CELLS[kind]].states),
            )
        )
    return tuple(result)


def cell_name(written: Written) -> str:
    """The name of a cell, as it is written."""
    return str((_config(written) or {}).get("name") or written.get("class_name"))[:80]


def unique(names: Sequence[str]) -> list[str]:
    """The names, counted where there is one twice: two cells of a stack may bear one name."""
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return result


def _joined(config: Written, cell: Written) -> dict[str, Any]:
    """The options of the layer: the cell's, and those of the RNN around it."""
    return {**cell, **{key: value for key, value in config.items() if key != "cell"}}


def _parts(written: Written) -> tuple[Written, Written | None]:
    """The configuration of an RNN and its cell; None for another layer, or one without."""
    config = _config(written)
    if written.get("class_name") != "RNN" or config is None or is_custom(written):
        return {}, None
    cell = config.get("cell")
    return config, cell if isinstance(cell, Mapping) else None


def _config(written: Written) -> Written | None:
    config = written.get("config")
    return config if isinstance(config, Mapping) else None
