"""The engine from the shell: ``python -m engine trace | summary | verify | train``.

Errors are one line on stderr that says what is wrong and what to do, with exit code 2;
results are on stdout or in ``--out``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from engine.errors import GatescopeError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage."""
        print(f"{self.prog}: {message}; see {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    from engine.commands import inputs
    from engine.training import command as training

    top = _Parser(prog="python -m engine", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    trace = commands.add_parser("trace", help="every series at every step, as NPZ")
    trace.add_argument("model", type=Path, metavar="MODEL")
    inputs.add_arguments(trace)
    trace.add_argument("--out", type=Path, required=True, metavar="FILE.npz")
    trace.set_defaults(run=_trace)
    summary = commands.add_parser("summary", help="the table that Keras prints")
    summary.add_argument("model", type=Path, metavar="MODEL")
    summary.add_argument("--json", action="store_true", help="as JSON")
    summary.set_defaults(run=_summary)
    verify = commands.add_parser("verify", help="the largest difference from Keras")
    verify.add_argument("model", type=Path, metavar="MODEL")
    verify.add_argument("--reviews", type=int, default=16, metavar="N", help="sequences (16)")
    verify.add_argument("--json", action="store_true", help="as JSON")
    verify.set_defaults(run=_verify)
    train = commands.add_parser("train", help="train a recipe, progress as JSON lines")
    training.add_arguments(train)
    train.set_defaults(run=training.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry a command out; returns the exit code."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except GatescopeError as error:
        print(f"gatescope: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("gatescope: stopped", file=sys.stderr)
        return 130


def _trace(arguments: argparse.Namespace) -> int:
    from engine.commands.inputs import sequence_of
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
    write_npz(replay(network, sequence_of(arguments, network)), arguments.out)
    return 0


def _summary(arguments: argparse.Namespace) -> int:
    from engine.network.opening import open_safely
    from engine.network.summary import summary

    found = summary(open_safely(arguments.model))
    print(json.dumps(found.data(), indent=1) if arguments.json else found.text())
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from engine.verification.verify import verify

    proof = verify(arguments.model, arguments.reviews)
    print(json.dumps(proof.data()) if arguments.json else proof.text())
    return 0 if proof.ok else 1


if __name__ == "__main__":
    sys.exit(main())
