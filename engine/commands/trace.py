"""``trace MODEL --out FILE.npz``: every series at every step."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.commands import inputs
from engine.errors import GatescopeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``trace`` in the shell."""
    parser.add_argument("model", type=Path, metavar="MODEL")
    inputs.add_arguments(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.npz")


def run(arguments: argparse.Namespace) -> int:
    """Replay and write."""
    from engine.network.opening import open_safely
    from engine.network.refusal import check_replayable
    from engine.replay.export import write_npz
    from engine.replay.replay import replay

    network = open_safely(arguments.model)
    check_replayable(network)
    if network.refusal is not None:
        print(f"gatescope: note: {network.refusal}", file=sys.stderr)
    if arguments.out.suffix.lower() == ".csv":
        raise GatescopeError(
            "trace writes NPZ, and {path} is named as a CSV. Name it .npz; the window exports CSV.",
            path=str(arguments.out),
        )
    write_npz(replay(network, inputs.sequence_of(arguments, network)), arguments.out)
    return 0
