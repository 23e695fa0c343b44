"""The engine from the shell: ``python -m engine trace | explain | summary | verify | train``.

Errors are one line on stderr that says what is wrong and what to do, with exit code 2;
results are on stdout or in ``--out``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from engine.commands import explain, summary, trace, verify
from engine.commands.notes import StrictError
from engine.errors import GatescopeError, ModelError
from engine.training import command as train

COMMANDS = (
    ("trace", "every series at every step, as NPZ", trace),
    ("explain", "what each step did for the answer, what is remembered", explain),
    ("summary", "the table that Keras prints", summary),
    ("verify", "the largest difference from Keras", verify),
    ("train", "train a recipe, progress as JSON lines", train),
)
"""Name, help, and the module with its ``add_arguments`` and ``run``."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage."""
        print(f"{self.prog}: {message}; see {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = _Parser(prog="python -m engine", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name, help_text, module in COMMANDS:
        command = commands.add_parser(name, help=help_text)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry a command out; returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GatescopeError as error:
        print(f"gatescope: {_with_file(error, options)}", file=sys.stderr)
        return 2
    except StrictError:
        return 2
    except KeyboardInterrupt:
        print("gatescope: stopped", file=sys.stderr)
        return 130


def _with_file(error: GatescopeError, options: argparse.Namespace) -> str:
    """The sentence of an error; what is said of a model names its file."""
    text, model = str(error), getattr(options, "model", None)
    if not isinstance(error, ModelError) or model is None or model.name in text:
        return text
    return f"{model.name}: {text}"


if __name__ == "__main__":
    sys.exit(main())
