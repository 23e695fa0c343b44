"""Where the parts of each kind of cell stand in its diagram, in a field of 300 x 226.

The pictures follow C. Olah, "Understanding LSTM Networks" (2015), as the lecture does:
the memory runs along the top, the hidden state along the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from engine.network.network import MAPS

Point = tuple[float, float]


@dataclass(frozen=True)
class CellLayout:
    """A diagram.

    Attributes:
        boxes: the centre of each gate's or candidate's box, by key.
        operations: a sign and its centre.
        wires: lines; the key colours a line as its series, "" leaves it grey.
        values: the base line of each state's number, by key.
        input: the base line of the input's name.
    """

    boxes: Mapping[str, Point]
    operations: tuple[tuple[str, Point], ...]
    wires: tuple[tuple[str, tuple[Point, ...]], ...]
    values: Mapping[str, Point]
    input: Point


_LSTM = CellLayout(
    boxes={"f": (64, 118), "i": (118, 118), "g": (168, 118), "o": (218, 118)},
    operations=(
        ("×", (64, 40)),
        ("+", (143, 40)),
        ("×", (143, 76)),
        ("tanh", (268, 72)),
        ("×", (268, 118)),
    ),
    wires=(
        ("c", ((0, 40), (300, 40))),
        ("", ((0, 178), (218, 178), (218, 118))),
        ("", ((64, 178), (64, 40))),
        ("", ((118, 178), (118, 76), (143, 76))),
        ("", ((168, 178), (168, 76), (143, 76))),
        ("", ((143, 76), (143, 40))),
        ("", ((218, 118), (268, 118))),
        ("", ((268, 40), (268, 118))),
        ("h", ((268, 118), (268, 178), (300, 178))),
        ("", ((42, 204), (42, 178))),
    ),
    values={"c_prev": (2, 28), "c": (242, 28), "h_prev": (2, 170), "h": (242, 198)},
    input=(28, 218),
)

_GRU = CellLayout(
    boxes={"r": (78, 118), "z": (132, 118), "n": (216, 118)},
    operations=(
        ("×", (132, 40)),
        ("+", (216, 40)),
        ("1−", (174, 76)),
        ("×", (216, 76)),
        ("×", (166, 162)),
    ),
    wires=(
        ("h", ((0, 40), (300, 40))),
        ("", ((40, 40), (40, 182), (132, 182))),
        ("", ((78, 182), (78, 118))),
        ("", ((132, 182), (132, 40))),
        ("", ((132, 76), (216, 76))),
        ("", ((78, 118), (105, 118), (105, 162), (166, 162))),
        ("", ((40, 176), (166, 176), (166, 162))),
        ("", ((166, 162), (216, 162), (216, 118))),
        ("", ((216, 118), (216, 40))),
        ("", ((62, 204), (62, 182))),
        ("", ((62, 192), (235, 192), (235, 141))),
    ),
    values={"h_prev": (2, 28), "h": (242, 28)},
    input=(48, 218),
)

_SIMPLE = CellLayout(
    boxes={"h": (164, 102)},
    operations=(("+", (92, 102)),),
    wires=(
        ("h", ((0, 102), (92, 102))),
        ("", ((92, 102), (164, 102))),
        ("h", ((186, 102), (300, 102))),
        ("", ((92, 204), (92, 102))),
    ),
    values={"h_prev": (2, 90), "h": (242, 90)},
    input=(78, 218),
)

LAYOUTS: Mapping[str, CellLayout] = {
    "SimpleRNN": _SIMPLE,
    "LSTM": _LSTM,
    "GRU": _GRU,
    **dict.fromkeys(MAPS, _LSTM),
}


@cache
def layout_of(kind: str, gates: tuple[str, ...]) -> CellLayout:
    """The drawing of a kind of cell; of one that has none of its own, its gates and candidates
    side by side, by their keys."""
    if kind in LAYOUTS:
        return LAYOUTS[kind]
    boxes = {key: (300.0 * (nth + 1) / (len(gates) + 1), 118.0) for nth, key in enumerate(gates)}
    stems = tuple(("", ((x, 178.0), (x, 40.0))) for x, _ in boxes.values())
    ends = [x for x, _ in boxes.values()] or [150.0]
    return CellLayout(
        boxes=boxes,
        operations=(),
        wires=(("h", ((0, 40), (300, 40))), *stems, ("", ((42, 204), (42, 178), (ends[-1], 178)))),
        values={"h_prev": (2, 28), "h": (242, 28)},
        input=(28, 218),
    )
