"""Plain data from JSON into dataclasses: each value is checked, and repaired alone.

A dataclass says what it admits: `between`, `one_of`, `text`, `items`, `nested` and
`optional_integer` make its fields.  Files that people write by hand, or that come from other
versions, are read with `checked`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, field, fields
from typing import Any, TypeVar

from engine.errors import Instead, Note

Dataclass = TypeVar("Dataclass")
Check = Callable[[Any, str, list[Note]], Any]
"""Takes a value, where it stands, and the notes; returns it, or raises `Unfit`."""


class Unfit(Exception):
    """A value that a field does not admit; it becomes the default.  With a `Note`, that says why."""


# -- checks of items ---------------------------------------------------------------------


def _if(fits: Callable[[Any], bool]) -> Check:
    """Admits a value as it stands, or not at all."""

    def check(value: Any, where: str, notes: list[Note]) -> Any:
        if not fits(value):
            raise Unfit
        return value

    return check


def _is_integer(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high


def a(kind: type) -> Check:
    """A dataclass of checked fields, as an item."""

    def check(value: Any, where: str, notes: list[Note]) -> Any:
        if not isinstance(value, dict):
            raise Unfit
        return checked(kind, value, notes, where)

    return check


def a_text(longest: int = 4096) -> Check:
    """A text, as an item."""
    return _if(lambda value: isinstance(value, str) and len(value) <= longest)


def a_choice(*choices: str) -> Check:
    """One of these texts, as an item."""
    return _if(lambda value: isinstance(value, str) and value in choices)


def an_integer(low: int, high: int) -> Check:
    """A whole number within bounds, as an item."""
    return _if(lambda value: _is_integer(value, low, high))


plain_data = _if(lambda value: isinstance(value, dict))
"""A dictionary whose owner checks what is in it, as an item."""

whole_numbers = _if(
    lambda value: isinstance(value, list) and all(_is_integer(size, 0, 16_384) for size in value)
)
"""A list of sizes in pixels, as an item."""


# -- fields ------------------------------------------------------------------------------


def _field(check: Check, default: Any) -> Any:
    return field(default=default, metadata={"check": check})


def between(default: float, low: float, high: float = math.inf) -> Any:
    """A number, whole where the default is; one beyond a bound becomes that bound."""

    def check(value: Any, where: str, notes: list[Note]) -> Any:
        is_number = type(value) in ((int,) if isinstance(default, int) else (int, float))
        if not is_number or (type(value) is float and math.isnan(value)):
            raise Unfit
        bounded = min(max(low, value), high)
        if bounded != value:
            notes.append(
                Instead(
                    "{field}: {value} is out of range, and {bound} is used.",
                    field=where,
                    value=shortened(value),
                    bound=bounded,
                )
            )
        return type(default)(bounded)

    return _field(check, default)


def one_of(default: str, *others: str) -> Any:
    """One of these texts."""
    choices = (default, *others)
    return _field(_if(lambda value: isinstance(value, str) and value in choices), default)


def text(default: str = "", longest: int = 4096) -> Any:
    """A text of so many characters at most."""
    return _field(a_text(longest), default)


def switch(default: bool = False) -> Any:
    """True or false."""
    return _field(_if(lambda value: isinstance(value, bool)), default)


def optional_integer(low: int = 0, high: int = 2**31 - 1, *, from_low: bool = False) -> Any:
    """A whole number within bounds, or None, which is the default; with ``from_low`` one below
    them becomes the lower bound."""

    def check(value: Any, where: str, notes: list[Note]) -> Any:
        if from_low and type(value) is int and value < low:
            notes.append(_instead(where, value, low))
            return low
        if value is not None and not _is_integer(value, low, high):
            raise Unfit
        return value

    return _field(check, None)


def items(check: Check, most: int, *, mutable: bool = False, default: tuple[Any, ...] = ()) -> Any:
    """Several of a kind, in order; one that is unfit is left out, and so are those beyond
    ``most``.  A list where it is to be changed, else a tuple."""
    container = list if mutable else tuple

    def check_all(value: Any, where: str, notes: list[Note]) -> Any:
        if not isinstance(value, list):
            raise Unfit
        fit = []
        for number, item in enumerate(value[:most]):
            try:
                fit.append(check(item, f"{where}.{number + 1}", notes))
            except Unfit as unfit:
                notes += unfit.args or (left_out(f"{where}.{number + 1}", item),)
        if len(value) > most:
            notes.append(
                Instead(
                    "{field}: of {count} the first {most} are used.",
                    field=where,
                    count=len(value),
                    most=most,
                )
            )
        return container(fit)

    return field(default_factory=lambda: container(default), metadata={"check": check_all})


def entries(check: Check, most: int) -> Any:
    """A dictionary by texts; the newest ``most`` entries are taken, unfit ones left out."""

    def check_all(value: Any, where: str, notes: list[Note]) -> Any:
        if not isinstance(value, dict):
            raise Unfit
        fit = {}
        for key, item in list(value.items())[-most:]:
            try:
                fit[key] = check(item, f"{where}.{key}", notes)
            except Unfit:
                notes.append(left_out(f"{where}.{key}", item))
        return fit

    return field(default_factory=dict, metadata={"check": check_all})


def nested(kind: type, *, optionally: bool = False) -> Any:
    """Another dataclass of checked fields; None by default if it is optional."""
    check = a(kind)
    if not optionally:
        return field(default_factory=kind, metadata={"check": check})

    def check_if_any(value: Any, where: str, notes: list[Note]) -> Any:
        return None if value is None else check(value, where, notes)

    return _field(check_if_any, None)


# -- reading and writing -----------------------------------------------------------------


def checked(
    kind: type[Dataclass], data: Mapping[str, Any], notes: list[Note], where: str = ""
) -> Dataclass:
    """A dataclass from plain data.

    Args:
        kind: its fields are made by the functions above.
        data: what JSON holds.
        notes: gets a sentence for each value that was repaired, and for each unknown field.
        where: what stands before the names of the fields in the notes.
    """
    values: dict[str, Any] = {}
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    for name, value in data.items():
        place = f"{where}.{name}" if where else name
        if name not in known:
            notes.append(
                Instead(
                    "{field} is unknown to this version of Gatescope, and was left out.",
                    field=_cut(place),
                )
            )
            continue
        try:
            values[name] = known[name].metadata["check"](value, place, notes)
        except Unfit:
            notes.append(_instead(place, value, _default(known[name])))
    return kind(**values)


def plain(instance: Any) -> dict[str, Any]:
    """Plain data for JSON: fields with their default value are left out."""
    written: dict[str, Any] = {}
    for each in fields(instance):
        value = getattr(instance, each.name)
        if value != _default(each):
            written[each.name] = _plain_value(value)
    return written


def _default(of: Field[Any]) -> Any:
    return of.default_factory() if of.default_factory is not MISSING else of.default


def _plain_value(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return plain(value)
    if isinstance(value, (list, tuple)):
        return [_plain_value(item) for item in value]
    return value


def left_out(where: str, value: Any) -> Note:
    """That a value does not fit, and what was done about it."""
    return Instead(
        "{field}: {value} does not fit, and was left out.", field=where, value=shortened(value)
    )


def _instead(where: str, value: Any, default: Any) -> Note:
    """That a value does not fit, and which is used; where none is by default, it is left out."""
    if not isinstance(default, (str, int, float)) or default == "":
        return left_out(where, value)
    return Instead(
        "{field}: {value} does not fit, and {default} is used.",
        field=where,
        value=shortened(value),
        default=shortened(default),
    )


def shortened(value: Any) -> str:
    """A value as it stands in the file."""
    if isinstance(value, str):
        return f"“{_cut(value)}”"
    return _cut(json.dumps(value, ensure_ascii=False, default=repr))


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
