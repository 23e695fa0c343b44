"""``summary MODEL``: the table that Keras prints."""

from __future__ import annotations

import argparse
import json

from engine.commands import notes
from engine.commands.shared_arguments import add_model, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``summary`` in the shell."""
    add_model(parser)
    notes.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    from engine.network.summary import summary

    network = opened(arguments)
    table = summary(network)
    said = notes.say(notes.notes_of(network), arguments.strict)
    data = table.data() | {"notes": said, "left_out": list(network.left_out)}
    print(json.dumps(data, indent=1) if arguments.json else table.text())
    return 0
