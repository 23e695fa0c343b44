"""From the modules of a state dict to a chain of layers.

A state dict has no graph.  What can be told from the widths is: an embedding as wide as the
first module reads, modules of which each reads what the one before puts out, and a linear
module that reads the last state.  Everything that had to be assumed is a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import ModelError, Note, UnsupportedError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.formats.foreign import Array, gate_weights
from engine.network.formats.pytorch.modules import (
    ORDER,
    Module,
    PlainMatrix,
    recurrent_modules,
    tables,
)
from engine.network.formats.pytorch.state import StateDict
from engine.network.formats.weights import as_numbers
from engine.network.kinds.checks import check_layer_count
from engine.network.network import Input, Layer, Network, Shape
from engine.network.nonlinearity import TANH

WEIGHTS_ONLY = Note(
    "A file of weights has no graph: the order of the layers is what their widths allow, and "
    "the last step goes on to the layer behind."
)
NO_ACTIVATION = Note(
    "A file of weights has no activations: the output is what the last layer sums up."
)
PROJECTIONS = Note(
    "The projection of an LSTM (proj_size) stands as a layer of its own behind it; the state that is "
    "drawn is the one before the projection."
)
BOTH_ENDS = Note(
    "What the two directions have read at their ends goes on side by side, as in "
    "torch.cat((h[-2], h[-1]), 1)."
)

_ANSWERS = ("fc", "lin", "out", "head", "class", "dense", "h2o", "hidden2", "pred")
_MAX_NAMED = 6
MAX_NAME, MAX_LEFT_OUT = 80, 1000
"""Letters of a name, and names, that are kept of what was left out."""
_MAX_TRIED = 7
"""Modules of which every order is tried."""


@dataclass(frozen=True)
class _ChainParts:
    """What goes into the chain."""

    embedding: PlainMatrix | None
    modules: tuple[Module, ...]
    heads: tuple[PlainMatrix, ...]
    rest: tuple[str, ...]


def chained(tensors: StateDict, path: Path, digest: str) -> Network:
    """The network of a state dict.

    Raises:
        ModelError: it has no recurrent weights, or they do not fit together.
    """
    if not (modules := recurrent_modules(tensors.shapes)):
        raise ModelError(
            "{name} has no recurrent weights of PyTorch: no tensor is called weight_ih_l0. Save "
            "the state dict of a model with an RNN, LSTM or GRU.",
            name=path.name,
        )
    check_layer_count(sum(module.depth for module in modules))
    chain = _chain_parts(tensors, modules)
    layers: list[Layer] = []
    taken: set[str] = set()
    if chain.embedding is not None:
        layers.append(_embedding(tensors, chain.embedding, taken))
    for place, module in enumerate(chain.modules):
        last = place == len(chain.modules) - 1
        layers += _recurrent(tensors, module, last and bool(chain.heads), taken)
    for place, head in enumerate(chain.heads):
        layers.append(_dense(tensors, head, layers[-1], taken, decided=place == 0))
    left_out = (*chain.rest, *tensors.left_out)
    features = None if chain.embedding is not None else chain.modules[0].width
    if features is None:
        given = Input("input", (None, None), int(layers[0].weights["embeddings"].shape[0]))
    else:
        given = Input("input", (None, None, features))
    return Network(
        name="",
        layers=tuple(layers),
        features=features,
        inputs=(given,),
        path=path,
        digest=digest,
        notes=(*_notes(chain, tensors.nonlinearity), *tensors.notes),
        left_out=tuple(name[:MAX_NAME] for name in left_out[:MAX_LEFT_OUT]),
    )


def _notes(chain: _ChainParts, nonlinearity: str | None) -> tuple[Note, ...]:
    notes = [WEIGHTS_ONLY]
    if chain.heads:
        notes.append(NO_ACTIVATION)
        if chain.modules[-1].ways == 2:
            notes.append(BOTH_ENDS)
    if any(module.kind == "SimpleRNN" for module in chain.modules) and nonlinearity is None:
        notes.append(TANH)
    if any(module.projected for module in chain.modules):
        notes.append(PROJECTIONS)
    if chain.rest:
        more = ", …" if len(chain.rest) > _MAX_NAMED else ""
        names = ", ".join(name[:MAX_NAME] for name in chain.rest[:_MAX_NAMED]) + more
        notes.append(
            Note(
                "Weights for which the chain has no place are left out, so the answer is not the "
                "model's: {names}.",
                names=names,
            )
        )
    return tuple(notes)


# -- what follows what -------------------------------------------------------------


def _chain_parts(tensors: StateDict, modules: Sequence[Module]) -> _ChainParts:
    matrices = tables(tensors.shapes)
    embeddings = [table for table in matrices if table.embeds]
    order = _order(modules, {table.columns for table in embeddings})
    first = order[0]
    embedding = next(
        (
            table
            for table in sorted(embeddings, key=lambda one: not _near(one.prefix, first.prefix))
            if table.columns == first.width
        ),
        None,
    )
    heads = _heads([table for table in matrices if not table.embeds], order[-1])
    used = {name for module in order for name in module.names.values()}
    for one in [*heads, *(() if embedding is None else (embedding,))]:
        dot = "." if one.prefix else ""
        used.update((f"{one.prefix}{dot}weight", f"{one.prefix}{dot}bias"))
    rest = tuple(name for name in tensors.shapes if name not in used)
    return _ChainParts(embedding, tuple(order), tuple(heads), rest)


def _heads(matrices: list[PlainMatrix], last: Module) -> list[PlainMatrix]:
    """The linear modules behind the last recurrent one, each as wide as the one before puts out."""
    heads: list[PlainMatrix] = []
    width = last.out
    left = sorted(matrices, key=lambda table: not _answers(table.prefix))
    while (head := next((one for one in left if one.columns == width), None)) is not None:
        left.remove(head)
        heads.append(head)
        width = head.rows
    return heads


def _answers(prefix: str) -> bool:
    """Whether a matrix is called as the last layer of a model is."""
    return prefix.rpartition(".")[2].lower().rstrip("0123456789_").startswith(_ANSWERS)


def _near(one: str, other: str) -> bool:
    """Whether two modules have the same parent."""
    return one.rpartition(".")[0] == other.rpartition(".")[0]


def _order(modules: Sequence[Module], embedded: set[int]) -> list[Module]:
    """The longest chain that the widths allow, an embedding before it; else the file's order."""
    best: list[Module] = []
    starts = [module for module in modules if module.width in embedded] or list(modules)

    def grow(chain: list[Module]) -> None:
        nonlocal best
        if len(chain) > len(best):
            best = list(chain)
        if len(best) == len(modules):
            return
        for module in modules:
            if module not in chain and module.width == chain[-1].out:
                grow([*chain, module])

    if len(modules) > _MAX_TRIED:
        best = [starts[0]]
        for module in modules:
            if module not in best and module.width == best[-1].out:
                best.append(module)
        return best
    for start in starts:
        grow([start])
        if len(best) == len(modules):
            break
    return best


