"""Which units, stretches and edits ``survey`` is asked about, as they are typed; units from 1."""

from __future__ import annotations

import argparse
import re

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.replay.edit_texts import parse_all
from engine.replay.edits import LayerEdit, in_force, of_layers
from engine.survey.card import check_unit
from engine.survey.patterns import Condition, Pattern

_UNIT = re.compile(r"(?P<layer>.+)/(?P<key>[a-z])/(?P<unit>\d+)")
_CONDITION = re.compile(
    r"\s*(?P<change>Δ?)\s*(?P<path>\S+/[a-z]/\d+)\s*(?P<sign>[<>])\s*(?P<bound>[-+\d.eE]+)\s*"
)
_PATTERN = re.compile(
    r"\s*(?P<layer>.+)/(?P<key>[a-z])\[(?P<units>[\d,\s]+)\]\s*(?P<sign>[<>])\s*(?P<bound>[-+\d.eE]+)\s*"
)


def edits_of(arguments: argparse.Namespace) -> tuple[LayerEdit, ...]:
    """Those of ``--edit``.

    Raises:
        GatescopeError: they are none, or none of a layer, or nothing is ablated.
    """
    edits = parse_all(arguments.edit)
    if edits and not arguments.ablate:
        raise GatescopeError("--edit is a row of --ablate.")
    if len(of_layers(edits)) < len(in_force(edits)):
        raise GatescopeError("Over a corpus only layers are edited, such as lstm.f=0@10-20.")
    return of_layers(edits)


def check_units(arguments: argparse.Namespace, network: Network) -> None:
    """Raise GatescopeError for units that the network does not have."""
    if arguments.unit is not None:
        check_unit(network, *unit_of(arguments.unit))
    if arguments.search is not None:
        sought = sought_of(arguments)
        if isinstance(sought, Pattern):
            for unit in sought.units:
                check_unit(network, sought.layer, sought.key, unit)
        else:
            for each in sought:
                check_unit(network, each.layer, each.key, each.unit)


def unit_of(text: str) -> tuple[str, str, int]:
    """The layer, the series and the unit, from 0, of ``LAYER/SERIES/N``.

    Raises:
        GatescopeError: it is none.
    """
    match = _UNIT.fullmatch(text)
    if match is None or match["unit"] == "0":
        raise GatescopeError(
            "“{text}” names no unit. Write LAYER/SERIES/N, counted from 1, such as lstm/h/3.",
            text=text,
        )
    return match["layer"], match["key"], int(match["unit"]) - 1


def sought_of(arguments: argparse.Namespace) -> Pattern | list[Condition]:
    """What ``--search`` is for.

    Raises:
        GatescopeError: it is none.
    """
    text = arguments.search
    match = _PATTERN.fullmatch(text)
    try:
        if match is not None:
            units = tuple(int(unit) - 1 for unit in match["units"].split(","))
            return Pattern(
                match["layer"].strip(),
                match["key"],
                units,
                float(match["bound"]),
                match["sign"] == "<",
                arguments.share,
                shortest=arguments.shortest,
            )
        return [_condition(each) for each in re.split(r"\s+and\s+|,", text)]
    except ValueError as error:
        raise GatescopeError(
            "“{text}” is no search. Write 'lstm/h[1,3] > 0.3' for units that are on together, or "
            "conditions such as 'lstm/f/2 < 0.2 and Δlstm/c/3 > 0.5'.",
            text=text,
        ) from error


def _condition(text: str) -> Condition:
    if (match := _CONDITION.fullmatch(text)) is None:
        raise ValueError(text)
    layer, key, unit = unit_of(match["path"])
    is_below = match["sign"] == "<"
    return Condition(layer, key, unit, is_below, float(match["bound"]), bool(match["change"]))
