"""Edits: what is changed by hand while a network reads, as plain data that can be a key.

An edit of a *layer* changes what its cell computes at some time steps of the reading: a gate is
clamped or scaled, a unit is off, a state is set.  A step at which the layer computes nothing,
because the mask leaves it out or it has no step of its own there, is not edited.  An edit of the
*sequence* replaces, inserts, deletes or moves what is read.  *Reading on* lets the network write
the steps that come after it (`engine.replay.read_on`).

Edits stand in a tuple and are carried out in its order; each acts on what those before it left.
In code steps and units are counted from 0, in the text of an edit from 1
(`engine.replay.edit_texts`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.errors import EditError
from engine.network.cell_kinds import CELL_KINDS

Units = tuple[int, ...] | None
"""Which units, from 0; None for all."""

Content = str | int | tuple[float, ...]
"""What is read at a step: the words of a text, an id, or a row of numbers."""

STATES = frozenset(key for kind in CELL_KINDS.values() for key in kind.states)
"""The keys of states; those of all other series are gates or candidates."""

MAX_WRITTEN = 10_000
"""Steps that a network writes at most."""

OFF = "off: "
"""Stands before the text of an edit that is switched off."""


@dataclass(frozen=True)
class GateEdit:
    """A gate or candidate is clamped to a value or scaled by a factor.

    What the step goes on to compute is computed from the changed gate.

    Attributes:
        layer: the name of the recurrent layer's trace (`Network.recurrent`).
        key: of the series.
        units: which of its units.
        value: what it is clamped to; None where it is scaled.
        factor: what it is multiplied by; None where it is clamped.
        first, last: the time steps, both included; a ``last`` of None is for ever.
        on: whether it takes part.

    Raises:
        EditError: the parts make no edit.
    """

    layer: str
    key: str
    units: Units = None
    value: float | None = None
    factor: float | None = None
    first: int = 0
    last: int | None = None
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        if (self.value is None) == (self.factor is None):
            raise EditError("A gate is either clamped to a value or scaled by a factor.")
        if self.key in STATES:
            raise EditError(
                "{key} is a state, which can be set but not clamped as a gate or scaled.",
                key=self.key,
            )
        _check_number(self.factor if self.value is None else self.value)
        _check_place(self.units, self.first, self.last)

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        change = f"*{_number(self.factor)}" if self.value is None else f"={_number(self.value)}"
        return f"{_switch(self.on)}{self.layer}.{self.key}{_place(self, change)}"


@dataclass(frozen=True)
class StateSet:
    """A state is set to a value; 0 resets it.

    ``c`` is set before ``h`` is computed from it, ``h`` after all.  The attributes are those of
    `GateEdit`; without ``last`` a state is set for ever, with ``last == first`` once.

    Raises:
        EditError: the parts make no edit.
    """

    layer: str
    key: str
    units: Units = None
    value: float = 0.0
    first: int = 0
    last: int | None = None
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        if self.key not in STATES:
            raise EditError(
                "{key} is no state; states are {keys}.",
                key=self.key,
                keys=", ".join(sorted(STATES)),
            )
        _check_number(self.value)
        _check_place(self.units, self.first, self.last)

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        return f"{_switch(self.on)}{self.layer}.{self.key}{_place(self, f'={_number(self.value)}')}"


@dataclass(frozen=True)
class UnitOff:
    """Units whose ``h`` is 0, so that nothing reads them.

    An initial state that the layer is given is 0 there too, where the edit is in force as it
    begins.  The attributes are those of `GateEdit`.

    Raises:
        EditError: the parts make no edit.
    """

    layer: str
    units: Units
    first: int = 0
    last: int | None = None
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        _check_place(self.units, self.first, self.last)

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        return f"{_switch(self.on)}{self.layer}{_place(self, '=off')}"

    @property
    def key(self) -> str:
        """The series that it changes."""
        return "h"


@dataclass(frozen=True)
class _Given:
    """Something else is read than what stands there.

    Attributes:
        step: the time step of the reading.
        content: what is read: a text of several words takes several steps.
        on: whether it takes part.

    Raises:
        EditError: the parts make no edit.
    """

    step: int
    content: Content
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        _check_steps(self.step)
        object.__setattr__(self, "content", _checked(self.content))


@dataclass(frozen=True)
class Replace(_Given):
    """Something else is read at a step, ``content`` in place of what is there.

    Raises:
        EditError: the parts make no edit.
    """

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        kind, text = _content(self.content)
        return f"{_switch(self.on)}{kind} {self.step + 1}={text}"


@dataclass(frozen=True)
class Insert(_Given):
    """Something more is read in front of what is at a step; the step after the last appends.

    Raises:
        EditError: the parts make no edit.
    """

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        kind, text = _content(self.content)
        kind = "" if kind == "word" else f"{kind} "
        return f"{_switch(self.on)}insert {kind}{self.step + 1}={text}"


@dataclass(frozen=True)
class Delete:
    """What is at a step is not read.

    Raises:
        EditError: the step is below 0.
    """

    step: int
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        _check_steps(self.step)

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        return f"{_switch(self.on)}delete {self.step + 1}"


@dataclass(frozen=True)
class Move:
    """What is at a step is read at the step ``to``; what is between moves up.

    Raises:
        EditError: a step is below 0.
    """

    step: int
    to: int
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        _check_steps(self.step, self.to)

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        return f"{_switch(self.on)}move {self.step + 1}>{self.to + 1}"


@dataclass(frozen=True)
class ReadOn:
    """After all is read, the network goes on by itself: its answer is the next step that it reads.

    Attributes:
        count: how many steps it writes, 1 to `MAX_WRITTEN`.
        temperature: of what words are drawn with, from 0; 0 takes the most likely one.
        seed: of the draw, from 0.
        start: the id that a decoder begins with; None leaves it to the network.
        on: whether it takes part.

    Raises:
        EditError: the parts make no edit.
    """

    count: int
    temperature: float = 0.0
    seed: int = 0
    start: int | None = None
    on: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Check the parts."""
        _check_number(self.temperature)
        if not 1 <= self.count <= MAX_WRITTEN:
            raise EditError(
                "A network reads on for 1 to {most} steps, not {count}.",
                most=f"{MAX_WRITTEN:,}",
                count=self.count,
            )
        if self.temperature < 0:
            raise EditError("A temperature is 0 or more, not {value}.", value=self.temperature)
        if self.seed < 0 or (self.start or 0) < 0:
            raise EditError("The seed, and the id to start with, are whole numbers from 0.")

    def __str__(self) -> str:
        """Its text, which `engine.replay.edit_texts.parse` reads."""
        temperature = f" temperature={_number(self.temperature)}" if self.temperature else ""
        seed = f" seed={self.seed}" if self.seed else ""
        start = "" if self.start is None else f" start={self.start}"
        return f"{_switch(self.on)}read on {self.count}{temperature}{seed}{start}"


