"""``make mutants``: change the code on purpose, and see whether a test fails.

``python -m tests.mutants [--sample N] [--seed S] [--minutes M] [ROOM ...]`` draws so many
places from the rooms, changes one at a time with an operator of cosmic-ray, and runs the
room's tests: it is killed where one fails, survives where none does, and times out where they
do not end; the last two are printed.  Without ``--sample`` 60 are drawn.  Nothing is written:
each mutant lives in a process of its own, which puts it in the place of the module.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import importlib.abc
import importlib.util
import itertools
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import parso
import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]

ROOMS = {
    "engine/explain": "tests/engine/explain",
    "engine/replay": "tests/engine/replay tests/engine/explain/test_gradients.py"
    " tests/engine/test_other_inputs.py",
    "engine/session": "tests/engine/session",
    "gui/panes": " ".join(
        f"tests/gui/test_{name}.py"
        for name in (
            *("heights", "numbers_scale", "maps", "pane_row", "long_names", "in_sight", "panes"),
            *("room", "edits"),
        )
    ),
}
"""Where code is changed, and the tests that should notice."""

OPERATORS = (
    "core/ReplaceBinaryOperator_Add_Sub",
    "core/ReplaceBinaryOperator_Sub_Add",
    "core/ReplaceBinaryOperator_Mul_Add",
    "core/ReplaceBinaryOperator_Div_Mul",
    "core/ReplaceComparisonOperator_Eq_NotEq",
    "core/ReplaceComparisonOperator_NotEq_Eq",
    "core/ReplaceComparisonOperator_Lt_LtE",
    "core/ReplaceComparisonOperator_LtE_Lt",
    "core/ReplaceComparisonOperator_Gt_GtE",
    "core/ReplaceComparisonOperator_GtE_Gt",
    "core/ReplaceComparisonOperator_Is_IsNot",
    "core/ReplaceComparisonOperator_IsNot_Is",
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceBreakWithContinue",
    "core/NumberReplacer",
    "core/AddNot",
)
"""Changes that a test should notice; others of cosmic-ray's 213 mostly do not run at all."""

PATIENCE = 240
"""Seconds after which a mutant is stopped: neither noticed nor not."""

SAMPLE = 60
"""Mutants that are drawn by default, from all rooms together."""


class _Mutant(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module another source."""

    def __init__(self, path: Path, code: str) -> None:
        self._path, self._code = path, code
        self._name = ".".join(path.relative_to(ROOT).with_suffix("").parts)

    def find_spec(self, name: str, path: object = None, target: object = None):
        if name == self._name:
            return importlib.util.spec_from_file_location(name, self._path, loader=self)
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._code, str(self._path), "exec"), module.__dict__)


def candidates(room: str) -> list[tuple[Path, str, int]]:
    """Every change that could be made: file, operator, occurrence."""
    found = []
    for path in sorted((ROOT / room).rglob("*.py")):
        tree = parso.parse(path.read_text(encoding="utf-8"))
        for name in OPERATORS:
            operator = get_operator(name)()
            places = sum(len(list(operator.mutation_positions(node))) for node in _nodes(tree))
            found += [(path, name, occurrence) for occurrence in range(places)]
    return found


def _nodes(node: Any) -> Iterator[Any]:
    """A node and all below it, in cosmic-ray's order."""
    yield node
    for child in getattr(node, "children", ()):
        yield from _nodes(child)


def _is_run(path: Path, operator: str, occurrence: int) -> bool:
    """Whether a change is one of code that is run, and not of an annotation."""
    before = path.read_text(encoding="utf-8")
    after = mutate_code(before, get_operator(operator)(), occurrence)
    try:
        trees = [_plain(ast.parse(code)) for code in (before, after or "")]
    except SyntaxError:
        return False
    return after is not None and ast.dump(trees[0]) != ast.dump(trees[1])


def _plain(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return tree


def verdict(path: Path, code: str, tests: str) -> str:
    """What the room's tests say to this code in place of the file's: ``killed`` if they fail,
    ``survives`` if they pass, ``timeout`` if they do not end."""
    child = os.fork()
    if child == 0:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        sys.meta_path.insert(0, _Mutant(path, code))
        arguments = ["-x", "-q", "-p", "no:cacheprovider"]
        paths = [str(ROOT / each) for each in tests.split()]
        passes = (0, int(pytest.ExitCode.NO_TESTS_COLLECTED))
        for marked in ("not tensorflow", "tensorflow"):  # those that start at once first
            if pytest.main([*arguments, "-m", marked, *paths]) not in passes:
                os._exit(1)
        os._exit(0)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return "killed" if status else "survives"
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return "timeout"


def main(arguments: list[str]) -> int:
    """Draw, change, test, report."""
    parser = argparse.ArgumentParser(prog="make mutants ARGS=")
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="ROOM")
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=20.0)
    chosen = parser.parse_args(arguments)
    if unknown := sorted(set(chosen.rooms) - set(ROOMS)):
        parser.error(f"there is no room {unknown[0]}; choose among {', '.join(ROOMS)}")
    if not hasattr(os, "fork"):
        print("This system cannot fork; use Linux or macOS.", file=sys.stderr)
        return 2
    draw = random.Random(chosen.seed)
    end = time.monotonic() + 60 * chosen.minutes
    for room, tests in ROOMS.items():
        path = ROOT / room / "__init__.py"
        if room not in chosen.rooms:
            continue
        said = verdict(path, path.read_text(encoding="utf-8"), tests)
        if said != "survives":
            what = "fail" if said == "killed" else f"take more than {PATIENCE} s"
            print(f"The tests of {room} {what} without a change; mend that.", file=sys.stderr)
            return 1
    every = {room: candidates(room) for room in chosen.rooms}
    share = max(1, chosen.sample // len(every))
    drawn = []
    for room, found in every.items():
        draw.shuffle(found)
        fitting = (each for each in found if _is_run(*each))
        drawn += [(room, *each) for each in itertools.islice(fitting, share)]
    draw.shuffle(drawn)
    print(f"{len(drawn)} drawn of {sum(map(len, every.values())):,} possible, seed {chosen.seed}")
    tally = {room: Counter[str]() for room in every}
    for room, path, operator, occurrence in drawn:
        if time.monotonic() > end:
            break
        before = path.read_text(encoding="utf-8")
        after = mutate_code(before, get_operator(operator)(), occurrence)
        said = verdict(path, after, ROOMS[room])
        tally[room][said] += 1
        if said != "killed":
            changes = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0)
            lines = [line for line in changes if line[0] in "+-@"][2:]
            print(f"{said}: {path.relative_to(ROOT)} {' '.join(lines)}", flush=True)
    for room, counts in tally.items():
        names = ("killed", "survives", "timeout")
        words = ", ".join(f"{counts[name]} {name}" for name in names)
        print(f"{room}: of {sum(counts.values())} tried {words}; {len(every[room])} possible")
    return 0


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
