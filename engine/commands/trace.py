"""``trace MODEL --out FILE.npz``: every series at every step."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from engine.commands import inputs, notes
from engine.errors import GatescopeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``trace`` in the shell."""
    parser.add_argument("model", type=Path, metavar="MODEL")
    inputs.add_arguments(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.npz")
    inputs.add_edits(parser)
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Replay and write."""
    from engine.network.opening import open_safely
    from engine.network.refusal import check_replayable
    from engine.replay.edit_texts import parse_all
    from engine.replay.export import write_npz
    from engine.replay.replay import replay

    edits = parse_all(arguments.edit)
    network = open_safely(arguments.model)
    check_replayable(network)
    if arguments.out.suffix.lower() == ".csv":
        raise GatescopeError(
            "trace writes NPZ, and {path} is named as a CSV. Name it .npz; the window exports CSV.",
            path=str(arguments.out),
        )
    assumed = notes.notes_of(network)
    sequence = inputs.sequence_of(arguments, network, assumed)
    said = notes.say(assumed, arguments.strict)
    trace = replay(network, sequence, edits=edits)
    write_npz(trace, arguments.out)
    if arguments.json:
        data = {
            "out": str(arguments.out),
            "network": network.name,
            "steps": len(trace.sequence),
            "edits": [str(edit) for edit in trace.edits],
            "layers": {name: list(layer.series) for name, layer in trace.layers.items()},
            "partial": network.is_partial,
            "left_out": list(network.left_out),
            "notes": said,
        }
        print(json.dumps(data))
    return 0
