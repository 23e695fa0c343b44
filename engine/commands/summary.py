"""``summary MODEL``: the table that Keras prints."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``summary`` in the shell."""
    parser.add_argument("model", type=Path, metavar="MODEL")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    from engine.network.opening import open_safely
    from engine.network.summary import summary

    table = summary(open_safely(arguments.model))
    print(json.dumps(table.data(), indent=1) if arguments.json else table.text())
    return 0
