"""``survey MODEL``: what a network does over a whole corpus.

Without more it prints how right the network is and how saturated its gates are.  Units and steps
are counted from 1, in options, texts, JSON and files; reviews from 0, as everywhere.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.commands import corpus, notes
from engine.commands.corpus import shown
from engine.commands.edit_arguments import add_edits
from engine.commands.outputs import check_out
from engine.commands.shared_arguments import add_model, opened
from engine.counting import percent
from engine.errors import GatescopeError, ReplayError
from engine.named_file import named_file
from engine.network.network import Network
from engine.network.nonlinearity import chosen, with_nonlinearity
from engine.replay.edit_texts import parse_all
from engine.replay.edits import LayerEdit, in_force, of_layers
from engine.replay.export import harmless, write_arrays, write_table, write_whole
from engine.survey.ablation import Ablation, ablate, with_edits
from engine.survey.card import QUANTILES, card, check_unit
from engine.survey.contexts import context
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.correlates import NAMES
from engine.survey.disagreement import disagreement, in_common
from engine.survey.intervals import NAMED, Share
from engine.survey.judging import judging
from engine.survey.passes import Workers
from engine.survey.patterns import Condition, Matches, Pattern, search, where
from engine.survey.remembered import remembered
from engine.survey.saturation import idle_units, saturation
from engine.survey.survey import Survey, survey
from engine.survey.workers import workers_at

LISTED = 20
"""Rows of a table for people."""

_UNIT = re.compile(r"(?P<layer>.+)/(?P<key>[a-z])/(?P<unit>\d+)")
_CONDITION = re.compile(
    r"\s*(?P<change>Δ?)\s*(?P<path>\S+/[a-z]/\d+)\s*(?P<sign>[<>])\s*(?P<bound>[-+\d.eE]+)\s*"
)
_PATTERN = re.compile(
    r"\s*(?P<layer>.+)/(?P<key>[a-z])\[(?P<units>[\d,\s]+)\]\s*(?P<sign>[<>])\s*(?P<bound>[-+\d.eE]+)\s*"
)

Data = dict[str, Any]
Rows = list[dict[str, Any]]
Notes = list[GatescopeError]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``survey`` in the shell."""
    add_model(parser)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--unit", metavar="LAYER/SERIES/N", help="a unit's card, such as lstm/h/3")
    asked.add_argument(
        "--search",
        metavar="WHAT",
        help="where units are on, such as 'lstm/h[1,3] > 0.3', or where conditions hold, such as "
        "'lstm/f/2 < 0.2 and Δlstm/c/3 > 0.5'",
    )
    asked.add_argument(
        "--ablate", action="store_true", help="each unit off, each gate held, padding masked"
    )
    asked.add_argument(
        "--against",
        type=named_file,
        metavar="MODEL",
        help="where it disagrees with another network",
    )
    add_edits(parser)
    parser.add_argument(
        "--share", type=float, default=1.0, metavar="P", help="of the units of --search (1)"
    )
    parser.add_argument(
        "--shortest", type=int, default=1, metavar="T", help="steps of --search (1)"
    )
    parser.add_argument(
        "--most", type=int, default=LISTED, metavar="N", help=f"rows that are listed ({LISTED})"
    )
    corpus.add_arguments(parser)
    parser.add_argument(
        "--out", type=named_file, metavar="FILE", help="write the rows: NPZ, CSV or Parquet"
    )
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Survey, and print or write."""
    from engine.network.refusal import check_replayable

    _check(arguments)
    network = opened(arguments)
    check_replayable(network)
    _check_units(arguments, network)
    assumed = notes.notes_of(network)
    with (
        notes.said_before_errors(assumed),
        workers_at(arguments.scheduler) as workers,
    ):
        inputs = corpus.corpus_of(arguments, network, assumed)
        begun = time.perf_counter()
        read = shown(remembered(network, inputs, partial(survey, network, inputs, workers)))
        assumed += read.notes
        data, rows = _asked(arguments, read, workers, assumed)
    said = notes.say(assumed, arguments.strict)
    data = {
        "network": network.name,
        "corpus": inputs.title,
        "sequences": len(inputs),
        "steps": inputs.steps,
        **data,
        "intervals": str(NAMED),
        "partial": network.is_partial,
        "notes": said,
        "seconds": time.perf_counter() - begun,
    }
    if arguments.out is not None:
        _WRITERS[arguments.out.suffix.lower()](rows, arguments.out)
    if arguments.json:
        print(json.dumps(_plain(data), allow_nan=False))
    elif arguments.out is None:
        said = [] if arguments.search is not None else [str(NAMED)]
        print("\n".join([_title(data), *_lines(data, rows, arguments.most), *said]))
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Raise GatescopeError for options that have no meaning, before anything is read."""
    wrong = GatescopeError(
        "survey writes NPZ, CSV or Parquet; name {path} .npz, .csv or .parquet.",
        path=str(arguments.out),
    )
    check_out(arguments.out, _WRITERS, wrong)
    if _is_parquet(arguments.out) and find_spec("pyarrow") is None:
        raise _no_parquet()
    if not 0 < arguments.share <= 1:
        raise GatescopeError("--share is above 0 and at most 1.")
    if arguments.most < 1 or arguments.shortest < 1:
        raise GatescopeError("--most and --shortest are at least 1.")
    _edits(arguments)
    if arguments.unit is not None:
        _unit(arguments.unit)
    if arguments.search is not None:
        _sought(arguments)


