"""The text of an edit: what the shell and files have, and a person can write.

=================== ==========================================================================
``lstm.f=0@10-20``   clamp the forget gate of all units to 0 at the steps 10 to 20
``lstm.f[3]*0.5@10-`` halve it for unit 3 from step 10 on
``lstm[2,5-7]=off``  the units 2, 5, 6 and 7 are off
``lstm.c=0@12``      reset the cell state at step 12
``word 5=great``     read "great" at step 5; ``id 5=17``, ``row 5=0.5,1``
``insert 5=not``     read "not" in front of it; ``insert id 5=17``, ``insert row 5=0.5,1``
``delete 7``         do not read what is at step 7
``move 7>3``         read it at step 3
``read on 20``       the network goes on by itself for 20 steps; with ``temperature=0.8 seed=3``
                     words are drawn, ``start=1`` is the id that a decoder begins with
``off: delete 7``    the edit is there, and switched off
=================== ==========================================================================

Steps and units are counted from 1.  Without ``@`` an edit is in force at all steps, without
``[]`` for all units; a layer inside a Bidirectional is ``NAME/forward`` or ``NAME/backward``.
``str(edit)`` writes the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.errors import EditError
from engine.replay.edits import (
    OFF,
    STATES,
    Content,
    Delete,
    Edit,
    Edits,
    GateEdit,
    Insert,
    Move,
    ReadOn,
    Replace,
    StateSet,
    UnitOff,
    Units,
)

MAX_EDITS = 10_000
"""Edits of one reading."""

MAX_LENGTH = 4096
"""Characters of one text."""

_MAX_UNIT = 1_000_000

_INTEGER = r"(\d{1,9})"
_UNITS = r"(?:\[([\d\s,-]*)\])"
_STEPS = r"(?:\s*@\s*(\d{1,9})\s*(?:(-)\s*(\d{1,9})?)?)?"
_REPLACE = re.compile(rf"(word|id|row)\s+{_INTEGER}\s*=(.*)", re.DOTALL)
_INSERT = re.compile(rf"insert\s+(?:(word|id|row)\s+)?{_INTEGER}\s*=(.*)", re.DOTALL)
_DELETE = re.compile(rf"delete\s+{_INTEGER}")
_MOVE = re.compile(rf"move\s+{_INTEGER}\s*>\s*{_INTEGER}")
_READ_ON = re.compile(
    rf"read\s+on\s+{_INTEGER}(?:\s+temperature=([^\s=]+))?(?:\s+seed={_INTEGER})?(?:\s+start={_INTEGER})?"
)
_UNIT_OFF = re.compile(rf"(.+?)\s*{_UNITS}?\s*=\s*off{_STEPS}")
_SERIES = re.compile(rf"(.+)\.(\w+)\s*{_UNITS}?\s*([=*])\s*([^\s@=*]+){_STEPS}")


def parse(text: object) -> Edit:
    """The edit of a text, as it comes from a file or the shell.

    Raises:
        EditError: it is none.
    """
    if not isinstance(text, str):
        raise _no_edit(repr(text))
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise EditError("An edit has at most {most} characters.", most=MAX_LENGTH)
    on = not text.startswith(OFF.strip())
    bare = text if on else text.removeprefix(OFF.strip()).strip()
    try:
        edit = _of_sequence(bare, on) or _of_layer(bare, on)
    except ValueError as error:
        raise _no_edit(text) from error
    except EditError as error:
        raise EditError("“{edit}”: {reason}", edit=_cut(text), reason=error) from error
    if edit is None:
        raise _no_edit(text)
    return edit


def parse_all(texts: Iterable[object]) -> Edits:
    """The edits of some texts, in order.

    Raises:
        EditError: one of them is none, or they are too many.
    """
    edits = tuple(map(parse, texts))
    if len(edits) > MAX_EDITS:
        raise EditError("There are more than {most} edits.", most=f"{MAX_EDITS:,}")
    return edits


def _no_edit(text: str) -> EditError:
    return EditError(
        "“{edit}” is no edit. Write one like lstm.f=0@10-20, lstm.f[3]*0.5@10-, lstm[3]=off, "
        "lstm.c=0@12, word 5=great, insert 5=not, delete 7, move 7>3 or read on 20.",
        edit=_cut(text),
    )


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _of_sequence(text: str, on: bool) -> Edit | None:
    if match := _REPLACE.fullmatch(text):
        kind, step, content = match.groups()
        return Replace(int(step) - 1, _content(kind, content), on=on)
    if match := _INSERT.fullmatch(text):
        kind, step, content = match.groups("word")
        return Insert(int(step) - 1, _content(kind, content), on=on)
    if match := _DELETE.fullmatch(text):
        return Delete(int(match[1]) - 1, on=on)
    if match := _MOVE.fullmatch(text):
        return Move(int(match[1]) - 1, int(match[2]) - 1, on=on)
    if match := _READ_ON.fullmatch(text):
        count, temperature, seed, start = match.groups()
        begin = None if start is None else int(start)
        return ReadOn(int(count), float(temperature or 0), int(seed or 0), begin, on=on)
    return None


def _content(kind: str, text: str) -> Content:
    if kind == "id":
        return int(text)
    if kind == "row":
        return tuple(map(float, text.split(",")))
    return text


def _of_layer(text: str, on: bool) -> Edit | None:
    if match := _UNIT_OFF.fullmatch(text):
        layer, units, *steps = match.groups()
        return UnitOff(layer, _units(units), *_steps(*steps), on=on)
    if match := _SERIES.fullmatch(text):
        layer, key, units, sign, number, *steps = match.groups()
        first, last = _steps(*steps)
        value = float(number)
        if sign == "*":
            return GateEdit(layer, key, _units(units), None, value, first, last, on=on)
        if key in STATES:
            return StateSet(layer, key, _units(units), value, first, last, on=on)
        return GateEdit(layer, key, _units(units), value, None, first, last, on=on)
    return None


def _units(text: str | None) -> Units:
    """``2,5-7`` from 1, as places from 0."""
    if text is None:
        return None
    units: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        begin, end = int(first), int(last if dash else first)
        if end < begin or end > _MAX_UNIT:
            raise EditError("The units {units} are none: write them as 2 or 2,5-7.", units=text)
        units += range(begin - 1, end)
    return tuple(dict.fromkeys(units))


def _steps(first: str | None, dash: str | None, last: str | None) -> tuple[int, int | None]:
    if first is None:
        return 0, None
    begin = int(first) - 1
    if last is not None:
        return begin, int(last) - 1
    return begin, None if dash else begin