LayerEdit = GateEdit | StateSet | UnitOff
SequenceEdit = Replace | Insert | Delete | Move
Edit = LayerEdit | SequenceEdit | ReadOn
Edits = tuple[Edit, ...]


def in_force(edits: Iterable[Edit]) -> Edits:
    """Those that are switched on, in order."""
    return tuple(edit for edit in edits if edit.on)


def of_layers(edits: Iterable[Edit]) -> tuple[LayerEdit, ...]:
    """Those of layers that are switched on, in order."""
    return tuple(edit for edit in edits if edit.on and isinstance(edit, LayerEdit))


def of_sequence(edits: Iterable[Edit]) -> tuple[SequenceEdit, ...]:
    """Those of the sequence that are switched on, in order."""
    return tuple(edit for edit in edits if edit.on and isinstance(edit, SequenceEdit))


def reading_on(edits: Iterable[Edit]) -> tuple[ReadOn, ...]:
    """Those by which the network reads on that are switched on, in order."""
    return tuple(edit for edit in edits if edit.on and isinstance(edit, ReadOn))


def holds(edit: LayerEdit, layer: str, step: int, unit: int) -> bool:
    """Whether an edit is in force for a unit of a layer at a time step; from 0."""
    is_then = edit.first <= step and (edit.last is None or step <= edit.last)
    is_there = edit.layer == layer and (edit.units is None or unit in edit.units)
    return edit.on and is_then and is_there


def changes_at(edits: Iterable[Edit], layer: str, step: int, unit: int) -> dict[str, LayerEdit]:
    """What is changed by hand in a unit of a layer at a time step, by key of the series; of
    several edits the last."""
    return {edit.key: edit for edit in of_layers(edits) if holds(edit, layer, step, unit)}


# -- checks and texts of parts ---------------------------------------------------------------


def _check_number(value: float | None) -> None:
    if value is None or not math.isfinite(value):
        raise EditError("{value} cannot be used in an edit. Give a finite number.", value=value)


def _check_place(units: Units, first: int, last: int | None) -> None:
    if units is not None and (not units or min(units) < 0):
        raise EditError("An edit of units names at least one of them, from 1.")
    _check_steps(first)
    if last is not None and last < first:
        raise EditError(
            "The steps {first} to {last} are none: an edit's first step comes before its last.",
            first=first + 1,
            last=last + 1,
        )


def _check_steps(*steps: int) -> None:
    if min(steps) < 0:
        raise EditError("There is no step {step}: steps are counted from 1.", step=min(steps) + 1)


def _checked(content: Content) -> Content:
    """The content as its text has it: words are parted by one space."""
    if isinstance(content, str):
        if not (content := " ".join(content.split())):
            raise EditError("There is no word in this edit. Name at least one.")
    elif isinstance(content, int):
        if not 0 <= content < 2**31:
            raise EditError(
                "{id} cannot be the id of a word. Ids are whole numbers from 0.", id=content
            )
    elif not content:
        raise EditError("There is no number in this edit. Name one a column.")
    else:
        for value in content:
            _check_number(value)
    return content


def _switch(on: bool) -> str:
    return "" if on else OFF


def _number(value: float | None) -> str:
    return repr(float(value or 0.0)).removesuffix(".0")


def _content(content: Content) -> tuple[str, str]:
    """What kind of content it is, as it is called in the text of an edit, and its text."""
    if isinstance(content, str):
        return "word", content
    if isinstance(content, int):
        return "id", str(content)
    return "row", ",".join(map(_number, content))


def _place(edit: LayerEdit, change: str) -> str:
    """The units, the change and the steps."""
    units = "" if edit.units is None else f"[{unit_ranges(edit.units)}]"
    if edit.last is None:
        steps = f"@{edit.first + 1}-" if edit.first else ""
    else:
        steps = f"@{edit.first + 1}"
        steps += f"-{edit.last + 1}" if edit.last > edit.first else ""
    return f"{units}{change}{steps}"


def unit_ranges(units: tuple[int, ...]) -> str:
    """Units from 1; three or more that follow each other as their first and last."""
    parts: list[list[int]] = []
    for unit in units:
        if parts and unit == parts[-1][-1] + 1:
            parts[-1].append(unit)
        else:
            parts.append([unit])
    return ",".join(
        f"{part[0] + 1}-{part[-1] + 1}"
        if len(part) > 2
        else ",".join(str(unit + 1) for unit in part)
        for part in parts
    )
