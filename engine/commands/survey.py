"""``survey MODEL``: what a network does over a whole corpus.

Without more it prints how right the network is and how saturated its gates are.  Units and steps
are counted from 1, in options, texts, JSON and files; reviews from 0, as everywhere.
"""

from __future__ import annotations

import argparse
import json
import time
from functools import partial

from engine.commands import corpus, notes
from engine.commands.corpus import shown
from engine.commands.edit_arguments import add_edits
from engine.commands.outputs import tell_written
from engine.commands.shared_arguments import add_model, add_options, opened
from engine.commands.survey_files import check_file, plain, write
from engine.commands.survey_questions import asked
from engine.commands.survey_sought import check_units, edits_of, sought_of, unit_of
from engine.commands.survey_tables import lines, title
from engine.errors import GatescopeError
from engine.named_file import named_file
from engine.network.named_model import named_model
from engine.survey.intervals import NAMED
from engine.survey.remembered import remembered
from engine.survey.survey import survey
from engine.survey.workers import workers_at

LISTED = 20
"""Rows of a table for people."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``survey`` in the shell."""
    add_model(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--unit", metavar="LAYER/SERIES/N", help="a unit's card, such as lstm/h/3")
    what.add_argument(
        "--search",
        metavar="WHAT",
        help="where units are on, such as 'lstm/h[1,3] > 0.3', or where conditions hold, such as "
        "'lstm/f/2 < 0.2 and Δlstm/c/3 > 0.5'",
    )
    what.add_argument(
        "--ablate", action="store_true", help="each unit off, each gate held, padding masked"
    )
    against = "where it disagrees with another network"
    add_options(what, named_model, ("--against", "MODEL", against))
    add_edits(parser)
    add_options(parser, float, ("--share", "P", "of the units of --search (1)", 1.0))
    add_options(
        parser,
        int,
        ("--shortest", "T", "steps of --search (1)", 1),
        ("--most", "N", f"rows that are listed ({LISTED}); --out has all", LISTED),
    )
    corpus.add_arguments(parser)
    add_options(parser, named_file, ("--out", "FILE", "write the rows: NPZ, CSV or Parquet"))
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Survey, and print or write."""
    from engine.network.refusal import check_replayable

    _check(arguments)
    network = opened(arguments)
    check_replayable(network)
    check_units(arguments, network)
    assumed = notes.notes_of(network)
    with (
        notes.said_before_errors(assumed),
        workers_at(arguments.scheduler) as workers,
    ):
        inputs = corpus.corpus_of(arguments, network, assumed)
        begun = time.perf_counter()
        read = shown(remembered(network, inputs, partial(survey, network, inputs, workers)))
        assumed += read.notes
        data, rows = asked(arguments, read, workers, assumed)
    said = notes.say(assumed, arguments.strict)
    data = {
        "network": network.name,
        "corpus": inputs.title,
        "sequences": len(inputs),
        "steps": inputs.steps,
        "rows": len(rows),
        **data,
        "intervals": str(NAMED),
        "partial": network.is_partial,
        "out": None if arguments.out is None else str(arguments.out),
        "notes": said,
        "seconds": time.perf_counter() - begun,
    }
    if arguments.out is not None:
        write(rows, arguments.out)
    if arguments.json:
        print(json.dumps(plain(data), allow_nan=False))
    elif arguments.out is None:
        said = [] if arguments.search is not None else [str(NAMED)]
        print("\n".join([title(data), *lines(data, rows, arguments.most), *said]))
    else:
        count = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
        tell_written(arguments.out, f"{title(data)}: {count}")
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Raise GatescopeError for options that have no meaning, before anything is read."""
    check_file(arguments.out)
    if not 0 < arguments.share <= 1:
        raise GatescopeError("--share is above 0 and at most 1.")
    if arguments.most < 1 or arguments.shortest < 1:
        raise GatescopeError("--most and --shortest are at least 1.")
    edits_of(arguments)
    if arguments.unit is not None:
        unit_of(arguments.unit)
    if arguments.search is not None:
        sought_of(arguments)
