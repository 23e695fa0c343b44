"""The engine from the shell: ``python -m engine trace | explain | survey | report | summary | verify | task | train``.

Errors are one line on stderr that says what is wrong and what to do, with exit code 2;
results are on stdout or in ``--out``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from engine.commands import answers, explain, report, summary, survey, task, trace, verify
from engine.commands.notes import StrictError
from engine.errors import GatescopeError, ModelError
from engine.shell_parser import ShellParser
from engine.training import command as train

COMMANDS = (
    (
        "trace",
        "every series at every step, as NPZ",
        "MODEL --text 'A good film' --out trace.npz",
        trace,
    ),
    (
        "explain",
        "what each step did for the answer, what is remembered",
        "MODEL --method ig --text 'A good film'",
        explain,
    ),
    ("survey", "what a network does over a whole corpus", "MODEL --reviews 1000", survey),
    (
        "report",
        "the health of a network over a corpus",
        "MODEL --reviews 1000 --require 'accuracy >= 0.8'",
        report,
    ),
    ("summary", "the table that Keras prints", "MODEL", summary),
    ("verify", "the largest difference from Keras", "MODEL", verify),
    (
        "task",
        "what a task asks, and whether an answer is right",
        "FILE.gatescope-task --answer 2",
        task,
    ),
    ("answers", "the answers of a class, computed once more", "*.gatescope-answers --csv", answers),
    ("train", "train a recipe, progress as JSON lines", "lstm --out DIR", train),
)
"""Name, help, an example of what follows, and the module with its ``add_arguments`` and ``run``."""


PROGRAM = "python -m engine"


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = ShellParser(
        prog=PROGRAM,
        description="What the window shows, for scripts and people without a screen.",
        epilog="Errors are one line on stderr, with exit code 2; results are on stdout or in --out.\n"
        f"The window itself: python main.py\n\nfor example:\n  {PROGRAM} trace {COMMANDS[0][2]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(
        dest="command", required=True, metavar="command", parser_class=ShellParser
    )
    for name, help_text, example, module in COMMANDS:
        command = commands.add_parser(
            name,
            help=help_text,
            description=f"{help_text[0].upper()}{help_text[1:]}.",
            epilog=f"for example:\n  {PROGRAM} {name} {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry a command out; returns the exit code."""
    options = argparse.Namespace()
    try:
        parser().parse_args(arguments, options)
        result = int(options.run(options))
        sys.stdout.flush()
        return result
    except GatescopeError as error:
        print(f"gatescope: {_with_file(error, options)}", file=sys.stderr)
        return 2
    except StrictError:
        return 2
    except BrokenPipeError:  # whoever read the output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
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