# -- the layers --------------------------------------------------------------------


def _name(prefix: str, usual: str, taken: set[str]) -> str:
    base = prefix.replace(".", "/")[-80:] or usual
    name, count = base, 1
    while name in taken:
        name, count = f"{base}_{count}", count + 1
    taken.add(name)
    return name


def _embedding(tensors: StateDict, table: PlainMatrix, taken: set[str]) -> Layer:
    name = _name(table.prefix, "embedding", taken)
    array = as_numbers(name, "embeddings", tensors.read(f"{table.prefix}.weight".lstrip(".")))
    options = {"input_dim": table.rows, "output_dim": table.columns, "mask_zero": False}
    return Layer(name, "Embedding", options, {"embeddings": array}, (None, None, table.columns))


def _recurrent(tensors: StateDict, module: Module, ends: bool, taken: set[str]) -> list[Layer]:
    """The layers of a module, of which only the last step is read if it ``ends`` the sequence.

    Their names are added to those that are taken.
    """
    layers = []
    usual = {"SimpleRNN": "rnn"}.get(module.kind, module.kind.lower())
    for layer in range(module.depth):
        suffix = f"_l{layer}" if module.depth > 1 else ""
        name = _name(f"{module.prefix}{suffix}" if module.prefix else "", usual + suffix, taken)
        layers.append(_layer(tensors, module, layer, name, not ends or layer < module.depth - 1))
        if module.projected:
            layers.append(_projection(tensors, module, layer, layers[-1], taken))
    return layers


