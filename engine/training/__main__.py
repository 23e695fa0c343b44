"""``python -m engine.training RECIPE --out DIR``: the same as ``python -m engine train``."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from engine.training.command import add_arguments, run


class OneLine(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        self.exit(2, f"gatescope: {message} (see --help)\n")


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code."""
    parser = OneLine(prog="python -m engine.training", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
