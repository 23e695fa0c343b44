"""The arrows between the parts, as docs/architecture.md draws them."""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import engine
import gui
from tests.parsed import nodes as nodes_of

ROOT = Path(__file__).resolve().parents[1]
Nodes = dict[str, tuple[ast.AST, ...]]
"""By the name of the module."""

QT = {"PySide6", "pyqtgraph", "qtawesome", "qtpy", "gui"}
TENSORFLOW = {"tensorflow", "keras", "tf_keras"}


_BY_NAME = re.compile(r"parent|window|panel|^self$")
"""What nobody looks up attributes of by their names: whatever is shared is handed over."""


def _sources() -> dict[str, Path]:
    """Every module of the engine and the window, by its dotted name."""
    paths = [path for top in ("engine", "gui") for path in (ROOT / top).rglob("*.py")]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


@pytest.fixture(scope="module")
def nodes() -> Nodes:
    """What stands in every module."""
    return {name: nodes_of(path) for name, path in _sources().items()}


def _imports(nodes: Nodes) -> dict[str, set[str]]:
    """Which modules each imports; also inside functions, and for types alone."""
    found: dict[str, set[str]] = {}
    for name, inside in nodes.items():
        wanted: set[str] = set()
        for node in inside:
            if isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name} imports by a relative name"
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                wanted |= names | {str(node.module)}
        found[name] = wanted & nodes.keys() - {name}
    return found


def _components(edges: dict[str, set[str]]) -> list[set[str]]:
    """The strongly connected components: those that reach each other."""
    reached = {start: _reachable(edges, start) for start in edges}
    left, components = set(edges), []
    while left:
        start = min(left)
        component = {other for other in reached[start] if start in reached[other]} | {start}
        components.append(component)
        left -= component
    return components


