"""Docstrings say what a reader cannot see: public functions of arrays say their shapes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.parsed import parsed

ROOT = Path(__file__).resolve().parent.parent
_AXIS = r"(?:[A-Z][A-Za-z]*|[a-z]+|\d+|\.\.\.|…)(?: ?[+*/-]? ?(?:[A-Za-z]+|\d+))*"
SHAPE = re.compile(rf"`(?:\w+ )?\((?:{_AXIS},|{_AXIS}(?:, {_AXIS})+,?)\)(?: \w+)?`|\bany shape\b")
"""``(T, U)``, ``(U,)``, ``(rows, columns) float32``, ``kernel (F, U)``, or ``of any shape``."""


def _trees() -> dict[str, ast.Module]:
    paths = (path for room in ("engine", "gui") for path in (ROOT / room).rglob("*.py"))
    files = {path.relative_to(ROOT): path for path in paths}
    return {".".join(name.with_suffix("").parts): parsed(path) for name, path in files.items()}


def _aliases(tree: ast.Module) -> set[str]:
    """The names that a module gives to kinds of arrays: ``Array = npt.NDArray[Any]``."""
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and "NDArray" in ast.unparse(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _public(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public(node.body, f"{node.name}.")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield inside + node.name, node


def array_functions() -> dict[str, str]:
    """The docstrings of public functions that take or return arrays."""
    trees = _trees()
    aliases = {module: _aliases(tree) for module, tree in trees.items()}
    result = {}
    for module, tree in trees.items():
        names = {"NDArray", "ndarray"} | aliases[module]
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in aliases:
                names |= {
                    alias.asname or alias.name
                    for alias in node.names
                    if alias.name in aliases[node.module]
                }
        for name, function in _public(tree.body):
            named = function.args
            arguments = (*named.posonlyargs, *named.args, named.vararg, *named.kwonlyargs)
            annotations = [each.annotation for each in arguments if each] + [function.returns]
            words = re.findall(r"\w+", " ".join(ast.unparse(each) for each in annotations if each))
            if names.intersection(words):
                result[f"{module}.{name}"] = ast.get_docstring(function) or ""
    return result


def test_public_functions_of_arrays_say_their_shapes() -> None:
    functions = array_functions()
    assert len(functions) > 60, "the search finds them no more"
    assert [name for name, text in functions.items() if not SHAPE.search(text)] == []


def test_what_only_looks_like_a_shape_is_none() -> None:
    for shape in ("``(B, T, U)``", "``(T,) int32``", "``(..., N)``", "of any shape"):
        assert SHAPE.search(shape), shape
    for other in ("(in float64, say)", "``f()``", "``f(x, y)``", "See `Cell.step`.", "``()``"):
        assert not SHAPE.search(other), other