def _edits(arguments: argparse.Namespace) -> tuple[LayerEdit, ...]:
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


def _check_units(arguments: argparse.Namespace, network: Network) -> None:
    """Raise GatescopeError for units that the network does not have."""
    if arguments.unit is not None:
        check_unit(network, *_unit(arguments.unit))
    if arguments.search is not None:
        sought = _sought(arguments)
        if isinstance(sought, Pattern):
            for unit in sought.units:
                check_unit(network, sought.layer, sought.key, unit)
        else:
            for each in sought:
                check_unit(network, each.layer, each.key, each.unit)


def _asked(
    arguments: argparse.Namespace, read: Survey, workers: Workers, assumed: list[GatescopeError]
) -> tuple[Data, Rows]:
    """What is printed, and the rows that are written."""
    if arguments.unit is not None:
        return _card(read, *_unit(arguments.unit), workers, assumed)
    if arguments.search is not None:
        return _search(arguments, read, workers, assumed)
    if arguments.ablate:
        return _ablated(_edits(arguments), read, workers, assumed)
    if arguments.against is not None:
        return _against(arguments, read, workers, assumed)
    return _overview(read, assumed)


# -- what can be asked -----------------------------------------------------------------


def _overview(read: Survey, assumed: Notes) -> tuple[Data, Rows]:
    data: Data = {}
    try:
        found = judging(read)
    except ReplayError as error:
        data["not_judged"] = str(error)
    else:
        assumed += found.notes
        data["judging"] = {
            "accuracy": _share(found.right),
            "loss": found.loss,
            "calibration_error": found.error,
            "calibration_interval": [found.error_low, found.error_high],
            "majority": found.always,
            "by_share": [[share, _share(right)] for share, right in found.by_share],
            **{
                name: [[each.low, each.high, _share(each.right)] for each in getattr(found, name)]
                for name in ("by_length", "by_padding", "by_unknown")
            },
            "calibration": [[each.mean, _share(each.positive)] for each in found.calibration],
        }
    rows = [
        {
            "layer": gate.layer,
            "series": gate.key,
            "unit": unit + 1,
            "below": float(gate.below[unit]),
            "above": float(gate.above[unit]),
            "mean": float(gate.mean[unit]),
        }
        for gate in saturation(read)
        for unit in range(len(gate.mean))
    ]
    data["saturation"] = rows
    data["idle"] = [
        {
            "layer": each.layer,
            "dead": [unit + 1 for unit in each.dead],
            "constant": [unit + 1 for unit in each.constant],
            "unknown": [unit + 1 for unit in each.unknown],
            "duplicates": None
            if each.duplicates is None
            else [[one + 1, other + 1] for one, other in each.duplicates],
        }
        for each in idle_units(read)
    ]
    return data, rows


def _unit(text: str) -> tuple[str, str, int]:
    match = _UNIT.fullmatch(text)
    if match is None or match["unit"] == "0":
        raise GatescopeError(
            "“{text}” names no unit. Write LAYER/SERIES/N, counted from 1, such as lstm/h/3.",
            text=text,
        )
    return match["layer"], match["key"], int(match["unit"]) - 1


