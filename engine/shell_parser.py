"""`ShellParser`: a command line whose errors are one line."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn


class ShellParser(argparse.ArgumentParser):
    """Argparse's, which says where an option is given again: the last one counts."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.given: set[str] = set()
        for name in (None, "store"):
            self.register("action", name, _Store)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """A command refuses what it does not know itself, and so names its own help."""
        self.given = set()
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown

    def error(self, message: str) -> NoReturn:
        """One line instead of argparse's usage."""
        print(f"{self.prog}: {message}; see {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


class _Store(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        assert isinstance(parser, ShellParser)
        if option_string is not None and self.dest in parser.given:
            text = f"{parser.prog}: {option_string} is given again; the last one counts"
            print(text, file=sys.stderr)
        parser.given.add(self.dest)
        setattr(namespace, self.dest, values)
