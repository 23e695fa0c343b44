"""Counts of one: a template with "{count} epochs" says "1 epoch"; and how a share is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine import particles

NOUNS = (
    *("bytes", "characters", "columns", "dimensions", "edits", "eigenvalues", "epochs", "frames"),
    *(
        "gaps",
        "ids",
        "inputs",
        "layers",
        "members",
        "minutes",
        "networks",
        "nodes",
        "notes",
        "numbers",
    ),
    *("outputs", "parameters", "reviews", "rows", "runs", "seconds", "sequences", "steps", "units"),
    *("values", "weights", "windows", "words"),
)
"""What is counted in the texts of the project."""

ONE = {
    "{count} stretches of the corpus have all of them on.": (
        "{count} stretch of the corpus has all of them on."
    ),
    "{count} others wait too.": "{count} other waits too.",
    "{count} rows of {name} above the names of the columns, which stand in row {row}, are left "
    "out: {texts}.": (
        "{count} row of {name} above the names of the columns, which stand in row {row}, is left "
        "out: {texts}."
    ),
    "{count} rows of {name} above the numbers are left out, as there are none in them: {texts}.": (
        "{count} row of {name} above the numbers is left out, as there are none in it: {texts}."
    ),
    "{count} rows of {name} that sum up others are left out, the first is row {row} ({label}).": (
        "{count} row of {name} that sums up others is left out, row {row} ({label})."
    ),
    "{count} rows of {name} lack a value, and 0 is read in its place; the first is row {row}.": (
        "{count} row of {name} lacks a value, and 0 is read in its place: row {row}."
    ),
    "{count} rows of {name} lack a value, and what lies on the line between its neighbours is read "
    "in its place; the first is row {row}.": (
        "{count} row of {name} lacks a value, and what lies on the line between its neighbours is "
        "read in its place: row {row}."
    ),
    "{count} rows of {name} lack a value, and the mean of its column is read in its place; the "
    "first is row {row}.": (
        "{count} row of {name} lacks a value, and the mean of its column is read in its place: row "
        "{row}."
    ),
    "{count} rows of {name} lack a value, and the one before it is read in its place; the first is "
    "row {row}.": (
        "{count} row of {name} lacks a value, and the one before it is read in its place: row "
        "{row}."
    ),
    "{count} rows of {name} are left out, as no value comes before their gap; the first is row "
    "{row}.": ("{count} row of {name} is left out, as no value comes before its gap: row {row}."),
    "{count} rows of {name} are left out, as their gap has a value on one side only; the first is "
    "row {row}.": (
        "{count} row of {name} is left out, as its gap has a value on one side only: row {row}."
    ),
    "{count} rows of {name} are left out, as they lack a value; the first is row {row}, and what "
    "stands around each is read as if nothing lay between.": (
        "{count} row of {name} is left out, as it lacks a value: row {row}. What stands around it "
        "is read as if nothing lay between."
    ),
    "{count} values are not finite; they are drawn in red.": (
        "{count} value is not finite; it is drawn in red."
    ),
    "All {count} epochs are done.": "The only epoch is done.",
    "Spectral radius ρ = {radius}: {count} of {all} eigenvalues lie outside the unit circle, and "
    "what lies along them grows at every step.": (
        "Spectral radius ρ = {radius}: {count} of {all} eigenvalues lies outside the unit circle, "
        "and what lies along it grows at every step."
    ),
    "The {weight} of the layer {layer} has {count} values that are not finite numbers (NaN or "
    "infinity), the first in the row of the id {id}. The training of this model diverged: what is "
    "computed from them is no number either. An earlier checkpoint may be whole.": (
        "The {weight} of the layer {layer} has {count} value that is not a finite number (NaN or "
        "infinity), in the row of the id {id}. The training of this model diverged: what is "
        "computed from it is no number either. An earlier checkpoint may be whole."
    ),
    "The {weight} of the layer {layer} has {count} values that are not finite numbers (NaN or "
    "infinity), the first in unit {unit}. The training of this model diverged: what is computed "
    "from them is no number either. An earlier checkpoint may be whole.": (
        "The {weight} of the layer {layer} has {count} value that is not a finite number (NaN or "
        "infinity), in unit {unit}. The training of this model diverged: what is computed "
        "from it is no number either. An earlier checkpoint may be whole."
    ),
    "The rows of {name} are not in the order of their times: {count} are earlier than the row "
    "before, the first is row {row} ({time}).": (
        "The rows of {name} are not in the order of their times: {count} is earlier than the row "
        "before, row {row} ({time})."
    ),
    "The index does not belong to these reviews: {count} words are in only one of them, for "
    "example {example}.": (
        "The index does not belong to these reviews: {count} word is in only one of them, "
        "{example}."
    ),
    "{count} rows of {name} have no time that is understood, the first is row {row} ({time}): all "
    "are read in the order of the file. Take such rows out of the file if they are sums or "
    "remarks.": (
        "{count} row of {name} has no time that is understood, row {row} ({time}): all are read "
        "in the order of the file. Take it out of the file if it is a sum or a remark."
    ),
    "{count} rows of {name} have the time of the row before; the first is row {row} ({time}).": (
        "{count} row of {name} has the time of the row before: row {row} ({time})."
    ),
    "{name} cannot be read oldest first: {count} of its rows have no time that is understood, the "
    "first is row {row}. Take such rows out of the file.": (
        "{name} cannot be read oldest first: {count} of its rows has no time that is understood, "
        "row {row}. Take it out of the file."
    ),
    "{name} has {count} gaps in time; the longest is from {before} to {after}.": (
        "{name} has {count} gap in time, from {before} to {after}."
    ),
}
"""Sentences in which more than the noun changes, with one of ``count``."""

_COUNTED = re.compile(
    rf"\{{(\w+)\}} (?:(?:more|other|recurrent|training) )?(?:{'|'.join(NOUNS)})\b"
)
_ARE = re.compile(rf"\{{(\w+)\}} (?:more |(?:{'|'.join(NOUNS)}) (?:of the dictionary )?)?are\b")


def percent(share: float, digits: int = 1) -> str:
    """A share as the shell writes it, ``74.0 %``; the window does in `gui.i18n.percent`."""
    return f"{share:.{digits}%}".replace("%", " %")


def filled(template: str, values: Mapping[str, Any]) -> str:
    """A template filled in; an English one as it is said of one, where a count is 1.

    Translations have no such nouns; those into Korean have particles that follow their values.

    Raises:
        KeyError: a field has no value.
    """
    if str(values.get("count")) == "1":
        template = ONE.get(template, template)

    def is_one(match: re.Match[str]) -> bool:
        return str(values.get(match[1])) == "1"

    template = _ARE.sub(lambda m: m[0][:-3] + "is" if is_one(m) else m[0], template)
    template = _COUNTED.sub(lambda m: m[0][:-1] if is_one(m) else m[0], template)
    return particles.fitted(template.format(**values))
