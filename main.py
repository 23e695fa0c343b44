"""Gatescope: watch a recurrent network read.

``python main.py [MODEL ...] [--text T | --review N] [--step T] [--lang en|ko]
[--theme light|dark] [--size WxH] [--screenshot FILE.png]``
"""

from __future__ import annotations

import argparse
import sys


def parser() -> argparse.ArgumentParser:
    """The command line."""
    from gui.i18n.languages import LANGUAGES

    codes = [language.code for language in LANGUAGES]
    found = argparse.ArgumentParser(
        prog="gatescope", description="Watch a recurrent network read, step by step."
    )
    found.add_argument("models", nargs="*", metavar="MODEL", help=".keras or .h5 files, up to 3")
    what = found.add_mutually_exclusive_group()
    what.add_argument("--text", metavar="T", help="read this text")
    what.add_argument("--review", type=int, metavar="N", help="read this review, from 0")
    found.add_argument("--step", type=int, metavar="T", help="stand at this step, from 1")
    found.add_argument("--lang", choices=codes, help="the window's language")
    found.add_argument("--theme", choices=("light", "dark"), help="the window's look")
    found.add_argument("--size", metavar="WxH", help="the window's size, e.g. 1440x900")
    found.add_argument("--screenshot", metavar="FILE.png", help="take a picture and quit")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Open the window; returns the exit code."""
    try:
        chosen = parser().parse_args(arguments)
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
