"""Where the calls of a network stand when its graph is drawn.

A layered drawing after Sugiyama, Tagawa and Toda (1981): the row of a call is the longest
path to it, rows are ordered by the medians of their neighbours, and columns are moved as
near to their neighbours as the order allows.  A chain is a straight column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from engine.network.network import Input, Layer, Network, traced

MAX_NODES = 200
"""Calls and inputs that are drawn; of a longer network these are the first."""

MAX_BENDS = 2000
"""Places at which long edges go between others; above that they are drawn straight."""

BEND = 0.3
"""The width of an edge that passes a row, where a node's is 1."""

SWEEPS = 8

DIGITS = 9
"""Behind the point of a column: with 3 of them two nodes could be 0.999 apart."""

Role = Literal["input", "state", "mask"]


@dataclass(frozen=True)
class GraphNode:
    """An input, or one call of a layer.

    Attributes:
        name: of the input or the call; unique.
        column: where its middle stands; nodes of a row are at least 1 apart, the least is 0.
        row: 0 is on top.
        layer: what is called, None for an input.
        input: the input, None for a call.
        recurrent: whether it has a state.
        reached: whether it can be carried out.
        answer: whether the network hands its result out.
    """

    name: str
    column: float
    row: int
    layer: Layer | None = field(default=None, compare=False)
    input: Input | None = None
    recurrent: bool = False
    reached: bool = True
    answer: bool = False


@dataclass(frozen=True)
class Edge:
    """A tensor on its way.

    Attributes:
        source, target: the names of the nodes.
        output: which of the source's outputs.
        role: what it is to the target: one of its inputs, an initial state, a mask.
        way: ``(column, row)`` of the source, of the places where it passes rows, of the
            target.
    """

    source: str
    target: str
    output: int
    role: Role
    way: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class Layout:
    """A drawing of a network: nodes by rows, left to right; edges in the order of the calls; and
    how many calls have no place in it."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


@dataclass
class _Place:
    """Something that stands in a row: a node, or a bend of a long edge."""

    row: int
    width: float
    column: float = 0.0


def layout(network: Network, most: int = MAX_NODES) -> Layout:
    """Where the first ``most`` inputs and calls of a network stand; always the same."""
    inputs = network.inputs[:most]
    calls = network.calls[: most - len(inputs)]
    links: list[tuple[str, str, int, Role]] = []
    rows: dict[str, int] = {each.name: 0 for each in inputs}
    for call in calls:
        roles: list[tuple[Role, tuple[str, int]]] = [
            *(("input", tensor) for tensor in call.inputs),
            *(("state", tensor) for tensor in call.states),
        ]
        if call.mask is not None:
            roles.append(("mask", call.mask))
        known = [(role, name, output) for role, (name, output) in roles if name in rows]
        links += [(name, call.name, output, role) for role, name, output in known]
        rows[call.name] = 1 + max((rows[name] for _, name, _ in known), default=-1)
    for each in inputs:  # an input stands just above what it goes to
        below = [rows[target] for source, target, _, _ in links if source == each.name]
        rows[each.name] = max(0, min(below) - 1) if below else 0
    places = {name: _Place(row, 1.0) for name, row in rows.items()}
    ways = _route(links, places)
    _put(list(places.values()), ways)
    return Layout(
        _nodes(network, places),
        tuple(
            Edge(*link, tuple((round(place.column, DIGITS), place.row) for place in way))
            for link, way in zip(links, ways, strict=True)
        ),
        len(network.inputs) + len(network.calls) - len(places),
    )


def _nodes(network: Network, places: Mapping[str, _Place]) -> tuple[GraphNode, ...]:
    layers = {layer.name: layer for layer in network.layers}
    called = {call.name: layers.get(call.layer) for call in network.calls}
    inputs = {each.name: each for each in network.inputs}
    answers = {name for name, _ in network.outputs}
    nodes = []
    for name, place in places.items():
        layer = called.get(name)
        nodes.append(
            GraphNode(
                name,
                round(place.column, DIGITS),
                place.row,
                layer,
                None if layer is not None else inputs.get(name),
                layer is not None and any(True for _ in traced(layer, name)),
                name in network.reached,
                name in answers,
            )
        )
    return tuple(sorted(nodes, key=lambda node: (node.row, node.column)))


def _route(
    links: Sequence[tuple[str, str, int, Role]], places: Mapping[str, _Place]
) -> list[list[_Place]]:
    """The places that every edge goes through; a long edge bends in the rows it passes."""
    lengths = [places[target].row - places[source].row for source, target, _, _ in links]
    bends = sum(length - 1 for length in lengths) <= MAX_BENDS
    ways = []
    for source, target, _, _ in links:
        first, last = places[source], places[target]
        between = range(first.row + 1, last.row) if bends else ()
        ways.append([first, *(_Place(row, BEND) for row in between), last])
    return ways


def _put(nodes: list[_Place], ways: list[list[_Place]]) -> None:
    """Give every place its column."""
    every = [*nodes, *(bend for way in ways for bend in way[1:-1])]
    rows: list[list[_Place]] = [[] for _ in range(1 + max((p.row for p in every), default=-1))]
    for place in every:
        rows[place.row].append(place)
    above: dict[int, list[_Place]] = {id(place): [] for place in every}
    below: dict[int, list[_Place]] = {id(place): [] for place in every}
    for way in ways:
        for first, second in pairwise(way):
            below[id(first)].append(second)
            above[id(second)].append(first)
    for row in rows:
        _spread(row, [float(at) for at in range(len(row))])
    for sweep in range(2 * SWEEPS):
        down = sweep % 2 == 0
        neighbours = above if down else below
        for row in rows if down else rows[::-1]:
            wanted = {
                id(place): float(median([near.column for near in neighbours[id(place)]]))
                if neighbours[id(place)]
                else place.column
                for place in row
            }
            if sweep < SWEEPS:  # then the order stays, and only the columns move
                row.sort(key=lambda place: wanted[id(place)])
            _spread(row, [wanted[id(place)] for place in row])
    least = min((place.column for place in nodes), default=0.0)
    for place in every:
        place.column -= least


def _spread(row: Sequence[_Place], wanted: Sequence[float]) -> None:
    """Put a row as near to the wanted columns as its order and widths allow.

    The sum of the squared distances is least: pool adjacent violators, after the widths
    have been taken out.
    """
    offsets, offset = [], 0.0
    for at, place in enumerate(row):
        offset += (row[at - 1].width + place.width) / 2 if at else 0.0
        offsets.append(offset)
    blocks: list[tuple[float, int]] = []  # mean and count
    for aim, off in zip(wanted, offsets, strict=True):
        mean, count = aim - off, 1
        while blocks and blocks[-1][0] > mean:
            other, many = blocks.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        blocks.append((mean, count))
    means = [mean for mean, count in blocks for _ in range(count)]
    for place, mean, off in zip(row, means, offsets, strict=True):
        place.column = mean + off
