"""``verify MODEL``: the largest difference from Keras."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``verify`` in the shell."""
    parser.add_argument("model", type=Path, metavar="MODEL")
    parser.add_argument("--reviews", type=int, default=16, metavar="N", help="sequences (16)")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compare; 1 above the tolerance."""
    from engine.verification.verify import verify

    proof = verify(arguments.model, arguments.reviews)
    print(json.dumps(proof.data()) if arguments.json else proof.text())
    return 0 if proof.ok else 1
