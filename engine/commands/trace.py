"""``trace MODEL --out FILE.npz``: every series at every step."""

from __future__ import annotations

import argparse
import json

from engine.commands import edit_arguments, notes, other_inputs, shared_arguments
from engine.errors import GatescopeError
from engine.named_file import named_file
from engine.sequence import Sequence
from engine.text.review import Review


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``trace`` in the shell."""
    shared_arguments.add_model(parser)
    shared_arguments.add_arguments(parser)
    other_inputs.add_arguments(parser)
    parser.add_argument("--out", type=named_file, required=True, metavar="FILE.npz")
    edit_arguments.add_edits(parser)
    edit_arguments.add_reading_on(parser)
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Replay and write."""
    from engine.commands.outputs import check_out, tell_written
    from engine.network.refusal import check_replayable
    from engine.replay.edit_ranges import held_beyond
    from engine.replay.edit_texts import parse_all
    from engine.replay.export import write_npz
    from engine.replay.known_after import forecast_note, forecast_of
    from engine.replay.read_on import read

    wrong = GatescopeError(
        "trace writes NPZ; name {path} .npz. The window exports CSV too.", path=str(arguments.out)
    )
    check_out(arguments.out, (".npz",), wrong)
    edits = parse_all(arguments.edit) + edit_arguments.reading_on_of(arguments)
    network = shared_arguments.opened(arguments)
    check_replayable(network)
    assumed = notes.notes_of(network)
    sequence = other_inputs.sequence_of(arguments, network, assumed)
    assumed += held_beyond(network, edits)
    said = notes.say(assumed, arguments.strict)
    trace = read(network, sequence, edits=edits)
    written = trace.written
    late = list(edit_arguments.edit_notes(edits, trace.sequence))
    late += [] if written is None else written.notes
    said += notes.say(late, arguments.strict)
    write_npz(trace, arguments.out)
    forecast, told = forecast_of(trace), forecast_note(trace)
    if not arguments.json:
        series = [f"{name} {' '.join(layer.series)}" for name, layer in trace.layers.items()]
        number = _number(trace.sequence)
        which = "" if number is None else f"review {number:,}, "
        what = f"{network.name}, {which}{len(trace.sequence):,} steps: {', '.join(series) or 'answers'}"
        tell_written(arguments.out, what)
        if told is not None:
            print(told)
    if arguments.json:
        data = {
            "out": str(arguments.out),
            "network": network.name,
            "review": _number(trace.sequence),
            "steps": len(trace.sequence),
            "written": None if written is None else written.values.tolist(),
            "true": None if forecast is None else forecast.true.tolist(),
            "error": None if forecast is None else forecast.error,
            "error_of_last": None if forecast is None else forecast.error_of_last,
            "edits": [str(edit) for edit in trace.edits],
            "layers": {name: list(layer.series) for name, layer in trace.layers.items()},
            "partial": network.is_partial,
            "left_out": list(network.left_out),
            "notes": said,
        }
        print(json.dumps(data))
    return 0


def _number(sequence: Sequence) -> int | None:
    """Which of the offline reviews was read, None where it is another sequence."""
    return sequence.number if isinstance(sequence, Review) else None
