"""What ``survey`` can be asked: what is printed, and the rows that are listed and written."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import Any

from engine.commands import corpus, notes
from engine.commands.corpus import shown
from engine.commands.survey_sought import edits_of, sought_of, unit_of
from engine.errors import GatescopeError, ReplayError
from engine.network.nonlinearity import chosen, with_nonlinearity
from engine.replay.edits import LayerEdit
from engine.survey.ablation import Ablation, ablate, with_edits
from engine.survey.card import QUANTILES, card
from engine.survey.contexts import context
from engine.survey.corpus_inputs import CorpusInputs
from engine.survey.disagreement import disagreement, in_common
from engine.survey.intervals import Share
from engine.survey.judging import judging
from engine.survey.passes import Workers
from engine.survey.patterns import Matches, Pattern, search, where
from engine.survey.saturation import idle_units, saturation
from engine.survey.survey import Survey, survey

Data = dict[str, Any]
Rows = list[dict[str, Any]]
Notes = list[GatescopeError]


def asked(
    arguments: argparse.Namespace, read: Survey, workers: Workers, assumed: list[GatescopeError]
) -> tuple[Data, Rows]:
    """What is printed, and the rows that are listed; all that there are where they are written."""
    if arguments.unit is not None:
        return _card(read, *unit_of(arguments.unit), workers, assumed)
    if arguments.search is not None:
        return _search(arguments, read, workers, assumed)
    if arguments.ablate:
        return _ablated(edits_of(arguments), read, workers, assumed)
    if arguments.against is not None:
        return _against(arguments, read, workers, assumed)
    return _overview(read, assumed)


def _most(arguments: argparse.Namespace) -> int:
    """How many rows are needed: ``--most`` is of the screen."""
    return int(arguments.most) if arguments.out is None else sys.maxsize


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


def _search(
    arguments: argparse.Namespace, read: Survey, workers: Workers, assumed: Notes
) -> tuple[Data, Rows]:
    sought = sought_of(arguments)
    if isinstance(sought, Pattern):
        work = search(read, sought, _most(arguments), arguments.seed, workers)
    else:
        work = where(read, sought, _most(arguments), arguments.shortest, arguments.seed, workers)
    found = shown(work)
    assumed += found.notes
    rows = _stretches(read.inputs, found)
    data = {
        "search": arguments.search,
        "stretches": found.total,
        "by_chance": found.by_chance,
        "positive": found.positive,
        "labelled": found.labelled,
        "rows": found.total,
        "matches": rows[: arguments.most],
    }
    return data, rows


def _stretches(inputs: CorpusInputs, matches: Matches) -> Rows:
    rows = []
    for row, first, last, jaccard in zip(
        matches.rows.tolist(),
        matches.firsts.tolist(),
        matches.lasts.tolist(),
        matches.jaccard.tolist(),
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
    return {
        "what": each.what,
        "layer": each.layer,
        "series": each.key,
        "unit": None if each.unit is None else each.unit + 1,
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
    for row in found.order[: _most(arguments)].tolist():
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
        "rows": len(found.order),
        "disagreements": rows[: arguments.most],
    }
    return data, rows


def _share(share: Share) -> dict[str, Any]:
    return {"value": share.value, **asdict(share)}