def _projection(
    tensors: StateDict, module: Module, layer: int, before: Layer, taken: set[str]
) -> Layer:
    """What makes fewer numbers of a layer's states, those of each direction for itself."""
    name = _name(f"{before.name}_hr", "projection", taken)
    ways = [tensors.read(module.names["weight_hr", layer, way]).T for way in range(module.ways)]
    kernel = np.zeros((module.units * module.ways, module.out), ways[0].dtype)
    for way, one in enumerate(ways):
        rows, columns = way * module.units, way * module.projected
        kernel[rows : rows + module.units, columns : columns + module.projected] = one
    weights = {"kernel": as_numbers(name, "kernel", kernel)}
    options = {"units": module.out, "activation": "linear", "use_bias": False}
    return Layer(name, "Dense", options, weights, (*before.output_shape[:-1], module.out))


def _layer(tensors: StateDict, module: Module, layer: int, name: str, sequences: bool) -> Layer:
    units = module.units
    options: dict[str, Any] = {
        "units": units,
        "activation": "tanh",
        "use_bias": module.biased,
        "return_sequences": sequences,
        "return_state": False,
    }
    if module.kind == "SimpleRNN":
        options["activation"] = tensors.nonlinearity or "tanh"
    of_gates = {"recurrent_activation": "sigmoid", "reset_after": True}
    options |= {option: of_gates[option] for option in CELL_KINDS[module.kind].options}
    steps: Shape = (None, None) if sequences else (None,)
    weights = [_weights(tensors, module, layer, way, name) for way in range(module.ways)]
    if module.ways == 1:
        options["go_backwards"] = False
        return Layer(name, module.kind, options, weights[0], (*steps, units))
    inner = tuple(
        Layer(
            f"{name}/{side}",
            module.kind,
            {**options, "go_backwards": side == "backward"},
            had,
            (*steps, units),
        )
        for side, had in zip(("forward", "backward"), weights, strict=True)
    )
    outer = {"merge_mode": "concat", "return_sequences": sequences, "return_state": False}
    return Layer(name, "Bidirectional", outer, {}, (*steps, 2 * units), inner)


def _weights(
    tensors: StateDict, module: Module, layer: int, way: int, name: str
) -> dict[str, Array]:
    def read(part: str) -> Array:
        return tensors.read(module.names[part, layer, way])

    biases = (read("bias_ih"), read("bias_hh")) if module.biased else None
    kernels = read("weight_ih"), read("weight_hh")
    if module.projected:  # what is read back is projected first: one product of the two
        both = kernels[1].astype(np.float64) @ read("weight_hr").astype(np.float64)
        kernels = kernels[0], both.astype(kernels[1].dtype)
    return gate_weights(name, module.kind, kernels, biases, ORDER[module.kind], reset_after=True)


def _dense(
    tensors: StateDict, table: PlainMatrix, before: Layer, taken: set[str], decided: bool
) -> Layer:
    name = _name(table.prefix, "linear", taken)
    dot = "." if table.prefix else ""
    kernel = tensors.read(f"{table.prefix}{dot}weight").T
    weights = {"kernel": as_numbers(name, "kernel", np.ascontiguousarray(kernel))}
    if table.biased:
        weights["bias"] = as_numbers(name, "bias", tensors.read(f"{table.prefix}{dot}bias"))
    options = {"units": table.rows, "activation": "linear", "use_bias": table.biased}
    refused = None
    if not decided:
        refused = UnsupportedError(
            "The file does not say which function stands between {before} and {layer}, so the "
            "answer cannot be computed. The states before them can be watched.",
            before=before.name,
            layer=name,
        )
    return Layer(name, "Dense", options, weights, (None, table.rows), refused=refused)
