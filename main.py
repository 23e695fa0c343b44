"""Gatescope: watch a recurrent network read.

``python main.py [[VIEW] [MODEL ...] | TASK | ANSWERS ... | EDITS] [--text T | --review N] [--step T] [--lang en|ko]
[--theme light|dark] [--size WxH]
[--screenshot FILE.png | --export-picture FILE | --save-view FILE.gatescope]``
"""

from __future__ import annotations

import argparse
import gc
import sys


def parser() -> argparse.ArgumentParser:
    """The command line."""
    from engine.shell_parser import ShellParser
    from gui.i18n.languages import LANGUAGES

    codes = [language.code for language in LANGUAGES]
    result = ShellParser(
        prog="gatescope", description="Watch a recurrent network read, step by step."
    )
    result.add_argument(
        "models",
        nargs="*",
        metavar="MODEL",
        help="model files, up to 3, a saved view (.gatescope), a task, answers or edits",
    )
    what = result.add_mutually_exclusive_group()
    what.add_argument("--text", metavar="T", help="read this text")
    what.add_argument("--review", type=int, metavar="N", help="read this review, from 0")
    result.add_argument("--step", type=int, metavar="T", help="stand at this step, from 1")
    result.add_argument("--lang", choices=codes, help="the window's language")
    result.add_argument("--theme", choices=("light", "dark"), help="the window's look")
    result.add_argument("--size", metavar="WxH", help="the window's size, e.g. 1440x900")
    made = result.add_mutually_exclusive_group()
    made.add_argument("--screenshot", metavar="FILE.png", help="take a picture and quit")
    made.add_argument(
        "--export-picture",
        metavar="FILE",
        help="write a picture for paper or a slide (.png, .svg, .pdf), as it was chosen last, and quit",
    )
    made.add_argument(
        "--save-view", metavar="FILE.gatescope", help="save what would be shown as a view, and quit"
    )
    return result


def main(arguments: list[str] | None = None) -> int:
    """Open the window; returns the exit code."""
    try:
        chosen = parser().parse_args(arguments)
        gc.disable()  # what a launch makes stays; gui.kit.garbage collects from then on
        from gui.app import run
    except ModuleNotFoundError as error:
        print(
            f"gatescope: {error.name} is not installed here. Run `make run` once, then "
            ".venv/bin/python main.py (Windows: .venv\\Scripts\\python main.py).",
            file=sys.stderr,
        )
        return 2
    return run(chosen)


if __name__ == "__main__":
    sys.exit(main())
