"""Every text that is to be translated, found in the code without running it.

A text is what stands in ``self.tr("...")`` (its context is the class), in
``QCoreApplication.translate("Context", "...")``, in a module's own ``_tr("...")`` that
calls it, in an error of the engine, in a `Progress`, in a row of the window's tables, and
what the library is called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from gui.i18n.texts import ERRORS, LIBRARY, MEANINGS, PROGRESS, ROWS

ROOT = Path(__file__).resolve().parent.parent.parent
Message = tuple[str, str]
"""A context and a text."""

_ROWS = {
    "Progress": (PROGRESS, (2,)),
    "PlaceRow": (ROWS, (2, 3)),
    "PageRow": (ROWS, (2, 3)),
    "Question": (PROGRESS, (1,)),
    "MethodText": (ROWS, (0, 1)),
    "Check": (ROWS, (0,)),
    "Command": (ROWS, (1,)),
    "_choice": (ROWS, (2,)),
    "Menu": (ROWS, (0,)),
    "Meaning": (MEANINGS, (0, 1)),
    "SizeRow": (ROWS, (0,)),
    "PartRow": (ROWS, (1,)),
}
"""What makes rows with texts: their context, and which arguments they are."""


class NotLiteral(Exception):
    """A text that is put together when the program runs cannot be collected."""


def collect(root: Path = ROOT) -> list[Message]:
    """All texts, by context, each once.

    Raises:
        NotLiteral: a call has no literal text.
    """
    messages: set[Message] = set()
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"), str(path))
        for folder in ("engine", "gui")
        for path in sorted((root / folder).rglob("*.py"))
    }
    errors = _error_classes(trees.values())
    for path, tree in trees.items():
        messages.update(_Collector(path, tree, errors).messages)
    messages.update(_titles(trees[root / "engine" / "library.py"]))
    return sorted(messages)


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """`GatescopeError` and every class made from it, by name."""
    names = {"GatescopeError"}
    classes = [
        node for tree in trees for node in _statements(tree) if isinstance(node, ast.ClassDef)
    ]
    before = 0
    while before != len(names):
        before = len(names)
        for node in classes:
            if any(isinstance(base, ast.Name) and base.id in names for base in node.bases):
                names.add(node.name)
    return names


def _statements(block: ast.AST) -> Iterator[ast.AST]:
    """What stands below each other in a block, and in the blocks inside it; no expressions."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        for node in getattr(block, part, ()):
            yield node
            yield from _statements(node)


def _titles(tree: ast.Module) -> Iterator[Message]:
    """What the bundled models are called."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and _name(node.target) == "TITLES":
            assert isinstance(node.value, ast.Dict)
            for value in node.value.values:
                yield LIBRARY, _text(value) or ""


class _Collector(ast.NodeVisitor):
    """Walks one module."""

    def __init__(self, path: Path, tree: ast.Module, errors: set[str]) -> None:
        self.messages: list[Message] = []
        self._path = path
        self._errors = errors
        self._classes: list[str] = []
        self._constants = {
            _name(node.targets[0]): text
            for node in tree.body
            if isinstance(node, ast.Assign) and (text := _text(node.value)) is not None
        }
        self._helper = self._context_of_helper(tree)
        self.visit(tree)

    def _context_of_helper(self, tree: ast.Module) -> str:
        """The context in which the module's own ``_tr`` translates, "" if it has none."""
        for node in tree.body:
            for call in ast.walk(node) if _defined(node) == "_tr" else ():
                if isinstance(call, ast.Call) and _name(call.func) in ("translate", "translator"):
                    return self._literal(call.args[0])
        return ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name != "_tr":
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = _name(node.func)
        if name == "tr" and isinstance(node.func, ast.Attribute):
            self.messages.append((self._classes[-1], self._literal(node.args[0])))
        elif name == "_tr" and self._helper:
            self.messages.append((self._helper, self._literal(node.args[0])))
        elif name == "translate" and len(node.args) == 2:
            self._visit_translate(node)
        elif name in self._errors and node.args:
            self._take_error(node.args[0])
        elif name in _ROWS:
            context, places = _ROWS[name]
            for place in places:
                if place < len(node.args):
                    self._take(context, node.args[place])
        elif name == "__init__" and self._classes and self._classes[-1] in self._errors:
            # An error that brings its own sentence.
            for argument in node.args[:1]:
                self._take(ERRORS, argument)

    def _visit_translate(self, node: ast.Call) -> None:
        context = _text(node.args[0]) or self._constants.get(_name(node.args[0]))
        if (text := _text(node.args[1])) is not None:
            if context is None:
                raise NotLiteral(f"{self._path}:{node.lineno}: the context must be a literal")
            self.messages.append((context, text))

    def _take(self, context: str, node: ast.expr) -> None:
        """Take a literal; another error's template, passed on, is collected where it stands."""
        if isinstance(node, ast.IfExp):
            self._take(context, node.body)
            self._take(context, node.orelse)
        elif (text := _text(node)) is not None:
            self.messages.append((context, text))

    def _take_error(self, node: ast.expr) -> None:
        """Take what an error says, each way if there are two.  What is put together, or lies in a
        variable, would hide; another's template does not."""
        if isinstance(node, ast.IfExp):
            self._take_error(node.body)
            self._take_error(node.orelse)
        elif not isinstance(node, ast.Attribute | ast.Subscript):
            self.messages.append((ERRORS, self._literal(node)))

    def _literal(self, node: ast.expr) -> str:
        if (text := _text(node)) is None:
            raise NotLiteral(f"{self._path}:{node.lineno}: only a literal can be translated")
        return text


def _defined(node: ast.stmt) -> str:
    """What a statement of a module defines."""
    if isinstance(node, ast.FunctionDef):
        return node.name
    return _name(node.targets[0]) if isinstance(node, ast.Assign) else ""


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