def _card(
    read: Survey, layer: str, key: str, unit: int, workers: Workers, assumed: Notes
) -> tuple[Data, Rows]:
    found = shown(card(read, layer, key, unit, workers))
    assumed += found.notes
    rows = [
        {"end": end, **asdict(each)}
        for end, words in (
            ("highest", found.highest),
            ("lowest", found.lowest),
            ("rising", found.rising),
            ("falling", found.falling),
        )
        for each in words
    ]
    places = {
        end: [{**asdict(each), "step": each.step + 1} for each in contexts]
        for end, contexts in (("top", found.top), ("bottom", found.bottom))
    }
    data = {
        "unit": f"{layer}/{key}/{unit + 1}",
        "count": found.count,
        "mean": found.mean,
        "deviation": found.deviation,
        "quantiles": dict(zip(map(str, QUANTILES), found.quantiles.tolist(), strict=True)),
        "histogram": {"counts": found.histogram.tolist(), "edges": found.edges.tolist()},
        "words": rows,
        "words_compared": found.words_compared,
        "contexts": places,
        "correlates": [asdict(each) for each in found.correlates],
        "half_life": found.half_life,
        "changes": {"count": found.changes_looked_at, "cut_off": found.changes_cut_off},
        "summary": [str(each) for each in found.summary],
    }
    return data, rows


def _sought(arguments: argparse.Namespace) -> Pattern | list[Condition]:
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
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    layer, key, unit = _unit(match["path"])
    is_below = match["sign"] == "<"
    return Condition(layer, key, unit, is_below, float(match["bound"]), bool(match["change"]))


def _search(
    arguments: argparse.Namespace, read: Survey, workers: Workers, assumed: Notes
) -> tuple[Data, Rows]:
    sought = _sought(arguments)
    if isinstance(sought, Pattern):
        work = search(read, sought, arguments.most, arguments.seed, workers)
    else:
        work = where(read, sought, arguments.most, arguments.shortest, arguments.seed, workers)
    found = shown(work)
    assumed += found.notes
    rows = _stretches(read.inputs, found)
    data = {
        "search": arguments.search,
        "stretches": found.total,
        "by_chance": found.by_chance,
        "positive": found.positive,
        "labelled": found.labelled,
        "matches": rows,
    }
    return data, rows


def _stretches(inputs: CorpusInputs, found: Matches) -> Rows:
    rows = []
    for row, first, last, jaccard in zip(
        found.rows.tolist(),
        found.firsts.tolist(),
        found.lasts.tolist(),
        found.jaccard.tolist(),
        strict=True,
    ):
        at = context(inputs, row, first, jaccard)
        steps = inputs.sequence(row).steps[first : last + 1]
        rows.append(
            {
                "number": at.number,
                "first": first + 1,
                "last": last + 1,
                "jaccard": jaccard,
                "label": at.label,
                "before": " ".join(at.before),
                "words": " ".join(steps),
            }
        )
    return rows


def _ablated(
    edits: tuple[LayerEdit, ...], read: Survey, workers: Workers, assumed: Notes
) -> tuple[Data, Rows]:
    found = shown(ablate(read, workers=workers))
    if edits:
        found = shown(with_edits(found, read, edits, workers))
    assumed += found.notes
    rows = [_ablation(each) for each in found.rows]
    data = {
        "accuracy": _share(found.right),
        "loss": found.loss,
        "compared": len(rows),
        "sure": sum(each.is_sure for each in found.rows),
        "by_chance": found.by_chance,
        "ablations": rows,
        "refused": {what: str(error) for what, error in found.refused},
    }
    return data, rows


def _ablation(each: Ablation) -> dict[str, Any]:
    unit = None if each.unit is None else each.unit + 1
    return {
        "what": each.what,
        "layer": each.layer,
        "series": each.key,
        "unit": unit,
        "value": each.value,
        "accuracy": each.right.value,
        "loss": each.loss,
        "change": each.change,
        "low": each.low,
        "high": each.high,
        "loss_change": each.loss_change,
    }


def _against(
    arguments: argparse.Namespace, read: Survey, workers: Workers, assumed: list[GatescopeError]
) -> tuple[Data, Rows]:
    from engine.network.opening import open_safely
    from engine.network.refusal import check_replayable

    network = open_safely(arguments.against)
    if arguments.relu and chosen(network):
        network = with_nonlinearity(network, "relu")
    check_replayable(network)
    assumed += notes.notes_of(network)
    inputs = corpus.corpus_of(arguments, network, assumed)
    read, other = in_common(read, shown(survey(network, inputs, workers)))
    found = disagreement(read, other)
    assumed += [*other.notes, *found.notes]
    rows = []
    for row in found.order[: arguments.most].tolist():
        at = context(read.inputs, row, int(found.steps[row]), 0.0)
        begins = int(found.disagree_from[row])
        rows.append(
            {
                "number": at.number,
                "gap": float(found.gaps[row]),
                "step": at.step + 1,
                "word": at.word,
                "disagree_from": None if begins < 0 else begins + 1,
                "label": at.label,
                "first": float(read.answers.ends[row, -1]),
                "second": float(other.answers.ends[row, -1]),
                "before": " ".join(at.before),
            }
        )
    data = {
        "against": network.name,
        "agree": _share(found.agree),
        "both_right": found.both,
        "first_only": found.first_only,
        "second_only": found.second_only,
        "neither": found.neither,
        "disagreements": rows,
    }
    return data, rows