def _reachable(edges: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = edges[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """The strongly connected components of more than one module."""
    components = _components(imports)
    return [sorted(component) for component in components if len(component) > 1]


def test_no_two_modules_import_each_other_in_a_circle(nodes: Nodes) -> None:
    assert _circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    imports = _imports(nodes)
    assert not _circles(imports)
    assert not _circles({name: _with_packages(wanted, name) for name, wanted in imports.items()})


def _with_packages(wanted: set[str], name: str) -> set[str]:
    """What a module imports, and the packages that Python imports before it, but for its own."""
    parts = {each: each.split(".") for each in wanted}
    packages = {".".join(each[:end]) for each in parts.values() for end in range(1, len(each))}
    return wanted | {each for each in packages if not f"{name}.".startswith(f"{each}.")}


def _is_by_name(node: ast.AST) -> bool:
    """Whether this looks up an attribute of a parent, window or panel, or of itself."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("getattr", "hasattr")
        and _BY_NAME.search(ast.unparse(node.args[0])) is not None
    )


def test_nobody_reaches_another_by_name(nodes: Nodes) -> None:
    reached = [
        f"{name}:{node.lineno}"
        for name, inside in nodes.items()
        if name.startswith("gui.")
        for node in inside
        if _is_by_name(node)
    ]
    assert not reached


def test_no_attribute_is_hidden_from_the_checker() -> None:
    paths = [ROOT / "main.py", *_sources().values(), *(ROOT / "tests").rglob("*.py")]
    hidden = "type: ignore[" + "attr-defined"
    assert not [str(path) for path in paths if hidden in path.read_text(encoding="utf-8")]


def test_bounds_are_called_min_and_max() -> None:
    words = re.compile(r"\b_?(?:[A-Z]+_)*(?:FEWEST|LEAST|MOST)(?:_[A-Z]+)*\b")
    found = {name: words.findall(path.read_text("utf-8")) for name, path in _sources().items()}
    assert not {name: names for name, names in found.items() if names}


def _names(package: object) -> list[str]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return sorted(module.name for module in found if not module.name.endswith("__main__"))


def _loaded(imports: list[str]) -> set[str]:
    """The top-level packages that a new Python has loaded after some imports."""
    code = (
        f"import json, sys\nfor name in {imports!r}: __import__(name)\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_engine_knows_no_qt_and_imports_no_tensorflow() -> None:
    names = _names(engine)
    assert "engine.session.session" in names
    assert "engine.replay.replay" in names
    assert not _loaded(names) & (QT | TENSORFLOW)


def test_the_window_imports_no_tensorflow() -> None:
    names = ["main", *_names(gui)]
    assert "gui.app" in names
    loaded = _loaded(names)
    assert "PySide6" in loaded
    assert not loaded & TENSORFLOW


_FIRST = """
import builtins, sys
importing = builtins.__import__
import main
from gui.app import make_application, make_window
from gui.settings import Settings

app = make_application()
window = make_window(main.parser().parse_args([]), Settings.load())
window.show()
app.processEvents()
assert not window.grab().isNull()
assert window.session.panes[0].trace is not None
assert builtins.__import__ is importing, "PySide reads the source of what is imported"
window.remembers = False
window.close()
print(*sys.modules, sep="\\n")
"""
"""A launch, to its first painted window."""

_LATER = {
    *("engine.commands", "engine.explain", "engine.inspection", "engine.lessons"),
    *("engine.survey", "engine.tasks", "engine.verification"),
    *("gui.dialogs", "gui.export", "gui.inspector", "gui.lessons", "gui.pictures"),
}
"""What a window that has just been opened shows nothing of."""

_CHOICES = {"engine.explain", "engine.explain.choices", "engine.explain.methods"}
"""What can be chosen of explanations is part of a snapshot."""


def test_a_launch_imports_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    own = {"QT_QPA_PLATFORM": "offscreen", "GATESCOPE_CONFIG": str(tmp_path / "config")}
    environment = {**os.environ, **own, "GATESCOPE_RUNS": str(tmp_path / "runs")}
    done = subprocess.run(
        [sys.executable, "-c", _FIRST],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert {"gui.window.main_window", "gui.services", *_CHOICES} <= set(loaded)
    rooms = {name: ".".join(name.split(".")[:2]) for name in set(loaded) - _CHOICES}
    assert not sorted(name for name, room in rooms.items() if room in _LATER)
    assert not [name for name in loaded if re.search(r"^gui\.(explain|survey)\..*_page$", name)]
    assert not {"pandas", "scipy", "threadpoolctl", *TENSORFLOW} & set(loaded)


def test_a_survey_imports_nothing_that_only_a_scheduler_needs() -> None:
    """It is imported as its place is first opened, and the window waits for it."""
    code = "import sys, engine.survey.workers; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    loaded = done.stdout.decode().split()
    assert "engine.survey.passes" in loaded
    assert not {"asyncio", "ssl", "tornado", "distributed"} & set(loaded)


def test_the_contracts() -> None:
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_a_class_has_its_name_alone(nodes: Nodes) -> None:
    """Who reads a name in one room need not ask which of two things is meant."""
    homes: dict[str, list[str]] = {}
    for name, inside in nodes.items():
        for node in inside[0].body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(name)
    assert len(homes) > 500
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_the_table_is_the_contract() -> None:
    """Row by row, and within a row what does not know each other."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name, title in (("engine", "engine"), ("gui", "window")):
        layers = contracts.split(f'\nid = "{name}"\n')[1].split("layers = [")[1].split("]")[0]
        table = text.split(f"| {title} | purpose |\n|---|---|\n")[1].split("\n\n")[0]
        cells = [line.split("|")[1] for line in table.splitlines()]
        rows = [set(re.findall(r"`(\w+)`", part)) for cell in cells for part in cell.split("then")]
        assert rows == [set(row.split(" | ")) for row in re.findall(r'"([^"]+)"', layers)]


def test_what_a_text_names_is_there() -> None:
    """A module, or a thing in it, that is named by its dotted name or by its path has not moved."""
    sources = _sources()
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in (*sources.values(), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md")
    }
    packages = {name.rpartition(".")[0] for name in sources} | {*sources}

    def is_there(name: str) -> bool:
        if "/" in name:
            return (ROOT / name).exists() or (ROOT / f"{name}.py").exists()
        module, rest = name, ""
        while module and module not in packages:
            module, _, last = module.rpartition(".")
            rest = f"{last} {rest}"
        content = texts[sources[module]] if module in sources else ""
        return bool(module) and all(re.search(rf"\b{part}\b", content) for part in rest.split())

    pattern = re.compile(r"(?<!`)`((?:engine|gui)(?:\.\w+)+|(?:engine|gui|assets|tests)/[\w/.]+)`")
    found = [(path.name, name) for path, text in texts.items() for name in pattern.findall(text)]
    assert len(found) > 100
    assert [each for each in found if not is_there(each[1])] == []


def test_nobody_asks_a_widget_for_its_style(nodes: Nodes) -> None:
    """See `gui.look.dressing.polish_again`: what PySide hands out may be of another class."""
    asking = [
        name
        for name, inside in nodes.items()
        for node in inside
        if isinstance(node, ast.Call) and not node.args and not node.keywords
        if isinstance(node.func, ast.Attribute) and node.func.attr == "style"
    ]
    assert not asking


_PLAIN = {"int", "float", "bool", "str", "tuple[str, ...]", "Path", "Point", "QSize", "Theme"}


def test_what_is_remembered_for_ever_is_asked_for_by_plain_values(nodes: Nodes) -> None:
    """A cache of a module outlives windows: it may hold no trace, network or list as a key."""
    holding = [
        f"{name}.{node.name}"
        for name, inside in nodes.items()
        for node in inside
        if isinstance(node, ast.FunctionDef)
        if any(
            re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(d)) for d in node.decorator_list
        )
        for each in node.args.posonlyargs + node.args.args + node.args.kwonlyargs
        if each.annotation is None or ast.unparse(each.annotation) not in _PLAIN
    ]
    assert not holding


NEWER = {
    "builtins": {"BaseExceptionGroup", "ExceptionGroup", "PythonFinalizationError"},
    "asyncio": {"Runner", "TaskGroup", "timeout"},
    "contextlib": {"chdir"},
    "datetime": {"UTC"},
    "enum": {"EnumCheck", "ReprEnum", "StrEnum", "member", "nonmember", "verify"},
    "hashlib": {"file_digest"},
    "inspect": {"getmembers_static", "markcoroutinefunction"},
    "itertools": {"batched"},
    "logging": {"getHandlerNames", "getLevelNamesMapping"},
    "math": {"cbrt", "exp2", "fma", "sumprod"},
    "operator": {"call"},
    "tomllib": {"load", "loads"},
    "typing": {
        *("LiteralString", "Never", "NoDefault", "NotRequired", "ReadOnly", "Required", "Self"),
        *("TypeAliasType", "TypeIs", "TypeVarTuple", "Unpack", "assert_never", "assert_type"),
        *("clear_overloads", "dataclass_transform", "get_overloads", "get_protocol_members"),
        *("is_protocol", "override", "reveal_type"),
    },
    "warnings": {"deprecated"},
}
"""What came with Python 3.11 to 3.13: the type checker reads numpy's stubs, which want a newer
Python than the oldest that Gatescope runs on, and so finds all of it there."""


def test_nothing_is_asked_of_the_library_that_the_oldest_python_has_not(nodes: Nodes) -> None:
    newer = []
    for name, inside in nodes.items():
        modules = {
            alias.asname or alias.name: alias.name
            for node in inside
            if isinstance(node, ast.Import)
            for alias in node.names
            if alias.name in NEWER
        }
        for node in inside:
            if isinstance(node, ast.ImportFrom) and node.module in NEWER:
                found = {alias.name for alias in node.names} & NEWER[node.module]
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found = {node.attr} & NEWER.get(modules.get(node.value.id, ""), set())
            elif isinstance(node, ast.Name):
                found = {node.id} & NEWER["builtins"]
            else:
                continue
            newer += [f"{name}: {each}" for each in found]
        newer += [f"{name}: tomllib" for module in modules.values() if module == "tomllib"]
    assert not newer
