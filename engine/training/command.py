"""``train RECIPE --out DIR``: progress as JSON lines, one object a line."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from engine.errors import GatescopeError
from engine.named_file import named_file
from engine.training.recipes import RECIPES, recipe_named

STOPPED = 130
"""The exit code after Ctrl-C, as a shell has it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What comes after ``train`` in the shell."""
    # Not argparse's ``choices``: a wrong name is to be one line, as all errors are.
    parser.add_argument("recipe", metavar="RECIPE", help=", ".join(RECIPES))
    parser.add_argument(
        "--out",
        type=named_file,
        required=True,
        metavar="DIR",
        help="receives model.keras and record.json",
    )
    parser.add_argument("--epochs", type=int, metavar="N", help="at most N epochs (100)")
    parser.add_argument(
        "--limit", type=int, metavar="N", help="only the first N reviews (all 25,000)"
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", help="of weights, shuffling and dropout (the recipe's own)"
    )


def run(args: argparse.Namespace) -> int:
    """Train, events on stdout; the exit code: 0, 2 after an error, 130 if it was stopped.

    An error is one line on stderr; what is stopped leaves no file behind.
    """
    before = signal.signal(signal.SIGTERM, _stop)  # terminate() stops as Ctrl-C does
    try:
        recipe = recipe_named(args.recipe).with_options(epochs=args.epochs, seed=args.seed)
        from engine.training.events import train

        for event in train(recipe, args.out, args.limit):
            print(json.dumps(event), flush=True)
    except GatescopeError as error:
        print(f"gatescope: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Nobody reads the progress any more, so Python must not flush it at its end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except KeyboardInterrupt:
        print("gatescope: The training was stopped; nothing was written.", file=sys.stderr)
        return STOPPED
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