def _share(share: Share) -> dict[str, Any]:
    return {"value": share.value, **asdict(share)}


# -- for people ------------------------------------------------------------------------


def _title(data: Data) -> str:
    return (
        f"{data['network']} over {data['sequences']:,} sequences of {data['corpus']}, "
        f"{data['steps']} steps"
    )


def _lines(data: Data, rows: Rows, most: int) -> list[str]:
    if "judging" in data:
        found = data["judging"]
        lines = [
            (
                f"accuracy {_percent(found['accuracy'])}, loss {found['loss']:.4f}, calibration error "
                f"{percent(found['calibration_error'])}"
            )
        ]
    elif "saturation" in data:
        lines = [f"no accuracy: {data['not_judged']}"]
    elif "ablations" in data:
        lines = [
            (
                f"accuracy {_percent(data['accuracy'])}, loss {data['loss']:.4f}; "
                f"{data['sure']:,} of {data['compared']:,} changes are sure, "
                f"{data['by_chance']:.1f} would be by chance; without:"
            )
        ]
    elif "disagreements" in data:
        lines = [
            f"against {data['against']}: they end alike in {_percent(data['agree'])}",
            (
                f"both right {data['both_right']:,}, only the first {data['first_only']:,}, only the "
                f"second {data['second_only']:,}, neither {data['neither']:,}"
            ),
        ]
    elif "matches" in data:
        lines = [
            (
                f"{data['stretches']:,} stretches; {_chance(data['by_chance'])}"
                f"{data['positive']:,} of {data['labelled']:,} labelled are in positive reviews"
            )
        ]
    else:
        lines = [
            (
                f"{data['unit']}: mean {data['mean']:+.3f}, deviation {data['deviation']:.3f}, "
                f"{data['count']:,} steps"
            ),
            *data["summary"],
            *(
                f"  {NAMES[each['name']]!s:<40} r {each['r']:+.2f} ({each['low']:+.2f} to {each['high']:+.2f})"
                for each in data["correlates"]
            ),
        ]
    return lines + _table(rows[:most])


def _chance(by_chance: float | None) -> str:
    return "" if by_chance is None else f"{by_chance:,.1f} by chance (units shuffled); "


def _percent(share: Mapping[str, Any]) -> str:
    value, low, high = (percent(share[name]) for name in ("value", "low", "high"))
    return f"{value} ({low} to {high})"


def _table(rows: Rows) -> list[str]:
    """Rows as columns of equal width."""
    if not rows:
        return []
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


# -- files -----------------------------------------------------------------------------


def _plain(value: Any) -> Any:
    """The same without what JSON does not know: numbers that are not finite become None."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value


def _columns(rows: Rows) -> dict[str, npt.NDArray[Any]]:
    names = list(rows[0]) if rows else []
    return {name: _column([row[name] for row in rows]) for name in names}


def _column(values: list[Any]) -> npt.NDArray[Any]:
    """Numbers, where None is NaN, or texts; no objects."""
    if all(value is None or isinstance(value, int | float) for value in values):
        if any(value is None or isinstance(value, float) for value in values):
            return np.array([np.nan if value is None else value for value in values], np.float64)
        return np.array(values, np.int64)
    return np.array(["" if value is None else str(value) for value in values], np.str_)


def _npz(rows: Rows, path: Path) -> None:
    write_arrays(_columns(rows), path)


def _csv(rows: Rows, path: Path) -> None:
    cells = (map(harmless, row.values()) for row in rows)
    write_table(rows[0] if rows else (), cells, path)


def _is_parquet(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".parquet"


def _no_parquet() -> GatescopeError:
    return GatescopeError(
        "Parquet needs pyarrow, which is not installed. Install it with: pip install pyarrow, or "
        "write a CSV."
    )


def _parquet(rows: Rows, path: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise _no_parquet() from error
    columns = {name: column.tolist() for name, column in _columns(rows).items()}
    write_whole(path, lambda at: parquet.write_table(pa.table(columns), at))


_WRITERS: Mapping[str, Callable[[Rows, Path], None]] = {
    ".npz": _npz,
    ".csv": _csv,
    ".parquet": _parquet,
}
