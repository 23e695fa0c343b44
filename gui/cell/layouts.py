"""Where the parts of each kind of cell stand in its diagram, in a field of 300 x 212.

The pictures follow C. Olah, "Understanding LSTM Networks" (2015), as the lecture does:
the memory runs along the top, the hidden state along the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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
    boxes={"f": (64, 112), "i": (118, 112), "g": (168, 112), "o": (218, 112)},
    operations=(
        ("×", (64, 40)),
        ("+", (143, 40)),
        ("×", (143, 76)),
        ("tanh", (258, 72)),
        ("×", (258, 112)),
    ),
    wires=(
        ("c", ((0, 40), (300, 40))),
        ("", ((0, 166), (218, 166), (218, 112))),
        ("", ((64, 166), (64, 40))),
        ("", ((118, 166), (118, 76), (143, 76))),
        ("", ((168, 166), (168, 76), (143, 76))),
        ("", ((143, 76), (143, 40))),
        ("", ((218, 112), (258, 112))),
        ("", ((258, 40), (258, 112))),
        ("h", ((258, 112), (258, 166), (300, 166))),
        ("", ((42, 190), (42, 166))),
    ),
    values={"c_prev": (2, 28), "c": (242, 28), "h_prev": (2, 158), "h": (242, 184)},
    input=(28, 204),
)

_GRU = CellLayout(
    boxes={"r": (78, 112), "z": (132, 112), "n": (216, 112)},
    operations=(
        ("×", (132, 40)),
        ("+", (216, 40)),
        ("1−", (174, 76)),
        ("×", (216, 76)),
        ("×", (160, 142)),
    ),
    wires=(
        ("h", ((0, 40), (300, 40))),
        ("", ((40, 40), (40, 166), (132, 166))),
        ("", ((78, 166), (78, 112))),
        ("", ((132, 166), (132, 40))),
        ("", ((132, 76), (216, 76))),
        ("", ((78, 112), (104, 112), (104, 142), (160, 142))),
        ("", ((40, 154), (160, 154), (160, 142))),
        ("", ((160, 142), (216, 142), (216, 112))),
        ("", ((216, 112), (216, 40))),
        ("", ((62, 190), (62, 166))),
        ("", ((62, 178), (232, 178), (232, 125))),
    ),
    values={"h_prev": (2, 28), "h": (242, 28)},
    input=(48, 204),
)

_SIMPLE = CellLayout(
    boxes={"h": (164, 96)},
    operations=(("+", (92, 96)),),
    wires=(
        ("h", ((0, 96), (92, 96))),
        ("", ((92, 96), (164, 96))),
        ("h", ((186, 96), (300, 96))),
        ("", ((92, 190), (92, 96))),
    ),
    values={"h_prev": (2, 84), "h": (242, 84)},
    input=(78, 204),
)

LAYOUTS: Mapping[str, CellLayout] = {"SimpleRNN": _SIMPLE, "LSTM": _LSTM, "GRU": _GRU}


@cache
def layout_of(kind: str, gates: tuple[str, ...]) -> CellLayout:
    """The drawing of a kind of cell; of one that has none of its own, its gates and candidates
    side by side, by their keys."""
    if kind in LAYOUTS:
        return LAYOUTS[kind]
    boxes = {key: (300.0 * (nth + 1) / (len(gates) + 1), 112.0) for nth, key in enumerate(gates)}
    stems = tuple(("", ((x, 166.0), (x, 40.0))) for x, _ in boxes.values())
    ends = [x for x, _ in boxes.values()] or [150.0]
    return CellLayout(
        boxes=boxes,
        operations=(),
        wires=(("h", ((0, 40), (300, 40))), *stems, ("", ((42, 190), (42, 166), (ends[-1], 166)))),
        values={"h_prev": (2, 28), "h": (242, 28)},
        input=(28, 204),
    )
