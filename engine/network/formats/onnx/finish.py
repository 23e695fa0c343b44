"""From drafts to layers and calls: which outputs recurrent layers need, and how they merge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, cast

from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats.onnx.graph import Draft
from engine.network.formats.onnx.values import Axes, shape_of
from engine.network.network import Call, Layer, Tensor

_MODES = {"Concatenate": "concat", "Add": "sum", "Multiply": "mul", "Average": "ave"}
_SEQUENCES, _LAST, _CELL = 0, 1, 2


def finished(
    drafts: list[Draft], outputs: tuple[Tensor, ...]
) -> tuple[tuple[Layer, ...], tuple[Call, ...], tuple[Tensor, ...]]:
    """The layers, their calls and the network's outputs, which were counted as `Draft` does.

    The drafts stand in an order in which they can be carried out.
    """
    drafts = _needed(drafts, outputs)
    uses = Counter(tensor for draft in drafts for tensor in draft.sources)
    uses.update(outputs)
    renamed: dict[Tensor, Tensor] = {}
    modes: dict[str, str | None] = {}
    dropped: set[str] = set()
    for draft in drafts:
        if draft.kind == "Bidirectional":
            mode, merging = _mode(draft, drafts, uses)
            modes[draft.name] = mode
            if merging is not None:
                dropped.add(merging.name)
                renamed[merging.name, 0] = (draft.name, 0)
        if draft.recurrent:
            renamed |= _places(draft, uses, modes.get(draft.name))
    layers, calls = [], []
    for draft in drafts:
        if draft.name in dropped:
            continue
        layers.append(_layer(draft, uses, modes.get(draft.name)))
        inputs = tuple(renamed.get(one, one) for one in draft.inputs)
        states = tuple(renamed.get(one, one) for one in draft.states)
        mask = None if draft.mask is None else renamed.get(draft.mask, draft.mask)
        calls.append(Call(draft.name, draft.name, inputs, states, mask))
    answers = tuple(renamed.get(one, one) for one in outputs)
    return tuple(layers), tuple(calls), answers


def _needed(drafts: list[Draft], outputs: tuple[Tensor, ...]) -> list[Draft]:
    """Without what nothing reads: a sequence turned round of which only the state is used."""
    kept: list[Draft] = []
    read = {name for name, _ in outputs}
    for draft in reversed(drafts):
        if draft.name in read or draft.recurrent or draft.refused is not None:
            kept.append(draft)
            read.update(name for name, _ in draft.sources)
    return kept[::-1]


def _mode(
    draft: Draft, drafts: list[Draft], uses: Counter[Tensor]
) -> tuple[str | None, Draft | None]:
    """How the two directions are merged, and the layer that does it, if nobody reads them apart."""
    sequences = any(uses[draft.name, 3 * d + _SEQUENCES] for d in (0, 1))
    kind = _SEQUENCES if sequences else _LAST
    if not sequences and any(uses[draft.name, 3 * d + _CELL] for d in (0, 1)):
        return None, None
    pair = ((draft.name, kind), (draft.name, 3 + kind))
    if any(uses[one] != 1 for one in pair):
        return None, None
    for other in drafts:
        if other.inputs == pair and other.kind in _MODES and other.refused is None:
            beside = other.options.get("axis", -1) in (-1, 2 if sequences else 1)
            if other.kind != "Concatenate" or beside:
                return _MODES[other.kind], other
    return None, None


def _wants(draft: Draft, uses: Counter[Tensor]) -> tuple[bool, bool]:
    """``return_sequences`` and ``return_state``."""
    ways = (0, 1) if draft.kind == "Bidirectional" else (0,)
    sequences = any(uses[draft.name, 3 * d + _SEQUENCES] for d in ways)
    last = any(uses[draft.name, 3 * d + _LAST] for d in ways)
    cell = any(uses[draft.name, 3 * d + _CELL] for d in ways)
    return sequences, cell or (sequences and last)


def _places(draft: Draft, uses: Counter[Tensor], mode: str | None) -> dict[Tensor, Tensor]:
    """Where Keras's layer has the outputs of a draft: first what it puts out, then states."""
    sequences, _ = _wants(draft, uses)
    name = draft.name
    both = draft.kind == "Bidirectional"
    kind = draft.inner[0].kind if both else draft.kind
    states = len(CELL_KINDS[kind].states)
    first = 2 if both and mode is None else 1
    result: dict[Tensor, Tensor] = {}
    for d in (0, 1) if both else (0,):
        for k in range(1, states + 1):
            result[name, 3 * d + k] = (name, first + states * d + k - 1)
        place = d if mode is None else 0
        result[name, 3 * d + (_SEQUENCES if sequences else _LAST)] = (name, place)
    return result


def _layer(draft: Draft, uses: Counter[Tensor], mode: str | None) -> Layer:
    options = {key: value for key, value in draft.options.items() if key not in ("name", "turned")}
    shape = shape_of(draft.own) if draft.own else ()
    inner = draft.inner
    if draft.recurrent and draft.own:
        sequences, state = _wants(draft, uses)
        wants: dict[str, Any] = {"return_sequences": sequences, "return_state": state}
        if draft.mask is not None:  # behind its end a sequence is 0, and its state is kept
            wants["zero_output_for_mask"] = sequences
        options |= wants if draft.refused is None else {}
        own: Axes = draft.own if sequences else (draft.own[0], draft.own[2])
        shape = shape_of(own)
        inner = tuple(
            replace(one, options={**one.options, **wants}, output_shape=shape) for one in inner
        )
        if inner:
            options["merge_mode"] = mode
            if mode == "concat":
                shape = (*shape[:-1], 2 * inner[0].units)
    return Layer(
        draft.name,
        draft.kind,
        options,
        cast("Any", draft.weights),
        shape,
        inner,
        draft.refused,
        stored=draft.stored,
    )
