"""``report MODEL``: the health of a network over a corpus, for people and for build pipelines."""

from __future__ import annotations

import argparse
import json
from functools import partial

import numpy as np

from engine.commands import corpus, notes
from engine.commands.corpus import shown
from engine.commands.shared_arguments import add_model, opened
from engine.commands.survey_tables import title
from engine.survey.health import Finding, health
from engine.survey.intervals import NAMED
from engine.survey.remembered import remembered
from engine.survey.requirement import requirement
from engine.survey.survey import survey
from engine.survey.workers import workers_at

_MARKS = {"good": "ok  ", "look": "look", "bad": "BAD ", "unknown": "?   "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``report`` in the shell."""
    add_model(parser)
    corpus.add_arguments(parser)
    parser.add_argument(
        "--require",
        action="append",
        default=[],
        metavar="BOUND",
        help="exit with 1 unless it holds, such as 'accuracy >= 0.8', and where it is not "
        "judged; repeatable",
    )
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Examine; 1 where a requirement does not hold, or is about what is not judged."""
    from engine.network.refusal import check_replayable

    required = [requirement(text) for text in arguments.require]
    network = opened(arguments)
    check_replayable(network)
    assumed = notes.notes_of(network)
    with (
        notes.said_before_errors(assumed),
        workers_at(arguments.scheduler) as workers,
    ):
        inputs = corpus.corpus_of(arguments, network, assumed)
        read = shown(remembered(network, inputs, partial(survey, network, inputs, workers)))
        found = shown(health(read, arguments.seed))
    said = notes.say([*assumed, *read.notes, *found.notes], arguments.strict)
    failed = [each for each in required if not each.holds(found.measures)]
    data = {
        "network": network.name,
        "corpus": inputs.title,
        "sequences": len(inputs),
        "steps": inputs.steps,
        "measures": found.measures,
        "intervals": str(NAMED),
        "findings": [_data(each) for each in found.findings],
        "required": [str(each) for each in required],
        "failed": [str(each) for each in failed],
        "not_judged": [each.name for each in found.findings if each.value is None],
        "partial": network.is_partial,
        "notes": said,
    }
    if arguments.json:
        print(json.dumps(data, allow_nan=False))
    else:
        print(title(data))
        for each in found.findings:
            print("\n".join(_lines(each)))
        print(NAMED)
        for bound in failed:
            unknown = ": it is not judged" if found.measures[bound.name] is None else ""
            print(f"FAILED  {bound}{unknown}")
    return 1 if failed else 0


def _data(finding: Finding) -> dict[str, object]:
    value = finding.value
    return {
        "name": finding.name,
        "value": value if value is not None and np.isfinite(value) else None,
        "level": finding.level,
        "says": str(finding.says),
        "means": str(finding.means),
        "advice": None if finding.advice is None else str(finding.advice),
    }


def _lines(finding: Finding) -> list[str]:
    value = "–" if finding.value is None else f"{finding.value:.4g}"
    lines = [f"{_MARKS[finding.level]}  {finding.name} {value}: {finding.says}"]
    lines.append(f"        {finding.means}")
    if finding.advice is not None:
        lines.append(f"        Do: {finding.advice}")
    return lines
