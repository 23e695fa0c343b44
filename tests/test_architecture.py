"""The arrows between the parts, as docs/architecture.md draws them."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import engine
import gui

ROOT = Path(__file__).resolve().parents[1]
QT = {"PySide6", "pyqtgraph", "superqt", "qtawesome", "gui"}
TENSORFLOW = {"tensorflow", "keras", "tf_keras"}


def _names(package: object) -> list[str]:
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")  # type: ignore[attr-defined]
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
