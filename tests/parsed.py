"""Modules of the project as trees, for tests that look through the code: read once a process."""

from __future__ import annotations

import ast
import gc
from functools import cache
from pathlib import Path

from tests.conftest import no_collection


@cache
def parsed(path: Path) -> ast.Module:
    """What a module says; not to be changed, as others look through it."""
    with no_collection():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        gc.freeze()  # a million nodes in all, none of which is garbage before the end
    return tree


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that stands in a module."""
    return tuple(ast.walk(parsed(path)))
