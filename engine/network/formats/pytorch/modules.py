"""Finding modules in a state dict: by the names and the shapes of their parameters.

Source: ``torch.nn.LSTM`` and its neighbours.  PyTorch keeps the gates as blocks of rows:
LSTM i f g o, GRU r z n; Keras as blocks of columns: i f g o, z r n.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import ModelError

KINDS = {1: "SimpleRNN", 3: "GRU", 4: "LSTM"}
"""By the blocks of rows."""

ORDER = {"SimpleRNN": (0,), "LSTM": (0, 1, 2, 3), "GRU": (1, 0, 2)}

_RECURRENT = re.compile(
    r"(?:(.+)\.)?(weight_ih|weight_hh|weight_hr|bias_ih|bias_hh)_l(\d{1,3})(_reverse)?"
)
_EMBEDDINGS = ("emb", "wte", "lookup")
Shape = tuple[int, ...]


@dataclass
class Module:
    """A recurrent module.

    Attributes:
        prefix: of its parameters, without the point; "" for a module that is the model.
        kind: ``SimpleRNN``, ``LSTM`` or ``GRU``.
        units: numbers of a state.
        projected: numbers that are made of a state before it is handed on (``proj_size``), 0
            where it is handed on whole.
        width: what it reads a step.
        depth: how many layers it has.
        ways: 2 if it reads backwards too.
        biased: whether it has biases.
        names: of its parameters in the file, by ``(part, layer, direction)``.
    """

    prefix: str
    kind: str = ""
    units: int = 0
    projected: int = 0
    width: int = 0
    depth: int = 0
    ways: int = 1
    biased: bool = True
    names: dict[tuple[str, int, int], str] = field(default_factory=dict)

    @property
    def out(self) -> int:
        """Numbers that it puts out a step."""
        return (self.projected or self.units) * self.ways


@dataclass(frozen=True)
class PlainMatrix:
    """A matrix that is no part of a recurrent module: ``(rows, columns)``."""

    prefix: str
    rows: int
    columns: int
    biased: bool

    @property
    def embeds(self) -> bool:
        """Whether it is called as embeddings are."""
        return any(word in self.prefix.lower() for word in _EMBEDDINGS) and not self.biased


def recurrent_modules(shapes: Mapping[str, Shape]) -> list[Module]:
    """The recurrent modules of tensors of these shapes, in the order of the file.

    Raises:
        ModelError: one is not whole, or its shapes do not fit.
    """
    result: dict[str, Module] = {}
    for name in shapes:
        if (match := _RECURRENT.fullmatch(name)) is not None:
            prefix, part, layer, reverse = match.groups()
            module = result.setdefault(prefix or "", Module(prefix or ""))
            module.names[part, int(layer), int(reverse is not None)] = name
    for module in result.values():
        _measure(module, shapes)
    return list(result.values())


def _measure(module: Module, shapes: Mapping[str, Shape]) -> None:
    keys = set(module.names)
    module.depth = 1 + max(layer for _, layer, _ in keys)
    module.ways = 2 if any(way for _, _, way in keys) else 1
    module.biased = any(part == "bias_ih" for part, _, _ in keys)
    parts = ["weight_ih", "weight_hh", *(("bias_ih", "bias_hh") if module.biased else ())]
    if any(part == "weight_hr" for part, _, _ in keys):
        parts.append("weight_hr")
    wanted = {
        (part, layer, way)
        for part in parts
        for layer in range(module.depth)
        for way in range(module.ways)
    }
    if missing := wanted - keys:
        part, layer, way = min(missing)
        raise ModelError(
            "The file is not whole: the module {module} has no {weight}. Save the whole state dict.",
            module=(module.prefix or "?")[:80],
            weight=f"{part}_l{layer}{'_reverse' if way else ''}",
        )
    first = shapes[module.names["weight_ih", 0, 0]]
    inner = shapes[module.names["weight_hh", 0, 0]]
    if len(first) != 2 or len(inner) != 2 or 0 in first + inner:
        raise _misfit(module, "weight_hh_l0", inner, "(k U, U)")
    module.width = first[1]
    rows, state = inner
    module.units = state
    if "weight_hr" in parts:  # only an LSTM has projections
        module.units, module.projected = rows // 4, state
    gates, rest = divmod(rows, module.units or 1)
    if rest or gates not in KINDS:
        raise _misfit(module, "weight_hh_l0", inner, "(U, U), (3 U, U), (4 U, U)")
    module.kind = KINDS[gates]
    for (part, layer, way), name in module.names.items():
        width = module.width if layer == 0 else module.out
        expected: Shape = {
            "weight_ih": (rows, width),
            "weight_hh": (rows, state),
            "weight_hr": (state, module.units),
        }.get(part, (rows,))
        if shapes[name] != expected:
            weight = f"{part}_l{layer}{'_reverse' if way else ''}"
            raise _misfit(module, weight, shapes[name], str(expected))


def _misfit(module: Module, weight: str, found: Shape, expected: str) -> ModelError:
    return ModelError(
        "The {weight} of the module {module} has the shape {found}, and {expected} is expected. "
        "The file is damaged, or two models are mixed up in it.",
        weight=weight,
        module=(module.prefix or "?")[:80],
        found=str(found),
        expected=expected,
    )


def tables(shapes: Mapping[str, Shape]) -> list[PlainMatrix]:
    """The matrices called ``weight``, in the order of the file."""
    result = []
    for name, shape in shapes.items():
        prefix, _, last = name.rpartition(".")
        if last == "weight" and len(shape) == 2 and 0 not in shape:
            bias = shapes.get(f"{prefix}.bias" if prefix else "bias")
            result.append(PlainMatrix(prefix, shape[0], shape[1], bias == (shape[0],)))
    return result
